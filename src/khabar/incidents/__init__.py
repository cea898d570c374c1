"""Incidents: which events of different articles are one happening, and how the claims about it stand to each other.

``read`` takes events out of graphs, ``score`` judges pairs, ``cluster`` finds and joins them, ``relate`` compares
claims, ``describe`` makes the graph of the result.
"""

from __future__ import annotations
