"""Long columns in pieces that stay in the processor's cache, so that what is computed on the way costs no memory."""

from collections.abc import Iterator
from typing import Final

PIECE: Final = 1 << 15
"""Rows of a piece: some columns of them fit into 512 kB."""


def pieces(n: int) -> Iterator[slice]:
    """The slices that n rows fall into."""
    return (slice(start, min(start + PIECE, n)) for start in range(0, n, PIECE))
