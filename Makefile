# `make run` and `make test` set up whatever is missing first; `make help` lists the rest.

PYTHON ?= python3
OUT ?= out/tour
ARGS ?=
ROWS ?= 1000000

PY := .venv/bin/python
OFFSCREEN := QT_QPA_PLATFORM=offscreen

.DEFAULT_GOAL := help
.PHONY: help run station test test-slow tour tour-station check bench bench-data lock clean translations \
	ready-to-run ready-to-test ready-to-test-slow check-lint check-format check-types check-floors check-translations \
	check-requirements check-weaknesses

help: ## Show this list
	@sed -n 's/^\([a-z-]*\):.*## /\1\t/p' Makefile | expand -t 16

run: ready-to-run ## Open the program on a practice station; without a display, run the tour instead
	@if [ -n "$$DISPLAY$$WAYLAND_DISPLAY" ]; then \
		exec $(PY) -m desktop --practice $(ARGS); \
	else \
		echo "There is no display here, so the tour runs instead; look at what it leaves in $(OUT)."; \
		$(OFFSCREEN) exec $(PY) -m tests.end2end.tour --out $(OUT); \
	fi

station: ready-to-test ## Start a PostgreSQL with the practice station on it, and two windows side by side
	@$(PY) -m installer.station

test: ready-to-test ## Run the tests (ARGS="-k words" for some of them)
	@$(OFFSCREEN) $(PY) -m pytest -n 2 $(ARGS)

test-slow: ready-to-test-slow ## Run the tests that take minutes
	@$(OFFSCREEN) $(PY) -m pytest -m slow $(ARGS)

tour: ready-to-run ## Drive the real windows through a day and leave pictures and papers in OUT=dir
	@$(OFFSCREEN) $(PY) -m tests.end2end.tour --out $(OUT)

tour-station: ready-to-test ## Take the server away from a window and leave what its clerk sees in OUT=dir
	@$(OFFSCREEN) $(PY) -m tests.end2end.outage_tour --out $(OUT)

check: check-lint check-format check-types check-floors check-translations check-requirements check-weaknesses ## Lint, types, floors of the house, translations, requirements, weaknesses

check-lint: ready-to-run
	@$(PY) -m ruff check .

check-format: ready-to-run
	@$(PY) -m ruff format --check .

check-types: ready-to-run
	@$(PY) -m mypy

check-floors: ready-to-run
	@.venv/bin/lint-imports

check-translations: ready-to-run
	@$(PY) -m installer.translations check

check-requirements: ready-to-run
	@$(PY) -m installer.requirements

check-weaknesses: ready-to-run
	@$(PY) -m installer.weaknesses

translations: ready-to-run ## Collect new Chinese literals into en.ts, then compile en.qm
	@$(PY) -m installer.translations update
	@$(PY) -m installer.translations build

bench: ready-to-run ## Measure speed and size
	@$(OFFSCREEN) $(PY) -m benchmarks $(ARGS)

bench-data: ready-to-test ## Make a city of ROWS people on a PostgreSQL to measure on (ROWS=1000000)
	@$(PY) -m benchmarks.city --rows $(ROWS)

lock: ## Write requirements.lock anew from pyproject.toml (ARGS=--upgrade for newer versions)
	@$(PYTHON) -m installer.lock $(ARGS)

clean: ## Remove everything that make made, the environment too
	rm -rf .venv out build dist *.egg-info .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

ready-to-run ready-to-test ready-to-test-slow:
	@command -v $(PYTHON) >/dev/null || { echo "There is no $(PYTHON) here. Install Python 3.11, 3.12 or 3.13 (Debian: apt-get install python3)."; exit 1; } >&2
	@$(PYTHON) -m installer.bootstrap $(@:ready-to-%=%)
