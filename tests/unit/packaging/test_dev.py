"""One table of checks: ``check`` runs it, and ``test`` runs it before the tests."""

from collections.abc import Callable

import dev
import pytest
from environment import Lock


class Asked:
    """An environment that notes what it is asked to run; what is named in ``failing`` fails."""

    def __init__(self, failing: tuple[str, ...] | None = None) -> None:
        self.failing = failing
        self.locks: list[Lock] = []
        self.calls: list[tuple[str, ...]] = []

    def ensure(self, lock: Lock) -> None:
        self.locks.append(lock)

    def call(self, *arguments: str) -> int:
        self.calls.append(arguments)
        return 3 if arguments == self.failing else 0


@pytest.fixture(autouse=True)
def installed(monkeypatch: pytest.MonkeyPatch) -> list[Asked]:
    into: list[Asked] = []
    monkeypatch.setattr(dev, "ensure_command", into.append)
    return into


@pytest.mark.parametrize(("command", "checks"), [(dev.check, dev.CHECKS), (dev.test, (*dev.CHECKS, dev.TESTS))])
def test_the_table_is_run_in_order_with_the_command_installed(
    command: Callable[[Asked], int], checks: tuple[dev.Check, ...], installed: list[Asked]
) -> None:
    asked = Asked()

    assert command(asked) == 0
    assert asked.calls == [dev.BUILD_TRANSLATIONS, *(arguments for _, arguments in checks)]
    assert asked.locks == [Lock.DEV]
    assert installed == [asked]


def test_the_first_that_fails_ends_it(capsys: pytest.CaptureFixture[str]) -> None:
    asked = Asked(failing=dev.CHECKS[1][1])

    assert dev.test(asked) == 3
    assert asked.calls == [dev.BUILD_TRANSLATIONS, *(arguments for _, arguments in dev.CHECKS[:2])]
    assert f"{dev.CHECKS[1][0]} failed" in capsys.readouterr().out


def test_the_quick_checks_are_lint_format_types_and_contracts() -> None:
    assert [name for name, _ in dev.CHECKS] == ["lint", "format", "types", "import contracts"]
    assert dev.TESTS[1][:2] == ("-m", "pytest")
