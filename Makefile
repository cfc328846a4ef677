# The site's commands; each sets up what it needs first, and a second run sets up nothing.
BRIEFING := PYTHONPATH=plugins .venv/bin/python -m briefing
PYTHON ?= python3

.PHONY: build serve check verify test bench bench-sites clean lock pictures help

build: .venv/ready  ## convert the seeds and build the site into output/
	@$(BRIEFING) build

serve: .venv/ready  ## show the site at http://127.0.0.1:8000/ and again at each save
	@$(BRIEFING) serve

check: .venv/ready  ## inspect the built site: links, feeds, names
	@$(BRIEFING) check

verify: .venv/ready  ## prove that the site is what a clean build makes, byte by byte
	@$(BRIEFING) verify

test: .venv/ready-to-test  ## run every check and test
	@.venv/bin/ruff check && .venv/bin/ruff format --check --quiet && .venv/bin/mypy && .venv/bin/pytest --numprocesses logical --maxprocesses 4 --dist worksteal

pictures: .venv/ready-to-test build  ## take the README's pictures of the built site
	@.venv/bin/python docs/pictures.py

bench: .venv/ready  ## measure the speed of conversion, how well seeds are read, and tags and links beside other tools
	@PYTHONPATH=plugins .venv/bin/python bench/seeds.py
	@PYTHONPATH=plugins .venv/bin/python bench/reading.py
	@PYTHONPATH=plugins .venv/bin/python bench/likeness.py --install

bench-sites: .venv/ready  ## measure whole builds beside Hugo, Pelican and Eleventy, into bench/RESULTS.md
	@.venv/bin/python bench/sites.py

clean:  ## remove what building made; seeds and content stay
	@rm -rf output .cache

lock: .venv/ready-to-test  ## pin the newest versions that pyproject.toml allows
	@.ci/lock

help:  ## list these commands
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/make \1	\2/p' Makefile | expand -t 20

.venv/ready: requirements.lock pyproject.toml .ci/setup
	@PYTHON=$(PYTHON) .ci/setup build

.venv/ready-to-test: .venv/ready tests/requirements.lock
	@PYTHON=$(PYTHON) .ci/setup test
