"""``classes.json``: a list of names, or of ``{"name": …, "color": [r, g, b]}``.

Or an object with that list as ``classes`` and with ``void``: the index of pixels without a class (255 where it is not
said; ``null`` for none), or their colour ``[r, g, b]`` in colour references.
"""

from pathlib import Path
from typing import Final

import msgspec

from granview.core.json_reading import check_type, decode_json
from granview.core.labels import Color, LabelSet
from granview.core.palette import class_colors
from granview.io.class_source import CLASS_SOURCES, ClassFile, ClassSource, check_classes, default_void

_HINT: Final = 'Write [{"name": "road", "color": [90, 90, 90]}, …].'


class _Entry(msgspec.Struct, frozen=True):
    name: str
    color: Color | None = None


class _Document(msgspec.Struct, frozen=True):
    classes: tuple[str | _Entry, ...]
    void: int | Color | msgspec.UnsetType | None = msgspec.UNSET


class ClassesJson(ClassSource):
    """GranView's own class file, which goes before all others."""

    file_names = ("classes.json",)

    def read(self, path: Path, data: bytes) -> ClassFile:
        """The names, with colours and void where it has them."""
        value = decode_json(data, path, _HINT)
        if isinstance(value, list):
            return _class_file(path, _Document(check_type(value, tuple[str | _Entry, ...], path, _HINT)))
        return _class_file(path, check_type(value, _Document, path, _HINT))


def _class_file(path: Path, document: _Document) -> ClassFile:
    entries = [entry if isinstance(entry, _Entry) else _Entry(entry) for entry in document.classes]
    names = tuple(entry.name for entry in entries)
    own = tuple(entry.color for entry in entries)
    colors = tuple(color or other for color, other in zip(own, class_colors(names), strict=True))
    void = document.void
    index = void if isinstance(void, int) else None if void is None else default_void(len(names))
    check_classes(path, colors, index)
    return ClassFile(
        LabelSet(names, colors, index),
        None not in own,
        void is not msgspec.UNSET,
        void if isinstance(void, tuple) else None,
    )


CLASS_SOURCES.register("classes-json")(ClassesJson())
