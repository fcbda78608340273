"""How a bench says a figure: one line of JSON, which `all.py` gathers."""

import json


def figure(name: str, value: float, unit: str, note: str = "", budget: float | None = None) -> None:
    """Print one figure; `budget` is the most it may be, where design.md sets one."""
    print(
        json.dumps({"name": name, "value": round(value, 3), "unit": unit, "note": note, "budget": budget}), flush=True
    )


def percentile(values: list[float], share: float) -> float:
    """The value below which `share` percent of them lie (nearest rank)."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, round(share / 100 * len(ordered)))]
