"""Masks of what was pointed at as JSON: the prompts, and for each its masks with their scores."""

from typing import Any

import numpy as np

from granview.core import rle
from granview.core.predictions.prompted_masks import PROMPTED, PromptedMasks
from granview.core.prompt import ObjectPrompt, PointPrompt
from granview.core.rle import Rle
from granview.core.saved_reading import SavedReading
from granview.io.described_sample import DescribedSample
from granview.io.saved.json_format import JsonFormat, JsonReader
from granview.io.saved.listing import SavedListing
from granview.io.saved.saved_prediction import SAVED_FORMATS, SavedReader, SavedRecord


class PromptedMaskFiles(JsonFormat):
    """Prompts with their masks."""

    title = "masks of prompts"
    tasks = ("mask-generation",)

    def is_shape(self, value: Any) -> bool:
        """A list of prompts."""
        return isinstance(value, list) and bool(value) and all(_is_prompt(entry) for entry in value)

    def open(self, listing: SavedListing, reading: SavedReading, task: str) -> SavedReader:
        """Reads each when it is asked for."""
        return PromptedMaskReader(listing, reading)


class PromptedMaskReader(JsonReader):
    """Masks by the names of pictures."""

    labels = PROMPTED

    def prediction(self, value: Any, record: SavedRecord, described: DescribedSample) -> PromptedMasks:
        """The masks, in the order of their prompts."""
        masks = [(place, one) for place, prompt in enumerate(value) for one in prompt["masks"]]
        return PromptedMasks(
            tuple(_prompt(entry) for entry in value),
            tuple(_mask(one["segmentation"]) for _, one in masks),
            np.array([place for place, _ in masks], np.uint16),
            np.array([one["score"] for _, one in masks], np.float32),
            described.size,
        )


def _is_prompt(entry: Any) -> bool:
    return isinstance(entry, dict) and {"points", "box", "masks"} <= set(entry)


def _prompt(entry: Any) -> ObjectPrompt:
    points = tuple(PointPrompt(float(x), float(y), bool(adds)) for x, y, adds in entry["points"])
    if entry["box"] is None:
        return ObjectPrompt(points, None, str(entry.get("phrase", "")))
    left, top, width, height = map(float, entry["box"])
    return ObjectPrompt(points, (left, top, left + width, top + height), str(entry.get("phrase", "")))


def _mask(outline: Any) -> Rle:
    height, width = outline["size"]
    return rle.checked(Rle((int(height), int(width)), str(outline["counts"]).encode("ascii")))


SAVED_FORMATS.register("prompted-masks")(PromptedMaskFiles())
