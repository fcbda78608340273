"""How the command line opens a room: key file, passphrase file, or a question; and how it founds one."""

import sys
from collections.abc import Callable
from typing import TypeVar

import click
from msgspec import Struct

from kindlight import vault
from kindlight.content import say
from kindlight.errors import KeyFileMissing, KeyFileWrong, KeysDamaged, NobodyToAsk, NoRoomHere, RecordOlder
from kindlight.events import Happening
from kindlight.host import clock
from kindlight.host.keeper import Keeper
from kindlight.host.settings import Settings, passphrase_in

T = TypeVar("T")


class Secret(Struct, frozen=True, kw_only=True):
    """What opens a room; neither of the two stands for its key file."""

    passphrase: str | None = None
    recovery: str | None = None


def opened(told: Settings) -> Keeper:
    """The room of this folder, open; asks before going on with an older record. Raises NoRoomHere."""
    keeper = Keeper(told.home)

    def unlock(secret: Secret) -> Keeper:
        try:
            keeper.unlock(passphrase=secret.passphrase, recovery=secret.recovery, accept_older=told.accept_older)
        except RecordOlder:
            if not _goes_on():
                raise
            keeper.unlock(passphrase=secret.passphrase, recovery=secret.recovery, accept_older=True)
        return keeper

    return with_secret(told, unlock)


def with_secret(told: Settings, use: Callable[[Secret], T]) -> T:
    """What comes of using the secret of this room, once it is known; raises NoRoomHere and KeysDamaged."""
    match vault.state(told.home):
        case "none":
            raise NoRoomHere
        case "damaged":
            raise KeysDamaged
        case "key-file":
            return _with_key_file(use)
        case _:
            return use(_spoken(passphrase(told, say("cli.ask.passphrase"))))


def _with_key_file(use: Callable[[Secret], T]) -> T:
    try:
        return use(Secret())
    except (KeyFileMissing, KeyFileWrong):
        if not sys.stdin.isatty():
            raise
        return use(Secret(recovery=asked(say("cli.ask.code"))))


def _spoken(words: str) -> Secret:
    """A recovery code does wherever a passphrase is asked for: it cannot be mistaken for one."""
    return Secret(recovery=words) if vault.fits(words) else Secret(passphrase=words)


def opened_or_founded(told: Settings, first: tuple[Happening, ...] = ()) -> Keeper:
    """The room of this folder, open, made now if there is none yet."""
    keeper = Keeper(told.home)
    if keeper.state != "none":
        return opened(told)
    code = keeper.found(new_passphrase(told), first)
    click.echo(say("cli.recovery", code=code))
    return keeper


def passphrase(told: Settings, question: str) -> str:
    """The passphrase, from the file for automation or from the person."""
    if told.passphrase_file is not None:
        return passphrase_in(told.passphrase_file)
    return asked(question, hidden=sys.stdin.isatty())


def new_passphrase(told: Settings) -> str | None:
    """A passphrase for a new room: from the file, six offered words, one's own, or none."""
    if told.passphrase_file is not None:
        return passphrase_in(told.passphrase_file)
    offered = " ".join(vault.offer_words(clock.entropy))
    click.echo(say("cli.offer", words=offered))
    chosen = asked(say("cli.ask.new"), default="")
    if chosen.strip().lower() == say("cli.answer.none"):
        return None
    return chosen.strip() or offered


def asked(question: str, *, default: str | None = None, hidden: bool = False) -> str:
    """A person's answer; raises NobodyToAsk when there is nobody."""
    return _answered(
        lambda: click.prompt(question, default=default, hide_input=hidden, show_default=False, prompt_suffix=" ")
    )


def sure(question: str) -> bool:
    """Whether a person says yes; raises NobodyToAsk when there is nobody."""
    return _answered(lambda: click.confirm(question))


def _goes_on() -> bool:
    """Whether a person goes on with an older record; nobody there is a no."""
    try:
        return sure(say("cli.ask.older"))
    except NobodyToAsk:
        return False


def _answered(ask: Callable[[], T]) -> T:
    try:
        return ask()
    except click.Abort:
        if sys.stdin.isatty():
            raise
        click.echo()
        raise NobodyToAsk from None
