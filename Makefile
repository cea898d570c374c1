# make check    lint, types and tests: what CI calls
# make evaluate the extraction against annotated articles; ERRORS=1 lists the errors by kind
# make bench    speed and memory, of the compiled build too where a C compiler is found; prints ratios
# make compiled a wheel in dist/ whose modules from text to report are compiled; needs a C compiler and two minutes
# make bench-corpus many articles, stores and links, up to 10,000; takes ten minutes and writes the tables in README.md
# make output   regenerate output/ and the golden files; review the difference before committing it
# make docs     refresh the figures and outputs that README.md shows
# make floors   raise the floors of the evaluation gate to just below what is measured now
# make lock     resolve uv.lock anew

PYTHON ?= $(if $(wildcard .venv/bin/python),.venv/bin/python,python3)
SETS ?=

.PHONY: help check lint types test evaluate bench compiled bench-corpus output floors docs docs-check lock

help:
	@sed -n 's/^# make/make/p' Makefile

check: lint types test

lint:
	$(PYTHON) -m ruff check .

types:
	$(PYTHON) -m mypy

test:
	$(PYTHON) -m pytest

evaluate:
	@$(PYTHON) tests/support/evaluate.py $(SETS) $(if $(ERRORS),--errors) $(if $(ALL),--all)

floors:
	@$(PYTHON) tests/support/evaluate.py --raise-floors

bench:
	@$(PYTHON) tests/support/bench.py

compiled:
	KHABAR_COMPILE=1 $(PYTHON) -m build --wheel

bench-corpus:
	@$(PYTHON) tests/bench/corpus.py --write

output:
	$(PYTHON) -m pytest -q --update-golden tests/packaging/test_output.py
	$(PYTHON) -m pytest -q --update-golden tests/unit/test_questions.py

docs:
	$(PYTHON) tests/support/readme.py --write

docs-check:
	$(PYTHON) tests/support/readme.py --check

lock:
	uv lock --default-index https://pypi.org/simple
