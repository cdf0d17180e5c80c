"""The hook by which git runs the quick checks before each commit."""

import shutil
import subprocess
from pathlib import Path

from environment import ROOT

HOOK = Path(__file__).resolve().parent / "pre-commit"
"""The script; ``.pre-commit-config.yaml`` names the same one, for those who use pre-commit."""


def install_hook(checkout: Path = ROOT) -> str | None:
    """Copy the hook to where git looks for it; returns what stands in the way, None when it is there.

    A hook that is there already and is not this one is left as it is.
    """
    where = ["git", "-C", str(checkout), "rev-parse", "--path-format=absolute", "--git-path", "hooks/pre-commit"]
    answer = subprocess.run(where, capture_output=True, text=True, check=False)
    if answer.returncode:
        return f"{checkout} is no checkout that git knows: {answer.stderr.strip()}"
    place = Path(answer.stdout.strip())
    if place.exists() and place.read_bytes() != HOOK.read_bytes():
        return f"There is another hook at {place}. Add 'sh packaging/{HOOK.name}' to it, or remove it and try again."
    place.parent.mkdir(parents=True, exist_ok=True)
    shutil.copy(HOOK, place)
    place.chmod(0o755)
    return None
