"""Cells of the metrics: differences, and why nothing is scored."""

from pathlib import Path

import numpy as np
import pytest
from PySide6.QtWidgets import QApplication

from granview.analysis.grain_crossover import compare_grains
from granview.analysis.grain_profile import UnitScores
from granview.analysis.paired_bootstrap import PairedDifference
from granview.core.labels import LabelSet
from granview.core.lane import LaneSpec
from granview.gui.grain.grain_sentences import sentence, sentence_tip
from granview.gui.grain.wrapped_text import WrappedText
from granview.gui.metrics.cells import difference_text
from granview.gui.metrics.class_table import classes_table
from granview.gui.metrics.confusion_table import confusion_table
from granview.gui.metrics.metrics_tables import lanes_table, sample_table
from granview.gui.widgets.table import Table, TableCell, Tone
from granview.report.column_descriptions import ONE_BY_ONE
from granview.store.session import Session
from granview.tasks.base import GrainAxis
from tests.helpers.scored import scored_result, scored_session, write_files
from tests.helpers.store import LABELS, failure, ready

TASK = "image-segmentation"
SIZES = GrainAxis("region", "Region size", "px", (0.0, 4.0, 8.0, float("inf")))


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


def units(samples: int, lead: float, seed: int = 0) -> tuple[UnitScores, UnitScores]:
    """Four units of two sizes in each sample; the first lane leads in the smaller ones."""
    generator = np.random.default_rng(seed)
    grain, sample = np.tile([2.0, 2.0, 20.0, 20.0], samples), np.repeat(np.arange(samples), 4)
    theirs = generator.uniform(0.2, 0.6, len(grain))
    ours = theirs + generator.normal(0, 0.02, len(grain)) + np.where(grain < 8, lead, 0.0)
    return UnitScores(grain, ours, sample), UnitScores(grain, theirs, sample)


def said(samples: int, lead: float) -> str:
    return sentence(SIZES, "base", "lane", compare_grains(*units(samples, lead), SIZES.edges))


def test_a_sentence_says_where_lanes_begin_to_differ_with_units_and_samples() -> None:
    text = said(20, 0.3)
    assert text.startswith("From large to small, lane and base begin to differ at region size <4 px: lane scores 0.3")
    assert text.endswith(", n = 40 in 20 samples).")
    assert ": base scores 0.3" in said(20, -0.3)


def test_a_small_lead_is_said_with_the_digits_that_it_needs() -> None:
    ours, theirs = units(20, 0.3)
    small = [UnitScores(side.grain, side.score / 400, side.sample) for side in (ours, theirs)]
    text = sentence(SIZES, "base", "lane", compare_grains(*small, SIZES.edges))
    assert "lane scores 0.0007" in text or "lane scores 0.0008" in text
    assert "+0.00 " not in text


def test_where_all_is_of_one_grain_nothing_begins() -> None:
    ours, theirs = units(20, 0.3)
    one = [UnitScores(side.grain[side.grain < 4], side.score[side.grain < 4], side.sample[side.grain < 4])
           for side in (ours, theirs)]  # fmt: skip
    text = sentence(SIZES, "base", "lane", compare_grains(*one, SIZES.edges))
    assert text.startswith("lane and base differ at region size <4 px: lane scores 0.3")


def test_a_sentence_says_that_lanes_do_not_differ_or_that_samples_are_too_few() -> None:
    assert said(20, 0.0) == "lane and base do not differ beyond chance at any region size (n = 80 in 20 samples)."
    assert said(7, 0.3) == ("lane and base: too few samples to say whether they differ (n = 28 in 7 samples).")


def test_sizes_of_too_few_samples_are_not_said_to_be_alike() -> None:
    ours, theirs = units(20, 0.0)
    kept = (ours.grain < 8) | (ours.sample < 5)
    fewer = [UnitScores(side.grain[kept], side.score[kept], side.sample[kept]) for side in (ours, theirs)]
    text = sentence(SIZES, "base", "lane", compare_grains(*fewer, SIZES.edges))
    assert "do not differ beyond chance at any region size that enough samples have" in text


def test_the_tip_says_how_and_which_sizes_are_left_out() -> None:
    ours, theirs = units(20, 0.3)
    kept = (ours.grain < 8) | (ours.sample < 5)
    fewer = [UnitScores(side.grain[kept], side.score[kept], side.sample[kept]) for side in (ours, theirs)]
    tip = sentence_tip(SIZES, {"lane": compare_grains(*fewer, SIZES.edges)})
    assert "whole samples" in tip
    assert "lane: of ≥8 there are too few samples" in tip


@pytest.mark.parametrize("width", [1280, 637])
def test_sentences_wrap_and_are_scrolled_to_where_there_are_many(qapp: object, width: int) -> None:
    words = WrappedText()
    words.resize(width, 100)
    words.show()
    words.setText(said(20, 0.3))
    assert words.height() >= words.label.heightForWidth(words.viewport().width())
    words.setText("\n".join([said(20, 0.3)] * 9))
    assert words.height() < words.label.sizeHint().height()
    assert words.verticalScrollBar().maximum() > 0
    words.close()


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
