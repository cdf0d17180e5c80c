"""Every command line of the documentation and of --help is understood, and succeeds where it can be tried here.

Commands are found in the pages themselves, so that a new one is held as soon as it is written.
"""

import importlib.util
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

import dev
import pytest
from environment import ROOT, Environment

from granview.cli import COMMANDS, main
from tests.helpers.documented import Command, commands_of, examples_of, mentions_of, parsed_line, program_of
from tests.helpers.documented_inputs import make_inputs
from tests.helpers.really_parsed import granview_options, granview_parser, help_of, module_options, option_names

PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])
IN_HELP = [command for name in ("", *COMMANDS) for command in examples_of(help_of(name), f"granview {name} --help")]
IN_PAGES = [command for page in PAGES for command in commands_of(page, ROOT)]
SHOWN = list({command.words: command for command in (*IN_HELP, *IN_PAGES)}.values())
"""Each once; where a page shows it too, with its place there."""

MENTIONED = [command for page in PAGES for command in mentions_of(page, ROOT)]

NOT_TRIED = {
    r"\bhf:": "a model of the hub: needs a network",
    r"\btorchvision:(?!\S*@)": "published weights of torchvision: needs a network",
    r"--ladder (?!zoo-)": "models of the hub: needs a network",
    r"--search\b": "asks the hub: needs a network",
    r"\bcuda\b": "needs a GPU",
    r"\bruntime (install|check|rollback|remove)\b": "needs the application, which has no torch of its own",
}
"""Commands that are understood here and not run, by what stands in them, and why."""

SLOW = ("run", "export")
"""Commands of ``granview`` that take seconds: they start lanes, or need a session that lanes have made."""

PLACEHOLDER = re.compile(r"…|\.\.\.|^\[|\b[A-Z]{3,}$|^<.*>$")
"""Words that stand for others, in a synopsis."""


def granview_arguments(command: Command) -> list[str] | None:
    """What is said to ``granview`` by any of its names; None where the command is another."""
    words = list(command.words)
    if program_of(words) == "granview":
        return words[1:]
    if program_of(words) == "python" and words[1] == "main.py":
        return words[2:]
    return words[3:] if words[1:3] == ["-m", "granview"] else None


def is_synopsis(command: Command) -> bool:
    return any(PLACEHOLDER.search(word) for word in command.words)


def opens_window(arguments: Sequence[str]) -> bool:
    return not arguments or arguments[0] not in COMMANDS


def only_tells(command: Command) -> bool:
    return not {"--help", "-h", "--version"}.isdisjoint(command.words)


OPENED_AND_CLOSED = """
import sys
from PySide6.QtWidgets import QApplication

QApplication.exec = lambda *_: QApplication.processEvents() or 0

from granview.cli import main

sys.exit(main())
"""
"""The program, whose window is closed as soon as what awaits it has been done."""

OURS = [command for command in SHOWN if granview_arguments(command) is not None and not is_synopsis(command)]
TELLING = [command for command in OURS if only_tells(command)]
GRANVIEW = [command for command in OURS if command not in TELLING]
OTHERS = [command for command in SHOWN + MENTIONED if granview_arguments(command) is None]
WINDOWS = [command for command in GRANVIEW if opens_window(granview_arguments(command))]
RUNS = [
    pytest.param(command, marks=pytest.mark.slow if granview_arguments(command)[0] in SLOW else (), id=str(command))
    for command in GRANVIEW
    if command not in WINDOWS
]


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Commands are run where one who follows a page would run them: beside the resources, with inputs of their own."""
    for name in ("resources", "docs"):
        (tmp_path / name).symlink_to(ROOT / name, target_is_directory=True)
    monkeypatch.chdir(tmp_path)
    for name in ("CONFIG", "DATA", "STATE", "CACHE"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(tmp_path / "own" / name.lower()))
    return tmp_path


def test_commands_are_found() -> None:
    assert "README.md" in {page.name for page in PAGES}
    assert {program_of(command.words) for command in IN_PAGES} >= {"granview", "make"}
    assert RUNS
    assert WINDOWS


@pytest.mark.parametrize("command", GRANVIEW, ids=str)
def test_granview_understands_what_is_shown(command: Command) -> None:
    granview_options(granview_arguments(command))


def test_what_is_shown_to_tell_something_tells_it() -> None:
    for command in TELLING:
        with pytest.raises(SystemExit) as ended:
            main(granview_arguments(command))
        assert ended.value.code == 0, command


def run_alone(arguments: Sequence[str]) -> tuple[int, str, str]:
    """In a process of its own: lanes here are forked from a server that has the settings' folder of an earlier test."""
    command = [sys.executable, "-m", "granview", *arguments]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    ended = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=120, check=False)
    return ended.returncode, ended.stdout, ended.stderr


@pytest.mark.parametrize("command", RUNS)
def test_what_is_shown_succeeds(command: Command, capsys: pytest.CaptureFixture[str]) -> None:
    for sign, reason in NOT_TRIED.items():
        if re.search(sign, str(command)):
            pytest.skip(f"{command.place}: {reason}")
    arguments = granview_arguments(command)
    options = granview_options(arguments)
    make_inputs(options)

    code, out, err = run_alone(arguments) if "--trust-code" in arguments else (main(arguments), *capsys.readouterr())

    assert code == 0, err
    assert out
    if getattr(options, "out", None) is not None:
        assert options.out.is_file() or any(options.out.iterdir())


@pytest.mark.slow
@pytest.mark.parametrize("command", WINDOWS, ids=str)
def test_the_window_opens_as_is_shown(command: Command) -> None:
    arguments = granview_arguments(command)
    make_inputs(granview_options(arguments))

    ended = subprocess.run(
        [sys.executable, "-c", OPENED_AND_CLOSED, *arguments],
        env={**os.environ, "PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )

    said = [line for line in ended.stderr.splitlines() if not line.startswith("This plugin does not support")]
    assert (ended.returncode, said) == (0, [])


@pytest.mark.parametrize("command", MENTIONED, ids=lambda command: f"{command.place} {command}")
def test_options_that_the_text_speaks_of_are_there(command: Command) -> None:
    arguments = granview_arguments(command)
    if arguments is None:
        return
    known = option_names(granview_parser(arguments))
    assert {word.partition("=")[0] for word in arguments if word.startswith("--")} <= known
    if arguments and re.fullmatch(r"[a-z]+", arguments[0]):
        assert arguments[0] in COMMANDS


@pytest.mark.parametrize("command", OTHERS, ids=lambda command: f"{command.place} {command}")
def test_other_commands_are_understood(command: Command) -> None:
    understand(command)


@pytest.mark.parametrize("name", sorted(dev.COMMANDS))
@pytest.mark.parametrize("display", [True, False])
def test_what_the_commands_of_make_call_is_there(name: str, display: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = Asked()
    monkeypatch.setattr(dev, "ensure_command", lambda _: None)
    monkeypatch.setattr(dev, "install_hooks", lambda: None)
    monkeypatch.setattr(dev, "write_runtime_locks", lambda: 0)
    monkeypatch.setattr(dev, "has_display", lambda _: display)

    assert dev.COMMANDS[name](asked) == 0

    for call in asked.calls:
        understand(Command(("python", *call), name))


class Asked(Environment):
    """An environment that notes what it is asked to run."""

    def __init__(self) -> None:
        super().__init__()
        self.calls: list[tuple[str, ...]] = []

    def ensure(self, lock: object) -> None:
        pass

    def relock(self) -> int:
        return 0

    def call(self, *arguments: str) -> int:
        self.calls.append(arguments)
        return 0


def understand(command: Command) -> None:
    """Check a command that is not ``granview`` as far as can be without doing it."""
    arguments = granview_arguments(command)
    if arguments is not None:
        granview_options(arguments)
    elif program_of(command.words) == "make":
        understand_make(command)
    elif command.words[1] == "-m":
        understand_module(command)
    elif command.words[1] == "packaging/dev.py":
        understand_dev(command.words[2:])
    else:
        assert command.words[1] == "-c" or (ROOT / command.words[1]).is_file()


def understand_make(command: Command) -> None:
    """Every target is in the Makefile, and calls what understands it."""
    if shutil.which("make") is None:
        pytest.skip("there is no make here")
    dry = ["make", "--dry-run", "--directory", str(ROOT), "--no-print-directory", *command.words[1:]]
    answer = subprocess.run(dry, capture_output=True, text=True, check=False)
    assert answer.returncode == 0, answer.stderr
    called = [found for line in answer.stdout.splitlines() for found in parsed_line(line, command.place)]
    assert called
    for each in called:
        understand(each)


def understand_dev(arguments: Sequence[str]) -> None:
    options, others = dev.command_parser().parse_known_args(arguments)
    assert not others or options.command in dev.WITH_OPTIONS
    if options.command == "fuzz":
        module_options("tests.fuzz", others)


MODULES: dict[str, Callable[[Sequence[str]], object]] = {
    "granview.zoo": lambda given: module_options("granview.zoo", given),
    "tests.fuzz": lambda given: module_options("tests.fuzz", given),
}
"""Modules whose own parsers can be asked; of others it is checked that they are there."""


def understand_module(command: Command) -> None:
    module, arguments = command.words[2], command.words[3:]
    assert importlib.util.find_spec(module) is not None
    if module in MODULES and not is_synopsis(command):
        MODULES[module](arguments)
