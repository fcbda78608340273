"""What the page weighs on the wire, gzipped: the entry, the chamber, all of it without fonts."""

import gzip
from pathlib import Path

from figures import figure

WEB = Path(__file__).resolve().parents[1] / "src" / "kindlight" / "web"


def kilobytes(*paths: Path) -> float:
    """Gzipped size of the files together, in kB (1000 bytes)."""
    return sum(len(gzip.compress(path.read_bytes(), 9)) for path in paths) / 1e3


def needed_at_once(script: Path) -> set[Path]:
    """The entry script and the parts it imports statically."""
    text = script.read_text("utf-8")
    parts = (
        path for path in WEB.glob("part-*.js") if f'from"./{path.name}"' in text or f'import"./{path.name}"' in text
    )
    return {script}.union(*(needed_at_once(path) for path in parts))


if __name__ == "__main__":
    first = {*needed_at_once(WEB / "app.js"), WEB / "style.css", WEB / "index.html"}
    rest = set(WEB.glob("part-*.js")) - first
    figure("client bytes, entry", kilobytes(*first), "kB gz", "page, styles and first script", budget=30)
    figure("client bytes, chamber", kilobytes(*rest), "kB gz", "three.js and the stage", budget=190)
    figure("client bytes, all", kilobytes(*first, *rest), "kB gz", "without fonts", budget=260)
