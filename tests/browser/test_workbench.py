"""The workbench and the pages of the server in a real browser."""

from __future__ import annotations

import threading
import urllib.parse
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from rdflib import RDF, Graph, Literal, URIRef

from khabar.rdf.graph import describe, to_rdflib
from khabar.rdf.terms import KHB, OA, SKOS
from support.sample import sample

pytest.importorskip("jinja2")
pytest.importorskip("pyoxigraph")

from khabar.serve.app import make_server
from khabar.serve.pool import Limits, Pool
from khabar.serve.site import Site

ARMY = "https://w3id.org/khabar/id/actor/mountain-army"


@pytest.fixture(scope="module")
def url() -> Iterator[str]:
    """The address of a server on the sample's graph."""
    yield from _served(to_rdflib(describe(sample())))


def _served(graph: Graph) -> Iterator[str]:
    data = graph.serialize(format="nt", encoding="utf-8")
    server = make_server(Site(Pool(data=data, count=2, limits=Limits(memory=0))))
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    yield server.url
    server.shutdown()
    server.server_close()
    thread.join()


HOSTILE = "</script><script>document.title='broken';alert(1)</script><img src=x onerror=alert(2)>"
MIXED = "جيش \u202eevil\u202c <b>ABC</b> 123 “و”"
ODD = "http://example.org/a'onclick='alert(1)'b&amp;(c)"
"""An IRI that RFC 3987 allows."""


@pytest.fixture(scope="module")
def hostile() -> Iterator[str]:
    """A server whose quotes hold a script, with an actor of mixed directions and a claimant whose IRI holds quotes."""
    graph = to_rdflib(describe(sample()))
    for selector, quote in list(graph.subject_objects(URIRef(OA + "exact"))):
        graph.set((selector, URIRef(OA + "exact"), Literal(f"{HOSTILE} {quote}", lang="ar")))
    graph.set((URIRef(ARMY), URIRef(SKOS + "prefLabel"), Literal(MIXED, lang="ar")))
    for claim in list(graph.subjects(RDF.type, URIRef(KHB + "Claim"))):
        graph.set((claim, URIRef(KHB + "claimant"), URIRef(ODD)))
    graph.add((URIRef(ODD), RDF.type, URIRef(KHB + "Actor")))
    graph.add((URIRef(ODD), URIRef(SKOS + "prefLabel"), Literal(HOSTILE, lang="ar")))
    yield from _served(graph)


def test_hostile_content_is_shown_and_never_run(browse: Callable[..., Any], hostile: str) -> None:
    mention = min(map(str, to_rdflib(describe(sample())).subjects(RDF.type, URIRef(KHB + "Mention"))))
    for node, words in ((ODD, HOSTILE), (ARMY, "ABC"), (mention, HOSTILE)):
        page, watch = browse(f"{hostile}node?iri={urllib.parse.quote(node, safe='')}")
        assert words in page.inner_text("main")
        assert page.locator(".iri").inner_text() == node
        assert page.locator("main script, main img, main b").count() == 0
        for link in page.locator("main a").all():
            assert link.get_attribute("onclick") is None
            assert (link.get_attribute("href") or "").startswith(("/", "http"))
        assert page.title() != "broken" and watch.problems == []
    page, watch = browse(f"{hostile}board?lang=ar")
    page.locator(".claimant").first.click()
    page.locator(".card .iri a").first.click()
    page.wait_for_selector("main h1")
    page, watch = browse(f"{hostile}workbench")
    page.wait_for_selector(".CodeMirror")
    query = "SELECT ?s ?words { ?s <http://www.w3.org/ns/oa#exact> ?words }"
    page.evaluate(
        "query => { const tab = khabarYasgui.getTab(); tab.setQuery(query); tab.query().catch(() => {}) }", query
    )
    page.wait_for_selector(".yasr_results table tbody tr")
    assert "<script>" in page.inner_text(".yasr_results table tbody")
    assert page.locator(".yasr_results img, .yasr_results script").count() == 0
    # the table's sanitiser parses the words in a document of its own that runs nothing; Chromium reports what is in it
    problems = [problem for problem in watch.problems if "Content Security Policy" not in problem]
    assert page.title() != "broken" and problems == []


def test_saved_question_gives_a_table(browse: Callable[..., Any], url: str) -> None:
    page, watch = browse(f"{url}workbench")
    page.locator("#questions button").first.click()
    page.wait_for_selector(".yasr_results table tbody tr")
    assert page.locator(".yasr_results table tbody tr").count() >= 1
    assert watch.problems == []
    assert all(request.startswith((url, "data:")) for request in watch.requests)


def test_terms_are_completed(browse: Callable[..., Any], url: str) -> None:
    page, watch = browse(f"{url}workbench")
    page.wait_for_selector(".CodeMirror")
    page.evaluate(
        """() => { const editor = khabarYasgui.getTab().getYasqe(); editor.setValue('SELECT * { ?s khb:claima');
        editor.focus(); editor.setCursor({line: 0, ch: 25}); editor.autocomplete(true) }"""
    )
    page.wait_for_selector(".CodeMirror-hint, .CodeMirror-lint-tooltip", state="attached")
    text = page.evaluate("khabarYasgui.getTab().getYasqe().getValue()")
    hints = page.locator(".CodeMirror-hint").all_inner_texts()
    assert "khb:claimant" in text or any("khb:claimant" in hint for hint in hints)
    assert watch.problems == []


@pytest.mark.parametrize("path", ["", f"node?iri={urllib.parse.quote(ARMY, safe='')}", "board"])
@pytest.mark.parametrize("width", [390, 1280])
def test_pages_are_sound(
    browse: Callable[..., Any], serious: Callable[[Any], list[str]], url: str, path: str, width: int
) -> None:
    page, watch = browse(url + path, width)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert serious(page) == []
    assert watch.problems == []
    assert all(request.startswith((url, "data:")) for request in watch.requests)


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_workbench_is_sound(
    browse: Callable[..., Any], serious: Callable[[Any], list[str]], url: str, width: int, scheme: str
) -> None:
    page, watch = browse(f"{url}workbench", width, color_scheme=scheme)
    page.locator("#questions button").first.click()
    page.wait_for_selector(".yasr_results table tbody tr")
    page.click("#new-tab")
    page.wait_for_function("khabarYasgui.getTab().getYasqe() && document.querySelectorAll('.tabsList .tab').length > 1")
    assert serious(page) == []
    page.locator(".tabsList .tab [role=tab]").first.click()
    assert serious(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    dark = page.locator("#yasgui").evaluate("e => getComputedStyle(e).filter") != "none"
    assert dark == (scheme == "dark")
    assert watch.problems == []


def test_the_keyboard_leaves_the_editor(browse: Callable[..., Any], url: str) -> None:
    page, _ = browse(f"{url}workbench")
    page.wait_for_selector(".CodeMirror textarea", state="attached")
    before = page.evaluate("khabarYasgui.getTab().getYasqe().getValue()")
    page.locator(".CodeMirror textarea").first.focus()
    page.keyboard.press("Tab")
    assert not page.evaluate("document.activeElement.matches('.CodeMirror textarea')")
    assert page.evaluate("khabarYasgui.getTab().getYasqe().getValue()") == before


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("kind", ["Claim", "Event", "Toll", "Place", "Mention", "Article"])
def test_every_kind_of_node_has_a_sound_page(
    browse: Callable[..., Any], serious: Callable[[Any], list[str]], url: str, kind: str, scheme: str
) -> None:
    graph = to_rdflib(describe(sample()))
    node = min(map(str, graph.subjects(RDF.type, URIRef(KHB + kind))))
    page, watch = browse(f"{url}node?iri={urllib.parse.quote(node, safe='')}", 390, color_scheme=scheme)
    assert page.locator(".iri").inner_text() == node
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    assert serious(page) == []
    assert watch.problems == []


def test_results_and_cards_lead_to_node_pages(browse: Callable[..., Any], url: str) -> None:
    page, _ = browse(f"{url}board?lang=en")
    page.locator(".claimant").first.click()
    page.locator(".card .iri a").first.click()
    page.wait_for_selector("h1")
    assert "/node?iri=" in page.url
