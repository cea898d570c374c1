"""Verdicts: the words at fault, quotes against the text, ill-typed literals, formats."""

from __future__ import annotations

import importlib
import json
import logging
from pathlib import Path

import pytest
import rdflib
from rdflib.namespace import RDF, SH

from khabar.errors import ValidationError
from khabar.rdf.terms import KHB
from khabar.validate import RENDERERS, Result, Verdict, render, validate

module = importlib.import_module("khabar.validate")  # the package exports a function of the same name
EXAMPLES = Path(__file__).resolve().parents[1] / "shapes"
EX = "https://example.org/id/"
NAMES = sorted(path.stem for path in EXAMPLES.glob("*-*.ttl"))


@pytest.fixture
def text() -> str:
    return (EXAMPLES / "base.txt").read_bytes().decode("utf-8")


def read(*turtle: str) -> rdflib.Graph:
    """The base of the examples, with more Turtle."""
    prefixes = (EXAMPLES / "base.ttl").read_text(encoding="utf-8").split("ex:article")[0]
    graph = rdflib.Graph().parse(EXAMPLES / "base.ttl")
    for part in turtle:
        graph.parse(data=prefixes + part, format="turtle")
    return graph


def example(name: str) -> rdflib.Graph:
    return rdflib.Graph().parse(EXAMPLES / "base.ttl").parse(EXAMPLES / f"{name}.ttl")


# ------------------------------------------------------------------------------------------------- results


def test_a_result_quotes_the_words_behind_the_focus_node() -> None:
    verdict = validate(read("ex:total khb:outcome khb:Injured ."))
    assert [(r.focus, r.path, r.component, r.quotes) for r in verdict.results if r.severity == "Violation"] == [
        (f"{EX}total", "khb:outcome", "sh:MaxCountConstraintComponent", ("عشرة مدنيين",))
    ]


def test_a_result_quotes_the_words_behind_the_value_where_it_has_some() -> None:
    (result,) = validate(read("ex:shelling khb:agent ex:town .")).results
    assert (result.value, result.value_n3, result.quotes) == (f"{EX}town", f"<{EX}town>", ("العين",))


def test_at_most_three_quotes_by_position() -> None:
    more = "ex:army khb:evidence ex:m-denial , ex:m-plan , ex:m-shelling , ex:m-leads ; a khb:Person ."
    (result,) = validate(read(more)).results
    assert result.quotes == ("الجيش", "الجيش بقيادة سالم", "قصف بلدة العين أمس")


def test_a_part_above_its_total_is_shown_with_both() -> None:
    results = validate(example("total-toll-invalid")).results
    assert {r.quotes for r in results} == {("عشرة مدنيين", "بينهم طفلان")}


def test_results_come_worst_first_and_in_a_stable_order() -> None:
    verdict = validate(example("toll-invalid"))
    severities = [r.severity for r in verdict.results]
    assert severities == sorted(severities, key=["Violation", "Warning", "Info"].index)
    assert verdict == validate(example("toll-invalid"))


def test_what_fails_depends_on_the_severity_asked_for() -> None:
    info = Verdict((Result("Info", "n", None, "c", "m"),))
    warning = Verdict((Result("Warning", "n", None, "c", "m"),))
    violation = Verdict((Result("Violation", "n", None, "c", "m"),))
    assert [v.conforms for v in (Verdict(), info, warning, violation)] == [True, True, True, False]
    assert [v.fails() for v in (info, warning, violation)] == [False, False, True]
    assert [v.fails("warning") for v in (info, warning, violation)] == [False, True, True]
    assert [v.fails("info") for v in (Verdict(), info)] == [False, True]


def test_an_actor_known_from_the_metadata_needs_no_evidence() -> None:
    verdict = validate(
        read('ex:l a khb:Actor , khb:Person ; skos:prefLabel "ليلى"@ar . ex:article schema:author ex:l .')
    )
    assert [r.severity for r in verdict.results] == ["Info"]


def test_an_empty_graph_conforms() -> None:
    assert validate(rdflib.Graph()) == Verdict()


def test_the_graph_is_left_as_it_was() -> None:
    graph = example("ill-typed-invalid")
    before = set(graph)
    validate(graph)
    assert set(graph) == before


# ------------------------------------------------------------------------------------------------- ill-typed literals


@pytest.mark.parametrize(
    ("property_", "literal"),
    [
        ("khb:earliest", '"2019-13-45"^^xsd:date'),
        ("khb:earliest", '"yesterday"^^xsd:date'),
        ("khb:latest", '"2019-02-30"^^xsd:date'),
        ("khb:latest", '""^^xsd:date'),
    ],
)
def test_an_ill_typed_date_is_a_violation_and_no_crash(
    property_: str, literal: str, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.CRITICAL, logger="rdflib")
    other = "latest" if property_ == "khb:earliest" else "earliest"
    graph = read(
        "ex:bad a khb:Event ; khb:eventType khb:Clash ; khb:evidence ex:m-shelling ; khb:rule 'r' ;"
        f" {property_} {literal} ; khb:{other} '2020-01-01'^^xsd:date . ex:claim khb:describes ex:bad ."
    )
    results = validate(graph).results
    datatype = [r for r in results if r.component == "sh:DatatypeConstraintComponent"]
    assert [(r.focus, r.path, r.severity) for r in datatype] == [(f"{EX}bad", property_, "Violation")]
    assert datatype[0].value == literal.split('"')[1]
    assert datatype[0].value_n3 == f'"{datatype[0].value}"^^<http://www.w3.org/2001/XMLSchema#date>'


def test_an_ill_typed_number_is_a_violation_and_no_crash(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.CRITICAL, logger="rdflib")
    graph = read(
        'ex:claim khb:states ex:n . ex:n a khb:Toll ; khb:outcome khb:Killed ; khb:words "ع"@ar ;'
        ' khb:min "ten"^^xsd:integer ; khb:max 20 ; khb:evidence ex:m-ten ; khb:rule "r" .'
    )
    results = validate(graph).results
    assert ("khb:min", "sh:DatatypeConstraintComponent", "ten") in {(r.path, r.component, r.value) for r in results}
    assert {r.focus for r in results} == {f"{EX}n"}


# ------------------------------------------------------------------------------------------------- screening


@pytest.mark.parametrize("name", NAMES)
def test_screening_never_hides_a_result(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    graph = example(name)
    screened = validate(graph)
    monkeypatch.setattr(module, "_suspicious", lambda graph: True)
    assert validate(graph) == screened


@pytest.mark.parametrize(
    "name", ["quote-length-invalid", "publication-invalid", "vocabulary-invalid", "actor-relation-invalid"]
)
def test_screening_sees_what_the_queries_see(name: str) -> None:
    assert module._suspicious(example(name))


def test_screening_lets_the_base_pass() -> None:
    assert not module._suspicious(read())


def test_a_failure_of_the_engine_is_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*args: object, **kwargs: object) -> None:
        raise RuntimeError("first\nlast")

    monkeypatch.setattr(module.pyshacl, "validate", broken)
    with pytest.raises(ValidationError, match=r"^the shapes could not be run: first last$"):
        validate(read())


# ------------------------------------------------------------------------------------------------- quotes and text


def test_quotes_that_stand_in_the_text_give_nothing(text: str) -> None:
    assert validate(read(), source=text).results == ()


def test_a_changed_text_is_found_by_checksum_length_and_quotes(text: str) -> None:
    verdict = validate(read(), source=text.replace("عشرة", "عشرون"))
    found = {(r.focus.removeprefix(EX), r.component) for r in verdict.results}
    assert ("article", "khb:ChecksumMatchesSource") in found
    assert ("article", "khb:LengthMatchesSource") in found
    assert ("m-ten", "khb:QuoteMatchesSource") in found
    assert ("m-killed", "khb:QuoteMatchesSource") in found
    assert ("m-two", "khb:QuoteMatchesSource") in found, "what follows the change has moved"
    assert not any(focus in {"m-army", "m-town", "m-shelling"} for focus, _ in found), "what precedes it has not"
    assert not verdict.conforms


def test_a_quote_that_differs_shows_both_words_and_where(text: str) -> None:
    # the same length: only the quote tells
    graph = read()
    selector = rdflib.URIRef(f"{EX}s-salem")
    exact = rdflib.URIRef("http://www.w3.org/ns/oa#exact")
    graph.set((selector, exact, rdflib.Literal("سليم")))
    (result,) = validate(graph, source=text).results
    assert result == Result(
        "Violation", f"{EX}m-salem", "oa:hasSelector/oa:exact", "khb:QuoteMatchesSource",
        "The text has other words at 40..44; the first difference is at code point 41.", "سليم", ("سليم", "سالم"), None,
        '"سليم"',
    )  # fmt: skip


def test_code_points_are_compared_without_normalisation(text: str) -> None:
    graph = read()
    selector = rdflib.URIRef(f"{EX}s-army")
    exact = rdflib.URIRef("http://www.w3.org/ns/oa#exact")
    graph.set((selector, exact, rdflib.Literal("الجيﺶ")))  # a presentation form at the end
    (result,) = validate(graph, source=text).results
    assert result.message.endswith("code point 31.")


def test_of_several_articles_the_one_with_the_checksum_is_checked(text: str) -> None:
    other = (
        "ex:other a khb:Article ; khb:length 3 ; schema:publisher 'x'@ar ; schema:inLanguage 'ar' ;"
        " schema:datePublished '2020-03-02'^^xsd:date ; khb:sha256"
        " 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855' . ex:extraction prov:used ex:other ."
    )
    assert validate(read(other), source=text).results == ()


def test_a_position_that_is_no_number_is_left_to_the_shapes(text: str) -> None:
    graph = read()
    graph.set((rdflib.URIRef(f"{EX}s-army"), rdflib.URIRef("http://www.w3.org/ns/oa#start"), rdflib.Literal("27")))
    assert {r.component.split(":")[0] for r in validate(graph, source=text).results} == {"sh"}


# ------------------------------------------------------------------------------------------------- formats


def test_the_human_report_reads_well() -> None:
    verdict = validate(read("ex:total khb:victims khb:Women ."))
    assert render(verdict) == (
        "Does not conform: 1 violation.\n"
        "\n"
        "Violation: A toll counts at most one group of the list of victim groups; another one is a khb:victimsNoun.\n"
        "  node   https://example.org/id/total\n"
        "  path   khb:victims\n"
        "  words  “عشرة مدنيين”\n"
        "  check  sh:MaxCountConstraintComponent\n"
    )
    assert render(Verdict()) == "Conforms: nothing to remark.\n"


def test_the_human_report_writes_controls_out() -> None:
    verdict = Verdict((Result("Info", "n", None, "c", "m.", None, ("a\u202eb\nc",)),))
    assert "“a\\u202eb c”" in render(verdict)


def test_the_json_report_is_json() -> None:
    document = json.loads(render(validate(example("toll-invalid")), "json"))
    assert document["conforms"] is False
    assert set(document) == {"conforms", "counts", "results"}
    assert sum(document["counts"].values()) == len(document["results"])
    assert set(document["results"][0]) == {
        "severity", "focus", "path", "component", "message", "value", "quotes", "shape",
    }  # fmt: skip


@pytest.mark.parametrize("name", [name for name in NAMES if name != "named-invalid"])
def test_the_turtle_report_is_a_shacl_report(name: str) -> None:
    verdict = validate(example(name))
    report = rdflib.Graph().parse(data=render(verdict, "turtle"), format="turtle")
    (node,) = report.subjects(RDF.type, SH.ValidationReport)
    assert bool(report.value(node, SH.conforms)) is (not verdict.results)
    found = set()
    for result in report.objects(node, SH.result):
        value = report.value(result, SH.value)
        path = report.value(result, SH.resultPath)
        component = str(report.value(result, SH.sourceConstraintComponent)).removeprefix(str(SH))
        found.add((str(report.value(result, SH.focusNode)), f"sh:{component}", None if value is None else str(value)))
        assert (path is None) == (report.value(result, SH.sourceShape) in _pathless(verdict))
        assert report.value(result, SH.resultMessage) is not None
        assert report.value(result, SH.resultSeverity) in {SH.Violation, SH.Warning, SH.Info}
    lexical = {(r.focus, r.component, None if r.value_n3 is None else _parsed(r.value_n3)) for r in verdict.results}
    assert found == lexical


def _pathless(verdict: Verdict) -> set[rdflib.URIRef]:
    return {rdflib.URIRef(str(r.shape)) for r in verdict.results if r.path is None}


def _parsed(n3: str) -> str:
    graph = rdflib.Graph().parse(data=f"<urn:s> <urn:p> {n3} .", format="turtle")
    return str(next(graph.objects()))


def test_quotes_against_the_text_stand_in_the_turtle_report(text: str) -> None:
    report = rdflib.Graph().parse(data=render(validate(read(), source=text + "."), "turtle"), format="turtle")
    assert set(report.objects(None, SH.sourceConstraintComponent)) == {
        rdflib.URIRef(f"{KHB}ChecksumMatchesSource"), rdflib.URIRef(f"{KHB}LengthMatchesSource"),
    }  # fmt: skip


def test_formats_are_those_named() -> None:
    assert sorted(RENDERERS) == ["human", "json", "turtle"]
    with pytest.raises(KeyError):
        render(Verdict(), "pdf")
