"""Tables in CSV: a comma between cells, or whatever other delimiter the beginning shows."""

from collections.abc import Iterator
from pathlib import Path

from granview.io.dataset_format import DATASET_FORMATS, DatasetFormat
from granview.io.datasets.delimited import read_csv
from granview.io.datasets.row_items import Item


class CsvFormat(DatasetFormat):
    """Tables in CSV: a comma between cells, or whatever other delimiter the beginning shows."""

    suffixes = frozenset({".csv"})
    unit = "line"
    has_columns = True
    may_have_header = True

    def items(self, path: Path, header: bool | None = None) -> Iterator[Item]:
        """A row for each row of cells."""
        return read_csv(path, header)


DATASET_FORMATS.register("csv")(CsvFormat())
