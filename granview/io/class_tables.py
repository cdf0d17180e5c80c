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
from granview.io.regular_files import is_regular
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
        self._used: dict[str, Path] = {}
        self._doubles: list[Path] = []
        self._problems: list[Problem] = []
        guess = read_column_prompt(path).guess
        assert guess.file is not None
        self._read(guess.file, str(guess.label_name or guess.label))
        self._counts = Counter(name for names in self._classes.values() for name in names)
        self._known = tuple(self._counts)

    def reference(self, picture: Path) -> Reference | None:
        """The classes of a picture as its reference; None where the table does not name it."""
        key = self._key(picture)
        if key is None:
            return None
        names = self._classes[key]
        n_alike = self._counts[names[0]] if len(names) == 1 else None
        return class_reference(names, self._known, n_alike, str(self._path))

    def problems(self) -> Iterator[Problem]:
        """What is wrong with its rows, and which of them match no picture; asked when all pictures are known."""
        yield from self._problems
        if self._doubles:
            listed = ", ".join(path.name for path in self._doubles[:5]) + (", …" if len(self._doubles) > 5 else "")
            words = f"{self._path.name} has one row for several pictures of one name: {listed}."
            yield RefusedReference(self._doubles[0], words, "Write their folders into the table.")
        left = [key for key in self._classes if key not in self._used]
        if left:
            listed = ", ".join(left[:5]) + (", …" if len(left) > 5 else "")
            many = "row matches" if len(left) == 1 else "rows match"
            words = f"{len(left)} {many} no picture in {self._path.name}: {listed}."
            yield RefusedReference(self._path, words, "Name each picture as its file is called.")

    def _key(self, picture: Path) -> str | None:
        """What a picture is called in the table: its path from the table's folder, or else its name.

        A name alone means one picture: the one beside the table, else the first of that name.
        """
        folder = self._path.parent
        here = picture.relative_to(folder).as_posix() if picture.is_relative_to(folder) else ""
        if here in self._classes:
            self._used[here] = picture
            return here
        if picture.name not in self._classes:
            return None
        first = folder / picture.name
        if not is_regular(first):
            first = self._used.setdefault(picture.name, picture)
        if first != picture:
            self._doubles.append(picture)
            return None
        return picture.name

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
