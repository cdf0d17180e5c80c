from collections.abc import Iterator
from pathlib import Path

import pytest

from granview.analysis.holm import holm
from granview.core.errors import ArgumentError
from granview.report.margins import Margins
from granview.report.regressions.change_tables import change_tables
from granview.report.regressions.compare_sessions import NotComparable, SessionChanges, compare_session_files
from granview.report.regressions.metric_changes import ChangeVerdict
from granview.store.session import Session
from tests.helpers.scored import scored_result, write_files
from tests.helpers.session_pairs import BEFORE, lanes_session, session_pair

Sessions = tuple[Session, Session]


@pytest.fixture(scope="module")
def sessions(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Sessions]:
    first, second = session_pair(tmp_path_factory.mktemp("pair"), failing=["s3"])
    with Session.open(first) as a, Session.open(second) as b:
        yield a, b


@pytest.fixture(scope="module")
def changes(sessions: Sessions) -> SessionChanges:
    return compare_session_files(*sessions)


def test_what_is_worse_regressed_and_what_is_better_improved(changes: SessionChanges) -> None:
    falls, rises, stays = changes.changes
    assert falls.metrics["miou"].verdict == ChangeVerdict.REGRESSED
    assert rises.metrics["miou"].verdict == ChangeVerdict.IMPROVED
    assert {change.verdict for change in stays.metrics.values()} == {ChangeVerdict.SAME}
    assert ("falls", "miou") in changes.regressed
    assert {lane for lane, _ in changes.regressed} == {"falls"}


def test_differences_are_b_less_a_over_the_samples_of_both(changes: SessionChanges) -> None:
    falls = changes.changes[0].metrics["miou"].difference
    rises = changes.changes[1].metrics["miou"].difference
    assert falls.n == 23
    assert falls.a is not None
    assert falls.mean == pytest.approx(falls.a - falls.b)
    assert falls.mean == pytest.approx(-rises.mean)


def test_p_values_are_corrected_over_everything(changes: SessionChanges) -> None:
    each = [change for of in changes.changes for change in of.metrics.values()]
    assert [change.p_holm for change in each] == holm([change.difference.p_value for change in each])


def test_within_its_margin_nothing_regressed(sessions: Sessions, changes: SessionChanges) -> None:
    loss = changes.changes[0].metrics["miou"].difference
    assert loss.low is not None
    allowed = compare_session_files(*sessions, metrics=["miou"], margins=Margins(of_metric={"miou": -loss.low}))
    assert allowed.regressed == []
    assert allowed.changes[0].metrics["miou"].verdict == ChangeVerdict.NOT_BEYOND
    narrow = compare_session_files(*sessions, metrics=["miou"], margins=Margins(-loss.high / 2))
    assert narrow.regressed == [("falls", "miou")]


def test_flips_are_the_units_that_were_right_and_are_wrong(changes: SessionChanges) -> None:
    falls, rises, stays = changes.changes
    assert falls.flips is not None
    assert rises.flips is not None
    assert stays.flips is not None
    assert (falls.flips.lost, falls.flips.gained) == (rises.flips.gained, rises.flips.lost)
    assert falls.flips.lost > 0
    assert (stays.flips.lost, stays.flips.gained) == (0, 0)
    assert len(falls.flip_rows) == falls.flips.lost + falls.flips.gained


def test_a_sample_that_fails_now_is_named(changes: SessionChanges) -> None:
    assert all(change.newly_failed == ("s3",) for change in changes.changes)


def test_latency_is_that_of_the_samples_timed_in_both(changes: SessionChanges) -> None:
    latency = changes.changes[0].latency
    assert latency is not None
    assert (latency.ratio, latency.n) == (1.0, 22)


def test_tables_have_their_columns(changes: SessionChanges) -> None:
    for table in change_tables(changes):
        rows = list(table.rows())
        assert rows or table.name == "flips"
        assert all(tuple(row) == table.columns for row in rows)
        assert set(table.descriptions) == set(table.columns)


def test_too_few_samples_say_nothing(tmp_path: Path) -> None:
    first, second = session_pair(tmp_path, samples=3)
    with Session.open(first) as a, Session.open(second) as b:
        found = compare_session_files(a, b)
    assert not found.is_decided
    assert found.regressed == []


def test_sessions_without_a_common_lane_or_sample_are_not_comparable(tmp_path: Path, sessions: Sessions) -> None:
    files = [write_files(tmp_path / "elsewhere", index + 100) for index in range(2)]
    with (
        lanes_session(tmp_path / "c.granview", files, BEFORE) as other,
        pytest.raises(NotComparable, match="No sample"),
    ):
        compare_session_files(sessions[0], other)
    with (
        lanes_session(tmp_path / "d.granview", files, {"new": 1}) as other,
        pytest.raises(NotComparable, match="A has 'falls'"),
    ):
        compare_session_files(sessions[0], other)


def test_an_unknown_metric_is_refused(sessions: Sessions) -> None:
    with pytest.raises(ArgumentError, match="No lane here has a metric 'mio'"):
        compare_session_files(*sessions, metrics=["mio"])


def test_a_change_in_very_few_of_many_samples_is_no_change_that_is_shown(tmp_path: Path) -> None:
    files = [write_files(tmp_path / "pictures", index) for index in range(12)]
    with (
        lanes_session(tmp_path / "a.granview", files, {"lane": 0}) as a,
        lanes_session(tmp_path / "b.granview", files, {"lane": 0}) as b,
    ):
        b.record([scored_result("lane", sample, index, 14) for index, sample in enumerate(files[:2])])
        found = compare_session_files(a, b, metrics=["miou"])
    assert found.changes[0].metrics["miou"].verdict == ChangeVerdict.FEW_DIFFER
    assert found.is_decided
    assert found.regressed == []
