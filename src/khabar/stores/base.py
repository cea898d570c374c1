"""What every store can do, and which kind a target is."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from khabar.errors import StoreError

if TYPE_CHECKING:
    from khabar.queries import Result

__all__ = [
    "CATALOG",
    "DIGEST",
    "STORES",
    "Store",
    "is_url",
    "makes_graph",
    "open_store",
    "refuse_service",
    "with_prefixes",
]

CATALOG = "https://w3id.org/khabar/id/catalog"
"""The named graph in which a store keeps a digest of every complete graph."""
DIGEST = "http://spdx.org/rdf/terms#checksumValue"
"""From a named graph to the SHA-256 over its sorted N-Triples."""


class Store(Protocol):
    """A place for named graphs. Methods raise ``StoreError``; its message never holds credentials."""

    name: str
    """The target in messages."""

    def digests(self, graphs: Sequence[str]) -> dict[str, str]:
        """Return the digest of each of these graphs that is there; empty where it is there but was not completed."""
        ...

    def replace(self, graphs: Mapping[str, Sequence[bytes]], stale: Sequence[str]) -> None:
        """Clear the ``stale`` graphs, then write ``graphs``: name → N-Quads lines, each ending in a line break."""
        ...

    def record(self, digests: Mapping[str, str]) -> None:
        """Keep the digests of complete graphs."""
        ...

    def graphs(self) -> Iterator[str]:
        """Yield the names of the complete graphs, sorted."""
        ...

    def graph(self, name: str) -> bytes:
        """Return a graph as N-Triples, in no particular order."""
        ...

    def query(self, text: str) -> Result:
        """Answer a SPARQL query over all graphs, or those it names by FROM; Khabar's prefixes need no declaration."""
        ...

    def close(self) -> None:
        """Let go of the store; what was written is on disk."""
        ...


def is_url(target: str) -> bool:
    """Whether a target is a server and not a directory."""
    return re.match(r"https?://", target, re.IGNORECASE) is not None


def _open_server(target: str, create: bool, retries: int, timeout: float) -> Store:
    from khabar.stores.http import HttpStore

    return HttpStore(target, retries=retries, timeout=timeout)


def _open_directory(target: str, create: bool, retries: int, timeout: float) -> Store:
    from khabar.stores.embedded import EmbeddedStore

    return EmbeddedStore(Path(target), create=create)


STORES: Mapping[str, Callable[[str, bool, int, float], Store]] = {
    "server": _open_server, "directory": _open_directory,
}  # fmt: skip
"""Kinds of stores by name. A new one is one module and one line here and in ``open_store``."""


def open_store(target: str | os.PathLike[str], *, create: bool = False, retries: int = 5, timeout: float = 60) -> Store:
    """Open a store: a SPARQL 1.1 server by its URL, or Oxigraph in a directory, made if ``create``.

    ``retries`` is how often a server is asked again, with growing pauses; ``timeout`` is in seconds.
    Raises ``StoreError`` if it cannot be opened.
    """
    value = str(target)
    if re.match(r"[A-Za-z][A-Za-z0-9+.-]*://", value) and not is_url(value):
        raise StoreError(f"{value.split('://')[0]}:// is no protocol of a store; give an http(s) URL or a directory")
    return STORES["server" if is_url(value) else "directory"](value, create, retries, timeout)


def with_prefixes(text: str) -> str:
    """Return a query with those of Khabar's prefixes declared that it uses and does not declare, on its first line."""
    from khabar.rdf.terms import PREFIXES

    declared = set(re.findall(r"(?i)\bprefix\s+([A-Za-z][\w.-]*)?:", text))
    used = set(re.findall(r"(?<![\w<])([A-Za-z][\w-]*):", text))
    head = "".join(f"PREFIX {p}: <{ns}> " for p, ns in PREFIXES.items() if p in used and p not in declared)
    return head + text


_OPAQUE = re.compile(
    r'"""(?s:.*?)"""|\'\'\'(?s:.*?)\'\'\'|"(?:[^"\\\n]|\\.)*"|\'(?:[^\'\\\n]|\\.)*\'|<[^<>\s]*>|#[^\n]*'
)


def makes_graph(text: str) -> bool:
    """Whether a query's answer is a graph (CONSTRUCT, DESCRIBE)."""
    form = re.search(r"(?i)(?<![\w:?$])(select|ask|construct|describe)(?![\w:])", _OPAQUE.sub(" ", text))
    return form is not None and form[1].lower() in {"construct", "describe"}


def refuse_service(text: str) -> None:
    """Raise ``StoreError`` where a query would make the store reach over the network."""
    if re.search(r"(?i)(?<![\w:?$])service\b(?!\s*:)", _OPAQUE.sub(" ", text)):
        raise StoreError("SERVICE is not supported: queries do not reach the network")
