"""Measures a classifier on unseen crops: top-1 by group and by grain, and how far its probabilities can be trusted."""

from collections.abc import Callable, Iterator
from itertools import pairwise

import numpy as np
import torch
from numpy.typing import NDArray
from torch import nn

from granview.scoring.ratios import or_none, ratio
from granview.zoo.defects.crop import SIDE_PX, Crop, make_crop
from granview.zoo.defects.kinds import GROUPS, Kind
from granview.zoo.defects.seeds import TEST_SEEDS
from granview.zoo.figures import Figures, FigureTable, Value
from granview.zoo.normalise import normalise
from granview.zoo.scenes.scene import ImageArray

GRAIN_EDGES_PX = (0, 8, 12, 16, 24, 36, 97)
ECE_BINS = 15
BATCH = 64

Predict = Callable[[ImageArray], NDArray[np.float32]]
"""From crops (N, side, side, 3) uint8 to probabilities (N, kinds) float32."""


def classifier_predictor(network: nn.Module) -> Predict:
    """Wraps a network of transformers as a function from crops to probabilities."""

    def predict(images: ImageArray) -> NDArray[np.float32]:
        with torch.inference_mode():
            logits = network(pixel_values=normalise(images)).logits
            probabilities: NDArray[np.float32] = logits.softmax(1).numpy()
        return probabilities

    return predict


def unseen_crops(per_kind: int) -> Iterator[Crop]:
    """The first `per_kind` test crops of every kind, in a fixed order."""
    for seed in TEST_SEEDS[:per_kind]:
        for kind in Kind:
            yield make_crop(kind, seed)


def calibration_error(confidence: NDArray[np.floating], right: NDArray[np.bool_]) -> float:
    """Expected calibration error over 15 bins of equal width (Guo et al., 2017, arXiv:1706.04599), 0..1.

    Args:
        confidence: (N,) probability of the class that was chosen.
        right: (N,) whether it is the crop's own.
    """
    bins = np.clip(np.ceil(confidence * ECE_BINS).astype(int) - 1, 0, ECE_BINS - 1)
    sums = (np.bincount(bins, weights, ECE_BINS) for weights in (confidence, right.astype(float)))
    stated, true = sums
    return float(np.abs(stated - true).sum() / len(right))


def _mean_where(right: NDArray[np.bool_], where: NDArray[np.bool_]) -> tuple[int, float | None]:
    """How many there are, and which share of them is right; None without any."""
    return int(where.sum()), or_none(ratio(np.array([(right & where).sum()]), np.array([where.sum()]))[0])


def _by_group(kinds: NDArray[np.int64], chosen: NDArray[np.int64]) -> FigureTable:
    """Top-1 within each group, and how the errors split."""
    rows: list[tuple[Value, ...]] = []
    for group, members in GROUPS.items():
        within = np.isin(kinds, members)
        near = within & (kinds != chosen) & np.isin(chosen, members)
        crops, top1 = _mean_where(kinds == chosen, within)
        rows.append((group, crops, top1, _mean_where(near, within)[1]))
    note = "Mistaken for a near kind: the chosen kind is of the same group."
    return FigureTable(("group", "crops", "top-1", "mistaken for a near kind"), tuple(rows), note)


def _by_kind(kinds: NDArray[np.int64], chosen: NDArray[np.int64]) -> FigureTable:
    rows: list[tuple[Value, ...]] = []
    for kind in Kind:
        wrong = chosen[(kinds == kind) & (chosen != kind)]
        most = Kind(int(np.bincount(wrong).argmax())).label if len(wrong) else "none"
        rows.append((kind.label, *_mean_where(kinds == chosen, kinds == kind), most))
    return FigureTable(("kind", "crops", "recall", "most often mistaken for"), tuple(rows), "Recall of each kind.")


def _by_grain(grain: NDArray[np.floating], right: NDArray[np.bool_]) -> FigureTable:
    rows: list[tuple[Value, ...]] = []
    for low, high in pairwise(GRAIN_EDGES_PX):
        name = f"<{high}" if low == 0 else f">={low}" if high > SIDE_PX else f"{low}-{high}"
        rows.append((name, *_mean_where(right, (grain >= low) & (grain < high))))
    note = "Grain is the square root of the defect's area."
    return FigureTable(("grain (px)", "crops", "top-1"), tuple(rows), note)


def measure_classifier(predict: Predict, per_kind: int = len(TEST_SEEDS)) -> Figures:
    """The card's figures on crops whose seeds training never had."""
    crops = list(unseen_crops(per_kind))
    images = np.stack([crop.image for crop in crops])
    probabilities = np.concatenate([predict(images[start : start + BATCH]) for start in range(0, len(images), BATCH)])
    kinds, grain = np.array([int(crop.kind) for crop in crops]), np.array([crop.grain_px for crop in crops])
    chosen = probabilities.argmax(1)
    right = chosen == kinds
    top3 = (np.argsort(-probabilities, axis=1)[:, :3] == kinds[:, None]).any(1)
    seeds = f"seeds {TEST_SEEDS.start} to {TEST_SEEDS.start + per_kind - 1} each"
    return Figures(
        measured_on=f"{len(crops)} unseen crops of {SIDE_PX}x{SIDE_PX} px ({len(Kind)} kinds; {seeds})",
        metric="top-1 accuracy",
        score=float(right.mean()),
        others={
            "top-3 accuracy": float(top3.mean()),
            f"expected calibration error ({ECE_BINS} bins of equal width)": calibration_error(
                probabilities.max(1), right
            ),
            "mean confidence": float(probabilities.max(1).mean()),
        },
        tables=(_by_group(kinds, chosen), _by_grain(grain, right), _by_kind(kinds, chosen)),
    )
