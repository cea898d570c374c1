"""A server's graphs, copied once into memory: what is served then needs no server, and reaches none."""

from __future__ import annotations

from khabar.errors import StoreError
from khabar.stores import open_store

__all__ = ["COPY_TRIPLES", "copy_server"]

COPY_TRIPLES = 5_000_000
"""So many triples are copied at most; each query process holds them all."""


def copy_server(url: str, *, limit: int = COPY_TRIPLES) -> bytes:
    """Return the complete graphs of a SPARQL server as N-Quads.

    Raises ``StoreError`` if the server does not answer, or holds nothing of Khabar's or more than ``limit`` triples.
    """
    import pyoxigraph as ox

    store = open_store(url)
    pieces: list[bytes] = []
    size = 0
    try:
        for name in store.graphs():
            graph = ox.NamedNode(name)
            found = ox.parse(store.graph(name), format=ox.RdfFormat.N_TRIPLES)
            quads = [ox.Quad(quad.subject, quad.predicate, quad.object, graph) for quad in found]
            size += len(quads)
            if size > limit:
                raise StoreError(
                    f"{url}: it holds more than {limit:,} triples, too many to copy into memory; load them into a "
                    "directory (khabar load --to DIR) and serve that, or ask the server itself"
                )
            pieces.append(ox.serialize(quads, format=ox.RdfFormat.N_QUADS) or b"")
    except (SyntaxError, ValueError) as error:
        raise StoreError(f"{url}: a graph cannot be read: {' '.join(str(error).split())}") from None
    finally:
        store.close()
    if not pieces:
        raise StoreError(f"{url}: no graph that khabar load has completed is there")
    return b"".join(pieces)
