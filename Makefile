# What these do lives in packaging/dev.py, which runs on every system: python packaging/dev.py run
PYTHON ?= python3

.PHONY: run test bench fuzz zoo lock licences
run test bench fuzz zoo lock licences:
	@$(PYTHON) packaging/dev.py $@
