"""What is known only when the whole article has been read."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from khabar.extract.events import families
from khabar.extract.tolls import Counted
from khabar.resolve.assembly.common import HARMLESS, LETHAL, PERIOD, RETOLD, STRUCK, Draft, told_last
from khabar.resolve.assembly.sentences import Sentences
from khabar.resolve.discourse import Sentence
from khabar.resolve.entities import UNNAMED
from khabar.resolve.happenings import Happening

__all__ = ["Afterwards"]


def _plain(happening: Happening) -> bool:
    """Whether it is an attack or a fight that happened once."""
    return not happening.intended and not happening.open_end and set(happening.types) <= RETOLD


def _joined(drafts: Sequence[Draft], into: dict[int, Happening]) -> list[Draft]:
    """The claims where happenings turned out to be others: one account in one sentence is one claim."""
    kept: list[Draft] = []
    for draft in drafts:
        draft.happenings = list(dict.fromkeys(into[n].number if n in into else n for n in draft.happenings))
        same = next(
            (
                d
                for d in kept
                if (d.speaker, d.happenings, d.modality, d.sentence)
                == (draft.speaker, draft.happenings, draft.modality, draft.sentence)
            ),
            None,
        )
        if same is None:
            kept.append(draft)
        else:
            same.tolls.extend(draft.tolls)
            same.spans.extend(draft.spans)
            same.via.extend(v for v in draft.via if v not in same.via)
    return kept


class Afterwards(Sentences):
    """Completes the happenings of an article."""

    def _lead_date(self) -> None:
        """As in "today" in the lead covers the later paragraphs about the same happening (guidelines: Events)."""
        lead = next(
            (
                h
                for h in self.happenings.all
                if h.dated and not h.open_end and h.earliest is not None and h.earliest == h.latest
            ),
            None,
        )
        if lead is None or lead.number > 1:
            return
        for happening in self.happenings.all:
            if happening.dated or happening.intended or "Statement" in happening.types or happening is lead:
                continue
            same_hand = bool(set(happening.agents) & set(lead.agents))
            kin = families(happening.types) & families(lead.types)
            near = any(self.happenings._related(a, b) for a in happening.places for b in lead.places)
            elsewhere = happening.places and lead.places and not near
            if (same_hand and (kin or not elsewhere)) or (near and kin and not happening.agents):
                happening.earliest, happening.latest, happening.dated = lead.earliest, lead.latest, True

    def _fold(self) -> None:
        """An attack told without a place, a target or a day of its own is the one told just before it."""
        into: dict[int, Happening] = {}
        for happening in self.happenings.all:
            placed = happening.places or happening.targets or happening.dated
            if not _plain(happening) or placed or happening.apart:
                continue
            after = happening.types == ["Other"] and not happening.vague and happening.rule == "event.verb"
            kin = families(happening.types)
            before = [
                other
                for other in self.happenings.all[: happening.number]
                if other.number not in into
                and _plain(other)
                and (happening.vague or happening.types != ["Other"] or "Other" in other.types)
                and happening.began[1] - other.sentence <= 3
                and (
                    {"Other", "Explosion"} & set(happening.types)
                    or kin & families(other.types)
                    or (other.vague and "Clash" not in happening.types)
                )
                and (not happening.agents or not other.agents or set(happening.agents) & set(other.agents))
            ]
            if before:
                told = into[happening.number] = max(before, key=told_last)
                told.evidence.update(happening.evidence)
                if told.vague and not happening.vague:
                    told.types, told.vague = list(happening.types), False
                if not after or told.types == ["Other"]:  # whoever looks into a blast did not cause it
                    told.agents.extend(a for a in happening.agents if a not in told.agents + told.targets)
        if into:
            self.drafts = _joined(self.drafts, into)

    def _one_air_force(self) -> None:
        """Where all air strikes that the article ascribes are one side's, those it leaves open are that side's too."""
        bombs = [h for h in self.happenings.all if families(h.types) == {"bombardment"}]
        strikes = [h for h in bombs if "AirStrike" in h.types and not h.intended]
        known = {tuple(sorted(h.agents)) for h in strikes if h.agents}
        if len(known) != 1:
            return
        if {tuple(sorted(h.agents)) for h in bombs if h.agents} == known:
            strikes = [h for h in bombs if ("AirStrike" in h.types or h.soft) and not h.intended]
        for happening in strikes:
            if not happening.agents and happening.number not in self.disputed:
                happening.agents = [a for a in min(known) if a not in happening.targets]
                if happening.soft and happening.types == ["Shelling"] and happening.agents:
                    happening.types = ["AirStrike"]

    def _struck_forces(self) -> None:
        """Whose fighters fell was the target: in a fight that only others are said to have waged, and where soldiers
        or police fell and the article knows but one army or police.
        """
        bodies = {
            victims: [
                e.number
                for e in self.entities.all
                if e.actor and e.type == "ArmedForce" and e.kept and any(w in words for ws in e.words for w in ws)
            ]
            for victims, words in (("soldiers", self.sets["armies"]), ("police", self.sets["police"]))
        }
        for draft in self.drafts:
            if len(draft.happenings) != 1:
                continue
            happening = self.happenings.all[draft.happenings[0]]
            if not set(happening.types) <= STRUCK or happening.intended:
                continue
            one_side = happening.types == ["Clash"] and len(happening.agents) == 1
            for toll, sentence in draft.tolls:
                if toll.outcome not in LETHAL:
                    continue
                if toll.of is not None:
                    told = happening.types != ["Clash"] and sentence.index - happening.began[1] <= 1
                    side = one_side or (told and not happening.targets)
                    forces = [sentence.entity[toll.of]] if side and toll.of in sentence.entity else []
                    forces = [f for f in forces if self.entities.all[f].type == "ArmedForce"]
                else:
                    forces = self._countrymen(toll) or bodies.get(toll.victims, [])
                involved = {*happening.agents, *happening.targets}
                if happening.types == ["Clash"] and not happening.agents and toll.of is not None:
                    happening.agents = self._both_fell(sentence, toll.of)
                    happening.targets = [t for t in happening.targets if t not in happening.agents]
                elif len(forces) == 1 and forces[0] not in involved:
                    happening.targets.append(forces[0])

    def _countrymen(self, toll: Counted) -> list[int]:
        """The force of the article whose soldiers are told by their nationality alone ("three Turkish soldiers")."""
        if toll.victims != "soldiers":
            return []
        for k in range(toll.first, min(toll.last + 1, len(self.stream))):
            reading = self.stream.marks[k].get("nationality")
            if reading is not None:
                force = self.language.nationalities[int(reading.entry.marks["nationality"][0])].force
                return [e.number for e in self.entities.all if e.entry is not None and e.entry.id == force]
        return []

    def _inherit(self) -> None:
        """A happening told without a place happened where the one before it in its sentence did."""
        told: Happening | None = None
        for happening in self.happenings.all:
            if "Statement" in happening.types or happening.intended:
                continue
            if not happening.places and told is not None and told.began == happening.began:
                happening.places = list(told.places)
            if happening.places:
                told = happening
        for before, after in itertools.pairwise(self.happenings.all):
            if before.places or not before.agents or (before.began, before.agents) != (after.began, after.agents):
                continue
            opens = self.language.split(next(iter(after.evidence)).quote)[0]
            joined = any(r.conjunction == "and" for r in self.language.readings(opens))
            if joined and not {"Statement", *HARMLESS} & {*before.types, *after.types}:
                before.places = list(after.places)  # "X arrested two and blew up a house in Y"
        self._of_one_period()

    def _of_one_period(self) -> None:
        """What a report counts by hand or place lies in the period of its total, told first."""
        lead = next((h for h in self.happenings.all if "Statement" not in h.types), None)
        if lead is None or not lead.dated or lead.earliest is None or lead.latest is None:
            return
        if (lead.latest - lead.earliest).days < PERIOD:
            return
        reported = {d.speaker for d in self.drafts if lead.number in d.happenings}
        for happening in self.happenings.all:
            voices = {d.speaker for d in self.drafts if happening.number in d.happenings}
            if happening.dated or happening.intended or happening.types != lead.types or not voices & reported:
                continue
            happening.earliest, happening.latest, happening.dated = lead.earliest, lead.latest, True
            happening.words.extend(w for w in lead.words if w not in happening.words)

    def _owned_up(self) -> None:
        """Gunmen whose attack a named group claims are that group's."""
        for happening in self.happenings.all:
            named = [a for a in happening.agents if self.entities.all[a].rule not in UNNAMED]
            if len(named) < len(happening.agents) and not self._claimants.isdisjoint(named):
                happening.agents = named

    def _both_fell(self, sentence: Sentence, k: int) -> list[int]:
        """Both sides of a fight of which fighters are told to have fallen ("20 of X and Y were killed")."""
        names, entity = sentence.names, sentence.entity
        if k + 1 >= len(names) or names[k + 1].conjunction != "and" or names[k + 1].first != names[k].last:
            return []
        sides = [entity[n] for n in (k, k + 1) if n in entity and self.entities.all[entity[n]].type == "ArmedForce"]
        return sides if len(set(sides)) > 1 else []
