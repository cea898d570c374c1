"""The graph of incidents: members, links with their grounds, relations of claims; it stands beside the articles'."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from khabar.incidents.cluster import Incident, Link
from khabar.incidents.relate import Related, relate
from khabar.incidents.score import RULE
from khabar.rdf.terms import DEFAULT_BASE, RDF, XSD, Description, Literal, Term, digest, khb

__all__ = ["base_of", "describe_incidents"]

_TYPE = RDF + "type"
Properties = list[tuple[str, tuple[Term, ...]]]


def base_of(incidents: Sequence[Incident]) -> str:
    """Return the base under which the articles' IRIs were minted."""
    for incident in incidents:
        head, found, _ = incident.members[0].iri.partition("article/")
        if found:
            return head
    return DEFAULT_BASE


def describe_incidents(incidents: Sequence[Incident], decided: Iterable[Link], base: str) -> Iterator[Description]:
    """Yield incidents with their links, then decisions that hold events apart, then what claims are to one another.

    An incident's IRI comes from its first member, so that further articles do not change it.
    """
    relations: list[Related] = []
    written: set[str] = set()
    for incident in incidents:
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
            written.add(_link_iri(link, base))
            yield _link(link, base)
        relations += relate(incident)
    for link in decided:
        if _link_iri(link, base) not in written:
            yield _link(link, base)
    yield from _relations(relations, base)


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
