"""The beginning of a data set, for the user to choose its columns, and for the guess of what they are."""

import dataclasses
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

from granview.core.errors import InputError
from granview.io.column_roles import Preview, refuse_wide_rows
from granview.io.dataset_format import DatasetFormat, dataset_format
from granview.io.datasets.row_items import FileRemark, Item, NoHeader, Row

PREVIEW_ROWS: Final = 200


def preview_data(path: Path, n_rows: int = PREVIEW_ROWS, header: bool | None = None) -> Preview:
    """The beginning of a data set, for the user to choose its columns.

    Args:
        path: The file.
        n_rows: How many rows it shows at most.
        header: Whether the first row names the columns; None to find out.

    Raises:
        InputError: it cannot be read, or is no data set.
    """
    preview = preview_of(path, first_items(known_format(path).items(path, header), n_rows))
    return preview if header is None else dataclasses.replace(preview, has_header=header)


def known_format(path: Path) -> DatasetFormat:
    """The format of the data set at this path.

    Raises:
        InputError: the file is one text.
    """
    known = dataset_format(path)
    if known is None:
        raise InputError(f"{path.name} is one text, not a data set.", "It needs no columns.")
    return known


def first_items(items: Iterator[Item], n_rows: int) -> list[Item]:
    """Items up to the given number of rows."""
    head: list[Item] = []
    rows = 0
    while rows < n_rows and (item := next(items, None)) is not None:
        head.append(item)
        rows += isinstance(item, Row)
    return head


def preview_of(path: Path, head: Sequence[Item]) -> Preview:
    """A preview of a file whose first items these are."""
    rows = [item.values for item in head if isinstance(item, Row)]
    refuse_wide_rows(path, rows)
    remarks = [item for item in head if isinstance(item, FileRemark)]
    return Preview.of(rows, [remark.words for remark in remarks], not any(isinstance(r, NoHeader) for r in remarks))
