"""A mention with all that is told of it, ready to be joined to the happening that it tells of."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from khabar.extract.attribution import Frame
from khabar.extract.events import ATTACKS, MUTUAL, EventMention, families
from khabar.resolve.assembly.common import RETOLD, STRUCK, Draft, told_last
from khabar.resolve.assembly.parties import Parties
from khabar.resolve.discourse import Sentence
from khabar.resolve.happenings import Happening, Told

__all__ = ["Telling"]

_A_MONTH = 28
"""Days from which "so long after" tells a month or year only, so that any day of the news will do to count from."""


def _back(day: date, days: int) -> tuple[date, date]:
    """The day so many days before, or the month, where the days are of whole months."""
    if days < 28:
        return day - timedelta(days=days), day - timedelta(days=days)
    month = day.year * 12 + day.month - 1 - round(days / 30.4)
    first = date(month // 12, month % 12 + 1, 1)
    return first, date((month + 1) // 12, (month + 1) % 12 + 1, 1) - timedelta(days=1)


class Telling(Parties):
    """Completes the mentions of an article."""

    def _statement(self, sentence: Sentence, frame: Frame, speaker: int | None) -> None:
        if speaker is None:
            return
        end = min(frame.at + 4, sentence.last)
        mention = EventMention(
            frame.at,
            frame.at + 1,
            (frame.at, end),
            ("Statement",),
            False,
            False,
            (frame.at,),
            (),
            (),
            (),
            None,
            (),
            False,
            False,
            False,
            False,
            False,
            False,
            f"event.statement.{frame.kind}",
        )
        name = sentence.names[frame.speaker] if frame.speaker >= 0 else None
        low, high = frame.at, max(frame.at + 1, frame.first)
        if name is not None and abs(name.first - frame.at) <= 14:
            low, high = min(low, name.first), max(high, name.last + 2)
        dates = [d for d in sentence.dates if low <= d[0] < min(high, frame.at + 16)][:1]
        earliest, latest, partial, words, _ = self._when(dates, intended=False)
        told = Told(
            mention,
            sentence.index,
            sentence.paragraph,
            [speaker, *self._speaks_with(sentence, frame, speaker)],
            self._threatened(sentence, frame, speaker),
            [],
            earliest,
            latest,
            any(d[2].kind != "time" for d in dates),
            words,
            partial,
            self._evidence(frame.at, frame.at + 1, sentence),
            False,
        )
        happening = self.happenings.place(told)
        draft = Draft(
            speaker,
            [],
            [happening.number],
            frame.modality,
            [],
            [(frame.at, frame.at + 1)],
            sentence.index,
            sentence.paragraph,
            f"claim.{frame.rule}",
        )
        self.drafts.append(draft)

    def _tell(
        self, sentence: Sentence, mention: EventMention, frame: Frame | None, speakers: dict[int, int | None]
    ) -> Told:
        entity = sentence.entity
        voice = speakers.get(sentence.frames.index(frame)) if frame is not None else None
        fled = mention.types == ("Displacement",) and mention.rule == "event.verb" and not mention.agents
        if fled and mention.last < sentence.last and "victim" in self.stream.marks[mention.last]:
            mention = mention._replace(pronoun=False, own=False)  # "and its people fled": no deed of who acted before
        actors = [entity[k] for k in mention.agents if k in entity and self.entities.all[entity[k]].actor]
        targets = [entity[k] for k in mention.targets if k in entity]
        places = [entity[k] for k in mention.places if k in entity and not self.entities.all[entity[k]].actor]
        cities = [
            entity[k]
            for k in mention.targets
            if k in entity and sentence.names[k].sort == "either" and not self.entities.all[entity[k]].actor
        ]
        targets = [t for t in targets if t not in cities]
        if mention.types == ("Other",) and mention.targets and mention.rule == "event.verb":
            targets = self._whose_craft(sentence, mention, targets)
        places += cities
        if not actors and mention.types == ("Clash",):
            actors = self._doer_before(sentence, mention)
        if not actors and voice is not None and voice not in targets and self._by_own_wave(mention, frame, voice):
            actors = [voice]
        theirs = mention.own and voice is not None and self.entities.all[voice].type != "Organization"
        if not actors and mention.nationality is not None and not theirs:
            actors = self._by_nationalities(mention, mention.nationality)
        if not actors and frame is not None and frame.kind == "accuse":
            begin = self._past_apposition(frame) if frame.speaker >= 0 else frame.at
            accused = [
                k
                for k, n in enumerate(sentence.names)
                if n.first >= begin
                and n.sort != "place"
                and (not self._office_of(n) or any(m.last == n.first for m in sentence.names))
                and k in entity
                and self.entities.all[entity[k]].actor
                and entity[k] != voice
            ]
            # "the press office of X accused Y": the one accused stands without a preposition, if any does
            direct = [k for k in accused if not self._behind_preposition(sentence.names[k])]
            actors = [entity[k] for k in (direct or accused)[:1]]
        claimed = (
            frame is not None
            and frame.kind == "announce"
            and any(
                self.language.strip_to(self.stream.norm[k], self.sets["responsibility"])
                and self.stream.norm[k + 1] in self.sets["about"]
                for k in range(frame.first, min(mention.first, frame.last))
            )
        )
        if not actors and frame is not None and (frame.kind in ("adopt", "plan", "vow") or claimed):
            actors = [voice] if voice is not None else []
            if frame.rule == "speech.enclosed":
                actors = self._planner(sentence, frame) or actors
            if frame.kind == "adopt" or claimed:
                self._claimants.update(actors)
        if not actors:
            actors = self._claimant_behind(sentence, mention)
        if not actors and voice is not None and self._killed_in_it(sentence, mention, voice):
            actors = [voice]
        if not actors and voice is not None and self._of_speaker(mention):
            teller = self._teller(sentence, mention, speakers, voice)
            if self.entities.all[teller].type not in ("UnnamedSource", "MediaOutlet"):
                actors = [teller]
        if not actors and mention.own and self.stream.norm[mention.first - 1] in self.sets["while_doing"]:
            actors = self._owner_before(sentence, mention, frame.first if frame is not None else sentence.first)
        joined = self.stream.marks[mention.first].get("masdar")
        if not actors and mention.own and joined is not None and joined.conjunction == "and":
            before = self.happenings.all[-1] if self.happenings.all else None
            actors = list(before.agents) if before is not None and before.sentence == sentence.index else []
        if not actors and mention.own and voice is not None:
            actors = self._just_told(sentence, mention, frame, voice)
        if (
            not actors
            and mention.own
            and voice is not None
            and not self._others_own(mention, frame)
            and (side := self._side(sentence, frame, voice)) is not None
        ):
            actors = [side]
        if (
            not actors
            and mention.own
            and voice is not None
            and self.entities.all[voice].type == "Organization"
            and set(mention.types) <= ATTACKS
            and not self._others_own(mention, frame)
        ):
            actors = [voice]  # a movement whose fighters attack
        if (
            not actors
            and mention.types == ("Aid",)
            and voice is not None
            and self.entities.all[voice].type == "Organization"
        ):
            actors = [voice]
        if (
            not actors
            and frame is not None
            and frame.kind == "announce"
            and "Offensive" in mention.types
            and "begin" in self._before(mention)
        ):
            actors = [voice] if voice is not None and self.entities.all[voice].type == "ArmedForce" else []
        if not actors and frame is not None and voice is not None and self._own_deed(sentence, mention, frame, voice):
            actors = [voice]
        if not actors and voice is not None and self._by_the_arms(mention):
            side = self._side(sentence, frame, voice)
            actors = [side] if side is not None and self._has_aircraft(side) else []
        if "Clash" in mention.types and (
            self.tools.events.faces(self.stream, mention, sentence.names) if actors else targets
        ):
            fallen = [entity[t.of] for t in sentence.tolls if t.of is not None and t.of in entity]
            sides = [f for f in (voice, *fallen) if f is not None and f not in (actors or targets)]
            before = self.happenings.all[-1] if self.happenings.all else None
            if not sides and before is not None and before.sentence == sentence.index:
                sides = [f for f in before.agents[:1] if f not in (actors or targets)]
            if not sides:
                sides = [f for f in self._opening_force(sentence, mention, frame) if f not in (actors or targets)]
            own = voice if mention.own or self._own_fighters_before(sentence, mention) else None
            sides = [
                f
                for f in sides
                if self.entities.all[f].type == "ArmedForce"
                or (f == own and self.entities.all[f].type == "Organization")
            ]
            actors = [*sides[:1], *actors]
        others = any("light" in self.stream.marks[k] for k in range(mention.last, min(mention.last + 2, sentence.last)))
        if not actors and mention.types == ("Clash",) and frame is not None and voice is not None and not others:
            actors = [voice] if frame.kind == "announce" and self.entities.all[voice].type == "ArmedForce" else []
        if mention.both and len(actors) < 2:
            pair = next((h.agents for h in reversed(self.happenings.all) if len(h.agents) == 2), [])
            actors = list(pair) or self._sides_before() or actors
        if not actors and voice is not None:
            foes = [entity[t.of] for t in sentence.tolls if t.of is not None and t.of in entity]
            foes = [f for f in foes if f != voice and self.entities.all[f].type == "ArmedForce"]
            if foes and self.entities.all[voice].type == "ArmedForce":
                actors = [voice]
                targets = [*targets, *(f for f in foes[:1] if f not in targets)]
        if not actors and mention.pronoun and mention.rule == "event.verb":
            actors = self._ended_with(sentence, mention)
        if not actors and mention.pronoun and mention.rule == "event.verb":
            actors = self._subject_of_row(sentence, mention, frame, also=False)
        one = not self._sides_told or bool(set(mention.types) & MUTUAL)
        inherits = mention.pronoun and one and not set(mention.types) & {"Displacement", "Aid", "Agreement", "Protest"}
        if not actors and inherits and self._last_told is not None and self._last_told[0] == sentence.paragraph:
            actors = list(self._last_told[1])
            if mention.soft and self.happenings.all[-1].types == ["AirStrike"] == list(self._last_told[2]):
                mention = mention._replace(types=("AirStrike",), soft=False)
        if not actors and mention.pronoun and mention.rule == "event.verb":
            actors = self._subject_of_row(sentence, mention, frame, also=True)
        if not actors and voice is not None and self._did_itself(mention, frame):
            side = self._side(sentence, frame, voice)
            actors = [side] if side is not None else []
        last_told = self.happenings.all[-1] if self.happenings.all else None
        if not actors and inherits and mention.rule == "event.verb" and set(mention.types) <= ATTACKS:
            here = [h for h in self.happenings.all if h.sentence == sentence.index and h.agents and not h.intended]
            actors = list(here[-1].agents) if here and "Statement" not in here[-1].types else []
        if not actors and last_told is not None and last_told.sentence == sentence.index and self._part_of(mention):
            actors = list(last_told.agents)
        if not actors and mention.own and frame is None and self.happenings.all:
            actors = self._owner_before(sentence, mention) or self.happenings.all[-1].agents[:1]
        if not actors and frame is None and self._one_more(mention):
            actors = next((h.agents for h in reversed(self.happenings.all) if h.types == list(mention.types)), [])[:1]
        if (
            mention.vague
            and not mention.definite
            and not places
            and not mention.intended
            and not self._another(mention)
            and any(
                mention.clause[0] <= t.first < mention.clause[1] or t.governor > mention.first for t in sentence.tolls
            )
        ):
            mention = mention._replace(definite=True)
        pointed = self._pointed(sentence, mention)
        if pointed or self._known_by_place(sentence, mention):
            mention = mention._replace(definite=True)
        once_more = self._once_more(sentence, mention) if self._resumed(mention) else None
        if once_more is not None:
            mention = mention._replace(definite=False, types=tuple(once_more.types), soft=False)
            actors, places = actors or list(once_more.agents), places or list(once_more.places)
        if mention.vague and not mention.definite and (like := self._similar(mention, actors)) is not None:
            mention = mention._replace(types=tuple(like.types), vague=False)
        if mention.types == ("Agreement",) and mention.definite and len(actors) == 1:
            parties = next((h.agents for h in reversed(self.happenings.all) if h.types == ["Agreement"]), [])
            actors = [] if len(parties) > 1 and actors[0] not in parties else actors
        if not actors and (frame is None or frame.kind not in ("deny", "accuse")):
            actors = self._hand_before(sentence, mention)
        answered = self.stream.norm[mention.clause[0]] in self.sets["answering_deeds"]
        if answered and not mention.agents and mention.nationality is None:
            actors = []
        if voice is not None and actors == [voice] and self.entities.all[voice].type == "Person":
            armed = mention.rule == "event.verb" and set(mention.types) & STRUCK | {"Siege", "Capture"}
            if armed and self._last_told is not None and voice not in self._last_told[1]:
                actors = list(self._last_told[1])
        if actors:
            actors += [entity[k] for k in mention.helpers if k in entity and entity[k] not in actors]
        if frame is not None and frame.kind == "deny":
            actors = []
        another = self._another(mention)
        if frame is not None and (frame.kind == "deny" or (frame.kind == "adopt" and not another)):
            mention = mention._replace(definite=True)
        if voice is not None and voice not in actors and self.entities.all[voice].type == "ArmedForce":
            told_of = any(
                self.stream.norm[k] in self.sets["that_self"]
                for k in range(max(mention.clause[0] - 1, mention.first - 4), mention.first)
            )
            if told_of and self.tools.events.repels(self.stream, mention):
                targets = [*targets, voice]
        if not targets and set(mention.types) & {"Abduction", "Detention", "Shooting"}:
            targets = self._called(sentence, mention)
        if not targets and self._befell(sentence, mention, actors):
            actors, targets = [], actors
        targets = [t for t in targets if t not in actors]
        if all(self.entities.all[p].type == "facility" for p in places) and "Statement" not in mention.types:
            topic = self._topic(sentence)
            before = self.happenings.all[-1] if topic and not places and self.happenings.all else None
            if before is not None and before.sentence == sentence.index and before.places:
                topic = before.places  # the spot told since
            places = [*places, *(p for p in topic if p not in places)]
        left = self._left(sentence, mention)
        if left is not None and all(sentence.names[k].last <= mention.first for k in mention.places):
            places = [left]
        host = self._host(sentence, mention) if not places or not actors else None
        if host is not None:
            places = places or [
                entity[k] for k in host.places if k in entity and not self.entities.all[entity[k]].actor
            ]
            raided = set(host.types) & {"Offensive", "Detention"} and set(mention.types) <= {"Shooting", "Detention"}
            actors = actors or ([entity[k] for k in host.agents if k in entity] if raided else [])
        places = self._within_opening(sentence, mention, places)
        if not places:
            places = self._ruins(sentence, mention) or self._where_they_fell(sentence, mention)
        scene = self._scene(sentence, mention, by_whom=bool(actors)) if not places else None
        if scene is not None:
            places = list(scene.places)
        names = sentence.names
        inside = [k for k in mention.places if names[k].type == "governorate" and not names[k].head and k in entity]
        inside = [k for k in inside if names[k].preposition == "in" or self._inside(names[k].first)]
        named = [k for k in mention.places if k in entity and k + 1 in mention.places]
        listed = [k for k in named if names[k].last == names[k + 1].first and names[k + 1].conjunction == "and"]
        listed = [k for k in listed if names[k].type == "governorate" and not names[k].head]
        places = self._most_specific(places, frozenset(entity[k] for k in inside), frozenset(entity[k] for k in listed))
        dates = [d for d in sentence.dates if mention.clause[0] <= d[0] < mention.clause[1]]
        if dates and frame is not None and frame.speaker >= 0 and self._earlier(sentence, mention):
            dates = [d for d in dates if d[0] < max(frame.at, sentence.names[frame.speaker].first)]
        earlier = None if dates else self._earlier(sentence, mention)
        if any(d[2].future and d[2].days for d in dates):
            dates = [
                d
                for d in sentence.dates
                if d in dates or (d[0] < mention.clause[0] and self._frame_at(sentence, d[0]) is frame)
            ]
        if not dates:
            dates = [d for d in sentence.dates if d[0] < mention.clause[1] and self._frame_at(sentence, d[0]) is frame][
                -1:
            ]
        if pointed:
            behind = (k for k in range(mention.last, sentence.last) if self.stream.norm[k] in self.sets["since"])
            end = next(behind, sentence.last)
            dates = [d for d in dates if d[0] < end]
        dates = [d for d in dates if not (self._so_far(d[2]) or self._of_other(sentence, mention, d))]
        dates = self._not_of_saying(dates, sentence, frame, mention)
        dates = self._fitting(dates, frame, sentence) if earlier is None or earlier > 0 else []
        dates = sorted(dates, key=lambda d: abs(d[0] - mention.first))
        foreseen = mention.intended or (frame is not None and frame.kind in ("plan", "expect"))
        lasting = any(d[2].kind == "since" for d in dates)
        if (foreseen or lasting) and mention.vague and mention.types == ("Other",) and self._campaigns(mention, actors):
            mention = mention._replace(types=("Offensive",), vague=False)
        if foreseen:
            dates = [(a, b, self._to_come(d) if a > mention.first else d) for a, b, d in dates]
        earliest, latest, partial, words, open_end = self._when(dates, intended=mention.intended)
        if earlier is not None and earliest is not None and earliest == latest:
            earliest, latest = _back(earliest, earlier)
        elif earlier is not None:
            dates, earliest, latest = [], None, None
        same_time = (None, None) if dates else self._same_time(mention)
        today = self._day_told() if earlier is not None and earlier >= _A_MONTH else None
        if earlier is not None and today is not None and earliest is None:
            same_time = _back(today, earlier)
        if scene is not None and not dates and same_time[0] is None and not scene.open_end:
            same_time = (scene.earliest, scene.latest)
        if same_time[0] is not None:
            earliest, latest = same_time
        timed = not any(d[2].kind != "time" for d in dates) and any(
            self.stream.norm[k] in self.sets["day_times"] for k in range(*mention.clause)
        )
        if timed and not mention.intended and not mention.definite:
            earliest = latest = self._day_told()
        if dates and not open_end and earliest is not None and self._lasts(mention, dates[0], earliest):
            latest, open_end = None, True
        evidence = self._evidence(mention.first, mention.last, sentence)
        if actors and mention.rule == "event.outcome":
            self._last_told = (sentence.paragraph, actors, mention.types)
        return Told(
            mention,
            sentence.index,
            sentence.paragraph,
            actors,
            targets,
            places,
            earliest,
            latest,
            any(d[2].kind != "time" for d in dates) or (earliest is not None and (timed or same_time[0] is not None)),
            words,
            partial,
            evidence,
            sentence.role == "headline",
            open_end,
            not (another or self._turns(sentence, mention) or self._awaited(mention, frame)),
            not another and frame is not None and (frame.kind in ("deny", "adopt", "accuse") or claimed),
            self._how_many(sentence, mention),
            self._things_struck(sentence, mention),
            self._bygone(latest) or self._background(sentence, mention, latest),
            self._figures(sentence, mention),
            voice if frame is not None and frame.kind == "deny" else None,
            bool(dates)
            and not another
            and frame is not None
            and all(self._on_day_of_saying(sentence, frame, d) for d in dates),
        )

    @staticmethod
    def _awaited(mention: EventMention, frame: Frame | None) -> bool:
        """As in "expects that X goes on striking …": what is to come is not what came."""
        return frame is not None and frame.kind == "expect" and not mention.definite

    def _figures(self, sentence: Sentence, mention: EventMention) -> frozenset[tuple[str, int]]:
        """What its sentence counts of those whom the mention harmed."""
        return frozenset(
            (t.outcome, t.minimum)
            for t in sentence.tolls
            if not t.part
            and t.minimum is not None
            and t.minimum > 1
            and (
                t.governor in mention.triggers
                or mention.clause[0] <= t.first < mention.clause[1]
                or len(sentence.events) == 1
            )
        )

    def _campaigns(self, mention: EventMention, actors: Sequence[int]) -> bool:
        """As in "an attack that the army prepares": what a state or army is yet to launch is an offensive."""
        word = self.stream.norm[mention.first : mention.last]
        return any(self.language.strip_to(w, self.sets["attacks_to_come"]) for w in word) and any(
            self.entities.all[a].type in ("ArmedForce", "Government") for a in actors
        )

    def _pointed(self, sentence: Sentence, mention: EventMention) -> bool:
        """Whether the words point at what was just told ("this is the first blast since …", "in the worst attack")."""
        norm, first = self.stream.norm, mention.first
        if first == sentence.first:
            return False
        if norm[first - 1] in self.sets["pointing"]:
            return True
        ranked = norm[first - 1] in self.sets["ranks"] and first - 2 >= sentence.first
        return ranked and norm[first - 2] in self.sets["presenting"]

    def _known_by_place(self, sentence: Sentence, mention: EventMention) -> bool:
        """As in "the X bombing", of what was told before: a noun that the name of its place makes definite."""
        if mention.definite or mention.rule not in ("event.noun", "event.masdar") or mention.soft:
            return False  # "shelling X" is no such noun
        annexed = [
            sentence.entity[k]
            for k in mention.places
            if k in sentence.entity
            and sentence.names[k].first == mention.last
            and not (sentence.names[k].preposition or sentence.names[k].head)
        ]
        kin = families(mention.types)
        return any(
            p in h.places and (mention.vague or kin & families(h.types)) for p in annexed for h in self.happenings.all
        )

    def _turns(self, sentence: Sentence, mention: EventMention) -> bool:
        """Whether the clause is set beside what was told ("X also shelled …", "in another statement …")."""
        norm, first = self.stream.norm, sentence.first
        beside = norm[first : min(first + 1, mention.first)] + norm[max(mention.clause[0] - 1, first) : mention.first]
        if not self.sets["also"].isdisjoint(beside) or self._topic(sentence):
            return True
        if self._resumed(mention):
            return True
        if self._part_of(mention) or not self.sets["also"].isdisjoint(norm[mention.first + 1 : mention.first + 2]):
            return True
        opens = all(m.first >= mention.first for m in sentence.events)
        return opens and not self.sets["another"].isdisjoint(norm[first : min(first + 4, mention.first)])

    def _resumed(self, mention: EventMention) -> bool:
        """Whether a verb right before says that it was done once more ("then shelled it again")."""
        before = self.stream.norm[max(mention.clause[0], mention.first - 2) : mention.last]
        return any(self.language.strip_to(word, self.sets["again"]) for word in before)

    def _similar(self, mention: EventMention, actors: Sequence[int]) -> Happening | None:
        """The attack told last, by the same hand if one is told, where the words liken this one to it ("a similar
        attack").
        """
        words = self.stream.norm[mention.first : min(mention.last + 3, mention.clause[1])]
        if not any(self.language.strip_to(word, self.sets["similar"]) for word in words):
            return None
        attacks = [h for h in self.happenings.all if set(h.types) <= RETOLD]
        attacks = [h for h in attacks if set(h.agents) & set(actors)] or attacks
        like = max(attacks, key=told_last, default=None)
        return like if like is not None and "Other" not in like.types else None

    def _once_more(self, sentence: Sentence, mention: EventMention) -> Happening | None:
        """What was told last of the kind that is done once more."""
        kin = families(mention.types)
        near = [h for h in self.happenings.all if kin & families(h.types) and sentence.index - h.sentence <= 2]
        return max(near, key=told_last, default=None)

    def _how_many(self, sentence: Sentence, mention: EventMention) -> str:
        """``s``, ``d`` or ``p`` where an indefinite noun tells of one happening, two or more ("a raid", "raids")."""
        marks = self.stream.marks[mention.first]
        noun = marks.get("noun")
        if mention.definite or noun is None or "event" not in marks:
            return ""
        if noun.definite:
            return "p" if noun.entry.number == "p" else ""
        counted = any(last == mention.first and (q.minimum or q.maximum or 0) > 1 for _, last, q in sentence.quantities)
        return "p" if counted else noun.entry.number

    def _things_struck(self, sentence: Sentence, mention: EventMention) -> frozenset[str]:
        """Kinds of things named right behind the happening, before any name ("a raid on a car")."""
        named = {p for n in sentence.names for p in range(n.first, n.last)}
        for k in range(mention.last, min(mention.last + 5, mention.clause[1])):
            if k in named or k in sentence.counted:
                break
            thing = self.stream.marks[k].get("object")
            if thing is not None and thing.preposition != "like":
                return frozenset(thing.entry.marks["object"])
        return frozenset()

    def _just_told(self, sentence: Sentence, mention: EventMention, frame: Frame | None, voice: int) -> list[int]:
        """As in "X said that Y shelled …, while its jets raided …": the one who acts in the clause before."""
        before = self.happenings.all[-1] if self.happenings.all else None
        if frame is None or before is None or before.sentence != sentence.index or voice in before.agents:
            return []
        mine = [k for k, n in enumerate(sentence.names) if frame.first <= n.first < mention.first]
        return [sentence.entity[k] for k in mine if sentence.entity.get(k) in before.agents]

    def _one_more(self, mention: EventMention) -> bool:
        """Whether the words set the happening beside the one just told ("another strike")."""
        norm = self.stream.norm
        return mention.rule in ("event.noun", "event.masdar", "event.phrase") and any(
            norm[k] in self.sets["others"] for k in range(mention.first, min(mention.last + 2, mention.clause[1]))
        )

    def _another(self, mention: EventMention) -> bool:
        """Whether the words say that this is one more happening ("another attack", "a second strike")."""
        norm, marks = self.stream.norm, self.stream.marks
        if norm[mention.first + 1 : mention.first + 2] and norm[mention.first + 1] in self.sets["earlier_one"]:
            return True
        for k in range(mention.first, min(mention.last + 3, mention.clause[1])):
            if norm[k] not in self.sets["another"]:
                continue
            last_of = norm[k] in self.sets["another_one"] and (
                norm[k - 1] in self.sets["governing"]
                or (k + 1 < mention.clause[1] and "noun" in marks[k + 1] and norm[k + 1] not in self.sets["bearings"])
            )
            if not last_of:
                return True
        return False
