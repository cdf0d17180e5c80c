"""A folder that a run or an export writes into: whose it is, who writes there now, and what of it is stale."""

import contextlib
import os
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path
from typing import Final

from granview.core.errors import ArgumentError, OutputError, SessionError
from granview.export.blocked_paths import refuse_obstacles
from granview.export.replace_files import FolderChanges, finish, put_in_place, staging
from granview.export.session_files import OVERWRITE_HINT, files_in_place, own_files
from granview.io.file_lock import FileLock
from granview.io.output_names import FOLDERS, SESSION_NAME, TABLES

_LOCK: Final = ".granview-lock"
_LISTED: Final = 3
_FINISH_HINT: Final = "Close what uses these files, then try again."


class OutputFolder:
    """Files of a folder that stay whole until all that is new is there. Make one with ``claimed``.

    Attributes:
        path: The folder.
        own: Files in it that its own session has written, as paths below it with ``/``.

    Raises:
        SessionError: its session cannot be read, and may not be overwritten.
    """

    def __init__(self, path: Path, overwrite: bool) -> None:
        self.path = path
        self._overwrite = overwrite
        try:
            self.own = own_files(path)
        except SessionError:
            if not overwrite:
                raise
            self.own = frozenset()

    def refuse_foreign(self, names: Collection[str]) -> None:
        """Refuse to write files of these names over others that GranView did not write.

        Raises:
            ArgumentError: there are such files, and they may not be overwritten; or a folder is where a file goes, or
                the reverse.
        """
        refuse_obstacles(self.path, names)
        foreign = [] if self._overwrite else [name for name in names if self._is_foreign(name)]
        if foreign:
            listed = ", ".join(sorted(foreign)[:_LISTED]) + (", …" if len(foreign) > _LISTED else "")
            raise ArgumentError(
                f"{self.path} holds files that no session there has written: {listed}.",
                OVERWRITE_HINT,
            )

    def refuse_any_foreign(self) -> None:
        """Refuse a folder of somebody else's files where GranView's would go, before it is known which those are.

        Raises:
            ArgumentError: as ``refuse_foreign``.
        """
        refuse_obstacles(self.path, [SESSION_NAME, *TABLES, *(f"{name}/any" for name in FOLDERS)])
        if not self.own:
            self.refuse_foreign(list(files_in_place(self.path)))

    @contextlib.contextmanager
    def staging(self) -> Iterator[Path]:
        """A hidden folder for new files; see ``replacing.staging``."""
        with staging(self.path) as staged:
            yield staged

    def put_in_place(self, staged: Path, *, replace_all: bool, session: str = "") -> tuple[list[str], int]:
        """Move what was staged to its place.

        Args:
            staged: The hidden folder.
            replace_all: Whether files of before that are not replaced go, since they tell of other results.
            session: A session in the folder that becomes its ``session.granview``.

        Returns:
            What could not be moved or removed, in words, and how many files of before were to go.

        Raises:
            ArgumentError: foreign files are in the way; nothing was moved.
            OutputError: nothing could be moved.
        """
        new = {path.relative_to(staged).as_posix() for path in staged.rglob("*") if path.is_file()}
        self.refuse_foreign(new)
        stale = sorted(self.own - new - {session, SESSION_NAME}) if replace_all else []
        return put_in_place(self.path, staged, FolderChanges(tuple(stale), session)), len(stale)

    def _is_foreign(self, name: str) -> bool:
        return name not in self.own and os.path.lexists(self.path / name)


def check_folder(path: Path, overwrite: bool) -> None:
    """Make sure that a folder can be made, if need be, and that everything could be written into it.

    Raises:
        ArgumentError: it is no folder, or holds what may not be replaced.
        OutputError: it cannot be made or written, or another program writes there now.
    """
    with claimed(path, overwrite) as folder:
        folder.refuse_any_foreign()


@contextlib.contextmanager
def claimed(path: Path, overwrite: bool) -> Iterator[OutputFolder]:
    """A folder to write into, made if need be, and gone again if it stays empty; nobody else writes there meanwhile.

    What a program that ended over its files has left ready there is put in place first.

    Raises:
        ArgumentError: it, or what it is to be made in, is something else than a folder.
        OutputError: it cannot be made or written, or another program writes there now.
    """
    lock, made = FileLock(path / _LOCK), [each for each in (path, *path.parents) if not each.exists()]
    try:
        path.mkdir(parents=True, exist_ok=True)
        taken = lock.acquire()
    except FileExistsError as error:
        raise ArgumentError(f"{error.filename} is not a folder.", "Name a folder, or one that can be made.") from error
    except OSError as error:
        words = f"{path} cannot be written: {error.strerror}."
        raise OutputError(words, "Choose a folder that can be made, and in which you may write.") from error
    if not taken:
        raise OutputError(f"Another GranView is writing into {path}.", "Wait for it, or choose another folder.")
    try:
        if problems := finish(path):
            raise OutputError(f"What an earlier run left ready could not be put in place. {problems[0]}", _FINISH_HINT)
        yield OutputFolder(path, overwrite)
    finally:
        lock.release()
        _remove_empty(made)


def _remove_empty(folders: Iterable[Path]) -> None:
    """Remove folders, inner ones first, up to the first that holds something."""
    with contextlib.suppress(OSError):
        for folder in folders:
            folder.rmdir()
