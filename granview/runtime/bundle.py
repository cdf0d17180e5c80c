"""The application as it was unpacked: which interpreter, which uv and which locks it brings along.

``packaging/dev.py app`` makes a folder with a real, relocatable Python, whose site-packages hold GranView and what its
window needs, without torch. A file beside that Python, ``granview-app.json`` in ``sys.prefix``, marks it::

    {"version": "1.4.0", "python": "bin/python3", "uv": "../uv", "locks": "../locks"}

Every path is relative to the folder of that file. ``locks`` holds the files of ``packaging/runtime`` as they are:
``app.lock``, what the application itself holds, and one ``BACKEND-SYSTEM.lock`` for each runtime that can be built. A
checkout has no such file: there lanes run in its own environment.
"""

import sys
from pathlib import Path
from typing import Final

import msgspec

from granview.core.errors import InputError
from granview.io.json_files import read_json_file

MARK: Final = "granview-app.json"
"""The file in ``sys.prefix`` that says that this is the application."""

_HINT: Final = "Install GranView again; what you made with it stays where it is."


class Bundle(msgspec.Struct, frozen=True):
    """An unpacked application.

    Attributes:
        version: GranView's version.
        python: Its interpreter.
        uv: The program that unpacks wheels into a runtime.
        locks: The folder of its locks.
    """

    version: str
    python: Path
    uv: Path
    locks: Path


class _Mark(msgspec.Struct, frozen=True):
    """The file as it is written."""

    version: str
    python: str
    uv: str
    locks: str


def this_bundle(prefix: Path | None = None) -> Bundle | None:
    """The application that runs; None in a checkout, or where GranView was installed with pip.

    Args:
        prefix: The folder to search for the mark; by default that of this Python.

    Raises:
        InputError: the mark is damaged, or names what is not there.
    """
    folder = Path(sys.prefix) if prefix is None else prefix
    path = folder / MARK
    if not path.is_file():
        return None
    mark = read_json_file(path, _HINT, _Mark)
    bundle = Bundle(mark.version, folder / mark.python, folder / mark.uv, folder / mark.locks)
    for part in (bundle.python, bundle.uv, bundle.locks):
        if not part.exists():
            raise InputError(f"The application is not whole: {part} is missing.", _HINT)
    return bundle
