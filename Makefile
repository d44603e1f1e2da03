# Everything on a fresh machine: `make run` serves the dashboard, `make test` checks it.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
HOST ?= 127.0.0.1
PORT ?= 8050
SEED ?= 1
SAMPLE ?= 100
MINUTES ?= 30
export HOST PORT
# The page's scripts are built with Node.js, whichever scripts/node.sh finds or installs.
WITH_NODE = PATH="$$(sh scripts/node.sh):$$PATH"
SCRIPT := assets/landscape.js
NODE_MODULES := node_modules/.installed
PREPARED := var/.prepared

.PHONY: run serve test lint types unit browser data bench load soak scale mutants lock audit clean

run: $(PREPARED) ## install what is needed and serve on HOST:PORT
	$(BIN)/python app.py

serve: $(PREPARED) ## the same under gunicorn, two workers, as gunicorn.conf.py says
	$(BIN)/gunicorn app:server

test: lint types unit browser ## everything CI checks

lint: $(VENV)/.test $(NODE_MODULES)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(WITH_NODE) npm run --silent lint

types: $(VENV)/.test $(NODE_MODULES)
	$(BIN)/mypy layers dashboard app.py bench/mutants
	$(WITH_NODE) npm run --silent types

# From Python 3.12 on, coverage can watch without slowing what it watches.
CORE = $$($(BIN)/python -c 'import sys; print("sysmon" if sys.version_info >= (3, 12) else "ctrace")')
COVERED := var/coverage/data

unit: $(VENV)/.test $(PREPARED)
	$(WITH_NODE) npm run --silent unit
	mkdir -p $(dir $(COVERED))
	REDIS_SERVER=$$(sh scripts/redis.sh) COVERAGE_CORE=$(CORE) COVERAGE_FILE=$(COVERED) \
		$(BIN)/python -m pytest -n 2 -m "not browser" -q --cov=layers --cov=dashboard --cov-report=
	COVERAGE_FILE=$(COVERED) $(BIN)/coverage report --skip-covered --include='layers/*' --fail-under=97
	COVERAGE_FILE=$(COVERED) $(BIN)/coverage report --skip-covered --include='dashboard/*' --fail-under=90

browser: $(VENV)/.test $(PREPARED)
	CHROMIUM=$$(sh scripts/chromium.sh) $(BIN)/python -m pytest -m browser -q

data: $(VENV)/.test $(NODE_MODULES) ## rebuild data/boundaries and the derived columns from the ONS small areas
	$(BIN)/python -m layers.build

bench: $(VENV)/.test $(PREPARED)
	CHROMIUM=$$(sh scripts/chromium.sh) $(BIN)/python -m bench

# LOAD_URL asks a server that already runs on this machine, LOAD_SECONDS says how long each crowd asks.
load: $(VENV)/.test $(PREPARED) ## 10 to 500 clients at once, beside a plain Dash page; then with workers killed
	$(BIN)/python -m bench clients

soak: $(VENV)/.test $(PREPARED) ## what the server grows by in MINUTES of readers
	$(BIN)/python -m bench.soak --minutes $(MINUTES)

scale: $(VENV)/.test $(PREPARED) ## the overlaps of 1, 10 and 100 times as many small areas
	$(BIN)/python -m bench scale

# A seed that was not used while the tests were written says how they fare with what they haven't met.
mutants: $(VENV)/.test $(PREPARED) ## do the tests bite? SEED and SAMPLE (mutants an area) say which are tried
	REDIS_SERVER=$$(sh scripts/redis.sh) $(BIN)/python -m bench.mutants --area layers --seed $(SEED) --sample $(SAMPLE)
	REDIS_SERVER=$$(sh scripts/redis.sh) $(BIN)/python -m bench.mutants --area dashboard --seed $(SEED) --sample $(SAMPLE)
	$(WITH_NODE) npm run --silent mutants -- $(SEED) $(SAMPLE) bench/results/mutants-scripts.json

$(BIN)/python:
	$(PYTHON) -m venv $(VENV)

# The locks name every package, extras included: nothing is left for pip to resolve, so a newer release can't come between.
INSTALL = $(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --require-hashes -r

$(VENV)/.run: requirements.txt | $(BIN)/python
	$(INSTALL) requirements.txt
	touch $@

$(VENV)/.test: requirements-test.txt | $(BIN)/python
	$(INSTALL) requirements-test.txt
	touch $@ $(VENV)/.run

# No package may run a script as it is installed: none needs to.
$(NODE_MODULES): package.json package-lock.json .npmrc scripts/node.sh requirements-node.txt | $(BIN)/python
	$(WITH_NODE) npm ci --ignore-scripts --loglevel=error --no-progress
	touch $@

$(SCRIPT): $(NODE_MODULES) web/build.mjs $(shell find web/src -name '*.js')
	$(WITH_NODE) npm run --silent build

# pip compiles .py files as it installs; compressing the library scripts once makes every later start quick.
$(PREPARED): $(VENV)/.run $(SCRIPT)
	$(BIN)/python -m dashboard.server.prepare
	mkdir -p $(@D)
	touch $@

$(VENV)/.tools: requirements-tools.txt | $(BIN)/python
	$(INSTALL) requirements-tools.txt
	touch $@

# Every hash of every file that may be installed, for all Pythons from 3.11; UPGRADE=--upgrade takes newer releases of
# what others bring, while our own are pinned in the .in files.
LOCK = $(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-strip-extras \
	--custom-compile-command "make lock" $(UPGRADE)

lock: $(VENV)/.tools ## write the requirements*.txt from the requirements*.in
	$(LOCK) requirements.in --output-file requirements.txt
	$(LOCK) requirements-test.in --constraint requirements.txt --output-file requirements-test.txt
	$(LOCK) requirements-node.in --output-file requirements-node.txt
	$(LOCK) requirements-tools.in --output-file requirements-tools.txt

audit: $(VENV)/.tools ## hold what is locked to the published advisories
	sh scripts/audit.sh $(BIN)/pip-audit

clean:
	rm -rf $(VENV) node_modules $(SCRIPT) web/coverage web/.stryker var .pytest_cache .mypy_cache .ruff_cache
