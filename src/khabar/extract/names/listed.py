"""Names that the dictionaries list, where the words beside them let them be names."""

from __future__ import annotations

from collections.abc import Sequence

from khabar.extract.mentions import Named
from khabar.extract.names.words import Words
from khabar.language import ActorEntry, Language, PlaceEntry
from khabar.match.stream import Hit, Stream

__all__ = ["Listed"]

_OF_OUTLETS = frozenset({"source", "spokesperson", "title", "head", "members"})
_NEAR_KIN = 14
"""Words from a place to another of its country that lets an ordinary word be one, at most."""
_DEEP = 6
"""Levels of the gazetteer, at most."""


class Listed:
    """Chooses among the dictionary entries that begin at a word."""

    def __init__(self, language: Language, words: Words) -> None:
        self.language = language
        self.sets = language.sets
        self.article = language.article
        self.words = words

    def best(self, stream: Stream, hits: Sequence[Hit], i: int, first: int) -> Hit | None:
        """The entry that the words at ``i`` most likely name, the longest first."""
        actors = [h for h in hits if h.kind in ("actor", "ambiguous")]
        places = [h for h in hits if h.kind == "place"]
        phrases = [h for h in hits if h.kind == "phrase"]
        longest = max((h.last for h in actors + places), default=0)
        if phrases and phrases[0].last > longest:
            return None
        if self._of_a_place(stream, i, first) or (longest == i + 1 and self._citizenship(stream, i, first)):
            return None
        for hit in actors:
            if hit.last < longest:
                break
            if self._today(stream, hit) or self._shorter(stream, hit) or self._deed(stream, hit):
                continue
            told = i > first and stream.norm[i - 1] in self.sets["to_alone"] and hit.payload.kind == "MediaOutlet"
            if hit.kind == "actor" or (told and stream.quote[i]):
                return hit
            if not (self.common(stream, hit) or self._adjectival(stream, hit, first) or self._only_words(stream, hit)):
                return hit
        for hit in places:
            if hit.last < longest:
                break
            if self._place_fits(stream, hit, i, first):
                return hit
        return None

    def _deed(self, stream: Stream, hit: Hit) -> bool:
        """Whether a name that is a noun of attack tells what was done, not who did it ("the aggression of X on Y")."""
        if "event" not in stream.marks[hit.first] or hit.payload.kind != "ArmedForce" or hit.last >= len(stream):
            return False
        return stream.norm[hit.last] in self.sets["against_only"]

    def _today(self, stream: Stream, hit: Hit) -> bool:
        """Whether what an outlet is called is a state and the day here ("X announced today")."""
        i, end = hit.first, hit.last
        if hit.payload.kind != "MediaOutlet" or end - i != 2 or stream.norm[end - 1] not in self.sets["today"]:
            return False
        if i in stream.opens or i == 0 or "head" in stream.marks[i - 1] or hit.preposition == "to":
            return False
        if not any(h.last == i + 1 and h.kind in ("actor", "ambiguous") for h in stream.hits(i, i + 1)):
            return False
        speech = stream.marks[i - 1].get("speech")
        told = speech.entry.marks["speech"] if speech is not None else ()
        acts = "verb" in stream.marks[i - 1] and not {"report", "quote", "publish", "add"}.intersection(told)
        return acts or stream.norm[i - 1] in self.sets["origin"] or stream.norm[i - 1] in self.sets["toward"]

    def _shorter(self, stream: Stream, hit: Hit) -> bool:
        """Whether a longer name begins at the second word of the two ("the air force of the National Army of X")."""
        arms = any(r.entry.lemma in self.sets["arms"] for r in self.language.readings(stream.norm[hit.first]))
        if hit.last - hit.first != 2 or not arms:
            return False
        within = (h for h in stream.hits(hit.first + 1, len(stream)) if h.kind == "actor" and not h.preposition)
        return any(h.last > hit.last for h in within)

    def common(self, stream: Stream, hit: Hit) -> bool:
        """Whether an ambiguous one-word name is also an ordinary word here (a definite one refers, if not to
        itself).
        """
        word = stream.norm[hit.first]
        before = stream.norm[hit.first - 1] if hit.first else ""
        if (
            hit.last - hit.first == 1
            and not stream.quote[hit.first]
            and self.language.strip_to(before, self.sets["works"])
            and not {"noun", "masdar"}.isdisjoint(stream.marks[hit.first])
        ):
            return True  # "the works of rescue"
        bare = hit.last - hit.first == 1 and "title" in stream.marks[hit.first] and hit.last < len(stream)
        if bare and stream.norm[hit.last] in self.language.given_names and not stream.marks[hit.last]:
            return True  # "the engineer X Y"
        after = stream.norm[hit.last] if hit.last < len(stream) else ""
        if hit.last - hit.first == 1 and f"{word.removeprefix(self.article)} {after}" in self.sets["ordinary_pairs"]:
            return True  # "the electrical system"
        reading = stream.marks[hit.first].get("place")
        located = before in self.sets["against"] or before in self.sets["locative"]
        state = hit.last - hit.first == 1 and hit.payload.kind == "Government"
        if reading is not None and reading.definite and state and located:
            return True  # "on the region" that was told of before
        definite = (
            word.startswith(self.article)
            or hit.preposition == "to"
            or (stream.quote[hit.first] and self.words.quoted_alone(stream, hit.first, hit.last))
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
        if hit.last - i > 1 or self.words.quoted_alone(stream, i, hit.last):
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

    def _citizenship(self, stream: Stream, i: int, first: int) -> bool:
        """As in "of Sudanese, Egyptian and Syrian citizenship": an adjective, though it is written like the land."""
        if not stream.feminine(i):
            return False
        k = i - 1
        while k > first and (stream.kind[k] == "punct" or len(stream.norm[k]) == 1 or "nationality" in stream.marks[k]):
            k -= 1
        return k >= first and self.language.strip_to(stream.norm[k], self.sets["citizenships"])

    def _only_words(self, stream: Stream, hit: Hit) -> bool:
        """Whether an outlet's bare title ("the day", "the homeland") is only its words here: nothing beside it tells,
        or is told to an outlet.
        """
        i, end = hit.first, hit.last
        if hit.payload.kind != "MediaOutlet" or "head" in stream.marks[i] or hit.preposition == "to":
            return False
        told = i > 0 and (
            (self.words.spoken(stream, i) and not (i > 1 and stream.norm[i - 2] in self.sets["locative"]))
            or stream.norm[i - 1] in self.sets["brackets"]
            or not _OF_OUTLETS.isdisjoint(stream.marks[i - 1])
        )
        tells = (
            end < len(stream)
            and not self._begins(stream, end)
            and ("speech" in stream.marks[end] or stream.norm[end] in self.sets["label_marks"])
        )
        return not (told or tells or self.words.quoted_alone(stream, i, end))

    def _place_fits(self, stream: Stream, hit: Hit, i: int, first: int) -> bool:
        place: PlaceEntry = hit.payload
        if hit.preposition == "as" or stream.norm[i] in self.sets["that"]:
            return False
        if stream.norm[i] in self.sets["directions"] and any(
            h.kind == "place" and h.last > hit.last for h in stream.hits(i + 1, len(stream))
        ):
            return False  # "the east of (Central Africa)"
        if (
            hit.last == i + 1
            and hit.preposition
            and len(stream.norm[i]) - 1 - (1 if hit.conjunction else 0) <= 3
            and place.rank < (7 if stream.marks[i] else 6)
        ):
            return False
        if (
            place.needs_head
            and place.rank >= 5
            and (self._within_another(stream, hit.last) or self._heads_line(stream, i, hit.last))
        ):
            return True
        if place.needs_head and place.rank >= 4 and self._among_kin(stream, hit, first):
            return True
        if (place.needs_head or stream.marks[i]) and self._in_its_region(stream, hit):
            return True
        if place.needs_head and hit.conjunction == "and" and self._beside_neighbour(stream, hit):
            return True
        if place.needs_head:
            return self.words.quoted_alone(stream, hit.first, hit.last) and self.words.located(stream, i, first)
        if hit.last - hit.first > 1:
            return True
        marks = stream.marks[i]
        if (
            any(m in marks and marks[m].definite and marks[m].entry.number != "d" for m in ("place", "head"))
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
        if place.rank >= 7:
            return True
        return place.rank >= 4 and (
            self.words.located(stream, i, first)
            or self._attacked(stream, i, first)
            or self._within_another(stream, hit.last)
            or self._heads_line(stream, i, hit.last)
        )

    def _attacked(self, stream: Stream, i: int, first: int) -> bool:
        """Whether a word for an attack and "on" stand before ``i``."""
        return i > first + 1 and stream.norm[i - 1] in self.sets["against_only"] and "event" in stream.marks[i - 2]

    def _among_kin(self, stream: Stream, hit: Hit, first: int) -> bool:
        """Whether an ordinary word stands where only a place can, beside another place of its country ("in the town of
        X in Y").
        """
        i, end = hit.first, hit.last
        if i < first + 2 or stream.norm[i - 1] not in self.sets["near"] or hit.conjunction or hit.preposition:
            return False
        closed = end >= len(stream) or stream.kind[end] != "word" or stream.norm[end] in self.sets["stops"]
        if not closed and stream.norm[end] not in self.sets["directions"]:
            return False
        return any(
            h.kind == "place" and not h.payload.needs_head and h.payload.country == hit.payload.country and h.last <= i
            for k in range(max(first, i - _NEAR_KIN), i - 1)
            for h in stream.hits(k, i)
        )

    def _beside_neighbour(self, stream: Stream, hit: Hit) -> bool:
        """Whether a place of the same province stands right before the "and" ("X and Y were shelled")."""
        province = self._province(hit.payload)
        return bool(province) and any(
            h.kind == "place" and h.last == hit.first and not h.payload.needs_head
            and self._province(h.payload) == province and h.payload.kind not in ("country", "governorate")
            for k in range(max(0, hit.first - 3), hit.first)
            for h in stream.hits(k, hit.first)
        )  # fmt: skip

    def _province(self, place: PlaceEntry) -> str:
        """The id of the governorate that a place lies in, or empty."""
        seen = 0
        above: PlaceEntry | None = place
        while above is not None and above.kind != "governorate" and seen < _DEEP:
            above = self.language.places.get(above.within)
            seen += 1
        return above.id if above is not None and above.kind == "governorate" else ""

    def _in_its_region(self, stream: Stream, hit: Hit) -> bool:
        """Whether the larger place that the gazetteer puts it in follows ("X in the countryside of Y")."""
        return any(h.payload.id == hit.payload.within for h in self._larger_behind(stream, hit.last))

    def _region_behind(self, stream: Stream, end: int) -> set[str]:
        """The countries of the province that is named behind a place ("X in the province of Y")."""
        hits = self._larger_behind(stream, end)
        return {h.payload.country for h in hits if h.payload.kind in ("governorate", "region")}

    def _larger_behind(self, stream: Stream, end: int) -> list[Hit]:
        """What the gazetteer has for the larger place behind ``end`` in which a place is said to lie."""
        j, size = end, len(stream)
        j += j < size and stream.norm[j] in self.sets["commas"]
        inside = j < size and stream.norm[j] in self.sets["locative"]
        j += inside
        typed = stream.marks[j].get("place") if j < size else None
        if typed is not None and not typed.definite and (inside or typed.preposition == "in"):
            inside, j = True, j + 1
        if j >= size:
            return []
        return [h for h in stream.hits(j, size) if h.kind == "place" and (inside or h.preposition == "in")]

    def _within_another(self, stream: Stream, end: int) -> bool:
        """Whether what follows says in which larger place a name lies ("X north of Y", "X, the capital of Y")."""
        if end + 1 >= len(stream):
            return False
        j = end + 1 if stream.norm[end] in self.sets["commas"] else end
        if stream.norm[j] in self.sets["directions"]:
            return any(h.kind == "place" for k in (j, j + 1) if k < len(stream) for h in stream.hits(k, len(stream)))
        return stream.norm[j] in self.sets["capitals"]

    def _heads_line(self, stream: Stream, i: int, end: int) -> bool:
        """Whether a name stands alone before a colon at the head of a line."""
        before = i - 1
        while before >= 0 and stream.kind[before] == "punct" and not self._begins(stream, before + 1):
            before -= 1
        return self._begins(stream, before + 1) and end < len(stream) and stream.norm[end] == ":"

    def inner(self, stream: Stream, j: int, last: int) -> bool:
        """Whether what follows a direction is a place by itself, so that the direction is no part of a name."""
        reading = stream.marks[j].get("place")
        inner = self.place_at(stream, j, last)
        return (reading is not None and reading.definite) or (
            inner is not None and inner.type not in ("region", "other")
        )

    def actor(self, stream: Stream, hit: Hit, last: int) -> list[Named]:
        """The actor a dictionary entry names here, with what its own words name besides."""
        entry: ActorEntry = hit.payload
        surface = stream.surface(hit.first, hit.last, hit.conjunction, hit.preposition)
        if hit.kind == "actor" and entry.kind == "Government" and self._fellow(stream, hit):
            return []
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
                or self.words.body(stream.norm[hit.first], stream.marks[hit.first]) is not None
            )
            head = stream.marks[hit.first].get("head")
            other = head is not None and (head.entry.gender, head.entry.number) == ("m", "s")
            other = other and stream.feminine(hit.last) and not foreign  # "the army's air defences", their adjective
            if (
                body
                and not other
                and (after in self.sets["force_adjectives"] or foreign)
                and stream.norm[hit.first] not in self.sets["group_references"]
                and stream.norm[hit.last - 1].startswith(self.article)
            ):
                name = stream.surface(hit.first, hit.last + 1, hit.conjunction, hit.preposition)
                army = self._army(stream, hit) if foreign and entry.kind == "ArmedForce" else None
                return [
                    Named(
                        hit.first,
                        hit.last + 1,
                        "actor",
                        entry.kind,
                        name,
                        entry=army,
                        conjunction=hit.conjunction,
                        preposition=hit.preposition,
                        rule="name.actor.extended",
                    )
                ]
        end = self._fields(stream, hit.first, hit.last, last)
        if end > hit.last:
            surface = stream.surface(hit.first, end, hit.conjunction, hit.preposition)
        places = self.namesakes(stream, hit)
        if entry.kind == "ArmedForce" and places and places[0].kind == "facility" and self._goes_there(stream, hit):
            return self.place(stream, hit._replace(kind="place", payload=places[0]), hit.first, 0, last)
        nested = self._within_name(stream, hit) if hit.last - hit.first > 2 else []
        sort = "either" if entry.kind == "Government" and places and not self._cued(stream, hit.first) else "actor"
        kind = entry.kind
        if sort == "either" and (
            self._struck(stream, hit.first)
            or self._capital(stream, hit.first)
            or self._labels(stream, hit.first, hit.last, last)
            or (hit.first > 0 and stream.norm[hit.first - 1] in self.sets["topics"])
            or (hit.first > 0 and self.words.member(stream.norm[hit.first - 1], "directions")[0])
        ):
            return [
                Named(
                    hit.first,
                    hit.last,
                    "place",
                    places[0].kind,
                    surface,
                    places=places,
                    conjunction=hit.conjunction,
                    preposition=hit.preposition,
                    rule="name.place.listed",
                )
            ]
        return [
            Named(
                hit.first,
                end,
                sort,
                kind,
                surface,
                entry=entry,
                places=places,
                conjunction=hit.conjunction,
                preposition=hit.preposition,
                reference=hit.kind == "ambiguous" and not self._followed(stream, hit),
                rule="name.actor.listed",
                others=self._rivals(stream, hit),
            ),
            *nested,
        ]

    def _goes_there(self, stream: Stream, hit: Hit) -> bool:
        """Whether a preposition of place stands before a name that a base and those in it share."""
        before = stream.norm[hit.first - 1] if hit.first else ""
        return not hit.preposition and any(before in self.sets[s] for s in ("locative", "toward", "origin"))

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

    def _capital(self, stream: Stream, i: int) -> bool:
        """Whether the words before say that a capital is meant as a city ("the capital X", "the Libyan capital X")."""
        before = i - 1
        if before > 0 and "nationality" in stream.marks[before] and stream.norm[before].startswith(self.article):
            before -= 1
        return before >= 0 and self.language.strip_to(
            stream.norm[before].removeprefix(self.article), self.sets["capitals"]
        )

    def _labels(self, stream: Stream, first: int, end: int, last: int) -> bool:
        """Whether a country or capital at the head of a line only says where what follows happened ("X: two dead")."""
        if first > 0 and stream.kind[first - 1] == "word" and not self._begins(stream, first):
            return False
        if end >= last or all(stream.kind[k] == "punct" for k in range(end, last)):
            return first == 0 or self._begins(stream, first)
        if end + 1 >= last or stream.norm[end] not in self.sets["label_marks"]:
            return False
        after = stream.marks[end + 1]
        country = any(h.kind == "place" and h.payload.kind == "country" for h in stream.hits(first, end))
        if country and stream.norm[end] == ":":
            verb = "verb" in after and "noun" not in after and "masdar" not in after
            return not verb and stream.norm[end + 1] not in self.sets["statement_openers"]
        return bool(after) and ("event" in after or "outcome" in after) and "speech" not in after

    @staticmethod
    def _begins(stream: Stream, i: int) -> bool:
        return any(first == i for first, _, _ in stream.bounds)

    def _of_a_place(self, stream: Stream, i: int, first: int) -> bool:
        """Whether a country's name is an adjective of the place named right before it ("the city of X in Y")."""
        return (
            i > first
            and stream.norm[i].startswith(self.article)
            and "nationality" in stream.marks[i]
            and any(h.kind == "place" and h.last == i for k in range(max(first, i - 3), i) for h in stream.hits(k, i))
            and not any("verb" in stream.marks[k] for k in range(max(first, i - 1), i))
        )

    def _fellow(self, stream: Stream, hit: Hit) -> bool:
        """Whether a country's name is the accusative of its people's adjective ("a soldier of X")."""
        i = hit.first
        if i == 0 or hit.last > i + 1 or hit.conjunction or hit.preposition:
            return False
        before = stream.marks[i - 1]
        counted = "victim" in before or "members" in before
        return (
            counted
            and stream.norm[i - 1].endswith(self.sets["adverb_endings"])
            and stream.norm[i].endswith(self.sets["adverb_endings"])
        )

    def _followed(self, stream: Stream, hit: Hit) -> bool:
        """Whether a word for fighters in the construct shows that an ordinary noun is a force's name ("men of X")."""
        i = hit.first
        before = stream.marks[i - 1].get("members") if i else None
        return (
            before is not None
            and not before.definite
            and hit.payload.kind == "ArmedForce"
            and hit.last == i + 1
            and "place" in stream.marks[i]
            and not hit.preposition
            and not hit.conjunction
        )

    def _army(self, stream: Stream, hit: Hit) -> ActorEntry | None:
        """The state's army that a force's common name and the adjective of nationality behind it stand for."""
        word = stream.norm[hit.first].removeprefix(self.article)
        if word not in self.sets["state_heads"]:
            return None
        index = int(stream.marks[hit.last]["nationality"].entry.marks["nationality"][0])
        return self.language.actors.get(self.language.nationalities[index].force)

    def _field(self, word: str) -> bool:
        return word.startswith(self.sets["single_conjunctions_prefix"]) and word[1:] in self.sets["fields"]

    def _fields(self, stream: Stream, first: int, end: int, last: int) -> int:
        """Where a ministry's name ends that goes on with a further field ("… of health and population")."""
        if (
            "head" not in stream.marks[first]
            or self.language.fold(stream.marks[first]["head"].entry.lemma) not in self.sets["ministries"]
        ):
            return end
        while end < last and stream.kind[end] == "word" and self._field(stream.norm[end]):
            end += 1
            while (
                end < last
                and stream.norm[end].startswith(self.article)
                and stream.norm[end].endswith(self.sets["nisba_endings"])
                and stream.norm[end] not in self.sets["not_adjectives"]
            ):
                end += 1
        return end

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
                located = stream.norm[k - 1] in self.sets["locative"] and not inner.preposition
                located = located or inner.preposition == "in"
                if inner.kind == "place" and located and inner.payload.kind not in ("country", "region"):
                    found = self.place(stream, inner, k, k, hit.last)
                    return [found[0]._replace(preposition="from")]
                led = stream.norm[k - 1] in self.sets["led_by"]
                if inner.kind == "actor" and (inner.preposition == "to" or led) and inner.payload != hit.payload:
                    entry: ActorEntry = inner.payload
                    name = stream.surface(inner.first, inner.last, "", inner.preposition)
                    return [
                        Named(
                            inner.first,
                            inner.last,
                            "actor",
                            entry.kind,
                            name,
                            entry=entry,
                            preposition="from",
                            rule="name.actor.in-name",
                        )
                    ]
        return []

    def namesakes(self, stream: Stream, hit: Hit) -> tuple[PlaceEntry, ...]:
        """The gazetteer's places that the same words name."""
        found: list[PlaceEntry] = [
            h.payload for h in stream.hits(hit.first, hit.last) if h.kind == "place" and h.last == hit.last
        ]
        return tuple(found)

    def place(self, stream: Stream, hit: Hit, i: int, first: int, last: int) -> list[Named]:
        """The place a dictionary entry names here."""
        entries = tuple(h.payload for h in stream.hits(i, hit.last) if h.kind == "place" and h.last == hit.last)
        name = stream.surface(hit.first, hit.last, hit.conjunction, hit.preposition)
        around = self._region_behind(stream, hit.last)
        if around and entries[0].kind in ("town", "village") and not around & {e.country for e in entries}:
            return [
                Named(
                    hit.first,
                    hit.last,
                    "place",
                    "town",
                    name,
                    conjunction=hit.conjunction,
                    preposition=hit.preposition,
                    rule="name.place.unlisted",
                )
            ]  # of a name that the gazetteer knows elsewhere only
        heads = hit.last - hit.first == 2 and (
            "place" in stream.marks[i] or self.words.member(stream.norm[i], "bare_regions")[0]
        )
        rest = (
            stream.surface(hit.first + 1, hit.last)
            if heads
            and entries[0].kind in ("camp", "region", "facility")
            and not (entries[0].kind == "facility" and self._names_place(stream, hit))
            else ""
        )
        return [
            Named(
                hit.first,
                hit.last,
                "place",
                entries[0].kind,
                name,
                aliases=(rest,) if rest else (),
                places=entries,
                conjunction=hit.conjunction,
                preposition=hit.preposition,
                rule="name.place.listed",
            )
        ]

    @staticmethod
    def _names_place(stream: Stream, hit: Hit) -> bool:
        """Whether a facility is called by the name of a place ("the port of X")."""
        return any(
            h.kind == "place" and h.payload.kind != "facility" and h.last == hit.last
            for h in stream.hits(hit.first + 1, hit.last)
        )

    def place_at(self, stream: Stream, j: int, last: int) -> Named | None:
        """The listed place that begins at ``j`` without a particle."""
        if j >= last or stream.kind[j] != "word":
            return None
        hit = next(
            (h for h in stream.hits(j, last) if h.kind == "place" and not h.conjunction and not h.preposition), None
        )
        if hit is None or any(m in stream.marks[j] and stream.marks[j][m].definite for m in ("place", "head")):
            return None
        return self.place(stream, hit, j, j, last)[0]
