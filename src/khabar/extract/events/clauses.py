"""Where the clauses of a sentence begin and end."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from khabar.extract.events.base import Base
from khabar.extract.mentions import Named
from khabar.match.stream import Stream

__all__ = ["Clauses"]


class Clauses(Base):
    """Cuts sentences into clauses."""

    def clauses(
        self, stream: Stream, first: int, last: int, names: Sequence[Named], taken: frozenset[int]
    ) -> list[tuple[int, int]]:
        """Cut the positions into clauses at breaks and at conjunction plus finite verb."""
        covered = {p for n in names for p in range(n.first, n.last)}
        cuts = {first}
        inside = first
        breaks = self._breaks
        phrases = stream.phrases_by_position(first, last)
        cutting, norms = self._cutting, stream.norm
        for i in [i for i in range(first + 1, last) if cutting[norms[i]] or i in phrases]:
            norm = norms[i]
            if stream.kind[i] != "word":
                goes_on = i + 1 < last and (
                    stream.norm[i + 1] in self.sets["carried_on"]
                    or (stream.kind[i - 1] == "number" and stream.kind[i + 1] == "number")
                )
                if norm in self.sets["sentence_marks"] and not goes_on:
                    cuts.add(i)
            elif norm in breaks:
                if (
                    i in taken
                    or (norm in self.sets["excepting"] and not self._excepts(stream, i, last))
                    or self._guessed(stream, i)
                    or (i + 1 < last and stream.norm[i + 1] in self.sets["hours"])
                    or self._later(stream, i, last)
                    or self._off(stream, i, last)
                ):
                    continue
                where = norm in self.sets["locative"] and i + 1 < last
                if not where or not (
                    "place" in stream.marks[i + 1]
                    or "group" in stream.marks[i + 1]
                    or stream.norm[i + 1] in self.sets["crowds"]
                    or any(n.first == i + 1 and n.sort != "actor" for n in names)
                ):
                    cuts.add(i)
            elif i not in covered and i not in taken:
                phrase = phrases.get(i)
                if phrase is not None and "break" in phrase.payload.marks and phrase.last - i > 1:
                    cuts.add(i)
                    continue
                if i < inside:
                    continue
                if phrase is not None and "event" in phrase.payload.marks:
                    inside = phrase.last
                verb = stream.marks[i].get("verb")
                if verb is None or norm in self.sets["auxiliary"]:
                    continue
                if norms[i - 1] in self.sets["then"] and i - 1 > max(cuts) and "aspect" not in stream.marks[i]:
                    cuts.add(i - 1)
                if norms[i - 1] in self.sets["at_a_time"] and norms[i - 2] in self.sets["locative"]:
                    cuts.add(i - 2)  # "…, at a time when X came under fire"
                if (
                    stream.kind[i - 1] == "punct"
                    and (norms[max(cuts)] in self.sets["while"] or norms[max(cuts)] in self.sets["answering_deeds"])
                    and max(cuts) < i - 3
                    and not verb.preposition
                ) or (
                    stream.kind[i - 1] == "punct"
                    and norms[max(cuts)] in self.sets["timing"]
                    and max(cuts) < i - 2
                    and verb.entry.tense == "past"
                    and not verb.preposition
                ):
                    cuts.add(i)
                alone = not any(r.entry.pos in ("noun", "masdar", "adjective") for r in self.language.readings(norm))
                after = stream.marks[i + 1].get("victim") if i + 1 < last else None
                fled = after is not None and bool(after.suffix) and not after.preposition  # "…, and its people fled"
                if (verb.conjunction and (alone or fled)) or (
                    verb.conjunction and verb.entry.tense == "past" and stream.kind[i - 1] == "punct"
                ):
                    cuts.add(i)
        cuts.update(self._more_fell(stream, first, last, covered, taken))
        ordered = sorted(cuts)
        return list(zip(ordered, [*ordered[1:], last], strict=True))

    def _later(self, stream: Stream, i: int, last: int) -> bool:
        """As in "hours later": a time alone, with nothing it is counted from."""
        norm = stream.norm
        if i + 1 >= last or norm[i + 1] not in self.sets["spans"]:
            return False
        return i + 2 >= last or not (norm[i + 2] in self.sets["origin"] or norm[i + 2] in self.sets["against_only"])

    def _more_fell(
        self, stream: Stream, first: int, last: int, covered: set[int], taken: frozenset[int]
    ) -> Iterable[int]:
        """As in "six were killed in a raid on X and three (died) in the shelling of Y": where what befell others is
        told, without a verb of its own or behind its subject.
        """
        marks, norm = stream.marks, stream.norm
        told = False
        for k in range(first + 2, last):
            noun = marks[k].get("event")
            told = told or "instrument" in marks[k]
            if noun is None or noun.conjunction or k in covered or not {"noun", "masdar"} & marks[k].keys():
                continue
            leads = norm[k - 1] in self.sets["by_which"]
            fused = noun.preposition == "in"
            if not (leads or fused):
                told = told or (not noun.definite and noun.entry.pos != "verb")
                continue
            before = k - 1 if leads else k
            start = next(
                (p for p in range(before - 1, max(first, before - 6), -1) if self._others_too(stream, p)), None
            )
            between = range(start + 1, before) if start is not None else range(0)
            if (
                told
                and start is not None
                and all(
                    p not in covered and ("verb" not in marks[p] or "outcome" in marks[p]) and stream.kind[p] != "punct"
                    for p in between
                )
            ):
                yield start
            told = True

    def _others_too(self, stream: Stream, k: int) -> bool:
        """Whether a word joined by "and" counts people, or tells of others ("and three", "and another")."""
        if k in self._counted:
            word = stream.norm[k]
            return word in self.sets["single_conjunctions"] or any(c for _, c, _, _ in self.language.strip(word))
        group = stream.marks[k].get("group") or stream.marks[k].get("victim")
        return group is not None and bool(group.conjunction) and not (group.definite or group.suffix)

    def _excepts(self, stream: Stream, position: int, last: int) -> bool:
        """Whether the word opens a clause ("but that …"), as it does before a word for "that" alone."""
        return position + 1 >= last or stream.norm[position + 1] in self.sets["that"]

    def _off(self, stream: Stream, position: int, last: int) -> bool:
        """As in "at a distance of 27 km": a number or a measure follows, and no clause begins."""
        if stream.norm[position - 1] not in self.sets["against_only"] or position + 1 >= last:
            return False
        return stream.kind[position + 1] == "number" or "measure" in stream.marks[position + 1]
