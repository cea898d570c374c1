"""Pausing Python's search for garbage cycles, where much is made that stays and nothing is left behind in cycles."""

from __future__ import annotations

import gc

__all__ = ["Uncollected"]


class Uncollected:
    """Look for no garbage cycles in the block; go on as before behind it.

    A class and no generator, since leaving one makes objects, and so would start the search at once.
    """

    def __enter__(self) -> None:
        self._collecting = gc.isenabled()
        gc.disable()

    def __exit__(self, *_: object) -> None:
        if self._collecting:
            gc.enable()
