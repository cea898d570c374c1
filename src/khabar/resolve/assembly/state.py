"""What is known of an article while its report is put together, and what every step asks of it."""

from __future__ import annotations

from khabar.extract.attribution import Frame
from khabar.extract.structure import Layout
from khabar.match.stream import Stream
from khabar.model import Evidence, Metadata
from khabar.resolve.assembly.common import QUOTE_WORDS, Draft, Tools
from khabar.resolve.discourse import Discourse, Sentence
from khabar.resolve.entities import Entities
from khabar.resolve.happenings import Happening, Happenings

__all__ = ["State"]

_NEAR_CUE = 2
"""Words from a verb of speech or a cue to the name of the first of several speakers, at most."""


class State:
    """The state of one article's assembly."""

    def __init__(self, tools: Tools, stream: Stream, layout: Layout, metadata: Metadata) -> None:
        self.tools = tools
        self.language = tools.language
        self.sets = tools.language.sets
        self.stream = stream
        self.text = stream.document.text
        self.layout = layout
        self.metadata = metadata
        self.entities = Entities(stream, self.language)
        self.sentences: list[Sentence] = []
        self.discourse = Discourse(stream, self.sets, self.entities, self.sentences)
        self.outlet: int | None = None
        self.author: int | None = None
        self.drafts: list[Draft] = []
        self._claimants: set[int] = set()
        """Who claims an attack."""
        self.disputed: set[int] = set()
        """Happenings that somebody denies or lays to another's charge."""
        self.speaks_for: dict[int, int] = {}
        """The force in whose name a person speaks."""
        self.happenings = Happenings({}, frozenset(), frozenset(), {})
        self._last_told: tuple[int, list[int], tuple[str, ...]] | None = None
        self._sides_told = False
        self._summed: tuple[int, Happening] | None = None

    def _larger(self, a: int, b: int) -> bool:
        order = {
            "country": 9,
            "region": 6,
            "governorate": 7,
            "district": 5,
            "city": 4,
            "town": 3,
            "village": 3,
            "camp": 2,
            "neighbourhood": 2,
        }
        return order.get(self.entities.all[a].type, 1) >= order.get(self.entities.all[b].type, 1)

    def _frame_at(self, sentence: Sentence, position: int) -> Frame | None:
        """The innermost frame of speech over a position."""
        return self.discourse.frame_at(sentence, position)

    def _voices(self, sentence: Sentence, frame: Frame) -> list[int]:
        """The speaker of a frame and those joined to it, as indices of names ("X and Y said that …")."""
        names, k = sentence.names, frame.speaker
        found = [k]
        if k < 0 or not 0 < names[k].first - frame.at <= _NEAR_CUE:
            return found
        while k + 1 < len(names) and names[k + 1].first == names[k].last and names[k + 1].conjunction == "and":
            k += 1
            if names[k].sort == "place":
                return found[:1]
            found.append(k)
        end = names[k].last
        if end >= sentence.last or self.stream.kind[end] == "punct" or end in self.stream.opens:
            return found
        told = self.stream.norm[end] in self.sets["that"] or self.stream.norm[end] in self.sets["about"]
        what = (self.stream.marks[end].get(name) for name in ("event", "outcome"))
        return found if told or any(r is not None and r.preposition == "in" for r in what) else found[:1]

    def _inside(self, position: int) -> bool:
        """Whether the word before tells that something was in a place, not beside it."""
        return position > 0 and self.stream.norm[position - 1] in self.sets["inside_of"]

    def _evidence(self, first: int, last: int, sentence: Sentence) -> Evidence:
        """A span around ``first`` .. ``last``, at most twelve words, within the sentence and its clause."""
        stream = self.stream
        begin, end = max(first, sentence.first), min(last, sentence.last)
        following = stream.kind[end : max(end, min(begin + QUOTE_WORDS - 2, sentence.last))]
        end += following.index("punct") if "punct" in following else len(following)
        return stream.evidence(begin, min(end, begin + QUOTE_WORDS))
