"""Where the laws look: the tree, its sources, and the sentences of the words file."""

from pathlib import Path

from kindlight.content import all_words

ROOT = Path(__file__).resolve().parent.parent
PYTHON = sorted((ROOT / "src").rglob("*.py"))
GENERATED = ROOT / "client" / "src" / "contract"
CLIENT = sorted(p for p in (ROOT / "client" / "src").rglob("*.ts") if GENERATED not in p.parents)
SHADERS = sorted(p for end in ("glsl", "vert", "frag") for p in (ROOT / "client" / "src").rglob(f"*.{end}"))
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])
WORDS = all_words()


def named(path: Path) -> str:
    """A path as it stands in the tree."""
    return path.relative_to(ROOT).as_posix()
