"""The hook before a commit: a real git, in a checkout whose ``packaging/dev.py`` does what the test says."""

import shlex
import shutil
import subprocess
from pathlib import Path

import dev
import pytest
import yaml
from environment import ROOT
from git_hook import HOOK, install_hook

CONFIG = yaml.safe_load((ROOT / ".pre-commit-config.yaml").read_text(encoding="utf-8"))


@pytest.fixture(autouse=True)
def _no_other_checkout(monkeypatch: pytest.MonkeyPatch) -> None:
    """Tests that a hook of git runs hear of that hook's own checkout, not of the one that they make."""
    for name in ("GIT_DIR", "GIT_INDEX_FILE", "GIT_WORK_TREE", "GIT_PREFIX"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    git(tmp_path, "init", "--quiet")
    (tmp_path / "packaging").mkdir()
    shutil.copy(HOOK, tmp_path / "packaging")
    (tmp_path / "packaging" / "dev.py").write_text(
        "import sys\nfrom pathlib import Path\nPath('asked').write_text(' '.join(sys.argv[1:]))\n"
        "sys.exit(Path('bad').exists())\n"
    )
    return tmp_path


def git(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    who = ("-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false")
    return subprocess.run(["git", *who, *arguments], cwd=folder, capture_output=True, text=True, check=False)


def test_a_commit_is_made_only_where_the_quick_checks_pass(checkout: Path) -> None:
    assert install_hook(checkout) is None

    (checkout / "bad").touch()
    assert git(checkout, "commit", "--allow-empty", "-m", "one").returncode == 1
    assert (checkout / "asked").read_text() == "check"

    (checkout / "bad").unlink()
    ended = git(checkout, "commit", "--allow-empty", "-m", "one")
    assert ended.returncode == 0, ended.stderr


def test_it_can_be_installed_twice_and_takes_the_place_of_no_other_hook(checkout: Path) -> None:
    assert [install_hook(checkout), install_hook(checkout)] == [None, None]

    hook = checkout / ".git" / "hooks" / "pre-commit"
    hook.write_text("#!/bin/sh\nexit 0\n")
    problem = install_hook(checkout)

    assert problem is not None
    assert str(hook) in problem
    assert hook.read_text() == "#!/bin/sh\nexit 0\n"


def test_what_is_no_checkout_is_said(tmp_path: Path) -> None:
    problem = install_hook(tmp_path)

    assert problem is not None
    assert str(tmp_path) in problem


def test_pre_commit_runs_the_same_hook_and_fetches_nothing() -> None:
    hooks = [(repository["repo"], hook) for repository in CONFIG["repos"] for hook in repository["hooks"]]

    assert [(repository, hook["language"], shlex.split(hook["entry"])) for repository, hook in hooks] == [
        ("local", "system", ["sh", HOOK.relative_to(ROOT).as_posix()])
    ]
    assert hooks[0][1]["name"] == ", ".join(name for name, _ in dev.CHECKS)
    assert not hooks[0][1]["pass_filenames"]
