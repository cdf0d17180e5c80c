import subprocess
from pathlib import Path

import pytest
from environment import Environment

pytestmark = pytest.mark.slow


class Nothing:
    """A lock file that asks for nothing."""

    value = "nothing.lock"

    def __init__(self, path: Path, digest: str) -> None:
        self.path, self.digest = path, digest
        path.touch()


@pytest.fixture
def environment(tmp_path: Path) -> Environment:
    return Environment(tmp_path / "venv")


def test_the_first_time_installs_and_the_second_does_not(
    environment: Environment, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    lock = Nothing(tmp_path / "nothing.lock", "one")

    environment.ensure(lock)
    first = capfd.readouterr().out
    environment.ensure(lock)
    second = capfd.readouterr().out

    assert "Installing" in first
    assert second == ""
    assert environment.call("-c", "raise SystemExit(7)") == 7


def test_a_changed_lock_file_is_installed_anew(
    environment: Environment, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    environment.ensure(Nothing(tmp_path / "nothing.lock", "one"))
    capfd.readouterr()

    environment.ensure(Nothing(tmp_path / "nothing.lock", "two"))

    said = capfd.readouterr().out
    assert "Installing" in said
    assert "Creating" not in said


def test_an_installation_that_fails_is_not_taken_for_done(environment: Environment, tmp_path: Path) -> None:
    lock = Nothing(tmp_path / "nothing.lock", "one")
    lock.path.write_text("granview-no-such-package\n")

    for _ in range(2):
        with pytest.raises(subprocess.CalledProcessError):
            environment.ensure(lock)
