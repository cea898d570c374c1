"""What a terminal of 80 columns shows: captured from tmux, which places every character in a cell of its own grid."""

from __future__ import annotations

import itertools
import json
import os
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from rich.cells import cell_len

import khabar
from khabar.claims import claim_rows
from khabar.present import isolate
from khabar.rdf.load import load
from support.sample import TEXT, sample

pytestmark = pytest.mark.skipif(not shutil.which("tmux"), reason="no tmux: the terminal's captures are not compared")

MARKED = "مَدَنِيُّونَ وشُهُودُ عِيَانٍ"
WIDE = "وكالة 新华社 للأنباء"
MIXED = "قوات YPG (الوحدات 2) في Kobanî"
JOINED = "سنة 1440ه\u200d في المدينة"
NAMES = (MARKED, WIDE, MIXED, JOINED)
CURSOR = """
import os, sys, termios, tty
tty.setraw(0)
with open(sys.argv[1], "w") as out:
    for text in sys.argv[2:]:
        sys.stdout.write("\\r\\x1b[2K|" + text + "\\x1b[6n")
        sys.stdout.flush()
        answer = b""
        while not answer.endswith(b"R"):
            answer += os.read(0, 1)
        print(int(answer.decode().split(";")[1][:-1]) - 2, file=out)
"""

Screen = Callable[..., list[str]]


@pytest.fixture
def screen(tmp_path: Path) -> Iterator[Screen]:
    """Run a command in a terminal of 80 columns; return its lines without trailing spaces."""
    folder = tempfile.mkdtemp(prefix="khabar-")  # a short path: a socket's has few characters
    sockets = (Path(folder) / str(number) for number in itertools.count())  # a server that ends still holds its own
    environment = {**os.environ, "LC_ALL": "C.UTF-8", "PYTHONUTF8": "1", "TERM": "xterm-256color"}
    for name in ("TMUX", "COLUMNS", "LINES", "NO_COLOR", "FORCE_COLOR", "CLICOLOR_FORCE"):
        environment.pop(name, None)

    def tmux(socket: Path, *args: str) -> str:
        done = subprocess.run(
            ["tmux", "-u", "-f", os.devnull, "-S", str(socket), *args],
            env=environment, capture_output=True, check=True, timeout=60,
        )  # fmt: skip
        return done.stdout.decode()

    def show(*args: str, styles: bool = False, columns: int = 80, **extra: str) -> list[str]:
        settings = [f"{name}={value}" for name, value in extra.items()]
        command = shlex.join(["env", *settings, sys.executable, *args])
        ended = tmp_path / "ended"
        ended.unlink(missing_ok=True)
        socket = next(sockets)
        then = f"{command}; : > {shlex.quote(str(ended))}; cat"
        tmux(socket, "new-session", "-d", "-x", str(columns), "-y", "900", then)
        try:
            limit = time.monotonic() + 60
            while not ended.exists():
                assert time.monotonic() < limit, f"{command} did not end"
                time.sleep(0.05)
            time.sleep(0.2)  # what was written last is still on its way through the terminal
            lines = tmux(socket, "capture-pane", "-p", *(["-e"] if styles else [])).split("\n")
        finally:
            tmux(socket, "kill-server")
        while lines and not lines[-1]:
            lines.pop()
        return [line.rstrip() for line in lines]

    yield show
    shutil.rmtree(folder)


@pytest.fixture
def graph(tmp_path: Path) -> Path:
    """The sample's graph, with names that are hard on columns."""
    path = tmp_path / "sample.ttl"
    khabar.write(sample(), path)
    text = path.read_text(encoding="utf-8")
    labels = sorted(set(re.findall(r'skos:prefLabel "([^"]+)"@ar', text)))
    for label, name in zip(labels, NAMES * len(labels), strict=False):
        text = text.replace(f'skos:prefLabel "{label}"@ar', f'skos:prefLabel "{name}"@ar')
    path.write_text(text, encoding="utf-8")
    return path


def closed(lines: list[str]) -> None:
    """No line lost an isolate, none is longer than the terminal."""
    for line in lines:
        assert line.count("\u2068") == line.count("\u2069"), line
        assert cell_len(line) <= 80, line


def starts(lines: list[str], pattern: str) -> set[int]:
    """The columns where a pattern begins."""
    return {cell_len(line[: found.start()]) for line in lines for found in re.finditer(pattern, line)}


def test_the_terminal_and_the_tables_agree_on_widths(screen: Screen, tmp_path: Path) -> None:
    texts = [isolate(text) for text in (*NAMES, TEXT[:60], "لا إله ـــ ﷺ", "x\u200dy", "x\u200cy", "e\u0301", "👩‍🚀 م")]
    out = tmp_path / "widths"
    screen("-c", CURSOR, str(out), *texts)
    assert list(map(int, out.read_text().split())) == [cell_len(text) for text in texts]


def test_claims(screen: Screen, graph: Path) -> None:
    lines = screen("-m", "khabar", "claims", str(graph))
    closed(lines)
    head = lines[0]
    assert head.split() == ["who", "says", "what,", "where,", "when", "toll"]
    assert starts(lines, r"(?<=  )(killed|injured|destroyed)\b") == {cell_len(head[: head.index("toll")])}
    assert any(MARKED in line for line in lines)
    assert any("新华社" in line for line in lines)


def test_query_as_a_table_where_it_fits(screen: Screen, graph: Path) -> None:
    lines = screen("-m", "khabar", "query", str(graph), "narrated-or-attributed")
    closed(lines)
    assert lines[0].split() == ["voice", "who", "claims", "tolls"]
    ends = {cell_len(line) for line in lines[1:] if line}
    assert len(ends) == 1, "figures end in one column"


def test_query_in_paragraphs_where_a_table_would_break_words(screen: Screen, graph: Path) -> None:
    lines = screen("-m", "khabar", "query", str(graph), "who-claims-how-many")
    closed(lines)
    assert re.fullmatch(r" 1 of \d+", lines[0])
    assert starts(lines, r"(?<=^ outcome   )\w") == {11}
    assert not any("…" in line for line in lines)
    wide = screen("-m", "khabar", "query", str(graph), "who-claims-how-many", columns=200)
    assert wide[0].split()[:3] == ["who", "modality", "outcome"]


def test_explain(screen: Screen, graph: Path, tmp_path: Path) -> None:
    source = tmp_path / "sample.txt"
    source.write_bytes(TEXT.encode())
    toll = claim_rows(load(graph))[0].tolls[0].iri
    lines = screen("-m", "khabar", "explain", str(graph), toll, "--source", str(source))
    closed(lines)
    assert lines[0] == toll[:80]
    assert any("⟦" in line for line in lines) and any("⟧" in line for line in lines)
    assert len(starts(lines, r"(?<=  )killed")) == 1


def test_build(screen: Screen, tmp_path: Path) -> None:
    source = tmp_path / "sample.json"
    article = {"text": TEXT, "title": "عنوان طويل جداً " * 8, "published": "2019-02-11"}
    source.write_text(json.dumps(article), encoding="utf-8")
    lines = screen("-m", "khabar", "build", str(source), "-o", str(tmp_path / "out.ttl"))
    closed(lines)
    assert lines[0].startswith(" \u2068عنوان")
    head = next(line for line in lines if "who says" in line)
    assert starts(lines, r"(?<=  )(killed|injured)\b") == {cell_len(head[: head.index("toll")])}


def test_the_list_of_questions(screen: Screen) -> None:
    lines = screen("-m", "khabar", "query", "--list")
    closed(lines)
    assert any(line.startswith("01-who-claims-how-many ") for line in lines)


@pytest.mark.parametrize(
    ("name", "value", "coloured"), [("NO_COLOR", "", True), ("NO_COLOR", "1", False), ("TERM", "dumb", False)]
)
def test_colour(screen: Screen, graph: Path, name: str, value: str, coloured: bool) -> None:
    lines = screen("-m", "khabar", "claims", str(graph), styles=True, **{name: value})
    assert any("\x1b[" in line for line in lines) == coloured
