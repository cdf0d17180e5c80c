"""CoNLL: a token in each line, its tag last; an empty line between sentences."""

from collections.abc import Iterator
from pathlib import Path

from granview.io.dataset_format import DATASET_FORMATS, DatasetFormat
from granview.io.datasets.conll import is_conll, read_conll
from granview.io.datasets.row_items import Item


class ConllFormat(DatasetFormat):
    """CoNLL: a token in each line, its tag last; an empty line between sentences."""

    suffixes = frozenset({".conll", ".conll03", ".iob", ".iob1", ".iob2", ".bio", ".bioes", ".bilou"})
    unit = "sentence"

    def items(self, path: Path, header: bool | None = None) -> Iterator[Item]:
        """A row for each sentence."""
        return read_conll(path)

    def belongs(self, head: str) -> bool:
        """Whether every line has several columns with a tag last."""
        return is_conll(head)


DATASET_FORMATS.register("conll")(ConllFormat())
