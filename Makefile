# make run: the portal on this machine    make test: all tests    The rest is for those who change it.
PYTHON ?= python3
BIN := .venv/bin
MAY_INSTALL := $(shell if [ "$$(id -u)" = 0 ]; then echo env; elif sudo -n true 2>/dev/null; then echo sudo; fi)
APT_GET := $(MAY_INSTALL) DEBIAN_FRONTEND=noninteractive apt-get

# Each process of the portal would compile all it imports anew: of these there are dozens in the tests
unexport PYTHONDONTWRITEBYTECODE

.PHONY: run test lint bench lock pins sbom browser
.DEFAULT_GOAL := run

run: .venv/installed
	@exec $(BIN)/python manage.py serve

test: .venv/installed-dev browser
	@exec $(BIN)/python -m pytest --numprocesses auto --dist load --maxschedchunk 4 --durations 20

lint: .venv/installed-dev
	$(BIN)/ruff format --check
	$(BIN)/ruff check
	$(BIN)/lint-imports

bench: .venv/installed-dev
	@exec $(BIN)/python -m bench

# Pins every package that pyproject.toml asks for, and what those ask for in turn, with the hashes of all their files.
# `make pins` leaves versions as they are, `make lock` renews all that pyproject.toml leaves open
PIN := $(BIN)/pip-compile --quiet --generate-hashes --allow-unsafe --strip-extras --annotation-style=line --no-header --no-emit-options --no-emit-index-url --no-emit-trusted-host --no-emit-find-links
lock: RENEW := --upgrade
lock pins: .venv/installed-dev
	$(BIN)/python -m pip install --quiet pip-tools
	$(PIN) $(RENEW) --output-file requirements.txt pyproject.toml
	$(PIN) $(RENEW) --extra dev --constraint requirements.txt --output-file requirements-dev.txt pyproject.toml

# What the portal is made of, for whoever looks for known holes: var/sbom.json in the words of CycloneDX
sbom: .venv/made
	@$(BIN)/python -m venv var/sbom
	@var/sbom/bin/python -m pip install --quiet --disable-pip-version-check cyclonedx-bom==7.5.0
	@PYTHONWARNINGS=ignore var/sbom/bin/cyclonedx-py requirements requirements.txt --pyproject pyproject.toml --output-reproducible --of JSON -o var/sbom.json

# A Python environment of the portal's own; one that was left half-made is made anew
.venv/made:
	@command -v $(PYTHON) >/dev/null || { echo "There is no $(PYTHON) here: install Python 3.11 or newer." >&2; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "$(PYTHON) is older than 3.11: name a newer one, as in PYTHON=python3.11 make run" >&2; exit 1; }
	@if ! $(PYTHON) -c 'import ensurepip, venv' 2>/dev/null && [ -n "$(MAY_INSTALL)" ] && command -v apt-get >/dev/null; then \
		$(APT_GET) update -qq && $(APT_GET) install -y -qq --no-install-recommends python3-venv >/dev/null; \
	fi
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { echo "$(PYTHON) cannot make environments: install the package python3-venv (as root: apt-get install python3-venv)." >&2; exit 1; }
	@$(PYTHON) -m venv --clear .venv || { echo "The folder .venv cannot be made: see above, then delete .venv and try again." >&2; exit 1; }
	@touch $@

.venv/installed: .venv/made requirements.txt
	@echo "Installing the packages ..."
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.txt || { echo "The packages could not be installed: see above. Try again when the package index can be reached." >&2; exit 1; }
	@touch $@

.venv/installed-dev: .venv/installed requirements-dev.txt
	@echo "Installing the packages for development ..."
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.txt || { echo "The packages could not be installed: see above. Try again when the package index can be reached." >&2; exit 1; }
	@touch $@

# Whether a page can be opened in Chromium is found out before the tests begin. Playwright's own node wants libatomic1.
BROWSER_PACKAGES := chromium-headless-shell fonts-dejavu-core libatomic1
browser: .venv/installed-dev
	@if ! $(BIN)/python -m tests.chromium >/dev/null 2>&1 && [ -n "$(MAY_INSTALL)" ] && command -v apt-get >/dev/null; then \
		echo "Installing Chromium for the browser tests ..."; \
		$(APT_GET) update -qq && $(APT_GET) install -y -qq --no-install-recommends $(BROWSER_PACKAGES) >/dev/null; \
	fi
	@$(BIN)/python -m tests.chromium || echo "Browser tests will not run; for them install $(BROWSER_PACKAGES) (as root: apt-get install $(BROWSER_PACKAGES))."
