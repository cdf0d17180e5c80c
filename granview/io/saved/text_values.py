"""What a value of a table of saved predictions says, by task."""

from collections.abc import Callable, Mapping
from typing import Any, Final

from granview.core.labels import LabelSet
from granview.io.datasets.value_parsing import span_labels
from granview.io.saved.rows import Values
from granview.io.saved.saved_prediction import SavedPrediction
from granview.io.saved.values.answers import answer_prediction
from granview.io.saved.values.class_scores import class_names_in, class_scores_of
from granview.io.saved.values.entities import entities_of_value
from granview.io.saved.values.generated_text import text_of_value

CLASSES: Final = "text-classification"
PICTURES: Final = "image-classification"
ENTITIES: Final = "token-classification"
ANSWERS: Final = "question-answering"
WRITING: Final = ("text-generation", "text2text-generation", "summarization", "translation")

Read = Callable[[Any, Values, str, LabelSet], SavedPrediction]
"""From a value, its row, the text and the classes to a prediction."""


def names_in(task: str, value: Any) -> tuple[str, ...]:
    """The classes, or types of entities, that a value names."""
    if task == ENTITIES:
        return span_labels(value)
    return class_names_in(value) if task in (CLASSES, PICTURES) else ()


READ_VALUE: Final[Mapping[str, Read]] = {
    CLASSES: class_scores_of,
    PICTURES: class_scores_of,
    ENTITIES: entities_of_value,
    ANSWERS: answer_prediction,
    **dict.fromkeys(WRITING, text_of_value),
}
"""By task."""
