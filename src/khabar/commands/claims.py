"""``khabar claims``: the table a user came for."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from khabar.commands.machine import json_option, print_json
from khabar.commands.options import load_graphs, optional_graphs_argument, store_option

if TYPE_CHECKING:
    from khabar.claims import Row

__all__ = ["command"]


@click.command("claims", short_help="Show who says what, where, when and with what toll.")
@optional_graphs_argument
@store_option
@json_option("an array with an object for each claim")
@click.option("--incident", metavar="NAME", help="Every voice on one incident, side by side (see khabar link).")
@click.option("--no-words", is_flag=True, help="Leave the quoted words out of the table.")
@click.pass_context
def command(
    ctx: click.Context,
    graphs: tuple[Path, ...],
    store: str | None,
    as_json: bool,
    no_words: bool,
    incident: str | None,
) -> None:
    """Show the claims of graphs: claimant, what, where, when, tolls as ranges, how sure, and the words.

    GRAPH is an RDF file made by khabar build, or - for standard input.
    """
    from khabar.claims import claim_rows

    if bool(graphs) == bool(store):
        raise click.UsageError("give graphs, or a store with --store", ctx)
    if incident is not None:
        if store:
            raise click.UsageError("--incident reads graph files; give those and the incidents", ctx)
        _show_incident(graphs, incident, as_json)
        return
    rows = _rows_of_store(store) if store else claim_rows(load_graphs(graphs))
    if as_json:
        print_json([row.as_json() for row in rows])
        return
    from khabar.present import claims_table, console

    console().print(claims_table(rows, words=not no_words))


def _show_incident(graphs: tuple[Path, ...], name: str, as_json: bool) -> None:
    """Print the voices on an incident."""
    from khabar.incidents.voices import find_incident, voices

    graph = load_graphs(graphs)
    found = voices(graph, find_incident(graph, name))
    if as_json:
        print_json([voice.as_json() for voice in found])
        return
    from khabar.present import console, voices_table

    console().print(voices_table(found))


def _rows_of_store(target: str) -> tuple[Row, ...]:
    """The claims of a store, one graph in memory at a time."""
    from khabar.claims import claim_rows
    from khabar.rdf.load import parse
    from khabar.stores import open_store

    store = open_store(target)
    try:
        return tuple(row for name in store.graphs() for row in claim_rows(parse(store.graph(name), "turtle", name)))
    finally:
        store.close()
