# Everything a newcomer and a machine need. Each target sets up what it uses; python3 (3.11 or newer) is all there must be.

PYTHON ?= python3
BIN = .venv/bin
CATALOGUE = src/regelwerk/locale

.PHONY: demo test check format messages corpus clean

# The main job on the sample, step by step, in a fresh workspace under build/demo.
demo: .venv/ready
	$(BIN)/python tools/demo.py

# All tests.
test: .venv/ready
	$(BIN)/pytest

# Lint, layout, types, and the one direction in which imports may point.
check: .venv/ready
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports

# Put the sources into the common layout and order their imports.
format: .venv/ready
	$(BIN)/ruff check --fix
	$(BIN)/ruff format

# Collect the messages from the sources into the German catalogue, then compile it. New ones are left empty: fill them.
messages: .venv/ready
	mkdir -p build
	$(BIN)/pybabel -q extract --no-wrap --add-location=file --sort-by-file -o build/regelwerk.pot src/regelwerk
	$(BIN)/pybabel -q update --no-wrap --no-fuzzy-matching --ignore-obsolete --ignore-pot-creation-date \
		-D regelwerk -l de -i build/regelwerk.pot -d $(CATALOGUE)
	$(BIN)/pybabel -q compile -D regelwerk -d $(CATALOGUE) --statistics

# The score on real acts, against the floors in tests/corpus_floor.toml; says so and does nothing where there is no corpus.
corpus: .venv/ready
	$(BIN)/python tools/corpus_gate.py

# Forget everything that was made here.
clean:
	rm -rf .venv build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache

.venv/ready: pyproject.toml
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --upgrade "pip>=25.1"
	$(BIN)/python -m pip install --quiet --editable . --group dev
	touch $@
