from collections.abc import Iterator
from pathlib import Path

import pytest

from granview.core.lane import LaneSpec
from granview.export.report.document import Block, Facts, SmallPrint, Table
from granview.export.report.sections.provenance import provenance_section
from granview.export.report.source import ReportOptions, ReportSource
from granview.export.report.words import words_of
from granview.store.session import Session
from tests.helpers.scored_texts import review_session
from tests.helpers.store import new_session, ready


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    with new_session(tmp_path / "a.granview") as made:
        made.record([ready("small", "ab" * 32), ready("large", "cd" * 32)])
        yield made


def blocks(session: Session) -> list[Block]:
    return list(provenance_section(ReportSource.read(session, ReportOptions()), words_of("en")))


def test_hashes_are_short_in_the_table_and_whole_where_they_are_looked_up(session: Session) -> None:
    table = next(block for block in blocks(session) if isinstance(block, Table))
    place = [head.text for head in table.heads].index("Weights (SHA-256)")
    cells = [row[place] for row in table.rows]
    assert [cell.text for cell in cells] == ["abababababab…", "cdcdcdcdcdcd…"]
    assert [cell.whole for cell in cells] == ["ab" * 32, "cd" * 32]
    small = next(block for block in blocks(session) if isinstance(block, SmallPrint))
    assert small.rows == (("small", "ab" * 32), ("large", "cd" * 32))


def test_what_holds_for_all_lanes_is_said_once(session: Session) -> None:
    rows = [row for block in blocks(session) if isinstance(block, Facts) for row in block.rows]
    assert [text for name, text in rows if name.startswith("Libraries")] == ["torch 2.15"]


def test_a_lane_that_never_ran_has_dashes(session: Session) -> None:
    session.add_lane(LaneSpec("idle", "zoo:idle"))
    table = next(block for block in blocks(session) if isinstance(block, Table))
    assert [cell.text for cell in table.rows[-1]][:2] == ["idle", "zoo:idle"]
    assert "–" in [cell.text for cell in table.rows[-1]]


def test_samples_without_a_file_have_no_hash_to_be_listed(tmp_path: Path) -> None:
    with review_session(tmp_path / "a.granview", samples=3) as session:
        titles = [block.title for block in blocks(session) if isinstance(block, SmallPrint)]
    assert titles == ["SHA-256 of the weights"]
