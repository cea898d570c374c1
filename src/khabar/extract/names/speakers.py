"""Someone told of by office, trade or side only, where a verb shows that they speak or act."""

from __future__ import annotations

from khabar.extract.mentions import Named
from khabar.extract.names.bodies import Bodies
from khabar.extract.names.listed import Listed
from khabar.extract.names.persons import Persons
from khabar.extract.names.places import Places
from khabar.extract.names.words import Words
from khabar.language import ActorEntry, Entry, Language, Reading
from khabar.match.stream import Stream

__all__ = ["Speakers"]

_SHORT = 3
"""Letters of a name that is not told alone, at most."""
_LONGEST_OUTLET = 3
_TOLD_WITHIN = 8
"""How far the verb of speech may stand before the outlet that was told."""


class Speakers:
    """Finds speakers and doers that nothing but a description tells of."""

    def __init__(
        self, language: Language, words: Words, listed: Listed, places: Places, bodies: Bodies, persons: Persons
    ) -> None:
        self.language = language
        self.sets = language.sets
        self.article = language.article
        self.words = words
        self.listed = listed
        self.places = places
        self.bodies = bodies
        self.persons = persons

    def described(self, stream: Stream, i: int, first: int, last: int, taken: frozenset[int]) -> list[Named]:
        """Someone told of by office, trade or side only, where a verb of speech or of deed stands right before:
        "Iraqi officers said", "… the director of X hospital to …", "settlers attacked".
        """
        if i == first:
            return []
        marks = stream.marks[i]
        reading = marks.get("title") or marks.get("members") or marks.get("victim")
        if (
            reading is None
            or reading.suffix
            or reading.conjunction
            or reading.preposition
            or reading.entry.pos not in ("noun", "participle")
        ):
            if reading is None and (
                stream.norm[i] in self.sets["unknown_adjectives"] or stream.norm[i] in self.sets["speaking_nouns"]
            ):
                reading = Reading(Entry(stream.norm[i], "noun", "m", "p", "", "", {}), "", "", False, "")
            else:
                return []
        norm, sets = stream.norm, self.sets
        before = stream.marks[i - 1].get("verb")
        ending = any(h.last == i and h.first >= max(first, i - 2) for h in stream.phrases_of("source"))
        quoted = not ending and before is None and self._quoted(stream, i, first)
        ending = ending or quoted
        had = norm[i - 1] in sets["had"] and self._had_said(stream, i, last)
        if before is None and not ending and not had:
            return self._after_that(stream, i, last, reading)
        speech = ending or had or "speech" in stream.marks[i - 1]
        if reading.definite:
            return []
        accusative = before is not None and norm[i].endswith(sets["accusative_endings"])
        if accusative and not ending and not had and self.language.readings(norm[i][:-1]):
            return []  # "accused members of X"
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
                or not name.endswith(sets["sound_endings"])
                or before is None
            ):
                return []
            if before.entry.voice == "passive" or (
                "outcome" in stream.marks[i - 1]
                and "harm" not in stream.marks[i - 1]
                and not before.suffix
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
                    entry=listed,
                    head=reading.entry.lemma,
                    rule="name.actor.members",
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
                and (not self.words.is_type_word(stream, k - 1) or norm[k - 1].startswith(self.article))
                and (
                    self.persons.introduced(stream, k, first)
                    or (
                        norm[k + 1] in sets["kunya"]
                        and any(h.last == k for begin in range(i + 1, k) for h in stream.hits(begin, k))
                    )
                )
            ):
                return []
            if (
                (
                    self.words.is_unknown(stream, k, taken)
                    and "place" not in stream.marks[k - 1]
                    and "head" not in stream.marks[k - 1]
                    and self.persons.introduced(stream, k, first)
                )
                and k + 1 < last
                and (self.words.is_unknown(stream, k + 1, taken) or norm[k + 1] in self.language.given_names)
            ):
                return []
        whole = (
            next((h for h in stream.hits(i + 1, last) if h.kind in ("actor", "ambiguous") and not h.preposition), None)
            if i + 1 < last
            else None
        )
        if whole is not None and whole.payload.kind in ("Organization", "ArmedForce") and "title" in marks:
            return []
        j, named = i + 1, 0
        while j < last and j < i + 8 and stream.kind[j] == "word" and j not in taken:
            ended = norm[j] in sets["stops"] and norm[j] not in sets["office_links"]
            if norm[j] in sets["that"] or (ended and not self._wide_place(stream, j, last)):
                break
            if norm[j] in sets["locative"] and j + 1 < last and "statement" in stream.marks[j + 1]:
                break
            if self.words.is_finite(stream, j) or (
                self.words.named_after_clitic(stream, j, last)
                and not any(h.preposition == "in" for h in stream.hits(j, last))
            ):
                break
            if j > i + 1 and any(
                r.preposition == "to" or (r.preposition and "outcome" in r.entry.marks)
                for r in stream.marks[j].values()
            ):
                break
            if j > i + 1 and self._demanded(stream, i - 1, j):
                break
            if self._closed(stream, i, j) or (j == named and self._happened(stream, j)):
                break
            governs = j + 1 < last and norm[j + 1].startswith(self.article) and norm[j] not in self.language.given_names
            plain = "adjective" not in stream.marks[j] and not norm[j].startswith(self.article) and governs
            located = norm[i + 1] in sets["locative"] and norm[i + 1] not in sets["directions"]
            if j == named and plain and located and norm[j] not in sets["kunya"]:
                break  # "officers in X announced the removal of the president"
            if (
                j > i
                and self.persons.introduced(stream, j, first)
                and (
                    (norm[j] in self.language.given_names and not stream.marks[j])
                    or self.words.is_unknown(stream, j, taken)
                )
            ) and (
                not any(h.kind == "place" for h in stream.hits(j, last))
                and "place" not in stream.marks[j - 1]
                and "head" not in stream.marks[j - 1]
            ):
                return []
            hit = next((h for h in stream.hits(j, last) if h.kind != "phrase"), None)
            if (
                hit is not None
                and hit.kind == "actor"
                and j > i + 1
                and norm[j - 1].startswith(self.article)
                and not (hit.conjunction or hit.preposition)
                and (not norm[j].startswith(self.article) or (hit.last > j + 1 and hit.payload.kind == "ArmedForce"))
            ):
                break  # a definite noun closes what stands before it: "the region's governor accused X"
            if hit is not None and hit.kind == "actor" and hit.payload.kind == "Person" and not hit.preposition:
                return []
            state = hit is not None and hit.kind == "ambiguous" and hit.payload.kind in ("Government", "ArmedForce")
            state = state and "nationality" not in stream.marks[j] and "adjective" not in stream.marks[j]
            if state and j > i + 2 and norm[j].startswith(self.article) and norm[j - 1].startswith(self.article):
                break  # "the chief of the tribe of X accused the government"
            named = hit.last if hit is not None else named
            j = hit.last if hit is not None else j + 1
        while j > i + 1 and (norm[j - 1] in sets["stops"] or norm[j - 1] in sets["office_links"]):
            j -= 1
        if j > i + 1 or ending or speech:
            j += j < last and norm[j] in sets["further"]
        if j == i + 1 and reading.entry.number == "s" and "source" not in marks and "victim" not in marks:
            return []
        if j == i + 1 and ("outcome" in marks or quoted):
            return []
        if (
            reading.entry.number == "s"
            and j > i + 2
            and self.words.is_unknown(stream, j - 1, taken)
            and len(norm[j - 1]) > _SHORT
            and any(h.kind == "place" and h.last == j - 1 for k in range(i + 1, j - 1) for h in stream.hits(k, j - 1))
        ):
            # "the mayor of X, Tanda, said": a name behind the office
            return [Named(j - 1, j, "actor", "Person", stream.surface(j - 1, j), rule="name.person.surname")]
        name = stream.surface(i, j)
        source = Named(i, j, "source", "UnnamedSource", name, head=reading.entry.lemma, rule="name.source.office")
        return [source, *self.nested(stream, source)]

    def for_a_place(self, stream: Stream, i: int, last: int) -> list[Named]:
        """An unnamed spokesman of a place that is no body's name ("the spokesman for the province of X")."""
        j = i + 1
        if j + 1 >= last or stream.norm[j] not in self.sets["in_name_of"] or not self.words.spoken(stream, i):
            return []
        head = stream.marks[j + 1].get("head")
        if head is not None and "Place" not in head.entry.marks["head"]:
            return self._local_body(stream, j + 1, last, head)
        known = any(h.kind != "phrase" for h in stream.hits(j + 1, last))
        if not known and stream.norm[j + 1].startswith(self.article):
            name = stream.surface(j + 1, j + 2)
            return [Named(j + 1, j + 2, "actor", "Organization", name, rule="name.actor.pattern")]
        place = self.listed.place_at(stream, j + 1, last)
        if (
            place is None
            or place.last >= last
            or any(h.kind in ("actor", "ambiguous") for h in stream.hits(j + 1, last))
        ):
            return []
        if self.persons.introduced(stream, place.last, i) and stream.norm[place.last] in self.language.given_names:
            return []
        if self.words.is_unknown(stream, place.last, frozenset()):
            return []
        name = stream.surface(i, place.last)
        return [Named(i, place.last, "source", "UnnamedSource", name, rule="name.source.office")]

    def _local_body(self, stream: Stream, i: int, last: int, head: Reading) -> list[Named]:
        """The body of a town or province in whose name somebody speaks ("the police of X", "… of the province")."""
        if head.definite or head.suffix or i + 1 >= last or stream.norm[i] in self.sets["never_bodies"]:
            return []
        if any(h.kind in ("actor", "ambiguous") and h.last > i + 1 for h in stream.hits(i, last)):
            return []
        place = self.listed.place_at(stream, i + 1, last)
        kind = stream.marks[i + 1].get("place")
        end = place.last if place is not None else i + 2 if kind is not None and kind.definite else 0
        if not end or (place is not None and place.preposition):
            return []
        sort = self.words.kind(head.entry.marks["head"])
        name = stream.surface(i, end)
        return [Named(i, end, "actor", sort, name, head=head.entry.lemma, rule="name.actor.pattern")]

    def _quoted(self, stream: Stream, i: int, first: int) -> bool:
        """Whether what stands at ``i`` is quoted by someone ("an outlet quoted a spokesman of …")."""
        return (
            i > first + 1
            and stream.norm[i - 1] in self.sets["about_alone"]
            and any("quote" in r.entry.marks["speech"] for r in self._spoken(stream, max(first, i - _TOLD_WITHIN), i))
        )

    @staticmethod
    def _spoken(stream: Stream, first: int, last: int) -> list[Reading]:
        return [stream.marks[k]["speech"] for k in range(first, last) if "speech" in stream.marks[k]]

    def _after_that(self, stream: Stream, i: int, last: int, reading: Reading) -> list[Named]:
        """Fighters without a name who are the subject of what is said ("said that gunmen attacked"), or by whose hand
        something was done ("shot by gunmen", "an attack of gunmen on ...").
        """
        norm, sets = stream.norm, self.sets
        had = norm[i - 1] in sets["pluperfect"]  # "gunmen had kidnapped …", where the subject stands before its verb
        endings = sets["sound_endings" if had else "oblique_endings"]
        if (
            not ("members" in reading.entry.marks or norm[i] in sets["unknown_adjectives"])
            or reading.entry.number == "s"
            or not norm[i].endswith(endings)
        ):
            return []
        by_hand = norm[i - 1] in sets["by_alone"] or (norm[i - 1] in sets["by"] and norm[i - 2] in sets["by_openers"])
        if by_hand and not reading.definite:
            rule = "name.actor.members"
            kind = "ArmedForce"
            return [Named(i, i + 1, "actor", kind, stream.surface(i, i + 1), head=reading.entry.lemma, rule=rule)]
        deed = stream.marks[i - 1].get("event")
        by_them = deed is not None and deed.entry.pos == "masdar" and not deed.definite and not deed.suffix
        if by_them and not reading.definite and self._acts(stream, i, last):
            name, rule = stream.surface(i, i + 1), "name.actor.members"  # "the blowing up by gunmen of a tank"
            return [Named(i, i + 1, "actor", "ArmedForce", name, head=reading.entry.lemma, rule=rule)]
        if norm[i - 1] not in sets["that"] and not had:
            return []
        end = i + 1
        while end < min(i + 3, last) and norm[end].endswith(endings):
            if "relation" in stream.marks[end] or norm[end] in sets["belonging_to"]:
                break  # "gunmen belonging to X"
            end += 1
        reach = range(end, min(end + (10 if end < last and self._rides_on(stream, end, last) else 4), last))
        further = (k for k in reach if k > end and "verb" in stream.marks[k] and stream.marks[k]["verb"].conjunction)
        acts = any(self._verb_of_deed(stream, k, last) for k in range(end, next(further, reach.stop)))
        name = stream.surface(i, end)
        rule = "name.actor.members"
        return [Named(i, end, "actor", "ArmedForce", name, head=reading.entry.lemma, rule=rule)] if acts else []

    def _verb_of_deed(self, stream: Stream, k: int, last: int) -> bool:
        """Whether a verb at ``k`` tells what its subject did; unvowelled, one of harm with no object is passive."""
        if "verb" not in stream.marks[k]:
            return False
        if any(h.kind == "phrase" and "outcome" in h.payload.marks for h in stream.hits(k, last)):
            return False  # "met their death"
        suffers = "outcome" in stream.marks[k] and "harm" not in stream.marks[k]
        if not suffers:
            return True
        if k + 1 >= last or stream.norm[k + 1] in self.sets["stops"] or stream.kind[k + 1] == "punct":
            return False
        following = stream.marks[k + 1].get("verb")
        return following is None or not following.conjunction

    def told_outlet(self, stream: Stream, i: int, first: int, last: int) -> Named | None:
        """An outlet that no dictionary has, quoted behind a "to" that stands alone: whom a speaker told."""
        end = self.words.quotation(stream, i, last)
        if not end or i == first or stream.norm[i - 1] not in self.sets["to_alone"] or end - i > _LONGEST_OUTLET:
            return None
        if any(h.last == end and h.kind != "phrase" for h in stream.hits(i, end)):
            return None
        if not any("speech" in stream.marks[k] for k in range(max(first, i - _TOLD_WITHIN), i)):
            return None
        if any(not {"event", "outcome", "verb"}.isdisjoint(stream.marks[k]) for k in range(i, end)):
            return None
        return Named(i, end, "actor", "MediaOutlet", stream.surface(i, end), preposition="to", rule="name.actor.told")

    def _had_said(self, stream: Stream, i: int, last: int) -> bool:
        """Whether a verb of speech follows the subject at ``i``, as in the pluperfect ("an officer had said")."""
        for k in range(i + 1, min(i + 9, last)):
            speech = stream.marks[k].get("speech")
            if speech is not None and speech.entry.pos == "verb":
                return stream.norm[k - 1] in self.sets["had_particles"] or speech.entry.tense == "past"
            if stream.kind[k] == "punct":
                return False
        return False

    def _demanded(self, stream: Stream, verb: int, j: int) -> bool:
        """Whether the word at ``j`` is what the verb calls for, condemns or welcomes, behind its particle."""
        speech = stream.marks[verb].get("speech")
        if speech is None or not {"call", "condemn", "welcome", "threaten"}.intersection(speech.entry.marks["speech"]):
            return False
        return any(p == "in" for _, _, p, _ in self.language.strip(stream.norm[j]))

    @staticmethod
    def _happened(stream: Stream, j: int) -> bool:
        """Whether the word behind a name is what the speaker told of ("the mayor of X announced the death of …")."""
        readings = [r for m, r in stream.marks[j].items() if m in ("outcome", "event")]
        return any(r.entry.pos == "masdar" for r in readings) and not any(
            r.definite or r.preposition or r.conjunction for r in readings
        )

    @staticmethod
    def _wide_place(stream: Stream, j: int, last: int) -> bool:
        """Whether a place whose name a preposition or a direction opens stands at ``j`` ("North Darfur")."""
        return any(h.kind == "place" and h.last > j + 1 for h in stream.hits(j, last))

    def _closed(self, stream: Stream, i: int, j: int) -> bool:
        """Whether the noun phrase begun at ``i`` cannot go on with the word at ``j``."""
        norm, sets = stream.norm, self.sets
        if norm[j] in sets["office_links"] or norm[j] in sets["locative"] or norm[j] in sets["belonging"]:
            return False
        if any(r.conjunction for r in stream.marks[j].values()) or "outcome" in stream.marks[i]:
            return True
        deed = stream.marks[j].get("event")
        if deed is not None and deed.definite and "adjective" not in stream.marks[j] and j > i + 1:
            return norm[j - 1].startswith(self.article)  # "the governor of the North condemned the attack"
        if self.words.ends_plural(stream, j - 1):
            return not self.words.ends_plural(stream, j)
        if "nationality" in stream.marks[j - 1] and "noun" in stream.marks[j] and j > i + 1:
            return "adjective" not in stream.marks[j] and "nationality" not in stream.marks[j]
        indefinite = not norm[j].startswith(self.article) and not self.language.starts(norm[j])
        return (
            j > i + 1
            and norm[j - 1].startswith(self.article)
            and indefinite
            and not any(r.preposition == "in" for r in self.language.readings(norm[j]))
        )

    def _acts(self, stream: Stream, i: int, last: int) -> bool:
        """Whether an object follows the plural at ``i``, so that it did what the verb before says."""
        return (
            i + 1 < last
            and stream.kind[i + 1] in ("word", "number")
            and (stream.norm[i + 1] not in self.sets["stops"] or self._rides(stream, i + 1, last))
            and not stream.norm[i + 1].startswith(self.sets["single_conjunctions_prefix"])
        )

    def _rides_on(self, stream: Stream, j: int, last: int) -> bool:
        """Whether "on" and what is ridden stand there ("gunmen on lorries attacked")."""
        if j + 1 >= last or stream.norm[j] not in self.sets["against_only"]:
            return False
        return stream.norm[j + 1] in self.sets["aboard"] or "object" in stream.marks[j + 1]

    def _rides(self, stream: Stream, j: int, last: int) -> bool:
        """As in "gunmen on motorcycles (killed) nine herders": what they rode in stands before the number."""
        if not self._rides_on(stream, j, last):
            return False
        return any("victim" in stream.marks[k] for k in range(j + 2, min(j + 7, last)))

    def nested(self, stream: Stream, source: Named) -> list[Named]:
        """Listed actors and places inside a source's words ("a source in X"): named there too."""
        found: list[Named] = []
        k = source.first + 1
        while k < source.last:
            if (
                k == source.first + 1
                and self.language.fold(source.head) in self.sets["residents"]
                and not stream.norm[source.first].startswith(self.article)
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
                        preposition="from",
                        rule="name.place.residents",
                    )
                )
                break
            typed = stream.marks[k].get("place")
            within = stream.norm[k - 1] in self.sets["locative"] or stream.norm[k - 1] in self.sets["belonging"]
            if typed is not None and not within and stream.norm[k] in self.sets["adjective_types"]:
                k += 1  # "local sources"
                continue
            if (within or (typed is not None and not typed.definite)) and not any(
                h.kind == "actor" for h in stream.hits(k, source.last)
            ):
                reading = stream.marks[k].get("place")
                places = self.places.headed(stream, k, source.last, reading, frozenset()) if reading is not None else []
                inner = self.listed.place_at(stream, k, source.last)
                places = places or ([inner] if inner is not None else [])
                if places:
                    found.extend(p._replace(preposition="from") for p in places)
                    break
            hit = next(
                (
                    h
                    for h in stream.hits(k, source.last)
                    if h.kind == "actor" and h.preposition in ("", "in") and not h.conjunction
                ),
                None,
            )
            if hit is None and k > source.first + 1:
                head = self.words.body(stream.norm[k], stream.marks[k]) or stream.marks[k].get("head")
                body = (
                    self.bodies.headed(stream, k, source.last, head, frozenset())
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
            if entry.kind != "Government" or not self.listed.namesakes(stream, hit):
                name = stream.surface(hit.first, hit.last, "", hit.preposition)
                found.append(
                    Named(
                        hit.first,
                        hit.last,
                        "actor",
                        entry.kind,
                        name,
                        entry=entry,
                        preposition="from",
                        rule="name.actor.in-source",
                    )
                )
            k = hit.last
        return found
