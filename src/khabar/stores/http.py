"""Any SPARQL 1.1 server, by the standard protocols only.

https://www.w3.org/TR/sparql11-protocol/ and https://www.w3.org/TR/sparql11-http-rdf-update/ . Servers place their
endpoints differently and some accept what they then do not store, so what a server offers is found out by trying: a
probe is written each way and asked for, and the first way that keeps it is used. These are N-Quads to the data set,
a PUT of each graph (Graph Store Protocol), and SPARQL Update.

Credentials come from the environment (``KHABAR_STORE_USER`` and ``KHABAR_STORE_PASSWORD``, or ``KHABAR_STORE_TOKEN``)
and stand in no message.
"""

from __future__ import annotations

import base64
import http.client
import json
import os
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from time import sleep
from typing import TYPE_CHECKING, Any
from urllib.parse import quote, urlencode, urlsplit

from khabar.errors import InputError, StoreError
from khabar.rdf.terms import GEO
from khabar.rdf.turtle import encode_iri
from khabar.rdf.turtle import quote as quoted
from khabar.sparql import names_its_graphs
from khabar.stores.base import CATALOG, DIGEST, makes_graph, refuse_service, with_prefixes

if TYPE_CHECKING:
    from khabar.queries import Result

__all__ = ["HttpStore", "RefusedError"]

PROBE = "urn:khabar:probe"
NQUADS, NTRIPLES = "application/n-quads", "application/n-triples"
INSERT_TRIPLES = 500
"""Triples in one INSERT DATA; Virtuoso's compiler takes few thousand."""
_FORM = "application/x-www-form-urlencoded"
_TRANSIENT = {408, 425, 429, 500, 502, 503, 504}
_LONGEST = 30.0


@dataclass(frozen=True, slots=True)
class _Layout:
    """Where a kind of server has its endpoints, below the address that users give."""

    name: str
    query: str
    update: str
    graph: str | None
    """Graph Store Protocol."""
    dataset: str | None
    """Takes N-Quads by POST."""


LAYOUTS = (
    _Layout("Oxigraph", "/query", "/update", "/store", "/store"),
    _Layout("Fuseki", "/query", "/update", "/data", "/data"),
    _Layout("Virtuoso", "/sparql", "/sparql", "/sparql-graph-crud", None),
    _Layout("GraphDB, RDF4J", "", "/statements", "/rdf-graphs/service", "/statements"),
    _Layout("QLever and others", "", "", None, None),
)
_TAILS = re.compile(r"/(?:query|sparql|update|store|data|statements)/?$|/+$")


class RefusedError(StoreError):
    """The server answered, but not well: its status stands in ``status``."""

    def __init__(self, message: str, status: int) -> None:
        super().__init__(message)
        self.status = status


class HttpStore:
    """A SPARQL 1.1 server. One connection is kept open and used for everything, in turn."""

    def __init__(self, url: str, *, retries: int = 5, timeout: float = 60) -> None:
        """Take the server's address; nothing is asked yet. Raises ``StoreError`` if the address cannot be one."""
        try:
            parts = urlsplit(url)
            port = parts.port
        except ValueError as error:
            raise StoreError(f"not a usable address: {error}") from None
        if parts.username or parts.password:
            raise StoreError(
                "the address holds a password; leave it out and set KHABAR_STORE_USER and KHABAR_STORE_PASSWORD instead"
            )
        if not parts.hostname or parts.query or parts.fragment:
            raise StoreError(f"{url}: not the address of a server; give one such as http://localhost:7878")
        self.name = url
        self._secure = parts.scheme.lower() == "https"
        self._host, self._port = parts.hostname, port
        self._root = _TAILS.sub("", parts.path)
        self._given = parts.path
        self._retries, self._timeout = retries, timeout
        self._connection: http.client.HTTPConnection | None = None
        self._authorization = _authorization()

    # ------------------------------------------------------------------------------------- the protocol

    def request(
        self,
        method: str,
        path: str,
        body: bytes | None = None,
        headers: Mapping[str, str] | None = None,
        *,
        retries: int | None = None,
    ) -> tuple[int, str, bytes]:
        """Send a request, again where the server is busy or the connection breaks; return status, media type, body.

        Every request that Khabar sends may be repeated without harm: graphs are sets and hold no blank nodes.
        Raises ``RefusedError`` for a status from 400 on, ``StoreError`` where no answer comes.
        """
        left = self._retries if retries is None else retries
        pause = 0.5
        while True:
            wait: float | None = None
            try:
                status, kind, answer, retry_after = self._once(method, path, body, headers or {})
                if status < 400:
                    return status, kind, answer
                failure: StoreError = RefusedError(self._complaint(status, kind, answer), status)
                if status not in _TRANSIENT:
                    raise failure
                wait = retry_after
            except (OSError, http.client.HTTPException) as error:
                self._drop()
                failure = StoreError(f"{self.name}: {_network(error)}")
            if left <= 0:
                raise failure from None
            left -= 1
            sleep(min(_LONGEST, pause if wait is None else wait))
            pause *= 2

    def _once(
        self, method: str, path: str, body: bytes | None, headers: Mapping[str, str]
    ) -> tuple[int, str, bytes, float | None]:
        connection = self._connection
        if connection is None:
            factory = http.client.HTTPSConnection if self._secure else http.client.HTTPConnection
            connection = self._connection = factory(self._host, self._port, timeout=self._timeout)
        full = {"User-Agent": "khabar", "Accept": "*/*", **headers}
        if self._authorization:
            full["Authorization"] = self._authorization
        if body is not None:
            full["Content-Length"] = str(len(body))
        connection.request(method, path, body, full)
        response = connection.getresponse()
        answer = response.read()
        after = response.headers.get("Retry-After", "")
        if response.will_close:
            self._drop()
        kind = response.headers.get_content_type()
        return response.status, kind, answer, float(after) if re.fullmatch(r"\d{1,4}", after) else None

    def _drop(self) -> None:
        if self._connection is not None:
            self._connection.close()
            self._connection = None

    def _complaint(self, status: int, kind: str, answer: bytes) -> str:
        if status in (401, 403):
            how = "KHABAR_STORE_USER and KHABAR_STORE_PASSWORD, or KHABAR_STORE_TOKEN"
            what = "refuses these credentials; check" if self._authorization else "wants credentials; set"
            return f"{self.name}: the server {what} {how} ({status})"
        text = "" if kind == "text/html" else " ".join(answer[:2000].decode("utf-8", "replace").split())[:200]
        reason = http.client.responses.get(status, "")
        return f"{self.name}: the server answers {status} {reason}{f': {text}' if text else ''}"

    # ------------------------------------------------------------------------------------- what it offers

    def _ask(self, layout: _Layout, text: str, retries: int | None = None) -> tuple[str, bytes]:
        union = {} if names_its_graphs(text) else {"union-default-graph": ""}
        form = urlencode({"query": text, **union}).encode()
        accept = f"{NTRIPLES}, text/turtle;q=0.5" if makes_graph(text) else "application/sparql-results+json"
        _, kind, answer = self.request(
            "POST", self._root + layout.query or "/", form, {"Content-Type": _FORM, "Accept": accept}, retries=retries
        )
        return kind, answer

    @cached_property
    def layout(self) -> _Layout:
        """The server's layout, so far as questions go; raises ``StoreError`` where no endpoint answers."""
        failure: StoreError | None = None
        tried: set[str] = set()
        for layout in LAYOUTS:
            if layout.query in tried:
                continue
            tried.add(layout.query)
            try:
                kind, answer = self._ask(layout, "ASK {}", retries=None if not failure else 0)
                if "json" in kind and _truth(answer) is not None:
                    return layout
                failure = failure or StoreError(f"{self.name}: {self._root + layout.query} is no SPARQL endpoint")
            except RefusedError as error:
                if error.status in (401, 403):
                    raise
                failure = failure if isinstance(failure, RefusedError) and failure.status >= 500 else error
            except ValueError:
                failure = failure or StoreError(f"{self.name}: {self._root + layout.query} is no SPARQL endpoint")
        status = failure.status if isinstance(failure, RefusedError) else 0
        if failure is not None and (status >= 500 or not status):
            raise failure
        raise StoreError(f"{self.name}: no SPARQL endpoint here; give the address without /query (the last: {failure})")

    @cached_property
    def way(self) -> tuple[str, _Layout]:
        """How this server takes graphs: ``dataset``, ``graph`` or ``update``, and its layout.

        Raises ``StoreError`` if it takes none.
        """
        layouts = [layout for layout in LAYOUTS if layout.query == self.layout.query]
        failures: list[StoreError] = []
        for way in ("dataset", "graph", "update"):
            for layout in layouts:
                if (way == "dataset" and not layout.dataset) or (way == "graph" and not layout.graph):
                    continue
                value = f"{way} {layout.name} \u062e"
                line = f'<{PROBE}> <{PROBE}> "{value}" <{PROBE}> .\n'.encode()
                try:
                    self._write(way, layout, {PROBE: [line]}, retries=0)
                    _, answer = self._ask(layout, f'ASK {{ GRAPH <{PROBE}> {{ <{PROBE}> <{PROBE}> "{value}" }} }}')
                    if _truth(answer):
                        self._clear_one(way, layout, PROBE)
                        return way, layout
                except RefusedError as error:
                    failures.append(error)
                except ValueError as error:
                    failures.append(StoreError(f"{self.name}: {error}"))
        worst = next((e for e in failures if isinstance(e, RefusedError) and e.status in (401, 403)), None)
        worst = worst or next((e for e in failures if isinstance(e, RefusedError) and e.status >= 500), None)
        raise worst or StoreError(
            f"{self.name}: the server can be asked but takes no graphs, by N-Quads, PUT or SPARQL Update"
            + (f" (the last answer: {failures[-1]})" if failures else "")
        )

    def _write(
        self, way: str, layout: _Layout, graphs: Mapping[str, Sequence[bytes]], retries: int | None = None
    ) -> None:
        if way == "dataset":
            data = b"".join(line for lines in graphs.values() for line in lines)
            self.request("POST", self._root + (layout.dataset or ""), data, {"Content-Type": NQUADS}, retries=retries)
            return
        for name, lines in graphs.items():
            triples = [_triple(line) for line in lines]
            if way == "graph":
                path = f"{self._root}{layout.graph}?graph={quote(name, safe='')}"
                self.request("PUT", path, b"".join(triples), {"Content-Type": NTRIPLES}, retries=retries)
                continue
            for start in range(0, len(triples), INSERT_TRIPLES):
                body = b"".join(triples[start : start + INSERT_TRIPLES]).decode("utf-8")
                self._update(layout, f"INSERT DATA {{ GRAPH {encode_iri(name)} {{\n{body}}} }}", retries)

    def _update(self, layout: _Layout, text: str, retries: int | None = None) -> None:
        form = urlencode({"update": text}).encode()
        path = self._root + layout.update or "/"
        try:
            self.request("POST", path, form, {"Content-Type": _FORM}, retries=retries)
        except RefusedError as error:
            if error.status not in (400, 415) or layout.update != layout.query:
                raise
            # Virtuoso takes updates at the query endpoint under the name of queries
            self.request("POST", path, urlencode({"query": text}).encode(), {"Content-Type": _FORM}, retries=retries)

    def _clear_one(self, way: str, layout: _Layout, name: str) -> None:
        if layout.graph is not None and way != "update":
            try:
                self.request("DELETE", f"{self._root}{layout.graph}?graph={quote(name, safe='')}", headers={})
                return
            except RefusedError as error:
                if error.status == 404:
                    return
                if error.status in (401, 403):
                    raise
        self._update(layout, f"CLEAR SILENT GRAPH {encode_iri(name)}")

    # ------------------------------------------------------------------------------------- Store

    def digests(self, graphs: Sequence[str]) -> dict[str, str]:
        """Return the digest of each of these graphs that is there; empty where it was not completed."""
        names = " ".join(map(encode_iri, graphs))
        known = self._select(f"SELECT ?g ?d {{ GRAPH <{CATALOG}> {{ ?g <{DIGEST}> ?d }} VALUES ?g {{ {names} }} }}")
        found = {str(row[0]): str(row[1]) for row in sorted(known, key=str)}
        rest = [name for name in graphs if name not in found]
        if rest:
            names = " ".join(map(encode_iri, rest))
            there = self._select(f"SELECT ?g {{ VALUES ?g {{ {names} }} FILTER EXISTS {{ GRAPH ?g {{ ?s ?p ?o }} }} }}")
            found.update((str(row[0]), "") for row in there)
        return found

    def replace(self, graphs: Mapping[str, Sequence[bytes]], stale: Sequence[str]) -> None:
        """Clear stale graphs, write graphs."""
        way, layout = self.way
        if stale:
            names = " ".join(map(encode_iri, stale))
            pattern = f"GRAPH <{CATALOG}> {{ ?g ?p ?o }}"
            self._update(layout, f"DELETE {{ {pattern} }} WHERE {{ {pattern} VALUES ?g {{ {names} }} }}")
        for name in stale:
            self._clear_one(way, layout, name)
        self._write(way, layout, graphs)

    def record(self, digests: Mapping[str, str]) -> None:
        """Keep the digests of complete graphs."""
        way, layout = self.way
        lines = [f'{encode_iri(name)} <{DIGEST}> "{value}" <{CATALOG}> .\n'.encode() for name, value in digests.items()]
        # a PUT would replace the whole catalog
        self._write("update" if way == "graph" else way, layout, {CATALOG: lines})

    def graphs(self) -> Iterator[str]:
        """Yield the names of the complete graphs, sorted; a page of the catalog at a time."""
        page, last = 5000, ""
        while True:
            rows = self._select(
                f"SELECT DISTINCT ?g {{ GRAPH <{CATALOG}> {{ ?g <{DIGEST}> ?d }} FILTER (STR(?g) > {quoted(last)}) }}"
                f" ORDER BY STR(?g) LIMIT {page}"
            )
            names = [str(row[0]) for row in rows]
            yield from names
            if len(names) < page:
                return
            last = names[-1]

    def graph(self, name: str) -> bytes:
        """Return a graph as N-Triples or Turtle."""
        text = f"CONSTRUCT {{ ?s ?p ?o }} WHERE {{ GRAPH {encode_iri(name)} {{ ?s ?p ?o }} }}"
        form = urlencode({"query": text}).encode()
        headers = {"Content-Type": _FORM, "Accept": f"{NTRIPLES}, text/turtle;q=0.5"}
        answer = self.request("POST", self._root + self.layout.query or "/", form, headers)[2]
        for virtuoso in (b"<http://www.openlinksw.com/schemas/virtrdf#Geometry>", b"virtrdf:Geometry"):
            answer = answer.replace(b"^^" + virtuoso, f"^^<{GEO}wktLiteral>".encode())  # it renames that datatype
        return answer

    def query(self, text: str) -> Result:
        """Answer a SPARQL query over the union of all graphs, or over those that it names by FROM.

        Raises ``InputError`` where the server cannot read the query, ``StoreError`` where its default graph is empty
        though it has graphs: then it does not answer over their union.
        """
        from khabar.stores.results import from_json, from_ntriples

        refuse_service(text)
        try:
            kind, answer = self._ask(self.layout, with_prefixes(text))
        except RefusedError as error:
            if error.status == 400:
                raise InputError(f"the query cannot be read: {error}") from None
            raise
        if "json" not in kind:
            return from_ntriples(answer, self.name)
        try:
            result = from_json(json.loads(answer))
        except (ValueError, KeyError, TypeError) as error:
            raise StoreError(f"{self.name}: the answer is no SPARQL result: {type(error).__name__}: {error}") from None
        if not result.rows and not result.answer and not self._answers_over_all:
            raise StoreError(
                f"{self.name}: the server's default graph is empty and no union of its graphs; let it be one "
                "(oxigraph serve --union-default-graph, tdb2:unionDefaultGraph true), or ask with GRAPH ?g { … }"
            )
        return result

    @cached_property
    def _answers_over_all(self) -> bool:
        def ask(text: str) -> bool | None:
            return _truth(self._ask(self.layout, text)[1])

        return bool(ask("ASK { ?s ?p ?o }") or not ask("ASK { GRAPH ?g { ?s ?p ?o } }"))

    def _select(self, text: str) -> tuple[tuple[Any, ...], ...]:
        from khabar.stores.results import from_json

        _, answer = self._ask(self.layout, text)
        try:
            return from_json(json.loads(answer)).rows
        except (ValueError, KeyError, TypeError) as error:
            raise StoreError(f"{self.name}: the answer is no SPARQL result: {type(error).__name__}: {error}") from None

    def close(self) -> None:
        """Close the connection."""
        self._drop()


def _authorization() -> str | None:
    token = os.environ.get("KHABAR_STORE_TOKEN")
    user = os.environ.get("KHABAR_STORE_USER")
    value = None
    if token:
        value = f"Bearer {token}"
    elif user:
        pair = f"{user}:{os.environ.get('KHABAR_STORE_PASSWORD', '')}"
        value = f"Basic {base64.b64encode(pair.encode()).decode()}"
    if value and not (value.isascii() and value.isprintable()):
        raise StoreError("the credentials in the environment hold characters that HTTP cannot carry")
    return value


def _truth(answer: bytes) -> bool | None:
    """A server's answer to an ASK; None where it is none. Raises ``ValueError`` where it is no JSON."""
    from khabar.stores.results import from_json

    try:
        return from_json(json.loads(answer)).answer
    except (KeyError, TypeError, AttributeError):
        return None


def _network(error: BaseException) -> str:
    if isinstance(error, TimeoutError):
        return "the server does not answer in time; raise --timeout, or look what it does"
    if isinstance(error, ConnectionRefusedError):
        return "no server answers there; start it, or correct the address"
    if isinstance(error, (ConnectionError, http.client.HTTPException)):
        return "the server dropped the connection; look into its log"
    return f"the server cannot be reached: {(getattr(error, 'strerror', None) or str(error)).lower()}"


def _triple(line: bytes) -> bytes:
    """An N-Quads line without its graph, which ends it."""
    return line[: line.rindex(b" <")] + b" .\n"
