"""Depth maps: written as arrays of NumPy and as PNGs of 16 bits, drawn over their pictures on pages."""

from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray

from granview.core.colormap import HEAT
from granview.core.labels import LabelSet
from granview.core.predictions.depth_map import DepthMap
from granview.core.sample import Sample
from granview.export.page_content import LegendEntry
from granview.export.prediction_export import PREDICTION_EXPORTS, Pixels, PredictionExport
from granview.io.atomic_write import atomic_write
from granview.scoring.depth_colors import UNKNOWN, own_shade

_MOST: Final = 65_535
_IN_MILLIMETRES: Final = 1000.0
_AS_KITTI: Final = 256.0
_LEGEND: Final = (("near (each on its own scale)", HEAT[255]), ("far (each on its own scale)", HEAT[1]))


def write_depth(path: Path, prediction: DepthMap, _sample: Sample, _labels: LabelSet) -> None:
    """Write its values as they are: (H, W) float32."""
    with atomic_write(path) as file:
        np.save(file, prediction.values, allow_pickle=False)


def write_picture(path: Path, prediction: DepthMap, _sample: Sample, _labels: LabelSet) -> None:
    """Write it as a grey PNG of 16 bits, 0 where nothing is known; its text ``depth`` says what a value is.

    Metres are millimetres where the farthest is less than 65.5 m, else 1/256 m as in KITTI, cut at 256 m. Other values
    go from 1, the least, to 65535, the greatest.
    """
    from PIL import Image
    from PIL.PngImagePlugin import PngInfo

    counts, words = _counts(prediction)
    text = PngInfo()
    text.add_text("depth", words)
    with atomic_write(path) as file:
        Image.fromarray(counts).save(file, format="PNG", pnginfo=text)


def tinted(pixels: Pixels, prediction: DepthMap, _labels: LabelSet, opacity: float) -> Pixels:
    """The picture under its distances, near in yellow and far in violet, on a scale of its own."""
    places = own_shade(prediction.values, prediction.kind).places(prediction.values)
    share = np.where(places == UNKNOWN, 0.0, opacity)[..., None].astype(np.float32)
    return np.round(pixels * (1 - share) + HEAT[places] * share).astype(np.uint8)


def ends_of_scale(_prediction: DepthMap, _labels: LabelSet) -> list[LegendEntry]:
    """What the colours at both ends stand for."""
    return [LegendEntry(name, (int(color[0]), int(color[1]), int(color[2])), is_class=False) for name, color in _LEGEND]


def _counts(depth: DepthMap) -> tuple[NDArray[np.uint16], str]:
    known = np.isfinite(depth.values)
    values = np.where(known, depth.values, 0).astype(np.float64)
    if depth.kind == "metric":
        scale = _IN_MILLIMETRES if values.max(initial=0) * _IN_MILLIMETRES < _MOST else _AS_KITTI
        counts = np.clip(np.round(values * scale), 1, _MOST)
        words = f"metres times {scale:g}; 0 is unknown"
    else:
        low, high = (float(find(depth.values[known])) for find in (np.min, np.max)) if known.any() else (0.0, 1.0)
        counts = 1 + np.round((values - low) / ((high - low) or 1) * (_MOST - 1))
        words = f"{depth.kind}: 1 is {low:.9g}, 65535 is {high:.9g}; 0 is unknown"
    return np.where(known, counts, 0).astype(np.uint16), words


PREDICTION_EXPORTS.register(DepthMap.type_name)(
    PredictionExport(".npy", write_depth, overlay=tinted, legend=ends_of_scale, also={".png": write_picture})
)
