"""Which file each type of prediction becomes: one line per type."""

from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

from granview.core.errors import GranViewError
from granview.core.labels import LabelSet
from granview.core.prediction import Prediction
from granview.core.predictions.answers import Answers
from granview.core.predictions.class_scores import ClassScores
from granview.core.predictions.entities import Entities
from granview.core.predictions.filled_masks import FilledMasks
from granview.core.predictions.generated_text import GeneratedText
from granview.core.predictions.label_map import LabelMap
from granview.core.sample import Sample
from granview.core.sample_kind import Kind
from granview.core.text import TextInput
from granview.export.predictions.answers import answer_object
from granview.export.predictions.classes import class_list
from granview.export.predictions.entities import entity_object
from granview.export.predictions.generated_text import generated_object, mask_object
from granview.export.texts.text_input import check_fits, text_input_of
from granview.io.index_png import write_index_png
from granview.io.text_writer import write_json

SUFFIXES: Final[dict[Kind, str]] = {"image": ".png", "text": ".json"}
"""What files of predictions are called, by the kind of the sample: index PNGs for masks, JSON for texts."""

_JSON: Final[dict[type[Any], Callable[[Any, TextInput, LabelSet], Any]]] = {
    ClassScores: class_list,
    Entities: entity_object,
    Answers: answer_object,
    GeneratedText: generated_object,
    FilledMasks: mask_object,
}


def write_prediction(path: Path, prediction: Prediction | None, sample: Sample, labels: LabelSet) -> None:
    """Write what a lane said about a sample, whole or not at all.

    Args:
        path: Where to.
        prediction: What it said; None where the session has lost it.
        sample: What it was said about; where it is a file, the file is read again.
        labels: The lane's classes.

    Raises:
        GranViewError: there is no prediction, or the file cannot be written.
        InputError: the sample's text cannot be read any more, or is another one.
    """
    if prediction is None:
        raise GranViewError("The session holds no such prediction.")
    if isinstance(prediction, LabelMap):
        write_index_png(path, prediction.labels, labels)
    else:
        text_input = text_input_of(sample)
        check_fits(prediction, text_input.text, sample)
        write_json(path, _JSON[type(prediction)](prediction, text_input, labels))
