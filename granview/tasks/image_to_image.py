"""Super-resolution, denoising and deblurring: pictures against pictures, octave by octave, at edges and flat places."""

import math
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from granview.core.labels import LabelSet
from granview.core.prediction import Prediction
from granview.core.predictions.restored_picture import MOST_LEFT_OUT_PX, Pixels, RestoredPicture
from granview.core.run_params import RunParams
from granview.core.sample_kind import Kind
from granview.core.task_trait import task_params
from granview.core.truth import Truth, required_truth
from granview.core.truths.picture import ReferencePicture
from granview.core.unit import Statistics
from granview.scoring.agreement import Agreement
from granview.scoring.octaves import WAVELENGTHS_PX
from granview.scoring.picture_likeness import psnr_db, squared_error
from granview.tasks.base import TASKS, Column, GrainAxis, Metrics, Scores, TaskInputs
from granview.tasks.classless import NO_CLASSES, Classless
from granview.tasks.image_to_image_columns import AGREEMENT, COLUMNS, UNIT_SCORE
from granview.tasks.image_to_image_scores import least_side_px, measure, no_units

_OCTAVES: Final = (*WAVELENGTHS_PX, math.inf)
_NAMES: Final = tuple(column.name for column in COLUMNS)
_OF_PICTURES: Final = ("psnr_y", "ssim_y", "psnr_rgb", "ssim_rgb")
_FULL_AGREEMENT_DB: Final = 50.0


class ImageToImage(Classless):
    """The task ``image-to-image``.

    Its statistics, all float64, are sums with their numbers: ``psnr_y``, ``ssim_y``, ``psnr_rgb``, ``ssim_rgb``, (2,)
    over pictures; ``octaves``, (7, 2) the explained share of each octave, over pictures; ``places``, (3, 2) the SSIM
    of edges, texture and flat places, over px; ``equal``, (2,) pictures that equal their reference, and all.
    """

    name: str = "image-to-image"
    title: str = "Restoration"
    short: str = "pictures"
    rank: int = 6
    kind: Kind = "image"
    truth_type: type[Truth] = ReferencePicture
    inputs: TaskInputs = TaskInputs()
    writes_text: bool = False
    grain_axes: tuple[GrainAxis, ...] = (GrainAxis("octave", "Wavelength of detail", "px", _OCTAVES),)
    columns: tuple[Column, ...] = COLUMNS
    caption_columns: tuple[str, ...] = ("psnr_y", "ssim_y", "fine_detail")
    headline: tuple[str, ...] = ("psnr_y", "ssim_y")
    unit_columns: tuple[str, ...] = ()
    unit_score: Column = UNIT_SCORE
    agreement_column: Column = AGREEMENT

    def score(self, prediction: Prediction, labels: LabelSet, truth: Truth, params: RunParams) -> Scores:
        """Score a restored picture against the picture from which its sample was made.

        Where the two are not as large, relative to the sample, they are not compared, and a notice says so. A
        reference may be a few px larger, where its sides are no multiple of the scale: these px are left out.
        """
        assert isinstance(prediction, RestoredPicture)
        truth = required_truth(truth, ReferencePicture)
        border = border_px(prediction, params)
        why = _why_not_compared(prediction, truth, border)
        if why:
            return Scores({}, no_units(), NO_CLASSES, None, (why,))
        reference, notices = _cut(truth.pixels, prediction.size)
        found = measure(prediction.pixels, reference, border)
        return Scores(dict(found.statistics), found.units, NO_CLASSES, None, (*notices, *found.notices))

    def metrics(self, statistics: Statistics) -> Metrics:
        """The columns' values, each None where it is undefined, such as where nothing could be compared."""
        if not statistics:
            return dict.fromkeys(_NAMES)
        places = statistics["places"]
        return {
            **{name: _mean(statistics[name]) for name in _OF_PICTURES},
            "fine_detail": _mean(statistics["octaves"][0]),
            "ssim_edges": _mean(places[0]),
            "ssim_flat": _mean(places[2]),
            "equal": float(statistics["equal"][0]),
        }

    def counted(self, statistics: Statistics) -> frozenset[str]:
        """Every column, but PSNR where it is infinite; none where nothing was compared.

        What a lane is left out of, no other lane may be compared with it in: it would lose by being perfect.
        """
        if not statistics:
            return frozenset()
        return frozenset(name for name in _NAMES if not (name.startswith("psnr") and not statistics[name][1]))

    def agreement_counts(
        self, ours: Prediction, our_labels: LabelSet, theirs: Prediction, their_labels: LabelSet
    ) -> NDArray[Any] | None:
        """Squared error of two lanes' pictures and number of values, (2,) float64; None for pictures of other sizes."""
        assert isinstance(ours, RestoredPicture)
        assert isinstance(theirs, RestoredPicture)
        if ours.size != theirs.size:
            return None
        return np.array([squared_error(ours.pixels, theirs.pixels), ours.pixels.size])

    def agreement(self, counts: NDArray[Any]) -> Agreement:
        """Their PSNR by 50 dB, at most 1; and what is left to that."""
        error, n = counts.tolist()
        if not n:
            return Agreement(None, None)
        value = min(max(psnr_db(error, n) / _FULL_AGREEMENT_DB, 0.0), 1.0)
        return Agreement(value, 1 - value)


def border_px(prediction: RestoredPicture, params: RunParams) -> int:
    """How much is cut from each border before luminance is compared: as many px as the scale, none for scale 1.

    The scale is that of the degradation where there is one, which is what the model was to undo.
    """
    own = task_params("image-to-image", params)
    scale = prediction.scale if own["degradation"] == "none" else own["scale"]
    return round(scale) if scale > 1 else 0


def _mean(sum_and_n: NDArray[Any]) -> float | None:
    return float(sum_and_n[0] / sum_and_n[1]) if sum_and_n[1] else None


def _why_not_compared(prediction: RestoredPicture, truth: ReferencePicture, border: int) -> str:
    """Why a picture cannot be compared with its reference; empty where it can."""
    (height, width), whole = prediction.size, truth.pixels.shape
    left_out = whole[0] - height, whole[1] - width
    if not all(0 <= each < MOST_LEFT_OUT_PX for each in left_out):
        return (
            f"The restored picture is {width} x {height} px and its reference {whole[1]} x {whole[0]} px: they are not "
            "compared. Take a model of the scale between sample and reference, or set scale to that of the model."
        )
    least = least_side_px(border)
    if min(height, width) < least:
        return f"The picture is {width} x {height} px; to be compared, both sides need {least} px."
    return ""


def _cut(reference: Pixels, size: tuple[int, int]) -> tuple[Pixels, tuple[str, ...]]:
    """What of a reference has a counterpart, and a notice where that is not all."""
    height, width = size
    rows, columns = reference.shape[0] - height, reference.shape[1] - width
    words = f"The reference's last {columns} columns and {rows} rows have no counterpart and are not compared."
    return reference[:height, :width], (words,) if rows or columns else ()


TASKS.register("image-to-image")(ImageToImage())
