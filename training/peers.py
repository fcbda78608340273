"""Other ways to tell harsh, kind and neither, measured beside the reader on the same lines."""

from collections.abc import Sequence

import numpy as np
from corpus_lines import Labelled
from numpy.typing import NDArray
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.pipeline import make_pipeline
from textblob import TextBlob
from vaderSentiment.vaderSentiment import SentimentIntensityAnalyzer

FIRST_PERSON = frozenset(["i", "me", "my", "mine", "myself", "i'm", "i've", "i'd", "i'll", "im", "ive"])
VADER_ENOUGH = 0.05
"""The bound that VADER's authors give."""


def always_neither(_seen: Sequence[Labelled], asked: Sequence[Labelled]) -> list[str]:
    """The commonest answer."""
    return ["neither"] * len(asked)


def style_only(seen: Sequence[Labelled], asked: Sequence[Labelled]) -> list[str]:
    """Length, punctuation and letter case alone: the control that skill must beat."""
    model = LogisticRegression(max_iter=5_000, class_weight="balanced")
    model.fit(np.array([shape(line.text) for line in seen]), [line.stance for line in seen])
    return [str(name) for name in model.predict(np.array([shape(line.text) for line in asked]))]


def shape(text: str) -> list[float]:
    """What is left of a line without its words."""
    marks = [text.count(mark) for mark in ".,;:!?'\"-"]
    capitals = sum(letter.isupper() for letter in text)
    return [len(text) / 50, len(text.split()) / 10, capitals / 3, float(text[:1].islower()), *map(float, marks)]


def vader(_seen: Sequence[Labelled], asked: Sequence[Labelled]) -> list[str]:
    """VADER's sign, where a line has a first-person word."""
    analyser = SentimentIntensityAnalyzer()
    return [signed(line.text, float(analyser.polarity_scores(line.text)["compound"]), VADER_ENOUGH) for line in asked]


def textblob(_seen: Sequence[Labelled], asked: Sequence[Labelled]) -> list[str]:
    """TextBlob's sign, where a line has a first-person word."""
    return [signed(line.text, float(TextBlob(line.text).sentiment.polarity), 0.0) for line in asked]


def signed(text: str, polarity: float, enough: float) -> str:
    """A sentiment as a stance toward oneself."""
    if not FIRST_PERSON & set(text.lower().replace("\N{RIGHT SINGLE QUOTATION MARK}", "'").split()):
        return "neither"
    return "kind" if polarity > enough else "harsh" if polarity < -enough else "neither"


def tfidf(seen: Sequence[Labelled], asked: Sequence[Labelled]) -> list[str]:
    """Logistic regression over words and word pairs, taught with the very lines that the reader learned from."""
    model = make_pipeline(
        TfidfVectorizer(ngram_range=(1, 2), sublinear_tf=True, token_pattern=r"[^\W_]+(?:'[^\W_]+)?"),
        LogisticRegression(C=10, max_iter=2_000, class_weight="balanced"),
    )
    model.fit([line.text for line in seen], [line.stance for line in seen])
    return [str(name) for name in model.predict([line.text for line in asked])]


PEERS = {
    "always neither": always_neither,
    "style only": style_only,
    "VADER and pronouns": vader,
    "TextBlob and pronouns": textblob,
    "TF-IDF, same lines": tfidf,
}


def best_thresholds(truth: NDArray[np.bool_], shares: NDArray[np.float64]) -> NDArray[np.float64]:
    """The threshold of each column that gives its best F1."""
    steps = np.linspace(0.02, 0.9, 89)
    scores = np.array(
        [[_f1(truth[:, column], shares[:, column] >= step) for step in steps] for column in range(shares.shape[1])]
    )
    best: NDArray[np.float64] = steps[scores.argmax(axis=1)]
    return best


def macro_of(truth: NDArray[np.bool_], shares: NDArray[np.float64], thresholds: NDArray[np.float64]) -> float:
    """The mean F1 over columns."""
    said = shares >= thresholds
    return float(np.mean([_f1(truth[:, column], said[:, column]) for column in range(truth.shape[1])]))


def _f1(truth: NDArray[np.bool_], said: NDArray[np.bool_]) -> float:
    return float(2 * (truth & said).sum() / (truth.sum() + said.sum() or 1))
