"""Figures in README come from docs/bench.json; no number is typed by hand."""

import json
import re
import runpy

import pytest

from sources import ROOT

MARKED = re.compile(r"<!-- bench -->.*?<!-- /bench -->", re.DOTALL)
README = (ROOT / "README.md").read_text("utf-8")
TABLE = "".join(MARKED.findall(README))


def test_readme_has_a_place_for_the_figures():
    assert README.count("<!-- bench -->") == README.count("<!-- /bench -->") == 1


def table_of(measured):
    """The table as `make bench` writes it."""
    return runpy.run_path(str(ROOT / "bench" / "all.py"))["table"](measured)


def test_each_number_in_the_table_was_measured():
    measured = ROOT / "docs" / "bench.json"
    if not measured.is_file():
        assert re.findall(r"\d", TABLE) == []
        pytest.skip("nothing measured yet: run `make bench`")
    assert table_of(json.loads(measured.read_text("utf-8"))) == TABLE, "run `make bench`"


def test_a_number_typed_by_hand_is_caught():
    assert table_of({"machine": "", "figures": [{"name": "a", "value": 1, "unit": "ms"}]}) != TABLE
