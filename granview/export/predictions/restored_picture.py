"""Restored pictures: written as PNGs px for px, laid over their pictures on pages."""

from pathlib import Path

import numpy as np

from granview.core.labels import LabelSet
from granview.core.predictions.restored_picture import RestoredPicture
from granview.core.sample import Sample
from granview.export.prediction_export import PREDICTION_EXPORTS, Pixels, PredictionExport
from granview.io.atomic_write import atomic_write


def write_picture(path: Path, prediction: RestoredPicture, _sample: Sample, _labels: LabelSet) -> None:
    """Write it as a PNG of its own size, in sRGB."""
    from PIL import Image

    with atomic_write(path) as file:
        Image.fromarray(prediction.pixels).save(file, format="PNG")


def in_place(pixels: Pixels, prediction: RestoredPicture, _labels: LabelSet, _opacity: float) -> Pixels:
    """The restored picture in the place of its sample's, at that one's size: made smaller by the mean of areas."""
    import cv2

    height, width = (round(side) for side in prediction.extent)
    drawn = pixels.copy()
    room = drawn[:height, :width]
    is_smaller = room.shape[0] < prediction.size[0]
    how = cv2.INTER_AREA if is_smaller else cv2.INTER_NEAREST
    room[:] = np.asarray(cv2.resize(prediction.pixels, (room.shape[1], room.shape[0]), interpolation=how))
    return drawn


PREDICTION_EXPORTS.register(RestoredPicture.type_name)(PredictionExport(".png", write_picture, overlay=in_place))
