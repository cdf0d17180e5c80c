"""JSON: a list of records, columns, or SQuAD's articles."""

from collections.abc import Iterator
from pathlib import Path

from granview.io.dataset_format import DATASET_FORMATS, DatasetFormat
from granview.io.datasets.json_rows import read_json
from granview.io.datasets.row_items import Item


class JsonFormat(DatasetFormat):
    """JSON: a list of records, columns, or SQuAD's articles."""

    suffixes = frozenset({".json"})
    unit = "record"
    has_columns = True

    def items(self, path: Path, header: bool | None = None) -> Iterator[Item]:
        """A row for each record, or each question of SQuAD."""
        return read_json(path)


DATASET_FORMATS.register("json")(JsonFormat())
