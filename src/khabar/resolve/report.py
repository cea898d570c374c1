"""Puts an article's mentions together into a :class:`~khabar.model.Report`."""

from __future__ import annotations

import hashlib
import itertools
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from operator import attrgetter

from khabar.collecting import Uncollected
from khabar.extract.attribution import ECHOES, STATEMENTS, AttributionFinder, Frame
from khabar.extract.dates import Calendar, DateMention
from khabar.extract.events import ATTACKS, LOCAL, MUTUAL, EventFinder, EventMention, families
from khabar.extract.mentions import Named
from khabar.extract.names import NameFinder, Repeats
from khabar.extract.quantities import QuantityGrammar
from khabar.extract.structure import Layout, lay_out
from khabar.extract.tolls import Counted, TollFinder
from khabar.extract.voices import VoiceFinder
from khabar.language import Language
from khabar.match.stream import Stream
from khabar.model import (
    ARTICLE,
    Actor,
    Article,
    Claim,
    Event,
    Evidence,
    Metadata,
    Place,
    Relation,
    Report,
    Span,
    Toll,
    When,
)
from khabar.resolve.discourse import Discourse, Sentence
from khabar.resolve.entities import UNNAMED, Entities, Entity, sorted_names
from khabar.resolve.happenings import Happening, Happenings, Told
from khabar.resolve.relations import claim_relations, stated_relations

__all__ = ["Assembler"]

_QUOTE_WORDS = 12
_PERIOD = 6
"""Days, less one, that make a period of which a total is told."""
_HOST_REACH = 16
"""As many words may stand between a happening and that in whose course it came."""
_HEAD_WORDS = 4
"""Words, with the colon, of a line that heads a part of a bulletin."""
_DEED_REACH = 10
"""How many words behind its verb a deed may be named."""
_A_MONTH = 28
"""Days from which "so long after" tells a month or year only, so that any day of the news will do to count from."""
_TOTAL = 10
"""The least that is a total of a period."""
_FELL_IN = 5
"""How many words behind those who fell the search or arrest is named in which they did."""
_NEAR_DATE = 8
"""How many words from a total its period stands."""
_SINCE_REACH = 5
"""How many words behind a truce its own day stands."""
_NUMBER_REACH = 5
"""How many words behind "the number" its figure stands."""
_SPAN = attrgetter("span.start", "span.end")
_OWN_EVENT = {
    "Displaced": "Displacement",
    "Detained": "Detention",
    "Abducted": "Abduction",
    "Surrendered": "Withdrawal",
}
_ANNOUNCED = frozenset(
    {"AirStrike", "Shelling", "GuidedMissile", "Offensive", "Capture", "Detention", "Other", "Explosion"}
)
"""What a force that announces it has done itself."""
_SERVICES = frozenset({"Detention", "Displacement", "Aid"})
"""What a body that announces it has done itself, be it armed or not."""
_LASTING = frozenset({"Offensive", "Siege", "Displacement"})
"""What goes on for weeks from the day on which it begins."""
_FORESEEABLE = timedelta(days=366)
_HARMLESS = frozenset({"Agreement", "Aid", "Protest", "Statement"})
_BLOODLESS = _HARMLESS | {"Capture", "Withdrawal", "Displacement", "Detention", "Abduction", "Siege", "Cyber"}
"""Types of happening that nobody need die in."""
_LETHAL = frozenset({"Killed", "Injured", "KilledOrInjured"})
_ARMED = frozenset({"fighters", "soldiers", "police", "commanders", "officers", "attackers"})
"""Victims who fall in a fight."""
_NATIONAL = frozenset({"AirStrike", "Shelling", "GuidedMissile", "Offensive", "Other"})
"""Types of attack that an adjective of nationality lays to a state's charge."""
_BOMBING = frozenset({"event", "instrument"})
"""Classes of words for attacks and for what they are made with."""
_YIELDING = frozenset({"Withdrawal", "Capture", "Clash", "Offensive", "Agreement", "Detention"})
"""Types of happening in which fighters give themselves up."""
_RETOLD = ATTACKS - {"ChemicalAttack"}
"""Types of what happened once, which a voice may tell again without saying so."""
_STRUCK = ATTACKS - {"Offensive", "ChemicalAttack"}
"""Types of attack whose targets are told by whom they harmed."""
_CONSEQUENCES = frozenset(
    {"Destruction", "Displacement", "Detention", "Abduction", "Withdrawal", "Capture", "Explosion"}
)
"""Types of happening that a word for an outcome may stand for, or that may be mere outcomes of another."""

_DEEDS = frozenset({"Detention", "Abduction"})
"""Types that somebody does on their own account, also where they are told behind another happening."""


_NEAR_CUE = 2
"""Words from a verb of speech or a cue to the name of the first of several speakers, at most."""


@dataclass(slots=True)
class _Draft:
    """A claim while the article is read: numbers of entities and happenings, positions of the stream."""

    speaker: int | None
    via: list[int]
    happenings: list[int]
    modality: str
    tolls: list[tuple[Counted, Sentence]]
    spans: list[tuple[int, int]]
    sentence: int
    paragraph: int
    rule: str


class Tools:
    """The finders of a language, made once."""

    def __init__(self, language: Language) -> None:
        self.language = language
        self.names = NameFinder(language)
        self.repeats = Repeats(language)
        self.attribution = AttributionFinder(language)
        self.voices = VoiceFinder(language)
        self.tolls = TollFinder(language)
        self.events = EventFinder(language)
        self.quantities = QuantityGrammar(language.numbers, language.fold)
        self.calendar = Calendar(language.calendar, language.fold, self.quantities)


class Assembler:
    """Extracts one article after the other."""

    def __init__(self, language: Language) -> None:
        self.tools = Tools(language)

    def report(self, text: str, metadata: Metadata) -> Report:
        """Everything that ``text`` reports."""
        # the mentions of an article live until its report is made: looking for garbage among them finds none
        with Uncollected():
            return self._report(text, metadata)

    def _report(self, text: str, metadata: Metadata) -> Report:
        language = self.tools.language
        stream = Stream(language.read(text), language)
        layout = lay_out(stream, language, metadata.outlet)
        return _Work(self.tools, stream, layout, metadata).report()


class _Work:
    """The state of one article's assembly."""

    def __init__(self, tools: Tools, stream: Stream, layout: Layout, metadata: Metadata) -> None:
        self.tools = tools
        self.language = tools.language
        self.sets = tools.language.sets
        self.stream = stream
        self.text = stream.document.text
        self.layout = layout
        self.metadata = metadata
        self.entities = Entities(stream, self.language)
        self.sentences: list[Sentence] = []
        self.discourse = Discourse(stream, self.sets, self.entities, self.sentences)
        self.outlet: int | None = None
        self.author: int | None = None
        self.drafts: list[_Draft] = []
        self.told: dict[tuple[int, int], Happening] = {}
        self._claimants: set[int] = set()
        """Who claims an attack."""
        self.disputed: set[int] = set()
        """Happenings that somebody denies or lays to another's charge."""
        self.speaks_for: dict[int, int] = {}
        """The force in whose name a person speaks."""
        self.happenings = Happenings({}, frozenset(), frozenset(), {})
        self._last_told: tuple[int, list[int], tuple[str, ...]] | None = None
        self._sides_told = False
        self._summed: tuple[int, Happening] | None = None

    # ------------------------------------------------------------------ running order

    def report(self) -> Report:
        """Everything that the article reports."""
        self._mentions()
        self._publisher()
        self._resolve_names()
        self.discourse.quotations()
        self.discourse.afterwards()
        self.discourse.between()
        inside = self._containment()
        small = {"town", "village", "camp", "neighbourhood", "facility", "other"}
        self.happenings = Happenings(
            inside,
            frozenset(e.number for e in self.entities.all if not e.actor and e.type in small),
            frozenset(e.number for e in self.entities.all if not e.actor and e.type in ("facility", "other")),
            {e.number: frozenset(e.entry.countries) for e in self.entities.all if e.actor and e.entry is not None},
            items=self._is_bulletin(),
            regions=frozenset(e.number for e in self.entities.all if not e.actor and e.type == "region"),
        )
        body = [s for s in self.sentences if s.role == "body"]
        for sentence in body:
            self._events(sentence)
        for sentence in (s for s in self.sentences if s.role == "headline"):
            self._headline(sentence)
        self._fold()
        self._one_air_force()
        self._struck_forces()
        self._lead_date()
        self._inherit()
        self._quarters()
        self._owned_up()
        return self._finish(inside)

    def _mentions(self) -> None:
        tokens = self.stream.document.tokens
        kept = self.stream.token

        def at(first: int, last: int) -> tuple[int, int]:
            begin, end = bisect_left(kept, first), bisect_left(kept, last)
            return (begin, end) if begin < end else (-1, -1)

        for k, (first, last, paragraph) in enumerate(self.stream.bounds):
            role = self.layout.roles[k]
            if role in ("byline", "boilerplate"):
                self.sentences.append(Sentence(k, first, last, paragraph, role, [], [], frozenset(), []))
                continue
            first = min(self.layout.starts[k], last - 1)
            a, b = self.stream.token[first], self.stream.token[last - 1] + 1
            dates = []
            used: set[int] = set()
            used_tokens: set[int] = set()
            for mention in self.tools.calendar.find(tokens, a, b, self.text, self.metadata.published):
                begin, end = at(mention.first, mention.last)
                if begin < 0 or self.stream.norm[begin - 1] in self.sets["named_by_dates"]:
                    continue
                if mention.kind == "year" and self._of_a_paper(begin, first):
                    continue
                dates.append((begin, end, mention))
                used.update(range(begin, end))
                used_tokens.update(range(mention.first, mention.last))
            quantities = []
            counted: set[int] = set()
            for quantity in self.tools.quantities.find(tokens, a, b, frozenset(used_tokens)):
                begin, end = at(quantity.first, quantity.last)
                if begin >= 0:
                    quantities.append((begin, end, quantity))
                    counted.update(range(begin, end))
            taken = frozenset(used)
            names = self.tools.names.find(self.stream, first, last, taken | frozenset(counted))
            names = self.tools.voices.find(self.stream, first, last, names, taken | frozenset(counted))
            self.sentences.append(
                Sentence(k, first, last, paragraph, role, names, dates, taken, list(quantities), frozenset(counted))
            )
        known = self.tools.repeats.known(self.stream, (n for s in self.sentences for n in s.names))
        for sentence in self.sentences if known else ():
            if sentence.tells:
                sentence.names = self.tools.repeats.find(
                    self.stream,
                    sentence.first,
                    sentence.last,
                    sentence.names,
                    sentence.taken | sentence.counted,
                    known,
                )
        self.entities.weigh(n for s in self.sentences for n in s.names)

    def _is_bulletin(self) -> bool:
        """Whether lines of a word or two before a colon divide the text ("Homs:", "Statements:")."""
        heads = [
            s
            for s in self.sentences
            if s.role == "body" and s.last - s.first <= _HEAD_WORDS and self.stream.norm[s.last - 1] == ":"
        ]
        return len(heads) > 1

    def _publisher(self) -> None:
        """The outlet and the author, from the byline or from what was known before."""
        for span, kind in ((self.layout.outlet, "MediaOutlet"), (self.layout.author, "Person")):
            if span is None or not self.stream.surface(*span):
                continue
            hit = next(
                (h for h in self.stream.hits(*span) if h.kind in ("actor", "ambiguous") and h.last == span[1]), None
            )
            entry = hit.payload if hit is not None and hit.payload.kind == kind else None
            name = Named(
                span[0],
                span[1],
                "actor",
                kind,
                self.stream.surface(*span),
                (),
                entry,
                (),
                "",
                "",
                "",
                False,
                "name.byline",
            )
            number = self.entities.actor(name)
            if kind == "Person":
                self.author = number
            else:
                self.outlet = number
        known = self.metadata.outlet
        words = self.language.split(known) if known else ()
        if words and self.outlet is not None and words not in self.entities.all[self.outlet].words:
            self.outlet = None
        if known and words and self.outlet is None:
            listed = self.language.names.exactly(words)
            entry = next((n.payload for n in listed if n.kind in ("actor", "ambiguous")), None)
            number = self.entities._new(True, entry.kind if entry is not None else "MediaOutlet", "metadata.outlet")
            entity = self.entities.all[number]
            entity.entry = entry
            if entity.entry is not None:
                self.entities._by_entry[entity.entry.id] = number
            entity.names.append(known)
            entity.words.add(words)
            self.outlet = number

    # ------------------------------------------------------------------ names

    def _resolve_names(self) -> None:
        for sentence in self.sentences:
            if not sentence.tells:
                continue
            sentence.frames = self.tools.attribution.find(
                self.stream,
                sentence.first,
                sentence.last,
                sentence.names,
                sentence.counted | sentence.taken,
                opening=sentence.role == "headline",
            )
        order = [s for s in self.sentences if s.role == "body"] + [s for s in self.sentences if s.role == "headline"]
        for sentence in order:
            speakers = {k for f in sentence.frames if f.speaker >= 0 for k in self._voices(sentence, f)}
            speakers |= {v for f in sentence.frames for v in f.via}
            previous: tuple[int, Named, int] | None = None
            for k, name in enumerate(sentence.names):
                if name.rule == "name.place.direction-of-governorate" or self._titular(sentence.names, k):
                    continue
                number: int | None
                if name.sort == "place" or (
                    name.sort == "either" and k not in speakers and self._is_location(sentence, name)
                ):
                    if name.sort == "either":
                        name = name._replace(type=name.places[0].kind, reference=False)
                    number = self.entities.place(name)
                else:
                    if name.sort == "source" and k not in speakers:
                        continue
                    number = self.entities.actor(name, speaks=k in speakers or name.last - name.first > 2)
                if number is None:
                    continue
                sentence.entity[k] = number
                self.entities.all[number].spoke |= k in speakers
                if k in speakers and k:
                    self._organ(sentence.names[k - 1], name, number)
                if previous is not None and name.sort != "place":
                    self._apposition(sentence, previous, name, number)
                previous = (k, name, number) if name.sort != "place" else None
        self._directions(order)

    def _titular(self, names: Sequence[Named], k: int) -> bool:
        """Whether a definite type word only opens the name behind it ("the capital X", "the Libyan capital X")."""
        name = names[k]
        if not name.reference or name.sort != "place" or k + 1 >= len(names):
            return False
        after = names[k + 1]
        if (
            after.sort == "actor"
            or after.conjunction
            or after.preposition
            or (after.reference and after.sort == "place")
        ):
            return False
        gap = range(name.last, after.first)
        return len(gap) <= 1 and all("nationality" in self.stream.marks[p] for p in gap)

    def _organ(self, organ: Named, name: Named, number: int) -> None:
        """As in "the media centre of X said": "the centre" then means X."""
        told = name.preposition == "to" or self.stream.norm[name.first - 1] in self.sets["to_letters"]
        if organ.reference and organ.head and told and name.first - organ.last <= 3:
            self.entities.all[number].heads.add(organ.head)

    def _directions(self, order: Sequence[Sentence]) -> None:
        """As in "east of X" is the region "the eastern countryside of X" where the article names that too."""
        regions = {next(iter(e.words)): e for e in self.entities.all if not e.actor and e.type == "region" and e.words}
        article = self.language.article
        for sentence in order:
            for k, name in enumerate(sentence.names):
                if name.rule != "name.place.direction-of-governorate":
                    continue
                words = self.language.split(name.name)
                adjective = self.sets["direction_of"].get(words[0])
                if adjective is None:
                    continue
                tail = "".join((*words[1:], adjective)).replace(article, "")
                region = next((e for key, e in regions.items() if key[0].endswith(tail)), None)
                if region is not None:
                    sentence.entity[k] = region.number
                    self.entities._add(region, name._replace(reference=False))

    def _is_location(self, sentence: Sentence, name: Named) -> bool:
        if name.preposition == "in" or self._struck(sentence, name):
            return True
        before = name.first - 1
        if before < sentence.first or self.tools.events.ascribed(self.stream, name, sentence.first):
            return False
        norm = self.stream.norm
        if any("place" in self.stream.marks[k] for k in range(max(sentence.first, before - 1), before + 1)):
            return True
        event = self.stream.marks[before].get("event")
        if event is not None and event.entry.pos != "verb" and set(event.entry.marks["event"]) <= LOCAL:
            return True
        index = sentence.names.index(name)
        if event is not None and self.tools.events.shelled(self.stream, sentence.names, index, sentence.last):
            return True
        beside = norm[before] in self.sets["edges"]
        if beside and any(f.kind == "accuse" and 0 < before - f.at <= 3 for f in sentence.frames):
            return False  # "X accused its neighbour Y"
        if norm[before] in self.sets["locative"] or norm[before] in self.sets["toward"] or beside:
            return True
        if norm[before] in self.sets["against_only"] and name.places:
            # "raids, drones and missiles on X", a capital
            near = range(max(sentence.first, before - 8), before)
            return any(not _BOMBING.isdisjoint(self.stream.marks[k]) for k in near)
        return norm[before] in self.sets["origin"] and not self.stream.phrase_ending(
            name.first, "relation", sentence.first
        )

    def _by_weapon(self, sentence: Sentence, before: int) -> bool:
        """Whether the words up to ``before`` are a verb of attack and the weapon that is its subject, with whose it is
        ("Russian missiles hit X").
        """
        marks, described = self.stream.marks, "nationality" in self.stream.marks[before]
        weapon = before - described
        if weapon - 1 < sentence.first or "instrument" not in marks[weapon] or marks[weapon]["instrument"].preposition:
            return False
        verb = marks[weapon - 1].get("verb")
        return verb is not None and "event" in verb.entry.marks and verb.entry.voice != "passive"

    def _shaken(self, sentence: Sentence, before: int) -> bool:
        """Whether the words up to ``before`` are a verb of hitting and the blasts that are its subject."""
        for k in range(before, max(sentence.first, before - 3) - 1, -1):
            light = self.stream.marks[k].get("light")
            if light is not None and light.entry.pos == "verb":
                noun = self.stream.marks[k + 1].get("event") if k < before else None
                return noun is not None and noun.entry.pos != "verb" and "hit" in light.entry.marks["light"]
            if k < before and not {"event", "adjective"} & self.stream.marks[k].keys():
                return False
        return False

    def _struck(self, sentence: Sentence, name: Named) -> bool:
        """Whether a city, which may stand for its government, is what an attack hit or what came under it."""
        if name.preposition or not name.places or name.places[0].kind == "country":
            return False
        before = name.first - 1
        while before > sentence.first and self.stream.norm[before] in self.sets["skippable"]:
            before -= 1
        if before < sentence.first:
            return False
        light = self.stream.marks[before].get("light")
        if light is not None and {"target", "witness", "hit"} & set(light.entry.marks["light"]):
            return True
        if not name.conjunction and (self._shaken(sentence, before) or self._by_weapon(sentence, before)):
            return True
        if name.conjunction:
            joined = next((n for n in sentence.names if n.last == name.first), None)
            return joined is not None and (joined.sort == "place" or self._struck(sentence, joined))
        subject = next((n for n in sentence.names if n.last == before + 1 and n.sort != "place"), None)
        if subject is not None and not subject.conjunction and subject.first > sentence.first:
            verb = self.stream.marks[subject.first - 1].get("verb")
            return verb is not None and ("event" in verb.entry.marks or "frame" in verb.entry.marks)
        verb = self.stream.marks[before].get("verb")
        return (
            verb is not None
            and "event" in verb.entry.marks
            and any(
                n.sort != "place" and sentence.first <= n.first and n.last <= before and before - n.last <= 3
                for n in sentence.names
            )
        )

    def _apposition(self, sentence: Sentence, previous: tuple[int, Named, int], name: Named, number: int) -> None:
        """As in "X (Y)", "X “Y”": two names side by side are one actor's."""
        _, before, other = previous
        if other == number or name.conjunction or name.preposition or name.type == "Person" or before.type == "Person":
            return
        if name.type == "MediaOutlet" and (before.sort == "source" or before.type in ("ArmedForce", "Government")):
            return  # "eyewitnesses told “X” of …"
        gap = range(before.last, name.first)
        opens = all(self.stream.norm[p] in self.sets["brackets"] for p in gap)
        quoted = name.first in self.stream.opens and self.stream.quote[before.last - 1] != self.stream.quote[name.first]
        if (gap and opens) or (not gap and quoted):
            self.entities.merge_aliases(other, number)

    def _lead_date(self) -> None:
        """As in "today" in the lead covers the later paragraphs about the same happening (guidelines: Events)."""
        lead = next(
            (
                h
                for h in self.happenings.all
                if h.dated and not h.open_end and h.earliest is not None and h.earliest == h.latest
            ),
            None,
        )
        if lead is None or lead.number > 1:
            return
        for happening in self.happenings.all:
            if happening.dated or happening.intended or "Statement" in happening.types or happening is lead:
                continue
            same_hand = bool(set(happening.agents) & set(lead.agents))
            kin = families(happening.types) & families(lead.types)
            near = any(self.happenings._related(a, b) for a in happening.places for b in lead.places)
            elsewhere = happening.places and lead.places and not near
            if (same_hand and (kin or not elsewhere)) or (near and kin and not happening.agents):
                happening.earliest, happening.latest, happening.dated = lead.earliest, lead.latest, True

    def _fold(self) -> None:
        """An attack told without a place, a target or a day of its own is the one told just before it."""
        into: dict[int, Happening] = {}
        for happening in self.happenings.all:
            placed = happening.places or happening.targets or happening.dated
            if not _plain(happening) or placed or happening.apart:
                continue
            after = happening.types == ["Other"] and not happening.vague and happening.rule == "event.verb"
            kin = families(happening.types)
            before = [
                other
                for other in self.happenings.all[: happening.number]
                if other.number not in into
                and _plain(other)
                and (happening.vague or happening.types != ["Other"] or "Other" in other.types)
                and happening.began[1] - other.sentence <= 3
                and (
                    {"Other", "Explosion"} & set(happening.types)
                    or kin & families(other.types)
                    or (other.vague and "Clash" not in happening.types)
                )
                and (not happening.agents or not other.agents or set(happening.agents) & set(other.agents))
            ]
            if before:
                told = into[happening.number] = max(before, key=_told_last)
                told.evidence.update(happening.evidence)
                if told.vague and not happening.vague:
                    told.types, told.vague = list(happening.types), False
                if not after or told.types == ["Other"]:  # whoever looks into a blast did not cause it
                    told.agents.extend(a for a in happening.agents if a not in told.agents + told.targets)
        if into:
            self.drafts = _joined(self.drafts, into)

    def _one_air_force(self) -> None:
        """Where all air strikes that the article ascribes are one side's, those it leaves open are that side's too."""
        bombs = [h for h in self.happenings.all if families(h.types) == {"bombardment"}]
        strikes = [h for h in bombs if "AirStrike" in h.types and not h.intended]
        known = {tuple(sorted(h.agents)) for h in strikes if h.agents}
        if len(known) != 1:
            return
        if {tuple(sorted(h.agents)) for h in bombs if h.agents} == known:
            strikes = [h for h in bombs if ("AirStrike" in h.types or h.soft) and not h.intended]
        for happening in strikes:
            if not happening.agents and happening.number not in self.disputed:
                happening.agents = [a for a in min(known) if a not in happening.targets]
                if happening.soft and happening.types == ["Shelling"] and happening.agents:
                    happening.types = ["AirStrike"]

    def _struck_forces(self) -> None:
        """Whose fighters fell was the target: in a fight that only others are said to have waged, and where soldiers
        or police fell and the article knows but one army or police.
        """
        bodies = {
            victims: [
                e.number
                for e in self.entities.all
                if e.actor and e.type == "ArmedForce" and e.kept and any(w in words for ws in e.words for w in ws)
            ]
            for victims, words in (("soldiers", self.sets["armies"]), ("police", self.sets["police"]))
        }
        for draft in self.drafts:
            if len(draft.happenings) != 1:
                continue
            happening = self.happenings.all[draft.happenings[0]]
            if not set(happening.types) <= _STRUCK or happening.intended:
                continue
            one_side = happening.types == ["Clash"] and len(happening.agents) == 1
            for toll, sentence in draft.tolls:
                if toll.outcome not in _LETHAL:
                    continue
                if toll.of is not None:
                    told = happening.types != ["Clash"] and sentence.index - happening.began[1] <= 1
                    side = one_side or (told and not happening.targets)
                    forces = [sentence.entity[toll.of]] if side and toll.of in sentence.entity else []
                    forces = [f for f in forces if self.entities.all[f].type == "ArmedForce"]
                else:
                    forces = self._countrymen(toll) or bodies.get(toll.victims, [])
                involved = {*happening.agents, *happening.targets}
                if happening.types == ["Clash"] and not happening.agents and toll.of is not None:
                    happening.agents = self._both_fell(sentence, toll.of)
                    happening.targets = [t for t in happening.targets if t not in happening.agents]
                elif len(forces) == 1 and forces[0] not in involved:
                    happening.targets.append(forces[0])

    def _countrymen(self, toll: Counted) -> list[int]:
        """The force of the article whose soldiers are told by their nationality alone ("three Turkish soldiers")."""
        if toll.victims != "soldiers":
            return []
        for k in range(toll.first, min(toll.last + 1, len(self.stream))):
            reading = self.stream.marks[k].get("nationality")
            if reading is not None:
                force = self.language.nationalities[int(reading.entry.marks["nationality"][0])].force
                return [e.number for e in self.entities.all if e.entry is not None and e.entry.id == force]
        return []

    def _inherit(self) -> None:
        """A happening told without a place happened where the one before it in its sentence did."""
        told: Happening | None = None
        for happening in self.happenings.all:
            if "Statement" in happening.types or happening.intended:
                continue
            if not happening.places and told is not None and told.began == happening.began:
                happening.places = list(told.places)
            if happening.places:
                told = happening
        for before, after in itertools.pairwise(self.happenings.all):
            if before.places or not before.agents or (before.began, before.agents) != (after.began, after.agents):
                continue
            opens = self.language.split(next(iter(after.evidence)).quote)[0]
            joined = any(r.conjunction == "and" for r in self.language.readings(opens))
            if joined and not {"Statement", *_HARMLESS} & {*before.types, *after.types}:
                before.places = list(after.places)  # "X arrested two and blew up a house in Y"
        self._of_one_period()

    def _of_one_period(self) -> None:
        """What a report counts by hand or place lies in the period of its total, told first."""
        lead = next((h for h in self.happenings.all if "Statement" not in h.types), None)
        if lead is None or not lead.dated or lead.earliest is None or lead.latest is None:
            return
        if (lead.latest - lead.earliest).days < _PERIOD:
            return
        reported = {d.speaker for d in self.drafts if lead.number in d.happenings}
        for happening in self.happenings.all:
            voices = {d.speaker for d in self.drafts if happening.number in d.happenings}
            if happening.dated or happening.intended or happening.types != lead.types or not voices & reported:
                continue
            happening.earliest, happening.latest, happening.dated = lead.earliest, lead.latest, True
            happening.words.extend(w for w in lead.words if w not in happening.words)

    def _owned_up(self) -> None:
        """Gunmen whose attack a named group claims are that group's."""
        for happening in self.happenings.all:
            named = [a for a in happening.agents if self.entities.all[a].rule not in UNNAMED]
            if len(named) < len(happening.agents) and not self._claimants.isdisjoint(named):
                happening.agents = named

    def _quarters(self) -> None:
        """What happened in a quarter that nobody says of which city happened in the city told beside it."""
        types = {e.number: e.type for e in self.entities.all}
        for happening in self.happenings.all:
            quarters = [p for p in happening.places if types[p] == "neighbourhood"]
            cities = [p for p in happening.places if types[p] in ("city", "governorate")]
            if quarters and len(cities) == 1 and not any(self.happenings.inside.get(q) for q in quarters):
                happening.places = [p for p in happening.places if p not in cities]

    def _containment(self) -> dict[int, set[int]]:
        """Which places contain which: said by the text ("town of X in Y"), or known to the gazetteer."""
        inside: dict[int, set[int]] = {}
        for sentence in self.sentences:
            places = [
                (k, n)
                for k, n in enumerate(sentence.names)
                if k in sentence.entity and not self.entities.all[sentence.entity[k]].actor
            ]
            row: list[tuple[int, Named]] = []
            for (k, a), (m, b) in itertools.pairwise(places):
                one, two = sentence.entity[k], sentence.entity[m]
                row = [x for x in row if x[1] is not a] + [(one, a)]
                told = self._lies_in(a, b) and not b.conjunction
                if a.first <= b.first and b.last <= a.last:
                    if one != two:
                        inside.setdefault(one, set()).add(two)
                elif told:
                    for x, name in row:
                        if x != two and (self._larger(two, x) or self._quarter(name, b)):
                            inside.setdefault(x, set()).add(two)
                elif not (self._in_list(row[0][1], b) or self._beside(a, b)):
                    row = []
        known = {e.places[0].id: e.number for e in self.entities.all if not e.actor and e.places}
        for entity in self.entities.all:
            if entity.actor or not entity.places:
                continue
            above = entity.places[0].within
            seen = 0
            while above and seen < 6:
                if above in known and known[above] != entity.number:
                    inside.setdefault(entity.number, set()).add(known[above])
                place = self.language.places.get(above)
                above = place.within if place else ""
                seen += 1
        for _ in range(3):
            for number in sorted(inside):
                for parent in sorted(inside[number]):
                    inside[number] |= inside.get(parent, set()) - {number}
        return inside

    def _in_list(self, opening: Named, b: Named) -> bool:
        """As in "the towns of X and Y in Z": a place of the list that one type word opens, all of which lies in Z."""
        head = self.stream.marks[opening.first].get("place")
        return bool(b.conjunction) and head is not None and head.entry.number != "s" and b.first - opening.last <= 8

    def _beside(self, a: Named, b: Named) -> bool:
        """As in "X near Y", "X (5 km north of Y)": what is told of both is told of the first."""
        gap = self.stream.norm[a.last : b.first]
        near = ("bearings", "adjoining", "distances", "axes", "dashes")
        return 0 < len(gap) <= 6 and any(word in self.sets[name] for word in gap for name in near)

    def _lies_in(self, a: Named, b: Named) -> bool:
        """As in "X in Y", "X, district of Y", "X in the northern countryside of the subdistrict of Y"."""
        gap = [p for p in range(a.last, b.first) if self.stream.kind[p] == "word"]
        if b.first - a.last <= 2 and (
            b.preposition == "in" or any(self.stream.norm[p] in self.sets["containing"] for p in gap)
        ):
            return True
        if b.first == a.last:
            return bool(b.head) and not b.preposition and b.type in ("district", "governorate")
        marks = self.stream.marks
        told = all(
            "place" in marks[p] or "nationality" in marks[p] or self.stream.norm[p] in self.sets["bearings"]
            for p in gap[1:]
        )
        if gap and told and len(gap) <= 2 and (head := marks[gap[0]].get("place")) is not None:
            return head.preposition == "in"  # "in the Libyan capital X"
        return 1 < len(gap) <= 4 and told and self.stream.norm[gap[0]] in self.sets["containing"]

    def _quarter(self, a: Named, b: Named) -> bool:
        """As in "the governorate of X in the north of the country", "the areas of X and Y in the city of Z": a part of
        a country that holds governorates, a part of a city that no list has.
        """
        if a.type == "governorate":
            return b.type == "region"
        part = a.type == "district" and all(p.kind in ("neighbourhood", "town", "village") for p in a.places)
        return part and any(p.kind == "city" for p in b.places)

    def _larger(self, a: int, b: int) -> bool:
        order = {
            "country": 9,
            "region": 6,
            "governorate": 7,
            "district": 5,
            "city": 4,
            "town": 3,
            "village": 3,
            "camp": 2,
            "neighbourhood": 2,
        }
        return order.get(self.entities.all[a].type, 1) >= order.get(self.entities.all[b].type, 1)

    def _frame_at(self, sentence: Sentence, position: int) -> Frame | None:
        """The innermost frame of speech over a position."""
        return self.discourse.frame_at(sentence, position)

    # ------------------------------------------------------------------ events and claims

    def _events(self, sentence: Sentence, *, headline: bool = False) -> None:
        stream = self.stream
        speakers = self.discourse.speakers(sentence)
        speech = frozenset(f.at for f in sentence.frames)
        mentions = self.tools.events.find(
            stream,
            sentence.first,
            sentence.last,
            sentence.names,
            sentence.taken | sentence.counted,
            speech,
            frozenset(k for f in sentence.frames if not self._acted_first(f) for k in self._voices(sentence, f)),
        )
        sentence.events = mentions
        sentence.tolls = self.tools.tolls.find(
            stream,
            sentence.first,
            sentence.last,
            sentence.names,
            sentence.quantities,
            sentence.taken,
        )
        sentence.tolls += self._of_the_number(sentence)
        if stream.norm[sentence.first] in self.sets["bullets"] or self._topic(sentence):
            self._last_told = None
        mentions = sentence.events = self._not_consequences(sentence, mentions) + self._killings(sentence, mentions)
        here: list[tuple[EventMention, Happening, int | None, Frame | None]] = []
        known = len(self.drafts)
        stated: set[int] = set()
        for k, said in enumerate(sentence.frames):
            speaker = speakers[k]
            if speaker is not None and said.speaker >= 0:
                self._side(sentence, said, speaker)
            if self._of_figures(said):
                continue
            if (said.kind in STATEMENTS or self._takes_stance(said)) and speaker is not None and speaker not in stated:
                self._statement(sentence, said, speaker)
                stated.add(speaker)
        sentence.tolls = [t for t in sentence.tolls if not self._supposed(sentence, t.first)]
        for mention in mentions:
            if self._supposed(sentence, mention.first) or self._describes_speaker(sentence, mention.first):
                continue
            if self._pretext(sentence, mention):
                continue
            if self._demanded(mention) or self._judged(mention) or self._since_when(sentence, mention):
                continue
            frame = self._frame_at(sentence, mention.first)
            if mention.negated:
                if frame is not None and frame.kind not in STATEMENTS and not headline:
                    self._denial(sentence, mention, frame, speakers)
                continue
            if frame is not None and frame.kind in STATEMENTS and not self._reports(frame, mention):
                continue
            if headline:
                continue
            told = self._tell(sentence, mention, frame, speakers)
            if self._idle(sentence, mention, told, mentions, frame):
                continue
            happening = self.happenings.place(told)
            if told.anaphoric:
                self.disputed.add(happening.number)
            if told.agents:
                self._last_told = (sentence.paragraph, told.agents, mention.types)
                self._sides_told = len(told.agents) > 1 and bool(set(mention.types) & MUTUAL)
            key = sentence.frames.index(frame) if frame is not None else None
            here.append((mention, happening, key, frame))
        if not headline:
            here += self._foreseen(sentence, speakers, here)
        prior: tuple[EventMention, Happening, Frame | None, _Draft] | None = None
        for mention, happening, at, frame in here:
            speaker = speakers[at] if at is not None else None
            counted = any(mention.clause[0] <= t.first < mention.clause[1] for t in sentence.tolls)
            again = mention.definite or any(happening.number in d.happenings for d in self.drafts)
            if again and frame is None and not mention.places and len(happening.evidence) > 1 and not counted:
                continue
            fresh = not any(happening.number in d.happenings and d.speaker == speaker for d in self.drafts)
            same = prior is not None and fresh and frame is prior[2]
            if prior is not None and same and self._joined(sentence, prior[:2], mention, frame):
                prior[3].happenings.append(happening.number)
                continue
            draft = self._claim(sentence, speaker, frame, happening, mention, None)
            attack = self._attack_of(sentence, mention)
            if attack is not None and attack.number not in draft.happenings:
                draft.happenings.append(attack.number)
            prior = (mention, happening, frame, draft)
        for toll in sentence.tolls:
            self._toll(sentence, toll, here, speakers)
        if not headline:
            self._echoes(sentence, here, speakers)
        if self.stream.norm[sentence.last - 1] == ":" and speakers:
            self.discourse.announce()
        if not sentence.tolls and not headline:
            self._reconsider(sentence, speakers)
        self._said_by_all(sentence, speakers, known)

    def _voices(self, sentence: Sentence, frame: Frame) -> list[int]:
        """The speaker of a frame and those joined to it, as indices of names ("X and Y said that …")."""
        names, k = sentence.names, frame.speaker
        found = [k]
        if k < 0 or not 0 < names[k].first - frame.at <= _NEAR_CUE:
            return found
        while k + 1 < len(names) and names[k + 1].first == names[k].last and names[k + 1].conjunction == "and":
            k += 1
            if names[k].sort == "place":
                return found[:1]
            found.append(k)
        end = names[k].last
        if end >= sentence.last or self.stream.kind[end] == "punct" or end in self.stream.opens:
            return found
        told = self.stream.norm[end] in self.sets["that"] or self.stream.norm[end] in self.sets["about"]
        what = (self.stream.marks[end].get(name) for name in ("event", "outcome"))
        return found if told or any(r is not None and r.preposition == "in" for r in what) else found[:1]

    def _said_by_all(self, sentence: Sentence, speakers: dict[int, int | None], known: int) -> None:
        """Give the claims that the sentence began to everyone who speaks in it together."""
        for at, frame in enumerate(sentence.frames):
            others = self._voices(sentence, frame)[1:] if frame.kind not in STATEMENTS else []
            numbers = {sentence.entity[k] for k in others if k in sentence.entity}
            for draft in self.drafts[known:] if numbers else []:
                if draft.speaker != speakers[at]:
                    continue
                for number in sorted(numbers):
                    if number != draft.speaker and self.entities.all[number].actor:
                        happenings, tolls, spans = [*draft.happenings], [*draft.tolls], [*draft.spans]
                        again = replace(draft, speaker=number, happenings=happenings, tolls=tolls, spans=spans, via=[])
                        self.drafts.append(again)

    def _ended_with(self, sentence: Sentence, mention: EventMention) -> list[int]:
        """As in "killed by X after they had entered the town": the force that the clause before ended with."""
        begin = mention.clause[0]
        if self.stream.norm[begin] not in self.sets["subordinating"]:
            begin -= 1
        if begin <= sentence.first or self.stream.norm[begin] not in self.sets["subordinating"]:
            return []
        k = next((k for k, n in enumerate(sentence.names) if n.last == begin and n.type == "ArmedForce"), None)
        if k is None or k not in sentence.entity:
            return []
        name = sentence.names[k]
        hands = self.stream.norm[name.first - 1] in self.sets["by"] or name.preposition == "by"
        return [sentence.entity[k]] if hands else []

    def _acted_first(self, frame: Frame) -> bool:
        """As in "X attacked the camp and announced …": who speaks in a later clause acts in the one it is named in."""
        verb = self.stream.marks[frame.at].get("verb")
        return frame.rule == "speech.subject-verb" and verb is not None and bool(verb.conjunction)

    def _of_the_number(self, sentence: Sentence) -> list[Counted]:
        """As in "X put the number at forty": what became of them was told before."""
        stream, the_number = self.stream, self.sets["the_number"]
        if not sentence.quantities:
            return []
        before = self.drafts[-1] if self.drafts else None
        known = before is not None and sentence.index - before.sentence <= 3
        told = next((t for t, _ in before.tolls if not t.part), None) if before is not None and known else None
        topic = self._number_of(sentence)
        found: list[Counted] = []
        for first, end, quantity in sentence.quantities:
            if quantity.kind not in ("exact", "vague") or any(t.first <= first < t.last for t in sentence.tolls):
                continue
            if end < sentence.last and "measure" in stream.marks[end]:
                continue
            near = range(first - 1, max(sentence.first, first - _NUMBER_REACH) - 1, -1)
            at = next((k for k in near if self.language.strip_to(stream.norm[k], the_number)), None)
            if at is not None and not any(
                stream.kind[k] == "punct" or "outcome" in stream.marks[k] for k in range(at, first)
            ):
                last = next((t for t in reversed(sentence.tolls) if t.last <= at and not t.part), told)
            elif topic is not None and topic.last < first and self._bare(sentence, first, end):
                at, last = first, topic
            else:
                continue
            if last is None:
                continue
            found.append(
                last._replace(
                    first=first,
                    last=end,
                    minimum=quantity.minimum,
                    maximum=quantity.maximum,
                    approximate=quantity.approximate,
                    governor=at,
                    part=False,
                    total=None,
                    includes=(),
                    of=None,
                    subject=None,
                    rule="toll.the-number",
                )
            )
        return found

    def _number_of(self, sentence: Sentence) -> Counted | None:
        """As in "accounts of the number of dead differ": of whom figures without a noun may be told in the sentence."""
        stream = self.stream
        for k in range(sentence.first, sentence.last - 1):
            noun = stream.marks[k + 1].get("outcome")
            if noun is None or not noun.definite or noun.entry.number != "p":
                continue
            if self.language.strip_to(stream.norm[k], self.sets["counting"]):
                outcome = noun.entry.marks["outcome"][0]
                victims = noun.entry.marks.get("victim", ("people",))[0]
                return Counted(
                    k, k + 2, outcome, None, None, False, victims, k, False, None, (), None, None, "toll.the-number"
                )
        return None

    def _bare(self, sentence: Sentence, first: int, end: int) -> bool:
        """Whether a number behind a verb of speech counts nothing that is named ("the police spoke of seven")."""
        stream = self.stream
        after = end >= sentence.last or stream.kind[end] == "punct" or stream.norm[end] in self.sets["stops"]
        introduced = stream.norm[first - 1] in self.sets["about"] or stream.norm[first - 1] in self.sets["that_self"]
        return after and introduced and any(f.first <= first < f.last for f in sentence.frames)

    def _attack_of(self, sentence: Sentence, mention: EventMention) -> Happening | None:
        """The attack that "the attackers" made who in the mention burn, take away and rob as well."""
        if not set(mention.types) <= {"Abduction", "Detention", "Destruction"} or mention.places or mention.agents:
            return None
        words = self.stream.norm[mention.clause[0] : mention.clause[1]]
        if not any(word in self.sets["attackers"] for word in words):
            return None
        attacks = [
            h
            for h in self.happenings.all
            if set(h.types) <= _RETOLD and not h.intended and sentence.index - h.sentence <= 4
        ]
        return max(attacks, key=_told_last, default=None)

    def _demanded(self, mention: EventMention) -> bool:
        """As in "they demanded the withdrawal of the forces": no more than what protesters ask for."""
        marks, first = self.stream.marks, mention.first
        asked = any(r.preposition == "in" for r in marks[first].values())
        if not asked or mention.rule == "event.verb":
            return False
        for k in range(first - 1, max(mention.clause[0], first - 5) - 1, -1):
            verb = marks[k].get("speech")
            if self.stream.kind[k] == "punct":
                return False
            if verb is not None and "call" in verb.entry.marks["speech"]:
                return verb.entry.pos == "verb"
        return False

    def _pretext(self, sentence: Sentence, mention: EventMention) -> bool:
        """As in "arrested him on the pretext of throwing stones": the charge, of which nothing else is told."""
        if mention.first == 0 or self.stream.norm[mention.first - 1] not in self.sets["pretexts"]:
            return False
        return not mention.places and not any(t.governor in mention.triggers for t in sentence.tolls)

    def _since_when(self, sentence: Sentence, mention: EventMention) -> bool:
        """As in "the toll has risen since the truce to N": a truce that only tells from when is counted."""
        fled = mention.types == ("Other",) and mention.vague and mention.definite
        fled = fled and any(t.outcome == "Displaced" for t in sentence.tolls)
        lethal = mention.types == ("Agreement",) and any(t.outcome in _LETHAL for t in sentence.tolls)
        if not (fled or lethal):
            return False
        if mention.places or any(mention.first < d[0] <= mention.last + _SINCE_REACH for d in sentence.dates):
            return False
        lead = self.stream.norm[max(sentence.first, mention.first - 3) : mention.first]
        return any(w in self.sets["since"] for w in lead)

    def _judged(self, mention: EventMention) -> bool:
        """As in "and considered it a violation of …": what a deed is called tells of no other."""
        if not mention.vague or mention.definite or mention.types != ("Other",):
            return False
        norm = self.stream.norm
        k = mention.first - 1
        if k > 0 and norm[k] in self.sets["that_self"]:
            k -= 1
        if k < 0:
            return False
        readings = self.stream.marks[k].values()
        return any(
            self.language.fold(r.entry.lemma) in self.sets["regarding"] and (r.suffix or k < mention.first - 1)
            for r in readings
        )

    def _describes_speaker(self, sentence: Sentence, position: int) -> bool:
        """Whether what stands there only tells who speaks ("the force that fights the rebels said that …")."""
        for frame in sentence.frames:
            if frame.rule == "speech.verb-subject" and frame.at < position < frame.first:
                norm = self.stream.norm
                return any(norm[k] in self.sets["relative_pronouns"] for k in range(frame.at, position))
        return False

    def _supposed(self, sentence: Sentence, position: int) -> bool:
        """Whether what stands there is only supposed: behind "if" in its clause."""
        stream = self.stream
        for k in range(position - 1, max(sentence.first, position - 8) - 1, -1):
            if stream.norm[k] in self.sets["if"]:
                return True
            if stream.kind[k] == "punct":
                return False
        return False

    def _joined(
        self, sentence: Sentence, prior: tuple[EventMention, Happening], mention: EventMention, frame: Frame | None
    ) -> bool:
        """Whether a happening stands in one claim with the one told before it.

        A speaker tells them in one breath: in one clause, or in a sentence without figures.
        """
        answers = self.stream.norm[mention.clause[0]] in self.sets["answering_deeds"]
        breath = prior[0].clause == mention.clause or not sentence.tolls
        return (frame is not None and breath and not answers) or self._together(sentence, prior, mention)

    def _together(self, sentence: Sentence, prior: tuple[EventMention, Happening], mention: EventMention) -> bool:
        """Whether a happening without figures is told with the one before it: "they stormed the town after clashes",
        "they entered the village and besieged it".
        """
        before, happening = prior
        if mention.intended or before.intended or mention.first < before.last or "Statement" in mention.types:
            return False
        if any(
            t.governor in mention.triggers or mention.clause[0] <= t.first < mention.clause[1] for t in sentence.tolls
        ):
            return False
        norm = self.stream.norm
        lead = range(max(before.last, mention.first - 4), mention.first)
        if any(norm[k] in self.sets["subordinating"] for k in lead):
            return True
        verb = self.stream.marks[mention.first].get("verb")
        agents = {sentence.entity[k] for k in mention.agents if k in sentence.entity}
        return verb is not None and verb.conjunction == "and" and agents <= set(happening.agents)

    def _not_consequences(self, sentence: Sentence, mentions: list[EventMention]) -> list[EventMention]:
        """Without those that are only what another happening led to ("…, killing 8 and the abduction of 3": tolls)."""
        governors = {t.governor for t in sentence.tolls}
        kept: list[EventMention] = []
        for mention in mentions:
            verbal = mention.rule == "event.verb"
            consequence = (
                set(mention.types) <= _CONSEQUENCES
                and set(mention.triggers) <= governors
                and not mention.agents
                and (
                    any(
                        m is not mention
                        and not set(m.triggers) <= governors
                        and (
                            m.first < mention.first
                            or (not verbal and (m.vague or not set(m.types) <= _HARMLESS | {"Other"}))
                        )
                        for m in mentions
                    )
                    or self._after_result(sentence, mention)
                )
            )
            if set(mention.types) & _DEEDS and (verbal or "Detention" in mention.types):
                consequence = False
            if (
                mention.types == ("Destruction",)
                and set(mention.triggers) <= governors
                and not mention.places
                and self._same_hand(sentence, mention, mentions)
            ):
                consequence = True
            if mention.types == ("Destruction",) and not mention.agents and self._after_result(sentence, mention):
                consequence = consequence or any(m.last <= mention.first for m in mentions if m is not mention)
            if consequence and "Explosion" in mention.types and not self._after_result(sentence, mention):
                consequence = not any("explodes" in self.stream.marks[t] for t in mention.triggers)
            if self._spoils(mention) and any(m.first < mention.first for m in mentions):
                consequence = True
            before = self.stream.norm[mention.first - 1] if mention.first else ""
            if before in self.sets["subordinating"] and mention.places and set(mention.types) & _DEEDS:
                consequence = False  # "the second attack this week, after the abduction of 25 in X"
            frame = self._frame_at(sentence, mention.first)
            if mention.types == ("Displacement",) and verbal and mention.places:
                others = [self._frame_at(sentence, m.first) for m in mentions if m is not mention]
                consequence = consequence and any(other is frame for other in others)
            if not consequence or (frame is not None and frame.kind in ("plan", "expect")):
                kept.append(mention)
        return kept

    def _spoils(self, mention: EventMention) -> bool:
        """Whether it tells of what was seized in an operation: arms, vehicles, a workshop."""
        return (
            mention.types == ("Other",)
            and not mention.places
            and any(
                r.entry.lemma in self.sets["spoils"] for k in mention.triggers for r in self.stream.marks[k].values()
            )
        )

    def _same_hand(self, sentence: Sentence, mention: EventMention, mentions: Sequence[EventMention]) -> bool:
        """Whether what is destroyed was destroyed in another happening: one told before, by nobody else."""
        before = [m for m in mentions if m.last <= mention.first and m.types != ("Destruction",)]
        if before:
            return not mention.agents or set(mention.agents) <= set(before[-1].agents)
        return not mention.agents and any(
            sentence.index - h.sentence <= 6 and not set(h.types) <= _HARMLESS for h in self.happenings.all
        )

    def _idle(
        self,
        sentence: Sentence,
        mention: EventMention,
        told: Told,
        mentions: Sequence[EventMention],
        frame: Frame | None,
    ) -> bool:
        """Whether a word for a happening tells none here: nobody, nowhere, never, and nothing that came of it."""
        if mention.rule == "event.war" and not any(abs(t.first - mention.first) <= 25 for t in sentence.tolls):
            return not (told.dated and self._breaks_out(mention))
        if "Statement" in mention.types:
            return not told.agents
        if told.agents or told.targets or told.places or (told.dated and (frame is not None or told.open_end)):
            return False
        if frame is not None and frame.kind in ("deny", "adopt", "plan", "expect"):
            return False
        if frame is not None and frame.kind == "announce" and frame.speaker >= 0 and mention.types == ("Agreement",):
            return False
        first, last = mention.clause
        if any(first <= t.first < last or t.governor in mention.triggers for t in sentence.tolls):
            return False
        if mention.definite or self.happenings.find(told) is not None:
            return self.happenings.find(told) is None
        said = mention.rule == "event.phrase" and "verb" in self.stream.marks[mention.first]
        if said and not mention.vague and self._starts(sentence, mention):
            return False
        return len(mentions) > 1 or mention.rule not in ("event.verb", "event.phrase")

    def _breaks_out(self, mention: EventMention) -> bool:
        """Whether a verb right before the mention says that it began ("war broke out")."""
        verb = self.stream.marks[mention.first - 1].get("light") if mention.first else None
        return verb is not None and verb.entry.pos == "verb" and "occur" in verb.entry.marks["light"]

    def _starts(self, sentence: Sentence, mention: EventMention) -> bool:
        """Whether the mention opens its sentence."""
        return mention.first <= sentence.first + 1

    def _killings(self, sentence: Sentence, mentions: Sequence[EventMention]) -> list[EventMention]:
        """As in "our forces killed 30 gunmen in X": a fight of its own, though no word for one is there."""
        found: list[EventMention] = []
        killed = [
            t
            for t in sentence.tolls
            if t.outcome == "Killed"
            and t.victims in _ARMED
            and ("verb" in self.stream.marks[t.governor] or self._finishing(t.governor))
        ]
        if not killed:
            return found
        clauses = self.tools.events.clauses(self.stream, sentence.first, sentence.last, sentence.names, sentence.taken)
        for toll in killed:
            clause = next((c for c in clauses if c[0] <= toll.governor < c[1]), None)
            if clause is None or any(clause[0] <= m.first < clause[1] for m in [*mentions, *found]):
                continue
            own = any(
                (r := self.stream.marks[k].get("members") or self.stream.marks[k].get("head")) is not None and r.suffix
                for k in range(clause[0], toll.governor)
            )
            subject = self._killer(sentence, toll, clause[0])
            places = tuple(
                k for k, n in enumerate(sentence.names) if n.sort == "place" and clause[0] <= n.first < clause[1]
            )
            if not (own or subject is not None) or not places:
                continue
            craft = self.stream.marks[sentence.names[subject].first].get("instrument") if subject is not None else None
            aloft = craft is not None and any(v.endswith("=AirStrike") for v in craft.entry.marks["instrument"])
            found.append(
                EventMention(
                    toll.governor,
                    toll.governor + 1,
                    clause,
                    ("AirStrike",) if aloft else ("Clash",),
                    False,
                    False,
                    (toll.governor,),
                    (subject,) if subject is not None else (),
                    (),
                    places,
                    None,
                    (),
                    False,
                    False,
                    False,
                    False,
                    False,
                    own,
                    "event.killing",
                )
            )
        return found

    def _finishing(self, governor: int) -> bool:
        """Whether a fixed phrase for putting an end to somebody stands there, a noun and its preposition."""
        phrase = self.stream.phrase(governor - 1, governor + 1) if governor else None
        return (
            phrase is not None
            and phrase.last == governor + 1
            and "transitive" in phrase.payload.marks.get("valency", ())
            and "Killed" in phrase.payload.marks.get("outcome", ())
            and "verb" not in self.stream.marks[governor - 1]
        )

    def _killer(self, sentence: Sentence, toll: Counted, first: int) -> int | None:
        """The name that is the subject of an active verb of harm, behind it or (from ``first`` on) before it."""
        if "mourn" in self.stream.marks[toll.governor]:
            return None
        if toll.subject is not None:
            return toll.subject
        verb = self.stream.marks[toll.governor].get("verb")
        if self._finishing(toll.governor):
            return self.tools.events.by_doing(self.stream, sentence.names, toll.governor - 1, sentence.first)
        if verb is None and toll.first > toll.governor:
            return self.tools.events.by_doing(self.stream, sentence.names, toll.governor, sentence.first)
        if verb is None or verb.entry.voice == "passive" or toll.first < toll.governor:
            return None
        plural = verb.entry.number != "s"
        return next(
            (
                k
                for k, n in enumerate(sentence.names)
                if first <= n.first
                and (n.last == toll.governor if plural else n.last <= toll.governor)
                and n.type == "ArmedForce"
                and not n.preposition
            ),
            None,
        )

    def _after_result(self, sentence: Sentence, mention: EventMention) -> bool:
        """Whether the nearest word of cause before the mention makes it a consequence ("leading to", not "due to")."""
        for k in range(mention.first - 1, max(sentence.first, mention.first - 12) - 1, -1):
            phrases = [
                h for h in self.stream.hits(k, mention.first) if h.kind == "phrase" and "cause" in h.payload.marks
            ]
            if phrases:
                return "result" in phrases[0].payload.marks["cause"]
            leads = self.stream.marks[k].get("cause")
            if leads is not None:
                return "result" in leads.entry.marks["cause"]
        return False

    def _reconsider(self, sentence: Sentence, speakers: dict[int, int | None]) -> None:
        """As in "the toll may rise", said after the toll, makes that toll preliminary."""
        if not any(
            h.kind == "phrase" and "Preliminary" in h.payload.marks.get("modality", ())
            for i in range(sentence.first, sentence.last)
            for h in self.stream.hits(i, sentence.last)
        ):
            return
        voices = {s for s in speakers.values() if s is not None}
        draft = next((d for d in reversed(self.drafts) if d.tolls and (not voices or d.speaker in voices)), None)
        if draft is not None and draft.modality == "Asserted":
            draft.modality = "Preliminary"

    def _takes_stance(self, frame: Frame) -> bool:
        """As in "voiced its concern", "expressed its condolences": the words are the news."""
        stream = self.stream
        verb = stream.marks[frame.at].get("verb")
        return (
            frame.kind == "say"
            and verb is not None
            and self.language.fold(verb.entry.lemma) in self.sets["voicing"]
            and any(
                stream.norm[k - 1] in self.sets["about"]
                and self.language.strip_to(stream.norm[k], self.sets["stances"])
                for k in range(frame.at + 2, min(frame.at + 14, len(stream)))
            )
        )

    def _reports(self, frame: Frame, mention: EventMention) -> bool:
        """Whether the speech also tells what happened ("warned that …"), not only what may ("warned of …")."""
        return frame.kind == "warn" and any(
            self.stream.norm[k] in self.sets["that"] for k in range(frame.at, mention.first)
        )

    def _echoes(
        self,
        sentence: Sentence,
        here: Sequence[tuple[EventMention, Happening, int | None, Frame | None]],
        speakers: dict[int, int | None],
    ) -> None:
        """As in "X denied these reports", "which X claimed", "X blamed Y": of what was told last, not named again."""
        for k, frame in enumerate(sentence.frames):
            speaker = speakers[k]
            verb = self.stream.marks[frame.at].get("verb")
            claimed = frame.kind == "allege" and frame.speaker >= 0 and verb is not None and verb.entry.tense == "past"
            disclaims = self._disclaims(sentence, frame, speaker)
            echoes = frame.kind in ECHOES or claimed or disclaims
            if not echoes or speaker is None or any(key == k for _, _, key, _ in here):
                continue
            if any(self._frame_at(sentence, t.first) is frame for t in sentence.tolls):
                continue
            if frame.kind == "accuse" and self._charged(sentence, frame):
                continue
            modality = "Denied" if disclaims else frame.modality
            told = self._told_before(sentence, frame, here, speaker)
            if told is None or any(
                d.speaker == speaker and told.number in d.happenings and d.modality == modality for d in self.drafts
            ):
                continue
            if frame.kind == "adopt" and not told.agents and speaker not in told.targets:
                told.agents.append(speaker)
            self.drafts.append(
                _Draft(
                    speaker,
                    [],
                    [told.number],
                    modality,
                    [],
                    [(frame.at, frame.at + 1)],
                    sentence.index,
                    sentence.paragraph,
                    "claim.echo.deny" if disclaims else f"claim.echo.{frame.kind}",
                )
            )

    def _disclaims(self, sentence: Sentence, frame: Frame, speaker: int | None) -> bool:
        """Whether the speaker says that he did not do any such thing ("we flew no sortie over X")."""
        if frame.kind not in ("say", "confirm", "announce", "add") or speaker is None:
            return False
        if self.entities.all[speaker].type in ("UnnamedSource", "MediaOutlet"):
            return False
        norm = self.stream.norm
        for k in range(frame.first, min(frame.first + 6, frame.last)):
            if norm[k] in self.sets["negation"]:
                return any(norm[p] in self.sets["any"] for p in range(k + 2, min(k + 4, frame.last)))
        return False

    def _charged(self, sentence: Sentence, frame: Frame) -> bool:
        """Whether an accusation says of what ("responsible for the continued war"), and not of what was told before."""
        norm = self.stream.norm
        words = self.sets["responsibility"]
        word = next((k for k in range(frame.at, sentence.last) if self.language.strip_to(norm[k], words)), None)
        return word is not None and word + 1 < sentence.last and norm[word + 1] not in self.sets["stops"]

    def _told_before(
        self,
        sentence: Sentence,
        frame: Frame,
        here: Sequence[tuple[EventMention, Happening, int | None, Frame | None]],
        speaker: int,
    ) -> Happening | None:
        """The happening that words without a name for it mean: what another says inside them ("denied what X said of
        …"), what its sentence told before, what was told last where a demonstrative points at it, else the lead's.
        """
        relative = self.sets["relative"]
        inner = next(
            (
                f
                for f in sentence.frames
                if frame.first < f.at <= frame.first + 3 and self.stream.norm[f.at - 1] in relative
            ),
            None,
        )
        if inner is not None:
            return next((h for _, h, _, f in here if f is inner), None)
        near = [h for m, h, _, _ in here if m.first < frame.at and "Statement" not in h.types]
        if near:
            return near[-1]
        recent = [
            h
            for h in self.happenings.all
            if "Statement" not in h.types
            and any(h.number in d.happenings and d.speaker != speaker for d in self.drafts)
        ]
        recent = [h for h in recent if h.types != ["Displacement"]] or recent
        spoken = {h.number: h.sentence for h in recent}
        for draft in self.drafts:
            spoken.update((n, max(spoken[n], draft.sentence)) for n in draft.happenings if n in spoken)
        words = self.stream.norm[frame.first : min(frame.first + 4, sentence.last)]
        if any(word in self.sets["these"] for word in words):
            return max((h for h in recent if sentence.index - spoken[h.number] <= 3), key=_told_last, default=None)
        accused = [
            h
            for h in recent
            if sentence.index - spoken[h.number] <= 3
            and any(h.number in d.happenings and d.modality == "Alleged" for d in self.drafts)
            and speaker in h.agents
        ]
        return max(accused, key=_told_last) if accused else min(recent, key=lambda h: h.number, default=None)

    def _foreseen(
        self,
        sentence: Sentence,
        speakers: dict[int, int | None],
        here: Sequence[tuple[EventMention, Happening, int | None, Frame | None]],
    ) -> list[tuple[EventMention, Happening, int | None, Frame | None]]:
        """What is planned or expected is a happening even where no word of the lexicon names it."""
        found: list[tuple[EventMention, Happening, int | None, Frame | None]] = []
        for k, frame in enumerate(sentence.frames):
            if frame.kind not in ("plan", "expect") or speakers[k] is None or any(key == k for _, _, key, _ in here):
                continue
            end = frame.last
            start = next(
                (
                    p
                    for p in range(frame.first, end)
                    if self.stream.kind[p] == "word" and self.stream.norm[p] not in self.sets["that"]
                ),
                None,
            )
            if start is None:
                continue
            places = tuple(m for m, n in enumerate(sentence.names) if n.sort == "place" and start <= n.first < end)
            mention = EventMention(
                start,
                start + 1,
                (frame.first, end),
                ("Other",),
                False,
                False,
                (start,),
                (),
                (),
                places,
                None,
                (),
                False,
                True,
                False,
                False,
                False,
                False,
                f"event.foreseen.{frame.kind}",
            )
            told = self._tell(sentence, mention, frame, speakers)
            found.append((mention, self.happenings.place(told), k, frame))
        found += self._scheduled(sentence, speakers, here)
        return found

    def _scheduled(
        self,
        sentence: Sentence,
        speakers: dict[int, int | None],
        here: Sequence[tuple[EventMention, Happening, int | None, Frame | None]],
    ) -> list[tuple[EventMention, Happening, int | None, Frame | None]]:
        """As in "It is scheduled that the council meets on Monday": a happening to come, told by whoever speaks."""
        stream = self.stream
        for hit in stream.phrases(sentence.first, sentence.last):
            if hit.payload.marks.get("modality") not in (("Planned",), ("Expected",)):
                continue
            i = hit.first
            that = next(
                (
                    k
                    for k in range(hit.last - 1, min(hit.last + 3, sentence.last))
                    if stream.norm[k] in self.sets["that"]
                ),
                None,
            )
            if (
                that is None
                or any(that < m.first < that + 12 for m, _, _, _ in here)
                or any(f.at == i for f in sentence.frames)
            ):
                continue
            verb = next((k for k in range(that + 1, min(that + 3, sentence.last)) if stream.kind[k] == "word"), None)
            if verb is None:
                continue
            names = sentence.names
            end = next(
                (k for k in range(verb, sentence.last) if stream.norm[k] in self.sets["strong_breaks"]), sentence.last
            )
            places = tuple(m for m, n in enumerate(names) if n.sort == "place" and verb < n.first < end)
            agents = tuple(
                m for m, n in enumerate(names) if n.sort != "place" and verb < n.first <= verb + 3 and not n.preposition
            )[:1]
            frame = self._frame_at(sentence, verb)
            mention = EventMention(
                verb,
                verb + 1,
                (verb, end),
                ("Other",),
                False,
                False,
                (verb,),
                agents,
                (),
                places,
                None,
                (),
                False,
                True,
                False,
                False,
                False,
                False,
                "event.scheduled",
            )
            told = self._tell(sentence, mention, frame, speakers)
            key = sentence.frames.index(frame) if frame is not None else None
            return [(mention, self.happenings.place(told), key, frame)]
        return []

    def _denial(self, sentence: Sentence, mention: EventMention, frame: Frame, speakers: dict[int, int | None]) -> None:
        """A voice that says a thing did not happen denies the happening that another told."""
        speaker = speakers[sentence.frames.index(frame)]
        told = self._tell(sentence, mention._replace(definite=True, negated=False), frame, speakers)
        told.agents = []
        known = self.happenings.find(told)
        if known is None or speaker is None or self.entities.all[speaker].type in ("UnnamedSource", "MediaOutlet"):
            return
        self.drafts.append(
            _Draft(
                speaker,
                [],
                [known.number],
                "Denied",
                [],
                [(mention.first, mention.last)],
                sentence.index,
                sentence.paragraph,
                "claim.negated",
            )
        )

    def _of_figures(self, frame: Frame) -> bool:
        """Whether a warning is only that a figure may rise."""
        words = self.stream.norm[frame.first : min(frame.last, frame.first + 5)]
        return frame.kind == "warn" and any(self.language.strip_to(word, self.sets["counting"]) for word in words)

    def _own_fighters_before(self, sentence: Sentence, mention: EventMention) -> bool:
        """Whether the clause has fighters of the speaker's own before the happening ("that its fighters fought …")."""
        marks = self.stream.marks
        clause = range(max(mention.clause[0], sentence.first), mention.first)
        return any("members" in marks[k] and marks[k]["members"].suffix for k in clause)

    def _by_own_wave(self, mention: EventMention, frame: Frame | None, voice: int) -> bool:
        """As in "the force announced that the eighth wave hit …": a force's own waves and operations strike for it."""
        if frame is None or frame.kind != "announce" or not set(mention.types) & _STRUCK:
            return False
        if self.entities.all[voice].type != "ArmedForce":
            return False
        struck = any("verb" in self.stream.marks[k] and "event" in self.stream.marks[k] for k in mention.triggers)
        return struck and any(w in self.sets["own_waves"] for w in self.stream.norm[frame.first : frame.first + 3])

    def _doer_before(self, sentence: Sentence, mention: EventMention) -> list[int]:
        """As in "the troops killed two in the course of an exchange of fire": who acts in the clause is one side."""
        stream, entity = self.stream, sentence.entity
        begin = max(mention.clause[0], sentence.first)
        if mention.first == 0 or stream.norm[mention.first - 1] not in self.sets["in_course_of"]:
            return []
        for k, name in enumerate(sentence.names):
            if not begin <= name.first < mention.first or name.first == 0:
                continue
            at = name.last if stream.norm[name.first - 1] in self.sets["that"] else name.first - 1
            verb = stream.marks[at].get("verb")
            if verb is None or verb.entry.voice == "passive" or "speech" in stream.marks[at]:
                continue
            if name.type == "ArmedForce" and not name.preposition and k in entity:
                return [entity[k]]
        return []

    def _speaks_with(self, sentence: Sentence, frame: Frame, speaker: int) -> list[int]:
        """Who says it with the speaker ("X and Y condemned …")."""
        found: list[int] = []
        names, k = sentence.names, frame.speaker
        while 0 <= k < len(names) - 1 and names[k + 1].first == names[k].last and names[k + 1].conjunction == "and":
            k += 1
            number = sentence.entity.get(k)
            if number is None or not self.entities.all[number].actor or names[k].first >= frame.first + 6:
                break
            if number != speaker:
                found.append(number)
        return found

    def _statement(self, sentence: Sentence, frame: Frame, speaker: int | None) -> None:
        if speaker is None:
            return
        end = min(frame.at + 4, sentence.last)
        mention = EventMention(
            frame.at,
            frame.at + 1,
            (frame.at, end),
            ("Statement",),
            False,
            False,
            (frame.at,),
            (),
            (),
            (),
            None,
            (),
            False,
            False,
            False,
            False,
            False,
            False,
            f"event.statement.{frame.kind}",
        )
        name = sentence.names[frame.speaker] if frame.speaker >= 0 else None
        low, high = frame.at, max(frame.at + 1, frame.first)
        if name is not None and abs(name.first - frame.at) <= 14:
            low, high = min(low, name.first), max(high, name.last + 2)
        dates = [d for d in sentence.dates if low <= d[0] < min(high, frame.at + 16)][:1]
        earliest, latest, partial, words, _ = self._when(dates, intended=False)
        told = Told(
            mention,
            sentence.index,
            sentence.paragraph,
            [speaker, *self._speaks_with(sentence, frame, speaker)],
            self._threatened(sentence, frame, speaker),
            [],
            earliest,
            latest,
            any(d[2].kind != "time" for d in dates),
            words,
            partial,
            self._evidence(frame.at, frame.at + 1, sentence),
            False,
        )
        happening = self.happenings.place(told)
        draft = _Draft(
            speaker,
            [],
            [happening.number],
            frame.modality,
            [],
            [(frame.at, frame.at + 1)],
            sentence.index,
            sentence.paragraph,
            f"claim.{frame.rule}",
        )
        self.drafts.append(draft)

    def _both_fell(self, sentence: Sentence, k: int) -> list[int]:
        """Both sides of a fight of which fighters are told to have fallen ("20 of X and Y were killed")."""
        names, entity = sentence.names, sentence.entity
        if k + 1 >= len(names) or names[k + 1].conjunction != "and" or names[k + 1].first != names[k].last:
            return []
        sides = [entity[n] for n in (k, k + 1) if n in entity and self.entities.all[entity[n]].type == "ArmedForce"]
        return sides if len(set(sides)) > 1 else []

    def _office_of(self, name: Named) -> bool:
        """Whether an office that stands before a body belongs to it ("the head of X"; not "the minister accused X")."""
        title = self.stream.marks[name.first - 1].get("title") if name.first else None
        return title is not None and not title.definite

    def _threatened(self, sentence: Sentence, frame: Frame, speaker: int) -> list[int]:
        """Whom a threat or a demand is addressed to: the object behind its verb and speaker."""
        near = (k for k, n in enumerate(sentence.names) if n.first == frame.first and not n.preposition)
        index = next(near, None) if frame.kind in ("threaten", "call") else None
        number = sentence.entity.get(index) if index is not None else None
        if number is None or number == speaker or not self.entities.all[number].actor:
            return []
        armed = self.entities.all[number].type in ("ArmedForce", "Government")
        return [number] if armed or frame.kind == "threaten" else []

    def _tell(
        self, sentence: Sentence, mention: EventMention, frame: Frame | None, speakers: dict[int, int | None]
    ) -> Told:
        entity = sentence.entity
        voice = speakers.get(sentence.frames.index(frame)) if frame is not None else None
        fled = mention.types == ("Displacement",) and mention.rule == "event.verb" and not mention.agents
        if fled and mention.last < sentence.last and "victim" in self.stream.marks[mention.last]:
            mention = mention._replace(pronoun=False, own=False)  # "and its people fled": no deed of who acted before
        actors = [entity[k] for k in mention.agents if k in entity and self.entities.all[entity[k]].actor]
        targets = [entity[k] for k in mention.targets if k in entity]
        places = [entity[k] for k in mention.places if k in entity and not self.entities.all[entity[k]].actor]
        cities = [
            entity[k]
            for k in mention.targets
            if k in entity and sentence.names[k].sort == "either" and not self.entities.all[entity[k]].actor
        ]
        targets = [t for t in targets if t not in cities]
        if mention.types == ("Other",) and mention.targets and mention.rule == "event.verb":
            targets = self._whose_craft(sentence, mention, targets)
        places += cities
        if not actors and mention.types == ("Clash",):
            actors = self._doer_before(sentence, mention)
        if not actors and voice is not None and voice not in targets and self._by_own_wave(mention, frame, voice):
            actors = [voice]
        theirs = mention.own and voice is not None and self.entities.all[voice].type != "Organization"
        if not actors and mention.nationality is not None and not theirs:
            actors = self._by_nationalities(mention, mention.nationality)
        if not actors and frame is not None and frame.kind == "accuse":
            begin = self._past_apposition(frame) if frame.speaker >= 0 else frame.at
            accused = [
                k
                for k, n in enumerate(sentence.names)
                if n.first >= begin
                and n.sort != "place"
                and (not self._office_of(n) or any(m.last == n.first for m in sentence.names))
                and k in entity
                and self.entities.all[entity[k]].actor
                and entity[k] != voice
            ]
            # "the press office of X accused Y": the one accused stands without a preposition, if any does
            direct = [k for k in accused if not self._behind_preposition(sentence.names[k])]
            actors = [entity[k] for k in (direct or accused)[:1]]
        claimed = (
            frame is not None
            and frame.kind == "announce"
            and any(
                self.language.strip_to(self.stream.norm[k], self.sets["responsibility"])
                and self.stream.norm[k + 1] in self.sets["about"]
                for k in range(frame.first, min(mention.first, frame.last))
            )
        )
        if not actors and frame is not None and (frame.kind in ("adopt", "plan", "vow") or claimed):
            actors = [voice] if voice is not None else []
            if frame.rule == "speech.enclosed":
                actors = self._planner(sentence, frame) or actors
            if frame.kind == "adopt" or claimed:
                self._claimants.update(actors)
        if not actors:
            actors = self._claimant_behind(sentence, mention)
        if not actors and voice is not None and self._of_speaker(mention):
            teller = self._teller(sentence, mention, speakers, voice)
            if self.entities.all[teller].type not in ("UnnamedSource", "MediaOutlet"):
                actors = [teller]
        if not actors and mention.own and self.stream.norm[mention.first - 1] in self.sets["while_doing"]:
            actors = self._owner_before(sentence, mention, frame.first if frame is not None else sentence.first)
        joined = self.stream.marks[mention.first].get("masdar")
        if not actors and mention.own and joined is not None and joined.conjunction == "and":
            before = self.happenings.all[-1] if self.happenings.all else None
            actors = list(before.agents) if before is not None and before.sentence == sentence.index else []
        if not actors and mention.own and voice is not None:
            actors = self._just_told(sentence, mention, frame, voice)
        if (
            not actors
            and mention.own
            and voice is not None
            and not self._others_own(mention, frame)
            and (side := self._side(sentence, frame, voice)) is not None
        ):
            actors = [side]
        if (
            not actors
            and mention.own
            and voice is not None
            and self.entities.all[voice].type == "Organization"
            and set(mention.types) <= ATTACKS
            and not self._others_own(mention, frame)
        ):
            actors = [voice]  # a movement whose fighters attack
        if (
            not actors
            and mention.types == ("Aid",)
            and voice is not None
            and self.entities.all[voice].type == "Organization"
        ):
            actors = [voice]
        if (
            not actors
            and frame is not None
            and frame.kind == "announce"
            and "Offensive" in mention.types
            and "begin" in self._before(mention)
        ):
            actors = [voice] if voice is not None and self.entities.all[voice].type == "ArmedForce" else []
        if not actors and frame is not None and voice is not None and self._own_deed(sentence, mention, frame, voice):
            actors = [voice]
        if not actors and voice is not None and self._by_the_arms(mention):
            side = self._side(sentence, frame, voice)
            actors = [side] if side is not None and self._has_aircraft(side) else []
        if "Clash" in mention.types and (
            self.tools.events.faces(self.stream, mention, sentence.names) if actors else targets
        ):
            fallen = [entity[t.of] for t in sentence.tolls if t.of is not None and t.of in entity]
            sides = [f for f in (voice, *fallen) if f is not None and f not in (actors or targets)]
            before = self.happenings.all[-1] if self.happenings.all else None
            if not sides and before is not None and before.sentence == sentence.index:
                sides = [f for f in before.agents[:1] if f not in (actors or targets)]
            if not sides:
                sides = [f for f in self._opening_force(sentence, mention, frame) if f not in (actors or targets)]
            own = voice if mention.own or self._own_fighters_before(sentence, mention) else None
            sides = [
                f
                for f in sides
                if self.entities.all[f].type == "ArmedForce"
                or (f == own and self.entities.all[f].type == "Organization")
            ]
            actors = [*sides[:1], *actors]
        others = any("light" in self.stream.marks[k] for k in range(mention.last, min(mention.last + 2, sentence.last)))
        if not actors and mention.types == ("Clash",) and frame is not None and voice is not None and not others:
            actors = [voice] if frame.kind == "announce" and self.entities.all[voice].type == "ArmedForce" else []
        if mention.both and len(actors) < 2:
            pair = next((h.agents for h in reversed(self.happenings.all) if len(h.agents) == 2), [])
            actors = list(pair) or self._sides_before() or actors
        if not actors and voice is not None:
            foes = [entity[t.of] for t in sentence.tolls if t.of is not None and t.of in entity]
            foes = [f for f in foes if f != voice and self.entities.all[f].type == "ArmedForce"]
            if foes and self.entities.all[voice].type == "ArmedForce":
                actors = [voice]
                targets = [*targets, *(f for f in foes[:1] if f not in targets)]
        if not actors and mention.pronoun and mention.rule == "event.verb":
            actors = self._ended_with(sentence, mention)
        if not actors and mention.pronoun and mention.rule == "event.verb":
            actors = self._subject_of_row(sentence, mention, frame, also=False)
        one = not self._sides_told or bool(set(mention.types) & MUTUAL)
        inherits = mention.pronoun and one and not set(mention.types) & {"Displacement", "Aid", "Agreement", "Protest"}
        if not actors and inherits and self._last_told is not None and self._last_told[0] == sentence.paragraph:
            actors = list(self._last_told[1])
            if mention.soft and self.happenings.all[-1].types == ["AirStrike"] == list(self._last_told[2]):
                mention = mention._replace(types=("AirStrike",), soft=False)
        if not actors and mention.pronoun and mention.rule == "event.verb":
            actors = self._subject_of_row(sentence, mention, frame, also=True)
        if not actors and voice is not None and self._did_itself(mention, frame):
            side = self._side(sentence, frame, voice)
            actors = [side] if side is not None else []
        last_told = self.happenings.all[-1] if self.happenings.all else None
        if not actors and inherits and mention.rule == "event.verb" and set(mention.types) <= ATTACKS:
            here = [h for h in self.happenings.all if h.sentence == sentence.index and h.agents and not h.intended]
            actors = list(here[-1].agents) if here and "Statement" not in here[-1].types else []
        if not actors and last_told is not None and last_told.sentence == sentence.index and self._part_of(mention):
            actors = list(last_told.agents)
        if not actors and mention.own and frame is None and self.happenings.all:
            actors = self._owner_before(sentence, mention) or self.happenings.all[-1].agents[:1]
        if not actors and frame is None and self._one_more(mention):
            actors = next((h.agents for h in reversed(self.happenings.all) if h.types == list(mention.types)), [])[:1]
        if (
            mention.vague
            and not mention.definite
            and not places
            and not mention.intended
            and not self._another(mention)
            and any(
                mention.clause[0] <= t.first < mention.clause[1] or t.governor > mention.first for t in sentence.tolls
            )
        ):
            mention = mention._replace(definite=True)
        pointed = self._pointed(sentence, mention)
        if pointed or self._known_by_place(sentence, mention):
            mention = mention._replace(definite=True)
        once_more = self._once_more(sentence, mention) if self._resumed(mention) else None
        if once_more is not None:
            mention = mention._replace(definite=False, types=tuple(once_more.types), soft=False)
            actors, places = actors or list(once_more.agents), places or list(once_more.places)
        if mention.vague and not mention.definite and (like := self._similar(mention, actors)) is not None:
            mention = mention._replace(types=tuple(like.types), vague=False)
        if mention.types == ("Agreement",) and mention.definite and len(actors) == 1:
            parties = next((h.agents for h in reversed(self.happenings.all) if h.types == ["Agreement"]), [])
            actors = [] if len(parties) > 1 and actors[0] not in parties else actors
        if not actors and (frame is None or frame.kind not in ("deny", "accuse")):
            actors = self._hand_before(sentence, mention)
        answered = self.stream.norm[mention.clause[0]] in self.sets["answering_deeds"]
        if answered and not mention.agents and mention.nationality is None:
            actors = []
        if voice is not None and actors == [voice] and self.entities.all[voice].type == "Person":
            armed = mention.rule == "event.verb" and set(mention.types) & _STRUCK | {"Siege", "Capture"}
            if armed and self._last_told is not None and voice not in self._last_told[1]:
                actors = list(self._last_told[1])
        if actors:
            actors += [entity[k] for k in mention.helpers if k in entity and entity[k] not in actors]
        if frame is not None and frame.kind == "deny":
            actors = []
        another = self._another(mention)
        if frame is not None and (frame.kind == "deny" or (frame.kind == "adopt" and not another)):
            mention = mention._replace(definite=True)
        if voice is not None and voice not in actors and self.entities.all[voice].type == "ArmedForce":
            told_of = any(
                self.stream.norm[k] in self.sets["that_self"]
                for k in range(max(mention.clause[0] - 1, mention.first - 4), mention.first)
            )
            if told_of and self.tools.events.repels(self.stream, mention):
                targets = [*targets, voice]
        if not targets and set(mention.types) & {"Abduction", "Detention", "Shooting"}:
            targets = self._called(sentence, mention)
        if not targets and self._befell(sentence, mention, actors):
            actors, targets = [], actors
        targets = [t for t in targets if t not in actors]
        if all(self.entities.all[p].type == "facility" for p in places) and "Statement" not in mention.types:
            topic = self._topic(sentence)
            before = self.happenings.all[-1] if topic and not places and self.happenings.all else None
            if before is not None and before.sentence == sentence.index and before.places:
                topic = before.places  # the spot told since
            places = [*places, *(p for p in topic if p not in places)]
        left = self._left(sentence, mention)
        if left is not None and all(sentence.names[k].last <= mention.first for k in mention.places):
            places = [left]
        host = self._host(sentence, mention) if not places or not actors else None
        if host is not None:
            places = places or [
                entity[k] for k in host.places if k in entity and not self.entities.all[entity[k]].actor
            ]
            raided = set(host.types) & {"Offensive", "Detention"} and set(mention.types) <= {"Shooting", "Detention"}
            actors = actors or ([entity[k] for k in host.agents if k in entity] if raided else [])
        places = self._within_opening(sentence, mention, places)
        if not places:
            places = self._ruins(sentence, mention) or self._where_they_fell(sentence, mention)
        scene = self._scene(sentence, mention, by_whom=bool(actors)) if not places else None
        if scene is not None:
            places = list(scene.places)
        names = sentence.names
        inside = [k for k in mention.places if names[k].type == "governorate" and not names[k].head and k in entity]
        inside = [k for k in inside if names[k].preposition == "in" or self._inside(names[k].first)]
        named = [k for k in mention.places if k in entity and k + 1 in mention.places]
        listed = [k for k in named if names[k].last == names[k + 1].first and names[k + 1].conjunction == "and"]
        listed = [k for k in listed if names[k].type == "governorate" and not names[k].head]
        places = self._most_specific(places, frozenset(entity[k] for k in inside), frozenset(entity[k] for k in listed))
        dates = [d for d in sentence.dates if mention.clause[0] <= d[0] < mention.clause[1]]
        if dates and frame is not None and frame.speaker >= 0 and self._earlier(sentence, mention):
            dates = [d for d in dates if d[0] < max(frame.at, sentence.names[frame.speaker].first)]
        earlier = None if dates else self._earlier(sentence, mention)
        if any(d[2].future and d[2].days for d in dates):
            dates = [
                d
                for d in sentence.dates
                if d in dates or (d[0] < mention.clause[0] and self._frame_at(sentence, d[0]) is frame)
            ]
        if not dates:
            dates = [d for d in sentence.dates if d[0] < mention.clause[1] and self._frame_at(sentence, d[0]) is frame][
                -1:
            ]
        if pointed:
            behind = (k for k in range(mention.last, sentence.last) if self.stream.norm[k] in self.sets["since"])
            end = next(behind, sentence.last)
            dates = [d for d in dates if d[0] < end]
        dates = [d for d in dates if not (self._so_far(d[2]) or self._of_other(sentence, mention, d))]
        dates = self._not_of_saying(dates, sentence, frame, mention)
        dates = self._fitting(dates, frame, sentence) if earlier is None or earlier > 0 else []
        dates = sorted(dates, key=lambda d: abs(d[0] - mention.first))
        foreseen = mention.intended or (frame is not None and frame.kind in ("plan", "expect"))
        lasting = any(d[2].kind == "since" for d in dates)
        if (foreseen or lasting) and mention.vague and mention.types == ("Other",) and self._campaigns(mention, actors):
            mention = mention._replace(types=("Offensive",), vague=False)
        if foreseen:
            dates = [(a, b, self._to_come(d) if a > mention.first else d) for a, b, d in dates]
        earliest, latest, partial, words, open_end = self._when(dates, intended=mention.intended)
        if earlier is not None and earliest is not None and earliest == latest:
            earliest, latest = _back(earliest, earlier)
        elif earlier is not None:
            dates, earliest, latest = [], None, None
        same_time = (None, None) if dates else self._same_time(mention)
        today = self._day_told() if earlier is not None and earlier >= _A_MONTH else None
        if earlier is not None and today is not None and earliest is None:
            same_time = _back(today, earlier)
        if scene is not None and not dates and same_time[0] is None and not scene.open_end:
            same_time = (scene.earliest, scene.latest)
        if same_time[0] is not None:
            earliest, latest = same_time
        timed = not any(d[2].kind != "time" for d in dates) and any(
            self.stream.norm[k] in self.sets["day_times"] for k in range(*mention.clause)
        )
        if timed and not mention.intended and not mention.definite:
            earliest = latest = self._day_told()
        if dates and not open_end and earliest is not None and self._lasts(mention, dates[0], earliest):
            latest, open_end = None, True
        evidence = self._evidence(mention.first, mention.last, sentence)
        if actors and mention.rule == "event.outcome":
            self._last_told = (sentence.paragraph, actors, mention.types)
        return Told(
            mention,
            sentence.index,
            sentence.paragraph,
            actors,
            targets,
            places,
            earliest,
            latest,
            any(d[2].kind != "time" for d in dates) or (earliest is not None and (timed or same_time[0] is not None)),
            words,
            partial,
            evidence,
            sentence.role == "headline",
            open_end,
            not (another or self._turns(sentence, mention) or self._awaited(mention, frame)),
            not another and frame is not None and (frame.kind in ("deny", "adopt", "accuse") or claimed),
            self._how_many(sentence, mention),
            self._things_struck(sentence, mention),
            self._bygone(latest) or self._background(sentence, mention, latest),
            self._figures(sentence, mention),
            voice if frame is not None and frame.kind == "deny" else None,
            bool(dates)
            and not another
            and frame is not None
            and all(self._on_day_of_saying(sentence, frame, d) for d in dates),
        )

    def _on_day_of_saying(self, sentence: Sentence, frame: Frame, dated: tuple[int, int, DateMention]) -> bool:
        """Whether the day stands beside the speaker ("a resident said on Friday"): perhaps only that of the saying."""
        if frame.speaker < 0 or dated[2].kind != "day":
            return False
        speaker, that = sentence.names[frame.speaker], self.sets["that"]
        last = max(frame.at, speaker.last) + 2
        if frame.kind != "according":
            words = range(frame.first, frame.last)
            last = max(last, next((p for p in words if self.stream.norm[p] in that), frame.first))
        return min(frame.at, speaker.first) < dated[0] <= last

    @staticmethod
    def _awaited(mention: EventMention, frame: Frame | None) -> bool:
        """As in "expects that X goes on striking …": what is to come is not what came."""
        return frame is not None and frame.kind == "expect" and not mention.definite

    def _where_they_fell(self, sentence: Sentence, mention: EventMention) -> list[int]:
        """As in "three were killed in X when their house was shelled": the places of the main clause."""
        begin, norm = mention.clause[0], self.stream.norm
        after = (
            begin > sentence.first and norm[begin] in self.sets["that"] and norm[begin - 1] in self.sets["while_doing"]
        )
        if not (after or norm[begin] in self.sets["while"]) or any(m.first < begin for m in sentence.events):
            return []
        if not any(t.outcome in _LETHAL and t.last <= begin for t in sentence.tolls):
            return []
        told = [
            k for k, n in enumerate(sentence.names) if n.sort == "place" and n.last <= begin and k in sentence.entity
        ]
        return [sentence.entity[k] for k in told if not self.entities.all[sentence.entity[k]].actor]

    def _past_apposition(self, frame: Frame) -> int:
        """Where what is said begins behind a speaker's apposition ("X, one of the sheikhs of Y, accused Z")."""
        norm, commas = self.stream.norm, self.sets["commas"]
        if norm[frame.first] not in commas:
            return frame.first
        close = range(frame.first + 2, min(frame.first + 12, frame.last - 2))
        return next((k for k in close if norm[k] in commas), frame.first)

    def _background(self, sentence: Sentence, mention: EventMention, latest: date | None) -> bool:
        """Whether a pluperfect tells what happened on a day before that of the news ("X had shelled it last week")."""
        day = self._day_told()
        if latest is None or day is None or latest >= day or mention.definite:
            return False
        return any(
            self.stream.norm[k] in self.sets["pluperfect"]
            for k in range(sentence.first, min(sentence.first + 3, mention.first))
        )

    def _behind_preposition(self, name: Named) -> bool:
        before = self.stream.norm[name.first - 1] if name.first else ""
        return bool(name.preposition) or before in self.sets["single_prepositions"] or before in self.sets["locative"]

    def _figures(self, sentence: Sentence, mention: EventMention) -> frozenset[tuple[str, int]]:
        """What its sentence counts of those whom the mention harmed."""
        return frozenset(
            (t.outcome, t.minimum)
            for t in sentence.tolls
            if not t.part
            and t.minimum is not None
            and t.minimum > 1
            and (
                t.governor in mention.triggers
                or mention.clause[0] <= t.first < mention.clause[1]
                or len(sentence.events) == 1
            )
        )

    def _opening_force(self, sentence: Sentence, mention: EventMention, frame: Frame | None) -> list[int]:
        """As in "the army lost nine men in fighting with X": the force that the clause before tells of."""
        return [
            sentence.entity[k]
            for k, n in enumerate(sentence.names)
            if n.last <= mention.first
            and n.sort == "actor"
            and not n.preposition
            and k in sentence.entity
            and self._frame_at(sentence, n.first) is frame
            and self.stream.norm[n.first - 1] not in self.sets["governing"]
        ][:1]

    def _called(self, sentence: Sentence, mention: EventMention) -> list[int]:
        """As in "gunmen seized a headmaster called X": the one named, behind the deed in its clause."""
        return [
            sentence.entity[k]
            for k, n in enumerate(sentence.names)
            if n.type == "Person"
            and mention.first < n.first < mention.clause[1]
            and self.stream.norm[n.first - 1] in self.sets["called"]
            and k in sentence.entity
        ][:1]

    def _did_itself(self, mention: EventMention, frame: Frame | None) -> bool:
        """As in "said that it had carried out, at the request of X, two strikes", "we killed 81 in air strikes"."""
        if frame is None:
            return False
        stream, sets = self.stream, self.sets
        for k in range(max(frame.first, mention.first - _DEED_REACH), mention.first):
            marks = stream.marks[k]
            acts = "light" in marks and "agent" in marks["light"].entry.marks["light"] and "verb" in marks
            if acts and stream.norm[k - 1] in sets["that_self"]:
                return True
            if stream.norm[k].endswith(sets["we_endings"]) and "verb" in marks and {"outcome", "event"} & marks.keys():
                return True
        return False

    def _by_the_arms(self, mention: EventMention) -> bool:
        """As in "the aircraft raided …": arms of nobody in particular are the subject of the verb."""
        marks = self.stream.marks
        for k in mention.triggers:
            arms = marks[k].get("members")
            if (
                arms is not None
                and "instrument" in marks[k]
                and arms.definite
                and not (arms.preposition or arms.suffix)
            ):
                return any(t in (k - 1, k + 1) and "verb" in marks[t] for t in mention.triggers)
        return False

    def _has_aircraft(self, side: int) -> bool:
        """Whether it is the army or government of a state."""
        entry = self.entities.all[side].entry
        lands = self.language.nationalities
        return entry is not None and any(
            land.government and entry.id in (land.force, land.government) for land in lands
        )

    def _campaigns(self, mention: EventMention, actors: Sequence[int]) -> bool:
        """As in "an attack that the army prepares": what a state or army is yet to launch is an offensive."""
        word = self.stream.norm[mention.first : mention.last]
        return any(self.language.strip_to(w, self.sets["attacks_to_come"]) for w in word) and any(
            self.entities.all[a].type in ("ArmedForce", "Government") for a in actors
        )

    def _same_time(self, mention: EventMention) -> tuple[date | None, date | None]:
        """The days told last, where the clause says "on the same day", "over the same period"."""
        norm, sets = self.stream.norm, self.sets
        said = any(
            norm[k] in sets["same"] and self.language.strip_to(norm[k - 1], sets["periods"])
            for k in range(mention.clause[0] + 1, mention.clause[1])
        )
        if not said:
            return None, None
        told = (h for h in reversed(self.happenings.all) if h.dated and h.latest is not None and not h.open_end)
        return next(((h.earliest, h.latest) for h in told), (None, None))

    def _so_far(self, told: DateMention) -> bool:
        """Whether the words are "until now": what is not known yet, no day of what happened."""
        return told.kind == "until" and told.earliest is None and told.latest == self.metadata.published

    def _bygone(self, latest: date | None) -> bool:
        """Whether a day is so long before publication that what is told without a day is not of then."""
        published = self.metadata.published
        return published is not None and latest is not None and published - latest > timedelta(days=90)

    def _pointed(self, sentence: Sentence, mention: EventMention) -> bool:
        """Whether the words point at what was just told ("this is the first blast since …", "in the worst attack")."""
        norm, first = self.stream.norm, mention.first
        if first == sentence.first:
            return False
        if norm[first - 1] in self.sets["pointing"]:
            return True
        ranked = norm[first - 1] in self.sets["ranks"] and first - 2 >= sentence.first
        return ranked and norm[first - 2] in self.sets["presenting"]

    def _known_by_place(self, sentence: Sentence, mention: EventMention) -> bool:
        """As in "the X bombing", of what was told before: a noun that the name of its place makes definite."""
        if mention.definite or mention.rule not in ("event.noun", "event.masdar") or mention.soft:
            return False  # "shelling X" is no such noun
        annexed = [
            sentence.entity[k]
            for k in mention.places
            if k in sentence.entity
            and sentence.names[k].first == mention.last
            and not (sentence.names[k].preposition or sentence.names[k].head)
        ]
        kin = families(mention.types)
        return any(
            p in h.places and (mention.vague or kin & families(h.types)) for p in annexed for h in self.happenings.all
        )

    def _turns(self, sentence: Sentence, mention: EventMention) -> bool:
        """Whether the clause is set beside what was told ("X also shelled …", "in another statement …")."""
        norm, first = self.stream.norm, sentence.first
        beside = norm[first : min(first + 1, mention.first)] + norm[max(mention.clause[0] - 1, first) : mention.first]
        if not self.sets["also"].isdisjoint(beside) or self._topic(sentence):
            return True
        if self._resumed(mention):
            return True
        if self._part_of(mention) or not self.sets["also"].isdisjoint(norm[mention.first + 1 : mention.first + 2]):
            return True
        opens = all(m.first >= mention.first for m in sentence.events)
        return opens and not self.sets["another"].isdisjoint(norm[first : min(first + 4, mention.first)])

    def _resumed(self, mention: EventMention) -> bool:
        """Whether a verb right before says that it was done once more ("then shelled it again")."""
        before = self.stream.norm[max(mention.clause[0], mention.first - 2) : mention.last]
        return any(self.language.strip_to(word, self.sets["again"]) for word in before)

    def _similar(self, mention: EventMention, actors: Sequence[int]) -> Happening | None:
        """The attack told last, by the same hand if one is told, where the words liken this one to it ("a similar
        attack").
        """
        words = self.stream.norm[mention.first : min(mention.last + 3, mention.clause[1])]
        if not any(self.language.strip_to(word, self.sets["similar"]) for word in words):
            return None
        attacks = [h for h in self.happenings.all if set(h.types) <= _RETOLD]
        attacks = [h for h in attacks if set(h.agents) & set(actors)] or attacks
        like = max(attacks, key=_told_last, default=None)
        return like if like is not None and "Other" not in like.types else None

    def _part_of(self, mention: EventMention) -> bool:
        """Whether what was just told was part of it ("in the frame of operation X")."""
        before = self.stream.norm[mention.first - 1]
        return not mention.definite and self.language.strip_to(before, self.sets["within_frame"])

    def _once_more(self, sentence: Sentence, mention: EventMention) -> Happening | None:
        """What was told last of the kind that is done once more."""
        kin = families(mention.types)
        near = [h for h in self.happenings.all if kin & families(h.types) and sentence.index - h.sentence <= 2]
        return max(near, key=_told_last, default=None)

    def _how_many(self, sentence: Sentence, mention: EventMention) -> str:
        """``s``, ``d`` or ``p`` where an indefinite noun tells of one happening, two or more ("a raid", "raids")."""
        marks = self.stream.marks[mention.first]
        noun = marks.get("noun")
        if mention.definite or noun is None or "event" not in marks:
            return ""
        if noun.definite:
            return "p" if noun.entry.number == "p" else ""
        counted = any(last == mention.first and (q.minimum or q.maximum or 0) > 1 for _, last, q in sentence.quantities)
        return "p" if counted else noun.entry.number

    def _things_struck(self, sentence: Sentence, mention: EventMention) -> frozenset[str]:
        """Kinds of things named right behind the happening, before any name ("a raid on a car")."""
        named = {p for n in sentence.names for p in range(n.first, n.last)}
        for k in range(mention.last, min(mention.last + 5, mention.clause[1])):
            if k in named or k in sentence.counted:
                break
            thing = self.stream.marks[k].get("object")
            if thing is not None and thing.preposition != "like":
                return frozenset(thing.entry.marks["object"])
        return frozenset()

    def _earlier(self, sentence: Sentence, mention: EventMention) -> int | None:
        """How many days before the clause it depends on the happening was ("the day after …", "a week after …"); 0
        where it was earlier, nobody knows when ("in answer to …"); None where nothing sets the two apart.
        """
        stream, at = self.stream, mention.clause[0]
        if stream.norm[at] in self.sets["answering_deeds"]:
            return 0
        if stream.norm[at] in self.sets["day_after"]:
            return 1
        if stream.norm[at] not in self.sets["after"]:
            return None
        tokens = stream.document.tokens
        return self.tools.calendar.lag(tokens, stream.token[at] + 1, stream.token[sentence.last - 1] + 1) or None

    def _of_other(self, sentence: Sentence, mention: EventMention, dated: tuple[int, int, DateMention]) -> bool:
        """Whether the date is of something else, told beside it ("the first since the fall of the city in May", "a
        town that X has held since 2016").
        """
        if any(mention.first < m.first < dated[0] and self._part_of(m) for m in sentence.events):
            return True
        if (
            dated[2].kind == "since"
            and dated[1] <= mention.first
            and any(
                m.types == ("Siege",) and m.first < dated[0] <= m.first + 2 for m in sentence.events if m is not mention
            )
        ):
            return True
        stream, begun = self.stream, {d[0] for d in sentence.dates}
        if dated[2].kind == "since" and any(
            stream.norm[k].removeprefix(self.language.article) in self.sets["compared"]
            for k in range(max(sentence.first, dated[0] - 4), dated[0])
        ):
            return True  # "the tenth of its kind since May", "the heaviest raid since May"
        for k in range(mention.last, dated[0]):
            if stream.norm[k] in self.sets["since"] and k not in begun and "event" in stream.marks[k + 1]:
                return not set(mention.types) & _LASTING
            held = stream.marks[k].get("relation")
            if held is not None and dated[2].kind == "since" and "controlledBy" in held.entry.marks["relation"]:
                return True
        return False

    def _day_told(self) -> date | None:
        """The day a time of day alone falls on: the one told first, where that is news, else that of publication."""
        published = self.metadata.published
        days = (h.earliest for h in self.happenings.all if h.dated and h.earliest == h.latest)
        lead = next((d for d in days if d is not None), None)
        if lead is not None and (published is None or timedelta() <= published - lead <= timedelta(days=2)):
            return lead
        return published

    def _lasts(self, mention: EventMention, dated: tuple[int, int, DateMention], earliest: date) -> bool:
        """As in "since it began on DAY", "the campaign that began on DAY": what began long ago may still go on."""
        stream, at = self.stream, dated[0]
        since = any(stream.norm[k] in self.sets["since"] for k in range(max(mention.clause[0], at - 6), at))
        published = self.metadata.published
        if mention.rule == "event.war":
            lasting = since or self._breaks_out(mention)
        else:
            begun = range(max(mention.clause[0], min(mention.first, at) - 5), at)
            began = any(
                ((r := stream.marks[k].get("aspect")) is not None and "begin" in r.entry.marks["aspect"])
                or ((v := stream.marks[k].get("verb")) is not None and v.entry.lemma in self.sets["launching"])
                for k in begun
            )
            near = any(stream.norm[k] in self.sets["since"] for k in range(mention.first - 3, mention.first))
            lasting = (bool(set(mention.types) & _LASTING) and (since or began)) or (near and mention.vague)
        return (
            lasting
            and dated[2].kind in ("day", "month", "year")
            and (published is None or (published - earliest).days > 7)
        )

    def _of_a_paper(self, begin: int, first: int) -> bool:
        """Whether a year is that of an agreement or a resolution ("in breach of the agreement of 1974")."""
        for k in range(begin - 1, max(first - 1, begin - 6), -1):
            if self.language.strip_to(self.stream.norm[k], self.sets["dated_papers"]):
                leaning = any(p == "to" and not c for _, c, p, _ in self.language.strip(self.stream.norm[k]) if p)
                return leaning or self.stream.norm[k - 1] in self.sets["under_agreement"]
            if self.stream.kind[k] == "punct" or "verb" in self.stream.marks[k]:
                return False
        return False

    def _own_deed(self, sentence: Sentence, mention: EventMention, frame: Frame, voice: int) -> bool:
        """As in "the brigade announced the shelling of …": a force that announces an attack made it."""
        stream = self.stream
        if "mourn" in stream.marks[frame.at] or self._own_loss(sentence, mention, voice):
            return False
        beside = {p for d in sentence.dates for p in range(d[0], d[1])}
        beside |= {p for n in sentence.names for p in range(n.first, n.last)}
        between = [p for p in range(frame.first, mention.first) if stream.kind[p] == "word" and p not in beside]
        deeds = stream.marks[between[0]].get("light") if between else None
        carried = deeds is not None and deeds.entry.pos == "masdar" and "agent" in deeds.entry.marks["light"]
        near = frame.first <= mention.first and len(between) <= (6 if carried else 3)
        near = near and not any(self._harm(p) for p in between)
        lead = stream.norm[frame.first : min(mention.first, frame.last)]
        deed = next((r for r in stream.marks[mention.first].values() if r.entry.pos == "masdar"), None)
        doing = deed is not None and (
            "transitive" in deed.entry.marks.get("valency", ())
            or self.language.strip_to(stream.norm[mention.first], self.sets["object_masdars"])
        )
        done = frame.kind == "announce" and stream.norm[mention.first - 1] in self.sets["done"]
        said = any(w in self.sets["that"] for w in lead) and not done
        kinds = (
            "announce",
            "confirm",
            "report",
            "say",
            *(("allege",) if set(mention.types) & _STRUCK - {"Other"} else ()),
        )
        if said or frame.kind not in kinds or self._of_toll(frame, mention):
            return False
        if frame.kind == "confirm" and (mention.definite or any("light" in stream.marks[p] for p in between)):
            return False  # "confirmed the attack", "confirmed that it took place"
        kind = self.entities.all[voice].type
        of_war = any(w in self.sets["war_ministries"] for words in self.entities.all[voice].words for w in words)
        kind = "ArmedForce" if kind == "Government" and of_war else kind
        doing = doing or bool(mention.instruments)
        claimed = kind == "ArmedForce" and frame.kind == "announce" and doing and not mention.definite
        if not claimed and any(w in self.sets["about"] for w in lead):
            return False
        if near and kind == "ArmedForce" and (claimed or set(mention.types) & _ANNOUNCED):
            return True
        masdar = mention.rule in ("event.masdar", "event.noun", "event.phrase") and not mention.definite
        if deed is not None and "intransitive" in deed.entry.marks.get("valency", ()):
            return False
        taken = mention.types == ("Detention",) and any(r.conjunction for r in stream.marks[mention.first].values())
        if taken and any(
            (r := stream.marks[p].get("members")) is not None and r.suffix for p in range(frame.first, mention.first)
        ):
            return False  # "announced that three of its soldiers were killed and others taken"
        if "moves" in stream.marks[mention.first]:
            return False  # "announced that 18,000 had crossed": those who moved did it
        joined = any(r.conjunction for r in stream.marks[mention.first].values())
        return (
            masdar
            and frame.kind in ("announce", "confirm")
            and (near or joined)
            and (
                bool(set(mention.types) & _SERVICES)
                or (mention.types in (("Other",), ("Statement",)) and not mention.vague)
            )
            and kind in ("ArmedForce", "Government", "Organization")
        )

    def _own_loss(self, sentence: Sentence, mention: EventMention, voice: int) -> bool:
        """As in "the army announced the killing of two soldiers": an army that counts soldiers counts its own."""
        fallen = [t for t in sentence.tolls if t.governor in mention.triggers and t.of is None]
        if mention.rule != "event.outcome" or not any(t.victims in ("soldiers", "officers", "police") for t in fallen):
            return False
        armies = self.sets["armies"] | self.sets["police"]
        return any(w in armies for words in self.entities.all[voice].words for w in words)

    def _of_toll(self, frame: Frame, mention: EventMention) -> bool:
        """As in "announced the rise of the toll of the attack": the figure is the news, and the day that of telling."""
        return any(w in self.sets["counting"] for w in self.stream.norm[frame.first : min(mention.first, frame.last)])

    def _just_told(self, sentence: Sentence, mention: EventMention, frame: Frame | None, voice: int) -> list[int]:
        """As in "X said that Y shelled …, while its jets raided …": the one who acts in the clause before."""
        before = self.happenings.all[-1] if self.happenings.all else None
        if frame is None or before is None or before.sentence != sentence.index or voice in before.agents:
            return []
        mine = [k for k, n in enumerate(sentence.names) if frame.first <= n.first < mention.first]
        return [sentence.entity[k] for k in mine if sentence.entity.get(k) in before.agents]

    def _others_own(self, mention: EventMention, frame: Frame | None) -> bool:
        """As in "X said that the attackers … their withdrawal": a plural between owns what a plural pronoun tells."""
        norm = self.stream.norm
        if frame is None or not norm[mention.last - 1].endswith(tuple(self.sets["plural_pronouns"])):
            return False
        endings = tuple(self.sets["oblique_endings"]) + tuple(self.sets["nominative_endings"])
        return any(
            norm[k].startswith(self.language.article)
            and norm[k].endswith(endings)
            and "speech" not in self.stream.marks[k]
            for k in range(frame.first, mention.first)
        )

    def _side(self, sentence: Sentence, frame: Frame | None, voice: int) -> int | None:
        """Whose forces a speaker means by his own: a force or government itself, or that in whose name he speaks."""
        entities = self.entities.all
        if entities[voice].type in ("ArmedForce", "Government"):
            return self._forces_of(voice)
        if entities[voice].type != "Person" or frame is None:
            return None
        if frame.speaker < 0:
            return self.speaks_for.get(voice)
        near = sentence.names[frame.speaker]
        for k, name in enumerate(sentence.names):
            beside = near.last <= name.first <= near.last + 4 or near.first - 2 <= name.last <= near.first
            if (
                beside
                and self.stream.norm[name.first - 1] in self.sets["bodies"]
                and k in sentence.entity
                and entities[sentence.entity[k]].type == "ArmedForce"
            ):
                self.speaks_for[voice] = sentence.entity[k]
        return self.speaks_for.get(voice)

    def _forces_of(self, voice: int) -> int:
        """The one army named of the state in whose name a ministry speaks, else the ministry or force itself."""
        speaker = self.entities.all[voice]
        if speaker.type != "Government" or speaker.entry is None or not speaker.entry.countries:
            return voice
        forces = [
            e.number
            for e in self.entities.all
            if e.actor
            and e.type == "ArmedForce"
            and e.entry is not None
            and e.entry.countries == speaker.entry.countries
        ]
        return forces[0] if len(forces) == 1 else voice

    def _owner_before(self, sentence: Sentence, mention: EventMention, begin: int = 0) -> list[int]:
        """As in "X tries to take Y, and its campaign began …": the force named before, in the same sentence."""
        for k in range(len(sentence.names) - 1, -1, -1):
            name = sentence.names[k]
            if (
                begin <= name.first
                and name.last <= mention.first
                and name.type in ("ArmedForce", "Government")
                and k in sentence.entity
            ):
                subject = not name.preposition and self.stream.norm[name.first - 1] not in self.sets["governing"]
                return [sentence.entity[k]] if subject and self.entities.all[sentence.entity[k]].actor else []
        return []

    def _claimant_behind(self, sentence: Sentence, mention: EventMention) -> list[int]:
        """As in "an attack for which X claimed responsibility": whoever claims what was just named did it."""
        for frame in sentence.frames:
            if frame.kind not in ("announce", "adopt") or not mention.last <= frame.at <= mention.last + 8:
                continue
            name = sentence.names[frame.speaker] if frame.speaker >= 0 else None
            if name is None or name.last >= sentence.last - 1 or frame.speaker not in sentence.entity:
                continue
            claims = self.language.strip_to(self.stream.norm[name.last], self.sets["responsibility"])
            if claims and self.stream.norm[name.last + 1] in self.sets["for_it"]:
                return [sentence.entity[frame.speaker]]
        return []

    def _harm(self, position: int) -> bool:
        """Whether the word is a verbal noun for what became of people ("the wounding of …"), and no deed."""
        noun = self.stream.marks[position].get("outcome")
        return noun is not None and noun.entry.pos in ("masdar", "noun") and "event" not in noun.entry.marks

    def _of_speaker(self, mention: EventMention) -> bool:
        """As in "X said that it …": the pronoun behind "that" is the speaker, and subject of the verb that follows."""
        norm = self.stream.norm
        return mention.pronoun and any(
            norm[k] in self.sets["that_self"]
            for k in range(max(mention.clause[0] - 1, mention.first - 4), mention.first)
        )

    def _whose_craft(self, sentence: Sentence, mention: EventMention, targets: list[int]) -> list[int]:
        """Those whose drones were brought down, where the article names them otherwise too ("a Ukrainian drone")."""
        for k in mention.targets:
            name, number = sentence.names[k], sentence.entity.get(k)
            if name.rule != "name.actor.force" or number not in targets:
                continue
            at = next((p for p in range(name.first, name.last) if "nationality" in self.stream.marks[p]), None)
            if at is None or "instrument" not in self.stream.marks[name.first]:
                continue
            adjective = self.stream.marks[at]["nationality"].entry
            nation = self.language.nationalities[int(adjective.marks["nationality"][0])]
            sides = (nation.force, nation.government)
            known = [e for e in self.entities.all if e.entry is not None and e.entry.id in sides and e.evidence]
            owners = [e.number for e in known if e.number != number and e.kept][:1]
            targets = [*(t for t in targets if t != number), *owners] if owners else targets
        return targets

    def _sides_before(self) -> list[int]:
        """The two forces of the attack told last, of whom "the two sides" are said to have fought."""
        last = self.happenings.all[-1] if self.happenings.all else None
        if last is None or not last.agents or not last.targets:
            return []
        sides = [last.agents[0], last.targets[0]]
        return sides if all(self.entities.all[s].type == "ArmedForce" for s in sides) else []

    def _hand_before(self, sentence: Sentence, mention: EventMention) -> list[int]:
        """Who did what a definite noun of bombardment speaks of again ("the shelling hit …"): who did the last told."""
        noun = self.stream.marks[mention.first].get("event")
        kinds = families(mention.types)
        if noun is None or noun.entry.pos == "verb" or not noun.definite or kinds != {"bombardment"}:
            return []
        if mention.nationality is not None or mention.agents:
            return []
        told = [h for h in self.happenings.all if families(h.types) == kinds and not h.intended]
        if not told or sentence.index - told[-1].sentence > 1 or told[-1].number in self.disputed:
            return []
        return [a for a in told[-1].agents if a not in mention.targets]

    def _teller(self, sentence: Sentence, mention: EventMention, speakers: dict[int, int | None], voice: int) -> int:
        """Whose pronoun stands behind "that": the speaker told before it, not one told behind what is said."""
        told = [
            (f.at, speaker)
            for k, f in enumerate(sentence.frames)
            if f.kind != "according"
            and f.at < mention.first
            and f.first <= mention.first < f.last
            and (speaker := speakers.get(k)) is not None
        ]
        return max(told)[1] if told else voice

    def _before(self, mention: EventMention) -> tuple[str, ...]:
        """What the word before the mention says of its course: that it begins, goes on, ends."""
        reading = self.stream.marks[mention.first - 1].get("aspect") if mention.first else None
        return reading.entry.marks["aspect"] if reading is not None else ()

    def _topic(self, sentence: Sentence) -> list[int]:
        """As in "X: …", "In X, …": the place that a sentence opens with is where all happened that it tells."""
        name = next((n for n in sentence.names if n.first <= sentence.first + 3), None)
        if name is None or name.sort == "actor" or name.last >= sentence.last:
            return []
        opening = sentence is next((s for s in self.sentences if s.role == "body"), sentence)
        if opening and self.stream.norm[name.last] != ":":
            return []
        opens = all(
            "place" in self.stream.marks[k]
            or self.stream.norm[k] in self.sets["locative"]
            or self.stream.norm[k] in self.sets["bullets"]
            for k in range(sentence.first, name.first)
        )
        number = sentence.entity.get(sentence.names.index(name))
        mark = self.stream.norm[name.last]
        if not opens or number is None or self.entities.all[number].actor:
            return []
        inside = name.first > sentence.first or name.preposition == "in"
        return [number] if mark in (":", "/") or (inside and mark in self.sets["commas"]) else []

    def _within_opening(self, sentence: Sentence, mention: EventMention, places: list[int]) -> list[int]:
        """As in "in the city of X police raided houses in the quarter of Y": the spot, without what the clause opens
        with.
        """
        names, first = sentence.names, mention.clause[0]
        opening = next((k for k in mention.places if names[k].first <= first + 2), None)
        if opening is None or opening not in sentence.entity or names[opening].first > mention.first:
            return places
        name = names[opening]
        inside = name.preposition == "in" or self.stream.norm[max(name.first - 1, 0)] in self.sets["locative"]
        whole = sentence.entity[opening]
        kinds = {"neighbourhood", "village", "town", "camp"}
        spots = [p for p in places if p != whole and self.entities.all[p].type in kinds and not self._larger(p, whole)]
        return [p for p in places if p != whole] if inside and spots else places

    def _inside(self, position: int) -> bool:
        """Whether the word before tells that something was in a place, not beside it."""
        return position > 0 and self.stream.norm[position - 1] in self.sets["inside_of"]

    def _befell(self, sentence: Sentence, mention: EventMention, actors: Sequence[int]) -> bool:
        """As in "the writer X was arrested in …", which is written as the active is: no object follows the verb."""
        if not (mention.pronoun and mention.rule == "event.verb" and set(mention.types) <= {"Abduction", "Detention"}):
            return False
        if len(actors) != 1 or self.entities.all[actors[0]].type != "Person":
            return False
        after = mention.first + 1
        norm, dates = self.stream.norm, sentence.dates
        ended = after >= sentence.last or self.stream.kind[after] == "punct" or norm[after] in self.sets["stops"]
        return ended or norm[after] in self.sets["timing"] or any(d[0] == after for d in dates)

    def _host(self, sentence: Sentence, mention: EventMention) -> EventMention | None:
        """As in "three were wounded during the storming of X by Y": the happening in whose course another one came."""
        later = next((m for m in sentence.events if m.first >= mention.last and m.places), None)
        if later is None or later.first - mention.last > _HOST_REACH or mention.types == ("Statement",):
            return None
        links = [k for k in range(mention.last, later.first) if self.stream.norm[k] in self.sets["in_course_of"]]
        return later if links and later.first - links[-1] <= 2 else None

    def _left(self, sentence: Sentence, mention: EventMention) -> int | None:
        """As in "the town of X in Y, from which Z withdrew": the place that the pronoun behind the verb stands for."""
        norm, verb = self.stream.norm, mention.first
        there = verb + 1 < sentence.last and norm[verb + 1] in self.sets["from_there"]
        if not there or verb == sentence.first or norm[verb - 1] not in self.sets["relative"]:
            return None
        told = [
            (k, n)
            for k, n in enumerate(sentence.names)
            if verb - 8 <= n.first and n.last < verb and k in sentence.entity and n.sort != "actor"
        ]
        found = [sentence.entity[k] for k, _ in told if not self.entities.all[sentence.entity[k]].actor]
        smallest = [p for p in found if all(self._larger(q, p) for q in found)]
        return smallest[0] if smallest else None

    def _ruins(self, sentence: Sentence, mention: EventMention) -> list[int]:
        """As in "they pulled two bodies from under a house shelled in X": rescuers work where their clause says that
        was.
        """
        if mention.types != ("Aid",) or not any("rescue" in self.stream.marks[k] for k in mention.triggers):
            return []
        struck = next((m for m in sentence.events if m.first > mention.first and set(m.types) <= ATTACKS), None)
        if struck is None or self._frame_at(sentence, struck.first) is not self._frame_at(sentence, mention.first):
            return []
        there = [sentence.entity[k] for k in struck.places if k in sentence.entity]
        return [p for p in there if not self.entities.all[p].actor]

    def _scene(self, sentence: Sentence, mention: EventMention, *, by_whom: bool) -> Happening | None:
        """The attack whose scene the rescuers work at, or where the next one hit ("in the same place")."""
        marks, norm = self.stream.marks, self.stream.norm
        rescued = by_whom and mention.types == ("Aid",) and any("rescue" in marks[k] for k in mention.triggers)
        again = set(mention.types) <= ATTACKS and any(
            norm[k] in self.sets["same_source"] and self.language.strip_to(norm[k - 1], self.sets["scenes"])
            for k in range(mention.last + 1, min(mention.clause[1], mention.last + 14))
        )
        if not (rescued or again):
            return None
        near = [
            h
            for h in self.happenings.all
            if set(h.types) <= ATTACKS and h.places and not h.intended and 0 <= sentence.index - h.sentence <= 2
        ]
        return near[-1] if near else None

    def _planner(self, sentence: Sentence, frame: Frame) -> list[int]:
        """Whoever plans, told right beside the verb, inside what another says."""
        for k, name in enumerate(sentence.names):
            beside = 0 <= frame.at - name.last <= 1 or name.first == frame.at + 1
            if beside and name.sort != "place" and not name.preposition and k in sentence.entity:
                number = sentence.entity[k]
                return [number] if self.entities.all[number].actor else []
        return []

    def _subject_of_row(
        self, sentence: Sentence, mention: EventMention, frame: Frame | None, *, also: bool
    ) -> list[int]:
        """As in "X killed … and burnt …": the subject of the verb before is that of a verb joined to it by "and"."""
        stream = self.stream
        verb = stream.marks[mention.first].get("verb")
        also = also and mention.first > sentence.first and stream.norm[mention.first - 1] in self.sets["also"]
        if verb is None or not (verb.conjunction or also):
            return []
        for k in range(len(sentence.names) - 1, -1, -1):
            name = sentence.names[k]
            if name.last > mention.first or name.type not in ("ArmedForce", "Government") or name.preposition:
                continue
            governed = stream.norm[name.first - 1] if name.first > sentence.first else ""
            if governed in self.sets["governing"] or governed in self.sets["origin"]:
                continue
            behind = [p for p in range(name.last, min(name.last + 3, mention.first)) if "verb" in stream.marks[p]]
            before = stream.marks[name.first - 1].get("verb") if name.first > sentence.first else None
            acts = (behind and not stream.marks[behind[0]]["verb"].conjunction) or before is not None
            acts = acts or self._unlisted_verb(sentence, name.first - 1)
            if acts and k in sentence.entity and self._frame_at(sentence, name.first) is frame:
                number = sentence.entity[k]
                return [number] if self.entities.all[number].actor else []
        return []

    def _unlisted_verb(self, sentence: Sentence, k: int) -> bool:
        """Whether the word that opens the sentence is in no dictionary, so that it is a verb before its subject."""
        return k == sentence.first and self.stream.kind[k] == "word" and not self.stream.marks[k]

    def _one_more(self, mention: EventMention) -> bool:
        """Whether the words set the happening beside the one just told ("another strike")."""
        norm = self.stream.norm
        return mention.rule in ("event.noun", "event.masdar", "event.phrase") and any(
            norm[k] in self.sets["others"] for k in range(mention.first, min(mention.last + 2, mention.clause[1]))
        )

    def _another(self, mention: EventMention) -> bool:
        """Whether the words say that this is one more happening ("another attack", "a second strike")."""
        norm, marks = self.stream.norm, self.stream.marks
        if norm[mention.first + 1 : mention.first + 2] and norm[mention.first + 1] in self.sets["earlier_one"]:
            return True
        for k in range(mention.first, min(mention.last + 3, mention.clause[1])):
            if norm[k] not in self.sets["another"]:
                continue
            last_of = norm[k] in self.sets["another_one"] and (
                norm[k - 1] in self.sets["governing"]
                or (k + 1 < mention.clause[1] and "noun" in marks[k + 1] and norm[k + 1] not in self.sets["bearings"])
            )
            if not last_of:
                return True
        return False

    def _not_of_saying(
        self,
        dates: list[tuple[int, int, DateMention]],
        sentence: Sentence,
        frame: Frame | None,
        mention: EventMention,
    ) -> list[tuple[int, int, DateMention]]:
        """Without the day beside the speaker ("X said on Friday …"), where what is said has a day of its own."""
        dates = [d for d in dates if not self._of_report(sentence, mention, d)]
        if frame is None or frame.speaker < 0:
            return dates
        speaker = sentence.names[frame.speaker]
        own = [d for d in dates if d[0] > mention.first and d[2].kind != "time"]
        beside = range(min(frame.at, speaker.first), max(frame.at, speaker.last) + 3)
        aside = own or (mention.definite and self._of_toll(frame, mention))
        return [d for d in dates if d[0] not in beside or d in own] if aside else dates

    def _of_report(self, sentence: Sentence, mention: EventMention, dated: tuple[int, int, DateMention]) -> bool:
        """Whether the day is that on which a report came out which tells of the happening."""
        stream, sets = self.stream, self.sets
        if dated[0] > mention.first or dated[2].kind not in ("day", "time"):
            return False
        low, high = max(sentence.first, dated[0] - 5), min(dated[1] + 4, mention.first)
        if not any(self.language.strip_to(stream.norm[k], sets["reports"]) for k in range(low, high)):
            return False
        return any(
            stream.norm[k] in sets["issued"]
            or (
                (verb := stream.marks[k].get("verb")) is not None
                and self.language.fold(verb.entry.lemma) in sets["issuing"]
            )
            for k in range(max(sentence.first, low - 4), high)
        )

    def _fitting(
        self, dates: Sequence[tuple[int, int, DateMention]], frame: Frame | None, sentence: Sentence
    ) -> list[tuple[int, int, DateMention]]:
        """Dates of the happening, not those of the saying (which stand before what is said)."""
        if frame is None or frame.kind == "according":
            return list(dates)
        inside = [d for d in dates if frame.first <= d[0] < frame.last]
        if any(d[2].future and d[2].days for d in inside):
            return inside
        said = next(
            (
                p
                for p in range(frame.first, frame.last)
                if self.stream.norm[p] in self.sets["that"] or p in self.stream.opens
            ),
            frame.first,
        )
        inside = [d for d in inside if d[0] > said] or inside
        return inside or [d for d in dates if d[0] < frame.at]

    def _when(
        self, dates: Sequence[tuple[int, int, DateMention]], *, intended: bool
    ) -> tuple[date | None, date | None, str | None, tuple[str, ...], bool]:
        if not dates:
            return None, None, None, (), False
        words = tuple(dict.fromkeys(d.words for _, _, d in dates))
        first = dates[0][2]
        chosen = [d for _, _, d in dates if d.kind != "time"] or [first]
        if len(chosen) > 1:
            since = [d for d in chosen if d.kind == "since"]
            until = [d for d in chosen if d.kind == "until"]
            if since and until:
                return since[0].earliest, until[0].latest, None, words, False
        one = chosen[0]
        earliest, latest = one.earliest, one.latest
        if one.days and one.future and len(dates) > 1:
            said = next(
                (
                    d
                    for _, _, d in dates
                    if d is not one and d.kind == "day" and d.earliest is not None and not d.future
                ),
                None,
            )
            if said is not None and said.earliest is not None:
                earliest, latest = said.earliest, said.earliest + timedelta(days=one.days)
        published = self.metadata.published
        if published is not None and not one.future and not intended:
            if latest is not None and latest > published:
                latest = published
            if earliest is not None and earliest > published:
                earliest = None
        if one.kind == "since" and earliest is not None and earliest == published and not intended:
            return earliest, earliest, one.partial, words, False  # "since the morning"
        return earliest, latest, one.partial, words, one.kind == "since"

    def _to_come(self, told: DateMention) -> DateMention:
        """The date of what is foreseen: a day of the year is the next one, unless the text gives a year."""
        published, last = self.metadata.published, told.latest
        words = told.words.replace("/", " ").replace("-", " ").split()
        given = any(len(w) == 4 and w.isdigit() for w in words) or any(
            self.tools.calendar.adjectives.get(self.language.fold(w)) in ("past", "current") for w in words
        )
        if published is None or last is None or last >= published or told.anchor != "absolute" or given:
            return told
        if told.kind not in ("day", "until", "month") or last.year == date.max.year:
            return told
        latest = _next_year(last)
        if told.kind == "until":
            return told._replace(earliest=published, latest=latest + timedelta(days=1), kind="range", future=True)
        earliest = _next_year(told.earliest) if told.earliest is not None else None
        return told._replace(earliest=earliest, latest=latest, future=True)

    def _by_nationality(self, mention: EventMention, at: int) -> list[int]:
        """The force or state that the adjective of nationality at ``at`` lays the deed to ("a Russian raid")."""
        if self.stream.norm[at] in self.sets["hostile"]:
            foes = self.sets["enemies"]
            return [
                e.number for e in self.entities.all if e.actor and any(not foes.isdisjoint(w[:2]) for w in e.words)
            ][:1]
        adjective = self.stream.marks[at]["nationality"].entry
        nationality = self.language.nationalities[int(adjective.marks["nationality"][0])]
        for wanted in (nationality.force, nationality.government):
            for entity in self.entities.all:
                if entity.actor and entity.entry is not None and entity.entry.id == wanted:
                    return [entity.number]
        for entity in self.entities.all:
            if (
                entity.actor
                and entity.entry is not None
                and entity.type == "ArmedForce"
                and entity.entry.countries == (nationality.country,)
            ):
                return [entity.number]
        state = self.language.actors.get(nationality.government or nationality.force)
        beaten = set(mention.types) == {"Clash"} and bool(mention.targets)  # "repelled a Ukrainian attack"
        if state is None or not (set(mention.types) <= _NATIONAL or beaten) or mention.rule == "event.war":
            return []
        return [self.entities.implied(state, nationality.name if nationality.government else "", at)]

    def _by_nationalities(self, mention: EventMention, at: int) -> list[int]:
        """Both states or forces where two adjectives of nationality stand side by side ("a US-British raid")."""
        actors = self._by_nationality(mention, at)
        first, k = self.stream.marks[at].get("nationality"), at + 1
        if first is None or not actors:
            return actors
        while k < mention.clause[1] and self.stream.norm[k] in self.sets["bullets"]:
            k += 1
        other = self.stream.marks[k].get("nationality") if k < mention.clause[1] else None
        if other is None or other.preposition or other.definite != first.definite:
            return actors
        return [*actors, *(a for a in self._by_nationality(mention, k) if a not in actors)]

    def _most_specific(
        self, places: list[int], towns_told: frozenset[int] = frozenset(), listed: frozenset[int] = frozenset()
    ) -> list[int]:
        """The innermost places; beside a facility also its town, among which are ``towns_told``; a city that is
        ``listed`` with a town of the governorate that bears its name.
        """
        inside = self.happenings.inside
        unique = list(dict.fromkeys(places))
        out = [p for p in unique if p in listed or not any(p in inside.get(q, ()) for q in unique if q != p)]
        broad = {"country", "governorate", "region"}
        exact = [p for p in out if self.entities.all[p].type not in broad and not self.entities.all[p].places]
        if exact:
            out = [p for p in out if self.entities.all[p].type not in broad]
        heights = self.sets["heights"]
        facilities = [
            p
            for p in out
            if self.entities.all[p].type in ("facility", "camp", "other")
            and heights.isdisjoint(self.entities.all[p].heads)
        ]
        if facilities:
            towns = [
                p
                for p in unique
                if p not in out
                and (
                    self.entities.all[p].type in ("town", "village", "city", "district", "neighbourhood", "camp")
                    or any(place.kind in ("city", "town") for place in self.entities.all[p].places)
                    or p in towns_told
                )
            ]
            out += towns[:1]
        return out

    def _evidence(self, first: int, last: int, sentence: Sentence) -> Evidence:
        """A span around ``first`` .. ``last``, at most twelve words, within the sentence and its clause."""
        stream = self.stream
        begin, end = max(first, sentence.first), min(last, sentence.last)
        following = stream.kind[end : max(end, min(begin + _QUOTE_WORDS - 2, sentence.last))]
        end += following.index("punct") if "punct" in following else len(following)
        return stream.evidence(begin, min(end, begin + _QUOTE_WORDS))

    def _modality(self, sentence: Sentence, frame: Frame | None, position: int, *, intended: bool) -> str:
        base = frame.modality if frame is not None else "Asserted"
        if base != "Asserted":
            return base
        hedges = [
            (abs(h.first - position), h.first, h.payload.marks["modality"][0])
            for h in self.stream.phrases_of("modality")
            if sentence.first <= h.first
            and h.last <= sentence.last
            and h.payload.marks["modality"]
            and self.stream.hits(h.first, sentence.last)[0] is h
            and not (h.first > sentence.first and self._negates(h.first - 1))
            and not any(n.last == h.first and n.rule == "name.actor.members" for n in sentence.names)
            and self._by_same_voice(self._frame_at(sentence, h.first), frame)
            and not any(
                f.at in (h.first, h.first + (f.rule == "speech.aside"))
                and f is not frame
                and (f.rule != "speech.aside" or not f.first <= position < f.last)
                for f in sentence.frames
            )
        ]
        near = [(d, m) for d, i, m in hedges if (m == "Preliminary" and d <= 30) or (i <= position and d <= 14)]
        if near:
            return str(min(near)[1])
        return "Planned" if intended else base

    @staticmethod
    def _by_same_voice(hedge: Frame | None, frame: Frame | None) -> bool:
        """Whether a hedge stands in what is said itself, or in what the speaker calls it ("calling the toll …")."""
        return hedge is None or hedge is frame or hedge.kind == "describe"

    def _negates(self, position: int) -> bool:
        """Whether what follows is said not to be ("without reports of …")."""
        norm = self.stream.norm
        return any(
            norm[k] in self.sets["negation_nouns"] or norm[k] in self.sets["negation"]
            for k in range(max(0, position - 1), position + 1)
        )

    def _claim(
        self,
        sentence: Sentence,
        speaker: int | None,
        frame: Frame | None,
        happening: Happening,
        mention: EventMention | None,
        toll: Counted | None,
    ) -> _Draft:
        at = toll.first if toll is not None else mention.first if mention is not None else sentence.first
        modality = self._modality(sentence, frame, at, intended=mention.intended if mention is not None else False)
        if toll is not None and modality in ("Planned", "Denied") and happening.intended is False:
            modality = "Asserted" if modality == "Planned" else modality
        if (
            toll is not None
            and modality == "Asserted"
            and any(f.kind == "allege" and f.at == toll.last for f in sentence.frames)
        ):
            modality = "Alleged"
        via: list[int] = []
        if frame is not None:
            via = [sentence.entity[v] for v in frame.via if v in sentence.entity]
        rule = f"claim.{frame.rule}" if frame is not None else "claim.narration"
        begin, end = (
            (toll.first, toll.last)
            if toll is not None
            else (mention.first, mention.last)
            if mention is not None
            else (sentence.first, sentence.last)
        )
        for draft in reversed(self.drafts):
            if draft.speaker != speaker or happening.number not in draft.happenings:
                continue
            same_sentence = draft.sentence == sentence.index
            if same_sentence and toll is not None and (draft.modality, modality) == ("Planned", "Asserted"):
                draft.modality = modality
            retold = same_sentence or toll is None
            if draft.modality != modality and not (
                retold and {draft.modality, modality} == {"Asserted", "Preliminary"}
            ):
                continue
            if not same_sentence and toll is not None and any(_equal(t, toll) for t, _ in draft.tolls):
                draft.spans.append((begin, end))
                return draft
            if not same_sentence and toll is not None and self._conflicts(draft, toll):
                continue
            if modality == "Preliminary" and (same_sentence or toll is not None):
                draft.modality = modality
            if toll is not None:
                draft.tolls.append((toll, sentence))
                if len(draft.tolls) == 1:
                    draft.spans.insert(0, (begin, end))
                else:
                    draft.spans.append((begin, end))
                draft.sentence, draft.paragraph = sentence.index, sentence.paragraph
            draft.via.extend(v for v in via if v not in draft.via)
            return draft
        draft = _Draft(
            speaker,
            via,
            [happening.number],
            modality,
            [(toll, sentence)] if toll is not None else [],
            [(begin, end)],
            sentence.index,
            sentence.paragraph,
            rule,
        )
        self.drafts.append(draft)
        return draft

    def _conflicts(self, draft: _Draft, toll: Counted) -> bool:
        """Whether the draft already gives another figure for what the toll counts."""
        return any(
            t.outcome == toll.outcome
            and t.part == toll.part
            and (t.minimum, t.maximum) != (toll.minimum, toll.maximum)
            and t.victims == toll.victims
            for t, _ in draft.tolls
        )

    def _toll(
        self,
        sentence: Sentence,
        toll: Counted,
        here: list[tuple[EventMention, Happening, int | None, Frame | None]],
        speakers: dict[int, int | None],
    ) -> None:
        frame = self._frame_at(sentence, toll.first)
        if (
            frame is not None
            and frame.kind in STATEMENTS
            and toll.rule.startswith(("toll.one", "toll.definite", "toll.named"))
        ):
            return
        if frame is not None and frame.kind in ("threaten", "vow") and toll.minimum == 2 and toll.maximum is None:
            return  # "threatened to behead the leaders of X"
        if frame is None and toll.governor < toll.first:
            frame = self._frame_at(sentence, toll.governor)
        speaker = speakers[sentence.frames.index(frame)] if frame is not None else None
        chosen = self._event_of(sentence, toll, here, speakers)
        if chosen is None:
            return
        mention = next((m for m, h, _, _ in here if h is chosen), None)
        some = (toll.minimum, toll.maximum) == (2, None) or toll.rule.startswith("toll.dual")
        if some and frame is not None and frame.kind == "deny":
            self._claim(sentence, speaker, frame, chosen, mention, None)
            return
        beside = any(h is chosen for _, h, _, _ in here)
        series = self._series(sentence, toll, chosen, beside=beside)
        if series is None and not beside:
            series = self._of_period(sentence, toll, chosen, frame)
        if series is None:
            series = self._sum(sentence, toll, here)
        if series is not None:
            chosen, mention = series, None
        apart = self._apart(sentence, toll, chosen, here, speaker)
        if apart is not None:
            chosen, mention = apart, None
        if toll.outcome == "Displaced" and "Displacement" in chosen.types:
            chosen = self._moved(sentence, toll, chosen)
            mention = mention if mention is None or any(h is chosen for _, h, _, _ in here) else None
        self._sides(sentence, toll, chosen, speaker)
        self._claim(
            sentence, speaker, frame, chosen, mention if mention is None or not mention.intended else None, toll
        )

    def _sum(
        self,
        sentence: Sentence,
        toll: Counted,
        here: list[tuple[EventMention, Happening, int | None, Frame | None]],
    ) -> Happening | None:
        """As in "the toll of Tuesday was 23", told after several attacks that cost no more in all: all of them."""
        if self._summed is not None and self._summed[0] == sentence.index:
            return self._summed[1] if toll.outcome in _LETHAL else None
        if toll.outcome != "Killed" or toll.part or not toll.minimum or any(not m.definite for m, _, _, _ in here):
            return None
        before = range(max(sentence.first, toll.first - 12), toll.first)
        if not any(self.language.strip_to(self.stream.norm[k], self.sets["counting"]) for k in before):
            return None
        whole = any(self.language.strip_to(self.stream.norm[k], self.sets["whole"]) for k in before)
        rises = any("rise" in r.entry.marks["count"] for k in before if (r := self.stream.marks[k].get("count")))
        if not whole and (rises or any(families(m.types) != {"bombardment"} for m, _, _, _ in here)):
            return None  # another figure for one of them
        dates = [d for d in sentence.dates if d[2].kind != "time"][:1]
        earliest, latest, partial, words, open_end = self._when(dates, intended=False)
        parts = self._parts_of(sentence, earliest)
        if open_end or not (dates or whole) or len(parts) < 2 or sum(parts.values()) > toll.minimum:
            return None
        summed = [self.happenings.all[n] for n in sorted(parts)]
        first = summed[0]
        total = Happening(
            len(self.happenings.all),
            list(first.types) if all(h.types == first.types for h in summed) else ["Other"],
            False,
            agents=list(first.agents) if all(h.agents == first.agents for h in summed) else [],
            places=self._places_between(sentence, sentence.first, sentence.last),
            earliest=earliest,
            latest=latest,
            dated=bool(dates),
            words=list(words),
            partial=partial,
            evidence={self._evidence(toll.first, toll.last, sentence): None},
            rule="event.sum",
            sentence=sentence.index,
            paragraph=sentence.paragraph,
            apart=True,
            began=(sentence.paragraph, sentence.index),
        )
        self.happenings.all.append(total)
        self._summed = (sentence.index, total)
        again = {h.number for _, h, _, _ in here}
        for draft in self.drafts:
            if draft.sentence == sentence.index and not draft.tolls and again.issuperset(draft.happenings):
                draft.happenings = [total.number]  # "the toll of the shelling"
        return total

    def _parts_of(self, sentence: Sentence, since: date | None) -> dict[int, int]:
        """The dead of each happening told before a sentence, those of former days left out."""
        day = self._day_told()
        day = min(day, since) if day is not None and since is not None else day
        parts: dict[int, int] = {}
        for draft in self.drafts:
            happening = self.happenings.all[draft.happenings[0]]
            last = happening.latest if happening.dated else None
            former = last is not None and day is not None and last < day
            if draft.sentence >= sentence.index or happening.intended or happening.open_end or former:
                continue
            for told, _ in draft.tolls:
                if told.outcome == "Killed" and not told.part and told.minimum:
                    parts[happening.number] = max(parts.get(happening.number, 0), told.minimum)
        return parts

    def _apart(
        self,
        sentence: Sentence,
        toll: Counted,
        happening: Happening,
        here: list[tuple[EventMention, Happening, int | None, Frame | None]],
        speaker: int | None,
    ) -> Happening | None:
        """As in "nine were killed in two bombings, a week after a bombing that killed 31": two happenings of a kind.

        One speaker gives one total in a sentence; another one beside another mention belongs to that mention.
        """
        told = [m for m, h, _, _ in here if h is happening]
        if toll.part or len(told) < 2:
            return None
        own = min(told, key=lambda m: self._reach(m, toll))
        rivals = [
            t
            for d in self.drafts
            if d.sentence == sentence.index and d.speaker == speaker and happening.number in d.happenings
            for t, s in d.tolls
            if s is sentence
            and not t.part
            and (t.outcome, t.victims) == (toll.outcome, toll.victims)
            and (t.minimum, t.maximum) != (toll.minimum, toll.maximum)
            and min(told, key=lambda m: self._reach(m, t)) is not own
        ]
        if own.definite or not rivals:
            return None
        places = [sentence.entity[k] for k in own.places if k in sentence.entity]
        clone = Happening(
            len(self.happenings.all),
            list(own.types),
            own.vague,
            own.soft,
            places=[p for p in places if not self.entities.all[p].actor],
            evidence={self._evidence(own.first, own.last, sentence): None},
            rule=own.rule,
            sentence=sentence.index,
            paragraph=sentence.paragraph,
            began=(sentence.paragraph, sentence.index),
        )
        self.happenings.all.append(clone)
        here[:] = [(m, clone if m is own else h, k, f) for m, h, k, f in here]
        return clone

    def _series(self, sentence: Sentence, toll: Counted, happening: Happening, *, beside: bool) -> Happening | None:
        """As in "…, raising the toll since DATE to N": the series since then is a happening of its own."""
        since = [
            d
            for d in sentence.dates
            if d[2].kind == "since" and abs(d[0] - toll.first) <= 12 and d[2].earliest is not None
        ]
        rises = bool(since) and any(
            "count" in self.stream.marks[k] or self.stream.norm[k] in self.sets["counting"]
            for k in range(max(sentence.first, toll.first - 20), toll.first)
        )
        if not since:
            return self._undated_series(sentence, toll, happening, beside=beside)
        if not rises or happening.open_end:
            return None
        mark = min(since, key=lambda d: abs(d[0] - toll.first))[2]
        if happening.dated and happening.earliest == mark.earliest:
            return None
        at = min(since, key=lambda d: abs(d[0] - toll.first))[0]
        if not beside and toll.outcome in _LETHAL and not self._counts_deaths_in(sentence, toll, min(at, toll.first)):
            return self._over(sentence, toll, mark, ["Other"], [], vague=False)
        return self._over(sentence, toll, mark, happening.types, happening.agents, vague=happening.vague)

    def _counts_deaths_in(self, sentence: Sentence, toll: Counted, end: int) -> bool:
        """Whether a word before ``end`` tells in what those counted died ("the dead of the aggression")."""
        norm, marks = self.stream.norm, self.stream.marks
        near = range(max(sentence.first, toll.first - 20), end)
        counts = [k for k in near if norm[k] in self.sets["counting"] or "count" in marks[k]]
        return any("event" in marks[k] for k in near if not counts or k > counts[-1])

    def _undated_series(
        self, sentence: Sentence, toll: Counted, happening: Happening, *, beside: bool
    ) -> Happening | None:
        """As in "…, raising the toll since the beginning of the war to N", where the war's day is not told."""
        norm = self.stream.norm
        near = range(max(sentence.first, toll.first - 16), toll.first)
        rises = next((k for k in near if norm[k] in self.sets["counting"] or "count" in self.stream.marks[k]), None)
        if rises is None or toll.outcome not in _LETHAL or toll.part or happening.open_end:
            return None
        if beside and happening.rule == "event.war":
            return None  # the war since whose beginning they are counted
        since = next((k for k in range(rises, toll.first) if norm[k] in self.sets["since"]), None)
        if since is None or self._counts_deaths_in(sentence, toll, since):
            return None
        if beside:
            return self._over(sentence, toll, None, happening.types, happening.agents, vague=happening.vague)
        return self._over(sentence, toll, None, ["Other"], [], vague=False)

    def _of_period(
        self, sentence: Sentence, toll: Counted, happening: Happening, frame: Frame | None
    ) -> Happening | None:
        """As in "174 were killed in the country last month": what a period brought, where no word names it."""
        spans = [
            d
            for d in sentence.dates
            if d[2].kind in ("month", "year", "range", "since")
            and d[2].earliest is not None
            and (d[2].latest is None or (d[2].latest - d[2].earliest).days >= _PERIOD)
            and self._frame_at(sentence, d[0]) is frame
            and min(abs(d[0] - toll.last), abs(toll.first - d[1])) <= _NEAR_DATE
        ]
        if not spans or toll.part or toll.outcome == "Displaced" or (toll.minimum or 0) < _TOTAL:
            return None
        mark = min(spans, key=lambda d: abs(d[0] - toll.first))[2]
        if happening.dated and (happening.earliest, happening.latest) == (mark.earliest, mark.latest):
            return None
        return self._over(sentence, toll, mark, ["Other"], [], vague=False)

    def _over(
        self,
        sentence: Sentence,
        toll: Counted,
        mark: DateMention | None,
        types: Sequence[str],
        agents: Sequence[int],
        *,
        vague: bool,
    ) -> Happening:
        """What happened over a period, told before or new."""
        bounds = (mark.earliest, mark.latest) if mark is not None else (None, None)
        known = next(
            (
                h
                for h in self.happenings.all
                if h.open_end == (bounds[1] is None) and (h.earliest, h.latest) == bounds and h.types == types
            ),
            None,
        )
        if known is not None:
            return known
        sorts = ("place",) if agents else ("place", "either")
        there = [
            sentence.entity[k]
            for k, n in enumerate(sentence.names)
            if n.sort in sorts and k in sentence.entity and not self.entities.all[sentence.entity[k]].actor
        ]
        clone = Happening(
            len(self.happenings.all),
            list(types),
            vague,
            agents=list(agents),
            places=self._most_specific(there),
            earliest=bounds[0],
            latest=bounds[1],
            dated=mark is not None,
            words=[mark.words] if mark is not None else [],
            partial=mark.partial if mark is not None else None,
            evidence={self._evidence(toll.first, toll.last, sentence): None},
            rule="event.series",
            sentence=sentence.index,
            paragraph=sentence.paragraph,
            open_end=bounds[1] is None,
            began=(sentence.paragraph, sentence.index),
        )
        self.happenings.all.append(clone)
        return clone

    def _moved(self, sentence: Sentence, toll: Counted, happening: Happening) -> Happening:
        """The displacement a figure belongs to, with the places to and from which people went.

        In a list ("375 from X, 495 from Y") each figure with places of its own is a displacement of its own.
        """
        others = [t for t in sentence.tolls if t.outcome == "Displaced" and not t.part and t is not toll]
        own = self._places_beside(sentence, toll)
        if toll.part or not own or not any(self._places_beside(sentence, t) for t in others):
            clauses = self.tools.events.clauses(
                self.stream, sentence.first, sentence.last, sentence.names, sentence.taken
            )
            found = self._places_between(sentence, *next(c for c in clauses if c[0] <= toll.first < c[1]))
            happening.places.extend(p for p in found if p not in happening.places)
            return happening
        counted = any(
            s is sentence and t.outcome == "Displaced" and not t.part
            for d in self.drafts
            if happening.number in d.happenings
            for t, s in d.tolls
        )
        if counted:
            clone = Happening(
                len(self.happenings.all),
                ["Displacement"],
                False,
                earliest=happening.earliest,
                latest=happening.latest,
                open_end=happening.open_end,
                words=list(happening.words),
                partial=happening.partial,
                evidence={self._evidence(toll.first, toll.last, sentence): None},
                rule="event.outcome",
                sentence=sentence.index,
                paragraph=sentence.paragraph,
                dated=happening.dated,
                began=(sentence.paragraph, sentence.index),
            )
            self.happenings.all.append(clone)
            happening = clone
        elif happening.began == (sentence.paragraph, sentence.index):
            happening.places.clear()
        happening.places.extend(p for p in own if p not in happening.places)
        return happening

    def _places_beside(self, sentence: Sentence, toll: Counted) -> list[int]:
        """The places between the commas, or the other figures, that stand around a figure."""
        first, last = sentence.first, sentence.last
        ends = [t.last for t in sentence.tolls if t.last <= toll.first and not t.part]
        begins = [t.first for t in sentence.tolls if t.first >= toll.last and not t.part]
        marks = [k for k in range(first, last) if self.stream.norm[k] in self.sets["commas"]]
        first = max([first, *ends, *(k for k in marks if k < toll.first)])
        last = min([last, *begins, *(k for k in marks if k >= toll.last)])
        return self._places_between(sentence, toll.last, last) or self._places_between(sentence, first, toll.first)

    def _places_between(self, sentence: Sentence, first: int, last: int) -> list[int]:
        """The most specific places named between two positions."""
        return self._most_specific(
            [
                sentence.entity[k]
                for k, n in enumerate(sentence.names)
                if n.sort == "place" and first <= n.first < last and k in sentence.entity
            ]
        )

    def _sides(self, sentence: Sentence, toll: Counted, happening: Happening, speaker: int | None) -> None:
        """Whose fighters fell tells who was hit; a force that counts its enemy's dead tells who hit."""
        of = sentence.entity.get(toll.of) if toll.of is not None else None
        entities = self.entities.all
        if toll.of is None and any(
            (r := self.stream.marks[k].get("members")) is not None and r.suffix for k in range(toll.first, toll.last)
        ):
            of = speaker
        taken = {"Detained": "Detention", "Abducted": "Abduction", "Surrendered": "Withdrawal"}.get(toll.outcome)
        if of is not None and taken in happening.types and of not in happening.agents and of not in happening.targets:
            gives_up = taken == "Withdrawal"
            if not (gives_up and happening.agents):
                (happening.agents if gives_up else happening.targets).append(of)
            return
        if of is None or toll.outcome not in ("Killed", "Injured", "KilledOrInjured"):
            return
        if entities[of].type not in ("ArmedForce", "Organization") or ("Clash" in happening.types and happening.agents):
            return
        if toll.part or happening.targets:
            return
        foe = speaker is not None and speaker != of and entities[speaker].type == "ArmedForce"
        if foe and speaker not in happening.agents and happening.began[1] != sentence.index:
            return  # an army's count of its enemy's dead, behind what somebody else told
        if of not in happening.agents:
            happening.targets.append(of)
        if foe and speaker is not None and not happening.agents:
            happening.agents.append(speaker)

    def _options(
        self, sentence: Sentence, toll: Counted, here: list[tuple[EventMention, Happening, int | None, Frame | None]]
    ) -> list[tuple[EventMention, Happening]]:
        """The happenings of its sentence that a toll can belong to: of its kind, and told by the same voice."""
        options = [(m, h) for m, h, _, _ in here if "Statement" not in m.types]
        if toll.outcome == "Surrendered":
            options = [(m, h) for m, h in options if set(h.types) & _YIELDING]
        elif toll.outcome in _LETHAL:
            deadly = [(m, h) for m, h in options if not set(h.types) <= _BLOODLESS or self._fell_in(m, toll)]
            recent = any(
                sentence.index - h.sentence <= 2 and not h.intended and not _BLOODLESS.issuperset(h.types)
                for h in self.happenings.all
            )
            options = deadly or ([] if recent and not any(m.places for m, _ in options) else options)
        frame = self._frame_at(sentence, toll.first)
        same = [o for o in options if self._frame_at(sentence, o[0].first) is frame]
        before = any(
            h.sentence < sentence.index <= h.sentence + 3 and set(h.types) & _STRUCK for h in self.happenings.all
        )
        if same or frame is None or toll.outcome not in _LETHAL or not before:
            return same or options
        # what another speaker tells later in the sentence did not kill whom this one counts
        return [o for o in options if o[0].first < toll.first or not self._by_another(sentence, o[0].first, frame)]

    def _by_another(self, sentence: Sentence, position: int, frame: Frame) -> bool:
        """Whether a named speaker other than that of ``frame`` tells what stands at a position."""
        around = self._frame_at(sentence, position)
        return around is not None and around.speaker >= 0 and around.speaker != frame.speaker

    def _fell_in(self, mention: EventMention, toll: Counted) -> bool:
        """As in "killed six men of X in a search": the toll is that of what its own words name."""
        near = (
            0 < mention.first - toll.last <= _FELL_IN and self.stream.norm[mention.first - 1] in self.sets["by_which"]
        )
        return near and mention.clause[0] <= toll.first

    def _on_their_own(self, toll: Counted, mentions: Sequence[EventMention]) -> bool:
        """As in "dozens of families left X": people who move by a verb in a clause that tells of nothing else."""
        at = toll.governor
        verb = self.stream.marks[at].get("verb")
        return (
            toll.outcome == "Displaced"
            and verb is not None
            and verb.entry.pos == "verb"
            and not any(m.clause[0] <= at < m.clause[1] for m in mentions)
        )

    def _sank(self, toll: Counted, mention: EventMention) -> bool:
        """As in "a boat sank off X, and rescuers recovered …": no part of the rescue."""
        if toll.outcome != "Destroyed" or mention.types != ("Aid",):
            return False
        return any(
            r.entry.lemma in self.sets["sinking"] for r in self.language.readings(self.stream.norm[toll.governor])
        )

    def _at_hands(self, sentence: Sentence, toll: Counted, mention: EventMention) -> bool:
        """As in "29 were killed by X before it withdrew": a killing of its own beside a withdrawal."""
        if toll.outcome != "Killed" or mention.types != ("Withdrawal",) or mention.first < toll.last:
            return False
        by = self.tools.events.by_whom(self.stream, sentence.names, toll.governor, mention.first)
        return by is not None

    def _of_hardship(self, sentence: Sentence, toll: Counted) -> bool:
        """As in "the death of seven children of malnutrition": no attack told before killed them."""
        reach = range(toll.last, min(toll.last + _HOST_REACH, sentence.last))
        return any(self.language.strip_to(self.stream.norm[k], self.sets["hardships"]) for k in reach)

    def _answered(self, mentions: Sequence[EventMention]) -> int | None:
        """Where the clause begins that tells what was answered, if the mentions tell nothing else."""
        begin = [m.clause[0] for m in mentions if self.stream.norm[m.clause[0]] in self.sets["answering_deeds"]]
        return min(begin) if begin and len(begin) == len(mentions) else None

    def _event_of(
        self,
        sentence: Sentence,
        toll: Counted,
        here: list[tuple[EventMention, Happening, int | None, Frame | None]],
        speakers: dict[int, int | None],
    ) -> Happening | None:
        """The happening a toll belongs to: the one it is in, the nearest in its sentence, else the one being told."""
        own = next((h for m, h, _, _ in here if toll.governor in m.triggers), None)
        if own is not None:
            return own
        answered = self._answered([m for m, _, _, _ in here if "Statement" not in m.types])
        if answered is not None:
            # "destroyed eight hideouts in answer to the attack, killing eleven": the attack is only what was answered
            done = (h for h in self.happenings.all if h.sentence == sentence.index and h.rule == "event.outcome")
            deed = next(done, None)
            if deed is None and toll.governor < answered:
                bare = self._bare_event(sentence, toll, self._bare_kind(toll))
                frame = self._frame_at(sentence, toll.first)
                deed = self.happenings.place(self._tell(sentence, bare, frame, speakers))
            if deed is not None:
                return deed
        options = self._options(sentence, toll, here)
        if options and not self._on_their_own(toll, [m for m, _ in options]):
            nearest = min(options, key=lambda o: self._reach(o[0], toll))
            if self._at_hands(sentence, toll, nearest[0]) or self._sank(toll, nearest[0]):
                bare = self._bare_event(sentence, toll, self._bare_kind(toll))
                return self.happenings.place(self._tell(sentence, bare, self._frame_at(sentence, toll.first), speakers))
            return self._elsewhere(sentence, toll, nearest, here, speakers) or nearest[1]
        if toll.outcome == "Killed" and not options and self._of_hardship(sentence, toll):
            bare = self._bare_event(sentence, toll, "Other")
            return self.happenings.place(self._tell(sentence, bare, self._frame_at(sentence, toll.first), speakers))
        kind = _OWN_EVENT.get(toll.outcome)
        if kind is not None:
            spots = [
                sentence.entity[k] for k, n in enumerate(sentence.names) if n.sort == "place" and k in sentence.entity
            ]
            near = [
                h
                for h in self.happenings.all
                if kind in h.types
                and h.paragraph == sentence.paragraph
                and (not spots or not h.places or any(self.happenings._related(a, b) for a in spots for b in h.places))
            ]
            if near:
                return near[-1]
            moved = "rescue" in self.stream.marks[toll.governor] or "moves" in self.stream.marks[toll.governor]
            gave_up = toll.outcome == "Surrendered" and "verb" in self.stream.marks[toll.governor]
            elsewhere = toll.outcome in ("Surrendered", "Displaced") and not any(
                h.paragraph == sentence.paragraph
                and (set(h.types) & _YIELDING if gave_up else not set(h.types) <= _HARMLESS)
                for h in self.happenings.all
            )
            if toll.rule.endswith("/own") or moved or elsewhere or not self.happenings.all:
                return self.happenings.place(
                    self._tell(
                        sentence, self._bare_event(sentence, toll, kind), self._frame_at(sentence, toll.first), speakers
                    )
                )
        if self._found(sentence, toll):
            behind = range(toll.last, sentence.last)
            arms = [r.entry.marks for k in behind if (r := self.stream.marks[k].get("instrument")) is not None]
            arms += [h.payload.marks for k in behind for h in self.stream.hits(k, sentence.last) if h.kind == "phrase"]
            marked = any("Shooting" in value for marks in arms for value in marks.get("instrument", ()))
            bare = self._bare_event(sentence, toll, "Shooting" if marked else "Other")
            told = self._tell(sentence, bare, self._frame_at(sentence, toll.first), speakers)
            return self.happenings.place(told)
        earlier = [h for h in self.happenings.all if "Statement" not in h.types and not h.intended]
        frame = self._frame_at(sentence, toll.first)
        if frame is not None and toll.outcome in _LETHAL:
            others = (h for m, h, _, _ in here if m.first > toll.last and self._by_another(sentence, m.first, frame))
            later = {h.number for h in others}
            earlier = [h for h in earlier if h.number not in later] or earlier
        places = [
            sentence.entity[k]
            for k, n in enumerate(sentence.names)
            if k in sentence.entity
            and n.preposition != "from"
            and not self.entities.all[sentence.entity[k]].actor
            and self.entities.all[sentence.entity[k]].type != "facility"
        ]
        harmful = [h for h in earlier if not set(h.types) <= _HARMLESS]
        earlier = harmful or earlier
        if toll.outcome in _LETHAL:
            of = sentence.entity.get(toll.of) if toll.of is not None else None
            lethal = [h for h in earlier if not set(h.types) <= _BLOODLESS]
            lethal = [h for h in lethal if of is None or of not in h.agents or "Clash" in h.types] or lethal
            earlier = lethal or earlier
        if places:
            # of a total since a day, each place's share is a happening of its own
            known = [h for h in earlier if not h.open_end or set(places) & set(h.places)]
            near = [h for h in known if any(self.happenings._related(a, b) for a in h.places for b in places)]
            known = near or [h for h in known if not h.places and sentence.index - h.sentence <= 3]
        else:
            known = [h for h in earlier if h.paragraph == sentence.paragraph] or earlier
        if known:
            return max(known, key=lambda h: (h.sentence, h.types != ["Other"], -h.number))
        bare = self._bare_event(sentence, toll, self._bare_kind(toll))
        told = self._tell(sentence, bare, self._frame_at(sentence, toll.first), speakers)
        return self.happenings.place(told)

    def _elsewhere(
        self,
        sentence: Sentence,
        toll: Counted,
        nearest: tuple[EventMention, Happening],
        here: list[tuple[EventMention, Happening, int | None, Frame | None]],
        speakers: dict[int, int | None],
    ) -> Happening | None:
        """As in "a raid on X killed six, and two fell in Y": one more of the kind, told by its dead alone."""
        happening, at = nearest[1], toll.governor
        if toll.outcome not in _LETHAL or toll.part or not happening.places or not set(happening.types) <= ATTACKS:
            return None
        if not any("verb" in self.stream.marks[k] for k in (at - 1, at)):
            return None
        if any(m.clause[0] <= at < m.clause[1] for m, _, _, _ in here):
            return None
        begin, end = self._clause_of(sentence, at)
        if not begin <= toll.first < end or begin == sentence.first:
            return None
        if any(begin <= m.first < end for m, _, _, _ in here):
            return None
        own = self._places_between(sentence, begin, end)
        own = [p for p in own if self.entities.all[p].type != "facility"]
        before = [p for _, h, _, _ in here for p in h.places]
        if not own or any(self.happenings._related(a, b) for a in own for b in before):
            return None
        bare = self._bare_event(sentence, toll, "Other")._replace(
            clause=(begin, end),
            types=tuple(happening.types),
            vague=happening.vague,
            soft=happening.soft,
            places=tuple(k for k, n in enumerate(sentence.names) if n.sort == "place" and begin <= n.first < end),
        )
        told = self._tell(sentence, bare, self._frame_at(sentence, toll.first), speakers)
        told.alike = self.happenings.find(told) not in [h for _, h, _, _ in here]
        return self.happenings.place(told)

    def _clause_of(self, sentence: Sentence, position: int) -> tuple[int, int]:
        """The clause in which a position of a sentence stands."""
        clauses = self.tools.events.clauses(self.stream, sentence.first, sentence.last, sentence.names, sentence.taken)
        return next(c for c in clauses if c[0] <= position < c[1])

    def _found(self, sentence: Sentence, toll: Counted) -> bool:
        """As in "a body was found near X": a happening of its own."""
        near = self.stream.norm[max(sentence.first, toll.first - 4) : toll.first]
        return "outcome" in self.stream.marks[toll.governor] and any(
            self.language.strip_to(word, self.sets["finding"]) for word in near
        )

    def _is_place(self, sentence: Sentence, k: int) -> bool:
        """Whether the name of a state or capital is the land or city in which something happened."""
        name = sentence.names[k]
        inside = name.preposition == "in" or self.stream.norm[name.first - 1] in self.sets["locative"]
        return inside and k in sentence.entity and not self.entities.all[sentence.entity[k]].actor

    @staticmethod
    def _bare_kind(toll: Counted) -> str:
        """What a toll for which no word names a happening came of: destruction, but not of craft brought down."""
        downed = toll.victims in ("aircraft", "drones") and toll.governor < toll.first
        return "Destruction" if toll.outcome == "Destroyed" and not downed else "Other"

    def _bare_event(self, sentence: Sentence, toll: Counted, kind: str) -> EventMention:
        """The happening that a toll implies where no word names one."""
        names = sentence.names
        clause = (sentence.first, sentence.last)
        if kind == "Displacement":
            clauses = self.tools.events.clauses(self.stream, *clause, names, sentence.taken)
            clause = next((c for c in clauses if c[0] <= toll.governor < c[1]), clause)
        places = tuple(
            k
            for k, n in enumerate(names)
            if clause[0] <= n.first < clause[1]
            and (n.sort == "place" or (n.sort == "either" and self._is_place(sentence, k)))
        )
        frame = self._frame_at(sentence, toll.governor)
        killer = self._killer(sentence, toll, frame.first if frame is not None else sentence.first)
        if killer is None:
            killer = self.tools.events.by_whom(self.stream, names, toll.governor, clause[1])
        verb = self.stream.marks[toll.governor].get("verb")
        active = verb is not None and verb.entry.voice != "passive" and toll.governor < toll.first
        transitive = verb is not None and "transitive" in verb.entry.marks.get("valency", ())
        before = range(max(clause[0], toll.governor - 2), toll.governor)
        own = active and killer is None and any(self.tools.events.own_force(self.stream.norm[k]) for k in before)
        return EventMention(
            toll.governor,
            toll.governor + 1,
            (sentence.first, sentence.last),
            (kind,),
            kind == "Other",
            False,
            (toll.governor,),
            (killer,) if killer is not None and kind != "Displacement" else (),
            (),
            places,
            None,
            (),
            False,
            False,
            False,
            active and transitive and killer is None and not own,
            False,
            own,
            "event.outcome",
        )

    def _reach(self, mention: EventMention, toll: Counted) -> tuple[int, int]:
        same = 0 if mention.clause[0] <= toll.first < mention.clause[1] else 1
        distance = toll.first - mention.last if mention.last <= toll.first else mention.first - toll.last
        return same, abs(distance)

    def _headline(self, sentence: Sentence) -> None:
        """A headline adds a figure only where the text below gives another (guidelines: Speakers)."""
        speakers = self.discourse.speakers(sentence)
        sentence.events = []
        sentence.tolls = self.tools.tolls.find(
            self.stream,
            sentence.first,
            sentence.last,
            sentence.names,
            sentence.quantities,
            sentence.taken,
        )
        told = [t for d in self.drafts for t, _ in d.tolls]
        fresh = [t for t in sentence.tolls if not t.part and not any(_repeats(t, other) for other in told)]
        body = [h for h in self.happenings.all if "Statement" not in h.types]
        if not body:
            self._events(sentence)
            return
        for toll in fresh:
            frame = self._frame_at(sentence, toll.first)
            speaker = speakers[sentence.frames.index(frame)] if frame is not None else None
            self._claim(sentence, speaker, frame, body[0], None, toll)

    # ------------------------------------------------------------------ the report

    def _finish(self, inside: dict[int, set[int]]) -> Report:
        entities = self.entities.all
        used = {d.speaker for d in self.drafts} | {v for d in self.drafts for v in d.via}
        actor_id: dict[int, str] = {}
        place_id: dict[int, str] = {}
        actors: list[Actor] = []
        placed: list[Entity] = []
        for entity in sorted(entities, key=_appearance):
            if entity.actor:
                if not entity.kept and entity.number not in used:
                    continue
                if not entity.evidence and entity.number != self.outlet:
                    continue
                actor_id[entity.number] = f"A{len(actors) + 1}"
                actors.append(self._actor(entity, actor_id[entity.number]))
            elif entity.evidence:
                place_id[entity.number] = f"P{len(placed) + 1}"
                placed.append(entity)
        places = [self._place(e, place_id[e.number], self._parents(e, inside, place_id)) for e in placed]
        self._foretell()
        claimed = {h for d in self.drafts for h in d.happenings}
        event_id: dict[int, str] = {}
        events: list[Event] = []
        for happening in self.happenings.all:
            if happening.number not in claimed:
                continue
            event_id[happening.number] = f"E{len(events) + 1}"
            events.append(self._event(happening, event_id[happening.number], actor_id, place_id))
        claims: list[Claim] = []
        for draft in self.drafts:
            claims.append(self._claim_of(draft, f"C{len(claims) + 1}", actor_id, event_id))
        article = self._article(actor_id, place_id)
        return Report(
            article,
            tuple(actors),
            tuple(places),
            tuple(events),
            tuple(claims),
            self._relations(actor_id, place_id),
            claim_relations(claims),
            "khabar",
            _version(),
            self.language.version,
        )

    def _foretell(self) -> None:
        """What is dated after the publication is expected, though told in plain words; what goes on may reach it.

        A date of more than a year after it is left as it is: there the date of publication is wrong, and validation
        says so.
        """
        published = self.metadata.published
        if published is None:
            return
        for happening in self.happenings.all:
            latest = happening.latest or happening.earliest
            if latest is None or not published < latest <= published + _FORESEEABLE:
                continue
            told = [d for d in self.drafts if happening.number in d.happenings]
            if any(d.modality in ("Planned", "Expected") for d in told):
                continue
            if happening.earliest is None or happening.earliest <= published:
                happening.latest = published
                continue
            plain = [d for d in told if d.modality == "Asserted" and not d.tolls and len(d.happenings) == 1]
            for draft in plain:
                draft.modality = "Expected"
            if not plain:
                happening.earliest = happening.latest = None

    def _relations(self, actors: dict[int, str], places: dict[int, str]) -> tuple[Relation, ...]:
        """The standing relations that the text states, each once, with all its evidence."""
        found: dict[tuple[str, str, str], list[Evidence]] = {}
        for sentence in self.sentences:
            if not sentence.tells:
                continue
            for kind, a, b, first, last in stated_relations(
                self.stream, self.language, sentence.first, sentence.last, sentence.names
            ):
                one, two = sentence.entity.get(a), sentence.entity.get(b)
                if one is None or two is None or one == two or two not in actors:
                    continue
                subject = actors.get(one) or (places.get(one) if kind == "controlledBy" else None)
                if subject is None:
                    continue
                evidence = self._span(first, last)
                known = found.setdefault((kind, subject, actors[two]), [])
                if evidence not in known:
                    known.append(evidence)
        return tuple(
            Relation(kind, a, b, tuple(sorted(spans)), f"relation.{kind}") for (kind, a, b), spans in found.items()
        )

    def _span(self, first: int, last: int) -> Evidence:
        """The words ``first`` .. ``last``, cut to twelve from the end."""
        return self.stream.evidence(max(first, last - _QUOTE_WORDS), last)

    def _actor(self, entity: Entity, key: str) -> Actor:
        entry = entity.entry
        same = (f"http://www.wikidata.org/entity/{entry.wikidata}",) if entry is not None and entry.wikidata else ()
        return Actor(
            key,
            entry.kind if entry is not None else entity.type,
            self._ranked(entity),
            _in_order(entity.evidence),
            entity.rule,
            entry.id if entry is not None else None,
            entry.en or None if entry is not None else None,
            same,
        )

    def _ranked(self, entity: Entity) -> tuple[str, ...]:
        """The actor's names, the fullest first; a name that only speaks of his arms ("X's aircraft") never leads."""
        names = sorted_names(entity.names or entity.weak_names)
        arms = self.sets["arms"]
        plain = [
            n
            for n in names
            if not any(r.entry.lemma in arms for r in self.language.readings(self.language.fold(n.split()[0])))
        ]
        return (*plain, *(n for n in names if n not in plain))

    def _place(self, entity: Entity, key: str, within: tuple[str, ...]) -> Place:
        row = entity.places[0] if entity.places else None
        same: list[str] = []
        codes: list[str] = []
        if row is not None:
            if row.geonames:
                same.append(f"https://sws.geonames.org/{row.geonames}/")
                codes.append(f"geonames:{row.geonames}")
            if row.pcode:
                codes.append(f"pcode:{row.pcode}")
            if row.wikidata:
                same.append(f"http://www.wikidata.org/entity/{row.wikidata}")
        # what all articles say of one listed place has to agree: its kind and rule are the gazetteer's
        kind, rule = (row.kind, "name.place.listed") if row is not None else (entity.type, entity.rule)
        located = row is not None and row.latitude is not None and kind != "facility"
        area = kind in ("country", "governorate", "district", "region")
        return Place(
            key,
            kind,
            sorted_names(entity.names or entity.weak_names),
            _in_order(entity.evidence),
            rule,
            within,
            ref=row.id if row is not None else None,
            label_en=row.en or None if row is not None else None,
            latitude=row.latitude if located and row is not None else None,
            longitude=row.longitude if located and row is not None else None,
            precision=("centroid" if area else "point") if located else None,
            same_as=tuple(same),
            identifiers=tuple(codes),
            country=row.country or None if row is not None else None,
        )

    def _parents(self, entity: Entity, inside: dict[int, set[int]], ids: dict[int, str]) -> tuple[str, ...]:
        """The ids of the places that a place lies in, not through another."""
        parents = inside.get(entity.number, set())
        direct = [p for p in parents if not any(p in inside.get(q, set()) for q in parents if q != p)]
        return tuple(ids[p] for p in sorted(direct) if p in ids)

    def _event(self, happening: Happening, key: str, actors: dict[int, str], places: dict[int, str]) -> Event:
        targets = [actors.get(t) or places.get(t) for t in happening.targets if t not in happening.agents]
        return Event(
            key,
            tuple(happening.types),
            _in_order(happening.evidence),
            happening.rule,
            tuple(actors[a] for a in happening.agents if a in actors),
            tuple(dict.fromkeys(t for t in targets if t)),
            tuple(places[p] for p in happening.places if p in places),
            When(happening.earliest, happening.latest, tuple(happening.words), happening.partial),
            tuple(happening.instruments),
        )

    def _claim_of(self, draft: _Draft, key: str, actors: dict[int, str], events: dict[int, str]) -> Claim:
        tolls: list[Toll] = []
        ids: dict[tuple[int, int], str] = {}
        whole: list[tuple[Counted, str]] = []
        for toll, sentence in draft.tolls:
            number = f"{key}T{len(tolls) + 1}"
            ids[(sentence.index, sentence.tolls.index(toll))] = number
            total = ids.get((sentence.index, toll.total)) if toll.total is not None else None
            if total is not None and toll.total is not None and not _holds(sentence.tolls[toll.total], toll):
                total = None
            if total is None and not toll.part and toll.rule.endswith("/among"):
                # "among the dead" of the sentence before
                total = next((n for t, n in reversed(whole) if t.outcome == toll.outcome and _holds(t, toll)), None)
            elif not toll.part:
                whole.append((toll, number))
            evidence = self._evidence(min(toll.first, toll.last - 1), toll.last, sentence)
            of = sentence.entity.get(toll.of) if toll.of is not None else None
            tolls.append(
                Toll(
                    number,
                    toll.outcome,
                    toll.minimum,
                    toll.maximum,
                    self.stream.surface(toll.first, toll.last),
                    (evidence,),
                    toll.rule,
                    toll.approximate,
                    toll.victims or None,
                    actors.get(of) if of is not None else None,
                    toll.includes,
                    total,
                )
            )
        spans = []
        for begin, end in draft.spans[:1]:
            sentence = next(s for s in self.sentences if s.first <= begin < s.last)
            spans.append(self._evidence(begin, end, sentence))
        claimant = actors.get(draft.speaker) if draft.speaker is not None else None
        if claimant is None:
            claimant = actors.get(self.outlet) if self.outlet is not None else None
        return Claim(
            key,
            claimant or ARTICLE,
            draft.modality,
            tuple(spans),
            draft.rule,
            tuple(events[h] for h in draft.happenings if h in events),
            tuple(tolls),
            tuple(dict.fromkeys(actors[v] for v in draft.via if v in actors and v != draft.speaker)),
        )

    def _article(self, actors: dict[int, str], places: dict[int, str]) -> Article:
        meta = self.metadata
        words = itertools.islice((t.norm for t in self.stream.document.tokens if t.kind == "word"), 12)
        key = meta.url or "|".join(
            [meta.outlet or "", meta.published.isoformat() if meta.published else "", " ".join(words)]
        )
        headline = next((s for s in self.sentences if s.role == "headline"), None)
        title = meta.title
        if title is None and headline is not None:
            title = self.text[self.stream.start(headline.first) : self.stream.end(headline.last - 1)]
        outlet = self.entities.all[self.outlet] if self.outlet is not None else None
        author = self.entities.all[self.author].names[0] if self.author is not None else None
        data = Metadata(
            title,
            meta.author or author,
            meta.outlet or (outlet.names[0] if outlet else None),
            meta.published,
            meta.language or self.language.code,
            meta.url,
        )
        dateline = None
        if self.layout.place is not None:
            span = self.layout.place
            name = self.language.split(self.stream.surface(*span))
            dateline = next(
                (
                    places[e.number]
                    for e in self.entities.all
                    if not e.actor and e.number in places and any(self.language.split(n) == name for n in e.names)
                ),
                None,
            )
        return Article(
            len(self.text),
            hashlib.sha256(self.text.encode("utf-8")).hexdigest(),
            key,
            data,
            actors.get(self.outlet) if self.outlet is not None else None,
            actors.get(self.author) if self.author is not None else None,
            dateline,
        )


def _back(day: date, days: int) -> tuple[date, date]:
    """The day so many days before, or the month, where the days are of whole months."""
    if days < 28:
        return day - timedelta(days=days), day - timedelta(days=days)
    month = day.year * 12 + day.month - 1 - round(days / 30.4)
    first = date(month // 12, month % 12 + 1, 1)
    return first, date((month + 1) // 12, (month + 1) % 12 + 1, 1) - timedelta(days=1)


def _next_year(day: date) -> date:
    """The same day of the next year, or the last of its month."""
    return day.replace(year=day.year + 1) if (day.month, day.day) != (2, 29) else date(day.year + 1, 2, 28)


def _plain(happening: Happening) -> bool:
    """Whether it is an attack or a fight that happened once."""
    return not happening.intended and not happening.open_end and set(happening.types) <= _RETOLD


def _joined(drafts: Sequence[_Draft], into: dict[int, Happening]) -> list[_Draft]:
    """The claims where happenings turned out to be others: one account in one sentence is one claim."""
    kept: list[_Draft] = []
    for draft in drafts:
        draft.happenings = list(dict.fromkeys(into[n].number if n in into else n for n in draft.happenings))
        same = next(
            (
                d
                for d in kept
                if (d.speaker, d.happenings, d.modality, d.sentence)
                == (draft.speaker, draft.happenings, draft.modality, draft.sentence)
            ),
            None,
        )
        if same is None:
            kept.append(draft)
        else:
            same.tolls.extend(draft.tolls)
            same.spans.extend(draft.spans)
            same.via.extend(v for v in draft.via if v not in same.via)
    return kept


def _appearance(entity: Entity) -> tuple[int, int, int]:
    span = next((v.span for v in entity.evidence), Span(0, 1))
    return span.start, span.end, entity.number


def _in_order(evidence: Iterable[Evidence]) -> tuple[Evidence, ...]:
    """In the order of the text: what sorting evidence gives, since one span has one quote."""
    return tuple(sorted(evidence, key=_SPAN))


def _told_last(happening: Happening) -> tuple[int, int]:
    """A key by which happenings stand in the order of their last telling."""
    return happening.sentence, happening.number


def _equal(toll: Counted, other: Counted) -> bool:
    """Whether one figure is the other told again."""
    return (toll.outcome, toll.minimum, toll.maximum, toll.part) == (
        other.outcome,
        other.minimum,
        other.maximum,
        other.part,
    )


def _repeats(toll: Counted, other: Counted) -> bool:
    """Whether a headline's figure is one told below, bounds aside."""
    if toll.outcome != other.outcome:
        return False
    bounds = {toll.minimum, toll.maximum} - {None}
    if (toll.minimum, toll.maximum) == (2, None) and (other.minimum or 0) > 1 and not other.part:
        return True  # "dead and wounded"
    return (toll.minimum, toll.maximum) == (other.minimum, other.maximum) or bool(
        bounds & {other.minimum, other.maximum}
    )


def _holds(total: Counted, part: Counted) -> bool:
    """Whether a count can be part of another: neither of its bounds is above the other's upper bound."""
    if total.maximum is None:
        return True
    return all(bound is None or bound <= total.maximum for bound in (part.minimum, part.maximum))


@cache
def _version() -> str:
    try:
        return version("khabar")
    except PackageNotFoundError:  # pragma: no cover - a checkout that is not installed
        return "0"
