.DEFAULT_GOAL := help
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
export PIP_DISABLE_PIP_VERSION_CHECK := 1

help: ## Show this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-12s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

$(VENV)/run.done: requirements.lock pyproject.toml
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed")'
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/pip install --quiet --require-hashes -r requirements.lock
	@# setuptools warns about the folder names of every editable install; that is for nobody here.
	PYTHONWARNINGS=ignore $(BIN)/pip install --quiet --no-deps --editable .
	touch $@

$(VENV)/test.done: requirements-test.lock $(VENV)/run.done
	$(BIN)/pip install --quiet --require-hashes -r requirements-test.lock
	touch $@

pictures: $(VENV)/test.done test-system ## Take the screenshots in docs/pictures anew
	$(BIN)/python -m tests.browser.pictures

gallery: $(VENV)/test.done test-system ## Take pictures of every state of every page (in var/gallery)
	$(BIN)/python -m tests.browser.pictures var/gallery

.PHONY: help pictures gallery run chat test test-system test-rasa walk torture bench lint lock services

run: $(VENV)/run.done ## Start everything on http://127.0.0.1:8000 (PORT=, HOST=, VAR_DIR=)
	$(BIN)/arendebot run

chat: $(VENV)/run.done ## Talk in this terminal
	$(BIN)/arendebot chat

test-system:
	@sh tests/system_packages.sh

test: $(VENV)/test.done test-system ## Install what the tests need and run them all
	$(BIN)/python -m pytest

test-rasa: $(VENV)/test.done ## Train the exported assistant with Rasa 3.6.21 and file a case through it
	$(BIN)/python -m tests.rasa.real_rasa

walk: $(VENV)/test.done ## Talk with the engine at random for 100,000 turns (SEED=)
	$(BIN)/python -m tests.walker --turns 100000 $(if $(SEED),--seed $(SEED))

torture: $(VENV)/test.done test-system ## What takes hours: BankID answers and sealed receipts changed 100,000 times (SEED=), 38,000 races of two who sign
	$(BIN)/python -m tests.torture.evidence --mutations 100000 $(if $(SEED),--seed $(SEED))
	$(BIN)/python -m tests.torture.seals --mutations 100000 $(if $(SEED),--seed $(SEED))
	$(BIN)/python -m tests.torture.races

bench: $(VENV)/test.done test-system ## Measure, print a table and write benchmarks/results.json
	$(BIN)/python -m benchmarks.run

lint: $(VENV)/test.done ## Style, types and the direction of imports
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/arendebot services check

lock: ## Renew the lock files from pyproject.toml
	$(BIN)/pip install --quiet uv
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --upgrade pyproject.toml -o requirements.lock
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --constraint requirements.lock --extra test pyproject.toml -o requirements-test.lock
