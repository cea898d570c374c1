"""The bundled questions, what they answer, and the formats of answers."""

from __future__ import annotations

import csv
import io
import json
import re
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree

import pyoxigraph
import pytest
import rdflib

from khabar.errors import InputError
from khabar.queries import FORMATS, Question, Result, load_question, questions, render, run, table_cells

ROOT = Path(__file__).resolve().parents[2]
EXAMPLES = ROOT / "tests" / "shapes"
GOLDEN = ROOT / "tests" / "golden" / "questions"
SAMPLE = ROOT / "output" / "sample.ttl"
NAMES = [question.name for question in questions()]

# Beside the base of the shapes' examples (activists claim 10 killed with 2 children; the army, which did it, denies
# that): the ministry says 4, a monitor at least 12 and later at least 15 (the first of which it thereby updates).
MORE = """
ex:ministry a khb:Actor , khb:Government ; skos:prefLabel "الوزارة"@ar ; khb:evidence ex:m-agency .
ex:monitor a khb:Actor , khb:Organization ; skos:prefLabel "المرصد"@ar ; khb:evidence ex:m-agency .
ex:region a khb:Place ; skos:prefLabel "الريف"@ar ; khb:placeKind khb:Region ; khb:evidence ex:m-town .
ex:town khb:within ex:region .

ex:c-four a khb:Claim ; khb:claimant ex:ministry ; khb:modality khb:Alleged ; khb:describes ex:shelling ;
    khb:states ex:t-four ; khb:contradicts ex:claim ; khb:evidence ex:m-killed ; khb:rule "r" .
ex:t-four a khb:Toll ; khb:outcome khb:Killed ; khb:min 4 ; khb:max 4 ;
    khb:words "أربعة"@ar ; khb:evidence ex:m-ten ; khb:rule "r" .

ex:c-twelve a khb:Claim ; khb:claimant ex:monitor ; khb:modality khb:Preliminary ; khb:describes ex:shelling ;
    khb:states ex:t-twelve ; khb:evidence ex:m-killed ; khb:rule "r" .
ex:t-twelve a khb:Toll ; khb:outcome khb:Killed ; khb:min 12 ;
    khb:words "12 على الأقل"@ar ; khb:evidence ex:m-ten ; khb:rule "r" .

ex:c-fifteen a khb:Claim ; khb:claimant ex:monitor ; khb:modality khb:Asserted ; khb:describes ex:shelling ;
    khb:states ex:t-fifteen ; khb:updates ex:c-twelve ; khb:evidence ex:m-killed ; khb:rule "r" .
ex:t-fifteen a khb:Toll ; khb:outcome khb:Killed ; khb:min 15 ;
    khb:words "15 على الأقل"@ar ; khb:evidence ex:m-ten ; khb:rule "r" .

ex:r-contradicts a khb:ClaimRelation ; khb:relationSubject ex:c-four ; khb:relationProperty khb:contradicts ;
    khb:relationObject ex:claim ; khb:rule "disjoint" .
ex:r-updates a khb:ClaimRelation ; khb:relationSubject ex:c-fifteen ; khb:relationProperty khb:updates ;
    khb:relationObject ex:c-twelve ; khb:rule "later" .
"""


@pytest.fixture(scope="module")
def graph() -> rdflib.Graph:
    base = (EXAMPLES / "base.ttl").read_text(encoding="utf-8")
    return rdflib.Graph().parse(data=base + MORE, format="turtle")


def ask(graph: rdflib.Graph, name: str) -> list[dict[str, str]]:
    """The rows of a question, IRIs cut to their last part, empty cells left out."""
    result = run(graph, load_question(name).text)
    rows = [dict(zip(result.variables, row, strict=True)) for row in table_cells(result)]
    return [{key: value.rsplit("/", 1)[-1] for key, value in row.items() if value} for row in rows]


# ------------------------------------------------------------------------------------------------- the questions


def test_there_are_at_least_twelve_numbered_without_a_gap() -> None:
    assert len(NAMES) >= 12
    assert [int(name[:2]) for name in NAMES] == list(range(1, len(NAMES) + 1))
    assert all(re.fullmatch(r"\d\d(-[a-z]+)+", name) for name in NAMES)


@pytest.mark.parametrize("question", questions(), ids=NAMES)
def test_each_question_is_asked_in_english_and_arabic(question: Question) -> None:
    assert question.english.endswith("?")
    assert question.arabic.endswith("؟")
    assert question.english.isascii()
    assert re.search("[\u0621-\u064a]", question.arabic)


@pytest.mark.parametrize("question", questions(), ids=NAMES)
def test_each_select_is_ordered(question: Question) -> None:
    assert ("ORDER BY" in question.text) == ("CONSTRUCT" not in question.text)


@pytest.mark.parametrize("question", questions(), ids=NAMES)
def test_another_engine_gives_the_same_answer(graph: rdflib.Graph, question: Question) -> None:
    result = run(graph, question.text)
    store = pyoxigraph.Store()
    store.load(graph.serialize(format="nt", encoding="utf-8"), format=pyoxigraph.RdfFormat.N_TRIPLES)
    theirs = store.query(question.text)
    if result.form == "CONSTRUCT":
        assert isinstance(theirs, pyoxigraph.QueryTriples)
        assert result.graph is not None
        assert len(result.graph) == len(set(theirs)) > 0
        return
    assert isinstance(theirs, pyoxigraph.QuerySolutions)
    assert [str(variable.value) for variable in theirs.variables] == list(result.variables)

    def cell(term: object) -> str:
        text = "" if term is None else str(getattr(term, "value", term))
        return ", ".join(sorted(text.split(", ")))  # the order inside GROUP_CONCAT is an engine's own

    ours = [tuple("" if term is None else cell(str(term)) for term in row) for row in result.rows]
    assert Counter(ours) == Counter(tuple(cell(term) for term in row) for row in theirs)
    assert ours


@pytest.mark.parametrize("question", questions(), ids=NAMES)
def test_an_empty_graph_answers_with_nothing(question: Question) -> None:
    result = run(rdflib.Graph(), question.text)
    assert not result.rows
    assert result.graph is None or not len(result.graph)


def test_who_claims_how_many(graph: rdflib.Graph) -> None:
    row = next(row for row in ask(graph, "01-who-claims-how-many") if row["toll"] == "part")
    assert row == {
        "who": "ناشطون", "modality": "Asserted", "outcome": "Killed", "min": "2", "max": "2", "victims": "Children",
        "words": "طفلان", "happening": "Shelling", "where": "العين", "byWhom": "الجيش", "toll": "part",
        "partOf": "total",
    }  # fmt: skip
    assert len(ask(graph, "01-who-claims-how-many")) == 5


def test_contradictions_come_once_with_both_figures(graph: rdflib.Graph) -> None:
    assert ask(graph, "contradictions") == [{
        "who": "الوزارة", "outcome": "Killed", "min": "4", "max": "4", "otherWho": "ناشطون", "otherMin": "10",
        "otherMax": "10", "rule": "disjoint", "claim": "c-four", "otherClaim": "claim",
    }]  # fmt: skip


def test_policies_differ_as_they_say(graph: rdflib.Graph) -> None:
    def one(name: str) -> dict[str, str]:
        (row,) = ask(graph, name)
        assert (row["type"], row["where"], row["outcome"], row["event"]) == ("Shelling", "العين", "Killed", "shelling")
        return {key: row[key] for key in ("lowest", "highest", "orMore", "claims") if key in row}

    assert one("03-tolls-lowest") == {"lowest": "4", "claims": "3"}, "updated figures and parts are left out"
    assert one("04-tolls-highest") == {"highest": "15", "orMore": "true", "claims": "3"}
    assert one("05-tolls-independent-sources") == {"lowest": "10", "highest": "15", "orMore": "true", "claims": "2"}
    assert one("06-tolls-parties-own") == {"lowest": "4", "highest": "4", "orMore": "false", "claims": "1"}


def test_events_by_agent_and_place(graph: rdflib.Graph) -> None:
    assert [(row["agent"], row["happening"], row["claims"]) for row in ask(graph, "07-events-by-agent")] == [
        ("الجيش", "Shelling", "5"), ("الجيش", "Offensive", "1"),
    ]  # fmt: skip
    assert [(row["where"], row["kind"], row["exactly"]) for row in ask(graph, "08-events-by-place")] == [
        ("الريف", "Region", "العين"), ("العين", "Town", "العين"),
    ]  # fmt: skip


def test_foreseen_timeline_and_chains(graph: rdflib.Graph) -> None:
    assert [(row["modality"], row["who"], row["event"]) for row in ask(graph, "09-foreseen")] == [
        ("Planned", "الجيش", "attack")
    ]
    chain = next(row for row in ask(graph, "10-chains-of-attribution") if row["claim"] == "claim")
    assert (chain["who"], chain["kindOfSpeaker"], chain["relayedBy"]) == ("ناشطون", "UnnamedSource", "وكالة النهر")
    assert chain["publisher"] == "وكالة النهر"
    assert [(row["earliest"], row.get("against")) for row in ask(graph, "12-timeline")] == [
        ("2020-03-01", None), ("2020-03-03", "العين"),
    ]  # fmt: skip


def test_voices_relations_evidence_denials_and_updates(graph: rdflib.Graph) -> None:
    voices = {
        row["who"]: (row["voice"], row["claims"], row["tolls"]) for row in ask(graph, "11-narrated-or-attributed")
    }
    assert voices["ناشطون"] == ("attributed", "1", "2")
    assert voices["الجيش"] == ("attributed", "2", "0")
    assert [(row["subject"], row["relation"], row["object"]) for row in ask(graph, "13-relations-between-actors")] == [
        ("الجيش", "ledBy", "سالم")
    ]
    first = ask(graph, "14-evidence-and-rule")[0]
    assert first == {
        "kind": "Event", "words": "قصف بلدة العين أمس", "start": "45", "end": "63", "rule": "event.shelling",
        "node": "shelling",
    }  # fmt: skip
    (denial,) = ask(graph, "15-denials")
    assert (denial["denier"], denial["speaker"], denial["said"]) == ("الجيش", "ناشطون", "فقتل عشرة مدنيين بينهم طفلان")
    (update,) = ask(graph, "16-updates")
    assert (update["who"], update["oldMin"], update["newMin"], update["rule"]) == ("المرصد", "12", "15", "later")


def test_a_graph_is_answered_in_sorted_turtle(graph: rdflib.Graph) -> None:
    text = render(run(graph, load_question("17").text))
    assert text.startswith("@prefix schema: <https://schema.org/> .\n")
    assert len(rdflib.Graph().parse(data=text, format="turtle")) > 20
    assert re.findall(r"(?m)^<(\S+)>", text) == sorted(re.findall(r"(?m)^<(\S+)>", text))


@pytest.mark.skipif(not SAMPLE.is_file(), reason="output/sample.ttl has not been built")
@pytest.mark.parametrize("question", questions(), ids=NAMES)
def test_the_sample_gives_the_expected_answer(question: Question, golden: Callable[[Path, str], None]) -> None:
    result = run(rdflib.Graph().parse(SAMPLE), question.text)
    if result.graph is None:
        golden(GOLDEN / f"{question.name}.csv", render(result, "csv"))
    else:
        golden(GOLDEN / f"{question.name}.ttl", render(result))


def test_golden_answers_are_of_questions_that_exist() -> None:
    assert {path.stem for path in GOLDEN.glob("*.*")} <= set(NAMES)


@pytest.mark.parametrize("name", ["12-timeline", "timeline", "12"])
def test_a_question_is_found_by_name_slug_or_number(name: str) -> None:
    assert load_question(name).name == "12-timeline"


@pytest.mark.parametrize("name", ["", "99", "time", "12-time", "../12-timeline"])
def test_an_unknown_question_is_an_error(name: str) -> None:
    with pytest.raises(InputError, match="khabar query --list"):
        load_question(name)


# ------------------------------------------------------------------------------------------------- running


def test_project_prefixes_need_no_declaration(graph: rdflib.Graph) -> None:
    assert run(graph, "ASK { ?claim a khb:Claim ; khb:modality khb:Denied }") == Result("ASK", answer=True)


def test_describe_gives_a_graph(graph: rdflib.Graph) -> None:
    result = run(graph, "DESCRIBE <https://example.org/id/town>")
    assert result.form == "DESCRIBE"
    assert "khb:placeKind khb:Town" in render(result, "csv"), "Turtle whatever the format"


def test_a_constructed_blank_node_is_written_too(graph: rdflib.Graph) -> None:
    text = render(run(graph, "CONSTRUCT { [] schema:about ?e } WHERE { ?e a khb:Event }"))
    assert len(rdflib.Graph().parse(data=text, format="turtle")) == 2


@pytest.mark.parametrize(
    ("query", "message"),
    [
        ("SELECT * WHERE { ?s ?p }", r"cannot be read: syntax error in line 1, column \d+"),
        ("", "cannot be read"),
        ("INSERT DATA { <urn:a> <urn:b> <urn:c> }", "cannot be read"),
        ("SELECT * WHERE { ?s nope:p ?o }", "cannot be read: Unknown namespace prefix : nope"),
        ("SELECT * WHERE { SERVICE <http://example.org/> { ?s ?p ?o } }", "SERVICE is not supported"),
        ("SELECT * WHERE { ?s ?p ?o OPTIONAL { { SERVICE <http://example.org/> { ?s ?p ?o } } } }", "SERVICE"),
        ("ASK { ?s ?p ?o FILTER EXISTS { SERVICE <http://example.org/> { ?s ?p ?o } } }", "SERVICE"),
        ("SELECT * FROM <http://example.org/g> WHERE { ?s ?p ?o }", "FROM is not supported"),
        ("DESCRIBE ?s FROM NAMED <http://example.org/g> WHERE { ?s ?p ?o }", "FROM is not supported"),
    ],
)
def test_queries_that_cannot_be_run_are_errors_of_one_line(graph: rdflib.Graph, query: str, message: str) -> None:
    with pytest.raises(InputError, match=message) as error:
        run(graph, query)
    assert "\n" not in str(error.value)


def test_groups_without_solutions_have_no_row() -> None:
    empty = rdflib.Graph()
    assert run(empty, "SELECT ?s (COUNT(?p) AS ?n) WHERE { ?s ?p ?o } GROUP BY ?s").rows == ()
    assert len(run(empty, "SELECT (COUNT(?p) AS ?n) WHERE { ?s ?p ?o }").rows) == 1, "this is one group by itself"


# ------------------------------------------------------------------------------------------------- formats

TERMS = """
SELECT ?iri ?text ?tagged ?number ?decimal ?nothing WHERE {
    VALUES (?iri ?text ?tagged ?number ?decimal) {
        (khb:Claim "a, \\"b\\"\\n\\tc" "خبر"@ar 7 1.50) (<https://example.org/x> "<&>" "x"@en-gb -3 0.5)
    }
}
"""


@pytest.fixture
def terms() -> Result:
    return run(rdflib.Graph(), TERMS)


def test_csv_is_that_of_the_standard(terms: Result) -> None:
    text = render(terms, "csv")
    assert text.count("\r\n") == 3
    assert list(csv.reader(io.StringIO(text, newline=""))) == [
        ["iri", "text", "tagged", "number", "decimal", "nothing"],
        ["https://w3id.org/khabar/ontology#Claim", 'a, "b"\n\tc', "خبر", "7", "1.50", ""],
        ["https://example.org/x", "<&>", "x", "-3", "0.5", ""],
    ]


def test_tsv_is_read_back_term_by_term(terms: Result) -> None:
    parsed = rdflib.query.Result.parse(io.BytesIO(render(terms, "tsv").encode()), format="tsv")
    assert [tuple(row.get(v) for v in parsed.vars or ()) for row in parsed.bindings] == list(terms.rows)


@pytest.mark.parametrize("form", ["json", "xml"])
def test_json_and_xml_are_read_back_term_by_term(terms: Result, form: str) -> None:
    parsed = rdflib.query.Result.parse(io.BytesIO(render(terms, form).encode()), format=form)
    assert [tuple(row.get(v) for v in parsed.vars or ()) for row in parsed.bindings] == list(terms.rows)


@pytest.mark.parametrize("form", ["json", "xml"])
def test_json_and_xml_are_read_by_another_parser(terms: Result, form: str) -> None:
    data = render(terms, form).encode()
    kind = {"json": pyoxigraph.QueryResultsFormat.JSON, "xml": pyoxigraph.QueryResultsFormat.XML}[form]
    solutions = pyoxigraph.parse_query_results(data, format=kind)
    assert isinstance(solutions, pyoxigraph.QuerySolutions)
    assert len(list(solutions)) == 2


def test_a_row_of_one_empty_cell_is_an_empty_line() -> None:
    assert render(Result("SELECT", ("x",), ((None,), (rdflib.Literal("v"),))), "csv") == "x\r\n\r\nv\r\n"


def test_characters_that_xml_cannot_hold_are_replaced() -> None:
    text = render(Result("SELECT", ("x",), ((rdflib.Literal("a\x00b\rc"),),)), "xml")
    assert ElementTree.fromstring(text)[1][0][0][0].text == "a\ufffdb\rc"  # noqa: S314 - our own output


def test_ask_is_answered_in_words_json_and_xml_only() -> None:
    answer = Result("ASK", answer=False)
    assert render(answer) == "no\n"
    assert json.loads(render(answer, "json")) == {"head": {}, "boolean": False}
    assert "<boolean>false</boolean>" in render(answer, "xml")
    for form in ("csv", "tsv"):
        with pytest.raises(InputError, match="ASK"):
            render(answer, form)


def test_the_table_is_aligned(terms: Result) -> None:
    assert render(terms) == (
        "iri                    text       tagged  number  decimal  nothing\n"
        "---------------------  ---------  ------  ------  -------  -------\n"
        'khb:Claim              a, "b"  c  خبر          7     1.50\n'
        "https://example.org/x  <&>        x           -3      0.5\n"
    )
    assert render(Result("SELECT", ("x",))) == "no rows\n"


def test_the_table_measures_marks_and_wide_characters() -> None:
    rows = tuple((rdflib.Literal(text),) for text in ("قُتِلَ", "漢字", "abcd"))
    lines = render(Result("SELECT", ("x",), tuple((row[0], rdflib.Literal("|")) for row in rows)[:0] + rows)).split(
        "\n"
    )
    assert lines[1] == "----"


def test_hidden_characters_are_shown() -> None:
    assert table_cells(Result("SELECT", ("x",), ((rdflib.Literal("a\u202eb"),),))) == [["a\\u202eb"]]


def test_formats_are_those_named() -> None:
    assert list(FORMATS) == ["table", "csv", "tsv", "json", "xml"]
