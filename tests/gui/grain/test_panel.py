"""The grain panel in a window: measures, buckets, and what a click on a bucket narrows everything to."""

from pathlib import Path

import numpy as np
import pytest

from granview.core.slices import Condition, Slice
from granview.gui.grain.panel import GrainPanel
from granview.report.bucketing import CATEGORY, LOG, OWN, QUANTILE
from tests.gui.conftest import OpenBench
from tests.helpers.scored import scored_session
from tests.helpers.scored_texts import review_session
from tests.helpers.shell import Bench


def grain_panel(bench: Bench) -> GrainPanel:
    panel: GrainPanel = bench.work.window.docks.panels["grain"]
    bench.work.window.docks.show_panel("grain")
    bench.until(lambda: panel.host.plot is not None and bool(panel.words.text()))
    return panel


def choose(panel: GrainPanel, name: str) -> None:
    panel.axis.setCurrentIndex(panel.axis.findData(name))
    panel.axis.activated.emit(panel.axis.currentIndex())


@pytest.fixture
def reviews(open_window: OpenBench, tmp_path: Path) -> Bench:
    return open_window(review_session(tmp_path / "reviews.granview"))


def test_a_click_narrows_everything_to_a_bucket_and_another_ends_that(reviews: Bench) -> None:
    panel, focus = grain_panel(reviews), reviews.work.services.focus
    choose(panel, "nesting")
    reviews.until(lambda: panel._report.units.axis.kind == "nesting")
    bucket = panel._report.units.buckets.titles.index("3")
    panel.host.plot.clicked.emit(bucket)
    kind, grain = Condition("kind", ("nesting",)), Condition("grain", low=3, high=4)
    assert focus.slice == Slice((kind, grain))
    reviews.until(lambda: panel.host.plot._marked == {bucket})
    assert panel._report.profiles["small"].n.sum() == 40
    panel.host.plot.clicked.emit(bucket)
    assert focus.slice.conditions == ()
    reviews.until(lambda: not panel.host.plot._marked)


def test_what_else_is_in_focus_narrows_the_profiles(reviews: Bench) -> None:
    panel, focus = grain_panel(reviews), reviews.work.services.focus
    whole = panel._report.profiles["small"].n.sum()
    focus.narrow(Condition("class", ("positive",)))
    reviews.until(lambda: panel._report.profiles["small"].n.sum() == whole // 2)
    focus.narrow(Condition("class", ("nobody",)))
    reviews.until(lambda: not panel._report.profiles)
    assert "Nothing in focus" in panel.host.hint.text()
    focus.clear()
    reviews.until(lambda: bool(panel._report.profiles))


def test_of_units_chosen_by_what_lanes_have_right_no_difference_is_said(reviews: Bench) -> None:
    panel, focus = grain_panel(reviews), reviews.work.services.focus
    reviews.until(lambda: bool(panel._report.sentences))
    assert "chosen by what lanes make of it" not in panel.words.label.text()
    focus.narrow(Condition("small is", ("right",)))
    reviews.until(lambda: "chosen by what lanes make of it" in panel.words.label.text())
    assert panel._report.tip == ""
    assert panel._report.profiles
    assert all(np.isnan(profile.low).all() for profile in panel._report.profiles.values())


def test_buckets_are_chosen_and_classes_are_buckets_themselves(open_window: OpenBench, tmp_path: Path) -> None:
    bench = open_window(scored_session(tmp_path / "a.granview", samples=9))
    panel = grain_panel(bench)
    names = [panel.buckets.itemData(place) for place in range(panel.buckets.count())]
    assert names[:3] == [OWN, QUANTILE, LOG]
    panel.buckets.setCurrentIndex(names.index(QUANTILE))
    panel.buckets.activated.emit(panel.buckets.currentIndex())
    bench.until(lambda: panel._report.units.buckets.name == QUANTILE)
    choose(panel, "region/class")
    bench.until(lambda: panel._report.units.buckets.name == CATEGORY)
    assert not panel.buckets.isVisible()
    assert "at class" in panel.words.text() or "any class" in panel.words.text()


def test_the_tip_of_a_bucket_shows_its_units_once_they_are_read(open_window: OpenBench, tmp_path: Path) -> None:
    bench = open_window(scored_session(tmp_path / "a.granview", samples=3))
    panel = grain_panel(bench)
    plot = panel.host.plot
    bucket = next(place for place, listed in enumerate(panel._report.listed) if listed)
    words = plot._words(bucket)
    assert "Where the lanes differ most:" in words
    assert "<img" not in words
    bench.until(lambda: plot._words(bucket).count("<img") == len(panel._report.listed[bucket]))
    assert "&lt;" in plot._words(0), "a name such as <2 is no markup"
