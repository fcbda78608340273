"""How the command line opens a room: key file, passphrase file, or a question; and how it founds one."""

import click

from kindlight import vault
from kindlight.content import say
from kindlight.errors import KeysDamaged, NoRoomHere
from kindlight.events import Happening
from kindlight.host import clock
from kindlight.host.keeper import Keeper
from kindlight.host.settings import Settings, passphrase_in


def opened(told: Settings) -> Keeper:
    """The room of this folder, open; raises NoRoomHere when there is none."""
    keeper = Keeper(told.home)
    match keeper.state:
        case "none":
            raise NoRoomHere
        case "damaged":
            raise KeysDamaged
        case "key-file":
            keeper.unlock()
        case _:
            keeper.unlock(passphrase=passphrase(told, say("cli.ask.passphrase")))
    return keeper


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
    return str(click.prompt(question, hide_input=True, prompt_suffix=" "))


def new_passphrase(told: Settings) -> str | None:
    """A passphrase for a new room: from the file, six offered words, one's own, or none."""
    if told.passphrase_file is not None:
        return passphrase_in(told.passphrase_file)
    offered = " ".join(vault.offer_words(clock.entropy))
    click.echo(say("cli.offer", words=offered))
    chosen = str(click.prompt(say("cli.ask.new"), default="", show_default=False, prompt_suffix=" "))
    if chosen.strip().lower() == say("cli.answer.none"):
        return None
    return chosen.strip() or offered
