"""How fast scoring is, beside torchmetrics and beside only reading both maps; run as a module, it prints the table."""

import statistics
import time
from collections.abc import Callable

import numpy as np

from granview.core.messages import RunParams
from granview.core.prediction import LabelMap
from granview.scoring import ratios
from granview.scoring.confusion import pixel_counts
from granview.tasks.base import TASKS
from tests.helpers.label_maps import blobs, erring, numbered_labels

Timed = Callable[[], object]


def scoring_times_ms(height: int = 1024, width: int = 2048, n_classes: int = 19, repeats: int = 15) -> dict[str, float]:
    """Median milliseconds per pair of maps, taken in turns so that what else the machine does falls on all alike.

    Keys: ``read`` (the largest value of both maps), ``granview`` (confusion matrix, IoU and Dice per class and mean),
    ``torchmetrics`` (its Jaccard index, as it comes), ``torchmetrics_confusion`` (its confusion matrix alone, without
    its checks of the input: its fastest way), and ``whole_sample`` (all that the task scores: pixels, boundaries,
    regions, with a noisy prediction).
    """
    import torch
    from torchmetrics.functional.classification import multiclass_confusion_matrix, multiclass_jaccard_index

    reference = blobs(height, width, n_classes, seed=0)
    prediction = erring(reference, n_classes, seed=1)
    targets, predictions = (torch.from_numpy(labels.astype(np.int64)) for labels in (reference, prediction))
    labels, task = numbered_labels(n_classes), TASKS.get("image-segmentation")

    def granview() -> object:
        counts = pixel_counts(reference, prediction, n_classes).T
        return ratios.mean(ratios.iou(*counts)), ratios.mean(ratios.dice(*counts))

    return _medians_ms(
        {
            "read": lambda: (reference.max(), prediction.max()),
            "granview": granview,
            "torchmetrics": lambda: multiclass_jaccard_index(predictions, targets, n_classes),
            "torchmetrics_confusion": lambda: multiclass_confusion_matrix(
                predictions, targets, n_classes, validate_args=False
            ),
            "whole_sample": lambda: task.score(LabelMap(prediction), labels, reference, labels, RunParams()),
        },
        repeats,
    )


def _medians_ms(timed: dict[str, Timed], repeats: int) -> dict[str, float]:
    times: dict[str, list[float]] = {name: [] for name in timed}
    for turn in range(repeats + 1):
        for name, act in timed.items():
            start = time.perf_counter()
            act()
            if turn:
                times[name].append(1000 * (time.perf_counter() - start))
    return {name: statistics.median(values) for name, values in times.items()}


if __name__ == "__main__":
    for size in ((1024, 2048, 19), (512, 512, 4)):
        print(size, {name: round(value, 2) for name, value in scoring_times_ms(*size).items()})
