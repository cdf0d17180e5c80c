"""The command, run as a user writes it, but in this process: its lanes are real, and share one server to fork from."""

from collections.abc import Callable
from typing import NamedTuple

import pytest

from granview.cli import main


class Ended(NamedTuple):
    """How a command ended, and what it printed."""

    returncode: int
    stdout: str
    stderr: str


GranviewRun = Callable[..., Ended]


@pytest.fixture
def granview_run(capsys: pytest.CaptureFixture[str]) -> GranviewRun:
    """``granview run --device cpu`` with more arguments."""

    def run(*arguments: object) -> Ended:
        capsys.readouterr()
        code = main(["run", "--device", "cpu", *map(str, arguments)])
        return Ended(code, *capsys.readouterr())

    return run
