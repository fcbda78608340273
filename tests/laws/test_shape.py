"""The shape of the house: small files, small functions, data flowing one way."""

import ast
import statistics
import subprocess
import sys
from pathlib import Path

import pytest

from sources import CLIENT, PYTHON, ROOT, SHADERS, named


@pytest.mark.parametrize("path", [*PYTHON, *CLIENT, *SHADERS], ids=named)
def test_a_file_is_at_most_three_hundred_lines(path):
    assert len(path.read_text("utf-8").splitlines()) <= 300


def body_length(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """Lines from the first statement after the docstring to the last."""
    said = ast.get_docstring(function) is not None
    first = function.body[1:] if said else function.body
    return function.end_lineno - first[0].lineno + 1 if first else 0


def lengths() -> dict[str, int]:
    return {
        f"{named(path)}:{node.lineno} {node.name}": body_length(node)
        for path in PYTHON
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    }


def test_functions_are_small():
    found = lengths()
    longest = sorted(found.items(), key=lambda one: -one[1])
    long = [one for one in longest if one[1] > 30]
    assert statistics.median(found.values()) <= 6, longest[:10]
    assert len(long) <= len(found) * 0.05, long


def test_imports_point_only_upstream():
    program = Path(sys.executable).parent / "lint-imports"
    done = subprocess.run([program, "--no-cache"], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout
