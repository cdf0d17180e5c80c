"""labelme's ``class_names.txt`` as its converter to Pascal VOC writes it: ``_background_`` first, then a class a line.

A first line ``__ignore__`` stands for pixels without a class, which are 255, so that the line after it is class 0.
"""

from pathlib import Path
from typing import Final

from granview.io.class_source import CLASS_SOURCES, ClassFile, ClassSource, named_only, text_lines

_IGNORED: Final = "__ignore__"


class ClassNamesTxt(ClassSource):
    """Names alone."""

    file_names = ("class_names.txt",)
    rank = 5

    def read(self, path: Path, data: bytes) -> ClassFile:
        """The names."""
        return named_only(path, tuple(line for line in text_lines(path, data) if line and line != _IGNORED))


CLASS_SOURCES.register("class-names-txt")(ClassNamesTxt())
