"""Tables that say the classes of pictures: a column of files, and one of a class or several, as CSV or TSV."""

from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final

from granview.core.errors import InputError
from granview.core.sample import Reference
from granview.io.column_prompt import read_column_prompt
from granview.io.dataset_format import dataset_format, has_columns
from granview.io.datasets.row_items import Row
from granview.io.datasets.value_parsing import as_labels, split_labels
from granview.io.reference_formats.class_name import class_reference
from granview.io.search_events import Problem, RefusedReference

BESIDE: Final = frozenset({"labels.csv", "labels.tsv", "classes.csv", "classes.tsv"})
"""What such a table is called where it lies beside pictures, case-folded."""


def is_class_table(path: Path) -> bool:
    """Whether a file is a table with a column of files and one of classes."""
    try:
        if not has_columns(path):
            return False
        guess = read_column_prompt(path).guess
    except InputError:
        return False
    return guess.file is not None and (guess.label or guess.label_name) is not None


class ClassTable:
    """A table, read: the classes of each file that it names.

    Args:
        path: Absolute path of the table; files are named relative to its folder, or by their names alone.

    Raises:
        InputError: it cannot be read.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._classes: dict[str, tuple[str, ...]] = {}
        self._used: set[str] = set()
        self._problems: list[Problem] = []
        guess = read_column_prompt(path).guess
        assert guess.file is not None
        self._read(guess.file, str(guess.label_name or guess.label))
        self._counts = Counter(name for names in self._classes.values() for name in names)
        self._known = tuple(self._counts)

    def reference(self, picture: Path) -> Reference | None:
        """The classes of a picture as its reference; None where the table does not name it."""
        key = next((key for key in self._keys(picture) if key in self._classes), None)
        if key is None:
            return None
        self._used.add(key)
        names = self._classes[key]
        n_alike = self._counts[names[0]] if len(names) == 1 else None
        return class_reference(names, self._known, n_alike, str(self._path))

    def problems(self) -> Iterator[Problem]:
        """What is wrong with its rows, and which of them match no picture; asked when all pictures are known."""
        yield from self._problems
        left = [key for key in self._classes if key not in self._used]
        if left:
            listed = ", ".join(left[:5]) + (", …" if len(left) > 5 else "")
            many = "row matches" if len(left) == 1 else "rows match"
            words = f"{len(left)} {many} no picture in {self._path.name}: {listed}."
            yield RefusedReference(self._path, words, "Name each picture as its file is called.")

    def _keys(self, picture: Path) -> Iterator[str]:
        """What a picture may be called in the table: its path from the table's folder, or its name."""
        if picture.is_relative_to(self._path.parent):
            yield picture.relative_to(self._path.parent).as_posix()
        yield picture.name

    def _read(self, file: str, label: str) -> None:
        known = dataset_format(self._path)
        assert known is not None
        for item in known.items(self._path):
            if isinstance(item, Row):
                self._take(item.values, item.place, file, label)

    def _take(self, values: Mapping[str, Any], line: int, file: str, label: str) -> None:
        name = str(values.get(file) or "").replace("\\", "/").removeprefix("./")
        try:
            labels = as_labels(values.get(label), None)
        except InputError as error:
            self._refuse(line, error.message)
            return
        if not name or labels is None:
            self._refuse(line, "names no file" if not name else "says no class")
        elif self._classes.setdefault(name, split_labels(labels)) != split_labels(labels):
            self._refuse(line, f"says another class of {name} than a line before it, which counts")

    def _refuse(self, line: int, words: str) -> None:
        self._problems.append(RefusedReference(self._path, f"Line {line} of {self._path.name} {words}.", "Correct it."))
