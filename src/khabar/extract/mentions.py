"""What the stages of extraction hand to one another: mentions, tied to stream positions (``last`` exclusive)."""

from __future__ import annotations

from typing import NamedTuple

from khabar.language import ActorEntry, PlaceEntry, Reading

__all__ = ["OWN_FIGHTERS", "Named", "opened"]

OWN_FIGHTERS = "name.actor.own-fighters"
"""The rule that finds what a force calls its own men."""


class Named(NamedTuple):
    """A name, a definite noun that refers to one, or an unnamed source, as it stands in the text.

    ``sort`` is ``actor``, ``place``, ``either`` (a state or capital: context decides) or ``source``.
    """

    first: int
    last: int
    sort: str
    type: str
    """An actor kind or a place kind; may be empty for a reference."""
    name: str
    """The fullest surface form, without particles and quotes."""
    aliases: tuple[str, ...] = ()
    entry: ActorEntry | None = None
    places: tuple[PlaceEntry, ...] = ()
    conjunction: str = ""
    preposition: str = ""
    head: str = ""
    """Lemma of the generic noun that opens the name, if any."""
    reference: bool = False
    """A definite noun alone, to be resolved to an earlier name."""
    rule: str = ""
    parent: int | None = None
    """Index (in the article's list) of the place this one lies in, where the name itself says so."""
    others: tuple[ActorEntry, ...] = ()
    """Further actors of the lexicon that an ambiguous name may mean."""


def opened(
    reading: Reading,
    first: int,
    last: int,
    sort: str,
    kind: str,
    name: str,
    *,
    aliases: tuple[str, ...] = (),
    entry: ActorEntry | None = None,
    places: tuple[PlaceEntry, ...] = (),
    reference: bool = False,
    rule: str,
) -> Named:
    """A name that a generic noun opens: its particles and its lemma are those of the noun's reading."""
    return Named(
        first,
        last,
        sort,
        kind,
        name,
        aliases,
        entry,
        places,
        reading.conjunction,
        reading.preposition,
        reading.entry.lemma,
        reference,
        rule,
    )
