"""The hooks by which git runs the quick checks before each commit, and everything before a push."""

import subprocess
from pathlib import Path
from typing import Final

from environment import ROOT

SCRIPT: Final = Path(__file__).resolve().parent / "git-hook"
"""What each hook calls; ``.pre-commit-config.yaml`` names the same one, for those who use pre-commit."""

HOOKS: Final = {"pre-commit": "check", "pre-push": "test"}
"""Git's hooks, and the command of ``dev.py`` that each runs."""

_MARK: Final = "python packaging/dev.py hooks"
"""Stands in each hook that was put there by this command, and tells it from hooks of the user's own."""


def install_hooks(checkout: Path = ROOT) -> str | None:
    """Write the hooks to where git looks for them; returns what stands in the way, None when they are there.

    A hook that is there already and is not one of these is left as it is, and then none is written.
    """
    where = ["git", "-C", str(checkout), "rev-parse", "--path-format=absolute", "--git-path", "hooks"]
    answer = subprocess.run(where, capture_output=True, text=True, check=False)
    if answer.returncode:
        return f"{checkout} is no checkout that git knows: {answer.stderr.strip()}"
    folder = Path(answer.stdout.strip())
    for name, command in HOOKS.items():
        place = folder / name
        if place.exists() and _MARK not in place.read_text(encoding="utf-8", errors="replace"):
            return (
                f"There is another hook at {place}. Add 'sh packaging/{SCRIPT.name} {command}' to it, or remove it "
                "and try again."
            )
    folder.mkdir(parents=True, exist_ok=True)
    for name, command in HOOKS.items():
        place = folder / name
        place.write_text(hook_text(command), encoding="utf-8", newline="\n")
        place.chmod(0o755)
    return None


def hook_text(command: str) -> str:
    """A hook: the script of a shell that git runs at the top of the checkout."""
    return f"#!/bin/sh\n# Put here by `{_MARK}`.\nexec sh packaging/{SCRIPT.name} {command}\n"
