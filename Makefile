# make help lists what there is.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PORT ?= 8501
export PYTHONUTF8 := 1

.DEFAULT_GOAL := help
.PHONY: help setup setup-dev compile run test check format quality bench fuzz screenshots clean

help: ## list the commands
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## (.*)/  make \1\t\2/' | expand -t 20

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Python 3.11 or newer is needed: make PYTHON=python3.11 …"; exit 2; }
	$(PYTHON) -m venv $(VENV)

$(VENV)/.run-ready: requirements.txt | $(BIN)/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements.txt
	@touch $@

$(VENV)/.dev-ready: requirements.txt requirements-dev.txt | $(BIN)/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements-dev.txt
	@touch $@ $(VENV)/.run-ready

# Once, where a C compiler is found; edited sources run as Python until `make compile`.
$(VENV)/.compiled: requirements-compile.txt | $(VENV)/.run-ready
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements-compile.txt || true
	@$(BIN)/python -m timeline.compiling
	@touch $@

setup: $(VENV)/.run-ready $(VENV)/.compiled ## make .venv with what the program needs
setup-dev: $(VENV)/.dev-ready $(VENV)/.compiled ## … and what its tests need

compile: setup ## compile what finds times again, after an edit
	$(BIN)/python -m timeline.compiling

run: setup ## build the timeline from seeds/ and open the dashboard
	$(BIN)/python -m timeline serve --port $(PORT)

test: setup-dev ## run the whole test suite
	$(BIN)/python -m pytest -n auto --dist loadfile

check: setup-dev ## format, lint and types
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/ty check timeline app.py pages

format: setup-dev ## put the code in order
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

quality: setup-dev ## score the pipeline against the hand-made gold
	$(BIN)/python -m benchmarks.quality

bench: setup-dev compile ## measure speed side by side with named peers
	$(BIN)/python -m timeline bench

fuzz: setup-dev ## read 200,000 damaged inputs and see that none crashes
	$(BIN)/python -m benchmarks.fuzz 200000

screenshots: setup-dev ## make the pictures in docs/img anew
	$(BIN)/python -m docs.screenshots

clean: ## remove what can be made again
	rm -rf $(VENV) .pytest_cache .ruff_cache .hypothesis .cache/compiled
