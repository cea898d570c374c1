"""Standing relations that the text states between actors and places, and how the claims of one article relate.

Claims are compared only where they describe one happening and count one outcome: disjoint ranges of two voices
contradict, a later figure of the same voice updates, an equal figure of another voice repeats, a denial denies.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from khabar.extract.mentions import Named
from khabar.language import Language
from khabar.match.stream import Hit, Stream
from khabar.model import Claim, ClaimRelation, Toll

__all__ = ["claim_relations", "stated_relations"]

_REACH = 3
"""How many words may stand between a name and the word of relation."""


def stated_relations(
    stream: Stream, language: Language, first: int, last: int, names: Sequence[Named]
) -> list[tuple[str, int, int, int, int]]:
    """The relations in positions ``first`` .. ``last``: (kind, subject's index, object's index, span's first, last)."""
    found = [
        ("ledBy", body, leader, min(names[body].first, names[leader].first), max(names[body].last, names[leader].last))
        for body, leader in _leaders(stream, language, first, last, names)
    ]
    phrases: dict[int, Hit] = {}
    for phrase in stream.phrases_of("relation"):
        if first <= phrase.first and phrase.last <= last and phrase.payload.marks["relation"]:
            phrases.setdefault(phrase.first, phrase)
    for i in sorted({*phrases, *stream.having("relation", first, last)}):
        hit = phrases.get(i)
        if hit is not None:
            kind, end = hit.payload.marks["relation"][0], hit.last
            reverse = False
        else:
            reading = stream.marks[i]["relation"]
            if not reading.entry.marks["relation"] or reading.entry.pos == "masdar":
                continue
            verb = reading.entry.pos == "verb"
            if verb and not reading.suffix:
                continue
            kind, end, reverse = reading.entry.marks["relation"][0], i + 1, False
        subject = _before(stream, language, names, i, first, place=kind == "controlledBy")
        target = _after(names, end)
        if kind == "spokespersonFor":
            subject = _holder(stream, language, names, i, target)
        if subject is None or target is None or subject == target or reverse:
            continue
        span = min(names[subject].first, names[target].first), max(names[subject].last, names[target].last)
        found.append((kind, subject, target, *span))
    return found


def _leaders(
    stream: Stream, language: Language, first: int, last: int, names: Sequence[Named]
) -> list[tuple[int, int]]:
    """(body, leader) by the title of an office: "the commander of X, NAME" and "NAME, the commander of X"."""
    found: list[tuple[int, int]] = []
    sets = language.sets
    leads, norm = language.membership(sets["leaders"]), stream.norm
    for i in [i for i in range(first, last) if leads[norm[i]]]:
        if i > first and language.strip_to(stream.norm[i - 1], sets["deputies"]):
            continue
        end = i + 1
        while end < last and stream.norm[end] in sets["general"]:
            end += 1
        body = next((k for k, n in enumerate(names) if n.first == end and _is_body(n)), None)
        if body is None:
            continue
        after = names[body].last
        if after < last and stream.norm[after] in sets["former"]:
            continue
        leader = _holder(stream, language, names, i, body)
        if leader is not None and leader != body:
            found.append((body, leader))
    return found


def _is_body(name: Named) -> bool:
    return name.sort in ("actor", "either") and name.type not in ("Person", "MediaOutlet") and not name.conjunction


def _holder(stream: Stream, language: Language, names: Sequence[Named], at: int, body: int | None) -> int | None:
    """The person who holds an office named at ``at``: told right behind the body it belongs to, or right before it."""
    commas, brackets = language.sets["commas"], language.sets["brackets"]

    def next_to(end: int, start: int) -> bool:
        return all(
            stream.norm[p] in commas
            or stream.norm[p] in brackets
            or language.strip_to(stream.norm[p], language.sets["offices"])
            or "title" in stream.marks[p]
            for p in range(end, start)
        )

    persons = [k for k, n in enumerate(names) if n.sort == "actor" and n.type == "Person" and not n.conjunction]
    behind = [k for k in persons if body is not None and 0 <= names[k].first - names[body].last <= _REACH]
    behind = [k for k in behind if body is not None and next_to(names[body].last, names[k].first)]
    before = [k for k in persons if 0 <= at - names[k].last <= _REACH and next_to(names[k].last, at)]
    return behind[0] if behind else before[-1] if before else None


def _before(
    stream: Stream, language: Language, names: Sequence[Named], at: int, first: int, *, place: bool
) -> int | None:
    """The name that the word of relation qualifies: the nearest one that ends before it."""
    near = [k for k, n in enumerate(names) if first <= n.first and n.last <= at and at - n.last <= _REACH]
    near = [k for k in near if place or names[k].sort in ("actor", "either")]
    near = [
        k for k in near if not any(stream.norm[p] in language.sets["strong_breaks"] for p in range(names[k].last, at))
    ]
    if not near:
        return None
    return near[-1] if place else next((k for k in near if names[k].last == max(names[m].last for m in near)), None)


def _after(names: Sequence[Named], end: int) -> int | None:
    return next((k for k, n in enumerate(names) if end <= n.first <= end + 2 and n.sort in ("actor", "either")), None)


def claim_relations(claims: Sequence[Claim]) -> tuple[ClaimRelation, ...]:
    """How the claims of one report relate, in the order of the claims."""
    found: dict[tuple[str, str, str], ClaimRelation] = {}

    def add(kind: str, subject: Claim, other: Claim, rule: str) -> None:
        found.setdefault((kind, subject.id, other.id), ClaimRelation(kind, subject.id, other.id, rule))

    for at, later in enumerate(claims):
        for earlier in claims[:at]:
            if not set(later.events) & set(earlier.events):
                continue
            if later.modality == "Denied" or earlier.modality == "Denied":
                if later.claimant != earlier.claimant and later.modality != earlier.modality:
                    denial, denied = (later, earlier) if later.modality == "Denied" else (earlier, later)
                    add("denies", denial, denied, "relation.denial-of-event")
                continue
            for one, two in _comparable(later, earlier):
                if (one.minimum, one.maximum) == (two.minimum, two.maximum):
                    if later.claimant != earlier.claimant:
                        add("repeats", later, earlier, "relation.equal-figure")
                elif later.claimant == earlier.claimant:
                    if _disjoint(one, two):
                        add("updates", later, earlier, "relation.new-figure-of-one-voice")
                elif _disjoint(one, two):
                    add("contradicts", later, earlier, "relation.disjoint-figures")
    order = {claim.id: k for k, claim in enumerate(claims)}
    return tuple(sorted(found.values(), key=lambda r: (order[r.subject], order[r.object], r.kind)))


def _comparable(later: Claim, earlier: Claim) -> list[tuple[Toll, Toll]]:
    """Pairs of totals that count the same: one outcome, and victims that are not of two different sides or groups."""
    return [
        (a, b)
        for a in later.tolls
        for b in earlier.tolls
        if a.part_of is None
        and b.part_of is None
        and a.outcome == b.outcome
        and (a.of or b.of) in (a.of, b.of, None)
        and not (a.of and b.of and a.of != b.of)
        and _groups(a.victims, b.victims)
    ]


_GENERAL: Mapping[str, frozenset[str]] = {
    "people": frozenset({"civilians", "fighters", "soldiers", "police", "children", "women", "men"}),
}


def _groups(a: str | None, b: str | None) -> bool:
    if a is None or b is None or a == b:
        return True
    return a in _GENERAL.get(b, ()) or b in _GENERAL.get(a, ())


def _disjoint(a: Toll, b: Toll) -> bool:
    """Whether no number satisfies both ranges."""
    low = max(a.minimum or 0, b.minimum or 0)
    highs = [h for h in (a.maximum, b.maximum) if h is not None]
    return bool(highs) and low > min(highs)
