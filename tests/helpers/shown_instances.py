"""Instances for tests and benchmarks: round objects of two classes, and what models of some quality make of them."""

import numpy as np
from numpy.typing import NDArray

from granview.core import rle
from granview.core.labels import LabelSet
from granview.core.palette import class_colors
from granview.core.predictions.instances import Instances

CELLS = LabelSet(("nucleus", "bubble"), class_colors(("nucleus", "bubble")), None)


def disc(radius: float, squeeze: float = 1.0) -> NDArray[np.bool_]:
    """An ellipse, (h, w) bool."""
    across, down = max(round(radius), 1), max(round(radius * squeeze), 1)
    rows, columns = np.mgrid[-down : down + 1, -across : across + 1]
    inside: NDArray[np.bool_] = (rows / (down + 0.5)) ** 2 + (columns / (across + 0.5)) ** 2 <= 1
    return inside


def discs(
    centres: NDArray[np.float64],
    radii: NDArray[np.float64],
    size: tuple[int, int],
    *,
    class_ids: NDArray[np.integer] | None = None,
    scores: NDArray[np.float64] | None = None,
    squeeze: NDArray[np.float64] | None = None,
    has_masks: bool = True,
    is_crowd: NDArray[np.bool_] | None = None,
) -> Instances:
    """Ellipses about centres (n, 2) x and y, of radii (n,), in a picture of ``size``."""
    n = len(centres)
    flat = np.ones(n) if squeeze is None else squeeze
    masks = []
    for (x, y), radius, part in zip(centres.tolist(), radii.tolist(), flat.tolist(), strict=True):
        shape = disc(radius, part)
        left, top = round(x) - shape.shape[1] // 2, round(y) - shape.shape[0] // 2
        masks.append(rle.encode_within(shape, left, top, size))
    return Instances(
        rle.boxes_xyxy(masks),
        np.zeros(n, np.uint16) if class_ids is None else class_ids.astype(np.uint16),
        np.ones(n, np.float32) if scores is None else scores.astype(np.float32),
        size,
        tuple(masks) if has_masks else None,
        np.zeros(n, bool) if is_crowd is None else is_crowd,
        np.zeros(n, bool),
    )


def scattered(n: int, size: tuple[int, int], seed: int = 0, radius_px: tuple[float, float] = (8, 40)) -> Instances:
    """A reference of so many objects of two classes, anywhere in the picture."""
    rng = np.random.default_rng(seed)
    centres = rng.uniform((0, 0), size[::-1], (n, 2))
    radii, squeeze = rng.uniform(*radius_px, n), rng.uniform(0.6, 1.0, n)
    return discs(centres, radii, size, class_ids=rng.integers(0, 2, n), squeeze=squeeze)


def predicted(
    reference: Instances, seed: int, *, missed: float = 0.15, invented: float = 0.2, shift_px: float = 2.0
) -> Instances:
    """What a model makes of a reference: some missed, the others shifted, and some that are not there."""
    rng = np.random.default_rng(seed)
    n = len(reference)
    kept = np.flatnonzero(rng.random(n) >= missed)
    extra = round(n * invented)
    boxes = reference.boxes_xyxy[kept].astype(np.float64)
    middles = (boxes[:, :2] + boxes[:, 2:]) / 2 + rng.normal(0, shift_px, (len(kept), 2))
    radii = (boxes[:, 2] - boxes[:, 0]) / 2 * rng.normal(1, 0.05, len(kept))
    squeeze = (boxes[:, 3] - boxes[:, 1]) / np.maximum(boxes[:, 2] - boxes[:, 0], 1)
    centres = np.concatenate([middles, rng.uniform((0, 0), reference.size[::-1], (extra, 2))])
    scores = np.concatenate([rng.uniform(0.4, 1, len(kept)), rng.uniform(0.05, 0.75, extra)])
    classes = np.concatenate([reference.class_ids[kept], rng.integers(0, 2, extra)])
    return discs(
        centres,
        np.concatenate([radii, rng.uniform(8, 30, extra)]),
        reference.size,
        class_ids=classes,
        scores=scores,
        squeeze=np.concatenate([squeeze, np.ones(extra)]),
    )
