"""Texts and their classes as fastText writes them: ``__label__good What a film!``, one in each line."""

from collections.abc import Iterator
from pathlib import Path
from typing import Final

from granview.io.dataset_format import DATASET_FORMATS, DatasetFormat
from granview.io.datasets.line_file import LineFile, is_too_long
from granview.io.datasets.row_items import DamagedRecord, FileRemark, Item, Row

_PREFIX: Final = "__label__"


class FastTextFormat(DatasetFormat):
    """A text in each line, after its class or classes; texts without classes too."""

    suffixes = frozenset({".fasttext", ".ft"})
    unit = "line"

    def items(self, path: Path, header: bool | None = None) -> Iterator[Item]:
        """A row for each line, with the columns ``text`` and ``labels``; a line without words is damaged.

        Raises:
            InputError: it cannot be read, or is not a text.
        """
        lines = LineFile(path)
        yield from map(FileRemark, lines.notices)
        for index, line in enumerate(lines):
            yield DamagedRecord(index + 1, "is too long") if is_too_long(line) else _row(index, line.split())
        yield from map(FileRemark, lines.damage)

    def belongs(self, head: str) -> bool:
        """Whether a plain text begins with a class."""
        return head.startswith(_PREFIX)


def _row(index: int, words: list[str]) -> Item:
    labels = [word.removeprefix(_PREFIX) for word in words if word.startswith(_PREFIX)]
    text = " ".join(word for word in words if not word.startswith(_PREFIX))
    if not text:
        return DamagedRecord(index + 1, "has no text")
    return Row(index, index + 1, {"text": text, "labels": labels})


DATASET_FORMATS.register("fasttext")(FastTextFormat())
