"""The graphs in ``output/`` are what the code makes, and other tools read them as we do."""

from __future__ import annotations

import difflib
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pyoxigraph
import pytest
import rdflib
from rdflib.namespace import OWL, RDF, SKOS

from khabar.resources import ontology_files

ROOT = Path(__file__).resolve().parents[2]
OUTPUT = ROOT / "output"
SHARED = ROOT.parent / "shared"
SAMPLE = ROOT / "tests" / "sample"
KHB = "https://w3id.org/khabar/ontology#"
GRAPHS = ("sample", "article")
QUESTIONS_WITHOUT_ANSWER: frozenset[str] = frozenset()
"""Questions on which the sample has nothing to say."""


def text_of(name: str) -> Path:
    """The text that a graph is made from; the test is skipped where it is not here."""
    path = SAMPLE / "baghuz.txt" if name == "sample" else SHARED / "article" / "article.txt"
    if not path.is_file():
        pytest.skip("../shared is not here")
    return path


def build(path: Path, *options: str, seed: int = 0, folder: Path = ROOT) -> bytes:
    """What ``khabar build`` writes to standard output, in a process with a hash seed of its own."""
    command = [sys.executable, "-m", "khabar", "build", str(path), "--published", "2019-02-11", "--quiet", *options]
    environment = {**os.environ, "PYTHONHASHSEED": str(seed)}
    return subprocess.run(command, check=True, capture_output=True, env=environment, cwd=folder).stdout


@pytest.mark.parametrize("name", GRAPHS)
def test_output_is_what_the_code_makes(name: str, golden: Callable[[Path, str], None]) -> None:
    golden(OUTPUT / f"{name}.ttl", build(text_of(name)).decode("utf-8"))


@pytest.mark.parametrize("name", GRAPHS)
def test_two_builds_give_the_same_bytes(name: str, tmp_path: Path) -> None:
    first, second = (build(text_of(name), seed=seed, folder=folder) for seed, folder in ((1, ROOT), (4242, tmp_path)))
    assert first == second
    assert build(text_of(name), "--format", "nquads", seed=7) == build(text_of(name), "--format", "nquads", seed=8)


@pytest.mark.parametrize("name", GRAPHS)
def test_its_quotes_are_the_texts(name: str) -> None:
    command = [sys.executable, "-m", "khabar", "validate", str(OUTPUT / f"{name}.ttl"), "--source", str(text_of(name))]
    done = subprocess.run(command, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("name", GRAPHS)
def test_no_blank_nodes_and_only_declared_terms(name: str) -> None:
    graph = rdflib.Graph().parse(OUTPUT / f"{name}.ttl")
    assert not [term for triple in graph for term in triple if isinstance(term, rdflib.BNode)]
    used = {str(term) for triple in graph for term in triple if str(term).startswith(KHB)}
    ontology = rdflib.Graph()
    for path in ontology_files():
        ontology.parse(path)
    kinds = (OWL.Class, OWL.ObjectProperty, OWL.DatatypeProperty, SKOS.Concept)
    assert used <= {str(s) for kind in kinds for s in ontology.subjects(RDF.type, kind)}


@pytest.mark.parametrize("name", GRAPHS)
def test_oxigraph_reads_the_same_triples(name: str) -> None:
    path = OUTPUT / f"{name}.ttl"
    theirs = {str(quad.triple) for quad in pyoxigraph.parse(path=str(path))}
    assert len(theirs) == len(rdflib.Graph().parse(path)) > 500


@pytest.mark.skipif(not shutil.which("rapper"), reason="rapper (Debian's raptor2-utils) is not installed")
@pytest.mark.parametrize("name", GRAPHS)
def test_raptor_reads_the_same_triples(name: str) -> None:
    path = OUTPUT / f"{name}.ttl"
    command = ["rapper", "--input", "turtle", "--count", str(path)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    counted = re.search(r"returned (\d+) triples", done.stderr)
    assert counted and int(counted[1]) == len(rdflib.Graph().parse(path))
    assert not re.search(r"warning|error", done.stderr, re.IGNORECASE)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("10 مدنيين", "12 مدنيين"),
        ("16 مدنياً", "116 مدنياً"),
        ("نحو 50", "50"),
        ("ناشطون محليون", "ناشطون محليون أمس"),
    ],
)
def test_a_changed_word_gives_a_small_difference(old: str, new: str, tmp_path: Path) -> None:
    text = text_of("sample").read_text(encoding="utf-8")
    assert old in text
    edited = tmp_path / "baghuz.txt"
    edited.write_text(text.replace(old, new, 1), encoding="utf-8")
    before, after = (build(path).decode("utf-8").splitlines() for path in (text_of("sample"), edited))
    changed = [line.split() for line in difflib.ndiff(before, after) if line[0] in "+-"]
    told = [words for words in changed if words[1:2] and words[1] not in {"oa:start", "oa:end"}]
    assert len(told) < len(before) / 25, "what stands behind the word has moved, and no more"


def test_json_and_text_of_the_sample_tell_the_same() -> None:
    from khabar import build as build_text
    from khabar import read

    text, json = read(SAMPLE / "baghuz.txt"), read(SAMPLE / "baghuz.json")
    assert text.text == json.text
    assert json.metadata.outlet and json.metadata.author and json.metadata.published and json.metadata.url
    one, other = (build_text(source.text, json.metadata).report for source in (text, json))
    assert one == other
    assert len(one.claims) >= 12 and len(one.relations) >= 3


def test_a_text_that_is_no_news_gives_no_claims() -> None:
    assert b"khb:Claim" not in build(SAMPLE / "not-news.txt")


def test_the_sample_answers_every_question() -> None:
    from khabar.queries import questions
    from khabar.queries import run as ask

    graph = rdflib.Graph().parse(OUTPUT / "sample.ttl")
    results = {question.name: ask(graph, question.text) for question in questions()}
    silent = {name for name, found in results.items() if not (len(found.graph) if found.graph else found.rows)}
    assert silent == QUESTIONS_WITHOUT_ANSWER


def test_no_third_party_text() -> None:
    """No run of nine words of the article in ``../shared`` stands in a file of ours; sixteen in ``output/``."""
    if not (ROOT / ".git").exists() or not shutil.which("git"):
        pytest.skip("not a checkout")
    word = re.compile(r"[\w\u064b-\u0652]+")
    words = word.findall(text_of("article").read_text(encoding="utf-8"))
    runs = {size: {tuple(words[i : i + size]) for i in range(len(words) - size + 1)} for size in (9, 16)}
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, check=True, capture_output=True).stdout.decode()
    for name in filter(None, listed.split("\0")):
        path, size = ROOT / name, 16 if name.startswith("output/") else 9
        if not path.is_file() or path.suffix in {".png", ".gz"}:
            continue
        found = word.findall(path.read_text(encoding="utf-8"))
        assert not any(tuple(found[i : i + size]) in runs[size] for i in range(len(found) - size + 1)), name
