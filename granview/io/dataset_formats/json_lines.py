"""JSON Lines: an object in each line."""

from collections.abc import Iterator
from pathlib import Path

from granview.io.dataset_format import DATASET_FORMATS, DatasetFormat
from granview.io.datasets.json_rows import read_json_lines
from granview.io.datasets.row_items import Item


class JsonLinesFormat(DatasetFormat):
    """JSON Lines: an object in each line."""

    suffixes = frozenset({".jsonl", ".ndjson"})
    unit = "line"
    has_columns = True

    def items(self, path: Path, header: bool | None = None) -> Iterator[Item]:
        """A row for each line that is not empty."""
        return read_json_lines(path)


DATASET_FORMATS.register("jsonl")(JsonLinesFormat())
