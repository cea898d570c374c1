"""Whatever can stand in a graph is read back unchanged by two independent parsers, in every format."""

from __future__ import annotations

import warnings
from collections.abc import Sequence
from urllib.parse import urljoin

import pyoxigraph
import pytest
import rdflib
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from rdflib.compare import isomorphic

from khabar.errors import OutputError
from khabar.rdf.formats import FORMATS, serialise
from khabar.rdf.graph import flatten, to_rdflib
from khabar.rdf.load import parse
from khabar.rdf.terms import KHB, PREFIXES, RDF, SCHEMA, XSD, Description, Literal
from khabar.tags import LANGUAGE_TAG

GRAPH = "https://example.org/graph"
LOCAL = {"this": "https://example.org/article/1/", "article": "https://example.org/article/", "geo2": "urn:x:"}
OXIGRAPH = {
    "turtle": pyoxigraph.RdfFormat.TURTLE,
    "nt": pyoxigraph.RdfFormat.N_TRIPLES,
    "nquads": pyoxigraph.RdfFormat.N_QUADS,
    "trig": pyoxigraph.RdfFormat.TRIG,
    "json-ld": pyoxigraph.RdfFormat.JSON_LD,
    "rdf/xml": pyoxigraph.RdfFormat.RDF_XML,
}

nasty = st.sampled_from(
    [
        "",
        '"',
        '"""',
        "\\",
        "\\u0041",
        "\\\\n",
        "'",
        "\n",
        "\r",
        "\r\n",
        "\t",
        "\x08",
        "\x0c",
        "\x00",
        "\x1b[31m",
        "\x7f",
        "\x85",
        "\u061c",
        "\u200c",
        "\u200d",
        "\u200e",
        "\u200f",
        "\u202a",
        "\u202e",
        "\u2066",
        "\u2069",
        "\u2028",
        "\ufeff",
        "\ufffe",
        "\uffff",
        "\U0010ffff",
        "😀",
        "أُصيب 100 مدني على الأقل",
        "“الباغوز”",
        "’’قسد‘‘",
        "شهـيد",
        "ﷺ",
        "a\u0301",
        "<a>&amp;]]>",
        "@ar",
        "^^xsd:date",
        "{}[]",
        "a # b",
        " . ",
        ";",
        "e\u0300",
    ]
)
texts = st.lists(
    st.one_of(nasty, st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=6)), max_size=4
).map("".join)
languages = st.one_of(
    st.sampled_from(["ar", "en", "ar-SY", "zh-Hant-TW", "x-klingon", "de-CH-1901", "und"]),
    st.from_regex(LANGUAGE_TAG, fullmatch=True).filter(str.isascii),
)
datatypes = st.sampled_from(
    [
        XSD + "integer",
        XSD + "date",
        XSD + "boolean",
        XSD + "gMonthDay",
        XSD + "string",
        XSD + "anyURI",
        "urn:x:datatype",
        "http://www.opengis.net/ont/geosparql#wktLiteral",
    ]
)
lexical = st.sampled_from(
    ["1", "007", "-3", "+4", "1.5", "true", "false", "TRUE", "2019-02-11", "--01-29", "x", "", "1 ", "1\n"]
)
literals = st.one_of(
    texts.map(Literal),
    st.builds(Literal, texts, languages),
    st.builds(lambda value, datatype: Literal(value, "", datatype), st.one_of(lexical, texts), datatypes),
)
# what RFC 3987 allows after a namespace, with the characters that matter to prefixed names
tails = st.text(alphabet="abzAZ09-._~!$&'()*+,;=:@/?#فءé한𝒳", max_size=8).filter(lambda tail: tail.count("#") <= 1)
iris = st.one_of(
    st.builds(
        lambda namespace, tail: namespace + (tail.replace("#", "_") if "#" in namespace else tail),
        st.sampled_from([*PREFIXES.values(), *LOCAL.values(), "urn:y:", "http://x.test/"]),
        tails,
    ),
    st.sampled_from(
        ["geo:37.7,-122.4", "khb:claim", "this:x", "mailto:a@example.org", "urn:isbn:0", "http://x.test/%41%2f"]
    ),
)
predicates = st.one_of(
    st.sampled_from([RDF + "type", KHB + "rule", SCHEMA + "name", KHB + "evidence", "http://x.test/p", "urn:y:p"]),
    st.from_regex(r"[a-zA-Z_][a-zA-Z0-9_.-]{0,5}", fullmatch=True).map(lambda name: f"http://x.test/{name}"),
)


@st.composite
def graphs(draw: st.DrawFn) -> tuple[Description, ...]:
    subjects = draw(st.lists(iris, max_size=4, unique=True))
    found = []
    for subject in subjects:
        properties = draw(
            st.dictionaries(
                predicates,
                st.lists(st.one_of(iris, literals), min_size=1, max_size=4, unique=True).map(tuple),
                min_size=1,
                max_size=4,
            )
        )
        found.append(Description(subject, tuple(properties.items())))
    return tuple(found)


def written(descriptions: Sequence[Description], name: str) -> bytes | None:
    """The bytes, or None where XML cannot hold a control character."""
    try:
        return serialise(descriptions, FORMATS[name], GRAPH, LOCAL)
    except OutputError as error:
        assert name == "rdf/xml" and "choose another format" in str(error)
        return None


def normal(term: str | Literal) -> tuple[str, ...]:
    if isinstance(term, str):
        return ("iri", term)
    return ("literal", term.value, term.language.lower(), "" if term.language else term.datatype or XSD + "string")


def expected(descriptions: Sequence[Description]) -> set[tuple[tuple[str, ...], ...]]:
    return {(normal(s), normal(p), normal(o)) for s, p, o in flatten(descriptions)}


def from_oxigraph(data: bytes, name: str) -> set[tuple[tuple[str, ...], ...]]:
    def term(value: object) -> tuple[str, ...]:
        if isinstance(value, pyoxigraph.NamedNode):
            return ("iri", value.value)
        assert isinstance(value, pyoxigraph.Literal)
        language = (value.language or "").lower()
        return ("literal", value.value, language, "" if language else value.datatype.value)

    quads = list(pyoxigraph.parse(data, OXIGRAPH[name]))
    if name in {"nquads", "trig"}:
        assert {quad.graph_name for quad in quads} <= {pyoxigraph.NamedNode(GRAPH)}
    return {(term(quad.subject), term(quad.predicate), term(quad.object)) for quad in quads}


def from_rdflib(data: bytes, name: str) -> set[tuple[tuple[str, ...], ...]]:
    def term(value: object) -> tuple[str, ...]:
        if isinstance(value, rdflib.URIRef):
            return ("iri", str(value))
        assert isinstance(value, rdflib.Literal)
        language = (value.language or "").lower()
        return ("literal", str(value), language, "" if language else str(value.datatype or XSD + "string"))

    return {(term(s), term(p), term(o)) for s, p, o in parse(data, name, "test")}


@pytest.mark.parametrize("name", FORMATS)
@settings(max_examples=150, deadline=None)
@given(descriptions=graphs())
def test_oxigraph_reads_what_was_written(name: str, descriptions: tuple[Description, ...]) -> None:
    data = written(descriptions, name)
    if data is not None:
        assert from_oxigraph(data, name) == expected(descriptions)


@pytest.mark.parametrize("name", FORMATS)
@settings(max_examples=100, deadline=None)
@given(descriptions=graphs())
def test_rdflib_reads_what_was_written(name: str, descriptions: tuple[Description, ...]) -> None:
    if name == "rdf/xml":  # rdflib's reader resolves every IRI by urljoin, which drops an empty ";" at the end
        every = {term for triple in flatten(descriptions) for term in triple if isinstance(term, str)}
        assume(all(urljoin("http://base.test/", iri) == iri for iri in every if ":" in iri and iri.startswith("http")))
    data = written(descriptions, name)
    if data is not None:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            assert from_rdflib(data, name) == expected(descriptions)


@settings(max_examples=100, deadline=None)
@given(literal=literals, iri=iris)
def test_each_term_by_itself(literal: Literal, iri: str) -> None:
    descriptions = (Description(iri, ((KHB + "rule", (literal, iri)),)),)
    data = written(descriptions, "turtle")
    assert data is not None
    assert from_oxigraph(data, "turtle") == from_rdflib(data, "turtle") == expected(descriptions)


@settings(max_examples=50, deadline=None)
@given(descriptions=graphs())
def test_the_written_graph_is_isomorphic_to_rdflibs(descriptions: tuple[Description, ...]) -> None:
    data = written(descriptions, "turtle")
    assert data is not None
    assert isomorphic(parse(data, "turtle", "test"), to_rdflib(descriptions))


@settings(max_examples=50, deadline=None)
@given(descriptions=graphs(), name=st.sampled_from(sorted(FORMATS)))
def test_writing_twice_gives_the_same_bytes(descriptions: tuple[Description, ...], name: str) -> None:
    assert written(descriptions, name) == written(descriptions, name)
