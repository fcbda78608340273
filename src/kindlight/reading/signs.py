"""What grammar makes plain: whom an insult or a kindness is aimed at, and whether it is meant, denied, quoted or past."""

# ruff: noqa: E501 - a pattern reads better whole
import re
from collections.abc import Iterator, Sequence

from kindlight.reading.lexicon import CLASS


def _any(*names: str, beside: str = "") -> str:
    members = sorted(word for word, name in CLASS.items() if name in names)
    return "(?:" + "|".join([*members, *beside.split()]) + ")"


INSULT = _any("insult")
_OTHER = _any("other", beside="that this it these those who everyone everybody nobody someone people")
_FEW = r"(?:[^ ]+ ){0,3}?"
_BE = (
    r"(?:am|was|be|been|feel|felt|feel like|felt like|look like|look|looked|sound|sounded|must be|have been|act like|"
    r"behaved like|behave like|acted like|become|remain)"
)
_SOFT = (
    r"(?:(?:such|so|really|just|a|an|the|very|too|total|totally|complete|completely|absolute|absolutely|utter|utterly|"
)
_SOFT += r"always|fucking|bloody|damn|damned|freaking|stupid|dumb|pathetic|miserable|wretched|worst|biggest|big|fat|"
_SOFT += (
    r"little|old|lazy|perfect|mere|poor|utterly|still|kind|of|bit|like|only|nothing|but|and|being|or|also|basically|"
)
_SOFT += r"literally|honestly|clearly|obviously|hopelessly|simply|such|one|piece|most|as|all|dreadful|perfectly|i|know|am) ){0,5}?"
_KNOWN = r"(?:called|calls|call|calling|labelled|said|says|told|tells|thinks|thought|considers|considered|makes out)"
_INNER = r"(?:i|myself|voice|mind|head|brain|critic|me|thoughts|thought)"

_SIGNS = {
    # aimed at oneself
    "own insult": rf"\bi (?:\w+ ){{0,2}}?{_BE} {_SOFT}{INSULT}\b(?! (?:of|to|for|about|at|with|if|that|because|when|in|on) )",
    "own insult, longer": rf"\bi (?:am|was|have been|feel like|felt like) {_SOFT}{INSULT}\b",
    "what an insult i am": rf"\b(?:what|how) (?:a |an )?(?:\w+ )?{INSULT} (?:\w+ )?i (?:am|was|have been|must)\b",
    "insult, me": rf"\bwhat a (?:wretched|miserable|poor|horrible|terrible|dreadful) \w+ (?:\w+ )?i (?:am|was|have been|cut)\b|\b{INSULT} (?:of )?(?:me|that i am)\b|\bstupid of me\b",
    "you insult": rf"\byou (?:are |re )?{_SOFT}{INSULT}$|\byou (?:are )?{_SOFT}{INSULT} (?:you|get|why|how|what|stop|look|of|and)\b",
    "scorn of self": (
        r"\bi (?:\w+ )?(?:hate|hated|despise|loathe|detest|can not stand|could not stand|am disgusted (?:by|with|at)|am sick of|"
        r"am ashamed of|disgust|am so sick of|am so ashamed of|am so disgusted (?:by|with)) (?:myself|who i am|what i have become|"
        r"being me|my body|my face|the person i|what i am|how i look|the sight of myself|looking at myself)\b"
    ),
    "self disgusts": r"\bi (?:disgust|sicken|repulse|revolt|bore|embarrass|shame|annoy|fail) (?:myself|me|everyone|everybody)\b",
    "let down": r"\bi (?:\w+ )?(?:let|am letting|have let|keep letting) (?:everyone|everybody|them all|people|them|her|him|my \w+|the \w+|us all) (?:all )?down\b",
    "wrong with me": r"\bwrong with me\b|\bwhy am i (?:so|such|like this|always|never)\b|\bwhy (?:do|can not|can) i (?:always|never|not|even)\b",
    "should have": r"\bi (?:should|ought to|must) (?:have|not have|know|be|never have|just)\b|\bi should\b",
    "never good": r"\bi (?:am|was|will be|have been|will)? ?(?:never|not) (?:be |been |being )?(?:good|smart|clever|strong|pretty|thin|brave|worth|lovable|interesting|wanted)\b",
    "my fault": r"\b(?:all )?my (?:own )?(?:stupid )?fault\b|\bi (?:only )?have (?:only )?myself to blame\b|\bi blame myself\b|\bi ruin everything\b",
    "i always": r"\bi (?:always|never|constantly|keep|can never|only ever)\b",
    "deserve pain": r"\bi (?:\w+ )?deserve (?:this|it|to (?:be|suffer|feel|fail|hurt)|nothing|what i|every|the|no)\b",
    "do not deserve": r"\bi (?:do not|never|did not) deserve\b|\bnot worthy\b",
    "i am bad": r"\bi (?:\w+ )?(?:am|was|have been|will be) (?:\w+ ){0,2}?(?:bad at everything|bad (?:person|mother|father|friend|son|daughter|wife|husband|parent|partner)|terrible (?:person|mother|father|friend|son|daughter|wife|husband|parent|partner)|the worst|the problem|the villain|the weak link|nothing|rubbish|a nobody|a letdown|unforgivable|bad company|worth nothing|beyond help|too much for|impossible to|hard to love|not worth|letting (?:everyone|them)|not normal)\b(?! (?:part|thing|of it))",
    "i ruin": r"\bi (?:\w+ )?(?:ruin|ruined|spoil|spoiled|spoilt|poison|wreck|wrecked|destroy|destroyed|break|broke|screw|screwed|mess|messed|fuck|fucked|cock|cocked|blow|blew|bottle) (?:up )?(?:everything|every|it all|it again|up again|us|people|the whole|everyone)\b|\bi always (?:\w+ )?(?:ruin|spoil|wreck|screw|mess|fuck|fail|blow|break|forget|get it wrong|disappoint)\b",
    "mock praise": r"\b(?:great|good|nice|fine|well|way|brilliant|lovely|bravo|congratulations|congrats|fantastic|excellent|marvellous|top marks|slow clap|aren|trust)\b.{0,40}\b(?:genius|einstein|idiot|dummy|again|moron|as usual|clever clogs|for ruining|for losing)\b|\btrust me to\b|\btypical me\b|(?<!if )\bonly i could (?:\w+ )?(?:burn|break|lose|mess|fail|ruin|manage|be this)\b",
    "self lashed": r"\b(?:kick|slap|hit|smack|throttle|strangle|shoot|scream at) myself\b|\b(?:fool|ass|idiot|spectacle|pig|clown) of myself\b|\bmyself to blame\b|\bashamed of (?:myself|me)\b|\b(?:disappointed|disgusted|angry|furious|fed up|annoyed) (?:\w+ )?(?:with|at|in|by) (?:myself|me)\b",
    "no excuse": r"\b(?:no excuse|no excuses|no right to|no business|get over it|grow up|pull yourself together|toughen up|snap out of it|stop whining|stop crying|man up|shut up|no discipline|no willpower|no backbone|no talent|no self control)\b|\bnot (?:even )?(?:cry|do one|do this one|manage) (?:\w+ )?(?:thing|properly|simple)\b",
    "others could": r"\b(?:any|a) (?:\w+ )?(?:normal|decent|better|real|good|sane) (?:person|mother|father|woman|man|friend|parent|daughter|son|wife|husband|nurse|teacher) (?:would|could|can)\b|\beven a (?:child|baby|monkey|dog) could\b|\b(?:anyone|everyone|others|other people) (?:else )?(?:can|could|would|manage|manages) (?:\w+ )?(?:do|cope|have|this|it)\b",
    "who would love me": r"\b(?:who|why|how) (?:\w+ )?(?:would|could|can) (?:any(?:one|body) )?(?:\w+ )?(?:love|want|like|bother with|put up with|stay with|marry|hire) (?:someone like )?me\b|\b(?:someone|somebody|anyone) like me\b",
    "bare insult": rf"^(?:so |just |how |i was |was )*(?:{INSULT} ?)+$",
    "cruel to self": r"\b(?:cruel|harsh|mean|unkind|brutal|vicious|savage) (?:\w+ )?(?:to|on|with|toward|towards) (?:myself|me)\b",
    # aimed elsewhere
    "their insult": rf"\b{_OTHER} (?:\w+ )?(?:is|are|was|were|being|has been|looks|sounds|seems|seemed) (?:not )?{_SOFT}{INSULT}\b",
    "insulted thing": rf"\b{INSULT} (?:{_any('thing')}|people|man|woman|boss|driver|company|government|thing)\b",
    "reported": rf"\b(?!{_INNER}\b)\w+ (?:used to |would |always |never |once |just |only |had |has |have |even |often |will )*{_KNOWN} (?:to )?(?:that )?(?:me|i|us)\b",
    "passive report": r"\bi (?:was|am|have been|had been|got|used to be|grew up being|remember being) (?:\w+ )?(?:called|told|labelled|considered|known)\b",
    "according to": r"\baccording to (?:my )?\w+|\bin (?:his|her|their) (?:eyes|opinion)\b|\bthey all think\b|\baccuses? me\b|\baccused me\b|\btreats? me like\b|\btreated me like\b|\bmade me feel\b|\bmakes me feel\b",
    # denied, past, thought of as a thought
    "denied insult": rf"\b(?:not|never|no|nor|neither|without|far from|nothing|isn) {_SOFT}(?:being |making me |mean i am |make me )?{_SOFT}{INSULT}\b(?! as (?:to|not)\b)",
    "denied, longer": r"\b(?:does|do|did|is|am|was|would) not (?:\w+ ){0,5}?(?:make me|mean i am|mean that i am|mean i|make you|define me|erase|undo)\b",
    "past insult": r"\bi (?:used to|once) (?:\w+ )?(?:\w+ )?(?:think|believe|call|tell|hate|feel|say|hated|thought|believed|beat|blame|despise|loathe)\b|\bi no longer\b|\bnot any ?more\b|\bi have stopped\b|\bi stopped\b",
    "over now": r"\bdo not any ?more\b|\bi no longer (?:hate|believe|think|call|despise|feel|blame)\b|\bi have (?:forgiven|made (?:my )?peace|let go)\b",
    "seen as thought": r"\b(?:a|the|that|this|old|just|having|noticing|notice|noticed|only) (?:\w+ )?(?:thought|story|feeling|voice|mood|worry)\b",
    "not my fault": r"\b(?:not|never|was not|is not|no) (?:\w+ )?(?:my|your) fault\b|\bnot (?:all |entirely |only )?(?:mine|my doing)\b|\bnothing (?:is )?wrong with me\b|\b(?:not|no need to|stop|stopped) (?:blame|blaming|punish|punishing|beat|beating|scold|scolding|hate|hating|call|calling|going to (?:blame|punish|hate)) (?:myself|me)\b",
    "wish to be kind": r"\bsorry for (?:myself|me)\b|\btry to reassure\b|\bwish (?:i|that i) \w+|\b(?:how to|hard to|difficult to|strange|wonder|do not know|unable to|can not|could not|never|not|exercise|book|class|read|read about|workshop) (?:\w+ ){0,4}?(?:be |being |forgive|accept|love|like|trust|kind|gentle|nice|kindness|compassion)(?: \w+){0,2}? ?(?:myself|ourselves|self)?\b",
    # kind to oneself
    "kind to self": (
        r"(?<!not )(?<!never )(?<!she )(?<!he )\b(?:kind|kinder|gentle|gentler|patient|tender|soft|softer|nice|nicer|easy|easier|warm|honest|good|friends|proud|compassionate|forgiving|"
        r"care|love|loving|forgive|forgiving|comfort|hold|soothe|accept|accepting|trust|thank|hug|cherish|reassure|respect|understanding|loyal) "
        r"(?:\w+ )?(?:(?:to|with|of|on|for|toward|towards) )?(?:myself|yourself|ourselves|me)\b"
    ),
    "may i": r"^(?:so )?may (?:i|we|this|my) (?:\w+ )?(?:be|find|feel|rest|accept|remember|give|hold|have|know|forgive|live|learn|all|trust|let)\b|(?<!not )(?<!will )(?<!would )\blet me (?:be|rest|hold|forgive|give|not (?:scold|blame|torment|punish|hate)|remember|love|treat)\b|\bso may i\b",
    "it is ok": r"\b(?:it is|it was|that is|this is|is) (?:also |still |perfectly |really |quite )?(?:ok|okay|alright|all right|fine)(?: to\b| that i\b| if i\b| not to\b| for me\b| sweet\w*| love\b|$)|\b(?:it is|it was|that is|this is|is) (?:also |still |perfectly |really |quite )?(?:allowed|human|understandable|only human)\b",
    "i may": r"\bi (?:am|was) (?:also )?allowed\b|\bi (?:can|may|could) (?:rest|stop|pause|breathe|cry|ask|begin|start again|try again|let|take my time|be|hold|feel|say no|go slowly|put)\b|\bi (?:have|give myself|gave myself) (?:permission|a right|every right|time)\b|\bi do not (?:have|need) to\b|\bno need to\b",
    "makes sense": r"\b(?:makes|make|made) (?:perfect |complete )?sense\b|\bno wonder\b|\bof course i (?:am|was|feel|felt|cried|froze|hid|snapped|did|miss|hurt|worry)\b|\bunderstandabl[ey]\b|\banyone would\b|\bwho would not\b",
    "best i could": r"\b(?:did|do|doing|done|tried|trying|try|was|is) (?:my|your|our|the) (?:very )?best\b(?! (?:to (?!be|cope|get|keep|look|stay|understand))|friend)|\b(?:doing|did|done) (?:what|all|everything|as much as|as well as) (?:i|you) (?:can|could)\b|\bi (?:tried|am trying|have been trying|showed up|kept going|got through|made it)\b",
    "i am enough": r"\bi am (?:\w+ )?(?:enough|worthy|lovable|loved|human|only human|learning|healing|growing|proud|doing|still here|allowed|safe|worth (?:it|loving|something|knowing|as much|the))\b|\bi deserve (?:\w+ )?(?:rest|love|kindness|care|better|to rest|to be|happiness|compassion|good|gentleness|a|peace|help|tenderness|patience|the same)\b|\bi matter\b|\bi belong\b",
    "as a friend": r"\b(?:as|like|to|for|what) (?:i would |would i )?(?:\w+ )?(?:a|my|any) (?:\w+ )?friend\b",
    "dear self": r"\b(?:dear|poor|sweet) (?:\w+ )?(?:me|heart|self|body)\b|\bmy (?:dear|poor|tired|own) (?:old )?(?:heart|self|body|feet|head)\b|\bdear (?:body|heart|me)\b|\bsweetheart\b|\bhand on (?:my|your) (?:heart|chest|own)\b",
    "you can": r"\byou (?:can (?!not)(?:do|rest|stop|be|let|put|breathe|try|cry|ask|go slow\w*|take|begin|start|sleep|lean)|will (?:be (?:ok|okay|all right|alright|fine)|get there|find)|have got (?:this|it)|got this|got through|are doing|are allowed|are enough|are not alone|did (?:well|your|what you|good|great|enough)|have been (?:so |very )?(?:brave|strong|carrying|through)|made it|tried|deserve|are safe|are okay|are ok|are loved|are only human|are human|matter|do not have to)\b",
    "still good": r"\bi am (?:still |also )?(?:a |not a )?(?:still )?(?:good|decent|whole|worthy|worth|fine|okay|ok|here|lovable|brave|kind|learning|proud|glad i|moving|getting better|holding up|only human|on my own side|healing|doing (?:well|okay|ok|alright|my best)|pleased with)\b",
    "counted": r"\b(?:that|it|this) (?:took (?:courage|guts|strength)|counts|is progress|was brave|is brave|helped|was enough|is enough)\b|\bgood for me\b|\bgood on me\b|\bi (?:handled|survived|asked for help|stood up for|showed up|kept going|got through|made it through)\b",
    "unhurried": r"\b(?:no (?:rush|hurry)|one (?:step|breath|thing|day) (?:at a time|then)|take (?:my|your) time|there is time|for today$|at (?:my|your) own pace|little by little)\b|^(?:rest|breathe|slowly|gently|softly|easy)\b",
    "side with me": r"\b(?:for me|for myself|on my own side|by my own side|with myself|to myself|of myself|hold myself|to come home|look(?:ing)? after myself|my younger self|younger me|part of me|inner child|little (?:girl|boy|one) (?:in|inside))\b",
    "will not lash": r"\b(?:not|never|refuse to|stop|stopped|without|no longer|instead of) (?:\w+ ){0,3}?(?:punish|punishing|beat|beating|flog|flogging|scold|scolding|hate|hating|hated|call|calling|blame|blaming|tear|tearing|attack|attacking|fight|fighting|shame|shaming|force|forcing|push|pushing) (?:\w+ )?(?:myself|me|my body)\b|\b(?:do not|need not|does not) (?:have to|need to) (?:be (?:perfect|brilliant|strong|the)|earn|fix|carry|prove|do (?:it all|everything)|have it|finish|explain)\b",
    "shared": r"\b(?:everyone|everybody|we all|all of us|other people|others|so many|many people|most people|anyone|nobody|no one|people) (?:\w+ )?(?:makes?|has|have|feels?|fails?|struggles?|hurts?|stumbles?|is|are|gets?|knows?|suffers?|goes|go|falls?|loses?|too|cries|worr\w+|else)\b|\bnot the only\b|\bpart of being\b|\bbeing human\b|\bnot alone\b|\blike everyone\b|\bonly human\b|\bhuman being\b|\bhuman too\b|\bjust like me\b",
    "cut off": r"\b(?:everyone|everybody) else\b|\bonly one who\b|\bnobody (?:understands|cares|else|would|likes|wants|gets)\b|\bno one (?:understands|cares|else|would|likes|wants|gets)\b|\ball alone\b|\bso alone\b|\bon my own\b|\bthe only (?:one|person)\b",
    "swept away": r"\b(?:can not|could not) stop (?:thinking|worrying|crying|replaying|going over)\b|\bover and over\b|\beverything is (?:ruined|wrong|over|falling|lost)\b|\bmy (?:whole )?life is (?:over|ruined)\b|\bcatastroph\w+|\bspiral\w*|\bobsess\w*|\breplay\w*|\bruminat\w+|\bwill never (?:end|get better|be the same|recover)\b|\bdrowning\b|\bconsum\w+",
    "kind to them": r"\b(?:proud of|love|loved|forgive|forgave|kind to|gentle with|thank|thanked|comforted|told|hugged|patient with|grateful to|grateful for) (?:him|her|them|my (?!self|body|heart|own)\w+|the \w+|everyone)\b",
}
SIGNS = {name: re.compile(pattern) for name, pattern in _SIGNS.items()}
"""Every sign with the pattern that shows it, over opened words joined by single spaces."""

OWN_INSULT = frozenset(
    {"own insult", "own insult, longer", "what an insult i am", "insult, me", "scorn of self", "you insult"}
)
"""Signs of plain harshness to oneself, unless one of `UNMEANT` stands beside it."""

UNMEANT = frozenset(
    {"denied insult", "denied, longer", "past insult", "reported", "passive report", "according to", "seen as thought"}
)
"""Signs that a harsh word is denied, past, another's, or seen as only a thought."""


def signs(words: Sequence[str]) -> Iterator[str]:
    """The names of the signs that a sentence shows."""
    sentence = " ".join(words)
    return (name for name, pattern in SIGNS.items() if pattern.search(sentence))
