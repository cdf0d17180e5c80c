import json

import numpy as np
import pytest
from PIL import Image

from granview.core.errors import InputError
from granview.core.sample import Sample
from tests.helpers.saved import read_for, reader_of

BOX = {"image_id": "a", "bbox": [1, 1, 4, 4]}
OUTLINE = {"segmentation": [[1, 1, 5, 1, 5, 5, 1, 5]]}


@pytest.fixture
def sample(tmp_path):
    Image.fromarray(np.zeros((8, 8, 3), np.uint8)).save(tmp_path / "a.png")
    return Sample("a", str(tmp_path / "a.png"))


def read(tmp_path, sample, *results, task="object-detection"):
    folder = tmp_path / "saved"
    folder.mkdir()
    (folder / "results.json").write_text(json.dumps(results))
    return read_for(sample, reader_of(folder, task))


def test_scores_that_are_not_there_are_said_to_be_made_up(tmp_path, sample):
    told = read(tmp_path, sample, BOX | {"category_id": 0}, BOX | {"category_id": 0, "score": 0.5})
    assert told.prediction.scores.tolist() == [1.0, 0.5]
    assert told.notices == ("1 of 2 objects have no score: they count as sure (1).",)


def test_outlines_that_cannot_be_kept_are_said_to_be_left_out(tmp_path, sample):
    scored = BOX | {"category_id": 0, "score": 0.5}
    told = read(tmp_path, sample, scored, scored | OUTLINE, task="instance-segmentation")
    assert told.prediction.masks is None
    assert told.notices == ("1 of 2 objects have no outline, so that only the boxes of all are used.",)


def test_a_number_that_would_make_billions_of_classes_is_refused(tmp_path, sample):
    with pytest.raises(InputError, match="name the class 4000000000; without a list"):
        read(tmp_path, sample, BOX | {"category_id": 4_000_000_000, "score": 0.5})
