"""Labelled points: written as the files that references are read from, drawn as discs over their pictures."""

from pathlib import Path
from typing import Final

import numpy as np
from PIL import Image, ImageDraw

from granview.core.labels import Color, LabelSet
from granview.core.sample import Sample
from granview.export.page_content import LegendEntry
from granview.export.prediction_export import PREDICTION_EXPORTS, Pixels, PredictionExport
from granview.io.text_writer import write_json
from granview_points.core.predictions.labelled_points import LabelledPoints

_RADIUS_PX: Final = 4
_UNNAMED: Final[Color] = (139, 144, 153)


def write_points(path: Path, prediction: LabelledPoints, _sample: Sample, labels: LabelSet) -> None:
    """Write ``{"classes": [{"name", "color"}, …], "points": [{"x", "y", "label", "score"}, …]}``, in px."""
    places = zip(prediction.xy_px.tolist(), prediction.classes.tolist(), prediction.scores.tolist(), strict=True)
    write_json(
        path,
        {
            "classes": [
                {"name": name, "color": color} for name, color in zip(labels.names, labels.colors, strict=True)
            ],
            "points": [
                {"x": x, "y": y, "label": labels.name_or_number(value), "score": round(score, 6)}
                for (x, y), value, score in places
            ],
        },
    )


def dotted(pixels: Pixels, prediction: LabelledPoints, labels: LabelSet, opacity: float) -> Pixels:
    """The picture with a disc over each point, in the class's colour."""
    picture = Image.fromarray(pixels)
    over = picture.copy()
    draw = ImageDraw.Draw(over)
    for (x, y), value in zip(prediction.xy_px.tolist(), prediction.classes.tolist(), strict=True):
        draw.circle((x - 0.5, y - 0.5), _RADIUS_PX, fill=_color(value, labels))
    return np.asarray(Image.blend(picture, over, opacity))


def present_classes(prediction: LabelledPoints, labels: LabelSet) -> list[LegendEntry]:
    """The classes of the points, in index order."""
    values = np.unique(prediction.classes).tolist()
    return [LegendEntry(labels.name_or_number(value), _color(value, labels)) for value in values]


def _color(value: int, labels: LabelSet) -> Color:
    return labels.colors[value] if value < len(labels) else _UNNAMED


PREDICTION_EXPORTS.register(LabelledPoints.type_name)(
    PredictionExport(".points.json", write_points, overlay=dotted, legend=present_classes)
)
