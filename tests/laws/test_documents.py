"""What the pages point to is there."""

import re

import pytest

from sources import PAGES, ROOT, named

LINK = re.compile(r"\]\((?!https?:|#|mailto:)([^)#\s]+)")
ROOMS = "host|vault|session|scene|projections|porting|reading|content"
PLACE = re.compile(rf"`((?:{ROOMS})/[\w./]+\.(?:py|toml)|tests/[\w./]+)`")


def places(text: str) -> list[str]:
    return [one if one.startswith("tests/") else f"src/kindlight/{one}" for one in PLACE.findall(text)]


@pytest.mark.parametrize("page", PAGES, ids=named)
def test_every_link_of_a_page_leads_somewhere(page):
    links = LINK.findall(page.read_text("utf-8"))
    assert [link for link in links if not (page.parent / link).exists()] == []


@pytest.mark.parametrize("page", PAGES, ids=named)
def test_every_file_a_page_names_is_there(page):
    assert [one for one in places(page.read_text("utf-8")) if not (ROOT / one).exists()] == []


def test_a_dead_link_is_caught():
    assert LINK.findall("[a](nowhere.md) [b](https://example.org)") == ["nowhere.md"]
    assert places("`vault/nowhere.py` `tests/nowhere`") == ["src/kindlight/vault/nowhere.py", "tests/nowhere"]


def test_the_decisions_are_numbered_without_a_gap():
    numbers = sorted(int(path.name[:4]) for path in (ROOT / "docs" / "decisions").glob("*.md"))
    assert numbers == list(range(1, len(numbers) + 1))
