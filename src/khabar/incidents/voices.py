"""Every voice on one incident side by side: who says what, when, and what changed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from khabar.claims import Row, View, claim_rows
from khabar.errors import GraphError
from khabar.rdf.terms import KHB, SCHEMA

if TYPE_CHECKING:
    import rdflib

__all__ = ["Voice", "find_incident", "voices"]


@dataclass(frozen=True, slots=True)
class Voice:
    """One claim about an incident, with its article's day and outlet."""

    published: str
    outlet: str
    row: Row
    changes: tuple[tuple[str, str], ...]
    """(``updates``, who and when the other claim is), …"""

    def as_json(self) -> dict[str, Any]:
        """Return plain JSON values."""
        changes = [{"kind": kind, "claim": claim} for kind, claim in self.changes]
        return {"published": self.published, "outlet": self.outlet, **self.row.as_json(), "changes": changes}


def find_incident(graph: rdflib.Graph, name: str) -> str:
    """Return the IRI of an incident by its IRI or the beginning of its local name; raises ``GraphError``."""
    incidents = [str(node) for node in View(graph).of_type("Incident")]
    found = [iri for iri in incidents if iri == name] or [
        iri for iri in incidents if iri.rpartition("/")[2].startswith(name) or iri.endswith(f"/{name}")
    ]
    if len(found) != 1:
        many = f"{len(found)} incidents are called" if found else "there is no incident"
        raise GraphError(f"{many} {name!r}; give more of its name, of {len(incidents)} in these graphs")
    return found[0]


def voices(graph: rdflib.Graph, incident: str) -> tuple[Voice, ...]:
    """Return every claim that describes a member of the incident, by publication."""
    from rdflib import URIRef

    view = View(graph)
    members = {str(node) for node in graph.objects(URIRef(incident), URIRef(KHB + "member"))}
    rows = [row for row in claim_rows(graph) if members & {event.iri for event in row.happenings}]
    said = {row.iri: row for row in rows}

    def day(row: Row) -> str:
        return view.one(URIRef(row.article), SCHEMA + "datePublished") or ""

    def outlet(row: Row) -> str:
        found = view.objects(URIRef(row.article), SCHEMA + "publisher")
        return view.party(found[0]).label if found else ""

    def other(iri: str) -> str:
        return f"{said[iri].claimant.label}, {day(said[iri])}" if iri in said else iri.rpartition("/")[2]

    found = [
        Voice(day(row), outlet(row), row, tuple((kind, other(iri)) for kind, iri in row.relations if iri in said))
        for row in rows
    ]
    return tuple(sorted(found, key=lambda voice: (voice.published, voice.outlet, voice.row.iri)))
