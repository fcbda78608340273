"""No library that the room runs carries a sender of telemetry: promise 2 holds below Python too."""

from importlib.util import find_spec
from pathlib import Path

import pytest

SENDERS = (b"OneDsTelemetry", b"events.data.microsoft.com")
LIBRARIES = ("onnxruntime", "apsw", "cryptography", "msgspec", "numpy")


def sends(folder: Path) -> list[str]:
    """The files of a folder that hold a sender's name."""
    files = (path for path in folder.rglob("*") if path.suffix in (".so", ".pyd", ".dll", ".dylib"))
    return [path.name for path in files if any(sender in path.read_bytes() for sender in SENDERS)]


@pytest.mark.parametrize("library", LIBRARIES)
def test_a_library_has_no_sender(library):
    spec = find_spec(library)
    assert spec is not None
    assert spec.origin is not None
    assert sends(Path(spec.origin).parent) == []


def test_a_sender_is_noticed(tmp_path):
    (tmp_path / "engine.so").write_bytes(b"...N11onnxruntime14OneDsTelemetryE...")
    assert sends(tmp_path) == ["engine.so"]
