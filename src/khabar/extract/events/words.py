"""Types of happening and their families; the mention of an event."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from khabar.language import Reading

__all__ = [
    "ATTACKS",
    "FAMILY",
    "IN_ATTACKS",
    "LOCAL",
    "MUTUAL",
    "OBJECT_TYPES",
    "TAKING",
    "TOWNS",
    "EventMention",
    "Trigger",
    "families",
]

FAMILY: dict[str, str] = {
    "AirStrike": "bombardment",
    "Shelling": "bombardment",
    "GuidedMissile": "bombardment",
    "ChemicalAttack": "bombardment",
    "VehicleBomb": "blast",
    "SuicideAttack": "blast",
    "Explosion": "blast",
    "Clash": "combat",
    "Offensive": "combat",
    "Capture": "combat",
    "Withdrawal": "combat",
    "Shooting": "combat",
    "Siege": "combat",
    "Abduction": "custody",
    "Detention": "custody",
    "Agreement": "talk",
    "Statement": "speech",
}
"""Families of event types that accounts of one happening mix."""
OBJECT_TYPES = frozenset({"Detention", "Abduction", "Shooting", "Capture", "Siege", "Destruction"})
TAKING = frozenset({"Detention", "Abduction"})
MUTUAL = frozenset({"Clash", "Agreement"})
"""What several do to each other, so that "it" is none of them."""
LOCAL = frozenset({"Clash", "Explosion", "VehicleBomb", "SuicideAttack"})
"""What is known by the town where it happened ("the Kabul bombing")."""
ATTACKS = frozenset(
    {
        "AirStrike",
        "Shelling",
        "GuidedMissile",
        "ChemicalAttack",
        "VehicleBomb",
        "SuicideAttack",
        "Explosion",
        "Clash",
        "Offensive",
        "Shooting",
        "Other",
    }
)
"""Types that a word for an attack of no stated kind may turn out to mean."""
IN_ATTACKS = ATTACKS | {"Destruction", "Cyber", "Abduction"}
"""These, and what attackers do besides."""
TOWNS = frozenset({"country", "governorate", "district", "city", "town", "village"})


def families(types: Iterable[str]) -> set[str]:
    """The families of event types; a type that is in none stands for itself."""
    return {FAMILY.get(t, t) for t in types}


class EventMention(NamedTuple):
    """One mention of a happening: indices refer to the sentence's names, positions to the stream."""

    first: int
    last: int
    clause: tuple[int, int]
    types: tuple[str, ...]
    vague: bool
    definite: bool
    """Named by a definite noun alone, as one speaks of what was told before."""
    triggers: tuple[int, ...]
    agents: tuple[int, ...]
    targets: tuple[int, ...]
    places: tuple[int, ...]
    nationality: int | None
    """Position of the adjective of nationality, where that alone says who did it."""
    instruments: tuple[str, ...]
    negated: bool
    intended: bool
    soft: bool
    """Bombardment of a kind that the word leaves open: a later word may tell it."""
    pronoun: bool
    """A finite verb without a subject of its own: whoever acted before."""
    both: bool
    """Done by "the two sides" spoken of before."""
    own: bool
    """Done by "its forces", "his men": whoever speaks or was spoken of."""
    rule: str
    helpers: tuple[int, ...] = ()
    """Forces with whose support it was done: agents beside whoever did it."""


class Trigger(NamedTuple):
    """A word or phrase that tells of a happening: its positions in the stream, and how it tells it."""

    first: int
    last: int
    types: tuple[str, ...]
    vague: bool
    definite: bool
    form: str
    """``verb``, ``noun``, ``masdar``, ``phrase``, ``instrument`` or ``outcome``."""
    instrument: str
    light: int | None
    passive: bool
    reading: Reading | None
