"""Classes of a text, as transformers' pipeline for text classification gives them."""

from typing import Any

import numpy as np

from granview.core.labels import LabelSet
from granview.core.predictions.class_scores import ClassScores
from granview.core.text import TextInput
from granview.export.class_names import class_name
from granview.export.predictions.numbers import number


def class_list(prediction: ClassScores, _given: TextInput, labels: LabelSet) -> list[dict[str, Any]]:
    """``[{"label", "score"}, …]``: every class, the most probable first."""
    order = np.argsort(-prediction.scores, kind="stable").tolist()
    return [{"label": class_name(labels, index), "score": number(prediction.scores[index])} for index in order]
