"""The real article's page and the sample's documents; the article itself is not in the repository."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from khabar.docs import docs_html
from khabar.rdf.load import load_all
from khabar.report import report_html
from khabar.report.data import page_data

pytest.importorskip("jinja2")


def _built(shared: Path, tmp_path: Path) -> tuple[Any, dict[str, str]]:
    from click.testing import CliRunner

    from khabar.cli import cli
    from khabar.commands.options import read_sources

    article = shared / "article" / "article.txt"
    target = tmp_path / "article.ttl"
    day = date(2019, 2, 11).isoformat()
    result = CliRunner().invoke(cli, ["build", str(article), "--published", day, "-o", str(target)])
    assert result.exit_code == 0, result.output
    return load_all([target]), read_sources([article])


@pytest.mark.parametrize("width", [390, 1280])
def test_real_article(
    browse: Callable[..., Any], serious: Callable[[Any], list[str]], shared: Path, tmp_path: Path, width: int
) -> None:
    graph, texts = _built(shared, tmp_path)
    path = tmp_path / "article.html"
    path.write_text(report_html(graph, texts), encoding="utf-8")
    assert path.stat().st_size < 2_000_000
    page, watch = browse(f"{path.as_uri()}?lang=ar", width)
    page.wait_for_selector(".network .actor")
    data = page_data(graph, texts)
    (text,) = texts.values()
    hundred = [
        (key, claim) for key, claim in data["claims"].items()
        for toll in claim.get("tolls", ()) if data["tolls"][toll].get("min") == 100
    ]  # fmt: skip
    assert hundred
    for key, claim in hundred:
        page.locator(f'.claim[data-claim="{key}"] .claimant').click()
        covered = {
            at
            for start, words in page.eval_on_selector_all(
                ".m.lit", "all => all.map(m => [+m.dataset.start, m.textContent])"
            )
            for at in range(start, start + len(words))
        }
        holders = [claim, *(data["tolls"][toll] for toll in claim["tolls"])]
        mentions = [data["mentions"][number] for holder in holders for number in holder["evidence"]]
        assert covered == {
            at for mention in mentions for at in range(mention["start"], mention["end"]) if text[at] != "\n"
        }
        assert any("100" in mention["exact"] for mention in mentions)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert serious(page) == []
    assert watch.problems == []
    assert [url for url in watch.requests if not url.startswith((path.as_uri(), "data:"))] == []


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_ontology_page(
    browse: Callable[..., Any], serious: Callable[[Any], list[str]], tmp_path: Path, width: int, scheme: str
) -> None:
    path = tmp_path / "docs.html"
    path.write_text(docs_html(), encoding="utf-8")
    page, watch = browse(path.as_uri(), width, color_scheme=scheme)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert serious(page) == []
    assert watch.problems == []
