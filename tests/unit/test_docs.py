"""The documents are true: what README.md shows is what its commands give, and every command, link and file is there."""

from __future__ import annotations

import re
import shutil
import subprocess
import tomllib
from pathlib import Path

import pytest

from khabar.cli import LazyGroup
from khabar.resources import question_files
from support.readme import FENCE, PYTHON, SESSION, refreshed

ROOT = Path(__file__).resolve().parents[2]
DOCUMENTS = [ROOT / name for name in ("README.md", "CONTRIBUTING.md", "CHANGELOG.md")]


@pytest.fixture(scope="module")
def text() -> str:
    """README.md."""
    return (ROOT / "README.md").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def commands(text: str) -> dict[str, str]:
    """The commands that README.md names for others to run, by their mark."""
    return {mark: fence for mark, _, fence in FENCE.findall(text) if mark}


def test_what_the_readme_shows_is_what_it_gives(text: str) -> None:
    assert SESSION.search(text) and PYTHON.search(text)
    assert refreshed(text, volatile=False) == text, "make docs, and read the difference"


def test_the_two_set_up_commands_are_one_line_each(commands: dict[str, str]) -> None:
    for name in ("main", "tests"):
        assert commands[name].count("\n") == 1
    assert "khabar build tests/sample/baghuz.txt" in commands["main"]
    assert "pytest" in commands["tests"]


def test_python_takes_five_lines(text: str) -> None:
    (script,) = PYTHON.findall(text)
    lines = [line for line in script.splitlines() if line and not line.startswith("import")]
    assert len(lines) == 5


def test_every_command_is_documented_and_every_documented_one_exists(text: str) -> None:
    assert set(re.findall(r"^\| `khabar (\w+)", text, re.MULTILINE)) == set(LazyGroup.COMMANDS)
    assert set(re.findall(r"(?:^\$ |`)khabar ([a-z]+)", text, re.MULTILINE)) <= set(LazyGroup.COMMANDS)


def test_the_number_of_questions_is_right(text: str) -> None:
    words = {17: "seventeen", 18: "eighteen", 19: "nineteen", 20: "twenty"}
    count = len(question_files())
    assert re.search(rf"\b({count}|{words[count]}) such questions", text)


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_links_lead_somewhere(document: Path) -> None:
    text = document.read_text(encoding="utf-8")
    headings = {
        re.sub(r"[^\w -]", "", h.lower()).replace(" ", "-") for h in re.findall(r"^#+ (.*)$", text, re.MULTILINE)
    }
    for target in re.findall(r"\]\(([^)\s]+)\)", text):
        if target.startswith("#"):
            assert target[1:] in headings, target
        elif not target.startswith("https://"):
            assert (document.parent / target).exists(), target


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_files_and_targets_that_are_named_exist(document: Path) -> None:
    text = document.read_text(encoding="utf-8")
    for name in re.findall(r"`((?:src|tests|ontology|shapes|output|\.ci)/[\w./-]*)`", text):
        assert (ROOT / name).exists() or "NN-" in name or "NAME" in name, name
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    targets = set(re.findall(r"^([\w-]+):", makefile, re.MULTILINE))
    assert set(re.findall(r"`make ([\w-]+)", text)) <= targets
    assert set(re.findall(r"^# make ([\w-]+)", makefile, re.MULTILINE)) < targets


def test_the_changelog_knows_the_version() -> None:
    version = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"]
    headings = re.findall(r"^## \[(.*?)\]", (ROOT / "CHANGELOG.md").read_text(encoding="utf-8"), re.MULTILINE)
    assert headings[0] == "Unreleased" or headings[0] == version


def test_no_hidden_characters_but_isolates(text: str) -> None:
    """Embeddings and overrides could make a reader see another order than stands there."""
    assert not re.search("[\u202a-\u202e\u200b\u200e\u200f\ufeff]", text)
    for line in text.splitlines():
        assert len(re.findall("[\u2066-\u2068]", line)) == line.count("\u2069")


@pytest.mark.skipif(not shutil.which("make"), reason="make is not installed")
def test_the_makefile_parses() -> None:
    done = subprocess.run(["make", "-n", "check", "evaluate", "bench", "docs-check"], cwd=ROOT, capture_output=True)
    assert done.returncode == 0, done.stderr.decode()
