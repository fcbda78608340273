"""text -> Reading. Pure; knows no one but the words in front of it."""

from kindlight.reading.reading import CARE_ENOUGH, HARSH_ENOUGH, KIND_ENOUGH, Aim, Reading, Sentence

__all__ = ["CARE_ENOUGH", "HARSH_ENOUGH", "KIND_ENOUGH", "Aim", "Reading", "Sentence"]
