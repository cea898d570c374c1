"""The values that pass between the stages: frozen, comparable, free of RDF and of any language.

Offsets are Unicode code points into the original text, start inclusive, end exclusive, everywhere.
``Report`` is the hinge of the house: whatever returns one is an extractor, whatever reads one is an output.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Literal

__all__ = [
    "ACTOR_KINDS",
    "ARTICLE",
    "EVENT_TYPES",
    "MODALITIES",
    "OUTCOMES",
    "PLACE_KINDS",
    "Actor",
    "Article",
    "Claim",
    "ClaimRelation",
    "Event",
    "Evidence",
    "Metadata",
    "Place",
    "Relation",
    "Report",
    "Span",
    "Toll",
    "When",
]

ActorKind = Literal["Person", "ArmedForce", "Government", "Organization", "MediaOutlet", "UnnamedSource"]
ACTOR_KINDS: tuple[str, ...] = ("Person", "ArmedForce", "Government", "Organization", "MediaOutlet", "UnnamedSource")
PLACE_KINDS: tuple[str, ...] = (
    "country", "governorate", "district", "city", "town", "village", "camp", "neighbourhood", "facility", "region",
    "other",
)  # fmt: skip
EVENT_TYPES: tuple[str, ...] = (
    "AirStrike", "Shelling", "GuidedMissile", "VehicleBomb", "SuicideAttack", "Explosion", "Clash", "Offensive",
    "Capture", "Withdrawal", "Shooting", "ChemicalAttack", "Abduction", "Detention", "Displacement", "Siege",
    "Agreement", "Protest", "Aid", "Destruction", "Cyber", "Statement", "Other",
)  # fmt: skip
OUTCOMES: tuple[str, ...] = (
    "Killed", "Injured", "KilledOrInjured", "Displaced", "Detained", "Abducted", "Missing", "Surrendered", "Destroyed",
    "Damaged",
)  # fmt: skip
MODALITIES: tuple[str, ...] = ("Asserted", "Preliminary", "Alleged", "Planned", "Expected", "Denied")

ARTICLE = "article"
"""The claimant id of unattributed narration where no publisher is known."""


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range of code points of the original text: ``text[start:end]``."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise ValueError(f"span must satisfy 0 <= start < end, got {self.start}..{self.end}")

    def overlaps(self, other: Span) -> bool:
        """Whether the two ranges share at least one code point."""
        return self.start < other.end and other.start < self.end

    def covers(self, other: Span) -> bool:
        """Whether every code point of ``other`` lies in this range."""
        return self.start <= other.start and other.end <= self.end


@dataclass(frozen=True, slots=True, order=True)
class Evidence:
    """A span and the words that stand there: ``text[span.start:span.end] == quote``, always."""

    span: Span
    quote: str


@dataclass(frozen=True, slots=True)
class Metadata:
    """What is known of an article beside its text; unknown stays ``None``."""

    title: str | None = None
    author: str | None = None
    outlet: str | None = None
    published: date | None = None
    language: str | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Article:
    """The text's description: no text in it beyond the title.

    ``length`` is in code points, ``sha256`` over the UTF-8 text as read. ``outlet`` is the id of the publishing actor,
    ``author`` that of the writing person; ``dateline`` the id of a place.
    """

    length: int
    sha256: str
    key: str
    """What the article's IRI is minted from: stable under small edits (URL, or outlet, date and opening words)."""
    metadata: Metadata = field(default_factory=Metadata)
    outlet: str | None = None
    author: str | None = None
    dateline: str | None = None


@dataclass(frozen=True, slots=True)
class Actor:
    """Who acts or speaks. ``ref`` is the lexicon's id where the actor is listed there, shared by all articles."""

    id: str
    kind: str
    names: tuple[str, ...]
    """Surface names, the fullest first, without attached particles and scare quotes."""
    evidence: tuple[Evidence, ...]
    rule: str
    ref: str | None = None
    label_en: str | None = None
    same_as: tuple[str, ...] = ()
    """Absolute IRIs (Wikidata …), only where the identity is certain."""


@dataclass(frozen=True, slots=True)
class Place:
    """A named place. ``within`` holds ids of places of the report; coordinates are WGS 84 decimal degrees."""

    id: str
    kind: str
    names: tuple[str, ...]
    evidence: tuple[Evidence, ...]
    rule: str
    within: tuple[str, ...] = ()
    ref: str | None = None
    label_en: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    precision: str | None = None
    """How exact the coordinates are.

    ``point`` (a settlement or facility), ``centroid`` (of an area), ``parent`` (of what contains it).
    """
    same_as: tuple[str, ...] = ()
    identifiers: tuple[str, ...] = ()
    """Codes such as ``P-code SY1202``: ``scheme:value`` strings, e.g. ``pcode:SY1202``, ``geonames:170794``."""
    country: str | None = None
    """ISO 3166-1 alpha-2 code of the country it lies in, where the gazetteer knows it."""


@dataclass(frozen=True, slots=True)
class When:
    """When something happened: inclusive bounds, each only as far as the text and the publication date allow.

    ``partial`` keeps what can be said without a year or a publication date: an xsd:gMonthDay (``--01-29``), an
    xsd:gMonth (``--01``) or an English weekday (``Monday``). ``words`` is the expression as written.
    """

    earliest: date | None = None
    latest: date | None = None
    words: tuple[str, ...] = ()
    partial: str | None = None


@dataclass(frozen=True, slots=True)
class Event:
    """One happening as reported. ``agents``, ``targets`` (actors or places) and ``places`` hold ids of the report."""

    id: str
    types: tuple[str, ...]
    evidence: tuple[Evidence, ...]
    rule: str
    agents: tuple[str, ...] = ()
    targets: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    when: When = field(default_factory=When)
    instruments: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Toll:
    """A counted outcome inside a claim; ``minimum`` and ``maximum`` are inclusive, ``None`` where unbounded."""

    id: str
    outcome: str
    minimum: int | None
    maximum: int | None
    words: str
    """The words of the quantity as written."""
    evidence: tuple[Evidence, ...]
    rule: str
    approximate: bool = False
    victims: str | None = None
    """Concept of who or what was counted: ``civilians``, ``children``, ``vehicles`` …"""
    of: str | None = None
    """Id of the actor whose fighters were counted."""
    includes: tuple[str, ...] = ()
    part_of: str | None = None
    """Id of the toll of which this one is a stated part."""


@dataclass(frozen=True, slots=True)
class Claim:
    """One speaker's account of one happening; ``claimant``: an actor's id or ``ARTICLE``; ``via``: who relayed it."""

    id: str
    claimant: str
    modality: str
    evidence: tuple[Evidence, ...]
    rule: str
    events: tuple[str, ...] = ()
    tolls: tuple[Toll, ...] = ()
    via: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Relation:
    """A standing relation the article states.

    ``ledBy``, ``supportedBy``, ``affiliatedWith``, ``controlledBy`` or ``spokespersonFor``.
    """

    kind: str
    subject: str
    object: str
    evidence: tuple[Evidence, ...]
    rule: str


@dataclass(frozen=True, slots=True)
class ClaimRelation:
    """A computed relation of two claims (``contradicts``, ``updates``, ``repeats``, ``denies``) and its rule."""

    kind: str
    subject: str
    object: str
    rule: str


@dataclass(frozen=True, slots=True)
class Report:
    """All that one article reports. Tuples are in order of first mention; ids are unique within the report."""

    article: Article
    actors: tuple[Actor, ...] = ()
    places: tuple[Place, ...] = ()
    events: tuple[Event, ...] = ()
    claims: tuple[Claim, ...] = ()
    relations: tuple[Relation, ...] = ()
    claim_relations: tuple[ClaimRelation, ...] = ()
    software: str = "khabar"
    version: str = "0"
    rules_version: str = "0"
