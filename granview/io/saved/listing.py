"""What lies in a folder of saved predictions: names, sizes and times, before anything is read."""

import hashlib
import os
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Final

from granview.core.errors import ArgumentError
from granview.core.natural_order import natural_order
from granview.io.regular_files import is_regular

MOST_FILES: Final = 500_000
"""No folder of saved predictions has more files."""

NOT_PREDICTIONS: Final = frozenset(
    {
        *("classes.json", "classes.txt", "labels.json", "labels.txt", "dataset.json", "plans.json"),
        *("predict_from_raw_data_args.json", "data.yaml", "readme.md", "readme.txt", "summary.json", "thumbs.db"),
    }
)
"""Names, case-folded, of files that say something of predictions and are none."""

_FOLDER: Final = "predictions"


@dataclass(frozen=True)
class SavedListing:
    """The files of a folder and its subfolders, or one file alone.

    Attributes:
        root: The folder, or the file's folder.
        files: Absolute paths in natural order, without files that say something of predictions and are none.
        beside: Those other files.
        sha256: Hex digest over the relative path, size and time of last change of every file: it changes when a file
            does, and costs no reading. It is no hash of what the files hold.
        size_bytes: Of all files together.
    """

    root: Path
    files: tuple[Path, ...]
    beside: tuple[Path, ...]
    sha256: str
    size_bytes: int

    @cached_property
    def suffixes(self) -> Counter[str]:
        """How many files there are of each suffix, in lower case."""
        return Counter({suffix: len(paths) for suffix, paths in self._by_suffix.items()})

    def of_suffix(self, *suffixes: str) -> tuple[Path, ...]:
        """The files with one of these suffixes."""
        wanted = self._by_suffix.keys() & set(suffixes)
        if len(wanted) == 1:
            return self._by_suffix[wanted.pop()]
        return tuple(path for path in self.files if path.suffix.lower() in wanted) if wanted else ()

    @cached_property
    def _by_suffix(self) -> dict[str, tuple[Path, ...]]:
        """By suffix, in lower case: asked for by every format, of folders with 100,000 files."""
        held: dict[str, list[Path]] = {}
        for path in self.files:
            held.setdefault(path.suffix.lower(), []).append(path)
        return {suffix: tuple(paths) for suffix, paths in held.items()}

    def share(self, *suffixes: str) -> float:
        """The part of the files that have one of these suffixes, 0 to 1."""
        return sum(self.suffixes[each] for each in suffixes) / len(self.files) if self.files else 0.0

    def named(self, name: str) -> Path | None:
        """The file of that name, beside the predictions, in their folder or the one above."""
        inside = next((path for path in self.beside if path.name.casefold() == name.casefold()), None)
        above = self.root.parent / name
        return inside or (above if is_regular(above) else None)


def check_saved(path: Path) -> None:
    """Refuse what holds no saved predictions at a glance: a folder is looked through as far as its first file.

    Raises:
        ArgumentError: there is nothing, or the predictions of several lanes.
    """
    path = path.expanduser().absolute()
    if not path.is_file():
        _first_file(_folder(path))


def list_saved(path: Path) -> SavedListing:
    """What a folder holds, or a file alone.

    Of a folder into which GranView has written the predictions of one lane, those.

    Raises:
        ArgumentError: there is nothing, too much, what cannot be read, or the predictions of several lanes.
    """
    path = path.expanduser().absolute()
    if path.is_file():
        return _listing(path.parent, [path])
    root = _folder(path)
    _first_file(root)
    return _listing(root, list(_walk(root)))


def _folder(path: Path) -> Path:
    """The folder of the predictions.

    Raises:
        ArgumentError: there is none, or it has those of several lanes.
    """
    if not path.is_dir():
        raise ArgumentError(f"There is no folder or file {path}.", "Write saved:FOLDER, where saved predictions lie.")
    return _lane_folder(path)


def _first_file(root: Path) -> Path:
    first = next(_walk(root), None)
    if first is None:
        raise ArgumentError(f"{root} holds no file.", "Name the folder in which the predictions lie.")
    return first


def _listing(root: Path, files: list[Path]) -> SavedListing:
    names = {path: name_below(path, root) for path in files}
    files.sort(key=lambda path: natural_order(names[path]))
    digest, size = hashlib.sha256(), 0
    for path in files:
        status = _status(path)
        size += status.st_size
        digest.update(f"{names[path]}\0{status.st_size}\0{status.st_mtime_ns}\n".encode())
    alone = len(files) == 1
    beside = [] if alone else [path for path in files if path.name.casefold() in NOT_PREDICTIONS]
    chosen = [path for path in files if alone or path.name.casefold() not in NOT_PREDICTIONS]
    return SavedListing(root, tuple(chosen), tuple(beside), digest.hexdigest(), size)


def name_below(path: Path, root: Path) -> str:
    """The path of a file from a folder that it lies in, with forward slashes; as ``relative_to``, ten times as fast."""
    name = str(path)[len(str(root).rstrip(os.sep)) + 1 :]
    return name if os.sep == "/" else name.replace(os.sep, "/")


def _status(path: Path) -> os.stat_result:
    try:
        return path.stat()
    except OSError as error:  # a link to nothing, or a file that has just gone
        raise ArgumentError(f"{path} cannot be read: {error.strerror}.", "Put it right, or take it away.") from error


def _lane_folder(path: Path) -> Path:
    """The folder of a lane where this is one that GranView has written; else the folder itself."""
    inner = path / _FOLDER
    lanes = sorted(each for each in inner.iterdir() if each.is_dir()) if inner.is_dir() else []
    if not lanes or not (path / "results.csv").is_file():
        return path
    if len(lanes) > 1:
        names = ", ".join(str(inner / lane.name) for lane in lanes[:5])
        raise ArgumentError(f"{path} holds the predictions of {len(lanes)} lanes.", f"Name one: {names}.")
    return lanes[0]


def _walk(root: Path) -> Iterator[Path]:
    count = 0
    for folder, inner, names in os.walk(root):
        inner[:] = sorted(name for name in inner if not name.startswith("."))
        for name in names:
            if name.startswith("."):
                continue
            count += 1
            if count > MOST_FILES:
                raise ArgumentError(f"{root} holds more than {MOST_FILES:,} files.", "Name a folder with fewer.")
            yield Path(folder, name)
