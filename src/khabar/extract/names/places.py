"""Places by a type word, a direction or a list, whether or not the gazetteer has them."""

from __future__ import annotations

from khabar.extract.mentions import Named, opened
from khabar.extract.names.listed import Listed
from khabar.extract.names.words import Words, norm_is_conjunction
from khabar.language import Entry, Language, Reading
from khabar.match.stream import Hit, Stream

__all__ = ["Places"]

_KNOWN_RANK = 5
"""From this rank on a place of the gazetteer is meant by its name alone."""
_TURNS = frozenset(("source", "turn", "modality", "break"))


class Places:
    """Finds the places that a type word or a direction opens."""

    def __init__(self, language: Language, words: Words, listed: Listed) -> None:
        self.language = language
        self.sets = language.sets
        self.article = language.article
        self.words = words
        self.listed = listed
        self._spots: dict[str, Reading | None] = {}

    def spot(self, stream: Stream, i: int, last: int) -> Reading | None:
        """The reading of a noun that opens a place's name though the lexicon has other senses only ("block",
        "front").
        """
        word = stream.norm[i]
        found = self._spots.get(word)
        if word not in self._spots:
            kinds = self.sets["place_heads"]
            for stem, conjunction, preposition, definite in self.language.strip(word):
                if stem in kinds and not definite and preposition != "as":
                    kind, _, number = kinds[stem].partition("-")
                    found = Reading(
                        Entry(stem, "noun", "m", number or "s", "", "", {"place": (kind,)}),
                        conjunction,
                        preposition,
                        False,
                        "",
                    )
                    break
            self._spots[word] = found
        if found is None or i + 1 >= last or stream.kind[i + 1] == "punct":
            return None
        after = stream.marks[i + 1]
        word = stream.norm[i + 1]
        if stream.kind[i + 1] == "number" or i + 1 in stream.opens or word in self.sets["name_starters"]:
            return found
        if any(h.kind == "place" and not h.preposition and not h.conjunction for h in stream.hits(i + 1, last)):
            return found
        own = "event" in stream.marks[i]  # "the ambush of the resistance" is no checkpoint
        if any(h.kind in ("actor", "ambiguous") and (own or h.last > i + 2) for h in stream.hits(i + 1, last)):
            return None
        if found.entry.lemma in self.sets["body_heads"]:
            return found if self.words.is_unknown(stream, i + 1, frozenset()) else None  # of an office, a thing
        proper = (
            word.startswith(self.article)
            and word not in self.sets["not_adjectives"]
            and word not in self.sets["stops"]
            and not any(first == i for first, _, _ in stream.bounds)  # there it may be a verb
        )
        return (
            found
            if proper and (not after or (found.entry.marks["place"] == ("facility",) and "head" in after))
            else None
        )

    def region(self, stream: Stream, i: int, last: int, taken: frozenset[int]) -> list[Named]:
        """Such as "the southern countryside of X" and "north-west X": a region, and the place it is part of."""
        norm, sets = stream.norm, self.sets
        word, conjunction, preposition = self.words.member(norm[i], "countryside")
        if word:
            j = i + 1
            if j < last and norm[j] in sets["directions"]:
                j += 1
            inner = self.listed.place_at(stream, j, last)
            if inner is None:
                return []
            end = inner.last
            if word in sets["countrysides"] and any(
                h.kind == "place" and h.conjunction for h in (stream.hits(end, last) if end < last else ())
            ):
                return [inner._replace(first=i, conjunction=conjunction, preposition=preposition, head="")]
            whole = next((h for h in stream.hits(i, last) if h.last == end and self._governorate(h)), None)
            if whole is not None and (end >= last or norm[end] not in sets["direction_adjectives"]):
                return self.listed.place(stream, whole, i, i, last)
            if end < last and norm[end] in sets["direction_adjectives"]:
                end += 1
                compound = end < last and norm[end] in sets["direction_compounds"]
                if compound and (
                    norm[end].startswith(self.article) or self.listed.place_at(stream, end + 1, last) is None
                ):
                    end += 1
            name = stream.surface(i, end, conjunction, preposition)
            region = Named(
                i,
                end,
                "place",
                "region",
                name,
                conjunction=conjunction,
                preposition=preposition,
                head=word,
                rule="name.place.region",
            )
            return [
                region,
                inner._replace(conjunction="", preposition="", type="governorate" if inner.places else inner.type),
            ]
        word, conjunction, preposition = self.words.member(norm[i], "directions")
        if not word:
            return []
        j = i + 1
        if j < last and norm[j] in sets["direction_compounds"] and norm[j] in sets["directions"]:
            j += 1
        inner = self.listed.place_at(stream, j, last)
        if inner is None:
            return []
        if j == i + 1 and inner.type == "country" and not self._part_of_land(stream, i):
            return []
        broad = inner.type in ("country", "region") or any(p.kind in ("country", "region") for p in inner.places[:1])
        if not broad and not any(p.kind == "governorate" for p in inner.places):
            return []
        name = stream.surface(i, inner.last, conjunction, preposition)
        rule = "name.place.direction" if broad else "name.place.direction-of-governorate"
        region = Named(
            i,
            inner.last,
            "place",
            "region",
            name,
            conjunction=conjunction,
            preposition=preposition,
            head=word,
            reference=not broad,
            rule=rule,
        )
        return [region, inner]

    def headed(self, stream: Stream, i: int, last: int, reading: Reading, taken: frozenset[int]) -> list[Named]:
        """The places that the type word at ``i`` opens: one, or a list behind a dual or plural."""
        kinds = reading.entry.marks["place"] or ("other",)
        kind = "other" if "other" in kinds else kinds[0]
        if self.language.fold(reading.entry.lemma) in self.sets["camps_too"] and self._shelters(stream, i, last):
            kind = "camp"
        several = reading.entry.number in ("d", "p")
        if reading.suffix or ("weak" in reading.entry.marks and i + 1 < last and "noun" in stream.marks[i + 1]):
            return []
        found: list[Named] = []
        j = i + 1
        if several and j < last and stream.norm[j] in self.sets["common_adjectives"]:
            return []
        if kind == "camp" and not reading.definite:
            attacked = self._attacked(stream, i, last, reading, kind)
            if attacked is not None:
                return [attacked]
        if self.language.fold(reading.entry.lemma) in self.sets["axes"]:
            ends = self._ends_of_axis(stream, j, last)
            if ends:
                return ends
        if reading.definite or (
            kind in ("facility", "other", "region") and stream.norm[i] not in self.sets["bare_regions"]
        ):
            facility = self._facility(stream, i, last, reading, kind, taken)
            return [facility] if facility is not None else []
        endings = self.sets["adverb_endings"]
        told = stream.norm[i].endswith(endings) and not self.language.fold(reading.entry.lemma).endswith(endings)
        if (
            told
            and j < last
            and stream.norm[j].endswith(endings)
            and j not in stream.opens
            and stream.kind[j] == "word"
        ):
            return []  # "a residential quarter", both in the accusative
        shared = self._shared_tail(stream, i, last, reading, kind) if several and j + 2 < last else []
        if shared:
            return shared
        if several and j < last:
            begin = j + (stream.norm[j] in self.sets["brackets"])
            items = self._items(stream, begin, last, kind, taken)
            if len(items) > 1 and (reading.entry.number != "d" or len(items) == 2):
                items[0] = items[0]._replace(
                    first=i, conjunction=reading.conjunction, preposition=reading.preposition, head=reading.entry.lemma
                )
                return items
        while j < last:
            one = self._proper(stream, j, last, kind, taken, several=reading.entry.number == "p")
            if one is None:
                break
            one = self._hyphened(stream, one, last, taken)
            found.append(one)
            j = one.last
            if not several or j >= last:
                break
            if norm_is_conjunction(stream, j, self.sets["single_conjunctions"]):
                j += 1
            elif not self.words.opens_with_conjunction(stream, j):
                break
        if reading.entry.number == "d" and len(found) == 1 and not found[0].places and not stream.marks[i].get("noun"):
            return []
        if found:
            head = found[0]
            found[0] = head._replace(
                first=i, conjunction=reading.conjunction, preposition=reading.preposition, head=reading.entry.lemma
            )
        return found

    def _shared_tail(self, stream: Stream, i: int, last: int, reading: Reading, kind: str) -> list[Named]:
        """As in "the states of north and south X": two names of which the second alone has the common word."""
        norm, j = stream.norm, i + 1
        if norm[j] not in self.sets["directions"]:
            return []
        hit = next((h for h in stream.hits(j + 1, last) if h.kind == "place" and h.conjunction == "and"), None)
        if hit is None or not self.language.strip_to(norm[j + 1], self.sets["directions"]):
            return []
        words = (norm[j], *norm[j + 2 : hit.last])
        entries = tuple(
            n.payload
            for n in self.language.names.exactly(words)
            if n.kind == "place" and n.payload.kind == "governorate"
        )
        if not entries:
            return []
        name = f"{stream.surface(j, j + 1)} {stream.surface(j + 2, hit.last)}"
        first = opened(reading, i, j + 1, "place", kind, name, places=entries, rule="name.place.head-listed")
        return [first, *self.listed.place(stream, hit, j + 1, i, last)]

    def _shelters(self, stream: Stream, i: int, last: int) -> bool:
        """Whether the camp at ``i`` is said to be for people who fled ("the camp X for the displaced")."""
        return any(
            r.preposition == "to" and "Displaced" in r.entry.marks.get("outcome", ())
            for k in range(i + 2, min(i + 5, last))
            for r in self.language.readings(stream.norm[k])
        )

    def _ends_of_axis(self, stream: Stream, j: int, last: int) -> list[Named]:
        """The two places that an axis of fighting joins ("on the axis X – Y")."""
        one = self.listed.place_at(stream, j, last)
        if one is None or one.last + 1 >= last or stream.norm[one.last] not in self.sets["dashes"]:
            return []
        other = self.listed.place_at(stream, one.last + 1, last)
        return [] if other is None else [one, other]

    def _hyphened(self, stream: Stream, place: Named, last: int, taken: frozenset[int]) -> Named:
        """The place with the rest of its name, where a hyphen without spaces joins that to it."""
        k = place.last
        if k + 1 >= last or stream.kind[k + 1] != "word" or place.aliases:
            return place
        before, dash, after = (stream.document.tokens[stream.token[p]] for p in (k - 1, k, k + 1))
        tight = dash.text in self.sets["dashes"] and before.end == dash.start and dash.end == after.start
        if not tight or not self.words.is_unknown(stream, k + 1, taken):
            return place
        return place._replace(last=k + 2, name=f"{place.name}{dash.text}{after.text}", places=())

    def _part_of_land(self, stream: Stream, i: int) -> bool:
        """Whether the direction at ``i`` is the part of a land where something is ("fighters in the north of X"),
        not where a place just named lies.
        """
        if i == 0 or stream.norm[i] not in self.sets["cardinal_points"]:
            return False
        before = stream.norm[i - 1]
        if before not in self.sets["locative"] and before not in self.sets["origin"]:
            return False
        return not any(
            h.kind == "place" and h.last == i - 1 for k in range(max(0, i - 5), i - 1) for h in stream.hits(k, i - 1)
        )

    def ship(self, stream: Stream, i: int, last: int) -> Named | None:
        """A ship whose name is quoted behind its kind: a merchant ship is where things happen, a warship acts."""
        norm = stream.norm
        word = norm[i].removeprefix(self.article)
        merchant, conjunction, preposition = self.words.member(word, "merchant_ships")
        warship = "" if merchant else self.words.member(word, "warships")[0]
        if not merchant and not warship:
            return None
        if warship:
            _, conjunction, preposition = self.words.member(word, "warships")
        j = i + 1
        while j < min(i + 4, last) and j not in stream.opens and norm[j].startswith(self.article):
            j += 1
        end = self.words.quotation(stream, j, last) if j < last and stream.quote[i] != stream.quote[j] else 0
        if not end:
            return None
        full, name = stream.surface(i, end, conjunction, preposition), stream.surface(j, end)
        if warship:
            rule = "name.actor.ship"
            return Named(
                i,
                end,
                "actor",
                "ArmedForce",
                full,
                (name,),
                conjunction=conjunction,
                preposition=preposition,
                rule=rule,
            )
        rule = "name.place.ship"
        return Named(
            i, end, "place", "other", name, (full,), conjunction=conjunction, preposition=preposition, rule=rule
        )

    def unlisted(self, stream: Stream, i: int, first: int, last: int, taken: frozenset[int]) -> Named | None:
        """A name no dictionary has, behind a preposition of place and before what it lies in ("near X in the
        province of Y").
        """
        norm = stream.norm
        if i == first or norm[i] in self.sets["not_place_names"]:
            return None
        aimed_at = norm[i - 1] in self.sets["against_only"] and i - 1 > first and "event" in stream.marks[i - 2]
        if norm[i - 1] not in self.sets["near"] and not aimed_at:
            return None
        known = not self.words.is_unknown(stream, i, taken)
        if known and not (aimed_at and self._unknown_definite(stream, i, taken)):
            return None
        end = i + 1
        second = end < last and not stream.hits(end, last) and self._unknown_definite(stream, end, taken)
        if second or (end < last and self.words.is_unknown(stream, end, taken)):
            end += 1
        j = end + 1 if end < last and norm[end] in self.sets["commas"] else end
        if j >= last or not self._larger(stream, j, last) or (aimed_at and norm[j] in self.sets["locative"]):
            return None  # "an attack on a shepherd in X"
        return Named(i, end, "place", "town", stream.surface(i, end), rule="name.place.unlisted")

    def _unknown_definite(self, stream: Stream, j: int, taken: frozenset[int]) -> bool:
        """Whether the word at ``j`` has the article and is in no dictionary but that of places."""
        word = stream.norm[j]
        plain = word.startswith(self.article) and word not in self.sets["stops"] and j not in taken
        lying = word.startswith(self.sets["lying_prefixes"])
        return (
            plain and not lying and not stream.marks[j] and all(h.kind == "place" for h in stream.hits(j, len(stream)))
        )

    def _larger(self, stream: Stream, j: int, last: int) -> bool:
        """Whether a larger place, with its type word or a direction, or where it lies follows at ``j``."""
        norm = stream.norm
        if norm[j] in self.sets["locative"] and norm[j] not in self.sets["directions"]:
            j += 1
            if j >= last:
                return False
            return self.words.is_type_word(stream, j) or self.listed.place_at(stream, j, last) is not None
        if norm[j] in self.sets["brackets"] and j + 1 < last:
            j += 1
        if norm[j] in self.sets["directions"]:
            while j < last and norm[j] in self.sets["directions"]:
                j += 1
            the_land = j < last and norm[j] in self.sets["the_land"]
            return the_land or (j < last and self.listed.place_at(stream, j, last) is not None)
        if norm[j] in self.sets["which"] and j + 1 < last and norm[j + 1] in self.sets["lying"]:
            return True
        if norm[j] in self.sets["against_only"] and j + 1 < last and norm[j + 1] in self.sets["whereabouts"]:
            return True
        if norm[j].startswith(self.sets["lying_prefixes"]):
            return True
        if norm[j] in self.sets["presenting"] and norm[j - 1] in self.sets["commas"] and j + 1 < last:
            return norm[j + 1] in self.sets["type_nouns"]
        if any(h.kind == "place" and h.preposition == "in" and not h.conjunction for h in stream.hits(j, last)):
            return True  # "X in Y", in one word
        reading = stream.marks[j].get("place")
        if reading is None:
            return False
        if norm[j - 1] in self.sets["commas"] and norm[j] in self.sets["settlements"]:
            return True  # in apposition: "in X, the village near …"
        return reading.preposition == "in" and not reading.definite

    def announced(self, stream: Stream, i: int, last: int, taken: frozenset[int]) -> list[Named]:
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
        quoted = j < last and j in stream.opens
        while j < last:
            one = self._item(stream, j, last, kind, taken, first=not found, quoted=quoted)
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
            elif not (j < last and self.words.opens_with_conjunction(stream, j)):
                break
        return found

    def _item(
        self,
        stream: Stream,
        j: int,
        last: int,
        kind: str,
        taken: frozenset[int],
        *,
        first: bool,
        quoted: bool = False,
    ) -> Named | None:
        if stream.kind[j] != "word" or j in taken or stream.norm[j] in self.sets["common_adjectives"]:
            return None
        norm = stream.norm
        if any(h.kind == "phrase" and not _TURNS.isdisjoint(h.payload.marks) for h in stream.hits(j, last)):
            return None  # "… of the province, according to X"
        end = self.words.quotation(stream, j, last)
        if end > j + 1 and any(self.words.opens_with_conjunction(stream, k) for k in range(j + 1, end)):
            end = 0  # the list stands in one quotation
        if end:
            entries = tuple(h.payload for h in stream.hits(j, end) if h.kind == "place" and h.last == end)
            return Named(j, end, "place", kind, stream.surface(j, end), places=entries, rule="name.place.item")
        hits = [
            h for h in stream.hits(j, last) if h.kind == "place" and not h.preposition and not (first and h.conjunction)
        ]
        conjunction = ""
        if hits and hits[0].last == j + 1:
            stem = norm[j][1:] if hits[0].conjunction else norm[j]
            if stem in self.sets["name_starters"]:
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
            if any(word in self.sets[s] for s in ("edges", "directions", "not_place_names")):
                return None
            opens = j + 1 < last and stream.marks[j + 1].get("place")
            if opens and not (opens.definite or opens.preposition or opens.conjunction or starter):
                return None
            listed = quoted and stream.quote[j] > 0 and (first or stream.quote[j] == stream.quote[j - 1])
            proper = starter or word in self.language.given_names or (not marks and word not in self.sets["stops"])
            proper = proper or listed
            if not proper or len(word) < 2 or word in self.sets["that"] or any(r.preposition for r in marks.values()):
                return None
            end = j + 1
            if (
                starter
                and end < last
                and stream.kind[end] == "word"
                and norm[end] not in self.sets["stops"]
                and not self.words.is_finite(stream, end)
            ) or (not starter and end < last and self._genitive(stream, end, last, taken)):
                end += 1
        while (
            end < last
            and end < j + 3
            and (
                norm[end] in self.sets["place_adjectives"]
                or (
                    self.words.is_nameless(stream, end, taken)
                    and norm[end] not in self.sets["directions"]
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
            places=entries,
            conjunction=conjunction,
            rule="name.place.item",
        )

    def _genitive(self, stream: Stream, end: int, last: int, taken: frozenset[int]) -> bool:
        """Whether the definite word at ``end`` is the second of an indefinite name ("X of the Y"), no adjective."""
        word = stream.norm[end]
        return (
            stream.kind[end] == "word"
            and end not in taken
            and word.startswith(self.article)
            and not stream.marks[end].keys() - {"noun", "place", "object"}
            and not stream.feminine(end)
            and word not in self.sets["not_adjectives"]
            and not word.startswith((*self.sets["stop_prefixes"], *self.sets["posted_prefixes"]))
            and not any(h.kind == "place" and h.payload.rank >= _KNOWN_RANK for h in stream.hits(end, last))
            and not stream.feminine(end - 1)
        )

    def _proper(
        self, stream: Stream, j: int, last: int, kind: str, taken: frozenset[int], *, several: bool
    ) -> Named | None:
        """A place's proper name at ``j``, after its type word: quoted, listed, or one to three unknown words."""
        bracketed = self.words.bracketed(stream, j, last)
        if bracketed:
            inner = self._proper(stream, j + 1, bracketed, kind, taken, several=False)
            return inner._replace(last=bracketed + 1) if inner is not None and inner.last == bracketed else None
        if stream.kind[j] != "word" or j in taken:
            return None
        longer = any(h.kind == "place" and h.last > j + 1 for h in stream.hits(j, last))
        if stream.norm[j] in self.sets["common_adjectives"] and (several or not (longer or stream.quote[j])):
            return None  # "a new village"
        if any(p == "in" and s in self.sets["directions"] for s, _, p, _ in self.language.strip(stream.norm[j])):
            return None  # "a town in the north of X"
        end = self.words.quotation(stream, j, last)
        if not end:
            if stream.norm[j] in self.sets["type_nouns"] and self._opens_own(stream, j, last):
                return None
            whole = stream.norm[j] in self.sets["name_starters"] or (
                not several and self.words.is_type_word(stream, j - 1)
            )
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
            if fitting and fitting[0].last == j + 1 and fitting[0].payload.rank < _KNOWN_RANK and not several:
                fitting = [] if self._second(stream, j, last, taken) else fitting
            if fitting and fitting[0].last == j + 1 and stream.norm[j] in self.sets["not_place_names"]:
                return None
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
                    places=entries,
                    conjunction=hit.conjunction,
                    preposition=hit.preposition,
                    rule="name.place.head-listed",
                )
            if stream.norm[j] in self.sets["not_place_names"] or self._spot_of(stream, j, last):
                return None
            if self.words.member(stream.norm[j], "directions")[2]:
                return None  # "in a zone in the west of X"
            if stream.norm[j] in self.sets["type_nouns"] and self._closed(stream, j + 1, last):
                return None
            definite_place = "place" in stream.marks[j] and stream.marks[j]["place"].definite
            if kind == "neighbourhood" and not several and j + 1 < last:
                definite_place = definite_place and stream.norm[j - 1] not in self.sets["quarters"]
            if stream.norm[j] in self.sets["stops"] or self.words.is_finite(stream, j) or definite_place:
                return None
            if stream.norm[j - 1] in self.sets["adjective_types"] and {"masdar", "event"} <= stream.marks[j].keys():
                return None
            if self._common_zone(stream, j) or self._described(stream, j, last, taken):
                return None
            typed = stream.marks[j].get("place")
            if typed is not None and typed.preposition and stream.norm[j] not in self.sets["name_starters"]:
                return None  # "a village in the area of …"
            if len(stream.norm[j]) > 6 and stream.norm[j].endswith(self.sets["owned_endings"]):
                return None  # "the area of its responsibility"
            end = j + 1
            word = stream.norm[j]
            if (
                several
                and not word.startswith(self.article)
                and self.words.member(word, "name_starters")[0] == ""
                and word not in self.language.given_names
            ):
                return None
            if (
                (word in self.sets["name_starters"] or self.words.member(word, "name_starters")[0])
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
            if end == j + 1 and not several and self._second(stream, j, last, taken):
                end += 1
        hits = [h for h in stream.hits(j, end) if h.kind == "place" and h.last == end]
        conjunction = (
            "and"
            if self.words.opens_with_conjunction(stream, j) and j - 1 >= 0 and stream.kind[j - 1] == "word" and not hits
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
            places=tuple(h.payload for h in hits),
            conjunction=conjunction,
            rule="name.place.head",
        )

    def _common_zone(self, stream: Stream, j: int) -> bool:
        """As in "the zone of operations", "areas of control": a zone is named by what happens there or who holds it."""
        zone = self.language.strip_to(stream.norm[j - 1], self.sets["zones"])
        return zone and not stream.marks[j].keys().isdisjoint(("masdar", "event", "head"))

    def _described(self, stream: Stream, j: int, last: int, taken: frozenset[int]) -> bool:
        """As in "a zone of commercial activity": an indefinite adjective follows, so the word is no name."""
        if j + 1 >= last or stream.kind[j + 1] != "word" or j + 1 in taken or stream.norm[j].startswith(self.article):
            return False
        word = stream.norm[j + 1]
        if word.startswith(self.article) or len(word) < 5 or any(h.kind == "place" for h in stream.hits(j + 1, last)):
            return False
        told = stream.marks[j + 1].keys() - {"adjective", "nationality"}
        return not told and word.endswith(self.sets["relational_endings"]) and word not in self.sets["bearings"]

    @staticmethod
    def _governorate(hit: Hit) -> bool:
        return hit.kind == "place" and hit.payload.kind == "governorate"

    def _second(self, stream: Stream, j: int, last: int, taken: frozenset[int]) -> bool:
        """Whether the word behind ``j`` is the second word of a proper name that no dictionary has."""
        end, norm = j + 1, stream.norm
        if end >= last or stream.kind[end] != "word" or stream.marks[j] or norm[j].startswith(self.article):
            return False
        if norm[end] in self.sets["stops"] or norm[end] in self.sets["bearing_adverbs"]:
            return False
        if any(h.kind == "place" and h.conjunction for h in stream.hits(end, last)):
            return False  # the next of a list
        if norm[end].startswith(self.article):
            return (
                not stream.marks[end]
                and end not in taken
                and norm[end] not in self.sets["not_adjectives"]
                and norm[end] not in self.sets["place_adjectives"]
                and not norm[end].startswith(self.sets["stop_prefixes"])
                and not stream.feminine(end)
                and not stream.hits(end, last)
                and stream.feminine(j - 1)
            )
        closes = (
            end + 1 >= last
            or stream.kind[end + 1] != "word"
            or norm[end + 1] in self.sets["stops"]
            or norm[end + 1] in self.sets["directions"]
            or self.words.is_finite(stream, end + 1)
            or any(r.preposition == "in" for r in stream.marks[end + 1].values())
            or any(h.preposition == "in" for h in stream.hits(end + 1, last))
        )
        return (
            closes
            and self.words.is_unknown(stream, end, taken)
            and not norm[end].startswith(self.sets["verbal_prefixes"])
            and not norm[end].endswith(self.sets["verbal_endings"])
        )

    def _national(self, stream: Stream, j: int) -> bool:
        """Whether the word at ``j`` is a definite adjective of nationality."""
        return "nationality" in stream.marks[j] and stream.norm[j].startswith(self.article)

    def _opens_own(self, stream: Stream, j: int, last: int) -> bool:
        """Whether the type word at ``j`` opens a name of its own ("the capital of the state of X")."""
        return j + 1 < last and any(
            h.kind == "place" and not h.conjunction and not h.preposition for h in stream.hits(j + 1, last)
        )

    def _spot_of(self, stream: Stream, j: int, last: int) -> bool:
        """Whether another type word stands at ``j`` and opens what is named ("the area of the X roundabout")."""
        reading = stream.marks[j].get("place")
        return (
            reading is not None
            and not reading.definite
            and reading.entry.marks["place"] == ("other",)
            and stream.norm[j] not in self.sets["name_starters"]
            and j + 1 < last
            and stream.norm[j + 1].startswith(self.article)
        )

    def _closed(self, stream: Stream, j: int, last: int) -> bool:
        """Whether a type word right before ``j`` opens no name ("the last capital of a state that fell")."""
        return (
            j >= last
            or stream.kind[j] != "word"
            or stream.norm[j] in self.sets["stops"]
            or self.words.is_finite(stream, j)
            or stream.norm[j] in self.sets["that"]
        )

    def _after_named(self, stream: Stream, j: int) -> bool:
        return j >= 2 and not self.words.is_type_word(stream, j - 1)

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
        if norm[j] in self.sets["not_place_names"] and not norm[j].startswith(self.article):
            return None
        whole = stream.marks[j].get("place")
        if whole is not None and whole.definite and self.language.fold(reading.entry.lemma) in self.sets["parts"]:
            return None  # "the gate of the hotel" is of the hotel told before
        ending = self.sets["accusative_endings"]
        if norm[i].endswith(ending) and not self.language.fold(reading.entry.lemma).endswith(ending):
            return None  # an indefinite object has no name behind it ("a depot that holds …")
        if norm[j] in self.sets["type_nouns"] and kind == "region":
            return None
        if any(h.kind == "place" and h.conjunction for h in stream.hits(j, last)):
            return None  # the next of a list
        if norm[i] in self.sets["seats"] and any(
            not h.preposition and (h.kind == "actor" or (h.kind == "ambiguous" and h.payload.kind == "MediaOutlet"))
            for h in stream.hits(j, last)
        ):
            return None
        if norm[i] in self.sets["seats"] and norm[j].removeprefix(self.article) in self.sets["numbered_units"]:
            return None  # "the headquarters of the 22nd division": of the division
        end = self.words.quotation(stream, j, last) if not reading.definite or kind == "facility" else 0
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
            ward = norm[j] in self.sets["type_nouns"] and self.language.strip_to(norm[i], self.sets["hospitals"])
            inner = self.listed.place_at(stream, j + 1, last) if ward else None
            if inner is not None and not hits and not plural:
                end = inner.last
            elif hits and not plural:
                end = hits[0].last
            elif (
                any(h.kind == "place" and h.preposition == "in" for h in stream.hits(j, last))
                or hits
                or norm[j] in self.sets["stops"]
                or self.words.is_finite(stream, j)
            ):
                return None
            elif norm[j].startswith(self.article):
                several = plural and not self.words.member(norm[i], "ranges")[0]
                if norm[j] in self.sets["not_adjectives"] or norm[j].startswith(self.sets["stop_prefixes"]) or several:
                    return None
                if (
                    kind in ("other", "region")
                    and stream.marks[j]
                    and not (
                        self.words.member(norm[i], "named_spots")[0]
                        and not set(stream.marks[j]) & {"members", "event", "masdar", "outcome"}
                    )
                ):
                    return None
                end = j + 1
                named = end < last and (norm[end] in self.language.given_names or norm[end] in self.sets["kunya"])
                if named and norm[j] in self.sets["honorifics"]:
                    end = self._dedication(stream, end + 1, last)
            elif norm[j] in self.language.given_names and not plural:
                end = self._dedication(stream, j + 1, last)
            elif kind == "other" or self.words.member(norm[i], "common_facilities")[0]:
                described = norm[j].endswith(self.sets["relational_endings"]) and len(norm[j]) > 3
                if (
                    plural
                    or (described and not self.words.member(norm[i], "named_spots")[0])
                    or not self.words.is_unknown(stream, j, taken)
                    or norm[j].endswith(self.sets["common_endings"])
                ):
                    return None
                end = j + 1
            elif not stream.marks[j] or norm[j] in self.sets["name_starters"] or "place" in stream.marks[j]:
                if any(r.preposition or r.conjunction for r in stream.marks[j].values()):
                    return None
                end = j + 1
                if norm[j] in self.sets["type_nouns"] and end < last:
                    # "the bridge of the town of X": the whole name of the town
                    towns = [h for h in stream.hits(end, last) if h.kind == "place" and not h.conjunction]
                    end = max((h.last for h in towns), default=end + (norm[end] in self.sets["name_starters"])) - 1
                if (
                    end < last
                    and stream.kind[end] == "word"
                    and norm[end] not in self.sets["stops"]
                    and not self.words.is_finite(stream, end)
                    and (
                        norm[j] in self.sets["name_starters"]
                        or "place" in stream.marks[j]
                        or norm[end] in self.sets["place_adjectives"]
                    )
                ):
                    end += 1
                elif not stream.marks[j] and self.words.ends_adverbial(stream.norm[j]):
                    return None
                elif self._second(stream, j, last, taken):
                    end += 1
            else:
                return None
            if end < last and (
                norm[end] in self.sets["place_adjectives"]
                or (norm[end - 1].startswith(self.article) and self._national(stream, end))
            ):
                end += 1
        # a road between two places is one name
        if end + 1 < last and stream.written(end) in self.sets["dashes"]:
            other = self.listed.place_at(stream, end + 1, last)
            if other is not None and kind == "other":
                end = other.last
        name = stream.surface(i, end, reading.conjunction, reading.preposition)
        core = stream.surface(j, end)
        entries = tuple(h.payload for h in stream.hits(i, end) if h.kind == "place" and h.last == end)
        bare = (
            kind in ("camp", "other", "region", "neighbourhood")
            and not reading.definite
            and not (set(stream.marks[j]) & {"noun", "place"})
        )
        site = stream.marks[i].get("head")
        outlet = site is not None and "MediaOutlet" in site.entry.marks["head"] and not entries
        told = any("speech" in stream.marks[k] for k in range(max(0, i - 4), i))
        if outlet and told and reading.preposition == "to" and i + 1 in stream.opens:
            return opened(reading, i, end, "actor", "MediaOutlet", name, rule="name.actor.told")
        if kind == "region" and not entries and self.language.fold(reading.entry.lemma) in self.sets["heights"]:
            kind = "other"  # one mountain, not the land around
        return opened(
            reading,
            i,
            end,
            "place",
            kind,
            name,
            aliases=(core,) if bare else (),
            places=entries,
            rule="name.place.facility",
        )

    def _dedication(self, stream: Stream, end: int, last: int) -> int:
        """Where the name of the person ends after whom a facility is called, its first word before ``end``."""
        norm, given = stream.norm, self.language.given_names
        while end < last and (
            norm[end] in self.sets["name_endings"] or norm[end] in self.sets["kunya"] or norm[end] in given
        ):
            end += 1
        surname = (
            end < last
            and norm[end].startswith(self.article)
            and not stream.marks[end]
            and not stream.hits(end, last)
            and norm[end] not in self.sets["not_adjectives"]
            and norm[end] not in self.sets["place_adjectives"]
        )
        return end + 1 if surname else end

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
            return opened(reading, i, j + 1, "place", kind, name, rule="name.place.attacked")
        accusative = (
            stream.norm[i] != self.language.fold(reading.entry.lemma)
            and not reading.preposition
            and not reading.conjunction
        )
        civic = self.language.fold(reading.entry.lemma) in self.sets["civic_facilities"]
        described = j < last and self._describes(stream, j, reading)
        alone = described or j >= last or self._ends_noun(stream, j)
        if not (attack and accusative) and not (civic and alone and self._struck(stream, i, reading)):
            return None
        end = j + 1 if described else j
        told = stream.surface(i, end, reading.conjunction, reading.preposition)
        name = f"{reading.entry.lemma} {stream.surface(j, end)}" if end > j else reading.entry.lemma
        return opened(
            reading,
            i,
            end,
            "place",
            kind,
            name,
            aliases=(told,) if end > j and told != name else (),
            rule="name.place.attacked",
        )

    def _describes(self, stream: Stream, j: int, noun: Reading) -> bool:
        """Whether an indefinite adjective stands at ``j`` ("a religious school")."""
        word = stream.norm[j]
        if stream.kind[j] != "word" or word.startswith(self.article) or word in self.sets["stops"] or len(word) < 4:
            return False
        if noun.entry.gender == "f":
            return word.endswith(self.sets["relational_feminine_endings"])
        ending = word.removesuffix(self.sets["accusative_endings"][0])
        return ending.endswith(self.sets["relational_endings"]) and not word.startswith(self.sets["verbal_prefixes"])

    def _ends_noun(self, stream: Stream, j: int) -> bool:
        """Whether the noun before ``j`` stands without a genitive: a verb, a preposition or a mark follows."""
        norm, marks = stream.norm, stream.marks[j]
        if stream.kind[j] != "word" or norm[j] in self.sets["stops"] or norm[j] in self.sets["locative"]:
            return True
        if any(r.preposition or r.conjunction for r in marks.values()):
            return True
        if any(h.preposition for h in stream.hits(j, len(stream))):
            return True
        bare = not marks and norm[j].startswith(self.sets["verbal_prefixes"])
        return self.words.is_finite(stream, j) or bare

    def _struck(self, stream: Stream, i: int, reading: Reading) -> bool:
        """Whether what stands at ``i`` is what an attack hit: behind "on" after a noun of attack, or the object of a
        verb of it, its subject and the hour between.
        """
        norm, marks = stream.norm, stream.marks
        if reading.preposition or reading.conjunction or "title" in marks[i - 1]:
            return False
        k = i - 1
        if norm[k] in self.sets["against_only"]:
            return any("event" in marks[p] and "verb" not in marks[p] for p in range(max(0, k - 3), k))
        low = max(0, i - 9)
        while k >= low:
            if norm[k] in self.sets["commas"]:
                k = next((p for p in range(k - 1, low - 1, -1) if norm[p] in self.sets["commas"]), -1)
                if k < 0 or not any(norm[p] in self.sets["calendar_words"] for p in range(k, i)):
                    return False
            elif "verb" in marks[k] and ("event" in marks[k] or self._hits(marks[k])):
                return True
            elif stream.kind[k] != "word" or (
                norm[k] in self.sets["stops"] and k > 0 and norm[k + 1] not in self.sets["calendar_words"]
            ):
                return False
            k -= 1
        return False

    @staticmethod
    def _hits(marks: dict[str, Reading]) -> bool:
        return "light" in marks and "hit" in marks["light"].entry.marks["light"]

    def reference(self, stream: Stream, i: int) -> Named | None:
        """Such as "the town", "the camp": the place spoken of before."""
        reading = stream.marks[i].get("place")
        if reading is None or not reading.definite or "weak" in reading.entry.marks:
            return None
        if i and self.language.strip_to(stream.norm[i - 1], self.sets["live"]):
            return None  # "live ammunition", "a live broadcast": the same word as "the quarter"
        if reading.entry.number != "s" and not (i + 1 < len(stream) and stream.norm[i + 1] in self.sets["same_source"]):
            return None
        kinds = reading.entry.marks["place"] or ("other",)
        name = stream.surface(i, i + 1, reading.conjunction, reading.preposition)
        listed = tuple(h.payload for h in stream.hits(i, i + 1) if h.kind == "place")
        return opened(
            reading, i, i + 1, "place", kinds[0], name, places=listed, reference=True, rule="name.place.reference"
        )
