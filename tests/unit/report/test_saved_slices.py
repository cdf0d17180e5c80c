"""Slices are kept in the session by name."""

from pathlib import Path

import pytest

from granview.core.errors import ArgumentError
from granview.core.slices import Condition, Slice
from granview.report.saved_slices import read_slice, remove_slice, save_slice, saved_slices
from granview.store.session import Session
from tests.helpers.store import new_session

FINE = Slice((Condition("grain", high=8),), "fine")


def test_they_are_there_when_the_session_is_opened_again(tmp_path: Path) -> None:
    with new_session(tmp_path / "a.granview") as session:
        save_slice(session, FINE)
        save_slice(session, Slice((Condition("class", ("car",)),), " cars "))
        save_slice(session, Slice((Condition("grain", high=4),), "fine"))
    with Session.open(tmp_path / "a.granview", read_only=True) as session:
        assert [(each.name, str(each)) for each in saved_slices(session)] == [
            ("cars", "class is car"), ("fine", "grain < 4"),
        ]  # fmt: skip


def test_a_name_stands_for_its_conditions_and_anything_else_is_read(tmp_path: Path) -> None:
    with new_session(tmp_path / "a.granview") as session:
        save_slice(session, FINE)
        assert read_slice(session, "fine") == FINE
        assert read_slice(session, FINE) == FINE
        assert read_slice(session, "grain<4").conditions == (Condition("grain", high=4),)
        remove_slice(session, "fine")
        with pytest.raises(ArgumentError, match="'fine' is no condition"):
            read_slice(session, "fine")


def test_one_without_a_name_is_not_saved(tmp_path: Path) -> None:
    with new_session(tmp_path / "a.granview") as session, pytest.raises(ArgumentError, match="under a name"):
        save_slice(session, Slice((Condition("grain", high=8),), " "))
