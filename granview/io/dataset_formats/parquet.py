"""Parquet, with the names of classes that Hugging Face keeps in it."""

from collections.abc import Iterator
from pathlib import Path

from granview.io.dataset_format import DATASET_FORMATS, DatasetFormat
from granview.io.datasets.row_items import Item


class ParquetFormat(DatasetFormat):
    """Parquet, with the names of classes that Hugging Face keeps in it."""

    suffixes = frozenset({".parquet", ".pq"})
    unit = "row"
    has_columns = True

    def items(self, path: Path, header: bool | None = None) -> Iterator[Item]:
        """A row for each row of the table."""
        from granview.io.datasets.parquet import (
            read_parquet,  # it needs multiprocessing, which the window starts without
        )

        return read_parquet(path)


DATASET_FORMATS.register("parquet")(ParquetFormat())
