"""An example in a docstring says what the code does."""

import doctest
import importlib

import pytest

from sources import PYTHON, ROOT, named

EXAMPLES = [pytest.param(path, id=named(path)) for path in PYTHON if ">>>" in path.read_text("utf-8")]


@pytest.mark.parametrize("path", EXAMPLES)
def test_an_example_is_true(path):
    module = importlib.import_module(".".join(path.relative_to(ROOT / "src").with_suffix("").parts))
    found = doctest.testmod(module)
    assert found.failed == 0
    assert found.attempted > 0
