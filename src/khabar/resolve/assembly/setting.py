"""When and where a happening came about, from the words around its mention."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from khabar.extract.attribution import Frame
from khabar.extract.dates import DateMention
from khabar.extract.events import ATTACKS, EventMention
from khabar.resolve.assembly.common import HOST_REACH, LETHAL
from khabar.resolve.assembly.naming import Naming
from khabar.resolve.discourse import Sentence
from khabar.resolve.happenings import Happening

__all__ = ["Setting"]

_LASTING = frozenset({"Offensive", "Siege", "Displacement"})
"""What goes on for weeks from the day on which it begins."""


def _next_year(day: date) -> date:
    """The same day of the next year, or the last of its month."""
    return day.replace(year=day.year + 1) if (day.month, day.day) != (2, 29) else date(day.year + 1, 2, 28)


class Setting(Naming):
    """Finds the days and places of a mention."""

    def _breaks_out(self, mention: EventMention) -> bool:
        """Whether a verb right before the mention says that it began ("war broke out")."""
        verb = self.stream.marks[mention.first - 1].get("light") if mention.first else None
        return verb is not None and verb.entry.pos == "verb" and "occur" in verb.entry.marks["light"]

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

    def _where_they_fell(self, sentence: Sentence, mention: EventMention) -> list[int]:
        """As in "three were killed in X when their house was shelled": the places of the main clause."""
        begin, norm = mention.clause[0], self.stream.norm
        after = (
            begin > sentence.first and norm[begin] in self.sets["that"] and norm[begin - 1] in self.sets["while_doing"]
        )
        if not (after or norm[begin] in self.sets["while"]) or any(m.first < begin for m in sentence.events):
            return []
        if not any(t.outcome in LETHAL and t.last <= begin for t in sentence.tolls):
            return []
        told = [
            k for k, n in enumerate(sentence.names) if n.sort == "place" and n.last <= begin and k in sentence.entity
        ]
        return [sentence.entity[k] for k in told if not self.entities.all[sentence.entity[k]].actor]

    def _background(self, sentence: Sentence, mention: EventMention, latest: date | None) -> bool:
        """Whether a pluperfect tells what happened on a day before that of the news ("X had shelled it last week")."""
        day = self._day_told()
        if latest is None or day is None or latest >= day or mention.definite:
            return False
        return any(
            self.stream.norm[k] in self.sets["pluperfect"]
            for k in range(sentence.first, min(sentence.first + 3, mention.first))
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

    def _part_of(self, mention: EventMention) -> bool:
        """Whether what was just told was part of it ("in the frame of operation X")."""
        before = self.stream.norm[mention.first - 1]
        return not mention.definite and self.language.strip_to(before, self.sets["within_frame"])

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

    def _of_toll(self, frame: Frame, mention: EventMention) -> bool:
        """As in "announced the rise of the toll of the attack": the figure is the news, and the day that of telling."""
        return any(w in self.sets["counting"] for w in self.stream.norm[frame.first : min(mention.first, frame.last)])

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

    def _host(self, sentence: Sentence, mention: EventMention) -> EventMention | None:
        """As in "three were wounded during the storming of X by Y": the happening in whose course another one came."""
        later = next((m for m in sentence.events if m.first >= mention.last and m.places), None)
        if later is None or later.first - mention.last > HOST_REACH or mention.types == ("Statement",):
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

    def _places_between(self, sentence: Sentence, first: int, last: int) -> list[int]:
        """The most specific places named between two positions."""
        return self._most_specific(
            [
                sentence.entity[k]
                for k, n in enumerate(sentence.names)
                if n.sort == "place" and first <= n.first < last and k in sentence.entity
            ]
        )
