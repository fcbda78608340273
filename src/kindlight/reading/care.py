"""Words that may sound heavy enough to offer help, softly. It never judges, and it misses some."""

# ruff: noqa: E501, FLY002 - a pattern reads better whole
import re

from kindlight.reading.tokens import plain, words

_LONGEST = 20_000  # code points of a text that are looked through

_END = r"(?:end|ending|take|taking|took|finish|finishing)"
_KILL = r"(?:kill|killing|unalive|unaliving|off|offing|hang|hanging|shoot|shooting|drown|drowning|sewerslide|delete|deleting|hurt|hurting|harm|harming|cut|cutting|burn|burning|starve|starving|poison|stab|end|ending|kll|k1ll|kil|overdose)"
_WANT = r"(?:want|wanted|wants|wish|wished|need|going|plan|planning|planned|thinking|thoughts|thought|tempted|ready|decided|about|might|will|would|could|should|can|trying|try|tried|like|urge|urges|feel like|better|to|of|just|imagining|imagine|keep)"

# Harmless turns of phrase, blanked before anything is looked for.
_IDLE = re.compile(
    r"|".join((
        r"\b(?:killed|killing|kills|kill|k1ll) (?:it|time|the (?:mood|vibe|lights?|engine|process|app|server|switch|two birds)|me if|me when|me with|my (?:back|feet|head|knees|vibe|battery|appetite|eyes|legs)|a few hours|an hour|off the|two birds)\b",
        r"\b(?!want|wants|to|of|will|should|just|please|would|could|someone|somebody|god)\w+ (?:is|are|was|were) (?:\w+ )?killing (?:me|us)\b",
        r"\b(?:would|will|could|might|going to|is going to|gonna|nearly|almost) (?:kill|murder|shoot|strangle|slaughter) (?:me|him|her|them|us|you|my \w+|the \w+|this \w+|whoever|someone)\b",
        r"\bdying (?:to|for|of (?:boredom|laughter|laughing|embarrassment|curiosity|hunger|thirst|heat|cold))\b|\bdie (?:of|from) (?:boredom|laughter|laughing|embarrassment|heat|cold|happiness|joy|cringe|cuteness|hunger|thirst|shame)\b|\bdied (?:of|from|laughing|inside)\b|\bdying (?:laughing|inside|over)\b|\bdie laughing\b|\brather die than (?!live|living|keep|go on|wake|carry|stay)",
        r"\bto die for\b(?! (?:what|my|that|this|it))|\bdie hard\b|\bdie another day\b|\bdead (?:line|end|tired|on my feet|beat|serious|weight|heading|battery|phone|link|code)\b|\bdrop dead gorgeous\b|\bover my dead body\b|\bi am (?:so )?dead (?:if|when|lol|tired)\b",
        r"\bshoot (?:me )?(?:an|a) (?:email|message|text|photo|film)\b|\b(?:photo|film|video) shoots?\b|\bshoot (?:hoops|the breeze|for)\b|\bhang (?:out|on|in there|up|around|it|the|my|with|over)\b|\bhanging (?:out|on|in|up|around|the|with|over|by)\b",
        r"\bcut (?:myself )?(?:some|a bit of|a little) slack\b|\bcut myself (?:shaving|slicing|chopping|cooking|on|off|while|opening|a|with the bread|peeling|by accident)\b|\b(?:cut|burn(?:t|ed)?|hurt|stabbed) (?:myself|my \w+) (?:\w+ )?(?:shaving|slicing|chopping|cooking|on the|while|opening|peeling|by accident|at football|running|skating|climbing|falling|lifting|playing|in the gym|at the gym|yesterday running|accidentally)\b|\baccidentally (?:cut|burnt|burned|hurt)\b",
        r"\b(?:cut|cutting|hurt|hurting|harm) (?:myself )?(?:a |the |some )?(?:cake|bread|carbs|costs|corners|grass|hair|loss|losses|sugar)\b",
        r"\bsuicide (?:squad|prevention|awareness|mission|hotline|note in the|rates?|statistics|squeeze|watch on|by jumping in the|in the (?:news|novel|film|book))\b|\bpolitical suicide\b|\bverge of suicide\b|\b(?:career|commercial|social|corporate) suicide\b",
        r"\bjump(?:ed|ing)? (?:off|in|into|from) (?:the )?(?:diving|pool|lake|water|high board|deep end|couch|bandwagon|call|a call|train of thought|meeting)\b",
        r"\bend (?:it|this|things) (?:with|between|on|at|here|there|early)\b|\bend it (?:there|here|on|with|at)\b|\bend (?:the|this|my) (?:day|week|call|meeting|lease|contract|shift|subscription|friendship|relationship|marriage|year|evening|walk)\b|\bending things with\b",
        r"\boverdos(?:e|ed|ing) on (?:\w+ )?(?:sugar|chocolate|coffee|caffeine|cake|cheese|tv|netflix|news|sunshine|christmas|carbs|cute\w*)\b",
        r"\bdisappear (?:into|in) (?:a|my|the|that) (?:book|novel|crowd|room|work|mountains|woods|forest|forests|hills|bath|weekend)\b|\bdisappear for (?:a|the|one|two|an) \w+\b|\bgo to sleep (?:early|now|before)\b",
        r"\bburn(?:ing)? (?:myself )?out\b|\bsuicide of \w+|\bself harm(?:ful)? (?:policy|article|workshop|awareness)\b|\bdead to me\b|\bkill(?:ing|ed)? (?:weeds?|ants?|mosquito\w*|moths?|flies|fly|the germs|germs|spiders?|wasps?|bugs?|bacteria|plants?|the plant)\b",
    ))
)  # fmt: skip

# Said of someone else, in a story, or long ago and over.
_ELSEWHERE = re.compile(
    r"|".join((
        r"\b(?:himself|herself|themselves|themself|his own life|her own life|their own lives|their own life)\b",
        r"\b(?:he|she|they|character|hero|heroine|protagonist|singer|actor|poet|neighbour|neighbor|uncle|cousin|werther|romeo|juliet|hamlet|karenina|bovary|plath|woolf) (?:(?!i\b|me\b)\w+ ){0,5}?(?:die|died|suicide|kill|killed|hang|hanged|drown|drowned|overdosed|dead|jumped|ended it)\b",
        r"\b(?:in the (?:film|movie|book|novel|play|opera|story|news|paper|game|series|episode|song)|documentary|detective|in chapter|lost \w+ (?:\w+ )?to suicide|podcast about|article about|headline|on the news|read about|reading about|watched a|the lecture|training on|workshop on|essay on|chapter on)\b",
        r"\bi (?:used to|once) (?:\w+ )?(?:\w+ )?(?:want|think|wish|cut|plan|hurt|harm|feel|dream|believe|pray|wanted|tried|hoped|wished|thought|planned)\b",
        r"\b(?:i )?(?:no longer|not any ?more|do not want to die|never want to die|do not want to kill|would never|not suicidal|am not suicidal|was suicidal|have not (?:cut|hurt|harmed|wanted)|stopped (?:cutting|hurting|harming|wanting|wishing))\b",
        r"\b(?:years|months|decades|long time) (?:ago|clean|since|free|without)\b|\b(?:as a teenager|at sixteen|at seventeen|when i was (?:\w+|a \w+)|back then|in my (?:teens|twenties|past)|survived (?:my|a|an)|recovered from|recovery from|after my attempt|since my attempt|glad (?:i|it) (?:did not|am alive|failed|did not work|am still)|grateful (?:i|to) (?:did not|am alive|be alive|am still)|happy to be alive)\b",
        r"\b(?:joke|joked|joking) about\b|\bhelpline volunteer\b|\bvolunteer\w* (?:at|for|on)\b|\bworried (?:that )?(?:he|she|they)\b|\bafraid (?:of|to|i might|that i might) (?:dying|die|death)\b|\b(?:do not|not) let me die\b",
    ))
)  # fmt: skip
# Present, whatever else the sentence says.
_NOW = re.compile(
    r"\b(?:again|tonight|to night|this time|still want|still think|still wish|these days|lately|(?:now|today) i (?:want|wish|think|feel like))\b|\bi (?:am |also |just |still |really |too )?(?:want|wanna|wish|going) to (?:die|kill myself|be dead|join (?:him|her|them)|end it|end my)\b"
)

_PLAIN = re.compile(
    r"|".join((
        rf"\b{_WANT} (?:\w+ ){{0,2}}?{_KILL} (?:my ?self|meself|it all|mself)\b",
        r"\b(?:kill|unalive|hang|shoot|kms|drown|overdose|poison|stab|k1ll|kil|kll) (?:my ?self|meself)\b|\bkms\b|\bkys\b|\b(?:kill|shoot|end) me(?: now| please| already| i mean| tonight)?$|\b(?:someone|somebody|god|please) (?:please |just )?(?:kill|end|shoot) me\b|\bplease (?:kill|end|shoot) me\b",
        rf"\b{_END} (?:my|this|my own|this miserable|my miserable|my stupid|this stupid) (?:own )?(?:life|existence|suffering for good)\b",
        r"\b(?:i|and|just|to) (?:\w+ ){0,4}?(?:want|wanna|wish|ready|hope|hoping|rather|prefer|long|longing|pray|praying|going|decided|deserve|need|ought|should|better|would) (?:\w+ ){0,3}?(?:to )?(?:die|be dead|dead|not exist|stop existing|cease to exist|not be alive|never wake up|not wake up|die in my sleep|death)\b",
        r"\bwish (?:that )?(?:i|someone|god) (?:\w+ ){0,3}?(?:dead|die|died|dying|never born|not born|not alive|not exist|not here|kill me|killed me|take me|stop existing|disappear for good|not wake|never woken|never wake|gone for good|did not have to wake up)\b|\bwish i (?:had )?(?:was|were|been)? ?(?:never|not) (?:been )?(?:born|alive|here)\b",
        r"\bsui?[cs][iu1][d1]\w*|\bsewerslide\b|\bself ?harm(?:ing|ed)?\b|\bunaliv\w*|\b(?:been|started|am) cutting(?: again$|$)|\brelapsed and cut\b",
        r"\b(?:do not|can not|did not|never) (?:\w+ ){0,2}?(?:want|wish|care to|plan|deserve|intend)(?:ing)? (?:\w+ ){0,2}?(?:to )?(?:live(?! (?:in|with|here|there|near|at|like|alone))|be alive|exist|wake up(?! (?:for|at|early|so|yet))|be here(?! (?:at|for|in|today))(?!.*(?:party|meeting|office|class|wedding|hotel|queue))|go on living|keep living|continue living|be in this world|be around|keep existing|make it to)\b",
        r"\b(?:cut|cutting|burn|burning|hurt|hurting|harm|harming|hit|hitting|starve|starving) (?:my ?self|my arms?|my wrists?|my legs?|my thighs?|meself)\b|\bslit (?:my|the) (?:wrists?|throat)\b",
        r"\b(?:jump|jumping|step|stepping|walk|walking|throw|throwing|drive|driving|lie|lying) (?:myself |out |down )?(?:off|in front of|into|under|from|onto|over) (?:a |the |this |that |my |some )?(?:\w+ )?(?:bridge|roof|building|balcony|cliff|train|trains|tracks|traffic|lorry|truck|bus|wall|tree|river|sea|ocean|oncoming|pier|rails|window|ledge|quay|viaduct)\b",
        r"\b(?:swallow|swallowed|swallowing|downed|take|taking|took|taken) (?:up )?(?:all|every|enough|the whole|a bottle|too many|a handful|a load|a whole) (?:of )?(?:\w+ ){0,3}?(?:pills|tablets|meds|medication|sleeping|paracetamol|bottle|veronal|laudanum)\b|\b(?:saving|saved|save|hoarding|hoard|hoarded|stockpil\w+|counting|count|counted) (?:up )?(?:\w+ ){0,3}?(?:pills|tablets|meds|medication|sleeping|paracetamol|bottle|veronal|laudanum)\b|\boverdos(?:e|ing)\b",
        r"\b(?:everyone|everybody|they|people|the world|my family|my kids|my children|my parents|all|she|he|you|the kids|my \w+) (?:all )?(?:would|will|might|is|are|be)(?: all| both| probably| all probably)? (?:be )?(?:\w+ )?(?:better off|better|happier|easier|relieved|fine|lighter) (?:\w+ )?(?:without me|if i (?:was|were|am|died|disappeared|were not|was not|did not|had not|vanished|stopped)|once i am gone|with me gone|when i am gone)\b",
        r"\b(?:better|best|easier|happier) (?:off )?(?:dead|if i (?:was|were) (?:dead|gone|not here|not around)|if i (?:died|disappeared|did not exist|were never born|was never born|had never been born))\b|\bbetter off (?:dead|without me)\b",
        r"\b(?:tied|tying|tie|bought|found|have|got) (?:the|a) (?:noose|rope to|rope$)(?! (?:the|swing))|\bnoose\b|\b(?:goodbye|suicide|farewell) (?:letters?|notes?)\b|\bfinal goodbyes?\b|\b(?:written|wrote|writing|write) (?:\w+ )?(?:my|a|the) (?:\w+ )?(?:goodbyes?|farewells?|last letters?)\b",
    ))
)  # fmt: skip
_VEILED = re.compile(
    r"|".join((
        r"\b(?:no|not any|any) (?:reason|point) (?:left )?(?:to|in|for) (?:\w+ )?(?:live|living|go on|going on|be here|carry on|carrying on|keep going|being here|staying alive|stay alive|being alive|exist|existing|wake up|waking up|life)\b|\bnothing (?:left )?to live for\b|\bnothing (?:is )?left (?:for me|to hope)\b",
        r"\b(?:can not|could not|do not want to|can t|not sure i can|how much longer i can|unable to|no strength to) (?:\w+ )?(?:\w+ )?(?:go on(?! (?:the|a|my|that|this|to|monday|tuesday|wednesday|thursday|friday|saturday|sunday|holiday|stage|strike|with (?:the|my)))|carry on(?! (?:the|a|with))|do this any ?more|take (?:it|this) any ?more|keep going|keep doing this|bear (?:it|this|living|life) any ?(?:more|longer)|keep living|live like this|do life|be here any ?more|face another (?:day|morning)|live any ?more|live with (?:this|myself) any ?more|stand living|hold on (?:much|any) longer|last much longer|hang on much longer)\b",
        r"\b(?:go|going|fall|falling) to sleep (?:and )?(?:\w+ )?(?:not|never|forever)\b|\bsleep (?:and )?(?:never|not|forever|for ever)(?: \w+)?(?: wake| waking)?\b|\bsleep (?:forever|for ever)\b|\b(?:not|never) wak(?:e|ing) up(?: again| tomorrow| in the morning|$)|\bnot have to wake\b|\bhope i do not wake\b|\bnever have to wake\b",
        r"\b(?:want|wish|going|ready|like|just|could|need|longing|time|wants|wanted) (?:\w+ ){0,3}?(?:end (?:it|it all|everything|this|the pain|things)|disappear|vanish|be gone|not be here|cease|be over|check out|be done with (?:life|it all|everything|this life|living)|make it (?:all )?stop|stop existing|fade away|not exist|go away forever|leave this world|leave this life|join (?:him|her|them|mum|dad))$",
        r"\b(?:want|need|wish for) (?:\w+ )?(?:it|everything|it all|this all|all of it|all of this|the pain) (?:all )?(?:to )?(?:end|stop|be over)\b(?! (?:in|with|at|on))|\b(?:think|thinking|thought|thoughts|dream|dreaming|fantasi\w+) (?:\w+ )?(?:about|of) (?:dying|suicide|killing myself|being dead|not existing|ending it|not being here)\b|\blying down in (?:it|the (?:river|sea|road|snow))\b|\blying down on the (?:tracks|rails)\b|\bend(?:ing)? it(?: all)?(?: tonight| soon| now|$)|\bending (?:everything|it all)\b|\bend it all\b|\b(?:disappear|vanish|be gone|go away|gone) (?:forever|for ever|for good|completely|and never come back)\b",
        r"\b(?:tired|sick|exhausted|weary|done|finished) (?:of|with|from) (?:\w+ )?(?:living(?! (?:out|by|in|with|here|on|at|from|off|next|near|room))|life(?! in)|being alive|existing|being here|this life|waking up|breathing|existence)\b",
        r"\b(?:would|will|might|may) (?:not |never )?(?:anyone|anybody|nobody|no one|they|somebody)? ?(?:even )?(?:notice|care|miss me|mind|cry) (?:\w+ )?(?:if|when) i (?:was|were|am|died|disappeared|vanished|went|did not|had gone)\b|\b(?:nobody|no one|who) would (?:\w+ )?(?:miss me|(?:notice|care) if i (?:died|was|were|disappeared|vanished|went|left|stopped|did not))\b|\bif i (?:were|was) (?:gone|dead|not here|not around)(?: tomorrow)?\b|\bif i died\b|\bif i did not exist\b",
        r"\b(?<!he )(?<!she )(?<!it )(?<!they )(?<!we )(?:will not|might not|may not|do not (?:think|expect|plan|believe) (?:i will|to)|not going to) (?:\w+ )?(?:be (?:here|around|alive)(?! for)(?!.*(?:holiday|vacation|tuesday|wednesday|thursday|monday|friday|trip|water the|meeting|office|work))|see (?:tomorrow|christmas|summer|spring|next \w+|the morning|my birthday|thirty|forty)|make it (?:to|through|past) (?:the (?:night|week|winter|morning|weekend)|tonight|christmas|tomorrow|next \w+)|live (?:long|to|through)|wake up)\b|\bwhen i am (?:gone|no longer here|not here any ?more)\b|\bafter i am gone\b",
        r"\b(?:gave|giving|given|give) away (?:all )?(?:my|the|most) (?:\w+ )?(?:things|books|belongings|cat|dog|stuff|possessions)\b|\b(?:said|saying|say) (?:my )?(?:last )?goodbyes?(?: to)?(?: everyone| them all| all)?$|\bthis is (?:my )?goodbye\b|\bby the time (?:you|anyone|someone|they) (?:read|reads|find|finds) this\b|\bsorry (?:to|for) (?:everyone|whoever) (?:who )?(?:finds|has to find|i leave)\b|\bput my affairs in order\b|\bforgive me for what i am (?:about|going)\b",
        r"\b(?:not safe|unsafe|do not trust myself|can not trust myself|afraid of what i might do|scared of what i might do|scared of what i will do|do not feel safe|afraid of myself|might do something (?:stupid|bad|to myself|i)|do something to myself|going to do something (?:bad|stupid|to myself))\b(?! (?:on|in|at) (?:the (?:road|bike|roof|ladder|ice)|traffic|my bike))",
        r"\b(?:only|one) way out\b(?! of (?:the|a|town))|\bthe (?:only|one) (?:way|exit|escape) (?:left|out|is (?:death|to die))\b|\bstopp?ed (?:seeing|having) (?:a|any) future\b|\bno way out(?! of (?:the|a|town|paying))\b|\b(?:stand|stood|standing|sat|sit) (?:on|at|by) the (?:edge of the )?(?:bridge|platform|roof|ledge|cliff|tracks)\b(?= and (?:think|thought|want|wanted|wonder|wondered|look|looked down|imagin\w+|could|considered)|$)|\bmade (?:a|my) plan to (?:go|leave|end)\b|\bhave a plan and\b|\bcall of the (?:river|tracks|bridge)\b|\blooked? up (?:painless|how many (?:pills|tablets)|ways to (?:die|go|end))\b|\bpainless (?:way|ways|death)\b|\b(?:pills|rope|blade|razor|knife|gun|tablets) (?:\w+ )?(?:are |is )?(?:\w+ )?(?:next to|in front of|beside|in my (?:hand|drawer|lap)|calling|waiting|ready|looking at me)\b",
        r"\bwish (?:a|an|the|some|that) \w+ (?:would |had |could )?(?:just )?(?:hit|kill|killed|take|taken|finish|finished|run) me\b|\b\w+ing (?:a|the|some) \w+ would (?:just )?(?:hit|kill|run over) me\b|\bnot see myself (?:\w+ ){0,3}?(?:past|beyond|after|alive)\b|\bi want out\b(?! of (?:this|the|my) (?:job|lease|contract|deal|car|room))|\b(?:which|how many|enough) (?:\w+ )?(?:pills|tablets) (?:\w+ ){0,3}?(?:would|to|enough|it)\b|\bkeep (?:being alive|living|existing|breathing)\b(?! (?:in|with|at|here))",
        r"\bthey would (?:all )?(?:get over (?:me|it if i)|manage without me|cope without me|be fine without me)\b|\bi (?:just )?stopped breathing\b|\bstop (?:breathing|living|being alive)\b|\b(?:picked|chosen|chose|set) (?:the|a|my) (?:day|date|method)$|\bif i had a (?:gun|pistol)\b|\bnothing (?:is |left )?(?:left )?here for me\b|\bnobody who would (?:notice|care|miss)\b|\bi would (?:do it|be gone|be dead) (?:if it (?:was|were) not for|but for|if not for)\b|\b(?:wish|hoped|should have|pity) (?:\w+ ){0,4}?had (?:\w+ )?killed me\b|\bit will not be long(?: now)?$",
        r"\bdeath (?:would|will) be (?:a )?(?:\w+ )?(?:relief|release|mercy|rest|kind|welcome|kindness|peace|gift)\b|\bcome,? (?:sweet|gentle|kind) death\b|\b(?:weary|tired) of (?:the )?(?:world|this world)\b|\blife (?:is|has become) (?:not worth|no longer worth|not worth living)\b|\bnot worth living\b|\bwould to god i were dead\b|\bi (?:am|have been) a burden (?:to|on|for) (?:everyone|everybody|them all|my family|my parents|my kids|my children|my wife|my husband|all)\b|\bput me out of (?:my|this) misery\b",
    ))
)  # fmt: skip
_REPORTED = re.compile(
    r'(?:said|says|asked|wrote|cried|sang|sings|sing|lyrics?|line|title|titled|called|quote|film|song)[^"]{0,30}"[^"]{0,300}"|"[^"]{0,300}"[ ,]*(?:said|says|asked|he|she|cried|wrote|sings|sang|is a (?:film|song|line|novel))'
)


def care(text: str) -> float:
    """How heavily the words sound: 0 when nothing does, 0.7 for a veiled phrase, 0.95 for a plain one."""
    heard = plain_start(text)
    spoken = " ".join(words(_REPORTED.sub(" ", heard)))
    kept = _IDLE.sub(" ~ ", spoken)
    if _ELSEWHERE.search(kept) and not _NOW.search(kept):
        return 0.0
    if _PLAIN.search(kept):
        return 0.95
    return 0.7 if _VEILED.search(kept) else 0.0


def plain_start(text: str) -> str:
    """The part of a text that is looked through; longer than what is read for stance, since help should miss less."""
    return "\n".join(plain(text[start : start + 2_000]) for start in range(0, min(len(text), _LONGEST), 2_000))
