"""Label maps: written as index PNGs, drawn over their pictures as the window shows them."""

from pathlib import Path

import numpy as np

from granview.core.labels import LabelSet
from granview.core.predictions.label_map import LabelMap
from granview.core.sample import Sample
from granview.export.overlay import UNNAMED, blend
from granview.export.page_content import LegendEntry
from granview.export.prediction_export import PREDICTION_EXPORTS, Pixels, PredictionExport
from granview.io.index_png import write_index_png


def write_mask(path: Path, prediction: LabelMap, _sample: Sample, labels: LabelSet) -> None:
    """Write it as a PNG whose pixel values are the class indices; see ``write_index_png``."""
    write_index_png(path, prediction.labels, labels)


def tinted(pixels: Pixels, prediction: LabelMap, labels: LabelSet, opacity: float) -> Pixels:
    """The picture tinted by class; see ``blend``."""
    return blend(pixels, prediction.labels, labels, opacity)


def present_classes(prediction: LabelMap, labels: LabelSet) -> list[LegendEntry]:
    """The classes that at least one pixel has, in index order; a value without a name is called by its number."""
    counts = np.bincount(prediction.labels.ravel(), minlength=1)
    values = [int(value) for value in np.flatnonzero(counts) if value != labels.void]
    return [LegendEntry(labels.name_or_number(value), _color(value, labels)) for value in values]


def _color(value: int, labels: LabelSet) -> tuple[int, int, int]:
    return labels.colors[value] if value < len(labels) else UNNAMED


PREDICTION_EXPORTS.register(LabelMap.type_name)(
    PredictionExport(".png", write_mask, overlay=tinted, legend=present_classes)
)
