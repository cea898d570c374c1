"""Runs what README.md shows, and writes what it gives.

    python tests/support/readme.py --write | --check

- a block ```` ```console ```` is a session: lines that begin with ``$`` are run by a shell, one after the other, in a
  copy of the sample's folder; what follows each is its output, standard error included;
- a block ```` ```python ```` is run in the same folder after the sessions;
- between ``<!-- generated: NAME -->`` and ``<!-- end -->`` stands what the function NAME below returns.

``--write`` puts in what they give now; ``--check`` fails where that differs, except for figures of time and memory.
"""

from __future__ import annotations

import argparse
import dataclasses
import difflib
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, get_args, get_type_hints

import click

from khabar.cli import LazyGroup
from khabar.commands.machine import SHAPES

ROOT = Path(__file__).resolve().parents[2]
SHARED = ROOT.parent / "shared"
README = ROOT / "README.md"
SESSION = re.compile(r"(?<=^```console\n).*?(?=^```$)", re.MULTILINE | re.DOTALL)
PYTHON = re.compile(r"(?<=^```python\n).*?(?=^```$)", re.MULTILINE | re.DOTALL)
FENCE = re.compile(r"^(?:<!-- command: ([\w-]+) -->\n)?```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
"""The mark above a block, if any, its language and what stands in it."""
GENERATED = re.compile(r"(?<=^<!-- generated: )(\w+)( -->\n)(.*?)(?=^<!-- end -->$)", re.MULTILINE | re.DOTALL)
VOLATILE = frozenset({"bench"} if SHARED.is_dir() else {"bench", "evaluate"})
"""Generated parts whose figures differ from run to run, or need what is not here."""


@contextmanager
def workplace() -> Iterator[Path]:
    """A folder with the sample's files where the README's commands expect them; removed at the end."""
    with tempfile.TemporaryDirectory() as name:
        shutil.copytree(ROOT / "tests" / "sample", Path(name) / "tests" / "sample")
        yield Path(name)


def environment() -> dict[str, str]:
    """This process's environment, with its Python's commands first, a terminal of 100 columns and no colour."""
    path = os.pathsep.join((str(Path(sys.executable).parent), os.environ.get("PATH", "")))
    return {**os.environ, "PATH": path, "COLUMNS": "100", "NO_COLOR": "1", "LC_ALL": "C.UTF-8", "PYTHONUTF8": "1"}


def run(command: str, folder: Path) -> str:
    """Run a shell command in a folder; return what it prints."""
    done = subprocess.run(
        ["bash", "-c", f"set -o pipefail; {command}"],
        cwd=folder, env=environment(), stdout=subprocess.PIPE, stderr=subprocess.STDOUT, stdin=subprocess.DEVNULL,
    )  # fmt: skip
    text = done.stdout.decode("utf-8")
    if done.returncode not in (0, 141):
        raise SystemExit(f"{README.name}: {command}: exit code {done.returncode}\n{text}")
    return "".join(line.rstrip() + "\n" for line in text.splitlines())


def session(block: str, folder: Path) -> str:
    """The block with the output that its commands give now; ``toll-…`` names the first toll of children."""
    shown = []
    for command in (line for line in block.splitlines() if line.startswith("$ ")):
        if "toll-" in command:
            graph = (folder / "baghuz.ttl").read_text(encoding="utf-8")
            toll = next(b for b in graph.split("\n\n") if b.startswith("this:toll-") and "khb:Children" in b)
            command = re.sub(r"toll-[0-9a-f]+", toll[5:14], command)
        shown.append(f"{command}\n{run(command[2:], folder)}")
    return "".join(shown)


def turtle(folder: Path) -> str:
    """One claim of an unnamed source with its tolls, its event and the place of its words, as written in the graph."""
    blocks = (folder / "baghuz.ttl").read_text(encoding="utf-8").rstrip("\n").split("\n\n")
    by_name = {block.split("\n", 1)[0]: block for block in blocks if not block.startswith("@")}

    def name(block: str, term: str) -> list[str]:
        line = next((line for line in block.splitlines() if line.strip().startswith(f"{term} ")), "")
        return re.findall(r"[\w-]+:[\w.-]+", line.strip().removeprefix(term))

    unnamed = {n for n, block in by_name.items() if "khb:UnnamedSource" in block}
    claim = next(
        block
        for block in by_name.values()
        if "a khb:Claim" in block and len(name(block, "khb:states")) > 1 and set(name(block, "khb:claimant")) & unnamed
    )
    shown = [claim, *(by_name[t] for t in name(claim, "khb:states")[:2])]
    shown += [by_name[n] for term in ("khb:describes", "khb:claimant", "khb:evidence") for n in name(claim, term)[:1]]
    shown += [by_name[n] for n in name(shown[-1], "oa:hasSelector")]
    return "```turtle\n" + "\n\n".join(shown) + "\n```\n"


def commands(folder: Path) -> str:
    """The table of the commands: how each is called, and its one-line help."""
    rows = ["| command | what it does |", "| --- | --- |"]
    for name in sorted(LazyGroup.COMMANDS):
        command = LazyGroup(name="khabar").get_command(click.Context(click.Group("khabar")), name)
        assert command is not None
        arguments = [p.make_metavar(click.Context(command)) for p in command.params if isinstance(p, click.Argument)]
        usage = " ".join(("khabar", name, *arguments)).replace("|", "\\|")
        rows.append(f"| `{usage}` | {LazyGroup.COMMANDS[name][1]} |")
    return "\n".join(rows) + "\n"


def members(shape: Any, told: dict[Any, str]) -> str:
    """The members of a shape, those of what they hold in braces, in brackets where there are many.

    What has been told of a part is not told again: ``told`` keeps the part's name.
    """
    shown = []
    for name, hint in get_type_hints(shape).items():
        many = str(hint).startswith(("list", "tuple"))
        parts = []
        for part in (hint, *get_args(hint)):
            if dataclasses.is_dataclass(part) or hasattr(part, "__total__"):
                parts.append(f"as `{told[part]}`" if part in told else f"{{{members(part, told)}}}")
                told.setdefault(part, name)
        known = parts == [f"as `{name}`"]
        shown.append(f"{name} {'[' * many}{' or '.join(parts)}{']' * many}" if parts and not known else name)
    return ", ".join(shown)


def machine(folder: Path) -> str:
    """The table of what ``--json`` prints."""
    rows = ["| command | document | members |", "| --- | --- | --- |"]
    told: dict[Any, str] = {}
    rows += [f"| `{name} --json` | {document} | {members(shape, told)} |" for name, (document, shape) in SHAPES.items()]
    return "\n".join(rows) + "\n"


def evaluate(folder: Path) -> str:
    """The table of the evaluation."""
    return run(f"{sys.executable} {ROOT}/tests/support/evaluate.py --markdown", folder)


def bench(folder: Path) -> str:
    """The table of speed and memory."""
    return run(f"{sys.executable} {ROOT}/tests/support/bench.py --markdown", folder)


GENERATORS: dict[str, Callable[[Path], str]] = {
    "bench": bench,
    "commands": commands,
    "evaluate": evaluate,
    "machine": machine,
    "turtle": turtle,
}


def refreshed(text: str, *, volatile: bool) -> str:
    """The README with all that is run and generated as it is now; ``volatile`` parts too if asked for."""
    with workplace() as folder:
        text = SESSION.sub(lambda found: session(found.group(), folder), text)

        def generate(match: re.Match[str]) -> str:
            name, opening, old = match.groups()
            return f"{name}{opening}{old if name in VOLATILE and not volatile else GENERATORS[name](folder)}"

        text = GENERATED.sub(generate, text)
        for script in PYTHON.findall(text):
            (folder / "script.py").write_text(script, encoding="utf-8")
            run(f"{sys.executable} script.py", folder)
    return text


def main(arguments: Sequence[str] | None = None) -> int:
    """Run as a script; returns the exit code."""
    parser = argparse.ArgumentParser(description="Run what README.md shows.")
    what = parser.add_mutually_exclusive_group(required=True)
    what.add_argument("--write", action="store_true", help="put in what it gives now")
    what.add_argument("--check", action="store_true", help="fail where that differs")
    options = parser.parse_args(arguments)
    before = README.read_text(encoding="utf-8")
    after = refreshed(before, volatile=options.write)
    if options.write:
        README.write_text(after, encoding="utf-8")
        return 0
    difference = difflib.unified_diff(before.splitlines(), after.splitlines(), "README.md", "now", lineterm="", n=1)
    text = "\n".join(difference)
    if text:
        sys.stderr.write(f"{text}\nREADME.md is out of date: make docs\n")
    return 1 if text else 0


if __name__ == "__main__":
    sys.exit(main())
