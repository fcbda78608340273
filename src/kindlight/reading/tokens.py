"""Words as the reader hears them: lower case, contractions opened, common misspellings mended."""

import re

LONGEST = 2_000
"""Code points of a sentence that are read; the rest is left unread so that time is bounded."""

_MARKS = str.maketrans(
    dict.fromkeys("\u2019\u2018\u02bc\u00b4`", "'") | dict.fromkeys("\u201c\u201d\u201e\u00ab\u00bb", '"')
)
_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)*")
_STRETCHED = re.compile(r"([a-z])\1{2,}")
_ENDINGS = {"'m": "am", "'re": "are", "'ve": "have", "'ll": "will", "'d": "would", "n't": "not"}
_OPENED = {
    word: tuple(opened.split())
    for word, opened in (
        line.split(" = ")
        for line in [
            "im = i am",
            "ive = i have",
            "id = i would",
            "ill = i will",
            "i'd = i would",
            "dont = do not",
            "doesnt = does not",
            "didnt = did not",
            "cant = can not",
            "can't = can not",
            "cannot = can not",
            "couldnt = could not",
            "wont = will not",
            "won't = will not",
            "wouldnt = would not",
            "shouldnt = should not",
            "isnt = is not",
            "arent = are not",
            "wasnt = was not",
            "werent = were not",
            "havent = have not",
            "hasnt = has not",
            "hadnt = had not",
            "aint = is not",
            "ain't = is not",
            "youre = you are",
            "theyre = they are",
            "hes = he is",
            "shes = she is",
            "thats = that is",
            "its = it is",
            "whats = what is",
            "theres = there is",
            "lets = let us",
            "let's = let us",
            "gonna = going to",
            "wanna = want to",
            "gotta = got to",
            "u = you",
            "ur = your",
            "r = are",
            "cuz = because",
            "bc = because",
            "mysef = myself",
            "meself = myself",
            "mself = myself",
            "myslef = myself",
            "stoopid = stupid",
            "stupd = stupid",
            "stuipd = stupid",
            "stuped = stupid",
            "idoit = idiot",
            "idot = idiot",
            "worthles = worthless",
            "usless = useless",
            "pathtic = pathetic",
            "pathedic = pathetic",
            "failiure = failure",
            "failur = failure",
            "looser = loser",
            "dissapoint = disappoint",
            "dissapointment = disappointment",
            "deserv = deserve",
            "diserve = deserve",
            "forgiv = forgive",
            "pround = proud",
            "hart = heart",
            "tierd = tired",
            "definately = definitely",
            "alot = a lot",
            "kinda = kind of",
            "sorta = sort of",
            "shouldve = should have",
            "couldve = could have",
            "wouldve = would have",
            "dumass = dumbass",
            "nobodys = nobody is",
            "everyones = everyone is",
            "somethings = something is",
            "fuckup = fuck up",
            "meh = meh",
        ]
    )
}


def plain(text: str) -> str:
    """The part of a text that is read, in lower case, with one kind of quotation mark and of apostrophe."""
    return _STRETCHED.sub(r"\1", text[:LONGEST].lower().translate(_MARKS))


def words(text: str) -> list[str]:
    """The words of a plain text, opened.

    >>> words("i'm sooo stuipd and can't")
    ['i', 'am', 'sooo', 'stupid', 'and', 'can', 'not']
    """
    return [part for word in _WORD.findall(text) for part in _open(word)]


def _open(word: str) -> tuple[str, ...]:
    if word in _OPENED:
        return _OPENED[word]
    if "'" not in word:
        return (word,)
    if word.endswith("n't"):
        return (word[:-3], "not")
    stem, _, ending = word.rpartition("'")
    if ending == "s":
        return (stem, "is") if stem in _IS else (stem,)
    return (stem, _ENDINGS["'" + ending]) if "'" + ending in _ENDINGS else (word.replace("'", ""),)


_IS = frozenset(
    [
        "he",
        "she",
        "it",
        "that",
        "this",
        "there",
        "here",
        "what",
        "who",
        "how",
        "where",
        "everyone",
        "everybody",
        "nobody",
        "something",
        "nothing",
    ]
)
