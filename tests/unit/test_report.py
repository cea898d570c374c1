"""The report's data and page, without a browser: what is in it, what is escaped, how it is written."""

from __future__ import annotations

import base64
import dataclasses
import gzip
import hashlib
import html
import json
import re
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
import rdflib
from click.testing import CliRunner
from rdflib import RDF, URIRef

import khabar
from khabar.cli import cli, run
from khabar.errors import GraphError, InputError, OutputError
from khabar.model import Report
from khabar.rdf.graph import describe, to_rdflib
from khabar.rdf.terms import KHB
from khabar.report import page_data, render_page, report_html
from khabar.report.data import concept_labels, point
from khabar.report.page import asset, json_for_html
from khabar.report.write import article_graphs, write_report
from support.sample import TEXT, sample

pytest.importorskip("jinja2")

SHA = hashlib.sha256(TEXT.encode()).hexdigest()
BIDI_NAME = "جيش \u202eevil <b>ABC</b> 123 “و”"
HOSTILE = '</script><script>alert(1)</script><img src=x onerror="alert(2)">\u2028&amp;'


def graph(report: Report | None = None) -> rdflib.Graph:
    return to_rdflib(describe(report or sample()))


def hostile() -> Report:
    """The sample with a script in a quote and in a name, and a name of mixed directions."""
    report = sample()
    actors = [
        dataclasses.replace(actor, names=(BIDI_NAME, HOSTILE)) if actor.id == "A3" else actor for actor in report.actors
    ]
    claims = [
        dataclasses.replace(
            claim, evidence=tuple(dataclasses.replace(item, quote=HOSTILE) for item in claim.evidence)
        )
        for claim in report.claims
    ]  # fmt: skip
    return dataclasses.replace(report, actors=tuple(actors), claims=tuple(claims))


class _Scripts(HTMLParser):
    """Collects script elements as a browser would see them."""

    def __init__(self) -> None:
        super().__init__()
        self.scripts: list[tuple[dict[str, str | None], str]] = []
        self.tags: list[str] = []
        self._open = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self._open = tag == "script"
        if self._open:
            self.scripts.append((dict(attrs), ""))

    def handle_endtag(self, tag: str) -> None:
        self._open = False

    def handle_data(self, data: str) -> None:
        if self._open:
            attributes, text = self.scripts[-1]
            self.scripts[-1] = (attributes, text + data)


def embedded(page: str) -> dict[str, Any]:
    """The data that a page carries."""
    parser = _Scripts()
    parser.feed(page)
    attributes, text = next(item for item in parser.scripts if item[0].get("id") == "data")
    if attributes.get("data-encoding") == "gzip":
        text = gzip.decompress(base64.b64decode(text)).decode()
    found: dict[str, Any] = json.loads(text)
    return found


def test_data_holds_what_the_graph_says() -> None:
    report = sample()
    data = page_data(graph())
    assert {len(data[name]) for name in ("articles",)} == {1}
    for name in ("actors", "places", "events", "claims"):
        assert len(data[name]) == len(getattr(report, name))
    assert len(data["tolls"]) == sum(len(claim.tolls) for claim in report.claims)
    for mention in data["mentions"]:
        assert TEXT[mention["start"] : mention["end"]] == mention["exact"]
    bounds = {(toll.get("min"), toll.get("max")) for toll in data["tolls"].values()}
    assert bounds == {(toll.minimum, toll.maximum) for claim in report.claims for toll in claim.tolls}
    town = next(place for place in data["places"].values() if place["label"].get("en") == "Zahra")
    assert town["at"] == [36.25, 35.5]
    assert town["precision"] == "PointPrecision"


def test_every_reference_leads_somewhere() -> None:
    data = page_data(graph())
    nodes = {key for name in ("articles", "actors", "places", "events", "claims", "tolls") for key in data[name]}
    for claim in data["claims"].values():
        assert {claim["claimant"], *claim.get("events", ()), *claim.get("tolls", ())} <= nodes
        assert all(number < len(data["mentions"]) for number in claim["evidence"])
        assert all(other in nodes for _, other in claim.get("relations", ()))
    for event in data["events"].values():
        assert {*event.get("agents", ()), *event.get("targets", ()), *event.get("places", ())} <= nodes


def test_turtle_of_all_nodes_is_the_graph() -> None:
    source = graph()
    turtle = page_data(source)["turtle"]
    text = "\n".join((turtle.pop(""), *turtle.values()))
    found = rdflib.Graph(bind_namespaces="none").parse(data=text, format="turtle")
    assert set(found) <= set(source)
    assert {subject for subject in source.subjects() if (subject, RDF.type, URIRef(KHB + "Claim")) in source} <= set(
        found.subjects()
    )


def test_concepts_have_both_languages() -> None:
    data = page_data(graph())
    assert {"Killed", "AirStrike", "Asserted"} <= set(data["concepts"])
    assert all({"ar", "en"} <= set(labels) for labels in data["concepts"].values())
    assert set(concept_labels()) >= set(data["concepts"])


def test_source_is_shown_and_must_belong() -> None:
    assert next(iter(page_data(graph(), {SHA: TEXT})["articles"].values()))["text"] == TEXT
    with pytest.raises(InputError, match="SHA-256"):
        page_data(graph(), {"0" * 64: "x"})


def test_nothing_to_show_is_an_error() -> None:
    with pytest.raises(GraphError, match="no article and no claim"):
        page_data(rdflib.Graph())


def test_without_detail_the_page_is_small_and_whole() -> None:
    data = page_data(graph(), detail=False)
    assert "turtle" not in data
    assert all("evidence" not in node for name in ("actors", "places") for node in data[name].values())
    for claim in data["claims"].values():
        assert all(number < len(data["mentions"]) for number in claim["evidence"])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("POINT(40.953 34.456)", (40.953, 34.456)), ("point ( -1 2 )", (-1.0, 2.0)),
        ("<http://www.opengis.net/def/crs/OGC/1.3/CRS84> POINT(1 2)", (1.0, 2.0)),
        ("POINT(181 0)", None), ("POLYGON((0 0,1 1,1 0,0 0))", None), ("POINT(1)", None), ("", None),
    ],
)  # fmt: skip
def test_points(text: str, expected: tuple[float, float] | None) -> None:
    assert point(text) == expected


@pytest.mark.parametrize("value", [HOSTILE, "<!--", "\u2028\u2029", "a\ud800b", "]]>", '"\\'])
def test_json_in_html_cannot_end_its_element(value: str) -> None:
    text = str(json_for_html({"a": value}))
    assert not re.search("[<>&\u2028\u2029\ud800-\udfff]", text)
    assert json.loads(text) == {"a": value}


def test_page_is_one_file_with_a_policy_that_fits_it() -> None:
    page = report_html(graph(), {SHA: TEXT})
    assert len(page.encode()) < 2_000_000
    parser = _Scripts()
    parser.feed(page)
    assert not set(parser.tags) & {"iframe", "object", "embed", "base", "form"}
    code = [text for attributes, text in parser.scripts if not attributes]
    assert len(code) == 1
    digest = base64.b64encode(hashlib.sha256(code[0].encode()).digest()).decode()
    found = re.search(r'http-equiv="Content-Security-Policy" content="([^"]*)"', page)
    assert found
    policy = html.unescape(found[1])
    assert f"script-src 'sha256-{digest}'" in policy
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert all("src" not in attributes for attributes, _ in parser.scripts)


def test_hostile_content_is_data_only() -> None:
    page = report_html(graph(hostile()))
    parser = _Scripts()
    parser.feed(page)
    assert len(parser.scripts) == 3
    assert "img" not in parser.tags
    data = embedded(page)
    assert any(mention["exact"] == HOSTILE for mention in data["mentions"])
    assert any(BIDI_NAME in actor["label"].values() for actor in data["actors"].values())


def test_hostile_iris_are_shown_not_broken() -> None:
    source = graph()
    claim = next(source.subjects(RDF.type, URIRef(KHB + "Claim")))
    odd = URIRef("http://example.org/a'b\"><script>alert(1)</script>")
    source.remove((claim, URIRef(KHB + "claimant"), None))
    source.add((claim, URIRef(KHB + "claimant"), odd))
    source.add((odd, RDF.type, URIRef(KHB + "Actor")))
    data = embedded(report_html(source))
    assert str(odd) in data["actors"]
    assert str(odd) in data["turtle"][str(odd)]
    article = next(source.subjects(RDF.type, URIRef(KHB + "Article")))
    source.set((article, URIRef("https://schema.org/url"), rdflib.Literal("javascript:alert(1)")))
    assert "url" not in next(iter(page_data(source)["articles"].values()))


def test_same_graph_same_bytes() -> None:
    first, second = graph(), rdflib.Graph(bind_namespaces="none")
    for triple in sorted(first, reverse=True):
        second.add(triple)
    assert report_html(first) == report_html(second)


def _two_articles() -> rdflib.Graph:
    other = sample(TEXT.replace("وأضافت", "وزادت"))
    metadata = dataclasses.replace(other.article.metadata, title="آخر")
    text = TEXT.replace("وأضافت", "وزادت")
    article = dataclasses.replace(
        other.article, key="other", metadata=metadata, sha256=hashlib.sha256(text.encode()).hexdigest()
    )
    return graph() + graph(dataclasses.replace(other, article=article))


def test_merged_graph_is_cut_into_its_articles() -> None:
    merged = _two_articles()
    parts = article_graphs(merged)
    assert len(parts) == 2
    single = graph()
    own = next(part for part in parts.values() if set(single) == set(part))
    assert len(own) == len(single)


def test_directory_has_an_index_and_pages(tmp_path: Path) -> None:
    write_report(_two_articles(), {SHA: TEXT}, tmp_path / "site")
    names = sorted(path.name for path in (tmp_path / "site").iterdir())
    assert "index.html" in names
    assert len(names) == 3
    data = embedded((tmp_path / "site" / "index.html").read_text(encoding="utf-8"))
    assert sorted([*data["pages"].values(), "index.html"]) == names
    texts = [
        article.get("text")
        for name in data["pages"].values()
        for article in embedded((tmp_path / "site" / name).read_text(encoding="utf-8"))["articles"].values()
    ]
    assert sorted(texts, key=str) == sorted([TEXT, None], key=str)


def test_large_data_are_packed_and_come_out_again() -> None:
    data = page_data(graph())
    data["padding"] = "خبر" * 200_000
    page = render_page(data)
    assert len(page) < 1_500_000
    assert embedded(page)["padding"] == data["padding"]


def test_command_writes_whole_files(tmp_path: Path) -> None:
    source = tmp_path / "graph.ttl"
    source.write_text(graph().serialize(format="turtle"), encoding="utf-8")
    text = tmp_path / "article.txt"
    text.write_text(TEXT, encoding="utf-8")
    target = tmp_path / "page.html"
    result = CliRunner().invoke(
        cli, ["report", str(source), "--source", str(text), "-o", str(target)], catch_exceptions=False
    )
    assert result.exit_code == 0
    assert next(iter(embedded(target.read_text(encoding="utf-8"))["articles"].values()))["text"] == TEXT
    assert sorted(path.name for path in tmp_path.iterdir()) == ["article.txt", "graph.ttl", "page.html"]
    with pytest.raises(OutputError, match="cannot write"):
        write_report(graph(), {}, tmp_path / "missing" / "page.html")


def test_assets_are_built() -> None:
    for name in ("report.js", "report.css", "outlines.json", "workbench.js", "pages.css", "NOTICES.txt"):
        assert asset(name)


def test_assets_are_built_from_the_sources(root: Path) -> None:
    frontend = root / "src" / "khabar" / "report" / "frontend"
    sources = sorted((path for path in (frontend / "src").rglob("*") if path.is_file()), key=str)
    digest = hashlib.sha256()
    for path in (*sources, frontend / "build.mjs", frontend / "package-lock.json"):
        digest.update(path.read_bytes())
    assert asset("sources.sha256").strip() == digest.hexdigest(), "run npm ci && npm run build in report/frontend"


def test_a_store_becomes_an_index(tmp_path: Path) -> None:
    pytest.importorskip("pyoxigraph")
    for number in range(2):
        khabar.write(sample(TEXT + "." * number), tmp_path / f"{number}.nq", base=f"https://example.org/{number}/")
    files = [str(tmp_path / f"{number}.nq") for number in range(2)]
    assert run(["load", *files, "--to", str(tmp_path / "store"), "-q"]) == 0
    assert run(["report", "--store", str(tmp_path / "store"), "-o", str(tmp_path / "site")]) == 0
    assert len(list((tmp_path / "site").glob("*.html"))) == 3
    assert run(["report", *files, "-o", str(tmp_path / "other")]) == 0
    for path in (tmp_path / "other").glob("*.html"):
        assert (tmp_path / "site" / path.name).read_bytes() == path.read_bytes()
