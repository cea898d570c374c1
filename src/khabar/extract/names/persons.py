"""Persons: a given name with what follows, or an unknown name where an office or an age shows a person."""

from __future__ import annotations

from khabar.extract.mentions import Named
from khabar.extract.names.words import Words
from khabar.language import Language
from khabar.match.stream import Hit, Stream

__all__ = ["Persons"]


class Persons:
    """Finds persons; remembers the article's persons, whose first or last name may stand for them later."""

    def __init__(self, language: Language, words: Words) -> None:
        self.language = language
        self.sets = language.sets
        self.article = language.article
        self.words = words
        self._people: dict[str, str] = {}
        """First or last name -> full name."""

    def begin(self) -> None:
        """Forget the persons of the article before."""
        self._people = {}

    def remember(self, person: Named) -> None:
        """Let a person's first and last word stand for the person in later sentences."""
        words = self.language.split(person.name)
        if len(words) > 1:
            if words[-1] in self.sets["name_endings"]:
                words = (*words[:-2], " ".join(words[-2:]))
            self._people.setdefault(words[-1], person.name)
            self._people.setdefault(words[0], person.name)

    def told(self, stream: Stream, i: int) -> bool:
        """Whether part of the name of a person told of before stands right behind a verb of speech, though a place
        has that name too.
        """
        return i > 0 and "speech" in stream.marks[i - 1] and stream.norm[i] in self._people

    def find(
        self, stream: Stream, i: int, first: int, last: int, taken: frozenset[int], best: Hit | None
    ) -> Named | None:
        """A person's name at ``i``: a given name or a kunya with what follows, an unknown name where an
        office, a kinship
        word, an apposition or an age shows that a person is meant, or a part of a name told in full before.
        """
        norm, sets = stream.norm, self.sets
        word = norm[i]
        marks = stream.marks[i]
        if best is None and i > first and i in stream.opens and norm[i - 1] in sets["called"]:
            called = self._called(stream, i, last)
            if called is not None:
                return called
        if i > first and i in stream.opens and self.language.strip_to(norm[i - 1], sets["undertakings"]):
            return None  # 'the campaign "Arrows of the East"'
        if i > first and word in sets["kunya"] and self.language.strip_to(norm[i - 1], sets["clans"]):
            return None  # "a house of the family of X", who are nobody in particular
        stem, conjunction, preposition = word, "", ""
        given = word in self.language.given_names
        if (marks and not given and word not in sets["kunya"]) or word in sets["by_alone"]:
            return None
        if given and "title" in marks and i + 1 < last:
            spot = stream.marks[i + 1].get("place")
            if spot is not None and spot.definite and not spot.preposition:
                return None  # "the headman of the village", whose office is a name too
        if given and word in sets["stops"]:
            given = (
                self.words.truly_given(stream, i)
                and i + 1 < last
                and (i + 1 not in stream.opens or i in stream.opens)
                and (
                    norm[i + 1] in self.language.given_names
                    or (norm[i + 1] in sets["kunya"] and i + 2 < last and norm[i + 2] in self.language.given_names)
                    or (
                        word not in sets["office_links"]
                        and norm[i + 1].startswith(self.article)
                        and "masdar" not in stream.marks[i + 1]
                        and self.introduced(stream, i, first) == "title"
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
        foreign = not given and not kunya and best is None and self.words.is_unknown(stream, i, taken)
        foreign = (
            foreign
            and word not in sets["auxiliary"]
            and word not in sets["office_links"]
            and "directions" not in self.words.opens[word]
        )
        if not given and not kunya and not foreign:
            return self._short_person(stream, i) if best is None and not marks else None
        introduced = self.introduced(stream, i, first)
        if best is not None and not (given and introduced):
            return None
        if marks and not kunya and not introduced and not self._apposed(stream, i, i + 2, last):
            return None
        end = i + 1
        if end < last and norm[end] in sets["name_endings"]:
            end += 1
        if (
            (given or end > i + 1)
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
            if end + 1 < last and norm[end + 1] in sets["name_endings"] and stream.quote[end] == stream.quote[end + 1]:
                end += 2
                continue
            if (
                end >= i + 2
                and norm[end] not in self.language.given_names
                and norm[end] not in sets["kunya"]
                and norm[end - 1] not in sets["kunya"]
            ):
                if not norm[end].startswith(self.article) and (
                    stream.marks[end] or not (given or kunya or self._last_word(stream, i, end, last, introduced))
                ):
                    break
                if (
                    norm[end - 1].startswith(self.article)
                    and norm[end - 1] not in sets["name_endings"]
                    and norm[end - 2] not in sets["kunya"]
                ):
                    break
                if self._another(stream, end, last, taken):
                    break
            end += 1
        while end > i + 1 and norm[end - 1] in sets["kunya"]:
            end -= 1
        if given and end <= i + 2 and self._family(stream, end, last):
            end += 1
        if given and end < last and stream.kind[end] == "word" and self._aged(stream, end + 1, last):
            end += 1
        if given and end == i + 1 < last - 1 and introduced and norm[end] in sets["title_surnames"]:
            end += not self._name_like(stream, end + 1, taken, given=False)
        words = end - i
        if (
            given
            and end == i + 1 < last - 1
            and introduced in ("title", "office")
            and stream.kind[end] == "word"
            and norm[end] not in sets["stops"]
            and not norm[end].startswith(self.article)
            and not any(r.preposition or r.conjunction for r in stream.marks[end].values())
            and self._ends_before(stream, end + 1)
        ):
            # an ordinary word between a given name and what is said can only be the family's name
            end += 1
        words = end - i
        if kunya and words < 2:
            return None
        if not given and not kunya:
            if any(
                not {"head", "place", "event", "masdar"}.isdisjoint(stream.marks[k])
                and norm[k] not in self.language.given_names
                for k in range(i + 1, end)
            ):
                return self._short_person(stream, i)
            if (
                words >= 2
                and introduced == "speech"
                and not (self.words.is_unknown(stream, i + 1, taken) or norm[i + 1] in self.language.given_names)
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
        nick = self.words.quotation(stream, end, last)
        if (
            nick
            and (nick >= last or stream.quote[nick] != stream.quote[end])
            and nick - end <= 2
            and not stream.quote[end - 1]
        ):
            aliases, end = (stream.surface(end, nick),), nick
        return Named(
            i,
            end,
            "actor",
            "Person",
            name,
            aliases=aliases,
            conjunction=conjunction,
            preposition=preposition,
            rule="name.person",
        )

    def _family(self, stream: Stream, j: int, last: int) -> bool:
        """Whether a word known as somebody's family name stands at ``j``: here it is that of another, told in full."""
        return any(
            h.kind in ("actor", "ambiguous")
            and h.payload.kind == "Person"
            and h.last == j + 1
            and not (h.conjunction or h.preposition)
            for h in stream.hits(j, last)
        )

    def _ends_before(self, stream: Stream, j: int) -> bool:
        """Whether the word at ``j`` cannot go on with a name: "that", a comma, a particle or a word behind one."""
        word = stream.norm[j]
        if word in self.sets["that"] or word in self.sets["commas"] or word in self.sets["single_prepositions"]:
            return True
        return any(r.preposition == "in" and r.entry.pos == "masdar" for r in stream.marks[j].values())

    def _closing(self, stream: Stream, j: int) -> bool:
        """Whether a word that no dictionary has, with or without its last letter, ends what stands before a comma or
        before what is said.
        """
        word, after = stream.norm[j], stream.norm[j + 1] if j + 1 < len(stream) else ""
        closed = after in self.sets["commas"] or after in self.sets["that"] or after in self.sets["sentence_marks"]
        return closed and not self.language.readings(word) and not self.language.readings(word[:-1])

    def _and_its(self, stream: Stream, j: int) -> bool:
        """Whether the word is "and" with a noun that a pronoun leans on ("X and his joining of …")."""
        word = stream.norm[j]
        leans = word.endswith(self.sets["object_endings"]) and not stream.feminine(j)
        return len(word) > 5 and leans and word.startswith(self.sets["single_conjunctions_prefix"])

    def _last_word(self, stream: Stream, i: int, end: int, last: int, introduced: str) -> bool:
        """Whether an unknown word behind a given name closes a foreign name, before what its bearer says."""
        if introduced not in ("title", "office") or stream.norm[end - 1] not in self.language.given_names:
            return False
        if not self.words.is_unknown(stream, end, frozenset()) or end + 1 >= last:
            return False
        after = stream.norm[end + 1]
        return after in self.sets["that"] or after in self.sets["sentence_marks"] or after in self.sets["commas"]

    def _called(self, stream: Stream, i: int, last: int) -> Named | None:
        """Such as 'a girl called "X Y Z"': all that is quoted, however foreign its words."""
        end = self.words.quotation(stream, i, last)
        if (
            end - i < 2
            or stream.norm[i].startswith(self.article)
            or any(
                not {"head", "place", "event", "masdar", "members"}.isdisjoint(stream.marks[k]) for k in range(i, end)
            )
        ):
            return None
        return Named(i, end, "actor", "Person", stream.surface(i, end), rule="name.person")

    def _another(self, stream: Stream, j: int, last: int, taken: frozenset[int]) -> bool:
        """Whether the conjunction before an unknown word opens the next person's name, of two words again."""
        return (
            len(stream.norm[j]) > 3
            and stream.norm[j].startswith(self.sets["single_conjunctions_prefix"])
            and j + 1 < last
            and self._name_like(stream, j + 1, taken, given=False)
        )

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
                    self.words.is_unknown(stream, k, frozenset())
                    or stream.norm[k] in self.language.given_names
                    or stream.norm[k].startswith(self.article)
                    for k in range(first, end)
                )
            )
        return self._aged(stream, end, last)

    def _aged(self, stream: Stream, end: int, last: int) -> bool:
        """Whether an age in brackets follows."""
        return (
            end + 2 < last
            and (stream.norm[end] in self.sets["brackets"] or stream.norm[end] in self.sets["commas"])
            and stream.kind[end + 1] == "number"
            and stream.norm[end + 2] in self.sets["years"]
        )

    def known_speaker(self, stream: Stream, i: int, first: int) -> Named | None:
        """A person named in full before, whose last name is also an ordinary noun, right behind a verb of speech."""
        if i == first or stream.norm[i] not in self._people or stream.norm[i].startswith(self.article):
            return None
        speech = stream.marks[i - 1].get("speech")
        return self._short_person(stream, i) if speech is not None and speech.entry.pos == "verb" else None

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
            conjunction=conjunction,
            preposition=preposition,
            rule="name.person.short",
        )

    def rather(self, stream: Stream, best: Hit, i: int, first: int, last: int, taken: frozenset[int]) -> bool:
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
                unknown = [k for k in (i + 1, i + 2) if k < last and self.words.is_unknown(stream, k, taken)]
                return i + 1 < last and "title" in stream.marks[i - 1] and (norm[i + 1] in given or bool(unknown))
            follows = i + 1 < last and self._name_like(stream, i + 1, taken, given=False)
            if i + 1 < last and stream.kind[i + 1] == "word" and i > first and "title" in stream.marks[i - 1]:
                follows = follows or not (stream.marks[i + 1] or norm[i + 1] in self.sets["stops"])
            return follows and (
                bool(self.introduced(stream, i, first)) or norm[i + 1] in given or norm[i + 1] in self.sets["kunya"]
            )
        title = stream.marks[i].get("title")
        if title is not None and title.definite and best.kind == "place" and norm[i + 1] in given:
            return best.last < last and self._name_like(stream, best.last, taken, given=False)
        return (
            best.kind == "place"
            and norm[i] in given
            and norm[i + 1] in given
            and bool(self.introduced(stream, i, first))
        )

    def introduced(self, stream: Stream, i: int, first: int) -> str:
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
        if stream.norm[i] in sets["name_endings"]:
            return ""
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
        if norm[before] in sets["commas"] or norm[before] in sets["dashes"]:
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
            if word in sets["office_links"] or (word in sets["locative"] and before - k >= 1):
                continue
            if "members" in marks and not marks["members"].definite and "title" not in marks:
                break  # "the activist accused men who wear …"
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
            if ("outcome" in marks and marks["outcome"].entry.pos in ("verb", "masdar")) or (
                "event" in marks and "head" not in marks and "participle" not in marks and k == i - 1
            ):
                break
        return ""

    def _closes(self, stream: Stream, i: int) -> bool:
        """Whether a comma follows within the reach of a name, as at the end of an apposition."""
        return any(stream.norm[k] in self.sets["commas"] for k in range(i + 2, min(i + 5, len(stream))))

    def _is_body(self, hit: Hit, word: str) -> bool:
        """Whether one word is the whole name of a body ("the Knesset"), which is nobody's surname."""
        if hit.kind != "actor" or hit.payload.kind == "Person":
            return False
        return self.language.fold(hit.payload.name) == word

    def _name_like(self, stream: Stream, j: int, taken: frozenset[int], *, given: bool) -> bool:
        if (
            stream.kind[j] != "word"
            or (j in taken and not (given and stream.norm[j].startswith(self.article)))
            or j in stream.opens
        ):
            return False
        word = stream.norm[j]
        if len(word) < 2 or word in self.sets["not_surnames"] or word in self.sets["lacking"]:
            return False
        if given and len(word) > 2:
            return not any(r.preposition for r in stream.marks[j].values())
        if word.startswith(self.sets["purpose_letters_prefixes"]) or self._and_its(stream, j):
            return False
        if word in self.sets["stops"]:
            return word in self.language.given_names and self.words.truly_given(stream, j)
        if word in self.language.given_names or word in self.sets["kunya"]:
            return True
        if any(self._is_body(h, word) for h in stream.hits(j, j + 1)):
            return False
        bare = word.removeprefix(self.article)
        if bare != word and bare in self.language.given_names and not stream.marks[j]:
            return True
        if any(c and stem in self.language.given_names for stem, c, p, _ in self.language.strip(word) if not p):
            return False  # "X and Y": two persons
        names = self.language.given_names
        called = word.startswith(self.sets["stop_prefixes"])
        inside = word.startswith(self.article) and stream.norm[j - 1] in names and j + 1 < len(stream)
        plain = stream.kind[j - 1] == "word" and len(stream.marks[j]) <= 2
        if inside and plain and not called and stream.norm[j + 1] in names:
            return True
        if any(p == "in" and stem in self.sets["not_names"] for stem, _, p, _ in self.language.strip(word)):
            return False
        marks = stream.marks[j]
        if (
            marks
            and not (
                "title" in marks and word.endswith(self.sets["nisba_endings"]) and not word.startswith(self.article)
            )
            and not (
                "nationality" in marks
                or (
                    "noun" in marks
                    and word.startswith(self.article)
                    and "victim" not in marks
                    and marks["noun"].entry.number != "p"
                )
            )
        ):
            return False
        if self.words.ends_adverbial(word) and not self._closing(stream, j):
            return False
        if not word.startswith(self.article) and any(h.kind != "phrase" for h in stream.hits(j, j + 1)):
            return False
        if any(h.kind == "phrase" for h in stream.hits(j, j + 1)):
            return False
        return not (
            word.startswith(self.article)
            and (word in self.sets["not_adjectives"] or word.startswith(self.sets["stop_prefixes"]))
        )
