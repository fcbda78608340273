# One page of what can be done here. `make` alone prints it.
PYTHON ?= python3
BIN := .venv/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check
SOURCES := pyproject.toml constraints.txt tools/build_client.py $(shell find client -path client/node_modules -prune -o -type f -print 2>/dev/null | grep -v '/test/')
DATA := $(wildcard $(CURDIR)/../shared/data)
export KINDLIGHT_DATA ?= $(DATA)
.DEFAULT_GOAL := help
.PHONY: help run install test lint bench contract frames ready evaluate clean

help: ## What can be done here
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /  /' | awk '{name=$$1; $$1=""; printf "  make %-10s%s\n", name, $$0}'

run: install ## Install if needed, and open the room
	@$(BIN)/kindlight

install: .venv/installed ## Install into .venv and build the client, without opening

test: lint ## Everything that CI runs: checks, Python, TypeScript and browser tests
	$(BIN)/python tools/node.py npx vitest run
	$(BIN)/python -m pytest -n 2 --dist loadfile --ignore tests/browser
	$(BIN)/python -m pytest tests/browser

lint: ready ## Formatting, types, layers
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python tools/node.py npx biome ci src test
	$(BIN)/python tools/node.py npx tsc --noEmit

bench: ready ## Measure against the budgets; writes docs/bench.json and README's table
	$(PIP) install -q -c constraints.txt -e '.[bench]'
	$(BIN)/python bench/all.py

contract: ready ## Write what is generated: schemas, types, words, recordings
	$(BIN)/python tools/contract.py
	$(BIN)/python tests/record.py

frames: ready ## Render the frames to be judged by, into frames/
	$(BIN)/python tools/frames.py

evaluate: ready ## Measure the reader that ships; writes its figures into docs/reading.md
	$(PIP) install -q -c constraints.txt -e '.[bench]'
	$(BIN)/python training/evaluate.py

ready: .venv/tested
	@$(BIN)/python tools/ready.py

clean: ## Remove what was installed and built
	rm -rf .venv client/node_modules src/kindlight/web

.venv/installed: $(SOURCES)
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Kindlight needs Python 3.11 or newer; this is %s. Say which with make PYTHON=..." % sys.version.split()[0])'
	@test -x $(BIN)/python || $(PYTHON) -m venv .venv
	$(PIP) install -q -c constraints.txt -e .
	@touch $@

.venv/tested: .venv/installed
	$(PIP) install -q -c constraints.txt -e '.[test]'
	@touch $@
