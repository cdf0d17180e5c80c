"""CoNLL-U: a word in each line with its parts of speech and more; an empty line between sentences."""

from collections.abc import Iterator
from pathlib import Path

from granview.io.dataset_format import DATASET_FORMATS, DatasetFormat
from granview.io.datasets.conll_u import read_conll_u
from granview.io.datasets.row_items import Item


class ConllUFormat(DatasetFormat):
    """CoNLL-U: a word in each line with its parts of speech and more; an empty line between sentences."""

    suffixes = frozenset({".conllu"})
    unit = "sentence"
    has_columns = True

    def items(self, path: Path, header: bool | None = None) -> Iterator[Item]:
        """A row for each sentence."""
        return read_conll_u(path)


DATASET_FORMATS.register("conllu")(ConllUFormat())
