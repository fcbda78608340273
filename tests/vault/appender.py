"""A child that keeps thoughts and says so, one line for each, only once it is kept: appender.py HOME FIRST."""

import sys
from pathlib import Path

from kindlight.events import ThoughtKept
from kindlight.vault import unlock

vault = unlock(Path(sys.argv[1]))
number = int(sys.argv[2])
while True:
    text = f"rain {number} " * 20
    vault.append([ThoughtKept(id=f"thought-{number:06}", when="2026-11-23", text=text, sentences=())])
    print(number, flush=True)
    number += 1
