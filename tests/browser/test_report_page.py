"""The report in a real browser: it draws, asks for nothing, marks the right words, mirrors, and is accessible."""

from __future__ import annotations

import dataclasses
import hashlib
import json
import re
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import rdflib
from rdflib import RDF, URIRef

from khabar.model import Report
from khabar.rdf.graph import describe, to_rdflib
from khabar.rdf.terms import GEO, KHB, SKOS
from khabar.report import page_data, render_page, report_html
from khabar.report.write import write_report
from support.sample import TEXT, sample

pytest.importorskip("jinja2")

SHA = hashlib.sha256(TEXT.encode()).hexdigest()
HOSTILE = "</script><script>document.title='broken';alert(1)</script><img src=x onerror=alert(2)>"
BIDI_NAME = "جيش \u202eevil\u202c <b>ABC</b> 123 “و”"
Open = Callable[..., Any]


def graph(report: Report | None = None) -> rdflib.Graph:
    return to_rdflib(describe(report or sample()))


@pytest.fixture
def page_file(tmp_path: Path) -> str:
    """The sample's page with its text."""
    path = tmp_path / "page.html"
    path.write_text(report_html(graph(), {SHA: TEXT}), encoding="utf-8")
    return path.as_uri()


def own(requests: list[str], url: str) -> list[str]:
    """Requests that leave the file."""
    return [request for request in requests if request.split("?")[0] != url and not request.startswith("data:")]


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("language", ["ar", "en"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_page_draws_without_errors_or_requests(
    browse: Open, serious: Callable[[Any], list[str]], page_file: str, width: int, language: str, scheme: str
) -> None:
    page, watch = browse(f"{page_file}?lang={language}", width, color_scheme=scheme)
    page.wait_for_selector(".map .dot")
    page.wait_for_selector(".network .actor")
    assert page.locator(".claim").count() == len(sample().claims)
    assert page.locator(".toll").count() == sum(len(claim.tolls) for claim in sample().claims)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.locator(".claimant").first.click()
    assert serious(page) == []
    assert watch.problems == []
    assert own(watch.requests, page_file) == []


def test_claim_lights_its_words(browse: Open, page_file: str) -> None:
    page, _ = browse(f"{page_file}?lang=en")
    report = sample()
    for claim in report.claims:
        quotes = {evidence.quote for evidence in claim.evidence}
        row = page.locator(".claim", has_text=claim.evidence[0].quote).first
        row.locator(".claimant").click()
        covered: set[int] = set()
        found = page.eval_on_selector_all(".m.lit", "all => all.map(m => [+m.dataset.start, m.textContent])")
        for start, text in found:
            covered.update(range(start, start + len(text)))
        spans = [item.span for item in claim.evidence]
        spans += [item.span for toll in claim.tolls for item in toll.evidence]
        wanted = {at for span in spans for at in range(span.start, span.end) if TEXT[at] != "\n"}
        assert covered == wanted, quotes
        assert row.locator(".claimant").get_attribute("aria-pressed") == "true"
    page.keyboard.press("Escape")
    assert page.locator(".m.lit").count() == 0


def test_words_show_nodes_rules_and_triples(browse: Open, page_file: str) -> None:
    page, _ = browse(f"{page_file}?lang=en")
    page.locator(".text .m", has_text=re.compile("طائرات")).first.click()
    cards = page.locator(".card")
    assert cards.count() >= 1
    text = page.locator(".cards").inner_text()
    assert "test.event" in text
    page.locator(".card summary").first.click()
    assert "khb:" in page.locator(".card pre").first.inner_text()


def test_overlapping_spans_know_all_their_nodes(browse: Open, page_file: str) -> None:
    page, _ = browse(f"{page_file}?lang=en")
    kinds = page.eval_on_selector_all(".text .m", "all => all.map(m => m.className)")
    assert any(name.count("m-") > 1 for name in kinds)
    text = page.eval_on_selector(".text", "e => [...e.querySelectorAll('p')].map(p => p.textContent).join('\\n')")
    assert text == TEXT.rstrip("\n")


def test_language_switch_mirrors_the_layout(browse: Open, page_file: str) -> None:
    page, _ = browse(f"{page_file}?lang=en")

    def sides() -> tuple[bool, bool]:
        board = page.locator("#board").bounding_box()
        article = page.locator("#article").bounding_box()
        bar = page.locator(".bar-cap").first.evaluate("e => parseFloat(e.getAttribute('x1'))")
        return board["x"] < article["x"], bar < 50

    assert page.evaluate("document.documentElement.dir") == "ltr"
    before = sides()
    page.click("#language")
    assert page.evaluate("[document.documentElement.dir, document.documentElement.lang]") == ["rtl", "ar"]
    assert sides() == (not before[0], not before[1])
    assert page.locator("#board-title").inner_text() == "الادعاءات"
    assert page.evaluate("document.activeElement.id") == "language"


def test_keyboard_alone_suffices(browse: Open, page_file: str) -> None:
    page, _ = browse(f"{page_file}?lang=ar")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.locator(".text .m").first.focus()
    first = page.evaluate("document.activeElement.dataset.start")
    page.keyboard.press("ArrowLeft")  # onwards, in a text that runs to the left
    second = page.evaluate("document.activeElement.dataset.start")
    assert int(second) > int(first)
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.getAttribute('aria-pressed')") == "true"
    page.locator(".map .dot").first.focus()
    page.keyboard.press("Enter")
    assert page.locator(".map .dot.on").count() == 1


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("language", ["ar", "en"])
def test_names_of_actors_stay_inside_and_apart(browse: Open, page_file: str, width: int, language: str) -> None:
    page, _ = browse(f"{page_file}?lang={language}", width)
    page.wait_for_selector(".network .actor")
    frame = page.locator(".network").bounding_box()
    boxes = page.eval_on_selector_all(
        ".network .actor",
        "all => all.map(e => { const b = e.getBoundingClientRect(); return [b.x, b.y, b.width, b.height] })",
    )
    top = page.evaluate("document.querySelector('.network').getBoundingClientRect().y")
    for x, y, wide, high in boxes:
        assert frame["x"] <= x and x + wide <= frame["x"] + frame["width"]
        assert top <= y and y + high <= top + frame["height"]
    for number, (x, y, wide, high) in enumerate(boxes):
        for x2, y2, wide2, high2 in boxes[:number]:
            assert x + wide < x2 or x2 + wide2 < x or y + high < y2 or y2 + high2 < y


@pytest.mark.parametrize("width", [390, 1280])
def test_names_on_a_crowded_map_cover_nothing(browse: Open, tmp_path: Path, width: int) -> None:
    merged = graph()
    town = next(node for node, label in merged.subject_objects(URIRef(SKOS + "prefLabel")) if str(label) == "الزهراء")
    geometry = merged.value(town, URIRef(GEO + "hasGeometry"))
    for number in range(60):
        place, spot = (URIRef(f"https://example.org/{kind}-{number}") for kind in ("place", "spot"))
        for triple in list(merged.triples((town, None, None))):
            merged.add((place, *triple[1:]))
        merged.set((place, URIRef(SKOS + "prefLabel"), rdflib.Literal(f"قرية رقم {number}", lang="ar")))
        merged.set((place, URIRef(GEO + "hasGeometry"), spot))
        for triple in list(merged.triples((geometry, None, None))):
            merged.add((spot, *triple[1:]))
        at = f"POINT({36 + 0.07 * (number % 9):.2f} {35 + 0.07 * (number // 9):.2f})"
        merged.set((spot, URIRef(GEO + "asWKT"), rdflib.Literal(at, datatype=URIRef(GEO + "wktLiteral"))))
        for event in merged.subjects(RDF.type, URIRef(KHB + "Event")):
            merged.add((event, URIRef(KHB + "place"), place))
    path = tmp_path / "map.html"
    path.write_text(report_html(merged), encoding="utf-8")
    page, watch = browse(f"{path.as_uri()}?lang=ar", width)
    page.wait_for_selector(".dot-names text")
    script = "all => all.map(e => { const b = e.getBoundingClientRect(); return [b.x, b.y, b.right, b.bottom] })"
    frame = page.eval_on_selector_all(".map", script)[0]
    names = page.eval_on_selector_all(".dot-names text", script)
    dots = page.eval_on_selector_all(".map .dot .core", script)
    assert len(dots) > 60 > len(names) > 3, "where there is no room a name is left to the list"
    for number, (left, top, right, bottom) in enumerate(names):
        assert frame[0] <= left and right <= frame[2] and frame[1] <= top and bottom <= frame[3]
        for x, y, x2, y2 in names[:number]:
            assert right <= x + 1 or x2 <= left + 1 or bottom <= y + 6 or y2 <= top + 6
    assert watch.problems == []


def test_days_on_the_timeline_run_with_the_language(browse: Open, page_file: str) -> None:
    for language, direction in (("ar", "rtl"), ("en", "ltr")):
        page, _ = browse(f"{page_file}?lang={language}")
        page.wait_for_selector(".axis-row text")
        assert page.locator(".axis-row text").first.evaluate("e => getComputedStyle(e).direction") == direction


def test_page_without_text_shows_the_quotes(browse: Open, tmp_path: Path) -> None:
    path = tmp_path / "quotes.html"
    path.write_text(report_html(graph()), encoding="utf-8")
    page, watch = browse(f"{path.as_uri()}?lang=en")
    assert page.locator(".text.quotes .gap").count() > 0
    page.locator(".claimant").first.click()
    assert page.locator(".m.lit").count() > 0
    assert watch.problems == []


def test_hostile_content_is_shown_and_never_run(browse: Open, tmp_path: Path) -> None:
    report = sample()
    actors = tuple(
        dataclasses.replace(actor, names=(BIDI_NAME, HOSTILE)) if actor.id == "A3" else actor for actor in report.actors
    )
    claims = tuple(
        dataclasses.replace(claim, evidence=tuple(dataclasses.replace(e, quote=HOSTILE) for e in claim.evidence))
        for claim in report.claims
    )
    source = graph(dataclasses.replace(report, actors=actors, claims=claims))
    odd = URIRef("http://example.org/a'b\"><script>alert(1)</script>")
    claim = next(source.subjects(RDF.type, URIRef(KHB + "Claim")))
    source.set((claim, URIRef(KHB + "claimant"), odd))
    source.add((odd, RDF.type, URIRef(KHB + "Actor")))
    path = tmp_path / "hostile.html"
    path.write_text(report_html(source), encoding="utf-8")
    page, watch = browse(f"{path.as_uri()}?lang=ar")
    page.wait_for_selector(".claim")
    for claimant in page.locator(".claimant").all():
        claimant.click()
    for mark in page.locator(".text .m").all()[:5]:
        mark.click()
    assert HOSTILE in page.locator(".claim blockquote").first.inner_text()
    assert page.title() != "broken"
    assert page.locator("#app img, #app script").count() == 0
    names = page.locator("bdi", has_text="ABC").first
    assert names.evaluate("e => getComputedStyle(e).unicodeBidi") == "isolate"
    assert watch.problems == []


def test_policy_stops_a_script_that_would_get_in(browse: Open, tmp_path: Path) -> None:
    path = tmp_path / "injected.html"
    page_text = report_html(graph()).replace("</body>", "<script>document.title='broken'</script></body>")
    path.write_text(page_text, encoding="utf-8")
    page, watch = browse(path.as_uri())
    assert page.title() != "broken"
    assert any("Content Security Policy" in problem for problem in watch.problems)


def test_print_shows_everything(browse: Open, page_file: str) -> None:
    page, _ = browse(f"{page_file}?lang=en")
    page.emulate_media(media="print")
    assert not page.locator(".toolbar").is_visible()
    assert page.locator(".text-scroll").evaluate("e => e.scrollHeight <= e.clientHeight + 1")
    assert page.pdf()[:5] == b"%PDF-"


def _archive(tmp_path: Path) -> Path:
    merged = graph()
    for number in range(30):
        text = TEXT.replace("وأضافت", f"وأضافت {number}")
        report = sample(text)
        article = dataclasses.replace(
            report.article, key=f"n{number}", sha256=hashlib.sha256(text.encode()).hexdigest(), length=len(text)
        )
        merged += graph(dataclasses.replace(report, article=article))
    write_report(merged, {SHA: TEXT}, tmp_path / "site")
    return tmp_path / "site" / "index.html"


def test_archive_filters_and_opens_boards(browse: Open, serious: Callable[[Any], list[str]], tmp_path: Path) -> None:
    index = _archive(tmp_path)
    page, watch = browse(f"{index.as_uri()}?lang=ar")
    page.wait_for_selector(".incident")
    assert page.locator(".incident").count() == 40
    page.click(".more")
    everything = page.locator(".incident").count()
    assert everything > 40
    page.select_option("#filter-outcome", "Displaced")
    assert page.locator("[role=status]").inner_text().startswith("31 ")
    page.click(".filters [type=reset]")
    page.fill("#filter-to", "2000-01-01")
    assert page.locator(".incident").count() == 0
    page.click(".filters [type=reset]")
    page.wait_for_selector(".incident")
    page.fill("#filter-text", "طائرات")
    page.locator(".incident-open").first.click()
    page.wait_for_selector(".claim")
    page.locator(".claimant").first.click()
    assert page.locator(".m.lit").count() > 0
    assert serious(page) == []
    page.click("#language")
    page.wait_for_selector("html[dir=ltr] .claim")
    page.locator(".side a[href$='.html']").first.click()
    page.wait_for_selector("#article .text")
    assert watch.problems == []
    assert not [request for request in watch.requests if not request.startswith(("file:", "data:"))]


def test_five_thousand_claims_stay_usable(browse: Open, serious: Callable[[Any], list[str]], tmp_path: Path) -> None:
    data = page_data(graph(), detail=False)
    (article,) = data["articles"]
    parts = ("articles", "claims", "tolls", "events", "actors", "places")
    text = json.dumps({name: data[name] for name in parts})
    for number in range(5000 // len(data["claims"])):
        copy = json.loads(text.replace(article, f"article/copy-{number}"))
        for name in parts:
            data[name].update(copy[name])
    assert len(data["claims"]) > 5000
    page_text = render_page(data)
    assert len(page_text.encode()) < 2_000_000, "the page is packed"
    path = tmp_path / "index.html"
    path.write_text(page_text, encoding="utf-8")
    page, watch = browse(f"{path.as_uri()}?lang=ar", 390)
    page.wait_for_selector(".incident")
    every = re.match(r"[\d,]+", page.locator("[role=status]").inner_text())
    assert every and int(every[0].replace(",", "")) == 2 * len(data["articles"]), "events of one claim are one"
    assert page.evaluate("document.querySelectorAll('*').length") < 12_000, "what is not looked at is not drawn"
    page.select_option("#filter-outcome", "Displaced")
    assert page.locator(".incident").count() == 40
    names = page.locator("#filter-actor option").all_inner_texts()
    assert len(names) == len(set(names)) < 10, "a name is offered once, however many articles have it"
    page.select_option("#filter-outcome", "Killed")
    page.select_option("#filter-actor", label="مصادر محلية")
    assert page.locator(".incident").count() == 40
    page.fill("#filter-text", "لا شيء كهذا")
    page.wait_for_selector(".incident", state="detached")
    page.click(".filters [type=reset]")
    page.locator(".incident-open").first.click()
    page.wait_for_selector(".claim")
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    assert serious(page) == []
    assert watch.problems == []


def test_incident_puts_all_voices_side_by_side(browse: Open, tmp_path: Path) -> None:
    merged = graph()
    text = TEXT.replace("وأضافت", "وزادت")
    report = sample(text)
    article = dataclasses.replace(
        report.article, key="other", sha256=hashlib.sha256(text.encode()).hexdigest(), length=len(text)
    )
    merged += graph(dataclasses.replace(report, article=article))
    incident = URIRef("https://w3id.org/khabar/id/incident/one")
    merged.add((incident, RDF.type, URIRef(KHB + "Incident")))
    strikes = [
        event for event in merged.subjects(RDF.type, URIRef(KHB + "Event"))
        if (event, URIRef(KHB + "earliest"), rdflib.Literal(date(2019, 2, 10))) in merged
    ]  # fmt: skip
    assert len(strikes) == 2
    for event in strikes:
        merged.add((incident, URIRef(KHB + "member"), event))
    path = tmp_path / "index.html"
    path.write_text(report_html(merged, detail=False), encoding="utf-8")
    page, watch = browse(f"{path.as_uri()}?lang=en")
    page.locator(".incident-open", has_text="الزهراء").first.click()
    page.wait_for_selector(".claim")
    group = page.locator('.group[id="event-incident/one"]')
    assert group.count() == 1
    own_claims = [claim for claim in report.claims if "E1" in claim.events]
    assert group.locator(".claim").count() == 2 * len(own_claims)
    assert watch.problems == []


def test_data_stay_json(page_file: str) -> None:
    page = Path(page_file.removeprefix("file://")).read_text(encoding="utf-8")
    found = re.search(r'<script type="application/json" id="data">(.*?)</script>', page, re.DOTALL)
    assert found
    assert json.loads(found[1])["format"] == 1


def test_the_lit_words_come_into_view(browse: Open, page_file: str) -> None:
    page, _ = browse(f"{page_file}?lang=ar")
    page.emulate_media(reduced_motion="reduce")
    page.locator(".claimant").last.click()
    page.wait_for_function(
        """() => { const box = document.querySelector('.text-scroll').getBoundingClientRect();
        const lit = document.querySelector('.m.lit').getBoundingClientRect();
        return lit.top >= box.top - 1 && lit.bottom <= box.bottom + 1 }"""
    )
