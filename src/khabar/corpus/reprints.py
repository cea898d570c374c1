"""Telling near-identical texts: three-word shingles, a bottom-k sketch, and bands of samples to find candidates by.

The similarity is Jaccard's over sets of hashed shingles (Broder, "On the resemblance and containment of documents",
1997); a text of up to ``SKETCH`` shingles is compared exactly, a longer one by its ``SKETCH`` smallest hashes.
Candidates share at least one of ``BANDS`` bands of ``ROWS`` hashes, each sampled alike from alike sets. Two texts of
similarity 0.7 are candidates with probability 0.99, of 0.3 with 0.07.

It is our own because it is the core of what "new voice" means here, and forty lines: the libraries (datasketch, text
deduplication pipelines) bring NumPy and SciPy and random permutations to be kept with the data for ever.
"""

from __future__ import annotations

import hashlib
import re
import struct
import unicodedata
from bisect import bisect_left
from collections.abc import Iterator
from functools import cache

__all__ = ["BANDS", "SKETCH", "THRESHOLD", "Sketch", "bands", "similarity", "sketch"]

SHINGLE = 3
SKETCH = 1024
BANDS = 32
ROWS = 5
THRESHOLD = 0.7
"""From here on two texts are one: a reprint with another byline, headline or a changed sentence in a dozen."""
MINIMUM = 12
"""Shorter texts (in words) are never reprints of one another: two flashes of ten words may well agree by chance."""

Sketch = bytes
"""The smallest hashes of a text's shingles, ascending, 8 bytes each, big-endian; empty for a very short text."""

_WORD = re.compile(r"\w+")


def _words(text: str) -> list[str]:
    """The words without marks (category Mn) and modifier letters such as the tatweel (Lm), without case."""
    decomposed = unicodedata.normalize("NFKC", text)
    for char in set(decomposed):
        if char > "\x7f" and unicodedata.category(char) in {"Mn", "Lm"}:
            decomposed = decomposed.replace(char, "")
    return _WORD.findall(decomposed.casefold())


def _hashes(text: str) -> Iterator[bytes]:
    words = _words(text)
    if len(words) < MINIMUM:
        return
    encoded = [word.encode("utf-8") for word in words]
    for start in range(len(encoded) - SHINGLE + 1):
        yield hashlib.blake2b(b" ".join(encoded[start : start + SHINGLE]), digest_size=8).digest()


def sketch(text: str) -> tuple[Sketch, tuple[int, ...]]:
    """Return a text's sketch and its bands (64-bit signed integers, as SQLite keeps them); both empty if too short."""
    found = sorted(set(_hashes(text)))
    return b"".join(found[:SKETCH]), bands(found)


def bands(hashes: list[bytes]) -> tuple[int, ...]:
    """Return the keys of the bands of sorted, distinct hashes of 8 bytes each.

    A row is the hash that follows a fixed point on the circle of all hashes: one of the set, each with equal chance,
    and the same in two sets if what follows the point in their union is in both, of which the chance is Jaccard's
    similarity (consistent sampling, as in Karger et al., "Consistent Hashing and Random Trees", 1997).
    """
    count = len(hashes)
    if not count:
        return ()
    rows = [hashes[bisect_left(hashes, point) % count] for point in _points()]
    keys = []
    for band in range(BANDS):
        packed = b"".join(rows[band * ROWS : (band + 1) * ROWS])
        digest = hashlib.blake2b(packed, digest_size=8, salt=bytes([band])).digest()
        keys.append(int.from_bytes(digest, "big", signed=True))
    return tuple(keys)


@cache
def _points() -> tuple[bytes, ...]:
    """The points of the rows, for ever the same."""
    return tuple(hashlib.blake2b(str(row).encode(), digest_size=8).digest() for row in range(BANDS * ROWS))


def similarity(one: Sketch, other: Sketch) -> float:
    """Return Jaccard's similarity of two sketched texts, 0 to 1; 0 where one has no sketch."""
    if not one or not other:
        return 0.0
    if one == other:
        return 1.0
    if min(len(one), len(other)) < THRESHOLD * max(len(one), len(other)) and max(len(one), len(other)) < 8 * SKETCH:
        return min(len(one), len(other)) / max(len(one), len(other))  # an upper bound, and too low to matter
    first, second = (struct.unpack(f">{len(data) // 8}Q", data) for data in (one, other))
    left, right = set(first), set(second)
    if len(left) < SKETCH and len(right) < SKETCH:
        common = len(left & right)
        return common / (len(left) + len(right) - common)
    union = sorted(left | right)[:SKETCH]
    return sum(value in left and value in right for value in union) / len(union)
