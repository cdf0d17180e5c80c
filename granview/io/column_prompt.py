"""Data sets of which it may not be certain what their columns are."""

from dataclasses import dataclass
from pathlib import Path
from typing import Final

from granview.io.column_guess import guess_columns
from granview.io.column_roles import ColumnRoles, Preview
from granview.io.dataset_format import may_have_header
from granview.io.datasets.preview import preview_data
from granview.io.sample_kind import names_a_sample
from granview.io.usual_column_names import (
    RATINGS,
    is_number,
    is_usual_class_column_name,
    is_usual_column_name,
    normalized_column_name,
)

_N_ROWS: Final = 100


@dataclass(frozen=True)
class ColumnPrompt:
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
    def has_header(self) -> bool | None:
        """Whether the first row was taken for the names of the columns; None where the file's format says so itself."""
        return self.preview.has_header if may_have_header(self.path) else None

    @property
    def doubts(self) -> tuple[str, ...]:
        """The roles, of ``text`` and ``label``, whose columns are not called as such columns usually are.

        Ratings in numbers are classes only where the user says so, or where another column names them.
        """
        doubts = {"text": not self._has_certain_text, "label": not self._has_certain_label}
        return tuple(role for role, is_doubtful in doubts.items() if is_doubtful)

    @property
    def is_certain(self) -> bool:
        """Whether the columns of the text and of the classes are called as such columns usually are."""
        return not self.doubts

    @property
    def _has_certain_text(self) -> bool:
        named = (self.guess.text, self.guess.context, self.guess.tokens, self.guess.file)
        return any(is_usual_column_name(column) for column in named if column is not None)

    @property
    def _has_certain_label(self) -> bool:
        label = self.guess.label
        if label is None or self.guess.label_name is not None or is_usual_class_column_name(label):
            return True
        is_rating = normalized_column_name(label) in RATINGS
        return is_rating and not all(is_number(str(value)) for value in self.preview.values(label))


def read_column_prompt(path: Path, header: bool | None = None) -> ColumnPrompt:
    """Read the beginning of a data set, and guess.

    Args:
        path: The file.
        header: Whether the first row names the columns; None to find out.

    Raises:
        InputError: it cannot be read, or is no data set.
    """
    preview = preview_data(path, _N_ROWS, header)
    return ColumnPrompt(path, preview, guess_columns(preview, names_a_sample))
