"""Happenings in a sentence: what they are called, who did them to whom, where, when and with what.

A clause's triggers (verbs, verbal nouns, event nouns, fixed phrases, weapons in use) that can be one happening form one
event mention; names around them become agents, targets and places by word order and preposition.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from khabar.extract.mentions import Named
from khabar.language import Entry, Frame, Language, Memory, Reading
from khabar.match.stream import Hit, Stream

__all__ = ["ATTACKS", "LOCAL", "MUTUAL", "EventFinder", "EventMention", "families"]

_FAMILY: dict[str, str] = {
    "AirStrike": "bombardment",
    "Shelling": "bombardment",
    "GuidedMissile": "bombardment",
    "ChemicalAttack": "bombardment",
    "VehicleBomb": "blast",
    "SuicideAttack": "blast",
    "Explosion": "blast",
    "Clash": "combat",
    "Offensive": "combat",
    "Capture": "combat",
    "Withdrawal": "combat",
    "Shooting": "combat",
    "Siege": "combat",
    "Abduction": "custody",
    "Detention": "custody",
    "Agreement": "talk",
    "Statement": "speech",
}
"""Families of event types that accounts of one happening mix."""

_CLEARED = 4
"""Words from a verb of clearing to what was cleared away, at most."""
_BEFORE_FALLEN = 3
"""Words from a verb of killing to those who fell, at most."""
_DOWNED = 10
"""Words from a verb of bringing down to what it brought down, at most."""
_ASCRIBED = 5
"""Words from a verb that ascribes a deed to the name of who is said to have done it, at most."""
_OBJECT_TYPES = frozenset({"Detention", "Abduction", "Shooting", "Capture", "Siege", "Destruction"})
_OBJECT_DEEDS = frozenset({"Detention", "Abduction", "Shooting", "Siege", "Destruction", "Displacement", "Aid"})
"""Types whose verbal nouns name, by a pronoun, whom the deed befell ("their arrest")."""
_TAKING = frozenset({"Detention", "Abduction"})
_BEFALLING = frozenset({"Shooting", "Detention", "Abduction"})
"""Types that may befall one person by name."""
MUTUAL = frozenset({"Clash", "Agreement"})
"""What several do to each other, so that "it" is none of them."""
LOCAL = frozenset({"Clash", "Explosion", "VehicleBomb", "SuicideAttack"})
"""What is known by the town where it happened ("the Kabul bombing")."""
ATTACKS = frozenset(
    {
        "AirStrike",
        "Shelling",
        "GuidedMissile",
        "ChemicalAttack",
        "VehicleBomb",
        "SuicideAttack",
        "Explosion",
        "Clash",
        "Offensive",
        "Shooting",
        "Other",
    }
)
"""Types that a word for an attack of no stated kind may turn out to mean."""
_SETTLED = frozenset({"city", "town", "village", "district", "neighbourhood", "other"})
"""Kinds of places that are told by where they lie, and need no other beside them."""
_IN_ATTACKS = ATTACKS | {"Destruction", "Cyber", "Abduction"}
"""These, and what attackers do besides."""

_TOWNS = frozenset({"country", "governorate", "district", "city", "town", "village"})


def families(types: Iterable[str]) -> set[str]:
    """The families of event types; a type that is in none stands for itself."""
    return {_FAMILY.get(t, t) for t in types}


class EventMention(NamedTuple):
    """One mention of a happening: indices refer to the sentence's names, positions to the stream."""

    first: int
    last: int
    clause: tuple[int, int]
    types: tuple[str, ...]
    vague: bool
    definite: bool
    """Named by a definite noun alone, as one speaks of what was told before."""
    triggers: tuple[int, ...]
    agents: tuple[int, ...]
    targets: tuple[int, ...]
    places: tuple[int, ...]
    nationality: int | None
    """Position of the adjective of nationality, where that alone says who did it."""
    instruments: tuple[str, ...]
    negated: bool
    intended: bool
    soft: bool
    """Bombardment of a kind that the word leaves open: a later word may tell it."""
    pronoun: bool
    """A finite verb without a subject of its own: whoever acted before."""
    both: bool
    """Done by "the two sides" spoken of before."""
    own: bool
    """Done by "its forces", "his men": whoever speaks or was spoken of."""
    rule: str
    helpers: tuple[int, ...] = ()
    """Forces with whose support it was done: agents beside whoever did it."""


class _Trigger(NamedTuple):
    """A word or phrase that tells of a happening: its positions in the stream, and how it tells it."""

    first: int
    last: int
    types: tuple[str, ...]
    vague: bool
    definite: bool
    form: str
    """``verb``, ``noun``, ``masdar``, ``phrase``, ``instrument`` or ``outcome``."""
    instrument: str
    light: int | None
    passive: bool
    reading: Reading | None


_BARE = Reading(Entry("", "", "", "", "", "", {}), "", "", False, "")


class EventFinder:
    """Finds the events of a sentence."""

    def __init__(self, language: Language) -> None:
        self.language = language
        self.sets = language.sets
        self._breaks = language.sets["strong_breaks"] | language.sets["clause_breaks"]
        self._telling = Memory(self._may_tell)
        self._repelling = Memory(self._repels)
        self._own_forces = Memory(self._is_own_force)
        self._cutting = Memory(self._may_cut)
        self._coming = Memory(self._tense_to_come)
        self._counted: frozenset[int] = frozenset()
        self._speakers: frozenset[int] = frozenset()
        self._named: set[int] = set()
        self._idle: list[_Trigger] = []
        self._settled: set[int] = set()
        self._subjects: set[int] = set()
        self._opening: set[int] = set()

    # ------------------------------------------------------------------ clauses

    def clauses(
        self, stream: Stream, first: int, last: int, names: Sequence[Named], taken: frozenset[int]
    ) -> list[tuple[int, int]]:
        """Cut the positions into clauses at breaks and at conjunction plus finite verb."""
        covered = {p for n in names for p in range(n.first, n.last)}
        cuts = {first}
        inside = first
        breaks = self._breaks
        phrases = stream.phrases_by_position(first, last)
        cutting, norms = self._cutting, stream.norm
        for i in [i for i in range(first + 1, last) if cutting[norms[i]] or i in phrases]:
            norm = norms[i]
            if stream.kind[i] != "word":
                goes_on = i + 1 < last and (
                    stream.norm[i + 1] in self.sets["carried_on"]
                    or (stream.kind[i - 1] == "number" and stream.kind[i + 1] == "number")
                )
                if norm in self.sets["sentence_marks"] and not goes_on:
                    cuts.add(i)
            elif norm in breaks:
                if (
                    i in taken
                    or (norm in self.sets["excepting"] and not self._excepts(stream, i, last))
                    or self._guessed(stream, i)
                    or (i + 1 < last and stream.norm[i + 1] in self.sets["hours"])
                    or self._later(stream, i, last)
                    or self._off(stream, i, last)
                ):
                    continue
                where = norm in self.sets["locative"] and i + 1 < last
                if not where or not (
                    "place" in stream.marks[i + 1]
                    or "group" in stream.marks[i + 1]
                    or stream.norm[i + 1] in self.sets["crowds"]
                    or any(n.first == i + 1 and n.sort != "actor" for n in names)
                ):
                    cuts.add(i)
            elif i not in covered and i not in taken:
                phrase = phrases.get(i)
                if phrase is not None and "break" in phrase.payload.marks and phrase.last - i > 1:
                    cuts.add(i)
                    continue
                if i < inside:
                    continue
                if phrase is not None and "event" in phrase.payload.marks:
                    inside = phrase.last
                verb = stream.marks[i].get("verb")
                if verb is None or norm in self.sets["auxiliary"]:
                    continue
                if norms[i - 1] in self.sets["then"] and i - 1 > max(cuts) and "aspect" not in stream.marks[i]:
                    cuts.add(i - 1)
                if norms[i - 1] in self.sets["at_a_time"] and norms[i - 2] in self.sets["locative"]:
                    cuts.add(i - 2)  # "…, at a time when X came under fire"
                if (
                    stream.kind[i - 1] == "punct"
                    and (norms[max(cuts)] in self.sets["while"] or norms[max(cuts)] in self.sets["answering_deeds"])
                    and max(cuts) < i - 3
                    and not verb.preposition
                ) or (
                    stream.kind[i - 1] == "punct"
                    and norms[max(cuts)] in self.sets["timing"]
                    and max(cuts) < i - 2
                    and verb.entry.tense == "past"
                    and not verb.preposition
                ):
                    cuts.add(i)
                alone = not any(r.entry.pos in ("noun", "masdar", "adjective") for r in self.language.readings(norm))
                after = stream.marks[i + 1].get("victim") if i + 1 < last else None
                fled = after is not None and bool(after.suffix) and not after.preposition  # "…, and its people fled"
                if (verb.conjunction and (alone or fled)) or (
                    verb.conjunction and verb.entry.tense == "past" and stream.kind[i - 1] == "punct"
                ):
                    cuts.add(i)
        cuts.update(self._more_fell(stream, first, last, covered, taken))
        ordered = sorted(cuts)
        return list(zip(ordered, [*ordered[1:], last], strict=True))

    def _later(self, stream: Stream, i: int, last: int) -> bool:
        """As in "hours later": a time alone, with nothing it is counted from."""
        norm = stream.norm
        if i + 1 >= last or norm[i + 1] not in self.sets["spans"]:
            return False
        return i + 2 >= last or not (norm[i + 2] in self.sets["origin"] or norm[i + 2] in self.sets["against_only"])

    def _more_fell(
        self, stream: Stream, first: int, last: int, covered: set[int], taken: frozenset[int]
    ) -> Iterable[int]:
        """As in "six were killed in a raid on X and three (died) in the shelling of Y": where what befell others is
        told, without a verb of its own or behind its subject.
        """
        marks, norm = stream.marks, stream.norm
        told = False
        for k in range(first + 2, last):
            noun = marks[k].get("event")
            told = told or "instrument" in marks[k]
            if noun is None or noun.conjunction or k in covered or not {"noun", "masdar"} & marks[k].keys():
                continue
            leads = norm[k - 1] in self.sets["by_which"]
            fused = noun.preposition == "in"
            if not (leads or fused):
                told = told or (not noun.definite and noun.entry.pos != "verb")
                continue
            before = k - 1 if leads else k
            start = next(
                (p for p in range(before - 1, max(first, before - 6), -1) if self._others_too(stream, p)), None
            )
            between = range(start + 1, before) if start is not None else range(0)
            if (
                told
                and start is not None
                and all(
                    p not in covered and ("verb" not in marks[p] or "outcome" in marks[p]) and stream.kind[p] != "punct"
                    for p in between
                )
            ):
                yield start
            told = True

    def _others_too(self, stream: Stream, k: int) -> bool:
        """Whether a word joined by "and" counts people, or tells of others ("and three", "and another")."""
        if k in self._counted:
            word = stream.norm[k]
            return word in self.sets["single_conjunctions"] or any(c for _, c, _, _ in self.language.strip(word))
        group = stream.marks[k].get("group") or stream.marks[k].get("victim")
        return group is not None and bool(group.conjunction) and not (group.definite or group.suffix)

    def _excepts(self, stream: Stream, position: int, last: int) -> bool:
        """Whether the word opens a clause ("but that …"), as it does before a word for "that" alone."""
        return position + 1 >= last or stream.norm[position + 1] in self.sets["that"]

    def _may_cut(self, word: str) -> bool:
        """Whether a clause can begin at a word or mark in any company; most cannot."""
        return (
            word in self._breaks
            or word in self.sets["sentence_marks"]
            or ("verb" in self.language.marks(word) and word not in self.sets["auxiliary"])
        )

    def _off(self, stream: Stream, position: int, last: int) -> bool:
        """As in "at a distance of 27 km": a number or a measure follows, and no clause begins."""
        if stream.norm[position - 1] not in self.sets["against_only"] or position + 1 >= last:
            return False
        return stream.kind[position + 1] == "number" or "measure" in stream.marks[position + 1]

    def _guessed(self, stream: Stream, position: int) -> bool:
        """As in "aircraft thought to be Russian", "gunmen suspected of belonging to X": the clause goes on behind."""
        near = range(max(0, position - 2), position)
        if stream.norm[position] in self.sets["that"] and any(
            stream.norm[k] in self.sets["had_done"] for k in range(max(0, position - 4), position - 1)
        ):
            return True  # "X had before (that) struck …"
        if stream.norm[position] in self.sets["that"] and position and "event" in stream.marks[near.start]:
            return stream.norm[position - 1] in self.sets["suspecting"]
        return stream.norm[position] in self.sets["that_self"] and any(
            stream.norm[k] in self.sets["suspecting"] for k in near
        )

    # ------------------------------------------------------------------ mentions

    def find(
        self,
        stream: Stream,
        first: int,
        last: int,
        names: Sequence[Named],
        taken: frozenset[int],
        skip: frozenset[int],
        speakers: frozenset[int] = frozenset(),
    ) -> list[EventMention]:
        """The event mentions of the positions, in order.

        ``skip`` holds the positions of words of speech, ``speakers`` the indices of the names that speak: who tells of
        a deed is its agent only where a pronoun says so.
        """
        found: list[EventMention] = []
        self._counted = taken
        self._speakers = self._phrase_of(stream, names, speakers)
        self._named = {p for n in names for p in range(n.first, n.last)}
        self._settled = {p for n in names if n.type in _TOWNS for p in range(n.first, n.last)}
        self._subjects = {n.last for n in names if n.sort == "actor" and not n.preposition}
        opens = self.sets["that"] | self.sets["pluperfect"]
        self._opening = {n.last for n in names if n.first and stream.norm[n.first - 1] in opens}
        for begin, end in self.clauses(stream, first, last, names, taken):
            triggers = self._triggers(stream, begin, end, names, taken, skip)
            groups = self._groups(stream, triggers, names)
            triggers = [t for group in groups for t in group] + self._idle
            for group in groups:
                mention = self._mention(stream, begin, end, group, triggers, names, first, last)
                if found and self._won(stream, found[-1], mention, names):
                    found[-1] = found[-1]._replace(
                        types=(*found[-1].types, *mention.types),
                        targets=tuple(dict.fromkeys((*found[-1].targets, *mention.agents))),
                    )
                elif found and self._goes_on(stream, found[-1], mention):
                    found[-1] = self._continued(found[-1], mention)
                else:
                    found.append(mention)
        return found

    def _phrase_of(self, stream: Stream, names: Sequence[Named], speakers: frozenset[int]) -> frozenset[int]:
        """The speakers, and the names side by side with them that say who they are."""
        found = set(speakers)
        for k in range(1, len(names)):
            near = names[k].first <= names[k - 1].last and not names[k].conjunction
            if near and names[k].sort != "place" and names[k - 1].sort != "place" and {k, k - 1} & speakers:
                found |= {k - 1} if k not in speakers and self.ascribed(stream, names[k], 0) else {k, k - 1}
        return frozenset(found)

    def _won(self, stream: Stream, before: EventMention, mention: EventMention, names: Sequence[Named]) -> bool:
        """As in "A took X after fighting with B": one battle, against B."""
        if mention.types != ("Clash",) or before.types != ("Capture",) or len(mention.agents) != 1 or before.negated:
            return False
        foe = mention.agents[0]
        return (
            bool(before.agents)
            and foe not in before.agents
            and not (mention.places or mention.targets)
            and self._preposition(stream, names[foe], mention.clause[0], names)[0] == "with"
        )

    def _goes_on(self, stream: Stream, before: EventMention, mention: EventMention) -> bool:
        """As in "in an attack thought to have hit …", "a raid by X that … and hit …": the noun is the subject."""
        verb = stream.marks[mention.first].get("verb")
        if (
            not mention.vague
            or mention.rule != "event.verb"
            or mention.agents
            or mention.negated
            or before.negated
            or verb is None
            or not set(before.types) <= _IN_ATTACKS
            or mention.first - before.last > 25
        ):
            return False
        marks = stream.marks[before.triggers[-1]]
        noun = marks.get("event") or marks.get("instrument")
        if noun is None or noun.entry.pos not in ("noun", "masdar") or verb.entry.number != "s":
            return False
        feminine = noun.entry.gender == "f" or noun.entry.number == "p"
        return feminine == (verb.entry.gender == "f")

    def _continued(self, before: EventMention, mention: EventMention) -> EventMention:
        """One mention of the two."""
        return before._replace(
            last=mention.last,
            clause=(before.clause[0], mention.clause[1]),
            triggers=(*before.triggers, *mention.triggers),
            targets=tuple(dict.fromkeys((*before.targets, *mention.targets))),
            places=tuple(dict.fromkeys((*before.places, *mention.places))),
            instruments=tuple(dict.fromkeys((*before.instruments, *mention.instruments))),
        )

    def _triggers(
        self, stream: Stream, begin: int, end: int, names: Sequence[Named], taken: frozenset[int], skip: frozenset[int]
    ) -> list[_Trigger]:
        phrases = stream.phrases_by_position(begin, end)
        found: list[_Trigger] = []
        framed: set[int] = set()
        light: int | None = None
        telling, norm = self._telling, stream.norm
        done = begin
        for i in [i for i in range(begin, end) if telling[norm[i]] or i in phrases]:
            apart = i < done or i in self._named or i in taken or i in skip or i in framed
            if apart or stream.kind[i] != "word":
                continue
            if light is not None and "replies" in stream.marks[light] and norm[i - 1] in self.sets["against_only"]:
                light = None  # "answered the shelling": others shelled
            hit = phrases.get(i)
            if (
                hit is not None
                and hit.last - hit.first == 1
                and hit.payload.pos == "phrase"
                and "noun" in stream.marks[i]
            ):
                hit = None
            if (
                hit is not None
                and ("event" in hit.payload.marks or "instrument" in hit.payload.marks)
                and (hit.last - hit.first > 1 or "event" in hit.payload.marks)
            ):
                trigger = self._from_phrase(stream, hit, light)
                if trigger is not None:
                    found.append(trigger)
                done = hit.last
                continue
            if (
                hit is not None
                and hit.last - i > 1
                and not ("cause" in hit.payload.marks or "outcome" in hit.payload.marks or "break" in hit.payload.marks)
            ):
                done = hit.last
                continue
            marks = stream.marks[i]
            if "frame" in marks:
                trigger, beside = self._framed(stream, i, begin, end, names, light)
                if trigger is not None:
                    if trigger.types:
                        found.append(trigger)
                        repelled = self._repelling[norm[i]] and trigger.types != ("Other",)
                        framed.update(range(*beside) if not repelled else ())
                    continue
            if "light" in marks and self._supports(stream, i, marks["light"]):
                light = i
            trigger = self._from_word(stream, i, light, end)
            if trigger is not None:
                found.append(trigger)
        self._idle = [t for t in found if self._habit(stream, t, begin, end)]
        return [
            t
            for t in found
            if not self._aim(stream, t)
            and not self._cleared(stream, t)
            and not (len(found) > 1 and self._in_protest(stream, t))
            and not self._bombers_killed(stream, t)
            and not self._kept(stream, t, begin)
            and t not in self._idle
            and not (t.vague and norm[begin] in self.sets["denouncing"])
            and not (len(found) > 1 and self._judged(stream, t))
            and not self._foiled(stream, t, found)
            and not self._breached(stream, t, found)
            and not self._site(stream, t)
            and not self._circumstance(stream, t, found)
            and not (len(found) > 1 and self._without(stream, t))
            and not (len(found) > 1 and self._unheard(stream, t, begin))
            and not self._stays(stream, t)
        ]

    def _framed(
        self, stream: Stream, i: int, begin: int, end: int, names: Sequence[Named], light: int | None
    ) -> tuple[_Trigger | None, tuple[int, int]]:
        """What a verb or its verbal noun means with the words beside it ("broke up a cell"), and where those stand."""
        for reading in self.language.readings(stream.norm[i]):
            entry = reading.entry
            if entry.pos not in ("verb", "masdar") or "frame" not in entry.marks:
                continue
            if entry.pos == "masdar" and (
                reading.preposition == "to" or (i and stream.norm[i - 1] in self.sets["since"])
            ):
                continue
            if entry.pos == "verb" and i and stream.norm[i - 1] in self.sets["governing"]:
                continue
            for frame in self.language.frames[entry.lemma]:
                verb = entry.pos == "verb"
                at = self._beside(stream, frame, i, begin, end, names, reading.entry)
                if at is not None and verb and reading.suffix and frame.part == "object":
                    at = at if self._oblique(stream, at[0]) else None
                if at is None or (reading.definite and not self._governed(stream, i)):
                    continue
                told = reading._replace(entry=entry._replace(marks=frame.marks))
                vague = "vague" in frame.marks
                types = frame.marks.get("event", ())
                passive = entry.voice == "passive"
                return _Trigger(i, i + 1, types, vague, False, entry.pos, "", light, passive, told), at
        return None, (i, i)

    def _oblique(self, stream: Stream, k: int) -> bool:
        """Whether the word is governed by a preposition, so that a pronoun before it may be the object."""
        before = stream.norm[k - 1]
        if any(before in self.sets[s] for s in ("governing", "origin", "locative", "against_only")):
            return True
        return any(p for _, _, p, _ in self.language.strip(stream.norm[k]) if p)

    def _governed(self, stream: Stream, i: int) -> bool:
        """Whether a preposition follows, by which a definite verbal noun still has its object."""
        return i + 1 < len(stream) and (
            stream.norm[i + 1] in self.sets["against_only"]
            or any(r.preposition == "in" for r in self.language.readings(stream.norm[i + 1]))
            or any(p == "in" for _, _, p, _ in self.language.strip(stream.norm[i + 1]))
        )

    def _beside(
        self, stream: Stream, frame: Frame, i: int, begin: int, end: int, names: Sequence[Named], entry: Entry
    ) -> tuple[int, int] | None:
        """Where the frame's word stands beside the verb at ``i``, its own genitives included."""
        sets, subject, verb = self.sets, frame.part == "subject", entry.pos == "verb"
        for k in range(i + 1, min(end, i + (5 if subject else 15 if verb else 6))):
            word = stream.norm[k]
            if stream.kind[k] == "punct" and word in sets["brackets"]:
                continue
            if stream.kind[k] == "punct" or word in sets["which"] or word in sets["that"]:
                break
            free = k not in self._settled or not frame.kinds.isdisjoint(_TOWNS)
            if free and self._in_frame(stream, frame, k, end, names, subject):
                last = k + 1
                while last < min(end, k + 4) and stream.kind[last] == "word" and word not in sets["stops"]:
                    word = stream.norm[last]
                    if "verb" in stream.marks[last] or any(c or p for _, c, p, _ in self.language.strip(word)[:1]):
                        break
                    if word in sets["stops"] or word in sets["locative"]:
                        break
                    last += 1
                return k, last
            marks = stream.marks[k]
            if subject and (
                word in sets["single_prepositions"] or word in sets["governing"] or word in sets["locative"]
            ):
                break
            if "verb" in marks and not {"noun", "masdar", "adjective", "participle"} & marks.keys():
                break
        if verb and subject:
            for k in range(i - 1, max(begin, i - 4) - 1, -1):
                if stream.kind[k] == "punct" or "verb" in stream.marks[k]:
                    break
                if k > begin and stream.marks[k - 1].get("noun") and not stream.marks[k - 1]["noun"].definite:
                    continue
                noun = stream.marks[k].get("noun")
                if noun is not None and (entry.gender, entry.number) == ("m", "s") and noun.entry.gender == "f":
                    continue  # "lorries by way of …", written like "crossed"
                if self._in_frame(stream, frame, k, end, names, stream.norm[k + 1] not in self.sets["which"]):
                    return k, k + 1
        return None

    def _in_frame(self, stream: Stream, frame: Frame, k: int, end: int, names: Sequence[Named], subject: bool) -> bool:
        """Whether a word of the frame or an actor of its kinds stands at ``k``, a subject without preposition."""
        word = stream.norm[k]
        if frame.kinds and any(n.first == k and n.type in frame.kinds and not n.preposition for n in names):
            return True
        if subject and k and any(stream.norm[k - 1] in self.sets[s] for s in ("governing", "origin", "locative")):
            before = stream.norm[k - 2] if k > 1 and stream.norm[k - 1] in self.sets["origin"] else ""
            if before not in self.sets["counting"] and before not in self.sets["many"]:
                return False
        for stem, _, preposition, _ in self.language.strip(word):
            if stem in frame.words and not (preposition if subject else preposition == "to"):
                return True
        for reading in stream.marks[k].values():
            attached = reading.preposition
            if reading.entry.lemma in frame.lemmas and not (attached if subject else attached == "to"):
                return True
        return any(
            k + len(p) <= end
            and stream.norm[k + 1] == p[1]
            and tuple(stream.norm[k + 1 : k + len(p)]) == p[1:]
            and self.language.strip_to(word, frozenset(p[:1]))
            for p in frame.phrases
        )

    def _kept(self, stream: Stream, trigger: _Trigger, begin: int) -> bool:
        """As in "goes on controlling": ground that is held was not taken now."""
        if trigger.types != ("Capture",) or not trigger.definite:
            return False
        return any(
            "continue" in stream.marks[k]["aspect"].entry.marks["aspect"]
            for k in range(max(begin, trigger.first - 4), trigger.first)
            if "aspect" in stream.marks[k]
        )

    def _habit(self, stream: Stream, trigger: _Trigger, begin: int, end: int) -> bool:
        """As in "attacks from time to time": what somebody does now and then is no happening."""
        if trigger.definite or trigger.form == "instrument":
            return False
        often = trigger.last < end and stream.norm[trigger.last] in self.sets["often"]
        if (trigger.vague or often) and any(
            stream.norm[k] in self.sets["seeing"] and stream.norm[k - 1] in self.sets["relative_pronouns"]
            for k in range(max(begin + 1, trigger.first - 3), trigger.first)
        ):
            return True  # "the peninsula, which sees attacks by X"
        return any(begin <= h.first and h.last <= end for h in stream.phrases_of("habit"))

    def _foiled(self, stream: Stream, trigger: _Trigger, found: Sequence[_Trigger]) -> bool:
        """As in "foiled an attempt to blow up …": what did not happen."""
        aimed = trigger.reading is not None and trigger.form == "masdar" and trigger.reading.preposition == "to"
        tried = any(
            self.language.strip_to(stream.norm[k], self.sets["attempts"])
            for k in range(max(0, trigger.first - (6 if aimed else 2)), trigger.first + (trigger.form == "phrase"))
        )
        return tried and any(
            t is not trigger
            and any(self._lemma(r.entry, "foiling") for r in self.language.readings(stream.norm[t.first]))
            and t.last <= trigger.first
            and sum(
                1
                for k in range(t.last, trigger.first)
                if stream.kind[k] == "word" and k not in self._counted and k not in self._named
            )
            <= (7 if aimed else 4)  # "foiled an attempt by men of X to blow up …"
            for t in found
        )

    def _circumstance(self, stream: Stream, trigger: _Trigger, found: Sequence[_Trigger]) -> bool:
        """As in "managed during the operation to take X": what is told happened in what is known already."""
        if not (trigger.vague and trigger.definite) or trigger.form == "verb" or not trigger.first:
            return False
        if stream.norm[trigger.first - 1] not in self.sets["while_doing"]:
            return False
        return any(
            t.first > trigger.last
            and t.form in ("masdar", "phrase")
            and not t.vague
            and stream.norm[t.first - 1] in self.sets["origin"]
            for t in found
        )

    def _site(self, stream: Stream, trigger: _Trigger) -> bool:
        """Whether the word only says which spot is meant ("the site of the raid")."""
        if not trigger.first:
            return False
        before = stream.norm[trigger.first - 1]
        held = trigger.reading is not None and trigger.reading.entry.pos == "masdar" and bool(trigger.reading.suffix)
        if held and self.language.strip_to(before, self.sets["spots_too"]):
            return True  # "the place of his detention"
        return trigger.definite and self.language.strip_to(before, self.sets["sites"])

    def _bombers_killed(self, stream: Stream, trigger: _Trigger) -> bool:
        """As in "killed two suicide bombers": who fell, not what they did."""
        reading = trigger.reading
        if trigger.types != ("SuicideAttack",) or reading is None or reading.entry.number == "s":
            return False
        near = range(max(0, trigger.first - _BEFORE_FALLEN), trigger.first)
        return any(
            (harm := stream.marks[k].get("outcome")) is not None and harm.entry.marks["outcome"] == ("Killed",)
            for k in near
        )

    def _in_protest(self, stream: Stream, trigger: _Trigger) -> bool:
        """As in "summoned the ambassador in protest at the shelling of X": no gathering."""
        if trigger.types != ("Protest",) or trigger.form == "verb" or trigger.first == 0 or trigger.last >= len(stream):
            return False
        accusative = stream.norm[trigger.first].endswith(self.sets["accusative_endings"])
        return accusative and stream.norm[trigger.last] in self.sets["against_only"] and trigger.light is None

    def _cleared(self, stream: Stream, trigger: _Trigger) -> bool:
        """As in "cleared the area of mines": no taking of ground."""
        if trigger.types != ("Capture",):
            return False
        near = range(trigger.last, min(trigger.last + _CLEARED, len(stream) - 1))
        return any(stream.norm[k] in self.sets["origin"] and "instrument" in stream.marks[k + 1] for k in near)

    def _stays(self, stream: Stream, trigger: _Trigger) -> bool:
        """As in "the base in which X is stationed", "the spokesman for the operations": no happening of its own."""
        norm, k = stream.norm, trigger.first
        if k and norm[k - 1] in self.sets["in_name_of"]:
            return True
        there = trigger.last < len(norm) and norm[trigger.last] in self.sets["there"]
        verb = trigger.form == "verb" and trigger.reading is not None and trigger.reading.entry.tense != "past"
        return verb and there and k > 0 and norm[k - 1] in self.sets["relative"]

    def _judged(self, stream: Stream, trigger: _Trigger) -> bool:
        """As in "called the shelling a terrorist act": what somebody holds a happening to be."""
        indefinite = trigger.vague and not trigger.definite and trigger.form != "verb"
        return indefinite and trigger.first > 0 and stream.norm[trigger.first - 1] in self.sets["that_self"]

    def _without(self, stream: Stream, trigger: _Trigger) -> bool:
        """As in "withdrew without fighting": what did not happen beside what did."""
        noun = trigger.form in ("noun", "masdar") and trigger.first > 0
        return noun and stream.norm[trigger.first - 1] in self.sets["lacking"]

    def _unheard(self, stream: Stream, trigger: _Trigger, begin: int) -> bool:
        """As in "with no word of clashes or arrests"."""
        return any(
            stream.norm[k] in self.sets["negation_nouns"]
            and any(
                h.kind == "phrase" and "none" in h.payload.marks and trigger.first - h.last <= 2
                for h in stream.hits(k, trigger.first)
            )
            for k in range(max(begin, trigger.first - 7), trigger.first)
        )

    def _breached(self, stream: Stream, trigger: _Trigger, found: Sequence[_Trigger]) -> bool:
        """Whether a truce is only what was broken, or what something else falls under."""
        if trigger.types != ("Agreement",) or trigger.form == "verb":
            return False
        breaking = any(self._lemma_of(t, "breaching") and 0 < trigger.first - t.last + 1 <= 5 for t in found)
        return breaking or any(
            self.language.strip_to(stream.norm[k], self.sets["under_agreement"])
            for k in range(max(0, trigger.first - 2), trigger.first)
        )

    def _shot_at(self, stream: Stream, arms: _Trigger, group: Sequence[_Trigger], before: Sequence[Named]) -> bool:
        """Whether the weapon is what the subject of an active verb before it used ("X hit with shells …")."""
        if not any(p == "in" for _, _, p, _ in self.language.strip(stream.norm[arms.first])):
            return False
        return any(
            g.form == "verb"
            and not g.passive
            and any(g.last == n.first and n.sort == "actor" and n.last == arms.first for n in before)
            for g in group
        )

    def _falls(self, stream: Stream, first: int) -> bool:
        """As in "the fall of four rockets on X": counted bombs behind the verbal noun of falling."""
        k = first - 1
        while k > 0 and first - k < 4 and (k in self._counted or stream.norm[k] in self.sets["many"]):
            k -= 1
        fall = stream.marks[k].get("light") if 0 <= k < first - 1 else None
        return fall is not None and fall.entry.pos == "masdar" and "fall" in fall.entry.marks["light"]

    def _supports(self, stream: Stream, i: int, reading: Reading) -> bool:
        """Whether the word is a support verb, or a verbal noun of one whose subject follows ("X's conduct of …")."""
        if reading.entry.pos == "verb":
            return i == 0 or stream.norm[i - 1] not in self.sets["origin"] or stream.kind[i - 1] != "word"
        return reading.entry.pos == "masdar" and self._lemma(reading.entry, "doing") and not reading.definite

    def _aim(self, stream: Stream, trigger: _Trigger) -> bool:
        """Whether a deed is only what for ("with the aim of …"), a taking of ground also by "to take X"."""
        if trigger.form != "verb" and any(
            stream.norm[k] in self.sets["aims"] for k in range(max(0, trigger.first - 2), trigger.first)
        ):
            return True
        for k in range(max(1, trigger.first - 3), trigger.first):
            plan = stream.marks[k].get("speech")
            if plan is None or plan.entry.pos != "verb" or plan.entry.tense != "present":
                continue
            were = stream.norm[k - 1] in self.sets["pluperfect"] and k > 1 and stream.kind[k - 2] == "word"
            bombs = trigger.form == "phrase" and set(trigger.types) <= {"Shelling", "AirStrike"}
            if were and "plan" in plan.entry.marks["speech"] and (bombs or trigger.form in ("masdar", "instrument")):
                return True  # "a strike on gunmen who were preparing to attack"
        asked = stream.marks[trigger.first - 1].get("speech") if trigger.first else None
        if asked is not None and asked.entry.pos == "masdar" and asked.preposition == "to" and trigger.form != "verb":
            attached = any(p == "in" for _, _, p, _ in self.language.strip(stream.norm[trigger.first]))
            if attached and "call" in asked.entry.marks["speech"]:
                return True  # "to demand the fall of X"
        if trigger.types != ("Capture",) or trigger.form not in ("masdar", "noun", "phrase"):
            return False
        return any(p == "to" and not c for _, c, p, _ in self.language.strip(stream.norm[trigger.first]) if p) and any(
            r.preposition == "to" and r.entry.pos in ("masdar", "noun")
            for r in self.language.readings(stream.norm[trigger.first])
        )

    def _from_phrase(self, stream: Stream, hit: Hit, light: int | None) -> _Trigger | None:
        marks = hit.payload.marks
        if "Shooting" in marks.get("event", ()) and any(
            self.language.strip_to(stream.norm[k], self.sets["ceasing"])
            for k in range(max(0, hit.first - 3), hit.first)
        ):
            return _Trigger(hit.first, hit.last, ("Agreement",), False, False, "phrase", "", None, False, None)
        before = stream.marks[hit.first - 1] if hit.first else {}
        if hit.first and self.language.strip_to(stream.norm[hit.first - 1], self.sets["fire_sources"]):
            return None  # what was struck is where the fire came from
        if hit.preposition == "to" and ("event" not in marks or "object" in before or "place" in before):
            return None
        instrument = ""
        types: tuple[str, ...] = tuple(marks.get("event", ()))
        for value in marks.get("instrument", ()):
            instrument, _, kind = value.partition("=")
            if kind and not types:
                types = (kind,)
        form = "phrase" if "event" in marks else "instrument"
        definite = stream.norm[hit.first].startswith(self.language.article) and not (
            hit.first > 0 and self.language.strip_to(stream.norm[hit.first - 1], self.sets["many"])
        )
        return _Trigger(hit.first, hit.last, types, "vague" in marks, definite, form, instrument, light, False, None)

    def _from_word(self, stream: Stream, i: int, light: int | None, end: int) -> _Trigger | None:
        marks = stream.marks[i]
        word = stream.norm[i]
        if not self._may_trigger(word):
            return None
        if self.language.strip_to(word, self.sets["control"]):
            if "verb" not in marks and not any(
                w in self.sets["against_only"] for w in stream.norm[i + 1 : min(i + 4, end)]
            ):
                return None
            if i and (
                stream.norm[i - 1] in self.sets["under"] or ("event" in marks and marks["event"].preposition == "to")
            ):
                return None
        if i and word in self.sets["at_the_front"] and self.language.strip_to(stream.norm[i - 1], self.sets["fronts"]):
            return None  # "the line of confrontation" is a place
        fire = word in self.sets["fire"] and not self._burnt(stream, i - 1)
        if fire and light is not None and "agent" in stream.marks[light]["light"].entry.marks["light"]:
            return _Trigger(i, i + 1, ("Shooting",), False, False, "phrase", "small-arms", light, False, None)
        if self.language.strip_to(word, self.sets["wars"]):
            if i and self.language.strip_to(stream.norm[i - 1], self.sets["crimes"]):
                return None  # "a war crime"
            known = any(d for _, _, _, d in self.language.strip(word)) or word.startswith(self.language.article)
            return _Trigger(i, i + 1, ("Other",), False, known, "war", "", None, False, None)
        if self._gives_up(stream, i, end):
            return _Trigger(i, i + 1, ("Withdrawal",), False, False, "verb", "", light, False, marks["yields"])
        losing = self._losing(word)
        if ("event" not in marks and "instrument" not in marks and losing is None) or word in self.sets["not_events"]:
            return None
        readings = self.language.readings(word)
        event = [r for r in readings if r.entry.marks.get("event")]
        if losing is not None and stream.particle(i, end):
            return None
        if (
            losing is not None
            and not self._dies(stream, i, end)
            and any(
                "place" in stream.marks[k] or stream.norm[k] in self.sets["control"]
                for k in range(i + 1, min(i + 7, end))
            )
        ):
            return _Trigger(i, i + 1, ("Withdrawal",), False, False, "verb", "", light, False, losing)
        event = [r for r in event if "losing" not in r.entry.marks]
        if event:
            verbs = [r for r in event if r.entry.pos == "verb"]
            nouns = [r for r in event if r.entry.pos in ("noun", "masdar")]
            if not verbs and not nouns:
                return self._besieged(i, word, event, light)
            reading = self._choose(stream, i, verbs, nouns, end)
            entry = reading.entry
            form = "verb" if entry.pos == "verb" else entry.pos
            if self._unlikely(stream, i, reading, end):
                return None
            standing = form == "verb" and entry.tense == "present" and self._lemma(entry, "holding")
            where = stream.marks[i - 1].get("place") if i else None
            if standing and (reading.conjunction or where or stream.norm[i - 1] in self.sets["relative"]):
                return None
            if form == "verb" and entry.number == "p" and self._lemma(entry, "raiding"):
                entry = entry._replace(marks={"event": ("Other",), "vague": ()})
            if self._lemma(entry, "operations"):
                entry = self._operation(stream, i, end, reading, entry)
            if reading.definite and form != "verb" and self._mere_time(stream, i, end):
                return None
            told = reading.definite and i > 0 and stream.norm[i - 1] in self.sets["these"]
            if told and self._lemma(entry, "series") and "vague" not in entry.marks:
                return None
            many = i > 0 and stream.norm[i - 1] in self.sets["many"]
            return _Trigger(
                i,
                i + 1,
                entry.marks["event"],
                "vague" in entry.marks,
                reading.definite and not many,
                form,
                "",
                light,
                entry.voice == "passive",
                reading,
            )
        weapon = marks.get("instrument")
        if weapon is None or weapon.entry.pos != "noun":
            return None
        value = weapon.entry.marks["instrument"][0] if weapon.entry.marks["instrument"] else ""
        instrument, _, kind = value.partition("=")
        if not kind:
            return None
        described = i > 1 and {"nationality", "adjective"} & stream.marks[i - 1].keys()
        if kind == "VehicleBomb" and described and "instrument" in stream.marks[i - 2]:
            return None  # "a drone, Turkish and charged", is no car
        if kind == "VehicleBomb" and i and stream.ending(i, "instrument", max(0, i - 4)):
            return None  # nor is "an aircraft without a pilot, charged"
        return _Trigger(i, i + 1, (kind,), False, weapon.definite, "instrument", instrument, light, False, weapon)

    def _besieged(self, i: int, word: str, event: Sequence[Reading], light: int | None) -> _Trigger | None:
        """People told to be under siege ("the inhabitants are still besieged")."""
        if word not in self.sets["besieged"]:
            return None
        return _Trigger(i, i + 1, ("Siege",), False, False, "verb", "", light, True, event[0])

    def _mere_time(self, stream: Stream, i: int, end: int) -> bool:
        """As in "after the attack the army carried out a raid": the noun only dates the deed that the verb tells."""
        if i == 0 or i + 1 >= end or not self.language.strip_to(stream.norm[i - 1], self.sets["subordinating"]):
            return False
        verb = stream.marks[i + 1].get("light")
        return (
            verb is not None and verb.entry.pos == "verb" and not verb.suffix and "agent" in verb.entry.marks["light"]
        )

    def _sweeps(self, stream: Stream, i: int, end: int) -> bool:
        """As in "an operation to comb the villages", "to hunt down cells"."""
        for k in range(i + 1, min(end, i + 7)):
            if stream.kind[k] == "punct":
                return False
            for stem, _, preposition, _ in self.language.strip(stream.norm[k]):
                if preposition == "to" and stem in self.sets["sweeping"]:
                    return True
        return False

    def _dies(self, stream: Stream, i: int, end: int) -> bool:
        """Whether lives are what is lost at ``i``."""
        return not self.sets["own_lives"].isdisjoint(stream.norm[i + 1 : min(i + 14, end)])

    def _lemma(self, entry: Entry, name: str) -> bool:
        """Whether the entry's citation form is in the closed class ``name``."""
        return entry.lemma in self.sets[name] or self.language.fold(entry.lemma) in self.sets[name]

    def _gives_up(self, stream: Stream, i: int, end: int) -> bool:
        """As in "they gave themselves up", "they handed over their weapons"."""
        reading = stream.marks[i].get("yields")
        return (
            reading is not None
            and reading.entry.pos == "verb"
            and any(stream.norm[k] in self.sets["oneself"] for k in range(i + 1, min(i + 9, end)))
        )

    @staticmethod
    def _burnt(stream: Stream, k: int) -> bool:
        """Whether a word of destruction stands at ``k``, so that fire behind it is what burnt something."""
        return k >= 0 and any("Destruction" in r.entry.marks.get("event", ()) for r in stream.marks[k].values())

    def _operation(self, stream: Stream, i: int, end: int, reading: Reading, entry: Entry) -> Entry:
        """A word for an operation, of the type that its name, verb or adjective tells."""
        launched = any(not {"light", "aspect"}.isdisjoint(stream.marks[k]) for k in range(max(0, i - 4), i))
        named = i + 1 in stream.opens and not reading.suffix and (launched or self._within(stream, i))
        kinds = self.sets["operation_kinds"]
        if i + 1 < end and stream.norm[i + 1] in kinds:
            return entry._replace(marks={"event": (kinds[stream.norm[i + 1]],)})
        waged = any(self.language.strip_to(w, self.sets["waging"]) for w in stream.norm[max(0, i - 4) : i])
        if named or waged or self._sweeps(stream, i, end):
            return entry._replace(marks={"event": ("Offensive",)})
        return entry

    def _within(self, stream: Stream, i: int) -> bool:
        """Whether something was done as part of what stands there ("in the frame of operation X")."""
        return i > 0 and self.language.strip_to(stream.norm[i - 1], self.sets["within_frame"])

    def _lemma_of(self, trigger: _Trigger, name: str) -> bool:
        """Whether a word of the closed class ``name`` tells of it."""
        return trigger.reading is not None and self._lemma(trigger.reading.entry, name)

    def _may_tell(self, word: str) -> bool:
        """Whether a word can tell of an event, by itself or with other words."""
        marks = self.language.marks(word)
        return "frame" in marks or "light" in marks or self._may_trigger(word)

    def _may_trigger(self, word: str) -> bool:
        """Whether a word can be a trigger in any company; most words cannot."""
        marks = self.language.marks(word)
        return (
            any(name in marks for name in ("event", "instrument", "yields"))
            or word in self.sets["fire"]
            or self.language.strip_to(word, self.sets["wars"])
            or self._losing(word) is not None
        )

    def _losing(self, word: str) -> Reading | None:
        """The reading of a verb of losing, which loses ground or lives."""
        if "verb" not in self.language.marks(word):
            return None
        verbs = (r for r in self.language.readings(word) if r.entry.pos == "verb")
        return next((r for r in verbs if self._lemma(r.entry, "losing")), None)

    def _unlikely(self, stream: Stream, i: int, reading: Reading, end: int) -> bool:
        """Whether an event word is more likely something else here."""
        entry = reading.entry
        if "fall" in entry.marks.get("light", ()):
            return True
        craft = stream.marks[i].get("object")
        described = i + 1 < end and "nationality" in stream.marks[i + 1]
        if entry.pos == "masdar" and craft is not None and described and not reading.definite:
            return True  # "a Russian fighter" is an aircraft, no fighting
        if entry.pos == "verb" and i and stream.norm[i - 1] in self.sets["governing"]:
            return True
        said = stream.marks[i].get("speech")
        if said is not None and said.entry.lemma != entry.lemma and "verb" == entry.pos == said.entry.pos:
            return True
        if reading.definite and i + 1 < len(stream) and self._lemma(entry, "situated"):
            after = stream.norm[i + 1]
            if any(after in self.sets[s] for s in ("locative", "edges", "against_only", "between")) or (
                "place" in stream.marks[i + 1] or self.language.strip_to(after, self.sets["locative"])
            ):
                return True
        kin = stream.marks[i].get("victim")
        if kin is not None and "families" in kin.entry.marks["victim"]:
            counted = i > 0 and (i - 1 in self._counted or "measure" in stream.marks[i - 1])
            if reading.preposition or counted or (i > 0 and stream.norm[i - 1] in self.sets["many"]):
                return True
        light = stream.marks[i].get("light")
        subject = stream.marks[i + 1].get("noun") if i + 1 < end else None
        noun = stream.marks[i].get("masdar")
        if light is not None and noun is not None and entry.pos == "verb" and noun.entry.lemma == light.entry.lemma:
            return subject is None or "victim" not in stream.marks[i + 1]  # "the stop of the plant"
        if light is not None and subject is not None and subject.entry.number == "s":
            light = light if light.entry.gender == subject.entry.gender else None
        if light is not None and light.entry.lemma != entry.lemma and entry.pos == "verb":
            return i + 1 >= end or "event" not in stream.marks[i + 1]
        before = stream.marks[i - 1] if i else {}
        if entry.pos == "verb" and not reading.conjunction and i and stream.kind[i - 1] == "word":
            noun = before.get("noun") or before.get("masdar")
            if (
                noun is not None
                and not noun.definite
                and not noun.suffix
                and "verb" not in before
                and noun.entry.number == "s"
                and "victim" not in before
            ):
                return (
                    entry.number == "s"
                    and entry.gender == "m"
                    and "source" not in before
                    and "head" not in before
                    and "title" not in before
                )
        if self._purpose(stream, i, reading) or self._also_aimed(stream, i, reading):
            return True
        where = stream.marks[i].get("place")
        if entry.pos == "verb" and where is not None and i + 1 < end and "place" in stream.marks[i + 1]:
            return True  # "and the prison of the town X"
        if (
            entry.pos in ("masdar", "noun")
            and "instrument" in before
            and not reading.conjunction
            and not reading.preposition
            and "event" not in before
            and not ("vague" in entry.marks and stream.norm[i].endswith(self.sets["accusative_endings"]))
        ):
            return True
        return entry.pos == "verb" and "weak" in entry.marks and "explodes" not in entry.marks

    def _also_aimed(self, stream: Stream, i: int, reading: Reading) -> bool:
        """As in "to kill them and drive them out": the second of two purposes."""
        if reading.entry.pos != "masdar" or reading.conjunction != "and" or not reading.suffix or not i:
            return False
        first = stream.marks[i - 1].get("masdar")
        return first is not None and first.preposition == "to" and bool(first.suffix)

    def _purpose(self, stream: Stream, i: int, reading: Reading) -> bool:
        """As in "evacuation buses", "rescue crews": the noun only says what for."""
        entry = reading.entry
        return (
            i > 0
            and entry.pos in ("masdar", "noun")
            and not (reading.conjunction or reading.preposition or reading.suffix)
            and not {"Aid", "Displacement", "Agreement"}.isdisjoint(entry.marks["event"])
            and self.language.strip_to(stream.norm[i - 1], self.sets["crews"])
        )

    def _choose(self, stream: Stream, i: int, verbs: list[Reading], nouns: list[Reading], end: int) -> Reading:
        """Verb or verbal noun, where spelling allows both: a noun after a preposition, article or light verb."""
        if verbs and i and stream.norm[i - 1] in self.sets["while"]:
            return verbs[0]  # "when his house was shelled"
        if not verbs:
            return nouns[0]
        if not nouns:
            return verbs[0]
        if any(r.preposition or r.definite for r in nouns):
            return nouns[0]
        before = stream.norm[i - 1] if i else ""
        if before in self.sets["that_self"] and not (i + 1 < end and "adjective" in stream.marks[i + 1]):
            return verbs[0]
        going_on = before in self.sets["continuing_breaks"]
        ends = before in self.sets["stops"] and before not in self.sets["relative"] | self.sets["auxiliary"]
        if (ends and not going_on) or (
            i and any(m in stream.marks[i - 1] for m in ("light", "cause", "masdar", "outcome"))
        ):
            return nouns[0]
        starts = (
            i == 0
            or stream.kind[i - 1] == "punct"
            or before in self.sets["auxiliary"]
            or bool(verbs[0].conjunction)
            or going_on
        )
        adjective = i + 1 < end and ("adjective" in stream.marks[i + 1] or self._owned(stream, i + 1))
        starts = starts or (i in self._subjects and (verbs[0].entry.number != "s" or i in self._opening))
        starts = starts or (before in self.sets["which"] and bool(verbs[0].suffix))
        return verbs[0] if starts and not adjective else nouns[0]

    def _owned(self, stream: Stream, position: int) -> bool:
        """Whether the word says whose a deed was ("of the coalition"), as it cannot behind a verb."""
        return any(
            preposition == "to" and definite and not conjunction
            for _, conjunction, preposition, definite in self.language.strip(stream.norm[position])
        )

    # ------------------------------------------------------------------ grouping

    def _groups(self, stream: Stream, triggers: Sequence[_Trigger], names: Sequence[Named]) -> list[list[_Trigger]]:
        groups: list[list[_Trigger]] = []
        for trigger in triggers:
            if trigger.form == "instrument" and not self._used(stream, trigger, groups[-1] if groups else None, names):
                continue
            if trigger.form == "phrase" and (self._seized(stream, trigger) or self._craft_downed(stream, trigger)):
                continue
            if trigger.instrument and trigger.form in ("phrase", "instrument") and groups:
                if trigger.form == "phrase" and self._hit_itself(stream, trigger, groups[-1], names):
                    continue
                found = groups[-1][-1].reading
                if found is not None and "framed" in found.entry.marks and self._lemma(found.entry, "seizing"):
                    continue
            for group in reversed(groups):
                if self._together(stream, group, trigger):
                    group.append(trigger)
                    break
            else:
                groups.append([trigger])
        return groups

    def _members_of(self, stream: Stream, before: Named, name: Named) -> bool:
        """As in "extremists of the organisation X": the two names play one part."""
        if name.type not in ("ArmedForce", "Organization") or before.last != name.first - 1:
            return False
        if before.rule == "name.actor.members" and stream.norm[before.last] in self.sets["origin"]:
            return True
        nameless = before.entry is None and before.rule in ("name.actor.members", "name.actor.unknown")
        nameless = nameless or (before.entry is None and stream.norm[before.last - 1] in self.sets["armed_adjectives"])
        return nameless and name.preposition == "to" and self._belongs(stream, before.last)

    def _belongs(self, stream: Stream, k: int) -> bool:
        """Whether the word at ``k`` says that those before it are of what follows ("belonging to X")."""
        return stream.norm[k] in self.sets["belonging_to"] or any(h.first == k for h in stream.phrases_of("relation"))

    def _seized(self, stream: Stream, trigger: _Trigger) -> bool:
        """Whether a weapon is what was found or confiscated."""
        return self._deed_before(stream, trigger, "seizing", 3)

    def _deed_before(self, stream: Stream, trigger: _Trigger, name: str, reach: int) -> bool:
        """Whether a verb or verbal noun of the class ``name`` stands within ``reach`` words before the trigger."""
        return any(
            self._lemma(r.entry, name)
            for k in range(max(0, trigger.first - reach), trigger.first)
            for r in self.language.readings(stream.norm[k])
            if r.entry.pos in ("verb", "masdar")
        )

    def _craft_downed(self, stream: Stream, trigger: _Trigger) -> bool:
        """Whether an aircraft told in several words was brought down ("destroyed a loaded drone")."""
        craft = stream.marks[trigger.first]
        return "instrument" in craft and "object" in craft and self._deed_before(stream, trigger, "downing", 2)

    def _hit_itself(
        self, stream: Stream, trigger: _Trigger, group: list[_Trigger] | None, names: Sequence[Named]
    ) -> bool:
        """Whether a vehicle or an aircraft is what was hit or brought down, not what was used."""
        if (trigger.reading or _BARE).preposition:
            return False
        craft = trigger.instrument in self.sets["vehicles"]
        wreck = stream.marks[trigger.first - 1].get("outcome") if trigger.first else None
        burnt = wreck is not None and wreck.entry.pos == "masdar" and wreck.entry.marks["outcome"] == ("Destroyed",)
        if craft and burnt and group is not None and group[-1].last == trigger.first:
            return True  # "and a plane burnt down"
        if group is None:
            if craft and wreck is not None and wreck.entry.marks["outcome"] == ("Destroyed",):
                return True  # "the destruction of tanks"
            counted = trigger.first - 1 in self._counted and craft
            return counted and self._deed_before(stream, trigger, "downing", 4)
        verb = group[-1].reading or stream.marks[group[-1].first].get("masdar")
        if verb is not None and self._lemma(verb.entry, "intercepting") and trigger.first - group[-1].last <= 3:
            return True
        many = trigger.first - 1 in self._counted or trigger.instrument in self.sets["vehicles"]
        if many and self._downs(stream, group[-1]) and trigger.first - group[-1].last <= _DOWNED:
            return not any(stream.kind[k] == "punct" for k in range(group[-1].last, trigger.first))
        if trigger.instrument not in self.sets["vehicles"]:
            return False
        if stream.norm[trigger.first - 1] in self.sets["locative"]:
            return True  # "a blast inside a tank"
        if any(r.preposition for r in stream.marks[trigger.first].values()):
            return False
        if verb is None or verb.entry.pos not in ("verb", "masdar") or trigger.first - group[-1].last > 6:
            return False
        if self._lemma(verb.entry, "downing"):
            return True
        if trigger.first == group[-1].last and verb.entry.pos == "verb" and verb.entry.number == "s":
            hit = stream.marks[trigger.first].get("instrument")
            return hit is not None and hit.entry.gender == "f" and verb.entry.gender == "m"
        return any(group[-1].last <= n.first and n.last <= trigger.first and n.sort != "place" for n in names)

    def _used_in_it(self, stream: Stream, trigger: _Trigger) -> bool:
        """As in "a fight in which both sides used cannons": arms of what was told already; or aircraft that only
        carried people.
        """
        for k in range(max(0, trigger.first - 8), trigger.first - 1):
            verb = stream.marks[k].get("verb")
            if verb is not None and self._lemma(verb.entry, "using") and stream.norm[k + 1] in self.sets["in_it"]:
                return True
        if trigger.instrument not in self.sets["aircraft"]:
            return False
        return any(
            any(self._lemma(r.entry, "carrying") for r in self.language.readings(stream.norm[k]))
            for k in range(max(0, trigger.first - 3), trigger.first)
        )

    def _strikes(self, stream: Stream, trigger: _Trigger) -> bool:
        """As in "a drone shelled …": the weapon is the subject of the verb of attack behind it."""
        for k in range(trigger.last, min(trigger.last + 6, len(stream))):
            marks = stream.marks[k]
            if "verb" in marks:
                deed = marks.get("event") or marks.get("outcome")
                if deed is None or deed.entry.pos != "verb" or deed.entry.voice == "passive":
                    return False
                return "intransitive" not in deed.entry.marks.get("valency", ())
            if stream.kind[k] == "punct":
                return False
        return False

    def _used(
        self, stream: Stream, trigger: _Trigger, group: list[_Trigger] | None, names: Sequence[Named] = ()
    ) -> bool:
        """Whether a weapon is in use here (by a preposition, a verb that fires it, an event noun), not just named."""
        first = stream.norm[trigger.first]
        if (
            any(p == "to" for _, _, p, _ in self.language.strip(first) if p)
            and (trigger.reading is None or trigger.reading.preposition == "to")
            and not any(
                m in stream.marks[trigger.first] and not stream.marks[trigger.first][m].preposition
                for m in ("noun", "instrument")
            )
        ):
            return False
        if self._hit_itself(stream, trigger, group, names) or self._used_in_it(stream, trigger):
            return False
        near = stream.norm[max(0, trigger.first - 2) : trigger.first]
        if any(self.language.strip_to(word, self.sets["equipped"]) for word in near):
            return False
        if any(
            "participle" in stream.marks[k] and self._lemma(stream.marks[k]["participle"].entry, "using")
            for k in range(max(0, trigger.first - 3), trigger.first)
        ):
            return True
        if trigger.light is not None and "aspect" not in stream.marks[trigger.light]:
            return True
        if self._falls(stream, trigger.first):
            return True
        if group is None and self._strikes(stream, trigger):
            return True
        if (
            trigger.first > 0
            and (trigger.first - 1 in self._counted or stream.norm[trigger.first - 1] in self.sets["many"])
            and any(p == "in" for _, _, p, _ in self.language.strip(stream.norm[trigger.first - 1]))
        ):
            return True
        if self._with_many(stream, trigger.first - 1):
            return True
        for k in range(trigger.last, min(trigger.last + 8, len(stream))):
            falls = stream.marks[k].get("light")
            if falls is not None and falls.entry.pos == "verb" and {"fall", "hit"} & set(falls.entry.marks["light"]):
                return True
            if k == trigger.last and falls is not None and falls.suffix and "agent" in falls.entry.marks["light"]:
                return True
            fired = k == trigger.last and falls is not None and "explodes" in stream.marks[k]
            opens = trigger.first - (trigger.first - 1 in self._counted) - 1
            if fired and (trigger.definite or stream.norm[opens] in self.sets["that"]):
                return True  # "that a rocket was fired from X at Y"
            if stream.kind[k] == "punct":
                break
        for k in range(max(0, trigger.first - 6), trigger.first):
            launched = stream.marks[k].get("light")
            if launched is not None and launched.entry.pos == "masdar" and "agent" in launched.entry.marks["light"]:
                return True
        reading = trigger.reading
        if reading is not None and reading.preposition == "in":
            return True
        before = trigger.first - 1
        if before >= 0 and (
            stream.norm[before] in self.sets["single_prepositions"]
            or "event" in stream.marks[before]
            or "explodes" in stream.marks[before]
        ):
            return True
        if any(p == "in" for _, _, p, _ in self.language.strip(first)) and not stream.mark(trigger.first, "verb"):
            return any(r.preposition == "in" for r in self.language.readings(first)) or trigger.reading is None
        return bool(group is not None and trigger.first - group[-1].last <= 3)

    def _with_many(self, stream: Stream, k: int) -> bool:
        """Whether the count that ends at ``k`` tells with how many ("with more than 300 shells")."""
        low = max(0, k - 4)
        while k >= low and (k in self._counted or stream.norm[k] in self.sets["origin"]):
            if any(p == "in" for _, _, p, _ in self.language.strip(stream.norm[k])):
                return True
            k -= 1
        return False

    def _together(self, stream: Stream, group: list[_Trigger], trigger: _Trigger) -> bool:
        framed = [t for t in (*group, trigger) if t.reading is not None and "framed" in t.reading.entry.marks]
        if any(not t.vague and t.types == ("Other",) for t in framed):
            return False
        types = {t for g in group for t in g.types if not g.vague}
        consequence = (
            trigger.reading is not None
            and "outcome" in trigger.reading.entry.marks
            and trigger.form in ("masdar", "noun")
        )
        if consequence and not set(trigger.types) & types and (types or not trigger.definite):
            return False
        if "Statement" in types and trigger.types != ("Statement",):
            return False
        if {"Capture", "Withdrawal"} <= {*types, *trigger.types}:
            return False
        if types and self._lemma_of(trigger, "operations") and self._within(stream, trigger.first):
            return False
        if trigger.types == ("Destruction",) and types and self._led_to(stream, group[-1].last, trigger.first):
            return False
        if trigger.vague and not types <= _IN_ATTACKS:
            return False
        if not types and not set(trigger.types) <= _IN_ATTACKS:
            return False
        means = trigger.form == "instrument" or (
            trigger.form == "phrase"
            and any(p == "in" for _, _, p, _ in self.language.strip(stream.norm[trigger.first]))
        )
        if trigger.form in ("noun", "masdar") and trigger.reading is not None and trigger.reading.preposition == "in":
            means = means or any(self._lemma_of(g, "killing") for g in group)
        if trigger.form in ("noun", "masdar", "phrase") and stream.norm[trigger.first - 1] in self.sets["locative"]:
            struck = families(trigger.types) <= {"bombardment", "blast"} and not trigger.vague
            killed = self._lemma_of(group[-1], "killing")
            means = means or (struck and killed and types == {"Shooting"})
        if means or any(g.form == "instrument" for g in group):
            near = trigger.first - group[-1].last <= (40 if group[0].form == "verb" else 12)
            return {*types, *trigger.types} <= _IN_ATTACKS and near
        if not types or trigger.vague:
            return True
        if set(trigger.types) & types:
            return True
        if families(trigger.types) & families(types):
            return not (group[-1].form == "verb" and trigger.form == "verb")
        return trigger.first - group[-1].last <= 2

    @staticmethod
    def _led_to(stream: Stream, first: int, last: int) -> bool:
        """Whether a word between says that what follows came of what was told ("leading to")."""
        causes = (stream.marks[k]["cause"] for k in range(first, last) if "cause" in stream.marks[k])
        return any("result" in reading.entry.marks["cause"] for reading in causes)

    @staticmethod
    def _disagrees(noun: _Trigger, verb: _Trigger) -> bool:
        """Whether a verb behind a noun cannot have it for its subject ("in an attack …, the group targeted …")."""
        if verb.form != "verb" or noun.form not in ("noun", "masdar") or verb.reading is None or noun.reading is None:
            return False
        gender = "f" if noun.reading.entry.number == "p" else noun.reading.entry.gender
        return bool(gender) and verb.reading.entry.gender not in ("", gender)

    # ------------------------------------------------------------------ arguments

    def _mention(
        self,
        stream: Stream,
        begin: int,
        end: int,
        group: list[_Trigger],
        triggers: Sequence[_Trigger],
        names: Sequence[Named],
        first: int,
        last: int,
    ) -> EventMention:
        specific = [t for g in group for t in g.types if not g.vague]
        types = list(dict.fromkeys(specific or [t for g in group for t in g.types]))
        if len(types) > 1 and "Other" in types:
            types.remove("Other")
        kinds = self.sets["bombing_kinds"]
        if not specific and kinds:
            told = [s for g in group if g.last < end for s, _, _, _ in self.language.strip(stream.norm[g.last])]
            specific = [kinds[s] for s in told if s in kinds][:1]
            types = specific or types
        arms = self._arms(stream, group, names, begin, end)
        bombs = types == ["Explosion"] and all(g.form == "instrument" or g.vague for g in group)
        if bombs and not arms:
            arms = self._arm_near(stream, group[0], begin, end)
        if arms and (
            bombs
            or ((not specific or types == ["Shelling"]) and _FAMILY.get(types[0], "Other") in ("bombardment", "Other"))
        ):
            types, specific = [arms], [arms]
        backed = self._backed(stream, group[0], end) if group[0].vague and group[0].types == ("Other",) else []
        if backed:
            types = specific = list(dict.fromkeys(("Offensive", *backed, *specific)))
        if group[0].form == "war" and self._fought(stream, names, begin, end):
            types, specific = ["Clash"], ["Clash"]
        types = self._reclassify(stream, group, self._narrowed(stream, group, types), begin, specific=bool(specific))
        types += [t for t in self._kinds(stream, group, end) if t not in types] if specific else []
        others = [t for t in triggers if t not in group]
        lifted = types == ["Siege"] and any(
            self.language.strip_to(stream.norm[k], self.sets["lifting"])
            for k in range(max(begin, group[0].first - 2), group[0].first)
        )
        agents: list[int] = []
        helpers: list[int] = []
        targets: list[int] = []
        places: list[int] = []
        roles: dict[int, str] = {}
        pair: int | None = None
        for k, name in enumerate(names):
            if not begin <= name.first < end or (lifted and name.first < group[0].first):
                continue
            if k in self._speakers and not self._claims(stream, name, begin, end):
                continue
            if self._adjectival(stream, name, group) or self._inner(names, k):
                continue
            if name.sort == "place" and k - 1 in self._speakers and names[k - 1].last == name.first:
                continue
            nearest = self._nearest(group, name)
            if any(self._distance(o, name) < nearest for o in others):
                continue
            if self._conjunct(stream, names, k):
                role = roles.get(k - 1, "")
                if role == "place" and name.sort == "actor":
                    mutual = bool(set(types) & MUTUAL)
                    role = self._role(stream, name, names, k, group, begin, end, types) if mutual else ""
                elif role == "" and name.type == names[k - 1].type == "Person":
                    pass
                elif role in ("", "place") or (
                    name.sort == "place" and (role == "agent" or names[k - 1].sort != "place")
                ):
                    role = self._role(stream, name, names, k, group, begin, end, types)
                    role = "place" if roles.get(k - 1) == "place" and name.sort == "either" else role
            elif k and self._members_of(stream, names[k - 1], name):
                role = roles.get(k - 1, "")
                # "gunmen of X", "gunmen belonging to X": X alone
                roles[k - 1] = ""
                agents = [a for a in agents if a != k - 1]
                targets = [t for t in targets if t != k - 1]
            else:
                role = self._role(stream, name, names, k, group, begin, end, types)
            if role == "" and pair is not None and self._other_side(stream, names, pair, k):
                role = "agent"
            if role == "agent" and self._preposition(stream, name, begin, names)[0] == "between":
                pair = k
            roles[k] = role
            if role == "helper":
                helpers.append(k)
            elif role == "agent":
                agents.append(k)
            elif role == "target":
                targets.append(k)
                if name.sort == "place":
                    places.append(k)
            elif role == "place":
                places.append(k)
        besides = [
            k
            for k in places
            if self._ends_axis(stream, names, k)
            or self._of_speaker(stream, names, k)
            or (set(types) <= ATTACKS and self._fired_from(stream, names[k], begin))
        ]
        if len(besides) < len(places):
            places = [k for k in places if k not in besides]
        nationality = self._nationality(stream, group, end, names) if not agents else None
        head = group[0]
        nouns = [g.first for g in group if g.form in ("noun", "masdar", "phrase")]
        repelled = bool(nouns) and any(self._repelling[word] for word in stream.norm[begin : head.last])
        nouns = nouns[1:] if repelled and len(nouns) > 1 and head.first == nouns[0] else nouns
        if repelled:
            sides = [*agents, *targets]
            agents = [
                k
                for k in sides
                if (names[k].first > nouns[0] and not self._on(stream, names, k, begin))
                or self._preposition(stream, names[k], begin, names)[0] == "by"
            ]
            targets = [k for k in sides if k not in agents]
            repelled = any(g.definite for g in group)
            nationality = nationality if agents else self._nationality(stream, group, end, names)
        definite = all(g.definite for g in group if g.form in ("noun", "masdar", "phrase")) and not any(
            g.form == "verb" for g in group
        )
        definite = definite or repelled
        known = any(g.vague and g.definite and g.form in ("noun", "masdar") for g in group)
        told_by_weapon = known and all(g.instrument for g in group if not g.vague)
        if (
            not agents
            and all(names[k].rule == "name.place.attacked" for k in places)
            and any(g.form in ("noun", "instrument") and g.definite for g in group)
            and all(g.definite or g.form == "verb" for g in group)
        ):
            definite = True
        definite = (definite and any(g.form == "instrument" and g.definite for g in group)) or (
            definite and any(g.form in ("noun", "masdar", "phrase") for g in group)
        )
        negated = self._negated(stream, head, begin)
        instruments = tuple(dict.fromkeys(g.instrument for g in group if g.instrument))
        start = min(g.first for g in group)
        stop = max(g.last for g in group)
        rule = f"event.{head.form}"
        return EventMention(
            start,
            stop,
            (begin, end),
            tuple(types),
            not specific or told_by_weapon,
            definite or told_by_weapon,
            tuple(g.first for g in group),
            tuple(agents),
            tuple(dict.fromkeys(targets)),
            tuple(places),
            nationality,
            instruments,
            negated,
            self._intended(stream, group, begin),
            self._soft(group, types),
            self._pronoun(stream, group, begin, end),
            self._both(stream, group, end),
            self._own(stream, group, begin, end) or self._possessed(stream, head, names),
            rule,
            tuple(helpers),
        )

    def by_whom(self, stream: Stream, names: Sequence[Named], first: int, last: int) -> int | None:
        """The actor at whose hands something befell people, told behind position ``first``."""
        for k, name in enumerate(names):
            near = first < name.first < last and name.sort == "actor" and name.first - first <= 14
            if near and self._preposition(stream, name, first, names)[0] == "by":
                return k
        return None

    def repels(self, stream: Stream, mention: EventMention) -> bool:
        """Whether the mention is what a verb or verbal noun of repelling before it beat off."""
        return any(self._repelling[word] for word in stream.norm[mention.clause[0] : mention.first + 1])

    def _repels(self, word: str) -> bool:
        """Whether a word is a verb or verbal noun of repelling."""
        return any(
            r.entry.pos in ("verb", "masdar") and self._lemma(r.entry, "repel")
            for r in self.language.marks(word).values()
        )

    def faces(self, stream: Stream, mention: EventMention, names: Sequence[Named]) -> bool:
        """Whether the agents named are all on the side that the fight was with."""
        if not mention.agents or not all(names[k].conjunction for k in mention.agents[1:]):
            return False
        return self._preposition(stream, names[mention.agents[0]], mention.clause[0], names)[0] == "with"

    def _on(self, stream: Stream, names: Sequence[Named], index: int, begin: int) -> bool:
        """Whether the name is governed by a preposition of hitting."""
        return self._preposition(stream, names[index], begin, names)[0] in ("against", "locative", "in")

    def _reclassify(
        self, stream: Stream, group: Sequence[_Trigger], types: list[str], begin: int, *, specific: bool
    ) -> list[str]:
        """A battle that is launched is an offensive, so is an attack that is announced; fire exchanged is a clash."""
        head = group[0]
        fire = families(types) <= {"bombardment", "combat"}
        if fire and any(
            "verb" in stream.marks[k] and self._lemma(stream.marks[k]["verb"].entry, "exchange")
            for k in range(begin, head.first)
        ):
            return ["Clash"]
        before = stream.marks[head.first - 1] if head.first > begin else {}
        if (
            types == ["Clash"]
            and head.form == "noun"
            and "aspect" in before
            and "begin" in before["aspect"].entry.marks["aspect"]
        ):
            return ["Offensive"]
        if (
            not specific
            and types == ["Other"]
            and self._intended(stream, group, begin)
            and self.language.strip_to(stream.norm[head.first], self.sets["attacks"])
        ):
            return ["Offensive"]
        return types

    def _kinds(self, stream: Stream, group: Sequence[_Trigger], end: int) -> list[str]:
        """Further types of bombardment that adjectives joined by "and" name ("aerial and artillery bombardment")."""
        kinds = self.sets["bombing_kinds"]
        found: list[str] = []
        for g in group:
            if not kinds or g.form != "phrase" or _FAMILY.get(g.types[0]) != "bombardment":
                continue
            for k in range(g.last, min(g.last + 4, end)):
                joined = [stem for stem, conjunction, _, _ in self.language.strip(stream.norm[k]) if conjunction]
                found += [kinds[stem] for stem in joined if stem in kinds]
        return list(dict.fromkeys(found))

    def _backed(self, stream: Stream, attack: _Trigger, end: int) -> list[str]:
        """The bombardment that an attack was backed with ("an attack backed by the air force and artillery")."""
        norm, kinds = stream.norm, self.sets["bombing_kinds"] | self.sets["backing_arms"]
        for k in range(attack.last, min(attack.last + 3, end)):
            if norm[k] in self.sets["backed"]:
                told = (s for p in range(k + 1, min(k + 5, end)) for s, _, _, _ in self.language.strip(norm[p]))
                return list(dict.fromkeys(kinds[s] for s in told if s in kinds))
        return []

    def _arms(self, stream: Stream, group: Sequence[_Trigger], names: Sequence[Named], begin: int, end: int) -> str:
        """The type that the arm of service implies: aircraft strike from the air, batteries shell."""
        for k, name in enumerate(names):
            if begin <= name.first < end and name.type == "ArmedForce" and abs(name.first - group[0].first) <= 8:
                for reading in self.language.readings(stream.norm[name.first]):
                    arm = self.sets["arms"].get(reading.entry.lemma)
                    if arm:
                        return str(arm)
                force = not self.sets["aloft"].isdisjoint(stream.norm[name.first + 1 : name.last])
                if force and k not in self._speakers:
                    return "AirStrike"
        return ""

    def _fought(self, stream: Stream, names: Sequence[Named], begin: int, end: int) -> bool:
        """Whether the clause says between whom the war is."""
        return any(
            begin <= n.first < end
            and n.type == "ArmedForce"
            and self._preposition(stream, n, begin, names)[0] == "between"
            for n in names
        )

    def _agreed_between(
        self, stream: Stream, names: Sequence[Named], index: int, near: _Trigger | None, begin: int
    ) -> bool:
        """Whether the two are sides of an agreement that is named behind what happened ("in breach of the truce
        between X and Y").
        """
        first = names[index].first
        if (
            near is None
            or "Agreement" in near.types
            or self._preposition(stream, names[index], begin, names)[0] != "between"
        ):
            return False
        between = next((k for k in range(first - 1, near.last - 1, -1) if stream.norm[k] in self.sets["between"]), 0)
        return any(
            "Agreement" in reading.entry.marks.get("event", ())
            for k in range(max(near.last, between - 6), between)
            if (reading := stream.marks[k].get("event")) is not None
        )

    def _backs_both(self, stream: Stream, names: Sequence[Named], index: int, begin: int) -> bool:
        """Whether the name goes on those who back what two others agreed ("between X and Y, backed by Z and W")."""
        backer = names[index - 1]
        if not index or self._preposition(stream, backer, begin, names)[0] != "relation":
            return False
        low = next((k for k in range(backer.first, begin, -1) if stream.norm[k] in self.sets["between"]), backer.first)
        return sum(low < n.first < backer.first for n in names) > 1

    def _other_side(self, stream: Stream, names: Sequence[Named], one: int, index: int) -> bool:
        """Whether the name is the second of two that stand "between" ("between X, led by Z, and Y")."""
        name, first = names[index], names[one]
        if not name.conjunction or name.preposition or name.sort == "place" or name.type == "Person":
            return False
        gap = range(first.last, name.first)
        return len(gap) <= 10 and not any("verb" in stream.marks[k] for k in gap)

    def _inner(self, names: Sequence[Named], index: int) -> bool:
        """Whether an actor's name is only a part of another's ("the factions loyal to X")."""
        name = names[index]
        return name.sort != "place" and any(
            n is not name and n.sort != "place" and n.first <= name.first and name.last <= n.last for n in names
        )

    def _adjectival(self, stream: Stream, name: Named, group: Sequence[_Trigger]) -> bool:
        """Whether what could be a state's name is an adjective of the event noun before it ("Syrian raids")."""
        return (
            name.sort == "either"
            and name.last - name.first == 1
            and not name.preposition
            and "nationality" in stream.marks[name.first]
            and any(g.last == name.first and g.form in ("noun", "masdar", "phrase") for g in group)
        )

    def _conjunct(self, stream: Stream, names: Sequence[Named], index: int) -> bool:
        """Whether "and" joins the name to the one before it, with nothing between but what describes that."""
        name = names[index]
        first = name.first
        if first and not name.conjunction and stream.norm[first - 1] in self.sets["single_conjunctions"]:
            first -= 1
        members = stream.marks[first - 1].get("members") if first and first == name.first else None
        if members is not None and members.conjunction and not name.conjunction:
            first -= 1
        if (first == name.first and not name.conjunction) or name.preposition or not index:
            return False
        before = names[index - 1]
        gap = range(before.last, first)
        return len(gap) <= 3 and all(
            any(m in stream.marks[k] for m in ("adjective", "nationality"))
            or stream.norm[k] in self.sets["brackets"]
            or (bool(name.conjunction) and stream.norm[k] in self.sets["commas"])
            or (stream.kind[k] == "word" and stream.norm[k].startswith(self.language.article))
            for k in gap
        )

    def _arm_near(self, stream: Stream, trigger: _Trigger, begin: int, end: int) -> str:
        """The type that a common noun for an arm implies, where it stands as the subject of the trigger's verb."""
        at = trigger.light if trigger.light is not None else trigger.first
        for k in range(max(begin, at - 4), min(at + 3, end)):
            for reading in self.language.readings(stream.norm[k]):
                arm = self.sets["arms"].get(reading.entry.lemma)
                if arm and not reading.preposition:
                    return str(arm)
        return ""

    def _nearest(self, group: Sequence[_Trigger], name: Named) -> int:
        return min(self._distance(g, name) for g in group)

    def _distance(self, trigger: _Trigger, name: Named) -> int:
        if name.first >= trigger.last:
            return name.first - trigger.last
        verbless = trigger.form in ("noun", "masdar", "phrase") and trigger.light is None
        return 2 * max(1, trigger.first - name.last) + (13 if verbless else 3)

    def _nationality(self, stream: Stream, group: Sequence[_Trigger], end: int, names: Sequence[Named]) -> int | None:
        for g in group:
            for k in range(g.last, min(g.last + 4, end)):
                if stream.norm[k] in self.sets["suspecting"] or self._guessed(stream, k):
                    continue
                if self.language.strip_to(stream.norm[k - 1], self.sets["violated"]):
                    continue  # "a breach of Iraqi sovereignty"
                if g.form == "war" and not any(w in self.sets["against_only"] for w in stream.norm[k + 1 : k + 3]):
                    break
                if stream.kind[k] == "punct" or stream.norm[k] in self.sets["stops"]:
                    break
                if any(n.first <= k < n.last and not self._adjectival(stream, n, group) for n in names):
                    break
                reading = stream.marks[k].get("nationality")
                if reading is not None and k > g.last and (k - 1 in self._counted or stream.kind[k - 1] == "number"):
                    break  # "the release of 12 Egyptians"
                verbal = g.form == "verb" or any("verb" in stream.marks[p] for p in range(g.last, k))
                if verbal and (self._accusative(stream, k) or (reading is not None and k == g.last)):
                    break  # of the object: "hit a Saudi convoy", "arrested Syrians"
                people = self.sets["oblique_endings"]
                human = k > g.last and stream.norm[k].endswith(people) and stream.norm[k - 1].endswith(people)
                if human and stream.marks[k - 1].keys().isdisjoint(("event", "instrument", "adjective")):
                    break  # "the killing of two Iranian scientists"
                if g.form == "verb" and g.vague and k > g.last and self._things(stream, k - 1):
                    break  # "hit three American ships"
                if g.form == "masdar" and k > g.last and self._object_of(stream, g):
                    break  # "the targeting of a British ship"
                if g.form != "verb" and any(self._of_its_own(stream, p) for p in range(g.last, k)):
                    break  # "an attack that struck Saudi trucks", but "an attack that Saudi jets made"
                if (reading is not None and not reading.preposition) or stream.norm[k] in self.sets["hostile"]:
                    return k
        return None

    def _things(self, stream: Stream, k: int) -> bool:
        """Whether things that strike nobody stand at ``k``, counted or not: ships, vehicles, sites."""
        marks = stream.marks[k]
        return "object" in marks and {"instrument", "members", "head", "group"}.isdisjoint(marks)

    @staticmethod
    def _of_its_own(stream: Stream, k: int) -> bool:
        """Whether a verb of attack without an object pronoun stands there: what is told is its subject."""
        verb = stream.marks[k].get("event")
        return verb is not None and verb.entry.pos == "verb" and not verb.suffix

    def _object_of(self, stream: Stream, trigger: _Trigger) -> bool:
        """Whether a common noun for a thing is what the verbal noun is done to."""
        if self.language.strip_to(stream.norm[trigger.first], self.sets["object_masdars"]):
            return True
        thing = stream.marks[trigger.last].get("object") if trigger.last < len(stream.marks) else None
        return thing is not None and not thing.preposition and not thing.conjunction

    def _negated(self, stream: Stream, trigger: _Trigger, begin: int) -> bool:
        if (
            trigger.light is not None
            and trigger.light > begin
            and stream.norm[trigger.light - 1] in self.sets["negation"]
        ):
            return True
        for k in range(trigger.first - 1, max(begin - 1, trigger.first - 3), -1):
            if stream.norm[k] in self.sets["negation"] and stream.norm[k + 1] in self.sets["auxiliary"]:
                return False
            if stream.norm[k] in self.sets["negation"] and k + 1 < trigger.first and "cause" in stream.marks[k + 1]:
                return False  # "the attack caused no losses"
            if stream.norm[k] in self.sets["negation"] or stream.norm[k] in self.sets["negation_nouns"]:
                return True
            if stream.kind[k] == "punct":
                return False
        return False

    def _with(self, stream: Stream, trigger: _Trigger) -> bool:
        """Whether a particle on the word makes it one of several means ("with …", "and …")."""
        return any(c or p == "in" for s, c, p, _ in self.language.strip(stream.norm[trigger.first]) if c or p) and (
            trigger.reading is None or bool(trigger.reading.conjunction or trigger.reading.preposition)
        )

    def _narrowed(self, stream: Stream, group: Sequence[_Trigger], types: list[str]) -> list[str]:
        """Without a type that only a general word gave ("bombed with barrel bombs", "a car bomb exploded")."""
        if {"VehicleBomb", "SuicideAttack"} & set(types):
            types = [t for t in types if t != "Explosion"]
        for g, h in itertools.pairwise(group):
            if (
                g.reading is not None
                and self._lemma(g.reading.entry, "series")
                and h.first == g.last
                and set(h.types) != set(g.types)
                and not h.vague
            ):
                types = [t for t in types if t not in g.types or t in h.types]
                if h.types == ("Capture",) and h.form == "masdar":
                    types = ["Offensive" if t == "Capture" else t for t in types]  # "the campaign to retake X"
        aloft = next((g for g in group if g.instrument in self.sets["aircraft"] and not self._with(stream, g)), None)
        if aloft is not None and "AirStrike" in types:
            shots = [g for g in group if g.form == "instrument" and g.first > aloft.first]
            fired = {t for g in shots if not self._with(stream, g) for t in g.types}
            types = [t for t in types if t == "AirStrike" or t not in fired]
        killing = [g for g in group if g.types == ("Shooting",) and g.reading is not None]
        if {"AirStrike", "GuidedMissile", "Shelling", "Explosion", "VehicleBomb"} & set(types) and any(
            self._lemma(g.reading.entry, "killing") for g in killing if g.reading is not None
        ):
            types = [t for t in types if t != "Shooting"]
        if {"AirStrike", "GuidedMissile"} & set(types) and self._soft(
            [g for g in group if "Shelling" in g.types], ["Shelling"]
        ):
            types = [t for t in types if t != "Shelling"]
        return types

    def _soft(self, group: Sequence[_Trigger], types: Sequence[str]) -> bool:
        return list(types) == ["Shelling"] and all(
            g.form in ("verb", "masdar") and self._lemma_of(g, "soft") for g in group
        )

    def _pronoun(self, stream: Stream, group: Sequence[_Trigger], begin: int, end: int) -> bool:
        """Whether the verb has no subject of its own, neither a name nor a common noun for who acts."""
        head = group[0]
        if head.passive:
            return False
        if head.form == "verb":
            if head.reading is not None and "occur" in head.reading.entry.marks.get("light", ()):
                return False
            verb = head.first
        elif (
            head.form == "phrase"
            and head.light is None
            and "verb" in stream.marks[head.first]
            and (
                head.first == begin
                or stream.marks[head.first]["verb"].conjunction
                or stream.norm[head.first - 1] in self.sets["that_self"]
            )
        ):
            verb = head.first
        else:
            reading = stream.marks[head.light].get("light") if head.light is not None else None
            if reading is None or head.light is None or "agent" not in reading.entry.marks["light"]:
                return False
            verb = head.light
        if verb and stream.norm[verb - 1] in self.sets["that_self"]:
            return True
        doers = ("members", "group", "head", "instrument")
        behind = stream.marks[verb + 1] if verb + 1 < end else {}
        plural = head.form == "verb" and head.reading is not None and head.reading.entry.number == "p"
        if plural or (behind and self._accusative(stream, verb + 1)):
            behind = {}  # a verb before its subject is singular
        if any(m in behind and not behind[m].preposition and not behind[m].suffix for m in doers):
            return False
        before = stream.marks[verb - 1] if verb > begin else {}
        return not any(
            m in before and not before[m].preposition and before[m].definite and "verb" not in before for m in doers
        )

    def _accusative(self, stream: Stream, position: int) -> bool:
        """Whether an ending shows that the indefinite noun is an object ("shelled a convoy")."""
        noun = stream.marks[position].get("noun")
        ends = stream.norm[position].endswith(self.sets["accusative_endings"])
        return noun is not None and noun.entry.number == "s" and not noun.definite and not noun.suffix and ends

    def _both(self, stream: Stream, group: Sequence[_Trigger], end: int) -> bool:
        return any(
            stream.norm[k] in self.sets["both_sides"] for k in range(group[0].first, min(group[-1].last + 4, end))
        )

    def _own(self, stream: Stream, group: Sequence[_Trigger], begin: int, end: int) -> bool:
        """Whether the subject is a force named by a pronoun ("its aircraft")."""
        at = group[0].light if group[0].light is not None else group[0].first
        for k in range(max(begin, at - 12), min(at + 3, end)):
            if not self._own_forces[stream.norm[k]]:
                continue
            before = stream.marks[k - 1] if k else {}
            one_side = not any(set(g.types) & MUTUAL for g in group)
            counted = k >= 2 and (stream.kind[k - 2] == "number" or (one_side and k - 2 in self._counted))
            if counted and stream.norm[k - 1] in self.sets["origin"]:
                continue
            if k not in self._counted and k - 1 not in self._counted and not self._harm(before):
                return True
        return False

    def own_force(self, word: str) -> bool:
        """Whether a word names a force by a pronoun ("its aircraft")."""
        return self._own_forces[word]

    def _is_own_force(self, word: str) -> bool:
        marks = self.language.marks(word)
        reading = marks.get("members") or marks.get("head")
        return reading is not None and bool(reading.suffix) and not reading.preposition

    def _harm(self, marks: dict[str, Reading]) -> bool:
        """Whether the word is a verbal noun for what became of those it governs ("the killing of …")."""
        noun = marks.get("outcome")
        return noun is not None and noun.entry.pos in ("masdar", "noun")

    def _possessed(self, stream: Stream, trigger: _Trigger, names: Sequence[Named]) -> bool:
        """As in "its raids", "their control of X", "its shelling of X": a noun whose owner does what it says."""
        if trigger.form not in ("noun", "masdar", "phrase"):
            return False
        done = stream.marks[trigger.light].get("masdar") if trigger.light is not None else None
        if done is not None and done.suffix and "light" in done.entry.marks:
            return True
        reading = trigger.reading or next(
            (r for r in self.language.readings(stream.norm[trigger.first]) if r.entry.pos in ("noun", "masdar")), None
        )
        if reading is None or not reading.suffix:
            return False
        if trigger.first and stream.norm[trigger.first - 1] in self.sets["done"]:
            return False  # "its interception was carried out": what was done to it
        after = trigger.last
        return (
            "transitive" not in reading.entry.marks.get("valency", ()) and not set(trigger.types) & _OBJECT_DEEDS
        ) or (
            after < len(stream)
            and (stream.norm[after] in self.sets["against_only"] or any(n.first == after for n in names))
        )

    def _intended(self, stream: Stream, group: Sequence[_Trigger], begin: int) -> bool:
        """Whether the happening is still to come: future tense, or after a word of intending."""
        scheduled = begin > 0 and stream.norm[begin] in self.sets["that"]
        if scheduled and stream.norm[begin - 1] in self.sets["scheduling"]:
            return True
        for g in group:
            if g.definite and g is not group[0]:
                continue  # "details of the attack will follow"
            for k in range(max(begin, g.first - 4), g.first + 1):
                if k < g.first and "replies" in stream.marks[k]:
                    continue
                if any(k == t.first and t.form == "phrase" for t in group):
                    continue  # "survived an attempt on his life": it was made
                coming = self._coming[stream.norm[k]]
                if coming == "future" or (coming == "intending" and not self._thwarted(stream, k, begin)):
                    return True
        return False

    def _tense_to_come(self, word: str) -> str:
        """``future`` for a word of the future, ``intending`` for one of intending, else empty."""
        if word in self.sets["future"] or any(r.preposition == "will" for r in self.language.marks(word).values()):
            return "future"
        return "intending" if word in self.sets["intending"] else ""

    def _thwarted(self, stream: Stream, k: int, begin: int) -> bool:
        """Whether an attempt was made and thwarted ("foiled an attempt to infiltrate")."""
        return any(
            self._lemma(r.entry, "repel")
            for j in range(max(begin, k - 3), k)
            for r in self.language.readings(stream.norm[j])
        )

    def _responsible(self, stream: Stream, name: Named, group: Sequence[_Trigger]) -> bool:
        """As in "X is responsible for the shelling of …", right behind the name."""
        k = name.last
        return (
            k + 1 < len(stream)
            and stream.norm[k] in self.sets["responsible"]
            and stream.norm[k + 1] in self.sets["about"]
            and any(g.first == k + 2 for g in group)
        )

    def ascribed(self, stream: Stream, name: Named, begin: int) -> bool:
        """Whether a deed is laid to the name ("a raid ascribed to X", "which the media ascribed to X")."""
        sets, norm = self.sets, stream.norm
        to = name.preposition == "to" or (name.first > begin and norm[name.first - 1] in sets["toward"])
        if not to:
            return False
        near = range(max(begin, name.first - _ASCRIBED), name.first)
        return any(
            norm[k] in sets["ascribed"]
            or (
                (verb := stream.marks[k].get("verb")) is not None
                and verb.suffix
                and verb.entry.lemma in sets["ascribed"]
            )
            for k in near
        )

    def _role(
        self,
        stream: Stream,
        name: Named,
        names: Sequence[Named],
        index: int,
        group: Sequence[_Trigger],
        begin: int,
        end: int,
        types: Sequence[str],
    ) -> str:
        """``agent``, ``helper``, ``target``, ``place`` or empty."""
        sets, norm = self.sets, stream.norm
        if self._borders(stream, name, begin) or self._fallen(stream, name, group, begin):
            return ""
        if name.sort == "either" and index and name.first - names[index - 1].last <= 1 and not name.conjunction:
            head = names[index - 1]
            if head.reference and head.sort == "place" and not name.preposition:
                return "" if self._bearing(stream, name, names, index, begin) else "place"
        if name.sort == "actor" and (user := self._user(stream, name, begin)):
            return "target" if any(g.last <= user for g in group) and set(types) <= ATTACKS else ""
        if name.sort != "place" and self.ascribed(stream, name, begin):
            return "agent"
        if name.sort != "place" and self._responsible(stream, name, group):
            return "agent"
        if group[0].first > begin and name.first >= group[0].last and norm[group[0].first - 1] in sets["whence"]:
            return ""  # "the source of the shelling is X"
        befalls = any(set(g.types) & _BEFALLING for g in group)
        if befalls and self._person_behind(stream, names, index, begin) is not None:
            return ""
        if self._dates_it(stream, name, begin, group):
            return ""
        if name.type == "Person" and any(begin < h.last <= name.first <= h.last + 5 for h in stream.phrases_of("part")):
            return ""  # "killed three, among them the commander X"
        if (
            name.type == "Person"
            and index
            and names[index - 1].last == name.first - 1
            and self._kin(stream, name.first - 1)
        ):
            return ""  # "X, the brother of Y"
        if name.sort == "either" and self._shelled_town(stream, names, index, group, types, end):
            return "place"
        if (
            index
            and name.sort != "place"
            and names[index - 1].last == name.first
            and not name.conjunction
            and not name.preposition
            and names[index - 1].first >= begin
            and not self._relative_subject(stream, name, group, end)
        ):
            doer = names[index - 1]
            if self._capital(name) and any(g.form in ("verb", "masdar") and g.last == doer.first for g in group):
                return "place"  # "Russia shelled X"
            title = self._person_behind(stream, names, index - 1, begin) if befalls else None
            if self._foe_behind(stream, names, index, group):
                return "target"
            if title is None:
                return ""
            reading = stream.marks[title]["title"]
            name = name._replace(first=title, preposition=reading.preposition, conjunction=reading.conjunction)
        before = [g for g in group if g.last <= name.first]
        near = before[-1] if before else None
        if name.sort == "actor" and name.type == "ArmedForce" and self._joins_in(stream, name, begin):
            return "helper"
        if name.sort == "actor" and self._claims(stream, name, begin, end) and (near is not None):
            return "agent"
        if name.sort != "place" and not name.preposition and not name.conjunction:
            doing = [g for g in group if g.light is not None and g.light == name.first - 1 and g.first >= name.last]
            if any("masdar" in stream.marks[g.light or 0] and self._light_kind(stream, g) for g in doing):
                return "agent"
        if name.sort == "either" and self._fired_from(stream, name, begin):
            return "place"
        if near is not None and name.sort != "place" and self._of_clause(stream, name, near):
            return ""
        if "Protest" in types and near is not None and norm[name.first - 1] in sets["in_front_of"]:
            return ""
        if name.sort != "place" and self._launcher(stream, name, group, begin):
            return "target"
        if name.preposition == "to" and name.first and norm[name.first - 1] in sets["had_done"]:
            return "agent"  # "X had struck … before"
        if name.sort == "actor" and self._relative_subject(stream, name, group, end):
            return "agent"
        prep, at = self._preposition(stream, name, begin, names)
        if prep == "by" and near is not None and near.light is not None and norm[near.first] in sets["by_alone"]:
            prep = ""  # "carried out the shelling of X", where the words alone could be "by the shelling of X"
        if near is not None and name.sort == "either" and prep == "" and near.form == "instrument" and len(group) > 1:
            struck = near.last + ("nationality" in stream.marks[near.last]) if near.last < end else 0
            verbal = group[0].form == "verb" and group[0].last == near.first and not group[0].passive
            if verbal and struck == name.first and name.places:
                return "place"  # "Russian missiles hit X"
        shook = near is not None and near.form == "phrase" and self._hits(stream, near.first)
        if prep == "" and shook and name.sort == "either":
            return "place"  # "explosions shook X"
        if prep == "" and name.type == "Person" and any(w in sets["freed"] for w in norm[name.first - 3 : name.first]):
            return "target"  # "the reporter X was set free"
        if prep == "" and near is not None and near.vague and self._flies(stream, name):
            return "agent"
        if prep == "" and near is not None and name.sort == "either" and self._known_by_town(near, name, types):
            return "place"
        if prep == "" and near is not None and name.sort == "either" and self.shelled(stream, names, index, end):
            return "place"
        if name.sort == "place" or (name.sort == "either" and prep in ("in", "locative", "origin", "toward")):
            if norm[name.first - 1] in sets["origin"] and name.first - 2 in self._counted and name.type == "country":
                return ""  # "nine of them from X"
            if self._of_men(stream, name, names):
                return ""  # "settlers of the settlement X attacked …"
            opening = self._list_head(stream, names, index, begin)
            held = name.first - 2 > begin and norm[name.first - 2] in sets["control"]
            taken = not {"Detention", "Abduction"}.isdisjoint(types)
            posted = self._stationed(stream, opening, begin, taken=taken)
            if prep == "control" or (prep == "locative" and held) or posted:
                return ""
            if self._launched(stream, opening, group, types):
                return ""
            if self._bearing(stream, name, names, index, begin) or self._taken_to(stream, name, prep, begin):
                return ""
            if self._of_office(stream, name, begin):
                return ""
            attack = _FAMILY.get(types[0]) in ("bombardment", "blast") or types[0] in ("Other", "Shooting", "Offensive")
            found = near is not None and self.language.strip_to(norm[near.first], sets["finding"])
            attack = attack and not found  # "came upon a mass grave"
            hits = [
                g.last
                for g in before
                if (g.form in ("verb", "masdar") and g.light is None)
                or (g.form == "masdar" and name.first - g.last <= 2)
            ]
            hits += [k + 1 for k in stream.having("light", begin, name.first) if self._hits(stream, k)]
            thing = stream.marks[name.first - 1].get("object") if name.first > begin else None
            post = thing is not None and "positions" in thing.entry.marks["object"]
            deed = next((g for g in reversed(before) if g.form != "instrument"), None)
            done_to = prep == "to" and (at is None or self._means(stream, at)) and deed is not None
            done_to = done_to and deed is not None and deed.form == "masdar"
            met = any(self._target_verb(stream, g) and g.light is not None and name.last <= g.first for g in group)
            if name.type in ("facility", "camp") and attack and met and prep == "":
                return "target"
            if (
                (name.type in ("facility", "camp") or (post and not name.preposition))
                and attack
                and (
                    prep == "against"
                    or (prep == "to" and near is not None and near.form == "masdar")
                    or (prep == "" and hits and name.first - max(hits) <= 10)
                    or done_to
                )
            ):
                return "target"
            return "place"
        if (
            name.sort == "source"
            or name.type in ("MediaOutlet",)
            or (name.sort == "either" and prep in ("in", "locative"))
        ):
            return ""
        if name.type in ("Person", "Organization") and prep != "by" and self._harmed(stream, name, group, types, begin):
            return ""
        if types[0] == "Cyber" and prep in ("to", "against") and name.sort != "place":
            return "target"
        if prep == "control":
            taken = "Capture" in types and self._out_of_control(stream, name, begin)
            return "target" if taken or self._against_control(stream, name, group, begin) else ""
        if prep == "relation":
            return self._owner_role(stream, name, names, index, group, begin, end, types)
        if prep == "by" or (name.rule == "name.actor.force" and name.preposition == "in" and types[0] in _IN_ATTACKS):
            return "agent"
        sides = prep == "between" or (prep == "" and name.conjunction and self._conjunct(stream, names, index))
        if sides and self._agreed_between(stream, names, index if prep else index - 1, near, begin):
            return ""
        if sides and not prep and self._backs_both(stream, names, index, begin):
            return ""
        if prep == "between" and set(types) & MUTUAL:
            return "agent"
        if set(types) & MUTUAL and name.type in ("ArmedForce", "Government") and self._and_men_of(stream, name):
            low = max(begin, near.last if near is not None else begin, name.first - 9)
            if any(norm[k] in sets["between"] for k in range(low, name.first)):
                return "agent"
        if prep == "between":
            return "agent"
        if name.first > begin and name.first - 1 in self._counted and name.rule == "name.actor.force":
            return "target"
        if prep == "against" and name.sort == "either" and name.places:
            return "place"
        agreed = near is not None and near.form == "verb" and tuple(types) == ("Agreement",)
        if prep == "against" and agreed:
            return ""  # "agreed on a committee"
        if prep == "against":
            return "target" if name.type != "Person" or types[0] in ("Shooting", "Other") else ""
        if prep == "with":
            return "agent" if set(types) & MUTUAL else ""
        if prep == "to" and near is None and at is not None and self._exposed(stream, name, group, at):
            return "target"
        if prep == "to" and "Protest" in types and "participle" in stream.marks[name.first - 1]:
            return ""  # "demonstrations against X", "in favour of X"
        if prep == "to" and at is not None and self._unit_acts(stream, at, group, names, index, end):
            return "agent"
        if prep == "to":
            told = self._untimed(near, name, at) if near is not None else []
            if near is not None and len(told) <= 4 and not any(stream.kind[p] == "punct" for p in told):
                noun = at
                if noun is not None and noun == near.last and self._nominative(stream, noun, near):
                    return "agent"
                if near.form == "masdar" and self.language.strip_to(norm[near.first], sets["object_masdars"]):
                    return "target"
                if noun is not None and noun == near.last and self._arm_of(stream, noun, near):
                    return "agent"
                if (noun is not None and noun >= near.last) or near.form == "verb":
                    return "target"
                between = range(near.last, name.first)
                if any(norm[p] in sets["against_only"] for p in between):
                    return "target"
                located = any(norm[p] in sets["locative"] for p in between)
                if located and stream.ending(name.first, "object", near.last) is not None:
                    return "target"  # "a car blew up at a checkpoint of X"
                if near.form == "instrument" and any(g.form == "verb" and not g.passive for g in group):
                    return "target"  # "shelled with rockets a gathering of X"
                return "agent"
            return "target" if near is not None and len(told) <= (10 if at is not None else 6) else ""
        if (
            prep == "origin"
            and near is not None
            and near.form in ("noun", "masdar", "phrase")
            and types[0] in _IN_ATTACKS
            and name.type == "ArmedForce"
            and norm[name.first - 1] in sets["origin"]
            and not self.language.strip_to(norm[near.first], sets["object_masdars"])
            and all(
                "adjective" in stream.marks[k] or "noun" not in stream.marks[k]
                for k in range(near.last, name.first - 1)
            )
            and name.first - near.last <= 4
        ):
            return "agent"
        if (
            prep == "origin"
            and "Capture" in types
            and near is not None
            and name.sort == "actor"
            and norm[name.first - 1] in sets["origin"]
        ):
            return "target"
        if prep in ("in", "locative") and near is not None and self._member_hit(stream, name, near):
            return "target"
        if prep in ("in", "locative", "origin", "toward", "about"):
            if (
                prep == "in"
                and set(types) & {"Explosion", "VehicleBomb"}
                and name.first - (near.last if near else name.first) <= 4
            ):
                return "target"
            return ""
        # no preposition: subject or object
        if name.last < end and norm[name.last] in sets["behind"]:
            return "agent"
        done = stream.marks[name.last].get("light") if name.last < end and near is not None else None
        acted = done is not None and done.suffix and done.entry.pos == "verb" and self._can_act(stream, name.last)
        if acted and any(stream.norm[k] in sets["suspecting"] for k in range(near.last if near else begin, name.first)):
            return "agent"  # "an attack that X is suspected of having carried out"
        if near is None and self._kills_in(stream, name, group, end):
            return "agent"
        if near is None:
            after = next((g for g in group if g.first >= name.last), None)
            if after is None:
                return ""
            if (
                after.light == name.first - 1
                and name.sort != "place"
                and not name.conjunction
                and self._can_act(stream, after.light)
            ):
                return "agent"
            if (
                after.light is not None
                and after.light < name.first
                and (not name.conjunction or self._first_agent(names, index, after.light))
            ):
                return (
                    "target"
                    if self._target_verb(stream, after)
                    else "agent"
                    if self._light_kind(stream, after) and not name.conjunction
                    else ""
                )
            if self._partitive(stream, name, begin):
                return ""
            if self._subject_before(stream, name, after, names, index, begin):
                return "target" if after.passive or self._target_verb(stream, after) else "agent"
            return ""
        gap = range(near.last, name.first)
        if any(stream.kind[p] == "punct" and norm[p] not in sets["commas"] for p in gap):
            return ""
        man = name.first - 2
        of = man >= near.last and norm[man + 1] in sets["origin"] and "members" in stream.marks[man]
        if of and any(g.form == "verb" for g in group) and self._accusative(stream, man):
            return "target"  # "snipers of X targeted a man of Y"
        if any(norm[p] in sets["relative_pronouns"] and norm[p + 1] in sets["auxiliary"] for p in gap):
            return ""  # "took X, which was a stronghold of Y"
        if len(gap) > 8:
            return ""
        if "Protest" in types and near.form == "verb" and any(self._governs_aim(stream, k) for k in gap):
            return ""  # "demonstrated to demand that the government go"
        if near.form == "verb" and near.light is None and not gap and self._has_object(stream, near):
            return "agent"
        if near.form != "verb" and len(gap) > 2 and norm[name.first - 1] in sets["origin"]:
            against = norm[near.last] in sets["against_only"]
            if against and any("members" in stream.marks[k] for k in range(near.last + 1, name.first - 1)):
                return "target"  # "a strike on gunmen of X"
        things = any("object" in stream.marks[k] for k in gap)
        object_place = name.type == "Person" and near.form == "verb" and near.light is None and not near.passive
        if object_place and not things and (set(types) & _TAKING or self._other_gender(stream, near, name)):
            return "target" if set(near.types) & (_BEFALLING | {"Other"}) else ""
        own = {g.first for g in group} | {g.light for g in group}
        other = {"noun", "masdar", "adjective", "light"}
        verbs = [k for k in gap if k not in own and "verb" in stream.marks[k] and not other & set(stream.marks[k])]
        if verbs:
            laid = stream.marks[verbs[-1]]
            if (
                laid["verb"].suffix
                and "explodes" in laid
                and verbs[-1] == name.first - 1
                and not laid["verb"].conjunction
            ):
                return "agent"  # "a mine that X laid"
            hit = laid.get("event")
            return "target" if hit is not None and "vague" in hit.entry.marks and name.first - verbs[-1] <= 2 else ""
        earlier = [n for n in names if near.first < n.first < name.first and n.sort != "place"]
        direct = [n for n in earlier if self._preposition(stream, n, begin, names)[0] == ""]
        light = self._light_kind(stream, near)
        if (near.form in ("verb", "instrument") or (near.form == "phrase" and group[0].form == "verb")) and any(
            "object" in m and m["object"].preposition != "as" and "members" not in m and "instrument" not in m
            for m in stream.marks[near.last : name.first]
        ):
            return "target" if name.type != "Person" else ""
        if (
            near.form == "masdar"
            and at is not None
            and at >= near.last
            and "object" in stream.marks[at]
            and not {"members", "instrument"} & set(stream.marks[at])
        ):
            return "target" if name.type != "Person" else ""
        if near.form == "masdar" and light and near.light is not None and near.light < near.first:
            people = {"members", "victim"} & {m for k in gap for m in stream.marks[k]}
            if people and set(near.types) & _OBJECT_TYPES:
                return "target" if name.type != "Person" else ""
        if near.form == "masdar" and not direct and self._does(stream, near):
            return "target"  # "X carried out the arrest of Y"
        carried = near.light is not None and near.light < near.first and near.last == name.first
        done_to = (
            near.form == "masdar"
            and carried
            and not direct
            and not self._object_follows(stream, name, names, index, end)
        )
        if done_to and self.language.strip_to(norm[near.first], sets["object_masdars"]):
            return "target"  # "its aircraft carried out the killing of X"
        from_whom = near.form in ("masdar", "noun") and norm[name.first - 1] in sets["origin"] and not direct
        if from_whom and "SuicideAttack" in types:
            return "agent"
        if from_whom and self._object_follows(stream, name, names, index, end):
            return "agent"  # "the blowing up by fighters of X of a tanker"
        men = near.form in ("masdar", "noun") and "members" in stream.marks[name.first - 1] and not direct
        from_whom = from_whom or (men and norm[name.first - 2] in sets["origin"])
        if from_whom and self.language.strip_to(norm[near.first], sets["object_masdars"]):
            return "target"  # "neutralising 12 fighters of X"
        if near.form == "verb" or (
            near.light is not None and near.light < name.first and (near.first > name.first or light)
        ):
            if self._target_verb(stream, near) or near.passive:
                return "target" if not direct else ""
            nouns = ("noun", "masdar", "phrase", "instrument")
            if (
                near.form == "verb"
                and near.vague
                and any(g.form in nouns and g.last <= near.first and not self._disagrees(g, near) for g in group)
            ):
                return "target" if not direct else ""
            if name.conjunction and direct:
                return "agent"
            verb = stream.marks[near.light if near.light is not None and near.light >= begin else near.first].get(
                "verb"
            )
            if (
                verb is not None
                and not direct
                and near.light is None
                and (verb.entry.number != "s" or self._has_subject(stream, near, names, index, begin))
            ):
                return "target"
            return "agent" if not direct else "target"
        if near.form != "verb" and self._beside_thing(stream, near.last, name.first):
            return ""
        if near.form in ("noun", "masdar", "phrase", "instrument"):
            if not direct and self._hit_by(stream, near, name, group):
                return "target"
            kinds = {"members", "group"} & set(stream.marks[name.first - 2])
            among = norm[name.first - 1] in sets["origin"] and bool(kinds)
            if not direct and gap and self._can_act(stream, name.first - (3 if among else 1)):
                return "agent"
            if direct and not name.conjunction:
                return "target" if near.form == "masdar" else ""
            if self._attack_hits(stream, near, group, name, end):
                return "target"  # "the shelling hit X", the verb before its subject
            beside = stream.marks[near.last].get("members") if len(gap) == 1 else None
            men = beside is not None and not beside.definite
            if (
                near.form == "masdar"
                and (not gap or men)
                and self._object_follows(stream, name, names, index, end)
                and (not men or norm[name.last] in sets["fired"])
            ):
                return "agent"
            if near.form == "masdar" and (
                (near.reading is not None and "transitive" in near.reading.entry.marks.get("valency", ()))
                or set(near.types) & _OBJECT_TYPES
                or self.language.strip_to(norm[near.first], sets["object_masdars"])
            ):
                return "target"
            if any(self._hits(stream, k) for k in gap):
                return "target"  # "a raid that hit the headquarters of X"
            if near.form != "masdar" and gap and self._shot_at(stream, near, group, names[:index]):
                return "target"  # "X targeted with shells the compound of Y"
            if len(gap) <= 3 or name.conjunction:
                return "agent"
        return ""

    def _governs_aim(self, stream: Stream, k: int) -> bool:
        """Whether a noun behind a preposition that is attached to it stands there."""
        return any(
            r.preposition in ("to", "in")
            for m, r in stream.marks[k].items()
            if m in ("noun", "masdar", "event", "speech")
        ) or any(p == "to" for _, _, p, _ in self.language.strip(stream.norm[k]) if p)

    def _kills_in(self, stream: Stream, name: Named, group: Sequence[_Trigger], end: int) -> bool:
        """As in "gunmen killed forty farmers in an attack on X": the subject of the harm done in what follows."""
        after = next((g for g in group if g.first >= name.last), None)
        if name.type != "ArmedForce" or after is None or after.form == "verb":
            return False
        inside = stream.norm[after.first - 1] in self.sets["locative"] or (
            after.reading is not None and after.reading.preposition == "in"
        )
        if not inside:
            return False
        behind = name.last
        while behind < after.first and stream.norm[behind].startswith(self.language.article):
            behind += 1
        if stream.norm[behind] in self.sets["against_only"]:  # "gunmen on motorcycles"
            riding = range(behind, min(behind + 6, after.first))
            behind = next((k for k in riding if self._accused(stream, k)), behind)
        before = name.first - 1
        origin = before > 0 and stream.norm[before] in self.sets["origin"]
        men = stream.marks[before - origin].get("members") if before > 0 else None
        if men is not None and stream.norm[before - origin].endswith(self.sets["nominative_endings"]):
            before -= 1 + origin  # "gunmen of X"
        for k in (before, *range(name.last, min(name.last + 12, after.first))):
            harm = stream.marks[k].get("outcome") if k >= 0 else None
            if harm is None or harm.entry.pos != "verb" or "transitive" not in harm.entry.marks.get("valency", ()):
                continue
            obj = behind if k == before else k + 1
            if harm.entry.voice != "passive" and obj < after.first and self._accused(stream, obj):
                return True
        return False

    def _hit_by(self, stream: Stream, noun: _Trigger, name: Named, group: Sequence[_Trigger]) -> bool:
        """As in "an air raid targeted X", the verb first: a noun that is closed by its article or adjective has no
        genitive behind it.
        """
        verb = next((g for g in group if g.last == noun.first and g.form == "verb" and not g.passive), None)
        if verb is None or self._has_object(stream, verb) or name.preposition or name.conjunction:
            return False
        if verb.reading is None or verb.reading.entry.number != "s" or self._disagrees(noun, verb):
            return False
        gap = range(noun.last, name.first)
        described = noun.last - noun.first > 1 and not stream.norm[noun.last - 1].startswith(self.language.article)
        adjectives = bool(gap) and all(
            {"adjective", "nationality"} & stream.marks[k].keys() or stream.norm[k] in self.sets["persons_by_ordinal"]
            for k in gap
        )
        return (noun.definite or described or adjectives) and (adjectives or not gap)

    def _accused(self, stream: Stream, k: int) -> bool:
        """Whether people or a number of them stand at ``k``, without a preposition."""
        victim = stream.marks[k].get("victim")
        return k in self._counted or (victim is not None and not victim.preposition and not victim.conjunction)

    def _kin(self, stream: Stream, k: int) -> bool:
        """Whether the word at ``k`` is a noun for a relative."""
        return any("family-members" in r.entry.marks.get("victim", ()) for r in self.language.readings(stream.norm[k]))

    def _dates_it(self, stream: Stream, name: Named, begin: int, group: Sequence[_Trigger]) -> bool:
        """Whether the name only says since when ("since the fall of X, Y has raided …")."""
        noun = name.first - 1
        return (
            noun > begin
            and stream.norm[noun - 1] in self.sets["timing"]
            and {"noun", "masdar"} & stream.marks[noun].keys() != set()
            and name.last < len(stream)
            and stream.norm[name.last] in self.sets["commas"]
            and all(g.first > name.last for g in group)
        )

    def _shelled_town(
        self,
        stream: Stream,
        names: Sequence[Named],
        index: int,
        group: Sequence[_Trigger],
        types: Sequence[str],
        end: int,
    ) -> bool:
        """Whether a capital is the object of a verb of shelling, and not the state that shelled ("X shelled Y with
        rockets").
        """
        name = names[index]
        if not name.places or name.preposition or families(types) != {"bombardment"}:
            return False
        near = next((g for g in reversed(group) if g.last <= name.first), None)
        if near is None or near.form != "verb" or near.passive:
            return False
        gap = [k for k in range(near.last, name.first) if stream.kind[k] == "word"]
        told = not gap or (index > 0 and names[index - 1].type == "ArmedForce" and names[index - 1].last > gap[-1])
        return told and not self._object_follows(stream, name, names, index, end)

    @staticmethod
    def _capital(name: Named) -> bool:
        """Whether the name is of a capital, which may stand for its government."""
        return name.sort == "either" and bool(name.places) and name.places[0].kind != "country"

    def shelled(self, stream: Stream, names: Sequence[Named], index: int, end: int) -> bool:
        """As in "the shelling of X": a capital that no target follows is what was struck, not who did it."""
        name, norm = names[index], stream.norm
        deed = stream.marks[name.first - 1].get("masdar") if name.first else None
        if deed is None or "event" not in deed.entry.marks or not self._capital(name) or name.preposition:
            return False
        kinds = families(deed.entry.marks["event"])
        if kinds != {"bombardment"} or deed.definite or name.last >= end:
            return False
        if norm[name.last] in self.sets["against_only"] or self._object_follows(stream, name, names, index, end):
            return False
        return not any(p == "to" for _, _, p, _ in self.language.strip(norm[name.last]))

    @staticmethod
    def _known_by_town(near: _Trigger, name: Named, types: Sequence[str]) -> bool:
        """Whether a capital right behind a noun is where it happened ("the clashes of X", "the X bombing")."""
        return set(types) <= LOCAL and near.form in ("noun", "masdar") and near.last == name.first and bool(name.places)

    def _flies(self, stream: Stream, name: Named) -> bool:
        """Whether the name is of aircraft, which strike and, where nothing tells that they fell, are not struck."""
        craft = stream.marks[name.first].get("instrument")
        if name.sort != "actor" or craft is None:
            return False
        return any(value.partition("=")[2] == "AirStrike" for value in craft.entry.marks["instrument"])

    def _taken_to(self, stream: Stream, name: Named, prep: str, begin: int) -> bool:
        """Whether the place is the hospital that victims were brought to."""
        if name.type != "facility" or stream.norm[name.first] not in self.sets["hospitals"]:
            return False
        around = (*range(max(begin, name.first - 3), name.first), *range(name.last, min(name.last + 4, len(stream))))
        return (
            prep == "toward"
            or any("rescue" in stream.marks[k] for k in range(max(begin, name.first - 8), name.first))
            or any(self.language.strip_to(stream.norm[k], self.sets["receiving"]) for k in around)
        )

    def _of_speaker(self, stream: Stream, names: Sequence[Named], index: int) -> bool:
        """Whether the place only says where the speaker is ("said the head of civil defence in X")."""
        place = names[index]
        for k in range(max(0, index - 2), index):
            if k in self._speakers and not place.conjunction:
                gap = stream.norm[names[k].last : place.first]
                if place.first < names[k].last or (len(gap) == 1 and gap[0] in self.sets["locative"]):
                    return True
                if not gap and place.preposition == "in":
                    return True
        return False

    def _ends_axis(self, stream: Stream, names: Sequence[Named], index: int) -> bool:
        """Whether the place is an end of the line that a front runs along ("on the axis X – Y")."""
        name, norm = names[index], stream.norm
        if index and norm[name.first - 1] in self.sets["brackets"] and names[index - 1].last == name.first - 1:
            return self._ends_axis(stream, names, index - 1)
        if norm[name.first] in self.sets["axes"] or norm[name.first - 1] in self.sets["axes"]:
            return name.last < len(norm) and norm[name.last] in self.sets["dashes"]
        joined = norm[name.first - 1] in self.sets["dashes"] and index > 0 and names[index - 1].last == name.first - 1
        return joined and self._ends_axis(stream, names, index - 1)

    def _user(self, stream: Stream, name: Named, begin: int) -> int:
        """Position of the verb in "a building that X uses", "the base in which X is stationed", else 0."""
        k = name.first - 1
        there = k > begin and stream.norm[k] in self.sets["there"]
        k -= there
        verb = stream.marks[k].get("verb") if k > begin else None
        if verb is None or not (there or verb.suffix) or not self._lemma(verb.entry, "occupying"):
            return 0
        return k

    def _member_hit(self, stream: Stream, name: Named, near: _Trigger) -> bool:
        """As in "seized a commander in X", "the killing of a former member of X": whose member it befell."""
        if name.type not in ("ArmedForce", "Organization") or not set(near.types) & (ATTACKS | _TAKING):
            return False
        k = name.first - 1
        if stream.norm[k] not in self.sets["locative"]:
            return False
        k -= 1
        while k > near.last and stream.norm[k] in self.sets["member_of"]:
            k -= 1
        marks = stream.marks[k] if k >= near.last else {}
        person = marks.get("victim") or marks.get("members") or marks.get("title")
        if person is None or person.preposition or person.conjunction or person.definite or k - near.last > 3:
            return False
        return not any("verb" in stream.marks[p] and p not in self._named for p in range(near.last, k))

    def _exposed(self, stream: Stream, name: Named, group: Sequence[_Trigger], thing: int) -> bool:
        """As in "a convoy of X came under fire": whose thing is the subject of a verb of coming under attack."""
        after = next((g for g in group if g.first >= name.last), None)
        if after is None or after.light is None or not self._target_verb(stream, after):
            return False
        return after.light < thing and thing - after.light <= 3

    def _of_office(self, stream: Stream, name: Named, begin: int) -> bool:
        """Whether the place only tells an office ("the envoy to X", "the police chief of X")."""
        if name.sort == "place" and name.preposition not in ("", "to"):
            return False
        for k in range(name.first - 1, max(begin, name.first - 4) - 1, -1):
            marks = stream.marks[k]
            if "title" in marks:
                return not marks["title"].suffix and "victim" not in marks
            if stream.kind[k] != "word" or not {"adjective", "nationality", "place", "noun"} & marks.keys():
                return False
            if "event" in marks or "verb" in marks:
                return False
        return False

    def _harmed(self, stream: Stream, name: Named, group: Sequence[_Trigger], types: Sequence[str], begin: int) -> bool:
        """Whether the name is only whom a blast or bombardment harmed ("shelling that led to the death of X")."""
        if _FAMILY.get(types[0]) not in ("bombardment", "blast"):
            return False
        own = {g.first for g in group}
        listed = name.type == "Person"
        for k in range(name.first - 1, max(begin, name.first - (16 if listed else 8)) - 1, -1):
            if k in own or (stream.kind[k] == "punct" and not listed):
                return False
            if listed and stream.norm[k] in self.sets["namely"]:
                return True
            marks = stream.marks[k]
            if {"victim", "members"} & set(marks) and k == name.first - 2 and stream.norm[k + 1] in self.sets["origin"]:
                return (
                    stream.norm[k - 1] not in self.sets["against_only"]
                )  # "a strike on gunmen of X" was aimed at them
            if "outcome" in marks and "event" not in marks:
                return True
        return False

    def _launcher(self, stream: Stream, name: Named, group: Sequence[_Trigger], begin: int) -> bool:
        """As in "shot down drones that X had launched": X is whom the downing was aimed at."""
        verb = stream.marks[name.first - 1].get("light") if name.first > begin else None
        if verb is None or verb.entry.pos != "verb" or not verb.suffix or name.preposition:
            return False
        downs = ("downing", "intercepting")
        return any(
            g.reading is not None and g.last < name.first - 1 and any(self._lemma(g.reading.entry, d) for d in downs)
            for g in group
        )

    def _joins_in(self, stream: Stream, name: Named, begin: int) -> bool:
        """As in "with the support of X", "backed by X", "with the participation of X": X takes part."""
        for k in range(name.first - 1, max(begin, name.first - 4) - 1, -1):
            word = stream.norm[k]
            if word in self.sets["backed"]:
                return True
            if word not in self.sets["origin"] and word not in self.sets["with"] and "members" not in stream.marks[k]:
                return False
        return False

    def _relative_subject(self, stream: Stream, name: Named, group: Sequence[_Trigger], end: int) -> bool:
        """As in "killed by X, which shelled the town": the name is the subject of the clause that describes it."""
        which = name.last
        if which + 2 < end and stream.norm[which] in self.sets["commas"]:
            which += 1
        if which + 1 >= end or stream.norm[which] not in self.sets["relative_pronouns"]:
            return False
        verb = which + 1
        return any(
            verb in (g.first, g.light)
            and g.form == "verb"
            and not g.passive
            and not self._has_object(stream, g)
            and not self._target_verb(stream, g)
            for g in group
        )

    def _other_gender(self, stream: Stream, verb: _Trigger, name: Named) -> bool:
        """Whether the man named by a title behind the verb cannot be its subject ("(she) killed the youth X")."""
        reading = verb.reading
        marks = stream.marks[name.first - 1]
        man = next((marks[m] for m in ("title", "victim") if m in marks), None)
        if reading is None or man is None or man.preposition or man.entry.gender != "m" or man.entry.number != "s":
            return False
        return reading.entry.gender == "f"

    def _foe_behind(self, stream: Stream, names: Sequence[Named], index: int, group: Sequence[_Trigger]) -> bool:
        """As in "X shelled Y", where the verb stands first: the second of two forces behind it is its object."""
        subject, name = names[index - 1], names[index]
        forces = subject.type == "ArmedForce" and subject.sort == name.sort == "actor"
        forces = forces and name.type in ("ArmedForce", "Organization")
        men = subject.rule == "name.actor.members"
        return forces and any(
            g.form == "verb"
            and g.light is None
            and not g.passive
            and g.last == subject.first
            and (men or not marks.keys().isdisjoint(("head", "group", "object")))
            for g in group
            for marks in (stream.marks[name.first],)
        )

    def _untimed(self, near: _Trigger, name: Named, thing: int | None) -> list[int]:
        """Positions between, without those of dates where the verb has a thing for its object."""
        between = range(near.last, name.first)
        return [p for p in between if near.form != "verb" or thing is None or p not in self._counted]

    def _beside_thing(self, stream: Stream, first: int, last: int) -> bool:
        """As in "a blast in front of the headquarters of X": X owns what stands there."""
        return any(
            stream.norm[k] in self.sets["stops"] and {"object", "place"} & set(stream.marks[k + 1])
            for k in range(first, last - 1)
        )

    def _person_behind(self, stream: Stream, names: Sequence[Named], index: int, begin: int) -> int | None:
        """Position of the title where the name is only what a person is called by ("a member of X, Y"); else None."""
        following = names[index + 1] if index + 1 < len(names) else None
        name = names[index]
        if following is None or following.type != "Person" or name.type == "Person":
            return None
        if following.first < name.last or any(
            "title" not in stream.marks[k] for k in range(name.last, following.first)
        ):
            return None
        if following.conjunction or following.preposition or name.sort == "place":
            return None
        near = range(name.first - 1, max(begin, name.first - 5) - 1, -1)
        return next((k for k in near if "title" in stream.marks[k] and "members" not in stream.marks[k]), None)

    def _fallen(self, stream: Stream, name: Named, group: Sequence[_Trigger], begin: int) -> bool:
        """As in "the farmer X was shot dead": whose fate a verb tells, before the words that say what he met."""
        if name.type != "Person" or name.preposition or any(g.first < name.first for g in group):
            return False
        k = name.first - 1
        while k >= begin and k > name.first - 4 and {"title", "victim"} & stream.marks[k].keys():
            k -= 1
        fate = stream.marks[k].get("outcome") if k >= begin else None
        return fate is not None and fate.entry.pos == "verb" and fate.entry.number == "s" and not fate.suffix

    def _and_men_of(self, stream: Stream, name: Named) -> bool:
        """Whether "and" stands before the name or before those of its people who are told of ("and gunmen of X")."""
        if name.conjunction:
            return True
        k = name.first - 1
        if k < 1 or stream.norm[k] not in self.sets["origin"]:
            return False
        k -= "adjective" in stream.marks[k - 1]
        if stream.norm[k - 1] in self.sets["and_others"]:
            return True
        members = stream.marks[k - 1].get("members") if k else None
        return members is not None and bool(members.conjunction)

    def _claims(self, stream: Stream, name: Named, begin: int, end: int) -> bool:
        """As in "an attack for which X claimed responsibility", "which X claimed": the name behind such a verb."""
        verb = stream.marks[name.first - 1].get("speech") if name.first > begin else None
        if verb is None or verb.entry.pos != "verb" or name.preposition:
            return False
        if "adopt" in verb.entry.marks["speech"]:
            return bool(verb.suffix)
        return name.last < end and self.language.strip_to(stream.norm[name.last], self.sets["responsibility"])

    def _owner_role(
        self,
        stream: Stream,
        name: Named,
        names: Sequence[Named],
        index: int,
        group: Sequence[_Trigger],
        begin: int,
        end: int,
        types: Sequence[str],
    ) -> str:
        """As in "aircraft belonging to X struck", "positions belonging to X were hit": the owner plays the part."""
        at = name.first
        if at > begin and stream.norm[at - 1] in self.sets["single_prepositions"]:
            at -= 1
        k = at - 1
        member = k >= begin and stream.norm[k] in self.sets["members_of"]
        k -= member
        at -= member
        while k >= begin and any(m in stream.marks[k] for m in ("relation", "adjective", "nationality", "participle")):
            k -= 1
        while k > begin and (stream.norm[k] in self.sets["that_self"] or stream.norm[k] in self.sets["suspecting"]):
            k -= 1
            at -= 1
        if k > begin and "instrument" in stream.marks[k] and "instrument" in stream.marks[k - 1]:
            by = stream.marks[k - 1]["instrument"].preposition == "in" or stream.norm[k - 2] in self.sets["origin"]
            if by and not name.conjunction and any(g.first in (k, k - 1) for g in group):
                return "agent"  # "shelled by an unmanned aircraft belonging to X"
        if at != name.first and "instrument" in stream.marks[k] and any(g.first in (k, k - 1) for g in group):
            return "agent"  # "struck by aircraft thought to be X's"
        warlike = k > begin and stream.norm[k] in self.sets["of_war"]
        if (
            k > begin
            and not stream.marks[k]
            and (warlike or not stream.marks[k - 1].keys().isdisjoint(("instrument", "object")))
        ):
            k -= 1
        body = next((p for p in range(k, max(begin, k - 3) - 1, -1) if "group" in stream.marks[p]), k)
        if body < k and all(self._describes(stream, p) for p in range(body + 1, k + 1)):
            at -= k - body  # "a column for logistic support, belonging to X"
            k = body
        if k < begin or k < at - 4 or (name.type == "Person" and "instrument" not in stream.marks[k]):
            return ""
        made = next((p for p in range(k - 1, max(begin, k - 5), -1) if stream.norm[p] in self.sets["composed"]), 0)
        if made and "members" in stream.marks[made - 1]:
            k = made - 1  # "a patrol of six vehicles belonging to X"
        kinds = stream.ending(name.first, "relation", begin) or stream.ending(at, "relation", begin) or ()
        if "affiliatedWith" not in kinds and not member:
            return ""
        if any(n.first <= k < n.last for n in names):
            return ""
        marks = stream.marks[k]
        thing = next(
            (marks[m] for m in ("instrument", "members", "group", "head", "object", "place") if m in marks), None
        )
        if thing is None:
            return "agent" if "Aid" in types and any(g.first == k for g in group) else ""
        if "instrument" in marks and any(g.last <= k + 1 and self._downs(stream, g) for g in group):
            return "target"  # "brought down a drone belonging to X"
        lands = name.type == "Government" or name.sort == "either"
        if lands and self.language.fold(thing.entry.lemma) in self.sets["factions"]:
            return ""  # a faction that sides with a state is not that state
        whole = name._replace(first=k, preposition=thing.preposition, conjunction=thing.conjunction, sort="actor")
        role = self._role(stream, whole, names, index, group, begin, end, types)
        aimed = stream.marks[k - 1].get("participle") if k > begin and "event" in stream.marks[k - 1] else None
        if role and aimed is not None and not aimed.definite and not aimed.preposition:
            return "target"  # "a bomb blew up, targeting a column of X"
        if any(m in marks for m in ("instrument", "members", "group")) or ("head" in marks and "object" not in marks):
            return role
        if warlike and role:
            return role  # "warships of X"
        if "Aid" in types or (role == "agent" and set(types) & {"Offensive", "Withdrawal"} and k < group[0].first):
            return "agent"  # "vehicles of X drove into Y"
        return "target" if role in ("target", "agent") else ""

    def _downs(self, stream: Stream, trigger: _Trigger) -> bool:
        """Whether something is told to have been brought down."""
        readings = self.language.readings(stream.norm[trigger.first])
        return trigger.types == ("Other",) and any(self._lemma(r.entry, "downing") for r in readings)

    def _describes(self, stream: Stream, k: int) -> bool:
        """Whether the word is a genitive or a purpose of the noun before it, or an adjective of one."""
        marks = stream.marks[k]
        finite = "verb" in marks and "masdar" not in marks
        if stream.kind[k] != "word" or stream.norm[k] in self.sets["stops"] or finite:
            return False
        return {"event", "outcome", "members", "head", "instrument", "object"}.isdisjoint(marks)

    def _arm_of(self, stream: Stream, k: int, trigger: _Trigger) -> bool:
        """As in "a raid by aircraft of X", "an attack by gunmen of X": arms or people that an attack came from."""
        marks = stream.marks[k]
        if trigger.form not in ("noun", "masdar", "phrase") or set(trigger.types) & (_OBJECT_TYPES | MUTUAL):
            return False
        if "place" in marks or self.language.strip_to(stream.norm[trigger.first], self.sets["object_masdars"]):
            return False
        return "instrument" in marks or ("members" in marks and "object" not in marks)

    def _unit_acts(
        self, stream: Stream, unit: int, group: Sequence[_Trigger], names: Sequence[Named], index: int, end: int
    ) -> bool:
        """As in "a patrol of X arrested 12 smugglers": the unit before the name is the verb's subject, what follows it
        the object.
        """
        verb = stream.marks[unit - 1].get("verb") if unit else None
        if (
            verb is None
            or verb.suffix
            or verb.entry.voice == "passive"
            or {"members", "head", "instrument"}.isdisjoint(stream.marks[unit])
        ):
            return False
        if not any(unit - 1 in (g.first, g.light) for g in group):
            return False
        noun = next(stream.marks[unit][m] for m in ("members", "head", "instrument") if m in stream.marks[unit])
        gender = "f" if noun.entry.number == "p" else noun.entry.gender
        if noun.preposition or noun.conjunction or verb.entry.gender not in ("", gender):
            return False
        return self._object_follows(stream, names[index], names, index, end) or any(
            g.light == unit - 1 and g.form != "verb" and g.first >= names[index].last for g in group
        )

    def _nominative(self, stream: Stream, k: int, trigger: _Trigger) -> bool:
        """Whether the noun right behind an active verb is its subject: no ending of the accusative where one shows."""
        noun = stream.marks[k].get("head") or stream.marks[k].get("object")
        if trigger.form != "verb" or trigger.passive or trigger.light is not None or noun is None:
            return False
        entry = noun.entry
        shows = entry.gender == "m" and entry.number == "s" and not noun.definite and not noun.suffix
        return shows and not stream.norm[k].endswith(self.sets["accusative_endings"]) and "event" in stream.marks[k - 1]

    def _out_of_control(self, stream: Stream, name: Named, begin: int) -> bool:
        """As in "retook the town from the control of X": X lost it."""
        near = range(name.first - 1, max(begin, name.first - 4), -1)
        held = (*self.sets["control"], *self.sets["hands"])
        k = next((k for k in near if stream.norm[k] in held), None)
        return k is not None and stream.norm[k - 1] in self.sets["origin"]

    def _against_control(self, stream: Stream, name: Named, group: Sequence[_Trigger], begin: int) -> bool:
        """Whether what the name controls is what is attacked ("against the last areas under the control of X")."""
        if any(self._target_verb(stream, g) for g in group):
            return True
        for k in range(name.first - 1, max(begin, name.first - 10) - 1, -1):
            if k in self._named:
                return False  # "on X, which is under the control of Y"
            if stream.norm[k] in self.sets["against_only"]:
                return True
            if stream.kind[k] == "punct":
                return False
        return False

    def _of_clause(self, stream: Stream, name: Named, near: _Trigger) -> bool:
        """Whether the name is the subject of a clause that only describes arms ("missiles that X supplied")."""
        verb = stream.marks[name.first - 1].get("verb") if name.first - 1 >= near.last else None
        if verb is None or not verb.suffix or name.preposition or name.conjunction or verb.entry.voice == "passive":
            return False
        other = ("event", "outcome", "speech", "noun", "masdar", "explodes")
        return near.form == "instrument" and stream.marks[name.first - 1].keys().isdisjoint(other)

    def _list_head(self, stream: Stream, names: Sequence[Named], index: int, begin: int) -> Named:
        """The place that opens the list in which the name at ``index`` stands ("in the villages X and Y")."""
        while index and names[index].sort == names[index - 1].sort == "place" and names[index - 1].first >= begin:
            name, before = names[index], names[index - 1]
            gap = stream.norm[before.last : name.first]
            within = name.preposition == "in" and not gap
            closes = stream.norm[name.last] in self.sets["brackets"] if name.last < len(stream) else False
            aside = closes and 1 <= len(gap) <= 3 and gap[0] in self.sets["brackets"]
            if not (name.conjunction and len(gap) <= 1) and not within and not aside:
                break
            index -= 1
        return names[index]

    def _own_base(self, stream: Stream, k: int, begin: int) -> bool:
        """Whether the words up to ``k`` are "from its base": where an attack came from."""
        for m in range(k, max(begin, k - 3), -1):
            if any(
                r.suffix and not {"place", "object"}.isdisjoint(r.entry.marks)
                for r in self.language.readings(stream.norm[m])
            ):
                return stream.norm[m - 1] in self.sets["origin"]
        return False

    def _stationed(self, stream: Stream, name: Named, begin: int, *, taken: bool) -> bool:
        """Whether the place says where someone is based ("the forces stationed in X"), not where something happened;
        ``taken`` says that somebody was taken, be it from home.
        """
        k = name.first - 1
        while k > begin and stream.norm[k] in self.sets["bearings"]:
            k -= 1
        if k > begin and stream.norm[k] in self.sets["origin"]:
            return k - 1 not in self._named and stream.norm[k - 1].startswith(self.sets["come_prefixes"])
        if k >= begin and (stream.norm[k] in self.sets["locative"] or stream.norm[k] in self.sets["against"]):
            k -= 1
        elif not name.preposition:
            return False
        if not taken and self._own_base(stream, k, begin):
            return True
        return (
            k >= begin
            and k not in self._named
            and stream.norm[k].startswith((*self.sets["stop_prefixes"], *self.sets["posted_prefixes"]))
            and {"explodes", "victim"}.isdisjoint(stream.marks[k])
            and not self._told_on(stream, k, begin)
        )

    @staticmethod
    def _told_on(stream: Stream, k: int, begin: int) -> bool:
        """Whether the participle at ``k`` describes a happening ("the bombing that goes on", "the mutual shelling")."""
        noun = k - 1
        while noun > max(begin, k - 4) and "noun" not in stream.marks[noun]:
            noun -= 1
        return noun >= begin and "event" in stream.marks[noun] and "members" not in stream.marks[noun]

    def _bearing(self, stream: Stream, name: Named, names: Sequence[Named], index: int, begin: int) -> bool:
        """Whether the place only says where the one before it lies ("X, east of Y")."""
        while index and names[index - 1].reference and names[index - 1].first >= name.first - 2:
            index -= 1
        before = names[index - 1] if index else None
        if before is None or before.first < begin or name.conjunction or before.sort == "actor":
            return False
        gap = [k for k in range(before.last, name.first) if stream.kind[k] == "word"]
        if self._distant(stream, name, gap):
            return True
        beside = before.last == name.first and not name.preposition
        if beside and index > 1 and self._bearing(stream, before, names, index - 1, begin):
            return True
        told = gap and stream.norm[gap[0]] in self.sets["lies_at"]
        if told and len(gap) > 1 and stream.norm[gap[1]] in self.sets["bearings"]:
            return True  # "the airport of X, which lies west of Y"
        if before.type not in _SETTLED and before.type != "region":
            return False
        return (
            0 < len(gap) <= 3
            and stream.norm[gap[0]] in self.sets["bearings"]
            and all(
                stream.norm[k] in self.sets["bearings"] or any(m in stream.marks[k] for m in ("place", "adjective"))
                for k in gap
            )
        )

    def _distant(self, stream: Stream, name: Named, gap: Sequence[int]) -> bool:
        """As in "X (45 kilometres west of Y)", "X, which lies 3 km from Y", "X, close to Y": Y is another place."""
        norm, sets = stream.norm, self.sets
        if not gap or len(gap) > 6 or any("event" in m and "victim" not in m for m in (stream.marks[k] for k in gap)):
            return False
        told = [k for k in gap if norm[k] in sets["adjoining"] or norm[k] in sets["distances"]]
        verbs = [k for k in gap if stream.marks[k].keys() & {"verb"} and not stream.marks[k].keys() & {"participle"}]
        return bool(told) and all(k in told for k in verbs)

    def _partitive(self, stream: Stream, name: Named, begin: int) -> bool:
        """As in "five of X", "soldiers of X": the name only says whose people are counted."""
        k = name.first - 1
        return k > begin and stream.norm[k] in self.sets["origin"] and bool({k - 1, k - 2} & self._counted)

    def _borders(self, stream: Stream, name: Named, begin: int) -> bool:
        """Whether the place is only what lies across a border ("near the border with X")."""
        k = name.first - 1
        return (
            k > begin
            and stream.norm[k] in self.sets["with"]
            and any(stream.norm[m] in self.sets["borders"] for m in range(max(begin, k - 2), k))
        )

    def _of_men(self, stream: Stream, name: Named, names: Sequence[Named]) -> bool:
        """Whether a place only tells where those come from whose name stands right before it."""
        k = name.first - 1
        if k > 0 and "place" in stream.marks[k]:
            k -= 1  # the type word
        if k <= 0 or stream.norm[k] not in self.sets["origin"]:
            return False
        return any(n.last == k and n.rule in ("name.actor.members", "name.actor.unknown") for n in names)

    def _launched(self, stream: Stream, name: Named, group: Sequence[_Trigger], types: Sequence[str]) -> bool:
        """Whether the place is where the fire came from ("fired from X at Y")."""
        fired = (
            stream.marks[name.first - 2]
            if name.first > 1 and stream.norm[name.first - 1] in self.sets["origin"]
            else {}
        )
        if "verb" in fired and not {"explodes", "light"}.isdisjoint(fired) and not name.conjunction:
            return True  # "shot down a missile fired from X"
        if families(types) != {"bombardment"} or name.conjunction:
            return False
        if name.first > group[0].last and stream.norm[name.first - 1] in self.sets["sourced"]:
            return True
        for k in range(name.first - 1, max(group[0].first, name.first - 4), -1):
            if stream.norm[k] in self.sets["origin"]:
                if stream.norm[k - 1] in self.sets["each"] or self._part_of_it(stream, k, group[0].first):
                    return False
                return "number" not in (stream.kind[k - 1], stream.kind[k + 1])
            if stream.kind[k] == "punct" or stream.norm[k] in self.sets["stops"] or stream.mark(k, "verb"):
                return False
        return False

    def _part_of_it(self, stream: Stream, k: int, begin: int) -> bool:
        """Whether "from" at ``k`` tells of what a stretch is part ("raids on several parts of X")."""
        parts = range(max(begin, k - 3), k)
        return any(
            stream.norm[p] in self.sets["edges"]
            or ("place" in stream.marks[p] and stream.marks[p]["place"].entry.number == "p")
            for p in parts
        )

    def _fired_from(self, stream: Stream, name: Named, begin: int) -> bool:
        """Whether the place is where drones or missiles were launched from, whatever became of them."""
        norm, marks = stream.norm, stream.marks
        for k in range(name.first - 1, max(begin, name.first - 6), -1):
            if norm[k] in self.sets["origin"]:
                return stream.kind[k - 1] != "number" and any(
                    (fired := marks[p].get("verb")) is not None and self._lemma(fired.entry, "launching")
                    for p in range(max(begin, k - 8), k)
                )
            if stream.kind[k] == "punct" or stream.mark(k, "verb"):
                return False
            if norm[k] in self.sets["stops"] and norm[k] not in self.sets["bearings"]:
                return False
        return False

    def _light_kind(self, stream: Stream, trigger: _Trigger) -> bool:
        if trigger.light is None:
            return False
        reading = stream.marks[trigger.light].get("light")
        return reading is not None and "agent" in reading.entry.marks["light"]

    def _has_object(self, stream: Stream, trigger: _Trigger) -> bool:
        """As in "whom gunmen seized": a pronoun on the active verb is its object, so that its subject follows."""
        reading = trigger.reading
        return reading is not None and bool(reading.suffix) and not trigger.passive and reading.entry.pos != "masdar"

    def _object_follows(self, stream: Stream, name: Named, names: Sequence[Named], index: int, end: int) -> bool:
        """Whether a force behind a verbal noun is its subject, since an object stands behind it."""
        k = name.last
        for other in names[index + 1 :]:
            if not other.conjunction or other.sort != name.sort or other.first > k + 1:
                break
            k = other.last
            index += 1
        if name.type not in ("ArmedForce", "Government") or k >= end or stream.kind[k] == "punct":
            return False
        while k < end and (k in self._counted or self._means(stream, k)):
            k += 1
        if k >= end:
            return False
        following = names[index + 1] if index + 1 < len(names) and names[index + 1].first == k else None
        if following is not None:
            return not following.conjunction and following.preposition in ("", "to")
        if stream.norm[k] in self.sets["fired"] or stream.norm[k] in self.sets["edges"]:
            return True
        marks = stream.marks[k]
        noun = next((marks[m] for m in ("object", "place", "victim", "members", "noun") if m in marks), None)
        if not marks and any(p == "to" and not c for _, c, p, _ in self.language.strip(stream.norm[k])):
            return True
        return (
            noun is not None
            and not noun.conjunction
            and noun.preposition in ("", "to")
            and stream.norm[k] not in self.sets["stops"]
            and not any(m in marks for m in ("measure", "adjective", "event"))
            and ("instrument" not in marks or name.rule == "name.actor.members")
        )

    def _means(self, stream: Stream, k: int) -> bool:
        """Whether the word tells with what ("by artillery"), or is the adjective of such a word."""
        weapon = stream.marks[k].get("instrument")
        if weapon is not None:
            return weapon.preposition == "in"
        return "adjective" in stream.marks[k] and "instrument" in stream.marks[k - 1]

    def by_doing(self, stream: Stream, names: Sequence[Named], at: int, first: int) -> int | None:
        """The subject of the verb of doing over the verbal noun at ``at`` ("X carried out the killing of Y")."""
        deed = stream.marks[at].get("masdar")
        managed = stream.norm[at - 1] in self.sets["of"]
        if not managed and (
            deed is None or (deed.preposition != "in" and stream.norm[at - 1] not in self.sets["forced_to"])
        ):
            return None
        doing = (
            k
            for k in range(at - 1, max(first, at - 8) - 1, -1)
            if (self._manages(stream, k) if managed else self._doing(stream, k))
        )
        verb = next(doing, None)
        if verb is None:
            return None
        near = [
            k
            for k, n in enumerate(names)
            if n.sort == "actor" and not n.preposition and (verb < n.first < at or n.last == verb)
        ]
        return near[0] if near else None

    def _doing(self, stream: Stream, k: int) -> bool:
        """Whether a verb of carrying out stands there."""
        return any(self._lemma(r.entry, "doing") for r in self._verbal(stream, k))

    def _manages(self, stream: Stream, k: int) -> bool:
        """Whether a verb of managing to do something stands there."""
        verb = stream.marks[k].get("light")
        return verb is not None and verb.entry.pos == "verb" and "agent" in verb.entry.marks["light"]

    def _does(self, stream: Stream, deed: _Trigger) -> bool:
        """Whether the verbal noun is governed by a verb of doing, whose subject did it, so that its own genitive is
        whom it befell.
        """
        if deed.light is None or deed.light >= deed.first or deed.reading is None:
            return False
        governed = deed.reading.preposition == "in" or stream.norm[deed.first - 1] in self.sets["forced_to"]
        return governed and any(self._lemma(r.entry, "doing") for r in self._verbal(stream, deed.light))

    def _verbal(self, stream: Stream, k: int) -> list[Reading]:
        """The readings of a word as a verb or a verbal noun."""
        return [r for r in self.language.readings(stream.norm[k]) if r.entry.pos in ("verb", "masdar")]

    def _attack_hits(self, stream: Stream, noun: _Trigger, group: Sequence[_Trigger], name: Named, end: int) -> bool:
        """Whether an attack is the subject of the verb of hitting right before it ("a raid hit the forces of X")."""
        if not noun.definite and stream.norm[noun.first].endswith(self.sets["accusative_endings"]):
            return False
        if noun.definite:
            before = stream.marks[noun.first - 1].get("verb")
            ruined = before is not None and before.entry.voice != "passive" and not before.suffix
            ruined = ruined and name.first == noun.last
            if ruined and before is not None and "transitive" in before.entry.marks.get("valency", ()):
                return True
            return noun.light is not None and noun.light == noun.first - 1 and self._hits(stream, noun.light)
        behind = name.last
        if name.first == noun.last and behind < end and stream.norm[behind] not in self.sets["stops"]:
            return False  # "the raids of X hit Y"
        verb = next((g for g in group if g.last == noun.first and g.form == "verb" and g.vague), None)
        hit = verb is not None and not verb.passive and not self._disagrees(noun, verb)
        return hit or (noun.light is not None and noun.light == noun.first - 1 and self._hits(stream, noun.light))

    def _hits(self, stream: Stream, position: int) -> bool:
        """Whether the word is a verb of hitting, whose object was meant."""
        reading = stream.marks[position].get("light")
        return reading is not None and reading.entry.pos == "verb" and "hit" in reading.entry.marks["light"]

    def _can_act(self, stream: Stream, position: int) -> bool:
        """Whether some reading of the word is a support verb whose subject acts."""
        return any(
            r.entry.pos == "verb" and "agent" in r.entry.marks.get("light", ())
            for r in self.language.readings(stream.norm[position])
        )

    def _target_verb(self, stream: Stream, trigger: _Trigger) -> bool:
        if trigger.light is None:
            return False
        reading = stream.marks[trigger.light].get("light")
        return reading is not None and "target" in reading.entry.marks["light"]

    def _has_subject(self, stream: Stream, trigger: _Trigger, names: Sequence[Named], index: int, begin: int) -> bool:
        """Whether a name or pronoun before the verb is its subject, so that one after it is its object."""
        verb = trigger.light if trigger.light is not None and trigger.light >= begin else trigger.first
        at = verb - 1
        while at >= begin and stream.norm[at] in self.sets["auxiliary"]:
            at -= 1
        if at >= max(begin - 1, 0) and stream.norm[at] in self.sets["that_self"]:
            return True
        return any(
            begin <= n.first
            and n.last <= trigger.first
            and n.sort in ("actor", "either")
            and self._preposition(stream, n, begin, names)[0] == ""
            and self._subject_before(stream, n, trigger, names, k, begin)
            for k, n in enumerate(names[:index])
        )

    def _first_agent(self, names: Sequence[Named], index: int, light: int) -> bool:
        return not any(light < n.first and n.sort != "place" for n in names[:index])

    def _subject_before(
        self, stream: Stream, name: Named, trigger: _Trigger, names: Sequence[Named], index: int, begin: int
    ) -> bool:
        """Whether the name opens the clause of a verb that follows it."""
        verb = trigger.light if trigger.light is not None and trigger.light >= name.last else trigger.first
        marks = stream.marks[verb]
        finite = trigger.form == "phrase" and not {"noun", "masdar"} & set(marks) and verb == trigger.first
        if ("verb" not in marks and not finite) or (
            verb == trigger.first and trigger.form in ("noun", "masdar", "instrument")
        ):
            return False
        if any(
            n.first < name.first and n.first >= begin and n.sort != "place" and not n.preposition for n in names[:index]
        ):
            return name.conjunction != ""
        near = range(name.last, min(name.last + 2, verb))
        if any(stream.norm[p] in self.sets["backed"] for p in near) and stream.norm[verb - 1] in self.sets["commas"]:
            return True  # "a force of X, backed by gunmen of Y, attacked …"
        which = next((p for p in range(name.last, verb) if stream.norm[p] in self.sets["relative_pronouns"]), 0)
        if which and any(n.last in (which, which - 1) and n.sort != "place" for n in names[index + 1 :]):
            return False  # "X opposes Y, which took …"
        made = next((p for p in range(name.last, verb) if stream.norm[p] in self.sets["composed"]), verb)
        if name.rule == "name.actor.members" and stream.norm[name.last] in self.sets["against_only"]:
            ridden = stream.norm[name.last + 1] in self.sets["aboard"] or "object" in stream.marks[name.last + 1]
            if ridden and verb - name.last <= 8:
                return True  # "gunmen on lorries attacked"
        return all(
            stream.norm[p] in self.sets["auxiliary"]
            or stream.kind[p] == "punct"
            or (made <= p <= made + 5 and "verb" not in stream.marks[p])
            or stream.norm[p] in self.sets["relative"]
            or "adjective" in stream.marks[p]
            or "participle" in stream.marks[p]
            or any(n.first <= p < n.last for n in names)
            or stream.norm[p].startswith(self.language.article)
            or stream.norm[p] in self.sets["locative"]
            or any(stream.norm[p] in self.sets[c] for c in ("suspecting", "that_self", "members_of", "toward"))
            or any(stream.norm[q] in self.sets["makes"] for q in range(p - 1, min(p + 2, verb)))
            or verb - name.last <= 3
            for p in range(name.last, verb)
        )

    def _preposition(self, stream: Stream, name: Named, begin: int, names: Sequence[Named]) -> tuple[str, int | None]:
        """(kind of the preposition that governs the name, position of a noun between or None)."""
        sets, norm = self.sets, stream.norm
        if name.preposition:
            if name.preposition == "to":
                before = name.first - 1
                if before >= begin and "controlledBy" in (stream.ending(name.first, "relation", begin) or ()):
                    return "control", None
                if before >= begin and ("relation" in stream.marks[before] or norm[before] in sets["members_of"]):
                    return "relation", None
                of = ("object", "place", "members", "group", "victim", "head")
                described = norm[before].endswith(sets["nisba_endings"]) and not norm[before].startswith(
                    self.language.article
                )
                if before > begin and described and not any(m in stream.marks[before] for m in of):
                    before -= 1  # "a military patrol of X"
                noun = before if before >= begin and any(m in stream.marks[before] for m in of) else None
                return "to", noun
            return name.preposition, None
        relation = stream.ending(name.first, "relation", begin)
        if relation is not None:
            return ("control" if "controlledBy" in relation else "relation"), None
        k = name.first - 1
        noun = None
        steps = 0
        while k >= begin and steps < 5:
            word = norm[k]
            if stream.kind[k] == "punct":
                return "", noun
            if word in sets["single_prepositions"] and k > begin and "relation" in stream.marks[k - 1]:
                return "relation", noun
            if word in sets["single_prepositions"]:
                return ("to" if word in sets["to_letters"] else "in"), noun
            if word in sets["control"]:
                return "control", noun
            if word in sets["hands"] and k > begin and norm[k - 1] in sets["origin"]:
                return "control", noun  # "recaptured it from the hands of X"
            if word in sets["by"] and any(norm[m] in sets["support"] for m in range(max(begin, k - 4), k)):
                return "relation", noun
            if (
                word in sets["by"]
                and k - 2 >= begin
                and norm[k - 2] in sets["held"]
                and norm[k - 1] in sets["by_openers"]
            ):
                return "relation", noun
            if word in sets["by"] and (k == begin or norm[k - 1] in sets["by_openers"] or word in sets["by_alone"]):
                return "by", noun
            if word in sets["between"]:
                return "between", noun
            if word in sets["against_only"]:
                return "against", noun
            if word in sets["with"]:
                return "with", noun
            if word in sets["toward"]:
                return "toward", noun
            if word in sets["origin"]:
                if (
                    any(
                        (r := stream.marks[max(begin, k - 1)].get(m)) is not None and not r.suffix
                        for m in ("members", "head", "group", "victim")
                    )
                    or (k - 2 >= begin and {"members", "group", "head"} & set(stream.marks[k - 2]))
                    or (k - 1 >= begin and stream.kind[k - 1] == "number")
                ):
                    k -= 1
                    steps += 1
                    continue
                return ("relation" if k - 1 >= begin and "relation" in stream.marks[k - 1] else "origin"), noun
            if word in sets["locative"]:
                return "locative", noun
            if word in sets["about"]:
                return "about", noun
            marks = stream.marks[k]
            if "relation" in marks and not (marks["relation"].entry.pos == "verb" and not marks["relation"].suffix):
                return "relation", noun
            if any(m in marks for m in ("verb", "event")) and not any(
                m in marks for m in ("members", "object", "place", "victim")
            ):
                return "", noun
            deed = marks.get("event")
            if deed is not None and deed.entry.pos == "masdar" and {"object", "place"}.isdisjoint(marks):
                return "", noun  # "attacking", written like "an attacker"
            if any(n.first <= k < n.last for n in names):
                return "", noun
            attached = next((r for r in marks.values() if r.preposition and r.preposition != "as"), None)
            if attached is not None and noun is not None and "instrument" in marks:
                return "", noun
            if attached is not None and k > begin and "relation" in stream.marks[k - 1]:
                return "relation", k  # "forces loyal to the head of X"
            if attached is not None:
                return attached.preposition, k
            if any(m in marks for m in ("object", "place", "members", "victim", "noun")):
                noun = k
            k -= 1
            steps += 1
        return "", noun
