"""The vocabulary every room shares: bounded numbers, names and dates as they stand in the record."""

from typing import Annotated, Literal

from msgspec import Meta

Unit = Annotated[float, Meta(ge=0, le=1)]
"""A share from 0 to 1."""

Turn = Annotated[float, Meta(ge=0, lt=1)]
"""An angle as a share of a full circle."""

Signed = Annotated[float, Meta(ge=-1, le=1)]
"""A small step to either side, from -1 to 1."""

Days = float
"""Whole and part days since 1970-01-01, in the person's own local time."""

Id = Annotated[str, Meta(min_length=8, max_length=64, pattern="^[A-Za-z0-9_-]+$")]
"""A name that no other thing has; made by the page or by `host`."""

LONGEST_WORDS = 100_000
"""Code points of one text; a longer one is kept in parts."""

Words = Annotated[str, Meta(min_length=1, max_length=LONGEST_WORDS)]
"""The person's own words, verbatim."""

Line = Annotated[str, Meta(max_length=60_000)]
"""What stands on the line, as typed; more than any one thought, and no more than one message carries."""

When = Annotated[
    str, Meta(pattern=r"^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})?(\[[\w/+-]+\])?)?$")
]
"""When something was written, as exactly as it is known: a date, a local time, an offset, a zone (RFC 9557)."""

Facet = Literal["strong", "confident", "wounded", "withdrawn", "kind"]
"""A reflection in one of the great mirrors, by how it stands."""

Name = Annotated[str, Meta(max_length=60)]
"""What the person calls a reflection; empty when it has no name."""

Target = Literal["self", "other", "none"]
"""Whom a sentence is about."""
