"""Every shape against examples: the valid ones give nothing, the invalid ones exactly what the table says."""

from __future__ import annotations

from pathlib import Path

import pyshacl.entrypoints
import pyshacl_turbo
import pytest
import rdflib
from rdflib.namespace import SH

from khabar.model import EVENT_TYPES, MODALITIES, OUTCOMES
from khabar.rdf.terms import (
    ACTOR_CLASSES,
    CLAIM_RELATIONS,
    CLASSES,
    INSTRUMENTS,
    KHB,
    PLACE_KIND_CONCEPTS,
    PRECISIONS,
    PROPERTIES,
    RELATIONS,
    VICTIMS,
    instrument_concept,
    victims_concept,
)
from khabar.resources import shape_files
from khabar.validate import Result, validate

EXAMPLES = Path(__file__).resolve().parents[1] / "shapes"
KHS = "https://w3id.org/khabar/shapes#"
EX = "https://example.org/id/"

EXPECTED: dict[str, str] = {
    # focus node, path, constraint component, severity, shape
    "actor": """
        kindless rdf:type QualifiedMinCount Violation Actor-kind
        related khb:affiliatedWith Class Violation Actor-affiliatedWith
        related khb:controlledBy Class Violation Actor-controlledBy
        related khb:ledBy Class Violation Actor-ledBy
        related khb:spokespersonFor Class Violation Actor-spokespersonFor
        related khb:supportedBy Class Violation Actor-supportedBy
        twofold rdf:type QualifiedMaxCount Violation Actor-kind
        ungrounded - Or Violation ActorGrounded
        untyped rdf:type HasValue Violation Actor-type
        ungrounded khb:evidence MinCount Info ActorAdvice-evidence
    """,
    "actor-relation": """
        bare khb:evidence MinCount Violation Grounded
        bare khb:relationObject MinCount Violation ActorRelation-object
        bare khb:relationProperty MinCount Violation ActorRelation-property
        bare khb:relationSubject MinCount Violation ActorRelation-subject
        bare khb:rule MinCount Violation Ruled
        claim khb:denies Class Violation Claim-denies
        twice khb:relationObject MaxCount Violation ActorRelation-object
        twice khb:relationProperty MaxCount Violation ActorRelation-property
        twice khb:relationSubject MaxCount Violation ActorRelation-subject
        wrong khb:relationObject Class Violation ActorRelation-object
        wrong khb:relationProperty In Violation ActorRelation-property
        wrong khb:relationSubject Or Violation ActorRelation-subject
        ontology - SPARQL Violation Vocabulary-relations
    """,
    "advice": """
        numberless - Or Warning TollAdvice
        numberless khb:partOf/khb:outcome Equals Warning PartToll-outcome
        numberless khb:partOf/khb:outcome Equals Warning PartToll-outcome
        numberless khb:words MinCount Warning TollAdvice-words
        silent - Or Warning ClaimAdvice
        unclaimed ^khb:describes MinCount Warning EventAdvice-claim
        unknown ^prov:used MinCount Warning ArticleAdvice-extraction
        unknown schema:datePublished MinCount Warning ArticleAdvice-datePublished
        goats khb:includesNoun MaxCount Info TollAdvice-includesNoun
        goats khb:victimsNoun MaxCount Info TollAdvice-victimsNoun
        unclaimed khb:instrumentNoun MaxCount Info EventAdvice-instrumentNoun
        unknown schema:inLanguage MinCount Info ArticleAdvice-inLanguage
        unknown schema:publisher MinCount Info ArticleAdvice-publisher
        writer khb:evidence MinCount Info ActorAdvice-evidence
    """,
    "article": """
        empty khb:length MinCount Violation Article-length
        empty khb:sha256 MinCount Violation Article-sha256
        twice khb:dateline MaxCount Violation Article-dateline
        twice khb:length MaxCount Violation Article-length
        twice khb:sha256 MaxCount Violation Article-sha256
        twice schema:datePublished MaxCount Violation Article-datePublished
        twice schema:headline MaxCount Violation Article-headline
        twice schema:inLanguage MaxCount Violation Article-inLanguage
        twice schema:publisher MaxCount Violation Article-publisher
        twice schema:url MaxCount Violation Article-url
        typed khb:length Datatype Violation Article-length
        typed khb:sha256 Datatype Violation Article-sha256
        typed schema:inLanguage Datatype Violation Article-inLanguage
        wrong khb:dateline Class Violation Article-dateline
        wrong khb:length MinInclusive Violation Article-length
        wrong khb:sha256 Pattern Violation Article-sha256
        wrong schema:author Or Violation Article-author
        wrong schema:datePublished Datatype Violation Article-datePublished
        wrong schema:headline Datatype Violation Article-headline
        wrong schema:inLanguage Pattern Violation Article-inLanguage
        wrong schema:publisher Or Violation Article-publisher
        wrong schema:url Datatype Violation Article-url
    """,
    "claim": """
        empty khb:claimant MinCount Violation Claim-claimant
        empty khb:modality MinCount Violation Claim-modality
        twice khb:claimant MaxCount Violation Claim-claimant
        twice khb:modality MaxCount Violation Claim-modality
        twice khb:via Disjoint Violation Claim-via
        ungrounded khb:evidence MinCount Violation Grounded
        ungrounded khb:rule MinCount Violation Ruled
        wrong khb:claimant Or Violation Claim-claimant
        wrong khb:contradicts Class Violation Claim-contradicts
        wrong khb:denies Class Violation Claim-denies
        wrong khb:describes Class Violation Claim-describes
        wrong khb:modality In Violation Claim-modality
        wrong khb:repeats Class Violation Claim-repeats
        wrong khb:states Class Violation Claim-states
        wrong khb:updates Class Violation Claim-updates
        wrong khb:via Class Violation Claim-via
        wrong khb:via Disjoint Violation Claim-via
        wrong prov:wasGeneratedBy Class Violation Claim-generatedBy
    """,
    "claim-relation": """
        bare khb:relationObject MinCount Violation ClaimRelation-object
        bare khb:relationProperty MinCount Violation ClaimRelation-property
        bare khb:relationSubject MinCount Violation ClaimRelation-subject
        bare khb:rule MinCount Violation Ruled
        self khb:relationSubject Disjoint Violation ClaimRelation-subject
        twice khb:relationObject MaxCount Violation ClaimRelation-object
        twice khb:relationProperty MaxCount Violation ClaimRelation-property
        twice khb:relationSubject MaxCount Violation ClaimRelation-subject
        wrong khb:relationObject Or Violation ClaimRelation-object
        wrong khb:relationProperty In Violation ClaimRelation-property
        wrong khb:relationSubject Or Violation ClaimRelation-subject
    """,
    "event-dates": """
        backwards khb:earliest LessThanOrEquals Violation Event-earliest
    """,
    "event": """
        twice khb:earliest MaxCount Violation Event-earliest
        twice khb:latest MaxCount Violation Event-latest
        twice khb:partialDate MaxCount Violation Event-partialDate
        typeless khb:eventType MinCount Violation Event-type
        typeless khb:instrument In Violation Event-instrument
        typeless khb:instrumentNoun Datatype Violation Event-instrumentNoun
        typeless khb:partialDate Or Violation Event-partialDate
        wrong khb:agent Class Violation Event-agent
        wrong khb:dateText Datatype Violation Event-dateText
        wrong khb:earliest Datatype Violation Event-earliest
        wrong khb:earliest LessThanOrEquals Violation Event-earliest
        wrong khb:eventType In Violation Event-type
        wrong khb:instrument In Violation Event-instrument
        wrong khb:latest Datatype Violation Event-latest
        wrong khb:partialDate Or Violation Event-partialDate
        wrong khb:place Class Violation Event-place
        wrong khb:target Or Violation Event-target
        typeless khb:instrumentNoun MaxCount Info EventAdvice-instrumentNoun
    """,
    "evidence-inside": """
        article ^oa:hasSource/oa:hasSelector/oa:end LessThanOrEquals Violation Article-evidenceInside
    """,
    "extraction": """
        backwards prov:startedAtTime LessThanOrEquals Violation Extraction-started
        bare khb:rulesVersion MinCount Violation Extraction-rules
        bare prov:used MinCount Violation Extraction-used
        bare schema:name MinCount Violation Extraction-name
        bare schema:softwareVersion MinCount Violation Extraction-version
        twice khb:rulesVersion MaxCount Violation Extraction-rules
        twice prov:endedAtTime MaxCount Violation Extraction-ended
        twice prov:startedAtTime MaxCount Violation Extraction-started
        twice schema:name MaxCount Violation Extraction-name
        twice schema:softwareVersion MaxCount Violation Extraction-version
        wrong khb:rulesVersion Datatype Violation Extraction-rules
        wrong prov:endedAtTime Datatype Violation Extraction-ended
        wrong prov:startedAtTime Datatype Violation Extraction-started
        wrong prov:startedAtTime LessThanOrEquals Violation Extraction-started
        wrong prov:used Class Violation Extraction-used
        wrong schema:name Datatype Violation Extraction-name
        wrong schema:softwareVersion Datatype Violation Extraction-version
    """,
    "geometry": """
        empty geo:asWKT MinCount Violation Geometry-wkt
        plain geo:asWKT Datatype Violation Geometry-wkt
        plain khb:precision MaxCount Violation Geometry-precision
        prefixed geo:asWKT Pattern Violation Geometry-wkt
        prefixed khb:precision In Violation Geometry-precision
        twice geo:asWKT MaxCount Violation Geometry-wkt
    """,
    "grounded": """
        army - Class Violation Evidence
        bare khb:evidence MinCount Violation Grounded
        bare khb:rule MinCount Violation Ruled
        wrong khb:rule Datatype Violation Rule
        wrong khb:rule MaxCount Violation Rule
    """,
    "ill-typed": """
        impossible khb:earliest Datatype Violation Event-earliest
        impossible khb:earliest LessThanOrEquals Violation Event-earliest
    """,
    "labels": """
        nameless skos:prefLabel MinCount Violation Labelled
        same skos:altLabel Disjoint Violation AlternativeLabel
        twice skos:prefLabel UniqueLang Violation PreferredLabel
        untagged rdfs:label Datatype Violation OtherLabel
        untagged skos:altLabel Datatype Violation AlternativeLabel
        untagged skos:prefLabel Datatype Violation PreferredLabel
    """,
    "mention": """
        article - SPARQL Violation Article-quoteLength
        m-bare oa:hasSelector MinCount Violation Mention-selector
        m-bare oa:hasSource MinCount Violation Mention-source
        m-twice oa:hasSelector Class Violation Mention-selector
        m-twice oa:hasSelector MaxCount Violation Mention-selector
        m-twice oa:hasSource Class Violation Mention-source
        m-twice oa:hasSource MaxCount Violation Mention-source
        s-double oa:end MaxCount Violation Selector-end
        s-double oa:exact MaxCount Violation Selector-exact
        s-double oa:start Datatype Violation Selector-start
        s-double oa:start MaxCount Violation Selector-start
        s-empty oa:end MinCount Violation Selector-end
        s-empty oa:exact MinCount Violation Selector-exact
        s-empty oa:start MinCount Violation Selector-start
        s-typed oa:end Datatype Violation Selector-end
        s-typed oa:exact Datatype Violation Selector-exact
        s-typed oa:start MinInclusive Violation Selector-start
        s-wrong oa:start LessThan Violation Selector-start
    """,
    "named": """
        _: - NodeKind Violation Named
    """,
    "place": """
        kindless khb:countryCode Datatype Violation Place-countryCode
        kindless khb:placeKind MinCount Violation Place-kind
        twice dcterms:identifier Datatype Violation Place-identifier
        twice dcterms:identifier Pattern Violation Place-identifier
        twice geo:hasGeometry MaxCount Violation Place-geometry
        twice khb:countryCode MaxCount Violation Place-countryCode
        twice khb:placeKind MaxCount Violation Place-kind
        ungrounded khb:evidence MinCount Violation Grounded
        wrong dcterms:identifier Pattern Violation Place-identifier
        wrong geo:hasGeometry Class Violation Place-geometry
        wrong khb:controlledBy Class Violation Place-controlledBy
        wrong khb:countryCode Pattern Violation Place-countryCode
        wrong khb:placeKind In Violation Place-kind
        wrong khb:within Class Violation Place-within
    """,
    "publication": """
        article - SPARQL Violation Article-eventsBeforePublication
    """,
    "quote-length": """
        article - SPARQL Violation Article-quoteLength
    """,
    "relation-borne-out": """
        plan ^khb:relationSubject MinCount Violation RelationBorneOut
        salem ^khb:relationSubject MinCount Violation RelationBorneOut
    """,
    "incident": """
        absurd khb:decision In Violation EventLink-decision
        absurd khb:ground Datatype Violation EventLink-ground
        absurd khb:linkedEvent MaxCount Violation EventLink-event
        absurd khb:linkedEvent Or Violation EventLink-event
        absurd khb:score MaxInclusive Violation EventLink-score
        bare khb:ground MinCount Violation EventLink-ground
        bare khb:linkedEvent MinCount Violation EventLink-event
        bare khb:rule MinCount Violation Ruled
        empty khb:member MinCount Violation Incident-member
        shelling ^khb:member MaxCount Violation Incident-one
        twice khb:decision MaxCount Violation EventLink-decision
        twice khb:score Datatype Violation EventLink-score
        twice khb:score MaxCount Violation EventLink-score
        twice khb:score MaxInclusive Violation EventLink-score
        twice khb:score MinInclusive Violation EventLink-score
        twice khb:score MinInclusive Violation EventLink-score
        wrong khb:link Class Violation Incident-link
        wrong khb:member Or Violation Incident-member
    """,
    "reprint": """
        article khb:reprintOf Or Violation Reprint
        article khb:similarity MaxInclusive Violation Reprint-similarity
        elsewhere khb:reprintOf MaxCount Violation Reprint
        elsewhere khb:similarity MinCount Violation Reprint-similarity
        third khb:similarity Datatype Violation Reprint-similarity
        third khb:similarity MaxCount Violation Reprint-similarity
        third khb:similarity MaxInclusive Violation Reprint-similarity
        third khb:similarity MinInclusive Violation Reprint-similarity
        third khb:similarity MinInclusive Violation Reprint-similarity
    """,
    "same-as": """
        town owl:sameAs NodeKind Violation SameAs
    """,
    "toll": """
        about ^khb:states MinCount Violation Toll-claim
        backwards khb:min LessThanOrEquals Violation Toll-min
        empty khb:min Datatype Violation Toll-min
        empty khb:min MinInclusive Violation Toll-min
        empty khb:outcome MinCount Violation Toll-outcome
        shared ^khb:states MaxCount Violation Toll-claim
        shared khb:evidence MinCount Violation Grounded
        shared khb:rule MinCount Violation Ruled
        twice khb:approximate MaxCount Violation Toll-approximate
        twice khb:max MaxCount Violation Toll-max
        twice khb:max MinInclusive Violation Toll-max
        twice khb:min LessThanOrEquals Violation Toll-min
        twice khb:min LessThanOrEquals Violation Toll-min
        twice khb:min MaxCount Violation Toll-min
        twice khb:of MaxCount Violation Toll-of
        twice khb:outcome MaxCount Violation Toll-outcome
        twice khb:partOf MaxCount Violation Toll-partOf
        twice khb:victims MaxCount Violation Toll-victims
        twice khb:victimsNoun MaxCount Violation Toll-victimsNoun
        twice khb:words MaxCount Violation Toll-words
        wrong khb:approximate Datatype Violation Toll-approximate
        wrong khb:includes Node Violation Toll-includes
        wrong khb:includesNoun Datatype Violation Toll-includesNoun
        wrong khb:max Datatype Violation Toll-max
        wrong khb:min MinInclusive Violation Toll-min
        wrong khb:of Class Violation Toll-of
        wrong khb:outcome In Violation Toll-outcome
        wrong khb:partOf Class Violation Toll-partOf
        wrong khb:victims Node Violation Toll-victims
        wrong khb:victimsNoun Datatype Violation Toll-victimsNoun
        wrong khb:words Datatype Violation Toll-words
        twice khb:partOf/khb:outcome Equals Warning PartToll-outcome
        wrong khb:partOf/khb:outcome Equals Warning PartToll-outcome
        twice khb:victimsNoun MaxCount Info TollAdvice-victimsNoun
        wrong khb:includesNoun MaxCount Info TollAdvice-includesNoun
        wrong khb:victimsNoun MaxCount Info TollAdvice-victimsNoun
    """,
    "total-toll": """
        total ^khb:partOf/khb:max LessThanOrEquals Violation TotalToll-partMax
        total ^khb:partOf/khb:min LessThanOrEquals Violation TotalToll-partMin
    """,
    "vocabulary": """
        ontology - SPARQL Violation Vocabulary-terms
        ontology - SPARQL Violation Vocabulary-terms
    """,
}

Row = tuple[str, str, str, str, str]


def read(name: str | None = None) -> rdflib.Graph:
    """An example together with the base that all examples share."""
    graph = rdflib.Graph().parse(EXAMPLES / "base.ttl")
    return graph.parse(EXAMPLES / f"{name}.ttl") if name else graph


def shapes() -> rdflib.Graph:
    graph = rdflib.Graph()
    for file in shape_files():
        graph.parse(file)
    return graph


def row(result: Result) -> Row:
    focus = "_:" if result.focus.startswith("_:") else result.focus.rsplit("/", 1)[-1]
    component = result.component.removeprefix("sh:").removesuffix("ConstraintComponent")
    return focus, result.path or "-", component, result.severity, str(result.shape).removeprefix(KHS)


def expected(name: str) -> list[Row]:
    rows = []
    for line in EXPECTED[name].split("\n"):
        if line.strip():
            focus, path, component, severity, shape = line.split()
            rows.append((focus, path, component, severity, shape))
    return sorted(rows)


def test_the_base_of_the_examples_conforms() -> None:
    text = (EXAMPLES / "base.txt").read_bytes().decode("utf-8")
    assert validate(read(), source=text).results == ()


def test_each_shape_has_a_valid_and_an_invalid_example() -> None:
    files = {path.stem for path in EXAMPLES.glob("*-*.ttl")}
    assert files == {f"{name}-{kind}" for name in EXPECTED for kind in ("valid", "invalid")}


@pytest.mark.parametrize("name", EXPECTED)
def test_valid_examples_give_no_result(name: str) -> None:
    assert validate(read(f"{name}-valid")).results == ()


@pytest.mark.parametrize("name", EXPECTED)
def test_invalid_examples_give_exactly_the_expected_results(name: str) -> None:
    verdict = validate(read(f"{name}-invalid"))
    assert sorted(map(row, verdict.results)) == expected(name)
    assert verdict.conforms is not any(severity == "Violation" for _, _, _, severity, _ in expected(name))


def test_every_shape_that_has_a_message_is_seen_to_fail() -> None:
    seen = {shape for name in EXPECTED for _, _, _, _, shape in expected(name)}
    assert {str(shape).removeprefix(KHS) for shape in shapes().subjects(SH.message)} == seen


def test_every_constraint_of_every_shape_is_seen_to_fail() -> None:
    constraints = {
        SH.minCount: "MinCount", SH.maxCount: "MaxCount", SH.datatype: "Datatype", SH.pattern: "Pattern",
        SH["in"]: "In", SH["class"]: "Class", SH["or"]: "Or", SH.nodeKind: "NodeKind", SH.lessThan: "LessThan",
        SH.lessThanOrEquals: "LessThanOrEquals", SH.minInclusive: "MinInclusive", SH.disjoint: "Disjoint",
        SH.equals: "Equals", SH.uniqueLang: "UniqueLang", SH.hasValue: "HasValue", SH.node: "Node",
        SH.qualifiedMinCount: "QualifiedMinCount", SH.qualifiedMaxCount: "QualifiedMaxCount",
    }  # fmt: skip
    graph = shapes()
    stated = {
        (str(shape).removeprefix(KHS), constraints[prop])
        for shape in graph.subjects(SH.message)
        for prop in graph.predicates(shape)
        if isinstance(prop, rdflib.URIRef) and prop in constraints
    }
    seen = {(shape, component) for name in EXPECTED for _, _, component, _, shape in expected(name)}
    assert stated - seen == set()


@pytest.mark.parametrize("name", [f"{name}-{kind}" for name in EXPECTED for kind in ("valid", "invalid")])
def test_a_second_engine_agrees(name: str) -> None:
    graph = read(name)
    _, report, _ = pyshacl_turbo.validate(graph, shacl_graph=shapes())
    theirs: set[tuple[str, str, str, str, str | None]] = set()
    for node in report.objects(None, SH.result):
        focus, value = report.value(node, SH.focusNode), report.value(node, SH.value)
        assert focus is not None
        theirs.add((
            "_:" if isinstance(focus, rdflib.BNode) else str(focus),
            str(report.value(node, SH.sourceConstraint) or report.value(node, SH.sourceShape)),
            str(report.value(node, SH.sourceConstraintComponent)).removeprefix(str(SH)),
            str(report.value(node, SH.resultSeverity)).removeprefix(str(SH)),
            "[]" if isinstance(value, rdflib.BNode) else value and n3(value),
        ))  # fmt: skip
    ours = {
        (
            "_:" if result.focus.startswith("_:") else result.focus, str(result.shape),
            result.component.removeprefix("sh:"), result.severity, result.value_n3,
        )
        for result in validate(graph).results
    }  # fmt: skip
    assert ours == theirs


def n3(node: object) -> str:
    assert isinstance(node, (rdflib.URIRef, rdflib.Literal))
    return str(node.n3())


def lists() -> dict[str, set[str]]:
    """Shape → local names in its ``sh:in``, directly or inside an ``sh:or``."""
    graph = shapes()
    found: dict[str, set[str]] = {}
    for shape in graph.subjects(SH.message):
        holders = [shape, *(node for top in graph.objects(shape, SH["or"]) for node in graph.items(top))]
        holders += graph.objects(shape, SH.node)
        names = {
            str(item).removeprefix(KHB)
            for holder in holders
            for top in graph.objects(holder, SH["in"])
            for item in graph.items(top)
            if isinstance(item, rdflib.URIRef)
        }
        if names:
            found[str(shape).removeprefix(KHS)] = names
    return found


def local(iri: str | None) -> str:
    return str(iri).removeprefix(KHB)


def test_the_closed_lists_of_the_shapes_are_those_of_the_model() -> None:
    victims = {local(victims_concept(noun)) for noun in VICTIMS}
    assert lists() == {
        "Event-type": set(EVENT_TYPES),
        "Claim-modality": set(MODALITIES),
        "Toll-outcome": set(OUTCOMES),
        "Place-kind": set(PLACE_KIND_CONCEPTS.values()),
        "Geometry-precision": set(PRECISIONS.values()),
        "Event-instrument": {local(instrument_concept(noun)) for noun in INSTRUMENTS},
        "Toll-victims": victims,
        "Toll-includes": victims,
        "ActorRelation-property": set(RELATIONS),
        "ClaimRelation-property": set(CLAIM_RELATIONS),
    }
    graph = shapes()
    kinds = [
        {local(str(item)) for item in graph.items(top)}
        for shape in graph.objects(None, SH.qualifiedValueShape)
        for top in graph.objects(shape, SH["in"])
    ]
    assert kinds == [set(ACTOR_CLASSES)]


def test_the_vocabulary_of_the_shapes_is_that_of_the_code() -> None:
    select = str(shapes().value(rdflib.URIRef(f"{KHS}Vocabulary-terms"), SH.select))
    words = select.split("'''")[1].replace("|", " ").split()
    assert len(words) == len(set(words))
    assert set(words) == {*CLASSES, *PROPERTIES}


def test_messages_are_english_sentences_and_severities_fit_the_file() -> None:
    core, advice = (rdflib.Graph().parse(file) for file in shape_files())
    for graph in (core, advice):
        for shape, message in graph.subject_objects(SH.message):
            assert isinstance(message, rdflib.Literal)
            assert message.language == "en", shape
            assert str(message)[0].isupper() or str(message).startswith("khb:"), shape
            assert str(message).endswith("."), shape
    assert not set(core.subjects(SH.severity))
    assert set(advice.subjects(SH.message)) == set(advice.subjects(SH.severity))
    assert set(advice.objects(None, SH.severity)) == {SH.Warning, SH.Info}


def test_shapes_have_no_focus_that_multiplies_queries() -> None:
    graph = shapes()
    for shape in graph.subjects(SH.sparql):
        targets = {*graph.objects(shape, SH.targetClass), *graph.objects(shape, SH.targetNode)}
        assert targets in ({rdflib.URIRef(f"{KHB}Article")}, {rdflib.URIRef("https://w3id.org/khabar/ontology")})


def test_the_shapes_are_well_formed_by_shacls_own_shapes() -> None:
    conforms, _, text = pyshacl.entrypoints.meta_validate(shapes(), inference="none")
    assert conforms, text
