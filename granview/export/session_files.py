"""Which files of a folder are GranView's: those that the session in it says."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Final

from granview.core.errors import SessionError
from granview.export.class_file import CLASS_FILE
from granview.export.prediction_export import names_together, prediction_suffixes
from granview.export.safe_names import safe_names
from granview.export.sample_export import page_suffixes
from granview.io.output_names import FOLDERS, SESSION_NAME, TABLES
from granview.store.database_copy import remove_database_leftovers
from granview.store.schema import is_session
from granview.store.session import Session

OVERWRITE_HINT: Final = (
    "Choose another folder, or say that its files may be overwritten (--overwrite, in Python overwrite=True)."
)
_EXPLAINED: Final = frozenset({".png", ".npz"})


def files_in_place(folder: Path) -> Iterator[str]:
    """The files that stand where GranView writes, as paths below the folder with ``/``; links are not followed."""
    yield from (name for name in (SESSION_NAME, *TABLES) if _is_there(folder / name))
    for name in FOLDERS:
        below = folder / name
        if below.is_dir() and not below.is_symlink():
            yield from (path.relative_to(folder).as_posix() for path in sorted(below.rglob("*")) if not path.is_dir())
        elif _is_there(below):
            yield name


def own_files(folder: Path) -> frozenset[str]:
    """Those of ``files_in_place`` that the folder's session has written, or would; none where there is no session.

    Raises:
        SessionError: there is one that cannot be read.
    """
    path = folder / SESSION_NAME
    if not is_session(path):
        return frozenset()
    try:
        with Session.open(path, read_only=True) as session:
            names = _Names(
                frozenset(safe_names(lane.name for lane in session.lanes()).values()),
                frozenset(safe_names(sample.name for sample in session.samples()).values()),
            )
    except SessionError as error:
        raise SessionError(f"{path} cannot be read: {error.message}", OVERWRITE_HINT) from error
    remove_database_leftovers(path)
    return frozenset(name for name in files_in_place(folder) if names.has(PurePosixPath(name)))


@dataclass(frozen=True)
class _Names:
    """The file names of a session's lanes and samples."""

    lanes: frozenset[str]
    samples: frozenset[str]

    def has(self, path: PurePosixPath) -> bool:
        """Whether this is a name that the session's files have."""
        match path.parts:
            case (name,):
                return name not in FOLDERS
            case ("predictions", lane, name):
                of_lane = (*names_together(), CLASS_FILE.name)
                return lane in self.lanes and (name in of_lane or self._is_of_sample(path, prediction_suffixes()))
            case ("comparison", _):
                return self._is_of_sample(path, page_suffixes())
            case ("explanations", lane, _) if lane in self.lanes:
                return self._is_explanation(path)
            case ("explanations", _):
                return self._is_explanation(path)
        return False

    def _is_of_sample(self, path: PurePosixPath, suffixes: Iterable[str]) -> bool:
        """Whether it is called as a sample, with one of these endings."""
        name = path.name
        return any(name.endswith(suffix) and name.removesuffix(suffix) in self.samples for suffix in suffixes)

    def _is_explanation(self, path: PurePosixPath) -> bool:
        """Whether it is called ``SAMPLE.METHOD`` and an ending."""
        return path.stem.rpartition(".")[0] in self.samples and path.suffix in _EXPLAINED


def _is_there(path: Path) -> bool:
    return path.is_symlink() or path.exists()
