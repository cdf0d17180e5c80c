"""Readers of folders in which every sample has a file of its own."""

from collections.abc import Iterable
from pathlib import Path

from granview.io.saved.listing import SavedListing
from granview.io.saved.matching import names_of_file
from granview.io.saved.saved_prediction import SavedRecord


def file_records(paths: Iterable[Path], listing: SavedListing) -> tuple[SavedRecord, ...]:
    """A record for each file, which is called as its sample is."""
    return tuple(SavedRecord(names_of_file(path, listing.root), path) for path in paths)
