"""Tables of classes and their colours as CamVid's copies have them: ``class_dict.csv`` and ``label_colors.txt``.

``class_dict.csv``: a head with ``name`` and ``r``, ``g``, ``b``, and a class in each row. ``label_colors.txt``: in each
line a colour and a name, such as ``64 128 64 Animal``.
"""

import csv
import re
from pathlib import Path
from typing import Final

from granview.core.errors import InputError
from granview.core.labels import Color
from granview.io.class_source import CLASS_SOURCES, ClassFile, ClassSource, text_lines
from granview.io.colored_classes import colored_classes

_LINE: Final = re.compile(r"(\d+)\s+(\d+)\s+(\d+)\s+(\S.*)")
_CHANNELS: Final = ("r", "g", "b")


class ClassDictCsv(ClassSource):
    """A table with a head."""

    file_names = ("class_dict.csv",)
    levels = 3
    rank = 3

    def read(self, path: Path, data: bytes) -> ClassFile | None:
        """The classes; None for a table without these columns."""
        rows = list(csv.reader(text_lines(path, data)))
        head = [cell.strip().casefold() for cell in rows[0]] if rows else []
        if not {"name", *_CHANNELS} <= set(head):
            return None
        places = [head.index(channel) for channel in _CHANNELS]
        entries = [_entry(path, row, head.index("name"), places) for row in rows[1:] if any(row)]
        return colored_classes(path, entries)


class LabelColorsTxt(ClassSource):
    """Lines of a colour and a name."""

    file_names = ("label_colors.txt",)
    levels = 3
    rank = 4

    def read(self, path: Path, data: bytes) -> ClassFile | None:
        """The classes; None for a file of other lines."""
        found = [_LINE.fullmatch(line) for line in text_lines(path, data) if line and not line.startswith("#")]
        rows = [line for line in found if line is not None]
        if len(rows) < len(found) or not rows:
            return None
        return colored_classes(path, [(row[4].strip(), (int(row[1]), int(row[2]), int(row[3]))) for row in rows])


def _entry(path: Path, row: list[str], name: int, places: list[int]) -> tuple[str, Color]:
    try:
        red, green, blue = (int(row[place]) for place in places)
        return row[name].strip(), (red, green, blue)
    except (IndexError, ValueError) as error:
        raise InputError(
            f"{path.name} has a row without a colour: {', '.join(row)[:60]}.", "Write name, r, g, b in each."
        ) from error


CLASS_SOURCES.register("class-dict-csv")(ClassDictCsv())
CLASS_SOURCES.register("label-colors-txt")(LabelColorsTxt())
