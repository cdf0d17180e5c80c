"""YOLO's ``data.yaml``: where the pictures of each split lie, and what the classes are called.

``train``, ``val`` and ``test`` are each a folder, a list of pictures in a text file, or several of these; relative to
``path``, which is relative to the file. The labels of ``…/images/a.jpg`` are ``…/labels/a.txt``.
"""

import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

from granview.core.errors import InputError
from granview.core.labels import MAX_CLASSES
from granview.core.natural_order import natural_order
from granview.io.picture_names import picture_suffixes
from granview.io.regular_files import check_regular, is_folder, is_regular, open_regular
from granview.io.yaml_reading import YamlError, plain_yaml

SPLITS: Final = ("train", "val", "test")
HINT: Final = "Write names: [cat, dog], and val: images/val."

_MAX_BYTES: Final = 1 << 20
_MOST_DIGITS: Final = 9
_NOTHING: Final[tuple[Any, ...]] = (None, "", [], "null", "Null", "NULL", "~")
"""What stands where a split has no pictures."""
_MAX_LIST_BYTES: Final = 256 << 20
_IMAGES: Final = f"{os.sep}images{os.sep}"
_LABELS: Final = f"{os.sep}labels{os.sep}"


@dataclass(frozen=True)
class YoloData:
    """What a file says.

    Attributes:
        path: The file.
        names: The classes by index.
        sources: By split, folders of pictures and lists of pictures, as they are written.
        base: The folder to which these are relative.
        has_points: Whether its labels are key points.
        n_classes: How many classes there are by ``nc``, which is often left out; None where it says no number.
    """

    path: Path
    names: tuple[str, ...]
    sources: Mapping[str, tuple[str, ...]]
    base: Path
    has_points: bool
    n_classes: int | None = None

    @property
    def doubt(self) -> str:
        """A sentence where the number of classes is not that of their names; empty otherwise."""
        n = len(self.names)
        if self.n_classes in (None, n):
            return ""
        return (
            f"{self.path.name} says nc: {self.n_classes}, but names {n} {'class' if n == 1 else 'classes'}: the names "
            "count, and objects of other classes are left out. Correct nc or names."
        )

    def pictures(self, split: str) -> tuple[list[Path], list[str]]:
        """The pictures of a split, in the order of its sources, and the sources that are not there.

        Raises:
            InputError: a list of pictures cannot be read.
        """
        found: dict[Path, None] = {}
        missing: list[str] = []
        for source in self.sources.get(split, ()):
            place = self._place(source)
            if place is None:
                missing.append(source)
                continue
            found.update(dict.fromkeys(_pictures_of(place, self.base)))
        return list(found), missing

    def _place(self, source: str) -> Path | None:
        """Where a source lies; what Roboflow writes with ``../`` before it lies beside the file."""
        plain = source.replace("\\", "/")
        tried = (self.base / plain, self.path.parent / plain, self.path.parent / plain.removeprefix("../"))
        return next((each for each in tried if is_folder(each) or is_regular(each)), None)


def read_yolo_data(path: Path) -> YoloData | None:
    """What a ``data.yaml`` says; None where the file is another.

    Raises:
        InputError: it cannot be read, is no YAML, or its parts are not what they should be.
    """
    status = check_regular(path)
    if status.st_size > _MAX_BYTES:
        return None
    found = _read(path, status.st_mtime_ns, status.st_size)
    if isinstance(found, InputError):
        raise InputError(found.message, found.hint)
    return found


def labels_of(picture: Path) -> Path:
    """The file of labels of a picture: in ``labels`` for the last ``images`` of its folders, else beside it."""
    before, images, after = str(picture).rpartition(_IMAGES)
    return Path(f"{before}{_LABELS}{after}" if images else picture).with_suffix(".txt")


@lru_cache(maxsize=32)
def _read(path: Path, _mtime_ns: int, _size: int) -> YoloData | InputError | None:
    with open_regular(path) as file:
        data = file.read(_MAX_BYTES)
    if b"names" not in data:
        return None
    try:
        value = plain_yaml(data)
    except YamlError as error:
        place = f"line {error.line}" if error.line else "its beginning"
        return InputError(f"{path.name} is no YAML: see {'in ' if error.line else ''}{place}.", HINT)
    if not isinstance(value, dict) or "names" not in value or not set(SPLITS) & value.keys():
        return None
    try:
        return _data(path, value)
    except InputError as error:
        return error


def _data(path: Path, value: dict[Any, Any]) -> YoloData:
    root = value.get("path")
    base = path.parent / str(root).replace("\\", "/") if isinstance(root, str) and root not in _NOTHING else path.parent
    sources = {split: _sources(path, split, value[split]) for split in SPLITS if value.get(split) not in _NOTHING}
    names = _names(path, value["names"])
    base = base if is_folder(base) else path.parent
    return YoloData(path, names, sources, base, "kpt_shape" in value, _number(value.get("nc")))


def _number(written: Any) -> int | None:
    text = str(written)
    return int(text) if text.isascii() and text.isdigit() and len(text) <= _MOST_DIGITS else None


def _sources(path: Path, split: str, written: Any) -> tuple[str, ...]:
    listed = written if isinstance(written, list) else [written]
    if not all(isinstance(each, str) and each and "\0" not in each for each in listed):
        raise InputError(f"{path.name}: {split} is neither a folder nor a list of these.", HINT)
    return tuple(listed)


def _names(path: Path, written: Any) -> tuple[str, ...]:
    listed = dict(enumerate(written)) if isinstance(written, list) else written
    if not isinstance(listed, dict) or not all(_is_index(key) for key in listed):
        raise InputError(f"{path.name}: names are neither a list nor named by number.", HINT)
    names = {int(key): name for key, name in listed.items()}
    if odd := [key for key, name in names.items() if not isinstance(name, str)]:
        raise InputError(f"{path.name}: the name of class {odd[0]} is a list, not a word.", HINT)
    if len(names) > MAX_CLASSES:
        raise InputError(f"{path.name} names more than {MAX_CLASSES:,} classes.", HINT)
    return tuple(names.get(place, str(place)) for place in range(max(names, default=-1) + 1))


def _is_index(key: Any) -> bool:
    text = str(key)
    return text.isascii() and text.isdigit() and int(text[:_MOST_DIGITS]) < MAX_CLASSES and len(text) <= _MOST_DIGITS


def _pictures_of(place: Path, base: Path) -> Iterator[Path]:
    if is_folder(place):
        yield from pictures_below(place)
    elif place.suffix.lower() == ".txt":
        yield from _listed(place, base)
    elif place.suffix.lower() in picture_suffixes():
        yield place


def pictures_below(folder: Path) -> Iterator[Path]:
    """The pictures of a folder and of all folders below it, in natural order; links are not followed."""
    for name, folders, files in os.walk(folder):
        folders.sort(key=natural_order)
        wanted = (file for file in files if file.lower().endswith(picture_suffixes()) and not file.startswith("."))
        yield from (Path(name, file) for file in sorted(wanted, key=natural_order))


def _listed(path: Path, base: Path) -> Iterator[Path]:
    """The pictures that a text file lists, one a line; relative to it, or else to the data set."""
    if check_regular(path).st_size > _MAX_LIST_BYTES:
        raise InputError(f"{path.name} is larger than {_MAX_LIST_BYTES >> 20} MiB.", HINT)
    with open_regular(path) as file:
        lines = file.read().decode("utf-8-sig", "replace").splitlines()
    for line in filter(None, map(str.strip, lines)):
        plain = line.replace("\\", "/").replace("\0", "")
        beside = path.parent / plain
        yield beside if is_regular(beside) else base / plain


def label_names(folder: Path, kept: dict[Path, frozenset[str]]) -> frozenset[str]:
    """The names of the files of a folder, read once; of one that is not there, none."""
    if folder not in kept:
        try:
            with os.scandir(folder) as entries:
                kept[folder] = frozenset(entry.name for entry in entries)
        except OSError:
            kept[folder] = frozenset()
    return kept[folder]


def listed_names(path: Path) -> tuple[str, ...]:
    """The classes that a text file names, one a line, such as ``classes.txt`` and ``obj.names``.

    A line counts though it is empty, since what follows keeps its index; its class is called by its index.

    Raises:
        InputError: it cannot be read, or is too large.
    """
    if check_regular(path).st_size > _MAX_BYTES:
        raise InputError(f"{path.name} is larger than {_MAX_BYTES >> 20} MiB.", "It should hold class names only.")
    with open_regular(path) as file:
        lines: Sequence[str] = file.read().decode("utf-8-sig", "replace").splitlines()
    names = [line.strip() for line in lines]
    last = max((place for place, name in enumerate(names) if name), default=-1)
    return tuple(name or str(place) for place, name in enumerate(names[: last + 1]))
