"""The tolls of a sentence, from what is counted and what governs it."""

from __future__ import annotations

from collections.abc import Sequence

from khabar.extract.mentions import Named
from khabar.extract.quantities import Quantity
from khabar.extract.tolls.parts import Parts
from khabar.extract.tolls.words import BY_PERSON, FIGURES, HUMAN, Counted, Governor, Phrase
from khabar.match.stream import Hit, Stream

__all__ = ["TollFinder"]

_MEMBERS = frozenset({"fighters", "soldiers", "police", "commanders", "officers", "members"})
"""Victims who may be told as in a body ("a commander in X")."""


class TollFinder(Parts):
    """Finds the tolls of a sentence."""

    def find(
        self,
        stream: Stream,
        first: int,
        last: int,
        names: Sequence[Named],
        quantities: Sequence[tuple[int, int, Quantity]],
        taken: frozenset[int],
    ) -> list[Counted]:
        """The tolls of positions ``first`` .. ``last`` (exclusive); quantities come with their positions."""
        phrases_at = {i: h for i, h in stream.phrases_by_position(first, last).items() if stream.hits(i, last)[0] is h}
        phrases_at = {
            i: h
            for i, h in phrases_at.items()
            if h.last - h.first > 1
            or "most" in h.payload.marks
            or not ("noun" in stream.marks[i] or self._family(stream, i))
        }
        for i in [i for i, h in phrases_at.items() if "joint" in h.payload.marks and "verb" in stream.marks[i]]:
            del phrases_at[i]
        self._taken = taken
        self._names = names
        self._covered = frozenset(p for n in names for p in range(n.first, n.last))
        self._begins = frozenset(b for b, _, q in quantities if q.kind in ("exact", "vague"))
        self._numbers = frozenset(p for b, e, _ in quantities for p in range(b, e))
        skipped = self._denials(stream, first, last, phrases_at)
        governors = self._governors(stream, first, last, names, phrases_at, skipped)
        counted = self._counted(stream, first, last, names, quantities, taken, skipped, governors)
        counted = [c for c in counted if not self._act(stream, c, first)]
        found = self._assign(stream, first, last, names, counted, governors, phrases_at) if counted else []
        if any(t.outcome == "KilledOrInjured" for t in found):
            return found
        both = next(
            (
                h
                for h in phrases_at.values()
                if "joint" in h.payload.marks
                and "KilledOrInjured" in h.payload.marks.get("outcome", ())
                and h.first not in skipped
            ),
            None,
        )
        if both is not None:  # "left whoever was in it dead or wounded"
            at, end = both.first, both.last
            bare = (at, end, "KilledOrInjured", 2, None, False, "people", at, False, None, (), None, None)
            found.append(Counted(*bare, "toll.plural/joint"))
        return found

    def _act(self, stream: Stream, counted: Phrase, first: int) -> bool:
        """Whether the counted are who did it: right behind a verb that has its object with it ("launched it")."""
        if counted.first <= first:
            return False
        before = stream.norm[counted.first - 1]
        if (
            "mourn" in stream.marks[counted.first - 1]
            and not counted.outcome
            and not before.endswith(self.sets["we_endings"])
            and counted.first - 2 not in self._covered
        ):
            return True  # "thousands bore him to his grave"
        verb = stream.marks[counted.first - 1].get("light")
        if verb is None or verb.entry.pos != "verb" or not verb.suffix:
            return False
        return "agent" in verb.entry.marks["light"]

    def _assign(
        self,
        stream: Stream,
        first: int,
        last: int,
        names: Sequence[Named],
        counted: Sequence[Phrase],
        governors: Sequence[Governor],
        phrases: dict[int, Hit],
    ) -> list[Counted]:
        out: list[Counted] = []
        spent: set[int] = set()
        parts_from = sorted(i for i, h in phrases.items() if "part" in h.payload.marks)
        named_among = self._dead_of(stream, first, last, phrases)
        parts_from = sorted({*parts_from, *named_among})
        most_from = sorted(i for i, h in phrases.items() if "most" in h.payload.marks)
        joint = [
            (i, h.last)
            for i, h in phrases.items()
            if "joint" in h.payload.marks or "KilledOrInjured" in h.payload.marks.get("outcome", ())
        ]
        inside_joint = {p for a, b in joint for p in range(a, b)}
        previous: Phrase | None = None
        idle: Phrase | None = None
        counted = self._tidy(stream, counted)
        starts = frozenset(p.first for p in counted)
        named_to: int | None = None
        for phrase in counted:
            if self._names_the_counted(stream, phrase, previous) or (
                named_to is not None
                and 0 <= phrase.first - named_to <= 3
                and self._kin_named(stream, phrase, named_to, governors)
            ):
                named_to = phrase.last
                continue
            if previous is not None and self._two_kinds(stream, phrase, previous):
                if out and out[-1].first == previous.first and phrase.victims:
                    out[-1] = out[-1]._replace(victims=phrase.victims)
                continue
            if phrase.rule == "toll.of-them" and self._released(stream, phrase, first):
                continue
            if phrase.first in inside_joint or any(
                p.rule == "toll.counted" and p.outcome and p.last == phrase.first and self._paired(stream, p, last)
                for p in counted
            ):
                continue
            marker = self._marker(stream, parts_from, phrase.first, previous, governors)
            if marker is not None and self._labelled(stream, phrase, governors):
                marker = None
            majority = self._marker(stream, most_from, phrase.first, previous, governors)
            marked = marker is not None or majority is not None
            if (
                out
                and phrase.rule == "toll.plural"
                and not phrase.outcome
                and self._is_group(stream, out[-1], phrase, marked)
            ):
                out[-1] = self._include(stream, out[-1], phrase.victims)
                continue
            if majority is not None and not phrase.outcome:
                continue
            if (
                marker is None
                and previous is not None
                and (phrase.first - previous.last <= 2 or self._listed(stream, previous, phrase))
            ):
                named = phrase.first - 1
                while stream.kind[named] == "punct" and stream.norm[named] not in self.sets["sentence_marks"]:
                    named -= 1
                listed = stream.norm[named] in self.sets["namely"] or (
                    stream.norm[named] in self.sets["sentence_marks"]
                    and previous.rule in FIGURES
                    and not (phrase.outcome or phrase.objects)
                )
                marker = named if listed and named >= previous.last else None
            if self._described(stream, phrase, previous, governors):
                continue
            single = stream.norm[phrase.first] in self.sets["one_of_them"]
            whole = idle if idle is not None and (previous is None or idle.first > previous.first) else None
            if (
                whole is not None
                and not phrase.outcome
                and (single or phrase.rule == "toll.of-them" or marker is not None)
                and (marker is None or whole.last <= marker)
                and self._led(stream, phrase, previous, governors) is None
            ):
                continue
            part = (marker is not None or phrase.rule == "toll.of-them" or single) and bool(out)
            if (
                part
                and phrase.outcome
                and phrase.outcome != out[-1].outcome
                and previous is not None
                and marker is not None
                and previous.first > marker
            ):
                part = False
            chosen: tuple[str, int, str] | None = None
            total = next((k for k in range(len(out) - 1, -1, -1) if not out[k].part), None) if part else None
            among = self._among(stream, phrases, marker) if marker in phrases else None
            among = among or named_among.get(-1 if marker is None else marker)
            if among is not None:
                total = next((k for k in range(len(out) - 1, -1, -1) if out[k].outcome == among[0]), None)
                part = total is not None
            verb = next(
                (
                    g
                    for g in governors
                    if phrase.last <= g.first <= phrase.last + 1 and g.entry.pos in ("verb", "phrase") and not g.object
                ),
                None,
            )
            if (
                part
                and total is not None
                and verb is not None
                and phrase.rule in ("toll.quantity", "toll.unlisted-noun", "toll.of-them")
            ):
                chosen = (verb.outcome, verb.at, "part-verb")
            elif (
                part
                and marker is not None
                and (told := next((g for g in governors if g.at == marker - 1 and g.entry.pos == "verb"), None))
            ):
                chosen = (told.outcome, told.at, "part-verb")
            elif part and phrase.rule == "toll.of-them" and (own := self._led(stream, phrase, previous, governors)):
                chosen = (own.outcome, own.at, "part-verb")
            elif among is not None and not part and not phrase.outcome and not phrase.objects:
                chosen = (among[0], among[1], "among")
            elif part and total is not None and self._shares(out[total], phrase):
                chosen = (out[total].outcome, out[total].governor, "toll.part")
            else:
                chosen = self._govern(stream, phrase, previous, governors, first, last, joint, starts, spent)
            if (
                chosen is None
                and out
                and previous is not None
                and self._coordinated(stream, previous, phrase, governors)
            ):
                base = out[-1]
                if not (phrase.objects and base.outcome in HUMAN) and phrase.rule != "toll.plural":
                    chosen = (base.outcome, base.governor, "toll.coordinated")
                    if base.part and phrase.rule != "toll.quantity" and not self._resumes(stream, previous, phrase):
                        part, total = True, base.total
            if chosen is None and phrase.first - first <= 2 and not phrase.objects and not governors:
                carried = self._carried(stream, first)
                chosen = (carried, phrase.first, "listed") if carried else None
            if chosen is None:
                idle = phrase if phrase.rule in FIGURES else idle
                continue
            outcome, governor, rule = chosen
            if part and total is not None and out[total].outcome not in (outcome, "KilledOrInjured"):
                part, total = False, None
            if rule == "right":
                spent.add(governor)
            fitted = self._fitted(stream, phrase, chosen, out, counted, governors)
            if fitted is None:
                continue
            phrase, outcome = fitted
            totals = [t for t in out if not t.part and (t.outcome in HUMAN) == (outcome in HUMAN)]
            victims = phrase.victims or (
                totals[-1].victims
                if totals and phrase.rule in ("toll.others", "toll.quantity", "toll.ordinal-person")
                else ""
            )
            if victims in ("", "people") and outcome in HUMAN and not part:
                victims = self._kind_counted(stream, first, phrase) or victims
            if part and total is not None and phrase.low is not None and phrase.low > 1:
                out[total] = self._plural_of(stream, out[total])
            subject = self._subject(stream, governor, phrase, governors, names)
            of = self._of(phrase, names, stream)
            out.append(
                Counted(
                    phrase.first,
                    phrase.last,
                    outcome,
                    phrase.low,
                    phrase.high,
                    phrase.approximate,
                    victims or ("people" if outcome in HUMAN else "objects"),
                    governor,
                    part,
                    total,
                    (),
                    of,
                    subject,
                    f"{phrase.rule}/{rule}",
                )
            )
            previous = phrase
        for marker in sorted({*most_from, *parts_from} & set(phrases)):
            self._include_groups(stream, out, marker, phrases[marker].last, last)
        return out

    def _kind_counted(self, stream: Stream, first: int, phrase: Phrase) -> str:
        """The victims told by the adjective of the dead that are counted ("the number of civilian dead reached 37")."""
        for k in range(phrase.first - 1, max(first, phrase.first - 8), -1):
            if stream.norm[k - 1] not in self.sets["counting"] or self._outcome(stream, k) is None:
                continue
            kind = k + 2 if stream.norm[k + 1] in self.sets["partitive"] else k + 1
            for r in self.language.readings(stream.norm[kind]) if kind < phrase.first else ():
                if "victim" in r.entry.marks and "outcome" not in r.entry.marks and r.definite and not r.conjunction:
                    return r.entry.marks["victim"][0] if r.entry.number != "s" else ""
            return ""
        return ""

    def _names_the_counted(self, stream: Stream, phrase: Phrase, previous: Phrase | None) -> bool:
        """Whether a person's name only tells who was counted before ("two brothers, A and B")."""
        if phrase.rule != "toll.named-person" or previous is None:
            return False
        between = range(previous.last, phrase.first)
        if any(stream.norm[k] in self.sets["namely"] for k in between):
            return True
        return previous.rule in ("toll.dual", "toll.counted") and all(k in self._covered for k in between)

    def _two_kinds(self, stream: Stream, phrase: Phrase, previous: Phrase) -> bool:
        """As in "888 officers and soldiers", which Arabic counts by two singulars."""
        if phrase.rule != "toll.one" or previous.rule != "toll.counted" or phrase.first != previous.last:
            return False
        joined = any(r.conjunction for r in stream.marks[phrase.first].values())
        ending = self.sets["adverb_endings"]
        singular = stream.norm[previous.last - 1].endswith(ending) and stream.norm[phrase.first].endswith(ending)
        return joined and singular and not phrase.objects and not previous.objects and (previous.low or 0) > 10

    def _described(
        self, stream: Stream, phrase: Phrase, previous: Phrase | None, governors: Sequence[Governor]
    ) -> bool:
        """Whether a phrase only says more of who was counted right before: by name, as what she is, or in families."""
        if previous is None or any(previous.last <= g.at < phrase.first for g in governors):
            return False
        before, gap = phrase.first - 1, range(previous.last, phrase.first)
        one = previous.low == previous.high == 1 and previous.rule != "toll.named-person"
        if phrase.rule == "toll.named-person":
            if one and any(stream.norm[k] in self.sets["called"] for k in gap):
                return True
            joined = any(stream.norm[k].startswith(self.sets["single_conjunctions_prefix"]) for k in gap)
            stopped = any(stream.kind[k] == "punct" for k in gap)
            if one and not joined and previous.rule == "toll.one" and "title" in stream.marks[previous.first]:
                named = [k for k in gap if k in self._covered or "place" in stream.marks[k]]
                told = all(
                    k in named or stream.kind[k] == "punct" or stream.norm[k] in self.sets["locative"] for k in gap
                )
                if told and named and len(gap) <= 12:
                    return True  # "the commander of the brigade X, Y"
            return previous.rule == "toll.definite-one" and len(gap) <= 6 and not joined and not stopped
        if phrase.rule == "toll.one":
            return one and before >= previous.last and stream.norm[before] in self.sets["namely"]
        return phrase.victims == "families" and len(gap) <= 2 and stream.norm[before] in self.sets["brackets"]

    def _kin_named(self, stream: Stream, phrase: Phrase, end: int, governors: Sequence[Governor]) -> bool:
        """Whether a phrase goes on with the names that ended at ``end`` ("A, his wife B and their children")"""
        if phrase.rule not in ("toll.named-person", "toll.one", "toll.dual", "toll.owned", "toll.quantity"):
            return False
        if any(end <= g.at < phrase.first for g in governors):
            return False
        return any(
            stream.norm[k].startswith(self.sets["single_conjunctions_prefix"]) for k in range(end, phrase.first + 1)
        )

    def _is_group(self, stream: Stream, toll: Counted, phrase: Phrase, marked: bool) -> bool:
        """Whether an uncounted plural is among those counted before: behind a marker, in brackets, or in their list."""
        if marked:
            return True
        before = phrase.first - 1
        if stream.norm[before] in self.sets["brackets"] and before - toll.last <= 1:
            return True
        return bool(toll.includes) and phrase.first - toll.last <= 4 and self._joined(stream, phrase)

    def _fitted(
        self,
        stream: Stream,
        phrase: Phrase,
        chosen: tuple[str, int, str],
        out: Sequence[Counted],
        counted: Sequence[Phrase],
        governors: Sequence[Governor],
    ) -> tuple[Phrase, str] | None:
        """The phrase and its outcome as they go together; None where what is counted did not suffer it."""
        outcome, governor, rule = chosen
        if rule == "more-than" and phrase.low is not None and phrase.low == phrase.high:
            phrase = phrase._replace(low=phrase.low + 1, high=None)
        elif rule == "at-most" and phrase.low == phrase.high:
            phrase = phrase._replace(low=None)
        flight = any(r.entry.lemma in self.sets["fleeing"] for r in stream.marks[governor].values())
        if outcome == "Displaced" and phrase.victims in ("fighters", "soldiers") and flight:
            return None  # fighters who flee withdraw
        pair = rule == "right" and any(g.at == governor and self._dual(stream, g) for g in governors)
        if phrase.rule == "toll.plural" and outcome in BY_PERSON and (pair or self._two(stream, phrase, governor)):
            phrase = phrase._replace(high=2, rule="toll.dual")
        if phrase.rule == "toll.plural" and (
            self._restates(stream, out, outcome, phrase) or self._acts(stream, phrase, governor, counted, governors)
        ):
            return None
        if phrase.rule == "toll.pronoun" and any(
            t.victims == phrase.victims and (t.outcome == outcome or t.outcome not in HUMAN) for t in out
        ):
            return None
        nominative = stream.norm[phrase.last - 1].endswith(self.sets["dual_nominative_endings"])
        dual = phrase.rule == "toll.dual" and nominative and outcome == "Killed"
        if dual and self._acts(stream, phrase, governor, counted, governors):
            return None  # "two gunmen on a motorcycle murdered an officer"
        if rule == "right" and phrase.rule == "toll.one" and self._by_deed(stream, governor, governors):
            return None  # "the minister threatened with the beheading of …"
        joining = self.sets["single_conjunctions_prefix"]
        if (
            phrase.rule == "toll.one"
            and governor < phrase.first
            and any(p.first == phrase.last and p.rule in FIGURES for p in counted)
            and not stream.norm[phrase.last].startswith(joining)
        ):
            return None  # "a man stabbed five people"
        if phrase.rule in ("toll.one", "toll.definite-one") and self._again(stream, out, outcome, phrase, governor):
            return None
        if phrase.rule in ("toll.one", "toll.definite-one"):
            loses = next((g for g in governors if g.at == governor and g.entry.lemma in self.sets["losing"]), None)
            if loses is not None and self._acts(stream, phrase, governor, counted, governors):
                return None
            if any(g.at == governor and g.entry.lemma in self.sets["mourning"] for g in governors):
                return None
        if outcome == "Injured" and self._ill(stream, governor, phrase):
            return None
        if outcome == "Destroyed" and self._dropped(stream, governor, phrase):
            return None
        if outcome == "Injured" and governor < phrase.first and self._dead_and_wounded(stream, governor):
            outcome = "KilledOrInjured"
        if outcome == "Killed" and phrase.objects and self._sinks(stream, governor):
            outcome = "Destroyed"
        if outcome == "Injured" and phrase.objects and self._struck(stream, governor, phrase):
            outcome = "Damaged"
        if outcome == "Destroyed" and any(stream.norm[k] in self.sets["glass"] for k in range(governor, phrase.first)):
            outcome = "Damaged"  # only the panes of the houses broke
        if outcome in ("Destroyed", "Damaged") and not phrase.objects and phrase.rule != "toll.plural":
            phrase = self._as_thing(stream, phrase)
        of_things = any(stream.norm[k] in self.sets["partitive"] for k in range(phrase.first, phrase.last))
        if outcome == "Displaced" and phrase.objects and of_things:
            phrase = phrase._replace(objects=False, victims="people")
        if outcome in HUMAN:
            return None if phrase.objects else (phrase, outcome)
        unfit = outcome in ("Destroyed", "Damaged") and phrase.victims and not phrase.objects
        return None if unfit else (phrase, outcome)

    def _by_deed(self, stream: Stream, governor: int, governors: Sequence[Governor]) -> bool:
        """Whether the words of harm are a verbal noun behind "by": whoever stands before them suffered nothing."""
        first = next((g.first for g in governors if g.at == governor), governor)
        return "masdar" in stream.marks[first] and any(
            r.preposition == "in" for r in self.language.readings(stream.norm[first])
        )

    def _two(self, stream: Stream, phrase: Phrase, governor: int) -> bool:
        """Whether a word written alike in dual and plural is the dual: it stands alone behind its outcome."""
        if phrase.outcome or phrase.last != phrase.first + 1 or not governor < phrase.first <= governor + 2:
            return False
        if not any(r.entry.number == "d" and not r.definite for r in self.language.readings(stream.norm[phrase.first])):
            return False
        light = stream.marks[governor].get("light")
        light = light if light is not None and "fall" in light.entry.marks["light"] else None
        after = stream.norm[phrase.last] if phrase.last < len(stream) else ""
        plural = after.startswith(self.sets["single_conjunctions_prefix"]) and any(
            r.entry.pos == "noun" and r.entry.number == "p" and not r.definite and "victim" in r.entry.marks
            for r in self.language.readings(after)
        )
        return light is None and not plural

    def _struck(self, stream: Stream, governor: int, phrase: Phrase) -> bool:
        """Whether the word for harm is a passive verb, whose subject may be a thing."""
        return governor + 1 >= phrase.first and any(
            r.entry.voice == "passive" and r.entry.marks.get("outcome")
            for r in self.language.readings(stream.norm[governor])
        )

    def _as_thing(self, stream: Stream, phrase: Phrase) -> Phrase:
        """The phrase as one for a thing, where its noun may also be that ("two fighters" shot down)"""
        for k in range(phrase.first, phrase.last):
            for r in self.language.readings(stream.norm[k]):
                if r.entry.pos == "noun" and {"object", "victim"} <= r.entry.marks.keys():
                    return phrase._replace(objects=True, victims=r.entry.marks["object"][0])
        return phrase

    def _dead_and_wounded(self, stream: Stream, k: int) -> bool:
        """As in "the number of the dead and the wounded reached 20": one figure for both."""
        pair = [stream.marks[p].get("outcome") for p in (k - 1, k)]
        if k == 0 or any(r is None or r.entry.pos != "noun" or not r.definite or r.entry.number != "p" for r in pair):
            return False
        return (
            pair[0] is not None
            and pair[0].entry.marks["outcome"] == ("Killed",)
            and bool(pair[1] and pair[1].conjunction)
        )

    def _ill(self, stream: Stream, governor: int, phrase: Phrase) -> bool:
        """As in "1,200 were stricken with cholera": patients, whom nobody wounded."""
        behind = max(phrase.last, governor + 1)
        return any(
            self.language.strip_to(stream.norm[k], self.sets["diseases"])
            for k in range(behind, min(behind + 3, len(stream)))
        )

    def _dropped(self, stream: Stream, governor: int, phrase: Phrase) -> bool:
        """Whether bombs that were dropped are counted, which destroyed and were not destroyed."""
        if not any(
            self.language.fold(r.entry.lemma) in self.sets["dropping"]
            for r in self.language.readings(stream.norm[governor])
        ):
            return False
        behind = range(governor + 1, max(phrase.last, min(governor + 5, len(stream))))
        return any(self.language.strip_to(stream.norm[k], self.sets["bombs"]) for k in behind)

    def _sinks(self, stream: Stream, governor: int) -> bool:
        """Whether the word for a death is one that also tells of the loss of a thing ("drowned", "sank")."""
        return any(r.entry.lemma in self.sets["sinking"] for r in self.language.readings(stream.norm[governor]))

    def _ridden(self, stream: Stream, phrase: Phrase, behind: int) -> bool:
        """As in "gunmen on motorcycles": a thing that those before ``behind`` rode in."""
        before = stream.norm[phrase.first - 1]
        return before in self.sets["aboard"] or (
            phrase.objects and phrase.first == behind + 1 and before in self.sets["against_only"]
        )

    def _acts(
        self,
        stream: Stream,
        phrase: Phrase,
        governor: int,
        counted: Sequence[Phrase],
        governors: Sequence[Governor],
    ) -> bool:
        """Whether a bare plural beside a transitive verb is its subject: an object follows."""
        g = next((g for g in governors if g.at == governor), None)
        if g is None or not g.transitive:
            return False
        nominative = stream.norm[phrase.last - 1].endswith(self.sets["nominative_endings"])
        if g.entry.pos != "verb" and g.at < phrase.first and not nominative:
            return False
        if g.at >= phrase.last:
            return any(p.first == g.at + 1 for p in counted)
        behind = (p for p in counted if phrase.last <= p.first <= phrase.last + 8)
        after = next((p for p in behind if not self._ridden(stream, p, phrase.last)), None)
        if after is not None and after.objects != phrase.objects:
            return False
        return after is not None and not any(phrase.last <= x.at < after.first for x in governors)

    def _subject(
        self, stream: Stream, governor: int, phrase: Phrase, governors: Sequence[Governor], names: Sequence[Named]
    ) -> int | None:
        """The name between a transitive verb and its object: who did it."""
        g = next((g for g in governors if g.at == governor), None)
        if g is None or not g.transitive or g.entry.pos not in ("verb", "masdar"):
            return None
        return next(
            (
                k
                for k, n in enumerate(names)
                if governor < n.first and n.last <= phrase.first and n.sort != "place" and not n.preposition
            ),
            None,
        )

    def _of(self, phrase: Phrase, names: Sequence[Named], stream: Stream) -> int | None:
        """The name right behind the counted noun: whose members they were."""
        for k, name in enumerate(names):
            inside = phrase.first <= name.first < phrase.last < name.last and "members" in stream.marks[name.first]
            if inside and name.type == "ArmedForce" and phrase.victims in _MEMBERS:
                return k  # "a number of fighters of X", the fighters part of the name
            if (
                phrase.last <= name.first <= phrase.last + 3
                and name.sort != "place"
                and name.type in ("ArmedForce", "Government", "Organization")
            ):
                gap = range(phrase.last, name.first)
                if all(
                    stream.kind[p] == "word"
                    and (
                        stream.norm[p] in self.sets["partitive"]
                        or (stream.norm[p] in self.sets["member_of"] and phrase.victims in _MEMBERS)
                        or "members" in stream.marks[p]
                        or "victim" in stream.marks[p]
                        or "adjective" in stream.marks[p]
                    )
                    for p in gap
                ):
                    return k
        return None
