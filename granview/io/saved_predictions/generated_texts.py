"""Texts that a model wrote as JSON: ``{"generated_text", "tokens", "stopped", …}``; only the text must be there."""

from typing import Any

import numpy as np

from granview.core.offsets import offsets
from granview.core.predictions.generated_text import GeneratedText
from granview.core.saved_reading import SavedReading
from granview.io.described_sample import DescribedSample
from granview.io.saved.json_format import JsonFormat, JsonReader, span_in
from granview.io.saved.listing import SavedListing
from granview.io.saved.saved_prediction import SAVED_FORMATS, SavedReader, SavedRecord

_MEMBERS = ("generated_text", "summary_text", "translation_text")


class GeneratedTextFiles(JsonFormat):
    """A text, with its tokens where they are known."""

    title = "generated texts"
    tasks = ("text-generation", "text2text-generation", "summarization", "translation")

    def is_shape(self, value: Any) -> bool:
        """An object with a text, or a list of one, as pipelines of transformers give it."""
        return _text(value) is not None

    def open(self, listing: SavedListing, reading: SavedReading, task: str) -> SavedReader:
        """Reads each when it is asked for."""
        return GeneratedTextReader(listing, reading)


class GeneratedTextReader(JsonReader):
    """Texts by the names of samples."""

    def prediction(self, value: Any, record: SavedRecord, described: DescribedSample) -> GeneratedText:
        """The text."""
        text = _text(value)
        if text is None:
            raise ValueError("it holds no generated_text")
        whole = value if isinstance(value, dict) else {}
        tokens = whole.get("tokens", [])
        return GeneratedText(
            text,
            offsets([span_in(token, len(text), record) for token in tokens]),
            np.array([token["probability"] for token in tokens], np.float32),
            str(whole.get("stopped", "end")),
            whole.get("nll"),
            int(whole.get("nll_tokens") or 0),
            str(whole.get("nll_of") or ""),
        )


def _text(value: Any) -> str | None:
    one = value[0] if isinstance(value, list) and len(value) == 1 else value
    if not isinstance(one, dict):
        return None
    return next((one[name] for name in _MEMBERS if isinstance(one.get(name), str)), None)


SAVED_FORMATS.register("generated-texts")(GeneratedTextFiles())
