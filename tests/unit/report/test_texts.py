import math
from pathlib import Path

import msgspec
import numpy as np
import pytest

from granview.core.arrays import pack
from granview.core.errors import SessionError
from granview.core.predictions.class_scores import PackedClassScores
from granview.core.sample import Sample
from granview.core.text import DataSetNames, TextReference
from granview.report.cached_units import read_task_units
from granview.report.class_tables import class_rows, confusions
from granview.report.differences import differences
from granview.report.grain_units import axes_of, axis_called, bucketed
from granview.report.lane_agreement import agreements
from granview.report.results import NOT_RUN, result_columns, result_rows
from granview.report.session_contents import SessionContents
from granview.report.summary import summary_columns, summary_rows
from granview.report.units import unit_columns, unit_frame
from granview.tasks.base import TASKS
from tests.helpers.scored_texts import (
    CLASSIFICATION,
    ENTITIES,
    SUMMARIES,
    mixed_session,
    review_session,
    text_lane,
    text_result,
    text_sample,
)  # fmt: skip
from tests.helpers.text_tasks import class_scores, classes, written


def test_columns_are_those_of_all_tasks_and_of_writing(tmp_path: Path) -> None:
    with mixed_session(tmp_path / "a.granview") as session:
        contents = SessionContents.read(session)
    metrics = [column.name for name in (CLASSIFICATION, ENTITIES, SUMMARIES) for column in TASKS.get(name).columns]
    assert result_columns(contents)[10:] == (*metrics, "first_token_ms", "new_tokens", "path", "record", "notices")
    assert summary_columns(contents)[22:] == (*metrics, "first_token_ms_p50", "tokens_per_s", "scored")
    assert unit_columns(contents)[6:] == (
        *("class", "text_words", "brackets", "negations"),
        *("start", "end", "overlap", "nested", "exact"),
    )


def test_no_lane_that_writes_no_columns_of_writing(tmp_path: Path) -> None:
    with review_session(tmp_path / "a.granview", samples=2) as session:
        contents = SessionContents.read(session)
    assert "new_tokens" not in result_columns(contents)
    assert "tokens_per_s" not in summary_columns(contents)


def test_samples_have_rows_for_the_lanes_that_they_are_for(tmp_path: Path) -> None:
    with mixed_session(tmp_path / "a.granview") as session:
        session.add_samples([Sample("picture", "/data/picture.png")])
        rows = result_rows(session)
    assert [(row["sample"], row["lane"], row["status"]) for row in rows] == [
        ("review", "feel", "ok"),
        ("names", "find", "ok"),
        ("story", "write", "ok"),
        ("plain", "feel", "ok"),
        ("plain", "find", NOT_RUN),
        ("plain", "write", "ok"),
    ]
    review, names, story, *_ = rows
    assert (review["accuracy"], review["entity_f1"], review["new_tokens"]) == (1.0, None, None)
    assert names["entity_f1"] == pytest.approx(2 / 3)
    assert (story["first_token_ms"], story["new_tokens"]) == (10.0, 4)


def test_a_lane_that_has_run_a_sample_of_another_task_keeps_its_row(tmp_path: Path) -> None:
    with mixed_session(tmp_path / "a.granview") as session:
        review = session.samples()[0]
        session.record([text_result("write", SUMMARIES, review, written("good"))])
        rows = [row["lane"] for row in result_rows(session) if row["sample"] == "review"]
    assert rows == ["feel", "write"]


def test_samples_without_a_reference_are_not_among_those_that_metrics_rest_on(tmp_path: Path) -> None:
    with mixed_session(tmp_path / "a.granview") as session:
        rows = summary_rows(session)
    assert [(row["lane"], row["n"], row["scored"]) for row in rows] == [("feel", 2, 1), ("find", 1, 1), ("write", 2, 1)]


def test_a_text_that_is_merely_measured_is_not_scored(tmp_path: Path) -> None:
    with mixed_session(tmp_path / "a.granview") as session:
        bare = text_sample("bare", "a text", TextReference())
        session.add_samples([bare])
        said = written("more", nll=2.0, nll_tokens=2, nll_of="input")
        session.record([text_result("write", SUMMARIES, bare, said)])
        row = summary_rows(session)[-1]
    assert (row["n"], row["scored"]) == (3, 1)
    assert row["input_perplexity"] == pytest.approx(math.e)


def test_summary_of_writing(tmp_path: Path) -> None:
    with mixed_session(tmp_path / "a.granview") as session:
        feel, _, write = summary_rows(session)
    assert (feel["first_token_ms_p50"], feel["tokens_per_s"], feel["accuracy"]) == (None, None, 1.0)
    assert write["first_token_ms_p50"] == 15.0
    assert write["tokens_per_s"] == pytest.approx(6 / 0.150)
    assert write["rouge1"] == pytest.approx(2 * 3 / (3 + 5))


def test_units_of_several_tasks_stand_in_one_table(tmp_path: Path) -> None:
    with mixed_session(tmp_path / "a.granview") as session:
        frame = unit_frame(session)
    assert frame["start"].dtype.is_integer()
    rows = {(row["lane"], row["unit"]): row for row in frame.to_dicts()}
    assert set(rows) == {("feel", 0), ("find", 0), ("find", 1), ("write", 0)}
    assert (rows["feel", 0]["class"], rows["feel", 0]["kind"], rows["feel", 0]["start"]) == ("positive", "text", None)
    assert (rows["find", 1]["class"], rows["find", 1]["start"], rows["find", 1]["score"]) == ("LOC", 7, 0.0)
    assert (rows["write", 0]["class"], rows["write", 0]["kind"]) == (None, "target")


def test_a_text_without_a_class_has_none_in_the_table(tmp_path: Path) -> None:
    with review_session(tmp_path / "a.granview", samples=2) as session:
        sample = session.samples()[0]
        known = sample.reference.text.__class__(labels=())
        bare = text_sample("bare", "no label", known)
        session.add_samples([bare])
        session.record([text_result("small", CLASSIFICATION, bare, class_scores(0.1, 0.2, multi_label=True))])
        frame = unit_frame(session)
    found = frame.filter(frame["sample"] == "bare")["class"].to_list()
    assert found == [None]
    assert frame["class"].null_count() == 1


def test_labels_that_a_model_lacks_meet_by_name(tmp_path: Path) -> None:
    with review_session(tmp_path / "a.granview", samples=4) as session:
        names = DataSetNames(("mixed", "negative", "positive"))
        known = session.samples()[0].reference.text.__class__(labels=("mixed", "negative"))
        extra = text_sample("extra", "so so", known)
        extra = msgspec.structs.replace(extra, reference=msgspec.structs.replace(extra.reference, data_set=names))
        session.add_samples([extra])
        session.record([text_result("large", CLASSIFICATION, extra, class_scores(0.9, 0.1))])
        rows = [row for row in class_rows(session, task=CLASSIFICATION) if row["lane"] == "large"]
        large = summary_rows(session)[1]
        found = differences(session, "large", resamples=50)
    assert [row["class"] for row in rows] == ["negative", "positive", "mixed"]
    assert [row["texts"] for row in rows] == [3.0, 2.0, 1.0]
    assert large["accuracy"] == pytest.approx(4 / 5)
    assert found["small"].metrics["accuracy"].n == 4


def test_nesting_shows_where_models_begin_to_differ(tmp_path: Path) -> None:
    with review_session(tmp_path / "a.granview") as session:
        units = read_task_units(session, CLASSIFICATION)
    nesting = bucketed(units, axis_called(axes_of(units), "nesting"))
    profile = nesting.profile("small")
    assert profile.titles[1:6] == ("1", "2", "3", "4", "5")
    assert profile.mean[1:5].tolist() == [1, 1, 0, 0]
    found = nesting.compare("large", "small").crossover(from_small=True)
    assert (found.low, found.difference.mean, found.difference.n) == (3.0, 1.0, 10)


def test_axes_without_units_are_left_out(tmp_path: Path) -> None:
    with mixed_session(tmp_path / "a.granview") as session:
        units = read_task_units(session, CLASSIFICATION)
    assert "nesting" not in {axis.kind for axis in axes_of(units)}


def test_only_lanes_of_one_task_are_compared(tmp_path: Path) -> None:
    with mixed_session(tmp_path / "a.granview") as session:
        for name, labels, scores in (("again", None, (0.9, 0.1)), ("other", classes("x", "y"), (0.5, 0.5))):
            spec, ready = text_lane(name, CLASSIFICATION, labels)
            session.add_lane(spec)
            review, *_, plain = session.samples()
            said = class_scores(*scores)
            results = [text_result(name, CLASSIFICATION, each, said, labels=labels) for each in (review, plain)]
            session.record([ready, *results])
        found = agreements(session)
    assert set(found.overall) == {("feel", "again")}
    assert [found.by_sample[name]["feel", "again"].disagreement for name in ("review", "plain")] == [1.0, 0.0]
    assert found.overall["feel", "again"].disagreement == 0.5
    assert found.by_sample["names"] == {}


def test_a_session_of_before_with_nan_opens_and_only_that_prediction_is_refused(tmp_path: Path) -> None:
    with review_session(tmp_path / "a.granview", samples=3) as session:
        first, *_ = session.samples()
        good = text_result("small", CLASSIFICATION, first, class_scores(0.2, 0.8))
        odd = PackedClassScores(pack(np.array([np.nan, np.nan], np.float32)), False)
        session.record([msgspec.structs.replace(good, result=msgspec.structs.replace(good.result, prediction=odd))])
        with pytest.raises(SessionError, match="no numbers"):
            session.prediction(first.name, "small")
        found = agreements(session)
        assert summary_rows(session)[0]["n"] == 3
    assert found.by_sample[first.name] == {}
    assert found.overall["small", "large"].disagreement is not None


def test_confusions_of_texts_and_of_entities(tmp_path: Path) -> None:
    with review_session(tmp_path / "a.granview", samples=8) as session:
        small, large = confusions(session, CLASSIFICATION)
    assert (small.lane, small.classes) == ("small", ("negative", "positive"))
    assert small.counts.tolist() == [[2, 2], [2, 2]]
    assert large.counts.tolist() == [[4, 0], [0, 4]]
    with mixed_session(tmp_path / "b.granview") as session:
        (find,) = confusions(session, ENTITIES)
        assert confusions(session, SUMMARIES) == []
    assert find.counts.tolist() == [[1, 0, 0], [0, 0, 1], [0, 0, 0]]
