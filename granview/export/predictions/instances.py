"""Instances: written as COCO's results, drawn over their pictures as outlines or boxes with their classes."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw

from granview.core import rle
from granview.core.labels import Color, LabelSet
from granview.core.predictions.instances import Instances
from granview.core.sample import Sample
from granview.export.overlay import UNNAMED
from granview.export.page_content import LegendEntry
from granview.export.prediction_export import PREDICTION_EXPORTS, Pixels, PredictionExport, Together
from granview.export.texts.json_numbers import number
from granview.export.typeface import ENLARGEMENT, Typeface, choose_typeface
from granview.io.atomic_write import atomic_write
from granview.io.coco_ids import coco_ids
from granview.io.text_writer import to_json, write_json

_LETTERS_PX: Final = 12
_LARGE_PX: Final = 80
"""On pictures so many times higher than letters are, letters grow with them."""

Rectangle = tuple[float, float, float, float]


def write_results(path: Path, prediction: Instances, sample: Sample, labels: LabelSet) -> None:
    """Write a list of objects as COCO's results have them, the surest first; see ``result_objects``."""
    write_json(path, list(result_objects(prediction, sample, labels)), indent=None)


def write_all_results(path: Path, predictions: Iterable[tuple[Sample, Instances]], labels: LabelSet) -> None:
    """Write the objects of many pictures as one such list, a line for each object, as COCO's evaluation reads it."""
    lines = (to_json(one) for sample, prediction in predictions for one in result_objects(prediction, sample, labels))
    with atomic_write(path) as file:
        file.write(b"[")
        for place, line in enumerate(lines):
            file.write(b",\n" if place else b"\n")
            file.write(line)
        file.write(b"\n]\n")


def result_objects(prediction: Instances, sample: Sample, labels: LabelSet) -> Iterator[dict[str, Any]]:
    """``{"image_id", "category_id", "category", "bbox": [x, y, width, height], "score", "segmentation"}`` of each.

    Ids are those of the COCO file that is the sample's reference; a class that it does not declare has null. Without
    such a file, ``image_id`` is the picture's file name and ``category_id`` the place of the class among the lane's
    own. ``segmentation`` is there where there are masks, as compressed RLE, and
    ``is_stuff`` where a segment is of what cannot be counted.
    """
    ids = coco_ids(sample)
    for place in np.argsort(-prediction.scores, kind="stable").tolist():
        class_id = int(prediction.class_ids[place])
        left, top, right, bottom = prediction.boxes_xyxy[place].tolist()
        result: dict[str, Any] = {
            "image_id": ids.image,
            "category_id": ids.category(class_id, labels),
            "category": labels.name_or_number(class_id),
            "bbox": [number(each) for each in (left, top, right - left, bottom - top)],
            "score": number(float(prediction.scores[place])),
        }
        if prediction.masks is not None:
            mask = prediction.masks[place]
            result["segmentation"] = {"size": list(mask.size), "counts": mask.counts.decode("ascii")}
        if prediction.is_stuff[place]:
            result["is_stuff"] = True
        yield result


def outlined(pixels: Pixels, prediction: Instances, labels: LabelSet, opacity: float) -> Pixels:
    """The picture with every object in its class's colour, the largest first, and its class and score where room is.

    A mask is tinted at the opacity within a full outline; a box is a frame.
    """
    picture = Image.fromarray(outlined_without_names(pixels, prediction, labels, opacity))
    _write_names(ImageDraw.Draw(picture), prediction, labels)
    return np.asarray(picture)


def outlined_without_names(pixels: Pixels, prediction: Instances, labels: LabelSet, opacity: float) -> Pixels:
    """The same without classes and scores, which would cover what is enlarged."""
    drawn = pixels.copy()
    order = np.argsort(-prediction.areas_px(), kind="stable").tolist()
    if prediction.masks is not None:
        for place in order:
            _tint(drawn, prediction.masks[place], _color(prediction, place, labels), opacity)
    picture = Image.fromarray(drawn)
    draw = ImageDraw.Draw(picture)
    if prediction.masks is None:
        for place in order:
            _frame(draw, prediction.boxes_xyxy[place], _color(prediction, place, labels))
    return np.asarray(picture)


def present_classes(prediction: Instances, labels: LabelSet) -> list[LegendEntry]:
    """The classes of the objects, in index order; one without a name is called by its number."""
    values = np.unique(prediction.class_ids).tolist()
    return [LegendEntry(labels.name_or_number(value), _class_color(value, labels)) for value in values]


def _frame(draw: ImageDraw.ImageDraw, box_xyxy: NDArray[np.float32], color: Color) -> None:
    left, top, right, bottom = box_xyxy.tolist()
    draw.rectangle((left, top, max(right - 1, left), max(bottom - 1, top)), outline=color)


def _tint(drawn: Pixels, mask: rle.Rle, color: Color, opacity: float) -> None:
    left, top, inside = rle.decode_part(mask)
    part = drawn[top : top + inside.shape[0], left : left + inside.shape[1]]
    part[inside] = np.round((1 - opacity) * part[inside] + opacity * np.array(color)).astype(np.uint8)
    part[inside & ~rle.without_border(inside)] = color


def _write_names(draw: ImageDraw.ImageDraw, prediction: Instances, labels: LabelSet) -> None:
    """Class and score above each object, the surest first, where no other name stands."""
    texts = [_name(prediction, place, labels) for place in range(len(prediction))]
    typeface = choose_typeface(texts)
    size_px = max(_LETTERS_PX, prediction.size[0] // _LARGE_PX)
    taken = np.empty((0, 4))
    for place in np.argsort(-prediction.scores, kind="stable").tolist():
        box = _name_box(prediction, place, typeface.width(texts[place], size_px), size_px)
        if box is None or _overlaps(box, taken):
            continue
        taken = np.concatenate((taken, [box]))
        _write_name(draw, box, texts[place], typeface, size_px, _color(prediction, place, labels))


def _name(prediction: Instances, place: int, labels: LabelSet) -> str:
    """Class and score; in a reference, whose scores are 1, the class, and whether it is a crowd."""
    name, score = labels.name_or_number(int(prediction.class_ids[place])), float(prediction.scores[place])
    crowd = " (crowd)" if prediction.is_crowd[place] else ""
    return f"{name}{crowd}" if score == 1 else f"{name}{crowd} {score:.2f}"


def _name_box(prediction: Instances, place: int, width_px: float, size_px: int) -> Rectangle | None:
    """Where a name stands, above the object or within it; None where the picture is too narrow."""
    height, width = prediction.size
    left, top = _top_of(prediction, place)
    x, y = max(min(left, width - width_px - 4), 0), max(top - size_px - 4, 0)
    return (x, y, x + width_px + 4, y + size_px + 4) if width_px + 4 <= width and size_px + 4 <= height else None


def _top_of(prediction: Instances, place: int) -> tuple[float, float]:
    """Where a mask begins in its highest row, else a box's upper left corner."""
    if prediction.masks is not None:
        left, top, inside = rle.decode_part(prediction.masks[place])
        if inside.size:
            return left + int(inside[0].argmax()), top
    left, top, _, _ = prediction.boxes_xyxy[place].tolist()
    return left, top


def _overlaps(box: Rectangle, others: NDArray[np.float64]) -> bool:
    left, top, right, bottom = box
    return bool(((others[:, 0] < right) & (left < others[:, 2]) & (others[:, 1] < bottom) & (top < others[:, 3])).any())


def _write_name(
    draw: ImageDraw.ImageDraw, box: Rectangle, text: str, typeface: Typeface, size_px: int, color: Color
) -> None:
    red, green, blue = color
    ink = (0, 0, 0) if 0.299 * red + 0.587 * green + 0.114 * blue > 128 else (255, 255, 255)
    draw.rectangle(box, fill=color)
    draw.text((box[0] + 2, box[1] + 1), text, fill=ink, font=typeface.enlarged(size_px / ENLARGEMENT))


def _color(prediction: Instances, place: int, labels: LabelSet) -> Color:
    return _class_color(int(prediction.class_ids[place]), labels)


def _class_color(value: int, labels: LabelSet) -> Color:
    return labels.colors[value] if value < len(labels) else UNNAMED


PREDICTION_EXPORTS.register(Instances.type_name)(
    PredictionExport(
        ".json",
        write_results,
        overlay=outlined,
        close_up=outlined_without_names,
        legend=present_classes,
        together=Together("coco_results.json", write_all_results),
    )
)
