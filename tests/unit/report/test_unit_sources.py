"""What is known of samples as columns of their units: columns of the data, rarity of classes and of words."""

import math
from pathlib import Path

import msgspec
import numpy as np
import polars
import pytest

from granview.core.slices import Condition, Slice
from granview.core.text import TextReference
from granview.export.table_files import write_table
from granview.report.cached_units import read_task_units
from granview.report.grain_units import axes_of, axis_called, bucketed
from granview.report.session_contents import SessionContents
from granview.report.session_table import TableRequest, tables_called
from granview.report.slicing import sliced
from granview.report.task_units import NO_CATEGORY
from granview.report.unit_sources.class_samples import samples_by_class
from granview.report.unit_sources.word_rarity import mean_information
from granview.report.units import unit_frame
from granview.store.session import Session
from tests.helpers.scored_texts import CLASSIFICATION, ENTITIES, mixed_session, text_lane, text_result, text_sample
from tests.helpers.text_tasks import class_scores


@pytest.fixture
def session(tmp_path: Path) -> Session:
    """Four reviews with a year, three with a shop."""
    made = Session.create(tmp_path / "a.granview")
    known = TextReference(labels=("positive",))
    texts = [text_sample(f"s{index}", words, known) for index, words in enumerate(("a a b", "a c", "not (a) b", "a"))]
    rows = [(("year", 2020.0), ("shop", "north")), (("year", 2021.0), ("shop", 7.0)), (("year", 2022.0),), ()]
    made.add_samples(
        [msgspec.structs.replace(text, columns=columns) for text, columns in zip(texts, rows, strict=True)]
    )
    spec, ready = text_lane("small", CLASSIFICATION)
    made.add_lane(spec)
    made.record([ready, *(text_result("small", CLASSIFICATION, each, class_scores(0.2, 0.8)) for each in texts)])
    yield made
    made.close()


def test_columns_of_the_data_are_kept_and_can_be_asked_for(session: Session) -> None:
    assert session.samples()[0].columns == (("year", 2020.0), ("shop", "north"))
    units = read_task_units(session, CLASSIFICATION)
    np.testing.assert_array_equal(units.columns["data.year"], np.float32([2020, 2021, 2022, np.nan]))
    assert units.categories["data.shop"] == ("north", "7")
    assert units.columns["data.shop"].tolist() == [0, 1, NO_CATEGORY, NO_CATEGORY]
    assert len(sliced(units, Slice((Condition("data.year", low=2021),)))) == 2
    axis = axis_called(axes_of(units), "data.year")
    assert axis.title == "year"
    assert bucketed(units, axis, "quantile").buckets.n_outside == 1


def test_columns_of_the_data_stand_in_the_file_of_units(session: Session) -> None:
    like_ours = text_sample("s9", "b b", TextReference(labels=("positive",)))
    session.add_samples([msgspec.structs.replace(like_ours, columns=(("grain", 1.0),))])
    frame = unit_frame(session)
    assert frame.columns[-3:] == ["data.year", "data.shop", "data.grain"]
    of_samples = dict(zip(frame["sample"], zip(frame["data.year"], frame["data.shop"], strict=True), strict=True))
    assert of_samples == {"s0": (2020.0, "north"), "s1": (2021.0, "7"), "s2": (2022.0, None), "s3": (None, None)}
    assert frame["data.grain"].to_list() == [None] * 4
    assert frame["grain"].to_list() == [3, 2, 3, 1]


@pytest.mark.parametrize("suffix", [".csv", ".parquet"])
def test_columns_of_the_data_are_written_and_described(session: Session, tmp_path: Path, suffix: str) -> None:
    (table,) = tables_called(TableRequest(session, SessionContents.read(session)), ["units"])
    path = tmp_path / f"units{suffix}"
    write_table(path, table)
    read = polars.read_csv(path) if suffix == ".csv" else polars.read_parquet(path)
    assert read["data.shop"].to_list() == ["north", "7", None, None]
    assert "data set" in table.descriptions["data.shop"]


def test_texts_are_measured(session: Session) -> None:
    units = read_task_units(session, CLASSIFICATION)
    assert units.columns["text_words"].tolist() == [3, 2, 3, 1]
    assert units.columns["brackets"].tolist() == [0, 0, 1, 0]
    assert units.columns["negations"].tolist() == [0, 0, 1, 0]


def test_rarity_is_the_mean_information_of_words(session: Session) -> None:
    rarity = read_task_units(session, CLASSIFICATION).columns["word_rarity"]
    share = {"a": 5 / 9, "b": 2 / 9, "c": 1 / 9, "not": 1 / 9}
    bits = {word: -math.log2(part) for word, part in share.items()}
    expected = [(2 * bits["a"] + bits["b"]) / 3, (bits["a"] + bits["c"]) / 2]
    assert rarity[:2] == pytest.approx(expected, rel=1e-6)
    assert rarity[3] == pytest.approx(bits["a"])
    assert math.isnan(mean_information([], {}, 0))


def test_of_entities_it_is_about_their_words(tmp_path: Path) -> None:
    with mixed_session(tmp_path / "b.granview") as session:
        units = read_task_units(session, ENTITIES)
    assert units.columns["word_rarity"] == pytest.approx([math.log2(16)] * 2)
    assert units.columns["nested"].tolist() == [0, 0]


def test_how_many_samples_have_a_class() -> None:
    classes, sample = np.int32([0, 0, 1, 0, -1]), np.int32([0, 0, 1, 2, 2])
    np.testing.assert_array_equal(samples_by_class(classes, sample), np.float32([2, 2, 1, 2, np.nan]))
    assert len(samples_by_class(np.int32([]), np.int32([]))) == 0
