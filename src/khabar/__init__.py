"""Khabar reads news of conflict and exports who says what, where and when as RDF."""
