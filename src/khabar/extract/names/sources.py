"""Sources without a name: a noun for someone who speaks, and what restricts it."""

from __future__ import annotations

from khabar.extract.mentions import Named, opened
from khabar.extract.names.phrases import Phrases
from khabar.extract.names.words import Words
from khabar.language import ActorEntry, Language, Reading
from khabar.match.stream import Stream

__all__ = ["Sources"]


class Sources:
    """Finds the sources that a noun for a speaker opens."""

    def __init__(self, language: Language, words: Words, phrases: Phrases) -> None:
        self.language = language
        self.sets = language.sets
        self.article = language.article
        self.words = words
        self.phrases = phrases

    def find(self, stream: Stream, i: int, last: int, reading: Reading, taken: frozenset[int]) -> Named | None:
        """A noun for someone who speaks without a name, with its adjectives and what it is said to belong to."""
        if reading.suffix:
            if self.language.fold(reading.entry.lemma) not in self.sets["own_sources"]:
                return None
            return self._source(stream, i, i + 1, reading)
        sets, norm = self.sets, stream.norm
        if i and reading.preposition == "in" and norm[i - 1] in sets["inhabited"]:
            return None
        j = i + 1
        of = self._reporters(stream, i, last, reading)
        if of is not None:
            return of
        if "statement" in reading.entry.marks and self._issued(stream, i, last, reading):
            return None
        while j < last and j < i + 4 and stream.kind[j] == "word" and j not in taken and norm[j] not in sets["stops"]:
            marks = stream.marks[j]
            if len(norm[j]) == 1 or self.language.strip_to(norm[j], sets["that"]):
                break
            told = j > i + 1 and j + 1 < last and self.language.strip_to(norm[j + 1], sets["that"])
            if told and any(p == "to" for _, _, p, _ in self.language.strip(norm[j]) if p):
                break  # "eyewitnesses told the channel that …"
            if not marks and norm[j].endswith(sets["object_endings"]) and self._acts(stream, j + 1, last):
                break  # "a report that the ministry wrote"
            if (
                "verb" in marks
                and "adjective" not in marks
                and "nationality" not in marks
                and not norm[j].startswith(self.article)
            ):
                break
            hits = stream.hits(j, last)
            whole = max((h.last for h in hits if not (h.preposition or h.conjunction)), default=0)
            if any(r.preposition or r.conjunction for r in marks.values()) or any(
                (h.preposition or h.conjunction) and h.last >= whole for h in hits
            ):
                break
            if norm[j].startswith(self.sets["single_conjunctions_prefix"]) and any(
                s in sets["unnamed"] for s, c, _, _ in self.language.strip(norm[j]) if c
            ):
                break
            if self.words.ends_plural(stream, j - 1) and not self.words.ends_plural(stream, j):
                break
            if norm[j].startswith(self.article) != reading.definite and not self._genitive(stream, j, last, reading):
                break
            settled = next(
                (
                    h.last
                    for h in stream.hits(j + 1, last)
                    if h.kind == "place" and not (h.conjunction or h.preposition)
                ),
                0,
            )
            if settled and norm[j] in sets["type_nouns"] and "verb" in stream.marks[j + 1]:
                j = settled  # "the people of the town of X", though that is a verb too
                break
            if norm[j] in sets["to_alone"] or (norm[j].startswith(tuple(sets["to_alone"])) and norm[j][1:].isascii()):
                break  # whom the source told
            if j > i + 1 and any(h.kind == "phrase" and "none" in h.payload.marks for h in stream.hits(j, last)):
                break  # "media reported the wail of sirens"
            if norm[j] in sets["same_source"] or (reading.definite and "head" in marks and marks["head"].definite):
                break
            if (
                j == i + 1
                and ("instrument" in marks or "event" in marks or "masdar" in marks)
                and "adjective" not in marks
            ):
                return None
            told = not marks.keys().isdisjoint(("frame", "count", "light", "aspect"))
            if j > i + 1 and "masdar" in marks and (told or self._tells(stream, j)):
                break  # "medical sources expected a rise of the toll"
            if j > i + 1 and any(h.kind == "actor" and h.payload.kind == "MediaOutlet" for h in stream.hits(j, last)):
                break
            if any(h.kind in ("actor", "ambiguous") for h in stream.hits(j, last)) or "head" in marks:
                j = self.phrases.end(stream, j, last, taken)
                break
            j += 1
        while j > i + 2 and self._tells(stream, j - 1):
            j -= 1
        another = j < last and norm[j] in sets["further"]
        short = j = j + 1 if another else j
        j = self.belongs(stream, j, last, taken, locative=j == i + 1)
        if reading.definite and j == i + 1:
            return self._source(stream, i, j, reading)._replace(reference=True, rule="name.source.reference")
        while j > short and norm[j - 1] in sets["to_alone"]:
            j -= 1
        if not any("head" in stream.marks[k] for k in range(short, j)):  # "the tenth division, infantry"
            j = next((k for k in range(short + 2, j) if self._begins(stream, k, last)), j)
        aliases = (stream.surface(i, short, reading.conjunction, reading.preposition),) if short != j else ()
        same = short < last and norm[short] in sets["same_source"]
        return self._source(stream, i, j, reading)._replace(aliases=aliases, reference=same and reading.definite)

    def named_at(self, stream: Stream, i: int, last: int, reading: Reading) -> int:
        """Where the name of the one who speaks begins behind the noun at ``i`` ("the eyewitness X Y"), else 0."""
        given, j = self.language.given_names, i + 1
        while j < min(i + 3, last) and stream.kind[j] == "word" and stream.norm[j].startswith(self.article):
            j += 1
        if reading.entry.number != "s" or reading.suffix or j + 1 >= last:
            return 0
        foreign = (
            self.words.is_unknown(stream, j, frozenset())
            and not self.words.ends_adverbial(stream.norm[j])
            and (stream.norm[j + 1] in given or self.words.is_unknown(stream, j + 1, frozenset()))
        )
        if not stream.norm[j - 1].startswith(self.article) or (
            (stream.norm[j] not in given or stream.marks[j]) and not foreign
        ):
            return 0
        named = stream.norm[j + 1] in given or self.words.is_unknown(stream, j + 1, frozenset())
        return j if named else 0

    def _issued(self, stream: Stream, i: int, last: int, reading: Reading) -> bool:
        """Whether a report is only how somebody speaks: it is told whose it is ("a report issued by X", "a report of
        X"), or was told before ("the report added").
        """
        if reading.definite:
            return i > 0 and "speech" in stream.marks[i - 1]
        for k in range(i + 1, min(i + 4, last)):
            if stream.kind[k] != "word" or stream.norm[k] in self.sets["that"] or "outcome" in stream.marks[k]:
                return False
            if any(h.kind == "actor" and (h.preposition == "to" or k == i + 1) for h in stream.hits(k, last)):
                return True
            if stream.norm[k] in self.sets["issued"]:
                return True
        return False

    def _begins(self, stream: Stream, k: int, last: int) -> bool:
        """Whether a bare noun behind a definite one is what the source showed ("activists on social media clips")."""
        norm = stream.norm
        return (
            stream.kind[k] == "word"
            and norm[k - 1].startswith(self.article)
            and not norm[k].startswith(self.article)
            and norm[k] not in self.sets["stops"]
            and not any(r.preposition or r.conjunction for r in stream.marks[k].values())
            and not stream.hits(k, last)
            and not any(c or p for _, c, p, _ in self.language.strip(norm[k]))
            and "head" not in stream.marks[k]
        )

    @staticmethod
    def _acts(stream: Stream, j: int, last: int) -> bool:
        """Whether an actor is named at ``j``."""
        return j < last and any(h.kind in ("actor", "ambiguous") and not h.preposition for h in stream.hits(j, last))

    @staticmethod
    def _source(stream: Stream, first: int, last: int, reading: Reading) -> Named:
        """The source that the positions ``first`` .. ``last`` (exclusive) tell, opened by the noun of ``reading``."""
        name = stream.surface(first, last, reading.conjunction, reading.preposition)
        return opened(reading, first, last, "source", "UnnamedSource", name, rule="name.source")

    def _tells(self, stream: Stream, k: int) -> bool:
        """Whether a word is what a source tells of ("a military source the death of …"), and no part of its name."""
        marks = stream.marks[k]
        if stream.norm[k] in self.sets["the_number"]:
            return True
        told = "outcome" in marks or "event" in marks
        return told and "adjective" not in marks and not stream.norm[k].startswith(self.article)

    def _reporters(self, stream: Stream, i: int, last: int, reading: Reading) -> Named | None:
        """The organisation whose activists or staff speak for it ("the activists of the X observatory")."""
        if reading.definite or self.language.fold(reading.entry.lemma) not in self.sets["reporters_of"]:
            return None
        for hit in stream.hits(i + 1, last):
            if (
                hit.kind != "phrase"
                and not hit.conjunction
                and not hit.preposition
                and hit.kind != "place"
                and hit.payload.kind == "Organization"
            ):
                name = stream.surface(hit.first, hit.last)
                entry: ActorEntry = hit.payload
                return Named(i, hit.last, "actor", entry.kind, name, entry=entry, rule="name.actor.listed")
        return None

    def belongs(self, stream: Stream, j: int, last: int, taken: frozenset[int], *, locative: bool = False) -> int:
        """Where what a source belongs to ends ("… in the ministry", "… close to the party"), or ``j``."""
        words = self.sets["belonging"]
        if j >= last:
            return j
        if any(h.kind == "actor" and h.preposition == "in" for h in stream.hits(j, last)):
            return next(h.last for h in stream.hits(j, last) if h.kind == "actor" and h.preposition == "in")
        head = stream.marks[j].get("head")
        if head is not None and head.preposition == "in":
            end, proper = self.phrases.chain(stream, j, last, head, taken)
            return end if proper or head.definite else j
        if j + 1 >= last or j + 1 in taken:
            return j
        if stream.norm[j] not in words and not (locative and stream.norm[j] in self.sets["locative"]):
            return j
        if self.language.strip_to(stream.norm[j + 1], self.sets["type_nouns"]):
            return j
        if "statement" in stream.marks[j + 1] and not stream.marks[j + 1]["statement"].definite:
            return j
        if any(h.kind == "phrase" and "event" in h.payload.marks for h in stream.hits(j, last)):
            return j  # "the people of X in a march"
        if "event" in stream.marks[j + 1] and "head" not in stream.marks[j + 1]:
            return j  # "a paramedic in a raid"
        if stream.norm[j + 1] in self.sets["spans"]:
            return j  # "an official warned of months …"
        end = self.phrases.end(stream, j + 1, last, taken)
        return end if end > j + 1 else j

    def one_of(self, stream: Stream, i: int, last: int, taken: frozenset[int]) -> Named | None:
        """Such as "one of the residents", "one of its commander's advisers"."""
        j = i + 1
        if j >= last or j in taken or stream.kind[j] != "word":
            return None
        marks = stream.marks[j]
        definite = stream.norm[j].startswith(self.article)
        people = definite and (stream.norm[j].endswith(self.sets["oblique_endings"]) or self.words.spoken(stream, i))
        if not marks and people:
            name = stream.surface(i, j + 1)
            return Named(i, j + 1, "source", "UnnamedSource", name, rule="name.source.one-of")
        if (
            not any(m in marks for m in ("title", "source", "victim", "members", "noun"))
            or "event" in marks
            or "instrument" in marks
            or "object" in marks
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
            and not self.words.is_finite(stream, end)
        ):
            body = "members" in marks and ("head" in stream.marks[end] or stream.norm[end] in self.sets["body_heads"])
            beside = next((h.last for h in stream.hits(end, last) if h.kind == "place" and not h.preposition), end + 1)
            end = end if body else beside  # "one of the men of the X force": the force has a name of its own
        name = stream.surface(i, end)
        return Named(i, end, "source", "UnnamedSource", name, rule="name.source.one-of")

    def _genitive(self, stream: Stream, j: int, last: int, reading: Reading) -> bool:
        return not reading.definite and stream.norm[j].startswith(self.article) and "speech" not in stream.marks[j]
