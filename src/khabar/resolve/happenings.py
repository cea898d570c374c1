"""One event for one happening: mentions merged over the article by type, agents, places, time and discourse."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date

from khabar.extract.events import ATTACKS, EventMention, families
from khabar.model import Evidence

__all__ = ["Happening", "Happenings", "Told"]

_TAKEN = frozenset({"Abduction", "Detention"})
"""Types of operations that "the operation" may speak of again."""


@dataclass(slots=True)
class Told:
    """An event mention with its arguments resolved to entity numbers."""

    mention: EventMention
    sentence: int
    paragraph: int
    agents: list[int]
    targets: list[int]
    places: list[int]
    earliest: date | None
    latest: date | None
    dated: bool
    words: tuple[str, ...]
    partial: str | None
    evidence: Evidence
    headline: bool
    open_end: bool = False
    alike: bool = True
    """Nothing says that this is one more happening of its kind."""
    anaphoric: bool = False
    """Said of what was told before (a denial, a claim of responsibility), however far back."""
    many: str = ""
    """``s``, ``d`` or ``p`` where an indefinite noun tells how many there were."""
    things: frozenset[str] = frozenset()
    """Kinds of things that it struck."""
    bygone: bool = False
    """Dated to a time long before the report."""
    figures: frozenset[tuple[str, int]] = frozenset()
    """Outcome, minimum and maximum of the tolls given with it."""
    denier: int | None = None
    """Who denies it."""
    loose: bool = False
    """The day is that of the saying, for want of another."""


@dataclass(slots=True)
class Happening:
    """An event while it is being put together."""

    number: int
    types: list[str]
    vague: bool
    soft: bool = False
    agents: list[int] = field(default_factory=list)
    targets: list[int] = field(default_factory=list)
    places: list[int] = field(default_factory=list)
    earliest: date | None = None
    latest: date | None = None
    dated: bool = False
    words: list[str] = field(default_factory=list)
    partial: str | None = None
    evidence: dict[Evidence, None] = field(default_factory=dict)
    instruments: list[str] = field(default_factory=list)
    rule: str = ""
    sentence: int = 0
    paragraph: int = 0
    intended: bool = False
    headline: bool = False
    open_end: bool = False
    many: str = ""
    things: frozenset[str] = frozenset()
    figures: frozenset[tuple[str, int]] = frozenset()
    loose: bool = False
    """The day is that of the saying, for want of another."""
    apart: bool = False
    """Told as one more of its kind."""
    began: tuple[int, int] = (0, 0)
    """Paragraph and sentence in which it is first told."""


class Happenings:
    """Puts mentions together; ``inside`` maps each place to the places that contain it."""

    def __init__(
        self,
        inside: dict[int, set[int]],
        small: frozenset[int],
        spots: frozenset[int],
        states: dict[int, frozenset[str]],
        *,
        items: bool = False,
        regions: frozenset[int] = frozenset(),
    ) -> None:
        self.all: list[Happening] = []
        self.states = states
        """The countries of the actors of which they are known."""
        self.items = items
        """Whether each paragraph is an item of its own, as in a bulletin."""
        self.inside = inside
        self.small = small
        """Places no larger than a town."""
        self.spots = spots
        """Facilities and other spots inside a settlement."""
        self.regions = regions
        """Countrysides and other lands without a border of their own."""

    def place(self, told: Told) -> Happening:
        """The happening a mention tells of: an earlier one it agrees with, else a new one."""
        known = self.find(told)
        if known is None:
            happening = Happening(
                len(self.all),
                list(told.mention.types),
                told.mention.vague,
                told.mention.soft,
                rule=told.mention.rule,
                headline=told.headline,
                apart=not told.alike,
                began=(told.paragraph, told.sentence),
            )
            self.all.append(happening)
        else:
            happening = known
        self._absorb(happening, told)
        return happening

    def find(self, told: Told) -> Happening | None:
        """The happening told before that a mention agrees with best, if any."""
        best: tuple[float, int] | None = None
        for happening in self.all:
            score = self._agreement(happening, told)
            if score > 0 and (best is None or (score, happening.number) > best):
                best = (score, happening.number)
        return None if best is None else self.all[best[1]]

    def _related(self, a: int, b: int) -> bool:
        return a == b or a in self.inside.get(b, ()) or b in self.inside.get(a, ())

    def _same_spot(self, a: int, b: int) -> bool:
        """Whether two places are one for a happening: equal, or one inside the other, itself no larger than a town."""
        if a == b:
            return True
        small = self.small
        return (b in self.inside.get(a, ()) and b in small) or (a in self.inside.get(b, ()) and a in small)

    def _agreement(self, happening: Happening, told: Told) -> float:
        """How well a mention agrees with a happening; 0 where it cannot be the same."""
        mention = told.mention
        if "Statement" in happening.types or "Statement" in mention.types:
            return 0.0
        same = set(happening.types) & set(mention.types)
        downed = self._of_a_kind(happening) and any(outcome == "Destroyed" for outcome, _ in happening.figures)
        if downed and mention.vague and told.places:
            same = set()  # "the attack" is not the downing of its drones
        if (
            not same
            and (mention.soft or happening.soft)
            and self._bombards(happening.types)
            and self._bombards(mention.types)
        ):
            same = set(mention.types)
        figured = any(f in told.figures for f in happening.figures)
        total = happening.open_end and happening.vague and told.places and not told.open_end
        counted = told.figures and happening.figures and not figured
        if total and counted and not set(told.places) & set(happening.places):
            return 0.0  # a place's share of a total
        both = (
            figured
            and self._attack(happening.types, mention.types)
            and "bombardment" not in families((*happening.types, *mention.types))
        )
        family = families(happening.types) & families(mention.types)
        if (
            not same
            and not mention.vague
            and not happening.vague
            and not mention.soft
            and not happening.soft
            and not set(happening.agents) & set(told.agents)
            and not mention.definite
            and not both
        ):
            return 0.0
        if not same and not family and not (mention.vague or happening.vague or both):
            return 0.0
        if told.bygone and (not happening.dated or happening.loose) and not told.anaphoric:
            return 0.0
        if not mention.definite and not told.anaphoric and self._set_apart(happening, told, bool(same)):
            return 0.0
        apart = {*happening.types, *mention.types}
        if not same and "Withdrawal" in apart and apart & {"Offensive", "Capture"}:
            return 0.0
        if (
            not same
            and family == {"bombardment"}
            and not (mention.soft or happening.soft)
            and not mention.definite
            and not mention.vague
            and not happening.vague
        ):
            return 0.0
        if not same and (self._of_a_kind(happening) or self._of_a_kind(mention)):
            return 0.0
        if (mention.vague or happening.vague) and not same and not self._attack(happening.types, mention.types):
            just = happening.number == len(self.all) - 1 and told.sentence - happening.sentence <= 1
            if not (just and mention.definite and mention.rule == "event.noun" and set(happening.types) & _TAKEN):
                return 0.0
        if (
            mention.intended != happening.intended
            and not mention.definite
            and not (same and set(happening.agents) & set(told.agents))
        ):
            return 0.0
        days = happening.dated and told.dated and happening.loose == told.loose
        if days and not self._days_apart(happening, told):
            if happening.earliest and told.latest and told.latest < happening.earliest:
                return 0.0
            if happening.latest and told.earliest and told.earliest > happening.latest:
                return 0.0
            began = [d for d in (happening.earliest, told.earliest) if d is not None]
            series = len(began) > 1 and (max(began) - min(began)).days > 7
            if happening.open_end != told.open_end and (series or not mention.definite):
                return 0.0
            if happening.open_end and told.open_end and happening.earliest != told.earliest:
                return 0.0
            spot = set(happening.places) & set(told.places)
            # a night is two days, and may be told as either
            if set(happening.types) != set(mention.types) or not self._within(1, happening, told):
                spot &= self.small
            if (
                not mention.definite
                and not spot
                and (happening.earliest, happening.latest) != (told.earliest, told.latest)
            ):
                return 0.0
        shared_place = any(self._same_spot(a, b) for a in happening.places for b in told.places)
        here, there = self.spots & set(happening.places), self.spots & set(told.places)
        if here and there and not here & there and not mention.definite:
            return 0.0
        nearer = False
        if self.items and told.paragraph != happening.paragraph and not shared_place and not told.anaphoric:
            return 0.0
        if happening.places and told.places and not shared_place:
            related = any(self._related(a, b) for a in happening.places for b in told.places)
            related = related or (mention.definite and self._in_its_countryside(happening, told))
            sides = set(happening.agents) & set(told.agents) and set(happening.targets) & set(told.targets)
            settled = [p for p in told.places if p not in self.spots]
            finer = all(p in self.small and not self.inside.get(p) for p in settled)
            loose = mention.definite and finer and told.sentence - happening.sentence <= 4 and not (here and there)
            nearer = (
                (related or finer)
                and set(happening.types) == set(mention.types)
                and told.alike
                and self._nearer(happening, told)
            )
            if not (loose or nearer) and (not related or not (mention.definite or (same and sides))):
                return 0.0
        shared_agent = bool(set(happening.agents) & set(told.agents)) and not told.anaphoric
        if (
            happening.agents
            and told.agents
            and not shared_agent
            and not told.anaphoric
            and not (
                shared_place and same and told.sentence - happening.sentence <= 2 and self._one_side(happening, told)
            )
        ):
            return 0.0
        if (
            not told.anaphoric
            and set(happening.agents) & set(told.targets)
            and not set(happening.agents) & set(told.agents)
            and "Clash" not in mention.types
        ):
            return 0.0
        distance = told.sentence - happening.sentence
        near = distance <= (4 if mention.definite and not told.places else 2) or told.anaphoric
        if told.dated and happening.dated and (told.earliest, told.latest) == (happening.earliest, happening.latest):
            near = near or mention.definite
        if (
            not same
            and family == {"combat"}
            and mention.definite
            and told.open_end
            and not (shared_place or shared_agent)
        ):
            return 0.0
        score = 0.0
        open_to = (
            told.agents and told.alike and not (told.places or told.dated or happening.agents or happening.targets)
        )
        if open_to and mention.vague and mention.pronoun and mention.rule == "event.verb" and distance == 1:
            score += 1.6  # "said that it had targeted a commander of X"
        if shared_place:
            score += 2.0
        if told.denier is not None and told.denier in happening.agents:
            score += 1.0
        if shared_agent:
            score += 1.0
        if set(happening.targets) & set(told.targets):
            score += 1.0
        if figured:
            score += 1.0
        if not same and not mention.definite and not shared_place and distance > 1 and not mention.vague:
            return 0.0
        if same:
            score += 0.5 if set(happening.types) != set(mention.types) else 0.9
            if nearer and (not told.agents or shared_agent):
                score += 0.6
        elif family == {"custody"} and shared_agent and distance <= 2:
            score += 0.5
        if told.dated and happening.dated and (told.earliest, told.latest) == (happening.earliest, happening.latest):
            score += 0.6
        if mention.definite:
            score += 1.0 if near or not told.places else 0.5
        bare = not told.places and not told.agents and not told.targets
        if bare and not mention.definite:
            if not figured and (told.dated or not same or not told.alike):
                return score + 0.3 if near and same and distance == 0 else 0.0
            return max(0.1, score + 0.3 - 0.05 * distance)
        if score < 1.5 and not (mention.definite and (near or shared_place)):
            return 0.0
        whole = set(happening.types) == set(mention.types) and len(mention.types) > 1
        if (
            shared_agent
            and not shared_place
            and not mention.definite
            and not whole
            and not figured
            and not set(happening.targets) & set(told.targets)
        ):
            if told.places and not happening.places and not near:
                return 0.0
            if distance > 1 and not (told.dated and happening.dated):
                return 0.0
        if told.dated != happening.dated and not mention.definite and told.open_end:
            return 0.0
        return score - 0.05 * distance + (1.0 if distance == 0 else 0.0)

    def _one_side(self, happening: Happening, told: Told) -> bool:
        """Whether those who did it may be one side: of one state, or not known to be of two."""
        known = [self.states.get(a) for a in happening.agents], [self.states.get(a) for a in told.agents]
        return any(not a or not b or a & b for a in known[0] for b in known[1])

    def _set_apart(self, happening: Happening, told: Told, same: bool) -> bool:
        """Whether the words tell of one more happening: "another raid", "a raid" after "raids", a car struck and not a
        house.
        """
        if not told.alike:
            return True
        if same and told.many and happening.many and told.many != happening.many:
            return True
        return bool(told.things and happening.things and not told.things & happening.things)

    def _in_its_countryside(self, happening: Happening, told: Told) -> bool:
        """Whether a town may lie in the region just told: both are parts of one governorate."""
        if told.sentence - happening.sentence > 2 or set(happening.types) != set(told.mention.types):
            return False
        wide = [p for p in happening.places if p in self.regions]
        parts = [p for p in told.places if p in self.small]
        return any(self.inside.get(a, set()) & self.inside.get(b, set()) for a in wide for b in parts)

    def _nearer(self, happening: Happening, told: Told) -> bool:
        """Whether a mention gives the exact spot of what the opening told of a whole region."""
        return (
            told.sentence - happening.sentence <= 2
            and happening.began[0] <= 1
            and self._one_spot(happening.places)
            and not any(p in self.small or p in self.spots for p in happening.places)
            and (not told.dated or (told.earliest, told.latest) == (happening.earliest, happening.latest))
        )

    def _one_spot(self, places: Sequence[int]) -> bool:
        """Whether all places but one only say where that one lies."""
        return sum(not any(p in self.inside.get(q, ()) for q in places) for p in places) == 1

    def _days_apart(self, happening: Happening, told: Told) -> bool:
        """Whether a definite noun speaks of what was just told, begun or ended a day or two off the first day told."""
        if not told.mention.definite or told.sentence - happening.sentence > 4 or happening.open_end or told.open_end:
            return False
        return self._within(2, happening, told)

    @staticmethod
    def _within(most: int, happening: Happening, told: Told) -> bool:
        """Whether all days told of both are known and lie no more than ``most`` days apart."""
        days = (happening.earliest, happening.latest, told.earliest, told.latest)
        known = [d for d in days if d is not None]
        return len(known) == len(days) and (max(known) - min(known)).days <= most

    def _of_a_kind(self, told: Happening | EventMention) -> bool:
        """Whether it is known for what it was, though the types have no name for it ("a checkpoint was set up")."""
        return "Other" in told.types and not told.vague

    def _bombards(self, types: Iterable[str]) -> bool:
        return families(types) == {"bombardment"}

    def _attack(self, a: list[str], b: tuple[str, ...]) -> bool:
        return bool(set(a) & ATTACKS) and bool(set(b) & ATTACKS)

    def _absorb(self, happening: Happening, told: Told) -> None:
        mention = told.mention
        if happening.vague and not mention.vague:
            happening.types = list(mention.types)
            happening.vague = False
        elif happening.soft and not mention.soft and not mention.vague and self._bombards(mention.types):
            happening.types = list(mention.types)
            happening.soft = False
        elif not mention.vague and not (mention.soft and not happening.soft and self._bombards(happening.types)):
            for t in mention.types:
                if t not in happening.types and t != "Other" and not mention.definite:
                    happening.types.append(t)
        happening.agents.extend(k for k in told.agents if k not in happening.agents and k not in happening.targets)
        happening.targets.extend(k for k in told.targets if k not in happening.targets and k not in happening.agents)
        happening.places.extend(k for k in told.places if k not in happening.places)
        if told.dated and (not happening.dated or (happening.loose and not told.loose)):
            happening.loose = told.loose
            happening.earliest, happening.latest = told.earliest, told.latest
            happening.partial, happening.dated, happening.open_end = told.partial, True, told.open_end
        elif told.dated and self._days_apart(happening, told) and told.earliest and told.latest:
            happening.earliest = min(happening.earliest or told.earliest, told.earliest)
            happening.latest = max(happening.latest or told.latest, told.latest)
        happening.many = happening.many or told.many
        happening.things |= told.things
        happening.figures |= told.figures
        happening.words.extend(w for w in told.words if w not in happening.words)
        happening.instruments.extend(i for i in mention.instruments if i not in happening.instruments)
        happening.evidence[told.evidence] = None
        if not told.anaphoric:
            happening.sentence, happening.paragraph = told.sentence, told.paragraph
        happening.intended = happening.intended or mention.intended
