"""Namespaces, the vocabulary that graphs may use, and the minting of every IRI.

This is the only module that makes an IRI. IRIs are minted from content, never from offsets or counters, so the same
text gives the same IRIs everywhere and a small edit renames little; all of them are ASCII.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable
from functools import cache, lru_cache
from typing import Final, NamedTuple
from urllib.parse import urlsplit

from khabar.errors import OutputError
from khabar.model import ACTOR_KINDS, EVENT_TYPES, MODALITIES, OUTCOMES, PLACE_KINDS, Article

__all__ = [
    "ACTOR_CLASSES",
    "CLAIM_RELATIONS",
    "DEFAULT_BASE",
    "GEO",
    "INSTRUMENTS",
    "KHB",
    "OA",
    "PARTIAL_DAY",
    "PARTIAL_MONTH",
    "PLACE_KIND_CONCEPTS",
    "PRECISIONS",
    "PREFIXES",
    "PROV",
    "RDF",
    "RDFS",
    "RELATIONS",
    "SCHEMA",
    "SKOS",
    "TERMS",
    "VICTIMS",
    "XSD",
    "Description",
    "Literal",
    "Minter",
    "Term",
    "Triple",
    "article_slug",
    "check_base",
    "check_iri",
    "concept_name",
    "instrument_concept",
    "khb",
    "victims_concept",
]

KHB: Final = "https://w3id.org/khabar/ontology#"
RDF: Final = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
RDFS: Final = "http://www.w3.org/2000/01/rdf-schema#"
XSD: Final = "http://www.w3.org/2001/XMLSchema#"
SKOS: Final = "http://www.w3.org/2004/02/skos/core#"
SCHEMA: Final = "https://schema.org/"
PROV: Final = "http://www.w3.org/ns/prov#"
OA: Final = "http://www.w3.org/ns/oa#"
GEO: Final = "http://www.opengis.net/ont/geosparql#"
DCTERMS: Final = "http://purl.org/dc/terms/"
SEM: Final = "http://semanticweb.cs.vu.nl/2009/11/sem/"
OWL: Final = "http://www.w3.org/2002/07/owl#"
SH: Final = "http://www.w3.org/ns/shacl#"

PREFIXES: Final[dict[str, str]] = {
    "khb": KHB,
    "schema": SCHEMA,
    "prov": PROV,
    "oa": OA,
    "geo": GEO,
    "skos": SKOS,
    "dcterms": DCTERMS,
    "sem": SEM,
    "owl": OWL,
    "sh": SH,
    "rdf": RDF,
    "rdfs": RDFS,
    "xsd": XSD,
}
"""The prefixes of written graphs, in the order in which they are declared; unused ones are left out."""

DEFAULT_BASE: Final = "https://w3id.org/khabar/id/"
"""Where instances live unless ``--base-iri`` says otherwise."""

ACTOR_CLASSES: Final[tuple[str, ...]] = ACTOR_KINDS
"""Local names of the subclasses of khb:Actor; an actor has khb:Actor and exactly one of these as its types."""

PRECISIONS: Final[dict[str, str]] = {
    "point": "PointPrecision",
    "centroid": "CentroidPrecision",
    "parent": "ParentPrecision",
}
"""``Place.precision`` → local name of its concept."""

PLACE_KIND_CONCEPTS: Final[dict[str, str]] = {
    kind: "OtherPlace" if kind == "other" else kind.capitalize() for kind in PLACE_KINDS
}
"""``Place.kind`` → local name of its concept; "other" is OtherPlace, since khb:Other is an event type."""

RELATIONS: Final[tuple[str, ...]] = ("ledBy", "supportedBy", "affiliatedWith", "controlledBy", "spokespersonFor")
CLAIM_RELATIONS: Final[tuple[str, ...]] = ("contradicts", "updates", "repeats", "denies")

VICTIMS: Final[tuple[str, ...]] = (
    # people
    "people", "civilians", "fighters", "soldiers", "police", "officers", "commanders", "guards", "recruits", "children",
    "women", "men", "boys", "girls", "infants", "elderly", "students", "teachers", "medics", "patients", "rescuers",
    "journalists", "activists", "aid workers", "peacekeepers", "workers", "farmers", "shepherds", "fishermen",
    "merchants", "drivers", "passengers", "pilgrims", "worshippers", "protesters", "prisoners", "hostages", "refugees",
    "displaced people", "migrants", "settlers", "foreigners", "families", "family members", "tribesmen", "pilots",
    "judges", "officials", "politicians", "clerics", "lawyers", "suspects",
    # things
    "vehicles", "tanks", "aircraft", "drones", "vessels", "weapons", "launchers", "missiles", "depots", "positions",
    "headquarters", "training camps", "tents", "houses", "buildings", "shops", "markets", "schools", "hospitals",
    "mosques", "churches", "bridges", "roads", "farms", "livestock", "wells", "power stations", "factories",
    "villages", "camps", "tunnels", "bases", "mines", "explosives",
)  # fmt: skip
"""Who or what a toll counts: short English nouns; each has a concept named by ``concept_name``."""

INSTRUMENTS: Final[tuple[str, ...]] = (
    "aerial bomb", "air defence missile", "anti-tank missile", "artillery shell", "ballistic missile", "barrel bomb",
    "bladed weapon", "car bomb", "chemical munition", "chlorine", "cluster munition", "cruise missile", "drone",
    "explosive belt", "explosive device", "fighter aircraft", "fire", "grenade", "guided missile", "gunfire",
    "heavy machine gun", "helicopter", "incendiary munition", "landmine", "live ammunition", "malware", "missile",
    "mortar shell", "motorcycle bomb", "naval gun", "rocket", "rubber bullet", "sarin", "small arms", "sniper rifle",
    "tank", "tear gas", "thermobaric weapon", "toxic gas", "unexploded ordnance", "unidentified projectile", "warship",
    "white phosphorus",
)  # fmt: skip
"""With what an attack was made: short English nouns; each has a concept named by ``instrument_concept``."""


def concept_name(noun: str) -> str:
    """Return the local name of a concept from an English noun phrase: ``aid workers`` → ``AidWorkers``.

    >>> concept_name("family members")
    'FamilyMembers'
    """
    return "".join(word[:1].upper() + word[1:] for word in re.findall(r"[A-Za-z0-9]+", noun))


def _instrument_name(noun: str) -> str:
    """Local name of an instrument's concept; those that share their noun with another concept end in ``Weapon``."""
    name = concept_name(noun)
    return f"{name}Weapon" if name in _TAKEN else name


_TAKEN: Final = frozenset(
    (*EVENT_TYPES, *OUTCOMES, *MODALITIES, *PLACE_KIND_CONCEPTS.values(), *map(concept_name, VICTIMS))
)
_VICTIM_NAMES: Final = {key: concept_name(noun) for noun in VICTIMS for key in (noun, concept_name(noun))}
_INSTRUMENT_NAMES: Final = {
    key: _instrument_name(noun) for noun in INSTRUMENTS for key in (noun, concept_name(noun), _instrument_name(noun))
}


@lru_cache(maxsize=5_000)
def victims_concept(noun: str) -> str | None:
    """Return the IRI of the concept for a noun of ``VICTIMS`` (or its CamelCase form), or None where there is none."""
    name = _VICTIM_NAMES.get(noun) or _VICTIM_NAMES.get(concept_name(noun))
    return KHB + name if name else None


@lru_cache(maxsize=5_000)
def instrument_concept(noun: str) -> str | None:
    """Return the IRI of the concept for a noun of ``INSTRUMENTS`` (or its CamelCase form), or None."""
    name = _INSTRUMENT_NAMES.get(noun) or _INSTRUMENT_NAMES.get(concept_name(noun))
    return KHB + name if name else None


CLASSES: Final[tuple[str, ...]] = (
    "Article", "Actor", *ACTOR_CLASSES, "Place", "Event", "Claim", "Toll", "Mention", "Extraction", "ActorRelation",
    "ClaimRelation", "Incident", "EventLink",
)  # fmt: skip
PROPERTIES: Final[tuple[str, ...]] = (
    # article and run
    "sha256", "length", "dateline", "rulesVersion",
    # places
    "placeKind", "within", "precision", "countryCode",
    # events
    "eventType", "agent", "target", "place", "earliest", "latest", "dateText", "partialDate", "instrument",
    "instrumentNoun",
    # claims and tolls
    "claimant", "via", "describes", "modality", "states", "outcome", "min", "max", "approximate", "words", "victims",
    "victimsNoun", "of", "includes", "includesNoun", "partOf",
    # everything
    "evidence", "rule",
    # relations
    *RELATIONS, *CLAIM_RELATIONS, "relationSubject", "relationProperty", "relationObject",
    # across articles
    "reprintOf", "similarity", "member", "link", "linkedEvent", "score", "ground", "decision",
)  # fmt: skip
CONCEPTS: Final[tuple[str, ...]] = (
    *EVENT_TYPES, *OUTCOMES, *MODALITIES, *PLACE_KIND_CONCEPTS.values(), *PRECISIONS.values(),
    *dict.fromkeys(_VICTIM_NAMES.values()), *dict.fromkeys(_INSTRUMENT_NAMES.values()),
)  # fmt: skip
TERMS: Final[frozenset[str]] = frozenset((*CLASSES, *PROPERTIES, *CONCEPTS))
"""Local names of every ``khb:`` term that a graph may hold; the ontology declares each."""

PARTIAL_DAY: Final = re.compile(r"--(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])")
"""xsd:gMonthDay without a time zone."""
PARTIAL_MONTH: Final = re.compile(r"--(0[1-9]|1[0-2])")
"""xsd:gMonth without a time zone."""


@cache
def khb(name: str) -> str:
    """Return the IRI of a term of the ontology.

    Raises ``ValueError``: ``name`` is no term of the vocabulary (a misspelling would otherwise reach users).
    """
    if name not in TERMS:
        raise ValueError(f"khb:{name} is not a term of the vocabulary (see khabar/rdf/terms.py)")
    return KHB + name


# ------------------------------------------------------------------------------------------------- IRIs

_FORBIDDEN = re.compile(r"[\x00-\x20<>\"{}|^`\\\x7f-\x9f\ud800-\udfff]")
_ALLOWED = r"[^\x00-\x20<>\"{}|^`\\\x7f-\x9f\ud800-\udfff%]*+"
_IRI = re.compile(rf"[A-Za-z][A-Za-z0-9+.-]*+:{_ALLOWED}(?:%[0-9A-Fa-f]{{2}}{_ALLOWED})*+")
_BAD_PERCENT = re.compile(r"%(?![0-9A-Fa-f]{2})")
_UNSAFE_REF = re.compile(r"[^A-Za-z0-9_.-]+")


def check_iri(iri: str) -> str:
    """Return ``iri`` unchanged if it may stand in a graph: absolute, no characters that RFC 3987 forbids.

    Raises ``ValueError``: it may not.
    """
    if not _IRI.fullmatch(iri):
        raise ValueError(f"not an absolute IRI: {iri!r}")
    return iri


@lru_cache(maxsize=100)
def check_base(base: str) -> str:
    """Return ``base`` if instances can be minted under it: an absolute http, https or urn IRI, ending with / # or :.

    Raises ``OutputError``: it cannot serve, and why.
    """

    def refuse(why: str) -> OutputError:
        return OutputError(f"base IRI {base!r} {why}; give one such as {DEFAULT_BASE}")

    if _FORBIDDEN.search(base) or not base.isascii():
        raise refuse("holds spaces, controls, non-ASCII or other characters that an IRI must not hold")
    try:
        parts = urlsplit(base)
        _ = parts.port
    except ValueError as error:
        raise refuse(f"is not a valid IRI ({error})") from None
    if _BAD_PERCENT.search(base) or "[" in base or "]" in base:
        raise refuse("is not a valid IRI")
    if parts.scheme not in {"http", "https", "urn"}:
        raise refuse("is not an absolute http, https or urn IRI")
    if parts.scheme == "urn":
        if not re.fullmatch(r"urn:[A-Za-z0-9][A-Za-z0-9-]{0,30}[A-Za-z0-9]:[^?#]*[/:]", base):
            raise refuse("is not a URN that ends with / or : (urn:example:archive:)")
        return base
    if not parts.hostname or "%" in parts.netloc:
        raise refuse("has no host")
    if parts.query or "?" in base:
        raise refuse("has a query part")
    if parts.fragment or "#" in base[:-1]:
        raise refuse("has a fragment")
    if not base.endswith(("/", "#")):
        raise refuse("does not end with / or #")
    return base


def digest(*parts: str, length: int = 8) -> str:
    """Return the first ``length`` hexadecimal digits of the SHA-256 over the parts, joined by U+001F, in UTF-8."""
    joined = "\x1f".join(parts).encode("utf-8", "surrogatepass")
    return hashlib.sha256(joined).hexdigest()[:length]


def article_slug(article: Article) -> str:
    """Return the last part of an article's IRI: publication date and a hash of its key: ``2019-02-11-3fa9c1d2e0``."""
    published = article.metadata.published
    return f"{published.isoformat() if published else 'undated'}-{digest(article.key, length=10)}"


class Literal(NamedTuple):
    """An RDF literal: a lexical form with a language tag (lower case) or a datatype IRI, or neither (xsd:string)."""

    value: str
    language: str = ""
    datatype: str = ""


Term = str | Literal
"""An absolute IRI, as a plain string, or a literal. There are no blank nodes here."""
Triple = tuple[str, str, Term]


class Description(NamedTuple):
    """One subject with its properties, both in the order in which a person wants to read them."""

    subject: str
    properties: tuple[tuple[str, tuple[Term, ...]], ...]


class Minter:
    """Mints the IRIs of one article's graph; remembers them, so that two things never share one.

    Call it in order of first mention: where two things would get the same IRI the later ones end in -2, -3, ….
    """

    __slots__ = ("_used", "article", "base", "scope")

    def __init__(self, base: str, article: Article) -> None:
        """Take a base that ``check_base`` accepts and the article whose graph is being made."""
        self.base = base
        self.article = f"{base}article/{article_slug(article)}"
        self.scope = f"{self.article}/"
        self._used: set[str] = {self.article}

    def _unique(self, iri: str) -> str:
        candidate, number = iri, 1
        while candidate in self._used:
            number += 1
            candidate = f"{iri}-{number}"
        self._used.add(candidate)
        return candidate

    def scoped(self, kind: str, *content: str) -> str:
        """Return a new IRI below the article: ``…/claim-1a2b3c4d`` from the kind and the content that identifies it."""
        named = hashlib.sha256("\x1f".join(content).encode("utf-8", "surrogatepass")).hexdigest()  # as ``digest`` does
        candidate = f"{self.scope}{kind}-{named[:8]}"
        if candidate in self._used:
            return self._unique(candidate)
        self._used.add(candidate)
        return candidate

    def named(self, name: str) -> str:
        """Return a new IRI below the article with a fixed name: ``…/extraction``."""
        return self._unique(self.scope + name)

    def shared(self, kind: str, ref: str | None, *content: str) -> str:
        """Return the IRI of an actor or place: shared by all articles if a lexicon lists it, else its own."""
        if ref:
            iri = f"{self.base}{kind}/{_ref_slug(ref)}"
            if iri not in self._used:
                self._used.add(iri)
                return iri
        return self.scoped(kind, *content)


def _ref_slug(ref: str) -> str:
    """A lexicon's id as the last part of an IRI; ids that are not plain ASCII names keep apart by a hash."""
    slug = _UNSAFE_REF.sub("-", ref).strip("-.")
    return slug if slug == ref else f"{slug}-{digest(ref)}".lstrip("-")


def local_prefixes(base: str, articles: Iterable[str]) -> dict[str, str]:
    """Return the prefixes of instances: ``this:`` for what is below the article where there is but one."""
    scopes = list(articles)
    found = {"this": f"{scopes[0]}/"} if len(scopes) == 1 else {}
    return {**found, "article": f"{base}article/", "actor": f"{base}actor/", "place": f"{base}place/"}
