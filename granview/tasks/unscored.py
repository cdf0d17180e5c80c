"""How a notice says that a sample could not be scored: by these words it is told from others, in sessions too."""

from collections.abc import Iterable
from typing import Final

NOTHING_SCORED: Final = "nothing is scored"
"""What each such notice holds; sessions keep notices as they were said."""


def why_unscored(notices: Iterable[str]) -> str:
    """The first notice that says why a sample has no score; empty where none does."""
    return next((notice for notice in notices if NOTHING_SCORED in notice), "")
