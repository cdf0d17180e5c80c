"""Measures a model on unseen scenes: IoU per class, recall per grain, recall of thin structures."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

import cv2
import numpy as np
import torch
from numpy.typing import NDArray
from torch import nn

from granview.zoo.card import GrainRecall, Measured
from granview.zoo.labels import NUM_LABELS, THIN_LABELS, Label
from granview.zoo.normalise import normalise
from granview.zoo.scenes import DOMAINS, make_scene
from granview.zoo.scenes.scene import LabelArray, Scene
from granview.zoo.seeds import SCENE_HEIGHT, SCENE_WIDTH, TEST_SEEDS

GRAIN_EDGES_PX = (4, 8, 16, 32, 64)
GRAIN_NAMES = ("<4", "4-8", "8-16", "16-32", "32-64", ">=64")
THIN_MAX_PX = 3

Predict = Callable[[NDArray[np.uint8]], LabelArray]


@dataclass
class Tally:
    """Sums over scenes from which every figure of a card follows.

    Attributes:
        confusion: (labels, labels) int64, reference by prediction.
        region_recall: Per grain bucket, the summed recall of its regions.
        regions: Per grain bucket, the number of regions.
        thin: Pixels of thin structures: right ones and all.
    """

    confusion: NDArray[np.int64] = field(default_factory=lambda: np.zeros((NUM_LABELS, NUM_LABELS), np.int64))
    region_recall: NDArray[np.float64] = field(default_factory=lambda: np.zeros(len(GRAIN_NAMES)))
    regions: NDArray[np.int64] = field(default_factory=lambda: np.zeros(len(GRAIN_NAMES), np.int64))
    thin: NDArray[np.int64] = field(default_factory=lambda: np.zeros(2, np.int64))

    def add(self, reference: LabelArray, predicted: LabelArray) -> None:
        """Adds one scene; both maps (H, W) uint8."""
        joint = reference.astype(np.int64) * NUM_LABELS + predicted
        self.confusion += np.bincount(joint.ravel(), minlength=NUM_LABELS**2).reshape(NUM_LABELS, NUM_LABELS)
        right = reference == predicted
        for label in np.unique(reference):
            self._add_regions((reference == label).astype(np.uint8), right)
        thin = thin_structures(reference)
        self.thin += (np.count_nonzero(thin & right), np.count_nonzero(thin))

    def _add_regions(self, mask: LabelArray, right: NDArray[np.bool_]) -> None:
        """Adds the 8-connected regions of one class."""
        count, regions = cv2.connectedComponents(mask, connectivity=8)
        area = np.bincount(regions.ravel(), minlength=count)[1:]
        hits = np.bincount(regions.ravel(), weights=right.ravel(), minlength=count)[1:]
        bucket = np.digitize(np.sqrt(area), GRAIN_EDGES_PX)
        np.add.at(self.region_recall, bucket, hits / area)
        np.add.at(self.regions, bucket, 1)

    def measured(self, scenes: str) -> Measured:
        """The card's figures."""
        overlap = np.diag(self.confusion)
        union = self.confusion.sum(0) + self.confusion.sum(1) - overlap
        iou = {label.name.lower(): float(overlap[label] / union[label]) if union[label] else None for label in Label}
        grains = zip(GRAIN_NAMES, self.regions, self.region_recall, strict=True)
        return Measured(
            scenes=scenes,
            mean_iou=float(np.mean([value for value in iou.values() if value is not None])),
            pixel_accuracy=float(overlap.sum() / self.confusion.sum()),
            class_iou=iou,
            grain_recall=tuple(GrainRecall(name, int(n), float(total / n) if n else None) for name, n, total in grains),
            thin_recall=float(self.thin[0] / self.thin[1]) if self.thin[1] else None,
        )


def thin_structures(labels: LabelArray) -> NDArray[np.bool_]:
    """Pixels of line classes where the line is at most three pixels wide: (H, W) bool.

    A pixel counts when no 4x4 square within its class covers it (morphological opening).
    """
    thin = np.zeros(labels.shape, bool)
    square = np.ones((THIN_MAX_PX + 1, THIN_MAX_PX + 1), np.uint8)
    for label in THIN_LABELS:
        mask = (labels == label).astype(np.uint8)
        kept = cv2.dilate(cv2.erode(mask, square, anchor=(1, 1)), square, anchor=(2, 2))
        thin |= (mask != 0) & (kept == 0)
    return thin


def unseen_scenes(per_domain: int) -> Iterable[Scene]:
    """The first `per_domain` test scenes of every domain, in a fixed order."""
    for domain in DOMAINS:
        for seed in TEST_SEEDS[:per_domain]:
            yield make_scene(domain, seed, SCENE_HEIGHT, SCENE_WIDTH)


def predictor(network: nn.Module) -> Predict:
    """Wraps a network as a function from an image (H, W, 3) uint8 to a label map (H, W) uint8."""

    def predict(image: NDArray[np.uint8]) -> LabelArray:
        with torch.inference_mode():
            labels: LabelArray = network(normalise(image[None])).argmax(1)[0].to(torch.uint8).numpy()
        return labels

    return predict


def evaluate(predict: Predict, per_domain: int = len(TEST_SEEDS)) -> Measured:
    """Measures a model on the test scenes, which share no seed with training or the gallery."""
    tally = Tally()
    for scene in unseen_scenes(per_domain):
        tally.add(scene.labels, predict(scene.image))
    names = ", ".join(DOMAINS)
    words = (
        f"{per_domain * len(DOMAINS)} unseen scenes of {SCENE_WIDTH}x{SCENE_HEIGHT} px ({names}; "
        f"seeds {TEST_SEEDS.start} to {TEST_SEEDS.start + per_domain - 1} each)"
    )
    return tally.measured(words)
