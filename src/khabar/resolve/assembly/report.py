"""Puts an article's mentions together into a :class:`~khabar.model.Report`."""

from __future__ import annotations

from bisect import bisect_left

from khabar.collecting import Uncollected
from khabar.extract.mentions import Named
from khabar.extract.structure import lay_out
from khabar.language import Language
from khabar.match.stream import Stream
from khabar.model import Metadata, Report
from khabar.resolve.assembly.common import Tools
from khabar.resolve.assembly.finishing import Finishing
from khabar.resolve.discourse import Sentence
from khabar.resolve.happenings import Happenings

__all__ = ["Assembler", "Reading"]

_HEAD_WORDS = 4
"""Words, with the colon, of a line that heads a part of a bulletin."""


class Assembler:
    """Extracts one article after the other."""

    def __init__(self, language: Language) -> None:
        self.tools = Tools(language)

    def report(self, text: str, metadata: Metadata) -> Report:
        """Everything that ``text`` reports."""
        # the mentions of an article live until its report is made: looking for garbage among them finds none
        with Uncollected():
            return self._report(text, metadata)

    def _report(self, text: str, metadata: Metadata) -> Report:
        language = self.tools.language
        stream = Stream(language.read(text), language)
        layout = lay_out(stream, language, metadata.outlet)
        return Reading(self.tools, stream, layout, metadata).report()


class Reading(Finishing):
    """One article from its text to its report."""

    def report(self) -> Report:
        """Everything that the article reports."""
        self._mentions()
        self._publisher()
        self._resolve_names()
        self.discourse.quotations()
        self.discourse.afterwards()
        self.discourse.between()
        inside = self._containment()
        small = {"town", "village", "camp", "neighbourhood", "facility", "other"}
        self.happenings = Happenings(
            inside,
            frozenset(e.number for e in self.entities.all if not e.actor and e.type in small),
            frozenset(e.number for e in self.entities.all if not e.actor and e.type in ("facility", "other")),
            {e.number: frozenset(e.entry.countries) for e in self.entities.all if e.actor and e.entry is not None},
            items=self._is_bulletin(),
            regions=frozenset(e.number for e in self.entities.all if not e.actor and e.type == "region"),
        )
        body = [s for s in self.sentences if s.role == "body"]
        for sentence in body:
            self._events(sentence)
        for sentence in (s for s in self.sentences if s.role == "headline"):
            self._headline(sentence)
        self._fold()
        self._one_air_force()
        self._struck_forces()
        self._lead_date()
        self._inherit()
        self._quarters()
        self._owned_up()
        return self._finish(inside)

    def _mentions(self) -> None:
        tokens = self.stream.document.tokens
        kept = self.stream.token

        def at(first: int, last: int) -> tuple[int, int]:
            begin, end = bisect_left(kept, first), bisect_left(kept, last)
            return (begin, end) if begin < end else (-1, -1)

        for k, (first, last, paragraph) in enumerate(self.stream.bounds):
            role = self.layout.roles[k]
            if role in ("byline", "boilerplate"):
                self.sentences.append(Sentence(k, first, last, paragraph, role, [], [], frozenset(), []))
                continue
            first = min(self.layout.starts[k], last - 1)
            a, b = self.stream.token[first], self.stream.token[last - 1] + 1
            dates = []
            used: set[int] = set()
            used_tokens: set[int] = set()
            for mention in self.tools.calendar.find(tokens, a, b, self.text, self.metadata.published):
                begin, end = at(mention.first, mention.last)
                if begin < 0 or self.stream.norm[begin - 1] in self.sets["named_by_dates"]:
                    continue
                if mention.kind == "year" and self._of_a_paper(begin, first):
                    continue
                dates.append((begin, end, mention))
                used.update(range(begin, end))
                used_tokens.update(range(mention.first, mention.last))
            quantities = []
            counted: set[int] = set()
            for quantity in self.tools.quantities.find(tokens, a, b, frozenset(used_tokens)):
                begin, end = at(quantity.first, quantity.last)
                if begin >= 0:
                    quantities.append((begin, end, quantity))
                    counted.update(range(begin, end))
            taken = frozenset(used)
            names = self.tools.names.find(self.stream, first, last, taken | frozenset(counted))
            names = self.tools.voices.find(self.stream, first, last, names, taken | frozenset(counted))
            self.sentences.append(
                Sentence(k, first, last, paragraph, role, names, dates, taken, list(quantities), frozenset(counted))
            )
        known = self.tools.repeats.known(self.stream, (n for s in self.sentences for n in s.names))
        for sentence in self.sentences if known else ():
            if sentence.tells:
                sentence.names = self.tools.repeats.find(
                    self.stream,
                    sentence.first,
                    sentence.last,
                    sentence.names,
                    sentence.taken | sentence.counted,
                    known,
                )
        self.entities.weigh(n for s in self.sentences for n in s.names)

    def _is_bulletin(self) -> bool:
        """Whether lines of a word or two before a colon divide the text ("Homs:", "Statements:")."""
        heads = [
            s
            for s in self.sentences
            if s.role == "body" and s.last - s.first <= _HEAD_WORDS and self.stream.norm[s.last - 1] == ":"
        ]
        return len(heads) > 1

    def _publisher(self) -> None:
        """The outlet and the author, from the byline or from what was known before."""
        for span, kind in ((self.layout.outlet, "MediaOutlet"), (self.layout.author, "Person")):
            if span is None or not self.stream.surface(*span):
                continue
            hit = next(
                (h for h in self.stream.hits(*span) if h.kind in ("actor", "ambiguous") and h.last == span[1]), None
            )
            entry = hit.payload if hit is not None and hit.payload.kind == kind else None
            name = Named(
                span[0],
                span[1],
                "actor",
                kind,
                self.stream.surface(*span),
                (),
                entry,
                (),
                "",
                "",
                "",
                False,
                "name.byline",
            )
            number = self.entities.actor(name)
            if kind == "Person":
                self.author = number
            else:
                self.outlet = number
        known = self.metadata.outlet
        words = self.language.split(known) if known else ()
        if words and self.outlet is not None and words not in self.entities.all[self.outlet].words:
            self.outlet = None
        if known and words and self.outlet is None:
            listed = self.language.names.exactly(words)
            entry = next((n.payload for n in listed if n.kind in ("actor", "ambiguous")), None)
            number = self.entities._new(True, entry.kind if entry is not None else "MediaOutlet", "metadata.outlet")
            entity = self.entities.all[number]
            entity.entry = entry
            if entity.entry is not None:
                self.entities._by_entry[entity.entry.id] = number
            entity.names.append(known)
            entity.words.add(words)
            self.outlet = number

    def _of_a_paper(self, begin: int, first: int) -> bool:
        """Whether a year is that of an agreement or a resolution ("in breach of the agreement of 1974")."""
        for k in range(begin - 1, max(first - 1, begin - 6), -1):
            if self.language.strip_to(self.stream.norm[k], self.sets["dated_papers"]):
                leaning = any(p == "to" and not c for _, c, p, _ in self.language.strip(self.stream.norm[k]) if p)
                return leaning or self.stream.norm[k - 1] in self.sets["under_agreement"]
            if self.stream.kind[k] == "punct" or "verb" in self.stream.marks[k]:
                return False
        return False
