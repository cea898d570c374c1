"""Places that no dictionary lists, told again by their bare name once a type word has named them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from khabar.extract.mentions import Named
from khabar.extract.names.words import Words
from khabar.language import Language
from khabar.match.stream import Stream

__all__ = ["Repeats"]

_NAMED = frozenset(
    {"name.place.head", "name.place.head-listed", "name.place.item", "name.place.unlisted", "name.place.facility"}
)
"""Rules that name a place by what stands before it."""

Known = Mapping[str, tuple[tuple[tuple[str, ...], Named], ...]]
"""Names by their first word, the longest first."""


class Repeats:
    """Finds bare names that were told before or after with a type word: "the village of X ... in X"."""

    def __init__(self, language: Language) -> None:
        self.language = language
        self.words = Words(language)

    def known(self, stream: Stream, names: Iterable[Named]) -> Known:
        """The bare names that the article's type words teach."""
        found: dict[str, dict[tuple[str, ...], Named]] = {}
        for name in names:
            if name.sort != "place" or name.reference or name.rule not in _NAMED:
                continue
            if not all(place.needs_head for place in name.places):
                continue
            for form in (name.name, *name.aliases):
                words = self.language.split(form)
                if words and self._telling(stream, name, words):
                    found.setdefault(words[0], {}).setdefault(words, name)
        return {
            first: tuple(sorted(forms.items(), key=lambda form: (-len(form[0]), form[0])))
            for first, forms in found.items()
        }

    def _telling(self, stream: Stream, name: Named, words: tuple[str, ...]) -> bool:
        """Whether a name is met by no other word of the language: it opens with a word in no dictionary."""
        if words[0] in self.words.sets["type_nouns"]:
            return False
        at = next((k for k in range(name.first, name.last) if stream.norm[k] == words[0]), None)
        if at is None and name.conjunction and stream.norm[name.first].endswith(words[0]):
            at = name.first
        if at is None:
            return False
        listed = bool(name.places) and not stream.marks[at] and words[0] not in self.language.given_names
        return listed or self.words.is_unknown(stream, at, frozenset())

    def find(
        self, stream: Stream, first: int, last: int, names: list[Named], taken: frozenset[int], known: Known
    ) -> list[Named]:
        """``names`` of the sentence ``first`` .. ``last`` (exclusive) with the repeats among them, in order."""
        held = {k for n in names for k in range(n.first, n.last)} | taken
        more: list[Named] = []
        norm = stream.norm
        for k in range(first, last):
            if k in held or stream.kind[k] != "word" or stream.marks[k] or "title" in stream.marks[k - 1]:
                continue
            for stem, conjunction, preposition, _ in self.language.strip(norm[k]):
                hit = next(
                    (
                        (words, name)
                        for words, name in known.get(stem, ())
                        if k + len(words) <= last and tuple(norm[k + 1 : k + len(words)]) == words[1:]
                    ),
                    None,
                )
                if hit is not None:
                    words, name = hit
                    end = k + len(words)
                    more.append(
                        Named(
                            k,
                            end,
                            "place",
                            name.type,
                            stream.surface(k, end, conjunction, preposition),
                            conjunction=conjunction,
                            preposition=preposition,
                            rule="name.place.again",
                        )
                    )
                    held.update(range(k, end))
                    break
        return sorted([*names, *more], key=lambda n: n.first) if more else names
