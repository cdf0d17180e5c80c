"""Arrow files, as Hugging Face's ``datasets`` saves them, with the names of classes that it keeps in them."""

from collections.abc import Iterator
from pathlib import Path

from granview.io.dataset_format import DATASET_FORMATS, DatasetFormat
from granview.io.datasets.row_items import Item


class ArrowFormat(DatasetFormat):
    """Arrow files, as Hugging Face's ``datasets`` saves them, with the names of classes that it keeps in them."""

    suffixes = frozenset({".arrow"})
    unit = "row"
    has_columns = True

    def items(self, path: Path, header: bool | None = None) -> Iterator[Item]:
        """A row for each row of its batches."""
        from granview.io.datasets.parquet import (
            read_parquet,  # it needs multiprocessing, which the window starts without
        )

        return read_parquet(path)


DATASET_FORMATS.register("arrow")(ArrowFormat())
