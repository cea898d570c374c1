"""Which happening a toll belongs to, and what totals and series are of."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from khabar.extract.attribution import STATEMENTS, Frame
from khabar.extract.dates import DateMention
from khabar.extract.events import ATTACKS, EventMention, families
from khabar.extract.tolls import Counted
from khabar.resolve.assembly.claiming import Claiming
from khabar.resolve.assembly.common import HARMLESS, HOST_REACH, LETHAL, PERIOD, STRUCK
from khabar.resolve.discourse import Sentence
from khabar.resolve.happenings import Happening

__all__ = ["Counting"]

_TOTAL = 10
"""The least that is a total of a period."""
_FELL_IN = 5
"""How many words behind those who fell the search or arrest is named in which they did."""
_NEAR_DATE = 8
"""How many words from a total its period stands."""
_OWN_EVENT = {
    "Displaced": "Displacement",
    "Detained": "Detention",
    "Abducted": "Abduction",
    "Surrendered": "Withdrawal",
}
_BLOODLESS = HARMLESS | {"Capture", "Withdrawal", "Displacement", "Detention", "Abduction", "Siege", "Cyber"}
"""Types of happening that nobody need die in."""
_YIELDING = frozenset({"Withdrawal", "Capture", "Clash", "Offensive", "Agreement", "Detention"})
"""Types of happening in which fighters give themselves up."""


class Counting(Claiming):
    """Gives every toll its happening and its claim."""

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
        if verb is None and toll.first > toll.governor and "verb" in self.stream.marks[toll.governor - 1]:
            right_before = (
                k for k, n in enumerate(sentence.names) if n.last == toll.governor - 1 and not n.preposition
            )
            ended = next(right_before, None)  # "that X put an end to a leader of Y"
            if ended is not None and sentence.names[ended].type == "ArmedForce":
                return ended
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
            return self._summed[1] if toll.outcome in LETHAL else None
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
        if not beside and toll.outcome in LETHAL and not self._counts_deaths_in(sentence, toll, min(at, toll.first)):
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
        if rises is None or toll.outcome not in LETHAL or toll.part or happening.open_end:
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
            and (d[2].latest is None or (d[2].latest - d[2].earliest).days >= PERIOD)
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
        elif toll.outcome in LETHAL:
            deadly = [(m, h) for m, h in options if not set(h.types) <= _BLOODLESS or self._fell_in(m, toll)]
            recent = any(
                sentence.index - h.sentence <= 2 and not h.intended and not _BLOODLESS.issuperset(h.types)
                for h in self.happenings.all
            )
            options = deadly or ([] if recent and not any(m.places for m, _ in options) else options)
        frame = self._frame_at(sentence, toll.first)
        same = [o for o in options if self._frame_at(sentence, o[0].first) is frame]
        before = any(
            h.sentence < sentence.index <= h.sentence + 3 and set(h.types) & STRUCK for h in self.happenings.all
        )
        if same or frame is None or toll.outcome not in LETHAL or not before:
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
        reach = range(toll.last, min(toll.last + HOST_REACH, sentence.last))
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
                and (set(h.types) & _YIELDING if gave_up else not set(h.types) <= HARMLESS)
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
        if frame is not None and toll.outcome in LETHAL:
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
        harmful = [h for h in earlier if not set(h.types) <= HARMLESS]
        earlier = harmful or earlier
        if toll.outcome in LETHAL:
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
        if toll.outcome not in LETHAL or toll.part or not happening.places or not set(happening.types) <= ATTACKS:
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
