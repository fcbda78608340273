"""The themes of a life, as beginnings of words, in the order in which they stand on the loom's ring."""

import tomllib
from functools import cache
from importlib.resources import files


@cache
def themes() -> dict[str, tuple[str, ...]]:
    """Each theme's name and its stems."""
    told = tomllib.loads((files("kindlight.content") / "themes.toml").read_text("utf-8"))
    return {name: tuple(stems.split()) for name, stems in told.items()}
