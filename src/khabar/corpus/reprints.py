"""Telling near-identical texts: three-word shingles, a bottom-k sketch, and bands of minima to find candidates by.

The similarity is Jaccard's over sets of hashed shingles (Broder, "On the resemblance and containment of documents",
1997); a text of up to ``SKETCH`` shingles is compared exactly, a longer one by its ``SKETCH`` smallest hashes.
Candidates share at least one of ``BANDS`` bands of ``ROWS`` minima each (one-permutation hashing: Li, Owen, Zhang, "One
Permutation Hashing", 2012). Two texts of similarity 0.7 are candidates with probability 0.99, of 0.2 with 0.03.

It is our own because it is the core of what "new voice" means here, and forty lines: the libraries (datasketch, text
deduplication pipelines) bring NumPy and SciPy and random permutations to be kept with the data for ever.
"""

from __future__ import annotations

import hashlib
import re
import struct
import unicodedata
from collections.abc import Iterator

__all__ = ["BANDS", "SKETCH", "THRESHOLD", "Sketch", "bands", "similarity", "sketch"]

SHINGLE = 3
SKETCH = 1024
BANDS = 16
ROWS = 4
THRESHOLD = 0.7
"""From here on two texts are one: a reprint with another byline, headline or a changed sentence in a dozen."""
MINIMUM = 12
"""Shorter texts (in words) are never reprints of one another: two flashes of ten words may well agree by chance."""

Sketch = bytes
"""The smallest hashes of a text's shingles, ascending, 8 bytes each, big-endian; empty for a very short text."""

_WORD = re.compile(r"\w+")
_BINS = BANDS * ROWS


def _words(text: str) -> list[str]:
    """The words without marks (category Mn) and modifier letters such as the tatweel (Lm), without case."""
    decomposed = unicodedata.normalize("NFKC", text)
    special = {
        ord(char): None for char in set(decomposed) if char > "\x7f" and unicodedata.category(char) in {"Mn", "Lm"}
    }
    return _WORD.findall(decomposed.translate(special).casefold())


def _hashes(text: str) -> Iterator[int]:
    words = _words(text)
    if len(words) < MINIMUM:
        return
    encoded = [word.encode("utf-8") for word in words]
    for start in range(len(encoded) - SHINGLE + 1):
        digest = hashlib.blake2b(b" ".join(encoded[start : start + SHINGLE]), digest_size=8).digest()
        yield int.from_bytes(digest, "big")


def sketch(text: str) -> tuple[Sketch, tuple[int, ...]]:
    """Return a text's sketch and its bands (64-bit signed integers, as SQLite keeps them); both empty if too short."""
    found = sorted(set(_hashes(text)))
    if not found:
        return b"", ()
    return struct.pack(f">{len(found[:SKETCH])}Q", *found[:SKETCH]), bands(found)


def bands(hashes: list[int]) -> tuple[int, ...]:
    """Return the keys of the bands of sorted, distinct 64-bit hashes.

    The hashes fall into bins; the smallest of each bin is its minimum, an empty bin borrows from the next that is not.
    """
    minima: list[int | None] = [None] * _BINS
    for value in reversed(hashes):
        minima[value % _BINS] = value // _BINS
    filled = [index for index, value in enumerate(minima) if value is not None]
    if not filled:
        return ()
    full: list[int] = []
    for index in range(_BINS):
        at = next(i for i in filled if i >= index) if index <= filled[-1] else filled[0]
        full.append((minima[at] or 0) ^ (at - index) % _BINS)
    keys = []
    for band in range(BANDS):
        rows = struct.pack(f">{ROWS}Q", *full[band * ROWS : (band + 1) * ROWS])
        digest = hashlib.blake2b(rows, digest_size=8, salt=bytes([band])).digest()
        keys.append(int.from_bytes(digest, "big", signed=True))
    return tuple(keys)


def similarity(one: Sketch, other: Sketch) -> float:
    """Return Jaccard's similarity of two sketched texts, 0 to 1; 0 where one has no sketch."""
    if not one or not other:
        return 0.0
    if one == other:
        return 1.0
    first, second = (struct.unpack(f">{len(data) // 8}Q", data) for data in (one, other))
    left, right = set(first), set(second)
    if len(left) < SKETCH and len(right) < SKETCH:
        common = len(left & right)
        return common / (len(left) + len(right) - common)
    union = sorted(left | right)[:SKETCH]
    return sum(value in left and value in right for value in union) / len(union)
