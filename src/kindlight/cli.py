"""The command line: each command is a few lines that ask `host` and print what the words file says."""

import sys
from pathlib import Path

import click

from kindlight import __version__
from kindlight.content import say
from kindlight.errors import Refusal
from kindlight.host import bring, opening, reading_aloud, tending
from kindlight.host.settings import Settings


class Kind(click.Group):
    """A group whose refusals are sentences, not tracebacks."""

    def invoke(self, ctx: click.Context) -> object:
        """Run the command; say kindly why it could not be done."""
        try:
            return super().invoke(ctx)
        except Refusal as refusal:
            click.echo(say(refusal.word, **refusal.values), err=True)
            ctx.exit(1)


@click.group(cls=Kind, invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"]})
@click.option("--home", type=click.Path(path_type=Path, file_okay=False), help=say("cli.help.home"))
@click.option("--port", type=click.IntRange(0, 65535), help=say("cli.help.port"))
@click.version_option(__version__, prog_name="kindlight")
@click.pass_context
def main(ctx: click.Context, home: Path | None, port: int | None) -> None:
    """Open the room."""
    ctx.obj = opening.settings(home=home, port=port)
    if ctx.invoked_subcommand is None:
        opening.open_room(ctx.obj)


main.help = say("cli.help.main")


def command(name: str, word: str) -> click.decorators.Callable[[click.decorators.FC], click.Command]:  # type: ignore[name-defined]
    """A command whose help is a sentence of the words file."""
    return main.command(name, help=say(word), short_help=say(f"{word}-short"))


@command("read", "cli.help.read")
@click.option("--json", "as_json", is_flag=True, help=say("cli.help.read-json"))
def read(as_json: bool) -> None:
    for line in sys.stdin:
        click.echo(reading_aloud.line_of(line.rstrip("\r\n"), as_json=as_json))


@command("import", "cli.help.import")
@click.argument("path", type=click.Path(path_type=Path))
@click.option("--yes", is_flag=True, help=say("cli.help.import-yes"))
@click.pass_obj
def import_(settings: Settings, path: Path, yes: bool) -> None:
    bring.bring(settings, path, sure=yes)


@command("export", "cli.help.export")
@click.argument("folder", type=click.Path(path_type=Path))
@click.pass_obj
def export(settings: Settings, folder: Path) -> None:
    tending.export(settings, folder)


@command("check", "cli.help.check")
@click.pass_context
def check(ctx: click.Context) -> None:
    ctx.exit(0 if tending.check(ctx.obj) else 1)


@command("prove", "cli.help.prove")
@click.pass_context
def prove(ctx: click.Context) -> None:
    ctx.exit(0 if tending.prove(ctx.obj) else 1)


@command("demo", "cli.help.demo")
@click.pass_obj
def demo(settings: Settings) -> None:
    opening.open_demo(settings)
