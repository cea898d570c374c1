"""The command ``khabar``: a lazy group, and the one place where errors become messages and exit codes.

Exit codes: 0 done; 1 the graph violates the shapes; 2 wrong use, or input, output or a store failed; 70 a defect of
Khabar; 130 interrupted; 141 the reader of the output went away.
"""

from __future__ import annotations

import importlib
import os
import sys
from collections.abc import Sequence
from typing import Any, ClassVar

import click

from khabar.errors import KhabarError

__all__ = ["cli", "main", "run"]


class LazyGroup(click.Group):
    """A group that knows the names and one-line helps of its commands, and imports a command when it is called.

    Importing all of them for ``--help`` would take five times as long as the help itself.
    """

    COMMANDS: ClassVar[dict[str, tuple[str, str]]] = {
        "build": ("khabar.commands.build", "Read articles and write what they report as RDF."),
        "claims": ("khabar.commands.claims", "Show who says what, where, when and with what toll."),
        "docs": ("khabar.commands.docs", "Write the pages of the ontology: terms, shapes, questions."),
        "explain": ("khabar.commands.explain", "Show the words and the rule behind one node of a graph."),
        "export": ("khabar.commands.export", "Write CSV, GraphML or GeoJSON for tools that know no RDF."),
        "link": ("khabar.commands.link", "Join events of different articles into incidents."),
        "load": ("khabar.commands.load", "Load graphs into a triple store."),
        "query": ("khabar.commands.query", "Ask a competency question or your own SPARQL query."),
        "report": ("khabar.commands.report", "Write a page to look at: claims, article, map, timeline, actors."),
        "serve": ("khabar.commands.serve", "Serve graphs: SPARQL endpoint, workbench, pages of nodes."),
        "validate": ("khabar.commands.validate", "Check graphs against the shapes and their source."),
    }
    """Name → (module that has it as the attribute ``command``, one-line help)."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names of all commands, sorted."""
        return sorted({*super().list_commands(ctx), *self.COMMANDS})

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import one command."""
        if cmd_name in self.COMMANDS:
            command = importlib.import_module(self.COMMANDS[cmd_name][0]).command
            return command if isinstance(command, click.Command) else None
        return super().get_command(ctx, cmd_name)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the list of commands without importing any."""
        rows = [(name, self.COMMANDS[name][1]) for name in self.list_commands(ctx) if name in self.COMMANDS]
        with formatter.section("Commands"):
            formatter.write_dl(rows)

    def invoke(self, ctx: click.Context) -> Any:
        """Invoke the command; an interruption becomes one line (click itself would print an empty one before)."""
        try:
            return super().invoke(ctx)
        except KeyboardInterrupt:
            raise click.Abort from None

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command, or say which there are."""
        if args and not args[0].startswith("-") and args[0] not in self.list_commands(ctx):
            ctx.fail(f"no such command {args[0]!r}; there are {', '.join(self.list_commands(ctx))}")
        return super().resolve_command(ctx, args)


def _version(ctx: click.Context, param: click.Parameter, value: bool) -> None:
    if value and not ctx.resilient_parsing:
        from khabar import __version__

        click.echo(f"khabar {__version__}")
        ctx.exit()


@click.group(cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.option("--version", is_flag=True, is_eager=True, expose_value=False, callback=_version, help="Show the version.")
def cli() -> None:
    """Read news of conflict; export who says what, where and when as validated RDF."""


def run(args: Sequence[str] | None = None) -> int:
    """Run the command with ``args`` (the process's own where None) and return its exit code; never raises an error."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
    try:
        result: Any = cli.main(args=None if args is None else list(args), prog_name="khabar", standalone_mode=False)
        sys.stdout.flush()
    except click.exceptions.NoArgsIsHelpError as error:
        click.echo(error.format_message(), err=True)
        return 2
    except click.UsageError as error:
        path = error.ctx.command_path if error.ctx else "khabar"
        return _fail(f"{error.format_message()} (see {path} --help)")
    except click.ClickException as error:
        return _fail(error.format_message())
    except KhabarError as error:
        return _fail(str(error))
    except (KeyboardInterrupt, click.Abort):
        return _fail("interrupted", 130)
    except BrokenPipeError:
        # nobody reads on; point the stream elsewhere, or Python complains when it flushes it at the end
        _drop_stdout()
        return 141
    except OSError as error:
        return _fail(": ".join(str(part) for part in (error.filename, error.strerror or error) if part))
    except Exception as error:
        if os.environ.get("KHABAR_DEBUG"):
            raise
        what = " ".join(f"{type(error).__name__}: {error}".split())
        return _fail(f"a defect of khabar: {what}; please report it with the output under KHABAR_DEBUG=1", 70)
    return result if isinstance(result, int) else 0


def _fail(message: str, code: int = 2) -> int:
    """Print one line on standard error."""
    try:
        click.echo(f"khabar: {' '.join(message.split())}", err=True)
    except OSError:
        return code
    return code


def _drop_stdout() -> None:
    try:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except (OSError, ValueError):
        return


def main() -> None:
    """Entry point of the console script."""
    sys.exit(run())
