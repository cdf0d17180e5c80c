"""Classes of a text as files: as the pipeline gives them."""

from pathlib import Path

import numpy as np

from granview.core.predictions.class_scores import ClassScores
from tests.helpers.scored_texts import SENTIMENT, text_sample
from tests.helpers.text_tasks import class_scores
from tests.helpers.written_json import written_json


def test_classes_stand_as_the_pipeline_gives_them(tmp_path: Path) -> None:
    found = written_json(tmp_path, class_scores(0.1, 0.9), text_sample("a", "fine"), SENTIMENT)
    assert found == [{"label": "positive", "score": 0.9}, {"label": "negative", "score": 0.1}]


def test_a_class_without_a_name_is_called_by_its_number(tmp_path: Path) -> None:
    said = ClassScores(np.array([0.1, 0.2, 0.7], np.float32))
    found = written_json(tmp_path, said, text_sample("a", "fine"), SENTIMENT)
    assert {entry["label"]: entry["score"] for entry in found} == {"positive": 0.2, "negative": 0.1, "2": 0.7}
