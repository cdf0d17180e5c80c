# What these do lives in packaging/dev.py, which runs on every system: python packaging/dev.py run
#
#   make run       open the window with the galleries (without a display: compare them headless)
#   make check     lint, format, types, import contracts: seconds, the first time half a minute
#   make test      check, and all tests
#   make hooks     have git run check before each commit, test before each push
#   make bench     the table of benchmarks;  make fuzz  damaged files of every kind
#   make zoo       train the embedded models again;  make lock, make licences  write those files anew
#
# While you work: .venv/bin/python -m pytest -m "not slow" -n logical
PYTHON ?= python3

.PHONY: run check test hooks bench fuzz zoo lock licences
run check test hooks bench fuzz zoo lock licences:
	@$(PYTHON) packaging/dev.py $@
