"""Files of predictions about texts: written beside the words of the text as it is now."""

from pathlib import Path

import numpy as np
import pytest

from granview.core.errors import InputError
from granview.core.offsets import offsets
from granview.core.predictions.answers import Answers
from granview.core.sample import Sample
from granview.export.prediction_export import write_prediction
from tests.helpers.text_tasks import NO_LABELS
from tests.helpers.written_json import written_json


def test_a_text_file_is_read_again_for_the_words(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Ada in Rome", "utf-16")
    said = Answers(offsets([(7, 11)]), np.array([0.5], np.float32))
    found = written_json(tmp_path, said, Sample("a", str(tmp_path / "a.txt"), kind="text"))
    assert found["answer"] == "Rome"
    assert found["no_answer"] is None


def test_a_file_that_has_become_shorter_since_is_refused_in_words(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Ada")
    said = Answers(offsets([(7, 11)]), np.array([0.5], np.float32))
    with pytest.raises(InputError, match=r"a\.txt is shorter now"):
        write_prediction(tmp_path / "said.json", said, Sample("a", str(tmp_path / "a.txt"), kind="text"), NO_LABELS)
