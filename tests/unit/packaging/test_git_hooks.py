"""The hooks of git: a real git, in a checkout whose ``packaging/dev.py`` does what the test says."""

import shlex
import shutil
import subprocess
from pathlib import Path

import dev
import pytest
import yaml
from environment import ROOT
from git_hooks import HOOKS, SCRIPT, install_hooks

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
    shutil.copy(SCRIPT, tmp_path / "packaging")
    (tmp_path / "packaging" / "dev.py").write_text(
        "import sys\nfrom pathlib import Path\nPath('asked').write_text(' '.join(sys.argv[1:]))\n"
        "sys.exit(Path('bad').exists())\n"
    )
    return tmp_path


def git(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    who = ("-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false")
    return subprocess.run(["git", *who, *arguments], cwd=folder, capture_output=True, text=True, check=False)


def test_a_commit_is_made_only_where_the_quick_checks_pass(checkout: Path) -> None:
    assert install_hooks(checkout) is None

    (checkout / "bad").touch()
    assert git(checkout, "commit", "--allow-empty", "-m", "one").returncode == 1
    assert (checkout / "asked").read_text() == "check"

    (checkout / "bad").unlink()
    ended = git(checkout, "commit", "--allow-empty", "-m", "one")
    assert ended.returncode == 0, ended.stderr


def test_a_push_is_made_only_where_all_tests_pass(checkout: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    other = tmp_path_factory.mktemp("other")
    git(other, "init", "--quiet", "--bare")
    assert install_hooks(checkout) is None
    assert git(checkout, "commit", "--allow-empty", "-m", "one").returncode == 0

    (checkout / "bad").touch()
    assert git(checkout, "push", str(other), "HEAD:refs/heads/main").returncode == 1
    assert (checkout / "asked").read_text() == "test"

    (checkout / "bad").unlink()
    ended = git(checkout, "push", str(other), "HEAD:refs/heads/main")
    assert ended.returncode == 0, ended.stderr


def test_each_hook_runs_a_command_of_the_table() -> None:
    assert HOOKS == {"pre-commit": "check", "pre-push": "test"}
    assert set(HOOKS.values()) <= dev.COMMANDS.keys()


def test_it_can_be_installed_twice_and_takes_the_place_of_no_other_hook(checkout: Path) -> None:
    assert [install_hooks(checkout), install_hooks(checkout)] == [None, None]

    hook = checkout / ".git" / "hooks" / "pre-commit"
    (checkout / ".git" / "hooks" / "pre-push").unlink()
    hook.write_text("#!/bin/sh\nexit 0\n")
    problem = install_hooks(checkout)

    assert problem is not None
    assert str(hook) in problem
    assert hook.read_text() == "#!/bin/sh\nexit 0\n"
    assert not (checkout / ".git" / "hooks" / "pre-push").exists()


def test_what_is_no_checkout_is_said(tmp_path: Path) -> None:
    problem = install_hooks(tmp_path)

    assert problem is not None
    assert str(tmp_path) in problem


def test_pre_commit_runs_the_same_hooks_and_fetches_nothing() -> None:
    hooks = [(repository["repo"], hook) for repository in CONFIG["repos"] for hook in repository["hooks"]]
    script = SCRIPT.relative_to(ROOT).as_posix()

    assert [(repository, hook["language"]) for repository, hook in hooks] == [("local", "system")] * len(HOOKS)
    assert {hook["stages"][0]: shlex.split(hook["entry"]) for _, hook in hooks} == {
        stage: ["sh", script, command] for stage, command in HOOKS.items()
    }
    assert [hook["name"] for _, hook in hooks] == [
        ", ".join(name for name, _ in checks) for checks in (dev.CHECKS, (*dev.CHECKS, dev.TESTS))
    ]
    assert not any(hook["pass_filenames"] for _, hook in hooks)
    assert CONFIG["default_install_hook_types"] == list(HOOKS)
