from collections.abc import Iterator

import pytest

from granview.core.errors import ArgumentError
from granview.io.output_names import TABLES
from granview.report.session_contents import SessionContents
from granview.report.session_table import ALL, SESSION_TABLES, TableRequest, tables_called, usual_tables
from tests.helpers.variant_lanes import variant_session


@pytest.fixture(scope="module")
def request_of(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TableRequest]:
    with variant_session(tmp_path_factory.mktemp("tables") / "a.granview") as session:
        yield TableRequest(session, SessionContents.read(session))


def test_every_table_is_among_the_files_of_a_run() -> None:
    assert {f"{name}{suffix}" for name in SESSION_TABLES.all() for suffix in (".csv", ".parquet")} < set(TABLES)


def test_usual_tables_are_those_of_a_run(request_of: TableRequest) -> None:
    usual = [table.name for table in usual_tables(request_of)]
    assert usual == ["cost", "differences", "grain", "results", "summary", "units", "variants"]


@pytest.mark.parametrize("name", SESSION_TABLES.all())
def test_rows_have_the_columns_and_frames_the_rows(request_of: TableRequest, name: str) -> None:
    if not SESSION_TABLES.get(name).is_there(request_of):
        with pytest.raises(ArgumentError, match=f"has no table '{name}'"):
            tables_called(request_of, [name])
        return
    (table,) = tables_called(request_of, [name])
    assert table.name == name
    rows = list(table.rows())
    assert rows or name == "flips"
    assert all(tuple(row) == table.columns for row in rows)
    frames = list(table.frames())
    assert sum(map(len, frames)) == len(rows)
    assert all(frame.columns == list(table.columns) for frame in frames)
    assert set(table.descriptions) & set(table.columns) or not table.descriptions


def test_all_are_those_that_there_are(request_of: TableRequest) -> None:
    names = [table.name for table in tables_called(request_of, [ALL])]
    assert {"flips", "classes"} <= set(names)
    assert not {"marks", "explanations", "calibration", "confusion"} & set(names)


def test_an_unknown_table_is_refused_with_those_that_there_are(request_of: TableRequest) -> None:
    with pytest.raises(ArgumentError, match=r"no table 'sums'.*summary"):
        tables_called(request_of, ["sums"])
