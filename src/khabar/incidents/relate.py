"""How the claims about one incident stand to each other across articles; each relation names the rule that found it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from khabar.incidents.cluster import Incident
from khabar.incidents.read import ClaimRecord, TollRecord

__all__ = ["Related", "relate"]

_FIRM = {"Asserted", "Preliminary", "Alleged"}


@dataclass(frozen=True, slots=True, order=True)
class Related:
    """One claim stands so to another of an earlier article, or of the same day."""

    kind: str
    subject: str
    other: str
    rule: str


def relate(incident: Incident) -> list[Related]:
    """Return the relations between an incident's claims of different articles, sorted.

    A claim is held against the last of each other speaker before it, and against its own speaker's last: so the number
    of relations grows with the speakers, not with the square of the claims.
    """
    own = {member.iri for member in incident.members}
    claims = {claim.iri: claim for member in incident.members for claim in member.claims if set(claim.events) & own}
    order = sorted(claims.values(), key=lambda c: (c.published is None, str(c.published), c.article, c.position, c.iri))
    found: set[Related] = set()
    said: dict[tuple[str, str], ClaimRecord] = {}
    for claim in order:
        for earlier in {found.iri: found for _, found in sorted(said.items())}.values():
            if earlier.article != claim.article:
                found.update(_compare(claim, earlier))
        for outcome in sorted({toll.outcome for toll in claim.tolls} or {""}):
            said[claim.claimant, outcome] = claim
    return sorted(found)


def _compare(claim: ClaimRecord, earlier: ClaimRecord) -> Iterator[Related]:
    """What a claim is to an earlier one of another article."""
    if claim.modality == "Denied" or earlier.modality == "Denied":
        if claim.modality == "Denied" and earlier.modality in _FIRM and claim.claimant != earlier.claimant:
            yield Related("denies", claim.iri, earlier.iri, "incident.denial")
        elif earlier.modality == "Denied" and claim.modality in _FIRM and claim.claimant != earlier.claimant:
            yield Related("denies", earlier.iri, claim.iri, "incident.denial")
        return
    if not (claim.modality in _FIRM and earlier.modality in _FIRM):
        return
    pairs = [(mine, theirs) for mine in claim.tolls for theirs in earlier.tolls if _comparable(mine, theirs)]
    if not pairs:
        return
    agree = all(_bounds(mine) == _bounds(theirs) for mine, theirs in pairs)
    if claim.claimant == earlier.claimant:
        if agree and len(claim.tolls) == len(earlier.tolls):
            yield Related("repeats", claim.iri, earlier.iri, "incident.same-speaker-same-figures")
        elif not agree and claim.published and earlier.published and claim.published >= earlier.published:
            yield Related("updates", claim.iri, earlier.iri, "incident.same-speaker-other-figures")
    elif any(_disjoint(mine, theirs) for mine, theirs in pairs):
        yield Related("contradicts", claim.iri, earlier.iri, "incident.figures-apart")


def _comparable(mine: TollRecord, theirs: TollRecord) -> bool:
    if (mine.outcome, mine.victims, mine.of) == (theirs.outcome, theirs.victims, theirs.of):
        return True
    return mine.outcome == theirs.outcome and not (mine.of or theirs.of) and _people(mine) and _people(theirs)


def _people(toll: TollRecord) -> bool:
    """Whether a toll counts people as such: of no group, or of "people" or "civilians", which reports interchange."""
    return toll.victims is None or toll.victims.rpartition("#")[2] in {"People", "Civilians"}


def _bounds(toll: TollRecord) -> tuple[int | None, int | None]:
    return toll.minimum, toll.maximum


def _disjoint(mine: TollRecord, theirs: TollRecord) -> bool:
    """Whether no number can be meant by both."""
    for low, high in ((mine, theirs), (theirs, mine)):
        if low.maximum is not None and high.minimum is not None and low.maximum < high.minimum:
            return True
    return False
