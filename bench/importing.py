"""Importing the real diary (528 entries): read sentence by sentence, kept durably, woven."""

import os
import sys
import tempfile
import time
from pathlib import Path

from figures import figure

from kindlight.host.bring import weave
from kindlight.host.keeper import Keeper
from kindlight.porting import look

if __name__ == "__main__":
    data = os.environ.get("KINDLIGHT_DATA")
    if not data:
        sys.exit("KINDLIGHT_DATA names no folder of real texts")
    with tempfile.TemporaryDirectory() as folder:
        keeper = Keeper(Path(folder) / "room")
        keeper.found(None)
        began = time.perf_counter()
        preview = look(Path(data) / "diaries" / "barbellion" / "entries.jsonl")
        brought = weave(keeper, preview).new
        took = time.perf_counter() - began
        keeper.lock()
    figure(
        "import, per entry", took / brought * 1e3, "ms", f"{brought} entries of a real diary in {took:.1f} s", budget=6
    )
