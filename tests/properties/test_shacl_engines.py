"""Every fast SHACL engine says of every shape example and of a thousand mutated graphs what pySHACL says."""

from __future__ import annotations

import random
from functools import cache
from pathlib import Path

import pytest
import rdflib

from khabar.pipeline import to_graph
from khabar.rdf.load import load
from khabar.rdf.terms import CLASSES, CONCEPTS, KHB, OA, PROPERTIES
from khabar.shacl_engines import ENGINES, checker, choose_engine
from khabar.validate import validate
from support.sample import sample

EXAMPLES = Path(__file__).resolve().parents[1] / "shapes"
FAST = [engine.name for engine in ENGINES.values() if engine.name != "pyshacl" and engine.installed]
MUTANTS = 1000


def conforms(engine: str, graph: rdflib.Graph) -> bool | None:
    """What an engine says; None where it gives up, which hands the graph to the reference."""
    text = "".join(f"{s.n3()} {p.n3()} {o.n3()} .\n" for s, p, o in graph)
    try:
        return checker(engine)(text, lambda: graph)
    except Exception:
        return None


@pytest.mark.parametrize("engine", FAST)
@pytest.mark.parametrize("path", sorted(EXAMPLES.glob("*-*.ttl")), ids=lambda path: path.stem)
def test_on_every_shape_example(path: Path, engine: str) -> None:
    graph = load(EXAMPLES / "base.ttl") + load(path)
    assert conforms(engine, graph) in {validate(graph).conforms, None}


@cache
def triples() -> tuple[tuple[rdflib.term.Node, rdflib.term.Node, rdflib.term.Node], ...]:
    return tuple(sorted(to_graph(sample()), key=str))


def mutate(seed: int) -> rdflib.Graph:
    """A valid graph with one to three things changed: a triple less, another object, another property, another type."""
    chance = random.Random(seed)  # noqa: S311
    rows = list(triples())
    subjects = sorted({row[0] for row in rows}, key=str)
    objects = sorted({row[2] for row in rows}, key=str)
    khb = rdflib.Namespace(KHB)
    literals = [
        rdflib.Literal("x"), rdflib.Literal("س", lang="ar"), rdflib.Literal(-1), rdflib.Literal(7),
        rdflib.Literal(10**6),
        rdflib.Literal("2019-02-30", datatype=rdflib.XSD.date), rdflib.Literal("2030-01-01", datatype=rdflib.XSD.date),
        rdflib.Literal("true", datatype=rdflib.XSD.boolean), rdflib.Literal("7", datatype=rdflib.XSD.int),
    ]  # fmt: skip
    for _ in range(chance.choice((1, 1, 2, 3))):
        number = chance.randrange(len(rows))
        subject, predicate, value = rows[number]
        what = chance.randrange(7)
        if what == 0:
            del rows[number]
        elif what == 1:
            rows[number] = subject, predicate, chance.choice(literals)
        elif what == 2:
            rows[number] = subject, predicate, chance.choice(objects)
        elif what == 3:
            rows[number] = subject, khb[chance.choice((*PROPERTIES, "misspelt"))], value
        elif what == 4:
            rows.append((chance.choice(subjects), predicate, value))
        elif what == 5:
            kinds = [khb[chance.choice((*CLASSES, "Misspelt"))], khb[chance.choice(CONCEPTS)]]
            rows.append((subject, chance.choice((rdflib.RDF.type, predicate)), chance.choice(kinds)))
        else:
            rows.append((subject, rdflib.URIRef(OA + chance.choice(("start", "end"))), chance.choice(literals)))
    graph = rdflib.Graph()
    for row in rows:
        graph.add(row)
    return graph


@pytest.mark.parametrize("engine", FAST)
@pytest.mark.parametrize("part", range(10))
def test_on_a_thousand_mutated_graphs(part: int, engine: str) -> None:
    overlooked = []
    for seed in range(part * MUTANTS // 10, (part + 1) * MUTANTS // 10):
        if conforms(engine, mutate(seed)) is True and not verdict(seed):
            overlooked.append(seed)
    assert not overlooked


@cache
def verdict(seed: int) -> bool:
    return validate(mutate(seed)).conforms


def test_the_mutants_are_of_both_kinds() -> None:
    verdicts = [verdict(seed) for seed in range(100)]
    assert 10 <= sum(verdicts) <= 90


def test_choosing(monkeypatch: pytest.MonkeyPatch) -> None:
    from khabar.errors import ValidationError

    assert choose_engine() == (FAST[0] if FAST else "pyshacl")
    with pytest.raises(ValidationError, match="unknown SHACL engine"):
        choose_engine("slow")
    monkeypatch.setattr("importlib.util.find_spec", lambda name: None)
    with pytest.raises(ValidationError, match="pip install shacl"):
        choose_engine("rust")
