"""Tables in TSV: a tab between cells, unless the beginning clearly shows another delimiter."""

from collections.abc import Iterator
from pathlib import Path

from granview.io.dataset_format import DATASET_FORMATS, DatasetFormat
from granview.io.datasets.delimited import read_tsv
from granview.io.datasets.row_items import Item


class TsvFormat(DatasetFormat):
    """Tables in TSV: a tab between cells, unless the beginning clearly shows another delimiter."""

    suffixes = frozenset({".tsv", ".tab"})
    unit = "line"
    has_columns = True
    may_have_header = True

    def items(self, path: Path, header: bool | None = None) -> Iterator[Item]:
        """A row for each row of cells."""
        return read_tsv(path, header)


DATASET_FORMATS.register("tsv")(TsvFormat())
