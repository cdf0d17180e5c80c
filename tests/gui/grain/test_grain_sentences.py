"""What is said under the plot of grain, and that all of it can be read."""

from dataclasses import replace

import numpy as np
import pytest

from granview.core.unit import UnitTable
from granview.gui.grain.grain_sentences import sentence, sentence_tip
from granview.gui.grain.wrapped_text import WrappedText
from granview.report.grain_units import BucketedUnits, bucketed
from granview.report.task_units import TaskUnits, joined_units
from granview.tasks.base import GrainAxis

SIZES = GrainAxis("region", "Region size", "px", (0.0, 4.0, 8.0, float("inf")))


def joined(samples: int, lead: float, part: float = 1.0) -> TaskUnits:
    """Four units of two sizes in each sample; the first lane leads in the smaller ones. ``part`` scales scores."""
    generator = np.random.default_rng(0)
    grain, sample = np.tile([2.0, 2.0, 20.0, 20.0], samples), np.repeat(np.arange(samples), 4)
    theirs = generator.uniform(0.2, 0.6, len(grain))
    ours = theirs + generator.normal(0, 0.02, len(grain)) + np.where(grain < 8, lead, 0.0)
    classes = np.where(grain < 8, 0, 1).astype(np.int32)
    tables: dict[str, dict[str, UnitTable]] = {"lane": {}, "base": {}}
    for lane, score in (("lane", ours), ("base", theirs)):
        for index in range(samples):
            rows, kind = sample == index, np.zeros(4, np.uint8)
            scored = (part * score[rows]).astype(np.float32)
            extra = {"class_id": classes[rows]}
            tables[lane][f"s{index}"] = UnitTable(("region",), kind, np.float32(grain[rows]), scored, extra)
    names = {(lane, f"s{index}"): ("hair", "head") for lane in tables for index in range(samples)}
    return joined_units("image-segmentation", [*tables["lane"]], tables, names)


def said_of(units: BucketedUnits) -> str:
    return sentence(units, "base", "lane", units.compare("lane", "base"))


def said(samples: int, lead: float) -> str:
    return said_of(bucketed(joined(samples, lead), SIZES))


def large_ones_in_few_samples(lead: float) -> BucketedUnits:
    units = joined(20, lead)
    return bucketed(units.taken((units.columns["grain"] < 8) | (units.sample < 5)), SIZES)


def test_a_sentence_says_where_lanes_begin_to_differ_with_units_and_samples() -> None:
    text = said(20, 0.3)
    assert text.startswith("From large to small, lane and base begin to differ at region size <4 px: lane scores 0.3")
    assert text.endswith(", n = 40 in 20 samples).")
    assert ": base scores 0.3" in said(20, -0.3)


def test_of_categories_it_is_said_where_lanes_differ_most() -> None:
    units = bucketed(joined(20, 0.3), GrainAxis("region", "Class", "", (), column="class"))
    assert said_of(units).startswith("lane and base differ most at class hair: lane scores 0.3")


def test_a_column_of_the_data_keeps_its_letters() -> None:
    units = joined(20, 0.3)
    units = replace(units, columns={**units.columns, "data.ISO": units.columns["grain"]})
    text = said_of(bucketed(units, GrainAxis("region", "ISO", "", (), column="data.ISO")))
    assert "begin to differ at ISO " in text


def test_a_small_lead_is_said_with_the_digits_that_it_needs() -> None:
    text = said_of(bucketed(joined(20, 0.3, part=1 / 400), SIZES))
    assert "lane scores 0.0007" in text or "lane scores 0.0008" in text
    assert "+0.00 " not in text


def test_where_all_is_of_one_grain_nothing_begins() -> None:
    units = joined(20, 0.3)
    text = said_of(bucketed(units.taken(units.columns["grain"] < 4), SIZES))
    assert text.startswith("lane and base differ at region size <4 px: lane scores 0.3")


def test_a_sentence_says_that_lanes_do_not_differ_or_that_samples_are_too_few() -> None:
    assert said(20, 0.0) == "lane and base do not differ beyond chance at any region size (n = 80 in 20 samples)."
    assert said(7, 0.3) == ("lane and base: too few samples to say whether they differ (n = 28 in 7 samples).")


def test_sizes_of_too_few_samples_are_not_said_to_be_alike() -> None:
    text = said_of(large_ones_in_few_samples(0.0))
    assert "do not differ beyond chance at any region size that enough samples have" in text


def test_the_tip_says_how_and_which_sizes_are_left_out() -> None:
    units = large_ones_in_few_samples(0.3)
    tip = sentence_tip(units, {("lane", "base"): units.compare("lane", "base")})
    assert "whole samples" in tip
    assert "lane · base: of ≥8 there are too few samples" in tip


@pytest.mark.parametrize("width", [1280, 637])
def test_whole_lines_are_shown_and_a_button_asks_for_room_where_there_are_many(qapp: object, width: int) -> None:
    words = WrappedText()
    words.resize(width, 100)
    words.show()
    words.setText(said(20, 0.3))
    assert words.height() >= words.label.heightForWidth(words.label.width())
    assert words.more.isHidden()
    words.setText("\n".join([said(20, 0.3)] * 9))
    line = words.label.fontMetrics().lineSpacing()
    assert words.maximumHeight() == 4 * line < words.label.heightForWidth(width)
    assert words.area.contentsMargins().isNull()  # no frame takes part of the last line
    asked = []
    words.asked_for_all.connect(asked.append)
    words.more.click()
    assert words.maximumHeight() >= words.label.heightForWidth(words.label.width())
    words.more.click()
    assert asked == [True, False]
    assert words.maximumHeight() == 4 * line
    words.close()
