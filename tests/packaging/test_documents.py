"""Every command that the documents show is run: here, by what refreshes README.md's sessions, or by CI as a newcomer.

A fence without a mark above it is run as it stands. What is not run, and why, is listed in ``NOT_RUN``.
"""

from __future__ import annotations

import os
import re
import shlex
import shutil
import signal
import subprocess
import urllib.parse
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext, suppress
from functools import partial
from pathlib import Path

import click
import pyoxigraph
import pytest

from khabar.cli import LazyGroup
from support.readme import FENCE, environment, run, workplace
from support.servers import free_port, stand_in, virtuoso

ROOT = Path(__file__).resolve().parents[2]
DOCUMENTS = {name: (ROOT / name).read_text(encoding="utf-8") for name in ("README.md", "CONTRIBUTING.md")}
FENCES = [(document, *fence) for document, text in DOCUMENTS.items() for fence in FENCE.findall(text)]

BY_CI = {"main", "tests", "check"}
"""In a new environment, which no test has: ``.ci/run`` takes them from the documents by their marks."""
REFRESHED = {"console", "python"}
"""``tests/unit/test_docs.py`` runs these, and compares what they print with what the document shows."""
SHOWN = {"turtle", "mermaid"}
"""No commands."""
NOT_RUN = {
    "fuseki-server --update --mem /khabar &": "Fuseki is in no registry that the tests may use; see stand_in",
    "qlever-index -i khabar -F ttl -f baghuz.ttl": "QLever's package on PyPI brings no engine; see stand_in",
    "qlever-server -i khabar -p 7001 -a TOKEN &": "the same",
}

BUILD = "khabar build tests/sample/baghuz.txt --published 2019-02-11 --quiet -o"
Server = Callable[[Path, int], AbstractContextManager[object]]
STORES: dict[str, tuple[int, Server, str]] = {
    "oxigraph": (7878, lambda folder, port: nullcontext(), "/query"),
    "fuseki": (3030, partial(stand_in, "fuseki"), "/khabar/query"),
    "graphdb": (7200, partial(stand_in, "graphdb"), "/repositories/khabar"),
    "qlever": (7001, partial(stand_in, "qlever"), "/"),
}
"""By mark: the port that the document names, what to start there beside what the fence itself starts, where to ask."""


def commands(mark: str) -> str:
    """The commands under a mark, less those that are not run."""
    (fence,) = (fence for _, name, _, fence in FENCES if name == mark)
    return "".join(line for line in fence.splitlines(keepends=True) if line.rstrip("\n") not in NOT_RUN)


@contextmanager
def running(script: str, folder: Path) -> Iterator[str]:
    """Run commands until the last has ended, and stop at the end what they left in the background."""
    with (folder / "output.txt").open("w+b") as output:
        shell = subprocess.Popen(
            ["bash", "-euo", "pipefail", "-c", script], cwd=folder, env=environment(),
            stdin=subprocess.DEVNULL, stdout=output, stderr=output, start_new_session=True,
        )  # fmt: skip
        try:
            code = shell.wait(300)
            said = (folder / "output.txt").read_text(encoding="utf-8")
            assert code == 0, said
            yield said
        finally:
            with suppress(ProcessLookupError):
                os.killpg(shell.pid, signal.SIGTERM)


def count(url: str, pattern: str) -> int:
    """How many solutions a server has for a pattern."""
    query = urllib.parse.quote(f"SELECT (COUNT(*) AS ?n) WHERE {{ {pattern} }}")
    request = urllib.request.Request(f"{url}?query={query}", headers={"Accept": "application/sparql-results+json"})
    with urllib.request.urlopen(request, timeout=30) as answer:
        solutions = pyoxigraph.parse_query_results(answer.read(), format=pyoxigraph.QueryResultsFormat.JSON)
    assert isinstance(solutions, pyoxigraph.QuerySolutions)
    return int(next(solutions)["n"].value)


def article_graph(folder: Path) -> str:
    """The name of the graph that ``baghuz.nq`` holds."""
    return str(next(iter(pyoxigraph.parse(path=str(folder / "baghuz.nq")))).graph_name)


def needs(*programs: str) -> None:
    for program in programs:
        if not shutil.which(program, path=environment()["PATH"]):
            pytest.skip(f"{program} is not installed")


def test_every_fence_is_run_or_said_not_to_be() -> None:
    marks = [mark for _, mark, _, _ in FENCES if mark]
    assert len(set(marks)) == len(marks)
    assert set(marks) == BY_CI | set(STORES) | {"oxigraph-named", "virtuoso"}
    assert {language for _, _, language, _ in FENCES} == REFRESHED | SHOWN | {"bash"}
    assert all(language == "bash" for _, mark, language, _ in FENCES if mark)
    assert not [document for document, _, language, _ in FENCES if language in REFRESHED and document != "README.md"]
    lines = [line for _, _, _, fence in FENCES for line in fence.splitlines()]
    assert {line: lines.count(line) for line in NOT_RUN} == dict.fromkeys(NOT_RUN, 1)


def test_ci_takes_its_commands_from_the_documents() -> None:
    script = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    for mark in BY_CI:
        assert re.search(rf"\$\(commands {mark}\b", script), mark


@pytest.mark.slow
@pytest.mark.parametrize("fence", [fence for _, mark, language, fence in FENCES if language == "bash" and not mark])
def test_what_needs_no_mark(fence: str) -> None:
    """Beside the sample there is a folder ``articles`` with some articles, as the reader is supposed to have."""
    with workplace() as folder:
        run(f"{BUILD} baghuz.ttl", folder)
        lines = (folder / "tests" / "sample" / "baghuz.txt").read_text(encoding="utf-8").splitlines(keepends=True)
        (folder / "articles").mkdir()
        for number in range(3):
            (folder / "articles" / f"{number}.txt").write_text("".join(lines[number:]), encoding="utf-8")
        with running(fence, folder) as said:
            assert "Traceback" not in said


@pytest.mark.slow
@pytest.mark.parametrize("name", STORES)
def test_loading_into_a_store(name: str, tmp_path: Path) -> None:
    needs("curl", "oxigraph")
    documented, server, query = STORES[name]
    port = free_port()
    script = commands(name) + (commands("oxigraph-named") if name == "oxigraph" else "")
    assert f":{documented}" in script
    with workplace() as folder, server(tmp_path, port):
        run(f"{BUILD} baghuz.ttl && {BUILD} baghuz.nq", folder)
        with running(script.replace(f":{documented}", f":{port}"), folder):
            built = (folder / "baghuz.nq").read_text(encoding="utf-8").count("\n")
            url = f"http://127.0.0.1:{port}{query}"
            assert count(url, f"GRAPH {article_graph(folder)} {{ ?s ?p ?o }}") == built
            if "Content-Type: text/turtle" in script:
                assert count(url, "?s ?p ?o") == built


@pytest.mark.slow
def test_loading_into_virtuoso(tmp_path: Path) -> None:
    port = free_port()
    with workplace() as folder, virtuoso(folder, port) as url:
        run(f"{BUILD} baghuz.ttl && {BUILD} baghuz.nq", folder)
        script = commands("virtuoso").replace(":1111", f":{port}").replace("PASSWORD", "dba")
        with running(script, folder):
            built = (folder / "baghuz.nq").read_text(encoding="utf-8").count("\n")
            for name in ("<https://example.org/graph/baghuz>", article_graph(folder)):
                assert count(f"{url}/sparql", f"GRAPH {name} {{ ?s ?p ?o }}") == built
            assert count(f"{url}/sparql", "GRAPH <https://example.org/graph/none> { ?s ?p ?o }") == 0


def test_options_that_are_named_exist() -> None:
    """In the running text: after ``khabar COMMAND`` the options of that command, elsewhere those of any."""
    context = click.Context(click.Group("khabar"))
    options = {
        name: {option for parameter in command.params for option in (*parameter.opts, *parameter.secondary_opts)}
        for name in LazyGroup.COMMANDS
        if (command := LazyGroup(name="khabar").get_command(context, name)) is not None
    }
    others = {"--all-extras": "uv", "--opensyria": "khabar.tools.gazetteer", "--strict": "mypy"}
    for text in DOCUMENTS.values():
        for code in re.findall(r"`([^`\n]*--[^`\n]*)`", FENCE.sub("", text)):
            named = set(re.findall(r"(?<![\w-])--[a-z][a-z-]*", code)) - {"--help", *others}
            called = re.match(r"khabar ([a-z]+)", code)
            known = options[called[1]] if called else set().union(*options.values())
            assert named <= known, code


def test_the_makefiles_check_is_what_contributing_says() -> None:
    needs("make")
    done = subprocess.run(["make", "-n", "check"], cwd=ROOT, capture_output=True, text=True, check=True)
    modules = [shlex.split(line)[2:] for line in done.stdout.splitlines() if " -m " in line]
    assert modules == [["ruff", "check", "."], ["mypy"], ["pytest"]]
