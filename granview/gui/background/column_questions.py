"""Data sets of which it is not certain what their columns are."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from granview.core.errors import InputError
from granview.io.column_names import RATINGS, is_number, names_a_class, plain
from granview.io.columns import ColumnRoles, Preview, guess_columns, names_a_column

TABLE_SUFFIXES: Final = frozenset({".csv", ".tsv", ".tab", ".jsonl", ".ndjson", ".json", ".parquet", ".pq"})
"""Lower-case suffixes of data sets that have columns to choose from."""

_N_ROWS: Final = 100


@dataclass(frozen=True)
class ColumnQuestion:
    """A data set that a user may say the columns of.

    Attributes:
        path: The file.
        preview: Its beginning.
        guess: The likeliest roles.
    """

    path: Path
    preview: Preview
    guess: ColumnRoles

    @property
    def is_certain(self) -> bool:
        """Whether the columns of the text and of the classes are called as such columns usually are.

        Ratings in numbers are classes only where the user says so, or where another column names them.
        """
        named = (self.guess.text, self.guess.context, self.guess.tokens)
        return any(names_a_column(column) for column in named if column is not None) and self._has_certain_label

    @property
    def _has_certain_label(self) -> bool:
        label = self.guess.label
        if label is None or self.guess.label_name is not None or names_a_class(label):
            return True
        is_rating = plain(label) in RATINGS
        return is_rating and not all(is_number(str(value)) for value in self.preview.values(label))


def has_columns(path: str) -> bool:
    """Whether a file may be a data set with columns, by its name."""
    return Path(path).suffix.lower() in TABLE_SUFFIXES


def read_question(path: Path) -> ColumnQuestion:
    """Read the beginning of a data set, and guess.

    Raises:
        InputError: it cannot be read, or is no data set.
    """
    from granview.io.datasets.reading import preview_data

    preview = preview_data(path, _N_ROWS)
    return ColumnQuestion(path, preview, guess_columns(preview))


def uncertain_columns(paths: Sequence[Path]) -> dict[Path, ColumnQuestion]:
    """The data sets among some files that a user must be asked about; one that cannot be read is not among them."""
    asked = {path: _question(path) for path in paths if has_columns(str(path))}
    return {path: question for path, question in asked.items() if question is not None and not question.is_certain}


def _question(path: Path) -> ColumnQuestion | None:
    """None for a file that has no rows of values; the search for samples says why."""
    try:
        question = read_question(path)
    except InputError:
        return None
    return question if question.preview.rows else None
