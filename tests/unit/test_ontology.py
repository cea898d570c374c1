"""The ontology: documented in two languages, consistent, and holding every term that graphs use."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import owlrl  # type: ignore[import-untyped]
import pyoxigraph
import pytest
import rdflib
from rdflib.namespace import DC, DCTERMS, OWL, RDF, RDFS, SKOS

from khabar.model import EVENT_TYPES, MODALITIES, OUTCOMES
from khabar.rdf.graph import describe, to_rdflib
from khabar.rdf.terms import CLASSES, CONCEPTS, KHB, PLACE_KIND_CONCEPTS, PRECISIONS, PROPERTIES, TERMS
from khabar.resources import ontology_files, resource_directory
from support.gold import read_gold

ROOT = Path(__file__).resolve().parents[2]
EXAMPLES = ROOT / "tests" / "shapes"
ONTOLOGY = rdflib.URIRef("https://w3id.org/khabar/ontology")
LANGUAGES = {"ar", "en"}


def khb(name: str) -> rdflib.URIRef:
    return rdflib.URIRef(KHB + name)


@pytest.fixture(scope="module")
def ontology() -> rdflib.Graph:
    graph = rdflib.Graph()
    for file in ontology_files():
        graph.parse(file)
    return graph


@pytest.fixture(scope="module")
def declared(ontology: rdflib.Graph) -> set[rdflib.URIRef]:
    """Every khb: term that the ontology says something about."""
    return {term for term in ontology.subjects(unique=True) if isinstance(term, rdflib.URIRef) and term.startswith(KHB)}


def examples() -> dict[str, rdflib.Graph]:
    """Graphs that conform: the valid examples of the shapes, the sample, the article."""
    base = EXAMPLES / "base.ttl"
    found = {path.stem: rdflib.Graph().parse(base).parse(path) for path in sorted(EXAMPLES.glob("*-valid.ttl"))}
    built = ((path.stem, path) for path in sorted((ROOT / "output").glob("*.ttl")))
    return {**found, **{name: rdflib.Graph().parse(path) for name, path in built}}


# ------------------------------------------------------------------------------------------------- documentation


def test_each_file_is_an_ontology_with_title_creator_licence_and_version(ontology: rdflib.Graph) -> None:
    headers = set(ontology.subjects(RDF.type, OWL.Ontology))
    assert headers == {ONTOLOGY, ONTOLOGY + "/concepts", ONTOLOGY + "/alignments"}
    for header in headers:
        for prop in (DCTERMS.title, DCTERMS.description, DC.creator):
            assert _languages(ontology, header, prop) == LANGUAGES, (header, prop)
        assert ontology.value(header, DCTERMS.license) == rdflib.URIRef("https://creativecommons.org/licenses/by/4.0/")
        version = ontology.value(header, OWL.versionInfo)
        assert ontology.value(header, OWL.versionIRI) == rdflib.URIRef(f"{header}/{version}")
        assert not list(ontology.objects(header, OWL.imports)), "nothing is fetched"


def _languages(graph: rdflib.Graph, subject: rdflib.term.Node, prop: rdflib.URIRef) -> set[str | None]:
    values = [value for value in graph.objects(subject, prop) if isinstance(value, rdflib.Literal)]
    languages = [value.language for value in values]
    assert len(languages) == len(set(languages)), f"two in one language: {subject} {prop}"
    return set(languages)


def test_each_term_is_documented_in_english_and_arabic(ontology: rdflib.Graph, declared: set[rdflib.URIRef]) -> None:
    for term in sorted(declared):
        assert _languages(ontology, term, RDFS.label) == LANGUAGES, term
        assert _languages(ontology, term, RDFS.comment) == LANGUAGES, term
        assert set(ontology.objects(term, RDFS.isDefinedBy)) == {ONTOLOGY}, term
        assert any(ontology.objects(term, RDF.type)), term


def test_comments_are_sentences_and_texts_are_clean(ontology: rdflib.Graph) -> None:
    for _, prop, value in ontology:
        if not isinstance(value, rdflib.Literal):
            continue
        text = str(value)
        assert text == " ".join(text.split()), text
        assert unicodedata.is_normalized("NFC", text), text
        if value.language == "ar":
            assert any("\u0621" <= c <= "\u064a" for c in text), text
            assert not any(c in text for c in "\u0640\u06cc\u06a9"), f"tatweel, Persian yeh or kaf: {text}"
            assert not any("\ufb50" <= c <= "\ufdff" or "\ufe70" <= c <= "\ufefc" for c in text), text
        if prop == RDFS.comment:
            assert text.endswith("."), text


def test_every_label_has_a_language(ontology: rdflib.Graph) -> None:
    for prop in (RDFS.label, RDFS.comment, SKOS.prefLabel, SKOS.scopeNote):
        for value in ontology.objects(None, prop):
            assert isinstance(value, rdflib.Literal)
            assert value.language in LANGUAGES


# ------------------------------------------------------------------------------------------------- completeness


def test_every_term_of_the_code_is_declared_as_what_it_is(ontology: rdflib.Graph, declared: set[rdflib.URIRef]) -> None:
    assert {khb(name) for name in TERMS} - declared == set()
    for name in CLASSES:
        assert (khb(name), RDF.type, OWL.Class) in ontology, name
    for name in PROPERTIES:
        kinds = set(ontology.objects(khb(name), RDF.type)) & {OWL.ObjectProperty, OWL.DatatypeProperty}
        assert len(kinds) == 1, name
    for name in CONCEPTS:
        assert (khb(name), RDF.type, SKOS.Concept) in ontology, name


def test_the_ontology_has_no_property_that_the_code_does_not_know(ontology: rdflib.Graph) -> None:
    for kind in (OWL.ObjectProperty, OWL.DatatypeProperty):
        for term in ontology.subjects(RDF.type, kind):
            assert not str(term).startswith(KHB) or str(term).removeprefix(KHB) in PROPERTIES, term


@pytest.mark.parametrize("name", examples())
def test_every_term_of_an_example_is_declared(name: str, declared: set[rdflib.URIRef]) -> None:
    used = {term for triple in examples()[name] for term in triple if isinstance(term, rdflib.URIRef)}
    assert {term for term in used if term.startswith(KHB)} - declared == set()
    assert not any(isinstance(term, rdflib.BNode) for triple in examples()[name] for term in triple)


def test_terms_differ_by_more_than_what_a_careless_reader_sees(declared: set[rdflib.URIRef]) -> None:
    """Only a class and a property may share their letters (khb:Place, khb:place)."""
    folded: dict[str, list[str]] = {}
    for term in declared:
        local = str(term).removeprefix(KHB)
        folded.setdefault(local.casefold(), []).append(local)
    for names in folded.values():
        assert len(names) == 1 or (len(names) == 2 and sorted(name[0].isupper() for name in names) == [False, True])


# ------------------------------------------------------------------------------------------------- concepts

SCHEMES = {
    "EventTypes": ("EventType", set(EVENT_TYPES)),
    "Modalities": ("Modality", set(MODALITIES)),
    "Outcomes": ("Outcome", set(OUTCOMES)),
    "PlaceKinds": ("PlaceKind", set(PLACE_KIND_CONCEPTS.values())),
    "Precisions": ("Precision", set(PRECISIONS.values())),
}


@pytest.mark.parametrize("name", SCHEMES)
def test_a_scheme_holds_the_closed_list_and_its_groups(ontology: rdflib.Graph, name: str) -> None:
    class_, members = SCHEMES[name]
    concepts = set(ontology.subjects(SKOS.inScheme, khb(name)))
    groups = {concept for concept in concepts if (concept, SKOS.scopeNote, None) in ontology}
    assert {str(concept).removeprefix(KHB) for concept in concepts - groups} == members
    assert concepts == set(ontology.subjects(RDF.type, khb(class_)))


def test_concepts_hang_together(ontology: rdflib.Graph) -> None:
    for concept in ontology.subjects(RDF.type, SKOS.Concept):
        schemes = list(ontology.objects(concept, SKOS.inScheme))
        assert len(schemes) == 1, concept
        tops = list(ontology.objects(concept, SKOS.topConceptOf))
        broader = list(ontology.objects(concept, SKOS.broader))
        assert bool(tops) != bool(broader), f"neither a top concept nor below one, or both: {concept}"
        assert set(tops) <= set(schemes)
        assert all((above, SKOS.inScheme, schemes[0]) in ontology for above in broader), concept
        seen, level = {concept}, set(broader)
        while level:
            assert not seen & level, f"a cycle of broader concepts at {concept}"
            seen |= level
            level = {above for node in level for above in ontology.objects(node, SKOS.broader)}


def test_labels_of_a_scheme_are_unique(ontology: rdflib.Graph) -> None:
    for scheme in ontology.subjects(RDF.type, SKOS.ConceptScheme):
        concepts = list(ontology.subjects(SKOS.inScheme, scheme))
        labels = [label for concept in concepts for label in ontology.objects(concept, SKOS.prefLabel)]
        assert len(labels) == len(set(labels)) == 2 * len(concepts), scheme


def test_event_types_are_mapped_to_concepts_that_exist(ontology: rdflib.Graph) -> None:
    mapped = set()
    for prop in (SKOS.closeMatch, SKOS.broadMatch):
        for source, target in ontology.subject_objects(prop):
            assert (source, SKOS.inScheme, khb("EventTypes")) in ontology
            assert (target, RDF.type, SKOS.Concept) in ontology, target
            assert any(ontology.objects(target, SKOS.notation))
            mapped.add(str(source).removeprefix(KHB))
    assert set(EVENT_TYPES) - mapped == {"Displacement", "Statement", "Other"}
    assert not set(ontology.subject_objects(SKOS.closeMatch)) & set(ontology.subject_objects(SKOS.broadMatch))


# ------------------------------------------------------------------------------------------------- logic


def test_properties_are_typed_without_contradiction(ontology: rdflib.Graph) -> None:
    for name in PROPERTIES:
        prop = khb(name)
        ranges = set(ontology.objects(prop, RDFS.range))
        datatype = (prop, RDF.type, OWL.DatatypeProperty) in ontology
        for range_ in ranges:
            assert str(range_).startswith(str(rdflib.XSD)) == datatype, name
            assert range_ != rdflib.XSD.date, "xsd:date is not in the datatype map of OWL 2"
        assert len(set(ontology.objects(prop, RDFS.domain))) <= 1, "two domains are an intersection"


def _closure(*graphs: rdflib.Graph) -> rdflib.Graph:
    merged = rdflib.Graph()
    for graph in graphs:
        merged += graph
    kept = dict(rdflib.term._toPythonMapping)  # owlrl leaves its own readers of datatypes behind
    try:
        owlrl.DeductiveClosure(owlrl.OWLRL_Semantics, axiomatic_triples=False, datatype_axioms=False).expand(merged)
    finally:
        rdflib.term._toPythonMapping.clear()
        rdflib.term._toPythonMapping.update(kept)
    return merged


def _errors(graph: rdflib.Graph) -> list[str]:
    message = rdflib.URIRef("http://www.daml.org/2002/03/agents/agent-ont#error")
    found = [str(value) for value in graph.objects(None, message)]
    nothing = [str(node) for node in graph.subjects(RDF.type, OWL.Nothing)]
    return found + nothing


def test_the_ontology_is_consistent_under_owl_rl(ontology: rdflib.Graph) -> None:
    closure = _closure(ontology)
    assert _errors(closure) == []
    for class_ in set(closure.subjects(RDF.type, OWL.Class)):
        if str(class_).startswith(KHB):
            assert (class_, RDFS.subClassOf, OWL.Nothing) not in closure, class_


def test_graphs_are_consistent_with_the_ontology_and_keep_their_types(ontology: rdflib.Graph) -> None:
    data = rdflib.Graph()
    for graph in (rdflib.Graph().parse(EXAMPLES / "base.ttl"), rdflib.Graph().parse(EXAMPLES / "event-valid.ttl")):
        data += graph
    closure = _closure(ontology, data)
    assert _errors(closure) == []
    types = {khb(name) for name in CLASSES}
    for node in data.subjects(RDF.type, unique=True):
        before = set(data.objects(node, RDF.type)) & types
        after = set(closure.objects(node, RDF.type)) & types
        assert before == after, f"the closure adds types of ours to {node}"


@pytest.mark.parametrize(
    "more",
    [
        "ex:army a khb:Person .",
        "ex:claim a khb:Event .",
        "ex:shelling khb:agent ex:town .",
        "ex:claim khb:states ex:shelling .",
        "ex:shelling khb:eventType ex:town .",
    ],
)
def test_the_closure_finds_what_is_inconsistent(ontology: rdflib.Graph, more: str) -> None:
    base = (EXAMPLES / "base.ttl").read_text(encoding="utf-8")
    assert _errors(_closure(ontology, rdflib.Graph().parse(data=base + more, format="turtle")))


def test_alignments_reach_the_standards(ontology: rdflib.Graph) -> None:
    base = rdflib.Graph().parse(EXAMPLES / "base.ttl")
    closure = _closure(ontology, base)
    ex, sem = rdflib.Namespace("https://example.org/id/"), "http://semanticweb.cs.vu.nl/2009/11/sem/"
    expected = [
        (ex.shelling, RDF.type, rdflib.URIRef(f"{sem}Event")),
        (ex.shelling, rdflib.URIRef(f"{sem}hasActor"), ex.army),
        (ex.attack, rdflib.URIRef(f"{sem}hasActor"), ex.town),
        (ex.shelling, rdflib.URIRef(f"{sem}hasPlace"), ex.town),
        (ex.army, RDF.type, rdflib.PROV.Agent),
        (ex.agency, RDF.type, rdflib.URIRef("https://schema.org/NewsMediaOrganization")),
        (ex.article, RDF.type, rdflib.URIRef("https://schema.org/NewsArticle")),
        (ex.claim, RDF.type, rdflib.PROV.Entity),
        (ex.claim, rdflib.URIRef("https://schema.org/about"), ex.shelling),
        (ex.extraction, RDF.type, rdflib.PROV.Activity),
        (ex.town, RDF.type, rdflib.URIRef("http://www.opengis.net/ont/geosparql#Feature")),
        (ex["m-army"], RDF.type, rdflib.URIRef("http://www.w3.org/ns/oa#SpecificResource")),
    ]
    assert [triple for triple in expected if triple not in closure] == []


# ------------------------------------------------------------------------------------------------- files


@pytest.mark.parametrize("file", [*ontology_files()], ids=lambda file: file.name)
def test_files_read_alike_in_two_parsers_and_stand_by_themselves(file: Path) -> None:
    data = file.read_bytes()
    graph = rdflib.Graph().parse(data=data, format="turtle")
    assert len(list(pyoxigraph.parse(data, format=pyoxigraph.RdfFormat.TURTLE))) == len(graph)
    for prop in graph.predicates(unique=True):
        if str(prop).startswith((str(RDF), str(RDFS), str(OWL))):
            continue
        kinds = set(graph.objects(prop, RDF.type))
        assert kinds & {OWL.AnnotationProperty, OWL.ObjectProperty, OWL.DatatypeProperty}, f"{prop} is not declared"
    for class_ in graph.objects(None, RDF.type, unique=True):
        if not str(class_).startswith((str(RDF), str(RDFS), str(OWL))):
            assert (class_, RDF.type, OWL.Class) in graph, f"{class_} is not declared"


def test_lines_are_readable_and_end_cleanly() -> None:
    for directory in ("ontology", "shapes"):
        for file in sorted(resource_directory(directory).rglob("*.*")):
            text = file.read_bytes().decode("utf-8")
            assert text.endswith("\n") and not text.endswith("\n\n"), file
            assert "\t" not in text and "\r" not in text, file
            assert not any(line != line.rstrip() for line in text.split("\n")), file


def test_the_report_of_an_annotation_uses_declared_terms_only(declared: set[rdflib.URIRef], shared: Path) -> None:
    gold = shared / "eval" / "dev" / "02-aleppo-rockets.gold.json"
    graph = to_rdflib(describe(read_gold(gold, shared / "eval" / "dev" / "02-aleppo-rockets.txt")))
    used = {term for triple in graph for term in triple if isinstance(term, rdflib.URIRef) and term.startswith(KHB)}
    assert used - declared == set()
