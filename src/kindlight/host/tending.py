"""Looking after the record: verify it, prove it unreadable on disk, write it out."""

from collections.abc import Iterable
from pathlib import Path

import click

from kindlight import vault
from kindlight.content import say
from kindlight.events import EntryBrought, Happening, ThoughtKept
from kindlight.host.secret import opened
from kindlight.host.settings import Settings
from kindlight.porting import write_export

SHORTEST_CANARY = 12
"""Characters of a person's own words long enough not to occur on a disk by chance."""

CANARIES = 200
"""How many pieces of one's own words are looked for."""


def export(told: Settings, folder: Path) -> None:
    """Write everything into a folder: readable, and complete enough to bring back."""
    keeper = opened(told)
    try:
        write_export(keeper.record(), folder)
    finally:
        keeper.lock()
    click.echo(say("cli.exported", folder=folder))


def check(told: Settings) -> bool:
    """Verify every event, the chain, the anchor and the file itself."""
    keeper = opened(told)
    try:
        report = keeper.check()
    finally:
        keeper.lock()
    for finding in report.findings:
        click.echo(say(f"cli.check.{finding.what}", where=finding.where))
    click.echo(say("cli.check.whole" if report.sound else "cli.check.broken", count=report.events))
    return report.sound


def prove(told: Settings) -> bool:
    """Search every file of the room for the person's own words, as any thief of the disk could."""
    keeper = opened(told)
    try:
        looked_for = canaries(keeper.record())
        proof = vault.prove(told.home, looked_for)
    finally:
        keeper.lock()
    for seen in proof.files:
        click.echo(say("cli.prove.file", name=seen.name, mode=f"{seen.mode:04o}", first=seen.first.hex(" ")))
    click.echo(say("cli.prove.sealed" if proof.sealed else "cli.prove.open", count=len(looked_for)))
    return proof.sealed


def canaries(record: Iterable[Happening]) -> tuple[str, ...]:
    """Pieces of the person's words, spread over the record."""
    texts = [event.text.strip()[:40] for event in record if isinstance(event, ThoughtKept | EntryBrought)]
    long = [text for text in texts if len(text) >= SHORTEST_CANARY]
    return tuple(long[:: max(1, len(long) // CANARIES)])
