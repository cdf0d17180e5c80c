"""Class scores over their picture on a page: bars of the most probable classes along its lower edge."""

from typing import Final

import numpy as np
from PIL import Image, ImageDraw

from granview.core.labels import Color, LabelSet
from granview.core.predictions.class_scores import ClassScores
from granview.export.overlay import UNNAMED
from granview.export.page_content import LegendEntry
from granview.export.prediction_export import Pixels
from granview.export.typeface import ENLARGEMENT, Typeface, choose_typeface

MOST: Final = 5
_GROUND: Final[Color] = (16, 18, 22)
_INK: Final[Color] = (244, 246, 250)
_PART_OF_HEIGHT: Final = 0.5
_SMALLEST_PX: Final = 7.0
_LARGEST_PX: Final = 22.0


def first_classes(prediction: ClassScores) -> list[int]:
    """The most probable classes that have any probability, the surest first."""
    order = np.argsort(-prediction.scores, kind="stable")[:MOST].tolist()
    return [index for index in order if prediction.scores[index] > 0]


def present_classes(prediction: ClassScores, labels: LabelSet) -> list[LegendEntry]:
    """The classes of the card."""
    return [LegendEntry(labels.name_or_number(index), _color(index, labels)) for index in first_classes(prediction)]


def carded(pixels: Pixels, prediction: ClassScores, labels: LabelSet, opacity: float) -> Pixels:
    """The picture with a bar for each of the most probable classes over its lower edge.

    Bars that have no room in the lower half of a small picture are left out, the least probable first; the file of the
    prediction has them all.
    """
    height, width = pixels.shape[:2]
    size_px = min(max(min(height, width) / 16, _SMALLEST_PX), _LARGEST_PX)
    line_px = round(size_px * 1.5)
    classes = first_classes(prediction)[: int(height * _PART_OF_HEIGHT) // line_px]
    if not classes:
        return pixels
    picture = Image.fromarray(pixels).convert("RGB")
    top = height - line_px * len(classes)
    shade = Image.new("RGB", (width, height - top), _GROUND)
    band = picture.crop((0, top, width, height))
    picture.paste(Image.blend(band, shade, 0.5 + 0.5 * opacity), (0, top))
    face = choose_typeface(labels.name_or_number(index) for index in classes)
    for place, index in enumerate(classes):
        row = (top + place * line_px, line_px)
        _draw_row(
            picture,
            row,
            size_px,
            face,
            labels.name_or_number(index),
            float(prediction.scores[index]),
            _color(index, labels),
        )
    return np.asarray(picture)


def _draw_row(
    picture: Image.Image,
    row: tuple[int, int],
    size_px: float,
    face: Typeface,
    name: str,
    score: float,
    color: Color,
) -> None:
    """One class: its bar, its name, its probability. ``row`` is top and height in px."""
    top, line_px = row
    width = picture.width
    dark = tuple(channel * 5 // 8 for channel in color)
    bar = (0, top + 1, max(round(width * score) - 1, 1), top + line_px - 2)
    ImageDraw.Draw(picture).rectangle(bar, fill=dark)
    percent, edge = f"{score * 100:.0f} %", size_px / 2
    room = width - face.width(percent, size_px) - 3 * edge
    _write(picture, face.clipped(name, size_px, room), (edge, top), size_px, line_px, face)
    _write(picture, percent, (width - edge - face.width(percent, size_px), top), size_px, line_px, face)


def _write(
    picture: Image.Image, text: str, at: tuple[float, int], size_px: float, line_px: int, face: Typeface
) -> None:
    """Words in the middle of a line, drawn large and made small, so that they are as sharp as a page's other words."""
    size = (max(round(face.width(text, size_px)) + 2, 1) * ENLARGEMENT, line_px * ENLARGEMENT)
    mask = Image.new("L", size, 0)
    middle = (0, size[1] / 2)
    ImageDraw.Draw(mask).text(middle, text, fill=255, font=face.enlarged(size_px), anchor="lm")
    small = mask.resize((size[0] // ENLARGEMENT, line_px), Image.Resampling.LANCZOS)
    picture.paste(_INK, (round(at[0]), at[1]), small)


def _color(index: int, labels: LabelSet) -> Color:
    return labels.colors[index] if index < len(labels) else UNNAMED
