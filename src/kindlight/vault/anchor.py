"""The anchor: how far the record went, remembered outside it, so that an older copy in its place is noticed."""

import hmac
from pathlib import Path

from msgspec import DecodeError, Struct, json

from kindlight.vault import folder
from kindlight.vault.chain import Head


class Anchor(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The file: a head and its seal."""

    seq: int
    head: bytes
    mac: bytes


def remember(home: Path, key: bytes, head: Head) -> None:
    """Write the anchor, durably."""
    folder.put(home / folder.ANCHOR, json.encode(Anchor(seq=head.seq, head=head.hash, mac=_seal(key, head))))


def recall(home: Path, key: bytes) -> Head | None:
    """The head last remembered; None when there is no anchor, or none of ours."""
    try:
        anchor = json.decode((home / folder.ANCHOR).read_bytes(), type=Anchor)
    except (OSError, DecodeError, UnicodeDecodeError):
        return None
    head = Head(anchor.seq, anchor.head)
    return head if hmac.compare_digest(anchor.mac, _seal(key, head)) else None


def _seal(key: bytes, head: Head) -> bytes:
    return hmac.digest(key, b"%d|" % head.seq + head.hash, "sha256")
