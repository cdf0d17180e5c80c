"""Prompted masks: written with the prompts that they answer, drawn as the objects that they outline."""

from pathlib import Path
from typing import Any

import msgspec

from granview.core.labels import LabelSet
from granview.core.predictions.prompted_masks import PromptedMasks
from granview.core.sample import Sample
from granview.export.page_content import LegendEntry
from granview.export.prediction_export import PREDICTION_EXPORTS, Pixels, PredictionExport, export_of
from granview.export.texts.json_numbers import number
from granview.io.text_writer import write_json


def write_masks(path: Path, prediction: PromptedMasks, sample: Sample, labels: LabelSet) -> None:
    """Write a list with an object for each prompt.

    It has ``points``, each [x, y, adds], ``box`` as [x, y, width, height] or null, ``phrase`` and ``masks``. Each of
    ``masks`` is ``{"score", "segmentation"}`` with compressed RLE as COCO has it.
    """
    write_json(path, [_prompt_object(prediction, place) for place in range(len(prediction.prompts))], indent=None)


def _prompt_object(prediction: PromptedMasks, place: int) -> dict[str, Any]:
    prompt = prediction.prompts[place]
    found: dict[str, Any] = {
        "points": [msgspec.to_builtins(point) for point in prompt.points],
        "box": None,
        "phrase": prompt.phrase,
    }
    if prompt.box_xyxy is not None:
        left, top, right, bottom = prompt.box_xyxy
        found["box"] = [number(each) for each in (left, top, right - left, bottom - top)]
    found["masks"] = [
        {
            "score": number(float(score)),
            "segmentation": {"size": list(mask.size), "counts": mask.counts.decode("ascii")},
        }
        for mask, of, score in zip(prediction.masks, prediction.of_prompt, prediction.scores, strict=True)
        if of == place
    ]
    return found


def outlined(pixels: Pixels, prediction: PromptedMasks, labels: LabelSet, opacity: float) -> Pixels:
    """The picture with every mask, as objects are drawn."""
    objects = prediction.as_instances()
    overlay = export_of(objects).overlay
    return pixels if overlay is None else overlay(pixels, objects, labels, opacity)


def outlined_without_names(pixels: Pixels, prediction: PromptedMasks, labels: LabelSet, opacity: float) -> Pixels:
    """The same without words over the picture."""
    objects = prediction.as_instances()
    overlay = export_of(objects).close_up
    return pixels if overlay is None else overlay(pixels, objects, labels, opacity)


def present(prediction: PromptedMasks, labels: LabelSet) -> list[LegendEntry]:
    """One line where there is a mask."""
    objects = prediction.as_instances()
    legend = export_of(objects).legend
    return [] if legend is None else list(legend(objects, labels))


PREDICTION_EXPORTS.register(PromptedMasks.type_name)(
    PredictionExport(".json", write_masks, overlay=outlined, close_up=outlined_without_names, legend=present)
)
