"""A language as data: a folder of TOML and CSV becomes look-up tables. No word of any language stands in this file.

The folder holds ``text.toml`` (folding, sentence marks) and, as far as the language has them, ``morphology.toml``,
``verbs.csv``, ``frames.csv``, ``nouns.csv``, ``phrases.csv``, ``rules.toml``, ``names.toml``, ``actors.csv``,
``given_names.csv``, ``nationalities.csv``, ``places.csv``, ``numbers.toml``, ``calendar.toml``. Errors name file and
entry.
"""

from __future__ import annotations

import csv
import tomllib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any, Final, NamedTuple, TypeVar

from khabar.collecting import Uncollected
from khabar.errors import LanguageError
from khabar.text import Document, Folding, tokenize

__all__ = [
    "ActorEntry",
    "Entry",
    "Frame",
    "Language",
    "Memory",
    "Name",
    "Nationality",
    "PlaceEntry",
    "Reading",
    "load_language",
]


class Entry(NamedTuple):
    """One inflected form's analysis: ``marks`` maps each class of the lexicon to its values."""

    lemma: str
    pos: str
    """``verb``, ``masdar``, ``participle``, ``noun``, ``adjective`` or ``phrase``."""
    gender: str
    number: str
    """``s``, ``d`` or ``p``."""
    voice: str
    """``active``, ``passive``, ``either`` (unvowelled spelling does not tell) or empty."""
    tense: str
    """``past`` or ``present``; of a dual noun ``construct`` where the form stands only before a genitive."""
    marks: Mapping[str, tuple[str, ...]]


class Reading(NamedTuple):
    """One way to read a word: an entry behind the particles attached to it."""

    entry: Entry
    conjunction: str
    preposition: str
    definite: bool
    suffix: str


class Frame(NamedTuple):
    """A row of the verbs' frames: what a verb means with one of these words beside it."""

    part: str
    """``object`` or ``subject``: what the words are to the verb."""
    words: frozenset[str]
    """Folded words, in the forms that they take without particles."""
    lemmas: frozenset[str]
    phrases: tuple[tuple[str, ...], ...]
    """Those of several words, folded."""
    kinds: frozenset[str]
    """Kinds of actors that stand for such words (``ArmedForce``)."""
    marks: Mapping[str, tuple[str, ...]]


class ActorEntry(NamedTuple):
    """A row of the actors' lexicon."""

    id: str
    kind: str
    name: str
    aliases: tuple[str, ...]
    ambiguous: tuple[str, ...]
    en: str
    countries: tuple[str, ...]
    wikidata: str


class PlaceEntry(NamedTuple):
    """A row of the gazetteer; coordinates in WGS 84 decimal degrees."""

    id: str
    kind: str
    name: str
    en: str
    latitude: float | None
    longitude: float | None
    country: str
    within: str
    geonames: str
    pcode: str
    wikidata: str
    rank: int
    needs_head: bool


class Nationality(NamedTuple):
    """What a relational adjective stands for: the ids of the state's forces and government in the actors' lexicon."""

    country: str
    force: str
    government: str
    name: str


class Name(NamedTuple):
    """A name of one or several words in the dictionary, by its folded words."""

    words: tuple[str, ...]
    kind: str
    """``phrase``, ``actor``, ``ambiguous`` (an actor's name in need of context) or ``place``."""
    payload: Any


_K = TypeVar("_K")
_V = TypeVar("_V")
_EMPTY: Final[tuple[Any, ...]] = ()
_LIMIT: Final = 20_000
"""Words that a look-up remembers: each page of an archive has new ones, and a process may not grow by them."""


class Language:
    """Everything that one language's folder says, ready for look-up.

    Look-ups are by folded form and remembered, within a bound. ``numbers``, ``calendar`` and ``rules`` are the parsed
    files of those names, empty where the language has none.
    """

    def __init__(self, folder: Path) -> None:
        """Load the folder; raise ``LanguageError`` naming the file and entry that cannot be used."""
        self.folder = folder
        self.code = folder.name
        if not (folder / "text.toml").is_file():
            raise LanguageError(f"{folder}: not a language folder: text.toml is missing")
        text = self._toml("text")
        self.fold = Folding(_mapping(text, "fold", folder / "text.toml"))
        self._enders = self._strings(text, "enders", ".!?")
        self._closers = self._strings(text, "closers", "\"'”’»)")
        self._short = frozenset(map(self.fold, self._strings(text, "abbreviations", "")))
        self.quotes = self._strings(text, "quotes", "\"'“”‘’«»„‟‹›")
        self.rules = self._toml("rules")
        sets, of_names = self.rules.get("sets", {}), self._toml("names").get("sets", {})
        if twice := sorted(sets.keys() & of_names.keys()):
            raise LanguageError(f"{folder / 'names.toml'}: sets.{twice[0]} stands in rules.toml too")
        sets = {**sets, **of_names}
        self.sets = _Sets({k: self._set(k, v) for k, v in sets.items()})
        self.numbers = self._toml("numbers")
        self.calendar = self._toml("calendar")
        self.version = str(text.get("version", "0"))
        self._morphology = self._toml("morphology")
        self._prepare_clitics()
        self._prepare_paradigms()
        self.forms: dict[str, list[Entry]] = {}
        self.names = Names()
        self.actors: dict[str, ActorEntry] = {}
        self.places: dict[str, PlaceEntry] = {}
        self.given_names: frozenset[str] = frozenset()
        self.given_surfaces: frozenset[str] = frozenset()
        self.nationalities: list[Nationality] = []
        self._prepare_look_ups()
        self._dropped = frozenset(k for k, v in _mapping(text, "fold", folder / "text.toml").items() if not v)
        self._inflected: list[tuple[str, Entry]] = []
        self._classes: dict[str, dict[str, tuple[str, ...]]] = {}
        self.frames: dict[str, tuple[Frame, ...]] = {}
        """What a verb means with certain objects or subjects, by its citation form; its marks hold ``frame``."""
        self._load_frames()
        self._load_verbs()
        self._load_nouns()
        self._load_phrases()
        self._load_nationalities()
        self._index_forms()
        self._load_actors()
        self._load_given_names()
        self._load_places()

    # ------------------------------------------------------------------ text

    def read(self, text: str) -> Document:
        """Tokens and sentences of ``text``."""
        return tokenize(text, self.fold, self._enders, self._closers, self._short)

    def _split(self, name: str) -> tuple[str, ...]:
        fold = self.fold
        parts = name.split(" ")
        if all(map(str.isalpha, parts)):
            return tuple(map(fold, parts))
        return tuple(t.norm for t in self.read(name).tokens if t.kind != "punct")

    def _split_all(self, names: Sequence[str]) -> list[str]:
        """What :meth:`split` gives for each name, the words joined by spaces; many at a time, for loading."""
        plain = self.fold.each(names)
        return [
            folded if folded and name.replace(" ", "").isalpha() and "  " not in folded and folded.strip() == folded
            else " ".join(self.split(name))
            for name, folded in zip(names, plain, strict=True)
        ]  # fmt: skip

    # ------------------------------------------------------------------ look-up

    def _prepare_look_ups(self) -> None:
        """Look-ups by a word that are remembered: each is an attribute that is called like a method."""
        self.readings: Callable[[str], tuple[Reading, ...]] = Memory(self._readings).__getitem__
        """Every analysis of a folded word with the fewest particles stripped; empty where the lexicon has none."""
        self.marks: Callable[[str], dict[str, Reading]] = Memory(self._marks).__getitem__
        """The classes of the lexicon a folded word belongs to, with the first reading of each."""
        self.feminine_marks: Callable[[str], dict[str, Reading]] = Memory(self._feminine_marks).__getitem__
        """As ``marks``, of a word written with the feminine ending, which folding makes like a verb's object."""
        self.split: Callable[[str], tuple[str, ...]] = Memory(self._split).__getitem__
        """The folded words of a name, marks and quotes left out."""
        self.bare: Callable[[str], str] = Memory(self._bare).__getitem__
        """A surface word without invisible characters, stretching marks and diacritics, its letters untouched."""
        self.strip: Callable[[str], tuple[tuple[str, str, str, bool], ...]] = Memory(self._strip).__getitem__
        """Every (stem, conjunction, preposition, definite) of a folded word, the least stripped first."""
        self.starts: Callable[[str], tuple[tuple[str, str, str], ...]] = Memory(self._starts).__getitem__
        """The ways in which a folded word can open a name of the dictionary: (form, conjunction, preposition)."""
        self.openings: Callable[[str], Mapping[str, tuple[tuple[Name, str, str], ...]]]
        self.openings = Memory(self._openings).__getitem__
        """The dictionary's names that a folded word can open, with the particles that it then carries.

        They stand by their second word, each time with the names of one word alone (all there is under ``""``), the
        longest names and the fewest particles first; empty where the word opens none.
        """
        self._members: Memory[frozenset[str], Memory[str, bool]] = Memory(self._membership)

    def _readings(self, word: str) -> tuple[Reading, ...]:
        return tuple(self._analyse(word))

    def _marks(self, word: str) -> dict[str, Reading]:
        return self._by_class(self.readings(word))

    def _feminine_marks(self, word: str) -> dict[str, Reading]:
        return self._by_class(r for r in self.readings(word) if r.entry.pos != "verb" or r.suffix != word[-1])

    @staticmethod
    def _by_class(readings: Iterable[Reading]) -> dict[str, Reading]:
        found: dict[str, Reading] = {}
        for reading in readings:
            for name in reading.entry.marks:
                found.setdefault(name, reading)
            found.setdefault(reading.entry.pos, reading)
        return found

    def _bare(self, surface: str) -> str:
        if surface.isalpha() and self._dropped.isdisjoint(surface):
            return surface
        return "".join(c for c in surface if c not in self._dropped and c.isprintable())

    def without(self, word: str, conjunction: str, preposition: str) -> str:
        """``word`` (bare) less the particles named; the article that a fused particle swallowed is put back."""
        clitics = self._morphology.get("clitics", {})
        for name, table in ((conjunction, "conjunctions"), (preposition, "prepositions")):
            if not name:
                continue
            if table == "prepositions":
                fused = next((f for f, n in clitics.get("fused", {}).items() if n == name and word.startswith(f)), None)
                if fused:
                    article, letter, rest = clitics["article"], fused[-1], word[len(fused) :]
                    whole = self.marks(self.fold(letter + rest)).values()
                    swallowed = any(not r.preposition for r in whole) and not self.marks(self.fold(article + rest))
                    word = article + (letter if swallowed else "") + rest
                    continue
            form = next((f for f, n in clitics.get(table, {}).items() if n == name and word.startswith(f)), "")
            if len(word) > len(form):
                word = word[len(form) :]
        return word

    def quoted_or_long(self, name: str) -> bool:
        """Whether a name has more than one word, so that it is hardly met by chance."""
        return " " in name

    def strip_to(self, word: str, members: frozenset[str]) -> bool:
        """Whether the word, particles aside, is one of ``members``."""
        return self._members[members][word]

    def membership(self, members: frozenset[str]) -> Mapping[str, bool]:
        """What :meth:`strip_to` says of each word, for a loop over many."""
        return self._members[members]

    def _membership(self, members: frozenset[str]) -> Memory[str, bool]:
        return Memory(lambda w: w in members or any(s in members for s, _, _, d in self.strip(w) if not d))

    def _starts(self, word: str) -> tuple[tuple[str, str, str], ...]:
        return tuple((stem, c, p) for stem, c, p, _ in self._strip(word, articles=False) if stem in self.names)

    def _openings(self, word: str) -> dict[str, tuple[tuple[Name, str, str], ...]]:
        every = [(name, c, p) for form, c, p in self.starts(word) for name in self.names[form]]
        every.sort(key=lambda opening: (-len(opening[0].words), len(opening[1]) + len(opening[2])))
        longer: dict[str, list[tuple[Name, str, str]]] = {}
        for opening in every:
            if len(opening[0].words) > 1:
                longer.setdefault(opening[0].words[1], []).append(opening)
        alone = tuple(opening for opening in every if len(opening[0].words) == 1)
        found = {second: (*openings, *alone) for second, openings in longer.items()}
        if alone:
            found[""] = alone
        return found

    def _strip(self, word: str, *, articles: bool = True) -> tuple[tuple[str, str, str, bool], ...]:
        return tuple(self._strippings(word, articles=articles))

    def _strippings(self, word: str, *, articles: bool) -> Iterator[tuple[str, str, str, bool]]:
        shortest = self._shortest
        conjunctions = [("", word)]
        conjunctions += [
            (name, word[len(f) :]) for f, name in self._conj if word.startswith(f) and len(word) - len(f) >= shortest
        ]
        for conjunction, rest in conjunctions:
            yield rest, conjunction, "", False
            if articles and rest.startswith(self._article) and len(rest) - len(self._article) >= shortest:
                yield rest[len(self._article) :], conjunction, "", True
        for conjunction, rest in conjunctions:
            for form, name in self._fused:
                if rest.startswith(form) and len(rest) - len(form) >= shortest:
                    stem = rest[len(form) :]
                    yield (stem if articles else self._article + stem), conjunction, name, True
            for form, name in self._prep:
                if rest.startswith(form) and len(rest) - len(form) >= shortest:
                    stem = rest[len(form) :]
                    yield stem, conjunction, name, False
                    if articles and stem.startswith(self._article) and len(stem) - len(self._article) >= shortest:
                        yield stem[len(self._article) :], conjunction, name, True

    def _analyse(self, word: str) -> Iterator[Reading]:
        forms = self.forms
        hit = False
        for stem, conjunction, preposition, definite in self.strip(word):
            for entry in forms.get(stem, _EMPTY):
                if entry.pos == "verb" and (definite or preposition):
                    continue
                if definite and entry.tense == "construct":
                    continue
                hit = True
                yield Reading(entry, conjunction, preposition, definite, "")
            if hit and stem == word:
                for name, rest in ((n, word[len(f) :]) for f, n in self._conj if word.startswith(f)):
                    for entry in forms.get(rest, _EMPTY):
                        if entry.pos == "verb" and entry.tense == "past":
                            yield Reading(entry, name, "", False, "")
                return
        if hit:
            return
        for form, name in self._future:
            for conjunction, rest in [("", word)] + [(n, word[len(f) :]) for f, n in self._conj if word.startswith(f)]:
                if rest.startswith(form):
                    for entry in forms.get(rest[len(form) :], _EMPTY):
                        if entry.pos == "verb" and entry.tense == "present":
                            hit = True
                            yield Reading(entry, conjunction, name, False, "")
        if hit:
            return
        for stem, conjunction, preposition, definite in self.strip(word):
            if definite:
                continue
            for suffix in self._enclitics:
                if not stem.endswith(suffix) or len(stem) - len(suffix) < self._shortest:
                    continue
                base = stem[: -len(suffix)]
                for candidate in (base, *(base[: -len(b)] + a for b, a in self._bound if base.endswith(b))):
                    for entry in forms.get(candidate, _EMPTY):
                        if entry.pos == "verb" and preposition:
                            continue
                        hit = True
                        yield Reading(entry, conjunction, preposition, False, suffix)
                if hit:
                    return

    # ------------------------------------------------------------------ loading

    def _toml(self, stem: str) -> dict[str, Any]:
        path = self.folder / f"{stem}.toml"
        if not path.is_file():
            return {}
        try:
            return tomllib.loads(path.read_text(encoding="utf-8"))
        except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
            raise LanguageError(f"{path}: {error}") from error

    def _rows(self, stem: str, columns: Sequence[str]) -> Iterator[list[str]]:
        path = self.folder / f"{stem}.csv"
        if not path.is_file():
            return
        with path.open(encoding="utf-8", newline="") as file:
            reader = csv.reader(file)
            wanted = len(columns)
            try:
                header = next(reader, [])
                if header[:wanted] != list(columns):
                    raise LanguageError(f"{path}: the first line must be {','.join(columns)}")
                width = len(header)
                for row in reader:
                    if len(row) != width:
                        raise LanguageError(f"{path}:{reader.line_num}: {len(row)} columns instead of {width}")
                    yield row if width == wanted else row[:wanted]
            except (csv.Error, UnicodeDecodeError) as error:
                raise LanguageError(f"{path}:{reader.line_num + 1}: {error}") from error

    def _strings(self, table: Mapping[str, Any], key: str, default: str) -> frozenset[str]:
        found = table.get(key, default)
        if not isinstance(found, list | str) or not all(isinstance(item, str) for item in found):
            raise LanguageError(f"{self.folder / 'text.toml'}: {key} must be a list of strings")
        return frozenset(found)

    def _set(self, name: str, words: Any) -> Any:
        if isinstance(words, dict):
            return {
                self.fold(k) if name != "arms" else k: self.fold(v) if name == "direction_of" else v
                for k, v in words.items()
            }
        if not isinstance(words, list):
            raise LanguageError(f"{self.folder / 'rules.toml'}: sets.{name} must be a list of words")
        if name in ("frees", "soft", "losing", "repel", "exchange", "case_nouns", "mourning"):
            return frozenset(words)
        folded = [self.fold(w) for w in words]
        return tuple(folded) if name.endswith(("prefixes", "endings", "letters", "prefix")) else frozenset(folded)

    def _prepare_clitics(self) -> None:
        clitics = self._morphology.get("clitics", {})
        fold = self.fold
        self._conj = [(fold(k), v) for k, v in clitics.get("conjunctions", {}).items()]
        self._prep = [(fold(k), v) for k, v in clitics.get("prepositions", {}).items()]
        self._future = [(fold(k), v) for k, v in clitics.get("future", {}).items()]
        self._fused = [(fold(k), v) for k, v in clitics.get("fused", {}).items()]
        self._article = fold(clitics.get("article", "\0"))
        self._enclitics = [fold(s) for s in clitics.get("enclitics", ())]
        self._bound = [(fold(v), fold(k)) for k, v in clitics.get("bound", {}).items()]
        self._shortest = int(clitics.get("shortest_stem", 1))

    @property
    def article(self) -> str:
        """The folded definite article, or a character that never occurs."""
        return self._article

    def _put(self, surface: str, entry: Entry) -> None:
        self._inflected.append((surface, entry))

    def _index_forms(self) -> None:
        """Enter the inflected forms by their folded spelling, in the order in which they were made."""
        forms = self.forms
        for key, (_, entry) in zip(self.fold.each([s for s, _ in self._inflected]), self._inflected, strict=True):
            at = forms.get(key)
            if at is None:
                forms[key] = [entry]
            elif entry not in at:
                at.append(entry)
        self._inflected.clear()

    def _prepare_paradigms(self) -> None:
        self._paradigms: dict[str, list[tuple[str, list[tuple[str, str, str]]]]] = {}
        path = self.folder / "morphology.toml"
        for table in ("past", "present", "dual", "construct", "nisba"):
            blocks = self._paradigms[table] = []
            for block in self._morphology.get(table, ()):
                try:
                    forms = [(f, "", "") if isinstance(f, str) else (f[0], f[1], f[2]) for f in block["forms"]]
                    blocks.append((str(block["ending"]), forms))
                except (KeyError, IndexError, TypeError) as error:
                    raise LanguageError(
                        f"{path}: [[{table}]]: each block needs an ending and forms (strings, or triples of strings)"
                    ) from error

    def _rewrite(self, table: str, word: str) -> list[tuple[str, str, str]]:
        """The inflected forms of a word by the first block of the paradigm that fits it: (form, gender, number)."""
        for ending, forms in self._paradigms[table]:
            if word.endswith(ending):
                stem = word[: len(word) - len(ending)]
                return [(stem + form, gender, number) for form, gender, number in forms]
        return [(word, "", "")]

    def _parse(self, classes: str, where: str) -> dict[str, tuple[str, ...]]:
        """The classes of a cell, shared by all cells that say the same."""
        found = self._classes.get(classes)
        if found is None:
            found = self._classes[classes] = _marks(classes, where)
        return found

    def _load_frames(self) -> None:
        path = self.folder / "frames.csv"
        found: dict[str, list[Frame]] = {}
        for verbs, part, words, classes in self._rows("frames", ("verb", "part", "words", "classes")):
            if part not in ("object", "subject"):
                raise LanguageError(f"{path}: {verbs}: {part!r} is neither object nor subject")
            every = _values(words)
            kinds = frozenset(w for w in every if w.startswith("@"))
            lemmas = frozenset(w for w in every if " " not in w) - kinds
            forms = {f for w in lemmas for f in (w, self._accusative(w), *(d for d, _, _ in self._rewrite("dual", w)))}
            phrases = tuple(tuple(self.fold(w).split()) for w in every if " " in w)
            marks = {**self._parse(classes, f"{path}: {verbs}"), "framed": ()}
            sorts = frozenset(kind.removeprefix("@") for kind in kinds)
            frame = Frame(part, frozenset(map(self.fold, forms)), lemmas, phrases, sorts, marks)
            for verb in _values(verbs):
                found.setdefault(verb, []).append(frame)
        self.frames = {verb: tuple(frames) for verb, frames in found.items()}

    def _load_verbs(self) -> None:
        path = self.folder / "verbs.csv"
        framed = set(self.frames)
        prefixes = self._morphology.get("prefixes", {})
        third = prefixes.get("third", "")
        others = [tuple(p) for p in prefixes.get("others", ())]
        for past, present, masdar, participle, passive, classes in self._rows(
            "verbs", ("past", "present", "masdar", "participle", "passive", "classes")
        ):
            marks = self._parse(classes, f"{path}: {past}")
            if past in self.frames:
                marks = {**marks, "frame": ()}
                framed.discard(past)
            voice = "active" if passive else "either"
            for one in filter(None, past.split("|")):
                self._conjugate_past(one, past, voice, marks)
            for one in filter(None, present.split("|")):
                self._conjugate_present(one, past, voice, marks, third, others)
            if passive:
                passive_past, _, passive_present = passive.partition("/")
                if passive_past:
                    self._conjugate_past(passive_past, past, "passive", marks)
                if passive_present:
                    self._conjugate_present(passive_present, past, "passive", marks, third, others)
            for one in filter(None, masdar.split("|")):
                self._decline(one, Entry(past, "masdar", "m", "s", "", "", marks))
            for one in filter(None, participle.split("|")):
                self._adjective(one, Entry(past, "participle", "", "s", "", "", marks))
        if framed and path.is_file():
            raise LanguageError(f"{self.folder / 'frames.csv'}: {min(framed)}: no verb of verbs.csv")

    def _conjugate_past(self, form: str, lemma: str, voice: str, marks: Mapping[str, tuple[str, ...]]) -> None:
        for surface, gender, number in self._rewrite("past", form):
            self._put(surface, Entry(lemma, "verb", gender, number, voice, "past", marks))

    def _conjugate_present(
        self, form: str, lemma: str, voice: str, marks: Mapping[str, tuple[str, ...]], third: str, others: Sequence[Any]
    ) -> None:
        for surface, gender, number in self._rewrite("present", form):
            self._put(surface, Entry(lemma, "verb", gender, number, voice, "present", marks))
            if third and surface.startswith(third):
                for letter, forced in others:
                    entry = Entry(lemma, "verb", forced or gender, number, voice, "present", marks)
                    self._put(letter + surface[len(third) :], entry)

    def _decline(self, form: str, entry: Entry) -> None:
        if " " in form:
            self._name(self.split(form), "phrase", entry)
            return
        self._put(form, entry)
        accusative = self._accusative(form, word=form == entry.lemma)
        if accusative != form and form not in self._morphology["accusative"].get("none_of", ()):
            self._put(accusative, entry)

    def _accusative(self, form: str, *, word: bool = False) -> str:
        """The indefinite accusative of a noun or adjective, where it is spelt otherwise; ``word`` says that the form is
        that of the dictionary.
        """
        block = self._morphology.get("accusative", {})
        if not block or form.endswith(tuple(block["none_after"])):
            return form
        if not word and form.endswith(tuple(block.get("none_after_inflected", ()))):
            return form
        return str(form + block["suffix"])

    def _adjective(self, form: str, entry: Entry) -> None:
        if " " in form:
            self._name(self.split(form), "phrase", entry)
            return
        for surface, _, _ in self._rewrite("nisba", form):
            self._put(surface, entry)

    def _load_nouns(self) -> None:
        path = self.folder / "nouns.csv"
        for singular, plural, gender, classes in self._rows("nouns", ("singular", "plural", "gender", "classes")):
            lemma = singular or plural.split("|")[0]
            marks = self._parse(classes, f"{path}: {lemma}")
            for one in filter(None, singular.split("|")):
                self._decline(one, Entry(lemma, "noun", gender, "s", "", "", marks))
                duals = self._rewrite("dual", one) if " " not in one else []
                for index, (surface, _, _) in enumerate(duals):
                    if surface != one:
                        state = "construct" if index >= len(duals) // 2 else ""
                        self._put(surface, Entry(lemma, "noun", gender, "d", "", state, marks))
            for one in filter(None, plural.split("|")):
                entry = Entry(lemma, "noun", gender, "p", "", "", marks)
                sound = any(one.startswith(s) for s in singular.split("|") if s)
                for surface, _, _ in self._rewrite("construct", one) if sound or not singular else ((one, "", ""),):
                    self._decline(surface, entry)

    def _load_phrases(self) -> None:
        path = self.folder / "phrases.csv"
        clitics = {f for f, _ in self._prep}
        nominal = {"event", "instrument", "victim", "object"}
        rows = list(self._rows("phrases", ("phrase", "classes")))
        phrases = [one for row in rows for one in row[0].split("|") if one]
        split = dict(zip(phrases, self._split_all(phrases), strict=True))
        for phrase, classes in rows:
            marks = self._parse(classes, f"{path}: {phrase}")
            for one in filter(None, phrase.split("|")):
                words = tuple(split[one].split())
                while len(words) > 1 and words[-1] in clitics:
                    words = words[:-1]
                if not words:
                    raise LanguageError(f"{path}: {phrase!r}: a phrase without a word")
                entry = Entry(one, "phrase", "", "s", "", "", marks)
                self._name(words, "phrase", entry)
                if len(words) == 2 and not nominal.isdisjoint(marks):
                    accusative = self.split(" ".join(self._accusative(w) for w in one.split()))
                    if accusative != words and not any(w.startswith(self._article) for w in words):
                        self._name(accusative, "phrase", entry)

    def _name(self, words: tuple[str, ...], kind: str, payload: Any) -> None:
        self.names.add(" ".join(words), kind, payload)

    def _load_nationalities(self) -> None:
        columns = ("country", "adjective", "plural", "force", "government", "name")
        for index, (country, adjective, plural, force, government, name) in enumerate(
            self._rows("nationalities", columns)
        ):
            self.nationalities.append(Nationality(country, force, government, name))
            entry = Entry(adjective, "adjective", "", "s", "", "", {"nationality": (str(index),)})
            for one in filter(None, adjective.split("|")):
                self._adjective(one, entry)
            for one in filter(None, plural.split("|")):
                self._put(one, entry)

    def _load_actors(self) -> None:
        columns = ("id", "kind", "name", "aliases", "ambiguous", "en", "countries", "wikidata")
        path = self.folder / "actors.csv"
        for row in self._rows("actors", columns):
            key, kind, name, aliases, ambiguous, en, countries, wikidata = row
            if key in self.actors:
                raise LanguageError(f"{path}: {key}: two rows of one id")
            actor = ActorEntry(key, kind, name, _values(aliases), _values(ambiguous), en, _values(countries), wikidata)
            self.actors[key] = actor
        surfaces: list[str] = []
        told: list[tuple[str, ActorEntry]] = []
        for actor in self.actors.values():
            for one in (actor.name, *actor.aliases, *actor.ambiguous):
                surfaces.append(one)
                told.append(("ambiguous" if one in actor.ambiguous else "actor", actor))
        for one, words, (kind, actor) in zip(surfaces, self._split_all(surfaces), told, strict=True):
            if not words:
                raise LanguageError(f"{path}: {actor.id}: a name without a word")
            self.names.add(words, kind, actor)
            if " - " in one:  # written with its dash as well as without
                parts = self._split_all(one.split(" - "))
                for dash in sorted(self.sets["dashes"]):
                    self.names.add(f" {dash} ".join(parts), kind, actor)

    def _load_given_names(self) -> None:
        names = [row[0] for row in self._rows("given_names", ("name",)) if row[0]]
        words = self._split_all([name for name in names if " " not in name])
        self.given_names = frozenset(word.rsplit(" ", 1)[-1] for word in words if word)
        self.given_surfaces = frozenset(names)

    def _load_places(self) -> None:
        columns = (
            "id",
            "kind",
            "name",
            "aliases",
            "en",
            "lat",
            "lon",
            "country",
            "within",
            "geonames",
            "pcode",
            "wikidata",
            "rank",
            "needs_head",
        )
        path = self.folder / "places.csv"
        surfaces: list[str] = []
        told: list[PlaceEntry] = []
        for row in self._rows("places", columns):
            key, kind, name, aliases, en, lat, lon, country, within, geonames, pcode, wikidata, rank, needs_head = row
            try:
                place = PlaceEntry(
                    key, kind, name, en, float(lat) if lat else None, float(lon) if lon else None,
                    country, within, geonames, pcode, wikidata, int(rank or 0), bool(needs_head),
                )  # fmt: skip
            except ValueError as error:
                raise LanguageError(f"{path}: {key}: {error}") from error
            self.places[key] = place
            surfaces.append(name)
            told.append(place)
            if aliases:
                for one in aliases.split("|"):
                    surfaces.append(one)
                    told.append(place)
        add = self.names.add
        for words, place in zip(self._split_all(surfaces), told, strict=True):
            if not words:
                raise LanguageError(f"{path}: {place.id}: a name without a word")
            add(words, "place", place)


class Memory(dict[_K, _V]):
    """What a function gives for each key, worked out at the first look-up and remembered, within a bound."""

    def __init__(self, function: Callable[[_K], _V]) -> None:
        super().__init__()
        self._function = function

    def __missing__(self, key: _K) -> _V:
        if len(self) >= _LIMIT:
            self.clear()
        found = self[key] = self._function(key)
        return found


class Names(dict[str, Any]):
    """The dictionary's names by their first folded word. Each list is made into ``Name`` at its first look-up.

    Twenty thousand names are loaded and a text meets a few hundred, so a name stays one string until it is asked for.
    """

    def add(self, words: str, kind: str, payload: Any) -> None:
        """Enter a name: its folded words, one space apart."""
        first = words.partition(" ")[0]
        at = dict.get(self, first)
        if at is None:
            self[first] = [(words, kind, payload)]
        else:
            at.append((words, kind, payload))

    def __getitem__(self, first: str) -> tuple[Name, ...]:
        """The names that open with a folded word, each once; ``KeyError`` where there is none."""
        found = dict.__getitem__(self, first)
        if type(found) is list:
            told: dict[tuple[str, str], list[Any]] = {}
            names: list[Name] = []
            for words, kind, payload in found:
                same = told.setdefault((words, kind), [])
                if payload not in same:
                    same.append(payload)
                    names.append(Name(tuple(words.split(" ")), kind, payload))
            found = self[first] = tuple(names)
        return found  # type: ignore[no-any-return]

    def exactly(self, words: tuple[str, ...]) -> list[Name]:
        """The names of which these are all the folded words, of which there is one at least."""
        return [name for name in self.opening(words[0]) if name.words == words]

    def opening(self, first: str) -> tuple[Name, ...]:
        """The names that open with a folded word, if any."""
        return self[first] if first in self else ()  # noqa: SIM401 - the class overrides get, compiled code bypasses it


class _Sets(dict[str, Any]):
    """The closed word classes; a language without one of them has it empty. Sets of affixes are tuples."""

    def __missing__(self, name: str) -> Any:
        if name in ("arms", "operation_kinds", "body_heads", "direction_of", "place_heads", "unfolded", "dual_vowels"):
            return {}
        return () if name.endswith(("prefixes", "endings", "letters", "prefix")) else frozenset()


def _values(cell: str) -> tuple[str, ...]:
    return tuple(filter(None, (v.strip() for v in cell.split("|"))))


def _marks(classes: str, where: str) -> dict[str, tuple[str, ...]]:
    """``event:AirStrike vague`` -> ``{"event": ("AirStrike",), "vague": ()}``."""
    marks: dict[str, tuple[str, ...]] = {}
    for item in classes.split():
        name, _, value = item.partition(":")
        if not name:
            raise LanguageError(f"{where}: {item!r} is not a class")
        marks[name] = (*marks.get(name, ()), value) if value else marks.get(name, ())
    return marks


def _mapping(table: Mapping[str, Any], key: str, path: Path) -> dict[str, str]:
    value = table.get(key, {})
    if not isinstance(value, dict) or not all(len(k) == 1 and isinstance(v, str) for k, v in value.items()):
        raise LanguageError(f"{path}: [{key}] must map single characters to strings")
    return value


@cache
def load_language(code_or_folder: str | Path) -> Language:
    """The language of a code shipped with the package (``ar``) or of a folder; loaded once.

    Raises ``LanguageError`` where there is no such language or its data are broken.
    """
    folder = Path(code_or_folder)
    if not folder.is_dir():
        folder = Path(__file__).parent / "lang" / str(code_or_folder)
    if not folder.is_dir():
        raise LanguageError(
            f"no language {str(code_or_folder)!r}: give the code of a shipped one or the path of a folder"
        )
    # the tables are a hundred thousand objects that stay: no use in looking for garbage among them while they are made
    with Uncollected():
        return Language(folder)
