"""Names of actors and places: those of the dictionaries, and patterns for those never listed.

A name is found by what stands at it: a dictionary entry; a generic head with what follows ("town of X", "brigade X",
"X network for Y"); a title or a verb of speech before a given name; a noun for an unnamed source with what
restricts it.
The words come from the language's folder; this module knows classes and word order only.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from khabar.extract.mentions import Named
from khabar.language import ActorEntry, Entry, Language, PlaceEntry, Reading
from khabar.match.stream import Hit, Stream

__all__ = ["NameFinder"]

_NAMING = frozenset(
    {"event", "instrument", "outcome", "source", "victim", "object", "place", "head", "members", "title"}
)
"""Classes of fixed phrases whose first word may still open a name."""
_NAMELESS = frozenset({"outcome", "none", "modality", "light", "count", "age", "background", "joint"})
"""Classes of fixed phrases that hold no name."""
_OPENING = frozenset({"source", "place", "members", "head", "title", "victim"})
"""Classes of words that may open a name that no dictionary lists."""
_LONGEST_QUOTED = 5
_LONGEST_CHAIN = 4
_REMEMBERED = 50_000
"""Words whose look-up is remembered, at most."""


class NameFinder:
    """Finds the names of one sentence at a time; holds the language's closed classes, folded once."""

    def __init__(self, language: Language) -> None:
        self.language = language
        self.sets = language.sets
        self.article = language.article
        self.feminine: tuple[str, ...] = tuple(self.sets["unfolded"].values())
        self._bodies: dict[str, Reading | None] = {}
        self._openers: dict[str, bool] = {}
        self._members: dict[str, dict[str, tuple[str, str, str]]] = {}
        self._stream: Stream | None = None
        self._people: dict[str, str] = {}
        """Words of the article's persons met so far that may stand for them later: first or last name -> full name."""

    # ------------------------------------------------------------------ scanning

    def find(self, stream: Stream, first: int, last: int, taken: frozenset[int]) -> list[Named]:
        """The names in positions ``first`` .. ``last`` (exclusive), in order; ``taken`` positions are dates or
        numbers.
        """
        if stream is not self._stream:
            self._stream, self._people = stream, {}
        found: list[Named] = []
        i = first
        while i < last:
            if (
                stream.kind[i] != "word"
                or i in taken
                or not (stream.found[i] or self._opens(stream.norm[i], stream.marks[i]))
            ):
                i += 1
                continue
            fixed = self._fixed(stream, i, last)
            if fixed:
                i = fixed
                continue
            names = self._at(stream, i, first, last, taken)
            if names:
                if names[0].rule == "name.person":
                    self._remember(names[0])
                found.extend(names)
                i = max(n.last for n in names)
            else:
                i += 1
        return found

    def _opens(self, word: str, marks: Mapping[str, Reading]) -> bool:
        """Whether a word may open a name that no dictionary lists, whatever stands beside it; most words cannot."""
        found = self._openers.get(word)
        if found is None:
            sets = self.sets
            found = (
                not _OPENING.isdisjoint(marks)
                or not (marks or word in sets["stops"])
                or word in self.language.given_names
                or any(word in sets[name] for name in ("kunya", "oneof", "unknown_adjectives", "speaking_nouns"))
                or any(self._member(word, name)[0] for name in ("countryside", "directions", "media_heads"))
                or any(s in sets["body_heads"] or s in sets["place_heads"] for s, _, _, _ in self.language.strip(word))
            )
            if len(self._openers) >= _REMEMBERED:
                self._openers.clear()
            self._openers[word] = found
        return found

    def _fixed(self, stream: Stream, i: int, last: int) -> int:
        """End of a fixed phrase at ``i`` whose words name nobody ("passed away"), else 0."""
        hits = stream.hits(i, last)
        if not hits or hits[0].kind != "phrase" or hits[0].last == i + 1 or hits[0].payload.pos != "phrase":
            return 0
        return hits[0].last if set(hits[0].payload.marks) & _NAMELESS else 0

    def _at(self, stream: Stream, i: int, first: int, last: int, taken: frozenset[int]) -> list[Named]:
        hits = stream.hits(i, last)
        marks = stream.marks[i]
        best = self._best(stream, hits, i, first)
        if (
            best is not None
            and (best.kind != "actor" or (best.payload.kind == "Person" and best.last == i + 1))
            and self._rather_person(stream, best, i, first, last, taken)
        ):
            best = None
            if "title" in marks and stream.norm[i] not in self.language.given_names:
                return []
        if best is None and any(
            h.kind == "phrase"
            and (h.payload.pos == "phrase" and ("source" in h.payload.marks or not _NAMING & set(h.payload.marks)))
            for h in hits
        ):
            return []
        if (
            (
                best is not None
                and best.kind == "place"
                and best.last > i + 1
                and self._member(stream.norm[i], "directions")[0]
            )
            and stream.norm[i + 1] not in self.sets["directions"]
            and self._inner(stream, i + 1, best.last)
        ):
            inner = self._place_at(stream, i + 1, last)
            return [inner] if inner is not None else []
        if (
            best is not None
            and best.kind == "place"
            and best.last > i + 1
            and stream.norm[i] not in self.sets["countryside"]
        ):
            return self._listed_place(stream, best, i, first, last)
        if self._member(stream.norm[i], "countryside")[0]:
            region = self._region(stream, i, last, taken)
            if region:
                return region
        if (
            "source" in marks
            and "place" in marks
            and best is None
            and not any(h.kind != "phrase" for h in stream.hits(i + 1, last))
        ):
            source = self._source(stream, i, last, marks["source"], taken)
            if source is not None and len(source.name.split()) > 1:
                return [source, *self._nested(stream, source)]
        spot = marks.get("place") or self._spot(stream, i, last)
        if (
            spot is not None
            and (best is None or best.last <= i + 1)
            and not (self._body(stream.norm[i], marks) is not None and self._spoken(stream, i))
        ):
            places = self._headed_places(stream, i, last, spot, taken)
            if places and "place" not in marks and places[0].last <= i + 3:
                first_one = places[0]
                full = stream.surface(i, first_one.last, spot.conjunction, spot.preposition)
                places[0] = first_one._replace(
                    aliases=(*first_one.aliases, full) if full != first_one.name else first_one.aliases
                )
            if places:
                return places
        if (
            "source" in marks
            and (best is None or best.last == i + 1)
            and not (
                "head" in marks and i > first and ("title" in stream.marks[i - 1] or "head" in stream.marks[i - 1])
            )
        ):
            source = self._source(stream, i, last, marks["source"], taken)
            if source is not None:
                return [source, *self._nested(stream, source)]
        if stream.norm[i] in self.sets["oneof"] and best is None:
            source = self._one_of(stream, i, last, taken)
            if source is not None:
                return [source]
        if (
            "members" in marks
            and best is None
            and i + 1 < last
            and not marks["members"].definite
            and stream.norm[i + 1] in self.sets["unknown_adjectives"]
        ):
            reading = marks["members"]
            name = stream.surface(i, i + 2, reading.conjunction, reading.preposition)
            return [
                Named(
                    i,
                    i + 2,
                    "actor",
                    "ArmedForce",
                    name,
                    (),
                    None,
                    (),
                    reading.conjunction,
                    reading.preposition,
                    "",
                    False,
                    "name.actor.unknown",
                )
            ]
        head = marks.get("head") or self._body(stream.norm[i], marks)
        if head is not None and (best is None or best.last <= i + 1 or best.kind == "place"):
            actor = self._headed_actor(stream, i, last, head, taken)
            if actor is not None and (best is None or actor.last >= best.last):
                return [actor]
        if best is not None and best.kind != "place":
            return self._listed_actor(stream, best, last)
        if (
            self._member(stream.norm[i], "media_heads")[0]
            and i + 1 < last
            and stream.norm[i + 1] in self.sets["media_words"]
        ):
            _, conjunction, preposition = self._member(stream.norm[i], "media_heads")
            end = (
                self._np_end(stream, i + 2, last, taken)
                if i + 2 < last
                and not self._finite(stream, i + 2)
                and stream.norm[i + 2] not in self.sets["stops"]
                and not any(r.preposition or r.conjunction for r in stream.marks[i + 2].values())
                and not self._has_place_or_actor_after_clitic(stream, i + 2, last)
                else i + 2
            )
            source = Named(
                i,
                end,
                "source",
                "UnnamedSource",
                stream.surface(i, end, conjunction, preposition),
                (),
                None,
                (),
                conjunction,
                preposition,
                "",
                False,
                "name.source",
            )
            return [source, *self._nested(stream, source)]
        force = self._national_force(stream, i, last)
        if force is not None:
            return [force]
        region = self._region(stream, i, last, taken)
        if region:
            return region
        person = self._person(stream, i, first, last, taken, best)
        if person is not None:
            return [person]
        if best is None:
            spoken = self._speaker_by_description(stream, i, first, last, taken)
            if spoken:
                return spoken
        if best is not None:
            return self._listed_place(stream, best, i, first, last)
        listed = self._announced_places(stream, i, last, taken)
        if listed:
            return listed
        reference = self._place_reference(stream, i) or self._reference(stream, i, last)
        return [reference] if reference is not None else []

    def _body(self, word: str, marks: dict[str, Reading]) -> Reading | None:
        """The reading of a noun for a body that the lexicon lists as an ordinary noun or not at all ("office",
        "column").
        """
        found = self._bodies.get(word)
        if word not in self._bodies:
            kinds = self.sets["body_heads"]
            for stem, conjunction, preposition, definite in self.language.strip(word):
                kind = kinds.get(stem)
                if kind is not None:
                    kind, _, number = kind.partition("-")
                    entry = Entry(
                        stem,
                        "noun",
                        "f" if stem.endswith(self.sets["feminine_endings"]) else "m",
                        number or "s",
                        "",
                        "",
                        {"head": (kind,)},
                    )
                    found = Reading(entry, conjunction, preposition, definite, "")
                    break
            self._bodies[word] = found
        return None if found is None or ("verb" in marks and "noun" not in marks) else found

    def _spot(self, stream: Stream, i: int, last: int) -> Reading | None:
        """The reading of a noun that opens a place's name though the lexicon has other senses only ("block",
        "front").
        """
        word = stream.norm[i]
        key = "@" + word
        found = self._bodies.get(key)
        if key not in self._bodies:
            kinds = self.sets["place_heads"]
            for stem, conjunction, preposition, definite in self.language.strip(word):
                if stem in kinds and not definite:
                    kind, _, number = kinds[stem].partition("-")
                    found = Reading(
                        Entry(stem, "noun", "m", number or "s", "", "", {"place": (kind,)}),
                        conjunction,
                        preposition,
                        False,
                        "",
                    )
                    break
            self._bodies[key] = found
        if found is None or i + 1 >= last or stream.kind[i + 1] == "punct":
            return None
        after = stream.marks[i + 1]
        word = stream.norm[i + 1]
        if stream.kind[i + 1] == "number" or i + 1 in stream.opens or word in self.sets["name_starters"]:
            return found
        if any(h.kind == "place" and not h.preposition and not h.conjunction for h in stream.hits(i + 1, last)):
            return found
        if any(h.kind in ("actor", "ambiguous") and h.last > i + 2 for h in stream.hits(i + 1, last)):
            return None
        proper = (
            word.startswith(self.article) and word not in self.sets["not_adjectives"] and word not in self.sets["stops"]
        )
        return (
            found
            if proper and (not after or (found.entry.marks["place"] == ("facility",) and "head" in after))
            else None
        )

    def _remember(self, person: Named) -> None:
        """Let a person's first and last word stand for the person in later sentences."""
        words = self.language.split(person.name)
        if len(words) > 1:
            self._people.setdefault(words[-1], person.name)
            self._people.setdefault(words[0], person.name)

    # ------------------------------------------------------------------ dictionaries

    def _best(self, stream: Stream, hits: Sequence[Hit], i: int, first: int) -> Hit | None:
        if not hits:
            return None
        actors = [h for h in hits if h.kind in ("actor", "ambiguous")]
        places = [h for h in hits if h.kind == "place"]
        phrases = [h for h in hits if h.kind == "phrase"]
        longest = max((h.last for h in actors + places), default=0)
        if phrases and phrases[0].last > longest:
            return None
        for hit in actors:
            if hit.last < longest:
                break
            if hit.kind == "actor" or (not self._common(stream, hit) and not self._adjectival(stream, hit, first)):
                return hit
        for hit in places:
            if hit.last < longest:
                break
            if self._place_fits(stream, hit, i, first):
                return hit
        return None

    def _common(self, stream: Stream, hit: Hit) -> bool:
        """Whether an ambiguous one-word name is also an ordinary word here (a definite one refers, if not to
        itself).
        """
        word = stream.norm[hit.first]
        definite = (
            word.startswith(self.article)
            or hit.preposition == "to"
            or (stream.quote[hit.first] and self._quoted_alone(stream, hit.first, hit.last))
        )
        return (
            hit.last - hit.first == 1
            and not definite
            and any(m in stream.marks[hit.first] for m in ("noun", "verb", "adjective", "masdar"))
        )

    def _adjectival(self, stream: Stream, hit: Hit, first: int) -> bool:
        """Whether an ambiguous one-word name is only an adjective or a document here ("the French …", "the
        statement").
        """
        i = hit.first
        if hit.last - i > 1 or self._quoted_alone(stream, i, hit.last):
            return False
        marks = stream.marks[i]
        if "statement" in marks:
            return True
        if (
            i == first
            or stream.kind[i - 1] != "word"
            or stream.norm[i - 1] in self.sets["stops"]
            or hit.conjunction
            or hit.preposition
        ):
            return False
        relational = (
            "nationality" in marks
            or stream.norm[i] in self.sets["force_adjectives"]
            or (stream.norm[i].endswith(self.sets["nisba_endings"]) and hit.payload.kind != "Person")
        )
        before = stream.marks[i - 1]
        return relational and "verb" not in before and "speech" not in before

    def _place_fits(self, stream: Stream, hit: Hit, i: int, first: int) -> bool:
        place: PlaceEntry = hit.payload
        if hit.preposition == "as" or stream.norm[i] in self.sets["that"]:
            return False
        if (
            hit.last == i + 1
            and hit.preposition
            and len(stream.norm[i]) - 1 - (1 if hit.conjunction else 0) <= 3
            and place.rank < 7
        ):
            return False
        if place.needs_head:
            return self._quoted_alone(stream, hit.first, hit.last) and self._located(stream, i, first)
        if hit.last - hit.first > 1:
            return True
        marks = stream.marks[i]
        if (
            any(m in marks and marks[m].definite for m in ("place", "head"))
            or "statement" in marks
            or "measure" in marks
        ):
            return False
        ordinary = any(m in marks for m in ("noun", "verb", "masdar", "participle", "adjective", "title"))
        if hit.conjunction or hit.preposition:
            whole = stream.norm[i]
            if whole in self.sets["stops"]:
                return False
        if not ordinary:
            return stream.norm[i] not in self.sets["stops"]
        return place.rank >= 7 or (self._located(stream, i, first) and place.rank >= 4)

    def _inner(self, stream: Stream, j: int, last: int) -> bool:
        """Whether what follows a direction is a place by itself, so that the direction is no part of a name."""
        reading = stream.marks[j].get("place")
        inner = self._place_at(stream, j, last)
        return (reading is not None and reading.definite) or (
            inner is not None and inner.type not in ("region", "other")
        )

    def _quoted_alone(self, stream: Stream, first: int, last: int) -> bool:
        quote = stream.quote[first]
        return (
            bool(quote)
            and (last >= len(stream) or stream.quote[last] != quote)
            and (first == 0 or stream.quote[first - 1] != quote)
        )

    def _located(self, stream: Stream, i: int, first: int) -> bool:
        if any(p == "in" for _, _, p in self.language.starts(stream.norm[i])):
            return True
        return i > first and (stream.norm[i - 1] in self.sets["locative"] or stream.norm[i - 1] in self.sets["edges"])

    def _listed_actor(self, stream: Stream, hit: Hit, last: int) -> list[Named]:
        entry: ActorEntry = hit.payload
        surface = stream.surface(hit.first, hit.last, hit.conjunction, hit.preposition)
        if (
            hit.kind == "ambiguous"
            and hit.last < last
            and hit.last - hit.first >= 1
            and surface
            and stream.kind[hit.last] == "word"
        ):
            after = stream.norm[hit.last]
            foreign = "nationality" in stream.marks[hit.last] and after.startswith(self.article)
            body = (
                "head" in stream.marks[hit.first]
                or self._body(stream.norm[hit.first], stream.marks[hit.first]) is not None
            )
            if (
                body
                and (after in self.sets["force_adjectives"] or foreign)
                and stream.norm[hit.last - 1].startswith(self.article)
            ):
                name = stream.surface(hit.first, hit.last + 1, hit.conjunction, hit.preposition)
                return [
                    Named(
                        hit.first,
                        hit.last + 1,
                        "actor",
                        entry.kind,
                        name,
                        (),
                        None,
                        (),
                        hit.conjunction,
                        hit.preposition,
                        "",
                        False,
                        "name.actor.extended",
                    )
                ]
        places = self._namesakes(stream, hit)
        nested = self._within_name(stream, hit) if hit.last - hit.first > 2 else []
        sort = "either" if entry.kind == "Government" and places and not self._cued(stream, hit.first) else "actor"
        kind = entry.kind
        if sort == "either" and self._struck(stream, hit.first):
            return [
                Named(
                    hit.first,
                    hit.last,
                    "place",
                    places[0].kind,
                    surface,
                    (),
                    None,
                    places,
                    hit.conjunction,
                    hit.preposition,
                    "",
                    False,
                    "name.place.listed",
                )
            ]
        return [
            Named(
                hit.first,
                hit.last,
                sort,
                kind,
                surface,
                (),
                entry,
                places,
                hit.conjunction,
                hit.preposition,
                "",
                hit.kind == "ambiguous",
                "name.actor.listed",
                others=self._rivals(stream, hit),
            ),
            *nested,
        ]

    def _cued(self, stream: Stream, i: int) -> bool:
        """Whether the words before show that a country or capital acts ("at the request of X", "no comment from X")."""
        return (
            i > 1
            and stream.norm[i - 1] in self.sets["origin"]
            and self.language.strip_to(stream.norm[i - 2], self.sets["acts_of"])
        )

    def _struck(self, stream: Stream, i: int) -> bool:
        """Whether the words before show that a country or capital is where something happened ("raids on X",
        "seized X").
        """
        if i >= 2 and stream.norm[i - 1] in self.sets["between"]:
            return any(
                self.language.strip_to(stream.norm[k].removeprefix(self.article), self.sets["ways"])
                for k in range(max(0, i - 4), i - 1)
            )
        if i < 2 or stream.norm[i - 1] not in self.sets["against_only"]:
            return False
        return any(
            "event" in stream.marks[k] and "Statement" not in stream.marks[k]["event"].entry.marks["event"]
            for k in range(max(0, i - 4), i - 1)
        )

    def _rivals(self, stream: Stream, hit: Hit) -> tuple[ActorEntry, ...]:
        """The other actors of the lexicon that bear an ambiguous name."""
        if hit.kind != "ambiguous":
            return ()
        return tuple(
            h.payload
            for h in stream.hits(hit.first, hit.last)
            if h.kind == "ambiguous" and h.last == hit.last and h.payload != hit.payload
        )

    def _within_name(self, stream: Stream, hit: Hit) -> list[Named]:
        """A place or a body named inside a longer name, behind a preposition ("the ministry of health in X",
        "the wing of X").
        """
        for k in range(hit.first + 1, hit.last):
            for inner in stream.hits(k, hit.last):
                if inner.last != hit.last:
                    continue
                located = stream.norm[k - 1] in self.sets["locative"] or inner.preposition == "in"
                if inner.kind == "place" and located:
                    found = self._listed_place(stream, inner, k, k, hit.last)
                    return [found[0]._replace(preposition="from")]
                if inner.kind == "actor" and inner.preposition == "to" and inner.payload != hit.payload:
                    entry: ActorEntry = inner.payload
                    name = stream.surface(inner.first, inner.last, "", "to")
                    return [
                        Named(
                            inner.first,
                            inner.last,
                            "actor",
                            entry.kind,
                            name,
                            (),
                            entry,
                            (),
                            "",
                            "from",
                            "",
                            False,
                            "name.actor.in-name",
                        )
                    ]
        return []

    def _namesakes(self, stream: Stream, hit: Hit) -> tuple[PlaceEntry, ...]:
        found: list[PlaceEntry] = [
            h.payload for h in stream.hits(hit.first, hit.last) if h.kind == "place" and h.last == hit.last
        ]
        return tuple(found)

    def _listed_place(self, stream: Stream, hit: Hit, i: int, first: int, last: int) -> list[Named]:
        entries = tuple(h.payload for h in stream.hits(i, hit.last) if h.kind == "place" and h.last == hit.last)
        name = stream.surface(hit.first, hit.last, hit.conjunction, hit.preposition)
        heads = hit.last - hit.first == 2 and (
            "place" in stream.marks[i] or self._member(stream.norm[i], "bare_regions")[0]
        )
        rest = (
            stream.surface(hit.first + 1, hit.last)
            if heads and entries[0].kind in ("camp", "region", "facility")
            else ""
        )
        return [
            Named(
                hit.first,
                hit.last,
                "place",
                entries[0].kind,
                name,
                (rest,) if rest else (),
                None,
                entries,
                hit.conjunction,
                hit.preposition,
                "",
                False,
                "name.place.listed",
            )
        ]

    # ------------------------------------------------------------------ heads of actors

    def _headed_actor(self, stream: Stream, i: int, last: int, reading: Reading, taken: frozenset[int]) -> Named | None:
        if reading.suffix or i + 1 >= last:
            return None
        kinds = reading.entry.marks["head"]
        lemma = reading.entry.lemma
        if reading.entry.number == "d" or (self._sites(reading) and not self._spoken(stream, i)):
            return None
        j = i + 1
        after = stream.marks[j]
        if "members" in reading.entry.marks or stream.norm[i] in self.sets["generic_heads"]:
            listed = self.language.fold(lemma) in self.sets["bodies_of"] and any(
                h.kind != "phrase" and not h.preposition for h in stream.hits(j, last)
            )
            if (
                ("head" in after and after["head"].definite) or ("members" in after and after["members"].definite)
            ) and not listed:
                return None
        quoted = self._quotation(stream, j, last)
        if quoted and quoted > j and stream.quote[i] != stream.quote[j]:
            end = self._complement(stream, quoted, last)
            inner = next(
                (h for h in stream.hits(j, quoted) if h.kind in ("actor", "ambiguous") and h.last == quoted), None
            )
            full = stream.surface(i, end, reading.conjunction, reading.preposition)
            alias = stream.surface(j, quoted)
            entry = inner.payload if inner else None
            return Named(
                i,
                end,
                "actor",
                entry.kind if entry else self._kind(kinds),
                full,
                (alias,),
                entry,
                (),
                reading.conjunction,
                reading.preposition,
                lemma,
                False,
                "name.actor.quoted",
            )
        for hit in stream.hits(j, last):
            if (
                hit.kind in ("actor", "ambiguous")
                and not hit.conjunction
                and not hit.preposition
                and not reading.definite
            ):
                entry = hit.payload
                if hit.kind == "ambiguous" and self._common(stream, hit):
                    continue
                if (
                    entry.kind == "Government"
                    and "weak" not in reading.entry.marks
                    and self.language.fold(lemma) in self.sets["force_heads"]
                ):
                    full = stream.surface(i, hit.last, reading.conjunction, reading.preposition)
                    return Named(
                        i,
                        hit.last,
                        "actor",
                        self._kind(kinds),
                        full,
                        (),
                        None,
                        (),
                        reading.conjunction,
                        reading.preposition,
                        lemma,
                        False,
                        "name.actor.force-of",
                    )
                if entry.kind == "Government" and hit.kind == "ambiguous" and self._kept_body(stream, reading, j):
                    break
                if entry.kind in ("Government", "Person") or "weak" in reading.entry.marks:
                    return None
                full = stream.surface(i, hit.last, reading.conjunction, reading.preposition)
                alias = stream.surface(j, hit.last)
                return Named(
                    i,
                    hit.last,
                    "actor",
                    entry.kind,
                    full,
                    (alias,),
                    entry,
                    (),
                    reading.conjunction,
                    reading.preposition,
                    lemma,
                    False,
                    "name.actor.head-listed",
                )
        end, proper = self._chain(stream, i, last, reading, taken)
        named = self._self_named(stream, i, end, last)
        if named:
            return Named(
                i,
                named,
                "actor",
                self._kind(kinds),
                stream.surface(i, max(end, j), reading.conjunction, reading.preposition),
                (stream.surface(self._opening(stream, end, named), named),),
                None,
                (),
                reading.conjunction,
                reading.preposition,
                lemma,
                False,
                "name.actor.self-named",
            )
        if end == j or ("weak" in reading.entry.marks and self._all_known(stream, j, end)):
            return None
        if (
            self._kind(kinds) in ("ArmedForce", "Organization")
            and not reading.definite
            and self._all_known(stream, j, end)
            and not self._kept_body(stream, reading, j)
        ):
            return None
        full = stream.surface(i, end, reading.conjunction, reading.preposition)
        nationality = next((k for k in range(j, end) if "nationality" in stream.marks[k]), None)
        if self._sites(reading) and self._belongs(stream, end, last, taken) > end:
            return self._source(stream, i, last, reading, taken)
        if not proper and nationality is None:
            return None
        aliases: tuple[str, ...] = ()
        entry = None
        rule = "name.actor.pattern"
        if (
            nationality is not None
            and self._kind(kinds) in ("ArmedForce", "Government")
            and stream.marks[i].get("head") is reading
        ):
            entry = self._national(
                stream, nationality, self._kind(kinds), generic=end == nationality + 1 and nationality == j
            )
            rule = "name.actor.national"
        return Named(
            i,
            end,
            "actor",
            entry.kind if entry else self._kind(kinds),
            full,
            aliases,
            entry,
            (),
            reading.conjunction,
            reading.preposition,
            lemma,
            False,
            rule,
        )

    @staticmethod
    def _sites(reading: Reading) -> bool:
        """Whether a plural names both outlets on the web and places ("sites close to …", "positions of …")."""
        marks = reading.entry.marks
        return reading.entry.number == "p" and "place" in marks and marks.get("head") == ("MediaOutlet",)

    def _spoken(self, stream: Stream, i: int) -> bool:
        """Whether a verb of speech or a phrase of attribution stands right before ``i``."""
        if i == 0:
            return False
        return "speech" in stream.marks[i - 1] or any(
            h.kind == "phrase" and h.last == i and "source" in h.payload.marks
            for k in range(max(0, i - 2), i)
            for h in stream.hits(k, i)
        )

    def _kept_body(self, stream: Stream, reading: Reading, j: int) -> bool:
        """Whether a body is named by what it is for ("the reconciliation committee", "the health office")."""
        word = stream.norm[j]
        return (
            self.language.fold(reading.entry.lemma) in self.sets["bodies_of"]
            and word.startswith(self.article)
            and word not in self.sets["not_bodies"]
        )

    def _self_named(self, stream: Stream, i: int, end: int, last: int) -> int:
        """End of the quoted name that a group "calls itself", after its generic noun at ``i``; 0 where there
        is none.
        """
        for k in range(max(end, i + 1), min(max(end, i + 1) + 4, last - 1)):
            if stream.norm[k] in self.sets["itself"]:
                return self._quotation(stream, k + 1, last)
            if stream.kind[k] != "word":
                return 0
        return 0

    def _opening(self, stream: Stream, first: int, last: int) -> int:
        """Where the quotation that ends at ``last`` opens."""
        return next((k for k in range(first, last) if k in stream.opens), first)

    def _all_known(self, stream: Stream, first: int, last: int) -> bool:
        """Whether the words are ordinary nouns of the lexicon, none of them a name, a number or a telling adjective."""
        return all(
            stream.kind[k] == "word"
            and any(m in stream.marks[k] for m in ("noun", "masdar", "participle", "verb", "adjective"))
            and "nationality" not in stream.marks[k]
            and stream.norm[k] not in self.sets["armed_adjectives"]
            and not any(
                h.kind in ("actor", "place", "ambiguous") and h.payload[-1] is not True
                for h in stream.hits(k, last)
                if h.kind != "phrase"
            )
            for k in range(first, last)
        )

    def _kind(self, kinds: Sequence[str]) -> str:
        return kinds[0] if kinds else "Organization"

    def _national(self, stream: Stream, at: int, kind: str, *, generic: bool) -> ActorEntry | None:
        """The state's force or government a relational adjective stands for, where the noun says no more than that."""
        if not generic:
            return None
        index = int(stream.marks[at]["nationality"].entry.marks["nationality"][0])
        nationality = self.language.nationalities[index]
        return self.language.actors.get(nationality.force if kind == "ArmedForce" else nationality.government)

    def _chain(self, stream: Stream, i: int, last: int, reading: Reading, taken: frozenset[int]) -> tuple[int, bool]:
        """Where the noun phrase opened by the head at ``i`` ends, and whether it names anything in particular."""
        sets, norm, article = self.sets, stream.norm, self.article
        definite = reading.definite
        j = i + 1
        proper = False
        size = 0
        while j < last and size < _LONGEST_CHAIN:
            if stream.kind[j] == "number" and definite and j == i + 1:
                j += 1
                proper = True
                size += 1
                continue
            if j < last and size and norm[j] in sets["directions"] and norm[j - 1] in sets["operations"]:
                inner = self._place_at(stream, j + 1, last)
                if inner is not None:
                    j, proper = inner.last, True
                    break
            ordinal = (
                definite and j == i + 1 and j in taken and stream.kind[j] == "word" and norm[j].startswith(article)
            )
            if (
                stream.kind[j] != "word"
                or (j in taken and not ordinal)
                or norm[j] in sets["stops"]
                or norm[j] in sets["directions"]
            ):
                break
            marks = stream.marks[j]
            word = norm[j]
            if ordinal:
                j, size, proper = j + 1, size + 1, True
                continue
            if (
                size
                and "nationality" in stream.marks[j - 1]
                and "nationality" not in marks
                and "adjective" not in marks
                and word not in sets["armed_adjectives"]
            ):
                break
            if "verb" in marks and not word.startswith(article) and "noun" not in marks and "masdar" not in marks:
                break
            if word.startswith(article):
                if word in sets["not_adjectives"] or word.startswith(sets["stop_prefixes"]):
                    break
                if definite and (
                    "source" in marks
                    or "title" in marks
                    or "victim" in marks
                    or not self._agrees(stream, i, j, reading)
                ):
                    break
                j += 1
                size += 1
                proper = True
                definite = True
                continue
            readings = marks.values()
            attached = next((r for r in readings if r.preposition or r.conjunction), None)
            if definite:
                if self._complement(stream, j, last) > j:
                    j = self._complement(stream, j, last)
                    proper = True
                    break
                if word in self.language.given_names or "adjective" in marks or attached or marks or not proper:
                    break
                if (
                    size
                    and not word.startswith(sets["clitic_letters"])
                    and word not in sets["stops"]
                    and stream.marks[i]
                    and size < 3
                ):
                    j += 1
                    size += 1
                    continue
                break
            if attached or self._has_place_or_actor_after_clitic(stream, j, last):
                break
            if word in sets["armed_adjectives"]:
                j += 1
                size += 1
                proper = True
                continue
            if "nationality" in marks:
                j += 1
                size += 1
                proper = True
                continue
            hit = next((h for h in stream.hits(j, last) if h.kind in ("place", "actor", "ambiguous")), None)
            if hit is not None and not hit.conjunction and not hit.preposition:
                j = hit.last
                size += 1
                proper = True
                definite = True
                continue
            if marks and not ("noun" in marks or "masdar" in marks or "adjective" in marks or "participle" in marks):
                break
            if "participle" in marks or (("masdar" in marks or "event" in marks) and size == 0):
                break
            j += 1
            size += 1
            if not marks and stream.norm[i] not in self.sets["generic_heads"]:
                proper = True
        return j, proper

    def _agrees(self, stream: Stream, i: int, j: int, reading: Reading) -> bool:
        """Whether the definite word at ``j``, behind a definite one, can be its adjective rather than the next
        phrase.
        """
        marks = stream.marks[j]
        if "adjective" in marks or "nationality" in marks or stream.norm[j] in self.sets["direction_adjectives"]:
            return True
        word = stream.norm[j]
        text = stream.document.tokens[stream.token[j]].text
        feminine = reading.entry.gender == "f" or reading.entry.number == "p"
        agrees = not feminine or text.endswith(self.feminine) or stream.norm[i].endswith(self.sets["plural_endings"])
        if word in self.sets["force_adjectives"] or (
            word.endswith(self.sets["nisba_endings"]) and agrees and "head" not in marks and len(word) > 5
        ):
            return True
        if any(m in marks for m in ("event", "masdar", "head", "outcome", "object", "place", "instrument")):
            return False
        if "participle" in marks:
            return True
        if marks:
            return "noun" not in marks
        return agrees and (
            j == i + 1 or feminine or word in self.sets["place_adjectives"] or word in self.sets["name_adjectives"]
        )

    def _has_place_or_actor_after_clitic(self, stream: Stream, j: int, last: int) -> bool:
        return any((h.conjunction or h.preposition) and h.kind != "phrase" for h in stream.hits(j, last))

    def _complement(self, stream: Stream, j: int, last: int) -> int:
        """End of a purpose complement ("for the removal of mines") that belongs to an organisation's name."""
        if j >= last or stream.kind[j] != "word":
            return j
        if "head" in stream.marks[j] or "title" in stream.marks[j] or "members" in stream.marks[j]:
            return j
        reading = next(
            (r for r in stream.marks[j].values() if r.preposition == "to" and r.entry.pos in ("noun", "masdar")), None
        )
        if reading is None:
            word = stream.norm[j]
            if not word.startswith(self.sets["purpose_prefixes"]) or stream.marks[j]:
                return j
        k = j + 1
        if reading is not None and reading.definite:
            while (
                k < last
                and stream.norm[k].startswith(self.article)
                and stream.norm[k] not in self.sets["not_adjectives"]
                and k < j + 2
            ):
                k += 1
            return k
        if k < last and stream.norm[k].startswith(self.article) and stream.norm[k] not in self.sets["not_adjectives"]:
            k += 1
            if k < last and stream.norm[k].startswith(self.article) and not stream.marks[k]:
                k += 1
            return k
        return j

    def _quotation(self, stream: Stream, j: int, last: int) -> int:
        """End of the quotation that opens at ``j`` if it is short enough for a name, else 0."""
        if j >= last or not stream.quote[j] or j not in stream.opens:
            return 0
        k = j
        while k < last and stream.quote[k] == stream.quote[j]:
            if stream.kind[k] == "punct" and stream.norm[k] not in self.sets["slashes"]:
                return 0
            k += 1
        return (
            k
            if k - j <= _LONGEST_QUOTED
            or (k - j <= 2 * _LONGEST_QUOTED and all(len(stream.norm[m]) <= 2 for m in range(j, k)))
            else 0
        )

    def _national_force(self, stream: Stream, i: int, last: int) -> Named | None:
        """Such as "Russian warplanes", "Israeli artillery": a noun for a force's arms, adjectives, a nationality."""
        reading = stream.mark(i, "members")
        if reading is None or reading.suffix or (reading.entry.number != "p" and "victim" in reading.entry.marks):
            return None
        j = i + 1
        while j < last and j <= i + 3 and stream.kind[j] == "word":
            marks = stream.marks[j]
            if "nationality" in marks and not marks["nationality"].conjunction and not marks["nationality"].preposition:
                entry = self._national(stream, j, "ArmedForce", generic=True)
                end = j + 1
                name = stream.surface(i, end, reading.conjunction, reading.preposition)
                return Named(
                    i,
                    end,
                    "actor",
                    "ArmedForce",
                    name,
                    (),
                    entry,
                    (),
                    reading.conjunction,
                    reading.preposition,
                    reading.entry.lemma,
                    False,
                    "name.actor.force",
                )
            if stream.norm[j] in self.sets["stops"] or (
                "verb" in marks and "adjective" not in marks and "noun" not in marks
            ):
                return None
            if stream.hits(j, last) and any(h.kind != "phrase" for h in stream.hits(j, last)):
                return None
            j += 1
        return None

    # ------------------------------------------------------------------ places

    def _region(self, stream: Stream, i: int, last: int, taken: frozenset[int]) -> list[Named]:
        """Such as "the southern countryside of X" and "north-west X": a region, and the place it is part of."""
        norm, sets = stream.norm, self.sets
        word, conjunction, preposition = self._member(norm[i], "countryside")
        if word:
            j = i + 1
            if j < last and norm[j] in sets["directions"]:
                j += 1
            inner = self._place_at(stream, j, last)
            if inner is None:
                return []
            end = inner.last
            if end < last and norm[end] in sets["direction_adjectives"]:
                end += 1
                if end < last and norm[end] in sets["direction_compounds"]:
                    end += 1
            name = stream.surface(i, end, conjunction, preposition)
            region = Named(
                i,
                end,
                "place",
                "region",
                name,
                (),
                None,
                (),
                conjunction,
                preposition,
                word,
                False,
                "name.place.region",
            )
            return [
                region,
                inner._replace(conjunction="", preposition="", type="governorate" if inner.places else inner.type),
            ]
        word, conjunction, preposition = self._member(norm[i], "directions")
        if not word:
            return []
        j = i + 1
        if j < last and norm[j] in sets["direction_compounds"] and norm[j] in sets["directions"]:
            j += 1
        inner = self._place_at(stream, j, last)
        if inner is None:
            return []
        if j == i + 1 and inner.type == "country":
            return []
        broad = inner.type in ("country", "region") or any(p.kind in ("country", "region") for p in inner.places[:1])
        if not broad and not any(p.kind == "governorate" for p in inner.places):
            return []
        name = stream.surface(i, inner.last, conjunction, preposition)
        rule = "name.place.direction" if broad else "name.place.direction-of-governorate"
        region = Named(
            i, inner.last, "place", "region", name, (), None, (), conjunction, preposition, word, not broad, rule
        )
        return [region, inner]

    def _member(self, word: str, name: str) -> tuple[str, str, str]:
        """(bare word, conjunction, preposition) if the word, particles aside, belongs to the closed class ``name``."""
        memory = self._members.setdefault(name, {})
        found = memory.get(word)
        if found is None:
            members = self.sets[name]
            found = (word, "", "") if word in members else ("", "", "")
            if not found[0]:
                found = next(((s, c, p) for s, c, p, d in self.language.strip(word) if s in members and not d), found)
            if len(memory) >= _REMEMBERED:
                memory.clear()
            memory[word] = found
        return found

    def _place_at(self, stream: Stream, j: int, last: int) -> Named | None:
        if j >= last or stream.kind[j] != "word":
            return None
        hit = next(
            (h for h in stream.hits(j, last) if h.kind == "place" and not h.conjunction and not h.preposition), None
        )
        if hit is None or any(m in stream.marks[j] and stream.marks[j][m].definite for m in ("place", "head")):
            return None
        return self._listed_place(stream, hit, j, j, last)[0]

    def _headed_places(self, stream: Stream, i: int, last: int, reading: Reading, taken: frozenset[int]) -> list[Named]:
        kinds = reading.entry.marks["place"] or ("other",)
        kind = "other" if "other" in kinds else kinds[0]
        several = reading.entry.number in ("d", "p")
        if reading.suffix or ("weak" in reading.entry.marks and i + 1 < last and "noun" in stream.marks[i + 1]):
            return []
        found: list[Named] = []
        j = i + 1
        if kind == "camp" and not reading.definite:
            attacked = self._attacked(stream, i, last, reading, kind)
            if attacked is not None:
                return [attacked]
        if reading.definite or (
            kind in ("facility", "other", "region") and stream.norm[i] not in self.sets["bare_regions"]
        ):
            facility = self._facility(stream, i, last, reading, kind, taken)
            return [facility] if facility is not None else []
        if several and j < last:
            items = self._items(stream, j, last, kind, taken)
            if len(items) > 1 and (reading.entry.number != "d" or len(items) == 2):
                items[0] = items[0]._replace(
                    first=i, conjunction=reading.conjunction, preposition=reading.preposition, head=reading.entry.lemma
                )
                return items
        while j < last:
            one = self._proper(stream, j, last, kind, taken, several=reading.entry.number == "p")
            if one is None:
                break
            found.append(one)
            j = one.last
            if not several or j >= last:
                break
            if norm_is_conjunction(stream, j, self.sets["single_conjunctions"]):
                j += 1
            elif not self._opens_with_conjunction(stream, j):
                break
        if found:
            head = found[0]
            found[0] = head._replace(
                first=i, conjunction=reading.conjunction, preposition=reading.preposition, head=reading.entry.lemma
            )
        return found

    def _announced_places(self, stream: Stream, i: int, last: int, taken: frozenset[int]) -> list[Named]:
        """Proper names that a definite plural announces ("the villages are X, Y and Z", "the towns of: X and Y")."""
        reading = stream.marks[i].get("place")
        if reading is None or reading.entry.number != "p" or i + 2 >= last:
            return []
        j = i + 1
        while j < last and j < i + 4 and (stream.norm[j] in self.sets["announcing"] or stream.norm[j] == ":"):
            j += 1
        if j == i + 1:
            return []
        kinds = reading.entry.marks["place"] or ("other",)
        found = self._items(stream, j, last, kinds[0], taken)
        return found if len(found) > 1 or (found and j in stream.opens) else []

    def _items(self, stream: Stream, j: int, last: int, kind: str, taken: frozenset[int]) -> list[Named]:
        """A list of places' names from ``j``: quoted, listed, or of up to three words that no dictionary has."""
        found: list[Named] = []
        while j < last:
            one = self._item(stream, j, last, kind, taken, first=not found)
            if one is None:
                break
            found.append(one)
            j = one.last
            if (j < last and stream.norm[j] in self.sets["commas"]) or (
                j < last and norm_is_conjunction(stream, j, self.sets["single_conjunctions"])
            ):
                j += 1
                if j < last and norm_is_conjunction(stream, j, self.sets["single_conjunctions"]):
                    j += 1
            elif not (j < last and self._opens_with_conjunction(stream, j)):
                break
        return found

    def _item(
        self, stream: Stream, j: int, last: int, kind: str, taken: frozenset[int], *, first: bool
    ) -> Named | None:
        if stream.kind[j] != "word" or j in taken or stream.norm[j] in self.sets["common_adjectives"]:
            return None
        norm = stream.norm
        end = self._quotation(stream, j, last)
        if end:
            entries = tuple(h.payload for h in stream.hits(j, end) if h.kind == "place" and h.last == end)
            return Named(
                j, end, "place", kind, stream.surface(j, end), (), None, entries, "", "", "", False, "name.place.item"
            )
        hits = [
            h for h in stream.hits(j, last) if h.kind == "place" and not h.preposition and not (first and h.conjunction)
        ]
        conjunction = ""
        if hits and not hits[0].conjunction and norm[j] in self.sets["name_starters"] and hits[0].last == j + 1:
            hits = []
        if hits:
            end, conjunction = hits[0].last, hits[0].conjunction
        else:
            word = norm[j]
            if (
                not first
                and word.startswith(self.sets["single_conjunctions_prefix"])
                and word not in self.sets["name_starters"]
            ):
                word, conjunction = word[1:], "and"
            marks = stream.marks[j]
            starter = word in self.sets["name_starters"]
            proper = starter or word in self.language.given_names or (not marks and word not in self.sets["stops"])
            if not proper or len(word) < 2 or word in self.sets["that"] or any(r.preposition for r in marks.values()):
                return None
            end = j + 1
            if (
                starter
                and end < last
                and stream.kind[end] == "word"
                and norm[end] not in self.sets["stops"]
                and not self._finite(stream, end)
            ):
                end += 1
        while (
            end < last
            and end < j + 3
            and (
                norm[end] in self.sets["place_adjectives"]
                or (
                    self._nameless(stream, end, taken)
                    and not norm[end].startswith(self.sets["single_conjunctions_prefix"])
                )
            )
        ):
            if hits and hits[0].payload.rank >= 4 and norm[end] not in self.sets["place_adjectives"]:
                break
            end += 1
        entries = tuple(h.payload for h in stream.hits(j, end) if h.kind == "place" and h.last == end)
        return Named(
            j,
            end,
            "place",
            kind,
            stream.surface(j, end, conjunction),
            (),
            None,
            entries,
            conjunction,
            "",
            "",
            False,
            "name.place.item",
        )

    def _opens_with_conjunction(self, stream: Stream, j: int) -> bool:
        return stream.kind[j] == "word" and stream.norm[j].startswith(self.sets["single_conjunctions_prefix"])

    def _proper(
        self, stream: Stream, j: int, last: int, kind: str, taken: frozenset[int], *, several: bool
    ) -> Named | None:
        """A place's proper name at ``j``, after its type word: quoted, listed, or one to three unknown words."""
        if stream.kind[j] != "word" or j in taken or (stream.norm[j] in self.sets["common_adjectives"] and several):
            return None
        end = self._quotation(stream, j, last)
        if not end:
            whole = stream.norm[j] in self.sets["name_starters"] or (not several and self._type_word(stream, j - 1))
            hits = [
                h
                for h in stream.hits(j, last)
                if h.kind == "place" and not h.preposition and not (whole and h.conjunction)
            ]
            fitting = [h for h in hits if any(x.payload.kind == kind for x in hits if x.last == h.last)] or hits
            if (
                fitting
                and fitting[0].last == j + 1
                and stream.norm[j] in self.sets["name_starters"]
                and len(stream.norm[j]) <= 4
            ):
                fitting = []
            if fitting:
                hit = fitting[0]
                entries = tuple(h.payload for h in hits if h.last == hit.last)
                name = stream.surface(hit.first, hit.last, hit.conjunction, hit.preposition)
                return Named(
                    j,
                    hit.last,
                    "place",
                    kind,
                    name,
                    (),
                    None,
                    entries,
                    hit.conjunction,
                    hit.preposition,
                    "",
                    False,
                    "name.place.head-listed",
                )
            definite_place = "place" in stream.marks[j] and stream.marks[j]["place"].definite
            if stream.norm[j] in self.sets["stops"] or self._finite(stream, j) or definite_place:
                return None
            end = j + 1
            word = stream.norm[j]
            if (
                several
                and not word.startswith(self.article)
                and self._member(word, "name_starters")[0] == ""
                and word not in self.language.given_names
            ):
                return None
            if (
                (word in self.sets["name_starters"] or self._member(word, "name_starters")[0])
                and end < last
                and stream.kind[end] == "word"
            ):
                end += 1
            if end < last and stream.norm[end] in self.sets["place_adjectives"]:
                end += 1
            elif word.startswith(self.article) and stream.norm[j] in self.sets["not_adjectives"]:
                return None
            marks = stream.marks[j]
            if end == j + 1 and "victim" in marks and not word.startswith(self.article):
                return None
            if (
                end == j + 1
                and marks
                and not word.startswith(self.article)
                and any(r.preposition for r in marks.values())
            ):
                return None
            if (
                end == j + 1
                and end < last
                and self._unknown(stream, j, taken)
                and self._unknown(stream, end, taken)
                and not several
                and (end + 1 >= last or stream.kind[end + 1] == "punct" or stream.norm[end + 1] in self.sets["stops"])
                and not stream.norm[end].startswith(self.sets["verbal_prefixes"])
                and not stream.norm[end].endswith(self.sets["verbal_endings"])
            ):
                end += 1
        hits = [h for h in stream.hits(j, end) if h.kind == "place" and h.last == end]
        conjunction = (
            "and"
            if self._opens_with_conjunction(stream, j) and j - 1 >= 0 and stream.kind[j - 1] == "word" and not hits
            else ""
        )
        if hits:
            conjunction = hits[0].conjunction
        if conjunction and not hits and not self._after_named(stream, j):
            conjunction = ""
        name = stream.surface(j, end, conjunction)
        return Named(
            j,
            end,
            "place",
            kind,
            name,
            (),
            None,
            tuple(h.payload for h in hits),
            conjunction,
            "",
            "",
            False,
            "name.place.head",
        )

    def _type_word(self, stream: Stream, i: int) -> bool:
        """Whether the word at ``i`` is a place's type word ("town", "block")."""
        return i >= 0 and ("place" in stream.marks[i] or bool(self._member(stream.norm[i], "place_heads")[0]))

    def _after_named(self, stream: Stream, j: int) -> bool:
        return j >= 2 and not self._type_word(stream, j - 1)

    def _finite(self, stream: Stream, j: int) -> bool:
        marks = stream.marks[j]
        return "verb" in marks and "noun" not in marks and "masdar" not in marks and "adjective" not in marks

    def _facility(
        self, stream: Stream, i: int, last: int, reading: Reading, kind: str, taken: frozenset[int]
    ) -> Named | None:
        generic = self._attacked(stream, i, last, reading, kind)
        if generic is not None:
            return generic
        j = i + 1
        norm = stream.norm
        if (
            j >= last
            or (stream.kind[j] != "word" and stream.kind[j] != "number")
            or j in taken
            or norm[j] in self.sets["directions"]
        ):
            return None
        end = self._quotation(stream, j, last) if not reading.definite or kind == "facility" else 0
        plural = reading.entry.number == "p"
        if norm[j] in self.sets["not_names"] and not end:
            return None
        if not end and reading.definite:
            if kind != "facility" or plural:
                return None
            end = j
            while (
                end < last
                and end < j + 2
                and stream.kind[end] == "word"
                and norm[end].startswith(self.article)
                and (norm[end] in self.sets["place_adjectives"] or "nationality" in stream.marks[end])
            ):
                end += 1
            if end == j:
                return None
        elif not end:
            hits = [
                h
                for h in stream.hits(j, last)
                if h.kind in ("place", "actor", "ambiguous") and not h.preposition and not h.conjunction
            ]
            if hits and not plural:
                end = hits[0].last
            elif hits or norm[j] in self.sets["stops"] or self._finite(stream, j):
                return None
            elif norm[j].startswith(self.article):
                if norm[j] in self.sets["not_adjectives"] or norm[j].startswith(self.sets["stop_prefixes"]) or plural:
                    return None
                if (
                    kind in ("other", "region")
                    and stream.marks[j]
                    and not (
                        self._member(norm[i], "named_spots")[0]
                        and not set(stream.marks[j]) & {"members", "event", "masdar", "outcome"}
                    )
                ):
                    return None
                end = j + 1
            elif norm[j] in self.language.given_names and not plural:
                end = j + 1
            elif kind == "other" or self._member(norm[i], "common_facilities")[0]:
                if plural or not self._unknown(stream, j, taken) or norm[j].endswith(self.sets["common_endings"]):
                    return None
                end = j + 1
            elif not stream.marks[j] or norm[j] in self.sets["name_starters"] or "place" in stream.marks[j]:
                if any(r.preposition or r.conjunction for r in stream.marks[j].values()):
                    return None
                end = j + 1
                if (
                    end < last
                    and stream.kind[end] == "word"
                    and norm[end] not in self.sets["stops"]
                    and not self._finite(stream, end)
                    and (
                        norm[j] in self.sets["name_starters"]
                        or "place" in stream.marks[j]
                        or norm[end] in self.sets["place_adjectives"]
                    )
                ):
                    end += 1
                elif not stream.marks[j] and self._ends_adverbial(stream.norm[j]):
                    return None
            else:
                return None
            if end < last and norm[end] in self.sets["place_adjectives"]:
                end += 1
        # a road between two places is one name
        if end + 1 < last and stream.document.tokens[stream.token[end]].text in self.sets["dashes"]:
            other = self._place_at(stream, end + 1, last)
            if other is not None and kind == "other":
                end = other.last
        name = stream.surface(i, end, reading.conjunction, reading.preposition)
        inner = stream.surface(j, end)
        entries = tuple(h.payload for h in stream.hits(i, end) if h.kind == "place" and h.last == end)
        bare = (
            kind in ("camp", "other", "region", "neighbourhood")
            and not reading.definite
            and not (set(stream.marks[j]) & {"noun", "place"})
        )
        return Named(
            i,
            end,
            "place",
            kind,
            name,
            (inner,) if bare else (),
            None,
            entries,
            reading.conjunction,
            reading.preposition,
            reading.entry.lemma,
            False,
            "name.place.facility",
        )

    def _attacked(self, stream: Stream, i: int, last: int, reading: Reading, kind: str) -> Named | None:
        """An unnamed facility or camp that is what was hit ("shelled a camp for civilians")."""
        if kind not in ("facility", "camp") or reading.definite or reading.entry.number != "s" or i == 0:
            return None
        before = stream.marks[i - 1]
        attack = "event" in before or ("light" in before and "hit" in before["light"].entry.marks["light"])
        j = i + 1
        complement = j < last and any(
            r.preposition == "to" and "victim" in r.entry.marks for r in self.language.readings(stream.norm[j])
        )
        if complement:
            name = f"{reading.entry.lemma} {stream.surface(j, j + 1)}"
            return Named(
                i,
                j + 1,
                "place",
                kind,
                name,
                (),
                None,
                (),
                reading.conjunction,
                reading.preposition,
                reading.entry.lemma,
                False,
                "name.place.attacked",
            )
        accusative = (
            stream.norm[i] != self.language.fold(reading.entry.lemma)
            and not reading.preposition
            and not reading.conjunction
        )
        if not (attack and accusative):
            return None
        return Named(
            i,
            j,
            "place",
            kind,
            reading.entry.lemma,
            (),
            None,
            (),
            "",
            "",
            reading.entry.lemma,
            False,
            "name.place.attacked",
        )

    def _ends_adverbial(self, word: str) -> bool:
        return word.endswith(self.sets["adverb_endings"])

    # ------------------------------------------------------------------ persons

    def _person(
        self, stream: Stream, i: int, first: int, last: int, taken: frozenset[int], best: Hit | None
    ) -> Named | None:
        """A person's name at ``i``: a given name or a kunya with what follows, an unknown name where an
        office, a kinship
        word, an apposition or an age shows that a person is meant, or a part of a name told in full before.
        """
        norm, sets = stream.norm, self.sets
        word = norm[i]
        marks = stream.marks[i]
        stem, conjunction, preposition = word, "", ""
        given = word in self.language.given_names
        if given and word in sets["stops"]:
            given = (
                self._truly_given(stream, i)
                and i + 1 < last
                and (
                    norm[i + 1] in self.language.given_names
                    or (
                        word not in sets["office_links"]
                        and norm[i + 1].startswith(self.article)
                        and self._introduced(stream, i, first) == "title"
                    )
                )
            )
        if not given and word not in sets["stops"]:
            stripped = next(
                ((s, c, p) for s, c, p, d in self.language.strip(word) if s in self.language.given_names and not d),
                None,
            )
            if (
                stripped
                and not marks
                and (
                    stripped[2] in ("", "to")
                    or (i + 1 < last and norm[i + 1] in self.language.given_names)
                    or (norm[i + 1 : i + 2] and norm[i + 1] in sets["kunya"])
                )
            ):
                stem, conjunction, preposition = stripped
                given = True
        kunya = (
            stem in sets["kunya"]
            and i + 1 < last
            and len(norm[i + 1]) > 2
            and not norm[i + 1].endswith(sets["enclitic_endings"])
            and not (marks and stream.marks[i + 1] and norm[i + 1] not in self.language.given_names)
        )
        if stem in sets["that"] or (word in sets["stops"] and not given):
            return None
        foreign = not given and not kunya and best is None and self._unknown(stream, i, taken)
        if not given and not kunya and not foreign:
            return self._short_person(stream, i) if best is None and not marks else None
        introduced = self._introduced(stream, i, first)
        if best is not None and not (given and introduced):
            return None
        if marks and not kunya and not introduced and not self._apposed(stream, i, i + 2, last):
            return None
        end = i + 1
        if (
            given
            and introduced == "title"
            and end < last
            and not stream.marks[end]
            and norm[end] not in sets["stops"]
            and any(
                h.kind == "place" and not h.conjunction and not h.preposition and h.payload.rank < 8
                for h in stream.hits(end, end + 1)
            )
        ):
            end += 1
        while end < last and end < i + 4 and self._name_like(stream, end, taken, given=norm[end - 1] in sets["kunya"]):
            if (
                end >= i + 2
                and norm[end] not in self.language.given_names
                and norm[end] not in sets["kunya"]
                and norm[end - 1] not in sets["kunya"]
            ):
                if not norm[end].startswith(self.article) and (stream.marks[end] or not given):
                    break
                if norm[end - 1].startswith(self.article):
                    break
            end += 1
        while end > i + 1 and norm[end - 1] in sets["kunya"]:
            end -= 1
        words = end - i
        if (
            given
            and end == i + 1 < last - 1
            and introduced in ("title", "office")
            and stream.kind[end] == "word"
            and norm[end] not in sets["stops"]
            and not norm[end].startswith(self.article)
            and not any(r.preposition or r.conjunction for r in stream.marks[end].values())
            and (norm[end + 1] in sets["that"] or norm[end + 1] in sets["commas"])
        ):
            # an ordinary word between a given name and what is said can only be the family's name
            end += 1
        words = end - i
        if kunya and words < 2:
            return None
        if not given and not kunya:
            if (
                words >= 2
                and introduced == "speech"
                and not (self._unknown(stream, i + 1, taken) or norm[i + 1] in self.language.given_names)
            ):
                return self._short_person(stream, i)
            fits = (
                self._aged(stream, end, last)
                or introduced in ("title", "office", "called", "kin")
                or (introduced == "speech" and words >= 2)
                or self._apposed(stream, i, end, last)
            )
            if not fits or (words < 2 and introduced not in ("called", "kin") and not self._aged(stream, end, last)):
                return self._short_person(stream, i)
        elif (not introduced and words < 2 and not self._aged(stream, end, last)) or (
            words < 2
            and not kunya
            and introduced not in ("called", "kin", "title", "died")
            and not self._aged(stream, end, last)
        ):
            return self._short_person(stream, i) if not marks else None
        if introduced == "died" and words < 2 and marks:
            return None
        name = stream.surface(i, end, conjunction, preposition)
        aliases: tuple[str, ...] = ()
        nick = self._quotation(stream, end, last)
        if (
            nick
            and (nick >= last or stream.quote[nick] != stream.quote[end])
            and nick - end <= 2
            and not stream.quote[end - 1]
        ):
            aliases, end = (stream.surface(end, nick),), nick
        return Named(
            i, end, "actor", "Person", name, aliases, None, (), conjunction, preposition, "", False, "name.person"
        )

    def _unknown(self, stream: Stream, i: int, taken: frozenset[int]) -> bool:
        """Whether the word at ``i`` is in no dictionary, so that it can be a foreign name."""
        word = stream.norm[i]
        if (
            stream.kind[i] != "word"
            or stream.marks[i]
            or i in taken
            or len(word) < 3
            or word in self.sets["stops"]
            or word.startswith(self.article)
        ):
            return False
        if word.startswith(self.sets["not_names_prefixes"]) or self.language.strip_to(word, self.sets["not_names"]):
            return False
        if stream.document.tokens[stream.token[i]].text.endswith(self.feminine):
            return False
        return not any(
            h.kind != "phrase" or h.last > i + 1 or (not h.conjunction and not h.preposition)
            for h in stream.hits(i, len(stream))
        )

    def _nameless(self, stream: Stream, i: int, taken: frozenset[int]) -> bool:
        """Whether the word at ``i`` is in no dictionary as it stands, particles aside."""
        word = stream.norm[i]
        if stream.kind[i] != "word" or stream.marks[i] or i in taken or word in self.sets["stops"]:
            return False
        if word.startswith(self.article) or self.language.strip_to(word, self.sets["not_names"]):
            return False
        return not any(not h.conjunction and not h.preposition for h in stream.hits(i, len(stream)))

    def _apposed(self, stream: Stream, first: int, end: int, last: int) -> bool:
        """Whether a description of a person follows, as after a name: ", an adviser of …", "(22 years)"."""
        if end - first < 2 or end + 1 >= last:
            return False
        if stream.norm[end] in self.sets["commas"]:
            title = stream.marks[end + 1].get("title") or stream.marks[end + 1].get("spokesperson")
            return (
                title is not None
                and title.entry.number == "s"
                and not title.conjunction
                and not title.preposition
                and all(
                    self._unknown(stream, k, frozenset())
                    or stream.norm[k] in self.language.given_names
                    or stream.norm[k].startswith(self.article)
                    for k in range(first, end)
                )
            )
        return self._aged(stream, end, last)

    def _aged(self, stream: Stream, end: int, last: int) -> bool:
        """Whether an age in brackets follows."""
        return (
            end + 3 < last
            and stream.norm[end] in self.sets["brackets"]
            and stream.kind[end + 1] == "number"
            and stream.norm[end + 2] in self.sets["years"]
        )

    def _short_person(self, stream: Stream, i: int) -> Named | None:
        """The first or last name alone of a person whom the article has named in full."""
        if not self._people:
            return None
        word = stream.norm[i]
        found = (
            (word, "", "")
            if word in self._people
            else next(
                (
                    (s, c, p)
                    for s, c, p, d in self.language.strip(word)
                    if s in self._people and not (d and c + p == "")
                ),
                None,
            )
        )
        if found is None or len(found[0]) < 3:
            return None
        _, conjunction, preposition = found
        return Named(
            i,
            i + 1,
            "actor",
            "Person",
            stream.surface(i, i + 1, conjunction, preposition),
            (),
            None,
            (),
            conjunction,
            preposition,
            "",
            False,
            "name.person.short",
        )

    def _rather_person(self, stream: Stream, best: Hit, i: int, first: int, last: int, taken: frozenset[int]) -> bool:
        """Whether a listed name is the beginning of a person's name here ("Sheikh Nasser …", "Saleh the …")."""
        norm, given = stream.norm, self.language.given_names
        if best.conjunction or best.preposition or best.last - i > 2:
            return False
        if i > first and (norm[i - 1] in self.sets["locative"] or "place" in stream.marks[i - 1]):
            return False
        if best.kind == "place" and best.payload.rank >= 6:
            return False
        if best.last == i + 1:
            if norm[i] not in given:
                return False
            if best.kind == "ambiguous" and best.payload.kind != "Person":
                return False
            if best.kind == "actor":
                return (
                    i + 1 < last
                    and "title" in stream.marks[i - 1]
                    and (norm[i + 1] in given or self._unknown(stream, i + 1, taken))
                )
            follows = i + 1 < last and self._name_like(stream, i + 1, taken, given=False)
            return follows and (
                bool(self._introduced(stream, i, first)) or norm[i + 1] in given or norm[i + 1] in self.sets["kunya"]
            )
        title = stream.marks[i].get("title")
        if title is not None and title.definite and best.kind == "place" and norm[i + 1] in given:
            return best.last < last and self._name_like(stream, best.last, taken, given=False)
        return (
            best.kind == "place"
            and norm[i] in given
            and norm[i + 1] in given
            and bool(self._introduced(stream, i, first))
        )

    def _truly_given(self, stream: Stream, i: int) -> bool:
        """Whether a word that folds to a function word is spelt as the given name."""
        return self.language.bare(stream.document.tokens[stream.token[i]].text) in self.language.given_surfaces

    def _introduced(self, stream: Stream, i: int, first: int) -> str:
        """What stands before a name to show that a person follows: ``called``, ``kin``, ``died``,
        ``speech``, ``title`` (a title
        or office just before), ``office`` (an office with what it belongs to); else empty.
        """
        if i == first:
            return ""
        norm, sets = stream.norm, self.sets
        before = i - 1
        if norm[before] in sets["brackets"] and before > first and norm[before - 1] in sets["called"]:
            return "called"
        if norm[before] in sets["called"]:
            return "called"
        marks = stream.marks[before]
        if norm[before] in sets["kin"] or self.language.strip_to(norm[before], sets["kin"]):
            return "kin"
        if "victim" in marks and "noun" in marks and marks["victim"].definite and marks["victim"].entry.number == "s":
            return "title"
        verb = marks.get("verb")
        if "speech" in marks and marks["speech"].entry.pos == "verb":
            return "speech"
        if "outcome" in marks and verb is not None and verb.entry.number == "s":
            return "died"
        comma = False
        if norm[before] in sets["commas"]:
            comma = True
            before -= 1
        given = norm[i] in self.language.given_names
        for k in range(before, max(first, before - 11) - 1, -1):
            word = norm[k]
            marks = stream.marks[k]
            if stream.kind[k] != "word":
                if stream.kind[k] == "punct" and word in sets["brackets"]:
                    continue
                break
            if word in sets["office_links"] or (any(word == p for p in sets["locative"]) and before - k >= 1):
                continue
            if ("title" in marks or "spokesperson" in marks or word in sets["offices"]) and (
                marks.get("noun") or word in sets["offices"]
            ):
                title = marks.get("spokesperson") or marks.get("title")
                if title is not None and title.entry.number != "s" and k != i - 1:
                    return ""
                if comma:
                    return "office" if self._closes(stream, i) else ""
                if k == i - 1:
                    return "title"
                if (given and before - k <= 4) or "nationality" in stream.marks[i - 1]:
                    return "title"
                return "office"
            if word in sets["stops"] or word in sets["that"]:
                break
            if (
                "verb" in marks
                and "noun" not in marks
                and "adjective" not in marks
                and "masdar" not in marks
                and "head" not in marks
            ):
                break
            if "outcome" in marks or (
                "event" in marks and "head" not in marks and "participle" not in marks and k == i - 1
            ):
                break
        return ""

    def _closes(self, stream: Stream, i: int) -> bool:
        """Whether a comma follows within the reach of a name, as at the end of an apposition."""
        return any(stream.norm[k] in self.sets["commas"] for k in range(i + 2, min(i + 5, len(stream))))

    def _name_like(self, stream: Stream, j: int, taken: frozenset[int], *, given: bool) -> bool:
        if stream.kind[j] != "word" or j in taken or j in stream.opens:
            return False
        word = stream.norm[j]
        if given and len(word) > 2:
            return True
        if word.startswith(self.sets["purpose_letters_prefixes"]):
            return False
        if word in self.sets["stops"]:
            return word in self.language.given_names and self._truly_given(stream, j)
        if word in self.language.given_names or word in self.sets["kunya"]:
            return True
        marks = stream.marks[j]
        if (
            marks
            and not (
                "title" in marks and word.endswith(self.sets["nisba_endings"]) and not word.startswith(self.article)
            )
            and not (
                "nationality" in marks or ("noun" in marks and word.startswith(self.article) and "victim" not in marks)
            )
        ):
            return False
        if self._ends_adverbial(word):
            return False
        if not word.startswith(self.article) and any(h.kind != "phrase" for h in stream.hits(j, j + 1)):
            return False
        hits = [h for h in stream.hits(j, j + 1) if h.kind == "phrase"]
        if hits:
            return False
        return not (
            word.startswith(self.article)
            and (word in self.sets["not_adjectives"] or word.startswith(self.sets["stop_prefixes"]))
        )

    # ------------------------------------------------------------------ sources and references

    def _source(self, stream: Stream, i: int, last: int, reading: Reading, taken: frozenset[int]) -> Named | None:
        """A noun for someone who speaks without a name, with its adjectives and what it is said to belong to."""
        if reading.suffix:
            if self.language.fold(reading.entry.lemma) not in self.sets["own_sources"]:
                return None
            name = stream.surface(i, i + 1, reading.conjunction, reading.preposition)
            return Named(
                i,
                i + 1,
                "source",
                "UnnamedSource",
                name,
                (),
                None,
                (),
                reading.conjunction,
                reading.preposition,
                reading.entry.lemma,
                False,
                "name.source",
            )
        sets, norm = self.sets, stream.norm
        j = i + 1
        while j < last and j < i + 4 and stream.kind[j] == "word" and j not in taken and norm[j] not in sets["stops"]:
            marks = stream.marks[j]
            if (
                "verb" in marks
                and "adjective" not in marks
                and "nationality" not in marks
                and not norm[j].startswith(self.article)
            ):
                break
            if any(r.preposition or r.conjunction for r in marks.values()) or self._has_place_or_actor_after_clitic(
                stream, j, last
            ):
                break
            if norm[j].startswith(self.article) != reading.definite and not self._genitive(stream, j, last, reading):
                break
            if norm[j] in sets["same_source"] or (reading.definite and "head" in marks and marks["head"].definite):
                break
            if (
                j == i + 1
                and ("instrument" in marks or "event" in marks or "masdar" in marks)
                and "adjective" not in marks
            ):
                return None
            if any(h.kind in ("actor", "ambiguous") for h in stream.hits(j, last)) or "head" in marks:
                j = self._np_end(stream, j, last, taken)
                break
            j += 1
        short = j
        j = self._belongs(stream, j, last, taken, locative=j == i + 1)
        if reading.definite and j == i + 1:
            name = stream.surface(i, j, reading.conjunction, reading.preposition)
            return Named(
                i,
                j,
                "source",
                "UnnamedSource",
                name,
                (),
                None,
                (),
                reading.conjunction,
                reading.preposition,
                reading.entry.lemma,
                True,
                "name.source.reference",
            )
        name = stream.surface(i, j, reading.conjunction, reading.preposition)
        aliases = (stream.surface(i, short, reading.conjunction, reading.preposition),) if short != j else ()
        same = short < last and norm[short] in sets["same_source"]
        return Named(
            i,
            j,
            "source",
            "UnnamedSource",
            name,
            aliases,
            None,
            (),
            reading.conjunction,
            reading.preposition,
            reading.entry.lemma,
            same and reading.definite,
            "name.source",
        )

    def _belongs(self, stream: Stream, j: int, last: int, taken: frozenset[int], *, locative: bool = False) -> int:
        """Where what a source belongs to ends ("… in the ministry", "… close to the party"), or ``j``."""
        words = self.sets["belonging"]
        if j + 1 >= last or j + 1 in taken:
            return j
        if stream.norm[j] not in words and not (locative and stream.norm[j] in self.sets["locative"]):
            return j
        end = self._np_end(stream, j + 1, last, taken)
        return end if end > j + 1 else j

    def _speaker_by_description(
        self, stream: Stream, i: int, first: int, last: int, taken: frozenset[int]
    ) -> list[Named]:
        """Someone told of by office, trade or side only, where a verb of speech or of deed stands right before:
        "Iraqi officers said", "… the director of X hospital to …", "settlers attacked".
        """
        marks = stream.marks[i]
        reading = marks.get("title") or marks.get("members") or marks.get("victim")
        if (
            i == first
            or reading is None
            or reading.suffix
            or reading.conjunction
            or reading.preposition
            or reading.entry.pos not in ("noun", "participle")
        ):
            if (reading is None and i > first and stream.norm[i] in self.sets["unknown_adjectives"]) or (
                reading is None and i > first and stream.norm[i] in self.sets["speaking_nouns"]
            ):
                reading = Reading(Entry(stream.norm[i], "noun", "m", "p", "", "", {}), "", "", False, "")
            else:
                return []
        norm, sets = stream.norm, self.sets
        before = stream.marks[i - 1].get("verb")
        ending = any(
            h.kind == "phrase" and h.last == i and "source" in h.payload.marks
            for k in range(max(first, i - 2), i)
            for h in stream.hits(k, i)
        )
        if before is None and not ending:
            return []
        speech = ending or "speech" in stream.marks[i - 1]
        if reading.definite:
            return []
        if not speech:
            name = norm[i]
            listed = next(
                (
                    h.payload
                    for h in stream.hits(i, i + 1)
                    if h.kind == "ambiguous" and not h.conjunction and not h.preposition
                ),
                None,
            )
            if (
                ("members" not in marks and listed is None and name not in sets["unknown_adjectives"])
                or not name.endswith(sets["plural_endings"])
                or before is None
            ):
                return []
            if before.entry.voice == "passive" or (
                "outcome" in stream.marks[i - 1]
                and "harm" not in stream.marks[i - 1]
                and not self._acts(stream, i, last)
            ):
                return []
            return [
                Named(
                    i,
                    i + 1,
                    "actor",
                    "ArmedForce",
                    stream.surface(i, i + 1),
                    (),
                    listed,
                    (),
                    "",
                    "",
                    "",
                    False,
                    "name.actor.members",
                )
            ]
        if "spokesperson" in marks or (
            norm[i].endswith(sets["oblique_endings"]) and reading.entry.number != "s" and not ending
        ):
            return []
        for k in range(i + 1, min(i + 10, last)):
            if norm[k] in sets["that"] or stream.kind[k] == "punct":
                break
            if (
                norm[k] in self.language.given_names
                and "verb" not in stream.marks[k]
                and k + 1 < last
                and not self._type_word(stream, k - 1)
                and (
                    self._introduced(stream, k, first)
                    or (
                        norm[k + 1] in sets["kunya"]
                        and any(h.last == k for begin in range(i + 1, k) for h in stream.hits(begin, k))
                    )
                )
            ):
                return []
            if (
                (
                    self._unknown(stream, k, taken)
                    and "place" not in stream.marks[k - 1]
                    and "head" not in stream.marks[k - 1]
                    and self._introduced(stream, k, first)
                )
                and k + 1 < last
                and (self._unknown(stream, k + 1, taken) or norm[k + 1] in self.language.given_names)
            ):
                return []
        whole = (
            next((h for h in stream.hits(i + 1, last) if h.kind in ("actor", "ambiguous") and not h.preposition), None)
            if i + 1 < last
            else None
        )
        if whole is not None and whole.payload.kind in ("Organization", "ArmedForce") and "title" in marks:
            return []
        j = i + 1
        while j < last and j < i + 8 and stream.kind[j] == "word" and j not in taken:
            if norm[j] in sets["that"] or (norm[j] in sets["stops"] and norm[j] not in sets["office_links"]):
                break
            if self._finite(stream, j) or (
                self._has_place_or_actor_after_clitic(stream, j, last)
                and not any(h.preposition == "in" for h in stream.hits(j, last))
            ):
                break
            if j > i + 1 and any(r.preposition == "to" for r in stream.marks[j].values()):
                break
            if (
                j > i
                and self._introduced(stream, j, first)
                and ((norm[j] in self.language.given_names and not stream.marks[j]) or self._unknown(stream, j, taken))
            ) and (
                not any(h.kind == "place" for h in stream.hits(j, last))
                and "place" not in stream.marks[j - 1]
                and "head" not in stream.marks[j - 1]
            ):
                return []
            hit = next((h for h in stream.hits(j, last) if h.kind != "phrase"), None)
            j = hit.last if hit is not None else j + 1
        while j > i + 1 and (norm[j - 1] in sets["stops"] or norm[j - 1] in sets["office_links"]):
            j -= 1
        if j == i + 1 and reading.entry.number == "s" and "source" not in marks and "victim" not in marks:
            return []
        name = stream.surface(i, j)
        source = Named(
            i,
            j,
            "source",
            "UnnamedSource",
            name,
            (),
            None,
            (),
            "",
            "",
            reading.entry.lemma,
            False,
            "name.source.office",
        )
        return [source, *self._nested(stream, source)]

    def _acts(self, stream: Stream, i: int, last: int) -> bool:
        """Whether an object follows the plural at ``i``, so that it did what the verb before says."""
        return (
            i + 1 < last
            and stream.kind[i + 1] == "word"
            and stream.norm[i + 1] not in self.sets["stops"]
            and not stream.norm[i + 1].startswith(self.sets["single_conjunctions_prefix"])
        )

    def _nested(self, stream: Stream, source: Named) -> list[Named]:
        """Listed actors and places inside a source's words ("a source in X"): named there too."""
        found: list[Named] = []
        k = source.first + 1
        while k < source.last:
            if (
                k == source.first + 1
                and self.language.fold(source.head) in self.sets["residents"]
                and stream.kind[k] == "word"
                and not stream.marks[k]
                and not any(h.kind != "phrase" for h in stream.hits(k, source.last))
                and stream.norm[k].startswith(self.article)
                and stream.norm[k] not in self.sets["not_adjectives"]
            ):
                found.append(
                    Named(
                        k,
                        k + 1,
                        "place",
                        "town",
                        stream.surface(k, k + 1),
                        (),
                        None,
                        (),
                        "",
                        "from",
                        "",
                        False,
                        "name.place.residents",
                    )
                )
                break
            typed = stream.marks[k].get("place")
            if (stream.norm[k - 1] in self.sets["locative"] or (typed is not None and not typed.definite)) and not any(
                h.kind == "actor" for h in stream.hits(k, source.last)
            ):
                reading = stream.marks[k].get("place")
                places = (
                    self._headed_places(stream, k, source.last, reading, frozenset()) if reading is not None else []
                )
                inner = self._place_at(stream, k, source.last)
                places = places or ([inner] if inner is not None else [])
                if places:
                    found.extend(p._replace(preposition="from") for p in places)
                    break
            hit = next(
                (
                    h
                    for h in stream.hits(k, source.last)
                    if h.kind == "actor" and not h.preposition and not h.conjunction
                ),
                None,
            )
            if hit is None and k > source.first + 1:
                head = self._body(stream.norm[k], stream.marks[k]) or stream.marks[k].get("head")
                body = (
                    self._headed_actor(stream, k, source.last, head, frozenset())
                    if head is not None and not head.definite
                    else None
                )
                if body is not None:
                    found.append(body._replace(conjunction="", preposition="from"))
                    break
            if hit is None:
                k += 1
                continue
            entry: ActorEntry = hit.payload
            if entry.kind != "Government" or not self._namesakes(stream, hit):
                name = stream.surface(hit.first, hit.last)
                found.append(
                    Named(
                        hit.first,
                        hit.last,
                        "actor",
                        entry.kind,
                        name,
                        (),
                        entry,
                        (),
                        "",
                        "from",
                        "",
                        False,
                        "name.actor.in-source",
                    )
                )
            k = hit.last
        return found

    def _one_of(self, stream: Stream, i: int, last: int, taken: frozenset[int]) -> Named | None:
        """Such as "one of the residents", "one of its commander's advisers"."""
        j = i + 1
        if j >= last or j in taken or stream.kind[j] != "word":
            return None
        marks = stream.marks[j]
        if (
            not any(m in marks for m in ("title", "source", "victim", "members", "noun"))
            or "event" in marks
            or "measure" in marks
        ):
            return None
        reading = next(iter(marks.values()))
        end = j + 1
        if (
            not reading.definite
            and not reading.suffix
            and end < last
            and stream.kind[end] == "word"
            and stream.norm[end] not in self.sets["stops"]
            and not self._finite(stream, end)
        ):
            end += 1
        name = stream.surface(i, end)
        return Named(i, end, "source", "UnnamedSource", name, (), None, (), "", "", "", False, "name.source.one-of")

    def _genitive(self, stream: Stream, j: int, last: int, reading: Reading) -> bool:
        return not reading.definite and stream.norm[j].startswith(self.article) and "speech" not in stream.marks[j]

    def _np_end(self, stream: Stream, j: int, last: int, taken: frozenset[int]) -> int:
        """End of the noun phrase at ``j``: a listed name, a headed name, or a short run of nouns."""
        hits = [h for h in stream.hits(j, last) if h.kind in ("actor", "ambiguous", "place")]
        quoted = self._quotation(stream, j, last)
        end = max([h.last for h in hits] + [quoted, j])
        marks = stream.marks[j] if j < last else {}
        if "head" in marks or "place" in marks:
            reading = marks.get("head") or marks["place"]
            end = max(end, self._chain(stream, j, last, reading, taken)[0])
            inner = self._quotation(stream, j + 1, last) if j + 1 < last else 0
            end = max(end, inner)
        if end > j:
            return end
        k = j
        while (
            k < last
            and k < j + 3
            and stream.kind[k] == "word"
            and k not in taken
            and stream.norm[k] not in self.sets["stops"]
        ):
            if self._finite(stream, k) or any(r.conjunction for r in stream.marks[k].values()):
                break
            here = [h for h in stream.hits(k, last) if h.kind in ("actor", "place", "ambiguous")]
            if here and k > j:
                return here[0].last
            k += 1
        return k

    def _place_reference(self, stream: Stream, i: int) -> Named | None:
        """Such as "the town", "the camp": the place spoken of before."""
        reading = stream.marks[i].get("place")
        if reading is None or not reading.definite or "weak" in reading.entry.marks:
            return None
        if reading.entry.number != "s" and not (i + 1 < len(stream) and stream.norm[i + 1] in self.sets["same_source"]):
            return None
        kinds = reading.entry.marks["place"] or ("other",)
        name = stream.surface(i, i + 1, reading.conjunction, reading.preposition)
        listed = tuple(h.payload for h in stream.hits(i, i + 1) if h.kind == "place")
        return Named(
            i,
            i + 1,
            "place",
            kinds[0],
            name,
            (),
            None,
            listed,
            reading.conjunction,
            reading.preposition,
            reading.entry.lemma,
            True,
            "name.place.reference",
        )

    def _reference(self, stream: Stream, i: int, last: int) -> Named | None:
        """A definite head noun alone ("the group", "the network"), to be resolved later."""
        marks = stream.marks[i]
        reading = marks.get("head")
        if reading is None or not reading.definite or reading.suffix or "weak" in reading.entry.marks:
            return None
        if self._sites(reading) and not self._spoken(stream, i):
            return None
        name = stream.surface(i, i + 1, reading.conjunction, reading.preposition)
        kinds = reading.entry.marks["head"]
        return Named(
            i,
            i + 1,
            "actor",
            self._kind(kinds),
            name,
            (),
            None,
            (),
            reading.conjunction,
            reading.preposition,
            reading.entry.lemma,
            True,
            "name.reference",
        )


def norm_is_conjunction(stream: Stream, j: int, conjunctions: frozenset[str]) -> bool:
    """Whether a conjunction stands alone at ``j`` (as before an opening quote)."""
    return stream.kind[j] == "word" and stream.norm[j] in conjunctions
