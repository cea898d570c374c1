"""The journal of a build: what was built, from what, where it went. SQLite, so that a kill leaves it whole.

It stands beside the output in ``.NAME.khabar/``. A row is an article under the key of its content and settings; with
the write-ahead log of SQLite a transaction is there or not there, whenever the process dies.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from khabar.corpus.inputs import Failure, Item
from khabar.corpus.work import Done
from khabar.errors import OutputError

__all__ = ["SCHEMA_VERSION", "Article", "Placement", "State", "data_digest"]

SCHEMA_VERSION = 1

_SCHEMA = """
CREATE TABLE article (
    key BLOB PRIMARY KEY, settings TEXT NOT NULL, slug TEXT NOT NULL, graph TEXT NOT NULL, published TEXT,
    sha256 TEXT NOT NULL, length INTEGER NOT NULL, outlet TEXT, triples INTEGER NOT NULL, subjects TEXT NOT NULL,
    size INTEGER NOT NULL, digest TEXT NOT NULL, data BLOB NOT NULL, sketch BLOB NOT NULL,
    bands TEXT NOT NULL, claims TEXT NOT NULL, forced TEXT
) WITHOUT ROWID;
CREATE TABLE failed (key BLOB PRIMARY KEY, settings TEXT NOT NULL, kind TEXT NOT NULL, reason TEXT NOT NULL, name TEXT)
    WITHOUT ROWID;
CREATE TABLE seen (key BLOB NOT NULL, name TEXT NOT NULL, path TEXT);
CREATE INDEX seen_key ON seen (key);
CREATE TABLE unread (name TEXT NOT NULL, kind TEXT NOT NULL, reason TEXT NOT NULL);
CREATE TABLE path (path TEXT PRIMARY KEY) WITHOUT ROWID;
CREATE TABLE placed (path TEXT PRIMARY KEY, slug TEXT, key BLOB NOT NULL, size INTEGER NOT NULL, mtime INTEGER NOT NULL)
    WITHOUT ROWID;
CREATE TABLE version (key BLOB PRIMARY KEY, slug TEXT NOT NULL, original TEXT NOT NULL, chosen INTEGER NOT NULL)
    WITHOUT ROWID;
CREATE INDEX version_slug ON version (slug);
CREATE TABLE original (number INTEGER PRIMARY KEY, key BLOB NOT NULL);
CREATE TABLE band (
    number INTEGER NOT NULL, value INTEGER NOT NULL, original INTEGER NOT NULL, PRIMARY KEY (number, value, original)
) WITHOUT ROWID;
CREATE TABLE reprint (key BLOB PRIMARY KEY, original BLOB NOT NULL, similarity REAL NOT NULL) WITHOUT ROWID;
"""
_INSERT = "INSERT OR REPLACE INTO article VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
_PER_RUN = ("seen", "unread", "path", "version", "original", "band", "reprint")
"""Tables that say something of the present run only."""


def data_digest(data: bytes) -> str:
    """Return a short digest of an article's bytes."""
    return hashlib.blake2b(data, digest_size=8).hexdigest()


@dataclass(frozen=True, slots=True)
class Article:
    """A built article of this run, without its bytes; ``slug`` is the final one, which ends its IRI."""

    key: bytes
    slug: str
    first_slug: str
    """As it was built; another where two texts claim to be the same article."""
    graph: str
    published: str | None
    sha256: str
    length: int
    outlet: str | None
    triples: int
    subjects: dict[str, int]
    claims: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Placement:
    """A file that stands for an article below an output directory."""

    path: str
    slug: str
    key: bytes
    size: int
    mtime: int


class State:
    """The journal. Every method raises ``OutputError`` where the disk is full or the file is damaged."""

    def __init__(self, path: Path, settings: str) -> None:
        """Open the journal ``path`` for a run with the settings of this fingerprint, and forget the run before."""
        self.path = path
        self.settings = settings
        self.afresh = ""
        """Why an older journal was put aside, if one was."""
        try:
            self._db = self._open()
        except sqlite3.DatabaseError as error:
            self.afresh = f"the journal of an earlier run cannot be used ({error}); starting afresh"
            self._discard()
            with self._guard():
                self._db = self._open()
        with self._guard():
            for table in _PER_RUN:
                self._db.execute(f"DELETE FROM {table}")  # noqa: S608 - a constant
            self._db.commit()

    def _open(self) -> sqlite3.Connection:
        database = sqlite3.connect(self.path, isolation_level="DEFERRED", timeout=10)
        try:
            database.execute("PRAGMA journal_mode = WAL")
            database.execute("PRAGMA synchronous = NORMAL")
            database.execute("PRAGMA cache_size = -2048")
            version = database.execute("PRAGMA user_version").fetchone()[0]
            tables = database.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
            if version != SCHEMA_VERSION and tables:
                raise sqlite3.DatabaseError(f"it is of version {version}, not {SCHEMA_VERSION}")
            if not tables:
                database.executescript(f"BEGIN; {_SCHEMA} PRAGMA user_version = {SCHEMA_VERSION}; COMMIT;")
            database.execute("SELECT count(*) FROM placed")
        except BaseException:
            database.close()
            raise
        return database

    def _discard(self) -> None:
        for suffix in ("", "-wal", "-shm"):
            with contextlib.suppress(FileNotFoundError):
                self.path.with_name(self.path.name + suffix).unlink()

    @contextlib.contextmanager
    def _guard(self) -> Iterator[None]:
        try:
            yield
        except sqlite3.Error as error:
            raise OutputError(
                f"cannot write the journal {self.path}: {error}; make room, or name another place with --state; what "
                "was built before is kept"
            ) from None

    def close(self) -> None:
        """Close the journal; what was not committed is lost."""
        with contextlib.suppress(sqlite3.Error):
            self._db.close()

    def commit(self) -> None:
        """Make everything so far last."""
        with self._guard():
            self._db.commit()

    # ------------------------------------------------------------------------------------- during a run

    def see(self, key: bytes, item: Item, extension: str | None) -> str | None:
        """Note that an input has this key; with ``extension``, return the path of its file, unlike any other's."""
        with self._guard():
            path = None
            if extension is not None:
                path, count = item.below + extension, 1
                while not self._db.execute("INSERT OR IGNORE INTO path VALUES (?)", (path,)).rowcount:
                    count += 1
                    path = f"{item.below}~{count}{extension}"
            self._db.execute("INSERT INTO seen VALUES (?, ?, ?)", (key, item.name, path))
            return path

    def status(self, key: bytes) -> str | None:
        """Return ``done`` or ``failed`` where this key was dealt with before."""
        with self._guard():
            if self._db.execute("SELECT 1 FROM article WHERE key = ?", (key,)).fetchone():
                return "done"
            return "failed" if self._db.execute("SELECT 1 FROM failed WHERE key = ?", (key,)).fetchone() else None

    def put(self, done: Done, size: int | None = None, digest: str | None = None) -> None:
        """Keep a built article; ``size`` and ``digest`` of its bytes are given where these stand elsewhere."""
        with self._guard():
            self._db.execute(
                _INSERT,
                (
                    done.key, self.settings, done.slug, done.graph, done.published, done.sha256, done.length,
                    done.outlet, done.triples, json.dumps(done.subjects), len(done.data) if size is None else size,
                    digest or data_digest(done.data),
                    done.data, done.sketch, json.dumps(done.bands),
                    json.dumps(done.claims), done.forced,
                ),
            )  # fmt: skip
            self._db.execute("DELETE FROM failed WHERE key = ?", (done.key,))

    def fail(self, key: bytes | None, failure: Failure) -> None:
        """Keep a failure: of an article (by its key), or of an input that could not be read (without one)."""
        with self._guard():
            if key is None:
                self._db.execute("INSERT INTO unread VALUES (?, ?, ?)", (failure.name, failure.kind, failure.reason))
            else:
                self._db.execute(
                    "INSERT OR REPLACE INTO failed VALUES (?, ?, ?, ?, ?)",
                    (key, self.settings, failure.kind, failure.reason, failure.name),
                )

    def forget_failures(self) -> None:
        """Let every article that failed before be tried again."""
        with self._guard():
            self._db.execute("DELETE FROM failed")

    # ------------------------------------------------------------------------------------- at the end

    def count(self, what: str) -> int:
        """How many: ``seen`` and ``failed`` inputs, ``articles``, ``reprints``, ``triples``, ``forced`` articles."""
        query = {
            "seen": "SELECT count(*) FROM seen",
            "articles": "SELECT count(*) FROM version WHERE chosen",
            "failed": "SELECT (SELECT count(*) FROM seen WHERE key IN (SELECT key FROM failed))"
            " + (SELECT count(*) FROM unread)",
            "violations": "SELECT count(*) FROM seen JOIN failed USING (key) WHERE kind = 'violation'",
            "forced": "SELECT count(*) FROM version JOIN article USING (key) WHERE chosen AND forced IS NOT NULL",
            "reprints": "SELECT count(*) FROM reprint",
            "triples": "SELECT coalesce(sum(triples), 0) FROM version JOIN article USING (key) WHERE chosen",
        }[what]
        with self._guard():
            return int(self._db.execute(query).fetchone()[0])

    def failures(self) -> Iterator[Failure]:
        """Every failure of this run, by the name of its input."""
        with self._guard():
            yield from (
                Failure(name, kind, reason.replace(first, name, 1) if first else reason)
                for name, kind, reason, first in self._db.execute(
                    "SELECT seen.name, kind, reason, failed.name FROM seen JOIN failed USING (key)"
                    " UNION ALL SELECT name, kind, reason, '' FROM unread ORDER BY 1, 2, 3"
                )
            )

    def tell_versions_apart(self) -> None:
        """Give every article of the run a slug of its own, and choose one of those that are the same.

        Two texts may claim to be one article: by the same address, or the same outlet, day and opening words. The
        first by the checksum of its text keeps the plain slug; nothing here depends on the order of the inputs. The
        same text read twice in different wrappings (as text and as JSON) is one article: the richer graph is chosen.
        """
        with self._guard():
            self._db.execute("DELETE FROM version")
            self._db.execute(
                """
                INSERT INTO version
                SELECT key, CASE WHEN rank = 1 THEN slug ELSE slug || '-' || substr(sha256, 1, 8) END, slug, number = 1
                FROM (
                    SELECT
                        key, slug, sha256, dense_rank() OVER (PARTITION BY slug ORDER BY sha256) AS rank,
                        row_number() OVER (PARTITION BY slug, sha256 ORDER BY triples DESC, size DESC, digest) AS number
                    FROM article WHERE key IN (SELECT key FROM seen)
                )
                """
            )

    def articles(self) -> Iterator[Article]:
        """Every article of the run in the order of the final slugs, one at a time."""
        return self._articles("WHERE chosen ORDER BY version.slug", ())

    def article(self, key: bytes) -> Article:
        """Return one article of the run."""
        return next(self._articles("WHERE version.key = ?", (key,)))

    def _articles(self, clause: str, values: tuple[bytes, ...]) -> Iterator[Article]:
        with self._guard():
            rows = self._db.execute(
                "SELECT key, version.slug, original, graph, published, sha256, length, outlet, triples, subjects,"  # noqa: S608
                f" claims FROM version JOIN article USING (key) {clause}",
                values,
            )
            for key, slug, first, graph, published, sha256, length, outlet, triples, subjects, claims in rows:
                yield Article(
                    key, slug, first, graph.replace(first, slug, 1), published, sha256, length, outlet, triples,
                    dict(json.loads(subjects)),
                    tuple((content, iri.replace(first, slug, 1)) for content, iri in json.loads(claims)),
                )  # fmt: skip

    def data(self, key: bytes) -> bytes:
        """Return an article's bytes, a gzip member, as they were built."""
        with self._guard():
            row = self._db.execute("SELECT data FROM article WHERE key = ?", (key,)).fetchone()
        return bytes(row[0])

    def sketches(self) -> Iterator[tuple[bytes, bytes, tuple[int, ...]]]:
        """Key, sketch and bands of the run's articles, by publication date (unknown last), then slug."""
        with self._guard():
            rows = self._db.execute(
                "SELECT key, sketch, bands FROM version JOIN article USING (key) WHERE chosen"
                " ORDER BY published IS NULL, published, version.slug"
            )
            for key, sketch, bands in rows:
                yield key, sketch, tuple(json.loads(bands))

    def candidates(self, bands: Sequence[int]) -> list[tuple[bytes, bytes]]:
        """Key and sketch of the originals that share a band with these, each once, in the order they were added."""
        if not bands:
            return []
        query = (
            "SELECT key, sketch FROM original JOIN article USING (key) WHERE number IN (SELECT original FROM band WHERE"
            " (number, value) IN (SELECT key, value FROM json_each(?))) ORDER BY number"
        )
        with self._guard():
            return self._db.execute(query, (json.dumps(bands),)).fetchall()

    def add_original(self, key: bytes, bands: Sequence[int]) -> None:
        """Let an article be found as the original of later ones."""
        with self._guard():
            rank = self._db.execute("INSERT INTO original (key) VALUES (?)", (key,)).lastrowid
            self._db.executemany(
                "INSERT INTO band VALUES (?, ?, ?)", [(number, value, rank) for number, value in enumerate(bands)]
            )

    def add_reprint(self, key: bytes, original: bytes, similarity: float) -> None:
        """Note that an article is a reprint."""
        with self._guard():
            self._db.execute("INSERT INTO reprint VALUES (?, ?, ?)", (key, original, similarity))

    def reprints(self) -> Iterator[tuple[Article, Article, float]]:
        """Reprint, original and their similarity, by the reprint's slug."""
        with self._guard():
            keys = self._db.execute(
                "SELECT reprint.key, reprint.original, similarity FROM reprint JOIN version USING (key)"
                " ORDER BY version.slug"
            )
            for key, original, similarity in keys:
                yield self.article(key), self.article(original), similarity

    # ------------------------------------------------------------------------------------- files of a directory

    def placements(self, key: bytes | None = None) -> Iterator[tuple[str, str, bytes, str, Placement | None]]:
        """Path, final slug, key and first slug of every file that should stand, and what is known to stand there."""
        query = (
            "SELECT seen.path, coalesce(version.slug, article.slug), article.key, article.slug, placed.slug,"
            " placed.key, placed.size, placed.mtime FROM seen JOIN article USING (key) LEFT JOIN version USING (key)"
            " LEFT JOIN placed ON placed.path = seen.path"
        )
        with self._guard():
            rows = self._db.execute(
                f"{query} WHERE article.key = ?" if key is not None else f"{query} ORDER BY seen.path",
                (key,) if key is not None else (),
            )
            for path, slug, article, first, placed_slug, placed, size, mtime in rows:
                known = None if placed is None else Placement(path, placed_slug, placed, size, mtime)
                yield path, slug, article, first, known

    def place(self, placement: Placement) -> None:
        """Note that a file stands."""
        with self._guard():
            self._db.execute(
                "INSERT OR REPLACE INTO placed VALUES (?, ?, ?, ?, ?)",
                (placement.path, placement.slug, placement.key, placement.size, placement.mtime),
            )

    def prune(self) -> None:
        """Forget what was built with other settings or other software, unless this run used it."""
        with self._guard():
            for table in ("article", "failed"):
                self._db.execute(
                    f"DELETE FROM {table} WHERE settings != ? AND key NOT IN (SELECT key FROM seen)",  # noqa: S608
                    (self.settings,),
                )
            self._db.commit()
