"""Counted outcomes: who or what was counted, and which outcome governs the count.

A counted noun phrase is a quantity with a noun, a dual, one indefinite person, an indefinite plural, or a quantity
alone ("the wounding of six"). Its outcome is its own ("12 dead"), that of the nearest governor to its left (verb,
verbal noun, "the number of the dead … to"), that of a verb to its right ("ten civilians were killed"), or that of the
phrase it is coordinated with. Parts ("among them five children") belong to the total before them.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from khabar.extract.mentions import Named
from khabar.extract.quantities import Quantity
from khabar.language import Entry, Language, Reading
from khabar.match.stream import Hit, Stream

__all__ = ["Counted", "TollFinder"]

HUMAN = frozenset(
    {"Killed", "Injured", "KilledOrInjured", "Displaced", "Detained", "Abducted", "Missing", "Surrendered"}
)
_GOVERNING = frozenset({"light", "rescue", "verb", "outcome"})
"""Classes of words that may govern a toll."""
_BY_PERSON = frozenset({"Killed", "Injured", "Abducted", "Detained"})
"""Outcomes told of persons one by one, so that a plural written like a dual is a dual."""
_FIGURES = frozenset({"toll.counted", "toll.quantity", "toll.unlisted-noun", "toll.dual"})
"""Rules of phrases that give a figure."""
_BUILDINGS = frozenset({"buildings", "houses", "bridges", "mosques", "schools", "headquarters", "depots", "tunnels"})
"""What is destroyed by being blown up; other things blown up are what explodes."""
_GENERATIONS = frozenset({"men", "women", "children", "elderly", "infants"})
"""Victims that one number may count together."""
_COUNTED = frozenset({"victim", "object", "outcome"})
"""Classes of nouns that can be counted in a toll."""


class Counted(NamedTuple):
    """A toll mention: ``first`` .. ``last`` (exclusive) hold the counted phrase, ``governor`` the outcome's word."""

    first: int
    last: int
    outcome: str
    minimum: int | None
    maximum: int | None
    approximate: bool
    victims: str
    governor: int
    part: bool
    total: int | None
    """Index of the total in the sentence's list, for a part."""
    includes: tuple[str, ...]
    of: int | None
    """Index of the name whose fighters were counted."""
    subject: int | None
    """Index of the name that a transitive governor has as its subject."""
    rule: str


class _Phrase(NamedTuple):
    first: int
    last: int
    low: int | None
    high: int | None
    approximate: bool
    victims: str
    outcome: str
    """The noun's own outcome, or empty."""
    objects: bool
    needs: bool
    """Whether a governor must be found close by (one person, bare plural, quantity alone)."""
    rule: str


class _Governor(NamedTuple):
    at: int
    outcome: str
    transitive: bool
    entry: Entry
    definite_noun: bool
    begin: int = -1
    """Where the governor's words begin, for a fixed phrase; else -1."""
    object: bool = False
    """Whether a verb's object is attached to it, so that what follows is its subject."""

    joined: bool = False
    """Whether a fixed phrase has a conjunction before it."""

    @property
    def first(self) -> int:
        """The position of its first word."""
        return self.at if self.begin < 0 else self.begin


class TollFinder:
    """Finds the tolls of a sentence."""

    _REACH = 14

    def __init__(self, language: Language) -> None:
        self.language = language
        self.sets = language.sets
        self._taken: frozenset[int] = frozenset()
        self._names: Sequence[Named] = ()
        self._begins: frozenset[int] = frozenset()
        self._numbers: frozenset[int] = frozenset()
        self._covered: frozenset[int] = frozenset()

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
        phrases_at = {h.first: h for h in stream.phrases(first, last) if stream.hits(h.first, last)[0] is h}
        phrases_at = {
            i: h
            for i, h in phrases_at.items()
            if h.last - h.first > 1 or not ("noun" in stream.marks[i] or self._family(stream, i))
        }
        for i in [i for i, h in phrases_at.items() if "joint" in h.payload.marks and "verb" in stream.marks[i]]:
            del phrases_at[i]
        self._taken = taken
        self._names = names
        self._covered = frozenset(p for n in names for p in range(n.first, n.last))
        self._begins = frozenset(b for b, _, q in quantities if q.kind in ("exact", "vague"))
        self._numbers = frozenset(p for b, e, _ in quantities for p in range(b, e))
        skipped = self._denials(stream, first, last, phrases_at)
        governors = self._governors(stream, first, last, names, phrases_at, skipped, taken)
        counted = self._counted(stream, first, last, names, quantities, taken, skipped, governors)
        return self._assign(stream, first, last, names, counted, governors, phrases_at)

    def _family(self, stream: Stream, i: int) -> bool:
        """Whether a word that folding makes like a verb with its object is a feminine noun of persons, as written."""
        feminine = tuple(self.sets["unfolded"].values())
        written = stream.document.tokens[stream.token[i]].text
        return "victim" in stream.marks[i] and bool(feminine) and written.endswith(feminine)

    # ------------------------------------------------------------------ what is ruled out

    def _denials(self, stream: Stream, first: int, last: int, phrases: dict[int, Hit]) -> frozenset[int]:
        """Positions inside "without casualties" and other negated outcomes."""
        out: set[int] = set()
        negation, nouns = self.sets["negation"], self.sets["negation_nouns"]
        for i in range(first, last):
            hit = phrases.get(i)
            if hit is not None and "none" in hit.payload.marks:
                end = min(hit.last + 3, last)
                out.update(range(i, next((k for k in range(hit.last, end) if stream.kind[k] == "punct"), end)))
            elif stream.norm[i] in nouns:
                clause = i + 1 < last and stream.norm[i + 1] in self.sets["that"]
                for j in range(i + 2 if clause else i + 1, min(i + 6, last)):
                    marks = stream.marks[j]
                    told = not clause and "verb" in marks and marks.keys().isdisjoint(("noun", "masdar"))
                    if stream.kind[j] == "punct" or stream.norm[j] in self.sets["that"] or told:
                        break
                    if "outcome" in marks or "harm" in marks:
                        out.update(range(i, min(j + 2, last)))
                        break
            elif stream.norm[i] in negation and i + 1 < last:
                marks = stream.marks[i + 1]
                if ("outcome" in marks or "cause" in marks) and stream.norm[i + 1] not in self.sets["remaining"]:
                    j = i + 1
                    while j < last and stream.kind[j] != "punct":
                        out.add(j)
                        j += 1
        return frozenset(out)

    # ------------------------------------------------------------------ governors

    def _governors(
        self,
        stream: Stream,
        first: int,
        last: int,
        names: Sequence[Named],
        phrases: dict[int, Hit],
        skipped: frozenset[int],
        taken: frozenset[int],
    ) -> list[_Governor]:
        found: list[_Governor] = []
        covered = {p for n in names for p in range(n.first, n.last)}
        i = first
        while i < last:
            if i in skipped:
                i += 1
                continue
            hit = phrases.get(i)
            if hit is not None and hit.payload.marks.get("outcome") and "joint" not in hit.payload.marks:
                counting = i > first and stream.norm[i - 1] in self.sets["counting"]
                found.append(
                    _Governor(
                        hit.last - 1,
                        hit.payload.marks["outcome"][0],
                        False,
                        hit.payload,
                        counting,
                        i,
                        False,
                        bool(hit.conjunction),
                    )
                )
                i = hit.last
                continue
            if i in covered or (_GOVERNING.isdisjoint(stream.marks[i]) and not self._governs(stream.norm[i])):
                i += 1
                continue
            if stream.norm[i] in self.sets["life_words"] and any(
                "cause" in stream.marks[k] for k in range(max(first, i - 14), i)
            ):
                cause = next(
                    stream.marks[k]["cause"] for k in range(i - 1, first - 1, -1) if "cause" in stream.marks[k]
                )
                found.append(_Governor(i, "Killed", False, cause.entry, False))
                i += 1
                continue
            if self.language.strip_to(stream.norm[i], self.sets["leaving"]) and any(
                stream.norm[k] in self.sets["service"] for k in range(i + 1, min(i + 9, last))
            ):
                entry = next(
                    (r.entry for r in self.language.readings(stream.norm[i])), Entry("", "noun", "", "s", "", "", {})
                )
                found.append(_Governor(i, "Damaged", False, entry, False))
                i += 1
                continue
            if stream.norm[i] in self.sets["fate"] and any(
                stream.norm[k] in self.sets["unknown"] for k in range(i + 1, min(i + 8, last))
            ):
                entry = next(
                    (r.entry for r in self.language.readings(stream.norm[i])), Entry("", "noun", "", "s", "", "", {})
                )
                found.append(_Governor(i, "Missing", False, entry, False))
                i += 1
                continue
            hit_verb = stream.marks[i].get("light")
            if (
                hit_verb is not None
                and "hit" in hit_verb.entry.marks["light"]
                and "outcome" not in stream.marks[i]
                and any(
                    "Detention" in r.entry.marks.get("event", ())
                    for k in range(first, i)
                    for r in self.language.readings(stream.norm[k])
                )
            ):
                found.append(_Governor(i, "Detained", True, hit_verb.entry, False))
                i += 1
                continue
            if (
                "rescue" in stream.marks[i]
                and "outcome" not in stream.marks[i]
                and any(self._leaves(stream, k) for k in range(i + 1, min(i + 5, last)))
            ):
                found.append(_Governor(i, "Displaced", False, stream.marks[i]["rescue"].entry, False))
                i += 1
                continue
            moves = stream.marks[i].get("verb")
            if (
                moves is not None
                and "yields" in moves.entry.marks
                and any(stream.norm[k] in self.sets["oneself"] for k in range(i + 1, min(i + 10, last)))
            ):
                found.append(_Governor(i, "Surrendered", False, moves.entry, False))
                i += 1
                continue
            if (
                moves is not None
                and "moves" in moves.entry.marks
                and any(
                    self._leaves(stream, k) or stream.norm[k] in self.sets["borders"]
                    for k in range(max(first, i - 3), min(i + 7, last))
                )
            ):
                found.append(_Governor(i, "Displaced", False, moves.entry, False))
                i += 1
                continue
            if (
                moves is not None
                and "moves" in moves.entry.marks
                and any(
                    (
                        stream.marks[k].get("event") is not None
                        and "Displacement" in stream.marks[k]["event"].entry.marks["event"]
                    )
                    or any(
                        "Displacement" in h.payload.marks.get("event", ())
                        for h in stream.hits(k, last)
                        if h.kind == "phrase"
                    )
                    for k in range(first, last)
                )
            ):
                found.append(_Governor(i, "Displaced", False, moves.entry, False))
                i += 1
                continue
            if (
                hit_verb is not None
                and "fall" in hit_verb.entry.marks["light"]
                and not hit_verb.suffix
                and self._fell(stream, i + 1, last)
            ):
                found.append(_Governor(i, "Killed", False, hit_verb.entry, False))
                i += 1
                continue
            exposed = self._exposed(stream, i, last) if hit_verb is not None else None
            if exposed is not None:
                found.append(_Governor(i, exposed.marks["outcome"][0], False, exposed, False))
                i += 1
                continue
            if self._mourns(stream, i, last):
                entry = stream.marks[i]["verb"].entry
                found.append(_Governor(i, "Killed", True, entry, False))
                i += 1
                continue
            if self._loses(stream, i, last):
                found.append(_Governor(i, "Killed", True, stream.marks[i]["verb"].entry, False))
                i += 1
                continue
            reading = self._outcome(stream, i) if stream.norm[i] not in self.sets["remaining"] else None
            if reading is not None:
                entry = reading.entry
                weak = "weak" in entry.marks
                if weak and reading.conjunction and found and i - found[-1].at <= 10 and not found[-1].definite_noun:
                    weak = False
                if (
                    weak
                    and entry.pos == "verb"
                    and any(stream.norm[k] in self.sets["death_words"] for k in range(i + 1, min(i + 12, last)))
                ):
                    weak = False
                if weak and "transitive" in entry.marks.get("valency", ()):
                    blown = entry.marks["outcome"][0] == "Destroyed" and "explodes" in entry.marks
                    weak = not (self._built(stream, i + 1, last) if blown else i + 1 in self._begins)
                if entry.pos in ("verb", "masdar") and not weak:
                    transitive = "transitive" in entry.marks.get("valency", ())
                    held = bool(reading.suffix) and entry.voice != "passive"
                    found.append(_Governor(i, entry.marks["outcome"][0], transitive, entry, False, -1, held))
                elif entry.pos == "noun" and entry.number == "p" and i + 1 in self._begins and not reading.definite:
                    found.append(_Governor(i, entry.marks["outcome"][0], False, entry, False))
                elif (
                    entry.pos == "noun"
                    and entry.number == "p"
                    and (
                        reading.definite
                        or reading.suffix
                        or stream.norm[i - 1] in self.sets["counting"]
                        or (i > first and stream.norm[i - 1] in self.sets["that"])
                        or (reading.preposition == "to" and self._numbers_of(stream, i, first))
                        or (i > first and "count" in stream.marks[i - 1])
                    )
                ):
                    found.append(_Governor(i, entry.marks["outcome"][0], False, entry, True))
            i += 1
        return found

    def _leaves(self, stream: Stream, k: int) -> bool:
        """Whether families or their homes are named at ``k``, so that a movement is a displacement."""
        return stream.norm[k] in self.sets["homes"] or any(
            "families" in r.entry.marks.get("victim", ()) for r in self.language.readings(stream.norm[k])
        )

    def _built(self, stream: Stream, i: int, last: int) -> bool:
        """Whether a building, counted or not, stands at ``i``."""
        while i < last and i in self._numbers:
            i += 1
        return i < last and any(
            set(r.entry.marks.get("object", ())) & _BUILDINGS for r in self.language.readings(stream.norm[i])
        )

    def _numbers_of(self, stream: Stream, i: int, first: int) -> bool:
        """Whether "the number", with its adjective or not, stands before "of the dead"."""
        return any(stream.norm[k] in self.sets["counting"] for k in range(max(first, i - 2), i))

    def _exposed(self, stream: Stream, i: int, last: int) -> Entry | None:
        """The word for harm that those counted were exposed to ("were subjected to arrest"), or None."""
        verb = stream.marks[i]["light"]
        if "target" not in verb.entry.marks["light"] or verb.entry.pos != "verb":
            return None
        for k in range(i + 1, min(i + 9, last)):
            for r in self.language.readings(stream.norm[k]):
                if r.preposition == "to" and "outcome" in r.entry.marks and r.entry.pos in ("masdar", "noun"):
                    return verb.entry._replace(marks={**verb.entry.marks, "outcome": r.entry.marks["outcome"]})
        return None

    def _loses(self, stream: Stream, i: int, last: int) -> bool:
        """Whether a group loses a number of its own members here ("the family lost four of its members")."""
        verb = stream.marks[i].get("verb")
        if verb is None or verb.entry.lemma not in self.sets["losing"] or verb.entry.voice == "passive":
            return False
        return any(
            k in self._begins
            and any(
                r.suffix and not {"victim", "members"}.isdisjoint(r.entry.marks)
                for w in range(k + 1, min(k + 4, last))
                for r in self.language.readings(stream.norm[w])
            )
            for k in range(i + 1, min(i + 8, last))
        )

    def _mourns(self, stream: Stream, i: int, last: int) -> bool:
        """Whether a force mourns a number of its own here."""
        verb = stream.marks[i].get("verb")
        if verb is None or verb.entry.lemma not in self.sets["mourning"]:
            return False
        return any(k in self._begins for k in range(i + 1, min(i + 6, last)))

    def _fell(self, stream: Stream, i: int, last: int) -> bool:
        """Whether persons stand at ``i``, counted or not, of whom it is said that they fell."""
        while i < last and (i in self._numbers or stream.norm[i] in self.sets["partitive"]):
            i += 1
        if i >= last:
            return False
        return "nationality" in stream.marks[i] or any(
            "victim" in r.entry.marks and "outcome" not in r.entry.marks and r.entry.pos == "noun" and not r.preposition
            for r in self.language.readings(stream.norm[i])
        )

    def _governs(self, word: str) -> bool:
        """Whether a word can govern a toll by itself, whatever the lexicon says of it."""
        sets = self.sets
        return word in sets["life_words"] or word in sets["fate"] or self.language.strip_to(word, sets["leaving"])

    def _outcome(self, stream: Stream, i: int) -> Reading | None:
        """The reading of ``i`` that carries an outcome; a verb or verbal noun before a plain noun."""
        if "outcome" not in stream.marks[i]:
            return None
        readings = [r for r in self.language.readings(stream.norm[i]) if r.entry.marks.get("outcome")]
        if not readings:
            return None
        people = any(
            r.entry.pos == "noun" and "victim" in r.entry.marks and not r.conjunction
            for r in self.language.readings(stream.norm[i])
        )
        if people:
            readings = [r for r in readings if r.conjunction != "so"]
        owned = [r for r in readings if r.entry.pos == "noun" and r.entry.number == "p" and r.suffix]
        if owned:
            return owned[0]
        order = {"masdar": 0.0, "verb": 1.0, "noun": 2.0, "participle": 3.0}
        plural = {"s": 2.0, "d": 1.5, "p": 1.0}
        return min(
            readings,
            key=lambda r: plural.get(r.entry.number, 2.0) if r.entry.pos == "noun" else order.get(r.entry.pos, 9.0),
            default=None,
        )

    # ------------------------------------------------------------------ counted phrases

    def _counted(
        self,
        stream: Stream,
        first: int,
        last: int,
        names: Sequence[Named],
        quantities: Sequence[tuple[int, int, Quantity]],
        taken: frozenset[int],
        skipped: frozenset[int],
        governors: Sequence[_Governor],
    ) -> list[_Phrase]:
        found: list[_Phrase] = []
        used: set[int] = set()
        governing = {g.at for g in governors}
        for begin, end, quantity in quantities:
            if begin in skipped or quantity.kind not in ("exact", "vague"):
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
            used.update(range(begin, end))
            if phrase is not None:
                used.update(range(phrase.first, phrase.last))
        starts = {n.first: n for n in names}
        covered = {p for n in names for p in range(n.first, n.last)}
        for i in range(first, last):
            if i in used or i in taken or i in skipped or stream.kind[i] != "word":
                continue
            if i in covered:
                name = starts.get(i)
                thing = "object" in stream.marks[i] and not stream.marks[i]["object"].definite
                if name is not None and i - 1 in governing and (name.sort == "source" or thing):
                    phrase = self._bare(stream, i, last, governing)
                    if phrase is not None:
                        found.append(phrase)
                        used.update(range(phrase.first, phrase.last))
                    continue
                if name is not None and name.type == "Person" and i - 1 not in used:
                    found.append(_Phrase(i, name.last, 1, 1, False, "people", "", False, True, "toll.named-person"))
                continue
            phrase = self._bare(stream, i, last, governing)
            if phrase is not None:
                found.append(phrase)
                used.update(range(phrase.first, phrase.last))
        found += self._pronouns(stream, first, last, names, governors)
        found += self._fallen(stream, first, last)
        found.sort()
        return found

    def _fallen(self, stream: Stream, first: int, last: int) -> list[_Phrase]:
        """Uncounted persons left "between dead and wounded", told by a pronoun on the verb."""
        return [
            _Phrase(h.first - 1, h.last, 2, None, False, "people", "KilledOrInjured", False, False, "toll.pronoun")
            for h in stream.phrases(first, last)
            if "joint" in h.payload.marks
            and h.first > first
            and any(
                r.suffix in self.sets["plural_pronouns"] and r.entry.pos == "verb"
                for r in self.language.readings(stream.norm[h.first - 1])
            )
        ]

    def _pronouns(
        self, stream: Stream, first: int, last: int, names: Sequence[Named], governors: Sequence[_Governor]
    ) -> list[_Phrase]:
        """One person or thing told by the pronoun on its harm ("…, which led to its destruction")."""
        found: list[_Phrase] = []
        for g in governors:
            if not g.object or g.entry.pos != "masdar":
                continue
            reading = next((r for r in self.language.readings(stream.norm[g.at]) if r.entry == g.entry), None)
            if reading is None or reading.suffix not in self.sets["singular_pronouns"] | self.sets["dual_pronouns"]:
                continue
            caused = any("cause" in stream.marks[k] for k in range(max(first, g.at - 3), g.at))
            if reading.suffix in self.sets["dual_pronouns"]:
                noun = self._pair_before(stream, first, g.at)
                if noun and caused and g.outcome in HUMAN:
                    found.append(_Phrase(g.at, g.at + 1, 2, 2, False, noun, g.outcome, False, False, "toll.pronoun"))
                continue
            gender = "m" if reading.suffix in self.sets["masculine_pronouns"] else "f"
            if g.outcome in HUMAN and not caused:
                continue
            noun = self._antecedent(stream, first, g.at, names, gender, objects=g.outcome not in HUMAN)
            if noun:
                objects = g.outcome not in HUMAN
                found.append(_Phrase(g.at, g.at + 1, 1, 1, False, noun, g.outcome, objects, False, "toll.pronoun"))
        return found

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
        if quantity.value not in (1, 2) or quantity.core_first != begin or quantity.prefix or begin == 0:
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
        fits = [r for r in fits if r.entry.number in ("d", "p") and not _COUNTED.isdisjoint(r.entry.marks)]
        return noun if fits else None

    def _quantified(
        self, stream: Stream, begin: int, end: int, last: int, quantity: Quantity, governing: set[int]
    ) -> _Phrase | None:
        low, high = quantity.minimum, quantity.maximum
        owned = self._owned(stream, begin, end) if begin else ""
        if owned:
            return _Phrase(begin - 1, end, low, high, quantity.approximate, owned, "", False, False, "toll.owned")
        if stream.norm[end - 1] in self.sets["one_of_them"] and (end >= last or not self._person(stream, end)):
            return _Phrase(begin, end, 1, 1, False, "", "", False, True, "toll.of-them")
        article = self.language.article
        if quantity.definite and quantity.kind == "exact" and begin and stream.norm[begin - 1].startswith(article):
            return None
        j = end
        while j < last and j < end + 2 and stream.norm[j] in self.sets["counted_adjectives"]:
            j += 1
        if j + 1 < last and stream.norm[j] in self.sets["of_them"] and j + 1 in self._begins:
            return _Phrase(begin, j, low, high, quantity.approximate, "", "", False, True, "toll.quantity")
        partitive = j < last and stream.norm[j] in self.sets["partitive"]
        if j > end and stream.norm[j - 1] in self.sets["others"] and not partitive:
            return _Phrase(begin, j, low, high, quantity.approximate, "", "", False, True, "toll.others")
        if j < last and stream.norm[j] in self.sets["counting"]:
            return _Phrase(begin, end, low, high, quantity.approximate, "", "", False, True, "toll.quantity")
        if j < last and stream.norm[j] in self.sets["of_them"]:
            noun = self._countable(stream, j + 1) if j + 1 < last else None
            if noun is not None and "victim" in noun.entry.marks:
                victims = noun.entry.marks["victim"][0]
                return _Phrase(begin, j + 2, low, high, quantity.approximate, victims, "", False, False, "toll.of-them")
            return _Phrase(begin, j + 1, low, high, quantity.approximate, "", "", False, True, "toll.of-them")
        if j < last and stream.norm[j] in self.sets["partitive"]:
            j += 1
        if any(
            stream.norm[k] in self.sets["whole"] and stream.norm[k - 1] in self.sets["partitive"]
            for k in range(max(1, begin - 3), begin)
        ):
            return None
        if j < last and stream.kind[j] == "punct":
            return _Phrase(begin, end, low, high, quantity.approximate, "", "", False, True, "toll.quantity")
        if j < last:
            noun = self._countable(stream, j)
            if noun is not None:
                entry = noun.entry
                own = entry.marks.get("outcome", ())
                if entry.lemma in self.sets["case_nouns"] and j + 1 < last and stream.norm[j + 1] in self.sets["grave"]:
                    rough = quantity.approximate
                    return _Phrase(begin, j + 2, low, high, rough, "people", "Injured", False, False, "toll.cases")
                if entry.lemma in self.sets["case_nouns"] and j + 1 < last:
                    case = self._outcome(stream, j + 1)
                    if case is not None:
                        return _Phrase(
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
                if any(m in entry.marks for m in ("victim", "object", "outcome")):
                    victims = (entry.marks.get("victim") or entry.marks.get("object") or ("people",))[0]
                    objects = "object" in entry.marks and "victim" not in entry.marks
                    outcome = (
                        own[0]
                        if own and entry.pos == "noun" and (not noun.definite or quantity.kind == "vague")
                        else ""
                    )
                    return _Phrase(
                        begin, j + 1, low, high, quantity.approximate, victims, outcome, objects, False, "toll.counted"
                    )
                if any(m in entry.marks for m in ("measure", "age", "event", "instrument", "place", "statement")):
                    return None
            if stream.norm[j] in self.sets["only"]:
                return _Phrase(begin, j + 1, low, high, quantity.approximate, "", "", False, True, "toll.quantity")
            marks = stream.marks[j]
            if stream.norm[j] in self.sets["others"]:
                return _Phrase(begin, j + 1, low, high, quantity.approximate, "", "", False, True, "toll.others")
            if j == end and self._counts_else(stream, j):
                return None
            if "members" in marks and j > end:
                return _Phrase(
                    begin, j + 1, low, high, quantity.approximate, "fighters", "", False, False, "toll.counted"
                )
            joined = any(
                stream.norm[j].startswith(c + self.language.article) for c in self.sets["single_conjunctions_prefix"]
            )
            ends = any(h.kind == "phrase" and "outcome" in h.payload.marks for h in stream.hits(j, last))
            free = not (marks or joined or ends or stream.norm[j] in self.sets["stops"])
            if j == end and free and stream.kind[j] == "word":
                return _Phrase(begin, j + 1, low, high, quantity.approximate, "", "", False, True, "toll.unlisted-noun")
        return _Phrase(begin, end, low, high, quantity.approximate, "", "", False, True, "toll.quantity")

    def _person(self, stream: Stream, j: int) -> bool:
        """Whether a noun for a person or thing that can be counted stands at ``j``."""
        noun = self._countable(stream, j)
        return noun is not None and not _COUNTED.isdisjoint(noun.entry.marks)

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

    def _countable(self, stream: Stream, j: int) -> Reading | None:
        if stream.kind[j] != "word":
            return None
        classes = ("victim", "object", "outcome", "measure", "event", "instrument", "place", "statement", "age")
        found = [
            r
            for r in self.language.readings(stream.norm[j])
            if r.entry.pos == "noun"
            and not r.preposition
            and not r.conjunction
            and any(c in r.entry.marks for c in classes)
        ]
        for name in ("outcome", "victim", "object"):
            for r in found:
                if name in r.entry.marks:
                    return r
        return found[0] if found else None

    def _bare(
        self, stream: Stream, i: int, last: int, governing: set[int], *, numbered: bool = False
    ) -> _Phrase | None:
        """A dual, one indefinite person or an indefinite plural, without a number."""
        if stream.norm[i] in self.sets["one_of_them"] and i + 1 < last:
            one = self._countable(stream, i + 1)
            if one is not None and "victim" in one.entry.marks and not one.definite and one.entry.number == "s":
                victims = one.entry.marks["victim"][0]
                return _Phrase(i, i + 2, 1, 1, False, victims, "", False, False, "toll.of-them")
        if i in governing or (i and stream.norm[i - 1] in self.sets["any"] | self.sets["negation_nouns"]):
            return None
        if i + 1 < last and stream.norm[i + 1] in self.sets["grave"]:
            case = [r.entry for r in self.language.readings(stream.norm[i]) if r.entry.lemma in self.sets["case_nouns"]]
            if any(e.number == "d" for e in case):
                return _Phrase(i, i + 2, 2, 2, False, "people", "Injured", False, False, "toll.cases")
        found = [
            r
            for r in (() if _COUNTED.isdisjoint(stream.marks[i]) else self.language.readings(stream.norm[i]))
            if r.entry.pos == "noun" and not r.definite and not _COUNTED.isdisjoint(r.entry.marks)
        ]
        if not found and i - 1 in governing and "nationality" in stream.marks[i]:
            nation = self._nation(stream, i)
            if nation is not None:
                return nation
        if not found and self._acted_on(stream, i, governing):
            two = [r for r in self.language.readings(stream.norm[i]) if r.definite and "victim" in r.entry.marks]
            two = [] if any("outcome" in r.entry.marks for r in two) else two
            if two and all(r.entry.number == "d" and not r.preposition and not r.conjunction for r in two):
                return _Phrase(i, i + 1, 2, 2, False, two[0].entry.marks["victim"][0], "", False, True, "toll.dual")
            definite = next(
                (
                    r
                    for r in self.language.readings(stream.norm[i])
                    if r.entry.pos == "noun"
                    and r.definite
                    and r.entry.number == "s"
                    and ("victim" in r.entry.marks or "object" in r.entry.marks)
                    and not r.preposition
                    and not r.conjunction
                ),
                None,
            )
            if definite is not None:
                things = "victim" not in definite.entry.marks
                noun = definite.entry.marks["object" if things else "victim"][0]
                return _Phrase(i, i + 1, 1, 1, False, noun, "", things, True, "toll.definite-one")
        if not found:
            if stream.norm[i] in self.sets["others_plural"] and i - 1 in governing:
                return _Phrase(i, i + 1, 2, None, False, "", "", False, True, "toll.others")
            if stream.norm[i] in self.sets["others_two"] and i - 1 in governing:
                return _Phrase(i, i + 1, 2, 2, False, "", "", False, True, "toll.others")
            if stream.norm[i] in self.sets["another_one"] and i - 1 in governing and not self._heads(stream, i, last):
                return _Phrase(i, i + 1, 1, 1, False, "", "", False, True, "toll.ordinal-person")
            if stream.norm[i] in self.sets["persons_by_ordinal"]:
                return _Phrase(i, i + 1, 1, 1, False, "", "", False, True, "toll.ordinal-person")
            return None
        if self._qualifies(stream, i, governing):
            return None
        if stream.norm[i] in self.sets["wounds"] or self.language.strip_to(stream.norm[i], self.sets["wounds"]):
            return None
        dual = next((r for r in found if r.entry.number == "d"), None)
        reading = next((r for r in found if r.entry.number == "p"), found[0])
        written = stream.document.tokens[stream.token[i]].text
        if dual is not None and any(vowels in written for vowels in self.sets["dual_vowels"].values()):
            reading = dual
        if reading.entry.number != "p":
            reading = next((r for r in found if r.entry.number == "s"), reading)
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
        if entry.number == "d" and i - 1 not in governing and stream.norm[i].endswith(self.sets["adjective_endings"]):
            return None
        if entry.number == "d":
            joined = i + 1 < last and stream.norm[i + 1].startswith(self.sets["single_conjunctions_prefix"])
            single = i + 1 < last and stream.norm[i + 1] in self.sets["one_of_them"]
            if i + 1 in self._begins and not joined and not numbered and not single:
                return None
            least = (
                i + 2 < last and stream.norm[i + 1] in self.sets["least"] and stream.norm[i + 2] in self.sets["least"]
            )
            if least:
                return _Phrase(i, i + 3, 2, None, False, victims, own, objects, not own, "toll.dual")
            return _Phrase(i, i + 1, 2, 2, False, victims, own, objects, not own, "toll.dual")
        if "crew" in entry.marks:
            whole = reading.suffix and not (i + 1 < last and stream.norm[i + 1] in self.sets["composed"])
            return _Phrase(i, i + 1, 2, None, False, victims, "", False, True, "toll.crew") if whole else None
        if entry.number == "s":
            beside = i - 1 in governing or stream.norm[i].startswith(self.sets["single_conjunctions_prefix"])
            if reading.suffix and "family" not in victims and not (beside and "victim" in entry.marks):
                return None
            if "kin" in entry.marks and not reading.suffix:
                return None
            return _Phrase(
                i, i + 1, 1, 1, False, victims, own if "one" in entry.marks else "", objects, True, "toll.one"
            )
        if reading.suffix:
            return None
        return _Phrase(i, i + 1, 2, None, False, victims, own, objects, True, "toll.plural")

    def _acted_on(self, stream: Stream, i: int, governing: set[int]) -> bool:
        """Whether ``i`` is the object of a word of harm: right behind it, or behind its subject and before a name."""
        if i - 1 in governing:
            return True
        verb = next((k for k in range(i - 2, max(0, i - 5), -1) if k in governing), None)
        if verb is None or not any(n.first == i + 1 and n.type == "Person" for n in self._names):
            return False
        return all(
            k in self._covered or "head" in stream.marks[k] or "members" in stream.marks[k] for k in range(verb + 1, i)
        )

    def _nation(self, stream: Stream, i: int) -> _Phrase | None:
        """Persons told by their nationality alone ("the killing of two Syrians")."""
        reading = stream.marks[i]["nationality"]
        if reading.definite or reading.preposition or reading.conjunction or self._heads(stream, i, len(stream)):
            return None
        word = stream.norm[i]
        if word.endswith(self.sets["dual_endings"]):
            return _Phrase(i, i + 1, 2, 2, False, "people", "", False, True, "toll.dual")
        if word.endswith(self.sets["plural_endings"]):
            return _Phrase(i, i + 1, 2, None, False, "people", "", False, True, "toll.plural")
        return _Phrase(i, i + 1, 1, 1, False, "people", "", False, True, "toll.one")

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
        own = [r.entry for r in self.language.readings(stream.norm[i]) if "members" in r.entry.marks]
        return (
            any(e.number == "s" for e in own)
            and any(r.entry.number == "s" and not r.definite and not r.suffix for r in nouns)
            and not any(r.entry.pos == "verb" and r.entry.marks for r in self.language.readings(stream.norm[before]))
        )

    # ------------------------------------------------------------------ assignment

    def _assign(
        self,
        stream: Stream,
        first: int,
        last: int,
        names: Sequence[Named],
        counted: Sequence[_Phrase],
        governors: Sequence[_Governor],
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
        previous: _Phrase | None = None
        idle: _Phrase | None = None
        counted = self._tidy(stream, counted)
        starts = frozenset(p.first for p in counted)
        for phrase in counted:
            if (
                phrase.rule == "toll.named-person"
                and previous is not None
                and (
                    any(stream.norm[k] in self.sets["namely"] for k in range(previous.last, phrase.first))
                    or (
                        previous.rule in ("toll.dual", "toll.counted")
                        and all(k in self._covered for k in range(previous.last, phrase.first))
                    )
                )
            ):
                continue
            if phrase.rule == "toll.of-them" and self._released(stream, phrase, first):
                continue
            if phrase.first in inside_joint or any(
                p.rule == "toll.counted" and p.outcome and p.last == phrase.first and self._paired(stream, p, last)
                for p in counted
            ):
                continue
            marker = self._marker(stream, parts_from, phrase.first, previous, governors)
            majority = self._marker(stream, most_from, phrase.first, previous, governors)
            if (
                (marker is not None or majority is not None)
                and phrase.rule == "toll.plural"
                and out
                and not phrase.outcome
            ):
                out[-1] = self._include(out[-1], phrase.victims)
                continue
            if majority is not None and not phrase.outcome:
                continue
            bracket = phrase.first - 1 if phrase.first > first else phrase.first
            if phrase.rule == "toll.plural" and out and not phrase.outcome:
                opens = stream.norm[bracket] in self.sets["brackets"] and bracket - out[-1].last <= 1
                listed = bool(out[-1].includes) and phrase.first - out[-1].last <= 4
                if opens or (listed and self._joined(stream, phrase)):
                    out[-1] = self._include(out[-1], phrase.victims)
                    continue
            if marker is None and previous is not None and phrase.first - previous.last <= 2:
                named = phrase.first - 1
                marker = named if stream.norm[named] in self.sets["namely"] and named >= previous.last else None
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
            if chosen is None:
                idle = phrase if phrase.rule in _FIGURES else idle
                continue
            outcome, governor, rule = chosen
            if rule == "more-than" and phrase.low is not None and phrase.low == phrase.high:
                phrase = phrase._replace(low=phrase.low + 1, high=None)
            elif rule == "at-most" and phrase.low == phrase.high:
                phrase = phrase._replace(low=None)
            if part and total is not None and out[total].outcome not in (outcome, "KilledOrInjured"):
                part, total = False, None
            if rule == "right":
                spent.add(governor)
            if phrase.rule == "toll.plural" and outcome in _BY_PERSON and self._two(stream, phrase, governor):
                phrase = phrase._replace(high=2, rule="toll.dual")
            if phrase.rule == "toll.plural" and self._restates(stream, out, outcome, phrase):
                continue
            if phrase.rule == "toll.pronoun" and any(
                t.victims == phrase.victims and {t.outcome, outcome} <= {"Destroyed", "Damaged", t.outcome}
                for t in out
                if t.outcome == outcome or t.outcome not in HUMAN
            ):
                continue
            alone = phrase.rule in ("toll.one", "toll.definite-one")
            if alone and self._acts(stream, phrase, governor, counted, governors):
                lost = next((g for g in governors if g.at == governor), None)
                if lost is not None and lost.entry.lemma in self.sets["losing"]:
                    continue
            if phrase.rule == "toll.plural" and self._acts(stream, phrase, governor, counted, governors):
                continue
            if outcome == "Killed" and phrase.objects and self._sinks(stream, governor):
                outcome = "Destroyed"
            if outcome == "Injured" and phrase.objects and self._struck(stream, governor, phrase):
                outcome = "Damaged"
            if (outcome in HUMAN and phrase.objects) or (
                outcome in ("Destroyed", "Damaged") and phrase.victims and not phrase.objects
            ):
                continue
            totals = [t for t in out if not t.part and (t.outcome in HUMAN) == (outcome in HUMAN)]
            victims = phrase.victims or (
                totals[-1].victims
                if totals and phrase.rule in ("toll.others", "toll.quantity", "toll.ordinal-person")
                else ""
            )
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
        for marker in {*most_from, *parts_from} & set(phrases):
            self._include_groups(stream, out, marker, phrases[marker].last, last)
        return out

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
            out[k] = self._include(out[k], group)
            at += 1

    def _tidy(self, stream: Stream, counted: Sequence[_Phrase]) -> list[_Phrase]:
        """Without those that say what another counts: "54 women and children", "a family of five persons"."""
        kept: list[_Phrase] = []
        for phrase in counted:
            before = kept[-1] if kept else None
            follows = before is not None and phrase.first == before.last
            joined = stream.norm[phrase.first].startswith(self.sets["single_conjunctions_prefix"])
            if follows and not joined and phrase.rule in ("toll.one", "toll.ordinal-person"):
                continue
            if (
                before is not None
                and phrase.rule == "toll.one"
                and phrase.first == before.last
                and before.rule == "toll.counted"
                and (before.low or before.high or 0) > 10
                and {before.victims, phrase.victims} <= _GENERATIONS
            ):
                continue
            if (
                before is not None
                and before.rule == "toll.one"
                and phrase.first - before.last <= 4
                and any(stream.norm[k] in self.sets["composed"] for k in range(before.last, phrase.first))
            ):
                kept.pop()
            kept.append(phrase)
        return kept

    def _restates(self, stream: Stream, out: Sequence[Counted], outcome: str, phrase: _Phrase) -> bool:
        """Whether a bare plural only says again what became of those counted right before it."""
        near = bool(out) and out[-1].outcome == outcome and phrase.first - out[-1].last <= 3
        return near and not stream.norm[phrase.first].startswith(self.sets["single_conjunctions_prefix"])

    def _sinks(self, stream: Stream, governor: int) -> bool:
        """Whether the word for a death is one that also tells of the loss of a thing ("drowned", "sank")."""
        return any(r.entry.lemma in self.sets["sinking"] for r in self.language.readings(stream.norm[governor]))

    def _struck(self, stream: Stream, governor: int, phrase: _Phrase) -> bool:
        """Whether the word for harm is a passive verb, whose subject may be a thing."""
        return governor + 1 >= phrase.first and any(
            r.entry.voice == "passive" and r.entry.marks.get("outcome")
            for r in self.language.readings(stream.norm[governor])
        )

    def _two(self, stream: Stream, phrase: _Phrase, governor: int) -> bool:
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

    def _joined(self, stream: Stream, phrase: _Phrase) -> bool:
        """Whether a phrase begins with a conjunction."""
        return stream.norm[phrase.first].startswith(self.sets["single_conjunctions_prefix"])

    def _led(
        self, stream: Stream, phrase: _Phrase, previous: _Phrase | None, governors: Sequence[_Governor]
    ) -> _Governor | None:
        """The verb right before "three of them" that tells what became of these, not of the whole."""
        near = [
            g
            for g in governors
            if phrase.first - 2 <= g.at < phrase.first and (previous is None or g.at >= previous.last)
        ]
        ends = near[-1] if near else None
        return ends if ends is not None and (ends.entry.pos == "verb" or ends.outcome == "Missing") else None

    def _dead_of(self, stream: Stream, first: int, last: int, phrases: dict[int, Hit]) -> dict[int, tuple[str, int]]:
        """Positions of "among" before a plural of casualties ("among the dead of the blast"), with their outcome."""
        found: dict[int, tuple[str, int]] = {}
        for k in range(first, last - 1):
            if stream.norm[k] not in self.sets["between"]:
                continue
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

    def _shares(self, total: Counted, phrase: _Phrase) -> bool:
        """Whether a part without a word of its own has its total's outcome."""
        return not phrase.outcome and phrase.objects == (total.outcome not in HUMAN)

    def _acts(
        self,
        stream: Stream,
        phrase: _Phrase,
        governor: int,
        counted: Sequence[_Phrase],
        governors: Sequence[_Governor],
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
        after = next((p for p in counted if phrase.last <= p.first <= phrase.last + 8), None)
        if after is not None and after.objects != phrase.objects:
            return False
        return after is not None and not any(phrase.last <= x.at < after.first for x in governors)

    def _include(self, toll: Counted, victims: str) -> Counted:
        if not victims or victims in toll.includes:
            return toll
        return toll._replace(includes=(*toll.includes, victims))

    def _marker(
        self, stream: Stream, marks: Sequence[int], at: int, previous: _Phrase | None, governors: Sequence[_Governor]
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

    def _resumes(self, stream: Stream, previous: _Phrase, phrase: _Phrase) -> bool:
        """Whether "…, and 42 wounded" or "against 234 …" goes back to the level of the total."""
        between = range(previous.last, phrase.first + 1)
        return any(stream.norm[k] in self.sets["against_count"] for k in between)

    def _coordinated(self, stream: Stream, previous: _Phrase, phrase: _Phrase, governors: Sequence[_Governor]) -> bool:
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
        if phrase.rule == "toll.others" or others:
            joined = joined or any(stream.norm[k].startswith(self.sets["single_conjunctions_prefix"]) for k in gap)
        if not joined:
            return False
        if not any(stream.norm[k] in self.sets["against_count"] for k in gap) and any(
            "verb" in stream.marks[k]
            and stream.marks[k].keys().isdisjoint(("noun", "masdar"))
            and stream.norm[k - 1] not in self.sets["whose"]
            and not self._tells_age(stream, k)
            for k in gap
            if stream.kind[k] == "word" and k not in self._covered
        ):
            return False
        return phrase.first - previous.last <= 12

    def _tells_age(self, stream: Stream, k: int) -> bool:
        """Whether a verb only says how old someone is."""
        return any(word in self.sets["ages"] for word in stream.norm[k + 1 : k + 4])

    def _govern(
        self,
        stream: Stream,
        phrase: _Phrase,
        previous: _Phrase | None,
        governors: Sequence[_Governor],
        first: int,
        last: int,
        joint: Sequence[tuple[int, int]],
        starts: frozenset[int],
        spent: set[int],
    ) -> tuple[str, int, str] | None:
        """(outcome, position of its word, rule) or None."""
        for a, _b in joint:
            if (
                phrase.last <= a <= phrase.last + 12
                and not any(
                    phrase.last <= k < a and stream.kind[k] == "punct" and stream.norm[k] in self.sets["sentence_marks"]
                    for k in range(phrase.last, a)
                )
                and not (phrase.needs and any(phrase.last <= other < a for other in starts))
            ):
                return "KilledOrInjured", a, "joint"
        if phrase.outcome and phrase.rule == "toll.counted" and self._paired(stream, phrase, last):
            return "KilledOrInjured", phrase.first, "pair"
        if phrase.outcome in ("Detained", "Abducted", "Displaced") and self._released(stream, phrase, first):
            return None
        died = next((g for g in governors if g.first == phrase.last and g.entry.pos in ("verb", "phrase")), None)
        if died is not None and (died.joined or died.at + 1 in starts):
            died = None
        if phrase.outcome == "Injured" and died is not None and died.outcome == "Killed":
            return died.outcome, died.at, "right"
        if phrase.outcome:
            if phrase.rule == "toll.plural" and not self._brought(stream, phrase, first, last):
                return None
            return phrase.outcome, phrase.first, "own"
        beside = stream.norm[phrase.first].startswith(self.sets["single_conjunctions_prefix"])
        if phrase.first > first and self.language.strip_to(stream.norm[phrase.first - 1], self.sets["remaining"]):
            state = self._state(stream, phrase, last)
            if state is not None:
                return state
        left = [
            g
            for g in governors
            if g.at < phrase.first
            and (not g.object or (g.entry.pos == "masdar" and beside and g.at + 1 == phrase.first))
        ]
        if left:
            g = left[-1]
            gap = sum(1 for k in range(g.at + 1, phrase.first) if k not in self._taken)
            blocked = previous is not None and previous.first > g.at and not self._free(stream, previous, phrase)
            close = {"toll.one": 4, "toll.plural": 4, "toll.ordinal-person": 4, "toll.named-person": 10}
            reach = close.get(phrase.rule, 26 if g.definite_noun else self._REACH)
            acted = g.transitive and any(
                g.at < n.first and n.last <= phrase.first for n in self._names if n.sort != "place"
            )
            far = gap > (max(reach, 10) if acted else reach)
            apart = phrase.rule == "toll.named-person" and any(
                (
                    "verb" in stream.marks[k]
                    and "noun" not in stream.marks[k]
                    and k not in self._covered
                    and stream.norm[k] not in self.sets["called"]
                )
                or (stream.norm[k] in self.sets["relative"] and stream.norm[k].startswith(self.language.article))
                for k in range(g.at + 1, phrase.first)
            )
            if phrase.rule == "toll.plural" and g.entry.pos == "phrase" and beside:
                apart = True
            if not blocked and not far and not apart and not self._barrier(stream, g, phrase):
                if g.definite_noun and not self._counts(stream, g, phrase):
                    return None
                if g.definite_noun and stream.norm[g.at - 1] in self.sets["counting"]:
                    bound = self._bound(stream, g.at - 1, first)
                    if bound:
                        return g.outcome, g.at, bound
                pair = next(
                    (h for h in left[:-1] if g.at - h.at == 1 and {h.outcome, g.outcome} == {"Killed", "Injured"}), None
                )
                if pair is not None and not g.definite_noun and pair.at not in spent:
                    return "KilledOrInjured", pair.at, "left-joint"
                return g.outcome, g.at, "left"
        raised = any(
            stream.norm[k] in self.sets["reaching"]
            and ("count" in stream.marks[k - 1] or stream.norm[k - 1] in self.sets["raising"])
            for k in range(max(first + 1, phrase.first - 2), phrase.first)
        )
        counted = next(
            (
                g
                for g in governors
                if phrase.last <= g.at <= phrase.last + (14 if raised else 4) and self._is_number(stream, g)
            ),
            None,
        )
        if counted is not None and phrase.rule in ("toll.quantity", "toll.counted", "toll.unlisted-noun"):
            return counted.outcome, counted.at, "right-counted"
        forced = next(
            (
                g
                for g in governors
                if phrase.last < g.at <= phrase.last + 4
                and g.entry.pos == "masdar"
                and stream.norm[g.at - 1] in self.sets["forced_to"]
            ),
            None,
        )
        if forced is not None:
            return forced.outcome, forced.at, "right-forced"
        among = next(
            (
                g
                for g in governors
                if phrase.last < g.at <= phrase.last + 5
                and g.definite_noun
                and stream.norm[g.at - 1] in self.sets["between"]
                and all(k in self._numbers or self._person(stream, k) for k in range(phrase.last, g.at - 1))
            ),
            None,
        )
        if among is not None:
            return among.outcome, among.at, "right-among"
        if phrase.rule == "toll.named-person":
            return None
        state = self._state(stream, phrase, last)
        if state is not None:
            return state
        right = self._predicate(stream, phrase, governors, first, last, starts)
        if right is not None:
            after = next(
                (g for g in governors if g.at == right.at + 1 and {g.outcome, right.outcome} == {"Killed", "Injured"}),
                None,
            )
            if after is not None and (
                right.at + 2 < last
                and (
                    stream.kind[right.at + 2] == "number"
                    or right.at + 2 in starts
                    or stream.norm[right.at + 2] in self.sets["others"]
                )
            ):
                after = None
            return ("KilledOrInjured" if after else right.outcome), right.at, "right"
        return None

    def _is_number(self, stream: Stream, governor: _Governor) -> bool:
        """Whether a governor tells whose number was given: "the number of the dead", "… of those who died"."""
        if governor.definite_noun:
            return stream.norm[governor.at - 1] in self.sets["counting"]
        return (
            governor.entry.pos == "verb"
            and governor.at > 1
            and stream.norm[governor.at - 1] in self.sets["relative"]
            and stream.norm[governor.at - 2] in self.sets["counting"]
        )

    def _state(self, stream: Stream, phrase: _Phrase, last: int) -> tuple[str, int, str] | None:
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
                if hit.kind == "phrase" and hit.payload.marks.get("outcome") and remain:
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

    def _verbal(self, stream: Stream, phrase: _Phrase, governor: _Governor) -> bool:
        """Whether a governor after a count may be its verb; unvowelled, a passive looks like the verbal noun."""
        if governor.entry.pos in ("verb", "phrase"):
            return True
        opened = stream.norm[phrase.first - 1] in self.sets["that"] if phrase.first else True
        return opened and governor.at <= phrase.last + 2 and "verb" in stream.marks[governor.at]

    def _released(self, stream: Stream, phrase: _Phrase, first: int) -> bool:
        """Whether those held are being freed or exchanged, not taken."""
        return any(
            self.language.strip_to(stream.norm[k], self.sets["releasing"])
            or any(
                r.entry.pos in ("verb", "masdar") and r.entry.lemma in self.sets["frees"]
                for r in self.language.readings(stream.norm[k])
            )
            for k in range(max(first, phrase.first - 6), phrase.first)
        )

    def _paired(self, stream: Stream, phrase: _Phrase, last: int) -> bool:
        """Whether one number counts two outcomes: "dozens of dead and wounded", "20 dead and wounded"."""
        if phrase.last >= last or phrase.outcome not in ("Killed", "Injured"):
            return False
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
            ):
                return r.definite or r.entry.number == "s"
        return False

    def _brought(self, stream: Stream, phrase: _Phrase, first: int, last: int) -> bool:
        """Whether an uncounted plural of casualties is reported: by a word of consequence or falling, or in a pair."""
        if phrase.last < last and (
            stream.kind[phrase.last] == "number" or stream.norm[phrase.last] in self.sets["partitive"]
        ):
            return False
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

    def _free(self, stream: Stream, previous: _Phrase, phrase: _Phrase) -> bool:
        """Whether the governor over ``previous`` may reach on to ``phrase`` by coordination ("20 dead and 30 …")."""
        return False

    def _barrier(self, stream: Stream, governor: _Governor, phrase: _Phrase) -> bool:
        """Whether something between governor and count keeps them apart: another verb, a clause's start, a colon."""
        counts = governor.definite_noun and (
            stream.norm[phrase.first - 1] in self.sets["reaching"] or self._attached(stream, phrase.first)
        )
        for k in range(governor.at + 1, phrase.first):
            if k in self._taken:
                continue
            if stream.kind[k] == "punct":
                if stream.norm[k] in self.sets["sentence_marks"]:
                    return True
                if phrase.needs and phrase.rule in ("toll.plural", "toll.one") and phrase.first - k > 3:
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

    def _counts(self, stream: Stream, governor: _Governor, phrase: _Phrase) -> bool:
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

    def _attached(self, stream: Stream, position: int) -> bool:
        """Whether the word carries the particle "at, with" ("put the number at 100")."""
        return any(p == "in" for _, _, p, _ in self.language.strip(stream.norm[position]))

    def _predicate(
        self,
        stream: Stream,
        phrase: _Phrase,
        governors: Sequence[_Governor],
        first: int,
        last: int,
        starts: frozenset[int],
    ) -> _Governor | None:
        """The verb that a counted subject before it has ("that 47 persons, among them 30 civilians, were killed")."""
        opened = phrase.first == first or stream.norm[phrase.first - 1] in self.sets["that"]
        reach = 24 if opened and phrase.rule != "toll.one" else 7
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
            if "verb" in marks and "noun" not in marks and word not in self.sets["auxiliary"]:
                if not relative and stream.norm[k - 1] not in self.sets["auxiliary"]:
                    return None
                relative = False
        return None

    def _agrees(self, stream: Stream, phrase: _Phrase, governor: _Governor, starts: frozenset[int]) -> bool:
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
        # a singular verb after a plural subject opens a clause of its own
        return not (plural and governor.entry.number == "s" and phrase.low != 1 and governor.entry.gender == "m")

    def _subject(
        self, stream: Stream, governor: int, phrase: _Phrase, governors: Sequence[_Governor], names: Sequence[Named]
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

    def _of(self, phrase: _Phrase, names: Sequence[Named], stream: Stream) -> int | None:
        """The name right behind the counted noun: whose members they were."""
        for k, name in enumerate(names):
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
                        or "members" in stream.marks[p]
                        or "victim" in stream.marks[p]
                        or "adjective" in stream.marks[p]
                    )
                    for p in gap
                ):
                    return k
        return None
