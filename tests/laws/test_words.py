"""Every sentence is in the words file, every key is used, and each sentence is one a kind person would say."""

import ast
import re
import tomllib
from collections.abc import Iterator
from string import Formatter

import pytest

from kindlight import errors
from sources import CLIENT, PYTHON, ROOT, WORDS, named

LITERAL = re.compile(r"""["'`]([a-z]+(?:[.-][a-z-]+)+)["'`]""")
TEMPLATE = re.compile(r"`([a-z.-]*\$\{[^`]*?\}[a-z.-]*)`")
SAID = re.compile(r'\bsay\(\s*"([^"]+)"([^;]{0,300})')
TALLY = re.compile(
    r"\b(streaks?|scores?|levels?|points?|badges?|days since|in a row|well done|great job|good job|proud|congratulat\w*"
    r"|we missed you|you should|you must)\b",
    re.IGNORECASE,
)
TRADEMARKS = re.compile(r"\b(MSC|Mindful Self-Compassion|SCS|FSCRS|Headspace|Calm app)\b")


def names_in(sentence: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(sentence) if name}


def trees() -> Iterator[tuple[str, ast.AST]]:
    for path in PYTHON:
        yield named(path), ast.parse(path.read_text("utf-8"))


def patterns(tree: ast.AST) -> Iterator[str]:
    """Keys put together from parts, as patterns: f"cli.help.{name}" may be any key of cli.help."""
    for node in ast.walk(tree):
        if isinstance(node, ast.JoinedStr):
            parts = [part.value if isinstance(part, ast.Constant) else None for part in node.values]
            pattern = "".join(r"[\w.-]+" if part is None else re.escape(str(part)) for part in parts)
            if re.search(r"[a-z]{4}", "".join(str(part) for part in parts if part)):
                yield pattern


def literals(tree: ast.AST) -> set[str]:
    return {node.value for node in ast.walk(tree) if isinstance(node, ast.Constant) and isinstance(node.value, str)}


def says(tree: ast.AST) -> Iterator[ast.Call]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "say" and node.args:
            yield node


def refusals(kind: type[errors.Refusal] = errors.Refusal) -> set[type[errors.Refusal]]:
    return {one for child in kind.__subclasses__() for one in {child, *refusals(child)}}


def word_of(kind: type[errors.Refusal]) -> str:
    return str(kind.word.fget(kind.__new__(kind)))


def used() -> tuple[set[str], list[str]]:
    exact = {word_of(kind) for kind in refusals()}
    shapes = []
    for _, tree in trees():
        exact |= literals(tree)
        shapes += patterns(tree)
    for path in CLIENT:
        text = path.read_text("utf-8")
        exact |= set(LITERAL.findall(text))
        shapes += [r"[\w.-]+".join(map(re.escape, re.split(r"\$\{.*?\}", one))) for one in TEMPLATE.findall(text)]
    return exact, [shape for shape in shapes if re.search(r"[a-z]{4}", shape.replace(r"[\w.-]+", ""))]


def test_every_key_is_used():
    exact, shapes = used()
    assert [key for key in WORDS if key not in exact and not any(re.fullmatch(s, key) for s in shapes)] == []


def test_every_key_said_by_the_engine_is_there_with_its_names_filled_in():
    wrong = []
    for where, tree in trees():
        for call in says(tree):
            key = call.args[0]
            if isinstance(key, ast.Constant):
                given = {word.arg for word in call.keywords}
                if key.value not in WORDS or not (None in given or names_in(WORDS[key.value]) <= given):
                    wrong.append((where, key.value))
    assert wrong == []


def test_every_key_put_together_by_the_engine_can_be_found():
    asked = [(where, call.args[0]) for where, tree in trees() for call in says(tree)]
    shapes = [(where, shape) for where, key in asked if isinstance(key, ast.JoinedStr) for shape in patterns(key)]
    assert [one for one in shapes if not any(re.fullmatch(one[1], key) for key in WORDS)] == []


def test_every_word_handed_on_is_there():
    handed = [
        (where, word.value.value)
        for where, tree in trees()
        for node in ast.walk(tree)
        if isinstance(node, ast.Call)
        for word in node.keywords
        if word.arg == "word" and isinstance(word.value, ast.Constant)
    ]
    assert [one for one in handed if one[1] not in WORDS] == []


def test_every_key_said_by_the_page_is_there_with_its_names_filled_in():
    wrong = []
    for path in CLIENT:
        for key, rest in SAID.findall(path.read_text("utf-8")):
            missing = [name for name in names_in(WORDS.get(key, "")) if not re.search(rf"\b{name}\b", rest)]
            if key not in WORDS or missing:
                wrong.append((named(path), key, missing))
    assert wrong == []


def test_every_refusal_has_a_sentence_and_every_sentence_a_refusal():
    assert {key for key in WORDS if key.startswith("refusal.")} == {word_of(kind) for kind in refusals()}


def raised(kind: type[errors.Refusal]) -> Iterator[set[str]]:
    """The fields a refusal is given, wherever it is made; none where it is raised by name alone."""
    for _, tree in trees():
        for node in ast.walk(tree):
            if isinstance(node, ast.Raise) and isinstance(node.exc, ast.Name) and node.exc.id == kind.__name__:
                yield set()
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == kind.__name__:
                yield {word.arg for word in node.keywords}


def test_a_name_in_a_refusal_is_a_field_someone_raises_it_with():
    short = [
        kind.__name__ for kind in refusals() for given in raised(kind) if not names_in(WORDS[word_of(kind)]) <= given
    ]
    assert short == []


def test_no_key_stands_twice_in_the_file():
    # tomllib refuses a second one, so the file being readable is the fact; the same sentence twice is allowed
    assert tomllib.loads((ROOT / "src/kindlight/content/words/en.toml").read_text("utf-8"))


@pytest.mark.parametrize("key", list(WORDS))
def test_a_sentence_is_plain_quiet_and_short(key):
    sentence = WORDS[key]
    assert faults(sentence) == []
    assert max(map(len, sentence.splitlines() or [""])) <= (320 if key.startswith("cli.help.") else 220)


def faults(sentence: str) -> list[str]:
    found = ["an exclamation mark"] if "!" in sentence else []
    found += [match.group() for match in TALLY.finditer(sentence)]
    return found + [match.group() for match in TRADEMARKS.finditer(sentence)]


@pytest.mark.parametrize(
    "sentence", ["Well done", "You kept seven days in a row", "Your score", "Welcome!", "Based on MSC", "Level two"]
)
def test_an_unkind_sentence_is_caught(sentence):
    assert faults(sentence) != []
