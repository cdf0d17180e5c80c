"""Tables of what other programs predicted of texts, as lanes read them."""

import json
from pathlib import Path

import numpy as np
import polars as pl
import pytest

from granview.core.errors import InputError
from granview.core.sample import Sample
from granview.core.saved_reading import SavedReading
from granview.core.text import TextInput
from granview.io.saved.survey import saved_tasks, survey_saved
from tests.helpers.saved import read_for, reader_of

CLASSES = "text-classification"


def text(name: str, words: str, record: int | None = None) -> Sample:
    return Sample(name, f"{name}.txt", kind="text", text=TextInput.of(words), record=record)


def lines(path: Path, *rows: object) -> Path:
    path.write_text("\n".join(json.dumps(row) for row in rows) + "\n", "utf-8")
    return path


GOOD, BAD = text("a", "A good film", 0), text("b", "A bad film", 1)


def test_classes_of_a_csv_go_by_its_ids_and_have_no_probabilities(tmp_path):
    path = tmp_path / "out.csv"
    path.write_text("id,prediction\nb,negative\na,positive\n", "utf-8")
    reader = reader_of(path, CLASSES)
    assert reader.labels.names == ("negative", "positive")
    read = read_for(GOOD, reader)
    assert read.prediction.scores.tolist() == [0.0, 1.0]
    assert "no probabilities" in read.notices[0]
    assert not read.prediction.has_probabilities
    assert read_for(BAD, reader).prediction.scores.tolist() == [1.0, 0.0]
    assert "The predictions are the column prediction." in reader.notices


def test_without_ids_rows_go_by_their_place(tmp_path):
    path = lines(tmp_path / "out.jsonl", {"scores": {"x": 0.25, "y": 0.75}}, {"scores": {"x": 1.0, "y": 0.0}})
    reader = reader_of(path, CLASSES)
    assert read_for(GOOD, reader).prediction.scores.tolist() == [0.25, 0.75]
    assert read_for(BAD, reader).prediction.scores.tolist() == [1.0, 0.0]


def test_the_column_and_the_ids_can_be_chosen(tmp_path):
    path = tmp_path / "out.parquet"
    pl.DataFrame({"key": ["b", "a"], "mine": ["no", "yes"], "label": ["no", "no"]}).write_parquet(path)
    reader = reader_of(path, CLASSES, column="mine", id="key")
    assert read_for(GOOD, reader).prediction.scores.tolist() == [0.0, 1.0]
    with pytest.raises(InputError, match=r"out\.parquet has no column of predictions for text-classification"):
        reader_of(path, CLASSES, column="yours")
    with pytest.raises(InputError, match="has no column nothing"):
        reader_of(path, CLASSES, id="nothing")


def test_entities_are_spans_of_the_text(tmp_path):
    sample = text("a", "Ann met Bob in Rome.", 0)
    entities = [{"start": 0, "end": 3, "label": "PER"}, {"start": 15, "end": 19, "label": "LOC", "text": "Rome"}]
    path = lines(tmp_path / "out.jsonl", {"id": "a", "entities": entities})
    assert saved_tasks(path, SavedReading())[0] == "token-classification"
    reader = reader_of(path, "token-classification")
    read = read_for(sample, reader).prediction
    assert [reader.labels.names[place] for place in read.types] == ["PER", "LOC"]
    assert read.spans.tolist() == [[0, 3], [15, 19]]
    wrong = lines(tmp_path / "wrong.jsonl", {"id": "a", "entities": [{"start": 0, "end": 90, "label": "PER"}]})
    with pytest.raises(InputError, match=r"wrong\.jsonl \(row 1\) has an entity from 0 to 90, but 20 characters"):
        read_for(sample, reader_of(wrong, "token-classification"))


def test_tags_of_conll_are_the_entities_of_the_same_sentences(tmp_path):
    path = tmp_path / "out.conll"
    path.write_text("Ann O B-PER\nmet O O\nRome B-LOC B-LOC\n\nBob B-PER O\n", "utf-8")
    reader = reader_of(path, "token-classification")
    read = read_for(text("x", "Ann met Rome", 0), reader).prediction
    assert read.spans.tolist() == [[0, 3], [8, 12]]
    assert read_for(text("y", "Bob", 1), reader).prediction.spans.tolist() == []
    with pytest.raises(InputError, match="has other tokens than"):
        read_for(text("z", "Bobby", 1), reader)


@pytest.mark.parametrize("form", ["table", "object"])
def test_answers_stand_in_their_context(tmp_path, form):
    context = TextInput.of("Rome is old. Rome is large.", question="What is old?")
    sample, none = (Sample(name, "", kind="text", text=context) for name in ("q1", "q2"))
    if form == "object":
        path = tmp_path / "predictions.json"
        path.write_text(json.dumps({"q1": "Rome", "q2": ""}), "utf-8")
    else:
        path = lines(
            tmp_path / "out.jsonl", {"id": "q1", "prediction_text": "Rome"}, {"id": "q2", "prediction_text": ""}
        )
    reader = reader_of(path, "question-answering")
    read = read_for(sample, reader)
    assert read.prediction.best == (0, 4)
    assert "more than once" in read.notices[0]
    assert read_for(none, reader).prediction.best is None


def test_what_was_written_is_a_text(tmp_path):
    path = lines(tmp_path / "out.jsonl", {"id": "a", "generated_text": "Short."}, {"id": "b", "generated_text": ""})
    assert saved_tasks(path, SavedReading())[0] == "text-generation"
    reader = reader_of(path, "summarization")
    assert read_for(GOOD, reader).prediction.text == "Short."
    assert read_for(BAD, reader).prediction.text == ""


def harness(doc_id: int, **rest: object) -> dict[str, object]:
    return {"doc_id": doc_id, "target": "0", **rest}


def test_a_harness_log_of_choices_has_a_probability_for_each(tmp_path):
    choices = {"choices": ["no", "yes"]}
    path = lines(
        tmp_path / "samples_boolq_2026.jsonl",
        harness(1, doc=choices, resps=[[[-2.0, False]], [[-1.0, True]]]),
        harness(0, doc=choices, resps=[[["-1.0", "True"]], [["-1.0", "False"]]]),
    )
    assert saved_tasks(path, SavedReading()) == (CLASSES,)
    reader = reader_of(path, CLASSES)
    np.testing.assert_allclose(read_for(GOOD, reader).prediction.scores, [0.5, 0.5])
    likely = np.exp(-1) / (np.exp(-1) + np.exp(-2))
    np.testing.assert_allclose(read_for(BAD, reader).prediction.scores, [1 - likely, likely], atol=1e-6)


def test_a_harness_log_of_texts_has_what_was_filtered(tmp_path):
    path = lines(
        tmp_path / "samples_gsm8k.jsonl",
        harness(0, doc={}, resps=[["so it is 4."]], filtered_resps=["4"]),
        harness(1, doc={}, resps=[["five"]]),
    )
    reader = reader_of(path, "text-generation")
    assert read_for(GOOD, reader).prediction.text == "4"
    assert read_for(BAD, reader).prediction.text == "five"


def test_what_is_missing_and_what_is_left_over_is_said(tmp_path):
    path = tmp_path / "out.csv"
    path.write_text("id,predicted_label\na,x\nz,y\n", "utf-8")
    survey = survey_saved(path, [GOOD, text("b", "A bad film")])
    assert (survey.task, survey.matched, survey.missing) == (CLASSES, 1, ("b",))
    assert survey.unmatched == ("out.csv (row 3)",)


def test_a_class_that_is_not_named_is_an_error(tmp_path):
    path = tmp_path / "out.csv"
    path.write_text("id,predicted_label\na,x\n", "utf-8")
    with pytest.raises(InputError, match="names the class x, which is not known"):
        read_for(GOOD, reader_of(path, CLASSES, classes="y|z"))


def test_a_table_of_texts_alone_is_no_predictions(tmp_path):
    path = tmp_path / "data.csv"
    path.write_text("text,stars\nGood,5\n", "utf-8")
    assert saved_tasks(path, SavedReading()) == ()


def test_two_filters_of_a_harness_log_leave_no_answer_that_counts_silently(tmp_path):
    path = lines(
        tmp_path / "samples_gsm8k.jsonl",
        harness(0, doc={}, filter="strict-match", resps=[["so it is 4."]], filtered_resps=["[invalid]"]),
        harness(0, doc={}, filter="flexible-extract", resps=[["so it is 4."]], filtered_resps=["4"]),
    )
    with pytest.raises(InputError, match="2 saved predictions may be that of"):
        read_for(GOOD, reader_of(path, "text-generation"))
