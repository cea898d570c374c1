"""``khabar explain``: the words and the rule behind one node."""

from __future__ import annotations

from pathlib import Path

import click

from khabar.commands.machine import json_option, print_json
from khabar.commands.options import complete_files, load_graphs, read_sources

__all__ = ["command"]


@click.command("explain", short_help="Show the words and the rule behind one node of a graph.")
@click.argument("graphs", nargs=-1, required=True, metavar="GRAPH… NODE", shell_complete=complete_files)
@click.option(
    "--source", "sources", multiple=True, metavar="FILE", type=click.Path(path_type=Path),
    help="The article's text, to show the words around the evidence; may be given for each article.",
)  # fmt: skip
@json_option("an object with the node's properties, rules and evidence")
@click.pass_context
def command(ctx: click.Context, graphs: tuple[str, ...], sources: tuple[Path, ...], as_json: bool) -> None:
    """Show a node's labels, properties, rule and evidence, with the span marked in the text around it.

    NODE is an IRI, a prefixed name (actor:sdf) or the unambiguous beginning of a local name (claim-6428).
    """
    if len(graphs) < 2:
        raise click.UsageError("give at least one graph and a node, such as claim-6428", ctx)
    *paths, node = graphs
    from khabar.explain import explain, find_node

    graph = load_graphs([Path(path) for path in paths])
    explanation = explain(graph, find_node(graph, node), read_sources(sources))
    if as_json:
        print_json(explanation.as_json())
        return
    from khabar.present import console, explanation_text

    console().print(explanation_text(explanation))
