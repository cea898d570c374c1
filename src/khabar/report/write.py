"""Writing pages: one file, or a directory with an index and a page for each article; whole or not at all."""

from __future__ import annotations

import os
import re
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from khabar.claims import View, local_name
from khabar.errors import OutputError
from khabar.rdf.terms import KHB
from khabar.report.data import page_data
from khabar.report.page import render_page

if TYPE_CHECKING:
    import rdflib

__all__ = ["article_graphs", "replace_file", "write_report"]


def write_report(
    graph: rdflib.Graph, texts: Mapping[str, str], output: Path, *, language: str | None = None
) -> None:
    """Write the page of a graph to a file, to standard output (``-``), or into a directory.

    A directory (one that is there, or a path without the extension .html or .htm) gets ``index.html`` and, where the
    graph has several articles, ``<article>.html`` for each. Raises ``OutputError``, and what ``page_data`` raises.
    """
    name = str(output)
    if name == "-":
        sys.stdout.write(render_page(_whole(graph, texts), language=language))
        return
    if not output.is_dir() and output.suffix.lower() in {".html", ".htm"}:
        replace_file(output, render_page(_whole(graph, texts), language=language))
        return
    try:
        output.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise OutputError(f"cannot write {name}: {(error.strerror or str(error)).lower()}") from None
    data = _whole(graph, texts)
    if len(data["articles"]) > 1:
        parts = article_graphs(graph)
        pages = {}
        for key, page in zip(data["articles"], _page_names(list(data["articles"])), strict=True):
            iri = key if ":" in key else data["base"] + key
            own = {sha: text for sha, text in texts.items() if sha == data["articles"][key].get("sha256")}
            replace_file(output / page, render_page(page_data(parts[iri], own), language=language))
            pages[key] = page
        data["pages"] = pages
    replace_file(output / "index.html", render_page(data, language=language))


def _whole(graph: rdflib.Graph, texts: Mapping[str, str]) -> dict[str, object]:
    several = len(View(graph).of_type("Article")) > 1
    return page_data(graph, texts, detail=not several)


def _page_names(keys: list[str]) -> list[str]:
    """File names from the articles' IRIs: safe, short and distinct."""
    found: list[str] = []
    for key in keys:
        stem = re.sub(r"[^A-Za-z0-9_-]+", "-", local_name(key) if ":" in key else key.rsplit("/", 1)[-1]).strip("-")[:80]
        stem = stem if stem and stem != "index" else "article"
        name, number = f"{stem}.html", 1
        while name in found:
            number += 1
            name = f"{stem}-{number}.html"
        found.append(name)
    return found


def article_graphs(graph: rdflib.Graph) -> dict[str, rdflib.Graph]:
    """Cut a merged graph into one for each article: what its claims reach, with evidence from this article only."""
    import rdflib

    view = View(graph)
    articles = view.of_type("Article")
    evidence, has_source = rdflib.URIRef(KHB + "evidence"), rdflib.URIRef("http://www.w3.org/ns/oa#hasSource")
    source = {mention: article for mention, article in graph.subject_objects(has_source)}
    members: dict[object, set[rdflib.term.Node]] = {article: {article} for article in articles}
    for node, mention in graph.subject_objects(evidence):
        article = source.get(mention)
        if article in members:
            members[article].update((node, mention))
    out = {}
    for article in articles:
        part = rdflib.Graph(bind_namespaces="none")
        for prefix, namespace in graph.namespaces():
            part.bind(prefix, namespace)
        seen: set[rdflib.term.Node] = set()
        stack = list(members[article])
        while stack:
            node = stack.pop()
            if node in seen:
                continue
            seen.add(node)
            for predicate, value in graph.predicate_objects(node):
                if predicate == evidence and source.get(value) != article:
                    continue
                part.add((node, predicate, value))
                if isinstance(value, rdflib.URIRef) and _follow(view, value, source, article):
                    stack.append(value)
        out[str(article)] = part
    return out


def _follow(view: View, node: rdflib.URIRef, source: Mapping[object, object], article: object) -> bool:
    """Whether a node belongs to an article's graph: anything but other articles, their claims and their events."""
    kinds = view.types(node)
    if "Article" in kinds:
        return node == article
    if {"Claim", "Event", "Toll", "Incident"} & set(kinds):
        found = {source.get(mention) for mention in view.objects(node, KHB + "evidence")}
        return article in found
    return True


def replace_file(path: Path, text: str) -> None:
    """Write a text file whole or not at all, by an atomic rename. Raises ``OutputError``."""
    temporary = None
    try:
        with tempfile.NamedTemporaryFile(
            "w", encoding="utf-8", newline="", dir=path.parent, prefix=f".{path.name}.", delete=False
        ) as stream:
            temporary = stream.name
            stream.write(text)
        Path(temporary).chmod(0o666 & ~_umask())
        Path(temporary).replace(path)
    except OSError as error:
        if temporary:
            Path(temporary).unlink(missing_ok=True)
        raise OutputError(f"cannot write {path}: {(error.strerror or str(error)).lower()}") from None


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
