"""What a search for samples reports, piece by piece."""

from dataclasses import dataclass
from pathlib import Path

from granview.core.sample import Sample
from granview.io.column_roles import ColumnRoles
from granview.io.data_set import Leftover


@dataclass(frozen=True)
class Problem:
    """Something given or found that does not become a sample, in words. The search goes on.

    Attributes:
        path: What it is about.
        error: What is wrong.
        hint: What to do about it.
        unused: The files that nothing is read from, by sort, where it is about several.
    """

    path: Path
    error: str
    hint: str = ""
    unused: tuple[Leftover, ...] = ()


@dataclass(frozen=True)
class Notice(Problem):
    """Something that must be said of a file that does become samples, such as that its encoding was guessed."""


@dataclass(frozen=True)
class Doubt(Notice):
    """Something that was guessed, is not certain, and changes what is measured: said again beside the results."""


@dataclass(frozen=True)
class RefusedReference(Problem):
    """A reference that is not used, so that what it belongs to may not be scored."""


@dataclass(frozen=True)
class WrongChoice(Problem):
    """A split or sort of reference that was asked for is not in a data set, so nothing of it was taken."""


@dataclass(frozen=True)
class WrongColumns(Problem):
    """A column that was asked for is not in a data set, so nothing of it was read."""


@dataclass(frozen=True)
class GuessedColumns:
    """A data set whose columns nobody has chosen, so that they were guessed.

    Attributes:
        path: The file.
        roles: Which column was taken as what.
        doubts: The roles among them of which it is not certain.
    """

    path: Path
    roles: ColumnRoles
    doubts: tuple[str, ...] = ()


@dataclass(frozen=True)
class SearchProgress:
    """How far the search is.

    Attributes:
        n_samples: Samples found so far.
        folder: The folder being searched.
    """

    n_samples: int
    folder: Path


SearchEvent = Sample | Problem | GuessedColumns | SearchProgress
