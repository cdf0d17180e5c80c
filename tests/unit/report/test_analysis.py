from pathlib import Path

import numpy as np
import pytest

from granview.core.errors import ArgumentError
from granview.report.agreement import agreements
from granview.report.differences import differences
from granview.report.grain import axes_of, crossover, read_units
from granview.report.summary import summary_rows
from granview.tasks.base import TASKS
from tests.helpers.scored import predicted_labels, scored_session
from tests.helpers.store import failure, new_session

TASK = TASKS.get("image-segmentation")


def test_a_difference_is_that_of_the_summaries_over_common_samples(tmp_path: Path) -> None:
    with scored_session(tmp_path / "a.granview", samples=6) as session:
        good, poor = summary_rows(session)
        found = differences(session, "good", resamples=200)
        session.record([failure("poor", session.samples()[0], request_id=99)])
        fewer = differences(session, "good", resamples=200)
    assert list(found) == ["poor"]
    miou = found["poor"]["miou"]
    assert isinstance(good["miou"], float)
    assert isinstance(poor["miou"], float)
    assert miou.mean == pytest.approx(poor["miou"] - good["miou"])
    assert miou.low is not None
    assert miou.high is not None
    assert miou.low <= miou.mean <= miou.high < 0
    assert (miou.n, fewer["poor"]["miou"].n) == (6, 5)


def test_an_unknown_pinned_lane_is_refused(tmp_path: Path) -> None:
    with new_session(tmp_path / "a.granview") as session, pytest.raises(ArgumentError, match="no lane 'x'"):
        differences(session, "x")


def test_profiles_count_regions_and_no_boundaries(tmp_path: Path) -> None:
    with scored_session(tmp_path / "a.granview", samples=3) as session:
        units = read_units(session, TASK.name)
        tables = [session.units(f"s{index}", "poor") for index in range(3)]
    assert axes_of(TASK.name, list(units.values())) == TASK.grain_axes
    profiles = {name: each.profile(TASK.grain_axes[0]) for name, each in units.items()}
    grain, score = units["poor"].scores(TASK.grain_axes[0])
    regions = sum(int((table.kind == table.kinds.index("region")).sum()) for table in tables if table)
    assert len(grain) == len(score) == profiles["poor"].n.sum() == regions
    assert np.nanmin(profiles["good"].mean) == 1.0
    assert np.nanmin(profiles["poor"].mean) < 1.0


def test_lanes_that_do_not_differ_have_no_crossover(tmp_path: Path) -> None:
    with scored_session(tmp_path / "a.granview", samples=12) as session:
        units = read_units(session, TASK.name)
    assert crossover(units["good"], units["good"], TASK.grain_axes[0]) is None
    found = crossover(units["good"], units["poor"], TASK.grain_axes[0])
    assert found is not None
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
