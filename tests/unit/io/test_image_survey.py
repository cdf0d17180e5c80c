from pathlib import Path

import numpy as np
import pytest

from granview.core.image_params import ImageRange
from granview.core.sample import Reference, Sample
from granview.io import image_survey
from granview.io.image_survey import survey_images
from tests.helpers.bad_readers import crash
from tests.helpers.images import save


def test_pictures_and_masks_are_looked_at(tmp_path: Path) -> None:
    picture = save(tmp_path / "s.png", np.array([[3, 4000]], np.uint16))
    mask = save(tmp_path / "s_mask.png", np.array([[0, 255]], np.uint8))
    found = survey_images([Sample("s", str(picture), reference=Reference(str(mask)))])
    assert found.trouble == ""
    assert [(group.pixels, group.masks) for group in found.masks.groups] == [({0: 1, 255: 1}, {0: 1, 255: 1})]
    assert found.ranges.observed == ImageRange(3, 4000)
    assert found.ranges.preview is not None
    assert found.ranges.preview.tolist() == [[3, 4000]]


def test_a_look_that_crashes_costs_nothing_but_itself_and_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(image_survey, "_survey", crash)
    picture = save(tmp_path / "s.png", np.array([[3, 4000]], np.uint16))
    assert "ended in the middle of it" in survey_images([Sample("s", str(picture))]).trouble


def test_texts_need_no_look() -> None:
    assert survey_images([Sample("t", "/t.txt", kind="text")]).masks.total == 0
