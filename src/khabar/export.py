"""A graph for people without RDF: CSV of tolls (RFC 4180), GraphML of who acts where on whom, GeoJSON (RFC 7946)."""

from __future__ import annotations

import csv
import io
import json
import re
import xml.etree.ElementTree as ET  # only writes; nothing is parsed
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from khabar.report.data import page_data

if TYPE_CHECKING:
    import rdflib

__all__ = ["COLUMNS", "FORMATS", "to_csv", "to_geojson", "to_graphml"]

Json = Mapping[str, Any]

COLUMNS: tuple[str, ...] = (
    "article", "headline", "publisher", "published", "claim", "claimant", "claimant_en", "claimant_kind", "via",
    "modality", "events", "event_types", "agents", "targets", "places", "places_en", "latitude", "longitude",
    "precision", "earliest", "latest", "date_words", "toll", "outcome", "min", "max", "approximate", "victims", "of",
    "includes", "part_of", "words", "quote", "start", "end", "rule", "contradicts",
)  # fmt: skip
"""Columns of the CSV. Lists are joined by ``; ``; offsets count code points, ``end`` exclusive; an absent ``min`` or
``max`` is unbounded; coordinates are those of the first place that has any."""

_SEPARATOR = "; "
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_GRAPHML = "http://graphml.graphdrawing.org/xmlns"


class _Reader:
    """Look-ups in the JSON of ``page_data``."""

    def __init__(self, graph: rdflib.Graph) -> None:
        self.data = page_data(graph, detail=False)

    def iri(self, key: str) -> str:
        return key if ":" in key else str(self.data["base"]) + key

    def node(self, key: str | None) -> Json:
        for group in ("actors", "places", "articles"):
            if key in self.data[group]:
                found: Json = self.data[group][key]
                return found
        return {}

    def label(self, key: str | None, language: str = "") -> str:
        """A node's name as written, or in a language (empty where there is none in it)."""
        if not key:
            return ""
        labels = self.node(key).get("label", {})
        if language:
            return str(labels.get(language, ""))
        others = [label for tag, label in labels.items() if tag != "en"]
        return str(others[0] if others else labels.get("en", key))

    def labels(self, keys: Iterable[str], language: str = "") -> str:
        return _SEPARATOR.join(filter(None, (self.label(key, language) for key in keys)))

    def events(self, claim: Json) -> list[Json]:
        return [self.data["events"][key] for key in claim.get("events", ()) if key in self.data["events"]]

    def located(self, place: str) -> tuple[Json, bool] | None:
        """The place, or the nearest one around it, that has coordinates; whether it is the place itself."""
        seen: set[str] = set()
        level = [place]
        while level:
            for key in level:
                found = self.data["places"].get(key, {})
                if "at" in found:
                    return found, key == place
            seen.update(level)
            level = [
                other for key in level for other in self.data["places"].get(key, {}).get("within", ())
                if other not in seen
            ]  # fmt: skip
        return None


# ------------------------------------------------------------------------------------------------- CSV


def to_csv(graph: rdflib.Graph, *, raw: bool = False) -> str:
    """Return one row for each toll, with the quote and its offsets.

    A cell that a spreadsheet would run as a formula (it begins with ``=``, ``+``, ``-`` or ``@``) gets an apostrophe
    before it, unless ``raw``. Raises ``GraphError`` if the graph holds neither article nor claim.
    """
    reader = _Reader(graph)
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for row in _toll_rows(reader):
        cells = [_cell(row[name]) for name in COLUMNS]
        writer.writerow([f"'{cell}" if not raw and cell.startswith(_FORMULA) else cell for cell in cells])
    return out.getvalue()


def _cell(value: object) -> str:
    return "" if value is None else ("true" if value else "false") if isinstance(value, bool) else str(value)


def _toll_rows(reader: _Reader) -> Iterator[dict[str, object]]:
    data = reader.data
    for claim_key, claim in data["claims"].items():
        article = data["articles"].get(claim.get("article", ""), {})
        events = reader.events(claim)

        def gather(name: str, events: list[Json] = events) -> list[str]:
            return list(dict.fromkeys(item for event in events for item in event.get(name, ())))

        places = gather("places")
        at = next((found for place in places if (found := reader.located(place)) and found[1]), None)
        at = at or next((found for place in places if (found := reader.located(place))), None)
        spot, own = at if at else ({}, False)
        bounds = [event.get(name) for event in events for name in ("earliest", "latest")]
        shared: dict[str, object] = {
            "article": reader.iri(claim["article"]) if claim.get("article") else "",
            "headline": article.get("headline"),
            "publisher": reader.label(article.get("publisher")),
            "published": article.get("published"),
            "claim": reader.iri(claim_key),
            "claimant": reader.label(claim.get("claimant")) or claim.get("speaker"),
            "claimant_en": reader.label(claim.get("claimant"), "en"),
            "claimant_kind": reader.node(claim.get("claimant")).get("kind"),
            "via": reader.labels(claim.get("via", ())),
            "modality": claim.get("modality"),
            "events": _SEPARATOR.join(map(reader.iri, claim.get("events", ()))),
            "event_types": _SEPARATOR.join(gather("types")),
            "agents": reader.labels(gather("agents")),
            "targets": reader.labels(gather("targets")),
            "places": reader.labels(places),
            "places_en": reader.labels(places, "en"),
            "latitude": spot["at"][1] if spot else None,
            "longitude": spot["at"][0] if spot else None,
            "precision": (spot.get("precision") if own else "ParentPrecision") if spot else None,
            "earliest": min((event["earliest"] for event in events if "earliest" in event), default=None)
            if all(bounds[::2]) else None,
            "latest": max((event["latest"] for event in events if "latest" in event), default=None)
            if all(bounds[1::2]) else None,
            "date_words": _SEPARATOR.join(gather("words")),
            "contradicts": _SEPARATOR.join(
                reader.iri(other) for kind, other in claim.get("relations", ()) if kind == "contradicts"
            ),
        }  # fmt: skip
        for toll_key in claim.get("tolls", ()):
            toll = data["tolls"][toll_key]
            mentions = [data["mentions"][number] for number in toll.get("evidence", claim.get("evidence", ()))]
            first = mentions[0] if mentions else {}
            yield {
                **shared,
                "toll": reader.iri(toll_key),
                "outcome": toll.get("outcome"),
                "min": toll.get("min"),
                "max": toll.get("max"),
                "approximate": bool(toll.get("approximate")),
                "victims": toll.get("victims"),
                "of": reader.label(toll.get("of")),
                "includes": _SEPARATOR.join(toll.get("includes", ())),
                "part_of": reader.iri(toll["partOf"]) if "partOf" in toll else None,
                "words": toll.get("words"),
                "quote": first.get("exact"),
                "start": first.get("start"),
                "end": first.get("end"),
                "rule": toll.get("rule"),
            }


# ------------------------------------------------------------------------------------------------- GraphML


_NODE_FIELDS = {
    "class": "string", "label": "string", "label_en": "string", "kind": "string", "latitude": "double",
    "longitude": "double", "precision": "string", "earliest": "string", "latest": "string", "modality": "string",
    "tolls": "string", "quote": "string",
}  # fmt: skip
_EDGE_FIELDS = {"property": "string", "rule": "string"}


def to_graphml(graph: rdflib.Graph) -> str:
    """Return actors, places, events and claims as a directed graph; each edge names its property.

    Characters that XML cannot hold become U+FFFD. Raises ``GraphError`` if the graph holds neither article nor claim.
    """
    reader = _Reader(graph)
    data = reader.data
    ET.register_namespace("", _GRAPHML)
    root = ET.Element(f"{{{_GRAPHML}}}graphml")
    for target, fields in (("node", _NODE_FIELDS), ("edge", _EDGE_FIELDS)):
        for name, kind in fields.items():
            ET.SubElement(
                root, f"{{{_GRAPHML}}}key",
                {"id": f"{target}-{name}", "for": target, "attr.name": name, "attr.type": kind},
            )  # fmt: skip
    body = ET.SubElement(root, f"{{{_GRAPHML}}}graph", {"id": "khabar", "edgedefault": "directed"})
    known = set()

    def add(parent: ET.Element, values: Mapping[str, object], target: str) -> None:
        for name, value in values.items():
            if value not in (None, ""):
                element = ET.SubElement(parent, f"{{{_GRAPHML}}}data", {"key": f"{target}-{name}"})
                element.text = _NOT_XML.sub("\ufffd", str(value))

    for key, values in _graph_nodes(reader):
        known.add(key)
        add(ET.SubElement(body, f"{{{_GRAPHML}}}node", {"id": _NOT_XML.sub("\ufffd", reader.iri(key))}), values, "node")
    number = 0
    for source, name, other, rule in sorted(set(_graph_edges(data))):
        if source in known and other in known:
            ends = {"id": f"e{number}", "source": reader.iri(source), "target": reader.iri(other)}
            edge = ET.SubElement(body, f"{{{_GRAPHML}}}edge", {k: _NOT_XML.sub("\ufffd", v) for k, v in ends.items()})
            add(edge, {"property": name, "rule": rule}, "edge")
            number += 1
    ET.indent(root, " ")
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + ET.tostring(root, encoding="unicode") + "\n"


def _graph_nodes(reader: _Reader) -> Iterator[tuple[str, dict[str, object]]]:
    data = reader.data
    for key, actor in data["actors"].items():
        names = {"label": reader.label(key), "label_en": reader.label(key, "en")}
        yield key, {"class": "Actor", **names, "kind": actor.get("kind")}
    for key, place in data["places"].items():
        names = {"label": reader.label(key), "label_en": reader.label(key, "en")}
        at = place.get("at", (None, None))
        yield key, {
            "class": "Place", **names, "kind": place.get("kind"), "latitude": at[1], "longitude": at[0],
            "precision": place.get("precision"),
        }  # fmt: skip
    for key, event in data["events"].items():
        types = _SEPARATOR.join(event.get("types", ()))
        dates = {"earliest": event.get("earliest"), "latest": event.get("latest")}
        yield key, {"class": "Event", "label": types, "kind": types, **dates}
    for key, claim in data["claims"].items():
        tolls = [data["tolls"][toll] for toll in claim.get("tolls", ())]
        text = _SEPARATOR.join(f"{toll.get('outcome')} {toll.get('min', '')}..{toll.get('max', '')}" for toll in tolls)
        quote = _SEPARATOR.join(data["mentions"][number]["exact"] for number in claim.get("evidence", ()))
        label = reader.label(claim.get("claimant")) or claim.get("speaker")
        yield key, {
            "class": "Claim", "label": label, "modality": claim.get("modality"), "tolls": text, "quote": quote,
        }  # fmt: skip


def _graph_edges(data: Json) -> Iterator[tuple[str, str, str, str]]:
    for group, names in (
        ("places", {"within": "within"}),
        ("events", {"agents": "agent", "targets": "target", "places": "place"}),
        ("claims", {"via": "via", "events": "describes"}),
    ):
        for key, node in data[group].items():
            for field, name in names.items():
                for other in node.get(field, ()):
                    yield key, name, other, ""
    for key, claim in data["claims"].items():
        if claim.get("claimant"):
            yield key, "claimant", claim["claimant"], ""
        for kind, other in claim.get("relations", ()):
            yield key, kind, other, ""
    for relation in data["relations"]:
        yield relation["subject"], relation["kind"], relation["object"], relation.get("rule", "")


# ------------------------------------------------------------------------------------------------- GeoJSON


def to_geojson(graph: rdflib.Graph) -> str:
    """Return a feature for each place with coordinates and for each event at each of its places (RFC 7946).

    ``layer`` tells them apart. An event at a place without coordinates stands at the nearest place around it that has
    some, with the precision ``ParentPrecision``; without any it has no geometry (``null``).
    Raises ``GraphError`` if the graph holds neither article nor claim.
    """
    reader = _Reader(graph)
    data = reader.data
    features: list[dict[str, Any]] = []
    for key, place in data["places"].items():
        if "at" in place:
            properties = {
                "layer": "place", "iri": reader.iri(key), "label": reader.label(key),
                "label_en": reader.label(key, "en") or None, "kind": place.get("kind"),
                "precision": place.get("precision"), "country": place.get("country"),
                "within": reader.labels(place.get("within", ())) or None,
            }  # fmt: skip
            features.append(_feature(reader.iri(key), place["at"], properties))
    claims: dict[str, list[Json]] = {}
    for claim in data["claims"].values():
        for event in claim.get("events", ()):
            claims.setdefault(event, []).append(claim)
    for key, event in data["events"].items():
        for number, place in enumerate(event.get("places") or [None]):
            spot = reader.located(place) if place else None
            voices = claims.get(key, [])
            tolls = [data["tolls"][toll] for claim in voices for toll in claim.get("tolls", ())]
            properties = {
                "layer": "event", "iri": reader.iri(key), "types": _SEPARATOR.join(event.get("types", ())),
                "agents": reader.labels(event.get("agents", ())) or None,
                "targets": reader.labels(event.get("targets", ())) or None,
                "place": reader.label(place) or None, "place_en": reader.label(place, "en") or None,
                "precision": (spot[0].get("precision") if spot[1] else "ParentPrecision") if spot else None,
                "earliest": event.get("earliest"), "latest": event.get("latest"), "claims": len(voices),
                "tolls": [
                    {"outcome": toll.get("outcome"), "min": toll.get("min"), "max": toll.get("max")} for toll in tolls
                ],
            }  # fmt: skip
            suffix = f"#{number + 1}" if number else ""
            features.append(_feature(reader.iri(key) + suffix, spot[0]["at"] if spot else None, properties))
    collection = {"type": "FeatureCollection", "features": features}
    return json.dumps(collection, ensure_ascii=False, indent=1) + "\n"


def _feature(iri: str, at: list[float] | None, properties: dict[str, Any]) -> dict[str, Any]:
    geometry = {"type": "Point", "coordinates": list(at)} if at else None
    return {"type": "Feature", "id": iri, "geometry": geometry, "properties": properties}


FORMATS: dict[str, Callable[[Any], str]] = {"csv": to_csv, "graphml": to_graphml, "geojson": to_geojson}
"""Name of a format, which is also its file extension → function from a graph to text."""
