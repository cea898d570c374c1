"""What a word at a position is, for finding names: a head of a name, an unknown word, a verb, a quotation."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from khabar.language import Entry, Language, Memory, Reading
from khabar.match.stream import Stream

__all__ = ["LONGEST_QUOTED", "Words", "norm_is_conjunction"]

LONGEST_QUOTED = 5
_SHORTEST_PLURAL = 5


class Words:
    """Tells the classes of words; holds the language's closed classes and remembers what it looked up."""

    def __init__(self, language: Language) -> None:
        self.language = language
        self.sets = language.sets
        self.article = language.article
        self._bodies: dict[str, Reading | None] = {}
        self.opens: Mapping[str, frozenset[str]] = Memory(self._opened)
        """Which closed classes of words that open names a folded word belongs to, particles aside: ``directions``,
        ``countryside``, ``media_heads``, ``ships``, ``oneof``, ``body_heads``, ``place_heads``.
        """

    def body(self, word: str, marks: dict[str, Reading]) -> Reading | None:
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

    def quoted_alone(self, stream: Stream, first: int, last: int) -> bool:
        """Whether the words are all that stands between two quotation marks."""
        quote = stream.quote[first]
        return (
            bool(quote)
            and (last >= len(stream) or stream.quote[last] != quote)
            and (first == 0 or stream.quote[first - 1] != quote)
        )

    def located(self, stream: Stream, i: int, first: int) -> bool:
        """Whether a preposition of place stands at or before ``i``."""
        if any(p == "in" for _, _, p in self.language.starts(stream.norm[i])):
            return True
        return i > first and (stream.norm[i - 1] in self.sets["locative"] or stream.norm[i - 1] in self.sets["edges"])

    @staticmethod
    def sites(reading: Reading) -> bool:
        """Whether a plural names both outlets on the web and places ("sites close to …", "positions of …")."""
        marks = reading.entry.marks
        return reading.entry.number == "p" and "place" in marks and marks.get("head") == ("MediaOutlet",)

    def spoken(self, stream: Stream, i: int) -> bool:
        """Whether a verb of speech or a phrase of attribution stands right before ``i``."""
        if i == 0:
            return False
        return "speech" in stream.marks[i - 1] or any(
            h.last == i and h.first >= i - 2 for h in stream.phrases_of("source")
        )

    def opening(self, stream: Stream, first: int, last: int) -> int:
        """Where the quotation that ends at ``last`` opens."""
        return next((k for k in range(first, last) if k in stream.opens), first)

    def civil(self, stream: Stream, first: int, last: int) -> bool:
        """Whether an adjective says that a group is no armed one ("the relief group")."""
        civil = self.sets["civil_adjectives"]
        return any(self.language.strip_to(stream.norm[k].removeprefix(self.article), civil) for k in range(first, last))

    def kind(self, kinds: Sequence[str]) -> str:
        """The kind of actor a generic noun opens."""
        return kinds[0] if kinds else "Organization"

    def named_after_clitic(self, stream: Stream, j: int, last: int) -> bool:
        """Whether a listed name behind a particle begins at ``j``."""
        return any((h.conjunction or h.preposition) and h.kind != "phrase" for h in stream.hits(j, last))

    def quotation(self, stream: Stream, j: int, last: int) -> int:
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
            if k - j <= LONGEST_QUOTED
            or (k - j <= 2 * LONGEST_QUOTED and all(len(stream.norm[m]) <= 2 for m in range(j, k)))
            else 0
        )

    def bracketed(self, stream: Stream, j: int, last: int) -> int:
        """Position of the bracket that closes the one at ``j`` if a name may stand between them, else 0."""
        if j + 2 >= last or stream.norm[j] not in self.sets["brackets"] or stream.kind[j + 1] != "word":
            return 0
        k = j + 1
        while k < last and k - j <= LONGEST_QUOTED and stream.kind[k] == "word":
            k += 1
        return k if k < last and stream.norm[k] in self.sets["brackets"] else 0

    def member(self, word: str, name: str) -> tuple[str, str, str]:
        """(bare word, conjunction, preposition) if the word, particles aside, belongs to the closed class ``name``."""
        members = self.sets[name]
        if word in members:
            return word, "", ""
        stripped = ((s, c, p) for s, c, p, d in self.language.strip(word) if s in members and not d)
        return next(stripped, ("", "", ""))

    def _opened(self, word: str) -> frozenset[str]:
        bare = word.removeprefix(self.article)
        found = {name for name in ("directions", "countryside", "media_heads") if self.member(word, name)[0]}
        if self.member(word, "lands_of")[0]:
            found.add("lands")
        if self.member(bare, "merchant_ships")[0] or self.member(bare, "warships")[0]:
            found.add("ships")
        if word in self.sets["oneof"]:
            found.add("oneof")
        for name in ("body_heads", "place_heads"):
            if any(s in self.sets[name] for s, _, _, _ in self.language.strip(word)):
                found.add(name)
        return frozenset(found)

    def is_spelt(self, stream: Stream, i: int, reading: Reading) -> bool:
        """Whether the word at ``i`` may be the reading's lemma as it is written, where folding joins two words."""
        text = self.language.bare(stream.written(i))
        text = self.language.without(text, reading.conjunction, reading.preposition)
        return not any(
            a != b and self.language.fold(a) != a and self.language.fold(b) == b
            for a, b in zip(text[:2], reading.entry.lemma[:2], strict=False)
        )

    def ends_plural(self, stream: Stream, j: int) -> bool:
        """Whether the word at ``j`` is a sound plural, which no genitive follows."""
        word = stream.norm[j]
        ending = next((e for e in self.sets["sound_endings"] if stream.kind[j] == "word" and word.endswith(e)), "")
        if not ending or word.startswith(self.article) or len(word) <= _SHORTEST_PLURAL:
            return False
        lemmas = [self.language.fold(r.entry.lemma) for r in stream.marks[j].values()]
        return not lemmas or any(word.endswith(lemma + ending) for lemma in lemmas)

    def opens_with_conjunction(self, stream: Stream, j: int) -> bool:
        """Whether the word at ``j`` may carry a conjunction."""
        return stream.kind[j] == "word" and stream.norm[j].startswith(self.sets["single_conjunctions_prefix"])

    def is_type_word(self, stream: Stream, i: int) -> bool:
        """Whether the word at ``i`` is a place's type word ("town", "block")."""
        return i >= 0 and ("place" in stream.marks[i] or bool(self.member(stream.norm[i], "place_heads")[0]))

    def is_finite(self, stream: Stream, j: int) -> bool:
        """Whether the word at ``j`` can only be a verb."""
        marks = stream.marks[j]
        return "verb" in marks and "noun" not in marks and "masdar" not in marks and "adjective" not in marks

    def ends_adverbial(self, word: str) -> bool:
        """Whether a word ends as adverbs do."""
        return word.endswith(self.sets["adverb_endings"])

    def is_unknown(self, stream: Stream, i: int, taken: frozenset[int]) -> bool:
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
        if len(word) > 4 and word.endswith(self.sets["enclitic_endings"]) and word not in self.language.given_names:
            return False
        if word.startswith(self.sets["not_names_prefixes"]) or self.language.strip_to(word, self.sets["not_names"]):
            return False
        if stream.feminine(i):
            return False
        return not any(
            h.kind != "phrase" or h.last > i + 1 or (not h.conjunction and not h.preposition)
            for h in stream.hits(i, len(stream))
        )

    def is_nameless(self, stream: Stream, i: int, taken: frozenset[int]) -> bool:
        """Whether the word at ``i`` is in no dictionary as it stands, particles aside."""
        word = stream.norm[i]
        if stream.kind[i] != "word" or stream.marks[i] or i in taken or word in self.sets["stops"]:
            return False
        if word.startswith(self.article) or self.language.strip_to(word, self.sets["not_names"]):
            return False
        return not any(not h.conjunction and not h.preposition for h in stream.hits(i, len(stream)))

    def truly_given(self, stream: Stream, i: int) -> bool:
        """Whether a word that folds to a function word is spelt as the given name."""
        return self.language.bare(stream.written(i)) in self.language.given_surfaces


def norm_is_conjunction(stream: Stream, j: int, conjunctions: frozenset[str]) -> bool:
    """Whether a conjunction stands alone at ``j`` (as before an opening quote)."""
    return stream.kind[j] == "word" and stream.norm[j] in conjunctions
