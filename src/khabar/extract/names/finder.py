"""The order in which the ways to find a name are tried at a word."""

from __future__ import annotations

from khabar.extract.mentions import OWN_FIGHTERS, Named, opened
from khabar.extract.names.bodies import Bodies
from khabar.extract.names.listed import Listed
from khabar.extract.names.persons import Persons
from khabar.extract.names.phrases import Phrases
from khabar.extract.names.places import Places
from khabar.extract.names.sources import Sources
from khabar.extract.names.speakers import Speakers
from khabar.extract.names.words import Words
from khabar.language import Language, Memory, Reading
from khabar.match.stream import Hit, Stream

__all__ = ["NameFinder"]

_NAMING = frozenset(
    {"event", "instrument", "outcome", "source", "victim", "object", "place", "head", "members", "title"}
)
"""Classes of fixed phrases whose first word may still open a name."""
_NAMELESS = frozenset({"outcome", "none", "modality", "light", "count", "age", "background", "joint"})
"""Classes of fixed phrases that hold no name."""
_HEADING = frozenset({"source", "place", "members", "head"})
"""Classes of words that head a name which no dictionary lists."""
_OPENING = frozenset({"source", "place", "members", "head", "title", "victim"})
"""Classes of words that may open a name that no dictionary lists."""


class NameFinder:
    """Finds the names of one sentence at a time."""

    def __init__(self, language: Language) -> None:
        self.language = language
        self.sets = language.sets
        self.words = Words(language)
        self.listed = Listed(language, self.words)
        self.places = Places(language, self.words, self.listed)
        self.phrases = Phrases(language, self.words, self.listed)
        self.sources = Sources(language, self.words, self.phrases)
        self.bodies = Bodies(language, self.words, self.listed, self.phrases, self.sources)
        self.persons = Persons(language, self.words)
        self.speakers = Speakers(language, self.words, self.listed, self.places, self.bodies, self.persons)
        self._opening = Memory(self._opens)
        self._stream: Stream | None = None

    def find(self, stream: Stream, first: int, last: int, taken: frozenset[int]) -> list[Named]:
        """The names in positions ``first`` .. ``last`` (exclusive), in order; ``taken`` positions are dates or
        numbers.
        """
        if self._stream is not stream:
            self._stream = stream
            self.persons.begin()
        found: list[Named] = []
        opening, norm, listed, opens = self._opening, stream.norm, stream.found, stream.opens
        i, bordered = first, -1
        while i < last:
            if (
                not (opening[norm[i]] or listed[i] or i in opens)
                or stream.kind[i] != "word"
                or (i in taken and norm[i] not in self.sets["oneof"])
            ):
                i += 1
                continue
            fixed = self._fixed(stream, i, last) if stream.found[i] else 0
            if fixed:
                i = fixed
                continue
            if not (i in stream.named or i in stream.opens or self._opening[stream.norm[i]]):
                i += 1
                continue
            names = self._at(stream, i, first, last, taken)
            if names and i > first and norm[i - 1] in self.sets["clocks"]:
                i = names[0].last
                continue
            if names and self._borders(stream, names[0], bordered):
                i = bordered = names[0].last
                continue
            if names and self._of_agreement(stream, names[0], last):
                i = names[0].last
                continue
            if names and found and self._goes_on(found[-1], names[0]):
                found[-1] = self._joined(stream, found[-1], names[0])
                self.persons.remember(found[-1])
                i = found[-1].last
                continue
            if names:
                if names[0].type == "facility" and self._speaks(stream, names[0]):
                    names[0] = names[0]._replace(
                        sort="actor", type="Organization", places=(), rule="name.actor.facility"
                    )
                if found and names[0].rule == "name.place.direction" and self._locates(found[-1], names[0]):
                    names = names[1:]
                if names[0].type == "Person" and found and self._office_of(stream, found[-1], names[0]):
                    found.pop()
                if names[0].rule == "name.person" or (
                    names[0].type == "Person" and names[0].entry is not None and not names[0].reference
                ):
                    self.persons.remember(names[0])
                if found and self._beside_place(stream, found[-1], names[0]):
                    place = names[0].places[0]
                    names[0] = names[0]._replace(
                        sort="place", type=place.kind, entry=None, reference=False, rule="name.place.listed"
                    )
                found.extend(names)
                i = max(n.last for n in names)
            else:
                i += 1
        return found

    def _borders(self, stream: Stream, name: Named, bordered: int) -> bool:
        """Whether a country is told only as a neighbour ("near the border with X and Y", "adjoining X"), of which
        the last one ended at ``bordered``.
        """
        if name.sort not in ("place", "either") or not any(p.kind == "country" for p in name.places):
            return False
        i, norm, sets = name.first, stream.norm, self.sets
        if name.conjunction == "and" and bordered == i:
            return True
        if i > 0 and name.preposition == "to" and not name.conjunction:
            return norm[i - 1] in sets["adjoining"]
        return i > 1 and norm[i - 1] in sets["border_links"] and norm[i - 2] in sets["border_nouns"]

    def _of_agreement(self, stream: Stream, name: Named, last: int) -> bool:
        """Whether a land or town only names an agreement signed there ("the Stockholm agreement")."""
        i = name.first
        if name.sort not in ("place", "either") or i == 0 or name.preposition or name.conjunction:
            return False
        if not self.language.strip_to(stream.norm[i - 1], self.sets["named_after_towns"]):
            return False
        follower = stream.hits(name.last, last) if name.last < last else []
        return not any(h.conjunction == "and" and h.kind != "phrase" for h in follower)

    def _office_of(self, stream: Stream, land: Named, person: Named) -> bool:
        """Whether a land only tells the office of the one named behind it ("the president of X, Y")."""
        if land.sort != "either" or land.last != person.first or land.preposition or land.conjunction:
            return False
        before = stream.marks[land.first - 1] if land.first > 0 else {}
        return "title" in before or (land.first > 1 and "title" in stream.marks[land.first - 2] and "victim" in before)

    def _speaks(self, stream: Stream, name: Named) -> bool:
        """Whether a hospital or its like is the subject of the verb of speech right before it."""
        if name.preposition or name.conjunction or name.reference or name.first == 0:
            return False
        speech = stream.marks[name.first - 1].get("speech")
        return speech is not None and speech.entry.pos == "verb" and not speech.suffix

    @staticmethod
    def _locates(before: Named, region: Named) -> bool:
        """Whether a direction of a land stands right behind a place, of which it only says where it lies."""
        return before.sort == "place" and before.last == region.first and not region.conjunction

    @staticmethod
    def _goes_on(before: Named, name: Named) -> bool:
        """Whether what looks like a person stands right behind another, so that it is the rest of one long name."""
        both = before.rule == name.rule == "name.person"
        return both and before.last == name.first and not name.conjunction and not name.preposition

    def _joined(self, stream: Stream, before: Named, rest: Named) -> Named:
        """The long name: with all of the rest where that opens as names do, else with its first word."""
        words = range(rest.first, rest.last)
        known = all(stream.norm[k] in self.language.given_names or not stream.marks[k] for k in words[:1])
        whole = stream.norm[rest.first] in self.sets["kunya"] or all(
            stream.norm[k] in self.language.given_names for k in words
        )
        last = rest.last if whole or not known else rest.first + 1
        name = stream.surface(before.first, last, before.conjunction, before.preposition)
        return before._replace(last=last, name=name)

    def _beside_place(self, stream: Stream, before: Named, name: Named) -> bool:
        """Whether a country or capital is joined by "and" to a place right before it, so that it is one too."""
        if name.sort != "either" or name.conjunction != "and" or before.last != name.first or not name.places:
            return False
        located = before.preposition == "in" or stream.norm[before.first - 1] in self.sets["locative"]
        return before.first > 0 and before.sort in ("place", "either") and located

    def _opens(self, word: str) -> bool:
        """Whether a word may open a name that no dictionary lists, whatever stands beside it; most words cannot."""
        marks, sets = self.language.marks(word), self.sets
        return (
            not _OPENING.isdisjoint(marks)
            or not (marks or word in sets["stops"])
            or word in self.language.given_names
            or any(word in sets[name] for name in ("kunya", "oneof", "unknown_adjectives", "speaking_nouns"))
            or bool(self.words.opens[word])
            or any(s in sets["merchant_ships"] or s in sets["warships"] for s, _, _, _ in self.language.strip(word))
        )

    def _local(self, stream: Stream, best: Hit, last: int) -> list[Named]:
        """The one of several bodies of a kind that the place behind its noun tells ("the emergency room of X"), with
        that place.
        """
        end = best.last
        if best.kind != "ambiguous" or best.payload.kind != "Organization" or end >= last or end < best.first + 2:
            return []
        if stream.norm[end - 1].startswith(self.language.article) or stream.quote[end] != stream.quote[end - 1]:
            return []
        place = self.listed.place_at(stream, end, last)
        if place is None or place.conjunction or place.preposition:
            return []
        name = stream.surface(best.first, place.last, best.conjunction, best.preposition)
        body = Named(
            best.first,
            place.last,
            "actor",
            best.payload.kind,
            name,
            conjunction=best.conjunction,
            preposition=best.preposition,
            rule="name.actor.local",
        )
        return [body, place._replace(preposition="from")]

    def _armed(self, stream: Stream, i: int, reading: Reading) -> bool:
        """Whether an adjective of arms or kind tells who the men are that act here ("terrorist elements attacked")."""
        if reading.entry.number != "p" or reading.preposition or reading.suffix:
            return False
        if stream.norm[i + 1] not in self.sets["armed_adjectives"] or reading.entry.lemma not in self.sets["men"]:
            return False
        before = stream.marks[i - 1].get("verb") if i else None
        acts = before is not None and before.entry.voice != "passive" and "outcome" not in stream.marks[i - 1]
        return acts or (i > 0 and (stream.norm[i - 1] in self.sets["that"] or stream.norm[i - 1] in self.sets["by"]))

    def _own_fighters(self, stream: Stream, i: int) -> Named | None:
        """As in "the mujahideen shelled …": what a force calls its own men, who stand for it."""
        word, conjunction, preposition = self.words.member(stream.norm[i], "own_fighters")
        if not word:
            return None
        name = stream.surface(i, i + 1, conjunction, preposition)
        return Named(
            i,
            i + 1,
            "actor",
            "ArmedForce",
            name,
            conjunction=conjunction,
            preposition=preposition,
            reference=True,
            rule=OWN_FIGHTERS,
        )

    def _land(self, stream: Stream, i: int, last: int) -> Named | None:
        """As in "the Bank": a land that its people call by its kind alone, if no adjective tells which it is."""
        word, conjunction, preposition = self.words.member(stream.norm[i], "lands_of")
        if not word or (i + 1 < last and stream.norm[i + 1].startswith(self.language.article)):
            return None
        name = stream.surface(i, i + 1, conjunction, preposition)
        rule = "name.place.reference"
        return Named(
            i,
            i + 1,
            "place",
            "region",
            name,
            conjunction=conjunction,
            preposition=preposition,
            reference=True,
            rule=rule,
        )

    def _fixed(self, stream: Stream, i: int, last: int) -> int:
        """End of a fixed phrase at ``i`` whose words name nobody ("passed away"), else 0."""
        hits = stream.hits(i, last)
        if not hits or hits[0].kind != "phrase" or hits[0].last == i + 1 or hits[0].payload.pos != "phrase":
            return 0
        return hits[0].last if set(hits[0].payload.marks) & _NAMELESS else 0

    def _at(self, stream: Stream, i: int, first: int, last: int, taken: frozenset[int]) -> list[Named]:
        outlet = self.speakers.told_outlet(stream, i, first, last) if i in stream.opens else None
        if outlet is not None:
            return [outlet]
        if i + 1 < last and stream.norm[i + 1] in self.sets["staff_ranks"]:
            return []  # "Staff Major General X", whose rank is a brigade too
        hits = stream.hits(i, last)
        marks = stream.marks[i]
        opens = self.words.opens[stream.norm[i]]
        best = self.listed.best(stream, hits, i, first) if i in stream.named else None
        if (
            best is not None
            and (best.kind != "actor" or (best.payload.kind == "Person" and best.last == i + 1))
            and self.persons.rather(stream, best, i, first, last, taken)
        ):
            best = None
            if "title" in marks and stream.norm[i] not in self.language.given_names:
                return []
        if best is not None and best.kind == "place" and best.last == i + 1 and self.persons.told(stream, i):
            best = None
        place = best is not None and best.kind == "place" and i > first
        if place and self.language.strip_to(stream.norm[i - 1], self.sets["households"]):
            return []  # "a house of the family X"
        known = self.persons.known_speaker(stream, i, first) if best is None else None
        if known is not None:
            return [known]
        spokesman = self.speakers.for_a_place(stream, i, last) if "spokesperson" in marks else []
        if spokesman:
            return spokesman
        if best is None and any(
            h.kind == "phrase"
            and (h.payload.pos == "phrase" and ("source" in h.payload.marks or not _NAMING & set(h.payload.marks)))
            for h in hits
        ):
            return []
        if best is None and "members" in marks and (own := self._own_fighters(stream, i)) is not None:
            return [own]
        if best is None and not marks and "lands" in opens and (land := self._land(stream, i, last)) is not None:
            return [land]
        if best is None and not opens and _HEADING.isdisjoint(marks):
            return self._unheaded(stream, i, first, last, taken)
        ship = self.places.ship(stream, i, last) if best is None and "ships" in opens else None
        if ship is not None:
            return [ship]
        if (
            (best is not None and best.kind == "place" and best.last > i + 1 and "directions" in opens)
            and stream.norm[i + 1] not in self.sets["directions"]
            and self.listed.inner(stream, i + 1, best.last)
        ):
            inner = self.listed.place_at(stream, i + 1, last)
            return self.places.region(stream, i, last, taken) or ([inner] if inner is not None else [])
        if (
            best is not None
            and best.kind == "place"
            and best.last > i + 1
            and stream.norm[i] not in self.sets["countryside"]
        ):
            return self.listed.place(stream, best, i, first, last)
        if "countryside" in opens:
            region = self.places.region(stream, i, last, taken)
            if region:
                return region
        if (
            "source" in marks
            and "place" in marks
            and best is None
            and not any(h.kind != "phrase" for h in stream.hits(i + 1, last))
        ):
            source = self.sources.find(stream, i, last, marks["source"], taken)
            if source is not None and len(source.name.split()) > 1:
                return [source, *(self.speakers.nested(stream, source) if source.sort == "source" else [])]
        spot = marks.get("place") or self.places.spot(stream, i, last)
        if spot is not None and "head" in marks and i + 1 < last and stream.norm[i + 1] in self.sets["public_services"]:
            spot = None
        if (
            spot is not None
            and ("verb" in marks or spot.entry.number == "p")
            and not self.words.is_spelt(stream, i, spot)
        ):
            spot = None
        if (
            spot is not None
            and (best is None or best.last <= i + 1)
            and not (
                ("head" in marks or self.words.body(stream.norm[i], marks) is not None) and self.words.spoken(stream, i)
            )
        ):
            places = self.places.headed(stream, i, last, spot, taken)
            if places and "place" not in marks and places[0].last <= i + 3:
                first_one = places[0]
                full = stream.surface(i, first_one.last, spot.conjunction, spot.preposition)
                places[0] = first_one._replace(
                    aliases=(*first_one.aliases, full) if full != first_one.name else first_one.aliases
                )
            if places and self._province_speaks(stream, i, first, places[0]):
                province = stream.surface(i, places[0].last)
                return [places[0]._replace(sort="actor", type="Government", name=province, aliases=(), places=())]
            if places:
                return places
        if (
            "source" in marks
            and stream.norm[i] not in self.sets["by_alone"]
            and (best is None or best.last == i + 1)
            and not (
                stream.norm[i] in self.language.given_names and self.persons.introduced(stream, i, first) == "title"
            )
            and not (
                "head" in marks and i > first and ("title" in stream.marks[i - 1] or "head" in stream.marks[i - 1])
            )
            and not (i > first and marks["source"].definite and self._headed(stream, i - 1))
        ):
            reading = marks["source"]
            named = self.sources.named_at(stream, i, last, reading)
            person = self.persons.find(stream, named, first, last, taken, None) if named else None
            if person is not None:
                return [person._replace(first=i, conjunction=reading.conjunction, preposition=reading.preposition)]
            source = self.sources.find(stream, i, last, reading, taken)
            if source is not None:
                return [source, *(self.speakers.nested(stream, source) if source.sort == "source" else [])]
        if stream.norm[i] in self.sets["oneof"] and best is None:
            source = self.sources.one_of(stream, i, last, taken)
            if source is not None:
                return [source]
        if (
            "members" in marks
            and best is None
            and i + 1 < last
            and not marks["members"].definite
            and (stream.norm[i + 1] in self.sets["unknown_adjectives"] or self._armed(stream, i, marks["members"]))
        ):
            reading = marks["members"]
            construct = i + 2 < last and stream.norm[i + 1] in self.sets["of_unknown"]
            end = i + 3 if construct else i + 2
            name = stream.surface(i, end, reading.conjunction, reading.preposition)
            return [opened(reading, i, end, "actor", "ArmedForce", name, rule="name.actor.unknown")]
        head = marks.get("head") or self.words.body(stream.norm[i], marks)
        pair = self.bodies.pair(stream, i, last, head, taken) if head is not None and best is None else []
        if pair:
            return pair
        if head is not None and (best is None or best.last <= i + 1 or best.kind == "place"):
            described = i > first and not head.definite and stream.norm[i - 1] in self.sets["namely"]
            actor = self.bodies.headed(stream, i, last, head, taken) if not described else None
            if actor is not None and (best is None or actor.last >= best.last):
                return [actor]
        flag = best is not None and i > first + 1 and stream.norm[i - 1] in self.sets["flags"]
        if flag and self.language.strip_to(stream.norm[i - 2], self.sets["hoisting"]):
            return []  # "a ship that flies the flag of X"
        if best is not None and best.kind != "place":
            local = self._local(stream, best, last)
            return local or self.listed.actor(stream, best, last)
        if "media_heads" in opens and i + 1 < last and stream.norm[i + 1] in self.sets["media_words"]:
            _, conjunction, preposition = self.words.member(stream.norm[i], "media_heads")
            end = (
                self.phrases.end(stream, i + 2, last, taken)
                if i + 2 < last
                and not self.words.is_finite(stream, i + 2)
                and stream.norm[i + 2] not in self.sets["stops"]
                and not any(r.preposition or r.conjunction for r in stream.marks[i + 2].values())
                and not self.words.named_after_clitic(stream, i + 2, last)
                else i + 2
            )
            end = next(
                (
                    k
                    for k in range(i + 2, end)
                    if any(r.preposition or r.conjunction for r in stream.marks[k].values())
                    or any(h.kind == "phrase" and "none" in h.payload.marks for h in stream.hits(k, last))
                ),
                end,
            )
            source = Named(
                i,
                end,
                "source",
                "UnnamedSource",
                stream.surface(i, end, conjunction, preposition),
                conjunction=conjunction,
                preposition=preposition,
                rule="name.source",
            )
            return [source, *(self.speakers.nested(stream, source) if source.sort == "source" else [])]
        unlisted = self.places.unlisted(stream, i, first, last, taken) if best is None else None
        if unlisted is not None:
            return [unlisted]
        force = self.bodies.force(stream, i, last, taken)
        if force is not None:
            return [force]
        region = self.places.region(stream, i, last, taken) if opens else []
        if region:
            return region
        person = self.persons.find(stream, i, first, last, taken, best)
        if person is not None:
            return [person]
        if best is None:
            spoken = self.speakers.described(stream, i, first, last, taken)
            if spoken:
                return spoken
        if best is not None:
            return self.listed.place(stream, best, i, first, last)
        listed = self.places.announced(stream, i, last, taken)
        if listed:
            return listed
        reference = self.places.reference(stream, i) or self.bodies.reference(stream, i, last)
        return [reference] if reference is not None else []

    def _province_speaks(self, stream: Stream, i: int, first: int, place: Named) -> bool:
        """Whether a province is the subject of the verb of speech right before it ("the province of X announced")."""
        speech = stream.marks[i - 1].get("speech") if i > first else None
        if speech is None or speech.entry.pos != "verb" or speech.entry.gender == "m":
            return False
        if speech.suffix or place.preposition or "document" in speech.entry.marks["speech"]:
            return False
        return stream.norm[i] in self.sets["speaking_provinces"] and "event" not in stream.marks[i - 1]

    def _headed(self, stream: Stream, i: int) -> bool:
        """Whether a noun for a body in the construct stands there ("the centre of information")."""
        head = stream.marks[i].get("head")
        return head is not None and not head.definite and "source" not in stream.marks[i]

    def _unheaded(self, stream: Stream, i: int, first: int, last: int, taken: frozenset[int]) -> list[Named]:
        """The names that a word can open which no dictionary lists and which is no head of names."""
        name = self.places.unlisted(stream, i, first, last, taken) or self.persons.find(
            stream, i, first, last, taken, None
        )
        return [name] if name is not None else self.speakers.described(stream, i, first, last, taken)
