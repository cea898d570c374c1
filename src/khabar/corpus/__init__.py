"""Many articles: read them all, build each once, write one data set or a file for each.

A run is keyed by content and settings and keeps a journal beside its output, so that a killed run goes on where it
stopped: ``khabar.corpus.engine.build_corpus``.
"""
