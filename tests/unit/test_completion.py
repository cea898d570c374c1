"""Shell completion as README.md says to switch it on: bash runs the function that it gets."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from khabar import queries
from khabar.cli import LazyGroup

ROOT = Path(__file__).resolve().parents[2]
KHABAR = Path(sys.executable).parent / "khabar"
LINES = {
    "bash": 'eval "$(_KHABAR_COMPLETE=bash_source khabar)"',
    "zsh": 'eval "$(_KHABAR_COMPLETE=zsh_source khabar)"',
    "fish": "_KHABAR_COMPLETE=fish_source khabar | source",
}
pytestmark = pytest.mark.skipif(not KHABAR.exists(), reason="the command khabar is not installed")


def environment() -> dict[str, str]:
    return {**os.environ, "PATH": os.pathsep.join((str(KHABAR.parent), os.environ.get("PATH", "")))}


def complete(folder: Path, *words: str) -> list[str]:
    """What bash offers for the last of the words; the names of files as bash itself finds them."""
    script = f"""
    {LINES["bash"]}
    COMP_WORDS=("$@") COMP_CWORD=$(($# - 1)) COMP_TYPE=9
    complete -p khabar | grep -q -- '-F _khabar_completion' || exit 3
    compopt() {{ [ "$1 $2" = "-o default" ] && compgen -f -- "${{COMP_WORDS[$COMP_CWORD]}}"; }}
    _khabar_completion khabar "${{COMP_WORDS[$COMP_CWORD]}}" "${{COMP_WORDS[$COMP_CWORD - 1]}}"
    printf '%s\\n' "${{COMPREPLY[@]}}"
    """
    done = subprocess.run(
        ["bash", "--norc", "-c", script, "bash", "khabar", *words],
        cwd=folder, env=environment(), capture_output=True, check=True, text=True, timeout=60,
    )  # fmt: skip
    assert done.stderr == ""
    return sorted(filter(None, done.stdout.split("\n")))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two files."""
    for name in ("graph.ttl", "article.txt"):
        (tmp_path / name).touch()
    return tmp_path


needs_bash = pytest.mark.skipif(not shutil.which("bash"), reason="no bash")


@needs_bash
def test_commands(folder: Path) -> None:
    assert complete(folder, "") == sorted(LazyGroup.COMMANDS)
    assert complete(folder, "ex") == ["explain", "export"]


@needs_bash
def test_options_and_their_values(folder: Path) -> None:
    assert complete(folder, "claims", "--j") == ["--json"]
    assert complete(folder, "export", "--format", "g") == ["geojson", "graphml"]
    assert complete(folder, "build", "-f", "tu") == ["turtle"]


@needs_bash
@pytest.mark.parametrize("command", ["build", "claims", "explain", "export", "query", "report", "validate"])
def test_files(command: str, folder: Path) -> None:
    assert complete(folder, command, "gra") == ["graph.ttl"]


@needs_bash
def test_questions_behind_the_graph(folder: Path) -> None:
    assert complete(folder, "query", "graph.ttl", "0") == sorted(
        item.name for item in queries.questions() if item.name.startswith("0")
    )
    assert complete(folder, "query", "0") == []


@pytest.mark.parametrize("shell", ["zsh", "fish"])
def test_other_shells_get_names_with_their_help(shell: str, folder: Path) -> None:
    words = {"COMP_WORDS": "khabar cl", "COMP_CWORD": "cl" if shell == "fish" else "1"}
    done = subprocess.run(
        [KHABAR], env={**environment(), "_KHABAR_COMPLETE": f"{shell}_complete", **words},
        capture_output=True, check=True, text=True,
    )  # fmt: skip
    assert "claims" in done.stdout and LazyGroup.COMMANDS["claims"][1] in done.stdout


@pytest.mark.parametrize("shell", LINES)
def test_the_lines_that_readme_shows(shell: str, folder: Path) -> None:
    assert LINES[shell] in (ROOT / "README.md").read_text(encoding="utf-8")
    if not shutil.which(shell):
        pytest.skip(f"no {shell}: its line is not run")
    done = subprocess.run([shell, "-c", f"{LINES[shell]}"], env=environment(), capture_output=True, text=True)
    assert done.stderr == "" or shell == "zsh", "zsh has compdef only after compinit"
