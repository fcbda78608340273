"""THE CONTRACT, upward: everything a page may ask of the engine. What the engine may say stands in `messages.py`."""

from typing import Annotated

from msgspec import Meta, Struct

from kindlight.reading import Says
from kindlight.scene.messages import Helper
from kindlight.terms import Facet, Id, Line, Name


class Wish(Struct, frozen=True, kw_only=True, tag_field="kind", forbid_unknown_fields=True, rename="camel"):
    """Something the person asks for."""


class Enter(Wish, frozen=True, kw_only=True, tag="enter", rename="camel"):
    """The first gesture: this tab's key, and the contract that its page was built with."""

    key: str
    contract: str


class Draft(Wish, frozen=True, kw_only=True, tag="draft", rename="camel"):
    """The words on the line right now. Read, answered in light, and never stored."""

    echo: int
    text: Line


class KeepThought(Wish, frozen=True, kw_only=True, tag="keep-thought", rename="camel"):
    """Keep this thought. The page names it, so that asking twice keeps it once."""

    id: Id
    text: Line


class FoundRoom(Wish, frozen=True, kw_only=True, tag="found-room", rename="camel"):
    """Make the room lasting, behind a passphrase, or behind a key file when there is none."""

    passphrase: Annotated[str, Meta(max_length=1_000)] | None


class Unlock(Wish, frozen=True, kw_only=True, tag="unlock", rename="camel"):
    """Open the room with its passphrase."""

    passphrase: Annotated[str, Meta(max_length=1_000)]


class Recover(Wish, frozen=True, kw_only=True, tag="recover", rename="camel"):
    """Open the room with its recovery code, and choose a new passphrase."""

    code: Annotated[str, Meta(max_length=100)]
    passphrase: Annotated[str, Meta(max_length=1_000)]


class AcceptOlder(Wish, frozen=True, kw_only=True, tag="accept-older", rename="camel"):
    """The record is older than this machine remembers, and the person says: go on with it."""


class LockRoom(Wish, frozen=True, kw_only=True, tag="lock-room", rename="camel"):
    """Close the room now."""


class OpenThread(Wish, frozen=True, kw_only=True, tag="open-thread", rename="camel"):
    """Read the words of a thread, or of the thread a flower grew from."""

    id: Id


class CorrectWords(Wish, frozen=True, kw_only=True, tag="correct-words", rename="camel"):
    """Say how one sentence of a text is meant; `place` counts its sentences from 0."""

    id: Id
    place: Annotated[int, Meta(ge=0)]
    says: Says


class ForgetCorrection(Wish, frozen=True, kw_only=True, tag="forget-correction", rename="camel"):
    """Let what was said of one sentence count no longer."""

    id: Id
    place: Annotated[int, Meta(ge=0)]


class FindWords(Wish, frozen=True, kw_only=True, tag="find-words", rename="camel"):
    """Look for words in the record."""

    query: Annotated[str, Meta(max_length=200)]


class NamePeople(Wish, frozen=True, kw_only=True, tag="name-people", rename="camel"):
    """Write down one's own people: the whole list."""

    people: Annotated[tuple[Helper, ...], Meta(max_length=12)]


class NameFacet(Wish, frozen=True, kw_only=True, tag="name-facet", rename="camel"):
    """Call one of one's reflections by a name; an empty one takes it back."""

    facet: Facet
    name: Name


class ArrangeHelp(Wish, frozen=True, kw_only=True, tag="arrange-help", rename="camel"):
    """Choose the region whose help lines come first, and whether help may be offered."""

    region: Annotated[str, Meta(max_length=8)]
    offers: bool


class CloseVisit(Wish, frozen=True, kw_only=True, tag="close-visit", rename="camel"):
    """Let the chamber dissolve."""


Gesture = (
    Enter | Draft | KeepThought | FoundRoom | Unlock | Recover | AcceptOlder | LockRoom | OpenThread | FindWords
    | CorrectWords | ForgetCorrection | NamePeople | NameFacet | ArrangeHelp | CloseVisit
)  # fmt: skip
