"""What each sign says about stance beside the model: evidence toward harsh and toward kind, in natural-log odds."""

from collections.abc import Set as AbstractSet
from math import fsum
from types import MappingProxyType

VOTES = MappingProxyType({
    # harsh, kind
    "own insult": (3.0, 0.0),
    "own insult, longer": (1.0, 0.0),
    "what an insult i am": (3.5, 0.0),
    "insult, me": (2.0, 0.0),
    "you insult": (3.0, 0.0),
    "scorn of self": (3.5, 0.0),
    "self disgusts": (3.0, 0.0),
    "let down": (2.5, 0.0),
    "wrong with me": (2.5, 0.0),
    "never good": (2.5, 0.0),
    "my fault": (2.5, 0.0),
    "deserve pain": (2.0, 0.0),
    "do not deserve": (2.5, -1.0),
    "bare insult": (3.0, -1.0),
    "cruel to self": (0.5, -3.0),
    "should have": (0.5, -0.5),
    "i am bad": (3.0, 0.0),
    "i ruin": (2.5, 0.0),
    "mock praise": (2.5, -1.0),
    "self lashed": (2.5, 0.0),
    "no excuse": (2.0, -1.0),
    "others could": (2.0, -1.0),
    "who would love me": (3.0, -1.0),
    "still good": (-0.5, 1.5),
    "counted": (0.0, 1.5),
    "unhurried": (0.0, 1.5),
    "side with me": (0.0, 0.5),
    "will not lash": (-3.5, 3.0),
    "denied insult": (-3.0, 3.0),
    "denied, longer": (-2.0, 2.0),
    "past insult": (-2.0, 0.5),
    "over now": (-2.0, 2.0),
    "reported": (-2.5, -1.5),
    "passive report": (-2.5, -1.5),
    "according to": (-2.0, -1.0),
    "seen as thought": (-1.0, -1.0),
    "their insult": (-2.0, -1.0),
    "insulted thing": (-2.0, 0.0),
    "kind to them": (0.0, -2.0),
    "kind to self": (-0.5, 2.5),
    "may i": (0.0, 2.0),
    "it is ok": (0.0, 1.5),
    "i may": (0.0, 1.5),
    "makes sense": (0.0, 1.5),
    "best i could": (0.0, 1.5),
    "i am enough": (0.0, 2.5),
    "as a friend": (0.0, 1.0),
    "dear self": (0.0, 2.0),
    "you can": (0.0, 2.0),
    "not my fault": (-5.0, 3.0),
    "wish to be kind": (0.5, -3.5),
    "tail: harsh": (2.0, -3.0),
    "tail: kind": (-2.5, 2.5),
    "shared": (0.0, 0.9),
    "quotes": (-1.0, -1.0),
})  # fmt: skip


def votes(shown: AbstractSet[str]) -> tuple[float, float]:
    """The evidence of all shown signs together, toward harsh and toward kind."""
    given = [VOTES[sign] for sign in shown if sign in VOTES]
    return fsum(harsh for harsh, _ in given), fsum(kind for _, kind in given)
