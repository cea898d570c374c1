"""``khabar serve``: a local endpoint and workbench."""

from __future__ import annotations

import os
import signal
from pathlib import Path

import click

from khabar.commands.machine import json_option, print_json
from khabar.errors import StoreError

__all__ = ["command"]


def _stop(number: int, frame: object) -> None:
    """End as Ctrl-C does, so that the query processes end too."""
    raise KeyboardInterrupt


@click.command("serve", short_help="Serve graphs: SPARQL endpoint, workbench, pages of nodes.")
@click.argument("graphs", nargs=-1, metavar="[GRAPH…]", type=click.Path(path_type=Path))
@click.option(
    "--store", metavar="DIR|URL",
    help="A store (see khabar load) instead: Oxigraph in a directory, or a SPARQL server whose graphs are copied once.",
)  # fmt: skip
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen on; loopback by default.")
@click.option("--port", default=7878, show_default=True, type=click.IntRange(0, 65535), help="Port; 0: any free one.")
@click.option("--cors", "origins", multiple=True, metavar="ORIGIN", help="Let pages of this origin read; * for all.")
@click.option("--timeout", default=20.0, show_default=True, type=click.FloatRange(0.1, 3600), help="Seconds per query.")
@click.option("--max-answer", default=64, show_default=True, type=click.IntRange(1, 1000), help="Megabytes per answer.")
@click.option("--workers", default=0, type=click.IntRange(0, 64), help="Query processes; as many as cores, at most 4.")
@json_option("where the server is, as soon as it listens")
def command(
    graphs: tuple[Path, ...], store: str | None, host: str, port: int, origins: tuple[str, ...], timeout: float,
    max_answer: int, workers: int, as_json: bool,
) -> None:  # fmt: skip
    """Serve graphs on this machine, read-only: SPARQL 1.1 at /sparql, workbench, a page for each node, boards.

    GRAPH is an RDF file made by khabar build. A store is shown as it was when the server started. Stop with Ctrl-C.
    """
    if bool(graphs) == bool(store):
        raise click.UsageError("give graphs, or a store with --store")
    try:
        import pyoxigraph  # noqa: F401
    except ImportError:
        raise StoreError("serving needs pyoxigraph; install it with: pip install 'khabar[serve]'") from None
    from khabar.commands.options import load_graphs
    from khabar.rdf.terms import DEFAULT_BASE
    from khabar.report.page import environment
    from khabar.serve.app import make_server
    from khabar.serve.pool import Limits, Pool
    from khabar.serve.site import Site, base_of
    from khabar.stores.base import is_url

    environment()  # says at once where Jinja2 is missing
    limits = Limits(seconds=timeout, waiting=max(60.0, 3 * timeout), answer=max_answer * 1_000_000)
    count = workers or max(2, min(4, os.cpu_count() or 1))
    base = DEFAULT_BASE
    if store and is_url(store):
        from khabar.serve.copying import copy_server

        pool = Pool(data=copy_server(store), count=count, limits=limits, union=True)
    elif store:
        if not Path(store).is_dir():
            raise StoreError(f"{store} is not the directory of a store; make one with khabar load")
        pool = Pool(path=store, count=count, limits=limits, union=True)
    else:
        from khabar.report.data import Store

        graph = load_graphs(graphs)
        base = Store(graph).base or base
        data = graph.serialize(format="nt", encoding="utf-8")
        pool = Pool(data=data, count=count, limits=limits)
    if store:
        base = base_of(pool) or base
    server = make_server(Site(pool, base=base), host, port, origins=origins)
    if as_json:
        print_json({
            "url": server.url, "sparql": f"{server.url}sparql", "workbench": f"{server.url}workbench",
            "triples": pool.size,
        })  # fmt: skip
    else:
        note = f"{pool.size} triples at {server.url} (workbench {server.url}workbench; Ctrl-C stops)"
        click.echo(f"khabar: {note}", err=True)
    signal.signal(signal.SIGTERM, _stop)
    try:
        server.serve_forever()
    finally:
        server.server_close()
