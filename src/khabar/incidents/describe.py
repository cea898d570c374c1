"""The graph of incidents: members, links with their grounds, relations of claims; it stands beside the articles'."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from khabar.incidents.cluster import Incident, Link
from khabar.incidents.relate import Related, relate
from khabar.incidents.score import RULE
from khabar.rdf.terms import DEFAULT_BASE, RDF, XSD, Description, Literal, Term, digest, khb

__all__ = ["base_of", "describe_decided", "describe_incident"]

_TYPE = RDF + "type"
Properties = list[tuple[str, tuple[Term, ...]]]


def base_of(event: str) -> str:
    """Return the base under which an event's IRI was minted."""
    head, found, _ = event.partition("article/")
    return head if found else DEFAULT_BASE


def describe_incident(incident: Incident, base: str) -> Iterator[Description]:
    """Yield an incident with its links, then what its claims are to one another.

    Its IRI comes from its first member, so that further articles do not change it.
    """
    first = incident.members[0]
    day = min((str(member.earliest) for member in incident.members if member.earliest), default="undated")
    iri = f"{base}incident/{day}-{digest(first.iri, length=10)}"
    links = [_link_iri(link, base) for link in incident.links]
    out: Properties = [
        (_TYPE, (khb("Incident"),)), (khb("member"), tuple(member.iri for member in incident.members)),
    ]  # fmt: skip
    if links:
        out.append((khb("link"), tuple(links)))
    yield Description(iri, tuple(out))
    for link in incident.links:
        yield _link(link, base)
    yield from _relations(relate(incident), base)


def describe_decided(decided: Iterable[Link], base: str) -> Iterator[Description]:
    """Yield the decisions that hold events apart."""
    for link in decided:
        if link.decision != "same":
            yield _link(link, base)


def _link_iri(link: Link, base: str) -> str:
    return f"{base}incident/link-{digest(link.first, link.second, length=12)}"


def _link(link: Link, base: str) -> Description:
    out: Properties = [(_TYPE, (khb("EventLink"),)), (khb("linkedEvent"), (link.first, link.second))]
    if link.decision is None:
        out.append((khb("score"), (Literal(f"{link.judgement.score:.2f}", datatype=XSD + "decimal"),)))
    else:
        out.append((khb("decision"), (Literal(link.decision),)))
    out.append((khb("ground"), tuple(map(Literal, link.judgement.grounds))))
    out.append((khb("rule"), (Literal("incident.decision" if link.decision else RULE),)))
    return Description(_link_iri(link, base), tuple(out))


def _relations(relations: Iterable[Related], base: str) -> Iterator[Description]:
    by_subject: dict[str, dict[str, list[str]]] = {}
    unique = sorted(set(relations))
    for item in unique:
        by_subject.setdefault(item.subject, {}).setdefault(item.kind, []).append(item.other)
    for subject, kinds in by_subject.items():
        yield Description(subject, tuple((khb(kind), tuple(others)) for kind, others in kinds.items()))
    for item in unique:
        yield Description(
            f"{base}incident/relation-{digest(item.kind, item.subject, item.other, length=12)}",
            (
                (_TYPE, (khb("ClaimRelation"),)), (khb("relationSubject"), (item.subject,)),
                (khb("relationProperty"), (khb(item.kind),)), (khb("relationObject"), (item.other,)),
                (khb("rule"), (Literal(item.rule),)),
            ),
        )  # fmt: skip
