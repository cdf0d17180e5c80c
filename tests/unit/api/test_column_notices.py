from pathlib import Path

from granview.api.column_notices import guessed_columns_notice
from granview.io.column_roles import ColumnRoles
from granview.io.search_events import GuessedColumns, Notice

PATH = Path("/data/rev.parquet")


def test_a_certain_guess_is_one_line() -> None:
    said = guessed_columns_notice(GuessedColumns(PATH, ColumnRoles(text="review", label="label")))
    assert said == Notice(PATH, "rev.parquet: its columns were guessed: 'review' as text, 'label' as label.")


def test_what_is_not_certain_is_said_with_the_option_that_settles_it() -> None:
    said = guessed_columns_notice(GuessedColumns(PATH, ColumnRoles(text="my review", label="stars"), ("text", "label")))
    assert said.error.endswith("It is not certain which column is the text and label.")
    assert "--columns 'text=my review' label=stars," in said.hint
