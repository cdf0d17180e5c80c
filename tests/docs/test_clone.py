"""A fresh clone does what the README says, in an environment that the project's own code set up."""

import hashlib
import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest
from environment import ROOT, Lock
from granview_command import ensure_command

from tests.helpers.documented import commands_of, program_of
from tests.helpers.environments import make_environment

pytestmark = [pytest.mark.slow, pytest.mark.timeout(600)]

COMMANDS = [command for command in commands_of(ROOT / "README.md", ROOT) if program_of(command.words) == "granview"]
SCRIPTS = re.findall(r"^```python\n(.+?)^```", (ROOT / "README.md").read_text(encoding="utf-8"), re.M | re.S)


@pytest.fixture(scope="module")
def clone(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What git has of this checkout at its last commit, and nothing else; its packages are those of the tests."""
    if shutil.which("git") is None:
        pytest.skip("there is no git here")
    if not (ROOT / ".git").exists():
        pytest.skip("this is no clone: it has no .git")
    folder = tmp_path_factory.mktemp("fresh") / "granview"
    copied = subprocess.run(
        ["git", "clone", "--quiet", "--no-hardlinks", str(ROOT), str(folder)],
        env=surroundings(folder.parent),
        capture_output=True,
        text=True,
        check=False,
    )
    assert copied.returncode == 0, copied.stderr
    environment = make_environment(folder / ".venv")
    locked = hashlib.sha256((folder / "packaging" / Lock.DEV.value).read_bytes()).hexdigest()
    (environment.folder / "granview.lock.sha256").write_text(locked)
    ensure_command(environment, folder)
    return folder


def surroundings(home: Path) -> dict[str, str]:
    """Settings of their own, no screen, and nothing of this checkout: neither its path nor what git tells a hook."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("GIT_", "PYTHON", "DISPLAY"))}
    folders = {f"XDG_{name}_HOME": str(home / "own" / name.lower()) for name in ("CONFIG", "DATA", "STATE", "CACHE")}
    return {**kept, **folders, "QT_QPA_PLATFORM": "offscreen"}


def in_clone(clone: Path, *words: str) -> str:
    """What a command prints that is given in the clone, ended well."""
    ended = subprocess.run(
        words, cwd=clone, env=surroundings(clone.parent), capture_output=True, text=True, timeout=500, check=False
    )
    assert ended.returncode == 0, ended.stdout + ended.stderr
    return ended.stdout


def python(clone: Path) -> str:
    return str(clone / ".venv" / "bin" / "python")


def test_the_readme_shows_commands_and_a_script() -> None:
    assert (len(COMMANDS) > 1, len(SCRIPTS)) == (True, 1)


def test_the_readme_s_commands_run_from_a_clone_as_they_are_written_one_after_the_other(clone: Path) -> None:
    """What one makes the next reads: nothing is put there for them."""
    for command in COMMANDS:
        assert in_clone(clone, str(clone / ".venv" / "bin" / "granview"), *command.words[1:]), command

    first = COMMANDS[0].words
    out = clone / first[first.index("--out") + 1]
    assert (out / "summary.csv").is_file()
    assert any((out / "comparison").iterdir())


@pytest.mark.parametrize("script", SCRIPTS, ids=["readme"])
def test_the_readme_s_script_runs_from_a_clone(clone: Path, script: str, tmp_path: Path) -> None:
    (tmp_path / "first.py").write_text(script)

    assert "unet-base" in in_clone(clone, python(clone), str(tmp_path / "first.py"))


def test_what_make_run_calls_compares_the_galleries_of_a_clone_without_a_screen(clone: Path) -> None:
    printed = in_clone(clone, python(clone), "packaging/dev.py", "run")

    assert "There is no display" in printed
    assert len(list((clone / "out").glob("gallery*/**/summary.csv"))) == 4


def test_a_clone_s_code_is_its_own(clone: Path) -> None:
    assert in_clone(clone, python(clone), "-c", "import granview; print(granview.__file__)").startswith(str(clone))
