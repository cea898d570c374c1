"""The ontology's page: every term, shape and question is on it; the answers are those of the queries."""

from __future__ import annotations

import html
import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from khabar.cli import cli
from khabar.docs import diagram, docs_html, shapes, terms
from khabar.queries import questions, run
from khabar.rdf.graph import describe, to_rdflib
from khabar.rdf.terms import TERMS
from support.sample import sample

pytest.importorskip("jinja2")


def test_every_term_is_documented_in_both_languages() -> None:
    groups = terms()
    found = {term.name: term for group in groups.values() for term in group}
    assert set(found) >= TERMS
    for term in found.values():
        assert {"ar", "en"} <= set(term.labels), term.name
        assert {"ar", "en"} <= set(term.comments), term.name


def test_shapes_have_messages_and_severities() -> None:
    found = shapes()
    assert len(found) > 50
    assert {shape.severity for shape in found} <= {"Violation", "Warning", "Info"}
    assert any(shape.message for shape in found)


def test_diagram_joins_the_main_classes() -> None:
    edges = diagram()["edges"]
    lines = {line for edge in edges for line in edge["lines"]}
    assert {"describes", "states", "oa:hasSource"} <= lines


def test_page_answers_the_questions() -> None:
    graph = to_rdflib(describe(sample()))
    page = docs_html(graph)
    for name in TERMS:
        assert f'id="{name}"' in page
    ids = re.findall(r'\bid="([^"]+)"', page)
    assert len(ids) == len(set(ids))
    assert "<script" not in page
    for question in questions():
        assert question.english in html.unescape(page)
    rows = len(run(graph, questions()[0].text).rows)
    section = page.split(f'id="question-{questions()[0].name}"')[1].split("</section>")[0]
    assert section.count("<tr>") == rows + 1


def test_every_link_inside_the_page_leads_somewhere() -> None:
    page = docs_html()
    ids = set(re.findall(r'\bid="([^"]+)"', page))
    assert {target for target in re.findall(r'href="#([^"]*)"', page) if target not in ids} == set()


def test_command_writes_a_site(tmp_path: Path) -> None:
    result = CliRunner().invoke(cli, ["docs", "-o", str(tmp_path / "docs")], catch_exceptions=False)
    assert result.exit_code == 0
    names = {path.name for path in (tmp_path / "docs").iterdir()}
    assert {"index.html", "khabar.ttl", "concepts.ttl", "core.ttl"} <= names
    assert (tmp_path / "docs" / "index.html").read_text(encoding="utf-8") == docs_html()
