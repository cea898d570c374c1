"""Real servers for the tests, started in a directory of their own on a free port."""

from __future__ import annotations

import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

__all__ = ["free_port", "oxigraph", "virtuoso"]


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
def virtuoso(directory: Path) -> Iterator[str]:
    """Virtuoso (Debian: virtuoso-opensource), with everybody allowed to update: it listens on this machine only."""
    program, isql = shutil.which("virtuoso-t"), shutil.which("isql-vt") or shutil.which("isql-virtuoso")
    if program is None or isql is None:
        pytest.skip("Virtuoso is not installed: apt-get install virtuoso-opensource")
    port, sql = free_port(), free_port()
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
DirsAllowed = .
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
