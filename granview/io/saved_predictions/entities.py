"""Entities of a text as JSON: ``{"entities": […], "tokens": […]}``, or a list as pipelines of transformers give it."""

from typing import Any

import numpy as np

from granview.core.offsets import offsets
from granview.core.predictions.entities import Entities
from granview.core.saved_reading import SavedReading
from granview.io.described_sample import DescribedSample
from granview.io.saved.json_format import JsonFormat, JsonReader, span_in
from granview.io.saved.listing import SavedListing
from granview.io.saved.saved_prediction import SAVED_FORMATS, SavedReader, SavedRecord


class EntityFiles(JsonFormat):
    """Spans with their types."""

    title = "entities"
    tasks = ("token-classification",)

    def is_shape(self, value: Any) -> bool:
        """An object with a list of entities, or such a list itself."""
        if isinstance(value, dict):
            return isinstance(value.get("entities"), list)
        return isinstance(value, list) and bool(value) and all(_is_entity(entry) for entry in value)

    def open(self, listing: SavedListing, reading: SavedReading, task: str) -> SavedReader:
        """Reads each when it is asked for."""
        return EntityReader(listing, reading, _names)


class EntityReader(JsonReader):
    """Entities by the names of texts."""

    def prediction(self, value: Any, record: SavedRecord, described: DescribedSample) -> Entities:
        """The entities, and the tags of tokens where the file has them."""
        length = len(described.text.text)
        tokens = value.get("tokens", []) if isinstance(value, dict) else []
        entities = _entries(value)
        tag_names = tuple(dict.fromkeys(str(token["entity"]) for token in tokens))
        return Entities(
            offsets([span_in(token, length, record) for token in tokens]),
            np.array([tag_names.index(str(token["entity"])) for token in tokens], np.uint16),
            np.array([token.get("score", 1.0) for token in tokens], np.float32),
            tag_names,
            offsets([span_in(entity, length, record) for entity in entities]),
            np.array([self.class_of(_type(entity), record) for entity in entities], np.uint16),
            np.array([entity.get("score", 1.0) for entity in entities], np.float32),
        )


def _entries(value: Any) -> list[Any]:
    return list(value["entities"] if isinstance(value, dict) else value)


def _type(entity: Any) -> str:
    return str(entity.get("entity_group", entity.get("label", entity.get("entity"))))


def _is_entity(entry: Any) -> bool:
    return isinstance(entry, dict) and {"start", "end"} <= set(entry) and bool({"entity_group", "label"} & set(entry))


def _names(value: Any) -> list[str]:
    return [] if value is None else [_type(entity) for entity in _entries(value)]


SAVED_FORMATS.register("entities")(EntityFiles())
