"""What a sentence tells: its mentions, claims and tolls, and what it says of sentences before it."""

from __future__ import annotations

from collections.abc import Sequence

from khabar.extract.attribution import ECHOES, STATEMENTS, Frame
from khabar.extract.events import MUTUAL, EventMention
from khabar.extract.tolls import Counted
from khabar.resolve.assembly.common import HARMLESS, LETHAL, RETOLD, Draft, told_last
from khabar.resolve.assembly.counting import Counting
from khabar.resolve.discourse import Sentence
from khabar.resolve.happenings import Happening, Told

__all__ = ["Sentences"]

_SINCE_REACH = 5
"""How many words behind a truce its own day stands."""
_NUMBER_REACH = 5
"""How many words behind "the number" its figure stands."""
_ARMED = frozenset({"fighters", "soldiers", "police", "commanders", "officers", "attackers"})
"""Victims who fall in a fight."""
_CONSEQUENCES = frozenset(
    {"Destruction", "Displacement", "Detention", "Abduction", "Withdrawal", "Capture", "Explosion"}
)
"""Types of happening that a word for an outcome may stand for, or that may be mere outcomes of another."""
_DEEDS = frozenset({"Detention", "Abduction"})
"""Types that somebody does on their own account, also where they are told behind another happening."""


def _repeats(toll: Counted, other: Counted) -> bool:
    """Whether a headline's figure is one told below, bounds aside."""
    if toll.outcome != other.outcome:
        return False
    bounds = {toll.minimum, toll.maximum} - {None}
    if (toll.minimum, toll.maximum) == (2, None) and (other.minimum or 0) > 1 and not other.part:
        return True  # "dead and wounded"
    return (toll.minimum, toll.maximum) == (other.minimum, other.maximum) or bool(
        bounds & {other.minimum, other.maximum}
    )


class Sentences(Counting):
    """Reads the sentences of an article, one after the other."""

    def _events(self, sentence: Sentence, *, headline: bool = False) -> None:
        stream = self.stream
        speakers = self.discourse.speakers(sentence)
        speech = frozenset(f.at for f in sentence.frames)
        mentions = self.tools.events.find(
            stream,
            sentence.first,
            sentence.last,
            sentence.names,
            sentence.taken | sentence.counted,
            speech,
            frozenset(k for f in sentence.frames if not self._acted_first(f) for k in self._voices(sentence, f)),
        )
        sentence.events = mentions
        sentence.tolls = self.tools.tolls.find(
            stream,
            sentence.first,
            sentence.last,
            sentence.names,
            sentence.quantities,
            sentence.taken,
        )
        sentence.tolls += self._of_the_number(sentence)
        if stream.norm[sentence.first] in self.sets["bullets"] or self._topic(sentence):
            self._last_told = None
        mentions = sentence.events = self._not_consequences(sentence, mentions) + self._killings(sentence, mentions)
        here: list[tuple[EventMention, Happening, int | None, Frame | None]] = []
        known = len(self.drafts)
        stated: set[int] = set()
        for k, said in enumerate(sentence.frames):
            speaker = speakers[k]
            if speaker is not None and said.speaker >= 0:
                self._side(sentence, said, speaker)
            if self._of_figures(said):
                continue
            if (said.kind in STATEMENTS or self._takes_stance(said)) and speaker is not None and speaker not in stated:
                self._statement(sentence, said, speaker)
                stated.add(speaker)
        sentence.tolls = [t for t in sentence.tolls if not self._supposed(sentence, t.first)]
        for mention in mentions:
            if self._supposed(sentence, mention.first) or self._describes_speaker(sentence, mention.first):
                continue
            if self._pretext(sentence, mention):
                continue
            if self._demanded(mention) or self._judged(mention) or self._since_when(sentence, mention):
                continue
            frame = self._frame_at(sentence, mention.first)
            if mention.negated:
                if frame is not None and frame.kind not in STATEMENTS and not headline:
                    self._denial(sentence, mention, frame, speakers)
                continue
            if frame is not None and frame.kind in STATEMENTS and not self._reports(frame, mention):
                continue
            if headline:
                continue
            told = self._tell(sentence, mention, frame, speakers)
            if self._idle(sentence, mention, told, mentions, frame):
                continue
            happening = self.happenings.place(told)
            if told.anaphoric:
                self.disputed.add(happening.number)
            if told.agents:
                self._last_told = (sentence.paragraph, told.agents, mention.types)
                self._sides_told = len(told.agents) > 1 and bool(set(mention.types) & MUTUAL)
            key = sentence.frames.index(frame) if frame is not None else None
            here.append((mention, happening, key, frame))
        if not headline:
            here += self._foreseen(sentence, speakers, here)
        prior: tuple[EventMention, Happening, Frame | None, Draft] | None = None
        for mention, happening, at, frame in here:
            speaker = speakers[at] if at is not None else None
            counted = any(mention.clause[0] <= t.first < mention.clause[1] for t in sentence.tolls)
            again = mention.definite or any(happening.number in d.happenings for d in self.drafts)
            if again and frame is None and not mention.places and len(happening.evidence) > 1 and not counted:
                continue
            fresh = not any(happening.number in d.happenings and d.speaker == speaker for d in self.drafts)
            same = prior is not None and fresh and frame is prior[2]
            if prior is not None and same and self._joined(sentence, prior[:2], mention, frame):
                prior[3].happenings.append(happening.number)
                continue
            draft = self._claim(sentence, speaker, frame, happening, mention, None)
            attack = self._attack_of(sentence, mention)
            if attack is not None and attack.number not in draft.happenings:
                draft.happenings.append(attack.number)
            prior = (mention, happening, frame, draft)
        for toll in sentence.tolls:
            self._toll(sentence, toll, here, speakers)
        if not headline:
            self._echoes(sentence, here, speakers)
        if self.stream.norm[sentence.last - 1] == ":" and speakers:
            self.discourse.announce()
        if not sentence.tolls and not headline:
            self._reconsider(sentence, speakers)
        self._said_by_all(sentence, speakers, known)

    def _acted_first(self, frame: Frame) -> bool:
        """As in "X attacked the camp and announced …": who speaks in a later clause acts in the one it is named in."""
        verb = self.stream.marks[frame.at].get("verb")
        return frame.rule == "speech.subject-verb" and verb is not None and bool(verb.conjunction)

    def _of_the_number(self, sentence: Sentence) -> list[Counted]:
        """As in "X put the number at forty": what became of them was told before."""
        stream, the_number = self.stream, self.sets["the_number"]
        if not sentence.quantities:
            return []
        before = self.drafts[-1] if self.drafts else None
        known = before is not None and sentence.index - before.sentence <= 3
        told = next((t for t, _ in before.tolls if not t.part), None) if before is not None and known else None
        topic = self._number_of(sentence)
        found: list[Counted] = []
        for first, end, quantity in sentence.quantities:
            if quantity.kind not in ("exact", "vague") or any(t.first <= first < t.last for t in sentence.tolls):
                continue
            if end < sentence.last and "measure" in stream.marks[end]:
                continue
            near = range(first - 1, max(sentence.first, first - _NUMBER_REACH) - 1, -1)
            at = next((k for k in near if self.language.strip_to(stream.norm[k], the_number)), None)
            if at is not None and not any(
                stream.kind[k] == "punct" or "outcome" in stream.marks[k] for k in range(at, first)
            ):
                last = next((t for t in reversed(sentence.tolls) if t.last <= at and not t.part), told)
            elif topic is not None and topic.last < first and self._bare(sentence, first, end):
                at, last = first, topic
            else:
                continue
            if last is None:
                continue
            found.append(
                last._replace(
                    first=first,
                    last=end,
                    minimum=quantity.minimum,
                    maximum=quantity.maximum,
                    approximate=quantity.approximate,
                    governor=at,
                    part=False,
                    total=None,
                    includes=(),
                    of=None,
                    subject=None,
                    rule="toll.the-number",
                )
            )
        return found

    def _number_of(self, sentence: Sentence) -> Counted | None:
        """As in "accounts of the number of dead differ": of whom figures without a noun may be told in the sentence."""
        stream = self.stream
        for k in range(sentence.first, sentence.last - 1):
            noun = stream.marks[k + 1].get("outcome")
            if noun is None or not noun.definite or noun.entry.number != "p":
                continue
            if self.language.strip_to(stream.norm[k], self.sets["counting"]):
                outcome = noun.entry.marks["outcome"][0]
                victims = noun.entry.marks.get("victim", ("people",))[0]
                return Counted(
                    k, k + 2, outcome, None, None, False, victims, k, False, None, (), None, None, "toll.the-number"
                )
        return None

    def _bare(self, sentence: Sentence, first: int, end: int) -> bool:
        """Whether a number behind a verb of speech counts nothing that is named ("the police spoke of seven")."""
        stream = self.stream
        after = end >= sentence.last or stream.kind[end] == "punct" or stream.norm[end] in self.sets["stops"]
        introduced = stream.norm[first - 1] in self.sets["about"] or stream.norm[first - 1] in self.sets["that_self"]
        return after and introduced and any(f.first <= first < f.last for f in sentence.frames)

    def _attack_of(self, sentence: Sentence, mention: EventMention) -> Happening | None:
        """The attack that "the attackers" made who in the mention burn, take away and rob as well."""
        if not set(mention.types) <= {"Abduction", "Detention", "Destruction"} or mention.places or mention.agents:
            return None
        words = self.stream.norm[mention.clause[0] : mention.clause[1]]
        if not any(word in self.sets["attackers"] for word in words):
            return None
        attacks = [
            h
            for h in self.happenings.all
            if set(h.types) <= RETOLD and not h.intended and sentence.index - h.sentence <= 4
        ]
        return max(attacks, key=told_last, default=None)

    def _demanded(self, mention: EventMention) -> bool:
        """As in "they demanded the withdrawal of the forces": no more than what protesters ask for."""
        marks, first = self.stream.marks, mention.first
        asked = any(r.preposition == "in" for r in marks[first].values())
        if not asked or mention.rule == "event.verb":
            return False
        for k in range(first - 1, max(mention.clause[0], first - 5) - 1, -1):
            verb = marks[k].get("speech")
            if self.stream.kind[k] == "punct":
                return False
            if verb is not None and "call" in verb.entry.marks["speech"]:
                return verb.entry.pos == "verb"
        return False

    def _pretext(self, sentence: Sentence, mention: EventMention) -> bool:
        """As in "arrested him on the pretext of throwing stones": the charge, of which nothing else is told."""
        if mention.first == 0 or self.stream.norm[mention.first - 1] not in self.sets["pretexts"]:
            return False
        return not mention.places and not any(t.governor in mention.triggers for t in sentence.tolls)

    def _since_when(self, sentence: Sentence, mention: EventMention) -> bool:
        """As in "the toll has risen since the truce to N": a truce that only tells from when is counted."""
        fled = mention.types == ("Other",) and mention.vague and mention.definite
        fled = fled and any(t.outcome == "Displaced" for t in sentence.tolls)
        lethal = mention.types == ("Agreement",) and any(t.outcome in LETHAL for t in sentence.tolls)
        if not (fled or lethal):
            return False
        if mention.places or any(mention.first < d[0] <= mention.last + _SINCE_REACH for d in sentence.dates):
            return False
        lead = self.stream.norm[max(sentence.first, mention.first - 3) : mention.first]
        return any(w in self.sets["since"] for w in lead)

    def _judged(self, mention: EventMention) -> bool:
        """As in "and considered it a violation of …": what a deed is called tells of no other."""
        if not mention.vague or mention.definite or mention.types != ("Other",):
            return False
        norm = self.stream.norm
        k = mention.first - 1
        if k > 0 and norm[k] in self.sets["that_self"]:
            k -= 1
        if k < 0:
            return False
        readings = self.stream.marks[k].values()
        return any(
            self.language.fold(r.entry.lemma) in self.sets["regarding"] and (r.suffix or k < mention.first - 1)
            for r in readings
        )

    def _describes_speaker(self, sentence: Sentence, position: int) -> bool:
        """Whether what stands there only tells who speaks ("the force that fights the rebels said that …")."""
        for frame in sentence.frames:
            if frame.rule == "speech.verb-subject" and frame.at < position < frame.first:
                norm = self.stream.norm
                return any(norm[k] in self.sets["relative_pronouns"] for k in range(frame.at, position))
        return False

    def _supposed(self, sentence: Sentence, position: int) -> bool:
        """Whether what stands there is only supposed: behind "if" in its clause."""
        stream = self.stream
        for k in range(position - 1, max(sentence.first, position - 8) - 1, -1):
            if stream.norm[k] in self.sets["if"]:
                return True
            if stream.kind[k] == "punct":
                return False
        return False

    def _joined(
        self, sentence: Sentence, prior: tuple[EventMention, Happening], mention: EventMention, frame: Frame | None
    ) -> bool:
        """Whether a happening stands in one claim with the one told before it.

        A speaker tells them in one breath: in one clause, or in a sentence without figures.
        """
        answers = self.stream.norm[mention.clause[0]] in self.sets["answering_deeds"]
        breath = prior[0].clause == mention.clause or not sentence.tolls
        return (frame is not None and breath and not answers) or self._together(sentence, prior, mention)

    def _together(self, sentence: Sentence, prior: tuple[EventMention, Happening], mention: EventMention) -> bool:
        """Whether a happening without figures is told with the one before it: "they stormed the town after clashes",
        "they entered the village and besieged it".
        """
        before, happening = prior
        if mention.intended or before.intended or mention.first < before.last or "Statement" in mention.types:
            return False
        if any(
            t.governor in mention.triggers or mention.clause[0] <= t.first < mention.clause[1] for t in sentence.tolls
        ):
            return False
        norm = self.stream.norm
        lead = range(max(before.last, mention.first - 4), mention.first)
        if any(norm[k] in self.sets["subordinating"] for k in lead):
            return True
        verb = self.stream.marks[mention.first].get("verb")
        agents = {sentence.entity[k] for k in mention.agents if k in sentence.entity}
        return verb is not None and verb.conjunction == "and" and agents <= set(happening.agents)

    def _not_consequences(self, sentence: Sentence, mentions: list[EventMention]) -> list[EventMention]:
        """Without those that are only what another happening led to ("…, killing 8 and the abduction of 3": tolls)."""
        governors = {t.governor for t in sentence.tolls}
        kept: list[EventMention] = []
        for mention in mentions:
            verbal = mention.rule == "event.verb"
            consequence = (
                set(mention.types) <= _CONSEQUENCES
                and set(mention.triggers) <= governors
                and not mention.agents
                and (
                    any(
                        m is not mention
                        and not set(m.triggers) <= governors
                        and (
                            m.first < mention.first
                            or (not verbal and (m.vague or not set(m.types) <= HARMLESS | {"Other"}))
                        )
                        for m in mentions
                    )
                    or self._after_result(sentence, mention)
                )
            )
            if set(mention.types) & _DEEDS and (verbal or "Detention" in mention.types):
                consequence = False
            if (
                mention.types == ("Destruction",)
                and set(mention.triggers) <= governors
                and not mention.places
                and self._same_hand(sentence, mention, mentions)
            ):
                consequence = True
            if mention.types == ("Destruction",) and not mention.agents and self._after_result(sentence, mention):
                consequence = consequence or any(m.last <= mention.first for m in mentions if m is not mention)
            if consequence and "Explosion" in mention.types and not self._after_result(sentence, mention):
                consequence = not any("explodes" in self.stream.marks[t] for t in mention.triggers)
            if self._spoils(mention) and any(m.first < mention.first for m in mentions):
                consequence = True
            before = self.stream.norm[mention.first - 1] if mention.first else ""
            if before in self.sets["subordinating"] and mention.places and set(mention.types) & _DEEDS:
                consequence = False  # "the second attack this week, after the abduction of 25 in X"
            frame = self._frame_at(sentence, mention.first)
            if mention.types == ("Displacement",) and verbal and mention.places:
                others = [self._frame_at(sentence, m.first) for m in mentions if m is not mention]
                consequence = consequence and any(other is frame for other in others)
            if not consequence or (frame is not None and frame.kind in ("plan", "expect")):
                kept.append(mention)
        return kept

    def _spoils(self, mention: EventMention) -> bool:
        """Whether it tells of what was seized in an operation: arms, vehicles, a workshop."""
        return (
            mention.types == ("Other",)
            and not mention.places
            and any(
                r.entry.lemma in self.sets["spoils"] for k in mention.triggers for r in self.stream.marks[k].values()
            )
        )

    def _same_hand(self, sentence: Sentence, mention: EventMention, mentions: Sequence[EventMention]) -> bool:
        """Whether what is destroyed was destroyed in another happening: one told before, by nobody else."""
        before = [m for m in mentions if m.last <= mention.first and m.types != ("Destruction",)]
        if before:
            return not mention.agents or set(mention.agents) <= set(before[-1].agents)
        return not mention.agents and any(
            sentence.index - h.sentence <= 6 and not set(h.types) <= HARMLESS for h in self.happenings.all
        )

    def _idle(
        self,
        sentence: Sentence,
        mention: EventMention,
        told: Told,
        mentions: Sequence[EventMention],
        frame: Frame | None,
    ) -> bool:
        """Whether a word for a happening tells none here: nobody, nowhere, never, and nothing that came of it."""
        if mention.rule == "event.war" and not any(abs(t.first - mention.first) <= 25 for t in sentence.tolls):
            return not (told.dated and self._breaks_out(mention))
        if "Statement" in mention.types:
            return not told.agents
        if told.agents or told.targets or told.places or (told.dated and (frame is not None or told.open_end)):
            return False
        if frame is not None and frame.kind in ("deny", "adopt", "plan", "expect"):
            return False
        if frame is not None and frame.kind == "announce" and frame.speaker >= 0 and mention.types == ("Agreement",):
            return False
        first, last = mention.clause
        if any(first <= t.first < last or t.governor in mention.triggers for t in sentence.tolls):
            return False
        if mention.definite or self.happenings.find(told) is not None:
            return self.happenings.find(told) is None
        said = mention.rule == "event.phrase" and "verb" in self.stream.marks[mention.first]
        if said and not mention.vague and self._starts(sentence, mention):
            return False
        return len(mentions) > 1 or mention.rule not in ("event.verb", "event.phrase")

    def _starts(self, sentence: Sentence, mention: EventMention) -> bool:
        """Whether the mention opens its sentence."""
        return mention.first <= sentence.first + 1

    def _killings(self, sentence: Sentence, mentions: Sequence[EventMention]) -> list[EventMention]:
        """As in "our forces killed 30 gunmen in X": a fight of its own, though no word for one is there."""
        found: list[EventMention] = []
        killed = [
            t
            for t in sentence.tolls
            if t.outcome == "Killed"
            and t.victims in _ARMED
            and ("verb" in self.stream.marks[t.governor] or self._finishing(t.governor))
        ]
        if not killed:
            return found
        clauses = self.tools.events.clauses(self.stream, sentence.first, sentence.last, sentence.names, sentence.taken)
        for toll in killed:
            clause = next((c for c in clauses if c[0] <= toll.governor < c[1]), None)
            if clause is None or any(clause[0] <= m.first < clause[1] for m in [*mentions, *found]):
                continue
            own = any(
                (r := self.stream.marks[k].get("members") or self.stream.marks[k].get("head")) is not None and r.suffix
                for k in range(clause[0], toll.governor)
            )
            subject = self._killer(sentence, toll, clause[0])
            places = tuple(
                k for k, n in enumerate(sentence.names) if n.sort == "place" and clause[0] <= n.first < clause[1]
            )
            if not (own or subject is not None) or not places:
                continue
            craft = self.stream.marks[sentence.names[subject].first].get("instrument") if subject is not None else None
            aloft = craft is not None and any(v.endswith("=AirStrike") for v in craft.entry.marks["instrument"])
            found.append(
                EventMention(
                    toll.governor,
                    toll.governor + 1,
                    clause,
                    ("AirStrike",) if aloft else ("Clash",),
                    False,
                    False,
                    (toll.governor,),
                    (subject,) if subject is not None else (),
                    (),
                    places,
                    None,
                    (),
                    False,
                    False,
                    False,
                    False,
                    False,
                    own,
                    "event.killing",
                )
            )
        return found

    def _after_result(self, sentence: Sentence, mention: EventMention) -> bool:
        """Whether the nearest word of cause before the mention makes it a consequence ("leading to", not "due to")."""
        for k in range(mention.first - 1, max(sentence.first, mention.first - 12) - 1, -1):
            phrases = [
                h for h in self.stream.hits(k, mention.first) if h.kind == "phrase" and "cause" in h.payload.marks
            ]
            if phrases:
                return "result" in phrases[0].payload.marks["cause"]
            leads = self.stream.marks[k].get("cause")
            if leads is not None:
                return "result" in leads.entry.marks["cause"]
        return False

    def _reconsider(self, sentence: Sentence, speakers: dict[int, int | None]) -> None:
        """As in "the toll may rise", said after the toll, makes that toll preliminary."""
        if not any(
            h.kind == "phrase" and "Preliminary" in h.payload.marks.get("modality", ())
            for i in range(sentence.first, sentence.last)
            for h in self.stream.hits(i, sentence.last)
        ):
            return
        voices = {s for s in speakers.values() if s is not None}
        draft = next((d for d in reversed(self.drafts) if d.tolls and (not voices or d.speaker in voices)), None)
        if draft is not None and draft.modality == "Asserted":
            draft.modality = "Preliminary"

    def _takes_stance(self, frame: Frame) -> bool:
        """As in "voiced its concern", "expressed its condolences": the words are the news."""
        stream = self.stream
        verb = stream.marks[frame.at].get("verb")
        return (
            frame.kind == "say"
            and verb is not None
            and self.language.fold(verb.entry.lemma) in self.sets["voicing"]
            and any(
                stream.norm[k - 1] in self.sets["about"]
                and self.language.strip_to(stream.norm[k], self.sets["stances"])
                for k in range(frame.at + 2, min(frame.at + 14, len(stream)))
            )
        )

    def _reports(self, frame: Frame, mention: EventMention) -> bool:
        """Whether the speech also tells what happened ("warned that …"), not only what may ("warned of …")."""
        return frame.kind == "warn" and any(
            self.stream.norm[k] in self.sets["that"] for k in range(frame.at, mention.first)
        )

    def _echoes(
        self,
        sentence: Sentence,
        here: Sequence[tuple[EventMention, Happening, int | None, Frame | None]],
        speakers: dict[int, int | None],
    ) -> None:
        """As in "X denied these reports", "which X claimed", "X blamed Y": of what was told last, not named again."""
        for k, frame in enumerate(sentence.frames):
            speaker = speakers[k]
            verb = self.stream.marks[frame.at].get("verb")
            claimed = frame.kind == "allege" and frame.speaker >= 0 and verb is not None and verb.entry.tense == "past"
            disclaims = self._disclaims(sentence, frame, speaker)
            echoes = frame.kind in ECHOES or claimed or disclaims
            if not echoes or speaker is None or any(key == k for _, _, key, _ in here):
                continue
            if any(self._frame_at(sentence, t.first) is frame for t in sentence.tolls):
                continue
            if frame.kind == "accuse" and self._charged(sentence, frame):
                continue
            modality = "Denied" if disclaims else frame.modality
            told = self._told_before(sentence, frame, here, speaker)
            if told is None or any(
                d.speaker == speaker and told.number in d.happenings and d.modality == modality for d in self.drafts
            ):
                continue
            if frame.kind == "adopt" and not told.agents and speaker not in told.targets:
                told.agents.append(speaker)
            self.drafts.append(
                Draft(
                    speaker,
                    [],
                    [told.number],
                    modality,
                    [],
                    [(frame.at, frame.at + 1)],
                    sentence.index,
                    sentence.paragraph,
                    "claim.echo.deny" if disclaims else f"claim.echo.{frame.kind}",
                )
            )

    def _disclaims(self, sentence: Sentence, frame: Frame, speaker: int | None) -> bool:
        """Whether the speaker says that he did not do any such thing ("we flew no sortie over X")."""
        if frame.kind not in ("say", "confirm", "announce", "add") or speaker is None:
            return False
        if self.entities.all[speaker].type in ("UnnamedSource", "MediaOutlet"):
            return False
        norm = self.stream.norm
        for k in range(frame.first, min(frame.first + 6, frame.last)):
            if norm[k] in self.sets["negation"]:
                return any(norm[p] in self.sets["any"] for p in range(k + 2, min(k + 4, frame.last)))
        return False

    def _charged(self, sentence: Sentence, frame: Frame) -> bool:
        """Whether an accusation says of what ("responsible for the continued war"), and not of what was told before."""
        norm = self.stream.norm
        words = self.sets["responsibility"]
        word = next((k for k in range(frame.at, sentence.last) if self.language.strip_to(norm[k], words)), None)
        return word is not None and word + 1 < sentence.last and norm[word + 1] not in self.sets["stops"]

    def _told_before(
        self,
        sentence: Sentence,
        frame: Frame,
        here: Sequence[tuple[EventMention, Happening, int | None, Frame | None]],
        speaker: int,
    ) -> Happening | None:
        """The happening that words without a name for it mean: what another says inside them ("denied what X said of
        …"), what its sentence told before, what was told last where a demonstrative points at it, else the lead's.
        """
        relative = self.sets["relative"]
        inner = next(
            (
                f
                for f in sentence.frames
                if frame.first < f.at <= frame.first + 3 and self.stream.norm[f.at - 1] in relative
            ),
            None,
        )
        if inner is not None:
            return next((h for _, h, _, f in here if f is inner), None)
        near = [h for m, h, _, _ in here if m.first < frame.at and "Statement" not in h.types]
        if near:
            return near[-1]
        recent = [
            h
            for h in self.happenings.all
            if "Statement" not in h.types
            and any(h.number in d.happenings and d.speaker != speaker for d in self.drafts)
        ]
        recent = [h for h in recent if h.types != ["Displacement"]] or recent
        spoken = {h.number: h.sentence for h in recent}
        for draft in self.drafts:
            spoken.update((n, max(spoken[n], draft.sentence)) for n in draft.happenings if n in spoken)
        words = self.stream.norm[frame.first : min(frame.first + 4, sentence.last)]
        if any(word in self.sets["these"] for word in words):
            return max((h for h in recent if sentence.index - spoken[h.number] <= 3), key=told_last, default=None)
        accused = [
            h
            for h in recent
            if sentence.index - spoken[h.number] <= 3
            and any(h.number in d.happenings and d.modality == "Alleged" for d in self.drafts)
            and speaker in h.agents
        ]
        return max(accused, key=told_last) if accused else min(recent, key=lambda h: h.number, default=None)

    def _foreseen(
        self,
        sentence: Sentence,
        speakers: dict[int, int | None],
        here: Sequence[tuple[EventMention, Happening, int | None, Frame | None]],
    ) -> list[tuple[EventMention, Happening, int | None, Frame | None]]:
        """What is planned or expected is a happening even where no word of the lexicon names it."""
        found: list[tuple[EventMention, Happening, int | None, Frame | None]] = []
        for k, frame in enumerate(sentence.frames):
            if frame.kind not in ("plan", "expect") or speakers[k] is None or any(key == k for _, _, key, _ in here):
                continue
            end = frame.last
            start = next(
                (
                    p
                    for p in range(frame.first, end)
                    if self.stream.kind[p] == "word" and self.stream.norm[p] not in self.sets["that"]
                ),
                None,
            )
            if start is None:
                continue
            places = tuple(m for m, n in enumerate(sentence.names) if n.sort == "place" and start <= n.first < end)
            mention = EventMention(
                start,
                start + 1,
                (frame.first, end),
                ("Other",),
                False,
                False,
                (start,),
                (),
                (),
                places,
                None,
                (),
                False,
                True,
                False,
                False,
                False,
                False,
                f"event.foreseen.{frame.kind}",
            )
            told = self._tell(sentence, mention, frame, speakers)
            found.append((mention, self.happenings.place(told), k, frame))
        found += self._scheduled(sentence, speakers, here)
        return found

    def _scheduled(
        self,
        sentence: Sentence,
        speakers: dict[int, int | None],
        here: Sequence[tuple[EventMention, Happening, int | None, Frame | None]],
    ) -> list[tuple[EventMention, Happening, int | None, Frame | None]]:
        """As in "It is scheduled that the council meets on Monday": a happening to come, told by whoever speaks."""
        stream = self.stream
        for hit in stream.phrases(sentence.first, sentence.last):
            if hit.payload.marks.get("modality") not in (("Planned",), ("Expected",)):
                continue
            i = hit.first
            that = next(
                (
                    k
                    for k in range(hit.last - 1, min(hit.last + 3, sentence.last))
                    if stream.norm[k] in self.sets["that"]
                ),
                None,
            )
            if (
                that is None
                or any(that < m.first < that + 12 for m, _, _, _ in here)
                or any(f.at == i for f in sentence.frames)
            ):
                continue
            verb = next((k for k in range(that + 1, min(that + 3, sentence.last)) if stream.kind[k] == "word"), None)
            if verb is None:
                continue
            names = sentence.names
            end = next(
                (k for k in range(verb, sentence.last) if stream.norm[k] in self.sets["strong_breaks"]), sentence.last
            )
            places = tuple(m for m, n in enumerate(names) if n.sort == "place" and verb < n.first < end)
            agents = tuple(
                m for m, n in enumerate(names) if n.sort != "place" and verb < n.first <= verb + 3 and not n.preposition
            )[:1]
            frame = self._frame_at(sentence, verb)
            mention = EventMention(
                verb,
                verb + 1,
                (verb, end),
                ("Other",),
                False,
                False,
                (verb,),
                agents,
                (),
                places,
                None,
                (),
                False,
                True,
                False,
                False,
                False,
                False,
                "event.scheduled",
            )
            told = self._tell(sentence, mention, frame, speakers)
            key = sentence.frames.index(frame) if frame is not None else None
            return [(mention, self.happenings.place(told), key, frame)]
        return []

    def _denial(self, sentence: Sentence, mention: EventMention, frame: Frame, speakers: dict[int, int | None]) -> None:
        """A voice that says a thing did not happen denies the happening that another told."""
        speaker = speakers[sentence.frames.index(frame)]
        told = self._tell(sentence, mention._replace(definite=True, negated=False), frame, speakers)
        told.agents = []
        known = self.happenings.find(told)
        if known is None or speaker is None or self.entities.all[speaker].type in ("UnnamedSource", "MediaOutlet"):
            return
        self.drafts.append(
            Draft(
                speaker,
                [],
                [known.number],
                "Denied",
                [],
                [(mention.first, mention.last)],
                sentence.index,
                sentence.paragraph,
                "claim.negated",
            )
        )

    def _of_figures(self, frame: Frame) -> bool:
        """Whether a warning is only that a figure may rise."""
        words = self.stream.norm[frame.first : min(frame.last, frame.first + 5)]
        return frame.kind == "warn" and any(self.language.strip_to(word, self.sets["counting"]) for word in words)

    def _headline(self, sentence: Sentence) -> None:
        """A headline adds a figure only where the text below gives another (guidelines: Speakers)."""
        speakers = self.discourse.speakers(sentence)
        sentence.events = []
        sentence.tolls = self.tools.tolls.find(
            self.stream,
            sentence.first,
            sentence.last,
            sentence.names,
            sentence.quantities,
            sentence.taken,
        )
        told = [t for d in self.drafts for t, _ in d.tolls]
        fresh = [t for t in sentence.tolls if not t.part and not any(_repeats(t, other) for other in told)]
        body = [h for h in self.happenings.all if "Statement" not in h.types]
        if not body:
            self._events(sentence)
            return
        for toll in fresh:
            frame = self._frame_at(sentence, toll.first)
            speaker = speakers[sentence.frames.index(frame)] if frame is not None else None
            self._claim(sentence, speaker, frame, body[0], None, toll)
