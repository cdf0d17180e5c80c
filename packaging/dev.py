"""The project's commands, the same on every system: ``python packaging/dev.py run``, ``check``, ``test`` and others.

``make run`` and ``make test`` call this file; on Windows and macOS call it directly. It needs nothing but Python.
While you work: ``check`` takes seconds (half a minute the first time), and
``.venv/bin/python -m pytest -m "not slow" -n logical`` leaves out what is marked slow.
"""

import argparse
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

if sys.version_info < (3, 11):  # noqa: UP036 -- this file is what an older Python meets first
    sys.exit(f"GranView needs Python 3.11 or newer; this is {sys.version.split()[0]}.")

from display import has_display
from environment import ROOT, Environment, Lock
from git_hooks import HOOKS, install_hooks
from granview_command import ensure_command
from runtime_locks import write_runtime_locks
from system_libraries import ensure_system_libraries

GALLERY_LANES = ("zoo:unet-nano", "zoo:unet-base", "zoo:segformer-small")
TEXT_LANES: dict[str, tuple[str, ...]] = {
    "sentiment": ("zoo:sentiment-bilstm", "zoo:sentiment-nano", "zoo:sentiment-base"),
    "entities": ("zoo:ner-nano", "zoo:ner-base"),
    "code": ("zoo:code-nano", "zoo:code-base"),
}
"""Which models are compared on which file of the gallery of texts."""

BUILD_TRANSLATIONS = ("packaging/translations.py", "build")
"""What makes the files that the window's translations are loaded from."""

Check = tuple[str, tuple[str, ...]]
"""A check's name, and what the environment's Python is told to do for it."""

CHECKS: tuple[Check, ...] = (
    ("lint", ("-m", "ruff", "check", ".")),
    ("format", ("-m", "ruff", "format", "--check", ".")),
    ("types", ("-m", "mypy")),
    ("import contracts", ("-c", "from importlinter.cli import lint_imports_command; lint_imports_command()")),
)
"""The quick checks: what ``check``, ``test`` and git's hooks hold the code to."""

TESTS: Check = ("tests", ("-m", "pytest", "-n", "logical", "--maxprocesses", "8", "--dist", "worksteal"))
"""What ``test`` runs after the quick checks. Tests run in a process per core; each process keeps to itself what is
costly to start, such as the server that lanes are forked from."""


def set_up(environment: Environment, lock: Lock) -> None:
    """Have the packages of a lock file, the command ``granview`` and the window's translations."""
    environment.ensure(lock)
    ensure_command(environment)
    environment.call(*BUILD_TRANSLATIONS)


def run(environment: Environment) -> int:
    """Open the window with the gallery of images; without a display, compare it and the texts headless."""
    set_up(environment, Lock.RUN)
    if has_display(environment.python):
        return environment.call("main.py", "--gallery", "images")
    print("There is no display, so the galleries are compared headless.", flush=True)
    return max(compare(environment, *each) for each in comparisons())


def comparisons() -> list[tuple[tuple[str, ...], Path, Path]]:
    """What is compared where there is no display: the models, the input, and where the results go."""
    resources, out = ROOT / "resources", ROOT / "out"
    texts = [
        (lanes, resources / "gallery-text" / f"{name}.jsonl", out / "gallery-text" / name)
        for name, lanes in TEXT_LANES.items()
    ]
    return [(GALLERY_LANES, resources / "gallery", out / "gallery"), *texts]


def compare(environment: Environment, lanes: tuple[str, ...], given: Path, out: Path) -> int:
    """Run models on an input, and say where the results are."""
    print(f"\n== {given.relative_to(ROOT)}", flush=True)
    models = [part for lane in lanes for part in ("--model", lane)]
    code = environment.call("main.py", "run", *models, "--input", str(given), "--out", str(out))
    print(f"Comparison pages: {out / 'comparison'}\nTables: {out / 'summary.csv'}", flush=True)
    return code


def check(environment: Environment) -> int:
    """Run the quick checks: lint, format, types, import contracts; stop at the first that fails."""
    return run_checks(environment, CHECKS)


def test(environment: Environment) -> int:
    """Run the quick checks, then all tests; stop at the first that fails."""
    return run_checks(environment, (*CHECKS, TESTS))


def run_checks(environment: Environment, checks: tuple[Check, ...]) -> int:
    """Run checks in order; returns the exit code of the first that fails, else 0."""
    set_up(environment, Lock.DEV)
    for name, arguments in checks:
        print(f"== {name}", flush=True)
        code = environment.call(*arguments)
        if code:
            print(f"== {name} failed", flush=True)
            return code
    return 0


def bench(environment: Environment) -> int:
    """Print the tables of benchmarks that the guide quotes."""
    set_up(environment, Lock.DEV)
    return environment.call("-m", "tests.benchmarks")


def fuzz(environment: Environment, *arguments: str) -> int:
    """Damage files of every kind and see that each is told in words; --help after it lists its options."""
    set_up(environment, Lock.DEV)
    return environment.call("-m", "tests.fuzz", *arguments)


def app(environment: Environment, *arguments: str) -> int:
    """Build what a person double-clicks, for this system; --help after it lists its options."""
    set_up(environment, Lock.DEV)
    return environment.call("packaging/build_app.py", *arguments)


def zoo(environment: Environment) -> int:
    """Train the whole zoo again."""
    set_up(environment, Lock.RUN)
    return environment.call("-m", "granview.zoo", "train", "all")


def lock(environment: Environment) -> int:
    """Write the lock files anew from pyproject.toml, those of the application and its runtimes too."""
    return environment.relock() or write_runtime_locks()


def hooks(_: Environment) -> int:
    """Have git run the quick checks before each commit and all tests before each push, in this clone."""
    problem = install_hooks()
    if problem:
        print(problem, file=sys.stderr)
        return 1
    for hook, command in HOOKS.items():
        print(f"{hook}: git runs 'python packaging/dev.py {command}'; --no-verify leaves it out.")
    return 0


def docs(environment: Environment) -> int:
    """Build the guide's site into resources/guide, where Help opens it; its links are checked."""
    set_up(environment, Lock.DEV)
    return environment.call("packaging/guide_site.py")


def licences(environment: Environment) -> int:
    """Write packaging/LICENCES.md from what the run lock installs."""
    set_up(environment, Lock.RUN)
    return environment.call("packaging/licences.py")


def translations(environment: Environment) -> int:
    """Bring the files of translations up to date with the window's strings, and say how many have none."""
    set_up(environment, Lock.RUN)
    return environment.call("packaging/translations.py", "update")


COMMANDS: dict[str, Callable[..., int]] = {
    "run": run,
    "check": check,
    "test": test,
    "hooks": hooks,
    "bench": bench,
    "fuzz": fuzz,
    "app": app,
    "zoo": zoo,
    "lock": lock,
    "docs": docs,
    "licences": licences,
    "translations": translations,
}

WITH_OPTIONS = frozenset({"app", "fuzz"})
"""Commands that take options of their own."""


def command_parser() -> argparse.ArgumentParser:
    """The parser of the command; what follows those of ``WITH_OPTIONS`` is left to them."""
    parser = argparse.ArgumentParser(prog="dev.py", description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    for name, function in COMMANDS.items():
        commands.add_parser(name, help=(function.__doc__ or "").partition("\n")[0], add_help=name not in WITH_OPTIONS)
    return parser


def main() -> int:
    """Parse the command, set up what it needs, and do it; returns the exit code."""
    parser = command_parser()
    known, options = parser.parse_known_args()
    command = known.command
    if options and command not in WITH_OPTIONS:
        parser.error(f"unrecognized arguments: {' '.join(options)}")
    problem = ensure_system_libraries() if command in ("run", "test", "bench") else None
    if problem:
        print(problem, file=sys.stderr)
        return 1
    try:
        return COMMANDS[command](Environment(), *options)
    except subprocess.CalledProcessError as error:
        print(f"Setting up failed: {error}. Check the network and try again.", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main())
