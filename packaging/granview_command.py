"""The command ``granview`` in the checkout's environment: an editable installation, which runs the checkout's code."""

import hashlib
import subprocess
from pathlib import Path

from environment import ROOT, Environment

WHAT_IT_IS_MADE_OF = ("pyproject.toml", "granview/__init__.py")
"""The files that the installed command and its metadata come from; all other code is read from the checkout itself."""


def ensure_command(environment: Environment, checkout: Path = ROOT) -> None:
    """Install the command unless it is there and up to date. It needs no network: the lock files hold hatchling.

    A command has the place of its checkout written into it, so it is installed anew when the checkout has moved. An
    environment that lies elsewhere, such as one that ``.venv`` only links to, is another checkout's: it is left alone.

    Args:
        environment: An environment that holds hatchling.
        checkout: The folder of ``pyproject.toml``.

    Raises:
        subprocess.CalledProcessError: pip could not install.
    """
    if not environment.folder.resolve().is_relative_to(checkout.resolve()):
        return
    stamp, wanted = environment.folder / "granview.command.sha256", _digest(checkout, environment.folder)
    if stamp.exists() and stamp.read_text() == wanted:
        return
    print("Installing the command granview …", flush=True)
    pip = [str(environment.python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    offline = ["--no-index", "--no-deps", "--no-build-isolation"]
    subprocess.run([*pip, *offline, "--editable", str(checkout)], check=True)
    stamp.write_text(wanted)


def _digest(checkout: Path, folder: Path) -> str:
    """SHA-256 of what an installed command depends on: where it leads, where it lies, and what it is made of."""
    known = hashlib.sha256(f"{checkout.resolve()}\n{folder.resolve()}\n".encode())
    for name in WHAT_IT_IS_MADE_OF:
        known.update((checkout / name).read_bytes())
    return known.hexdigest()
