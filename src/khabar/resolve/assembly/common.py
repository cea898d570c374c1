"""Kinds of happening and victims, drafts of claims and the finders: what the steps of the assembly share."""

from __future__ import annotations

from dataclasses import dataclass

from khabar.extract.attribution import AttributionFinder
from khabar.extract.dates import Calendar
from khabar.extract.events import ATTACKS, EventFinder
from khabar.extract.names import NameFinder, Repeats
from khabar.extract.quantities import QuantityGrammar
from khabar.extract.tolls import Counted, TollFinder
from khabar.extract.voices import VoiceFinder
from khabar.language import Language
from khabar.resolve.discourse import Sentence
from khabar.resolve.happenings import Happening

__all__ = [
    "HARMLESS",
    "HOST_REACH",
    "LETHAL",
    "PERIOD",
    "QUOTE_WORDS",
    "RETOLD",
    "STRUCK",
    "Draft",
    "Tools",
    "told_last",
]

QUOTE_WORDS = 12
PERIOD = 6
"""Days, less one, that make a period of which a total is told."""
HOST_REACH = 16
"""As many words may stand between a happening and that in whose course it came."""
HARMLESS = frozenset({"Agreement", "Aid", "Protest", "Statement"})
LETHAL = frozenset({"Killed", "Injured", "KilledOrInjured"})
RETOLD = ATTACKS - {"ChemicalAttack"}
"""Types of what happened once, which a voice may tell again without saying so."""
STRUCK = ATTACKS - {"Offensive", "ChemicalAttack"}
"""Types of attack whose targets are told by whom they harmed."""


@dataclass(slots=True)
class Draft:
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


def told_last(happening: Happening) -> tuple[int, int]:
    """A key by which happenings stand in the order of their last telling."""
    return happening.sentence, happening.number
