"""The command line: each command asks `host`, and prints what the words file says."""

import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click
import msgspec

from kindlight import __version__
from kindlight.content import say
from kindlight.errors import Refusal
from kindlight.host import ahead, bring, opening, tending
from kindlight.host.settings import Settings, settings
from kindlight.reading import Reading, Sentence
from kindlight.reading import read as read_line
from kindlight.scene import light


class Kind(click.Group):
    """A group whose refusals are sentences, not tracebacks."""

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command; say kindly why it could not be done."""
        try:
            return super().invoke(ctx)
        except Refusal as refusal:
            click.echo(say(refusal.word, **refusal.values), err=True)
            ctx.exit(1)
        except (KeyboardInterrupt, click.Abort):
            click.echo("\n" + say("cli.stopped"), err=True)
            ctx.exit(bring.STOPPED)


def command(name: str) -> Callable[[Callable[..., None]], click.Command]:
    """A command whose help is in the words file, under its name."""
    return main.command(name, help=say(f"cli.help.{name}"), short_help=say(f"cli.short.{name}"))


@click.group(
    cls=Kind,
    invoke_without_command=True,
    help=say("cli.help.kindlight"),
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 96},
)
@click.option("--home", type=click.Path(path_type=Path, file_okay=False), help=say("cli.option.home"))
@click.option("--port", type=click.IntRange(0, 65535), help=say("cli.option.port"))
@click.option("--accept-older", is_flag=True, help=say("cli.option.accept-older"))
@click.version_option(__version__, prog_name="kindlight")
@click.pass_context
def main(ctx: click.Context, home: Path | None, port: int | None, accept_older: bool) -> None:
    """Open the room, or do one of the things below."""
    ctx.obj = settings(os.environ, home=home, port=port, accept_older=accept_older)
    if ctx.invoked_subcommand is None:
        opening.open_room(ctx.obj)


@command("read")
@click.option("--json", "as_json", is_flag=True, help=say("cli.option.json"))
def read(as_json: bool) -> None:
    """Read lines from standard input, one reading a line."""
    lines = (line.decode("utf-8", "replace").rstrip("\r\n") for line in iter(sys.stdin.buffer.readline, b""))
    for text, reading in ahead.in_order(lambda text: (text, read_line(text)), lines):
        click.echo(as_object(text, reading) if as_json else as_sentence(text, reading))


def as_object(text: str, reading: Reading) -> str:
    """A reading as one JSON object on one line."""
    return msgspec.json.encode({"text": text, **msgspec.to_builtins(reading)}).decode()


def as_sentence(text: str, reading: Reading) -> str:
    """A reading as a few quiet words before the line it is of."""
    shares = {"self": reading.target.self_, "other": reading.target.other, "none": reading.target.none}
    stance = light.meeting((Sentence(start=0, end=len(text), reading=reading),))
    target = max(shares, key=lambda name: shares[name])
    return say("cli.reading", about=say(f"cli.about.{target}"), stance=say(f"cli.stance.{stance}"), text=text)


@command("import")
@click.argument("path", type=click.Path(path_type=Path))
@click.option("--yes", is_flag=True, help=say("cli.option.yes"))
@click.pass_obj
def import_(told: Settings, path: Path, yes: bool) -> None:
    """Bring a journal in."""
    bring.bring(told, path, sure=yes)


@command("export")
@click.argument("folder", type=click.Path(path_type=Path))
@click.option("--rescue", is_flag=True, help=say("cli.option.rescue"))
@click.pass_context
def export(ctx: click.Context, folder: Path, rescue: bool) -> None:
    """Write everything into a folder, readable; or, of a damaged record, all that verifies."""
    ctx.exit(0 if (tending.rescue if rescue else tending.export)(ctx.obj, folder) else 1)


@command("check")
@click.pass_context
def check(ctx: click.Context) -> None:
    """Verify the whole record."""
    ctx.exit(0 if tending.check(ctx.obj) else 1)


@command("prove")
@click.pass_context
def prove(ctx: click.Context) -> None:
    """Look for plain words in the files on disk."""
    ctx.exit(0 if tending.prove(ctx.obj) else 1)


@command("demo")
@click.pass_obj
def demo(told: Settings) -> None:
    """Open a throw-away room with a life in it."""
    opening.open_demo(told)
