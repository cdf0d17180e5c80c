"""What is said of the columns of data sets where they were guessed, or chosen for nothing."""

import shlex
from collections.abc import Sequence
from pathlib import Path

from granview.core.sample import Sample
from granview.io.column_questions import has_columns, may_have_header
from granview.io.columns import ColumnRoles
from granview.io.found import GuessedColumns, Notice


def guess_in_words(guessed: GuessedColumns) -> Notice:
    """Which column was taken as what, and how to settle what is not certain."""
    taken = ", ".join(f"'{column}' as {role}" for role, column in guessed.roles.named.items())
    said = f"{guessed.path.name}: its columns were guessed: {taken}."
    if not guessed.doubts:
        return Notice(guessed.path, said)
    doubts = " and ".join(guessed.doubts)
    chosen = shlex.join(f"{role}={column}" for role, column in guessed.roles.named.items())
    return Notice(
        guessed.path,
        f"{said} It is not certain which column is the {doubts}.",
        f"Settle it with --columns {chosen}, or with the columns that it should be (in Python: columns=).",
    )


def without_effect(samples: Sequence[Sample], columns: ColumnRoles | None, header: bool | None) -> list[Notice]:
    """What was chosen for files of which there is none among the samples."""
    paths = list(dict.fromkeys(Path(sample.path) for sample in samples))
    said = []
    if columns is not None and not any(has_columns(str(path)) for path in paths):
        said.append(Notice(paths[0], "Columns were chosen, but no input is a table with columns.", "Leave them out."))
    if header is not None and not any(map(may_have_header, paths)):
        said.append(Notice(paths[0], "A header was asked for, but no input is a CSV or TSV file.", "Leave it out."))
    return said
