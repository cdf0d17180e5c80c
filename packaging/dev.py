"""The project's commands, the same on every system: ``python packaging/dev.py run``, ``test``, ``bench`` and others.

``make run`` and ``make test`` call this file; on Windows and macOS call it directly. It needs nothing but Python.
"""

import argparse
import subprocess
import sys

if sys.version_info < (3, 11):  # noqa: UP036 -- this file is what an older Python meets first
    sys.exit(f"GranView needs Python 3.11 or newer; this is {sys.version.split()[0]}.")

from display import has_display
from environment import ROOT, Environment, Lock
from system_libraries import ensure_system_libraries

HEADLESS_OUT = ROOT / "out" / "gallery"
GALLERY_LANES = ("zoo:unet-nano", "zoo:unet-base", "zoo:segformer-small")

CHECKS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("lint", ("-m", "ruff", "check", ".")),
    ("format", ("-m", "ruff", "format", "--check", ".")),
    ("types", ("-m", "mypy")),
    ("import contracts", ("-c", "from importlinter.cli import lint_imports_command; lint_imports_command()")),
    ("tests", ("-m", "pytest")),
)


def run(environment: Environment) -> int:
    """Open the window with the gallery; without a display, do the same comparison headless."""
    environment.ensure(Lock.RUN)
    if has_display(environment.python):
        return environment.call("main.py", "--gallery")
    print("There is no display, so the gallery is compared headless.", flush=True)
    lanes = [part for lane in GALLERY_LANES for part in ("--model", lane)]
    gallery = str(ROOT / "resources" / "gallery")
    code = environment.call(
        "main.py", "run", "--task", "image-segmentation", *lanes, "--input", gallery, "--out", str(HEADLESS_OUT)
    )
    print(f"Comparison pictures: {HEADLESS_OUT / 'comparison'}\nTables: {HEADLESS_OUT / 'summary.csv'}")
    return code


def test(environment: Environment) -> int:
    """Run every check, the quick ones first; stop at the first that fails."""
    environment.ensure(Lock.DEV)
    for name, arguments in CHECKS:
        print(f"== {name}", flush=True)
        code = environment.call(*arguments)
        if code:
            print(f"== {name} failed", flush=True)
            return code
    return 0


def bench(environment: Environment) -> int:
    """Print the table of benchmarks that the README quotes."""
    environment.ensure(Lock.DEV)
    return environment.call("-m", "tests.benchmarks")


def zoo(environment: Environment) -> int:
    """Train the whole zoo again."""
    environment.ensure(Lock.RUN)
    return environment.call("-m", "granview.zoo", "train", "all")


def lock(environment: Environment) -> int:
    """Write the lock files anew from pyproject.toml."""
    return environment.relock()


def licences(environment: Environment) -> int:
    """Write packaging/LICENCES.md from what the run lock installs."""
    environment.ensure(Lock.RUN)
    return environment.call("packaging/licences.py")


COMMANDS = {"run": run, "test": test, "bench": bench, "zoo": zoo, "lock": lock, "licences": licences}


def main() -> int:
    """Parse the command, set up what it needs, and do it; returns the exit code."""
    parser = argparse.ArgumentParser(prog="dev.py", description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    for name, function in COMMANDS.items():
        commands.add_parser(name, help=(function.__doc__ or "").partition("\n")[0])
    command = parser.parse_args().command
    problem = ensure_system_libraries() if command in ("run", "test", "bench") else None
    if problem:
        print(problem, file=sys.stderr)
        return 1
    try:
        return COMMANDS[command](Environment())
    except subprocess.CalledProcessError as error:
        print(f"Setting up failed: {error}. Check the network and try again.", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main())
