"""What GranView writes of every type of prediction is read back as a saved lane, equal to what was written."""

from pathlib import Path

import numpy as np
import pytest

from granview.core import rle
from granview.core.labels import LabelSet
from granview.core.offsets import offsets
from granview.core.palette import class_colors
from granview.core.prediction import Prediction
from granview.core.predictions.answers import Answers
from granview.core.predictions.class_scores import ClassScores
from granview.core.predictions.depth_map import DepthMap
from granview.core.predictions.entities import Entities
from granview.core.predictions.filled_masks import FilledMasks
from granview.core.predictions.generated_text import GeneratedText
from granview.core.predictions.instances import Instances
from granview.core.predictions.label_map import LabelMap
from granview.core.predictions.prompted_masks import PROMPTED, PromptedMasks
from granview.core.predictions.restored_picture import RestoredPicture
from granview.core.prompt import ObjectPrompt, PointPrompt
from granview.core.sample import Sample
from granview.core.text import TextInput
from granview.export.prediction_export import PREDICTION_EXPORTS
from tests.helpers.images import noise, save
from tests.helpers.saved import export_lane, read_for, reader_of

HEIGHT, WIDTH = 24, 32
TEXT = "Ann met [MASK] in Rome."


def labels_of(*names: str) -> LabelSet:
    return LabelSet(names, class_colors(names))


def f32(*values: float) -> np.ndarray:
    return np.array(values, np.float32)


def masks() -> tuple[rle.Rle, ...]:
    first, second = np.zeros((2, HEIGHT, WIDTH), bool)
    first[2:9, 3:20] = True
    second[10:20, 5:9] = True
    return rle.encode(first), rle.encode(second)


def instances(*, with_masks: bool, stuff: bool = False) -> Instances:
    boxes = rle.boxes_xyxy(masks())
    is_stuff = np.array([False, stuff])
    return Instances.of_model(boxes, [2, 0], [0.9, 0.25], (HEIGHT, WIDTH), masks() if with_masks else None, is_stuff)


CLASSES = labels_of("sky", "road", "car")
NO_CLASSES = LabelSet((), ())
CASES: dict[str, tuple[str, Prediction, LabelSet]] = {
    "label-map": ("image-segmentation", LabelMap(noise()[..., 0] % np.uint8(3)), CLASSES),
    "boxes": ("object-detection", instances(with_masks=False), CLASSES),
    "instances": ("instance-segmentation", instances(with_masks=True), CLASSES),
    "segments": ("panoptic-segmentation", instances(with_masks=True, stuff=True), CLASSES),
    "class-scores": ("image-classification", ClassScores(f32(0.25, 0.5, 0.25)), CLASSES),
    "named-class": ("text-classification", ClassScores(f32(0.0, 1.0, 0.0), has_probabilities=False), CLASSES),
    "named-classes": ("text-classification", ClassScores(f32(1.0, 1.0, 0.0), True, has_probabilities=False), CLASSES),
    "several-classes": ("text-classification", ClassScores(f32(0.9, 0.1, 0.7), multi_label=True), CLASSES),
    "restored-picture": ("image-to-image", RestoredPicture(noise(2 * HEIGHT, 2 * WIDTH), 2.0), NO_CLASSES),
    "depth-map": ("depth-estimation", DepthMap(noise()[..., 1].astype(np.float32) / 7 + 1, "inverse"), NO_CLASSES),
    "prompted-masks": (
        "mask-generation",
        PromptedMasks(
            (ObjectPrompt((PointPrompt(4.0, 5.0),)), ObjectPrompt((), (1.0, 2.0, 9.0, 12.5), "a thing")),
            masks(),
            np.array([0, 1], np.uint16),
            f32(0.5, 0.75),
            (HEIGHT, WIDTH),
        ),
        PROMPTED,
    ),
    "entities": (
        "token-classification",
        Entities(
            offsets([(0, 3), (18, 22)]),
            np.array([0, 1], np.uint16),
            f32(0.9, 0.8),
            ("B-PER", "B-LOC"),
            offsets([(0, 3), (18, 22)]),
            np.array([1, 0], np.uint16),
            f32(0.9, 0.8),
        ),
        labels_of("LOC", "PER"),
    ),
    "answers": ("question-answering", Answers(offsets([(18, 22), (0, 3)]), f32(0.6, 0.2), 0.125), NO_CLASSES),
    "generated-text": (
        "summarization",
        GeneratedText("Ann in Rome", offsets([(0, 3), (4, 6)]), f32(0.5, 0.25), "length", 3.5, 4, "reference"),
        NO_CLASSES,
    ),
    "filled-masks": (
        "fill-mask",
        FilledMasks(offsets([(8, 14)]), (("Bob", "him"),), np.array([[0.5, 0.25]], np.float32)),
        NO_CLASSES,
    ),
}


def test_every_type_of_prediction_is_tried() -> None:
    assert {prediction.type_name for _, prediction, _ in CASES.values()} == set(PREDICTION_EXPORTS.all())


@pytest.mark.parametrize("case", CASES)
def test_what_granview_writes_reads_back_equal(case: str, tmp_path: Path) -> None:
    task, prediction, labels = CASES[case]
    samples = {name: sample_for(task, name, tmp_path) for name in ("one", "two")}
    folder = tmp_path / "out" / "predictions" / "lane"
    export_lane(folder, {"one": prediction, "two": prediction}, samples, labels)

    reader = reader_of(folder, task)
    read = read_for(samples["two"], reader)

    assert unequal(read.prediction, prediction) == []
    assert reader.labels.names == labels.names


def sample_for(task: str, name: str, folder: Path) -> Sample:
    if CASES_OF_TEXT & {task}:
        return Sample(name, "", kind="text", text=TextInput.of(TEXT, question="Where?"))
    return Sample(name, str(save(folder / f"{name}.png", noise(HEIGHT, WIDTH))))


CASES_OF_TEXT = {"text-classification", "token-classification", "question-answering", "summarization", "fill-mask"}


def unequal(one: Prediction, other: Prediction) -> list[str]:
    """The parts in which two predictions differ."""
    assert type(one) is type(other)
    ours, theirs = vars(one), vars(other)
    return [name for name in theirs if not np.array_equal(np.asarray(ours[name]), np.asarray(theirs[name]))]
