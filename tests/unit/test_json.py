"""What ``--json`` prints: one document of the documented shape for each command, and nothing else."""

from __future__ import annotations

import dataclasses
import json
import signal
import subprocess
import sys
import types
import typing
from datetime import date
from pathlib import Path
from typing import Any, Union, get_args, get_origin, get_type_hints

import click
import pytest

import khabar
from khabar.claims import claim_rows
from khabar.cli import LazyGroup, cli, run
from khabar.commands.machine import SHAPES
from khabar.model import Metadata
from khabar.rdf.load import load
from support.sample import TEXT, sample

NEEDS_OUTPUT = ("build", "export", "link", "report")


def check(value: Any, hint: Any, where: str) -> None:
    """Assert that a JSON value is of a shape: exactly its members, each of its type."""
    origin, arguments = get_origin(hint), get_args(hint)
    if origin in (Union, types.UnionType):
        if value is None:
            assert type(None) in arguments, where
            return
        choices = [choice for choice in arguments if choice is not type(None)]
        fitting = [c for c in choices if not hasattr(c, "__annotations__") or set(members(c)) == set(value)]
        assert len(fitting) == 1, (where, value)
        check(value, fitting[0], where)
    elif origin in (list, tuple):
        assert isinstance(value, list), where
        for number, item in enumerate(value):
            check(item, arguments[0], f"{where}[{number}]")
    elif origin is dict:
        assert isinstance(value, dict), where
        for name, item in value.items():
            check(item, arguments[1], f"{where}.{name}")
    elif dataclasses.is_dataclass(hint) or typing.is_typeddict(hint):
        assert isinstance(value, dict), where
        required = set(members(hint)) if not typing.is_typeddict(hint) or hint.__total__ else set(value)
        assert set(value) == required and set(value) <= set(members(hint)), where
        for name, kind in members(hint).items():
            if name in value:
                check(value[name], kind, f"{where}.{name}")
    elif hint is float:
        assert isinstance(value, (int, float)) and not isinstance(value, bool), where
    else:
        assert type(value) is hint, (where, value, hint)


def members(shape: Any) -> dict[str, Any]:
    return get_type_hints(shape)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A graph, its text, incidents and an article of another day."""
    (tmp_path / "sample.txt").write_bytes(TEXT.encode())
    (tmp_path / "other.txt").write_bytes(TEXT.replace("خمسة", "ستة").encode())
    khabar.write(sample(), tmp_path / "sample.ttl")
    for day in ("10", "11"):
        known = Metadata(outlet=f"صحيفة {day}", title=f"خبر {day}", published=date(2019, 2, int(day)))
        khabar.write(khabar.extract(TEXT, known), tmp_path / f"day{day}.nq")
    return tmp_path


def arguments(folder: Path, name: str) -> list[str]:
    """A command line for each entry of the table."""
    graph = str(folder / "sample.ttl")
    out = str(folder / "out")
    return {
        "build": ["build", str(folder / "sample.txt"), "-o", f"{out}.ttl"],
        "claims": ["claims", graph],
        "claims --incident": ["claims", f"{out}.ttl", str(folder / "day10.nq"), str(folder / "day11.nq"), "--incident"],
        "docs": ["docs", "-o", out],
        "explain": ["explain", graph, claim_rows(load(Path(graph)))[0].iri, "--source", str(folder / "sample.txt")],
        "export": ["export", graph, "-o", f"{out}.csv"],
        "link": ["link", str(folder / "day10.nq"), str(folder / "day11.nq"), "-o", f"{out}.ttl"],
        "load": ["load", str(folder / "day10.nq"), "--to", out],
        "query": ["query", graph, "1"],
        "query --list": ["query", "--list"],
        "report": ["report", graph, "-o", f"{out}.html"],
        "validate": ["validate", graph],
    }[name]


def answer(args: list[str], capsys: pytest.CaptureFixture[str], code: int = 0) -> Any:
    assert run([*args, "--json"]) == code
    captured = capsys.readouterr()
    return json.loads(captured.out)


@pytest.mark.parametrize("name", [name for name in SHAPES if name != "serve"])
def test_the_shape(name: str, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    args = arguments(folder, name)
    if name == "claims --incident":
        assert run([*arguments(folder, "link"), "-q"]) == 0
        incidents = {str(node) for node in load(folder / "out.ttl").subjects() if "/incident/" in str(node)}
        args.append(min(incidents).rpartition("/")[2])
    found = answer(args, capsys)
    document, shape = SHAPES[name]
    assert isinstance(found, list) == document.startswith("array")
    for item in found if isinstance(found, list) else [found]:
        check(item, shape, name)
    assert found, name


def test_every_command_has_it() -> None:
    context = click.Context(cli)
    for name in LazyGroup.COMMANDS:
        found = cli.get_command(context, name)
        assert found is not None
        assert any("--json" in option.opts for option in found.params), name
        assert name in SHAPES


@pytest.mark.parametrize("name", NEEDS_OUTPUT)
def test_it_does_not_get_among_what_is_written(name: str, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    args = arguments(folder, name)
    assert run([*args[: args.index("-o")], "-o", "-", "--json"]) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert "name a file with -o" in captured.err


def test_the_summary_of_a_build(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    found = answer([*arguments(folder, "build"), "--title", "خبر", "--published", "2019-02-11"], capsys)
    graph = load(folder / "out.ttl")
    (summary,) = found["summaries"]
    assert (found["articles"], found["built"], found["failed"]) == (1, 1, 0)
    assert summary["triples"] == found["triples"] == len(graph)
    assert summary["claims"] == len(claim_rows(graph)) > 0
    assert (summary["title"], summary["published"]) == ("خبر", "2019-02-11")
    assert Path(found["output"]) == folder / "out.ttl"


def test_the_summary_of_a_build_of_many(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "empty.txt").write_bytes(b"")
    inputs = [str(folder / name) for name in ("sample.txt", "other.txt", "empty.txt")]
    found = answer(["build", *inputs, "-o", str(folder / "all.nq")], capsys, 2)
    check(found, SHAPES["build"][1], "build")
    assert (found["articles"] + found["copies"], found["failed"], found["summaries"]) == (2, 1, [])
    assert found["errors"] and Path(found["errors"]).is_file()


def test_a_graph_that_violates(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    graph = folder / "sample.ttl"
    text = graph.read_text(encoding="utf-8").replace("khb:min 50", "khb:min 5000")
    graph.write_text(text, encoding="utf-8")
    found = answer(["validate", str(graph)], capsys, 1)
    check(found, SHAPES["validate"][1], "validate")
    assert found["conforms"] is False and found["counts"]["violation"] > 0 and found["results"]


@pytest.mark.parametrize(
    ("query", "member"), [("ASK { ?c a khb:Claim }", "boolean"), ("CONSTRUCT WHERE { ?c khb:claimant ?w }", "@graph")]
)
def test_other_forms_of_query(query: str, member: str, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "own.rq").write_text(query, encoding="utf-8")
    found = answer(["query", str(folder / "sample.ttl"), str(folder / "own.rq")], capsys)
    assert found[member]


@pytest.mark.parametrize("command", ["query", "validate"])
def test_two_formats_at_once_are_refused(command: str, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    form = {"query": "csv", "validate": "turtle"}[command]
    assert run([*arguments(folder, command), "--json", "--format", form]) == 2
    assert "do not go together" in capsys.readouterr().err


def test_a_failure_has_no_document(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["claims", str(folder / "none.ttl"), "--json"]) == 2
    captured = capsys.readouterr()
    assert captured.out == "" and captured.err.count("\n") == 1


@pytest.mark.slow
def test_serve_says_where_it_is(folder: Path) -> None:
    pytest.importorskip("pyoxigraph")
    process = subprocess.Popen(
        [sys.executable, "-m", "khabar", "serve", str(folder / "sample.ttl"), "--port", "0", "--json"],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    )  # fmt: skip
    try:
        assert process.stdout is not None
        text = b""
        while not text.endswith(b"}\n"):
            line = process.stdout.readline()
            assert line, "it ended"
            text += line
        found = json.loads(text)
        check(found, SHAPES["serve"][1], "serve")
        assert found["sparql"] == f"{found['url']}sparql"
        assert found["triples"] == len(load(folder / "sample.ttl"))
    finally:
        process.send_signal(signal.SIGTERM)
        process.communicate(timeout=60)
