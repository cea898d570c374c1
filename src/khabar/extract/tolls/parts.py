"""Parts of totals, coordinated counts, and phrases that only say again what another counts."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from khabar.extract.tolls.government import Government
from khabar.extract.tolls.words import FIGURES, GENERATIONS, HUMAN, Counted, Governor, Phrase
from khabar.match.stream import Hit, Stream

__all__ = ["Parts"]


class Parts(Government):
    """Tells parts from totals."""

    def _tidy(self, stream: Stream, counted: Sequence[Phrase]) -> list[Phrase]:
        """Without those that say what another counts: "54 women and children", "a family of five persons"."""
        kept: list[Phrase] = []
        for phrase in counted:
            before = kept[-1] if kept else None
            follows = before is not None and phrase.first == before.last
            joined = stream.norm[phrase.first].startswith(self.sets["single_conjunctions_prefix"])
            if follows and not joined and phrase.rule in ("toll.one", "toll.ordinal-person"):
                continue
            if (
                before is not None
                and follows
                and not joined
                and phrase.outcome
                and (phrase.low, phrase.high, phrase.outcome) == (before.low, before.high, before.outcome)
            ):
                continue  # "the bodies of two martyrs"
            if (
                before is not None
                and phrase.rule == "toll.one"
                and phrase.first == before.last
                and before.rule == "toll.counted"
                and (before.low or before.high or 0) > 10
                and {before.victims, phrase.victims} <= GENERATIONS
            ):
                kept[-1] = before._replace(last=phrase.last)
                continue
            if (
                before is not None
                and before.rule == "toll.one"
                and before.objects == phrase.objects
                and phrase.first - before.last <= 4
                and (
                    any(stream.norm[k] in self.sets["composed"] for k in range(before.last, phrase.first))
                    or self._family_of(stream, before, phrase)
                )
            ):
                kept.pop()
            kept.append(phrase)
        return kept

    def _family_of(self, stream: Stream, family: Phrase, phrase: Phrase) -> bool:
        """Whether a family is told by the number of its members ("a family of five")"""
        between = range(family.last, phrase.first)
        return (
            family.victims == "families"
            and phrase.rule in ("toll.counted", "toll.quantity")
            and len(between) == 1
            and all(stream.norm[k] in self.sets["of"] for k in between)
        )

    def _marker(
        self, stream: Stream, marks: Sequence[int], at: int, previous: Phrase | None, governors: Sequence[Governor]
    ) -> int | None:
        """The last part marker before ``at`` that still governs it: no outcome between, and after the last total."""
        near = [m for m in marks if m < at and at - m <= 14]
        if not near:
            return None
        marker = near[-1]
        if any(
            marker < g.at < at and (not g.definite_noun or stream.norm[g.at - 1] in self.sets["counting"])
            for g in governors
        ):
            return None
        if self._count_breaks(stream, marker, at):
            return None
        return marker

    def _count_breaks(self, stream: Stream, a: int, b: int) -> bool:
        return any(
            stream.norm[k] in self.sets["strong_breaks"]
            or stream.norm[k] in self.sets["against_count"]
            or stream.norm[k] in self.sets["that"]
            for k in range(a + 1, b)
        )

    def _dead_of(self, stream: Stream, first: int, last: int, phrases: dict[int, Hit]) -> dict[int, tuple[str, int]]:
        """Positions of "among" before a plural of casualties ("among the dead of the blast"), with their outcome."""
        found: dict[int, tuple[str, int]] = {}
        norm, between = stream.norm, self.sets["between"]
        for k in [k for k in range(first, last - 1) if norm[k] in between]:
            reading = self._outcome(stream, k + 1)
            if reading is not None and reading.entry.pos == "noun" and reading.entry.number == "p":
                longer = k - 1 in phrases and phrases[k - 1].last == k + 1
                found[k - 1 if longer else k] = (reading.entry.marks["outcome"][0], k + 1)
        return found

    def _among(self, stream: Stream, phrases: dict[int, Hit], marker: int | None) -> tuple[str, int] | None:
        """The outcome that a phrase like "among the dead" names, and its position."""
        if marker is None:
            return None
        for k in range(marker, phrases[marker].last):
            reading = self._outcome(stream, k)
            if reading is not None and reading.entry.pos == "noun" and reading.definite:
                return reading.entry.marks["outcome"][0], k
        return None

    def _carried(self, stream: Stream, first: int) -> str:
        """The outcome that the lead-in of a list has for its items ("…, killing 29 people, namely:"), or empty."""
        at = bisect_right(stream.bounds, (first, len(stream) + 1, 0)) - 1
        if at < 1 or not self._item(stream, stream.bounds[at][0]):
            return ""
        while at > 0 and self._item(stream, stream.bounds[at][0]):
            at -= 1
        begin, end, _ = stream.bounds[at]
        if end - begin < 3 or stream.norm[end - 1] not in self.sets["sentence_marks"]:
            return ""
        told = stream.norm[end - 2] in self.sets["namely"] or any(
            h.kind == "phrase" and h.last == end - 1 and "part" in h.payload.marks
            for k in range(max(begin, end - 4), end - 1)
            for h in stream.hits(k, end)
        )
        outcomes = (self._outcome(stream, k) for k in range(end - 2, begin - 1, -1)) if told else ()
        return next((r.entry.marks["outcome"][0] for r in outcomes if r is not None), "")

    def _item(self, stream: Stream, i: int) -> bool:
        """Whether an item of a list begins at ``i``."""
        return stream.norm[i] in self.sets["bullets"]

    def _shares(self, total: Counted, phrase: Phrase) -> bool:
        """Whether a part without a word of its own has its total's outcome."""
        return not phrase.outcome and phrase.objects == (total.outcome not in HUMAN)

    def _led(
        self, stream: Stream, phrase: Phrase, previous: Phrase | None, governors: Sequence[Governor]
    ) -> Governor | None:
        """The verb right before "three of them" that tells what became of these, not of the whole."""
        near = [
            g
            for g in governors
            if phrase.first - 2 <= g.at < phrase.first and (previous is None or g.at >= previous.last)
        ]
        ends = near[-1] if near else None
        if ends is None:
            return None
        right_before = ends.at == phrase.first - 1 and "verb" in stream.marks[ends.at]
        right_before = right_before or (ends.at == phrase.first - 1 and ends.entry.pos == "masdar")
        return ends if ends.entry.pos == "verb" or ends.outcome == "Missing" or right_before else None

    def _plural_of(self, stream: Stream, toll: Counted) -> Counted:
        """The toll of which some are told, so that what may be a dual is a plural."""
        if not toll.rule.startswith("toll.dual") or (toll.minimum, toll.maximum) != (2, 2):
            return toll
        plural = any(r.entry.number == "p" for r in self.language.readings(stream.norm[toll.first]))
        return toll._replace(maximum=None) if plural else toll

    def _include(self, stream: Stream, toll: Counted, victims: str) -> Counted:
        if not victims or victims in toll.includes:
            return toll
        toll = self._plural_of(stream, toll)
        return toll._replace(includes=(*toll.includes, victims))

    def _include_groups(self, stream: Stream, out: list[Counted], marker: int, at: int, last: int) -> None:
        """Add the groups of "most of them women and children" to the toll before, where they have the article."""
        k = next((k for k in range(len(out) - 1, -1, -1) if out[k].last <= marker), None)
        if k is None or marker - out[k].last > 3:
            return
        at += at < last and stream.norm[at] in self.sets["partitive"]
        while at < last and stream.kind[at] == "word" and at not in self._numbers:
            group = next(
                (
                    r.entry.marks["victim"][0]
                    for r in self.language.readings(stream.norm[at])
                    if r.definite and r.entry.number == "p" and "victim" in r.entry.marks and r.entry.pos == "noun"
                ),
                "",
            )
            if not group or "outcome" in stream.marks[at]:
                return
            out[k] = self._include(stream, out[k], group)
            at += 1

    def _resumes(self, stream: Stream, previous: Phrase, phrase: Phrase) -> bool:
        """Whether "…, and 42 wounded" or "against 234 …" goes back to the level of the total."""
        between = range(previous.last, phrase.first + 1)
        return any(stream.norm[k] in self.sets["against_count"] for k in between)

    def _coordinated(self, stream: Stream, previous: Phrase, phrase: Phrase, governors: Sequence[Governor]) -> bool:
        if any(previous.last <= g.at < phrase.first for g in governors):
            return False
        gap = range(previous.last, phrase.first)
        word = stream.norm[phrase.first]
        if gap and len(gap) <= 4 and any(stream.norm[k] in self.sets["composed"] for k in gap):
            return True
        if any(stream.norm[k] in self.sets["correction"] for k in gap):
            return phrase.rule == "toll.quantity"
        joined = word.startswith(self.sets["single_conjunctions_prefix"]) or any(
            stream.norm[k] in self.sets["single_conjunctions"] or stream.norm[k] in self.sets["against_count"]
            for k in gap
        )
        others = stream.norm[phrase.last - 1] in self.sets["others"] or (
            phrase.last < len(stream) and stream.norm[phrase.last] in self.sets["others"]
        )
        joined = joined or (
            not phrase.objects
            and any(stream.norm[k] in self.sets["with"] for k in gap)
            and all(stream.norm[k] in self.sets["with"] or "adjective" in stream.marks[k] for k in gap)
        )
        if phrase.rule == "toll.named-person" and any(
            stream.norm[k].startswith(self.sets["single_conjunctions_prefix"]) and "title" in stream.marks[k]
            for k in gap
        ):
            joined = True
        if phrase.rule == "toll.others" or others:
            joined = joined or any(stream.norm[k].startswith(self.sets["single_conjunctions_prefix"]) for k in gap)
        if not joined:
            return False
        if others and previous.rule in FIGURES and self._joined(stream, phrase) and len(gap) <= 16:
            return True
        if not any(stream.norm[k] in self.sets["against_count"] for k in gap) and any(
            "verb" in stream.marks[k]
            and stream.marks[k].keys().isdisjoint(("noun", "masdar"))
            and stream.norm[k - 1] not in self.sets["whose"]
            and not self._tells_age(stream, k)
            for k in gap
            if stream.kind[k] == "word" and k not in self._covered
        ):
            return False
        added = phrase.first > previous.last and any(
            stream.norm[k] in self.sets["against_count"]
            for k in range(max(previous.last, phrase.first - 2), phrase.first)
        )
        return phrase.first - previous.last <= (24 if added else 12)

    def _tells_age(self, stream: Stream, k: int) -> bool:
        """Whether a verb only says how old someone is."""
        return any(word in self.sets["ages"] for word in stream.norm[k + 1 : k + 4])

    def _listed(self, stream: Stream, previous: Phrase, phrase: Phrase) -> bool:
        """Whether only "they are" and a date stand between a total and the first of its parts."""
        between = [
            k
            for k in range(previous.last, phrase.first)
            if stream.kind[k] != "punct" and k not in self._taken and k not in self._numbers
        ]
        return len(between) == 1 and stream.norm[between[0]] in self.sets["namely"]

    def _again(self, stream: Stream, out: Sequence[Counted], outcome: str, phrase: Phrase, governor: int) -> bool:
        """Whether one person is told again: as what the happening caused, or by the body of who was counted before."""
        same = [t for t in out if (t.outcome, t.minimum, t.maximum, t.part) == (outcome, 1, 1, False)]
        if not same:
            return False
        behind = phrase.last
        body = phrase.outcome and behind < len(stream) and not self._covered & {behind}
        if body and any(
            r.entry.pos == "noun" and r.definite and r.entry.number == "s" and "victim" in r.entry.marks
            for r in self.language.readings(stream.norm[behind])
        ):
            return True
        joined = stream.norm[governor].startswith(self.sets["single_conjunctions_prefix"])
        if out[-1] in same and phrase.outcome and phrase.rule == "toll.one" and not self._joined(stream, phrase):
            last = stream.norm[phrase.last - 1]
            if last.endswith(self.sets["accusative_endings"]) and any(
                t.governor < phrase.first and t is out[-1] and "verb" in stream.marks[t.governor] for t in same
            ):
                return True  # "shot a youth dead"
        caused = any("cause" in stream.marks[k] for k in range(max(0, governor - (6 if joined else 2)), governor))
        return caused and governor < phrase.first and any(t.victims == phrase.victims for t in same)

    def _restates(self, stream: Stream, out: Sequence[Counted], outcome: str, phrase: Phrase) -> bool:
        """Whether a bare plural only says again what became of those counted right before it."""
        near = bool(out) and out[-1].outcome == outcome and phrase.first - out[-1].last <= 3
        return near and not stream.norm[phrase.first].startswith(self.sets["single_conjunctions_prefix"])
