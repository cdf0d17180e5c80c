from pathlib import Path

import numpy as np
import pytest

from granview.core.image_params import ImageRange
from granview.core.sample import Reference, Sample
from granview.io import image_survey
from granview.io.image_survey import survey_images
from granview.io.mask_survey import mask_folders, survey_masks
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


def test_masks_of_a_folder_with_a_reading_are_not_guessed_about_and_can_be_asked_for(tmp_path: Path) -> None:
    samples = []
    for folder, values in (("a", [0, 255]), ("b", [0, 1, 2])):
        (tmp_path / folder).mkdir()
        mask = save(tmp_path / folder / "m.png", np.array([values], np.uint8))
        samples.append(Sample(folder, str(tmp_path / f"{folder}.png"), reference=Reference(str(mask))))
    found = survey_masks(samples, readings=[str(tmp_path / "a")])
    assert [group.masks for group in found.groups] == [{0: 1, 1: 1, 2: 1}]
    assert [group.masks for group in found.within(tmp_path / "a").groups] == [{0: 1, 255: 1}]
    assert found.within(tmp_path).groups[0].n == 2
    assert mask_folders(found, ()) == (tmp_path / "a", tmp_path / "b")
    assert mask_folders(found.within(tmp_path), ()) == ()
