"""Putting new files in the place of old ones: written aside first, then moved, and never left half moved.

What is written goes to a hidden folder inside the one that it is for. Once all of it is there the hidden folder gets
another name, which is the moment from which the new counts; then its files are moved to their places. When the program
ends in between, whoever writes into the folder next finishes that first.
"""

import contextlib
import os
import shutil
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

import msgspec

from granview.core.errors import GranViewError, InputError, OutputError
from granview.io.json_files import read_json_file
from granview.io.output_names import SESSION_NAME
from granview.store.database_copy import move_session
from granview.store.session_lock import lock_session

_READY: Final = ".granview-ready"
_PART: Final = ".granview-{}.part"
_ORDERS: Final = "orders.json"
_FILES: Final = "files"


class FolderChanges(msgspec.Struct, frozen=True):
    """What is to be done besides moving the files.

    Attributes:
        remove: Files of before that go, as paths below the folder.
        session: A session in the folder that becomes its ``session.granview``; empty for none.
    """

    remove: tuple[str, ...] = ()
    session: str = ""


@contextlib.contextmanager
def staging(folder: Path) -> Iterator[Path]:
    """A hidden folder for new files; it and all in it are gone afterwards, unless it was made ``ready``.

    Raises:
        OutputError: it cannot be made.
    """
    part = folder / _PART.format(os.urandom(4).hex())
    try:
        (part / _FILES).mkdir(parents=True)
    except OSError as error:
        raise OutputError(f"{folder} cannot be written: {error.strerror}.", "Choose another folder.") from error
    try:
        yield part / _FILES
    finally:
        shutil.rmtree(part, ignore_errors=True)


def put_in_place(folder: Path, staged: Path, changes: FolderChanges) -> list[str]:
    """Move what was staged to its place; returns what could not be, in words.

    Raises:
        OutputError: nothing was moved, and all is as it was.
    """
    try:
        (staged.parent / _ORDERS).write_bytes(msgspec.json.encode(changes))
        staged.parent.rename(folder / _READY)
    except OSError as error:
        raise OutputError(f"{folder} cannot be written: {error.strerror}.", "Make room, then run again.") from error
    return finish(folder)


def finish(folder: Path) -> list[str]:
    """Move the files that are ready, also those of a program that ended over it; returns what could not be moved."""
    for left in folder.glob(_PART.format("*")):
        shutil.rmtree(left, ignore_errors=True)
    ready = folder / _READY
    if not ready.is_dir():
        return []
    changes = _changes(ready / _ORDERS)
    files = ready / _FILES
    problems = [words for path in _new(files) if (words := _move(path, folder / path.relative_to(files)))]
    problems += [words for name in changes.remove if (words := _remove(folder, name))]
    if changes.session and (folder / changes.session).exists():
        problems += filter(None, [_move_session(folder / changes.session, folder / SESSION_NAME)])
    if not problems:
        shutil.rmtree(ready, ignore_errors=True)
    return problems


def _changes(path: Path) -> FolderChanges:
    """The orders, as far as they stay within the folder: it may have come from anywhere."""
    try:
        changes = read_json_file(path, "", FolderChanges)
    except InputError:
        return FolderChanges()
    inside = tuple(name for name in changes.remove if not Path(name).is_absolute() and ".." not in Path(name).parts)
    return FolderChanges(inside, Path(changes.session).name)


def _new(files: Path) -> Iterable[Path]:
    return sorted(path for path in files.rglob("*") if path.is_file())


def _move(path: Path, target: Path) -> str:
    """Move a file; returns why it could not be."""
    if target.name == SESSION_NAME:
        return _move_session(path, target)
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        path.replace(target)
    except OSError as error:
        return f"{target} cannot be replaced: {error.strerror}. The new one is {path}."
    return ""


def _move_session(path: Path, target: Path) -> str:
    try:
        lock = lock_session(target)
    except GranViewError as error:
        return f"{error} The new one is {path}."
    try:
        move_session(path, target)
    except GranViewError as error:
        return f"{error} The new one is {path}."
    finally:
        lock.release()
    return ""


def _remove(folder: Path, name: str) -> str:
    path = folder / name
    try:
        path.unlink(missing_ok=True)
    except OSError as error:
        return f"{path}, of an earlier run, cannot be removed: {error.strerror}."
    for above in path.parents:
        if above == folder or not _removed_empty(above):
            break
    return ""


def _removed_empty(folder: Path) -> bool:
    try:
        folder.rmdir()
    except OSError:
        return False
    return True
