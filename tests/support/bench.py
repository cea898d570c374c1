"""Measures speed and memory of text → report, beside a plain pass over the same text in the same process.

    python tests/support/bench.py [--json | --markdown] [--here]

It says whether the khabar that it measures is pure Python or compiled. Where that is pure and a C compiler is found, it
builds the compiled one too, unless it is there already, and shows both; ``--here`` leaves that out.

The plain pass is the least that any lexicon-based reader does: fold and tokenise the text, then look every word up in
the dictionary. Times are the best of several rounds, scaled to an article of 2,500 code points; ratios hold better than
times from machine to machine. "New text" is an article that the process has not seen, after others warmed it up.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from time import perf_counter

import khabar.text
from khabar.extract import extract
from khabar.language import Language, load_language
from khabar.model import Metadata

ROOT = Path(__file__).resolve().parents[2]
LENGTH = 2500
"""Code points of the article that times are scaled to."""
ROUNDS = 7
METADATA = Metadata()

LOAD = """
import time
from khabar.language import load_language
start = time.perf_counter()
load_language("ar")
print(time.perf_counter() - start)
"""
MEMORY = """
import resource, sys
from pathlib import Path
from khabar.extract import extract
for path in sys.argv[1:]:
    extract(Path(path).read_text(encoding="utf-8"))
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
"""


def articles() -> list[Path]:
    """The sample and the development articles."""
    from support.evaluate import cases

    return [ROOT / "tests" / "sample" / "baghuz.txt", *(case.text for case in cases("dev"))]


def plain(text: str, language: Language) -> int:
    """Fold, tokenise and look up every word; return how many are known."""
    forms, names = language.forms, language.names
    return sum(token.norm in forms or token.norm in names for token in language.read(text).tokens)


def seconds(function: Callable[[], object]) -> float:
    """How long one call takes."""
    start = perf_counter()
    function()
    return perf_counter() - start


def child(script: str, *arguments: str) -> float:
    """Run a script in a fresh process and return the number that it prints."""
    command = [sys.executable, "-c", script, *arguments]
    return float(subprocess.run(command, check=True, capture_output=True, text=True).stdout)


def measure() -> dict[str, float]:
    """All figures: milliseconds, ratios, megabytes."""
    paths = articles()
    texts = [path.read_text(encoding="utf-8") for path in paths]
    scale = LENGTH / sum(map(len, texts)) * 1000
    language = load_language("ar")
    extract("", METADATA)
    fresh = []
    for text in texts:
        fresh.append(seconds(lambda text=text: extract(text, METADATA)) * LENGTH / len(text) * 1000)  # type: ignore[misc]
    warm, base = [], []
    for _ in range(ROUNDS):
        base.append(sum(seconds(lambda text=text: plain(text, language)) for text in texts))  # type: ignore[misc]
        warm.append(sum(seconds(lambda text=text: extract(text, METADATA)) for text in texts))  # type: ignore[misc]
    kilobytes = child(MEMORY, *map(str, paths))
    return {
        "text to report, warm (ms)": min(warm) * scale,
        "text to report, new text (ms)": statistics.median(fresh[len(fresh) // 2 :]),
        "plain pass (ms)": min(base) * scale,
        "ratio to the plain pass": min(warm) / min(base),
        "loading the language (ms)": min(child(LOAD) for _ in range(3)) * 1000,
        "peak memory of the process (MB)": kilobytes / (1024 if sys.platform != "darwin" else 1024**2),
    }


def kind() -> str:
    """Whether the khabar of this process is compiled."""
    return "pure Python" if str(khabar.text.__file__).endswith(".py") else "compiled"


def compiled() -> dict[str, float] | None:
    """The figures of the compiled build, measured in a process of its own; nothing where there is no C compiler."""
    from support.compiled import compiler, unpacked

    if compiler() is None:
        sys.stderr.write("no C compiler is found: the compiled build is not measured\n")
        return None
    command = [sys.executable, __file__, "--json", "--here"]
    environment = {**os.environ, "PYTHONPATH": str(unpacked())}
    done = subprocess.run(command, env=environment, check=True, stdout=subprocess.PIPE, text=True)
    found: dict[str, dict[str, float]] = json.loads(done.stdout)
    return found["compiled"]


def main(arguments: Sequence[str] | None = None) -> int:
    """Run as a script; returns the exit code."""
    parser = argparse.ArgumentParser(description="Measure speed and memory.")
    parser.add_argument("--json", action="store_true", help="as JSON")
    parser.add_argument("--markdown", action="store_true", help="as a table for the README")
    parser.add_argument("--here", action="store_true", help="only what this Python imports")
    options = parser.parse_args(arguments)
    found = {kind(): measure()}
    if not options.here and "compiled" not in found and (other := compiled()) is not None:
        found["compiled"] = other
    lines = [(name, [figures[name] for figures in found.values()]) for name in next(iter(found.values()))]
    if options.json:
        text = json.dumps(found)
    elif options.markdown:
        rows = [f"| {name} | {' | '.join(f'{value:.1f}' for value in values)} |" for name, values in lines]
        head = f"| an article of {LENGTH:,} code points | {' | '.join(found)} |"
        text = "\n".join([head, f"| --- |{' ---: |' * len(found)}", *rows])
    else:
        rows = [f"{name:34}{''.join(f'{value:14.1f}' for value in values)}" for name, values in lines]
        text = "\n".join([f"{'':34}{''.join(f'{name:>14}' for name in found)}", *rows])
    sys.stdout.write(text + "\n")
    return 0


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT / "tests"))
    sys.exit(main())
