"""Measures a model on unseen scenes: IoU per class, recall per grain, recall of thin structures."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

import cv2
import numpy as np
import torch
from numpy.typing import NDArray
from torch import nn

from granview.scoring.boundary_f import contour_counts
from granview.scoring.boundary_iou import band_counts
from granview.scoring.confusion import confusion_matrix
from granview.scoring.label_space import LabelPair
from granview.scoring.ratios import f_score, iou, or_none, ratio
from granview.scoring.regions import find_regions
from granview.zoo.card import Boundary, GrainRecall, Measured
from granview.zoo.labels import NUM_LABELS, THIN_LABELS, Label
from granview.zoo.normalise import normalise
from granview.zoo.scenes import DOMAINS, make_scene
from granview.zoo.scenes.scene import LabelArray, Scene
from granview.zoo.seeds import SCENE_HEIGHT, SCENE_WIDTH, TEST_SEEDS

GRAIN_EDGES_PX = (4, 8, 16, 32, 64)
GRAIN_NAMES = ("<4", "4-8", "8-16", "16-32", "32-64", ">=64")
THIN_MAX_PX = 3
TOLERANCES_PX = (1.0, 2.0)

Predict = Callable[[NDArray[np.uint8]], LabelArray]


@dataclass
class Tally:
    """Sums over scenes from which every figure of a card follows.

    Attributes:
        confusion: (labels, labels + 1) int64, reference by prediction.
        region_recall: Per grain bucket, the summed recall of its regions.
        regions: Per grain bucket, the number of regions.
        thin: Pixels of thin structures: right ones and all.
        contours: For each tolerance of `TOLERANCES_PX`, (labels, 4) of `contour_counts`.
        bands: (labels, 3) of `band_counts`.
    """

    confusion: NDArray[np.int64] = field(default_factory=lambda: np.zeros((NUM_LABELS, NUM_LABELS + 1), np.int64))
    region_recall: NDArray[np.float64] = field(default_factory=lambda: np.zeros(len(GRAIN_NAMES)))
    regions: NDArray[np.int64] = field(default_factory=lambda: np.zeros(len(GRAIN_NAMES), np.int64))
    thin: NDArray[np.int64] = field(default_factory=lambda: np.zeros(2, np.int64))
    contours: NDArray[np.int64] = field(default_factory=lambda: np.zeros((len(TOLERANCES_PX), NUM_LABELS, 4), np.int64))
    bands: NDArray[np.int64] = field(default_factory=lambda: np.zeros((NUM_LABELS, 3), np.int64))

    def add(self, reference: LabelArray, predicted: LabelArray) -> None:
        """Adds one scene; both maps (H, W) uint8."""
        self.confusion += confusion_matrix(reference, predicted, NUM_LABELS, void=None)
        pair = LabelPair(reference, predicted, NUM_LABELS)
        self.contours += np.stack([contour_counts(pair, tolerance) for tolerance in TOLERANCES_PX])
        self.bands += band_counts(pair)
        regions = find_regions(pair)
        bucket = np.digitize(regions.grain, GRAIN_EDGES_PX)
        np.add.at(self.region_recall, bucket, regions.recall)
        np.add.at(self.regions, bucket, 1)
        thin = thin_structures(reference)
        self.thin += (np.count_nonzero(thin & (reference == predicted)), np.count_nonzero(thin))

    def measured(self, scenes: str) -> Measured:
        """The card's figures."""
        right = np.diag(self.confusion)
        class_iou = iou(right, self.confusion.sum(1), self.confusion.sum(0)[:NUM_LABELS])
        recall = ratio(self.region_recall, self.regions)
        grains = zip(GRAIN_NAMES, self.regions, recall, strict=True)
        return Measured(
            scenes=scenes,
            mean_iou=float(np.nanmean(class_iou)),
            pixel_accuracy=float(right.sum() / self.confusion.sum()),
            class_iou={label.name.lower(): or_none(class_iou[label]) for label in Label},
            grain_recall=tuple(GrainRecall(name, int(count), or_none(value)) for name, count, value in grains),
            thin_recall=or_none(ratio(self.thin[:1], self.thin[1:])[0]),
            boundary=self._boundary(),
        )

    def _boundary(self) -> Boundary:
        """The means of the classes' boundary scores."""
        found, ours, near, theirs = np.moveaxis(self.contours, -1, 0)
        f_scores = np.nanmean(f_score(ratio(near, theirs), ratio(found, ours)), axis=1)
        return Boundary(float(f_scores[0]), float(f_scores[1]), float(np.nanmean(iou(*self.bands.T))))


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


def scenes_words(per_domain: int) -> str:
    """The first `per_domain` test scenes of every domain, in words."""
    names = ", ".join(DOMAINS)
    return (
        f"{per_domain * len(DOMAINS)} unseen scenes of {SCENE_WIDTH}x{SCENE_HEIGHT} px ({names}; "
        f"seeds {TEST_SEEDS.start} to {TEST_SEEDS.start + per_domain - 1} each)"
    )


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
    return tally.measured(scenes_words(per_domain))
