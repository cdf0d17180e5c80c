"""The small program that starts the interpreter in the application's folder, wherever that lies."""

from typing import Final

from app.layout import Layout

POSIX: Final = """#!/bin/sh
# GranView: starts the interpreter that lies beside this file. Nothing of the system's Python is used.
here=$(dirname -- "$(readlink -f -- "$0")")
exec "$here/{python}" -I -m granview "$@"
"""

WINDOWS: Final = """@echo off\r
rem GranView: starts the interpreter that lies beside this file. Nothing of the system's Python is used.\r
"%~dp0{python}" -I -m granview %*\r
"""

SCRIPTS: Final = {"linux": POSIX, "macos": POSIX, "windows": WINDOWS}


def write_launcher(layout: Layout) -> None:
    """Write the launcher for the layout's system."""
    python = layout.python.relative_to(layout.folder)
    named = str(python).replace("/", "\\") if layout.system == "windows" else python.as_posix()
    layout.launcher.write_bytes(SCRIPTS[layout.system].format(python=named).encode())
    layout.launcher.chmod(0o755)
