"""The right-hand side of the house: from a ``Report`` to RDF and back from files; nothing here knows any language."""
