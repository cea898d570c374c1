"""How far a noun phrase reaches that a generic noun opens."""

from __future__ import annotations

from khabar.extract.names.listed import Listed
from khabar.extract.names.words import Words
from khabar.language import Language, Reading
from khabar.match.stream import Stream

__all__ = ["Phrases"]

_LONGEST_CHAIN = 4


class Phrases:
    """Measures noun phrases."""

    def __init__(self, language: Language, words: Words, listed: Listed) -> None:
        self.language = language
        self.sets = language.sets
        self.article = language.article
        self.words = words
        self.listed = listed

    def kept_body(self, stream: Stream, reading: Reading, j: int) -> bool:
        """Whether a body is named by what it is for ("the reconciliation committee", "the health office")."""
        word = stream.norm[j]
        return (
            self.language.fold(reading.entry.lemma) in self.sets["bodies_of"]
            and word.startswith(self.article)
            and word not in self.sets["not_bodies"]
        )

    def all_known(self, stream: Stream, first: int, last: int) -> bool:
        """Whether the words are ordinary nouns of the lexicon, none of them a name, a number or a telling adjective."""
        return all(
            stream.kind[k] == "word"
            and any(m in stream.marks[k] for m in ("noun", "masdar", "participle", "verb", "adjective"))
            and "nationality" not in stream.marks[k]
            and stream.norm[k] not in self.sets["armed_adjectives"]
            and not any(
                h.kind in ("actor", "place", "ambiguous") and h.payload[-1] is not True
                for h in stream.hits(k, last)
                if h.kind != "phrase"
            )
            for k in range(first, last)
        )

    def _counts(self, stream: Stream, j: int) -> bool:
        """Whether a number counts the noun behind it ("the centre counted 22 attacks", in Arabic's order)."""
        after = j + 1
        if after < len(stream) and stream.norm[after] in self.sets["thousands"]:
            return True
        if after >= len(stream) or stream.kind[after] != "word" or stream.norm[after].startswith(self.article):
            return False
        marks = stream.marks[after]
        accusative = stream.norm[after].endswith(self.sets["adverb_endings"])
        return accusative or not {"noun", "victim", "object", "event", "outcome"}.isdisjoint(marks)

    def chain(self, stream: Stream, i: int, last: int, reading: Reading, taken: frozenset[int]) -> tuple[int, bool]:
        """Where the noun phrase opened by the head at ``i`` ends, and whether it names anything in particular."""
        sets, norm, article = self.sets, stream.norm, self.article
        definite = reading.definite
        j = i + 1
        proper = False
        size = 0
        while j < last and size < _LONGEST_CHAIN:
            outlet = reading.entry.marks.get("head") == ("MediaOutlet",)
            numbered = j == i + 1 or (outlet and j == i + 2) or (j == i + 2 and self._unit(stream, i))
            unit = j == i + 1 and self.language.fold(reading.entry.lemma) in sets["numbered_units"]
            if (
                stream.kind[j] == "number"
                and numbered
                and (unit or (reading.definite and (outlet or not self._counts(stream, j))))
            ):
                j += 1
                proper = True
                size += 1
                continue
            if j < last and size and norm[j] in sets["directions"] and norm[j - 1] in sets["departments"]:
                inner = self.listed.place_at(stream, j + 1, last)
                if inner is not None:
                    j, proper = inner.last, True
                    break
            ordinal = (
                definite
                and j == i + 1
                and j in taken
                and stream.kind[j] == "word"
                and norm[j].startswith(article)
                and norm[j] not in sets["weekdays"]
            )
            if (
                stream.kind[j] != "word"
                or (j in taken and not ordinal)
                or (size and j in stream.opens and stream.quote[i] != stream.quote[j])
                or norm[j] in sets["stops"]
                or norm[j] in sets["adverbs"]
                or norm[j] in sets["directions"]
                or norm[j] in sets["freed"]
            ):
                break
            marks = stream.marks[j]
            word = norm[j]
            if any(r.conjunction and r.preposition for r in marks.values()):
                break  # "and to demand"
            if (definite or size) and self.language.strip_to(word, sets["responsibility"]):
                break  # "held the authorities responsible"
            fixed = stream.phrase(j, last)
            if fixed is not None and "outcome" in fixed.payload.marks:
                break  # "the army (announced) an end put to ten gunmen"
            if ordinal:
                j, size, proper = j + 1, size + 1, True
                continue
            arm = size > 1 and norm[j - 1] in sets["arms_words"]
            if arm and word not in sets["arms_words"] and not word.startswith(article):
                break  # "battalion 12, artillery" and what it shelled
            if word in sets["arms_words"] and (j - 1 in taken or stream.kind[j - 1] == "number" or proper) and size:
                j, size = j + 1, size + 1
                continue
            spot = marks.get("place")
            if definite and spot is not None and spot.preposition == "to" and not spot.definite:
                break  # "the coalition's shelling of a school"
            if size and definite and word.startswith(sets["purpose_prefixes"]) and self.complement(stream, j, last) > j:
                j, proper = self.complement(stream, j, last), True
                break
            if (
                size
                and "nationality" in stream.marks[j - 1]
                and "nationality" not in marks
                and "adjective" not in marks
                and word not in sets["armed_adjectives"]
            ):
                break
            if "verb" in marks and not word.startswith(article) and "noun" not in marks and "masdar" not in marks:
                break
            clause = not marks.keys().isdisjoint(("noun", "verb")) and "adjective" not in marks
            if size and norm[j - 1] in sets["armed_adjectives"] and clause:
                break  # "an armed group" and what it attacked, or does
            if word.startswith(article):
                if word in sets["not_adjectives"] or word.startswith(sets["stop_prefixes"]):
                    break
                if size and norm[j - 1] in sets["armed_adjectives"]:
                    break  # "an armed group" and what it attacked
                force = reading.entry.marks.get("head", ())[:1] == ("ArmedForce",)
                if force and not size and word in sets["not_surnames"] and not reading.definite:
                    break
                if not size and word in sets["offices"]:
                    break
                if definite and (
                    "source" in marks
                    or "title" in marks
                    or "victim" in marks
                    or not self._agrees(stream, i, j, reading)
                ):
                    break
                listed = next((h.last for h in stream.hits(j, last) if h.kind == "actor" and not h.conjunction), j)
                if not definite and listed > j + 1:
                    return listed, True
                j += 1
                size += 1
                proper = True
                definite = True
                continue
            if size and norm[j - 1] in sets["armed_adjectives"] and not definite:
                placed = "place" in marks and not marks["place"].definite
                if placed or any(h.kind == "place" for h in stream.hits(j, last)):
                    break  # "an armed group raided the village of X", the verb before both
            readings = marks.values()
            attached = next((r for r in readings if r.preposition or r.conjunction), None)
            if definite:
                if norm[i] in sets["group_references"] and word not in sets["purpose_prefixes"]:
                    break
                if self.complement(stream, j, last) > j:
                    j = self.complement(stream, j, last)
                    proper = True
                    break
                if word in self.language.given_names or "adjective" in marks or attached or marks or not proper:
                    break
                if word in sets["kunya"] or word.startswith(sets["verbal_prefixes"]):
                    break
                if i > 0 and "title" in stream.marks[i - 1]:
                    break
                if j + 1 < last and norm[j + 1] in self.language.given_names and not stream.marks[j + 1]:
                    break  # the name of a person begins
                if j + 1 < last and stream.kind[j + 1] == "word" and norm[j + 1].startswith(article):
                    break  # "the local authorities imposed", and what
                if (
                    size
                    and not word.startswith(sets["clitic_letters"])
                    and word not in sets["stops"]
                    and stream.marks[i]
                    and size < 3
                ):
                    j += 1
                    size += 1
                    continue
                break
            if attached or self.words.named_after_clitic(stream, j, last):
                break
            if not size and norm[i] in sets["generic_heads"] and "place" in marks and not definite:
                break  # "a force (attacked) the village X"
            if "relation" in marks and j + 1 < last and self._governs(stream, j + 1):
                break  # "extremist groups loyal to X"
            if word in sets["armed_adjectives"]:
                j += 1
                size += 1
                proper = True
                continue
            if "nationality" in marks:
                j += 1
                size += 1
                proper = True
                continue
            if size and not marks and word.endswith(sets["verbal_endings"]) and norm[j - 1] in sets["armed_adjectives"]:
                break  # "an armed group moved"
            if (marks and all(r.suffix for r in readings)) or (
                not marks and word.endswith(sets["enclitic_endings"]) and len(word) > 4
            ):
                break  # "no group … its responsibility": a word that belongs to somebody
            hit = next((h for h in stream.hits(j, last) if h.kind in ("place", "actor", "ambiguous")), None)
            if hit is not None and not hit.conjunction and not hit.preposition:
                j = hit.last
                size += 1
                proper = True
                definite = True
                continue
            if marks and not ("noun" in marks or "masdar" in marks or "adjective" in marks or "participle" in marks):
                break
            if "participle" in marks or (("masdar" in marks or "event" in marks) and size == 0):
                break
            j += 1
            size += 1
            described = outlet and word.endswith(sets["nisba_endings"]) and not stream.quote[j - 1]
            described = described and (stream.feminine(j - 1) or stream.norm[i] in sets["spots_too"])
            if not marks and stream.norm[i] not in self.sets["generic_heads"] and not described:
                proper = True
        return j, proper

    def _unit(self, stream: Stream, i: int) -> bool:
        """Whether a military unit with the adjective of its arm stands at ``i``, whose number follows."""
        unit = stream.norm[i].removeprefix(self.article)
        return unit in self.sets["numbered_units"] and stream.norm[i + 1] in self.sets["force_adjectives"]

    def _governs(self, stream: Stream, k: int) -> bool:
        """Whether the word at ``k`` is what a relational word before it is related to ("… to the party")."""
        return any(p == "to" for _, _, p, _ in self.language.strip(stream.norm[k]) if p)

    def _agrees(self, stream: Stream, i: int, j: int, reading: Reading) -> bool:
        """Whether the definite word at ``j``, behind a definite one, can be its adjective rather than the next
        phrase.
        """
        marks = stream.marks[j]
        office = i > 0 and j == i + 1 and "title" in stream.marks[i - 1]
        if office and "nationality" in marks and reading.entry.gender == "f" and not stream.feminine(j):
            return False  # "the Pakistani minister of foreign affairs", where the noun leads
        lone = j == i + 1 and reading.definite and reading.entry.gender == "m" and reading.entry.number == "s"
        led = i > 0 and not {"members", "verb"}.isdisjoint(stream.marks[i - 1])
        if lone and led and "nationality" not in marks and stream.feminine(j):
            return False  # "the army's air defences", where the noun leads; "the army stormed the village"
        if "adjective" in marks or "nationality" in marks or stream.norm[j] in self.sets["direction_adjectives"]:
            return True
        word = stream.norm[j]
        if j > i + 1 and word in self.sets["general"] and stream.norm[j - 1].startswith(self.article):
            return True
        feminine = reading.entry.gender == "f" or reading.entry.number == "p"
        agrees = not feminine or stream.feminine(j) or stream.norm[i].endswith(self.sets["sound_endings"])
        if not agrees and j > i + 1 and not reading.definite:
            # behind a construct the adjective may be the second noun's ("the defence forces of the air" in one)
            agrees = stream.norm[j - 1].startswith(self.article) and not stream.feminine(j - 1)
        if word in self.sets["force_adjectives"] or (
            word.endswith(self.sets["nisba_endings"]) and agrees and "head" not in marks and len(word) > 5
        ):
            return True
        if any(m in marks for m in ("event", "masdar", "head", "outcome", "object", "place", "instrument")):
            return False
        told = i > 0 and j == i + 1 and "verb" in stream.marks[i - 1]
        if told and self.listed.place_at(stream, j, len(stream)) is not None:
            return False  # "the army shelled Omdurman", the verb first
        if "participle" in marks:
            return True
        if marks:
            return "noun" not in marks
        if word.endswith(self.sets["plural_noun_endings"]) and reading.entry.number != "p":
            return False
        return agrees and (
            j == i + 1 or feminine or word in self.sets["place_adjectives"] or word in self.sets["name_adjectives"]
        )

    def complement(self, stream: Stream, j: int, last: int) -> int:
        """End of a purpose complement ("for the removal of mines") that belongs to an organisation's name."""
        if j >= last or stream.kind[j] != "word" or (j in stream.opens and not stream.quote[j - 1]):
            return j
        purpose = stream.norm[j].startswith(self.sets["purpose_prefixes"])
        if not purpose and not {"head", "title", "members", "victim", "source"}.isdisjoint(stream.marks[j]):
            return j
        if not purpose and not {"event", "outcome"}.isdisjoint(stream.marks[j]):
            return j
        if any(h.kind == "actor" for h in stream.hits(j, last)):
            return j
        reading = next(
            (r for r in stream.marks[j].values() if r.preposition == "to" and r.entry.pos in ("noun", "masdar")), None
        )
        if reading is None and (not purpose or stream.marks[j]):
            return j
        k = j + 1
        if reading is not None and reading.definite:
            while (
                k < last
                and stream.norm[k].startswith(self.article)
                and stream.norm[k] not in self.sets["not_adjectives"]
                and k < j + 2
            ):
                k += 1
            return k
        if k < last and stream.norm[k].startswith(self.article) and stream.norm[k] not in self.sets["not_adjectives"]:
            k += 1
            if k < last and stream.norm[k].startswith(self.article) and not stream.marks[k]:
                k += 1
            return k
        return j

    def end(self, stream: Stream, j: int, last: int, taken: frozenset[int]) -> int:
        """End of the noun phrase at ``j``: a listed name, a headed name, or a short run of nouns."""
        hits = [h for h in stream.hits(j, last) if h.kind in ("actor", "ambiguous", "place")]
        quoted = self.words.quotation(stream, j, last)
        end = max([h.last for h in hits] + [quoted, j])
        marks = stream.marks[j] if j < last else {}
        if "head" in marks or "place" in marks:
            reading = marks.get("head") or marks["place"]
            end = max(end, self.chain(stream, j, last, reading, taken)[0])
            inner = self.words.quotation(stream, j + 1, last) if j + 1 < last else 0
            end = max(end, inner)
        if end > j:
            return end
        k = j
        while (
            k < last
            and k < j + 3
            and stream.kind[k] == "word"
            and k not in taken
            and stream.norm[k] not in self.sets["stops"]
        ):
            if self.words.is_finite(stream, k) or any(r.conjunction for r in stream.marks[k].values()):
                break
            here = [h for h in stream.hits(k, last) if h.kind in ("actor", "place", "ambiguous")]
            if here and k > j:
                return here[0].last
            k += 1
        return k
