"""What is said of the columns of data sets where they were guessed, or chosen for nothing."""

import shlex
from collections.abc import Sequence
from pathlib import Path

from granview.core.sample import Sample
from granview.io.column_prompt import has_columns, may_have_header
from granview.io.column_roles import ColumnRoles
from granview.io.search_events import GuessedColumns, Notice


def guessed_columns_notice(guessed: GuessedColumns) -> Notice:
    """Which column was taken as what, and how to settle what is not certain."""
    taken = ", ".join(f"'{column}' as {role}" for role, column in guessed.roles.named.items())
    notices = f"{guessed.path.name}: its columns were guessed: {taken}."
    if not guessed.doubts:
        return Notice(guessed.path, notices)
    doubts = " and ".join(guessed.doubts)
    chosen = shlex.join(f"{role}={column}" for role, column in guessed.roles.named.items())
    return Notice(
        guessed.path,
        f"{notices} It is not certain which column is the {doubts}.",
        f"Settle it with --columns {chosen}, or with the columns that it should be (in Python: columns=).",
    )


def unused_choice_notices(samples: Sequence[Sample], columns: ColumnRoles | None, header: bool | None) -> list[Notice]:
    """What was chosen for files of which there is none among the samples."""
    paths = list(dict.fromkeys(Path(sample.path) for sample in samples))
    notices = []
    if columns is not None and not any(has_columns(str(path)) for path in paths):
        notices.append(
            Notice(paths[0], "Columns were chosen, but no input is a table with columns.", "Leave them out.")
        )
    if header is not None and not any(map(may_have_header, paths)):
        notices.append(Notice(paths[0], "A header was asked for, but no input is a CSV or TSV file.", "Leave it out."))
    return notices
