# `make` prints this menu. Everything runs in .venv, which the first command makes; nothing else is touched.
SHELL := /bin/sh
BIN := .venv/bin
# make is the parent that people see: the kernel ends its Deskbell when it is killed.
ENDS_WITH_MAKE = $(shell setpriv --pdeathsig TERM true 2>/dev/null && echo setpriv --pdeathsig TERM)
.DEFAULT_GOAL := menu
.PHONY: menu demo test bench campaign evals format lock docs screenshots app environment machine

menu:
	@echo 'make demo      everything from nothing to a running Deskbell with the demo clinic (CONTENT=folder adds your documents)'
	@echo 'make test      exactly what CI runs: style, types, layers, migrations, tests, web, two-browser journeys'
	@echo 'make format    bring the code into its form'
	@echo 'make docs      print the pages that come from the code (settings, lifecycle, events)'
	@echo 'make screenshots  take the pictures of docs/screenshots anew'
	@echo 'make bench     speed, memory and growth, as ratios'
	@echo 'make campaign  the long races, faults and loads'
	@echo 'make evals     answer, handoff and emergency quality'
	@echo 'make lock      resolve and hash-lock all requirements anew (requirements/*.txt, web/package-lock.json)'

demo:
	@sh build_steps/environment.sh build
	@$(BIN)/python -m build_steps
	@exec $(ENDS_WITH_MAKE) $(BIN)/deskbell demo $(if $(CONTENT),--content "$(CONTENT)")

test: app machine
	@sh build_steps/gate.sh

bench: app
	@$(BIN)/python -m bench

campaign: app machine
	@$(BIN)/pytest -m campaign --timeout=1800 tests e2e

evals: app
	@$(BIN)/python -m evals

format: environment
	@$(BIN)/ruff format
	@$(BIN)/ruff check --fix

docs: environment
	@$(BIN)/deskbell docs

screenshots: app machine
	@$(BIN)/python -m e2e.screenshots

lock: environment
	@sh build_steps/lock.sh

# The parts other commands stand on.
environment:
	@sh build_steps/environment.sh dev

app: environment
	@$(BIN)/python -m build_steps

machine:
	@sh build_steps/machine.sh
