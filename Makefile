# Needed beforehand: Python 3.11 or newer, Node 20 or newer, make.
#   make run    install what is missing, start the demonstration at http://127.0.0.1:8000
#   make test   every check and test
#   make check  the static checks alone
#   make bench  every speed that is promised, side by side in one run, as tables (half an hour)
#   make faults every fault under load: what was lost, doubled, left open (six minutes)
#   make lock   lock the dependencies that were changed by hand; UPGRADE=--upgrade: all of them
#   make clean  remove what was installed and built; the data in var/ stays

PYTHON ?= python3
COMPILE = .venv/bin/uv pip compile --quiet --universal --python-version 3.11 \
	--generate-hashes --no-emit-index-url --no-header

.PHONY: run test check bench faults lock clean
.DEFAULT_GOAL := run

run:
	@$(PYTHON) scripts/prepare.py run
	@exec .venv/bin/gongwei demo

test:
	@$(PYTHON) scripts/prepare.py test
	@exec .venv/bin/python scripts/verify.py test

check:
	@$(PYTHON) scripts/prepare.py test
	@exec .venv/bin/python scripts/verify.py check

bench:
	@$(PYTHON) scripts/prepare.py test
	@cd tests/load && export PYTHONPATH=..:. && for part in check_ins burst rollups duty; do \
		../../.venv/bin/python measure_$$part.py || exit 1; echo; done

faults:
	@$(PYTHON) scripts/prepare.py test
	@cd tests/faults && PYTHONPATH=..:../load:. ../../.venv/bin/python rounds.py

# The installation of the package itself needs setuptools, which no dependency names.
lock:
	@$(PYTHON) scripts/prepare.py lock
	echo 'setuptools>=80' | $(COMPILE) $(UPGRADE) pyproject.toml - -o requirements.lock
	echo 'setuptools>=80' | $(COMPILE) $(UPGRADE) pyproject.toml - --extra dev \
		-c requirements.lock -o requirements-dev.lock
	cd frontend && npm install --no-audit --no-fund --omit-lockfile-registry-resolved \
		&& node build/complete-lock.mjs

clean:
	rm -rf .venv frontend/node_modules frontend/dist backend/*.egg-info
	rm -rf .hypothesis .import_linter_cache .mypy_cache .pytest_cache .ruff_cache .schemathesis
	find backend tests scripts -name __pycache__ -prune -exec rm -rf {} +
