"""Semantic segmentation: a class for every pixel, scored over pixels, along boundaries, and region by region."""

import math
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from granview.core.labels import LabelSet
from granview.core.prediction import Prediction
from granview.core.predictions.label_map import LabelMap
from granview.core.run_params import RunParams
from granview.core.sample_kind import Kind
from granview.core.truth import Truth, required_truth
from granview.core.truths.mask import ReferenceMask
from granview.core.unit import Statistics
from granview.scoring import ratios
from granview.scoring.agreement import Agreement
from granview.scoring.boundary_f import contour_counts
from granview.scoring.boundary_iou import band_counts
from granview.scoring.class_counts import class_places, relabelled
from granview.scoring.confusion import pixel_counts
from granview.scoring.label_space import Labels, pair_labels
from granview.scoring.mask_agreement import mask_agreement, mask_counts
from granview.scoring.region_shapes import region_shapes
from granview.scoring.regions import Regions, find_regions
from granview.tasks.base import TASKS, Column, GrainAxis, Metrics, Scores, TaskInputs
from granview.tasks.image_segmentation_columns import (
    AGREEMENT,
    CLASS_COLUMNS,
    CLASS_SIZE,
    COLUMNS,
    FINE_GRAIN_PX,
    UNIT_SCORE,
)  # fmt: skip
from granview.tasks.image_segmentation_scores import boundary_f, find_class_map, no_units, uncounted_notice, unit_table
from granview.tasks.shape_axes import SHAPES, region_axes

_MUCH_VOID: Final = 0.1
"""From this share of void pixels on, a sample says so."""

_EVERY: Final = frozenset(column.name for column in COLUMNS)


class ImageSegmentation:
    """The task ``image-segmentation``.

    Its statistics are, with rows per reference class: ``pixels`` (right, reference, predicted), ``bands`` (the same
    within the boundary bands), ``contours`` (reference found, reference, predicted near, predicted), all int64; and
    ``fine_regions``, (2,) float64, the summed recall and the number of regions below ``FINE_GRAIN_PX``; and ``void``,
    (2,) int64, the pixels of the reference that are not scored, and all of them.
    """

    name: str = "image-segmentation"
    title: str = "Segmentation"
    short: str = "masks"
    rank: int = 0
    kind: Kind = "image"
    truth_type: type[Truth] = ReferenceMask
    inputs: TaskInputs = TaskInputs()
    writes_text: bool = False
    grain_axes: tuple[GrainAxis, ...] = (
        GrainAxis(
            *("region", "Region size", "px"),
            (0.0, 2.0, 4.0, 8.0, 16.0, 32.0, 64.0, 128.0, 256.0, math.inf),
            is_root_area=True,
            description="Square root of the region's area.",
        ),
        *region_axes("region"),
    )
    columns: tuple[Column, ...] = COLUMNS
    caption_columns: tuple[str, ...] = ("miou", "boundary_iou")
    headline: tuple[str, ...] = ("miou",)
    class_columns: tuple[Column, ...] = CLASS_COLUMNS
    class_size: Column | None = CLASS_SIZE
    has_confusion: bool = False
    unit_columns: tuple[str, ...] = ("class", "iou", "x", "y", "w", "h", "area_px", *SHAPES)
    unit_score: Column = UNIT_SCORE
    agreement_column: Column = AGREEMENT

    def score(self, prediction: Prediction, labels: LabelSet, truth: Truth, params: RunParams) -> Scores:
        """Score a label map against a reference mask, both (H, W) uint8 or uint16.

        Classes are matched by name, with the edits of ``params``. Void pixels of the reference are not scored.
        Predictions of a class that the reference does not have are wrong wherever the reference has a class. Reference
        classes that the model cannot say count as missed, with a notice. When too few match, there is nothing to
        compare, see ``granview.core.class_matching``: the scores are empty, with a notice.

        Raises:
            ShapeError: prediction and reference differ in size.
            ArgumentError: the boundary tolerance is out of range.
        """
        assert isinstance(prediction, LabelMap)
        truth = required_truth(truth, ReferenceMask)
        reference, reference_labels = truth.labels, truth.label_set
        match, notices = find_class_map(labels, reference_labels, params.class_edits)
        class_map = match.class_map
        pair = pair_labels(prediction.labels, class_map, reference, reference_labels)
        if not match.is_settled:
            return Scores({}, no_units(), reference_labels, class_map, notices)
        void = np.array([np.count_nonzero(pair.reference == pair.ignored), pair.reference.size], np.int64)
        notices += (*_beyond(reference, reference_labels), *_mostly_void(*void))
        notices += uncounted_notice(prediction.labels, pair, labels)
        regions = find_regions(pair)
        bands = band_counts(pair)
        contours = contour_counts(pair, params.boundary_tolerance_px)
        statistics = {
            "pixels": pixel_counts(pair.reference, pair.prediction, pair.n_classes),
            "bands": bands,
            "contours": contours,
            "fine_regions": _fine_regions(regions),
            "void": void,
        }
        shapes = region_shapes(pair.reference, regions.components, regions.order, truth.luminance)
        units = unit_table(regions, shapes, bands, contours, params.boundary_tolerance_px)
        return Scores(statistics, units, reference_labels, class_map, notices)

    def metrics(self, statistics: Statistics) -> Metrics:
        """The columns' values, each None where it is undefined, such as when there was nothing to compare."""
        if not statistics:
            return dict.fromkeys(column.name for column in self.columns)
        pixels, bands = statistics["pixels"], statistics["bands"]
        right, reference, _ = pixels.sum(axis=0)
        fine_sum, n_fine = statistics["fine_regions"]
        n_void, n_pixels = statistics.get("void", (0, 0))
        return {
            "pixel_accuracy": float(right / reference) if reference else None,
            "miou": ratios.mean(ratios.iou(*pixels.T)),
            "dice": ratios.mean(ratios.dice(*pixels.T)),
            "boundary_iou": ratios.mean(ratios.iou(*bands.T)),
            "boundary_f": ratios.mean(boundary_f(statistics["contours"])),
            "fine_recall": float(fine_sum / n_fine) if n_fine else None,
            "void_share": float(n_void / n_pixels) if n_pixels else None,
        }

    def counted(self, statistics: Statistics) -> frozenset[str]:
        """Every column, but fine recall only where the reference has fine regions; none where nothing was compared."""
        if not statistics:
            return frozenset()
        return _EVERY if statistics["fine_regions"][1] else _EVERY - {"fine_recall"}

    def class_metrics(self, statistics: Statistics) -> list[Metrics]:
        """Per reference class: iou, dice, recall, precision, boundary_iou, boundary_f, and pixels of the reference."""
        if not statistics:
            return []
        pixels, bands = statistics["pixels"], statistics["bands"]
        right, reference, prediction = pixels.T
        columns = {
            "iou": ratios.iou(right, reference, prediction),
            "dice": ratios.dice(right, reference, prediction),
            "recall": ratios.ratio(right, reference),
            "precision": ratios.ratio(right, prediction),
            "boundary_iou": ratios.iou(*bands.T),
            "boundary_f": boundary_f(statistics["contours"]),
            "pixels": reference.astype(np.float64),
        }
        return [{name: ratios.or_none(column[i]) for name, column in columns.items()} for i in range(len(pixels))]

    def confusion(self, statistics: Statistics) -> NDArray[Any] | None:
        """None: which class was taken for which is not kept."""
        return None

    def relabel(self, statistics: Statistics, labels: LabelSet, wanted: LabelSet) -> dict[str, NDArray[Any]]:
        """The per-class rows moved to where ``wanted`` has the class of that name; classes in ``wanted`` alone get 0.

        Raises:
            ValueError: ``wanted`` lacks a class.
        """
        places, n = class_places(labels, wanted), len(wanted)
        by_class = {name: relabelled(statistics[name], places, n) for name in ("pixels", "bands", "contours")}
        return {**statistics, **by_class}

    def agreement_counts(
        self, ours: Prediction, our_labels: LabelSet, theirs: Prediction, their_labels: LabelSet
    ) -> NDArray[Any] | None:
        """Pixels of each joint class, (n + 1, 3) int64; None for masks of different size."""
        assert isinstance(ours, LabelMap)
        assert isinstance(theirs, LabelMap)
        if ours.size != theirs.size:
            return None
        return mask_counts(ours.labels, our_labels, theirs.labels, their_labels)

    def agreement(self, counts: NDArray[Any]) -> Agreement:
        """The mIoU of the lanes' masks, and the share of pixels with different classes."""
        return mask_agreement(counts)


def _fine_regions(regions: Regions) -> NDArray[np.float64]:
    fine = regions.grain < FINE_GRAIN_PX
    return np.array([regions.recall[fine].sum(dtype=np.float64), fine.sum()])


def _mostly_void(n_void: int, n_pixels: int) -> tuple[str, ...]:
    """A notice where so much of a reference is void that the scores rest on a part of it."""
    share = n_void / n_pixels if n_pixels else 0.0
    words = f"{round(100 * share)} % of the reference's pixels are void and not scored."
    return (words,) if share >= _MUCH_VOID else ()


def _beyond(reference: Labels, labels: LabelSet) -> tuple[str, ...]:
    """A notice about reference pixels whose value is neither a class nor void; they are left out like void."""
    beyond = reference >= len(labels)
    if labels.void is not None:
        beyond &= reference != labels.void
    n_beyond = int(np.count_nonzero(beyond))
    if not n_beyond:
        return ()
    values = ", ".join(str(value) for value in np.unique(reference[beyond])[:5])
    return (f"{n_beyond} reference pixels hold values without a class name ({values}); they are not scored.",)


TASKS.register("image-segmentation")(ImageSegmentation())
