"""The plainest heavy words, so that these at least are always met with an offer of help. The model hears the rest."""

# ruff: noqa: E501 - a pattern reads better whole
import re

from kindlight.reading.wordpieces import plain

SURE = 0.9
"""How heavy such words are held to be."""

_TO_DIE = (
    r"(?:die|be dead|be gone for good|kill my ?self|unalive my ?self|end my life|end it all|end my own life|take my (?:own )?life"
    r"|not (?:be alive|exist|wake up)|stop existing|stop being alive|hurt my ?self|cut my ?self|harm my ?self)\b"
)
_IDLE = r"(?! (?:of|from|for) (?:shame|embarrassment|boredom|laughter|laughing|cold|heat|hunger|thirst|cringe|happiness|joy|old))(?! laughing)"
_PLAIN = re.compile(
    r"|".join((
        rf"\b(?:i|just|really|still|only|and) (?:just |really |still |only |do )*(?:want|wanna|wish i could|need|plan|intend|long) (?:to )?{_TO_DIE}{_IDLE}",
        r"\bi (?:do not|dont|don t|no longer|never) (?:really |even |just )*(?:want|wish) to (?:live|be alive|exist|wake up|be here) ?(?:any ?more|any longer|tomorrow|again|at all|$)",
        r"\b(?:i am|im|i m) (?:going to|gonna|ready to|about to|thinking (?:of|about)|planning to) (?:kill(?:ing)? my ?self|end(?:ing)? my life|end(?:ing)? it all|suicide|die tonight)\b",
        r"\bi (?:wish|hope) (?:that )?i (?:was|were|am) dead\b|\bi (?:wish|hope) i (?:would not|wouldnt|wouldn t|do not|dont|don t|never|did not|didnt|didn t) wake (?:up)?",
        r"\b(?:thinking|thought|thoughts) (?:about|of) (?:suicide|killing my ?self|ending my life|ending it all)\b",
        r"\b(?:everyone|everybody|they all|they|my family|my kids|the kids|the world) (?:would|will|d|ll) (?:all )?be better off (?:without me|if i (?:was|were) (?:dead|gone|not here))",
        r"\bi (?:am|m) suicidal\b|\bbetter off dead\b|\bi (?:ve |have )?(?:been )?(?:cut|cutting) my ?self (?:again|tonight|last night)\b",
    ))
)  # fmt: skip
_DENIED = re.compile(
    r"\b(?:used to|no longer|not|never|dont|don t|stopped) (?:ever |really |actually )?(?:want|wanna|wanted|wanting) to (?:die|kill|be dead|hurt|end)"
)
_MARKS = re.compile(r"[^\w\s]+|_")


def is_plainly_heavy(text: str) -> bool:
    """Whether a line says in so many words that its writer wants to die, or to hurt themselves."""
    said = " ".join(_MARKS.sub(" ", plain(text)).split())
    return bool(_PLAIN.search(said)) and not _DENIED.search(said)
