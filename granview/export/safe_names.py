"""File names for samples and lanes: a session may come from anywhere, so no name in it is trusted as a path."""

from collections.abc import Iterable

from granview.core.file_names import UniqueNames


def safe_names(names: Iterable[str]) -> dict[str, str]:
    """For each name one that is safe and unique as a file name; the name itself where it already is."""
    book = UniqueNames()
    return {name: book.claim(name) for name in dict.fromkeys(names)}
