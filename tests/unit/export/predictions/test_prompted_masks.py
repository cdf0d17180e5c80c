import json
from pathlib import Path

import numpy as np

from granview.core import rle
from granview.core.predictions.prompted_masks import PROMPTED, PromptedMasks
from granview.core.prompt import ObjectPrompt, PointPrompt
from granview.core.sample import Sample
from granview.export.prediction_export import export_of

PIXELS = np.zeros((6, 8), bool)
PIXELS[1:4, 2:5] = True
MASKS = PromptedMasks(
    (ObjectPrompt((PointPrompt(3, 2), PointPrompt(7, 5, adds=False)), (2, 1, 5, 4)), ObjectPrompt(phrase="cell")),
    (rle.encode(PIXELS),),
    np.zeros(1, np.uint16),
    np.array([0.5], np.float32),
    (6, 8),
)


def test_answers_are_written_beside_what_was_asked(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    export_of(MASKS).write(path, MASKS, Sample("a", "/a.png"), PROMPTED)
    first, second = json.loads(path.read_text())
    assert (first["points"], first["box"]) == ([[3, 2, True], [7, 5, False]], [2, 1, 3, 3])
    (mask,) = first["masks"]
    assert mask["score"] == 0.5
    counts = mask["segmentation"]["counts"].encode()
    np.testing.assert_array_equal(rle.decode(rle.Rle((6, 8), counts)), PIXELS)
    assert (second["phrase"], second["masks"]) == ("cell", [])


def test_masks_are_drawn_and_named_as_objects_are() -> None:
    export = export_of(MASKS)
    assert export.overlay is not None
    assert export.legend is not None
    picture = np.full((6, 8, 3), 200, np.uint8)
    drawn = export.overlay(picture, MASKS, PROMPTED, 0.5)
    assert (drawn[1:4, 2:5] != 200).any()
    assert (drawn[5] == 200).all()
    assert [entry.name for entry in export.legend(MASKS, PROMPTED)] == ["prompted"]
