"""CVAT's ``labelmap.txt``: ``name:r,g,b:parts:actions``, a class in each line, which masks show by its colour.

See "Segmentation mask" in CVAT's documentation of formats. Parts and actions of people are left out.
"""

import re
from pathlib import Path
from typing import Final

from granview.core.errors import InputError
from granview.core.labels import Color
from granview.io.class_source import CLASS_SOURCES, ClassFile, ClassSource, text_lines
from granview.io.colored_classes import colored_classes

_LINE: Final = re.compile(r"(?P<name>[^:]+):\s*(?P<color>\d+\s*,\s*\d+\s*,\s*\d+)?\s*(?::[^:]*){0,2}")
_WITH_COLOR: Final = re.compile(r"[^:#]+:\s*\d+\s*,\s*\d+\s*,\s*\d+\s*(?::|$)")


class LabelmapTxt(ClassSource):
    """Names and colours; masks are read by their colours."""

    file_names = ("labelmap.txt",)
    levels = 4
    rank = 2

    def read(self, path: Path, data: bytes) -> ClassFile | None:
        """The classes; None for a file of another program that is called so."""
        lines = [line for line in text_lines(path, data) if line and not line.startswith("#")]
        if not any(_WITH_COLOR.match(line) for line in lines):
            return None
        return colored_classes(path, [_entry(path, line) for line in lines])


def _entry(path: Path, line: str) -> tuple[str, Color]:
    found = _LINE.fullmatch(line)
    if found is None or not found["color"]:
        raise InputError(f"{path.name} has the line '{line[:60]}'.", "Write name:r,g,b:parts:actions in each.")
    red, green, blue = (int(part) for part in found["color"].split(","))
    return found["name"].strip(), (red, green, blue)


CLASS_SOURCES.register("labelmap-txt")(LabelmapTxt())
