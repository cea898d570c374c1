"""Speakers whom no dictionary and no pattern of names knows: the noun phrase beside a verb of speech is one.

"A lorry driver said that …", "said Haftom: …", "as for the parents who gathered at the gate, they say that …".
"""

from __future__ import annotations

from collections.abc import Sequence

from khabar.extract.attribution import ECHOES, Sentence
from khabar.extract.mentions import Named
from khabar.language import Language
from khabar.match.stream import Stream

__all__ = ["VoiceFinder"]

_SAID = frozenset({"say", "report", "add", "confirm", "announce", "admit", "reveal", "estimate", "warn", "allege"})
"""Kinds of speech behind whose speaker the words themselves follow."""
_REACTION = frozenset({"deny", "adopt", "accuse", "condemn", "threaten", "vow", "call", "welcome"})
"""Kinds of speech whose object follows without "that"; only a noun for someone can be their speaker."""
_CLOSED = ("stops", "negation", "adverbs", "called", "pronouns")
_SOMEONE = frozenset({"title", "source", "spokesperson", "victim", "members"})
_THING = frozenset({"masdar", "event", "outcome", "statement", "measure", "instrument", "object"})
_SURNAME = 4
"""Letters of a name that is told alone, at least."""
_CLAUSES = frozenset({"verb", "event", "outcome"})


class VoiceFinder:
    """Finds the noun phrases that speak, in a sentence whose names are known."""

    _REACH = 14
    """Words between a speaker and what is said, at most."""
    _WORDS = 6
    """Words of a speaker, at most."""
    _NAMES = 4
    """Words of an unknown person's name, at most."""
    _CLAUSE = 24
    """Words of what tells of a person before what is said, at most."""

    def __init__(self, language: Language) -> None:
        self.language = language
        self.sets = language.sets

    def find(self, stream: Stream, first: int, last: int, names: Sequence[Named], taken: frozenset[int]) -> list[Named]:
        """The ``names`` of positions ``first`` .. ``last`` (exclusive) and the further speakers, in order."""
        sentence = Sentence(self.language, stream, first, last, names, taken)
        found: list[Named] = []
        blaming = [i for i in stream.having("blame", first, last) if sentence.responsible(i) is not None]
        for i in sorted({*stream.having("speech", first, last), *blaming}):
            reading = stream.marks[i].get("speech") or stream.marks[i]["blame"]
            if reading.entry.pos != "verb" or i in sentence.covered or i in taken:
                continue
            kind = "accuse" if i in blaming else (reading.entry.marks["speech"] or ("say",))[0]
            if kind not in _SAID | _REACTION | ECHOES or self._negated(stream, i, first):
                continue
            voice = None
            if kind in _SAID:
                voice = self._stranger(sentence, i) or self._quoted(sentence, i) or self._hospital(sentence, i)
            if voice is None and (
                sentence.subject_after(i + 1).name is not None or sentence.right_before(i) is not None
            ):
                continue
            voice = voice or self._behind(sentence, i, kind) or self._before(sentence, i, kind)
            if voice is not None and not any(v.first < voice.last and voice.first < v.last for v in found):
                found.append(voice)
        for hit in stream.phrases_of("source"):
            j = hit.last
            head = stream.marks[j].get("head") if first <= hit.first and j < last else None
            if head is None or head.definite or head.suffix or head.preposition or j in sentence.covered:
                continue
            end = self._phrase(sentence, j)
            body = "Organization" in head.entry.marks["head"] and end > j + 1
            spoken = self._voice(sentence, j, end, alone=False) if body else None
            if spoken is not None and not any(v.first == j for v in found):
                found.append(spoken)
        if not found:
            return list(names)
        inside = {p for v in found for p in range(v.first, v.last)}
        return sorted([*(n for n in names if n.first not in inside), *found], key=lambda n: (n.first, -n.last))

    def _negated(self, stream: Stream, i: int, first: int) -> bool:
        before = stream.norm[i - 1] if i > first else ""
        return before in self.sets["negation"] or before in self.sets["negation_nouns"]

    def _stranger(self, sentence: Sentence, i: int) -> Named | None:
        """A person's name of unknown words behind the verb at ``i``, set off by a comma from who that is ("said Kofi
        Tanda, who heads the …, that").
        """
        stream, sets, given = sentence.stream, self.sets, self.language.given_names
        first = i + 1
        end = first
        while end < sentence.last and end - first < self._NAMES and stream.kind[end] == "word":
            word = stream.norm[end]
            named = sentence.names[sentence.covered[end]] if end in sentence.covered else None
            if end in sentence.taken or (named is not None and named.sort == "actor" and named.type != "Person"):
                break
            if word.startswith(self.language.article) and not (end > first and word in sets["name_endings"]):
                break
            listed = any(not h.preposition for h in stream.hits(end, end + 1))
            known = stream.marks[end] or word in sets["stops"] or (listed and end == first)
            if known and word not in given and word not in sets["name_endings"]:
                break
            end += 1
        if end - first < 2 or end + 1 >= sentence.last:
            return None
        if first in sentence.at and sentence.names[sentence.at[first]].last >= end:
            return None
        if stream.written(end) not in sets["commas"]:
            return None
        after = end + 1
        told = stream.norm[after] in sets["relative"] or "title" in stream.marks[after]
        if not told or not any(sentence.tells(k) for k in range(after, min(after + self._CLAUSE, sentence.last))):
            return None
        return Named(first, end, "actor", "Person", stream.surface(first, end), rule="name.voice.person")

    def _hospital(self, sentence: Sentence, i: int) -> Named | None:
        """The hospital behind the verb at ``i`` that tells whom it received."""
        k = sentence.covered.get(i + 1)
        if k is None or sentence.names[k].first != i + 1 or sentence.stream.norm[i + 1] not in self.sets["hospitals"]:
            return None
        place = sentence.names[k]
        after = range(place.last, min(place.last + 3, sentence.last))
        if not any(sentence.tells(p) or "rescue" in sentence.stream.marks[p] for p in after):
            return None
        return place._replace(sort="actor", type="Organization", places=(), rule="name.voice.body")

    def _quoted(self, sentence: Sentence, i: int) -> Named | None:
        """A body that no dictionary has, named in quotation marks right behind the verb at ``i``, before what it says
        begins.
        """
        stream = sentence.stream
        first = i + 1
        if first >= sentence.last or first not in stream.opens or first in sentence.at:
            return None
        end = first
        while end < sentence.last and stream.quote[end] == stream.quote[first] and end - first <= self._WORDS:
            end += 1
        inside = range(first, end)
        if end - first > self._WORDS or end == sentence.last or not stream.quote[first]:
            return None
        if any(
            stream.kind[k] != "word" or k in sentence.at or not _CLAUSES.isdisjoint(stream.marks[k]) for k in inside
        ):
            return None
        if stream.norm[end] in self.sets["sentence_marks"] or not self._said(sentence, end):
            return None
        head = stream.marks[first].get("head")
        kinds = head.entry.marks["head"] if head is not None else ()
        kind = kinds[0] if kinds else "Organization"
        return Named(first, end, "actor", kind, stream.surface(first, end), rule="name.voice")

    def _behind(self, sentence: Sentence, i: int, kind: str) -> Named | None:
        """The noun phrase right behind the verb at ``i``."""
        j = i + 1
        while j < sentence.last and j in sentence.taken:
            j += 1
        if j + 1 < sentence.last and kind in _SAID and self._paper(sentence.stream, j):
            if not self._someone(sentence.stream, j + 1) and "head" not in sentence.stream.marks[j + 1]:
                return None
            j += 1
        end = self._phrase(sentence, j)
        if end == j:
            return None
        word = sentence.stream.norm[j]
        known = "noun" in sentence.stream.marks[j]
        if known and word.endswith(self.sets["accusative_endings"]) and self.language.readings(word[:-1]):
            return None  # "accused members of X"
        bare = "masdar" in sentence.stream.marks[i] and "title" not in sentence.stream.marks[j]
        if kind not in _SAID and (bare or not self._someone(sentence.stream, j)):
            return None
        if end < sentence.last and sentence.stream.norm[end] in self.sets["called"]:
            return None
        known = not {"head", "title"}.isdisjoint(sentence.stream.marks[j]) and end > j + 1
        if kind in _SAID and not self._said(sentence, end) and not known:
            return None
        return self._surnamed(sentence, j, end) or self._voice(sentence, j, end, alone=True)

    def _surnamed(self, sentence: Sentence, j: int, end: int) -> Named | None:
        """Someone told of by an office over a place and one unknown name ("the mayor of X, Tanda, said")."""
        stream, at = sentence.stream, end - 1
        title = stream.marks[j].get("title")
        if title is None or title.entry.number != "s" or at - 1 <= j or len(stream.norm[at]) < _SURNAME:
            return None
        held = sentence.covered.get(at - 1)
        if held is None or sentence.names[held].sort != "place" or at in sentence.covered:
            return None
        if stream.marks[at] or stream.hits(at, end) or stream.norm[at].startswith(self.language.article):
            return None
        return Named(at, end, "actor", "Person", stream.surface(at, end), rule="name.voice.person")

    def _before(self, sentence: Sentence, i: int, kind: str) -> Named | None:
        """The noun phrase that opens the clause of the verb at ``i``, whatever tells of it between."""
        stream, norm = sentence.stream, sentence.stream.norm
        verb = stream.marks[i].get("speech") or stream.marks[i]["blame"]
        if verb.conjunction == "and":
            return None
        start = sentence.opening(i)
        named = self._titled(sentence, start, i)
        if named is not None:
            return named
        end = self._phrase(sentence, start)
        if end == start or end > i or stream.marks[start].get("verb") is not None:
            return None
        plain = all(p in sentence.taken or norm[p] in self.sets["auxiliary"] for p in range(end, i))
        opened = start > sentence.first
        if not plain and not (opened and self._said(sentence, i + 1)):
            return None
        topic = verb.conjunction == "so" and self._someone(stream, start)  # "as for the director, he spoke of …"
        if kind in _SAID and not topic and not self._said(sentence, i + 1):
            return None
        return self._voice(sentence, start, end, alone=False)

    def _titled(self, sentence: Sentence, start: int, i: int) -> Named | None:
        """The two unknown words of a person's name that a title opens and the verb at ``i`` follows."""
        stream = sentence.stream
        j = i - 2
        if j <= start or "title" not in stream.marks[start] or any(p in sentence.covered for p in (j, j + 1)):
            return None
        given = self.language.given_names
        plain = all(
            stream.kind[p] == "word" and p not in sentence.taken and not stream.marks[p] and not stream.hits(p, i)
            for p in (j + 1,)
        )
        if not plain or (stream.norm[j] not in given and (stream.marks[j] or stream.hits(j, i))):
            return None
        if any(stream.kind[p] == "punct" for p in range(start, i)) or i - start > 2 * self._WORDS:
            return None
        return Named(j, i, "actor", "Person", stream.surface(j, i), rule="name.voice.person")

    def _paper(self, stream: Stream, j: int) -> bool:
        return "statement" in stream.marks[j] or self.language.strip_to(stream.norm[j], self.sets["papers"])

    def _someone(self, stream: Stream, j: int) -> bool:
        marks = stream.marks[j]
        return any(name in marks and not marks[name].suffix for name in _SOMEONE)

    def _phrase(self, sentence: Sentence, j: int) -> int:
        """Where the noun phrase that begins at ``j`` ends; ``j`` where none does."""
        stream, sets = sentence.stream, self.sets
        norm, marks = stream.norm, stream.marks
        article = self.language.article
        if j >= sentence.last or stream.kind[j] != "word" or j in sentence.taken or sentence.tells(j):
            return j
        head = marks[j]
        if "speech" in head and head["speech"].entry.pos == "participle" and not self._someone(stream, j):
            return j
        if j in sentence.covered or any(norm[j] in sets[name] for name in _CLOSED):
            return j
        if not self._someone(stream, j) and (
            not _THING.isdisjoint(head) or "verb" in head or any(r.preposition or r.suffix for r in head.values())
        ):
            return j
        if norm[j].startswith(article) and (not head or self._alone(sentence, j)):
            return j
        end = j + 1
        while end < sentence.last and end - j < self._WORDS:
            if stream.kind[end] != "word" or end in sentence.taken or sentence.tells(end) or len(norm[end]) == 1:
                break
            if end in sentence.covered and sentence.names[sentence.covered[end]].sort == "place":
                end = sentence.names[sentence.covered[end]].last
                continue
            here = marks[end]
            if end in sentence.at and "title" in head and end == j + 1:
                return j
            if norm[end] in sets["lacking"] and norm[end] in sets["excepting"] and self._described(sentence, end + 1):
                end += 2  # "an organisation that is not governmental"
                continue
            if end in sentence.at or any(
                norm[end] in sets[name] for name in ("stops", "relative", "adverbs", "called", "pronouns")
            ):
                break
            if norm[end].endswith(sets["plural_verb_endings"]):
                break
            if "verb" in here and not norm[end].startswith(article) and "adjective" not in here and "title" not in here:
                break
            genitive = end == j + 1 and (norm[end].startswith(article) or "head" in head)
            genitive = genitive and not (
                "event" in here and norm[j].startswith(article)
            )  # "residents blame the attack"
            if any(r.preposition or r.conjunction for r in here.values()) or not (genitive or _THING.isdisjoint(here)):
                break
            end += 1
        return end

    def _described(self, sentence: Sentence, j: int) -> bool:
        """Whether an indefinite adjective of relation stands there."""
        stream = sentence.stream
        if j >= sentence.last or stream.kind[j] != "word" or j in sentence.covered:
            return False
        return stream.norm[j].endswith(self.sets["relational_endings"]) and not stream.norm[j].startswith(
            self.language.article
        )

    def _alone(self, sentence: Sentence, j: int) -> bool:
        """Whether a definite noun stands alone: it refers to a speaker told before."""
        after = j + 1
        return (
            after >= sentence.last
            or sentence.stream.kind[after] != "word"
            or after in sentence.taken
            or sentence.tells(after)
            or sentence.stream.norm[after] in self.sets["relative"]
            or not sentence.stream.norm[after].startswith(self.language.article)
        )

    def _said(self, sentence: Sentence, j: int) -> bool:
        """Whether "that", a colon or a quotation follows before another clause begins."""
        stream = sentence.stream
        for k in range(j, min(j + self._REACH, sentence.last)):
            if sentence.tells(k):
                return True
            reading = stream.marks[k].get("speech")
            if reading is not None and reading.conjunction and reading.entry.pos == "verb":
                return False
        return False

    def _voice(self, sentence: Sentence, j: int, end: int, *, alone: bool) -> Named | None:
        stream = sentence.stream
        unknown = alone and all(not stream.marks[k] and not stream.hits(k, end) for k in range(j, end))
        if unknown and end - j > 2:
            unknown = False
        if unknown and (len(stream.norm[j]) < 3 or stream.norm[j].endswith(self.sets["adverb_endings"])):
            return None
        head = stream.marks[j].get("head")
        kinds = head.entry.marks["head"] if head is not None and not head.definite and end > j + 1 else ()
        kind = "Person" if unknown else kinds[0] if kinds else ""
        return Named(
            j,
            end,
            "actor" if kind else "source",
            kind or "UnnamedSource",
            stream.surface(j, end),
            rule="name.voice.person" if unknown else "name.voice",
        )
