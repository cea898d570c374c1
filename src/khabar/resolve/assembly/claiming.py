"""Who says it, and in which mood."""

from __future__ import annotations

from dataclasses import replace

from khabar.extract.attribution import STATEMENTS, Frame
from khabar.extract.events import EventMention
from khabar.extract.tolls import Counted
from khabar.resolve.assembly.common import Draft
from khabar.resolve.assembly.telling import Telling
from khabar.resolve.discourse import Sentence
from khabar.resolve.happenings import Happening

__all__ = ["Claiming"]


def _equal(toll: Counted, other: Counted) -> bool:
    """Whether one figure is the other told again."""
    return (toll.outcome, toll.minimum, toll.maximum, toll.part) == (
        other.outcome,
        other.minimum,
        other.maximum,
        other.part,
    )


class Claiming(Telling):
    """Drafts the claims of an article."""

    def _said_by_all(self, sentence: Sentence, speakers: dict[int, int | None], known: int) -> None:
        """Give the claims that the sentence began to everyone who speaks in it together."""
        for at, frame in enumerate(sentence.frames):
            others = self._voices(sentence, frame)[1:] if frame.kind not in STATEMENTS else []
            numbers = {sentence.entity[k] for k in others if k in sentence.entity}
            for draft in self.drafts[known:] if numbers else []:
                if draft.speaker != speakers[at]:
                    continue
                for number in sorted(numbers):
                    if number != draft.speaker and self.entities.all[number].actor:
                        happenings, tolls, spans = [*draft.happenings], [*draft.tolls], [*draft.spans]
                        again = replace(draft, speaker=number, happenings=happenings, tolls=tolls, spans=spans, via=[])
                        self.drafts.append(again)

    def _modality(self, sentence: Sentence, frame: Frame | None, position: int, *, intended: bool) -> str:
        base = frame.modality if frame is not None else "Asserted"
        if base != "Asserted":
            return base
        hedges = [
            (abs(h.first - position), h.first, h.payload.marks["modality"][0])
            for h in self.stream.phrases_of("modality")
            if sentence.first <= h.first
            and h.last <= sentence.last
            and h.payload.marks["modality"]
            and self.stream.hits(h.first, sentence.last)[0] is h
            and not (h.first > sentence.first and self._negates(h.first - 1))
            and not any(n.last == h.first and n.rule == "name.actor.members" for n in sentence.names)
            and self._by_same_voice(self._frame_at(sentence, h.first), frame)
            and not any(
                f.at in (h.first, h.first + (f.rule == "speech.aside"))
                and f is not frame
                and (f.rule != "speech.aside" or not f.first <= position < f.last)
                for f in sentence.frames
            )
        ]
        near = [(d, m) for d, i, m in hedges if (m == "Preliminary" and d <= 30) or (i <= position and d <= 14)]
        if near:
            return str(min(near)[1])
        return "Planned" if intended else base

    @staticmethod
    def _by_same_voice(hedge: Frame | None, frame: Frame | None) -> bool:
        """Whether a hedge stands in what is said itself, or in what the speaker calls it ("calling the toll …")."""
        return hedge is None or hedge is frame or hedge.kind == "describe"

    def _negates(self, position: int) -> bool:
        """Whether what follows is said not to be ("without reports of …")."""
        norm = self.stream.norm
        return any(
            norm[k] in self.sets["negation_nouns"] or norm[k] in self.sets["negation"]
            for k in range(max(0, position - 1), position + 1)
        )

    def _claim(
        self,
        sentence: Sentence,
        speaker: int | None,
        frame: Frame | None,
        happening: Happening,
        mention: EventMention | None,
        toll: Counted | None,
    ) -> Draft:
        at = toll.first if toll is not None else mention.first if mention is not None else sentence.first
        modality = self._modality(sentence, frame, at, intended=mention.intended if mention is not None else False)
        if toll is not None and modality in ("Planned", "Denied") and happening.intended is False:
            modality = "Asserted" if modality == "Planned" else modality
        if (
            toll is not None
            and modality == "Asserted"
            and any(f.kind == "allege" and f.at == toll.last for f in sentence.frames)
        ):
            modality = "Alleged"
        via: list[int] = []
        if frame is not None:
            via = [sentence.entity[v] for v in frame.via if v in sentence.entity]
        rule = f"claim.{frame.rule}" if frame is not None else "claim.narration"
        begin, end = (
            (toll.first, toll.last)
            if toll is not None
            else (mention.first, mention.last)
            if mention is not None
            else (sentence.first, sentence.last)
        )
        for draft in reversed(self.drafts):
            if draft.speaker != speaker or happening.number not in draft.happenings:
                continue
            same_sentence = draft.sentence == sentence.index
            if same_sentence and toll is not None and (draft.modality, modality) == ("Planned", "Asserted"):
                draft.modality = modality
            retold = same_sentence or toll is None
            if draft.modality != modality and not (
                retold and {draft.modality, modality} == {"Asserted", "Preliminary"}
            ):
                continue
            if not same_sentence and toll is not None and any(_equal(t, toll) for t, _ in draft.tolls):
                draft.spans.append((begin, end))
                return draft
            if not same_sentence and toll is not None and self._conflicts(draft, toll):
                continue
            if modality == "Preliminary" and (same_sentence or toll is not None):
                draft.modality = modality
            if toll is not None:
                draft.tolls.append((toll, sentence))
                if len(draft.tolls) == 1:
                    draft.spans.insert(0, (begin, end))
                else:
                    draft.spans.append((begin, end))
                draft.sentence, draft.paragraph = sentence.index, sentence.paragraph
            draft.via.extend(v for v in via if v not in draft.via)
            return draft
        draft = Draft(
            speaker,
            via,
            [happening.number],
            modality,
            [(toll, sentence)] if toll is not None else [],
            [(begin, end)],
            sentence.index,
            sentence.paragraph,
            rule,
        )
        self.drafts.append(draft)
        return draft

    def _conflicts(self, draft: Draft, toll: Counted) -> bool:
        """Whether the draft already gives another figure for what the toll counts."""
        return any(
            t.outcome == toll.outcome
            and t.part == toll.part
            and (t.minimum, t.maximum) != (toll.minimum, toll.maximum)
            and t.victims == toll.victims
            for t, _ in draft.tolls
        )
