import pytest

from granview.io.column_roles import ColumnRoles
from granview.io.datasets.text_records import record_of

ROLES = ColumnRoles(text="text", label="label")


@pytest.mark.parametrize("label", [-1, "-1", "-1.0"])
def test_a_label_that_is_read_as_none_is_said(label: int | str) -> None:
    record = record_of({"text": "good", "label": label}, ROLES, {"label": ("neg", "pos")})
    assert (record.reference, record.words) == (None, "has the label -1, which is read as no label")


def test_without_names_a_label_below_zero_is_a_name_like_others() -> None:
    record = record_of({"text": "good", "label": -1}, ROLES)
    assert record.reference is not None
    assert (record.reference.labels, record.words) == (("-1",), "")
