"""Bringing a life in: look first, say what is there, then keep and weave it, a few entries at a time."""

import os
from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from pathlib import Path

import click
from msgspec import Struct

from kindlight.content import say
from kindlight.errors import CannotRead, StillLocked
from kindlight.events import Correction, Happening, RoomFounded, Text
from kindlight.host.ahead import read_ahead
from kindlight.host.keeper import Keeper
from kindlight.host.secret import opened_or_founded
from kindlight.host.secret import sure as sure_to
from kindlight.host.settings import Settings
from kindlight.porting import Note, Preview, Skipped, events_of, look

BATCH = 50
"""Entries kept in one write: a broken import loses at most the reading of these, never their words."""

STOPPED = 130
"""What a program ends with when it was interrupted (128 and SIGINT)."""

SCREENFUL = 20
"""Remarks told one by one."""

__all__ = ["bring", "look", "weave"]


def bring(told: Settings, path: Path, *, sure: bool) -> None:
    """Show what is at the path, ask, and bring it in; asked twice, nothing comes twice."""
    if path.exists() and not os.access(path, os.R_OK):
        raise CannotRead(path=path)
    preview = look(path)
    for line in described(preview):
        click.echo(line)
    if not preview.count or not (sure or sure_to(say("cli.import.ask"))):
        return
    keeper = opened_or_founded(told, first_of(preview))
    try:
        with click.progressbar(length=preview.count, label=say("cli.import.weaving"), width=32) as bar:
            woven = weave(keeper, preview, bar.update)
        click.echo(say("cli.import.done", new=woven.new, known=woven.known))
    except KeyboardInterrupt:
        click.echo("\n" + say("cli.import.stopped"), err=True)
        raise SystemExit(STOPPED) from None
    finally:
        keeper.lock()


class Woven(Struct, frozen=True, kw_only=True):
    """How many texts were new, and how many were here before."""

    new: int
    known: int


def weave(keeper: Keeper, preview: Preview, step: Callable[[int], object] = lambda _: None) -> Woven:
    """Read, keep and fold all that a preview holds, a few at a time."""
    if keeper.session is None:
        raise StillLocked
    fresh = not keeper.session.view.returning  # only a new room takes over more than texts: people, choices, visits
    leaning = keeper.session.leaning
    read = events_of(preview, lambda texts: read_ahead(texts, leaning))
    told = (event for event in read if fresh or isinstance(event, Text | Correction))
    new = known = 0
    while batch := list(islice(told, BATCH)):
        texts = sum(isinstance(event, Text) for event in batch)
        kept = sum(isinstance(event, Text) for event in keeper.session.bring(batch))
        new, known = new + kept, known + texts - kept
        step(texts)
    return Woven(new=new, known=known)


def first_of(preview: Preview) -> tuple[Happening, ...]:
    """The founding of the room that an export came from, so that a new room becomes that same room."""
    return tuple(event for event in preview.events if isinstance(event, RoomFounded))[:1]


def described(preview: Preview) -> Iterator[str]:
    """What was found, as a person would want to know before saying yes."""
    yield say("cli.import.found", source=say(f"port.source.{preview.source}"), count=preview.count)
    if preview.first is not None:
        yield say("cli.import.span", first=preview.first[:10], last=(preview.last or preview.first)[:10])
        yield say("cli.import.examples", dates=", ".join(preview.examples))
    yield from remarks("cli.import.skipped", preview.skipped)
    yield from remarks("cli.import.note", preview.notes)


def remarks(word: str, about: Sequence[Skipped | Note]) -> Iterator[str]:
    """What stays behind, or is to be looked at: a screenful by name, the rest as a number."""
    for one in about[:SCREENFUL]:
        yield say(word, name=one.name, why=say(one.word, **one.values))
    if len(about) > SCREENFUL:
        yield say(f"{word}-more", count=len(about) - SCREENFUL)
