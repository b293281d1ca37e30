# GeoInpaint: `make run` fills cloudy scenes, `make test` runs every test; both set up what they need.
# Variables: PYTHON (3.10 or newer, for the engine), PIP_OPTIONS (e.g. another torch build),
#            QGIS=0 leaves the QGIS tests out, DESKTOP=0 those in a real QGIS window,
#            PRODUCT_SIZE=1098 makes the product of the desktop tour small,
#            CHROOT= (empty) those on QGIS 3.40, which need root, JOBS=1 makes the engine's tests one process,
#            RERUNS=1 tries those that fail once more.

PYTHON ?= $(shell for p in python3.11 python3.12 python3.13 python3.10 python3; do \
	$$p -c 'import sys; sys.exit(sys.version_info < (3, 10))' 2>/dev/null && { command -v $$p; break; }; done)
PIP_OPTIONS ?=
QGIS ?= 1
DESKTOP ?= 1
PRODUCT_SIZE ?= 10980
CHROOT ?= /var/tmp/geoinpaint-trixie
JOBS ?= $(shell n=$$(nproc 2>/dev/null || echo 1); echo $$((n < 4 ? n : 4)))
ENGINE := .venv/engine
BIN := $(ENGINE)/bin
REQUIREMENTS := $(addprefix engine/requirements/,full.txt train.txt distributed.txt test.txt)
PLUGIN := .venv/plugin
QT6 := .venv/qt6
STAC := .venv/stac
TOOLS := .venv/tools
WHEELS := .venv/wheels
SCAN := ../shared/qgis/repo_scan.sh

.PHONY: help run test test-engine test-plugin test-qt6 test-chroot stage package qgis lint bench clean
help: ## Show what can be made
	@grep -E '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/'

# What a lock names, and nothing else: each file that pip fetches has the hash that stands there. Another build of a package
# (PIP_OPTIONS) has another, so then none is asked for.
define install
$(if $(PIP_OPTIONS),for file in $(1); do sed 's/ \\$$//; /^ *--hash=/d' $$file > $(ENGINE)/$$(basename $$file); done && \
	$(BIN)/python -m pip install --quiet $(PIP_OPTIONS) $(foreach file,$(notdir $(1)),-r $(ENGINE)/$(file)),\
	$(BIN)/python -m pip install --quiet --require-hashes $(foreach file,$(1),-r $(file)))
endef

# Three stages in one environment: what most fills need, PyTorch, and what training and the tests need.
$(ENGINE)/.light: engine/requirements/light.txt engine/pyproject.toml
	@test -n "$(PYTHON)" || { echo "Install Python 3.10 or newer, or name it: make PYTHON=/path/to/python3"; exit 1; }
	$(PYTHON) -m venv $(ENGINE)
	$(call install,$<)
	$(BIN)/python -m pip install --quiet --no-deps -e ./engine
	touch $@

$(ENGINE)/.full: engine/requirements/full.txt $(ENGINE)/.light
	$(call install,$<)
	touch $@

$(ENGINE)/.ready: $(REQUIREMENTS) $(ENGINE)/.full
	$(call install,$(REQUIREMENTS))
	touch $@

engine: $(ENGINE)/.ready ## Set the engine up in .venv/engine, with all that training and the tests need
.PHONY: engine

run: $(ENGINE)/.light ## Fill the demo scene (and a real one, where ../shared/data is): work/demo/
	$(BIN)/python scripts/demo.py work/demo

run-paper: $(ENGINE)/.full ## The same by the paper preset, for a few steps (downloads PyTorch)
	$(BIN)/python scripts/demo.py --paper work/demo
.PHONY: run-paper

lint: $(ENGINE)/.ready ## Check style and types
	$(BIN)/ruff check .
	$(BIN)/mypy

test: lint test-engine $(if $(filter 1,$(QGIS)),test-qt6 test-qgis) ## Run every test

# This machine's QGIS and the one in the chroot share nothing, and each waits for its engine most of the time.
HOST_TESTS := test-plugin $(if $(filter 1,$(DESKTOP)),desktop)
test-qgis: $(ENGINE)/.ready $(PLUGIN)/.ready
	scripts/side_by_side.sh here "$(MAKE) -j1 $(HOST_TESTS)" $(if $(CHROOT),"QGIS 3.40" "$(MAKE) -j1 test-chroot")
.PHONY: test-qgis

# A STAC API that is not ours, for the tests of finding evidence: with packages of its own, which must not be the engine's.
# Where it cannot be installed (no wheels for this Python or machine) these tests skip, and say so.
$(STAC)/.ready: tests/engine/stac-requirements.txt $(ENGINE)/.ready
	$(BIN)/python -m venv $(STAC)
	@$(STAC)/bin/python -m pip install --quiet --only-binary=:all: --require-hashes -r $< || \
		{ echo "SKIPPED: stac-fastapi-geoparquet cannot be installed here"; rm -rf $(STAC); mkdir -p $(STAC); }
	touch $@

stac: $(STAC)/.ready
.PHONY: stac

# Each process takes whole files, so that what a file's tests share is made once, and has one thread: threads of several
# processes that wait for each other take much longer than one. RERUNS: how often a test that fails is tried again, and told.
test-engine: $(ENGINE)/.ready $(STAC)/.ready ## Run the engine's tests
	OMP_NUM_THREADS=1 $(BIN)/python -m pytest -n $(JOBS) --dist loadfile $(if $(RERUNS),--reruns $(RERUNS) -raR) tests/engine tests/training

# QGIS's own Python, which sees QGIS's packages, and nothing of the engine's.
$(PLUGIN)/.ready: tests/plugin/requirements.txt
	scripts/set_up_qgis.sh host
	/usr/bin/python3 -m venv --system-site-packages $(PLUGIN)
	$(PLUGIN)/bin/python -m pip install --quiet --require-hashes -r tests/plugin/requirements.txt
	touch $@

test-plugin: $(ENGINE)/.ready $(PLUGIN)/.ready ## Run the plugin's tests in this machine's QGIS
	GEOINPAINT_PYTHON=$(CURDIR)/$(BIN)/python $(PLUGIN)/bin/python -m pytest tests/plugin

$(QT6)/.ready: tests/qt6/requirements.txt
	$(PYTHON) -m venv $(QT6)
	$(QT6)/bin/python -m pip install --quiet --require-hashes -r $<
	touch $@

test-qt6: $(QT6)/.ready ## Import the plugin and paint its widgets under PyQt6, as QGIS 4 has it
	$(QT6)/bin/python -m pytest -c tests/qt6/pytest.ini tests/qt6

test-chroot: $(PLUGIN)/.ready ## Run the plugin's tests and tours in QGIS 3.40 (Debian trixie in CHROOT; root)
	@if [ "$$(id -u)" -ne 0 ]; then echo "SKIPPED: QGIS 3.40 in a chroot needs root"; else \
		scripts/set_up_qgis.sh chroot $(CHROOT) && scripts/test_in_chroot.sh $(CHROOT) && \
		{ [ "$(DESKTOP)" != 1 ] || scripts/test_in_chroot.sh $(CHROOT) desktop build/desktop/chroot; }; fi

# The engine's packages as wheels, for the offline set-up in the desktop test.
$(WHEELS)/.ready: engine/requirements/light.txt $(ENGINE)/.ready
	$(BIN)/python -m pip download --quiet --only-binary=:all: -d $(WHEELS) -r $<
	touch $@

desktop: $(ENGINE)/.ready $(PLUGIN)/.ready $(WHEELS)/.ready ## Drive a real QGIS window: first start from the zip, then a product of full size, then a real scene
	python3 scripts/package_plugin.py zip build/desktop
	GEOINPAINT_ZIP=$$(ls $(CURDIR)/build/desktop/*.zip) GEOINPAINT_WHEELS=$(CURDIR)/$(WHEELS) \
		GEOINPAINT_BASE_PYTHON=$$(readlink -f $(BIN)/python) PLUGIN=zip \
		tests/desktop/run.sh tests/desktop/first_start.py build/desktop/first_start
	rm -rf build/desktop/products
	PRODUCT=$$($(BIN)/python tests/desktop/make_product.py build/desktop/products $(PRODUCT_SIZE)) LIMIT=1200 \
		DESKTOP_LIMIT_MS=1100000 tests/desktop/run.sh tests/desktop/product_tour.py build/desktop/product
	rm -rf build/desktop/evidence
	tests/desktop/run.sh tests/desktop/evidence_tour.py build/desktop/evidence
	@if [ -d ../shared/data/s2bench ]; then GEOINPAINT_TORCH=1 \
		tests/desktop/run.sh tests/desktop/dock_tour.py build/desktop/tour && \
		tests/desktop/run.sh tests/desktop/series_tour.py build/desktop/series; \
	else echo "SKIPPED: the tours of real scenes need ../shared/data"; fi
.PHONY: desktop

soak: $(ENGINE)/.ready $(PLUGIN)/.ready ## Attack the engine for hours (docs/reliability.md), and set the full stage up for real (10 GB)
	HYPOTHESIS_PROFILE=others $(BIN)/python -m pytest tests/engine -m hypothesis
	$(BIN)/python scripts/crash_points.py
	$(BIN)/python -W ignore scripts/fuzz_texts.py --runs 1000000
	$(BIN)/python scripts/fuzz_rasters.py --files 5000
	$(BIN)/python scripts/many_jobs.py --hours 24
	$(PLUGIN)/bin/python scripts/soak_setup.py
.PHONY: soak

# The reference of the Python API, from its docstrings, in docs/reference/.
reference: engine/requirements/docs.txt ## Build the reference of the Python API (docs/reference/)
	@test -n "$(PYTHON)" || { echo "Install Python 3.10 or newer, or name it: make PYTHON=/path/to/python3"; exit 1; }
	$(PYTHON) -m venv .venv/docs
	.venv/docs/bin/python -m pip install --quiet --require-hashes -r $<
	rm -rf docs/reference
	PYTHONPATH=engine .venv/docs/bin/python -m pdoc -o docs/reference --docformat google geoinpaint_engine.api geoinpaint_engine.xarray
.PHONY: reference

strings: ## Collect the plugin's texts for translation (geoinpaint_qgis/i18n/*.ts)
	python3 scripts/translations.py update
.PHONY: strings

help-pages: $(PLUGIN)/.ready ## Make the algorithms' help pages (geoinpaint_qgis/help/*.html)
	$(PLUGIN)/bin/python scripts/help_pages.py
.PHONY: help-pages

stage: ## Lay the plugin out as QGIS loads it, in build/plugins/
	python3 scripts/package_plugin.py stage

$(TOOLS)/.ready: tests/plugin/scan-requirements.txt
	$(PYTHON) -m venv $(TOOLS)
	$(TOOLS)/bin/python -m pip install --quiet --require-hashes -r $<
	touch $@

package: ## Pack the plugin's zip in dist/, and scan it as the plugin repository does (by ../shared/qgis/repo_scan.sh)
	python3 scripts/package_plugin.py zip
	@if [ -e $(SCAN) ]; then $(MAKE) --no-print-directory scan; else echo "SKIPPED: no $(SCAN), so the zip was not scanned"; fi

scan: $(TOOLS)/.ready
	BIN=$(CURDIR)/$(TOOLS)/bin bash $(SCAN) $$(ls -t dist/geoinpaint_qgis-*.zip | head -n 1)
.PHONY: scan

qgis: stage $(ENGINE)/.ready ## Start QGIS with the plugin
	GEOINPAINT_PYTHON=$(CURDIR)/$(BIN)/python QGIS_PLUGINPATH=$(CURDIR)/build/plugins qgis

wheel: $(ENGINE)/.ready ## Build the engine's wheel in dist/
	$(BIN)/python -m pip wheel --quiet --no-deps -w dist ./engine
.PHONY: wheel

bench: $(ENGINE)/.ready ## Speed of the paper preset's step
	$(BIN)/python scripts/bench_dip.py speed

clean: ## Remove what was built, but not the environments
	rm -rf build dist work
