"""Real servers for the tests, started in a directory of their own on a free port."""

from __future__ import annotations

import http.client
import shutil
import socket
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import urlsplit

import pytest

__all__ = ["ADDRESSES", "forward", "free_port", "listening", "oxigraph", "stand_in", "virtuoso"]


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _wait(url: str, process: subprocess.Popen[bytes], log: Path) -> None:
    for _ in range(600):
        if process.poll() is not None:
            pytest.fail(f"the server ended: {log.read_text(errors='replace')[-2000:]}")
        try:
            with urllib.request.urlopen(url, timeout=5):
                return
        except urllib.error.HTTPError:
            return
        except OSError:
            time.sleep(0.05)
    pytest.fail(f"no answer from {url}: {log.read_text(errors='replace')[-2000:]}")


@contextmanager
def oxigraph(directory: Path, port: int | None = None) -> Iterator[str]:
    """Oxigraph's server (PyPI: oxigraph)."""
    beside = Path(sys.executable).with_name("oxigraph")
    program = str(beside) if beside.exists() else shutil.which("oxigraph")
    if program is None:
        pytest.skip("Oxigraph's server is not installed: pip install oxigraph")
    url = f"http://127.0.0.1:{port or free_port()}"
    log = directory / "oxigraph.log"
    with log.open("wb") as stream:
        process = subprocess.Popen(
            [program, "serve", "--location", str(directory / "oxigraph"), "--bind", url.removeprefix("http://")],
            stdout=stream, stderr=stream,
        )  # fmt: skip
        try:
            _wait(url + "/query?query=ASK%7B%7D", process, log)
            yield url
        finally:
            process.terminate()
            process.wait(30)


@contextmanager
def virtuoso(directory: Path, sql: int | None = None) -> Iterator[str]:
    """Virtuoso (Debian: virtuoso-opensource), with everybody allowed to update: it listens on this machine only.

    It reads files of ``directory``; ``sql`` is the port of its SQL protocol, where dba's password is dba.
    """
    program, isql = shutil.which("virtuoso-t"), shutil.which("isql-vt") or shutil.which("isql-virtuoso")
    if program is None or isql is None:
        pytest.skip("Virtuoso is not installed: apt-get install virtuoso-opensource")
    port, sql = free_port(), sql or free_port()
    (directory / "virtuoso.ini").write_text(
        f"""[Database]
DatabaseFile = virtuoso.db
ErrorLogFile = virtuoso.log
LockFile = virtuoso.lck
TransactionFile = virtuoso.trx
xa_persistent_file = virtuoso.pxa
[TempDatabase]
DatabaseFile = temp.db
TransactionFile = temp.trx
[Parameters]
ServerPort = 127.0.0.1:{sql}
DirsAllowed = {directory}
NumberOfBuffers = 20000
[HTTPServer]
ServerPort = 127.0.0.1:{port}
ServerThreads = 4
[SPARQL]
ResultSetMaxRows = 100000
DefaultQuery = ASK {{}}
"""
    )
    log = directory / "virtuoso.out"
    with log.open("wb") as stream:
        process = subprocess.Popen([program, "-f", "-c", "virtuoso.ini"], cwd=directory, stdout=stream, stderr=stream)
        try:
            _wait(f"http://127.0.0.1:{port}/sparql?query=ASK%7B%7D", process, log)
            grant = subprocess.run(
                [isql, f"127.0.0.1:{sql}", "dba", "dba", 'exec=grant SPARQL_UPDATE to "SPARQL";'],
                capture_output=True, check=False, timeout=60,
            )  # fmt: skip
            assert grant.returncode == 0, grant.stderr
            yield f"http://127.0.0.1:{port}"
        finally:
            process.terminate()
            process.wait(60)


def forward(handler: BaseHTTPRequestHandler, body: bytes, server: str, path: str) -> None:
    """Answer a request with what another server answers to it, asked at ``path``."""
    connection = http.client.HTTPConnection(server.removeprefix("http://"), timeout=30)
    kept = {name: value for name, value in handler.headers.items() if name.lower() in {"content-type", "accept"}}
    connection.request(handler.command, path, body or None, kept)
    response = connection.getresponse()
    answer = response.read()
    connection.close()
    handler.send_response(response.status)
    handler.send_header("Content-Type", response.headers.get("Content-Type", "text/plain"))
    handler.send_header("Content-Length", str(len(answer)))
    handler.end_headers()
    handler.wfile.write(answer)


@contextmanager
def listening(serve: Callable[[BaseHTTPRequestHandler, bytes], None], port: int = 0) -> Iterator[str]:
    """An HTTP server that hands each request and its body to ``serve``; yields its address."""

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def _serve(self) -> None:
            serve(self, self.rfile.read(int(self.headers.get("Content-Length") or 0)))

        do_GET = do_HEAD = do_POST = do_PUT = do_DELETE = _serve  # noqa: N815

        def log_message(self, format: str, *args: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", port), Handler)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def _fuseki(path: str, kind: str, body: bytes) -> str | None:
    """https://jena.apache.org/documentation/fuseki2/fuseki-data-access-protocols.html, for the data set ``/khabar``."""
    services = {"data": "/store", "query": "/query", "sparql": "/query", "update": "/update"}
    return services.get(path.removeprefix("/khabar/"))


def _graphdb(path: str, kind: str, body: bytes) -> str | None:
    """https://rdf4j.org/documentation/reference/rest-api/, for the repository ``khabar``."""
    if path == "/repositories/khabar/statements":
        if kind in {"application/n-quads", "application/trig"}:
            return "/store"
        return "/store?default" if kind in {"text/turtle", "application/n-triples"} else "/update"
    return {"/repositories/khabar": "/query", "/repositories/khabar/rdf-graphs/service": "/store"}.get(path)


def _qlever(path: str, kind: str, body: bytes) -> str | None:
    """https://docs.qlever.dev/update/: one address for all, told apart by what is sent."""
    update = kind == "application/sparql-update" or body.startswith(b"update=")
    return None if path not in {"", "/"} else "/update" if update else "/query"


Address = Callable[[str, str, bytes], str | None]
ADDRESSES: dict[str, Address] = {"fuseki": _fuseki, "graphdb": _graphdb, "qlever": _qlever}
"""Where stores answer what Oxigraph's server answers elsewhere: its path, if any, for path, media type and body."""


@contextmanager
def stand_in(name: str, directory: Path, port: int = 0) -> Iterator[str]:
    """Oxigraph's server behind the addresses of a store that no registry has for the tests."""
    with oxigraph(directory) as real:

        def serve(handler: BaseHTTPRequestHandler, body: bytes) -> None:
            parts = urlsplit(handler.path)
            path = ADDRESSES[name](parts.path, (handler.headers.get("Content-Type") or "").partition(";")[0], body)
            if path is None:
                handler.send_response(404)
                handler.send_header("Content-Length", "0")
                handler.end_headers()
            else:
                forward(handler, body, real, path if "?" in path or not parts.query else f"{path}?{parts.query}")

        with listening(serve, port) as url:
            yield url
