"""Writes contract/recordings: every visit of visits.py, line by line, for the client's tests to fold."""

import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
from visits import VISITS

RECORDINGS = Path(__file__).resolve().parents[1] / "contract" / "recordings"

if __name__ == "__main__":
    RECORDINGS.mkdir(exist_ok=True)
    for story in VISITS:
        with tempfile.TemporaryDirectory() as folder:
            lines = story(Path(folder) / "room").lines
        (RECORDINGS / f"{story.__name__}.jsonl").write_bytes(b"\n".join(lines) + b"\n")
        print(story.__name__, len(lines))
