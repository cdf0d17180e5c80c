"""Predictions as files: what is read again is what was said, in the field's own terms."""

import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from granview.core.errors import GranViewError, InputError
from granview.core.offsets import offsets
from granview.core.prediction import Prediction
from granview.core.predictions.answers import Answers
from granview.core.predictions.class_scores import ClassScores
from granview.core.predictions.entities import Entities
from granview.core.predictions.filled_masks import FilledMasks
from granview.core.predictions.generated_text import GeneratedText
from granview.core.sample import Sample
from granview.core.text import TextInput
from granview.export.predictions.files import write_prediction
from tests.helpers.scored_texts import SENTIMENT, TYPES, text_sample
from tests.helpers.text_tasks import NO_LABELS, answer, class_scores

HOSTILE = "</td><script>alert('x')</script>\0\ud800\u202eabc\r\n\"'\\ 爱 عربي 👍🏽"


def _written(tmp_path: Path, said: Prediction, sample: Sample, labels: Any = NO_LABELS) -> Any:
    write_prediction(tmp_path / "said.json", said, sample, labels)
    data = (tmp_path / "said.json").read_bytes()
    assert b"NaN" not in data
    return json.loads(data)


def test_classes_stand_as_the_pipeline_gives_them(tmp_path: Path) -> None:
    found = _written(tmp_path, class_scores(0.1, 0.9), text_sample("a", "fine"), SENTIMENT)
    assert found == [{"label": "positive", "score": 0.9}, {"label": "negative", "score": 0.1}]


def test_a_class_without_a_name_is_called_by_its_number(tmp_path: Path) -> None:
    said = ClassScores(np.array([0.1, 0.2, 0.7], np.float32))
    found = _written(tmp_path, said, text_sample("a", "fine"), SENTIMENT)
    assert {entry["label"]: entry["score"] for entry in found} == {"positive": 0.2, "negative": 0.1, "2": 0.7}


def test_entities_and_tokens_quote_the_text_at_their_offsets(tmp_path: Path) -> None:
    text = "👍🏽 Ada in Rome"
    spans, types = offsets([(3, 6), (10, 14)]), np.array([0, 1], np.uint16)
    tags, sure = np.array([1, 0, 3], np.uint16), np.array([0.75, 0.5, 0.25], np.float32)
    said = Entities(
        offsets([(3, 6), (7, 9), (10, 14)]), tags, sure, ("O", "B-PER", "I-PER", "B-LOC"), spans, types, sure[[0, 2]]
    )
    found = _written(tmp_path, said, text_sample("a", text), TYPES)
    assert found["entities"] == [
        {"entity_group": "PER", "score": 0.75, "word": "Ada", "start": 3, "end": 6},
        {"entity_group": "LOC", "score": 0.25, "word": "Rome", "start": 10, "end": 14},
    ]
    assert [(token["entity"], token["word"]) for token in found["tokens"]] == [
        ("B-PER", "Ada"),
        ("O", "in"),
        ("B-LOC", "Rome"),
    ]
    assert all(text[entry["start"] : entry["end"]] == entry["word"] for entry in found["entities"])


def test_an_answer_stands_with_its_rivals(tmp_path: Path) -> None:
    sample = Sample("q", "", kind="text", text=TextInput.of("It rained in May.", question="When?"))
    said = Answers(offsets([(13, 16), (10, 16)]), np.array([0.5, 0.25], np.float32), 0.125)
    found = _written(tmp_path, said, sample)
    best = {"answer": "May", "score": 0.5, "start": 13, "end": 16}
    rival = {"answer": "in May", "score": 0.25, "start": 10, "end": 16}
    assert found == best | {"candidates": [best, rival], "no_answer": 0.125}


def test_no_answer_is_an_empty_one_with_its_own_probability(tmp_path: Path) -> None:
    found = _written(tmp_path, answer(None), text_sample("q", "It rained."))
    assert found == {"answer": "", "score": 0.9, "start": 0, "end": 0, "candidates": [], "no_answer": 0.9}


def test_a_written_text_comes_back_letter_by_letter_whatever_is_in_it(tmp_path: Path) -> None:
    said = GeneratedText(HOSTILE, offsets([(0, 5)]), np.array([0.3], np.float32), "length", 4.5, 3, "reference")
    found = _written(tmp_path, said, text_sample("a", "go on"))
    assert found == {
        "generated_text": HOSTILE,
        "tokens": [{"text": "</td>", "start": 0, "end": 5, "probability": 0.3}],
        "stopped": "length",
        "nll": 4.5,
        "nll_tokens": 3,
        "nll_of": "reference",
    }


def test_masks_have_their_candidates(tmp_path: Path) -> None:
    said = FilledMasks(offsets([(2, 8)]), (("fox", "dog"),), np.array([[0.75, 0.25]], np.float32))
    found = _written(tmp_path, said, text_sample("a", "a [MASK] b"))
    candidates = [{"token_str": "fox", "score": 0.75}, {"token_str": "dog", "score": 0.25}]
    assert found == {"masks": [{"mask": "[MASK]", "start": 2, "end": 8, "candidates": candidates}]}


def test_a_text_file_is_read_again_for_the_words(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Ada in Rome", "utf-16")
    said = Answers(offsets([(7, 11)]), np.array([0.5], np.float32))
    found = _written(tmp_path, said, Sample("a", str(tmp_path / "a.txt"), kind="text"))
    assert found["answer"] == "Rome"
    assert found["no_answer"] is None


def test_a_prediction_that_was_lost_is_said_in_words(tmp_path: Path) -> None:
    with pytest.raises(GranViewError, match="holds no such prediction"):
        write_prediction(tmp_path / "said.json", None, text_sample("a", "fine"), NO_LABELS)
    assert not (tmp_path / "said.json").exists()


def test_a_file_that_has_become_shorter_since_is_refused_in_words(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Ada")
    said = Answers(offsets([(7, 11)]), np.array([0.5], np.float32))
    with pytest.raises(InputError, match=r"a\.txt is shorter now"):
        write_prediction(tmp_path / "said.json", said, Sample("a", str(tmp_path / "a.txt"), kind="text"), NO_LABELS)
