"""Words that tell of a happening, and those like them that do not."""

from __future__ import annotations

from collections.abc import Sequence

from khabar.extract.events.clauses import Clauses
from khabar.extract.events.words import TOWNS, Trigger
from khabar.extract.mentions import Named
from khabar.language import Entry, Frame, Reading
from khabar.match.stream import Hit, Stream

__all__ = ["Triggers"]

_CLEARED = 4
"""Words from a verb of clearing to what was cleared away, at most."""
_BEFORE_FALLEN = 3
"""Words from a verb of killing to those who fell, at most."""


class Triggers(Clauses):
    """Finds the triggers of a clause."""

    def _triggers(
        self, stream: Stream, begin: int, end: int, names: Sequence[Named], taken: frozenset[int], skip: frozenset[int]
    ) -> list[Trigger]:
        phrases = stream.phrases_by_position(begin, end)
        found: list[Trigger] = []
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
    ) -> tuple[Trigger | None, tuple[int, int]]:
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
                return Trigger(i, i + 1, types, vague, False, entry.pos, "", light, passive, told), at
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
            free = k not in self._settled or not frame.kinds.isdisjoint(TOWNS)
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

    def _kept(self, stream: Stream, trigger: Trigger, begin: int) -> bool:
        """As in "goes on controlling": ground that is held was not taken now."""
        if trigger.types != ("Capture",) or not trigger.definite:
            return False
        return any(
            "continue" in stream.marks[k]["aspect"].entry.marks["aspect"]
            for k in range(max(begin, trigger.first - 4), trigger.first)
            if "aspect" in stream.marks[k]
        )

    def _habit(self, stream: Stream, trigger: Trigger, begin: int, end: int) -> bool:
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

    def _foiled(self, stream: Stream, trigger: Trigger, found: Sequence[Trigger]) -> bool:
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

    def _circumstance(self, stream: Stream, trigger: Trigger, found: Sequence[Trigger]) -> bool:
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

    def _site(self, stream: Stream, trigger: Trigger) -> bool:
        """Whether the word only says which spot is meant ("the site of the raid")."""
        if not trigger.first:
            return False
        before = stream.norm[trigger.first - 1]
        held = trigger.reading is not None and trigger.reading.entry.pos == "masdar" and bool(trigger.reading.suffix)
        if held and self.language.strip_to(before, self.sets["spots_too"]):
            return True  # "the place of his detention"
        return trigger.definite and self.language.strip_to(before, self.sets["sites"])

    def _bombers_killed(self, stream: Stream, trigger: Trigger) -> bool:
        """As in "killed two suicide bombers": who fell, not what they did."""
        reading = trigger.reading
        if trigger.types != ("SuicideAttack",) or reading is None or reading.entry.number == "s":
            return False
        near = range(max(0, trigger.first - _BEFORE_FALLEN), trigger.first)
        return any(
            (harm := stream.marks[k].get("outcome")) is not None and harm.entry.marks["outcome"] == ("Killed",)
            for k in near
        )

    def _in_protest(self, stream: Stream, trigger: Trigger) -> bool:
        """As in "summoned the ambassador in protest at the shelling of X": no gathering."""
        if trigger.types != ("Protest",) or trigger.form == "verb" or trigger.first == 0 or trigger.last >= len(stream):
            return False
        accusative = stream.norm[trigger.first].endswith(self.sets["accusative_endings"])
        return accusative and stream.norm[trigger.last] in self.sets["against_only"] and trigger.light is None

    def _cleared(self, stream: Stream, trigger: Trigger) -> bool:
        """As in "cleared the area of mines": no taking of ground."""
        if trigger.types != ("Capture",):
            return False
        near = range(trigger.last, min(trigger.last + _CLEARED, len(stream) - 1))
        return any(stream.norm[k] in self.sets["origin"] and "instrument" in stream.marks[k + 1] for k in near)

    def _stays(self, stream: Stream, trigger: Trigger) -> bool:
        """As in "the base in which X is stationed", "the spokesman for the operations": no happening of its own."""
        norm, k = stream.norm, trigger.first
        if k and norm[k - 1] in self.sets["in_name_of"]:
            return True
        there = trigger.last < len(norm) and norm[trigger.last] in self.sets["there"]
        verb = trigger.form == "verb" and trigger.reading is not None and trigger.reading.entry.tense != "past"
        return verb and there and k > 0 and norm[k - 1] in self.sets["relative"]

    def _judged(self, stream: Stream, trigger: Trigger) -> bool:
        """As in "called the shelling a terrorist act": what somebody holds a happening to be."""
        indefinite = trigger.vague and not trigger.definite and trigger.form != "verb"
        return indefinite and trigger.first > 0 and stream.norm[trigger.first - 1] in self.sets["that_self"]

    def _without(self, stream: Stream, trigger: Trigger) -> bool:
        """As in "withdrew without fighting": what did not happen beside what did."""
        noun = trigger.form in ("noun", "masdar") and trigger.first > 0
        return noun and stream.norm[trigger.first - 1] in self.sets["lacking"]

    def _unheard(self, stream: Stream, trigger: Trigger, begin: int) -> bool:
        """As in "with no word of clashes or arrests"."""
        return any(
            stream.norm[k] in self.sets["negation_nouns"]
            and any(
                h.kind == "phrase" and "none" in h.payload.marks and trigger.first - h.last <= 2
                for h in stream.hits(k, trigger.first)
            )
            for k in range(max(begin, trigger.first - 7), trigger.first)
        )

    def _breached(self, stream: Stream, trigger: Trigger, found: Sequence[Trigger]) -> bool:
        """Whether a truce is only what was broken, or what something else falls under."""
        if trigger.types != ("Agreement",) or trigger.form == "verb":
            return False
        breaking = any(self._lemma_of(t, "breaching") and 0 < trigger.first - t.last + 1 <= 5 for t in found)
        return breaking or any(
            self.language.strip_to(stream.norm[k], self.sets["under_agreement"])
            for k in range(max(0, trigger.first - 2), trigger.first)
        )

    def _supports(self, stream: Stream, i: int, reading: Reading) -> bool:
        """Whether the word is a support verb, or a verbal noun of one whose subject follows ("X's conduct of …")."""
        if reading.entry.pos == "verb":
            return i == 0 or stream.norm[i - 1] not in self.sets["origin"] or stream.kind[i - 1] != "word"
        return reading.entry.pos == "masdar" and self._lemma(reading.entry, "doing") and not reading.definite

    def _aim(self, stream: Stream, trigger: Trigger) -> bool:
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

    def _from_phrase(self, stream: Stream, hit: Hit, light: int | None) -> Trigger | None:
        marks = hit.payload.marks
        if "Shooting" in marks.get("event", ()) and any(
            self.language.strip_to(stream.norm[k], self.sets["ceasing"])
            for k in range(max(0, hit.first - 3), hit.first)
        ):
            return Trigger(hit.first, hit.last, ("Agreement",), False, False, "phrase", "", None, False, None)
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
        return Trigger(hit.first, hit.last, types, "vague" in marks, definite, form, instrument, light, False, None)

    def _from_word(self, stream: Stream, i: int, light: int | None, end: int) -> Trigger | None:
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
            return Trigger(i, i + 1, ("Shooting",), False, False, "phrase", "small-arms", light, False, None)
        if self.language.strip_to(word, self.sets["wars"]):
            if i and self.language.strip_to(stream.norm[i - 1], self.sets["crimes"]):
                return None  # "a war crime"
            known = any(d for _, _, _, d in self.language.strip(word)) or word.startswith(self.language.article)
            return Trigger(i, i + 1, ("Other",), False, known, "war", "", None, False, None)
        if self._gives_up(stream, i, end):
            return Trigger(i, i + 1, ("Withdrawal",), False, False, "verb", "", light, False, marks["yields"])
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
            return Trigger(i, i + 1, ("Withdrawal",), False, False, "verb", "", light, False, losing)
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
            return Trigger(
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
        return Trigger(i, i + 1, (kind,), False, weapon.definite, "instrument", instrument, light, False, weapon)

    def _besieged(self, i: int, word: str, event: Sequence[Reading], light: int | None) -> Trigger | None:
        """People told to be under siege ("the inhabitants are still besieged")."""
        if word not in self.sets["besieged"]:
            return None
        return Trigger(i, i + 1, ("Siege",), False, False, "verb", "", light, True, event[0])

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
