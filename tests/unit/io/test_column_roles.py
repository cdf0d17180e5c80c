import pytest

from granview.core.errors import ArgumentError
from granview.io.column_roles import ColumnRoles, chosen_columns


def test_columns_are_chosen_by_their_roles() -> None:
    chosen = chosen_columns({"context": "Absatz", "question": "Frage"})
    assert chosen == ColumnRoles(context="Absatz", question="Frage")
    assert chosen.named == {"question": "Frage", "context": "Absatz"}


@pytest.mark.parametrize(
    ("columns", "words"),
    [
        ({"txt": "review"}, r"No column of a data set can be 'txt'. It can be: text, pair, messages, question"),
        ({"text": ""}, "It is not said which column is the text"),
        ({"label": "mood"}, "The columns that were chosen hold no text. All that count have to be named"),
    ],
)
def test_a_choice_without_meaning_is_refused(columns: dict[str, str], words: str) -> None:
    with pytest.raises(ArgumentError, match=words):
        chosen_columns(columns)
