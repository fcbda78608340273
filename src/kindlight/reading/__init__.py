"""text -> Reading. Pure; knows no one but the words in front of it, and what their writer said of words like them."""

from kindlight.reading.personal import MOST, Leaning, Mark, Says
from kindlight.reading.read import IN_A_JOURNAL, ON_THE_LINE, UNLEANING, mark, read, read_all, read_many, wake
from kindlight.reading.reading import CARE_ENOUGH, HARSH_ENOUGH, KIND_ENOUGH, UNREAD, Aim, Reading, Sentence
from kindlight.reading.sentences import sentences

__all__ = [
    "CARE_ENOUGH",
    "HARSH_ENOUGH",
    "IN_A_JOURNAL",
    "KIND_ENOUGH",
    "MOST",
    "ON_THE_LINE",
    "UNLEANING",
    "UNREAD",
    "Aim",
    "Leaning",
    "Mark",
    "Reading",
    "Says",
    "Sentence",
    "mark",
    "read",
    "read_all",
    "read_many",
    "sentences",
    "wake",
]
