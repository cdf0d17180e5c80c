from pathlib import Path

import numpy as np
import pytest
from statsmodels.stats.multitest import multipletests

from granview.core.errors import ArgumentError
from granview.core.unit import UnitTable
from granview.report.cached_units import read_task_units
from granview.report.differences import difference_rows, differences, first_lanes, has_pairs
from granview.report.grain_units import axes_of, bucketed
from granview.report.lane_agreement import agreements
from granview.report.margins import Margins
from granview.report.session_contents import SessionContents
from granview.report.summary import summary_rows
from granview.report.task_units import joined_units
from granview.tasks.base import TASKS
from tests.helpers.scored import predicted_labels, scored_result, scored_session
from tests.helpers.scored_texts import mixed_session
from tests.helpers.store import failure, new_session

TASK = TASKS.get("image-segmentation")


def test_a_difference_is_that_of_the_summaries(tmp_path: Path) -> None:
    with scored_session(tmp_path / "a.granview", samples=9) as session:
        good, poor = summary_rows(session)
        found = differences(session, "good", resamples=200)
    assert list(found) == ["poor"]
    assert not found["poor"].is_partial("miou")
    miou = found["poor"].metrics["miou"]
    assert (miou.a, miou.b) == (pytest.approx(poor["miou"]), pytest.approx(good["miou"]))
    assert miou.mean == miou.a - miou.b
    assert miou.low is not None
    assert miou.high is not None
    assert miou.low <= miou.mean <= miou.high < 0
    assert miou.n == 9


def test_what_is_better_in_neither_direction_has_no_difference(tmp_path: Path) -> None:
    with scored_session(tmp_path / "a.granview", samples=9) as session:
        assert summary_rows(session)[0]["void_share"] is not None
        found = differences(session, "good", resamples=20)["poor"]
        rows = difference_rows(SessionContents.read(session))
    directed = [column.name for column in TASK.columns if column.better]
    assert "void_share" not in directed
    assert list(found.metrics) == directed
    assert {row["metric"] for row in rows} <= set(directed)


def test_where_a_lane_failed_both_values_are_those_of_the_shared_samples(tmp_path: Path) -> None:
    """The lane that failed on the hard sample looks better by itself, and is not."""
    with scored_session(tmp_path / "a.granview", samples=3, lanes=("one", "two", "three")) as session:
        samples = session.samples()
        session.record([scored_result("one", samples[2], 2, 9), failure("three", samples[2], request_id=99)])
        own = {row["lane"]: row["miou"] for row in summary_rows(session)}
        found = differences(session, "one")["three"]
        contents = SessionContents.read(session)
        rows = {(row["lane"], row["metric"]): row for row in difference_rows(contents)}
    miou = found.metrics["miou"]
    assert (miou.n, found.n_lane["miou"], found.n_against["miou"], found.is_partial("miou")) == (2, 2, 3, True)
    assert miou.b == 1.0
    assert own["one"] < 1.0
    assert miou.a == own["three"]
    assert miou.mean == miou.a - miou.b
    row = rows["three", "miou"]
    assert (row["against"], row["difference"], row["lane_value"], row["against_value"]) == (
        *("one", miou.mean),
        *(miou.a, miou.b),
    )
    assert (row["n"], row["lane_n"], row["against_n"]) == (2, 2, 3)
    assert (row["verdict"], row["low"], row["p_value"]) == ("too few samples", None, None)


def test_lanes_of_other_tasks_are_not_compared(tmp_path: Path) -> None:
    with mixed_session(tmp_path / "a.granview") as session:
        contents = SessionContents.read(session)
    assert first_lanes(contents) == ["feel", "find", "write"]
    assert not has_pairs(contents)
    assert difference_rows(contents) == []


def test_an_unknown_pinned_lane_is_refused(tmp_path: Path) -> None:
    with new_session(tmp_path / "a.granview") as session, pytest.raises(ArgumentError, match="no lane 'x'"):
        differences(session, "x")


def test_profiles_count_regions_and_no_boundaries(tmp_path: Path) -> None:
    with scored_session(tmp_path / "a.granview", samples=3) as session:
        units = read_task_units(session, TASK.name)
        tables = [session.units(f"s{index}", "poor") for index in range(3)]
    assert axes_of(units)[0] == TASK.grain_axes[0]
    regions = bucketed(units, TASK.grain_axes[0])
    profiles = {name: regions.profile(name) for name in regions.lanes}
    n_regions = sum(int((table.kind == table.kinds.index("region")).sum()) for table in tables if table)
    assert len(regions.units) == profiles["poor"].n.sum() == n_regions
    assert profiles["poor"].n_samples.max() == max(regions.n_samples) == 3
    assert np.isnan(profiles["poor"].low).all()
    assert np.nanmin(profiles["good"].mean) == 1.0
    assert np.nanmin(profiles["poor"].mean) < 1.0


def test_lanes_that_do_not_differ_have_no_crossover(tmp_path: Path) -> None:
    with scored_session(tmp_path / "a.granview", samples=12) as session:
        units = bucketed(read_task_units(session, TASK.name), TASK.grain_axes[0])
    assert units.compare("good", "good").crossover() is None
    found = units.compare("good", "poor").crossover()
    assert found is not None
    assert (found.difference.n, found.n_units) == (12, 24)
    assert found.difference.mean is not None
    assert found.difference.mean > 0


def test_agreement_needs_no_reference(tmp_path: Path) -> None:
    with scored_session(tmp_path / "a.granview", samples=2) as session:
        seen: list[tuple[int, int]] = []
        found = agreements(session, lambda done, total: seen.append((done, total)))
    different = [np.mean(predicted_labels(index, 0) != predicted_labels(index, 3)) for index in range(2)]
    pair = ("good", "poor")
    assert [found.by_sample[f"s{index}"][pair].disagreement for index in range(2)] == pytest.approx(different)
    assert found.overall[pair].disagreement == pytest.approx(sum(different) / 2)
    assert seen == [(1, 2), (2, 2)]


def test_a_unit_of_unknown_grain_does_not_leave_its_sample_out() -> None:
    score = np.array([0.9, 0.5], np.float32)
    grain = np.array([5.0, np.nan], np.float32)
    tables = {f"s{index}": UnitTable(("region",), np.zeros(2, np.uint8), grain, score) for index in range(3)}
    units = joined_units(TASK.name, [*tables], {"one": tables, "two": tables}, {})
    found = bucketed(units, TASK.grain_axes[0]).compare("one", "two")
    assert (found.n_units, found.n_samples) == (3, 3)


def test_p_values_are_corrected_over_all_that_a_table_says(tmp_path: Path) -> None:
    with scored_session(tmp_path / "a.granview", samples=9, lanes=("one", "two", "three")) as session:
        rows = difference_rows(SessionContents.read(session))
    assert {row["lane"] for row in rows} == {"two", "three"}
    tried = [1.0 if row["p_value"] is None else float(str(row["p_value"])) for row in rows]
    expected = multipletests(tried, method="holm")[1]
    assert [row["p_holm"] for row in rows] == pytest.approx(expected.tolist())


def test_a_difference_has_how_small_a_one_is_shown_and_what_it_takes(tmp_path: Path) -> None:
    with scored_session(tmp_path / "a.granview", samples=9) as session:
        rows = {row["metric"]: row for row in difference_rows(SessionContents.read(session))}
    row = rows["miou"]
    assert 0 < float(str(row["smallest_detectable"])) < abs(float(str(row["difference"])))
    assert row["samples_needed"] == 8
    assert (row["margin"], row["equivalent"], row["no_worse"]) == (None, None, None)


def test_with_a_margin_it_is_said_whether_lanes_are_shown_to_differ_by_less(tmp_path: Path) -> None:
    with scored_session(tmp_path / "a.granview", samples=9) as session:
        contents = SessionContents.read(session)
        wide, narrow = (
            {row["metric"]: row for row in difference_rows(contents, margins=Margins.of({"miou": margin}))}
            for margin in (0.9, 0.01)
        )
    assert (wide["miou"]["margin"], wide["miou"]["equivalent"], wide["miou"]["no_worse"]) == (0.9, 1, 1)
    assert (narrow["miou"]["equivalent"], narrow["miou"]["no_worse"]) == (0, 0)
    assert float(str(wide["miou"]["p_equivalent"])) < 0.05 < float(str(narrow["miou"]["p_equivalent"]))
    assert (wide["dice"]["margin"], wide["dice"]["equivalent"]) == (None, None)
