from pathlib import Path

from granview.api.column_words import guess_in_words
from granview.io.columns import ColumnRoles
from granview.io.found import GuessedColumns, Notice

PATH = Path("/data/rev.parquet")


def test_a_certain_guess_is_one_line() -> None:
    said = guess_in_words(GuessedColumns(PATH, ColumnRoles(text="review", label="label")))
    assert said == Notice(PATH, "rev.parquet: its columns were guessed: 'review' as text, 'label' as label.")


def test_what_is_not_certain_is_said_with_the_option_that_settles_it() -> None:
    said = guess_in_words(GuessedColumns(PATH, ColumnRoles(text="my review", label="stars"), ("text", "label")))
    assert said.error.endswith("It is not certain which column is the text and label.")
    assert "--columns 'text=my review' label=stars," in said.hint
