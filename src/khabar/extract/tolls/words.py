"""What the parts of the toll finder share: a toll, what is counted, what governs it, single words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from khabar.extract.mentions import Named
from khabar.language import Entry, Language, Memory, Reading
from khabar.match.stream import Stream

__all__ = [
    "BUILDINGS",
    "BY_PERSON",
    "COUNTED",
    "FIGURES",
    "GENERATIONS",
    "GOVERNING",
    "HUMAN",
    "Counted",
    "Governor",
    "Phrase",
    "Words",
]

HUMAN = frozenset(
    {"Killed", "Injured", "KilledOrInjured", "Displaced", "Detained", "Abducted", "Missing", "Surrendered"}
)

GOVERNING = frozenset({"light", "rescue", "verb", "outcome", "moves"})
"""Classes of words that may govern a toll."""

COUNTED = frozenset({"victim", "object", "outcome"})
"""Classes of nouns that can be counted in a toll."""

BY_PERSON = frozenset({"Killed", "Injured", "Abducted", "Detained"})
"""Outcomes told of persons one by one, so that a plural written like a dual is a dual."""

FIGURES = frozenset({"toll.counted", "toll.quantity", "toll.unlisted-noun", "toll.dual"})
"""Rules of phrases that give a figure."""

GENERATIONS = frozenset({"men", "women", "children", "elderly", "infants"})
"""Victims that one number may count together."""

BUILDINGS = frozenset({"buildings", "houses", "bridges", "mosques", "schools", "headquarters", "depots", "tunnels"})
"""What is destroyed by being blown up; other things blown up are what explodes."""


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


class Phrase(NamedTuple):
    """Something counted: a noun with its number, a dual, one person, an uncounted plural, a number alone."""

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


class Governor(NamedTuple):
    """A word or fixed phrase that says what became of those counted."""

    at: int
    outcome: str
    transitive: bool
    entry: Entry
    definite_noun: bool = False
    """Whether it is a plural whose number is told ("the number of the dead")."""
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


class Words:
    """The language, the sentence at hand, and how single words of it are read."""

    def __init__(self, language: Language) -> None:
        self.language = language
        self.sets = language.sets
        self._taken: frozenset[int] = frozenset()
        self._names: Sequence[Named] = ()
        self._begins: frozenset[int] = frozenset()
        self._numbers: frozenset[int] = frozenset()
        self._covered: frozenset[int] = frozenset()
        self._uncounted = frozenset().union(
            *(
                self.sets[name]
                for name in ("one_of_them", "others_plural", "others_two", "another_one", "persons_by_ordinal")
            )
        )
        """Words of no lexicon's class that tell of persons without a number."""
        self._uncounted |= {
            prefix + word
            for prefix in (language.article, *self.sets["single_conjunctions_prefix"])
            for word in self.sets["persons_by_ordinal"]
        }
        self._another = {
            conjunction + word
            for conjunction in self.sets["single_conjunctions_prefix"]
            for word in self.sets["another_one"] | self.sets["persons_by_ordinal"]
        }
        """The words for "and another"."""
        self._outcomes = Memory(self._outcome_of)
        self._nouns = Memory(self._noun_of)

    def _outcome(self, stream: Stream, i: int) -> Reading | None:
        """The reading of ``i`` that carries an outcome; a verb or verbal noun before a plain noun."""
        return self._outcomes[stream.norm[i]] if "outcome" in stream.marks[i] else None

    def _outcome_of(self, word: str) -> Reading | None:
        readings = [r for r in self.language.readings(word) if r.entry.marks.get("outcome")]
        if not readings:
            return None
        people = any(
            r.entry.pos == "noun" and "victim" in r.entry.marks and not r.conjunction
            for r in self.language.readings(word)
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

    def _countable(self, stream: Stream, j: int) -> Reading | None:
        """The reading of ``j`` as a noun of what can be counted."""
        return self._nouns[stream.norm[j]] if stream.kind[j] == "word" else None

    def _noun_of(self, word: str) -> Reading | None:
        classes = ("victim", "object", "outcome", "measure", "event", "instrument", "place", "statement", "age")
        found = [
            r
            for r in self.language.readings(word)
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

    def _person(self, stream: Stream, j: int) -> bool:
        """Whether a noun for a person or thing that can be counted stands at ``j``."""
        noun = self._countable(stream, j)
        return noun is not None and not COUNTED.isdisjoint(noun.entry.marks)

    def _attached(self, stream: Stream, position: int) -> bool:
        """Whether the word carries the particle "at, with" ("put the number at 100")."""
        return any(p == "in" for _, _, p, _ in self.language.strip(stream.norm[position]))

    def _joined(self, stream: Stream, phrase: Phrase) -> bool:
        """Whether a phrase begins with a conjunction."""
        return stream.norm[phrase.first].startswith(self.sets["single_conjunctions_prefix"])
