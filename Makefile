# GeoInpaint: `make run` fills cloudy scenes, `make test` runs every test; both set up what they need.
# Variables: PYTHON (3.10 or newer, for the engine), PIP_OPTIONS (e.g. another torch build), QGIS (0 skips QGIS tests).

PYTHON ?= $(shell for p in python3.11 python3.12 python3.13 python3.10 python3; do \
	$$p -c 'import sys; sys.exit(sys.version_info < (3, 10))' 2>/dev/null && { command -v $$p; break; }; done)
PIP_OPTIONS ?=
ENGINE := .venv/engine
BIN := $(ENGINE)/bin
REQUIREMENTS := engine/requirements/full.txt engine/requirements/test.txt

.PHONY: help run test test-engine lint bench demo clean
help: ## Show what can be made
	@grep -E '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/'

$(ENGINE)/.ready: $(REQUIREMENTS) engine/pyproject.toml
	@test -n "$(PYTHON)" || { echo "Install Python 3.10 or newer, or name it: make PYTHON=/path/to/python3"; exit 1; }
	$(PYTHON) -m venv $(ENGINE)
	$(BIN)/python -m pip install --quiet $(PIP_OPTIONS) $(foreach file,$(REQUIREMENTS),-r $(file))
	$(BIN)/python -m pip install --quiet --no-deps -e engine
	touch $@

engine: $(ENGINE)/.ready ## Set the engine up in .venv/engine
.PHONY: engine

run: $(ENGINE)/.ready ## Fill the demo scene (and a real one, where ../shared/data is): work/demo/
	$(BIN)/python scripts/demo.py work/demo

lint: $(ENGINE)/.ready ## Check style and types
	$(BIN)/ruff check .
	$(BIN)/mypy

test: lint test-engine ## Run every test

test-engine: $(ENGINE)/.ready ## Run the engine's tests
	$(BIN)/python -m pytest tests/engine

wheel: $(ENGINE)/.ready ## Build the engine's wheel in dist/
	$(BIN)/python -m pip wheel --quiet --no-deps -w dist engine
.PHONY: wheel

bench: $(ENGINE)/.ready ## Speed of the paper preset's step
	$(BIN)/python scripts/bench_dip.py speed

clean: ## Remove what was built, but not the environments
	rm -rf build dist work
