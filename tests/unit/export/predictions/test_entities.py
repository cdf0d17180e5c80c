"""Entities as files: what is read again is what was said."""

from pathlib import Path

import numpy as np

from granview.core.offsets import offsets
from granview.core.predictions.entities import Entities
from tests.helpers.scored_texts import TYPES, text_sample
from tests.helpers.written_json import written_json


def test_entities_and_tokens_quote_the_text_at_their_offsets(tmp_path: Path) -> None:
    text = "👍🏽 Ada in Rome"
    spans, types = offsets([(3, 6), (10, 14)]), np.array([0, 1], np.uint16)
    tags, sure = np.array([1, 0, 3], np.uint16), np.array([0.75, 0.5, 0.25], np.float32)
    said = Entities(
        offsets([(3, 6), (7, 9), (10, 14)]), tags, sure, ("O", "B-PER", "I-PER", "B-LOC"), spans, types, sure[[0, 2]]
    )
    found = written_json(tmp_path, said, text_sample("a", text), TYPES)
    assert found["entities"] == [
        {"entity_group": "PER", "score": 0.75, "word": "Ada", "start": 3, "end": 6},
        {"entity_group": "LOC", "score": 0.25, "word": "Rome", "start": 10, "end": 14},
    ]
    assert [(token["entity"], token["word"]) for token in found["tokens"]] == [
        ("B-PER", "Ada"),
        ("O", "in"),
        ("B-LOC", "Rome"),
    ]
    assert all(text[entry["start"] : entry["end"]] == entry["word"] for entry in found["entities"])
