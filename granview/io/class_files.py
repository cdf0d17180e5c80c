"""Class names and colours of references, from a ``classes.json`` or ``classes.txt`` beside them or one folder up.

``classes.txt``: one name per line, in index order; empty lines and lines that begin with ``#`` are left out.
``classes.json``: a list of names, or of ``{"name": …, "color": [r, g, b]}``; or an object with that list as ``classes``
and with ``void``: the index of pixels without a class (255 where it is not said; ``null`` for none), or their colour
``[r, g, b]`` in colour references.
"""

import os
from functools import lru_cache
from pathlib import Path
from typing import Final

import msgspec

from granview.core.errors import InputError
from granview.core.json_reading import check_type, decode_json
from granview.core.labels import VOID, Color, LabelSet
from granview.core.palette import class_colors
from granview.io.regular_files import check_regular, open_regular

FILE_NAMES: Final = ("classes.json", "classes.txt")
VOID_16_BIT: Final = 65_535
"""Index of pixels without a class where 255 is the index of one."""

_MAX_BYTES: Final = 4 << 20
_JSON_HINT: Final = 'Write [{"name": "road", "color": [90, 90, 90]}, …].'


class _Entry(msgspec.Struct, frozen=True):
    name: str
    color: Color | None = None


class _Document(msgspec.Struct, frozen=True):
    classes: tuple[str | _Entry, ...]
    void: int | Color | msgspec.UnsetType | None = msgspec.UNSET


class ClassFile(msgspec.Struct, frozen=True):
    """What a class file says.

    Attributes:
        labels: Names, colours and void index.
        has_colors: Whether the file itself gives a colour for every class.
        says_void: Whether the file itself says which pixels have no class.
        void_color: The colour of pixels without a class in colour references, or None.
    """

    labels: LabelSet
    has_colors: bool
    says_void: bool
    void_color: Color | None


def find_class_file(reference: Path) -> ClassFile | None:
    """The class file that belongs to a reference; None where there is none. Read again only when it has changed.

    Raises:
        InputError: there is one, but it cannot be read or understood.
    """
    for folder in (reference.parent, reference.parent.parent):
        for name in FILE_NAMES:
            path = folder / name
            if os.path.lexists(path):
                status = check_regular(path)
                return _read(path, status.st_mtime_ns, status.st_size)
    return None


@lru_cache(maxsize=64)
def _read(path: Path, mtime_ns: int, size: int) -> ClassFile:
    """``mtime_ns`` and ``size`` are only there to tell versions of the file apart."""
    with open_regular(path) as file:
        data = file.read(_MAX_BYTES + 1)
    if len(data) > _MAX_BYTES:
        raise InputError(f"{path} is larger than {_MAX_BYTES >> 20} MiB.", "It should hold class names only.")
    document = _parse_json(path, data) if path.suffix == ".json" else _parse_text(path, data)
    if not document.classes:
        raise InputError(f"{path} names no class.", "Write one name per class, in index order.")
    return _class_file(path, document)


def _parse_json(path: Path, data: bytes) -> _Document:
    value = decode_json(data, path, _JSON_HINT)
    if isinstance(value, list):
        return _Document(check_type(value, tuple[str | _Entry, ...], path, _JSON_HINT))
    return check_type(value, _Document, path, _JSON_HINT)


def _parse_text(path: Path, data: bytes) -> _Document:
    try:
        lines = [line.strip() for line in data.decode("utf-8-sig").splitlines()]
    except UnicodeDecodeError as error:
        raise InputError(f"{path} is not UTF-8 text.", "Save it as UTF-8.") from error
    return _Document(tuple(line for line in lines if line and not line.startswith("#")))


def _class_file(path: Path, document: _Document) -> ClassFile:
    entries = [entry if isinstance(entry, _Entry) else _Entry(entry) for entry in document.classes]
    names = tuple(entry.name for entry in entries)
    own = tuple(entry.color for entry in entries)
    spare = class_colors(names)
    colors = tuple(color or other for color, other in zip(own, spare, strict=True))
    void = document.void
    index = void if isinstance(void, int) else None if void is None else default_void(len(names))
    _check(path, colors, index)
    return ClassFile(
        LabelSet(names, colors, index),
        None not in own,
        void is not msgspec.UNSET,
        void if isinstance(void, tuple) else None,
    )


def default_void(n_classes: int) -> int:
    """The void index where none is said: 255 where no class has it, else 65535."""
    return VOID if n_classes <= VOID else VOID_16_BIT


def _check(path: Path, colors: tuple[Color, ...], void: int | None) -> None:
    if len(colors) > VOID_16_BIT or (void is not None and not 0 <= void <= VOID_16_BIT):
        raise InputError(f"{path} has more classes than fit, or a void index out of range.", "Indices go to 65535.")
    if any(not 0 <= channel <= 255 for color in colors for channel in color):
        raise InputError(f"{path} has a colour outside 0 to 255.", "Write each colour as [r, g, b].")
