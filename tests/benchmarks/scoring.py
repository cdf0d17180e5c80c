"""Scoring two 2048x1024 masks of 19 classes: confusion matrix, IoU and Dice."""

import warnings

import numpy as np

from tests.benchmarks.row import Row, median_ms

TITLE = "Scoring, 2048x1024, 19 classes, one pair"
HEIGHT, WIDTH, CLASSES = 1024, 2048, 19


def masks() -> tuple[np.ndarray, np.ndarray]:
    """A blocky reference and a prediction that differs from it in a tenth of the pixels, both uint8."""
    rng = np.random.default_rng(0)
    reference = np.kron(
        rng.integers(0, CLASSES, (HEIGHT // 32, WIDTH // 32), dtype=np.uint8), np.ones((32, 32), np.uint8)
    )
    wrong = rng.random(reference.shape) < 0.1
    noise = rng.integers(0, CLASSES, reference.shape, dtype=np.uint8)
    return reference, np.where(wrong, noise, reference)


def measure() -> list[Row]:
    """Rows for reading, GranView, torchmetrics and scikit-learn; ratios are against GranView."""
    import torch
    from sklearn.metrics import confusion_matrix as sklearn_confusion
    from torchmetrics.functional.classification import multiclass_confusion_matrix, multiclass_jaccard_index
    from torchmetrics.functional.segmentation import mean_iou

    from granview.scoring.confusion import pixel_counts
    from granview.scoring.ratios import dice, iou

    warnings.simplefilter("ignore")
    reference, prediction = masks()
    ours_in, theirs_in = torch.from_numpy(prediction).long(), torch.from_numpy(reference).long()

    def granview() -> None:
        counts = pixel_counts(reference, prediction, CLASSES)
        iou(*counts.T)
        dice(*counts.T)

    ours = median_ms(granview)
    others = {
        "only reading both arrays once (numpy `max`)": lambda: (reference.max(), prediction.max()),
        "torchmetrics confusion matrix alone, without its checks": lambda: multiclass_confusion_matrix(
            ours_in, theirs_in, CLASSES, validate_args=False
        ),
        "torchmetrics Jaccard index": lambda: multiclass_jaccard_index(ours_in, theirs_in, CLASSES),
        "torchmetrics segmentation mean IoU": lambda: mean_iou(
            ours_in[None], theirs_in[None], num_classes=CLASSES, input_format="index"
        ),
        "scikit-learn confusion matrix alone": lambda: sklearn_confusion(reference.ravel(), prediction.ravel()),
    }
    rows = [Row("GranView: confusion matrix, IoU and Dice", f"{ours:.2f} ms", 1.0, "faster than torchmetrics")]
    for name, function in others.items():
        theirs = median_ms(function, repeats=7)
        rows.append(Row(name, f"{theirs:.2f} ms", theirs / ours))
    return rows
