"""The parts of the report, with their relations and identifiers."""

from __future__ import annotations

import hashlib
import itertools
from collections.abc import Iterable
from datetime import timedelta
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from operator import attrgetter

from khabar.extract.tolls import Counted
from khabar.model import (
    ARTICLE,
    Actor,
    Article,
    Claim,
    Event,
    Evidence,
    Metadata,
    Place,
    Relation,
    Report,
    Span,
    Toll,
    When,
)
from khabar.resolve.assembly.afterwards import Afterwards
from khabar.resolve.assembly.common import QUOTE_WORDS, Draft
from khabar.resolve.entities import Entity, sorted_names
from khabar.resolve.happenings import Happening
from khabar.resolve.relations import claim_relations, stated_relations

__all__ = ["Finishing"]

_SPAN = attrgetter("span.start", "span.end")
_FORESEEABLE = timedelta(days=366)


def _appearance(entity: Entity) -> tuple[int, int, int]:
    span = next((v.span for v in entity.evidence), Span(0, 1))
    return span.start, span.end, entity.number


def _in_order(evidence: Iterable[Evidence]) -> tuple[Evidence, ...]:
    """In the order of the text: what sorting evidence gives, since one span has one quote."""
    return tuple(sorted(evidence, key=_SPAN))


def _holds(total: Counted, part: Counted) -> bool:
    """Whether a count can be part of another: neither of its bounds is above the other's upper bound."""
    if total.maximum is None:
        return True
    return all(bound is None or bound <= total.maximum for bound in (part.minimum, part.maximum))


@cache
def _version() -> str:
    try:
        return version("khabar")
    except PackageNotFoundError:  # pragma: no cover - a checkout that is not installed
        return "0"


class Finishing(Afterwards):
    """Makes the report of what was put together."""

    def _finish(self, inside: dict[int, set[int]]) -> Report:
        entities = self.entities.all
        used = {d.speaker for d in self.drafts} | {v for d in self.drafts for v in d.via}
        actor_id: dict[int, str] = {}
        place_id: dict[int, str] = {}
        actors: list[Actor] = []
        placed: list[Entity] = []
        for entity in sorted(entities, key=_appearance):
            if entity.actor:
                if not entity.kept and entity.number not in used:
                    continue
                if not entity.evidence and entity.number != self.outlet:
                    continue
                actor_id[entity.number] = f"A{len(actors) + 1}"
                actors.append(self._actor(entity, actor_id[entity.number]))
            elif entity.evidence:
                place_id[entity.number] = f"P{len(placed) + 1}"
                placed.append(entity)
        places = [self._place(e, place_id[e.number], self._parents(e, inside, place_id)) for e in placed]
        self._foretell()
        claimed = {h for d in self.drafts for h in d.happenings}
        event_id: dict[int, str] = {}
        events: list[Event] = []
        for happening in self.happenings.all:
            if happening.number not in claimed:
                continue
            event_id[happening.number] = f"E{len(events) + 1}"
            events.append(self._event(happening, event_id[happening.number], actor_id, place_id))
        claims: list[Claim] = []
        for draft in self.drafts:
            claims.append(self._claim_of(draft, f"C{len(claims) + 1}", actor_id, event_id))
        article = self._article(actor_id, place_id)
        return Report(
            article,
            tuple(actors),
            tuple(places),
            tuple(events),
            tuple(claims),
            self._relations(actor_id, place_id),
            claim_relations(claims),
            "khabar",
            _version(),
            self.language.version,
        )

    def _foretell(self) -> None:
        """What is dated after the publication is expected, though told in plain words; what goes on may reach it.

        A date of more than a year after it is left as it is: there the date of publication is wrong, and validation
        says so.
        """
        published = self.metadata.published
        if published is None:
            return
        for happening in self.happenings.all:
            latest = happening.latest or happening.earliest
            if latest is None or not published < latest <= published + _FORESEEABLE:
                continue
            told = [d for d in self.drafts if happening.number in d.happenings]
            if any(d.modality in ("Planned", "Expected") for d in told):
                continue
            if happening.earliest is None or happening.earliest <= published:
                happening.latest = published
                continue
            plain = [d for d in told if d.modality == "Asserted" and not d.tolls and len(d.happenings) == 1]
            for draft in plain:
                draft.modality = "Expected"
            if not plain:
                happening.earliest = happening.latest = None

    def _relations(self, actors: dict[int, str], places: dict[int, str]) -> tuple[Relation, ...]:
        """The standing relations that the text states, each once, with all its evidence."""
        found: dict[tuple[str, str, str], list[Evidence]] = {}
        for sentence in self.sentences:
            if not sentence.tells:
                continue
            for kind, a, b, first, last in stated_relations(
                self.stream, self.language, sentence.first, sentence.last, sentence.names
            ):
                one, two = sentence.entity.get(a), sentence.entity.get(b)
                if one is None or two is None or one == two or two not in actors:
                    continue
                subject = actors.get(one) or (places.get(one) if kind == "controlledBy" else None)
                if subject is None:
                    continue
                evidence = self._span(first, last)
                known = found.setdefault((kind, subject, actors[two]), [])
                if evidence not in known:
                    known.append(evidence)
        return tuple(
            Relation(kind, a, b, tuple(sorted(spans)), f"relation.{kind}") for (kind, a, b), spans in found.items()
        )

    def _span(self, first: int, last: int) -> Evidence:
        """The words ``first`` .. ``last``, cut to twelve from the end."""
        return self.stream.evidence(max(first, last - QUOTE_WORDS), last)

    def _actor(self, entity: Entity, key: str) -> Actor:
        entry = entity.entry
        same = (f"http://www.wikidata.org/entity/{entry.wikidata}",) if entry is not None and entry.wikidata else ()
        return Actor(
            key,
            entry.kind if entry is not None else entity.type,
            self._ranked(entity),
            _in_order(entity.evidence),
            entity.rule,
            entry.id if entry is not None else None,
            entry.en or None if entry is not None else None,
            same,
        )

    def _ranked(self, entity: Entity) -> tuple[str, ...]:
        """The actor's names, the fullest first; a name that only speaks of his arms ("X's aircraft") never leads."""
        names = sorted_names(entity.names or entity.weak_names)
        arms = self.sets["arms"]
        plain = [
            n
            for n in names
            if not any(r.entry.lemma in arms for r in self.language.readings(self.language.fold(n.split()[0])))
        ]
        return (*plain, *(n for n in names if n not in plain))

    def _place(self, entity: Entity, key: str, within: tuple[str, ...]) -> Place:
        row = entity.places[0] if entity.places else None
        same: list[str] = []
        codes: list[str] = []
        if row is not None:
            if row.geonames:
                same.append(f"https://sws.geonames.org/{row.geonames}/")
                codes.append(f"geonames:{row.geonames}")
            if row.pcode:
                codes.append(f"pcode:{row.pcode}")
            if row.wikidata:
                same.append(f"http://www.wikidata.org/entity/{row.wikidata}")
        # what all articles say of one listed place has to agree: its kind and rule are the gazetteer's
        kind, rule = (row.kind, "name.place.listed") if row is not None else (entity.type, entity.rule)
        located = row is not None and row.latitude is not None and kind != "facility"
        area = kind in ("country", "governorate", "district", "region")
        return Place(
            key,
            kind,
            sorted_names(entity.names or entity.weak_names),
            _in_order(entity.evidence),
            rule,
            within,
            ref=row.id if row is not None else None,
            label_en=row.en or None if row is not None else None,
            latitude=row.latitude if located and row is not None else None,
            longitude=row.longitude if located and row is not None else None,
            precision=("centroid" if area else "point") if located else None,
            same_as=tuple(same),
            identifiers=tuple(codes),
            country=row.country or None if row is not None else None,
        )

    def _parents(self, entity: Entity, inside: dict[int, set[int]], ids: dict[int, str]) -> tuple[str, ...]:
        """The ids of the places that a place lies in, not through another."""
        parents = inside.get(entity.number, set())
        direct = [p for p in parents if not any(p in inside.get(q, set()) for q in parents if q != p)]
        return tuple(ids[p] for p in sorted(direct) if p in ids)

    def _event(self, happening: Happening, key: str, actors: dict[int, str], places: dict[int, str]) -> Event:
        targets = [actors.get(t) or places.get(t) for t in happening.targets if t not in happening.agents]
        return Event(
            key,
            tuple(happening.types),
            _in_order(happening.evidence),
            happening.rule,
            tuple(actors[a] for a in happening.agents if a in actors),
            tuple(dict.fromkeys(t for t in targets if t)),
            tuple(places[p] for p in happening.places if p in places),
            When(happening.earliest, happening.latest, tuple(happening.words), happening.partial),
            tuple(happening.instruments),
        )

    def _claim_of(self, draft: Draft, key: str, actors: dict[int, str], events: dict[int, str]) -> Claim:
        tolls: list[Toll] = []
        ids: dict[tuple[int, int], str] = {}
        whole: list[tuple[Counted, str]] = []
        for toll, sentence in draft.tolls:
            number = f"{key}T{len(tolls) + 1}"
            ids[(sentence.index, sentence.tolls.index(toll))] = number
            total = ids.get((sentence.index, toll.total)) if toll.total is not None else None
            if total is not None and toll.total is not None and not _holds(sentence.tolls[toll.total], toll):
                total = None
            if total is None and not toll.part and toll.rule.endswith("/among"):
                # "among the dead" of the sentence before
                total = next((n for t, n in reversed(whole) if t.outcome == toll.outcome and _holds(t, toll)), None)
            elif not toll.part:
                whole.append((toll, number))
            evidence = self._evidence(min(toll.first, toll.last - 1), toll.last, sentence)
            of = sentence.entity.get(toll.of) if toll.of is not None else None
            tolls.append(
                Toll(
                    number,
                    toll.outcome,
                    toll.minimum,
                    toll.maximum,
                    self.stream.surface(toll.first, toll.last),
                    (evidence,),
                    toll.rule,
                    toll.approximate,
                    toll.victims or None,
                    actors.get(of) if of is not None else None,
                    toll.includes,
                    total,
                )
            )
        spans = []
        for begin, end in draft.spans[:1]:
            sentence = next(s for s in self.sentences if s.first <= begin < s.last)
            spans.append(self._evidence(begin, end, sentence))
        claimant = actors.get(draft.speaker) if draft.speaker is not None else None
        if claimant is None:
            claimant = actors.get(self.outlet) if self.outlet is not None else None
        return Claim(
            key,
            claimant or ARTICLE,
            draft.modality,
            tuple(spans),
            draft.rule,
            tuple(events[h] for h in draft.happenings if h in events),
            tuple(tolls),
            tuple(dict.fromkeys(actors[v] for v in draft.via if v in actors and v != draft.speaker)),
        )

    def _article(self, actors: dict[int, str], places: dict[int, str]) -> Article:
        meta = self.metadata
        words = itertools.islice((t.norm for t in self.stream.document.tokens if t.kind == "word"), 12)
        key = meta.url or "|".join(
            [meta.outlet or "", meta.published.isoformat() if meta.published else "", " ".join(words)]
        )
        headline = next((s for s in self.sentences if s.role == "headline"), None)
        title = meta.title
        if title is None and headline is not None:
            title = self.text[self.stream.start(headline.first) : self.stream.end(headline.last - 1)]
        outlet = self.entities.all[self.outlet] if self.outlet is not None else None
        author = self.entities.all[self.author].names[0] if self.author is not None else None
        data = Metadata(
            title,
            meta.author or author,
            meta.outlet or (outlet.names[0] if outlet else None),
            meta.published,
            meta.language or self.language.code,
            meta.url,
        )
        dateline = None
        if self.layout.place is not None:
            span = self.layout.place
            name = self.language.split(self.stream.surface(*span))
            dateline = next(
                (
                    places[e.number]
                    for e in self.entities.all
                    if not e.actor and e.number in places and any(self.language.split(n) == name for n in e.names)
                ),
                None,
            )
        return Article(
            len(self.text),
            hashlib.sha256(self.text.encode("utf-8")).hexdigest(),
            key,
            data,
            actors.get(self.outlet) if self.outlet is not None else None,
            actors.get(self.author) if self.author is not None else None,
            dateline,
        )
