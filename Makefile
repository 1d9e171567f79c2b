PY = .venv/bin/python
BELOW_THE_DOORS = tests/ledger tests/operations tests/queries tests/jobs

.PHONY: install check test test-fast test-measures test-postgres test-journeys test-long bench bench-long room lock docs

install:            ## what the tests need; says what it needs root for
	@python3 tests/prepare.py

check: install      ## floors, types, style
	@.venv/bin/ruff format --check --quiet src tests benchmarks examples start.py
	@.venv/bin/ruff check --quiet src tests benchmarks examples start.py
	@PYTHONPATH=src .venv/bin/lint-imports --no-logo
	@.venv/bin/mypy

test: check test-fast test-measures test-postgres test-journeys   ## everything CI runs

test-fast: install  ## the ordinary suite, on SQLite
	@$(PY) -m pytest -q -n 2 --dist worksteal -m "not browser and not long and not measures"

test-measures: install  ## every measure on each engine, by a second hand, with each filter, on each page
	@$(PY) -m pytest -q -n 2 -m "measures and not long" tests

test-postgres: install
	@$(PY) tests/on_postgres.py -q -n 2 -m "not browser and not long" $(BELOW_THE_DOORS)

test-journeys: install
	@$(PY) -m pytest -q -n 2 -m "browser and not long" tests/journeys
	@$(PY) tests/on_postgres.py -q -n 2 -m "browser and not long" tests/journeys -k test_journey

test-long: install  ## everything marked long, piece by piece, with a verdict; some of it: make test-long PIECES="fuzz real"
	@$(PY) tests/long.py $(PIECES)

bench: install      ## the figures, with their targets
	@PYTHONPATH=src $(PY) -m benchmarks

bench-long: install
	@PYTHONPATH=src $(PY) -m benchmarks --long

room:               ## make room NAME: its file on every floor
	@python3 tests/house/rooms.py $(filter-out $@,$(MAKECMDGOALS))

docs: install       ## the generated part of the reference
	@$(PY) -m leadpact docs docs/reference

lock:               ## needs uv
	@uv pip compile pyproject.toml --universal --generate-hashes --python-version 3.11 --no-header --no-annotate -o requirements.lock
	@uv pip compile pyproject.toml --extra dev --universal --generate-hashes --python-version 3.11 --no-header --no-annotate -o requirements-dev.lock

%:
	@:
