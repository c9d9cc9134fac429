# Two commands do all the set-up: `make demo` and `make test`.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.PHONY: demo test unit whole hosts wine libreoffice spark mutants fuzz kills pictures guide installer lock hooks lint build bench clean

$(VENV)/.ready: pyproject.toml constraints-dev.txt
	$(PYTHON) -m venv $(VENV)
	$(BIN)/pip install --quiet --upgrade "pip>=25.3"
	$(BIN)/pip install --quiet --editable . --group dev --group docs --constraint constraints-dev.txt
	touch $@

# The newest versions that pyproject.toml allows, written down for everybody.
lock:
	$(PYTHON) -m venv --clear $(VENV)
	$(BIN)/pip install --quiet --upgrade "pip>=25.3"
	$(BIN)/pip install --quiet --editable . --group dev --group docs
	{ head -n 1 constraints-dev.txt; $(BIN)/pip freeze --exclude-editable; } > constraints-dev.new
	mv constraints-dev.new constraints-dev.txt
	$(BIN)/python -m installer.lock
	touch $(VENV)/.ready

# The checks of `make lint`, before every commit.
hooks: $(VENV)/.ready
	$(BIN)/pre-commit install

demo: $(VENV)/.ready
	$(BIN)/medoffice demo

# What is compiled is kept, whatever the shell says: the tests are hundreds of modules, and start the program over and over.
test unit whole hosts wine libreoffice spark: export PYTHONDONTWRITEBYTECODE :=

# A part of few files looks through those alone: to import every test takes longer than some of them.
marked = $(shell grep -rlw --include='test_*.py' 'mark.$(1)' tests)

# What each of several parts says stays together where make can do that; a Mac's is too old.
BESIDE := $(MAKE) --keep-going $(if $(filter output-sync,$(.FEATURES)),--output-sync=target)

# Every test: the units, for they fail soonest; then Wine, which waits more than it works, beside the whole way through the
# house, and the other hosts after that.
test: unit
	$(BESIDE) --jobs=2 wine whole libreoffice spark

unit: $(VENV)/.ready
	$(BIN)/python -m pytest -n auto --dist worksteal -m "not whole and not libreoffice and not wine and not spark"

whole: $(VENV)/.ready
	$(BIN)/python -m pytest -n auto --dist loadfile -m "whole and not libreoffice and not wine and not spark"

# Real hosts run beside one another: Wine is one computer, LibreOffice is started for a file of tests.
hosts: $(VENV)/.ready
	$(BESIDE) --jobs=3 wine libreoffice spark

wine: $(VENV)/.ready
	$(BIN)/python -m pytest -m wine tests/hosts/wine

libreoffice: $(VENV)/.ready
	$(BIN)/python -m pytest -n 2 --dist loadfile -m "libreoffice and not wine" $(call marked,libreoffice)

spark: $(VENV)/.ready
	$(BIN)/python -m pytest -m "spark and not libreoffice and not wine" $(call marked,spark)

# Small changes to what judges, each of which some test should notice, for so long at most; MUTANTS names some of them.
MINUTES ?= 60
mutants: $(VENV)/.ready
	-timeout $(MINUTES)m $(BIN)/mutmut run $(MUTANTS)
	$(BIN)/mutmut results
	$(BIN)/mutmut export-cicd-stats
	cat mutants/mutmut-cicd-stats.json

lint: $(VENV)/.ready
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

# Files made at random, and runs that are killed: make fuzz N=100000, make kills N=100. Long; not part of the tests.
N ?=
fuzz: $(VENV)/.ready
	$(BIN)/python -m campaigns.fuzz $(if $(N),--files $(N))

# A picture of each page, for README and docs, from the invented practice: needs LibreOffice and poppler.
pictures: build
	$(BIN)/python -m campaigns.pictures
	$(BIN)/medoffice build

# The guide, into site/: read offline, from index.html on.
guide: build
	$(BIN)/mkdocs build --quiet

# The installer for Windows and the same content as a zip, into dist/: needs NSIS (Debian: nsis).
installer: build
	$(BIN)/python -m installer

kills: $(VENV)/.ready
	$(BIN)/python -m campaigns.kills $(if $(N),--kills $(N))

build: $(VENV)/.ready
	$(BIN)/medoffice build

clean:
	rm -rf $(VENV) .installer demo dist mutants
