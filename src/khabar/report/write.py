"""Writing pages: one file, or a directory with an index and a page for each article; whole or not at all."""

from __future__ import annotations

import re
import sys
from collections.abc import Mapping, Set
from pathlib import Path
from typing import TYPE_CHECKING, Any

from khabar.claims import View, local_name
from khabar.errors import unwritable
from khabar.rdf.formats import write_bytes
from khabar.rdf.terms import CLAIM_RELATIONS, KHB
from khabar.report.data import page_data
from khabar.report.page import render_page

if TYPE_CHECKING:
    import rdflib
    from rdflib.term import Node

__all__ = ["article_graphs", "replace_file", "write_report"]


def write_report(
    graph: rdflib.Graph, texts: Mapping[str, str], output: Path, *, language: str | None = None
) -> tuple[Path, ...]:
    """Write the page of a graph to a file, to standard output (``-``), or into a directory; return the files written.

    A directory (one that is there, or a path without the extension .html or .htm) gets ``index.html`` and, where the
    graph has several articles, ``<article>.html`` for each. Raises ``OutputError``, and what ``page_data`` raises.
    """
    name = str(output)
    if name == "-":
        sys.stdout.write(render_page(_whole(graph, texts), language=language))
        return ()
    if not output.is_dir() and output.suffix.lower() in {".html", ".htm"}:
        replace_file(output, render_page(_whole(graph, texts), language=language))
        return (output,)
    try:
        output.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise unwritable(name, error) from None
    data = _whole(graph, texts)
    pages: dict[str, str] = {}
    if len(data["articles"]) > 1:
        parts = article_graphs(graph)
        for key, page in zip(data["articles"], _page_names(list(data["articles"])), strict=True):
            iri = key if ":" in key else data["base"] + key
            own = {sha: text for sha, text in texts.items() if sha == data["articles"][key].get("sha256")}
            replace_file(output / page, render_page(page_data(parts[iri], own), language=language))
            pages[key] = page
        data["pages"] = pages
    replace_file(output / "index.html", render_page(data, language=language))
    return (output / "index.html", *(output / page for page in pages.values()))


def _whole(graph: rdflib.Graph, texts: Mapping[str, str]) -> dict[str, Any]:
    several = len(View(graph).of_type("Article")) > 1
    return page_data(graph, texts, detail=not several)


def _page_names(keys: list[str]) -> list[str]:
    """File names from the articles' IRIs: safe, short and distinct."""
    found: list[str] = []
    for key in keys:
        last = local_name(key) if ":" in key else key.rsplit("/", 1)[-1]
        stem = re.sub(r"[^A-Za-z0-9_-]+", "-", last).strip("-")[:80]
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
    source = dict(graph.subject_objects(has_source))
    members: dict[Node, set[Node]] = {article: {article} for article in articles}
    for node, mention in graph.subject_objects(evidence):
        article = source.get(mention)
        if article in members:
            members[article].update((node, mention))
    relation_ends = {
        node: [value for name in ("relationSubject", "relationObject") for value in view.objects(node, KHB + name)]
        for node in view.of_type("ClaimRelation")
    }
    stated: dict[tuple[str, str, str], set[Node | None]] = {}
    for node in view.of_type("ActorRelation"):
        parts = tuple(view.one(node, KHB + f"relation{name}") or "" for name in ("Subject", "Property", "Object"))
        found = {source.get(mention) for mention in graph.objects(node, evidence)}
        stated.setdefault((parts[0], parts[1], parts[2]), set()).update(found)
    scopes = {f"{article}/" for article in articles}
    links = {KHB + name for name in CLAIM_RELATIONS}
    out = {}
    for article in articles:
        for node, ends in relation_ends.items():
            if ends and all(end in members[article] for end in ends):
                members[article].add(node)
        part = rdflib.Graph(bind_namespaces="none")
        for prefix, namespace in graph.namespaces():
            part.bind(prefix, namespace)
        seen: set[Node] = set()
        stack = list(members[article])
        while stack:
            node = stack.pop()
            if node in seen:
                continue
            seen.add(node)
            for predicate, value in graph.predicate_objects(node):
                if predicate == evidence and source.get(value) != article:
                    continue
                if article not in stated.get((str(node), str(predicate), str(value)), {article}):
                    continue
                if _elsewhere(str(value), scopes, f"{article}/") and str(predicate) not in links:
                    continue
                part.add((node, predicate, value))
                if isinstance(value, rdflib.URIRef) and _follow(view, value, source, article):
                    stack.append(value)
        out[str(article)] = part
    return out


def _elsewhere(iri: str, scopes: Set[str], own: str) -> bool:
    """Whether an IRI lies below another article."""
    end = iri.rfind("/") + 1
    while end > 0:
        if iri[:end] in scopes:
            return iri[:end] != own
        end = iri.rfind("/", 0, end - 1) + 1
    return False


def _follow(view: View, node: rdflib.URIRef, source: Mapping[Node, Node], article: Node) -> bool:
    """Whether a node belongs to an article's graph: anything but other articles, their claims and their events."""
    kinds = view.types(node)
    if "Article" in kinds:
        return node == article
    if {"Claim", "Event", "Toll", "Incident"} & set(kinds):
        found = {source.get(mention) for mention in view.objects(node, KHB + "evidence")}
        return article in found
    return True


def replace_file(path: Path, text: str) -> None:
    """Write a text file whole or not at all. Raises ``OutputError``."""
    write_bytes(path, text.encode("utf-8"))
