# Porchlight's commands. `make` alone lists them.
# Needs Python 3.11 or newer, make and git; everything else goes into .venv.

PYTHON ?= python3
BIN := .venv/bin
PIP := $(BIN)/python -m pip install -qq --disable-pip-version-check

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.NOTPARALLEL:
.PHONY: help serve build check demo test walk bench bench-forms flame docs pictures pins audit clean

help:
	@echo "make serve   build the hub, show it in your browser, build again at each change"
	@echo "make check   read every record; say what to mend, where, and how"
	@echo "make build   write the whole site to output/"
	@echo "make demo    serve the made-up county, where every feature is lit"
	@echo "make test    everything that must hold before a change goes in"
	@echo "make walk    ten needs, from the first page to a number: presses, bytes and seconds"
	@echo "make docs    write the maintainers' handbook to build/handbook/"
	@echo "make pictures   take the handbook's pictures anew from the made-up county"
	@echo "make bench   measure how fast it is, beside its peers"
	@echo "make bench-forms   measure how fast the form service keeps answers"
	@echo "make flame   draw where the time of a build goes"
	@echo "make pins    choose the versions in requirements/ again"
	@echo "make audit   ask whether a package that we use has a known hole, and whether each file says whose it is"
	@echo "make clean   take away all that these made"

serve: .venv/run.stamp
	@$(BIN)/porchlight serve

build: .venv/run.stamp
	@$(BIN)/porchlight build --output output

check: .venv/run.stamp
	@$(BIN)/porchlight check

demo: .venv/run.stamp
	@$(BIN)/porchlight serve --root tests/hubs/full

test: .venv/test.stamp
	@echo "== A browser to test with"
	@sh tools/browser.sh
	@sh tools/markup.sh .venv
	@sh tools/editors.sh .venv
	@sh tools/zbar.sh
	@echo "== A PostgreSQL to test with"
	@sh tools/postgres.sh
	@echo "== Code style (ruff check)"
	@$(BIN)/ruff check
	@echo "== Code layout (ruff format)"
	@$(BIN)/ruff format --check
	@echo "== Types (mypy)"
	@$(BIN)/mypy
	@echo "== Who imports whom (import-linter)"
	@$(BIN)/lint-imports --no-logo
	@echo "== Licences (reuse)"
	@REUSE_ENCODING_MODULE=charset_normalizer $(BIN)/reuse lint --lines && echo "Every file says whose it is."
	@echo "== Workflows (actionlint, zizmor)"
	@$(BIN)/actionlint .github/workflows/*.yml docs/recipes/*.yml
	@$(BIN)/zizmor --offline --no-progress --quiet .github docs/recipes/*.yml
	@echo "== Handbook (mkdocs)"
	@$(BIN)/mkdocs build --strict --quiet && echo "Every page and every link of it holds."
	@echo "== Tests (pytest)"
	@$(BIN)/pytest -n 2 --dist loadfile

walk: .venv/test.stamp
	@sh tools/browser.sh
	@$(BIN)/pytest -q -s tests/browser/test_walk.py

docs: .venv/test.stamp
	@$(BIN)/mkdocs build --strict

pictures: .venv/test.stamp
	@sh tools/browser.sh
	@$(BIN)/python tools/pictures.py

bench: .venv/bench.stamp
	@$(BIN)/python -m tools.bench

bench-forms: .venv/bench.stamp
	@sh tools/postgres.sh
	@$(BIN)/python tools/bench_forms.py

flame: .venv/bench.stamp
	@$(BIN)/python -m tools.flame

pins: .venv/run.stamp
	@$(BIN)/python tools/pins.py --upgrade

# --strict: a package that nobody could be asked about is no good news. The pins are whole, so nothing is resolved.
audit: .venv/test.stamp .venv/audit.stamp
	@$(BIN)/pip-audit --strict --no-deps --disable-pip --progress-spinner off --requirement requirements/run.txt
	@REUSE_ENCODING_MODULE=charset_normalizer $(BIN)/reuse lint --lines && echo "Every file says whose it is."

clean:
	rm -rf .venv build dist output .output.* tests/hubs/*/output tests/hubs/*/.output.* .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis

# --- The environment: .venv, made once, made again when the versions in requirements/ change ---

.venv/run.stamp: requirements/run.txt requirements/build.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
	  || { echo "Porchlight needs Python 3.11 or newer. Try: make PYTHON=python3.12 $(MAKECMDGOALS)" >&2; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null \
	  || { echo "Python's own venv is missing here. On Debian or Ubuntu: sudo apt-get install python3-venv" >&2; exit 1; }
	@echo "== Making .venv (once, about half a minute)"
	@$(PYTHON) -m venv --clear .venv
	@$(PIP) -r requirements/run.txt -r requirements/build.txt
	@$(PIP) --no-deps --no-build-isolation --editable .
	@touch $@

.venv/test.stamp: .venv/run.stamp requirements/test.txt requirements/docs.txt
	@echo "== Adding the test tools to .venv (once)"
	@$(PIP) -r requirements/test.txt -r requirements/docs.txt
	@touch $@

.venv/audit.stamp: .venv/run.stamp requirements/audit.txt
	@$(PIP) -r requirements/audit.txt
	@touch $@

.venv/bench.stamp: .venv/run.stamp requirements/bench.txt
	@$(PIP) -r requirements/bench.txt
	@touch $@
