"""The endpoint and the pages over HTTP: the protocol, limits, refusals; asked by independent clients too."""

from __future__ import annotations

import http.client
import json
import re
import signal
import socket
import subprocess
import sys
import threading
import urllib.error
import urllib.parse
import warnings
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
import rdflib
from rdflib import URIRef

import khabar
from khabar.cli import run as cli_run
from khabar.errors import StoreError
from khabar.rdf.graph import describe, to_rdflib
from khabar.rdf.load import parse
from khabar.rdf.terms import KHB
from support.sample import sample
from support.servers import oxigraph

pytest.importorskip("jinja2")
ox = pytest.importorskip("pyoxigraph")

from khabar.serve.app import MAX_BODY, Server, make_server  # noqa: E402
from khabar.serve.copying import copy_server  # noqa: E402
from khabar.serve.pool import Limits, Pool  # noqa: E402
from khabar.serve.protocol import forbidden, negotiate  # noqa: E402
from khabar.serve.site import Site, base_of  # noqa: E402

JSON = "application/sparql-results+json"
COUNT = "SELECT (COUNT(*) AS ?n) WHERE { ?s ?p ?o }"
ENDLESS = "SELECT (COUNT(*) AS ?n) WHERE { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"
ARMY = "https://w3id.org/khabar/id/actor/mountain-army"


def graph() -> rdflib.Graph:
    return to_rdflib(describe(sample()))


@contextmanager
def running(data: rdflib.Graph | None = None, limits: Limits | None = None, **options: Any) -> Iterator[Server]:
    """A server on a free port, in a thread."""
    source = (data if data is not None else graph()).serialize(format="nt", encoding="utf-8")
    pool = Pool(data=source, count=2, limits=limits or Limits(seconds=10, memory=0))
    server = make_server(Site(pool), **options)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    with running() as found:
        yield found


class Reply:
    """What came back."""

    def __init__(self, response: http.client.HTTPResponse) -> None:
        self.status = response.status
        self.headers = response.headers
        self.body = response.read()
        self.kind = (response.headers.get("Content-Type") or "").partition(";")[0]

    @property
    def text(self) -> str:
        return self.body.decode("utf-8")


def ask(
    server: Server, method: str, path: str, body: str | bytes | None = None, headers: dict[str, str] | None = None
) -> Reply:
    connection = http.client.HTTPConnection("127.0.0.1", server.server_address[1], timeout=60)
    try:
        data = body.encode() if isinstance(body, str) else body
        connection.request(method, path, data, headers or {})
        return Reply(connection.getresponse())
    finally:
        connection.close()


def query(server: Server, text: str, accept: str = JSON) -> Reply:
    return ask(
        server, "POST", "/sparql", text, {"Content-Type": "application/sparql-query", "Accept": accept}
    )  # fmt: skip


def count(reply: Reply) -> int:
    return int(json.loads(reply.body)["results"]["bindings"][0]["n"]["value"])


# ------------------------------------------------------------------------------------------------- protocol


FORM = "application/x-www-form-urlencoded"


def test_the_three_ways_to_query_give_one_answer(server: Server) -> None:
    encoded = urllib.parse.urlencode({"query": COUNT})
    replies = [
        ask(server, "GET", f"/sparql?{encoded}", headers={"Accept": JSON}),
        ask(server, "POST", "/sparql", encoded, {"Content-Type": FORM, "Accept": JSON}),
        query(server, COUNT),
        ask(server, "POST", "/sparql", COUNT, {"Content-Type": "application/sparql-query; charset=UTF-8"}),
    ]
    assert [reply.status for reply in replies] == [200] * 4
    assert {count(reply) for reply in replies} == {len(graph())}


@pytest.mark.parametrize(
    ("text", "accept", "kind"),
    [
        ("SELECT * { ?s ?p ?o } LIMIT 1", "*/*", JSON),
        ("SELECT * { ?s ?p ?o } LIMIT 1", "application/sparql-results+xml", "application/sparql-results+xml"),
        ("SELECT * { ?s ?p ?o } LIMIT 1", "text/csv", "text/csv"),
        ("SELECT * { ?s ?p ?o } LIMIT 1", "text/tab-separated-values", "text/tab-separated-values"),
        ("SELECT * { ?s ?p ?o } LIMIT 1", "text/csv;q=0.2, application/json", "application/json"),
        ("ASK {}", "*/*", JSON),
        ("ASK {}", "application/sparql-results+xml", "application/sparql-results+xml"),
        ("CONSTRUCT WHERE { ?s ?p ?o }", "*/*", "text/turtle"),
        ("CONSTRUCT WHERE { ?s ?p ?o }", "application/rdf+xml", "application/rdf+xml"),
        ("CONSTRUCT WHERE { ?s ?p ?o }", "application/ld+json", "application/ld+json"),
        ("CONSTRUCT WHERE { ?s ?p ?o }", "application/n-triples", "application/n-triples"),
        (f"DESCRIBE <{ARMY}>", "text/turtle", "text/turtle"),
    ],
)
def test_content_negotiation(server: Server, text: str, accept: str, kind: str) -> None:
    reply = query(server, text, accept)
    assert (reply.status, reply.kind) == (200, kind)
    assert "Accept" in reply.headers["Vary"]


def test_answers_can_be_parsed_by_others(server: Server) -> None:
    expected = {(s, p, o) for s, p, o in graph()}
    for accept, form in (("text/turtle", "turtle"), ("application/rdf+xml", "xml"), ("application/n-triples", "nt")):
        reply = query(server, "CONSTRUCT WHERE { ?s ?p ?o }", accept)
        assert set(rdflib.Graph().parse(data=reply.body, format=form)) == expected


def test_an_unknown_media_type_is_not_acceptable(server: Server) -> None:
    assert query(server, "ASK {}", "image/png").status == 406
    assert query(server, "ASK {}", "text/csv").status == 406


@pytest.mark.parametrize(
    ("method", "path", "body", "headers", "status"),
    [
        ("POST", "/sparql", "SELECT", {"Content-Type": "application/sparql-query"}, 400),
        ("POST", "/sparql", b"\xff\xfe", {"Content-Type": "application/sparql-query"}, 400),
        ("POST", "/sparql", "query=%FF", {"Content-Type": FORM}, 400),
        ("POST", "/sparql", "", {"Content-Type": FORM}, 400),
        ("POST", "/sparql", "query=ASK%7B%7D&query=ASK%7B%7D", {"Content-Type": FORM}, 400),
        ("POST", "/sparql", "ASK {}", {"Content-Type": "text/plain"}, 415),
        ("POST", "/sparql", "ASK {}", {"Content-Type": "application/sparql-query; charset=utf-16"}, 415),
        ("POST", "/sparql", "DROP ALL", {"Content-Type": "application/sparql-update"}, 403),
        ("POST", "/sparql", "update=DROP+ALL", {"Content-Type": FORM}, 403),
        ("GET", "/sparql?update=DROP+ALL", None, {}, 403),
        ("POST", "/sparql", "INSERT DATA { <a:a> <a:b> <a:c> }", {"Content-Type": "application/sparql-query"}, 403),
        ("POST", "/sparql", "LOAD <http://127.0.0.1:1/>", {"Content-Type": "application/sparql-query"}, 403),
        ("PUT", "/sparql", "x", {}, 405), ("DELETE", "/sparql", None, {}, 405), ("PATCH", "/", "x", {}, 405),
        ("BREW", "/", None, {}, 405), ("POST", "/", "x", {}, 405),
        ("GET", "/node", None, {}, 400), ("GET", "/node?iri=relative", None, {}, 400),
        ("GET", "/node?iri=http%3A%2F%2Fx%2F%3E%20.%20DROP", None, {}, 400),
        ("GET", "/node?iri=http%3A%2F%2Fexample.org%2Fmissing", None, {}, 404),
        ("GET", "/board?article=missing", None, {}, 404),
        ("GET", "/../../etc/passwd", None, {}, 404), ("GET", "/assets/../page.py", None, {}, 404),
        ("GET", "/assets/%2e%2e/page.py", None, {}, 404), ("GET", "/assets//etc/passwd", None, {}, 404),
        ("GET", "/id/../../x", None, {}, 404), ("GET", "/sparql/", None, {}, 404),
        ("GET", "//evil.example/sparql", None, {}, 404),
    ],
)  # fmt: skip
def test_refusals_are_one_line(
    server: Server, method: str, path: str, body: Any, headers: dict[str, str], status: int
) -> None:
    reply = ask(server, method, path, body, headers)
    assert reply.status == status
    if status >= 400:
        assert reply.kind == "text/plain"
        assert len(reply.text.splitlines()) == 1
        assert "Traceback" not in reply.text
    assert count(query(server, COUNT)) == len(graph())


def test_too_large_a_request(server: Server) -> None:
    connection = http.client.HTTPConnection("127.0.0.1", server.server_address[1], timeout=30)
    connection.putrequest("POST", "/sparql")
    connection.putheader("Content-Type", "application/sparql-query")
    connection.putheader("Content-Length", str(MAX_BODY + 1))
    connection.endheaders()
    assert connection.getresponse().status == 413
    connection.close()


def test_a_broken_request_line_does_not_stop_the_server(server: Server) -> None:
    with socket.create_connection(("127.0.0.1", server.server_address[1]), timeout=10) as sock:
        sock.sendall(b"\x16\x03\x01\x00nonsense\r\n\r\n")
        assert sock.recv(64)
    assert query(server, "ASK {}").status == 200


def test_head_has_no_body(server: Server) -> None:
    reply = ask(server, "HEAD", "/")
    assert (reply.status, reply.body) == (200, b"")
    assert int(reply.headers["Content-Length"]) > 100


def test_datasets_of_the_protocol(server: Server) -> None:
    other = urllib.parse.urlencode({"query": COUNT, "default-graph-uri": "http://example.org/none"})
    reply = ask(server, "GET", f"/sparql?{other}", headers={"Accept": JSON})
    assert count(reply) == 0


def test_service_description(server: Server) -> None:
    reply = ask(server, "GET", "/sparql", headers={"Accept": "text/turtle"})
    found = rdflib.Graph().parse(data=reply.body, format="turtle")
    sd = "http://www.w3.org/ns/sparql-service-description#"
    assert (None, URIRef(sd + "supportedLanguage"), URIRef(sd + "SPARQL11Query")) in found


# ------------------------------------------------------------------------------------------------- safety


@pytest.mark.parametrize(
    "text",
    [
        "SELECT * { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }",
        "SELECT * { service silent<http://127.0.0.1:1/>{ ?s ?p ?o } }",
        "SELECT * { ?s ?p ?o FILTER(?s<?o) SERVICE ?o { ?a ?b ?c } }",
        'SELECT * { ?s ?p "#" SERVICE <x:y> {} }',
        "SELECT * { ?s ?p <x:#a> .SERVICE <x:y> {} }",
        "SELECT * { # comment\n SERVICE <x:y> {} }",
        "SELECT * { \\u0053ERVICE <x:y> {} }",
        "PREFIX a: <x:y> SELECT * { ?s a:b 'it\\'s' . SERVICE a:c {} }",
    ],
)
def test_service_is_refused(server: Server, text: str) -> None:
    assert "SERVICE" in (forbidden(text) or "")
    assert query(server, text).status == 400


@pytest.mark.parametrize(
    "text",
    [
        "SELECT ?service { ?service ?p ?o }", "PREFIX service: <x:y#> SELECT * { ?s service:service ?o }",
        "SELECT * { ?s ?p 'SERVICE' } # SERVICE", 'SELECT * { ?s ?p """a " SERVICE""" }',
        "SELECT * { ?s <http://x/SERVICE> ?o }", "PREFIX load: <x:y> SELECT * { ?s load:insert ?o }",
        "SELECT * { ?s ?p 'x'@en-service }", "BASE <http://x/> SELECT * { <INSERT> ?p ?o }",
    ],
)  # fmt: skip
def test_what_only_looks_like_service_runs(server: Server, text: str) -> None:
    assert forbidden(text) is None
    assert query(server, text).status == 200


def test_the_query_process_cannot_reach_the_network() -> None:
    """Even past the check of the text, a SERVICE finds no socket."""
    listener = socket.create_server(("127.0.0.1", 0))
    listener.settimeout(0.5)
    pool = Pool(data=graph().serialize(format="nt", encoding="utf-8"), count=1)
    try:
        port = listener.getsockname()[1]
        answer = pool.ask(f"SELECT * {{ SERVICE <http://127.0.0.1:{port}/> {{ ?s ?p ?o }} }}")
        assert answer.status == 500
        with pytest.raises(TimeoutError):
            listener.accept()
    finally:
        pool.close()
        listener.close()


def test_an_endless_query_is_cut_and_the_rest_goes_on() -> None:
    with running(limits=Limits(seconds=0.7, memory=0)) as server:
        for _ in range(3):
            reply = query(server, ENDLESS)
            assert reply.status == 503
            assert "stopped" in reply.text
            assert reply.headers["Retry-After"]
        assert count(query(server, COUNT)) == len(graph())


def test_a_query_of_too_much_memory_ends_alone() -> None:
    text = "SELECT * WHERE { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i } ORDER BY ?a ?d ?g"
    with running(limits=Limits(seconds=30, memory=700_000_000)) as server:
        assert query(server, text).status == 503
        assert count(query(server, COUNT)) == len(graph())


def test_a_large_answer_is_refused() -> None:
    with running(limits=Limits(seconds=20, memory=0, answer=10_000)) as server:
        reply = query(server, "SELECT * WHERE { ?a ?b ?c . ?d ?e ?f }")
        assert reply.status == 500
        assert "LIMIT" in reply.text
        assert query(server, "ASK {}").status == 200


def test_two_hundred_queries_at_once(server: Server) -> None:
    barrier = threading.Barrier(200)

    def one(number: int) -> tuple[int, int]:
        barrier.wait()
        reply = query(server, f"SELECT (COUNT(*) AS ?n) ({number} AS ?k) WHERE {{ ?s ?p ?o }}")
        return reply.status, count(reply) if reply.status == 200 else -1

    with ThreadPoolExecutor(200) as pool:
        found = list(pool.map(one, range(200)))
    assert set(found) == {(200, len(graph()))}


def test_cross_origin_reading_is_off_unless_asked_for(server: Server) -> None:
    reply = ask(server, "GET", "/sparql?query=ASK%7B%7D", headers={"Origin": "http://evil.example"})
    assert reply.headers["Access-Control-Allow-Origin"] is None
    assert ask(server, "OPTIONS", "/sparql", headers={"Origin": "http://evil.example"}).headers.get_all(
        "Access-Control-Allow-Origin"
    ) is None  # fmt: skip
    with running(origins=("http://good.example",)) as open_server:
        good = ask(open_server, "GET", "/sparql?query=ASK%7B%7D", headers={"Origin": "http://good.example"})
        assert good.headers["Access-Control-Allow-Origin"] == "http://good.example"
        bad = ask(open_server, "GET", "/sparql?query=ASK%7B%7D", headers={"Origin": "http://evil.example"})
        assert bad.headers["Access-Control-Allow-Origin"] is None
        flight = ask(open_server, "OPTIONS", "/sparql", headers={"Origin": "http://good.example"})
        assert flight.status == 204
        assert "POST" in flight.headers["Access-Control-Allow-Methods"]


def test_foreign_host_names_are_refused_on_loopback(server: Server) -> None:
    assert server.server_address[0] == "127.0.0.1"
    assert ask(server, "GET", "/", headers={"Host": "evil.example"}).status == 421
    assert ask(server, "GET", "/", headers={"Host": "localhost:1"}).status == 200


# ------------------------------------------------------------------------------------------------- pages


def test_every_iri_of_the_graph_has_a_page_in_three_forms(server: Server) -> None:
    source = graph()
    subjects = sorted({str(subject) for subject in source.subjects()})
    for iri in subjects:
        path = f"/node?iri={urllib.parse.quote(iri, safe='')}"
        page = ask(server, "GET", path, headers={"Accept": "text/html,*/*;q=0.1"})
        assert (page.status, page.kind) == (200, "text/html"), iri
    node = next(iri for iri in subjects if iri.endswith("mountain-army"))
    path = f"/node?iri={urllib.parse.quote(node, safe='')}"
    expected = set(source.triples((URIRef(node), None, None)))
    forms = {"text/turtle": "turtle", "application/ld+json": "json-ld", "application/n-triples": "nt"}
    for accept, form in forms.items():
        reply = ask(server, "GET", path, headers={"Accept": accept})
        assert reply.kind == accept
        assert set(parse(reply.body, form, "the reply")) == expected
    assert ask(server, "GET", "/id/actor/mountain-army", headers={"Accept": "text/turtle"}).status == 200
    assert ask(server, "GET", path, headers={"Accept": "image/png"}).status == 406


def test_terms_of_the_ontology_have_pages(server: Server) -> None:
    for name in ("Claim", "min", "AirStrike"):
        path = f"/node?iri={urllib.parse.quote(KHB + name, safe='')}"
        assert ask(server, "GET", path, headers={"Accept": "text/html"}).status == 200


def test_pages_have_a_policy(server: Server) -> None:
    for path in ("/", "/workbench", "/board", "/node?iri=" + urllib.parse.quote(ARMY, safe="")):
        reply = ask(server, "GET", path, headers={"Accept": "text/html"})
        assert reply.status == 200
        assert "frame-ancestors 'none'" in reply.headers["Content-Security-Policy"]
        assert reply.headers["X-Content-Type-Options"] == "nosniff"
        assert "'unsafe-eval'" not in reply.headers["Content-Security-Policy"]


def test_hostile_content_is_escaped_on_node_pages() -> None:
    source = graph()
    script = "<script>alert(1)</script>"
    army = URIRef(ARMY)
    source.add((army, URIRef("http://www.w3.org/2004/02/skos/core#altLabel"), rdflib.Literal(script, lang="ar")))
    source.add((army, URIRef("http://www.w3.org/2002/07/owl#sameAs"), URIRef("http://example.org/'onclick=alert(1)'")))
    with running(source) as server:
        page = ask(server, "GET", "/node?iri=" + urllib.parse.quote(ARMY, safe=""), headers={"Accept": "text/html"})
        assert page.status == 200
        assert script not in page.text
        assert "&lt;script&gt;" in page.text
        assert "<script" not in ask(server, "GET", "/").text


# ------------------------------------------------------------------------------------------------- clients, stores


def test_sparqlwrapper_agrees(server: Server) -> None:
    wrapper = pytest.importorskip("SPARQLWrapper")
    client = wrapper.SPARQLWrapper(f"{server.url}sparql")
    for method in (wrapper.GET, wrapper.POST):
        for kind in (wrapper.URLENCODED, wrapper.POSTDIRECTLY):
            if method == wrapper.GET and kind == wrapper.POSTDIRECTLY:
                continue
            client.setMethod(method)
            client.setRequestMethod(kind)
            client.setReturnFormat(wrapper.JSON)
            client.setQuery(COUNT)
            found = client.queryAndConvert()
            assert int(found["results"]["bindings"][0]["n"]["value"]) == len(graph())
            client.setQuery("ASK { ?s ?p ?o }")
            assert client.queryAndConvert()["boolean"] is True
            client.setQuery("CONSTRUCT WHERE { ?s ?p ?o }")
            client.setReturnFormat(wrapper.TURTLE)
            assert len(rdflib.Graph().parse(data=client.query().convert(), format="turtle")) == len(graph())
    client.setMethod(wrapper.GET)
    client.setReturnFormat(wrapper.JSON)
    client.setQuery("SELECT nonsense")
    with pytest.raises(wrapper.SPARQLExceptions.QueryBadFormed):
        client.query()


ONE, TWO, NONE = (f"http://example.org/{name}" for name in ("one", "two", "none"))


@pytest.fixture(scope="module")
def named() -> Iterator[Server]:
    """A server on two named graphs, each with one triple; the union of both is the default graph."""
    data = "".join(f'<{name}#s> <{name}#p> "{name}" <{name}> .\n' for name in (ONE, TWO)).encode()
    server = make_server(Site(Pool(data=data, count=2, limits=Limits(memory=0), union=True)))
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    yield server
    server.shutdown()
    server.server_close()
    thread.join()


PLAIN = "SELECT ?o WHERE { ?s ?p ?o }"
GRAPHS = "SELECT ?o WHERE { GRAPH ?g { ?s ?p ?o } }"
BOTH = "SELECT ?o WHERE { { ?s ?p ?o } UNION { GRAPH ?g { ?s ?p ?o } } }"


@pytest.mark.parametrize("method", ["GET", "POST"])
@pytest.mark.parametrize(
    ("text", "default", "names", "expected"),
    [
        (PLAIN, [], [], [ONE, TWO]), (PLAIN, [ONE], [], [ONE]), (PLAIN, [ONE, TWO], [], [ONE, TWO]),
        (PLAIN, [NONE], [], []), (PLAIN, [], [ONE], []), (GRAPHS, [], [], [ONE, TWO]), (GRAPHS, [], [ONE], [ONE]),
        (GRAPHS, [], [ONE, TWO], [ONE, TWO]), (GRAPHS, [ONE], [], []), (BOTH, [ONE], [TWO], [ONE, TWO]),
        (PLAIN.replace("WHERE", f"FROM <{TWO}> WHERE"), [], [], [TWO]),
        # the protocol's data set overrides that of the query (SPARQL 1.1 Protocol, 2.1.4)
        (PLAIN.replace("WHERE", f"FROM <{TWO}> WHERE"), [ONE], [], [ONE]),
        (GRAPHS.replace("WHERE", f"FROM NAMED <{TWO}> WHERE"), [], [ONE], [ONE]),
    ],
)  # fmt: skip
def test_the_protocols_data_sets_by_sparqlwrapper(
    named: Server, method: str, text: str, default: list[str], names: list[str], expected: list[str]
) -> None:
    wrapper = pytest.importorskip("SPARQLWrapper")
    client = wrapper.SPARQLWrapper(f"{named.url}sparql")
    client.setMethod(method)
    for name in default:
        client.addParameter("default-graph-uri", name)
    for name in names:
        client.addParameter("named-graph-uri", name)
    client.setReturnFormat(wrapper.JSON)
    client.setQuery(text)
    rows = client.queryAndConvert()["results"]["bindings"]
    assert sorted(row["o"]["value"] for row in rows) == expected


@pytest.mark.parametrize("form", ["JSON", "XML", "CSV", "TSV", "TURTLE", "RDFXML", "JSONLD"])
def test_every_format_that_sparqlwrapper_knows(server: Server, form: str) -> None:
    wrapper = pytest.importorskip("SPARQLWrapper")
    client = wrapper.SPARQLWrapper(f"{server.url}sparql")
    client.setReturnFormat(getattr(wrapper, form))
    graphs = form in {"TURTLE", "RDFXML", "JSONLD"}
    client.setQuery("CONSTRUCT WHERE { ?s ?p ?o }" if graphs else COUNT)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # rdflib's JSON-LD reader warns of its own constructor
        found = client.queryAndConvert()
    size = len(graph())
    if form == "JSON":
        assert found["results"]["bindings"][0]["n"]["value"] == str(size)
    elif form == "XML":
        assert str(size) in found.toxml()
    elif form in {"CSV", "TSV"}:
        assert found.decode().split()[1] == str(size)
    else:
        parsed = found if isinstance(found, rdflib.Graph) else rdflib.Graph().parse(data=found, format="turtle")
        assert len(parsed) == size


@pytest.mark.parametrize("text", ["INSERT DATA { <a:a> <a:b> <a:c> }", "LOAD <http://127.0.0.1:1/>", "CLEAR ALL"])
def test_sparqlwrapper_is_refused_an_update(server: Server, text: str) -> None:
    wrapper = pytest.importorskip("SPARQLWrapper")
    client = wrapper.SPARQLWrapper(f"{server.url}sparql")
    client.setMethod(wrapper.POST)
    client.setQuery(text)
    with pytest.raises(urllib.error.HTTPError) as caught:
        client.query()
    assert caught.value.code == 403
    caught.value.close()
    assert count(query(server, COUNT)) == len(graph())


def test_rdflib_as_a_client_agrees(server: Server) -> None:
    from rdflib.plugins.stores.sparqlconnector import SPARQLConnector

    connector = SPARQLConnector(f"{server.url}sparql", returnFormat="json", method="POST")
    (row,) = connector.query(COUNT)
    assert isinstance(row, tuple)
    assert str(row[0]) == str(len(graph()))


def test_a_store_on_disk_is_served_with_its_named_graphs(tmp_path: Path) -> None:
    store = ox.Store(str(tmp_path / "store"))
    data = graph().serialize(format="nt", encoding="utf-8")
    store.load(data, ox.RdfFormat.N_TRIPLES, to_graph=ox.NamedNode("http://example.org/g"))
    store.flush()
    del store
    pool = Pool(path=str(tmp_path / "store"), count=2, union=True)
    try:
        answer = pool.ask(COUNT, JSON)
        assert answer.status == 200
        assert json.loads(answer.body)["results"]["bindings"][0]["n"]["value"] == str(len(graph()))
        site = Site(pool)
        assert site.node(ARMY) is not None
        assert "</html>" in (site.board() or "")
    finally:
        pool.close()


@pytest.mark.slow
def test_a_sparql_server_is_copied_once(tmp_path: Path) -> None:
    khabar.write(sample(), tmp_path / "sample.nq", base="https://example.org/data/")
    with oxigraph(tmp_path) as url:
        with pytest.raises(StoreError, match="no graph"):
            copy_server(url)
        assert cli_run(["load", str(tmp_path / "sample.nq"), "--to", url, "-q"]) == 0
        with pytest.raises(StoreError, match="too many"):
            copy_server(url, limit=10)
        data = copy_server(url)
    pool = Pool(data=data, count=1, limits=Limits(memory=0), union=True)  # the server is gone
    try:
        assert json.loads(pool.ask(COUNT, JSON).body)["results"]["bindings"][0]["n"]["value"] == str(len(graph()))
        assert base_of(pool) == "https://example.org/data/"
        answer = pool.ask("SELECT DISTINCT ?g WHERE { GRAPH ?g { ?s ?p ?o } }", JSON)
        assert len(json.loads(answer.body)["results"]["bindings"]) == 1
    finally:
        pool.close()


def test_a_server_that_does_not_answer_is_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
    assert cli_run(["serve", "--store", f"ftp://127.0.0.1:{port}"]) == 2
    assert len(capsys.readouterr().err.splitlines()) == 1


@pytest.mark.skipif(not Path("/proc").is_dir(), reason="needs /proc to find the processes")
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_command_serves_and_ends_with_its_processes(tmp_path: Path, number: signal.Signals) -> None:
    source = tmp_path / "graph.ttl"
    source.write_text(graph().serialize(format="turtle"), encoding="utf-8")
    command = [sys.executable, "-m", "khabar", "serve", str(source), "--port", "0", "--workers", "2"]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as process:
        assert process.stderr
        line = process.stderr.readline()
        found = re.search(r"http://127\.0\.0\.1:(\d+)/", line)
        assert found, line
        connection = http.client.HTTPConnection("127.0.0.1", int(found[1]), timeout=20)
        connection.request("GET", f"/sparql?{urllib.parse.urlencode({'query': COUNT})}", headers={"Accept": JSON})
        assert count(Reply(connection.getresponse())) == len(graph())
        connection.close()
        children = Path(f"/proc/{process.pid}/task/{process.pid}/children").read_text().split()
        assert len(children) == 2
        process.send_signal(number)
        _, errors = process.communicate(timeout=20)
    assert process.returncode == 130
    assert "Traceback" not in errors
    assert [pid for pid in children if Path(f"/proc/{pid}").exists()] == []


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ([], "give graphs"), (["missing.ttl"], "cannot read"), (["--store", "missing"], "not the directory"),
        (["g.ttl", "--store", "x"], "give graphs"), (["g.ttl", "--host", "256.1.1.1"], "cannot listen"),
    ],
)  # fmt: skip
def test_wrong_use_is_one_line(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    arguments: list[str],
    message: str,
) -> None:
    (tmp_path / "g.ttl").write_text(graph().serialize(format="turtle"), encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert cli_run(["serve", *arguments]) == 2
    errors = capsys.readouterr().err
    assert message in errors
    assert len(errors.splitlines()) == 1


def test_negotiation() -> None:
    assert negotiate("text/*;q=0.5, text/html;q=0.1", ["text/html", "text/turtle"]) == "text/turtle"
    assert negotiate("text/html;q=0", ["text/html"]) is None
    assert negotiate("", ["a/b", "c/d"]) == "a/b"
    assert negotiate("nonsense", ["a/b"]) is None
