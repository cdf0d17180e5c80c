"""The command of a checkout's environment: real environments, which see the packages of the one that runs the tests."""

import shutil
import subprocess
from pathlib import Path

import pytest
from environment import ROOT, Environment
from granview_command import ensure_command

from tests.helpers.environments import make_environment

pytestmark = pytest.mark.slow


def make_checkout(folder: Path) -> Path:
    """A copy of what an installation of this checkout needs."""
    leave = shutil.ignore_patterns("__pycache__")
    folder.mkdir()
    for name in ("pyproject.toml", "README.md"):
        shutil.copy(ROOT / name, folder)
    for name in ("granview", "packaging"):
        shutil.copytree(ROOT / name, folder / name, ignore=leave)
    (folder / "resources").symlink_to(ROOT / "resources", target_is_directory=True)
    return folder


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    return make_checkout(tmp_path / "checkout")


def granview(environment: Environment, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = environment.python.with_name("granview")
    place = environment.folder.parent.parent
    return subprocess.run([command, *arguments], cwd=place, capture_output=True, text=True, timeout=120, check=False)


def home_of_granview(environment: Environment) -> Path:
    code = "import granview; print(granview.__file__)"
    place = environment.folder.parent.parent
    told = subprocess.run([environment.python, "-c", code], cwd=place, capture_output=True, text=True, check=True)
    return Path(told.stdout.strip()).parents[1]


def test_the_command_runs_the_checkout_s_code_and_finds_its_resources(checkout: Path) -> None:
    environment = make_environment(checkout / ".venv")

    ensure_command(environment, checkout)

    assert home_of_granview(environment) == checkout
    assert [found.name for found in environment.folder.rglob("_resources")] == []
    answer = granview(environment, "models", "--local")
    assert answer.returncode == 0, answer.stderr
    assert "zoo:unet-nano" in answer.stdout


def test_it_is_installed_anew_when_its_metadata_or_its_place_change_and_only_then(
    checkout: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    environment = make_environment(checkout / ".venv")
    ensure_command(environment, checkout)
    assert "Installing the command" in capfd.readouterr().out

    (checkout / "granview" / "cli" / "__init__.py").write_text("def main(): return print('as it is now')\n")
    ensure_command(environment, checkout)
    assert capfd.readouterr().out == ""
    assert granview(environment).stdout == "as it is now\n"

    project = checkout / "pyproject.toml"
    project.write_text(project.read_text().replace('granview = "granview.cli:main"', 'granview = "granview.cli:other"'))
    (checkout / "granview" / "cli" / "__init__.py").write_text("def other(): return print('another entry')\n")
    ensure_command(environment, checkout)
    assert "Installing the command" in capfd.readouterr().out
    assert granview(environment).stdout == "another entry\n"

    moved = checkout.rename(checkout.with_name("moved"))
    environment = Environment(moved / ".venv")
    ensure_command(environment, moved)
    assert "Installing the command" in capfd.readouterr().out
    assert granview(environment).stdout == "another entry\n"
    assert home_of_granview(environment) == moved


def test_an_environment_that_is_another_checkout_s_is_left_alone(checkout: Path, tmp_path: Path) -> None:
    theirs = make_environment(checkout / ".venv")
    ensure_command(theirs, checkout)
    ours = make_checkout(tmp_path / "second")
    (ours / ".venv").symlink_to(theirs.folder, target_is_directory=True)

    ensure_command(Environment(ours / ".venv"), ours)

    assert home_of_granview(theirs) == checkout


def test_an_installation_that_fails_is_not_taken_for_done(checkout: Path) -> None:
    environment = make_environment(checkout / ".venv")
    (checkout / "pyproject.toml").write_text("[build-system]\nrequires = []\nbuild-backend = 'no_such_backend'\n")

    for _ in range(2):
        with pytest.raises(subprocess.CalledProcessError):
            ensure_command(environment, checkout)
