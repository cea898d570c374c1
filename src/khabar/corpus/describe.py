"""What is said of a corpus as a whole: its VoID and DCAT description, and the graph of reprints.

https://www.w3.org/TR/void/ and https://www.w3.org/TR/vocab-dcat-3/ . No times are given, so that the same articles
give the same description; who publishes the data set adds its date and licence.
"""

from __future__ import annotations

import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from khabar.corpus.output import Target, Written
from khabar.corpus.state import Article, State
from khabar.rdf.terms import DCTERMS, KHB, PROV, RDF, SCHEMA, XSD, Description, Literal, Term, digest, khb

__all__ = ["reprints", "reprints_graph_name", "void"]

VOID = "http://rdfs.org/ns/void#"
DCAT = "http://www.w3.org/ns/dcat#"
SPDX = "http://spdx.org/rdf/terms#"
_TYPE = RDF + "type"
RULE = "corpus.reprint"


def _integer(value: int) -> Literal:
    return Literal(str(value), datatype=XSD + "integer")


# ------------------------------------------------------------------------------------- reprints


def reprints_graph_name(base: str) -> str:
    """Return the IRI of the named graph that holds the reprints."""
    return f"{base}corpus/reprints"


def reprints(state: State, base: str) -> Iterator[Description]:
    """Yield, for each reprint: which article it repeats, its claims that say the same, and the relations.

    Claims are matched in their order by what they say; a claim whose figures were changed is no repetition.
    """
    for article, original, similarity in state.reprints():
        yield Description(
            f"{base}article/{article.slug}",
            (
                (khb("reprintOf"), (f"{base}article/{original.slug}",)),
                (khb("similarity"), (Literal(f"{similarity:.2f}", datatype=XSD + "decimal"),)),
            ),
        )
        for subject, other in _repeated(article, original):
            yield Description(subject, ((khb("repeats"), (other,)),))
            node = f"{base}article/{article.slug}/relation-{digest('repeats', subject, other)}"
            yield Description(
                node,
                (
                    (_TYPE, (khb("ClaimRelation"),)),
                    (khb("relationSubject"), (subject,)),
                    (khb("relationProperty"), (khb("repeats"),)),
                    (khb("relationObject"), (other,)),
                    (khb("rule"), (Literal(RULE),)),
                ),
            )


def _repeated(article: Article, original: Article) -> Iterator[tuple[str, str]]:
    waiting: dict[str, list[str]] = {}
    for content, iri in original.claims:
        waiting.setdefault(content, []).append(iri)
    for content, iri in article.claims:
        if waiting.get(content):
            yield iri, waiting[content].pop(0)


# ------------------------------------------------------------------------------------- the data set


def void(state: State, target: Target, base: str, written: Written | None) -> tuple[Description, ...]:
    """Return the description of the run's data set: counts, classes, sources, software, vocabularies, licences."""
    classes: Counter[str] = Counter()
    outlets: Counter[str] = Counter()
    triples = articles = 0
    dates: set[str] = set()
    for article in state.articles():
        articles += 1
        triples += article.triples
        classes.update(article.subjects)
        if article.outlet:
            outlets[article.outlet] += 1
        if article.published:
            dates = {min({article.published, *dates}), max({article.published, *dates})}
    dataset = f"{base}dataset"
    software = f"{base}software/khabar"
    out: list[tuple[str, tuple[Term, ...]]] = [
        (_TYPE, (DCAT + "Dataset", VOID + "Dataset", PROV + "Entity")),
        (DCTERMS + "title", (Literal("Claims of news articles, extracted by Khabar", "en"),)),
        (DCTERMS + "description", (Literal(
            "What the articles say and who says it, as RDF: a named graph for each article, every claim with its "
            "words. Claims are reported, not verified.", "en"),)),
        (PROV + "wasAttributedTo", (software,)),
        (DCTERMS + "conformsTo", ("https://w3id.org/khabar/ontology", "https://w3id.org/khabar/shapes")),
        (VOID + "triples", (_integer(triples),)),
        (VOID + "documents", (_integer(articles),)),
        (VOID + "vocabulary", (KHB, SCHEMA, PROV, "http://www.w3.org/ns/oa#")),
        (VOID + "feature", ("http://www.w3.org/ns/formats/" + _FEATURES.get(target.form.name, "Turtle"),)),
    ]  # fmt: skip
    described: list[Description] = []
    if dates:
        period = f"{dataset}#period"
        out.append((DCTERMS + "temporal", (period,)))
        described.append(Description(period, (
            (_TYPE, (DCTERMS + "PeriodOfTime",)),
            (DCAT + "startDate", (Literal(min(dates), datatype=XSD + "date"),)),
            (DCAT + "endDate", (Literal(max(dates), datatype=XSD + "date"),)),
        )))  # fmt: skip
    partitions: list[Term] = []
    for name, count in sorted(classes.items()):
        if name.removeprefix(KHB) in _CLASSES:
            node = f"{dataset}#class-{name.removeprefix(KHB)}"
            partitions.append(node)
            described.append(Description(node, ((VOID + "class", (name,)), (VOID + "entities", (_integer(count),)))))
    if partitions:
        out.append((VOID + "classPartition", tuple(partitions)))
    subsets: list[Term] = []
    for outlet, count in sorted(outlets.items()):
        node = f"{dataset}#outlet-{digest(outlet)}"
        subsets.append(node)
        publisher: Term = outlet if outlet.startswith(base) else Literal(outlet)
        described.append(Description(node, (
            (_TYPE, (VOID + "Dataset",)),
            (DCTERMS + "publisher", (publisher,)),
            (VOID + "documents", (_integer(count),)),
        )))  # fmt: skip
    if subsets:
        out.append((VOID + "subset", tuple(subsets)))
    sources, licences = _gazetteers(base)
    out.append((DCTERMS + "source", tuple(source.subject for source in sources)))
    out.append((DCTERMS + "rights", tuple(Literal(text, "en") for text in licences)))
    if written is not None and target.path is not None:
        distribution = f"{dataset}#distribution"
        out.append((DCAT + "distribution", (distribution,)))
        described.append(Description(distribution, (
            (_TYPE, (DCAT + "Distribution",)),
            (DCTERMS + "title", (Literal(target.path.name),)),
            (DCAT + "mediaType", (f"https://www.iana.org/assignments/media-types/{target.form.media_type}",)),
            *(((DCAT + "compressFormat", ("https://www.iana.org/assignments/media-types/application/gzip",)),)
              if target.compressed else ()),
            (DCAT + "byteSize", (Literal(str(written.size), datatype=XSD + "nonNegativeInteger"),)),
            (SPDX + "checksum", (f"{distribution}-checksum",)),
        )))  # fmt: skip
        described.append(Description(f"{distribution}-checksum", (
            (_TYPE, (SPDX + "Checksum",)),
            (SPDX + "algorithm", (SPDX + "checksumAlgorithm_sha256",)),
            (SPDX + "checksumValue", (Literal(written.sha256, datatype=XSD + "hexBinary"),)),
        )))  # fmt: skip
    tool = Description(software, (
        (_TYPE, (PROV + "SoftwareAgent", SCHEMA + "SoftwareApplication")),
        (SCHEMA + "name", (Literal("khabar"),)),
        (SCHEMA + "softwareVersion", (Literal(_version()),)),
    ))  # fmt: skip
    return (Description(dataset, tuple(out)), *described, *sources, tool)


_CLASSES = ("Article", "Claim", "ClaimRelation", "Event", "Mention", "Toll")
"""Classes of which every node belongs to one article, so that adding up gives the number of nodes."""
_FEATURES = {
    "nquads": "N-Quads", "trig": "TriG", "turtle": "Turtle", "nt": "N-Triples", "json-ld": "JSON-LD",
    "rdf/xml": "RDF_XML",
}  # fmt: skip


def _version() -> str:
    try:
        return version("khabar")
    except PackageNotFoundError:
        return "0"


@cache
def _gazetteers(base: str) -> tuple[tuple[Description, ...], tuple[str, ...]]:
    """The sources of the language packs' place names with their licences, as their ``places.toml`` name them."""
    found: list[Description] = []
    texts: list[str] = []
    for path in sorted((Path(__file__).resolve().parents[1] / "lang").glob("*/places.toml")):
        table = tomllib.loads(path.read_text(encoding="utf-8"))
        for key, value in _tables(table):
            if key == "attribution" and isinstance(value.get("text"), str):
                texts.append(str(value["text"]))
            if "licence" in value and "title" in value:
                title = str(value["title"])
                properties: list[tuple[str, tuple[Term, ...]]] = [
                    (_TYPE, (DCAT + "Dataset",)),
                    (DCTERMS + "title", (Literal(title),)),
                ]
                if value.get("licence_url"):
                    properties.append((DCTERMS + "license", (str(value["licence_url"]),)))
                else:
                    properties.append((DCTERMS + "rights", (Literal(str(value["licence"])),)))
                if value.get("url"):
                    properties.append((DCAT + "landingPage", (str(value["url"]),)))
                found.append(Description(f"{base}gazetteer/{path.parent.name}-{digest(title)}", tuple(properties)))
    return tuple(found), tuple(texts)


def _tables(table: dict[str, object], name: str = "") -> Iterator[tuple[str, dict[str, object]]]:
    yield name, table
    for key, value in table.items():
        values: Iterable[object] = value if isinstance(value, list) else [value]
        for item in values:
            if isinstance(item, dict):
                yield from _tables(item, key)
