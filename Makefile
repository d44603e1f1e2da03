# Everything on a fresh machine: `make run` serves the dashboard, `make test` checks it.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
HOST ?= 127.0.0.1
PORT ?= 8050
SEED ?= 1
SAMPLE ?= 100
export HOST PORT

.PHONY: run serve test lint types unit browser data bench mutants clean

run: $(VENV)/.run ## install what is needed and serve on HOST:PORT
	$(BIN)/python app.py

# An export keeps a thread waiting: EXPORT_WAITING is how many may, and it stays below the threads of a worker.
serve: $(VENV)/.run ## the same under gunicorn, two workers
	$(BIN)/gunicorn --workers 2 --threads 8 --limit-request-line 8190 --bind $(HOST):$(PORT) app:server

test: lint types unit browser ## everything CI checks

lint: $(VENV)/.test
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(VENV)/.test
	$(BIN)/mypy layers dashboard app.py

unit: $(VENV)/.test
	REDIS_SERVER=$$(sh scripts/redis.sh) $(BIN)/python -m pytest -n 2 -m "not browser" -q

browser: $(VENV)/.test
	CHROMIUM=$$(sh scripts/chromium.sh) $(BIN)/python -m pytest -m browser -q

data: $(VENV)/.test ## rebuild data/boundaries and the derived columns from the ONS small areas
	$(BIN)/python -m layers.build

bench: $(VENV)/.test
	CHROMIUM=$$(sh scripts/chromium.sh) $(BIN)/python -m bench

# A seed that was not used while the tests were written says how they fare with what they haven't met.
mutants: $(VENV)/.test ## do the tests bite? SEED and SAMPLE (mutants an area) say which are tried
	REDIS_SERVER=$$(sh scripts/redis.sh) $(BIN)/python -m bench.mutants --area layers --seed $(SEED) --sample $(SAMPLE)
	REDIS_SERVER=$$(sh scripts/redis.sh) $(BIN)/python -m bench.mutants --area dashboard --seed $(SEED) --sample $(SAMPLE)

$(BIN)/python:
	$(PYTHON) -m venv $(VENV)

# pip compiles .py files as it installs; compressing the library scripts once makes every later start quick.
$(VENV)/.run: requirements.txt | $(BIN)/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements.txt
	$(BIN)/python -m dashboard.server.prepare
	touch $@

$(VENV)/.test: requirements.txt requirements-build.txt requirements-test.txt | $(BIN)/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements-test.txt
	$(BIN)/python -m dashboard.server.prepare
	touch $@ $(VENV)/.run

clean:
	rm -rf $(VENV) var .pytest_cache .mypy_cache .ruff_cache
