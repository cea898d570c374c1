"""Judging a pair: are two events of different articles one happening? Grounds with weights, added up; some forbid it.

The weights are judgement, not measurement; ``tests/incidents`` says what they come to.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from khabar.incidents.read import AREAS, SETTLEMENTS, EventRecord, PlaceRecord, kilometres

__all__ = ["FAMILIES", "RULE", "THRESHOLD", "Judgement", "families", "judge", "kin", "window"]

THRESHOLD = 0.6
RULE = "incident.score"
NEAR, FAR = 8.0, 25.0
"""Kilometres: nearer than the first is as good as the same spot, farther than the second is another."""
LARGE = 10
SLACK = timedelta(days=1)
"""Papers disagree by a day: midnight, time zones, the day of the report for that of the deed."""

FAMILIES: dict[str, str] = {
    "AirStrike": "bombardment", "Shelling": "bombardment", "GuidedMissile": "bombardment",
    "ChemicalAttack": "bombardment", "Destruction": "bombardment", "VehicleBomb": "bomb", "SuicideAttack": "bomb",
    "Explosion": "bomb", "Clash": "fight", "Offensive": "fight", "Capture": "fight", "Withdrawal": "fight",
    "Shooting": "fight", "Abduction": "custody", "Detention": "custody", "Displacement": "displacement",
    "Siege": "siege", "Agreement": "agreement", "Protest": "protest", "Aid": "aid", "Cyber": "cyber", "Other": "other",
}  # fmt: skip
"""Event type → family. Statements are no happenings of their own and belong to none."""
_KIN = {
    frozenset(pair)
    for pair in (
        ("bombardment", "bomb"), ("bomb", "fight"), ("bombardment", "fight"), ("other", "bombardment"),
        ("other", "bomb"), ("other", "fight"), ("other", "custody"), ("siege", "fight"),
    )
}  # fmt: skip
_OUTCOMES = {"Detained": "custody", "Abducted": "custody", "Displaced": "displacement"}
"""A raid that ended in arrests is an arrest too."""
_FORESEEN = {"Planned", "Expected"}


@dataclass(frozen=True, slots=True)
class Judgement:
    """What a pair comes to: a score from 0 to 1 and its grounds; ``forbidden`` where the two cannot be one."""

    score: float
    grounds: tuple[str, ...]
    forbidden: bool = False


def families(event: EventRecord) -> frozenset[str]:
    """The families of an event's types and of what came of it; empty for a statement."""
    found = {FAMILIES[kind] for kind in event.types if kind in FAMILIES}
    if found:
        found |= {_OUTCOMES[figure[0]] for figure in event.figures if figure[0] in _OUTCOMES}
    return frozenset(found)


def kin(kinds: frozenset[str]) -> frozenset[str]:
    """The families of which an event can be one with an event of these."""
    return kinds | {other for pair in _KIN for other in pair if pair & kinds}


def window(event: EventRecord) -> tuple[date, date] | None:
    """The days on which an event can have been, both inclusive, within a week; None where they are not known.

    Without a date of its own an event is taken to have been in the three days up to publication, as news mostly is.
    """
    start, end = event.earliest, event.latest
    if start is None and end is None:
        if event.published is None:
            return None
        return event.published - timedelta(days=3), event.published
    if start is None:
        start = max(end - timedelta(days=3), end) if end else end
    if end is None:
        end = min(start + timedelta(days=3), event.published or start + timedelta(days=3)) if start else start
    if start is None or end is None:
        return None
    return start, max(start, end)


def judge(one: EventRecord, other: EventRecord) -> Judgement:
    """Return what speaks for and against two events being one happening; the order of the two does not matter."""
    one, other = sorted((one, other), key=lambda event: event.iri)
    grounds: list[tuple[float, str]] = []
    for part in (_kind, _time, _place, _actors, _figures, _rest):
        for weight, why in part(one, other):
            if weight <= -1:
                return Judgement(0.0, (why,), forbidden=True)
            grounds.append((weight, why))
    score = min(1.0, max(0.0, sum(weight for weight, _ in grounds)))
    return Judgement(round(score, 2), tuple(f"{why} ({weight:+.2f})" for weight, why in grounds))


Grounds = list[tuple[float, str]]


def _kind(one: EventRecord, other: EventRecord) -> Grounds:
    same = one.types & other.types & FAMILIES.keys()
    mine, theirs = families(one), families(other)
    if not mine or not theirs:
        return [(-1, "type: a statement is no happening")]
    if bool(one.modalities and one.modalities <= _FORESEEN) != bool(other.modalities and other.modalities <= _FORESEEN):
        return [(-1, "type: one is foreseen, the other has been")]
    if same:
        return [(0.20, f"type: both {', '.join(sorted(same))}")]
    if mine == theirs:
        return [(0.15, f"type: both {', '.join(sorted(mine))}")]
    if mine < theirs or theirs < mine:
        return [(0.05, f"type: both {', '.join(sorted(mine & theirs))}")]
    if mine & theirs or any(frozenset((a, b)) in _KIN for a in mine for b in theirs):
        return [(-0.10, "type: of kin")]
    return [(-1, "type: another kind of happening")]


def _time(one: EventRecord, other: EventRecord) -> Grounds:
    mine, theirs = window(one), window(other)
    if mine is None or theirs is None:
        return [(0.0, "time: not known")]
    if mine[0] > theirs[1] + SLACK or theirs[0] > mine[1] + SLACK:
        return [(-1, "time: other days")]
    overlap = max(mine[0], theirs[0]) <= min(mine[1], theirs[1])
    dated = [event.earliest is not None or event.latest is not None for event in (one, other)]
    if overlap and mine[0] == mine[1] and theirs[0] == theirs[1]:
        return [(0.25, f"time: the same day, {mine[0]}")]
    if overlap:
        return [(0.18 if any(dated) else 0.12, f"time: days in common, from {max(mine[0], theirs[0])}")]
    return [(0.08, "time: a day apart")]


def _place(one: EventRecord, other: EventRecord) -> Grounds:
    if not one.places or not other.places:
        return [(-0.10, "place: not known")]
    best: tuple[float, str] | None = None
    for mine in one.places:
        for theirs in other.places:
            found = _compare(mine, theirs)
            if best is None or found[0] > best[0]:
                best = found
    if best is None:
        return [(0.0, "place: not known")]
    weight, why = best
    if weight > 0 and not (one.stated and other.stated):
        weight = round(weight * 0.6, 2)
        why += ", by the article"
    if weight <= -1 and not (one.stated and other.stated):
        return [(-0.2, why)]
    return [(weight, why)]


def _compare(mine: PlaceRecord, theirs: PlaceRecord) -> tuple[float, str]:
    label = mine.label
    if mine.iri == theirs.iri or (not (mine.shared and theirs.shared) and mine.label == theirs.label):
        return (0.32 if mine.kind in SETTLEMENTS else 0.20 if mine.kind in AREAS else 0.05), f"place: both {label}"
    above, below = dict(mine.above), dict(theirs.above)
    for inner, outer in ((mine, theirs), (theirs, mine)):
        if outer.iri in dict(inner.above):
            if outer.kind in SETTLEMENTS:
                return 0.28, f"place: {inner.label} lies in {outer.label}"
            if outer.kind == "District":
                return 0.22, f"place: {inner.label} lies in {outer.label}"
            if outer.kind in AREAS:
                return 0.14, f"place: {inner.label} lies in {outer.label}"
            return 0.02, f"place: {inner.label} lies in {outer.label}"
    if mine.label == theirs.label:
        return 0.22, f"place: {label}, by name"
    mine_words, theirs_words = set(mine.label.split()), set(theirs.label.split())
    if not (mine.shared and theirs.shared) and (mine_words <= theirs_words or theirs_words <= mine_words):
        return 0.20, f"place: {mine.label} and {theirs.label}, by name"
    if mine.point and theirs.point:
        distance = kilometres(mine.point, theirs.point)
        if distance <= NEAR:
            return 0.08, f"place: {mine.label} and {theirs.label} are {distance:.0f} km apart"
        if distance <= FAR:
            return -0.10, f"place: {mine.label} and {theirs.label} are {distance:.0f} km apart"
        return -1, f"place: {mine.label} and {theirs.label} are {distance:.0f} km apart"
    common = set(above) & set(below)
    spots = {place for place in common if above[place] in SETTLEMENTS}
    if spots:
        return 0.20, f"place: {mine.label} and {theirs.label} lie in one settlement"
    if mine.kind in SETTLEMENTS and theirs.kind in SETTLEMENTS and mine.shared and theirs.shared:
        return -1, f"place: {mine.label} and {theirs.label} are two"
    if any(above[place] in AREAS for place in common):
        return 0.05, f"place: {mine.label} and {theirs.label} lie in one area"
    if mine.kind == theirs.kind and mine.shared and theirs.shared:
        return -1, f"place: {mine.label} and {theirs.label} are two"
    return 0.0, "place: cannot be compared"


def _actors(one: EventRecord, other: EventRecord) -> Grounds:
    found: Grounds = []
    if one.agents and other.agents:
        if one.agents & other.agents:
            found.append((0.10, "agents: one in common"))
        else:
            found.append((-0.12, "agents: others"))
    if one.targets & other.targets:
        found.append((0.06, "targets: one in common"))
    names = one.names & other.names
    if names:
        found.append((0.12, f"names: {', '.join(sorted(names))}"))
    return found


def _figures(one: EventRecord, other: EventRecord) -> Grounds:
    outcomes = {figure[0] for figure in one.figures} & {figure[0] for figure in other.figures}
    if one.figures & other.figures:
        exact = sorted(one.figures & other.figures, key=str)
        found = [(min(0.16, 0.08 * len(exact) + 0.04), f"figures: {len(exact)} the same")]
        if any((figure[1] or 0) >= LARGE for figure in exact):
            found.append((0.10, "figures: large, so seldom the same by chance"))
        return found
    if not outcomes:
        return []
    apart = 0.0
    for outcome in outcomes:
        pairs = [
            (a, b) for a in one.figures for b in other.figures if a[0] == outcome == b[0]
        ]  # fmt: skip
        apart = max(apart, min(_ratio(a, b) for a, b in pairs))
    if apart <= 1:
        return [(0.06, "figures: agree")]
    if apart <= 2:
        return [(0.02, "figures: not far apart")]
    return [(-0.06 if apart <= 4 else -0.14, "figures: far apart")]


def _ratio(one: tuple[str, int | None, int | None], other: tuple[str, int | None, int | None]) -> float:
    """How far two intervals are apart: 1 where they overlap, else the ratio of the bounds that face each other."""
    low, high = (one, other) if (one[1] or 0) <= (other[1] or 0) else (other, one)
    top = low[2]
    if top is None or top >= (high[1] or 0):
        return 1.0
    return (high[1] or 0) / max(1, top)


def _rest(one: EventRecord, other: EventRecord) -> Grounds:
    found: Grounds = []
    if one.instruments & other.instruments:
        found.append((0.05, f"instruments: {', '.join(sorted(one.instruments & other.instruments))}"))
    if one.words and other.words:
        share = len(one.words & other.words) / min(len(one.words), len(other.words))
        if share >= 0.25:
            found.append((round(min(0.10, share * 0.15), 2), f"words: {share:.0%} in common"))
    return found
