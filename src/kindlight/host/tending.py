"""Looking after the record: verify it, prove it unreadable on disk, write it out."""

from collections.abc import Iterable
from pathlib import Path

import click

from kindlight import vault
from kindlight.content import say
from kindlight.errors import ExportIntoRoom
from kindlight.events import EntryBrought, Happening, ThoughtKept
from kindlight.host.keeper import Keeper
from kindlight.host.secret import Secret, opened, with_secret
from kindlight.host.settings import Settings
from kindlight.porting import write_export

SHORTEST_CANARY = 12
"""Characters of a person's own words long enough not to occur on a disk by chance."""

CANARIES = 200
"""How many pieces of one's own words are looked for."""


ADVICE = {"search": "cli.check.advice-search", "older": "cli.check.advice-older", "anchor": "cli.check.advice-older"}
"""The next step when nothing else is wrong."""


def export(told: Settings, folder: Path) -> bool:
    """Write everything into a folder: readable, and complete enough to bring back."""
    keep_out(told, folder)
    keeper = opened(told)
    try:
        write_export(keeper.record(), folder)
    finally:
        keeper.lock()
    click.echo(say("cli.exported", folder=folder))
    return True


def rescue(told: Settings, folder: Path) -> bool:
    """Write every event that still verifies into a folder, say which do not, and change nothing in the room."""
    keep_out(told, folder)

    def write(secret: Secret) -> vault.Report:
        with vault.rescue(told.home, passphrase=secret.passphrase, recovery=secret.recovery) as found:
            report = found.report()
            if report.events:
                write_export(found.read(), folder)
        return report

    report = with_secret(told, write)
    tell(report)
    if report.events:
        click.echo(say("cli.rescued", folder=folder, count=report.events))
    else:
        click.echo(say("cli.rescued-none"))
    return bool(report.events)


def keep_out(told: Settings, folder: Path) -> None:
    """Refuse an export into the room's own folder."""
    if folder.resolve().is_relative_to(told.home.resolve()):
        raise ExportIntoRoom


def check(told: Settings) -> bool:
    """Verify every page, event and link, and the anchor, without writing; only a sound record is then opened."""
    report = with_secret(told, lambda secret: examined(told.home, secret))
    tell(report)
    if report.sound:
        click.echo(say("cli.check.whole", count=report.events))
    else:
        click.echo(say("cli.check.broken", count=report.events))
        click.echo(say(advice(report)))
    return report.sound


def advice(report: vault.Report) -> str:
    """The word for the gentlest next step."""
    if not report.events:
        return "cli.check.advice-backup"
    [first, *others] = report.findings
    return "cli.check.advice" if others else ADVICE.get(first.what, "cli.check.advice")


def examined(home: Path, secret: Secret) -> vault.Report:
    """What a check comes to; what only the engine can tell is asked of it once nothing else is wrong."""
    with vault.rescue(home, passphrase=secret.passphrase, recovery=secret.recovery) as found:
        report = found.report()
    if not report.sound:
        return report
    keeper = Keeper(home)
    keeper.unlock(passphrase=secret.passphrase, recovery=secret.recovery)
    try:
        return keeper.check()
    finally:
        keeper.lock()


def tell(report: vault.Report) -> None:
    """Say each thing that does not verify, and where."""
    for finding in report.findings:
        click.echo(say(f"cli.check.{finding.what}", where=finding.where))


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
