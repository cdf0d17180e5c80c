"""ADE20K's ``objectInfo150.txt``: a class in each row, whose value in masks is its ``Idx``; 0 is none of them.

Columns are separated by tabs: ``Idx``, ``Ratio``, ``Train``, ``Val``, ``Stuff``, ``Name``; of several words for one
class the first is taken, as models do.
"""

import re
from pathlib import Path
from typing import Final

from granview.core.errors import InputError
from granview.core.labels import VOID, LabelSet
from granview.io.class_source import CLASS_SOURCES, ClassFile, ClassSource, check_classes, text_lines
from granview.io.known_classes import known_classes

_WORDS: Final = re.compile(r"[,;]")
_CUT: Final = "Copy it again: it may be cut short."
_FEWEST: Final = 2
"""The head and a class."""


class ObjectInfo(ClassSource):
    """A table of 150 classes; three folders above ``annotations/validation/x.png``."""

    file_names = ("objectInfo150.txt",)
    levels = 3
    rank = 6

    def read(self, path: Path, data: bytes) -> ClassFile:
        """The classes, in the colours that are usual for them.

        Raises:
            InputError: it is cut short, or a row says no class.
        """
        rows = [re.split(r"\t+", line) for line in text_lines(path, data) if line]
        values = {0: None, VOID: None, **dict(_value(path, row, place) for place, row in enumerate(rows[1:]))}
        if len(rows) < _FEWEST:
            raise InputError(f"{path.name} names no classes.", _CUT)
        if cut := next((row for row in rows[1:] if len(row) < len(rows[0])), None):
            words = f"{path.name} has the row '{' '.join(cut)[:60]}', which has fewer columns than its head."
            raise InputError(words, _CUT)
        names = tuple(_WORDS.split(row[-1])[0].strip() for row in rows[1:])
        usual = known_classes("ade20k").labels.colors
        colors = tuple(usual[place % len(usual)] for place in range(len(names)))
        check_classes(path, colors, VOID)
        return ClassFile(LabelSet(names, colors, VOID), False, True, None, values)


def _value(path: Path, row: list[str], place: int) -> tuple[int, int]:
    if len(row) < 2 or not row[0].isdecimal() or not 0 < int(row[0]) < VOID:
        raise InputError(f"{path.name} has the row '{' '.join(row)[:60]}'.", "It should begin with a number: Idx.")
    return int(row[0]), place


CLASS_SOURCES.register("object-info")(ObjectInfo())
