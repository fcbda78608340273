"""What the pages point to is there."""

import re

import click
import pytest

from kindlight.cli import main
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


def commands_of_readme() -> set[str]:
    """The commands of README's table, as a newcomer would type them."""
    return set(re.findall(r"^\| `kindlight ?([^`]*)` \|", (ROOT / "README.md").read_text("utf-8"), re.MULTILINE))


def typed(command: click.Command) -> str:
    """A command and its arguments, as its own help writes them."""
    pieces = command.collect_usage_pieces(click.Context(command))
    return " ".join([str(command.name), *(piece for piece in pieces if piece != "[OPTIONS]")])


def test_readme_lists_every_command_as_its_help_does():
    assert commands_of_readme() == {"", *map(typed, main.commands.values())}


def test_every_make_target_a_page_names_is_there():
    there = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))
    told = "\n".join(page.read_text("utf-8") for page in PAGES)
    assert {"run", "test"} <= set(re.findall(r"(?:`|^)make ([a-z]+)", told, re.MULTILINE)) <= there
