"""No sentence for people stands outside the words file. A pragmatic look at the two places where one could slip in."""

import ast
import re

import pytest

from sources import CLIENT, PYTHON, named

SHOWN = re.compile(r">\s*([^<>${}]*[A-Za-z]{2,}[^<>${}]*)\s*<(?=[/a-z!])")
ATTRIBUTE = re.compile(r'\b(?:aria-label|title|placeholder|alt)="([^"$]*[A-Za-z]{2,}[^"$]*)"')
HTML = re.compile(r"\b(?:html|svg)`((?:[^`\\]|\\.|\$\{[^}]*\})*)`", re.DOTALL)


def printed(source: str) -> list[str]:
    """What click or print are given as they stand."""
    found = []
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call) and name_of(node.func) in {"echo", "secho", "print", "prompt", "confirm"}:
            found += [
                arg.value for arg in node.args[:1] if isinstance(arg, ast.Constant) and isinstance(arg.value, str)
            ]
            found += [ast.unparse(arg) for arg in node.args[:1] if isinstance(arg, ast.JoinedStr) and lettered(arg)]
    return [one for one in found if re.search(r"[A-Za-z]{2,}", one)]


def name_of(function: ast.expr) -> str:
    return getattr(function, "attr", getattr(function, "id", ""))


def lettered(text: ast.JoinedStr) -> bool:
    return any(isinstance(part, ast.Constant) and re.search(r"[A-Za-z]{2,}", str(part.value)) for part in text.values)


def written(source: str) -> list[str]:
    """Letters between tags and in spoken attributes of templates."""
    templates = HTML.findall(source)
    return [one.strip() for t in templates for one in [*SHOWN.findall(t), *ATTRIBUTE.findall(t)] if one.strip()]


@pytest.mark.parametrize("path", PYTHON, ids=named)
def test_the_engine_prints_only_what_the_words_file_says(path):
    assert printed(path.read_text("utf-8")) == []


@pytest.mark.parametrize("path", CLIENT, ids=named)
def test_the_page_shows_only_what_the_words_file_says(path):
    assert written(path.read_text("utf-8")) == []


def test_a_sentence_in_the_wrong_place_is_caught():
    assert printed('click.echo("Hello there")') == ["Hello there"]
    assert printed('click.echo(f"Kept {n}")') != []
    assert printed('click.echo(say("cli.kept"))') == []
    assert written("html`<p>Hello there</p>`") == ["Hello there"]
    assert written('html`<img alt="A room">`') == ["A room"]
    assert written('html`<p>${say("room.line")}</p>`') == []
