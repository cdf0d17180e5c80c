"""Cells of the metrics: differences, and why nothing is scored."""

from pathlib import Path

import numpy as np
from PySide6.QtWidgets import QApplication

from granview.analysis.bootstrap_interval import Pivot
from granview.analysis.paired_bootstrap import PairedDifference, paired_difference
from granview.core.labels import LabelSet
from granview.core.lane import LaneSpec
from granview.core.slice_language import parsed_slice
from granview.gui.metrics.cells import difference_text, difference_tip
from granview.gui.metrics.class_table import classes_table
from granview.gui.metrics.confusion_table import confusion_table
from granview.gui.metrics.metrics_tables import lanes_table, sample_table
from granview.gui.widgets.table import Table, TableCell, Tone
from granview.report.column_descriptions import ONE_BY_ONE
from granview.report.focused import narrowed
from granview.report.margins import Margins
from granview.report.verdict.session_verdicts import write_margins
from granview.store.session import Session
from tests.helpers.scored import scored_result, scored_session, write_files
from tests.helpers.store import LABELS, failure, ready

TASK = "image-segmentation"


def cell(table: Table, lane: str, column: str) -> TableCell:
    row = next(row for row in table.rows if row.title == lane)
    return row.cells[[each.title for each in table.columns].index(column)]


def test_of_enough_samples_the_difference_has_its_interval_and_a_verdict(tmp_path: Path) -> None:
    with scored_session(tmp_path / "a.granview", samples=8) as session:
        table = lanes_table(session, TASK, "good", {})
    poor = cell(table, "poor", "mIoU")
    assert "±" in poor.detail
    assert poor.tone is Tone.BAD
    assert "95 % interval" in poor.tip
    assert f"More than chance. {ONE_BY_ONE}" in poor.tip
    assert table.note == ""
    assert cell(table, "good", "mIoU").is_best


def test_the_margin_reaches_beyond_0_where_the_difference_may_be_chance() -> None:
    lopsided = PairedDifference(-0.15, -0.23, 0.02, 0.08, 12, 0.7, 0.85)
    assert difference_text(lopsided, 2) == "−0.15 ±0.17"
    turned = PairedDifference(0.15, 0.02, 0.4, 0.03, 12, 0.85, 0.7)
    assert difference_text(turned, 2) == "+0.15 ±0.13"


def test_of_few_samples_it_is_said_that_they_are_too_few(tmp_path: Path) -> None:
    with scored_session(tmp_path / "a.granview", samples=7) as session:
        table = lanes_table(session, TASK, "good", {})
    poor = cell(table, "poor", "mIoU")
    assert poor.detail.endswith("(n = 7)")
    assert poor.tone is Tone.QUIET
    assert "too few samples" in poor.tip
    assert "too few samples" in table.note
    assert not table.is_unscored


def test_where_lanes_were_scored_on_different_samples_the_shared_ones_are_compared(tmp_path: Path) -> None:
    """Lane three failed where lane one is bad, and so looks better than it by itself."""
    with scored_session(tmp_path / "a.granview", samples=9, lanes=("one", "two", "three")) as session:
        last = session.samples()[8]
        session.record([scored_result("one", last, 8, 24), failure("three", last, request_id=99)])
        table, classes = lanes_table(session, TASK, "one", {}), classes_table(session, TASK, "iou")
    three = cell(table, "three", "mIoU")
    assert three.detail.endswith("on 8 shared")
    assert three.detail.startswith("−")
    assert f"On the 8 samples of both: {three.value:.4f}, one 1.0000." in three.tip
    assert "shared" not in cell(table, "two", "mIoU").detail
    assert "Not scored on all 9 samples: three (8)." in table.note
    assert not three.is_best
    assert sum(cell(table, lane, "mIoU").is_best for lane in ("one", "two")) == 1
    assert "Not scored on all 9 samples: three (8)." in classes.note
    assert not any(row.cells[3].is_best for row in classes.rows)
    assert classes.columns[3].tip.endswith("n = 8")


TASK = "image-segmentation"
OTHER_NAMES = LabelSet(("tree", "bark", "leaf"), LABELS.colors)


def test_references_whose_classes_do_not_match_are_not_said_to_be_missing(tmp_path: Path, qapp: QApplication) -> None:
    with Session.create(tmp_path / "s.granview") as session:
        sample = write_files(tmp_path / "pictures", 0, OTHER_NAMES)
        session.add_samples([sample])
        session.add_lane(LaneSpec("one", "zoo:one"))
        session.record([ready("one"), scored_result("one", sample, 0, 0, OTHER_NAMES)])
        tables = (
            lanes_table(session, TASK, None, {}),
            sample_table(session, TASK, sample, None),
            classes_table(session, TASK, "iou"),
            confusion_table(session, TASK),
        )
        for table in tables:
            assert table.is_unscored
            assert "No references" not in table.note
            assert "Match classes" in table.note


def test_of_samples_chosen_by_what_lanes_make_of_them_no_difference_is_told(tmp_path: Path) -> None:
    with scored_session(tmp_path / "a.granview", samples=9) as session:
        left = narrowed(session, TASK, parsed_slice("poor is right"))
        told, chosen = (lanes_table(each, TASK, "good", {}) for each in (session, left))
    assert "interval" in cell(told, "poor", "mIoU").tip
    assert "interval" not in cell(chosen, "poor", "mIoU").tip
    assert "chosen by what lanes make of them" in chosen.note
    assert "chosen" not in told.note


def test_a_tip_says_what_so_many_samples_show_and_what_is_left_after_many_comparisons(tmp_path: Path) -> None:
    with scored_session(tmp_path / "a.granview", samples=9) as session:
        tip = cell(lanes_table(session, TASK, "good", {}), "poor", "mIoU").tip
        write_margins(session, Margins(of_metric={"miou": 0.9}))
        wide = cell(lanes_table(session, TASK, "good", {}), "poor", "mIoU").tip
        write_margins(session, Margins(of_metric={"miou": 0.001}))
        narrow = cell(lanes_table(session, TASK, "good", {}), "poor", "mIoU").tip
    assert "Corrected for all that this table says (Holm): p " in tip
    assert "So many samples show a true difference of 0." in tip
    assert "margin" not in tip
    assert "Shown to differ by less than 0.9, the margin that was set (p 0.002)." in wide
    assert "Not shown to differ by less than 0.001, the margin that was set (p 0.998)." in narrow


def test_of_lanes_that_differ_in_few_samples_it_is_said_in_how_many() -> None:
    few = PairedDifference(-0.02, None, None, None, 24, 0.9, 0.92, n_different=3)
    tip = difference_tip(few, "base", 3)
    assert "the lanes differ in 3 of the samples, too few for an interval (fewer than 6)" in tip
    same = PairedDifference(0.0, None, None, None, 24, 0.9, 0.9, n_different=0)
    assert "the same on every sample" in difference_tip(same, "base", 3)
    assert "interval" not in difference_tip(same, "base", 3)
    alike = paired_difference(0.9, 0.8, 24, None, pivot=Pivot(0.1, 0.0, 24, np.empty(0)))
    assert "no scatter, so no interval; p < 0.001 by the sign test" in difference_tip(alike, "base", 3)
    chosen = difference_tip(few.by_outcome(), "base", 3)
    assert "no interval, since the samples were chosen by what lanes make of them" in chosen
    lone = PairedDifference(0.1, None, None, None, 24, 0.9, 0.8)
    assert "without one of the samples there is no such value" in difference_tip(lone, "base", 3)


def test_of_what_may_be_chance_it_is_said_how_many_samples_it_takes() -> None:
    pivot = Pivot(0.01, 0.02, 24, np.empty(0))
    found = pivot.interval()
    unsure = PairedDifference(0.01, found.low, found.high, found.p_value, 24, 0.9, 0.89, pivot=pivot)
    assert "One as large as this would take about 756 samples." in difference_tip(unsure, "base", 3)
