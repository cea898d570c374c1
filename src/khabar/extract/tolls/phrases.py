"""What is counted: nouns with their numbers, duals, single persons, uncounted plurals, pronouns."""

from __future__ import annotations

from collections.abc import Sequence

from khabar.extract.mentions import Named
from khabar.extract.quantities import Quantity
from khabar.extract.tolls.governors import Governors
from khabar.extract.tolls.words import COUNTED, HUMAN, Governor, Phrase
from khabar.language import Entry, Language, Memory
from khabar.match.stream import Stream

__all__ = ["Phrases"]


class Phrases(Governors):
    """Finds the counted phrases of a sentence."""

    def __init__(self, language: Language) -> None:
        super().__init__(language)
        self._telling = Memory(self._may_tell)

    def _may_tell(self, word: str) -> bool:
        """Whether a word can tell, without a number, of someone or something counted; most words cannot."""
        marks = self.language.marks(word)
        if not marks or word in self._uncounted:
            return word in self._uncounted
        return (
            not COUNTED.isdisjoint(marks)
            or "nationality" in marks
            or word in self._another
            or word.removeprefix(self.language.article) in self.sets["persons_by_ordinal"]
            or any(r.entry.lemma in self.sets["case_nouns"] for r in self.language.readings(word))
        )

    def _counted(
        self,
        stream: Stream,
        first: int,
        last: int,
        names: Sequence[Named],
        quantities: Sequence[tuple[int, int, Quantity]],
        taken: frozenset[int],
        skipped: frozenset[int],
        governors: Sequence[Governor],
    ) -> list[Phrase]:
        found: list[Phrase] = []
        used: set[int] = set()
        governing = {g.at for g in governors}
        inside = {p for n in names if n.sort == "actor" for p in range(n.first + 1, n.last)}
        for begin, end, quantity in quantities:
            if begin in inside and (end in inside or end >= last or self._countable(stream, end) is None):
                continue  # the number of a unit, a channel
            if quantity.kind == "percent" and end + 1 < last and stream.norm[end] in self.sets["of"]:
                used.add(end + 1)  # a share of the houses counts none of them
            if begin in skipped or quantity.kind not in ("exact", "vague"):
                continue
            quote = stream.quote[begin]
            ends = quote and (end >= last or stream.quote[end] != quote) and stream.quote[begin - 1] == quote
            if ends and stream.quote[begin - 3] != quote and begin - 1 not in governing:
                continue  # a make of weapon in quotation marks
            if begin > first and stream.norm[begin - 1] in self.sets["numbered_things"]:
                used.update(range(begin - 1, end))  # a year of birth, "resolution 2254"
                continue
            if quantity.kind == "vague" and begin > first and stream.norm[begin - 1] in self.sets["superlatives"]:
                used.update(range(begin, end + 2))  # "the largest number of displaced people" counts none
                continue
            noun = self._numbered(stream, begin, end, quantity, governing)
            if noun is not None:
                one = self._bare(stream, noun, last, governing, numbered=True)
                if one is not None:
                    low, high = quantity.minimum, quantity.maximum
                    rule = "toll.dual" if quantity.value == 2 else one.rule
                    found.append(one._replace(last=end, low=low, high=high, rule=rule))
                used.update(range(noun, end))
                continue
            phrase = self._quantified(stream, begin, end, last, quantity, governing)
            if phrase is not None:
                found.append(phrase)
                found += self._as_many(stream, phrase, last)
                used.update(range(end, found[-1].last))
            used.update(range(begin, end))
            if phrase is not None:
                used.update(range(phrase.first, phrase.last))
        starts = {n.first: n for n in names}
        covered = {p for n in names for p in range(n.first, n.last)}
        telling, norm = self._telling, stream.norm
        for i in [i for i in range(first, last) if telling[norm[i]] or i in covered]:
            if i in used or i in taken or i in skipped or stream.kind[i] != "word":
                continue
            if i in covered:
                name = starts.get(i)
                thing = "object" in stream.marks[i] and not stream.marks[i]["object"].definite
                beside = i - 1 in governing or (i + 1 in governing and stream.norm[i - 1] in self.sets["that"])
                if name is not None and beside and (name.sort == "source" or thing):
                    phrase = self._bare(stream, i, last, governing)
                    if phrase is not None:
                        found.append(phrase)
                        used.update(range(phrase.first, phrase.last))
                    continue
                if name is not None and name.type == "Person" and i - 1 not in used:
                    found.append(Phrase(i, name.last, 1, 1, False, "people", "", False, True, "toll.named-person"))
                continue
            phrase = self._bare(stream, i, last, governing)
            if phrase is not None:
                found.append(phrase)
                used.update(range(phrase.first, phrase.last))
        found += self._pronouns(stream, first, last, names, governors)
        found += self._fallen(stream, first, last)
        found.sort()
        return found

    def _fallen(self, stream: Stream, first: int, last: int) -> list[Phrase]:
        """Uncounted persons left "between dead and wounded", told by a pronoun on the verb or on
        a word for a force's men.
        """
        return [
            Phrase(h.first - 1, h.last, 2, None, False, "people", "KilledOrInjured", False, False, "toll.pronoun")
            for h in stream.phrases(first, last)
            if "joint" in h.payload.marks
            and h.first > first
            and any(
                (r.suffix in self.sets["plural_pronouns"] and r.entry.pos == "verb")
                or (r.suffix and r.entry.pos == "noun" and r.entry.number == "p" and "members" in r.entry.marks)
                for r in self.language.readings(stream.norm[h.first - 1])
            )
        ]

    def _pronouns(
        self, stream: Stream, first: int, last: int, names: Sequence[Named], governors: Sequence[Governor]
    ) -> list[Phrase]:
        """One person or thing told by the pronoun on its harm ("…, which led to its destruction")."""
        found: list[Phrase] = []
        for g in governors:
            if (
                "transitive" in g.entry.marks.get("valency", ())
                and g.entry.pos == "phrase"
                and g.begin >= 0
                and g.begin < g.at
            ):
                held = (r for r in self.language.readings(stream.norm[g.begin]) if r.entry.pos == "verb" and r.suffix)
                if any(r.suffix in self.sets["singular_pronouns"] for r in held):
                    found.append(
                        Phrase(g.first, g.at + 1, 1, 1, False, "people", g.outcome, False, False, "toll.pronoun")
                    )
                continue
            if g.entry.pos == "verb" and g.outcome in ("Killed", "Injured"):
                noun = self._him(stream, g, first, names)
                if noun:
                    found.append(Phrase(g.at, g.at + 1, 1, 1, False, noun, g.outcome, False, False, "toll.pronoun"))
                continue
            if not g.object or g.entry.pos != "masdar":
                continue
            reading = next((r for r in self.language.readings(stream.norm[g.at]) if r.entry == g.entry), None)
            if reading is None or reading.suffix not in self.sets["singular_pronouns"] | self.sets["dual_pronouns"]:
                continue
            caused = any("cause" in stream.marks[k] for k in range(max(first, g.at - 3), g.at))
            if reading.suffix in self.sets["dual_pronouns"]:
                noun = self._pair_before(stream, first, g.at)
                if noun and caused and g.outcome in HUMAN:
                    found.append(Phrase(g.at, g.at + 1, 2, 2, False, noun, g.outcome, False, False, "toll.pronoun"))
                continue
            gender = "m" if reading.suffix in self.sets["masculine_pronouns"] else "f"
            if g.outcome in HUMAN and not caused:
                continue
            noun = self._antecedent(stream, first, g.at, names, gender, objects=g.outcome not in HUMAN)
            if noun:
                objects = g.outcome not in HUMAN
                found.append(Phrase(g.at, g.at + 1, 1, 1, False, noun, g.outcome, objects, False, "toll.pronoun"))
        return found

    def _him(self, stream: Stream, g: Governor, first: int, names: Sequence[Named]) -> str:
        """The victims' noun of whom a verb that goes on tells by a pronoun ("abducted a driver and killed him")."""
        verb = stream.marks[g.at].get("verb")
        if verb is None or verb.suffix not in self.sets["masculine_pronouns"] or not verb.conjunction:
            return ""
        return self._antecedent(stream, first, g.at, names, "m", objects=False)

    def _pair_before(self, stream: Stream, first: int, at: int) -> str:
        """The victims' noun of the nearest dual before a pronoun for two, or empty."""
        for k in range(at - 1, max(first, at - 25) - 1, -1):
            for r in self.language.readings(stream.norm[k]):
                if r.entry.pos == "noun" and r.entry.number == "d" and "victim" in r.entry.marks:
                    return r.entry.marks["victim"][0]
        return ""

    def _antecedent(
        self, stream: Stream, first: int, at: int, names: Sequence[Named], gender: str, *, objects: bool
    ) -> str:
        """The victims' noun that a pronoun of the gender refers to, the nearest before it, or empty."""
        persons = {n.first for n in names if n.type == "Person"}
        for k in range(at - 1, max(first, at - 25) - 1, -1):
            if k in persons and not objects:
                return "people"
            for r in self.language.readings(stream.norm[k]):
                mark = "object" if objects else "victim"
                if r.entry.pos != "noun" or mark not in r.entry.marks or "outcome" in r.entry.marks:
                    continue
                if objects and "victim" in r.entry.marks:
                    continue
                if r.entry.number != "s":
                    return ""
                if r.entry.gender == gender:
                    return r.entry.marks[mark][0]
        return ""

    def _numbered(self, stream: Stream, begin: int, end: int, quantity: Quantity, governing: set[int]) -> int | None:
        """The noun that a number of one or two stands behind as its adjective ("a policeman, one"), or None."""
        noun = begin - 1
        if quantity.value not in (1, 2) or quantity.core_first != quantity.first or quantity.prefix or begin == 0:
            return None
        if noun in governing or stream.kind[noun] != "word" or stream.norm[begin] in self.sets["one_of_them"]:
            return None
        number = "s" if quantity.value == 1 else "d"
        if quantity.value == 1 and not stream.norm[begin].startswith(self.sets["ones_prefix"]):
            return None
        readings = self.language.readings(stream.norm[noun])
        fits = [r for r in readings if r.entry.pos == "noun" and not r.definite]
        if quantity.value == 1:
            plain = not readings and stream.norm[noun] not in self.sets["stops"]
            return noun if plain or any(r.entry.number == number for r in fits) else None
        fits = [r for r in fits if r.entry.number in ("d", "p") and not COUNTED.isdisjoint(r.entry.marks)]
        return noun if fits else None

    def _quantified(
        self, stream: Stream, begin: int, end: int, last: int, quantity: Quantity, governing: set[int]
    ) -> Phrase | None:
        low, high = quantity.minimum, quantity.maximum
        owned = self._owned(stream, begin, end) if begin else ""
        if owned:
            return Phrase(begin - 1, end, low, high, quantity.approximate, owned, "", False, False, "toll.owned")
        if stream.norm[end - 1] in self.sets["one_of_them"] and (end >= last or not self._person(stream, end)):
            return Phrase(begin, end, 1, 1, False, "", "", False, True, "toll.of-them")
        article = self.language.article
        if self._years(stream, begin):
            return None
        thing = stream.marks[begin - 1].get("object") if begin else None
        if thing is not None and not thing.definite and not thing.suffix and stream.norm[begin] in self.sets["oneof"]:
            return None  # "the house of one of the residents"
        if quantity.definite and quantity.kind == "exact" and begin and stream.norm[begin - 1].startswith(article):
            return None
        j = end
        while j < last and j < end + 2 and stream.norm[j] in self.sets["counted_adjectives"]:
            j += 1
        if j + 1 < last and stream.norm[j] in self.sets["of_them"] and j + 1 in self._begins:
            return Phrase(begin, j, low, high, quantity.approximate, "", "", False, True, "toll.quantity")
        partitive = j < last and stream.norm[j] in self.sets["partitive"]
        if j > end and stream.norm[j - 1] in self.sets["others"] and not partitive:
            return Phrase(begin, j, low, high, quantity.approximate, "", "", False, True, "toll.others")
        if j < last and stream.norm[j] in self.sets["counting"]:
            return Phrase(begin, end, low, high, quantity.approximate, "", "", False, True, "toll.quantity")
        if j < last and stream.norm[j] in self.sets["of_them"]:
            noun = self._countable(stream, j + 1) if j + 1 < last else None
            if noun is not None and "victim" in noun.entry.marks:
                victims = noun.entry.marks["victim"][0]
                return Phrase(begin, j + 2, low, high, quantity.approximate, victims, "", False, False, "toll.of-them")
            return Phrase(begin, j + 1, low, high, quantity.approximate, "", "", False, True, "toll.of-them")
        among = j < last and stream.norm[j] in self.sets["partitive"]
        if among:
            j += 1
        if any(
            stream.norm[k] in self.sets["whole"]
            and stream.norm[k - 1] in self.sets["partitive"]
            and not any("outcome" in stream.marks[p] for p in range(k + 1, begin))
            for k in range(max(1, begin - 3), begin)
        ):
            return None  # "out of 35 hospitals", but "of all the dead 95 were children"
        if j < last and stream.kind[j] == "punct":
            return Phrase(begin, end, low, high, quantity.approximate, "", "", False, True, "toll.quantity")
        if j < last:
            noun = self._countable(stream, j)
            if noun is not None:
                entry = noun.entry
                own = entry.marks.get("outcome", ())
                if entry.lemma in self.sets["case_nouns"] and j + 1 < last and stream.norm[j + 1] in self.sets["grave"]:
                    rough = quantity.approximate
                    return Phrase(begin, j + 2, low, high, rough, "people", "Injured", False, False, "toll.cases")
                if entry.lemma in self.sets["case_nouns"] and j + 1 < last:
                    case = self._outcome(stream, j + 1)
                    if case is not None:
                        return Phrase(
                            begin,
                            j + 2,
                            low,
                            high,
                            quantity.approximate,
                            "people",
                            case.entry.marks["outcome"][0],
                            False,
                            False,
                            "toll.cases",
                        )
                if entry.lemma in self.sets["case_nouns"] and begin > 1:
                    told = stream.marks[begin - 1].get("outcome")
                    if told is not None and stream.norm[begin - 2] in self.sets["counting"]:
                        suffered = told.entry.marks["outcome"][0]
                        rough = quantity.approximate
                        return Phrase(begin, j + 1, low, high, rough, "people", suffered, False, False, "toll.cases")
                if stream.norm[end - 1] in self.sets["one_of_them"] and self._is_state(entry):
                    return None
                if any(m in entry.marks for m in ("victim", "object", "outcome")):
                    victims = (entry.marks.get("victim") or entry.marks.get("object") or ("people",))[0]
                    objects = "object" in entry.marks and "victim" not in entry.marks
                    outcome = (
                        own[0]
                        if own and entry.pos == "noun" and (not noun.definite or quantity.kind == "vague")
                        else ""
                    )
                    return Phrase(
                        begin, j + 1, low, high, quantity.approximate, victims, outcome, objects, False, "toll.counted"
                    )
                if among and "place" in entry.marks and not quantity.definite:
                    others = stream.norm[j - 2] in self.sets["others"]
                    rule = "toll.others" if others else "toll.quantity"
                    return Phrase(begin, j - 1, low, high, quantity.approximate, "", "", False, True, rule)
                if any(m in entry.marks for m in ("measure", "age", "event", "instrument", "place", "statement")):
                    return None
            if among and quantity.value == 1 and stream.norm[begin].startswith(self.sets["ones_prefix"]):
                return None
            if stream.norm[j] in self.sets["only"]:
                return Phrase(begin, j + 1, low, high, quantity.approximate, "", "", False, True, "toll.quantity")
            marks = stream.marks[j]
            if stream.norm[j] in self.sets["others"]:
                return Phrase(begin, j + 1, low, high, quantity.approximate, "", "", False, True, "toll.others")
            if j == end and self._counts_else(stream, j):
                return None
            if "members" in marks and j > end:
                return Phrase(
                    begin, j + 1, low, high, quantity.approximate, "fighters", "", False, False, "toll.counted"
                )
            joined = any(
                stream.norm[j].startswith(c + self.language.article) for c in self.sets["single_conjunctions_prefix"]
            )
            ends = any(h.kind == "phrase" and "outcome" in h.payload.marks for h in stream.hits(j, last))
            free = not (marks or joined or ends or stream.norm[j] in self.sets["stops"])
            if j == end and free and stream.kind[j] == "word":
                return Phrase(begin, j + 1, low, high, quantity.approximate, "", "", False, True, "toll.unlisted-noun")
        return Phrase(begin, end, low, high, quantity.approximate, "", "", False, True, "toll.quantity")

    def _as_many(self, stream: Stream, phrase: Phrase, last: int) -> list[Phrase]:
        """The wounded of "a number of dead and wounded", of whom the words say no more than of the dead."""
        i = phrase.last
        if (phrase.low, phrase.high) != (2, None) or phrase.outcome not in ("Killed", "Injured") or i >= last:
            return []
        for r in self.language.readings(stream.norm[i]):
            own = r.entry.marks.get("outcome", ("",))[0]
            joined = r.conjunction == "and" and r.entry.pos == "noun" and r.definite and r.entry.number == "p"
            if joined and {own, phrase.outcome} == {"Killed", "Injured"}:
                return [phrase._replace(first=i, last=i + 1, outcome=own)]
        return []

    @staticmethod
    def _is_state(entry: Entry) -> bool:
        """Whether a noun for one person tells what the person is, not what befell now ("one of them displaced")."""
        return entry.number == "s" and entry.marks.get("outcome", ("",))[0] in ("Displaced", "Detained", "Abducted")

    def _years(self, stream: Stream, begin: int) -> bool:
        """Whether a number with a free-standing article is somebody's age: "a man in the 27th", "in the 13th and the
        15th".
        """
        if not begin or stream.kind[begin] != "word" or not self._article_alone(stream.norm[begin]):
            return False
        if stream.norm[begin - 1] in self.sets["locative"]:
            return True
        return begin > 2 and stream.kind[begin - 1] == "number" and self._years(stream, begin - 2)

    def _article_alone(self, word: str) -> bool:
        """Whether the word is the article by itself, as before figures."""
        prefixes = self.sets["single_conjunctions_prefix"]
        return word == self.language.article or (word[1:] == self.language.article and word.startswith(prefixes))

    def _counts_else(self, stream: Stream, j: int) -> bool:
        """Whether the word right behind a number is what it counts, and no victim: a measure, an age, an attack."""
        return any(
            any(m in r.entry.marks for m in ("measure", "age", "event", "instrument", "place", "statement"))
            and not r.preposition
            and not r.conjunction
            for r in self.language.readings(stream.norm[j])
        )

    def _owned(self, stream: Stream, begin: int, end: int) -> str:
        """The victims that a definite number counts behind a relative's plural ("her three children"), or empty."""
        if end != begin + 1 or not stream.norm[begin].startswith(self.language.article):
            return ""
        reading = next(
            (
                r
                for r in self.language.readings(stream.norm[begin - 1])
                if "victim" in r.entry.marks
                and r.entry.number == "p"
                and (r.suffix or (r.definite and "outcome" not in r.entry.marks and not r.preposition))
            ),
            None,
        )
        return reading.entry.marks["victim"][0] if reading is not None and reading.entry.number == "p" else ""

    def _bare(self, stream: Stream, i: int, last: int, governing: set[int], *, numbered: bool = False) -> Phrase | None:
        """A dual, one indefinite person or an indefinite plural, without a number."""
        if stream.norm[i] in self.sets["one_of_them"] and i + 1 < last:
            one = self._countable(stream, i + 1)
            if one is not None and self._is_state(one.entry):
                return None
            if one is not None and "victim" in one.entry.marks and not one.definite and one.entry.number == "s":
                victims = one.entry.marks["victim"][0]
                return Phrase(i, i + 2, 1, 1, False, victims, "", False, False, "toll.of-them")
        if i and stream.norm[i - 1] in self.sets["one_of_them"]:
            return None
        if i in governing or (
            i and (stream.norm[i - 1] in self.sets["any"] or stream.norm[i - 1] in self.sets["negation_nouns"])
        ):
            return None
        if i + 1 < last and stream.norm[i + 1] in self.sets["grave"]:
            case = [r.entry for r in self.language.readings(stream.norm[i]) if r.entry.lemma in self.sets["case_nouns"]]
            if any(e.number == "d" for e in case):
                return Phrase(i, i + 2, 2, 2, False, "people", "Injured", False, False, "toll.cases")
        found = [
            r
            for r in (() if COUNTED.isdisjoint(stream.marks[i]) else self.language.readings(stream.norm[i]))
            if r.entry.pos == "noun"
            and not r.definite
            and r.preposition != "as"
            and not COUNTED.isdisjoint(r.entry.marks)
        ]
        # "a fire" is what happened, and damages nothing by itself
        found = [
            r
            for r in found
            if r.entry.number != "s"
            or "event" not in r.entry.marks
            or COUNTED.intersection(r.entry.marks) != {"outcome"}
        ]
        if any(r.suffix for r in found) and stream.feminine(i):
            found = [r for r in found if not r.suffix]
        if not found and "nationality" in stream.marks[i]:
            nation = self._nation(stream, i) if i - 1 in governing else self._nation_first(stream, i, last, governing)
            if nation is not None:
                return nation
        told = "victim" in stream.marks[i] or "object" in stream.marks[i]
        if told and not found and (self._acted_on(stream, i, governing) or self._alone(stream, i, last, governing)):
            two = [r for r in self.language.readings(stream.norm[i]) if r.definite and "victim" in r.entry.marks]
            two = [] if any("outcome" in r.entry.marks for r in two) else two
            if two and all(r.entry.number == "d" and not r.preposition and not r.conjunction for r in two):
                return Phrase(i, i + 1, 2, 2, False, two[0].entry.marks["victim"][0], "", False, True, "toll.dual")
            definite = next(
                (
                    r
                    for r in self.language.readings(stream.norm[i])
                    if r.entry.pos == "noun"
                    and r.definite
                    and r.entry.number == "s"
                    and ("victim" in r.entry.marks or "object" in r.entry.marks)
                    and (not r.preposition or (r.preposition == "in" and "victim" not in r.entry.marks))
                    and not r.conjunction
                ),
                None,
            )
            if definite is not None:
                things = "victim" not in definite.entry.marks
                noun = definite.entry.marks["object" if things else "victim"][0]
                return Phrase(i, i + 1, 1, 1, False, noun, "", things, True, "toll.definite-one")
        if not found:
            if stream.norm[i] in self.sets["others_plural"] and i - 1 in governing:
                return Phrase(i, i + 1, 2, None, False, "", "", False, True, "toll.others")
            if stream.norm[i] in self.sets["others_two"] and i - 1 in governing:
                return Phrase(i, i + 1, 2, 2, False, "", "", False, True, "toll.others")
            if stream.norm[i] in self.sets["another_one"] and i - 1 in governing and not self._heads(stream, i, last):
                return Phrase(i, i + 1, 1, 1, False, "", "", False, True, "toll.ordinal-person")
            if self._likewise(stream, i, last):
                return Phrase(i, i + 1, 1, 1, False, "", "", False, True, "toll.ordinal-person")
            word = stream.norm[i]
            the = word.removeprefix(self.language.article) if i - 1 in governing else word
            if (
                the in self.sets["persons_by_ordinal"]
                and not self._further(stream, i, governing)
                and not (i + 1 < last and stream.norm[i + 1] in self.sets["superlatives"])
            ):
                return Phrase(i, i + 1, 1, 1, False, "", "", False, True, "toll.ordinal-person")
            return None
        if self._qualifies(stream, i, governing) or self._by(stream, i):
            return None
        if i + 1 < last and stream.norm[i + 1] in self.sets["never_bodies"] and "head" in stream.marks[i]:
            return None
        if (
            i + 1 in self._begins
            and not stream.norm[i + 1].startswith(self.sets["single_conjunctions_prefix"])
            and all(r.entry.number == "s" and "outcome" in r.entry.marks for r in found)
        ):
            return None
        if stream.norm[i] in self.sets["wounds"] or self.language.strip_to(stream.norm[i], self.sets["wounds"]):
            return None
        dual = next((r for r in found if r.entry.number == "d"), None)
        reading = next((r for r in found if r.entry.number == "p"), found[0])
        written = stream.written(i)
        if dual is not None and any(vowels in written for vowels in self.sets["dual_vowels"].values()):
            reading = dual
        if reading.entry.number != "p":
            reading = next((r for r in found if r.entry.number == "s"), reading)
        if (
            dual is not None
            and dual.entry.tense == "construct"
            and i + 1 < last
            and stream.norm[i + 1] in self.sets["corps"]
        ):
            reading = dual  # "two guards of": with its genitive behind it no single one ends so
        if dual is not None and dual.suffix and dual.suffix == reading.suffix:
            # no suffix stands behind the ending that shows a single one in the accusative
            reading = dual
        harm = stream.marks[i - 1].get("outcome") if i and "victim" not in reading.entry.marks else None
        if harm is not None and not {"Killed", "Injured", "Abducted"}.isdisjoint(harm.entry.marks["outcome"]):
            person = next((r for r in found if r.entry.number == "s" and "victim" in r.entry.marks), None)
            reading = person or reading  # a farmer, written like farms
        entry = reading.entry
        if (
            any(m in stream.marks[i] for m in ("title",))
            and entry.number == "s"
            and i + 1 < last
            and stream.marks[i + 1].get("given")
        ):
            return None
        victims = (entry.marks.get("victim") or entry.marks.get("object") or ("people",))[0]
        objects = "object" in entry.marks and "victim" not in entry.marks
        own = entry.marks.get("outcome", ("",))[0] if entry.marks.get("outcome") else ""
        if entry.number == "d" and entry.lemma in self.sets["case_nouns"]:
            return None
        if (
            entry.number == "d"
            and "one" not in entry.marks
            and i - 1 not in governing
            and stream.norm[i].endswith(self.sets["adjective_endings"])
        ):
            return None
        if entry.number == "d":
            own_men = any(r.entry.number == "p" and r.suffix for r in self.language.readings(stream.norm[i]))
            if own_men and i - 1 not in governing:
                return None  # "its fighters", written as "its two fighters"
            joined = i + 1 < last and stream.norm[i + 1].startswith(self.sets["single_conjunctions_prefix"])
            single = i + 1 < last and stream.norm[i + 1] in self.sets["one_of_them"]
            if i + 1 in self._begins and not joined and not numbered and not single:
                return None
            least = (
                i + 2 < last and stream.norm[i + 1] in self.sets["least"] and stream.norm[i + 2] in self.sets["least"]
            )
            if least:
                return Phrase(i, i + 3, 2, None, False, victims, own, objects, not own, "toll.dual")
            return Phrase(i, i + 1, 2, 2, False, victims, own, objects, not own, "toll.dual")
        if "crew" in entry.marks:
            whole = reading.suffix and not (i + 1 < last and stream.norm[i + 1] in self.sets["composed"])
            return Phrase(i, i + 1, 2, None, False, victims, "", False, True, "toll.crew") if whole else None
        if entry.number == "s":
            beside = i - 1 in governing or stream.norm[i].startswith(self.sets["single_conjunctions_prefix"])
            if reading.suffix and "family" not in victims and not (beside and "victim" in entry.marks):
                return None
            if "kin" in entry.marks and not reading.suffix:
                return None
            spoken = i and "statement" in stream.marks[i - 1] and i - 1 not in governing
            if spoken and "title" in entry.marks and not reading.definite:
                return None  # "a press conference"
            if victims == "families" and i and stream.norm[i - 1] in self.sets["partitive"]:
                return None
            return Phrase(
                i, i + 1, 1, 1, False, victims, own if "one" in entry.marks else "", objects, True, "toll.one"
            )
        if reading.suffix or (victims == "residents" and i and stream.norm[i - 1] in self.sets["partitive"]):
            return None  # "he is one of the inhabitants of X"
        behind = stream.marks[i + 1].get("event") if own and i + 1 < last else None
        if behind is not None and behind.definite and not behind.preposition and not behind.conjunction:
            return None  # "visited the wounded of the clashes"
        return Phrase(i, i + 1, 2, None, False, victims, own, objects, True, "toll.plural")

    @staticmethod
    def _by(stream: Stream, i: int) -> bool:
        """Whether "at the hands of" stands right before: the word names who did it, not who suffered."""
        return any(h.last == i and h.first >= i - 3 for h in stream.phrases_of("by"))

    def _acted_on(self, stream: Stream, i: int, governing: set[int]) -> bool:
        """Whether ``i`` is the object of a word of harm: right behind it, or behind its subject and before a name."""
        if i - 1 in governing or (i - 2 in governing and self._grave(stream, i - 1) and self._attached(stream, i)):
            return True
        verb = next((k for k in range(i - 2, max(0, i - 5), -1) if k in governing), None)
        if verb is None or not any(n.first == i + 1 and n.type == "Person" for n in self._names):
            return False
        return all(
            k in self._covered or "head" in stream.marks[k] or "members" in stream.marks[k] for k in range(verb + 1, i)
        )

    def _nisba(self, stream: Stream, i: int) -> bool:
        """Whether the word at ``i`` is an adjective by its ending, used as a noun or not."""
        return stream.norm[i].endswith(self.sets["nisba_endings"])

    def _further(self, stream: Stream, i: int, governing: set[int]) -> bool:
        """Whether an ordinal is the adjective of the noun before it ("a second attack"), and nobody."""
        return i - 1 not in governing and any(
            r.entry.pos in ("noun", "masdar") and not r.definite and not r.suffix
            for r in self.language.readings(stream.norm[i - 1])
        )

    def _grave(self, stream: Stream, i: int) -> bool:
        """Whether an adjective of damage ("heavy damage to") stands at ``i``."""
        return "adjective" in stream.marks[i] or any(
            h.first == i - 1 and h.last == i + 1 for h in stream.phrases_of("loss")
        )

    def _alone(self, stream: Stream, i: int, last: int, governing: set[int]) -> bool:
        """Whether ``i`` stands alone behind "among them" or "in addition to", or between "that" and the verb that tells
        its harm.
        """
        if any(h.last == i and h.first >= i - 3 for h in stream.phrases_of("part")):
            return True
        if i > 1 and stream.norm[i - 1] in self.sets["forced_to"] and stream.norm[i - 2] in self.sets["against_count"]:
            return True
        if i == 0 or stream.norm[i - 1] not in self.sets["that"] or i + 1 not in governing:
            return False
        behind = stream.norm[i + 2] if i + 2 < last else ""
        apart = not behind or behind in self.sets["stops"] or stream.kind[i + 2] == "punct"
        return apart or any(r.preposition for r in self.language.readings(behind))

    def _likewise(self, stream: Stream, i: int, last: int) -> bool:
        """Whether "and another" tells of one more person who was harmed by something else ("another by a bullet")"""
        word = stream.norm[i]
        if word not in self._another:
            return False
        return i + 1 < last and (
            self._attached(stream, i + 1)
            or (word[1:] in self.sets["persons_by_ordinal"] and stream.norm[i + 1] in self.sets["locative"])
        )

    def _nation(self, stream: Stream, i: int) -> Phrase | None:
        """Persons told by their nationality alone ("the killing of two Syrians")."""
        reading = stream.marks[i]["nationality"]
        if reading.definite or reading.preposition or reading.conjunction or self._heads(stream, i, len(stream)):
            return None
        word = stream.norm[i]
        if word.endswith(self.sets["dual_endings"]):
            return Phrase(i, i + 1, 2, 2, False, "people", "", False, True, "toll.dual")
        if word.endswith(self.sets["plural_endings"]):
            return Phrase(i, i + 1, 2, None, False, "people", "", False, True, "toll.plural")
        return Phrase(i, i + 1, 1, 1, False, "people", "", False, True, "toll.one")

    def _nation_first(self, stream: Stream, i: int, last: int, governing: set[int]) -> Phrase | None:
        """Persons told by their nationality before the verb ("said that two Syrians were killed")."""
        reading = stream.marks[i]["nationality"]
        beside = i + 1 < last and any(r.conjunction and r.suffix for r in stream.marks[i + 1].values())
        paired = i + 1 < last and stream.norm[i + 1] in self.sets["pair_words"]
        verb = i + 2 if paired or beside else i + 1
        if i == 0 or stream.norm[i - 1] not in self.sets["that"] or verb >= last or verb not in governing:
            return None
        if reading.definite or reading.preposition or reading.conjunction or "verb" not in stream.marks[verb]:
            return None
        two = paired or (not beside and stream.norm[verb].endswith(self.sets["adverb_endings"]))
        if two:
            return Phrase(i, verb, 2, 2, False, "people", "", False, True, "toll.dual")
        if stream.norm[i].endswith(self.sets["plural_endings"]):
            return Phrase(i, i + 1, 2, None, False, "people", "", False, True, "toll.plural")
        return Phrase(i, i + 1, 1, 1, False, "people", "", False, True, "toll.one")

    def _heads(self, stream: Stream, i: int, last: int) -> bool:
        """Whether a noun follows that the word at ``i`` belongs to ("the last commander" is not "another one")."""
        return i + 1 < last and any(
            r.entry.pos in ("noun", "masdar", "participle") and not r.preposition and not r.conjunction
            for r in self.language.readings(stream.norm[i + 1])
        )

    def _qualifies(self, stream: Stream, i: int, governing: set[int]) -> bool:
        """Whether a word for a person is the adjective of the noun before it ("an armed attack", "a military site")."""
        before = i - 1
        if i == 0 or before in governing or stream.kind[before] != "word" or before in self._numbers:
            return False
        if any(r.conjunction or r.preposition for r in self.language.readings(stream.norm[i])) and not any(
            not r.conjunction and not r.preposition for r in self.language.readings(stream.norm[i])
        ):
            return False
        nouns = [r for r in self.language.readings(stream.norm[before]) if r.entry.pos in ("noun", "masdar")]
        if any(("event" in r.entry.marks or "vague" in r.entry.marks) and not r.suffix for r in nouns):
            return "victim" in stream.marks[i] and "outcome" not in stream.marks[i]
        if self._nisba(stream, i) and (stream.feminine(i) and stream.feminine(before)):
            return not any("victim" in r.entry.marks for r in nouns)
        own = [r.entry for r in self.language.readings(stream.norm[i]) if "members" in r.entry.marks]
        return (
            any(e.number == "s" for e in own)
            and any(r.entry.number == "s" and not r.definite and not r.suffix for r in nouns)
            and not any(r.entry.pos == "verb" and r.entry.marks for r in self.language.readings(stream.norm[before]))
        )
