"""An example in a docstring says what the code does."""

import doctest
import importlib
from pathlib import Path

import pytest

from sources import PYTHON, ROOT, named

UNTRUE = {"src/kindlight/vault/recovery.py": "its example shows a code with another check than the one written"}
"""Known, and to be mended in their rooms; this stays empty otherwise."""


def example(path: Path):
    marks = [pytest.mark.xfail(reason=UNTRUE[named(path)])] if named(path) in UNTRUE else []
    return pytest.param(path, id=named(path), marks=marks)


EXAMPLES = [example(path) for path in PYTHON if ">>>" in path.read_text("utf-8")]


@pytest.mark.parametrize("path", EXAMPLES)
def test_an_example_is_true(path):
    module = importlib.import_module(".".join(path.relative_to(ROOT / "src").with_suffix("").parts))
    found = doctest.testmod(module)
    assert found.failed == 0
    assert found.attempted > 0
