from __future__ import annotations

import pytest
from rdflib import Graph

from khabar.rdf.graph import describe, to_rdflib
from khabar.rdf.terms import KHB, RDF, XSD, Description, Literal, local_prefixes
from khabar.rdf.turtle import encode_iri, encode_literal, quote, to_trig, to_turtle
from support.sample import sample

S = "https://example.org/s"
P = KHB + "rule"


def one(*terms: str | Literal) -> str:
    """The line of a single property."""
    return to_turtle([Description(S, ((P, terms),))]).splitlines()[-1].strip()


@pytest.mark.parametrize(
    ("term", "expected"),
    [
        (Literal("قال «نعم»", "ar"), 'khb:rule "قال «نعم»"@ar .'),
        (Literal("x", "AR-sy"), 'khb:rule "x"@ar-sy .'),
        (Literal("plain"), 'khb:rule "plain" .'),
        (Literal("plain", datatype=XSD + "string"), 'khb:rule "plain" .'),
        (Literal('a "b" \\ c'), r'khb:rule "a \"b\" \\ c" .'),
        (Literal("a\nb\rc\td\be\ff"), r'khb:rule "a\nb\rc\td\be\ff" .'),
        (Literal("a\x00b\x1f\x7f"), r'khb:rule "a\u0000b\u001F\u007F" .'),
        (Literal("\u202eevil\u2066\u200f\ufeff"), r'khb:rule "\u202Eevil\u2066\u200F\uFEFF" .'),
        (Literal("\u2028"), r'khb:rule "\u2028" .'),
        (Literal("😀"), 'khb:rule "😀" .'),
        (Literal("10", datatype=XSD + "integer"), "khb:rule 10 ."),
        (Literal("007", datatype=XSD + "integer"), 'khb:rule "007"^^xsd:integer .'),
        (Literal("1.0", datatype=XSD + "integer"), 'khb:rule "1.0"^^xsd:integer .'),
        (Literal("١٠", datatype=XSD + "integer"), 'khb:rule "١٠"^^xsd:integer .'),
        (Literal("10\n", datatype=XSD + "integer"), r'khb:rule "10\n"^^xsd:integer .'),
        (Literal("true", datatype=XSD + "boolean"), "khb:rule true ."),
        (Literal("1", datatype=XSD + "boolean"), 'khb:rule "1"^^xsd:boolean .'),
        (Literal("2019-02-11", datatype=XSD + "date"), 'khb:rule "2019-02-11"^^xsd:date .'),
        (KHB + "AirStrike", "khb:rule khb:AirStrike ."),
        (KHB + "a.b", "khb:rule khb:a.b ."),
        (KHB + "a.", "khb:rule <https://w3id.org/khabar/ontology#a.> ."),
        (KHB + "a/b", "khb:rule <https://w3id.org/khabar/ontology#a/b> ."),
        (KHB + "-a", "khb:rule <https://w3id.org/khabar/ontology#-a> ."),
        (KHB + "ف", "khb:rule <https://w3id.org/khabar/ontology#ف> ."),
        (KHB, "khb:rule <https://w3id.org/khabar/ontology#> ."),
        ("urn:x:y", "khb:rule <urn:x:y> ."),
    ],
)
def test_terms(term: str | Literal, expected: str) -> None:
    assert one(term) == expected


@pytest.mark.parametrize(
    "iri", ["", "relative", "http://a b", "http://a<b", "http://a\\b", "http://a\x00", "http://a\ud800", "http://a%zz"]
)
def test_an_iri_that_no_escape_could_save_is_refused(iri: str) -> None:
    with pytest.raises(ValueError, match="IRI"):
        encode_iri(iri)


@pytest.mark.parametrize("tag", ["a b", "-", "ar-", "١", "x_y", 'ar"'])
def test_a_malformed_language_tag_is_refused(tag: str) -> None:
    with pytest.raises(ValueError, match="language tag"):
        encode_literal(Literal("x", tag))


def test_a_lone_surrogate_is_refused() -> None:
    with pytest.raises(ValueError, match="surrogate"):
        quote("a\ud800")


def test_layout() -> None:
    many = tuple(f"{KHB}Concept{number:02}" for number in range(12))
    text = to_turtle(
        [
            Description("https://example.org/a/b", ((RDF + "type", (KHB + "Claim",)), (P, ("urn:x", Literal("y"))))),
            Description("https://example.org/c", ((P, many),)),
        ],
        {"this": "https://example.org/a/", "other": "https://example.org/other/"},
    )
    assert text == (
        "@prefix khb: <https://w3id.org/khabar/ontology#> .\n"
        "@prefix this: <https://example.org/a/> .\n"
        "\n"
        "this:b\n"
        "    a khb:Claim ;\n"
        '    khb:rule <urn:x>, "y" .\n'
        "\n"
        "<https://example.org/c>\n"
        "    khb:rule\n        " + ",\n        ".join(f"khb:Concept{number:02}" for number in range(12)) + " .\n"
    )


def test_nothing_gives_an_empty_document() -> None:
    assert to_turtle([]) == ""
    assert len(Graph().parse(data=to_turtle([]), format="turtle")) == 0


def test_trig_names_the_graph() -> None:
    text = to_trig([Description(S, ((P, (Literal("x"),)),))], "urn:graph")
    assert text.splitlines()[2] == "<urn:graph> {"
    assert text.rstrip().endswith("}")
    assert to_trig([], "").strip() == ""


def test_the_groups_stand_in_reading_order() -> None:
    descriptions = describe(sample())
    article = descriptions[0].subject
    text = to_turtle(descriptions, local_prefixes("https://w3id.org/khabar/id/", [article]))
    kinds = [line.split()[-2] for line in text.splitlines() if line.startswith("    a ")]
    order = [
        "Article",
        "Claim",
        "Toll",
        "Event",
        "ArmedForce",
        "Place",
        "Geometry",
        "ActorRelation",
        "ClaimRelation",
        "Mention",
        "Extraction",
    ]
    assert kinds[0] == "khb:Article"
    assert kinds[1:5] == ["khb:Claim", "khb:Toll", "khb:Toll", "khb:Toll"]
    first = [next(i for i, kind in enumerate(kinds) if kind.endswith(name)) for name in order]
    assert first == sorted(first)
    assert text.splitlines()[0] == "@prefix khb: <https://w3id.org/khabar/ontology#> ."
    assert "\\u06" not in text
    assert "sem:" not in text
    assert set(Graph().parse(data=text, format="turtle")) == set(to_rdflib(descriptions))
