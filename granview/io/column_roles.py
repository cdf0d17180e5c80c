"""Which column of a data set is the text, the label, the question; and its beginning, from which that is told."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import msgspec

from granview.core.errors import ArgumentError, InputError

MAX_COLUMNS: Final = 2_000
"""A table of more columns is refused."""


class ColumnRoles(msgspec.Struct, frozen=True):
    """The column for each part of a sample, by name; None where there is none.

    Attributes:
        text: The text.
        pair: The second text of a pair.
        messages: A chat as a list of messages, each with ``role`` and ``content``; its last is the text, or the target
            where the assistant says it.
        question: A question about the context.
        context: In what the answer to the question stands; together with a question it is the text.
        tokens: Tokens instead of a text; they are joined by single spaces.
        tags: For each token its tag, such as ``B-PER``.
        entities: Named spans: start, end and label of each.
        label: The class or classes; names or numbers.
        label_name: The names of the classes where ``label`` holds their numbers.
        target: What a generated text should be; one or several.
        answers: The answers that are right; none: the question cannot be answered.
        cases: What code must compute: variables and value of each.
        grain: How fine the text is.
        id: What the record is called.
        file: The path of a file, such as a picture, relative to the table: that file is the sample, and what the row
            says besides, its parts.
        second: The path of a second file, such as the later picture of a pair.
        phrase: A phrase that goes with the file, such as what is to be found in it.
        reference: The path of the file's ground truth, such as a mask.
    """

    text: str | None = None
    pair: str | None = None
    messages: str | None = None
    question: str | None = None
    context: str | None = None
    tokens: str | None = None
    tags: str | None = None
    entities: str | None = None
    label: str | None = None
    label_name: str | None = None
    target: str | None = None
    answers: str | None = None
    cases: str | None = None
    grain: str | None = None
    id: str | None = None
    file: str | None = None
    second: str | None = None
    phrase: str | None = None
    reference: str | None = None

    @property
    def usable(self) -> bool:
        """Whether they say where the text is, or the file."""
        return any((self.text, self.messages, self.context, self.tokens, self.file))

    @property
    def named(self) -> dict[str, str]:
        """The column of each role that has one."""
        return {role: column for role, column in msgspec.structs.asdict(self).items() if column is not None}


def chosen_columns(columns: Mapping[str, str]) -> ColumnRoles:
    """Roles that a caller chose: by role, the name of its column.

    Raises:
        ArgumentError: there is no such role, a column has no name, or none is the text.
    """
    roles = ColumnRoles.__struct_fields__
    if unknown := [role for role in columns if role not in roles]:
        raise ArgumentError(f"No column of a data set can be '{unknown[0]}'.", f"It can be: {', '.join(roles)}.")
    if nameless := [role for role, column in columns.items() if not column]:
        raise ArgumentError(f"It is not said which column is the {nameless[0]}.", "Name it, such as text=review.")
    chosen = ColumnRoles(**columns)
    if not chosen.usable:
        raise ArgumentError(
            "The columns that were chosen hold no text.",
            "All that count have to be named, the text too, such as text=review label=mood, or file=image.",
        )
    return chosen


@dataclass(frozen=True)
class Preview:
    """The beginning of a data set, from which roles are guessed and which a user may look at.

    Attributes:
        columns: In the order in which they first appear.
        rows: The first rows; a value that a row does not have is None.
        notices: What must be said of the file, such as that its encoding was guessed.
        has_header: Whether its columns have names of their own; False where the first row was found to be none.
    """

    columns: tuple[str, ...]
    rows: tuple[Mapping[str, Any], ...]
    notices: tuple[str, ...] = ()
    has_header: bool = True

    @classmethod
    def of(cls, rows: Sequence[Mapping[str, Any]], notices: Sequence[str] = (), has_header: bool = True) -> "Preview":
        """A preview of some rows."""
        columns = tuple(dict.fromkeys(name for row in rows for name in row))
        known = tuple({name: row.get(name) for name in columns} for row in rows)
        return cls(columns, known, tuple(notices), has_header)

    def values(self, column: str) -> list[Any]:
        """The values of a column, without those that are missing."""
        return [row[column] for row in self.rows if row.get(column) not in (None, "")]


def refuse_wide(path: Path, n_columns: int) -> None:
    """Refuse a table of more columns than any data set has: what is damaged or misread easily has 100,000.

    Raises:
        InputError: it has more than ``MAX_COLUMNS``.
    """
    if n_columns > MAX_COLUMNS:
        raise InputError(f"{path.name} has more than {MAX_COLUMNS:,} columns.", "Check how it is separated.")


def refuse_wide_rows(path: Path, rows: Sequence[Mapping[str, Any]]) -> None:
    """Refuse rows that have too many columns between them.

    Raises:
        InputError: as ``refuse_wide``.
    """
    columns: set[str] = set()
    for row in rows:
        columns.update(row)
        refuse_wide(path, len(columns))
