"""Triple stores: Oxigraph in a directory, or any SPARQL 1.1 server; loading that can be repeated, and questions.

``open_store`` takes a directory or a URL. Each article is a named graph; loading replaces graphs whole, so loading
twice changes nothing. The store keeps, in a graph of its own (``CATALOG``), a digest of every graph that is complete:
a load that was cut short goes on from there, from whatever machine.
"""

from __future__ import annotations

from khabar.stores.base import CATALOG, Store, open_store

__all__ = ["CATALOG", "Store", "open_store"]
