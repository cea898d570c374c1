"""Who did what a mention tells of, and to whom."""

from __future__ import annotations

from collections.abc import Sequence

from khabar.extract.attribution import Frame
from khabar.extract.events import EventMention, families
from khabar.extract.mentions import Named
from khabar.resolve.assembly.common import STRUCK
from khabar.resolve.assembly.setting import Setting
from khabar.resolve.discourse import Sentence

__all__ = ["Parties"]

_DEED_REACH = 10
"""How many words behind its verb a deed may be named."""
_ANNOUNCED = frozenset(
    {"AirStrike", "Shelling", "GuidedMissile", "Offensive", "Capture", "Detention", "Other", "Explosion"}
)
"""What a force that announces it has done itself."""
_SERVICES = frozenset({"Detention", "Displacement", "Aid"})
"""What a body that announces it has done itself, be it armed or not."""
_NATIONAL = frozenset({"AirStrike", "Shelling", "GuidedMissile", "Offensive", "Other"})
"""Types of attack that an adjective of nationality lays to a state's charge."""


class Parties(Setting):
    """Finds agents and targets that the clause of a mention leaves open."""

    def _ended_with(self, sentence: Sentence, mention: EventMention) -> list[int]:
        """As in "killed by X after they had entered the town": the force that the clause before ended with."""
        begin = mention.clause[0]
        if self.stream.norm[begin] not in self.sets["subordinating"]:
            begin -= 1
        if begin <= sentence.first or self.stream.norm[begin] not in self.sets["subordinating"]:
            return []
        k = next((k for k, n in enumerate(sentence.names) if n.last == begin and n.type == "ArmedForce"), None)
        if k is None or k not in sentence.entity:
            return []
        name = sentence.names[k]
        hands = self.stream.norm[name.first - 1] in self.sets["by"] or name.preposition == "by"
        return [sentence.entity[k]] if hands else []

    def _own_fighters_before(self, sentence: Sentence, mention: EventMention) -> bool:
        """Whether the clause has fighters of the speaker's own before the happening ("that its fighters fought …")."""
        marks = self.stream.marks
        clause = range(max(mention.clause[0], sentence.first), mention.first)
        return any("members" in marks[k] and marks[k]["members"].suffix for k in clause)

    def _by_own_wave(self, mention: EventMention, frame: Frame | None, voice: int) -> bool:
        """As in "the force announced that the eighth wave hit …": a force's own waves and operations strike for it."""
        if frame is None or frame.kind != "announce" or not set(mention.types) & STRUCK:
            return False
        if self.entities.all[voice].type != "ArmedForce":
            return False
        struck = any("verb" in self.stream.marks[k] and "event" in self.stream.marks[k] for k in mention.triggers)
        return struck and any(w in self.sets["own_waves"] for w in self.stream.norm[frame.first : frame.first + 3])

    def _doer_before(self, sentence: Sentence, mention: EventMention) -> list[int]:
        """As in "the troops killed two in the course of an exchange of fire": who acts in the clause is one side."""
        stream, entity = self.stream, sentence.entity
        begin = max(mention.clause[0], sentence.first)
        if mention.first == 0 or stream.norm[mention.first - 1] not in self.sets["in_course_of"]:
            return []
        for k, name in enumerate(sentence.names):
            if not begin <= name.first < mention.first or name.first == 0:
                continue
            at = name.last if stream.norm[name.first - 1] in self.sets["that"] else name.first - 1
            verb = stream.marks[at].get("verb")
            if verb is None or verb.entry.voice == "passive" or "speech" in stream.marks[at]:
                continue
            if name.type == "ArmedForce" and not name.preposition and k in entity:
                return [entity[k]]
        return []

    def _speaks_with(self, sentence: Sentence, frame: Frame, speaker: int) -> list[int]:
        """Who says it with the speaker ("X and Y condemned …")."""
        found: list[int] = []
        names, k = sentence.names, frame.speaker
        while 0 <= k < len(names) - 1 and names[k + 1].first == names[k].last and names[k + 1].conjunction == "and":
            k += 1
            number = sentence.entity.get(k)
            if number is None or not self.entities.all[number].actor or names[k].first >= frame.first + 6:
                break
            if number != speaker:
                found.append(number)
        return found

    def _killed_in_it(self, sentence: Sentence, mention: EventMention, voice: int) -> bool:
        """As in "said that it had killed a leader in a raid on X": what the speaker did is told by whom it harmed."""
        if self.entities.all[voice].type != "ArmedForce":
            return False
        for toll in sentence.tolls:
            k = toll.governor
            verb = self.stream.marks[k].get("verb")
            if verb is None or verb.entry.voice == "passive" or not k < toll.first <= mention.first:
                continue
            if self.stream.norm[k - 1] in self.sets["that_self"] and mention.clause[0] <= toll.first:
                return toll.outcome in ("Killed", "Injured")
        return False

    def _office_of(self, name: Named) -> bool:
        """Whether an office that stands before a body belongs to it ("the head of X"; not "the minister accused X")."""
        title = self.stream.marks[name.first - 1].get("title") if name.first else None
        return title is not None and not title.definite

    def _threatened(self, sentence: Sentence, frame: Frame, speaker: int) -> list[int]:
        """Whom a threat or a demand is addressed to: the object behind its verb and speaker."""
        near = (k for k, n in enumerate(sentence.names) if n.first == frame.first and not n.preposition)
        index = next(near, None) if frame.kind in ("threaten", "call") else None
        number = sentence.entity.get(index) if index is not None else None
        if number is None or number == speaker or not self.entities.all[number].actor:
            return []
        armed = self.entities.all[number].type in ("ArmedForce", "Government")
        return [number] if armed or frame.kind == "threaten" else []

    def _past_apposition(self, frame: Frame) -> int:
        """Where what is said begins behind a speaker's apposition ("X, one of the sheikhs of Y, accused Z")."""
        norm, commas = self.stream.norm, self.sets["commas"]
        if norm[frame.first] not in commas:
            return frame.first
        close = range(frame.first + 2, min(frame.first + 12, frame.last - 2))
        return next((k for k in close if norm[k] in commas), frame.first)

    def _behind_preposition(self, name: Named) -> bool:
        before = self.stream.norm[name.first - 1] if name.first else ""
        return bool(name.preposition) or before in self.sets["single_prepositions"] or before in self.sets["locative"]

    def _opening_force(self, sentence: Sentence, mention: EventMention, frame: Frame | None) -> list[int]:
        """As in "the army lost nine men in fighting with X": the force that the clause before tells of."""
        return [
            sentence.entity[k]
            for k, n in enumerate(sentence.names)
            if n.last <= mention.first
            and n.sort == "actor"
            and not n.preposition
            and k in sentence.entity
            and self._frame_at(sentence, n.first) is frame
            and self.stream.norm[n.first - 1] not in self.sets["governing"]
        ][:1]

    def _called(self, sentence: Sentence, mention: EventMention) -> list[int]:
        """As in "gunmen seized a headmaster called X": the one named, behind the deed in its clause."""
        return [
            sentence.entity[k]
            for k, n in enumerate(sentence.names)
            if n.type == "Person"
            and mention.first < n.first < mention.clause[1]
            and self.stream.norm[n.first - 1] in self.sets["called"]
            and k in sentence.entity
        ][:1]

    def _did_itself(self, mention: EventMention, frame: Frame | None) -> bool:
        """As in "said that it had carried out, at the request of X, two strikes", "we killed 81 in air strikes"."""
        if frame is None:
            return False
        stream, sets = self.stream, self.sets
        for k in range(max(frame.first, mention.first - _DEED_REACH), mention.first):
            marks = stream.marks[k]
            acts = "light" in marks and "agent" in marks["light"].entry.marks["light"] and "verb" in marks
            if acts and stream.norm[k - 1] in sets["that_self"]:
                return True
            if stream.norm[k].endswith(sets["we_endings"]) and "verb" in marks and {"outcome", "event"} & marks.keys():
                return True
        return False

    def _by_the_arms(self, mention: EventMention) -> bool:
        """As in "the aircraft raided …": arms of nobody in particular are the subject of the verb."""
        marks = self.stream.marks
        for k in mention.triggers:
            arms = marks[k].get("members")
            if (
                arms is not None
                and "instrument" in marks[k]
                and arms.definite
                and not (arms.preposition or arms.suffix)
            ):
                return any(t in (k - 1, k + 1) and "verb" in marks[t] for t in mention.triggers)
        return False

    def _has_aircraft(self, side: int) -> bool:
        """Whether it is the army or government of a state."""
        entry = self.entities.all[side].entry
        lands = self.language.nationalities
        return entry is not None and any(
            land.government and entry.id in (land.force, land.government) for land in lands
        )

    def _own_deed(self, sentence: Sentence, mention: EventMention, frame: Frame, voice: int) -> bool:
        """As in "the brigade announced the shelling of …": a force that announces an attack made it."""
        stream = self.stream
        if "mourn" in stream.marks[frame.at] or self._own_loss(sentence, mention, voice):
            return False
        beside = {p for d in sentence.dates for p in range(d[0], d[1])}
        beside |= {p for n in sentence.names for p in range(n.first, n.last)}
        between = [p for p in range(frame.first, mention.first) if stream.kind[p] == "word" and p not in beside]
        deeds = stream.marks[between[0]].get("light") if between else None
        carried = deeds is not None and deeds.entry.pos == "masdar" and "agent" in deeds.entry.marks["light"]
        near = frame.first <= mention.first and len(between) <= (6 if carried else 3)
        near = near and not any(self._harm(p) for p in between)
        lead = stream.norm[frame.first : min(mention.first, frame.last)]
        deed = next((r for r in stream.marks[mention.first].values() if r.entry.pos == "masdar"), None)
        doing = deed is not None and (
            "transitive" in deed.entry.marks.get("valency", ())
            or self.language.strip_to(stream.norm[mention.first], self.sets["object_masdars"])
        )
        done = frame.kind == "announce" and stream.norm[mention.first - 1] in self.sets["done"]
        said = any(w in self.sets["that"] for w in lead) and not done
        kinds = (
            "announce",
            "confirm",
            "report",
            "say",
            *(("allege",) if set(mention.types) & STRUCK - {"Other"} else ()),
        )
        if said or frame.kind not in kinds or self._of_toll(frame, mention):
            return False
        if frame.kind == "confirm" and (mention.definite or any("light" in stream.marks[p] for p in between)):
            return False  # "confirmed the attack", "confirmed that it took place"
        kind = self.entities.all[voice].type
        of_war = any(w in self.sets["war_ministries"] for words in self.entities.all[voice].words for w in words)
        kind = "ArmedForce" if kind == "Government" and of_war else kind
        doing = doing or bool(mention.instruments)
        claimed = kind == "ArmedForce" and frame.kind == "announce" and doing and not mention.definite
        if not claimed and any(w in self.sets["about"] for w in lead):
            return False
        if near and kind == "ArmedForce" and (claimed or set(mention.types) & _ANNOUNCED):
            return True
        masdar = mention.rule in ("event.masdar", "event.noun", "event.phrase") and not mention.definite
        if deed is not None and "intransitive" in deed.entry.marks.get("valency", ()):
            return False
        taken = mention.types == ("Detention",) and any(r.conjunction for r in stream.marks[mention.first].values())
        if taken and any(
            (r := stream.marks[p].get("members")) is not None and r.suffix for p in range(frame.first, mention.first)
        ):
            return False  # "announced that three of its soldiers were killed and others taken"
        if "moves" in stream.marks[mention.first]:
            return False  # "announced that 18,000 had crossed": those who moved did it
        joined = any(r.conjunction for r in stream.marks[mention.first].values())
        return (
            masdar
            and frame.kind in ("announce", "confirm")
            and (near or joined)
            and (
                bool(set(mention.types) & _SERVICES)
                or (mention.types in (("Other",), ("Statement",)) and not mention.vague)
            )
            and kind in ("ArmedForce", "Government", "Organization")
        )

    def _own_loss(self, sentence: Sentence, mention: EventMention, voice: int) -> bool:
        """As in "the army announced the killing of two soldiers": an army that counts soldiers counts its own."""
        fallen = [t for t in sentence.tolls if t.governor in mention.triggers and t.of is None]
        if mention.rule != "event.outcome" or not any(t.victims in ("soldiers", "officers", "police") for t in fallen):
            return False
        armies = self.sets["armies"] | self.sets["police"]
        return any(w in armies for words in self.entities.all[voice].words for w in words)

    def _others_own(self, mention: EventMention, frame: Frame | None) -> bool:
        """As in "X said that the attackers … their withdrawal": a plural between owns what a plural pronoun tells."""
        norm = self.stream.norm
        if frame is None or not norm[mention.last - 1].endswith(tuple(self.sets["plural_pronouns"])):
            return False
        endings = tuple(self.sets["oblique_endings"]) + tuple(self.sets["nominative_endings"])
        return any(
            norm[k].startswith(self.language.article)
            and norm[k].endswith(endings)
            and "speech" not in self.stream.marks[k]
            for k in range(frame.first, mention.first)
        )

    def _side(self, sentence: Sentence, frame: Frame | None, voice: int) -> int | None:
        """Whose forces a speaker means by his own: a force or government itself, or that in whose name he speaks."""
        entities = self.entities.all
        if entities[voice].type in ("ArmedForce", "Government"):
            return self._forces_of(voice)
        if entities[voice].type != "Person" or frame is None:
            return None
        if frame.speaker < 0:
            return self.speaks_for.get(voice)
        near = sentence.names[frame.speaker]
        for k, name in enumerate(sentence.names):
            beside = near.last <= name.first <= near.last + 4 or near.first - 2 <= name.last <= near.first
            if (
                beside
                and self.stream.norm[name.first - 1] in self.sets["bodies"]
                and k in sentence.entity
                and entities[sentence.entity[k]].type == "ArmedForce"
            ):
                self.speaks_for[voice] = sentence.entity[k]
        return self.speaks_for.get(voice)

    def _forces_of(self, voice: int) -> int:
        """The one army named of the state in whose name a ministry speaks, else the ministry or force itself."""
        speaker = self.entities.all[voice]
        if speaker.type != "Government" or speaker.entry is None or not speaker.entry.countries:
            return voice
        forces = [
            e.number
            for e in self.entities.all
            if e.actor
            and e.type == "ArmedForce"
            and e.entry is not None
            and e.entry.countries == speaker.entry.countries
        ]
        return forces[0] if len(forces) == 1 else voice

    def _owner_before(self, sentence: Sentence, mention: EventMention, begin: int = 0) -> list[int]:
        """As in "X tries to take Y, and its campaign began …": the force named before, in the same sentence."""
        for k in range(len(sentence.names) - 1, -1, -1):
            name = sentence.names[k]
            if (
                begin <= name.first
                and name.last <= mention.first
                and name.type in ("ArmedForce", "Government")
                and k in sentence.entity
            ):
                subject = not name.preposition and self.stream.norm[name.first - 1] not in self.sets["governing"]
                return [sentence.entity[k]] if subject and self.entities.all[sentence.entity[k]].actor else []
        return []

    def _claimant_behind(self, sentence: Sentence, mention: EventMention) -> list[int]:
        """As in "an attack for which X claimed responsibility": whoever claims what was just named did it."""
        for frame in sentence.frames:
            if frame.kind not in ("announce", "adopt") or not mention.last <= frame.at <= mention.last + 8:
                continue
            name = sentence.names[frame.speaker] if frame.speaker >= 0 else None
            if name is None or name.last >= sentence.last - 1 or frame.speaker not in sentence.entity:
                continue
            claims = self.language.strip_to(self.stream.norm[name.last], self.sets["responsibility"])
            if claims and self.stream.norm[name.last + 1] in self.sets["for_it"]:
                return [sentence.entity[frame.speaker]]
        return []

    def _harm(self, position: int) -> bool:
        """Whether the word is a verbal noun for what became of people ("the wounding of …"), and no deed."""
        noun = self.stream.marks[position].get("outcome")
        return noun is not None and noun.entry.pos in ("masdar", "noun") and "event" not in noun.entry.marks

    def _of_speaker(self, mention: EventMention) -> bool:
        """As in "X said that it …": the pronoun behind "that" is the speaker, and subject of the verb that follows."""
        norm = self.stream.norm
        return mention.pronoun and any(
            norm[k] in self.sets["that_self"]
            for k in range(max(mention.clause[0] - 1, mention.first - 4), mention.first)
        )

    def _whose_craft(self, sentence: Sentence, mention: EventMention, targets: list[int]) -> list[int]:
        """Those whose drones were brought down, where the article names them otherwise too ("a Ukrainian drone")."""
        for k in mention.targets:
            name, number = sentence.names[k], sentence.entity.get(k)
            if name.rule != "name.actor.force" or number not in targets:
                continue
            at = next((p for p in range(name.first, name.last) if "nationality" in self.stream.marks[p]), None)
            if at is None or "instrument" not in self.stream.marks[name.first]:
                continue
            adjective = self.stream.marks[at]["nationality"].entry
            nation = self.language.nationalities[int(adjective.marks["nationality"][0])]
            sides = (nation.force, nation.government)
            known = [e for e in self.entities.all if e.entry is not None and e.entry.id in sides and e.evidence]
            owners = [e.number for e in known if e.number != number and e.kept][:1]
            targets = [*(t for t in targets if t != number), *owners] if owners else targets
        return targets

    def _sides_before(self) -> list[int]:
        """The two forces of the attack told last, of whom "the two sides" are said to have fought."""
        last = self.happenings.all[-1] if self.happenings.all else None
        if last is None or not last.agents or not last.targets:
            return []
        sides = [last.agents[0], last.targets[0]]
        return sides if all(self.entities.all[s].type == "ArmedForce" for s in sides) else []

    def _hand_before(self, sentence: Sentence, mention: EventMention) -> list[int]:
        """Who did what a definite noun of bombardment speaks of again ("the shelling hit …"): who did the last told."""
        noun = self.stream.marks[mention.first].get("event")
        kinds = families(mention.types)
        if noun is None or noun.entry.pos == "verb" or not noun.definite or kinds != {"bombardment"}:
            return []
        if mention.nationality is not None or mention.agents:
            return []
        told = [h for h in self.happenings.all if families(h.types) == kinds and not h.intended]
        if not told or sentence.index - told[-1].sentence > 1 or told[-1].number in self.disputed:
            return []
        return [a for a in told[-1].agents if a not in mention.targets]

    def _teller(self, sentence: Sentence, mention: EventMention, speakers: dict[int, int | None], voice: int) -> int:
        """Whose pronoun stands behind "that": the speaker told before it, not one told behind what is said."""
        told = [
            (f.at, speaker)
            for k, f in enumerate(sentence.frames)
            if f.kind != "according"
            and f.at < mention.first
            and f.first <= mention.first < f.last
            and (speaker := speakers.get(k)) is not None
        ]
        return max(told)[1] if told else voice

    def _before(self, mention: EventMention) -> tuple[str, ...]:
        """What the word before the mention says of its course: that it begins, goes on, ends."""
        reading = self.stream.marks[mention.first - 1].get("aspect") if mention.first else None
        return reading.entry.marks["aspect"] if reading is not None else ()

    def _befell(self, sentence: Sentence, mention: EventMention, actors: Sequence[int]) -> bool:
        """As in "the writer X was arrested in …", which is written as the active is: no object follows the verb."""
        if not (mention.pronoun and mention.rule == "event.verb" and set(mention.types) <= {"Abduction", "Detention"}):
            return False
        if len(actors) != 1 or self.entities.all[actors[0]].type != "Person":
            return False
        after = mention.first + 1
        norm, dates = self.stream.norm, sentence.dates
        ended = after >= sentence.last or self.stream.kind[after] == "punct" or norm[after] in self.sets["stops"]
        return ended or norm[after] in self.sets["timing"] or any(d[0] == after for d in dates)

    def _planner(self, sentence: Sentence, frame: Frame) -> list[int]:
        """Whoever plans, told right beside the verb, inside what another says."""
        for k, name in enumerate(sentence.names):
            beside = 0 <= frame.at - name.last <= 1 or name.first == frame.at + 1
            if beside and name.sort != "place" and not name.preposition and k in sentence.entity:
                number = sentence.entity[k]
                return [number] if self.entities.all[number].actor else []
        return []

    def _subject_of_row(
        self, sentence: Sentence, mention: EventMention, frame: Frame | None, *, also: bool
    ) -> list[int]:
        """As in "X killed … and burnt …": the subject of the verb before is that of a verb joined to it by "and"."""
        stream = self.stream
        verb = stream.marks[mention.first].get("verb")
        also = also and mention.first > sentence.first and stream.norm[mention.first - 1] in self.sets["also"]
        if verb is None or not (verb.conjunction or also):
            return []
        for k in range(len(sentence.names) - 1, -1, -1):
            name = sentence.names[k]
            if name.last > mention.first or name.type not in ("ArmedForce", "Government") or name.preposition:
                continue
            governed = stream.norm[name.first - 1] if name.first > sentence.first else ""
            if governed in self.sets["governing"] or governed in self.sets["origin"]:
                continue
            behind = [p for p in range(name.last, min(name.last + 3, mention.first)) if "verb" in stream.marks[p]]
            before = stream.marks[name.first - 1].get("verb") if name.first > sentence.first else None
            acts = (behind and not stream.marks[behind[0]]["verb"].conjunction) or before is not None
            acts = acts or self._unlisted_verb(sentence, name.first - 1)
            if acts and k in sentence.entity and self._frame_at(sentence, name.first) is frame:
                number = sentence.entity[k]
                return [number] if self.entities.all[number].actor else []
        return []

    def _unlisted_verb(self, sentence: Sentence, k: int) -> bool:
        """Whether the word that opens the sentence is in no dictionary, so that it is a verb before its subject."""
        return k == sentence.first and self.stream.kind[k] == "word" and not self.stream.marks[k]

    def _by_nationality(self, mention: EventMention, at: int) -> list[int]:
        """The force or state that the adjective of nationality at ``at`` lays the deed to ("a Russian raid")."""
        if self.stream.norm[at] in self.sets["hostile"]:
            foes = self.sets["enemies"]
            return [
                e.number for e in self.entities.all if e.actor and any(not foes.isdisjoint(w[:2]) for w in e.words)
            ][:1]
        adjective = self.stream.marks[at]["nationality"].entry
        nationality = self.language.nationalities[int(adjective.marks["nationality"][0])]
        for wanted in (nationality.force, nationality.government):
            for entity in self.entities.all:
                if entity.actor and entity.entry is not None and entity.entry.id == wanted:
                    return [entity.number]
        for entity in self.entities.all:
            if (
                entity.actor
                and entity.entry is not None
                and entity.type == "ArmedForce"
                and entity.entry.countries == (nationality.country,)
            ):
                return [entity.number]
        state = self.language.actors.get(nationality.government or nationality.force)
        beaten = set(mention.types) == {"Clash"} and bool(mention.targets)  # "repelled a Ukrainian attack"
        if state is None or not (set(mention.types) <= _NATIONAL or beaten) or mention.rule == "event.war":
            return []
        return [self.entities.implied(state, nationality.name if nationality.government else "", at)]

    def _by_nationalities(self, mention: EventMention, at: int) -> list[int]:
        """Both states or forces where two adjectives of nationality stand side by side ("a US-British raid")."""
        actors = self._by_nationality(mention, at)
        first, k = self.stream.marks[at].get("nationality"), at + 1
        if first is None or not actors:
            return actors
        while k < mention.clause[1] and self.stream.norm[k] in self.sets["bullets"]:
            k += 1
        other = self.stream.marks[k].get("nationality") if k < mention.clause[1] else None
        if other is None or other.preposition or other.definite != first.definite:
            return actors
        return [*actors, *(a for a in self._by_nationality(mention, k) if a not in actors)]
