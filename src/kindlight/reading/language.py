"""Whether a text is in a language that can be read: today English alone. Light, and in doubt it says yes.

To let another language in: lines in it under `training/corpus`, an encoder whose vocabulary knows it, and its own small words
here. Until then its words are kept, woven and given back like all others, and move no light.
"""

# ruff: noqa: E501 - word lists
import re
import unicodedata

_WORD = re.compile(r"[^\W\d_]+(?:['\u2019][^\W\d_]+)*")

FURTHEST = 2_000
"""Code points that are looked at."""

_ENGLISH = """
i me my mine myself you your yours yourself he him his she her hers it its we us our ours they them their theirs the a an and or but
if so because than that this these those there here what which who whom whose when where why how is am are was were be been being
have has had having do does did doing done will would shall should can could may might must not no nor of to in on at by for from
with without about into over under again then once just only even very too also more most less some any each every all both few
many much other such own same as up down out off back now never always still yet really i'm i've i'd i'll you're it's that's
don't can't didn't isn't wasn't won't couldn't shouldn't im ive dont cant didnt feel felt feeling get got go going went know think
thought want need like make made let say said told tell keep day today tonight night morning week year time home work bed good bad
better enough nothing something everything everyone nobody people friend mother mum mom dad kids tired sorry sad happy okay ok
fine right wrong kind love hate hard little old new first last long one two three stupid idiot useless lazy ugly pathetic hopeless
failure loser please thanks thank yes u ur gonna wanna kinda lol omg idk
"""
_OTHERS = """
so ich du er sie wir ihr mich mir dich dir uns euch ist bin bist sind war waren habe hast hat haben nicht kein keine und oder aber weil
dass das der die den dem des ein eine einen einem einer zu von mit auf auch noch nur schon sehr mein meine sein heute immer nie wieder
warum wie was wenn mehr doch ja nein muss kann werde wird
je tu il elle nous vous ils elles moi toi mon ma mes ton ta tes son sa ses le la les un une des du de et ou mais que qui ne pas plus
suis es est sommes sont ai as avons ont avec pour dans sur trop tout tous rien jamais toujours encore ce cette c'est j'ai n'ai n'est
d'un qu'il peut fait aujourd'hui n'y
he me no on as a in is lo y bien yo soy eres somos son estoy esta muy mas pero porque como cuando donde quien mi mis tu su sus el los las una unos en con por para sin
sobre ya siempre nunca nada todo todos hoy ser estar tengo tiene puedo
eu voce ele ela nos meu minha nao sou estou tenho muito quando onde quem uma uns com por sem hoje sempre
io sono sei siamo mio mia non che di del della lo gli una anche mai tutto oggi ho hai ha perche
ik jij hij zij wij mijn niet geen een het van voor met maar ook nog altijd nooit ben heb heeft waarom wat en
jag du han hon vi min mitt inte och att det som ett av till aldrig alltid idag mig dig ar har jeg deg meg ikke og
ja ty ona moj moja nie jest jestem sie sa byl byla w z na ze co jak ale tylko bardzo nigdy zawsze do i
nem vagyok egy hogy az mert csak nagyon mindig soha te
mina olen ei se ja mutta ole niin kun miksi aina koskaan
ben sen biz siz ve bir bu icin ama degil cok her hic neden nasil
aku kamu dia kami saya tidak dan yang ke dari untuk dengan ini itu tapi selalu bukan
toi khong va mot cho voi nhung ban minh
jsem jsi nejsem proc vzdy nikdy moje
sunt este nu si cu pentru dar foarte mereu niciodata
"""

ENGLISH = frozenset(_ENGLISH.split())
"""Small and common words of English."""

OTHERS = frozenset(_OTHERS.split())
"""Small words of other languages, without their accents."""

SHARED = ENGLISH & OTHERS
"""Words that tell nothing: 'do' is English and Polish, 'war' is English and German."""

_SHORT = 3
_FEW = 2  # small words of another language beside each English one
_MOSTLY = 0.5


def is_readable(text: str) -> bool:
    """Whether a text seems to be English, or too little to tell.

    >>> is_readable("I was tired"), is_readable("Ich war so müde"), is_readable("я устал")
    (True, False, False)
    """
    letters = [sign for sign in text[:FURTHEST] if sign.isalpha()]
    if not letters:
        return True
    if sum(map(_is_latin, letters)) < _MOSTLY * len(letters):
        return False
    words = [_bare(word) for word in _WORD.findall(text[:FURTHEST].lower())]
    telling = [word for word in words if word not in SHARED]
    english, other = sum(word in ENGLISH for word in telling), sum(word in OTHERS for word in telling)
    if english or other:
        return other <= _FEW * english
    accents = sum(not word.isascii() for word in _WORD.findall(text[:FURTHEST].lower()))
    return len(words) < _SHORT or accents == 0


def _is_latin(letter: str) -> bool:
    return letter.isascii() or unicodedata.name(letter, "").startswith("LATIN")


def _bare(word: str) -> str:
    word = word.replace("\u2019", "'")
    if word.isascii():
        return word
    return "".join(sign for sign in unicodedata.normalize("NFD", word) if not unicodedata.combining(sign))
