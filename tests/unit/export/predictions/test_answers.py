"""Answers as files: what is read again is what was said."""

from pathlib import Path

import numpy as np

from granview.core.offsets import offsets
from granview.core.predictions.answers import Answers
from granview.core.sample import Sample
from granview.core.text import TextInput
from tests.helpers.scored_texts import text_sample
from tests.helpers.text_tasks import answer
from tests.helpers.written_json import written_json


def test_an_answer_stands_with_its_rivals(tmp_path: Path) -> None:
    sample = Sample("q", "", kind="text", text=TextInput.of("It rained in May.", question="When?"))
    said = Answers(offsets([(13, 16), (10, 16)]), np.array([0.5, 0.25], np.float32), 0.125)
    found = written_json(tmp_path, said, sample)
    best = {"answer": "May", "score": 0.5, "start": 13, "end": 16}
    rival = {"answer": "in May", "score": 0.25, "start": 10, "end": 16}
    assert found == best | {"candidates": [best, rival], "no_answer": 0.125}


def test_no_answer_is_an_empty_one_with_its_own_probability(tmp_path: Path) -> None:
    found = written_json(tmp_path, answer(None), text_sample("q", "It rained."))
    assert found == {"answer": "", "score": 0.9, "start": 0, "end": 0, "candidates": [], "no_answer": 0.9}
