# Two commands for a newcomer: `make demo` and `make test`. The rest is for contributors (CONTRIBUTING.md).
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet --no-input

.PHONY: demo test evals format lock clean help

help:  ## say what each target does
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*## /	/'

demo: $(VENV)/.run  ## read the dispatches of the demo and show the state of the talks
	@$(BIN)/detente demo

test: $(VENV)/.dev  ## lint, type-check and run every test
	@$(BIN)/ruff check src tests benchmarks evals
	@$(BIN)/ruff format --check src tests benchmarks evals
	@$(BIN)/mypy
	@$(BIN)/lint-imports
	@$(BIN)/python -m pytest

evals: $(VENV)/.dev  ## score the reading and hold it to its floors (about four minutes)
	@$(BIN)/python -m evals

format: $(VENV)/.dev  ## format the code
	@$(BIN)/ruff check --fix src tests benchmarks evals
	@$(BIN)/ruff format src tests benchmarks evals

lock:  ## pin what pyproject.toml asks for, with hashes (needs uv)
	uv pip compile pyproject.toml --group build $(LOCK_OPTIONS) -o requirements.lock
	uv pip compile pyproject.toml --group build --group dev $(LOCK_OPTIONS) -o requirements-dev.lock

LOCK_OPTIONS := --universal --python-version 3.11 --generate-hashes --no-annotate --no-header --no-emit-index-url

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "detente needs Python 3.11 or later; name one: make PYTHON=python3.11 ...")'
	@$(PYTHON) -m venv $(VENV)

$(VENV)/.run: requirements.lock pyproject.toml | $(VENV)/bin/python
	@echo 'installing what detente needs into $(VENV) (once, about a minute)'
	@$(PIP) install --require-hashes -r requirements.lock
	@$(PIP) install --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/.dev: requirements-dev.lock $(VENV)/.run
	@echo 'installing what the tests need into $(VENV) (once)'
	@$(PIP) install --require-hashes -r requirements-dev.lock
	@touch $@

clean:  ## remove the environment and what the tools left
	rm -rf $(VENV) .mypy_cache .pytest_cache .ruff_cache .hypothesis .import_linter_cache
