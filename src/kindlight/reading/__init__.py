"""text -> Reading. Pure; knows no one but the words in front of it."""

from kindlight.reading.read import read, read_all
from kindlight.reading.reading import CARE_ENOUGH, HARSH_ENOUGH, KIND_ENOUGH, Aim, Reading, Sentence
from kindlight.reading.sentences import sentences

__all__ = ["CARE_ENOUGH", "HARSH_ENOUGH", "KIND_ENOUGH", "Aim", "Reading", "Sentence", "read", "read_all", "sentences"]
