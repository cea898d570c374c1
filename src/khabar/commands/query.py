"""``khabar query``: competency questions and SPARQL of one's own."""

from __future__ import annotations

import sys
from pathlib import Path

import click
from click.shell_completion import CompletionItem

from khabar.commands.machine import json_option, print_json
from khabar.errors import InputError, unreadable

__all__ = ["command"]

_MAX_QUERY = 1_000_000


def _complete(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Files, and behind the first word the bundled questions too."""
    from khabar import queries

    found = [CompletionItem(incomplete, type="file")]
    if ctx.params.get("arguments") or ctx.params.get("store"):
        listed = (*queries.questions(), *queries.policies())
        found += [CompletionItem(item.name, help=item.english) for item in listed if item.name.startswith(incomplete)]
    return found


@click.command("query", short_help="Ask a competency question or your own SPARQL query.")
@click.argument("arguments", nargs=-1, metavar="GRAPH… QUERY", shell_complete=_complete)
@click.option("--list", "listing", is_flag=True, help="List the bundled questions; no graph is needed.")
@click.option(
    "-f", "--format", "form", type=click.Choice(["table", "csv", "tsv", "json", "xml"]),
    help="Format of the answer; table on a terminal, else csv. Graphs (CONSTRUCT, DESCRIBE) are Turtle, "
    "with json JSON-LD.",
)  # fmt: skip
@json_option("the same as --format json; with --list an array")
@click.option("--store", metavar="DIR|URL", help="Ask a triple store (see khabar load) instead of graph files.")
@click.pass_context
def command(
    ctx: click.Context, arguments: tuple[str, ...], listing: bool, form: str | None, as_json: bool, store: str | None
) -> None:
    """Ask graphs, or with --store a triple store, a question.

    QUERY is the name or number of a bundled question (see --list), a file with a SPARQL query, or - for standard input.
    Khabar's prefixes (khb:, skos:, schema:, …) need no declaration.
    """
    from khabar import queries

    if as_json and form not in (None, "json"):
        raise click.UsageError(f"--json and --format {form} do not go together", ctx)
    form = "json" if as_json else form
    if listing:
        _list(form)
        return
    if store is not None:
        if len(arguments) != 1:
            raise click.UsageError("with --store give the question only; --list shows the bundled ones", ctx)
    elif len(arguments) < 2:
        raise click.UsageError("give at least one graph and a question; --list shows the bundled ones", ctx)
    *paths, name = arguments
    if name == "-" and "-" in paths:
        raise click.UsageError("the graph and the query cannot both come from standard input", ctx)
    text, bundled = _query(name)
    if store is not None:
        from khabar.stores import open_store

        place = open_store(store)
        try:
            result = place.query(text)
        finally:
            place.close()
    else:
        from khabar.rdf.load import load_all

        result = queries.run(load_all(paths, ours=bundled), text)
    if form is None:
        form = "table" if sys.stdout.isatty() or result.form == "ASK" else "csv"
    if form == "table" and result.form == "SELECT" and sys.stdout.isatty():
        from khabar.present import console, query_table

        console().print(query_table(result.variables, queries.table_cells(result)))
        return
    click.echo(queries.render(result, form), nl=False)


def _query(name: str) -> tuple[str, bool]:
    """The text of a query, and whether it is a bundled question."""
    from khabar import queries
    from khabar.read import decode

    path = Path(name)
    try:
        if name == "-":
            data = sys.stdin.buffer.read(_MAX_QUERY + 1)
        elif path.is_file():
            with path.open("rb") as stream:
                data = stream.read(_MAX_QUERY + 1)
        elif path.suffix in {".rq", ".sparql"} or len(path.parts) > 1:
            raise InputError(f"cannot read {name}: no such file; khabar query --list shows the bundled questions")
        else:
            return queries.load_question(name).text, True
    except OSError as error:
        raise unreadable(name, error) from None
    if len(data) > _MAX_QUERY:
        raise InputError(f"{name}: a query of more than {_MAX_QUERY / 1e6:g} MB is none; give a SPARQL file")
    return decode(data, name), False


def _list(form: str | None) -> None:
    """Print the bundled questions, each in English and Arabic."""
    from khabar import queries

    listed = (*queries.questions(), *queries.policies())
    if form == "json":
        print_json([
            {"name": item.name, "en": item.english, "ar": item.arabic, "policy": list(item.policy)} for item in listed
        ])  # fmt: skip
        return
    from khabar.present import console, question_list

    console().print(question_list([(item.name, item.english, item.arabic) for item in listed]))
