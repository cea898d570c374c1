"""Stores: what is loaded is what was built, on real servers; servers that fail, fail in one line and lose nothing."""

from __future__ import annotations

import base64
import gzip
import json
import os
import re
import signal
import subprocess
import sys
import threading
import time
import tracemalloc
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from http.server import BaseHTTPRequestHandler
from pathlib import Path

import pyoxigraph
import pytest

from khabar.cli import run
from khabar.errors import StoreError
from khabar.rdf.load import load as load_file
from khabar.stores import CATALOG, open_store
from khabar.stores.base import refuse_service, with_prefixes
from khabar.stores.load import digest, load, read_graphs
from support.articles import line
from support.servers import forward, free_port, listening, oxigraph, virtuoso

Term = pyoxigraph.NamedNode | pyoxigraph.BlankNode | pyoxigraph.Literal | pyoxigraph.Triple
Server = Callable[[Path], AbstractContextManager[str]]


@contextmanager
def directory(path: Path) -> Iterator[str]:
    yield str(path / "store")


TARGETS: dict[str, Server] = {"directory": directory, "oxigraph": oxigraph, "virtuoso": virtuoso}


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data set of twelve articles with Arabic, bidirectional controls, quotes, coordinates and dates."""
    folder = tmp_path_factory.mktemp("data")
    rows = [line(number, title=f'«عنوان» "{number}" \u202bمن اليمين\u202c \\ نهاية') for number in range(12)]
    (folder / "in.jsonl").write_text("\n".join(rows), encoding="utf-8")
    assert run(["build", str(folder / "in.jsonl"), "-o", str(folder / "all.nq"), "-q"]) == 0
    assert run(["build", str(folder / "in.jsonl"), "-o", str(folder / "all.trig.gz"), "-q"]) == 0
    assert run(["build", str(folder / "in.jsonl"), "-o", f"{folder}/each/", "-q"]) == 0
    return folder


def quads(data: Path) -> set[pyoxigraph.Quad]:
    parsed = pyoxigraph.parse((data / "all.nq").read_bytes(), format=pyoxigraph.RdfFormat.N_QUADS)
    return {pyoxigraph.Quad(q.subject, q.predicate, rounded(q.object), q.graph_name) for q in parsed}


def stored(target: str) -> set[pyoxigraph.Quad]:
    """All quads of a store's complete graphs, as terms."""
    store = open_store(target, retries=1)
    try:
        return {
            pyoxigraph.Quad(q.subject, q.predicate, rounded(q.object), pyoxigraph.NamedNode(name))
            for name in store.graphs()
            for q in pyoxigraph.parse(store.graph(name), format=pyoxigraph.RdfFormat.TURTLE)
        }
    finally:
        store.close()


def rounded(term: Term) -> Term:
    """Coordinates to five places, a metre: Virtuoso keeps them as floats of single precision."""
    if isinstance(term, pyoxigraph.Literal) and term.value.startswith("POINT("):
        value = re.sub(r"[\d.]+", lambda number: f"{float(number[0]):.5f}".rstrip("0").rstrip("."), term.value)
        return pyoxigraph.Literal(value, datatype=term.datatype)
    return term


def canonical(items: set[pyoxigraph.Quad]) -> str:
    dataset = pyoxigraph.Dataset(items)
    dataset.canonicalize(pyoxigraph.CanonicalizationAlgorithm.UNSTABLE)
    return "\n".join(sorted(map(str, dataset)))


@pytest.mark.parametrize("kind", TARGETS)
def test_what_is_loaded_is_what_was_built(
    kind: str, data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with TARGETS[kind](tmp_path) as target:
        built = quads(data)
        assert run(["load", str(data / "all.nq"), "--to", target]) == 0
        assert "12 graphs loaded" in capsys.readouterr().err
        there = stored(target)
        assert len(there) == len(built)
        assert canonical(there) == canonical(built)
        assert any("POINT(" in str(quad.object) for quad in there)
        # again, from other files of the same: nothing changes
        assert run(["load", str(data / "all.nq"), "--to", target]) == 0
        assert "0 graphs loaded (0 quads), 12 were there already" in capsys.readouterr().err
        assert run(["load", str(data / "all.trig.gz"), *map(str, (data / "each").glob("*.ttl")), "--to", target]) == 0
        assert stored(target) == built
        # questions
        own = write(tmp_path, "SELECT ?t ?o ?w { ?t khb:outcome ?o ; khb:words ?w }")
        for question in ("who-claims-how-many", own):
            assert run(["query", "--store", target, "-f", "json", question]) == 0
            answer = json.loads(capsys.readouterr().out)
            assert run(["query", str(data / "all.nq"), "-f", "json", question]) == 0
            expected = json.loads(capsys.readouterr().out)
            assert answer["head"] == expected["head"]
            assert rows(answer) == rows(expected)
        assert run(["claims", "--store", target, "--json"]) == 0
        claims = json.loads(capsys.readouterr().out)
        assert run(["claims", str(data / "all.nq"), "--json"]) == 0
        assert sorted(claims, key=str) == sorted(json.loads(capsys.readouterr().out), key=str)
        assert run(["query", "--store", target, "-f", "csv", write(tmp_path, "SELECT ?x { ?x a khb:Nothing }")]) == 0
        assert run(["query", "--store", target, write(tmp_path, "CONSTRUCT WHERE { ?x khb:min ?n }")]) == 0
        assert "khb:min" in capsys.readouterr().out
        assert run(["query", "--store", target, write(tmp_path, "SELECT nonsense {")]) == 2
        assert "cannot be read" in (said := capsys.readouterr().err) and said.count("\n") == 1


@pytest.mark.parametrize("kind", TARGETS)
def test_a_query_asks_the_graphs_it_names(
    kind: str, data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    one = min({q.graph_name for q in quads(data) if isinstance(q.graph_name, pyoxigraph.NamedNode)}, key=str)
    with TARGETS[kind](tmp_path) as target:
        assert run(["load", str(data / "all.nq"), "--to", target]) == 0
        counts = []
        for named in (f"FROM {one}", ""):
            asked = write(tmp_path, f"SELECT (COUNT(*) AS ?n) {named} WHERE {{ ?x a khb:Article }}")
            assert run(["query", "--store", target, "-f", "json", asked]) == 0
            answer = json.loads(capsys.readouterr().out)
            counts.append(int(answer["results"]["bindings"][0]["n"]["value"]))
        assert counts == [1, 12]


def write(folder: Path, query: str) -> str:
    path = folder / "q.rq"
    path.write_text(query)
    return str(path)


def rows(document: dict[str, dict[str, list[dict[str, dict[str, str]]]]]) -> list[list[tuple[str, str]]]:
    """Bindings without order; that of joined labels is for each engine to choose, as is leaving out what is empty."""
    return sorted(
        sorted((name, ", ".join(sorted(term["value"].split(", ")))) for name, term in row.items() if term["value"])
        for row in document["results"]["bindings"]
    )


def test_a_load_of_many_graphs_takes_no_more_of_our_memory_than_one_of_few(data: Path, tmp_path: Path) -> None:
    """Khabar's own heap; what Oxigraph keeps in its write buffers is not counted."""
    lines = (data / "all.nq").read_text(encoding="utf-8").splitlines(keepends=True)

    def peak(copies: int) -> int:
        path = tmp_path / f"{copies}.nq"
        with path.open("w", encoding="utf-8") as stream:
            for copy in range(copies):
                stream.writelines(re.sub(r"<([^<>]*)> \.$", rf"<\1-{copy}> .", one) for one in lines)
        store = open_store(tmp_path / f"store-{copies}", create=True)
        tracemalloc.start()
        try:
            assert load([path], store).graphs == 12 * copies
            return tracemalloc.get_traced_memory()[1]
        finally:
            tracemalloc.stop()
            store.close()

    peak(10)  # what is imported or remembered once
    assert peak(44) < 1.3 * peak(11)


@pytest.mark.parametrize("kind", TARGETS)
def test_a_changed_graph_is_replaced_whole(kind: str, data: Path, tmp_path: Path) -> None:
    graphs = list(read_graphs(data / "all.nq"))
    changed = tmp_path / "changed.nq"
    dropped = graphs[0].lines[3]
    changed.write_bytes(b"".join(b"".join(g.lines) for g in graphs).replace(dropped, b"", 1))
    with TARGETS[kind](tmp_path) as target:
        assert run(["load", str(data / "all.nq"), "--to", target, "-q"]) == 0
        store = open_store(target, create=True, retries=1)
        try:
            assert load([changed], store).sent == 1
            assert load([data / "all.nq"], store).sent == 1
            # a graph that was cut short: it is there, but was never noted as complete
            store.replace({"urn:x:partial": [b'<urn:a> <urn:b> "\xd8\xae" <urn:x:partial> .\n']}, [])
            assert store.digests(["urn:x:partial", "urn:x:none", graphs[1].name]) == {
                "urn:x:partial": "", graphs[1].name: digest(graphs[1]),
            }  # fmt: skip
            assert load([data / "all.nq"], store, force=True).sent == 12
        finally:
            store.close()
        assert stored(target) == quads(data)


@pytest.mark.parametrize("kind", ["directory", "oxigraph"])
def test_a_load_that_is_killed_goes_on(kind: str, data: Path, tmp_path: Path) -> None:
    """Kill the loading process after each of its steps; then load again."""
    with TARGETS[kind](tmp_path) as target:
        for step in ("replace", "record"):
            for calls in (1, 2, 4):
                code = (
                    "import os, signal, sys\n"
                    "import khabar.stores.load as load\n"
                    "from khabar.stores import http, embedded\n"
                    "load.CHUNK = 60000\n"
                    "for where in (http.HttpStore, embedded.EmbeddedStore):\n"
                    f"    real = where.{step}\n"
                    "    seen = []\n"
                    "    def die(*args, real=real, **kwargs):\n"
                    "        real(*args, **kwargs)\n"
                    "        seen.append(1)\n"
                    f"        if len(seen) == {calls}: os.kill(os.getpid(), signal.SIGKILL)\n"
                    f"    where.{step} = die\n"
                    "from khabar.cli import run\n"
                    f"sys.exit(run(['load', {str(data / 'all.nq')!r}, '--to', {target!r}, '--force']))\n"
                )
                killed = subprocess.run([sys.executable, "-c", code], check=False)
                assert killed.returncode == -signal.SIGKILL
        assert run(["load", str(data / "all.nq"), "--to", target, "-q"]) == 0
        assert stored(target) == quads(data)


@pytest.mark.parametrize("size", [0, 3000, 100_000])
def test_a_full_disk_while_loading(size: int, data: Path, tmp_path: Path) -> None:
    """While the store is made or filled: one line; then the load goes on."""
    import resource

    def limit() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))

    store = tmp_path / "store"
    full = subprocess.run(
        [sys.executable, "-m", "khabar", "load", str(data / "all.nq"), "--to", str(store)],
        capture_output=True, text=True, check=False, preexec_fn=limit,
    )  # fmt: skip
    assert full.returncode == 2, full.stderr
    assert full.stderr.count("\n") == 1 and "make room" in full.stderr, full.stderr
    assert run(["load", str(data / "all.nq"), "--to", str(store), "-q"]) == 0
    assert stored(str(store)) == quads(data)


def test_a_disk_that_is_full_at_the_very_end(tmp_path: Path) -> None:
    store = open_store(tmp_path / "store", create=True)

    class Full:
        def flush(self) -> None:
            raise OSError("IO error: No space left on device")

    store._store = Full()  # type: ignore[attr-defined]
    with pytest.raises(StoreError, match=r"store: cannot be written: .*make room and load again"):
        store.close()


def test_a_server_that_goes_away_and_comes_back(data: Path, tmp_path: Path) -> None:
    port = free_port()
    with oxigraph(tmp_path, port) as target:
        store = open_store(target, retries=8)
        graphs = list(read_graphs(data / "all.nq"))
        assert load([data / "all.nq"], store, name=None).sent == 12
    threading.Timer(1.0, lambda: None).start()

    def again() -> None:
        time.sleep(1.5)
        with oxigraph(tmp_path, port):
            gone.wait(30)

    gone = threading.Event()
    thread = threading.Thread(target=again)
    thread.start()
    try:
        assert load([data / "all.nq"], store).sent == 0
        assert load([data / "all.nq"], store, force=True).sent == len(graphs)
        store.close()
        assert stored(target) == quads(data)
    finally:
        gone.set()
        thread.join()


# ------------------------------------------------------------------------------------------------- bad servers


class Bad:
    """A server that misbehaves as told, in front of a real one or of nothing."""

    def __init__(self, behaviour: str, behind: str | None = None, times: int = 10**9) -> None:
        self.behaviour, self.behind, self.left = behaviour, behind, times
        self.authorizations: list[str | None] = []

    def serve(self, handler: BaseHTTPRequestHandler, body: bytes) -> None:
        self.authorizations.append(handler.headers.get("Authorization"))
        if self.left > 0 and self.hits(handler.path, body):
            self.left -= 1
            self.misbehave(handler)
        else:
            assert self.behind
            forward(handler, body, self.behind, handler.path)

    def running(self) -> AbstractContextManager[str]:
        return listening(self.serve)

    def hits(self, path: str, body: bytes) -> bool:
        return self.behind is None or (path.startswith("/store") and b"urn:khabar:probe" not in body)

    def misbehave(self, handler: BaseHTTPRequestHandler) -> None:
        if self.behaviour == "drop":
            handler.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\npart")
            handler.close_connection = True
        elif self.behaviour == "slow":
            time.sleep(2)
            handler.close_connection = True
        elif self.behaviour == "html":
            handler.send_response(200)
            handler.send_header("Content-Type", "text/html")
            handler.send_header("Content-Length", "6")
            handler.end_headers()
            handler.wfile.write(b"<html>")
        else:
            handler.send_response(int(self.behaviour))
            if self.behaviour == "503":
                handler.send_header("Retry-After", "0")
            handler.send_header("Content-Length", "4")
            handler.end_headers()
            handler.wfile.write(b"why?")


@pytest.mark.parametrize(
    ("behaviour", "message"),
    [
        ("500", "the server answers 500"), ("503", "the server answers 503"), ("401", "wants credentials"),
        ("403", "wants credentials"), ("404", "no SPARQL endpoint here"), ("drop", "dropped the connection"),
        ("slow", "does not answer in time"), ("html", "no SPARQL endpoint"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("what", ["load", "query"])
def test_a_bad_server_is_one_line(
    what: str, behaviour: str, message: str, data: Path, monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    monkeypatch.setattr("khabar.stores.http.sleep", lambda seconds: None)
    with Bad(behaviour).running() as url:
        if what == "load":
            code = run(["load", str(data / "all.nq"), "--to", url, "--retries", "1", "--timeout", "0.3"])
        else:
            hasty = {"create": False, "retries": 1, "timeout": 0.3}
            monkeypatch.setattr("khabar.stores.base.open_store.__kwdefaults__", hasty)
            code = run(["query", "--store", url, "timeline"])
    said = capsys.readouterr().err
    assert code == 2
    assert message in said and said.count("\n") == 1, said


def test_no_server_at_all(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    url = f"http://127.0.0.1:{free_port()}"
    assert run(["load", str(data / "all.nq"), "--to", url, "--retries", "0"]) == 2
    assert "no server answers there" in (said := capsys.readouterr().err) and said.count("\n") == 1


@pytest.mark.parametrize("behaviour", ["500", "503", "drop"])
def test_a_server_that_stumbles_mid_load_is_asked_again(
    behaviour: str, data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("khabar.stores.http.sleep", lambda seconds: None)
    monkeypatch.setattr("khabar.stores.load.CHUNK", 60_000)
    with oxigraph(tmp_path) as real, Bad(behaviour, real, times=3).running() as url:
        store = open_store(url, retries=3)
        assert load([data / "all.nq"], store).sent == 12
        store.close()
        assert stored(real) == quads(data)


def test_a_server_that_fails_mid_load_keeps_what_it_has(
    data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("khabar.stores.http.sleep", lambda seconds: None)
    monkeypatch.setattr("khabar.stores.load.CHUNK", 60_000)
    with oxigraph(tmp_path) as real:
        bad = Bad("500", real, times=0)
        with bad.running() as url:
            store = open_store(url, retries=1)
            counted = []

            def tick(number: int) -> None:
                counted.append(number)
                if len(counted) == 2:
                    bad.left = 100

            with pytest.raises(StoreError, match="answers 500"):
                load([data / "all.nq"], store, tick=tick)
            store.close()
        assert 0 < sum(counted) < 12
        store = open_store(real)
        rest = load([data / "all.nq"], store)
        store.close()
        assert rest.sent == 12 - sum(counted)
        assert stored(real) == quads(data)


def test_credentials_go_to_the_server_and_nowhere_else(
    data: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("KHABAR_STORE_USER", "leila")
    monkeypatch.setenv("KHABAR_STORE_PASSWORD", "open-sesame")
    bad = Bad("401")
    with bad.running() as url:
        assert run(["load", str(data / "all.nq"), "--to", url, "--retries", "0"]) == 2
    said = capsys.readouterr()
    assert "refuses these credentials" in said.err
    assert "sesame" not in said.err + said.out and "leila" not in said.err + said.out
    assert bad.authorizations[0] == "Basic " + base64.b64encode(b"leila:open-sesame").decode()
    monkeypatch.setenv("KHABAR_STORE_TOKEN", "s3cret-token")
    bad = Bad("401")
    with bad.running() as url:
        assert run(["query", "--store", url, "timeline"]) == 2
    assert bad.authorizations[0] == "Bearer s3cret-token"
    assert "s3cret" not in capsys.readouterr().err
    assert run(["query", "--store", "http://leila:open-sesame@localhost:1/", "timeline"]) == 2
    assert "sesame" not in (said := capsys.readouterr()).err and "KHABAR_STORE_PASSWORD" in said.err


def test_a_graph_that_a_server_refuses_costs_only_itself(
    data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    broken = tmp_path / "broken.nq"
    bad = b'<urn:a> <urn:b> "x"@abcdefghijkl <urn:x:refused> .\n'
    broken.write_bytes((data / "all.nq").read_bytes() + bad)
    with oxigraph(tmp_path) as target:
        assert run(["load", str(broken), "--to", target]) == 2
        said = capsys.readouterr().err
        assert "<urn:x:refused>: " in said and "12 graphs loaded" in said
        assert stored(target) == quads(data)


# ------------------------------------------------------------------------------------------------- files


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("x.nq", b"nonsense\n", "line 1 is not N-Quads"),
        ("x.nq", b"<urn:a> <urn:b> <urn:c> <relative> .", "line 1 is not N-Quads"),
        ("x.nq", b'_:a <urn:b> "x" <urn:g> .\n', "blank nodes"),
        ("x.nq", b"".join(b'<urn:a> <urn:b> "x" <urn:%s> .\n' % name for name in (b"g", b"h", b"g")), "sort"),
        ("x.ttl", b"<urn:a> <urn:b> 1 .\n", "--graph"),
        ("x.ttl", b"<urn:a> <urn:b> ", "not valid"),
        ("x.nq.gz", b"no gzip", "cannot read"),
        ("y.nq.gz", gzip.compress(b"<urn:a> <urn:b> <urn:c> <urn:g> .\n" * 999)[:-20], "cut short or damaged"),
        ("z.ttl.gz", b"\x1f\x8bnothing of the kind", "cut short or damaged"),
        ("x.foo", b"x", "no RDF format"),
    ],
)  # fmt: skip
def test_files_that_cannot_be_loaded(
    name: str, content: bytes, message: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / name).write_bytes(content)
    assert run(["load", str(tmp_path / name), str(tmp_path / "missing.nq"), "--to", f"{tmp_path}/store", "-q"]) == 2
    said = capsys.readouterr().err
    assert message in said and "cannot read" in said and said.count("\n") == 2


def test_compressed_graphs_are_read_by_every_command(
    data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """By what the file holds, whatever it is called; N-Quads of several gzip members too."""
    quads_gz, turtle_gz, plain_name = tmp_path / "a.nq.gz", tmp_path / "a.ttl.gz", tmp_path / "b.ttl"
    one = min((data / "each").glob("*.ttl"))
    lines = (data / "all.nq").read_bytes().splitlines(keepends=True)
    quads_gz.write_bytes(gzip.compress(b"".join(lines[:200])) + gzip.compress(b"".join(lines[200:])))
    turtle_gz.write_bytes(gzip.compress(one.read_bytes()))
    plain_name.write_bytes(turtle_gz.read_bytes())
    for compressed, plain in ((quads_gz, data / "all.nq"), (turtle_gz, one), (plain_name, one)):
        for args in (
            ["query", "{}", "timeline", "-f", "csv"], ["claims", "{}", "--json"], ["validate", "{}"],
            ["link", "{}", "-q"], ["export", "{}", "-f", "csv", "-o", "-"], ["report", "{}", "-o", "-"],
        ):  # fmt: skip
            outputs = []
            for path in (compressed, plain):
                if args[0] == "link" and path == plain_name:
                    continue  # what streams goes by the extension
                assert run([arg.format(path) for arg in args]) == 0, args
                outputs.append(capsys.readouterr().out)
            assert len(set(outputs)) == 1, args
    from khabar.commands.options import load_graphs  # as serve reads them

    assert len(load_graphs([quads_gz])) == len(load_graphs([data / "all.nq"]))
    assert run(["load", str(quads_gz), str(turtle_gz), "--to", str(tmp_path / "store")]) == 0
    assert stored(str(tmp_path / "store")) == quads(data)


def test_a_directory_that_is_no_store(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["query", "--store", str(tmp_path / "none"), "timeline"]) == 2
    assert "khabar load" in capsys.readouterr().err
    (tmp_path / "file").write_text("x")
    assert run(["query", "--store", str(tmp_path), "timeline"]) == 2
    assert run(["query", "--store", str(tmp_path / "file"), "timeline"]) == 2
    assert run(["query", "--store", "ftp://example.org/", "timeline"]) == 2
    assert capsys.readouterr().err.count("\n") == 3


def test_a_store_that_is_open_elsewhere(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    store = open_store(tmp_path / "store", create=True)
    ask = ["query", "--store", str(tmp_path / "store"), "timeline"]
    code = f"from khabar.cli import run; import sys; sys.exit(run({ask!r}))"
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    store.close()
    assert found.returncode == 2 and "another process has this store open" in found.stderr, found.stderr


@pytest.mark.parametrize("query", ["SELECT * { SERVICE <http://x.org/> { ?s ?p ?o } }", "ASK{ service SILENT ?x {} }"])
def test_queries_do_not_reach_the_network(query: str) -> None:
    with pytest.raises(StoreError, match="SERVICE"):
        refuse_service(query)


def test_words_that_only_look_like_a_service() -> None:
    refuse_service('SELECT ?service { ?service ex:service "SERVICE <x>" } # SERVICE <x>')


def test_prefixes_are_added_where_they_are_missing() -> None:
    assert with_prefixes("PREFIX khb: <urn:x> ASK { ?s khb:min 1 ; skos:prefLabel ?l }").startswith("PREFIX skos: <")
    assert with_prefixes("ASK {}") == "ASK {}"


def test_the_catalog_is_no_graph_of_the_data(data: Path, tmp_path: Path) -> None:
    store = open_store(tmp_path / "store", create=True)
    load([data / "all.nq"], store)
    assert CATALOG not in set(store.graphs())
    store.close()
    assert len(load_file(data / "all.nq")) > 0
    assert os.path.exists(tmp_path / "store")  # noqa: PTH110
