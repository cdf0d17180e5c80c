"""Predictions about texts as the files of an export hold them."""

import json
from pathlib import Path
from typing import Any

from granview.core.labels import LabelSet
from granview.core.prediction import Prediction
from granview.core.sample import Sample
from granview.export.prediction_export import write_prediction
from tests.helpers.text_tasks import NO_LABELS


def written_json(folder: Path, said: Prediction, sample: Sample, labels: LabelSet = NO_LABELS) -> Any:
    """What stands in the file of a prediction, which no reader of strict JSON refuses."""
    write_prediction(folder / "said.json", said, sample, labels)
    data = (folder / "said.json").read_bytes()
    assert b"NaN" not in data
    return json.loads(data)
