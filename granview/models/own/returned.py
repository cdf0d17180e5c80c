"""From what a model of one's own returns to predictions, checked so that the sentence says what is wrong."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from granview.core.errors import ModelError, NotFinite
from granview.core.labels import LabelSet
from granview.core.offsets import offsets
from granview.core.prediction import Prediction
from granview.core.predictions.answers import Answers
from granview.core.predictions.class_scores import ClassScores
from granview.core.predictions.depth_map import DepthKind, DepthMap
from granview.core.predictions.entities import Entities
from granview.core.predictions.generated_text import GeneratedText
from granview.core.predictions.instances import Instances
from granview.core.predictions.label_map import LabelMap
from granview.core.predictions.restored_picture import RestoredPicture

_SLACK: Final = 0.01


@dataclass(frozen=True)
class Declared:
    """What a model of one's own says of what it returns.

    Attributes:
        labels: Its classes.
        multi_label: Whether they do not exclude each other.
        depth: What its depth maps hold.
    """

    labels: LabelSet
    multi_label: bool = False
    depth: DepthKind = "metric"


Reading = Callable[[Any, Any, Declared], Prediction]
"""From what was returned, the sample's size or text, and what the model declares to a prediction."""


def prediction_of(task: str, returned: Any, subject: Any, declared: Declared) -> Prediction:
    """What a model of one's own says of a sample.

    Args:
        task: A key of ``READERS``.
        returned: What ``predict`` returned for it.
        subject: The picture's (height, width), or the text.
        declared: What the model says of it.

    Raises:
        ModelError: it is nothing that a model for this task can return.
        NotFinite: it holds NaN or infinite values.
    """
    try:
        return READERS[task](returned, subject, declared)
    except (ModelError, NotFinite):
        raise
    except Exception as error:
        raise ModelError(
            f"What predict returned is nothing that {task} can use: {error}.", "See granview.OwnModel.predict."
        ) from error


def _label_map(returned: Any, size: tuple[int, int], declared: Declared) -> Prediction:
    values = np.asarray(returned)
    if values.ndim == 3:
        _check_numbers(values)
        _check(len(values) == len(declared.labels), f"{len(values)} classes", f"{len(declared.labels)} are named")
        values = values.argmax(0)
    _check(values.shape == tuple(size), f"an array of {values.shape}", f"the picture has {tuple(size)}")
    _check(bool(np.all(values == values.astype(np.int64))), "values between classes", "classes are whole numbers")
    low, high = (int(values.min()), int(values.max())) if values.size else (0, 0)
    _check(low >= 0 and high < len(declared.labels), f"classes {low} to {high}", f"{len(declared.labels)} are named")
    return LabelMap(values.astype(np.uint8 if high < 256 else np.uint16))


def _class_scores(returned: Any, _: Any, declared: Declared) -> Prediction:
    scores = np.asarray(returned, np.float32).reshape(-1)
    _check_numbers(scores)
    _check(
        len(scores) == len(declared.labels), f"{len(scores)} probabilities", f"{len(declared.labels)} classes are named"
    )
    _check(bool(np.all((scores >= 0) & (scores <= 1))), "values beyond 0 to 1", "probabilities are wanted")
    total = float(scores.sum())
    adds_up = declared.multi_label or abs(total - 1) < _SLACK
    _check(adds_up, f"probabilities that sum to {total:.3g}", "of classes that exclude each other they sum to 1")
    return ClassScores(scores, declared.multi_label)


def _instances(returned: Any, size: tuple[int, int], declared: Declared) -> Prediction:
    boxes, classes, scores = returned
    class_ids, sure = np.asarray(classes, np.int64).reshape(-1), np.asarray(scores, np.float32).reshape(-1)
    _check_numbers(np.asarray(boxes, np.float32))
    _check_numbers(sure)
    highest, n = int(class_ids.max(initial=0)), len(declared.labels)
    _check(highest < n and int(class_ids.min(initial=0)) >= 0, f"class {highest}", f"{n} are named")
    return Instances.of_model(boxes, class_ids, sure, (int(size[0]), int(size[1])))


def _depth(returned: Any, size: tuple[int, int], declared: Declared) -> Prediction:
    values = np.asarray(returned, np.float32)
    _check_numbers(values)
    _check(values.shape == tuple(size), f"an array of {values.shape}", f"the picture has {tuple(size)}")
    return DepthMap(values, declared.depth)


def _restored(returned: Any, size: tuple[int, int], declared: Declared) -> Prediction:
    pixels: NDArray[Any] = np.asarray(returned)
    _check(pixels.dtype == np.uint8 and pixels.ndim == 3, f"{pixels.dtype} {pixels.shape}", "uint8 (H, W, 3) is wanted")
    scale = pixels.shape[0] / size[0]
    _check(pixels.shape[1] == round(size[1] * scale), f"a picture of {pixels.shape}", "its shape is another")
    return RestoredPicture(np.ascontiguousarray(pixels), scale)


def _entities(returned: Any, text: Any, declared: Declared) -> Prediction:
    ordered = sorted(returned, key=lambda entity: entity[0])
    unknown = [name for _, _, name, _ in ordered if declared.labels.index(name) is None]
    _check(not unknown, f"the class {unknown[:1]}", f"the classes are {', '.join(declared.labels.names)}")
    spans = offsets([(int(start), int(stop)) for start, stop, _, _ in ordered])
    scores = np.array([score for *_, score in ordered], np.float32)
    _check_numbers(scores)
    types = np.array([declared.labels.index(name) for _, _, name, _ in ordered], np.uint16)
    tags = np.arange(len(ordered), dtype=np.uint16)
    return Entities(spans, tags, scores, tuple(name for _, _, name, _ in ordered), spans, types, scores)


def _spans(returned: Any, text: Any, declared: Declared) -> Prediction:
    scores = np.array([score for *_, score in returned], np.float32)
    _check_numbers(scores)
    return Answers(offsets([(int(start), int(stop)) for start, stop, _ in returned]), scores)


def _written(returned: Any, text: Any, declared: Declared) -> Prediction:
    _check(isinstance(returned, str), f"a {type(returned).__name__}", "a text is wanted")
    return GeneratedText(returned, offsets([]), np.zeros(0, np.float32))


READERS: Final[Mapping[str, Reading]] = {
    "image-segmentation": _label_map,
    "image-classification": _class_scores,
    "object-detection": _instances,
    "depth-estimation": _depth,
    "image-to-image": _restored,
    "text-classification": _class_scores,
    "token-classification": _entities,
    "question-answering": _spans,
    "text-generation": _written,
    "summarization": _written,
    "translation": _written,
    "text2text-generation": _written,
}
"""By task."""


def _check(is_right: bool, returned: str, wanted: str) -> None:
    if not is_right:
        raise ModelError(f"predict returned {returned}, and {wanted}.", "See granview.OwnModel.predict.")


def _check_numbers(values: NDArray[Any]) -> None:
    if not np.isfinite(values).all():
        raise NotFinite("The model gave values that are no numbers, of which nothing can be told.")
