"""Marks as a column of units, as rows of marks.csv, and what becomes of them when the reference changes."""

from pathlib import Path

import numpy as np
import pytest

from granview.core.mark import UnitId, UnitMark
from granview.core.sample import Reference
from granview.core.slice_language import parsed_slice
from granview.export.output_files import write_outputs
from granview.export.output_plan import OutputKind
from granview.report.cached_units import read_task_units
from granview.report.marks import mark_rows
from granview.report.slicing import slice_mask
from granview.report.unit_columns import category_counts, unit_column
from granview.store.session import Session
from tests.helpers.scored import scored_session

TASK = "image-segmentation"


@pytest.fixture
def session(tmp_path: Path) -> Session:
    with scored_session(tmp_path / "a.granview") as opened:
        yield opened


def _mark(session: Session, sample: str, place: int, mark: str, note: str = "") -> UnitMark:
    table = session.units(sample, "good")
    kind = table.kinds[table.kind[place]]
    return UnitMark(UnitId(sample, TASK, place), mark, note, kind, float(table.grain[place]))


def test_where_nothing_is_marked_all_units_have_none(session: Session) -> None:
    units = read_task_units(session, TASK)
    assert category_counts(unit_column(units, "mark")) == {"none": len(units)}


def test_units_have_their_own_mark_or_that_of_their_sample(session: Session) -> None:
    session.put_marks([_mark(session, "s0", 1, "unclear"), UnitMark(UnitId("s0"), "important")])
    units = read_task_units(session, TASK)
    column = unit_column(units, "mark")
    of_first = [column.categories[value] for value in column.values[units.sample == 0]]
    assert of_first[1] == "unclear"
    assert set(of_first) == {"unclear", "important"}
    assert category_counts(column)["none"] == np.count_nonzero(units.sample > 0)


def test_a_slice_leaves_out_what_is_marked(session: Session) -> None:
    session.put_marks([_mark(session, "s1", 0, "reference is wrong")])
    units = read_task_units(session, TASK)
    assert np.count_nonzero(~slice_mask(units, parsed_slice("mark is not reference is wrong"))) == 1
    assert np.count_nonzero(slice_mask(units, parsed_slice("mark=reference is wrong"))) == 1


def test_a_mark_of_a_unit_that_is_another_one_by_now_marks_nothing(session: Session) -> None:
    moved = UnitMark(UnitId("s0", TASK, 0), "unclear", "", "region", 12345.0)
    beyond = UnitMark(UnitId("s0", TASK, 999), "unclear", "", "region", 1.0)
    session.put_marks([moved, beyond, _mark(session, "s1", 0, "important")])
    assert category_counts(unit_column(read_task_units(session, TASK), "mark")).get("unclear") is None
    assert [row["is_current"] for row in mark_rows(session)] == [0, 0, 1]


def test_rows_say_what_is_marked(session: Session) -> None:
    session.put_marks([_mark(session, "s1", 1, "reference is wrong", "a gap"), UnitMark(UnitId("s2"), "unclear")])
    of_unit, of_sample = mark_rows(session)
    assert (of_unit["sample"], of_unit["unit"], of_unit["kind"], of_unit["note"]) == ("s1", 1, "region", "a gap")
    assert of_unit["class"] in {"background", "cell", "membrane"}
    assert (of_sample["task"], of_sample["unit"], of_sample["grain"], of_sample["is_current"]) == (None, None, None, 1)
    session.set_reference("s1", Reference("/elsewhere.png"))
    assert mark_rows(session)[0]["is_current"] == 0


def test_export_writes_marks_where_there_are_some(session: Session, tmp_path: Path) -> None:
    write_outputs(session, tmp_path / "none", parts=[OutputKind.TABLES])
    assert not (tmp_path / "none" / "marks.csv").exists()
    session.put_marks([UnitMark(UnitId("s2"), "unclear", "=1+1")])
    write_outputs(session, tmp_path / "out", parts=[OutputKind.TABLES])
    lines = (tmp_path / "out" / "marks.csv").read_text().splitlines()
    assert lines == ["sample,task,unit,kind,grain,class,mark,note,is_current", "s2,,,,,,unclear,'=1+1,1"]
