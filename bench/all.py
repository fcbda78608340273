"""Runs every bench, writes docs/bench.json and the table of README.md, and says where a budget is not met."""

import json
import os
import platform
import subprocess
import sys
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
BENCHES = (
    "first_light", "keystroke", "pixels", "drawing", "append", "opening", "weaving", "importing", "reading", "weight",
)  # fmt: skip
BEGIN, END = "<!-- bench -->", "<!-- /bench -->"


def run(name: str) -> list[dict[str, Any]]:
    """One bench's figures."""
    done = subprocess.run(
        [sys.executable, str(HERE / f"{name}.py")], stdout=subprocess.PIPE, text=True, check=True, cwd=ROOT
    )
    return [json.loads(line) for line in done.stdout.splitlines() if line.startswith("{")]


def row(figure: dict[str, Any]) -> str:
    """One figure as a row of the table."""
    budget = "" if figure.get("budget") is None else f"{figure['budget']:g} {figure['unit']}"
    return f"| {figure['name']} | {figure['value']:g} {figure['unit']} | {budget} | {figure.get('note', '')} |"


def table(measured: dict[str, Any]) -> str:
    """The table as README shows it."""
    head = ["| what | measured | budget | beside it |", "|---|---|---|---|"]
    return "\n".join([BEGIN, *head, *map(row, measured["figures"]), "", measured["machine"], END])


def into_readme(measured: dict[str, Any]) -> None:
    """Put the table between README's markers."""
    path = ROOT / "README.md"
    before, _, rest = path.read_text("utf-8").partition(BEGIN)
    after = rest.partition(END)[2]
    path.write_text(before + table(measured) + after, encoding="utf-8")


def machine() -> str:
    """Where it was measured, and how busy that machine was."""
    load = f"{os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else "unknown"
    python = platform.python_version()
    return f"Measured by `make bench` on {platform.machine()}, {os.cpu_count()} cores, Python {python}, load {load}."


def again(measured: dict[str, Any], new: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The figures measured before, and those that were measured again at their end."""
    said = {figure["name"] for figure in new}
    return [figure for figure in measured["figures"] if figure["name"] not in said] + new


if __name__ == "__main__":
    record = ROOT / "docs" / "bench.json"
    chosen = sys.argv[1:]
    where = machine()
    figures = [figure for name in chosen or BENCHES if (HERE / f"{name}.py").is_file() for figure in run(name)]
    measured: dict[str, Any] = {"machine": where, "figures": figures}
    if chosen:  # `bench/all.py reading weight` measures these again and keeps the rest
        before = json.loads(record.read_text("utf-8"))
        where = (
            f"{before['machine'].partition(' Again:')[0]} Again: {', '.join(chosen)}, load {where.rpartition(' ')[2]}"
        )
        measured = {"machine": where, "figures": again(before, figures)}
    record.write_text(json.dumps(measured, indent=1) + "\n", encoding="utf-8")
    into_readme(measured)
    for figure in measured["figures"]:
        over = figure.get("budget") is not None and figure["value"] > figure["budget"]
        print(row(figure) + ("   <- over budget" if over else ""))
