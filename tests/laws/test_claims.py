"""What Kindlight never says about itself, in words, pages or release notes."""

import re

import pytest

from sources import PAGES, WORDS, named

CLAIM = re.compile(
    r"\b(treat(?:s|ed|ing|ment|ments)?|therap(?:y|ies) for|reduc\w+ (?:your )?(?:depress\w+|anxiety)|diagnos\w+"
    r"|clinically (?:proven|tested|validated)|screen(?:s|ing)? (?:for|people|you)|screener|cures?|heals?"
    r"|monitor\w* (?:your )?symptoms|risk scores?)\b",
    re.IGNORECASE,
)
DENIED = re.compile(r"\b(no|not|never|neither|nor|without|cannot|no longer)\b", re.IGNORECASE)


def claims(text: str) -> list[str]:
    """Claims in a text; a sentence that denies what it names, or quotes the list in code marks, is none."""
    quiet = re.sub(r"`[^`]*`", "", text)
    sentences = re.split(r"(?<=[.:;?])\s+|\n\s*\n|\n(?=[-|#*\d])", quiet)
    return [match.group() for one in sentences if not DENIED.search(one) for match in CLAIM.finditer(one)]


@pytest.mark.parametrize("page", PAGES, ids=named)
def test_a_page_claims_nothing(page):
    assert claims(page.read_text("utf-8")) == []


def test_the_words_claim_nothing():
    assert [(key, claims(sentence)) for key, sentence in WORDS.items() if CLAIM.search(sentence)] == []


@pytest.mark.parametrize(
    "text",
    [
        "Kindlight treats low mood.",
        "A therapy for shame.",
        "It reduces anxiety.",
        "Clinically proven.",
        "We diagnose gently.",
        "It screens for distress.",
        "Monitor your symptoms.",
        "See your risk score.",
    ],
)
def test_a_claim_is_caught(text):
    assert claims(text) != []


def test_saying_what_it_is_not_is_allowed():
    assert claims("It is not a treatment, and it never diagnoses.") == []
