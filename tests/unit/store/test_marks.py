"""Marks are kept in the session, one on each thing, and go with their samples."""

import sqlite3
from pathlib import Path

import pytest

from granview.core.errors import ArgumentError
from granview.core.mark import UnitId, UnitMark
from granview.store import schema
from granview.store.session import Session
from tests.helpers.store import new_session

UNIT = UnitId("s0", "image-segmentation", 2)


def test_a_later_mark_takes_the_place_of_an_earlier_one(tmp_path: Path) -> None:
    with new_session(tmp_path / "a.granview") as session:
        session.put_marks([UnitMark(UNIT, "unclear", "blurred", "region", 8.0), UnitMark(UnitId("s1"), "important")])
        session.put_marks([UnitMark(UNIT, "reference is wrong", "", "region", 8.0)])
    with Session.open(tmp_path / "a.granview", read_only=True) as session:
        assert session.marks() == [
            UnitMark(UNIT, "reference is wrong", "", "region", 8.0), UnitMark(UnitId("s1"), "important"),
        ]  # fmt: skip


def test_marks_are_removed_by_hand_and_with_their_samples(tmp_path: Path) -> None:
    with new_session(tmp_path / "a.granview") as session:
        session.put_marks(
            [UnitMark(UNIT, "unclear"), UnitMark(UnitId("s0"), "unclear"), UnitMark(UnitId("s1"), "important")]
        )
        session.remove_marks([UNIT, UnitId("nowhere")])
        assert [mark.of for mark in session.marks()] == [UnitId("s0"), UnitId("s1")]
        session.remove_samples(["s0"])
        assert [mark.of for mark in session.marks()] == [UnitId("s1")]
        session.put_marks([UnitMark(UnitId("gone"), "unclear")])
        assert len(session.marks()) == 1


def test_a_note_has_an_end(tmp_path: Path) -> None:
    with new_session(tmp_path / "a.granview") as session, pytest.raises(ArgumentError, match="2,000 characters"):
        session.put_marks([UnitMark(UNIT, "unclear", "x" * 2_001)])


def test_a_damaged_mark_is_left_out_and_noted(tmp_path: Path) -> None:
    with new_session(tmp_path / "a.granview") as session:
        session.put_marks([UnitMark(UNIT, "unclear"), UnitMark(UnitId("s1"), "important")])
    connection = sqlite3.connect(tmp_path / "a.granview")
    connection.execute("UPDATE marks SET mark = 'no such mark' WHERE place = 2")
    connection.commit()
    connection.close()
    with Session.open(tmp_path / "a.granview") as session:
        assert [mark.of for mark in session.marks()] == [UnitId("s1")]
        assert session.damage.sentences


def test_an_older_session_opens_and_takes_marks(tmp_path: Path) -> None:
    path = tmp_path / "old.granview"
    connection = sqlite3.connect(path, isolation_level=None)
    schema.migrate(connection, schema.MIGRATIONS[:7])
    connection.execute("INSERT INTO samples (name, path, kind) VALUES ('s0', '/s0.png', 'image')")
    connection.close()
    with Session.open(path, read_only=True) as session:
        assert session.marks() == []
    with Session.open(path) as session:
        session.put_marks([UnitMark(UnitId("s0"), "unclear")])
        assert len(session.marks()) == 1
