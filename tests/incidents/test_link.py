"""Linking: the development set's scores, determinism, decisions, relations, what is shown."""

from __future__ import annotations

import csv
import json
import random
from collections.abc import Hashable
from functools import cache
from pathlib import Path

import pytest
import rdflib

from khabar.cli import run
from khabar.errors import InputError
from khabar.incidents.cluster import Decisions, link, read_decisions
from khabar.incidents.read import EventRecord, records
from khabar.incidents.score import judge
from khabar.model import Metadata
from khabar.pipeline import build
from khabar.rdf.formats import FORMATS
from khabar.rdf.load import load
from khabar.rdf.terms import KHB
from khabar.stores.load import NamedGraph
from support.linking import b_cubed, pairwise, read_marked

FLOOR_B_CUBED, FLOOR_PAIRWISE = 0.93, 0.85
"""Reached: 0.97 and 0.93. Raised on purpose, never lowered silently."""
khb = rdflib.Namespace(KHB)


@cache
def marked() -> tuple[tuple[EventRecord, ...], dict[Hashable, Hashable], dict[Hashable, str]]:
    """All events of the development set; gold incident and event of each marked mention."""
    events: list[EventRecord] = []
    gold: dict[Hashable, Hashable] = {}
    found: dict[Hashable, str] = {}
    for number, article in enumerate(read_marked(Path(__file__).with_name("dev.txt"))):
        built = build(article.text, Metadata(outlet=article.outlet, published=article.published))
        lines = built.serialise(FORMATS["nquads"]).splitlines(keepends=True)
        events += records(NamedGraph("", tuple(lines)))
        iris = [item.subject for item in built.descriptions if item.properties[0][1] == (khb.Event.toPython(),)]
        for name, start, end in article.mentions:
            gold[number, name] = name
            near = [
                (min(max(0, e.span.start - end, start - e.span.end) for e in event.evidence), iri)
                for event, iri in zip(built.report.events, iris, strict=True)
                if set(event.types) != {"Statement"}
            ]
            if near and min(near)[0] <= 25:
                found[number, name] = min(near)[1]
    return tuple(events), gold, found


def predicted(events: list[EventRecord]) -> dict[Hashable, Hashable]:
    incidents, _ = link(events)
    of = {member.iri: number for number, incident in enumerate(incidents) for member in incident.members}
    _, gold, found = marked()
    return {key: of.get(found.get(key, ""), found.get(key, key)) for key in gold}


def test_the_development_set_is_large_enough() -> None:
    _, gold, _ = marked()
    incidents = [name for name in set(gold.values()) if not str(name).endswith("x")]
    sizes = [sum(value == name for value in gold.values()) for name in incidents]
    assert len(incidents) >= 12 and min(sizes) >= 2 and max(sizes) <= 5


def test_scores_on_the_development_set() -> None:
    events, gold, _ = marked()
    clusters = predicted(list(events))
    assert b_cubed(gold, clusters)[2] >= FLOOR_B_CUBED
    assert pairwise(gold, clusters)[2] >= FLOOR_PAIRWISE


def test_measures() -> None:
    gold: dict[Hashable, Hashable] = {1: "a", 2: "a", 3: "b"}
    assert b_cubed(gold, gold) == pairwise(gold, gold) == (1, 1, 1)
    apart: dict[Hashable, Hashable] = {1: 1, 2: 2, 3: 3}
    assert list(b_cubed(gold, apart)) == pytest.approx([1, 2 / 3, 0.8])
    assert list(pairwise(gold, {1: 0, 2: 0, 3: 0})) == pytest.approx([1 / 3, 1, 0.5])


def test_the_order_of_articles_does_not_matter() -> None:
    events = list(marked()[0])
    before = link(events)
    random.Random(3).shuffle(events)  # noqa: S311
    assert link(events) == before


def test_judgements_are_symmetric_and_bounded() -> None:
    events = marked()[0]
    for one in events[:25]:
        for other in events[:25]:
            assert judge(one, other) == judge(other, one)
            assert 0 <= judge(one, other).score <= 1


def test_decisions_win() -> None:
    events, _, found = marked()
    a, b, c = found[0, "A1"], found[1, "A1"], found[10, "B1x"]
    pairs = {(min(a, b), max(a, b)): "not-same", (min(a, c), max(a, c)): "same"}
    incidents, decided = link(events, decisions=Decisions(pairs))
    groups = [{member.iri for member in incident.members} for incident in incidents]
    assert len(decided) == 2
    assert any({a, c} <= group for group in groups)
    assert not any({a, b} <= group for group in groups)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("first,second\na,b\n", "must name the columns"), ("decision,first,second\nmaybe,a,b\n", "line 2"),
        ("decision,first,second\nsame,a,a\n", "line 2"), ("decision,first,second\nsame,a,b\nnot-same,b,a\n", "line 3"),
    ],
)  # fmt: skip
def test_bad_decisions(text: str, message: str, tmp_path: Path) -> None:
    (tmp_path / "d.csv").write_text(text)
    with pytest.raises(InputError, match=message):
        read_decisions(tmp_path / "d.csv")
    with pytest.raises(InputError, match="cannot read"):
        read_decisions(tmp_path / "missing.csv")


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The data set of the development articles."""
    folder = tmp_path_factory.mktemp("incidents")
    with (folder / "in.jsonl").open("w", encoding="utf-8") as stream:
        for article in read_marked(Path(__file__).with_name("dev.txt")):
            row = {"text": article.text, "outlet": article.outlet, "published": article.published.isoformat()}
            stream.write(json.dumps(row) + "\n")
    assert run(["build", str(folder / "in.jsonl"), "-o", str(folder / "all.nq"), "-q"]) in (0, 1)
    assert run(["link", str(folder / "all.nq"), "-o", str(folder / "incidents.ttl"), "-q"]) == 0
    return folder


def test_the_command_writes_a_valid_graph(corpus: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["validate", str(corpus / "incidents.ttl"), "-q"]) == 0
    assert run(["link", str(corpus / "all.nq"), "-o", str(tmp_path / "again.ttl")]) == 0
    assert "incidents of" in capsys.readouterr().err
    assert (tmp_path / "again.ttl").read_bytes() == (corpus / "incidents.ttl").read_bytes()
    graph = load(corpus / "incidents.ttl")
    assert len(set(graph.subjects(rdflib.RDF.type, khb.Incident))) >= 12
    for relation in (khb.contradicts, khb.updates, khb.denies):
        assert (None, relation, None) in graph, relation
    assert not any(isinstance(term, rdflib.BNode) for triple in graph for term in triple)
    together = load(corpus / "all.nq") + graph
    members = set(graph.objects(None, khb.member))
    assert members == {node for node in members if (node, rdflib.RDF.type, khb.Event) in together}


def test_what_is_shown(corpus: Path, capsys: pytest.CaptureFixture[str]) -> None:
    graph = load(corpus / "incidents.ttl")
    largest = max(graph.subjects(rdflib.RDF.type, khb.Incident), key=lambda n: len(list(graph.objects(n, khb.member))))
    name = str(largest).rpartition("/")[2]
    files = [str(corpus / "all.nq"), str(corpus / "incidents.ttl")]
    assert run(["claims", *files, "--incident", name, "--json"]) == 0
    voices = json.loads(capsys.readouterr().out)
    assert len(voices) >= 3
    assert [voice["published"] for voice in voices] == sorted(voice["published"] for voice in voices)
    assert any(voice["changes"] for voice in voices)
    assert run(["claims", *files, "--incident", name]) == 0
    assert "2020" in capsys.readouterr().out
    link_node = min(graph.objects(largest, khb.link), key=str)
    assert run(["explain", *files, str(link_node)]) == 0
    shown = capsys.readouterr().out
    assert "place:" in shown and "time:" in shown and "incident.score" in shown
    assert run(["claims", *files, "--incident", "nothing"]) == 2


def test_the_command_takes_decisions(corpus: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    graph = load(corpus / "incidents.ttl")
    node = min(graph.subjects(rdflib.RDF.type, khb.EventLink), key=str)
    first, second = sorted(map(str, graph.objects(node, khb.linkedEvent)))
    with (tmp_path / "d.csv").open("w", newline="") as stream:
        writer = csv.writer(stream)
        writer.writerows([["decision", "first", "second", "who"], ["not-same", second, first, "leila"]])
        writer.writerow(["same", "urn:x:gone", first, "leila"])
    out = tmp_path / "out.ttl"
    assert run(["link", str(corpus / "all.nq"), "-o", str(out), "--decisions", str(tmp_path / "d.csv")]) == 0
    assert "1 decisions name events that are not in these graphs" in capsys.readouterr().err
    found = load(out)
    for incident in found.subjects(rdflib.RDF.type, khb.Incident):
        assert not {first, second} <= set(map(str, found.objects(incident, khb.member)))
    assert (None, khb.decision, rdflib.Literal("not-same")) in found
    assert run(["validate", str(out), "-q"]) == 0
    assert run(["link", str(corpus / "all.nq"), "-o", str(out), "--threshold", "1", "-q"]) == 0
    few = set(load(out).subjects(rdflib.RDF.type, khb.Incident))
    assert len(few) < len(set(found.subjects(rdflib.RDF.type, khb.Incident)))


def test_policies_derive_totals_and_engines_agree(corpus: Path, capsys: pytest.CaptureFixture[str]) -> None:
    from khabar import queries
    from khabar.stores import open_store
    from khabar.stores.load import load as load_store

    graph = load(corpus / "all.nq") + load(corpus / "incidents.ttl")
    store = open_store(corpus / "store", create=True)
    assert load_store([corpus / "all.nq", corpus / "incidents.ttl"], store).failures == []
    answers = {}
    for policy in queries.policies():
        assert policy.english and policy.arabic and policy.policy
        result = queries.run(graph, policy.text)
        answers[policy.name] = result
        other = store.query(policy.text)
        assert sorted(map(str, map(plain, result.rows))) == sorted(map(str, map(plain, other.rows))), policy.name
    store.close()
    _, _, found = marked()
    incident = next(graph.subjects(khb.member, rdflib.URIRef(found[0, "A1"])))
    row = {name: [r for r in answers[name].rows if r[0] == incident] for name in answers}
    assert plain(row["acled"][0])[1:] == ("12", "3")
    assert plain(row["airwars"][0])[1:] == ("12", "19", "false", "3", "true")
    assert plain(row["ucdp"][0])[1:] == ("12", "12", "19")
    assert len(row["per-source"]) >= 5 and row["victim-groups"]
    assert run(["query", str(corpus / "all.nq"), str(corpus / "incidents.ttl"), "acled", "-f", "csv"]) == 0
    assert str(incident) in capsys.readouterr().out


def plain(row: tuple[object, ...]) -> tuple[str, ...]:
    return tuple("" if term is None else str(term).removesuffix(".0") for term in row)
