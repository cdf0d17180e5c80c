"""What a search for samples reports, piece by piece."""

from dataclasses import dataclass
from pathlib import Path

from granview.core.sample import Sample


@dataclass(frozen=True)
class Problem:
    """Something given or found that does not become a sample, in words. The search goes on.

    Attributes:
        path: What it is about.
        error: What is wrong.
        hint: What to do about it.
    """

    path: Path
    error: str
    hint: str = ""


@dataclass(frozen=True)
class Notice(Problem):
    """Something that must be said of a file that does become samples, such as that its encoding was guessed."""


@dataclass(frozen=True)
class FoundProgress:
    """How far the search is.

    Attributes:
        found: Samples found so far.
        folder: The folder being searched.
    """

    found: int
    folder: Path


Found = Sample | Problem | FoundProgress
