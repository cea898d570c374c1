"""A local, read-only SPARQL 1.1 endpoint with a workbench, pages of nodes, and the boards.

Nothing is imported here: ``khabar.serve.worker`` starts as a process of its own and must start fast.
"""
