"""Bodies by a generic noun ("brigade X", "the X network for Y") and forces by a nationality."""

from __future__ import annotations

from khabar.extract.mentions import Named, opened
from khabar.extract.names.listed import Listed
from khabar.extract.names.phrases import Phrases
from khabar.extract.names.sources import Sources
from khabar.extract.names.words import Words, norm_is_conjunction
from khabar.language import ActorEntry, Language, Reading
from khabar.match.stream import Stream

__all__ = ["Bodies"]


class Bodies:
    """Finds the bodies that a generic noun opens."""

    def __init__(self, language: Language, words: Words, listed: Listed, phrases: Phrases, sources: Sources) -> None:
        self.language = language
        self.sets = language.sets
        self.article = language.article
        self.words = words
        self.listed = listed
        self.phrases = phrases
        self.sources = sources
        named = {n: a for a in language.actors.values() if a.kind == "ArmedForce" for n in a.aliases}
        heads = sorted(self.sets["force_heads"])
        people = (a for a in language.actors.values() if a.kind == "Person")
        forces = ((a.id, named.get(f"{h} {n}")) for a in people for n in (a.name, *a.aliases) for h in heads)
        self._forces = {person: force for person, force in forces if force is not None}

    def headed(self, stream: Stream, i: int, last: int, reading: Reading, taken: frozenset[int]) -> Named | None:
        """A body that the generic noun at ``i`` opens: quoted, listed, or told by what follows."""
        if reading.suffix or i + 1 >= last:
            return None
        kinds = reading.entry.marks["head"]
        lemma = reading.entry.lemma
        j = i + 1
        after = stream.marks[j]
        if "MediaOutlet" in kinds and stream.norm[j] in self.sets["matters_of_state"]:
            kinds = ("Government",)
        if stream.norm[j] in self.sets["general_staff"]:
            kinds = ("ArmedForce",)
        if "Government" in kinds and stream.norm[j] in self.sets["notables"]:
            kinds = ("Organization",)  # a council of elders or of tribes, which governs nobody
        if reading.entry.number == "d" and stream.norm[j] not in self.sets["armed_adjectives"]:
            return None
        if self.words.sites(reading) and not self.words.spoken(stream, i):
            return None
        centre = self.language.fold(lemma) in self.sets["spots_too"] and (
            stream.norm[j] in self.sets["type_nouns"]
            or stream.norm[j] in self.sets["spot_uses"]
            or ("members" in after and not self.words.spoken(stream, i))
            or any(h.kind == "place" and h.payload.kind in ("governorate", "district") for h in stream.hits(j, last))
            or any(h.kind in ("actor", "ambiguous") and h.payload.kind == "ArmedForce" for h in stream.hits(j, last))
        )
        ranked = i > 0 and stream.norm[i - 1] in self.sets["ranked"]
        if ranked or centre or self._ministry(stream, i, reading) or stream.norm[j] in self.sets["never_bodies"]:
            return None
        if self._ordinary_spot(stream, i, reading):
            return None
        if stream.kind[j] == "number" and self.language.fold(lemma) in self.sets["place_heads"]:
            return None  # the base of a unit, by its number
        if f"{self.language.fold(lemma)} {stream.norm[j]}" in self.sets["ordinary_pairs"]:
            return None
        if self.language.fold(lemma) in self.sets["spots_too"] and not {"event", "outcome"}.isdisjoint(after):
            return None
        if "members" in reading.entry.marks or stream.norm[i] in self.sets["generic_heads"]:
            listed = self.language.fold(lemma) in self.sets["bodies_of"] and any(
                h.kind != "phrase" and not h.preposition for h in stream.hits(j, last)
            )
            if (
                ("head" in after and after["head"].definite) or ("members" in after and after["members"].definite)
            ) and not listed:
                return None
        bracketed = self.words.bracketed(stream, j, last)
        if bracketed and not reading.definite and self.words.kind(kinds) == "MediaOutlet":
            return self._in_brackets(stream, i, bracketed, reading)
        if bracketed and not reading.definite:
            known = self._bracket_listed(stream, i, bracketed, reading)
            if known is not None:
                return known
        quoted = self.words.quotation(stream, j, last)
        if quoted and quoted > j and stream.quote[i] != stream.quote[j] and self._titled(stream, j, quoted, reading):
            end = self.phrases.complement(stream, quoted, last)
            inner = next(
                (h for h in stream.hits(j, quoted) if h.kind in ("actor", "ambiguous") and h.last == quoted), None
            )
            full = stream.surface(i, end, reading.conjunction, reading.preposition)
            alias = stream.surface(j, quoted)
            entry = inner.payload if inner else None
            return opened(
                reading,
                i,
                end,
                "actor",
                entry.kind if entry else self.words.kind(kinds),
                full,
                aliases=(alias,),
                entry=entry,
                rule="name.actor.quoted",
            )
        named = j + 1 if j + 1 < last and stream.norm[j] in self.sets["news"] else j
        for hit in stream.hits(named, last):
            if (
                hit.kind in ("actor", "ambiguous")
                and not hit.conjunction
                and not hit.preposition
                and not reading.definite
            ):
                entry = hit.payload
                if hit.kind == "ambiguous" and self.listed.common(stream, hit):
                    continue
                if self.language.fold(lemma) in self.sets["proxies"]:
                    return opened(
                        reading,
                        i,
                        hit.last,
                        "actor",
                        "ArmedForce",
                        stream.surface(i, hit.last, reading.conjunction, reading.preposition),
                        rule="name.actor.proxies",
                    )
                if (
                    entry.kind in ("Government", "Person")
                    and "weak" not in reading.entry.marks
                    and self.language.fold(lemma) in self.sets["force_heads"]
                ):
                    full = stream.surface(i, hit.last, reading.conjunction, reading.preposition)
                    force = self._forces.get(entry.id)
                    return opened(
                        reading,
                        i,
                        hit.last,
                        "actor",
                        force.kind if force else self.words.kind(kinds),
                        full,
                        entry=force,
                        rule="name.actor.force-of",
                    )
                if (
                    entry.kind == "Government"
                    and hit.kind == "ambiguous"
                    and self.phrases.kept_body(stream, reading, j)
                ):
                    break
                if entry.kind in ("Government", "Person") or "weak" in reading.entry.marks:
                    return None
                full = stream.surface(i, hit.last, reading.conjunction, reading.preposition)
                alias = stream.surface(hit.first, hit.last)
                return opened(
                    reading,
                    i,
                    hit.last,
                    "actor",
                    entry.kind,
                    full,
                    aliases=(alias,),
                    entry=entry,
                    rule="name.actor.head-listed",
                )
        end, proper = self.phrases.chain(stream, i, last, reading, taken)
        again = self.reference(stream, i, last) if end == j + 1 and self._said_again(stream, i, reading) else None
        if again is not None:
            return again._replace(last=end, name=stream.surface(i, end, reading.conjunction, reading.preposition))
        if f"{self.language.fold(lemma)} {stream.norm[end - 1]}" in self.sets["ordinary_pairs"]:
            return None
        named = self._self_named(stream, i, end, last)
        if named:
            return opened(
                reading,
                i,
                named,
                "actor",
                self.words.kind(kinds),
                stream.surface(i, max(end, j), reading.conjunction, reading.preposition),
                aliases=(stream.surface(self.words.opening(stream, end, named), named),),
                rule="name.actor.self-named",
            )
        if j < last and stream.norm[j] in self.sets["platforms"]:
            return None
        if end == j or ("weak" in reading.entry.marks and self.phrases.all_known(stream, j, end)):
            return self._allied(stream, i, end, last, reading) if end == j else None
        if (
            self.words.kind(kinds) in ("ArmedForce", "Organization")
            and not reading.definite
            and self.phrases.all_known(stream, j, end)
            and not self.phrases.kept_body(stream, reading, j)
            and not self._of_corps(stream, j, end)
        ):
            return None
        full = stream.surface(i, end, reading.conjunction, reading.preposition)
        nationality = next((k for k in range(j, end) if "nationality" in stream.marks[k]), None)
        if self.words.sites(reading) and self.sources.belongs(stream, end, last, taken) > end:
            return self.sources.find(stream, i, last, reading, taken)
        if not proper and nationality is None:
            return self._allied(stream, i, end, last, reading)
        aliases: tuple[str, ...] = ()
        entry = None
        rule = "name.actor.pattern"
        if (
            nationality is not None
            and self.words.kind(kinds) in ("ArmedForce", "Government")
            and stream.marks[i].get("head") is reading
            and self.language.fold(lemma) in self.sets["state_heads"]
        ):
            entry = self._national(
                stream, nationality, self.words.kind(kinds), generic=end == nationality + 1 and nationality == j
            )
            rule = "name.actor.national"
        told = self.words.kind(kinds) in ("ArmedForce", "MediaOutlet")
        if entry is None and told and self.words.civil(stream, j, end):
            kinds = ("Organization",)
        return opened(
            reading,
            i,
            end,
            "actor",
            entry.kind if entry else self.words.kind(kinds),
            full,
            aliases=aliases,
            entry=entry,
            rule=rule,
        )

    def _allied(self, stream: Stream, i: int, end: int, last: int, reading: Reading) -> Named | None:
        """A force that is told only by whom it sides with ("a militia loyal to the government")."""
        if end + 1 >= last or stream.norm[end] not in self.sets["allied"]:
            return None
        if self.words.kind(reading.entry.marks["head"]) != "ArmedForce" or "weak" in reading.entry.marks:
            return None
        of = end + 1
        by = stream.norm[of] in self.sets["allied_by"]
        hit = next((h for h in stream.hits(of + by, last) if h.kind in ("actor", "ambiguous")), None)
        if hit is None or hit.conjunction or hit.preposition not in (("",) if by else ("to", "in")):
            return None
        return opened(
            reading,
            i,
            end + 1,
            "actor",
            "ArmedForce",
            stream.surface(i, hit.last, reading.conjunction, reading.preposition),
            rule="name.actor.allied",
        )

    def _of_corps(self, stream: Stream, j: int, end: int) -> bool:
        """Whether a body that is named by what it is for stands there ("forces of the border guard")."""
        head = stream.marks[j].get("head")
        return head is not None and j + 1 < end and self.phrases.kept_body(stream, head, j + 1)

    def _said_again(self, stream: Stream, i: int, reading: Reading) -> bool:
        """As in "the terrorist group", "the separatist movement": one told before, by an adjective of its kind."""
        word = stream.norm[i + 1]
        lemma = f"{self.article}{self.language.fold(reading.entry.lemma)}"
        return (
            reading.definite
            and reading.entry.number == "s"
            and lemma in self.sets["group_references"]
            and word.startswith(self.article)
            and word.removeprefix(self.article) in self.sets["armed_adjectives"]
        )

    def _ordinary_spot(self, stream: Stream, i: int, reading: Reading) -> bool:
        """Whether a noun for a spot is an object of some kind or for some use ("12 medical centres", "centres for
        the displaced"), so that it names no body.
        """
        lemma = self.language.fold(reading.entry.lemma)
        if lemma not in self.sets["spots_too"] or reading.definite:
            return False
        word, after = stream.norm[i], stream.norm[i + 1]
        accusative = word.endswith(self.sets["adverb_endings"]) and not lemma.endswith(self.sets["adverb_endings"])
        purpose = any(p == "to" and s in self.sets["spot_uses"] for s, _, p, _ in self.language.strip(after))
        towns = after in self.sets["settled_nouns"]
        return (accusative and not after.startswith(self.article)) or purpose or towns

    @staticmethod
    def _ministry(stream: Stream, i: int, reading: Reading) -> bool:
        """Whether a noun for the media only says what an office is for ("the minister of information")."""
        return (
            i > 0
            and reading.definite
            and reading.entry.marks["head"] == ("MediaOutlet",)
            and "title" in stream.marks[i - 1]
            and not stream.marks[i].keys().isdisjoint(("title", "source"))
        )

    def _titled(self, stream: Stream, first: int, last: int, reading: Reading) -> bool:
        """Whether quoted words behind a generic noun are its name, not an adjective or what somebody says of it."""
        if any(h.kind in ("actor", "ambiguous") and h.last == last for h in stream.hits(first, last)):
            return True
        if reading.definite and any(
            self.words.is_finite(stream, k) or self._leans(stream, k) for k in range(first, last)
        ):
            return False
        if stream.norm[first] in self.sets["platforms"]:
            return False  # "on his page on the site X"
        return not (
            last == first + 1
            and not reading.definite
            and self.words.kind(reading.entry.marks["head"]) == "ArmedForce"
            and reading.entry.gender == "f"
            and stream.feminine(first)
            and not stream.norm[first].startswith(self.article)
            and stream.norm[first] not in self.language.given_names
        )

    def _leans(self, stream: Stream, k: int) -> bool:
        """Whether a pronoun leans on the word at ``k``."""
        return len(stream.norm[k]) > 4 and stream.norm[k].endswith(self.sets["enclitic_endings"])

    def _in_brackets(self, stream: Stream, i: int, end: int, reading: Reading) -> Named:
        """An outlet whose name stands in brackets behind its generic noun."""
        inner = next((h for h in stream.hits(i + 2, end) if h.kind in ("actor", "ambiguous") and h.last == end), None)
        entry: ActorEntry | None = inner.payload if inner is not None else None
        alias = stream.surface(i + 2, end)
        name = f"{stream.surface(i, i + 1, reading.conjunction, reading.preposition)} {alias}"
        return opened(
            reading,
            i,
            end + 1,
            "actor",
            entry.kind if entry is not None else "MediaOutlet",
            name,
            aliases=(alias,),
            entry=entry,
            rule="name.actor.quoted",
        )

    def _bracket_listed(self, stream: Stream, i: int, end: int, reading: Reading) -> Named | None:
        """A listed group of which the name stands in brackets behind its generic noun ("the movement (X)")."""
        words = (self.language.fold(reading.entry.lemma), *stream.norm[i + 2 : end])
        actors = [n.payload for n in self.language.names.exactly(words) if n.kind == "actor"]
        if not actors:
            return None
        named = self._in_brackets(stream, i, end, reading)
        return named._replace(type=actors[0].kind, entry=actors[0], aliases=())

    def pair(self, stream: Stream, i: int, last: int, reading: Reading, taken: frozenset[int]) -> list[Named]:
        """The two bodies that a dual before a genitive opens ("the tribes X and Y")."""
        if reading.entry.number != "d" or reading.entry.tense != "construct" or reading.suffix:
            return []
        found: list[Named] = []
        j = i + 1
        while j < last and len(found) < 2:
            one = self._member(stream, j, last, reading, taken, first=not found)
            if one is None:
                return []
            found.append(one)
            j = one.last
        if len(found) < 2:
            return []
        found[0] = found[0]._replace(first=i, conjunction=reading.conjunction, preposition=reading.preposition)
        return found

    def _member(
        self, stream: Stream, j: int, last: int, reading: Reading, taken: frozenset[int], *, first: bool
    ) -> Named | None:
        """One of the bodies a dual opens: listed, quoted, or a definite word that no dictionary has."""
        kind, conjunction = self.words.kind(reading.entry.marks["head"]), "" if first else "and"
        if not first and norm_is_conjunction(stream, j, self.sets["single_conjunctions"]):
            j, conjunction = j + 1, ""
        if j >= last or stream.kind[j] != "word" or j in taken:
            return None
        rule = "name.actor.pair"
        for hit in stream.hits(j, last):
            if hit.kind in ("actor", "ambiguous") and not hit.preposition and hit.conjunction == conjunction:
                if hit.payload.kind in ("Government", "Person"):
                    return None
                entry: ActorEntry = hit.payload
                name = stream.surface(j, hit.last, conjunction)
                return Named(j, hit.last, "actor", entry.kind, name, entry=entry, conjunction=conjunction, rule=rule)
        end = self.words.quotation(stream, j, last)
        if not end:
            stem = stream.norm[j]
            if conjunction:
                if not stem.startswith(self.sets["single_conjunctions_prefix"]):
                    return None
                stem = stem[1:]
            if not stem.startswith(self.article) or self.language.readings(stem):
                return None
            if stem in self.sets["not_adjectives"] or stem in self.sets["never_bodies"]:
                return None
            end = j + 1
        name = stream.surface(j, end, conjunction)
        return Named(j, end, "actor", kind, name, conjunction=conjunction, head=reading.entry.lemma, rule=rule)

    def _self_named(self, stream: Stream, i: int, end: int, last: int) -> int:
        """End of the quoted name that a group "calls itself", after its generic noun at ``i``; 0 where there
        is none.
        """
        for k in range(max(end, i + 1), min(max(end, i + 1) + 4, last - 1)):
            if stream.norm[k] in self.sets["itself"]:
                return self.words.quotation(stream, k + 1, last)
            if stream.kind[k] != "word":
                return 0
        return 0

    def _national(self, stream: Stream, at: int, kind: str, *, generic: bool) -> ActorEntry | None:
        """The state's force or government a relational adjective stands for, where the noun says no more than that."""
        if not generic:
            return None
        index = int(stream.marks[at]["nationality"].entry.marks["nationality"][0])
        nationality = self.language.nationalities[index]
        return self.language.actors.get(nationality.force if kind == "ArmedForce" else nationality.government)

    def force(self, stream: Stream, i: int, last: int, taken: frozenset[int]) -> Named | None:
        """Such as "Russian warplanes", "Israeli artillery": a noun for a force's arms, adjectives, a nationality."""
        reading = stream.mark(i, "members")
        if reading is None or reading.suffix or (reading.entry.number != "p" and "victim" in reading.entry.marks):
            return None
        nominative = stream.norm[i].endswith(self.sets["nominative_endings"])
        j = i + 1
        while j < last and j <= i + 3 and stream.kind[j] == "word" and j not in taken:
            marks = stream.marks[j]
            if nominative and stream.norm[j].endswith(
                (*self.sets["oblique_endings"], *self.sets["accusative_endings"])
            ):
                return None  # "gunmen arrested Palestinians"
            if "nationality" in marks and not marks["nationality"].conjunction and not marks["nationality"].preposition:
                regular = reading.entry.lemma not in self.sets["irregulars"]
                entry = self._national(stream, j, "ArmedForce", generic=regular)
                end = j + 1
                name = stream.surface(i, end, reading.conjunction, reading.preposition)
                return opened(reading, i, end, "actor", "ArmedForce", name, entry=entry, rule="name.actor.force")
            if (
                stream.norm[j] in self.sets["stops"]
                or stream.norm[j] in self.sets["lacking"]
                or ("verb" in marks and "adjective" not in marks and "noun" not in marks)
            ):
                return None
            if stream.hits(j, last) and any(h.kind != "phrase" for h in stream.hits(j, last)):
                return None
            j += 1
        return None

    def reference(self, stream: Stream, i: int, last: int) -> Named | None:
        """A definite head noun alone ("the group", "the network"), to be resolved later."""
        marks = stream.marks[i]
        reading = marks.get("head")
        if reading is None or not reading.definite or reading.suffix or "weak" in reading.entry.marks:
            return None
        if (self.words.sites(reading) and not self.words.spoken(stream, i)) or self._ministry(stream, i, reading):
            return None
        lemma = self.language.fold(reading.entry.lemma)
        if i + 1 < last and f"{lemma} {stream.norm[i + 1]}" in self.sets["ordinary_pairs"]:
            return None
        name = stream.surface(i, i + 1, reading.conjunction, reading.preposition)
        kinds = reading.entry.marks["head"]
        return opened(reading, i, i + 1, "actor", self.words.kind(kinds), name, reference=True, rule="name.reference")
