"""Oxigraph in a directory: the default store, no server needed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from khabar.errors import InputError, StoreError
from khabar.sparql import names_its_graphs
from khabar.stores.base import CATALOG, DIGEST, refuse_service, with_prefixes

if TYPE_CHECKING:
    from khabar.queries import Result

__all__ = ["EmbeddedStore"]


_UNFINISHED = re.compile(r"LOCK|LOG(\.old\..*)?|IDENTITY|(MANIFEST|OPTIONS)-\d+(\.dbtmp)?|\d+\.(dbtmp|log|sst)")
"""Files of a store that was being made when its process ended; the store is then made anew."""


class EmbeddedStore:
    """A store of pyoxigraph's on disk; one process at a time may have it open."""

    def __init__(self, path: Path, *, create: bool = False) -> None:
        """Open the store in a directory; raises ``StoreError`` if it is not there, locked, or no store."""
        try:
            import pyoxigraph
        except ModuleNotFoundError:
            raise StoreError("a store in a directory needs pyoxigraph; run: pip install 'khabar[stores]'") from None
        self.name = str(path)
        self._ox = pyoxigraph
        if path.exists() and not path.is_dir():
            raise StoreError(f"{path}: it is a file, not a store; name a directory, or load the file into one")
        names = [entry.name for entry in path.iterdir()] if path.is_dir() else []
        there = "CURRENT" in names
        if not there and not all(map(_UNFINISHED.fullmatch, names)):
            raise StoreError(f"{path}: the directory holds other things, not a store; name another")
        if not there and not create:
            raise StoreError(f"{path}: there is no store; make one with khabar load GRAPH… --to {path}")
        try:
            self._store: Any = pyoxigraph.Store(str(path))
        except OSError as error:
            what = " ".join(str(error).split())
            if "lock" in what.lower():
                raise StoreError(f"{path}: another process has this store open; wait for it to end") from None
            raise self._failed("opened", error) from None
        self._catalog = pyoxigraph.NamedNode(CATALOG)
        self._digest = pyoxigraph.NamedNode(DIGEST)

    def digests(self, graphs: Sequence[str]) -> dict[str, str]:
        """Return the digest of each of these graphs that is there; empty where it was not completed."""
        found: dict[str, str] = {}
        for name in graphs:
            node = self._ox.NamedNode(name)
            quads = self._store.quads_for_pattern(node, self._digest, None, self._catalog)
            values = [quad.object.value for quad in quads]
            if values:
                found[name] = min(values)
            elif next(self._store.quads_for_pattern(None, None, None, node), None) is not None:
                found[name] = ""
        return found

    def replace(self, graphs: Mapping[str, Sequence[bytes]], stale: Sequence[str]) -> None:
        """Clear stale graphs, write graphs; raises ``StoreError`` where the disk is full."""
        try:
            for name in stale:
                node = self._ox.NamedNode(name)
                for quad in list(self._store.quads_for_pattern(node, self._digest, None, self._catalog)):
                    self._store.remove(quad)
                self._store.remove_graph(node)
            data = b"".join(line for lines in graphs.values() for line in lines)
            self._store.bulk_load(data, format=self._ox.RdfFormat.N_QUADS)
        except (OSError, ValueError, SyntaxError) as error:
            raise self._failed("written", error) from None

    def record(self, digests: Mapping[str, str]) -> None:
        """Keep the digests of complete graphs."""
        try:
            self._store.extend(
                self._ox.Quad(self._ox.NamedNode(name), self._digest, self._ox.Literal(value), self._catalog)
                for name, value in digests.items()
            )
        except OSError as error:
            raise self._failed("written", error) from None

    def graphs(self) -> Iterator[str]:
        """Yield the names of the complete graphs, sorted."""
        quads = self._store.quads_for_pattern(None, self._digest, None, self._catalog)
        yield from sorted({quad.subject.value for quad in quads})

    def graph(self, name: str) -> bytes:
        """Return a graph as N-Triples."""
        data = self._store.dump(format=self._ox.RdfFormat.N_TRIPLES, from_graph=self._ox.NamedNode(name))
        return data if isinstance(data, bytes) else b""

    def query(self, text: str) -> Result:
        """Answer a SPARQL query over the union of all graphs, or over those that it names by FROM.

        Raises ``InputError`` where it cannot be read.
        """
        from khabar.stores.results import from_oxigraph

        refuse_service(text)
        try:
            whole = not names_its_graphs(text)
            return from_oxigraph(self._store.query(with_prefixes(text), use_default_graph_as_union=whole))
        except (SyntaxError, ValueError) as error:
            raise InputError(f"the query cannot be read: {' '.join(str(error).split())}") from None
        except OSError as error:
            raise StoreError(f"{self.name}: {' '.join(str(error).split())}") from None

    def close(self) -> None:
        """Flush and let go; raises ``StoreError`` where the disk is full."""
        try:
            self._store.flush()
        except OSError as error:
            raise self._failed("written", error) from None
        finally:
            del self._store

    def _failed(self, what: str, error: Exception) -> StoreError:
        reason = " ".join(str(error).split())
        full = isinstance(error, OSError) and re.search(r"(?i)no space|too large|quota", reason)
        advice = "; make room and load again: what is there already is passed over" if full else ""
        return StoreError(f"{self.name}: cannot be {what}: {reason}{advice}")
