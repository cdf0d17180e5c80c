"""Filled masks as files: what is read again is what was said."""

from pathlib import Path

import numpy as np

from granview.core.offsets import offsets
from granview.core.predictions.filled_masks import FilledMasks
from tests.helpers.scored_texts import text_sample
from tests.helpers.written_json import written_json


def test_masks_have_their_candidates(tmp_path: Path) -> None:
    said = FilledMasks(offsets([(2, 8)]), (("fox", "dog"),), np.array([[0.75, 0.25]], np.float32))
    found = written_json(tmp_path, said, text_sample("a", "a [MASK] b"))
    candidates = [{"token_str": "fox", "score": 0.75}, {"token_str": "dog", "score": 0.25}]
    assert found == {"masks": [{"mask": "[MASK]", "start": 2, "end": 8, "candidates": candidates}]}
