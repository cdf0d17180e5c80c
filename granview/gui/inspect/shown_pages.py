"""The other pages of a picture's file, which can be shown in its place."""

from collections.abc import Sequence
from pathlib import Path

from granview.core.sample import Sample
from granview.io.page_address import split_address


def sister_pages(path: str, samples: Sequence[Sample]) -> list[tuple[str, str]]:
    """Name and path of every other sample that is the same place of another page of a file; empty for other files."""
    file, address = split_address(Path(path))
    if address is None:
        return []
    found = []
    for sample in samples:
        other, place = split_address(Path(sample.path)) if sample.path else (None, None)
        if place is not None and other == file and place != address and place.region == address.region:
            found.append((sample.name, sample.path))
    return found
