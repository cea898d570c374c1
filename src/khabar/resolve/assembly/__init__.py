"""From the mentions of an article to its report, in layers that each know only those below them.

``state`` holds the article; ``naming`` makes actors and places of names; ``setting`` tells when and where, ``parties``
who and to whom; ``telling`` completes a mention; ``claiming`` and ``counting`` give statements and tolls their speaker
and their happening; ``sentences`` reads one sentence after the other, ``afterwards`` looks back over the whole,
``finishing`` writes the parts of the report, and ``report`` runs them in order.
"""

from __future__ import annotations

from khabar.resolve.assembly.report import Assembler

__all__ = ["Assembler"]
