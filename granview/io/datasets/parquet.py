"""Parquet files, read in pieces by polars, with the class names that Hugging Face's datasets keep in them."""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final

from granview.core.errors import InputError
from granview.io.datasets.rows import Item, Names, Row
from granview.io.files import check_regular

_PIECE: Final = 20_000


def read_parquet(path: Path) -> Iterator[Item]:
    """The rows of a file, numbered from 1.

    Raises:
        InputError: it is damaged, or no Parquet file.
    """
    import polars

    check_regular(path)
    try:
        yield from _class_names(polars.read_parquet_metadata(path))
        lazy = polars.scan_parquet(path, glob=False)
        total = lazy.select(polars.len()).collect().item()
        for start in range(0, total, _PIECE):
            for index, row in enumerate(lazy.slice(start, _PIECE).collect().iter_rows(named=True), start):
                yield Row(index, index + 1, row)
    except (polars.exceptions.PolarsError, OSError) as error:
        reason = str(error).splitlines()[0].rstrip(".")
        raise InputError(f"{path.name} is no Parquet file, or damaged: {reason}.", "Copy or save it again.") from error


def _class_names(metadata: Mapping[str, str]) -> Iterator[Names]:
    try:
        features = json.loads(metadata.get("huggingface", "{}")).get("info", {}).get("features", {})
        columns = list(features.items())
    except (ValueError, AttributeError):
        return
    for column, feature in columns:
        names = _names(feature)
        if names is not None:
            yield Names(column, names)


def _names(feature: Any) -> tuple[str, ...] | None:
    """Of a ``ClassLabel``, or a list of them."""
    if not isinstance(feature, Mapping):
        return None
    if feature.get("_type") in ("Sequence", "List"):
        return _names(feature.get("feature"))
    names = feature.get("names") if feature.get("_type") == "ClassLabel" else None
    return tuple(map(str, names)) if isinstance(names, list) else None
