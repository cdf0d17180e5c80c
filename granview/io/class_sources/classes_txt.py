"""``classes.txt``: one name per line, in index order; empty lines and those that begin with ``#`` are left out."""

from pathlib import Path

from granview.io.class_source import CLASS_SOURCES, ClassFile, ClassSource, named_only, text_lines


class ClassesTxt(ClassSource):
    """Names alone."""

    file_names = ("classes.txt",)
    rank = 1

    def read(self, path: Path, data: bytes) -> ClassFile:
        """The names."""
        return named_only(path, tuple(line for line in text_lines(path, data) if line and not line.startswith("#")))


CLASS_SOURCES.register("classes-txt")(ClassesTxt())
