from __future__ import annotations

import dataclasses
import json
import re
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

import khabar
from khabar.errors import GraphError, OutputError
from khabar.model import EVENT_TYPES, Actor, Article, Claim, Event, Metadata, Relation, Report, When
from khabar.rdf.formats import FORMATS, serialise
from khabar.rdf.graph import describe, flatten, graph_name, to_rdflib, triples
from khabar.rdf.terms import (
    DEFAULT_BASE,
    INSTRUMENTS,
    KHB,
    OA,
    PROV,
    RDF,
    SCHEMA,
    SKOS,
    TERMS,
    VICTIMS,
    XSD,
    Description,
    Literal,
    Term,
    check_base,
    instrument_concept,
    khb,
    local_prefixes,
    victims_concept,
)
from support.gold import read_gold
from support.sample import TEXT, sample


def node(report: Report, kind: str, number: int = 0) -> Description:
    """The ``number``-th description of a class."""
    found = [d for d in describe(report) if KHB + kind in dict(d.properties)[RDF + "type"]]
    return found[number]


def values(description: Description, predicate: str) -> tuple[Term, ...]:
    return dict(description.properties).get(predicate, ())


def local(terms: tuple[Term, ...]) -> list[str]:
    return [re.split(r"[/#]", str(term))[-1] for term in terms]


def turtle(report: Report) -> str:
    descriptions = describe(report)
    prefixes = local_prefixes(DEFAULT_BASE, [descriptions[0].subject])
    return serialise(descriptions, FORMATS["turtle"], "", prefixes).decode()


# ---------------------------------------------------------------------------------------- the contract


def test_article() -> None:
    report = sample()
    article = describe(report)[0]
    outlet = node(report, "MediaOutlet")
    assert article.subject == f"{DEFAULT_BASE}article/2019-02-11-" + article.subject[-10:]
    assert article.properties == (
        (RDF + "type", (KHB + "Article",)),
        (SCHEMA + "headline", (Literal('أخبار "النبأ"', "ar"),)),
        (SCHEMA + "publisher", (outlet.subject,)),
        (SCHEMA + "datePublished", (Literal("2019-02-11", datatype=XSD + "date"),)),
        (SCHEMA + "inLanguage", (Literal("ar"),)),
        (SCHEMA + "url", (Literal("https://example.org/news/1?a=b&c=د", datatype=XSD + "anyURI"),)),
        (KHB + "dateline", (DEFAULT_BASE + "place/zahra",)),
        (KHB + "length", (Literal(str(len(TEXT)), datatype=XSD + "integer"),)),
        (KHB + "sha256", (Literal(report.article.sha256),)),
    )


def test_names_that_no_actor_stands_for_are_literals() -> None:
    article = Article(3, "0" * 64, "k", Metadata(author="سالم", outlet="النبأ"))
    properties = dict(describe(Report(article))[0].properties)
    assert properties[SCHEMA + "author"] == (Literal("سالم", "ar"),)
    assert properties[SCHEMA + "publisher"] == (Literal("النبأ", "ar"),)
    assert describe(Report(article))[0].subject.startswith(f"{DEFAULT_BASE}article/undated-")


def test_claim_and_tolls() -> None:
    report = sample()
    claim = node(report, "Claim")
    assert values(claim, khb("claimant")) == (node(report, "UnnamedSource").subject,)
    assert values(claim, khb("via")) == (node(report, "MediaOutlet").subject,)
    assert values(claim, khb("modality")) == (KHB + "Preliminary",)
    assert values(claim, khb("describes")) == (node(report, "Event").subject,)
    assert values(claim, khb("rule")) == (Literal("test.claim"),)
    assert values(claim, PROV + "wasGeneratedBy") == (node(report, "Extraction").subject,)
    total, part, injured = (node(report, "Toll", number) for number in range(3))
    assert values(claim, khb("states")) == (total.subject, part.subject, injured.subject)
    assert values(total, khb("outcome")) == (KHB + "Killed",)
    assert values(total, khb("min")) == values(total, khb("max")) == (Literal("50", datatype=XSD + "integer"),)
    assert values(total, khb("approximate")) == (Literal("true", datatype=XSD + "boolean"),)
    assert values(total, khb("words")) == (Literal("نحو 50", "ar"),)
    assert values(total, khb("victims")) == (KHB + "Civilians",)
    assert values(part, khb("partOf")) == (total.subject,)
    assert values(injured, khb("victims")) == ()
    assert values(injured, khb("victimsNoun")) == (Literal("bystanders", "en"),), "no concept: the noun"
    assert values(injured, khb("includes")) == (KHB + "Women",)
    unbounded = node(report, "Toll", 3)
    assert values(unbounded, khb("min")) == ()
    assert values(unbounded, khb("max")) == (Literal("3", datatype=XSD + "integer"),)
    assert values(unbounded, khb("of")) == (DEFAULT_BASE + "actor/mountain-army",)


def test_narration_belongs_to_the_publisher_or_else_to_the_article() -> None:
    report = sample()
    assert values(node(report, "Claim", 2), khb("claimant")) == (node(report, "MediaOutlet").subject,)
    anonymous = dataclasses.replace(report, article=dataclasses.replace(report.article, outlet=None))
    assert values(node(anonymous, "Claim", 2), khb("claimant")) == (describe(anonymous)[0].subject,)


def test_events_and_dates() -> None:
    report = sample()
    first, second, third = (node(report, "Event", number) for number in range(3))
    assert values(first, khb("eventType")) == (KHB + "AirStrike",)
    assert values(first, khb("instrument")) == (KHB + "AerialBomb",)
    assert (
        values(first, khb("earliest"))
        == values(first, khb("latest"))
        == (Literal("2019-02-10", datatype=XSD + "date"),)
    )
    assert values(first, khb("dateText")) == (Literal("أمس الأحد", "ar"),)
    assert values(first, khb("target")) == (node(report, "Place", 2).subject,)
    assert values(first, khb("place")) == (node(report, "Place", 2).subject, DEFAULT_BASE + "place/zahra")
    assert values(second, khb("agent")) == (DEFAULT_BASE + "actor/mountain-army",)
    assert values(second, khb("partialDate")) == (Literal("--01-29", datatype=XSD + "gMonthDay"),)
    assert values(second, khb("earliest")) == ()
    assert values(third, khb("earliest")) == ()
    assert values(third, khb("latest")) == (Literal("2019-02-11", datatype=XSD + "date"),)


@pytest.mark.parametrize(
    ("partial", "datatype"), [("--01", XSD + "gMonth"), ("--12-31", XSD + "gMonthDay"), ("Monday", ""), ("--13", "")]
)
def test_partial_dates(partial: str, datatype: str) -> None:
    report = Report(Article(1, "", "k"), events=(Event("E1", ("Other",), (), "r", when=When(partial=partial)),))
    assert values(node(report, "Event"), khb("partialDate")) == (Literal(partial, datatype=datatype),)


def test_actors_and_places() -> None:
    report = sample()
    army = node(report, "ArmedForce")
    assert army.subject == DEFAULT_BASE + "actor/mountain-army"
    assert values(army, RDF + "type") == (KHB + "Actor", KHB + "ArmedForce")
    assert values(army, SKOS + "prefLabel") == (Literal("جيش الجبل", "ar"), Literal("Mountain Army", "en"))
    assert values(army, khb("ledBy")) == (node(report, "Person").subject,)
    source = node(report, "UnnamedSource")
    assert values(source, SKOS + "prefLabel") == (Literal("مصادر محلية", "ar"),)
    assert values(source, SKOS + "altLabel") == (Literal("المصادر المحلية", "ar"),)
    assert len(values(source, khb("evidence"))) == 2
    town, governorate = node(report, "Place"), node(report, "Place", 1)
    assert values(town, khb("placeKind")) == (KHB + "Town",)
    assert values(town, khb("within")) == (governorate.subject,)
    assert values(governorate, khb("controlledBy")) == (army.subject,)
    geometry = next(d for d in describe(report) if d.subject == town.subject + "-geometry")
    assert [term for _, terms in geometry.properties for term in terms if isinstance(term, Literal)] == [
        Literal("POINT(36.25 35.5)", datatype="http://www.opengis.net/ont/geosparql#wktLiteral")
    ]


def test_relations_have_a_node_with_their_rule() -> None:
    report = sample()
    led = node(report, "ActorRelation")
    assert values(led, khb("relationProperty")) == (KHB + "ledBy",)
    assert values(led, khb("relationSubject")) == (DEFAULT_BASE + "actor/mountain-army",)
    assert values(led, khb("relationObject")) == (node(report, "Person").subject,)
    assert len(values(led, khb("evidence"))) == 1
    denies = node(report, "ClaimRelation")
    assert values(denies, khb("rule")) == (Literal("test.denies"),)
    claim = node(report, "Claim", 1)
    assert values(claim, khb("denies")) == values(claim, khb("contradicts")) == (node(report, "Claim").subject,)


def test_a_span_is_one_mention_by_whatever_quotes_it() -> None:
    report = sample()
    mentions = [d for d in describe(report) if values(d, RDF + "type") == (KHB + "Mention",)]
    selectors = {d.subject: d for d in describe(report) if OA + "TextQuoteSelector" in values(d, RDF + "type")}
    positions = []
    for mention in mentions:
        assert values(mention, OA + "hasSource") == (describe(report)[0].subject,)
        (selector,) = values(mention, OA + "hasSelector")
        found = selectors[str(selector)]
        assert values(found, RDF + "type") == (OA + "TextPositionSelector", OA + "TextQuoteSelector")
        start, end = (int(str(values(found, OA + name)[0][0])) for name in ("start", "end"))
        assert values(found, OA + "exact") == (Literal(TEXT[start:end]),)
        positions.append((start, end))
    assert positions == sorted(set(positions))
    assert len(mentions) == len(selectors)


def test_no_blank_node_no_repetition_no_foreign_term_all_ascii() -> None:
    found = triples(sample())
    assert len(found) == len(set(found)) == len(to_rdflib(describe(sample())))
    for triple in found:
        for term in triple:
            if isinstance(term, str):
                assert term.isascii()
                if term.startswith(KHB):
                    assert term.removeprefix(KHB) in TERMS
    subjects = {subject for subject, _, _ in found}
    for _, _, term in found:
        if isinstance(term, str) and term.startswith(DEFAULT_BASE):
            assert term in subjects, "every instance that is referred to is described"


def test_every_word_of_the_closed_lists_has_a_concept_of_its_own() -> None:
    victims = {victims_concept(noun) for noun in VICTIMS}
    instruments = {instrument_concept(noun) for noun in INSTRUMENTS}
    assert None not in victims | instruments
    assert len(victims) == len(VICTIMS) and len(instruments) == len(INSTRUMENTS)
    assert not victims & instruments
    assert not (victims | instruments) & {KHB + name for name in EVENT_TYPES}
    assert victims_concept("FamilyMembers") == victims_concept("family members") == KHB + "FamilyMembers"
    assert victims_concept("unicorns") is None
    assert instrument_concept("guided missile") == KHB + "GuidedMissileWeapon"


def test_gold_annotations_as_graphs_score_as_gold(shared: Path, tmp_path: Path) -> None:
    """The evaluation's own annotation, put through the graph, loses nothing on the way."""
    held_out = ("05", "14", "15", "16")
    golds = [path for path in (shared / "eval" / "dev").glob("*.gold.json") if not path.name.startswith(held_out)]
    pairs = [(path, path.with_name(path.name.replace(".gold.json", ".txt"))) for path in golds]
    (tmp_path / "gold").mkdir()
    for gold, text in [*pairs, (shared / "eval" / "article.gold.json", shared / "article" / "article.txt")]:
        (tmp_path / "gold" / gold.name).write_bytes(gold.read_bytes())
        khabar.write(read_gold(gold, text), tmp_path / gold.name.replace(".gold.json", ".ttl"))
    script = [sys.executable, str(shared / "eval" / "score.py"), str(tmp_path / "gold"), str(tmp_path), "--json"]
    scores = json.loads(subprocess.run(script, capture_output=True, check=True).stdout)
    measures = ("actors", "places", "events", "event args", "claims", "tolls", "attributed tolls")
    assert {measure: scores[measure]["f1"] for measure in measures} == dict.fromkeys(measures, 1.0)
    assert scores["actor types"]["accuracy"] == scores["modality"]["accuracy"] == 1.0


# ---------------------------------------------------------------------------------------- determinism


def test_the_bytes_do_not_depend_on_the_hash_seed() -> None:
    script = (
        "import sys; sys.path.insert(0, sys.argv[1])\n"
        "from support.sample import sample\n"
        "from khabar.rdf.formats import FORMATS, serialise\n"
        "from khabar.rdf.graph import describe, graph_name\n"
        "report = sample()\n"
        "for form in FORMATS.values():\n"
        "    sys.stdout.buffer.write(serialise(describe(report), form, graph_name(report)))\n"
    )
    tests = str(Path(__file__).parents[1])
    outputs = [
        subprocess.run(
            [sys.executable, "-c", script, tests], env={"PYTHONHASHSEED": seed}, capture_output=True, check=True
        ).stdout
        for seed in ("0", "1", "12345")
    ]
    assert outputs[0] == outputs[1] == outputs[2]
    assert len(outputs[0]) > 10_000


def test_a_word_more_in_the_text_changes_only_offsets_and_checksum() -> None:
    edited = TEXT.replace("أمس الأحد", "يوم أمس الأحد")
    before, after = turtle(sample()).splitlines(), turtle(sample(edited)).splitlines()
    assert len(before) == len(after)
    changed = [old for old, new in zip(before, after, strict=True) if old != new]
    assert {line.split()[0] for line in changed} == {"khb:length", "khb:sha256", "oa:start", "oa:end"}


def test_equal_content_gets_numbered_iris_in_order() -> None:
    report = sample()
    twin = dataclasses.replace(report.claims[0], id="C9", tolls=())
    iris = [d.subject for d in describe(dataclasses.replace(report, claims=(*report.claims, twin)))]
    claim = node(report, "Claim").subject
    assert claim in iris and f"{claim}-2" in iris


def test_an_actor_listed_in_the_lexicon_is_the_same_in_every_article() -> None:
    one, other = sample(), sample()
    other = dataclasses.replace(other, article=dataclasses.replace(other.article, key="another"))
    assert node(one, "ArmedForce").subject == node(other, "ArmedForce").subject
    assert node(one, "Person").subject != node(other, "Person").subject


@pytest.mark.parametrize("ref", ["جيش", "a/b", "a b", "..", "a#b", "Q1"])
def test_a_lexicon_id_is_made_fit_for_an_iri(ref: str) -> None:
    report = Report(Article(1, "", "k"), (Actor("A1", "Person", ("x",), (), "r", ref=ref),))
    iri = node(report, "Person").subject
    assert re.fullmatch(re.escape(DEFAULT_BASE) + r"actor/[A-Za-z0-9_-][A-Za-z0-9_.-]*", iri)
    assert (iri == f"{DEFAULT_BASE}actor/Q1") == (ref == "Q1")


# ---------------------------------------------------------------------------------------- errors


@pytest.mark.parametrize(
    "report",
    [
        Report(Article(1, "", "k", outlet="A7")),
        Report(Article(1, "", "k"), claims=(Claim("C1", "A7", "Asserted", (), "r"),)),
        Report(Article(1, "", "k"), claims=(Claim("C1", "article", "Certain", (), "r"),)),
        Report(Article(1, "", "k"), claims=(Claim("C1", "article", "Asserted", (), "r", ("E7",)),)),
        Report(Article(1, "", "k"), (Actor("A1", "Unicorn", ("x",), (), "r"),)),
        Report(Article(1, "", "k"), (Actor("A1", "Person", ("x",), (), "r", same_as=("not an IRI",)),)),
        Report(Article(1, "", "k"), events=(Event("E1", ("Party",), (), "r"),)),
        Report(Article(1, "", "k"), relations=(Relation("ledBy", "A1", "A2", (), "r"),)),
    ],
)
def test_an_unsound_report_is_refused(report: Report) -> None:
    with pytest.raises(GraphError) as caught:
        describe(report)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    "base",
    [
        "",
        "x",
        "example.org/",
        "//example.org/",
        "ftp://example.org/",
        "file:///tmp/",
        "http:///x/",
        "http://",
        "https://example.org",
        "https://example.org/a b/",
        "https://example.org/#a/",
        "https://example.org/?a=",
        "https://example.org/<x>/",
        "https://مثال/",
        "https://example.org:x/",
        "http://[::1/",
        "https://example.org/%zz/",
        "urn:x",
        "urn:x:y",
        "urn:",
        "javascript:alert(1)/",
        "https://example.org/\n",
        "https://example.org/\ud800/",
        "https://a%20b/",
    ],
)
def test_an_unusable_base_iri_is_refused_with_advice(base: str) -> None:
    with pytest.raises(OutputError, match=r"^base IRI .* give one such as https://w3id\.org/khabar/id/$"):
        check_base(base)


@pytest.mark.parametrize(
    "base",
    [
        DEFAULT_BASE,
        "http://example.org/",
        "https://example.org/x#",
        "https://user@example.org:8080/",
        "urn:example:archive:",
        "urn:x-y:a/",
    ],
)
def test_a_usable_base_iri(base: str) -> None:
    report = sample()
    assert check_base(base) == base
    descriptions = describe(report, base)
    assert descriptions[0].subject.startswith(f"{base}article/2019-02-11-")
    assert graph_name(report, base) == f"{descriptions[0].subject}/graph"
    assert (
        not any(DEFAULT_BASE in str(term) for triple in flatten(descriptions) for term in triple)
        or base == DEFAULT_BASE
    )


def test_a_date_of_the_first_centuries_keeps_four_digits() -> None:
    report = Report(Article(1, "", "k", Metadata(published=date(794, 1, 2))))
    assert "/0794-01-02-" in describe(report)[0].subject


def test_lines_are_sorted_where_one_term_begins_another() -> None:
    """Tags, datatypes and IRIs that go on where another ends; a subject described twice has no line twice."""
    from khabar.rdf.formats import FORMATS, serialise
    from khabar.rdf.terms import XSD, Description, Literal

    terms = (
        "urn:o", "urn:o2", Literal("خبر"), Literal("خبر", "ar"), Literal("خبر", "ar-sy"), Literal("خبر!"),
        Literal("1"), Literal("1", datatype=XSD + "integer"), Literal("1", datatype=XSD + "int"), Literal(" 1"),
    )  # fmt: skip
    for name in ("nt", "nquads"):
        given = [Description(subject, (("urn:p", terms), ("urn:p2", terms))) for subject in ("urn:s2", "urn:s")]
        lines = serialise([*given, *given], FORMATS[name], "urn:g").decode().split("\n")[:-1]
        assert lines == sorted(set(lines))
        assert len(lines) == 4 * len(terms)


@pytest.mark.parametrize("base", ["https://w3id.org/khabar/id/", "urn:example:archive:"])
def test_the_fast_writer_gives_the_same_bytes(base: str) -> None:
    """Hostile words, repeated quotes and mentions, and every sample text."""
    from khabar.rdf.formats import FORMATS, as_ntriples, nquads, serialise
    from khabar.rdf.graph import graph_name, outline
    from support.articles import text

    texts = [text(number) for number in range(6)]
    texts += [texts[0] + 'قال "شاهد\\n" إن \u202bالنص\u202c غريب.\n' + texts[0], "", "لا شيء"]
    for item in texts:
        report = khabar.extract(item, Metadata(title='«"\\»', outlet="النبأ"))
        name = graph_name(report, base)
        data = nquads(outline(report, base), name)
        descriptions = describe(report, base)
        assert data == serialise(descriptions, FORMATS["nquads"], name)
        lines = data.decode().split("\n")[:-1]
        assert lines == sorted(set(lines))
        assert as_ntriples(data, name) == serialise(descriptions, FORMATS["nt"]) == nquads(outline(report, base), "")
