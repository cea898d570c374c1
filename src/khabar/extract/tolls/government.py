"""Which governor a counted phrase has: its own noun, one before it, or the verb behind it."""

from __future__ import annotations

from collections.abc import Sequence

from khabar.extract.tolls.phrases import Phrases
from khabar.extract.tolls.words import Governor, Phrase
from khabar.match.stream import Stream

__all__ = ["Government"]

_Chosen = tuple[str, int, str]
"""An outcome, the position of the word that tells it, and the name of the rule."""
_AGE = 7
"""Words of an age and its marks behind a name, at most."""
_CLOSE = {"toll.one": 4, "toll.plural": 4, "toll.ordinal-person": 4, "toll.named-person": 10}
"""How far the governor of a phrase without a number may stand before it, in words."""


class Government(Phrases):
    """Finds the outcome of a counted phrase."""

    _REACH = 14
    """How many words a governor may stand before what it governs."""

    def _govern(
        self,
        stream: Stream,
        phrase: Phrase,
        previous: Phrase | None,
        governors: Sequence[Governor],
        first: int,
        last: int,
        joint: Sequence[tuple[int, int]],
        starts: frozenset[int],
        spent: set[int],
    ) -> _Chosen | None:
        """The outcome of a counted phrase: its own, that of a governor before it, or what is said behind it."""
        pair = self._joint(stream, phrase, joint, starts, last)
        if pair is not None:
            return pair
        if phrase.outcome in ("Detained", "Abducted", "Displaced"):
            # what befell captives and the displaced now outweighs what they are
            befell = self._before(stream, phrase, previous, governors, first, spent) or self._behind(
                stream, phrase, governors, first, last, starts
            )
            if befell is not None and befell[0] in ("Killed", "Injured", "KilledOrInjured"):
                return befell
        if phrase.outcome:
            return self._own(stream, phrase, governors, starts, first, last)
        plural = next(
            (g for g in governors if g.first == phrase.last and g.entry.pos != "masdar" and self._plural(stream, g)),
            None,
        )
        if plural is not None and not plural.joined and not plural.object and plural.at + 1 not in starts:
            # a plural verb has its subject before it, whatever governs from further off
            return plural.outcome, plural.at, "right"
        return (
            self._labelled(stream, phrase, governors)
            or self._still(stream, phrase, first, last)
            or self._before(stream, phrase, previous, governors, first, spent)
            or self._behind(stream, phrase, governors, first, last, starts)
        )

    def _dual(self, stream: Stream, governor: Governor) -> bool:
        """Whether a governor may be a dual verb, which has its subject before it."""
        return any(
            r.entry.pos == "verb" and r.entry.number == "d" for r in self.language.readings(stream.norm[governor.at])
        )

    def _plural(self, stream: Stream, governor: Governor) -> bool:
        """Whether a governor is or begins with a plural verb."""
        return any(
            r.entry.pos == "verb" and r.entry.number == "p" for r in self.language.readings(stream.norm[governor.first])
        )

    def _joint(
        self, stream: Stream, phrase: Phrase, joint: Sequence[tuple[int, int]], starts: frozenset[int], last: int
    ) -> _Chosen | None:
        """One number for two outcomes: "… between dead and wounded", "20 dead and wounded"."""
        for a, _b in joint:
            between = range(phrase.last, a)
            if (
                phrase.last <= a <= phrase.last + 12
                and not any(stream.norm[k] in self.sets["sentence_marks"] for k in between)
                and not (phrase.needs and any(k in starts for k in between))
            ):
                return "KilledOrInjured", a, "joint"
        if phrase.outcome and phrase.rule == "toll.counted" and self._paired(stream, phrase, last):
            return "KilledOrInjured", phrase.first, "pair"
        return None

    def _own(
        self,
        stream: Stream,
        phrase: Phrase,
        governors: Sequence[Governor],
        starts: frozenset[int],
        first: int,
        last: int,
    ) -> _Chosen | None:
        """The outcome that the counted noun itself tells ("12 dead"), unless they are freed or died later."""
        if phrase.outcome in ("Detained", "Abducted", "Displaced") and self._released(stream, phrase, first):
            return None
        if phrase.outcome in ("Detained", "Abducted") and self._escapes(stream, phrase, first):
            return None
        if phrase.outcome == "Displaced" and self._aimed_at(stream, phrase, first):
            return None
        if phrase.outcome == "Killed" and self._outcome_lemma(stream, phrase) in self.sets["casualties"]:
            buried = self._still(stream, phrase, first, last) or self._state(stream, phrase, last)
            if buried is not None and buried[0] == "Missing":
                return buried
        if phrase.outcome == "Injured":  # "three of the wounded died"
            dead = next((g for g in governors if g.at == phrase.first - 1 and g.outcome == "Killed"), None)
            if dead is not None and not dead.object and (dead.entry.pos != "noun" or phrase.rule == "toll.one"):
                return dead.outcome, dead.at, "left"
        died = next((g for g in governors if g.first == phrase.last and g.entry.pos in ("verb", "phrase")), None)
        later = died is not None and not died.joined and died.at + 1 not in starts
        if died is not None and later and (phrase.outcome, died.outcome) == ("Injured", "Killed"):
            return died.outcome, died.at, "right"
        if phrase.rule == "toll.plural" and not self._brought(stream, phrase, first, last):
            return None
        return phrase.outcome, phrase.first, "own"

    def _outcome_lemma(self, stream: Stream, phrase: Phrase) -> str:
        """The lemma of the counted noun that tells the outcome, or empty."""
        reading = self._outcome(stream, phrase.last - 1)
        return self.language.fold(reading.entry.lemma) if reading is not None else ""

    def _aimed_at(self, stream: Stream, phrase: Phrase, first: int) -> bool:
        """Whether a verb of attack has the counted as its object: they were there already."""
        for k in range(phrase.first - 1, max(first, phrase.first - 4) - 1, -1):
            if stream.kind[k] == "punct" or stream.norm[k] in self.sets["stops"]:
                return False
            verb = stream.marks[k].get("verb")
            if verb is not None and verb.entry.pos == "verb" and k not in self._covered:
                marks = verb.entry.marks
                return "event" in marks and "Displacement" not in marks["event"] and "outcome" not in marks
        return False

    def _labelled(self, stream: Stream, phrase: Phrase, governors: Sequence[Governor]) -> _Chosen | None:
        """A number in figures right behind those it counts, as in tables ("the dead: 6", "the wounded 17")."""
        if phrase.rule not in ("toll.quantity", "toll.counted") or stream.kind[phrase.first] not in ("number", "word"):
            return None
        colon = phrase.first > 1 and stream.norm[phrase.first - 1] == ":"
        at = phrase.first - (2 if colon else 1)
        label = next((g for g in governors if g.at == at and g.definite_noun), None)
        if label is None or not (colon or stream.kind[phrase.first] == "number"):
            return None
        if phrase.rule == "toll.counted" and not (at and stream.kind[at - 1] == "punct"):
            return None
        return label.outcome, label.at, "left"

    def _still(self, stream: Stream, phrase: Phrase, first: int, last: int) -> _Chosen | None:
        """What those right behind "still" are ("still 50 others missing")."""
        if phrase.first > first and self.language.strip_to(stream.norm[phrase.first - 1], self.sets["remaining"]):
            return self._state(stream, phrase, last)
        return None

    def _before(
        self,
        stream: Stream,
        phrase: Phrase,
        previous: Phrase | None,
        governors: Sequence[Governor],
        first: int,
        spent: set[int],
    ) -> _Chosen | None:
        """The nearest governor before the phrase, if it reaches so far."""
        beside = self._joined(stream, phrase)
        left = [
            g
            for g in governors
            if g.at < phrase.first
            and (not g.object or (g.entry.pos == "masdar" and beside and g.at + 1 == phrase.first))
        ]
        if not left:
            return None
        g = left[-1]
        if previous is not None and previous.first > g.at:
            return None
        if phrase.rule == "toll.plural" and g.entry.pos == "phrase" and beside:
            return None
        if not self._reaches(g, phrase) or self._strange(stream, g, phrase) or self._barrier(stream, g, phrase):
            return None
        if g.definite_noun:
            if not self._counts(stream, g, phrase):
                return None
            if stream.norm[g.at - 1] in self.sets["counting"]:
                return g.outcome, g.at, self._bound(stream, g.at - 1, first) or "left"
            return g.outcome, g.at, "left"
        pair = next(
            (
                h
                for h in left[:-1]
                if {h.outcome, g.outcome} == {"Killed", "Injured"}
                and (g.at - h.at == 1 or (g.at - h.at == 2 and stream.norm[h.at + 1] in self.sets["alternative"]))
            ),
            None,
        )
        if pair is not None and self._has_subject(stream, pair, first):
            pair = None
        if pair is not None and pair.at not in spent and not self._dual(stream, pair):
            return "KilledOrInjured", pair.at, "left-joint"
        return g.outcome, g.at, "left"

    def _has_subject(self, stream: Stream, governor: Governor, first: int) -> bool:
        """Whether the first of two words of harm tells of someone before it ("a man died and another was hurt")."""
        if stream.norm[governor.at] in self.sets["death_words"]:
            return True
        before = governor.at - 1
        if "verb" not in stream.marks[governor.at] or before < first or stream.kind[before] != "word":
            return False
        if any(n.type == "Person" and n.last == before + 1 for n in self._names):
            return True
        marks = stream.marks[before]
        return "measure" in marks or ("victim" in marks and not marks["victim"].preposition)

    def _reaches(self, governor: Governor, phrase: Phrase) -> bool:
        """Whether the phrase is near enough to its governor; dates between them, and its subject, do not count."""
        gap = sum(1 for k in range(governor.at + 1, phrase.first) if k not in self._taken)
        reach = _CLOSE.get(phrase.rule, 26 if governor.definite_noun else self._REACH)
        acted = governor.transitive and any(
            governor.at < n.first and n.last <= phrase.first for n in self._names if n.sort != "place"
        )
        return gap <= (max(reach, 10) if acted else reach)

    def _strange(self, stream: Stream, governor: Governor, phrase: Phrase) -> bool:
        """Whether a person's name behind a governor belongs to another verb or clause."""
        return phrase.rule == "toll.named-person" and any(
            (
                "verb" in stream.marks[k]
                and "noun" not in stream.marks[k]
                and k not in self._covered
                and stream.norm[k] not in self.sets["called"]
            )
            or (stream.norm[k] in self.sets["relative"] and stream.norm[k].startswith(self.language.article))
            for k in range(governor.at + 1, phrase.first)
        )

    def _behind(
        self,
        stream: Stream,
        phrase: Phrase,
        governors: Sequence[Governor],
        first: int,
        last: int,
        starts: frozenset[int],
    ) -> _Chosen | None:
        """What is said behind the phrase of those counted: a number told late, "forced to flee", "among the dead"."""
        raised = any(
            stream.norm[k] in self.sets["reaching"]
            and ("count" in stream.marks[k - 1] or stream.norm[k - 1] in self.sets["raising"])
            for k in range(max(first + 1, phrase.first - 2), phrase.first)
        )
        near = [g for g in governors if phrase.last <= g.at <= phrase.last + (14 if raised else 5)]
        if phrase.rule in ("toll.quantity", "toll.counted", "toll.unlisted-noun"):
            for g in near:
                if (raised or g.at <= phrase.last + 4) and self._is_number(stream, g):
                    return g.outcome, g.at, "right-counted"
        for g in near:
            if not phrase.last < g.at <= phrase.last + 5:
                continue
            before = stream.norm[g.at - 1]
            verbal = g.outcome == "Displaced" and any(
                r.entry.pos == "masdar" for r in self.language.readings(stream.norm[g.at])
            )
            apart = any(stream.kind[k] == "punct" for k in range(phrase.last, g.at))
            if g.at <= phrase.last + 4 and verbal and before in self.sets["forced_to"] and not apart:
                return g.outcome, g.at, "right-forced"
        for g in near:
            if (
                phrase.last < g.at <= phrase.last + 5
                and g.definite_noun
                and stream.norm[g.at - 1] in self.sets["between"]
                and all(
                    k in self._numbers
                    or self._person(stream, k)
                    or stream.norm[k] in self.sets["auxiliary"]
                    or stream.norm[k] in self.sets["of"]
                    for k in range(phrase.last, g.at - 1)
                )
            ):
                return g.outcome, g.at, "right-among"
        if phrase.rule == "toll.named-person":
            return self._befell(stream, phrase, near, first)
        return self._state(stream, phrase, last) or self._told(stream, phrase, governors, first, last, starts)

    def _befell(self, stream: Stream, phrase: Phrase, near: Sequence[Governor], first: int) -> _Chosen | None:
        """What is said right behind a person's name that opens a clause ("that commander X was wounded")"""
        end = self._past_age(stream, phrase.last)
        verb = next((g for g in near if g.first == end and g.entry.pos != "phrase" and not g.object), None)
        opens = phrase.first - 1
        if opens - 1 >= first and "title" in stream.marks[opens - 1]:
            opens -= 1
        while opens >= first and ("title" in stream.marks[opens] or stream.norm[opens] in self.sets["offices"]):
            opens -= 1
        clause = (
            opens < first
            or stream.norm[opens] in self.sets["that"]
            or stream.norm[opens] in self.sets["sentence_marks"]
        )
        if verb is None or verb.joined or not clause:
            return None
        behind = stream.norm[verb.at + 1] if verb.at + 1 < len(stream) else ""
        apart = not behind or behind in self.sets["stops"] or stream.kind[verb.at + 1] == "punct"
        apart = apart or any(
            r.preposition or (r.conjunction and r.entry.pos == "verb") for r in self.language.readings(behind)
        )
        passive = verb.entry.pos == "verb" and verb.entry.voice == "passive"
        if not (passive or (apart and "verb" in stream.marks[verb.at]) or not verb.transitive):
            return None
        return verb.outcome, verb.at, "right"

    def _past_age(self, stream: Stream, i: int) -> int:
        """Where the words go on behind an age in brackets or between commas ("X (15 years)", "X, 15 years old,")."""
        opening = stream.norm[i] if i < len(stream) and stream.kind[i] == "punct" else ""
        if not opening or opening not in self.sets["brackets"] | self.sets["commas"]:
            return i
        near = range(i + 2, min(i + _AGE, len(stream)))
        close = next((k for k in near if stream.norm[k] in self.sets["brackets"] | self.sets["commas"]), None)
        return close + 1 if close is not None and "number" in stream.kind[i + 1 : close] else i

    def _told(
        self,
        stream: Stream,
        phrase: Phrase,
        governors: Sequence[Governor],
        first: int,
        last: int,
        starts: frozenset[int],
    ) -> _Chosen | None:
        """The verb whose subject the phrase is, or its two verbs ("20 were killed and wounded")."""
        verb = self._predicate(stream, phrase, governors, first, last, starts)
        if verb is None:
            return None
        behind = verb.at + 2
        own = behind < last and (
            stream.kind[behind] == "number"
            or behind in starts
            or stream.norm[behind] in self.sets["others"] | self.sets["another_one"]
        )
        second = any(
            g.at == verb.at + 1 and {g.outcome, verb.outcome} == {"Killed", "Injured"} and not own for g in governors
        )
        return ("KilledOrInjured" if second else verb.outcome), verb.at, "right"

    def _is_number(self, stream: Stream, governor: Governor) -> bool:
        """Whether a governor tells whose number was given: "the number of the dead", "… of those who died"."""
        if governor.definite_noun:
            return stream.norm[governor.at - 1] in self.sets["counting"]
        return (
            governor.entry.pos == "verb"
            and governor.at > 1
            and stream.norm[governor.at - 1] in self.sets["relative"]
            and stream.norm[governor.at - 2] in self.sets["counting"]
        )

    def _state(self, stream: Stream, phrase: Phrase, last: int) -> _Chosen | None:
        """What persons counted before are said to be still, or were found to be ("… are still missing")."""
        remain = False
        for k in range(phrase.last, min(phrase.last + 12, last)):
            word = stream.norm[k]
            if word in self.sets["strong_breaks"] or word in self.sets["that"] or stream.kind[k] == "punct":
                return None
            if (
                k > phrase.last
                and word in self.sets["negation"]
                and word.startswith(self.sets["single_conjunctions_prefix"])
            ):
                return None
            remain = remain or self.language.strip_to(word, self.sets["remaining"])
            for hit in stream.hits(k, last):
                if not (remain or hit.kind != "phrase" or self._remains(stream, phrase.first)):
                    continue
                if hit.kind == "phrase" and hit.payload.marks.get("outcome"):
                    return hit.payload.marks["outcome"][0], hit.last - 1, "state"
            state = next(
                (
                    r
                    for r in self.language.readings(word)
                    if r.entry.marks.get("outcome")
                    and r.entry.number == ("s" if phrase.low == phrase.high == 1 else "p")
                    and r.entry.pos in ("noun", "participle")
                    and not (r.definite or r.preposition or r.conjunction)
                ),
                None,
            )
            if state is not None and (remain or self._remains(stream, phrase.first)):
                return state.entry.marks["outcome"][0], k, "state"
        return None

    def _remains(self, stream: Stream, at: int) -> bool:
        """Whether "still" or a finding stands before a count."""
        return any(
            self.language.strip_to(stream.norm[k], self.sets["remaining"])
            or self.language.strip_to(stream.norm[k], self.sets["finding"])
            for k in range(max(0, at - 5), at)
        )

    def _verbal(self, stream: Stream, phrase: Phrase, governor: Governor) -> bool:
        """Whether a governor after a count may be its verb; unvowelled, a passive looks like the verbal noun."""
        if governor.entry.pos == "phrase":
            return "cause" not in governor.entry.marks
        if governor.entry.pos == "verb":
            return True
        opened = stream.norm[phrase.first - 1] in self.sets["that"] if phrase.first else True
        if not opened or "verb" not in stream.marks[governor.at]:
            return False
        after = stream.norm[governor.at + 1] if governor.at + 1 < len(stream) else ""
        apart = after in self.sets["stops"] or any(r.preposition for r in self.language.readings(after))
        return governor.at <= phrase.last + 2 or (phrase.low == phrase.high == 1 and apart)

    def _released(self, stream: Stream, phrase: Phrase, first: int) -> bool:
        """Whether those held are being freed or exchanged, not taken."""
        return any(
            self.language.strip_to(stream.norm[k], self.sets["releasing"])
            or any(
                r.entry.pos in ("verb", "masdar") and r.entry.lemma in self.sets["frees"]
                for r in self.language.readings(stream.norm[k])
            )
            for k in range(max(first, phrase.first - 6), phrase.first)
        )

    def _escapes(self, stream: Stream, phrase: Phrase, first: int) -> bool:
        """Whether those held got away, by the word right before or behind them."""
        beside = (phrase.first - 2, phrase.first - 1, phrase.last)
        return any(
            r.entry.pos in ("verb", "masdar") and r.entry.lemma in self.sets["escaping"]
            for k in beside
            if first <= k < len(stream)
            for r in self.language.readings(stream.norm[k])
        )

    def _paired(self, stream: Stream, phrase: Phrase, last: int) -> bool:
        """Whether one number counts two outcomes: "dozens of dead and wounded", "20 dead and wounded"."""
        if phrase.last >= last or phrase.outcome not in ("Killed", "Injured"):
            return False
        if (phrase.low, phrase.high) == (2, None):
            return False  # "a number of dead and wounded" says of neither how many
        noun = self.language.readings(stream.norm[phrase.last - 1])
        same = {r.entry.number for r in noun if r.entry.marks.get("outcome")}
        for r in self.language.readings(stream.norm[phrase.last]):
            own = r.entry.marks.get("outcome", ())
            if (
                r.entry.pos == "noun"
                and r.conjunction == "and"
                and own
                and {own[0], phrase.outcome} == {"Killed", "Injured"}
                and r.entry.number in same
                and not self._counted_next(stream, phrase.last, last)
            ):
                return r.definite or r.entry.number == "s"
        return False

    def _counted_next(self, stream: Stream, i: int, last: int) -> bool:
        """Whether a number of its own follows the word at ``i`` ("12 dead and the wounding of 64")."""
        return i + 1 < last and (i + 1 in self._numbers or i + 1 in self._begins)

    def _brought(self, stream: Stream, phrase: Phrase, first: int, last: int) -> bool:
        """Whether an uncounted plural of casualties is reported: by a word of consequence or falling, or in a pair."""
        falls = stream.marks[phrase.first - 1].get("light") if phrase.first > first else None
        if falls is not None and set(falls.entry.marks["light"]) & {"fall", "occur"} and falls.entry.pos == "masdar":
            return True
        if phrase.last < last and stream.kind[phrase.last] == "number":
            return False
        if phrase.last < last and stream.norm[phrase.last] in self.sets["partitive"]:
            return falls is not None and bool(set(falls.entry.marks["light"]) & {"fall"})
        for k in range(max(first, phrase.first - 5), phrase.first):
            marks = stream.marks[k]
            light = marks.get("light")
            if "cause" in marks or (light is not None and set(light.entry.marks["light"]) & {"fall", "occur"}):
                return True
            if any(
                h.kind == "phrase" and "cause" in h.payload.marks and h.payload.marks["cause"] == ("result",)
                for h in stream.hits(k, last)
            ):
                return True
        beside = (phrase.first - 1, phrase.last)
        return any(
            first <= k < last
            and any(
                r.entry.pos == "noun" and r.entry.number == "p" and not r.definite and r.entry.marks.get("outcome")
                for r in self.language.readings(stream.norm[k])
            )
            for k in beside
        )

    def _barrier(self, stream: Stream, governor: Governor, phrase: Phrase) -> bool:
        """Whether something between governor and count keeps them apart: another verb, a clause's start, a colon."""
        doing = stream.marks[phrase.first - 1]
        deed = "masdar" in doing and "outcome" not in doing and not doing.keys().isdisjoint(("event", "frame"))
        if deed and phrase.rule == "toll.plural" and phrase.first - 1 > governor.at:
            return True  # "after soldiers' opening of fire": what they did, not what befell them
        counts = governor.definite_noun and (
            stream.norm[phrase.first - 1] in self.sets["reaching"] or self._attached(stream, phrase.first)
        )
        for k in range(governor.at + 1, phrase.first):
            if k in self._taken:
                continue
            if stream.kind[k] == "punct":
                if stream.norm[k] in self.sets["sentence_marks"]:
                    return True
                near = sum(1 for x in range(k, phrase.first) if x not in self._taken)
                if phrase.needs and phrase.rule in ("toll.plural", "toll.one") and near > 3:
                    return True
                continue
            marks = stream.marks[k]
            if stream.norm[k] in self.sets["strong_breaks"]:
                return True
            hedged = any(stream.norm[x] in self.sets["suspecting"] for x in range(max(0, k - 2), k + 1))
            if hedged:
                continue
            if stream.norm[k] in self.sets["that"] and not governor.definite_noun:
                return True
            if (counts and k - 1 >= 0 and stream.norm[k - 1] in self.sets["relative"]) or stream.norm[k] in self.sets[
                "called"
            ]:
                continue
            if (
                "verb" in marks
                and not any(m in marks for m in ("noun", "adjective", "masdar", "count", "title"))
                and stream.norm[k] not in self.sets["auxiliary"]
                and any(m in marks for m in ("speech", "event", "light", "cause"))
            ):
                return True
        return False

    def _bound(self, stream: Stream, number: int, first: int) -> str:
        """``more-than`` or ``at-most`` if a verb says so before "the number of the dead", else empty."""
        verb = number - 1
        if verb < first or not self.language.strip_to(stream.norm[verb], self.sets["exceeding"]):
            return ""
        return "at-most" if verb > first and stream.norm[verb - 1] in self.sets["negation"] else "more-than"

    def _counts(self, stream: Stream, governor: Governor, phrase: Phrase) -> bool:
        """Whether "the dead" is being counted ("the number of the dead rose to 30"), not merely mentioned."""
        gap = range(governor.at + 1, phrase.first)
        counted = any(stream.norm[k] in self.sets["counting"] for k in range(max(0, governor.at - 4), governor.at + 1))
        reaching = any(stream.norm[k] in self.sets["reaching"] or "count" in stream.marks[k] for k in gap) or bool(
            self.language.readings(stream.norm[phrase.first])
        )
        attached = self._attached(stream, phrase.first)
        if governor.at and stream.norm[governor.at - 1] in self.sets["that"] and phrase.rule == "toll.quantity":
            return not any("verb" in stream.marks[k] and "noun" not in stream.marks[k] for k in gap)
        counted = counted or any(stream.norm[k] in self.sets["counting"] or "count" in stream.marks[k] for k in gap)
        near = sum(1 for k in gap if k not in self._taken) <= 8
        own = any(stream.norm[k] in self.sets["their_number"] for k in range(phrase.first, phrase.last))
        return counted or (reaching and near) or attached or own

    def _predicate(
        self,
        stream: Stream,
        phrase: Phrase,
        governors: Sequence[Governor],
        first: int,
        last: int,
        starts: frozenset[int],
    ) -> Governor | None:
        """The verb that a counted subject before it has ("that 47 persons, among them 30 civilians, were killed")."""
        opened = phrase.first == first or stream.norm[phrase.first - 1] in self.sets["that"]
        reach = (14 if phrase.rule == "toll.one" else 24) if opened else 7
        at = {g.first: g for g in governors}
        relative = False
        for k in range(phrase.last, min(phrase.last + reach + 1, last)):
            governor = at.get(k)
            if governor is not None and self._verbal(stream, phrase, governor):
                if governor.at > phrase.last + 7 and governor.entry.pos == "verb" and governor.entry.number == "s":
                    return None
                return governor if self._agrees(stream, phrase, governor, starts) else None
            word = stream.norm[k]
            if word in self.sets["strong_breaks"] or word in self.sets["sentence_marks"] or word in self.sets["that"]:
                return None
            marks = stream.marks[k]
            relative = relative or word in self.sets["relative"]
            if any(w in self.sets["ages"] for w in stream.norm[k + 1 : k + 4]):
                continue  # "who is 33 years of age"
            if "verb" in marks and "noun" not in marks and word not in self.sets["auxiliary"]:
                if not relative and stream.norm[k - 1] not in self.sets["auxiliary"]:
                    return None
                relative = False
        return None

    def _agrees(self, stream: Stream, phrase: Phrase, governor: Governor, starts: frozenset[int]) -> bool:
        """Whether a verb after a count can be said of it: it opens no clause of its own and has no other object."""
        reading = next((r for r in self.language.readings(stream.norm[governor.at]) if r.entry == governor.entry), None)
        if governor.joined or (reading is not None and reading.conjunction):
            return False
        if governor.entry.pos == "phrase" or (governor.object and governor.entry.pos == "verb"):
            return True
        after = governor.at + 1
        joined = after < len(stream) and stream.norm[after].startswith(self.sets["single_conjunctions_prefix"])
        if governor.transitive and after in starts and governor.at > phrase.last and not joined:
            return False
        plural = phrase.high is None or phrase.high > 2
        if phrase.rule == "toll.plural" and self._dual(stream, governor):
            return True
        # a singular verb after a plural subject opens a clause of its own
        return not (plural and governor.entry.number == "s" and phrase.low != 1 and governor.entry.gender == "m")
