"""The columns of a data set: numbers, or categories."""

import msgspec
import pytest

from granview.report.sample_columns import columns_of_samples
from tests.helpers.store import sample


def _column(*values: float | str) -> tuple[bool, list[float | str]]:
    samples = [
        msgspec.structs.replace(sample(f"s{place}"), columns=(("temp", value),)) for place, value in enumerate(values)
    ]
    (column,) = columns_of_samples(samples)
    assert column.name == "data.temp"
    return column.is_text, list(column.values.values())


@pytest.mark.parametrize("missing", ["nan", "NaN", "NA", "n/a", "NULL", "None", ""])
def test_a_usual_word_for_missing_among_numbers_is_a_missing_value(missing: str) -> None:
    assert _column(11.5, missing, 12.0) == (False, [11.5, 12.0])


def test_among_texts_the_same_words_are_texts() -> None:
    assert _column("none", "rain", 7.0) == (True, ["none", "rain", "7"])
    assert _column("none", "None") == (True, ["none", "None"])
