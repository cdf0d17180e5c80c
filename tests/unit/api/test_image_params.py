from pathlib import Path

import numpy as np
import pytest

from granview.api.image_params import image_params
from granview.core.errors import ArgumentError
from granview.core.image_params import BINARY, ImageParams, ImageRange, MaskValues
from granview.core.sample import Reference, Sample
from tests.helpers.images import save


def masked(folder: Path, *values: int) -> list[Sample]:
    picture = save(folder / "s.png", np.zeros((1, len(values), 3), np.uint8))
    mask = save(folder / "s_mask.png", np.array([values], np.uint8))
    return [Sample("s", str(picture), reference=Reference(str(mask)))]


def deep(folder: Path, *values: int) -> list[Sample]:
    return [Sample("d", str(save(folder / "d.png", np.array([values], np.uint16))))]


def test_what_is_certain_is_said_and_kept_without_a_question(tmp_path: Path) -> None:
    params, (said,) = image_params(masked(tmp_path, 0, 255))
    assert params == ImageParams(mask_values=BINARY)
    assert said.error == "The masks hold 0, 255; they were read so: 0 is background, 255 is foreground."
    assert said.hint == ""


def test_what_is_not_certain_is_said_with_the_option_that_settles_it(tmp_path: Path) -> None:
    params, (said,) = image_params(masked(tmp_path, 0, 254))
    assert params.mask_values == MaskValues(named={0: "background", 254: "foreground"})
    assert "It is not certain: the masks hold but two values" in said.error
    assert "--mask-values 0=background 254=foreground" in said.hint
    assert image_params(masked(tmp_path, 0, 254), mask_values=params.mask_values) == (params, [])


def test_ordinary_masks_and_pictures_need_no_word(tmp_path: Path) -> None:
    assert image_params(masked(tmp_path, 0, 1, 2, 255)) == (ImageParams(), [])
    assert image_params([Sample("t", "/t.txt", kind="text")]) == (ImageParams(), [])


def test_dark_pictures_stay_in_the_full_range_and_it_is_said(tmp_path: Path) -> None:
    params, (said,) = image_params(deep(tmp_path, 3, 4000))
    assert params.range is None
    assert "1 picture has 16-bit grey values from 3 to 4000; all are read in the full range, 0 to 65535" in said.error
    assert "--image-range 0,4095 or --image-range full" in said.hint
    assert image_params(deep(tmp_path, 3, 4000), image_range="full") == (ImageParams(), [])
    assert image_params(deep(tmp_path, 3, 4000), image_range=(0, 4095)) == (ImageParams(ImageRange(0, 4095)), [])
    found, (words,) = image_params(deep(tmp_path, 3, 4000), image_range="0%,100%")
    assert found.range == ImageRange(3, 4000)
    assert "Grey values from 3 to 4000 become 0 to 255 in all pictures: 0%,100% of all values." in words.error


def test_what_no_task_reads_as_a_mask_is_not_asked_about(tmp_path: Path) -> None:
    assert image_params(masked(tmp_path, 3, 254), tasks=["depth-estimation"]) == (ImageParams(), [])
    assert image_params(masked(tmp_path, 3, 254), tasks=["depth-estimation", "image-segmentation"])[1]


def test_what_was_chosen_before_stays_unless_something_else_is_chosen(tmp_path: Path) -> None:
    before = ImageParams(ImageRange(0, 9), MaskValues(), "stored")
    assert image_params(masked(tmp_path, 0, 255), before=before) == (before, [])
    params, _ = image_params(masked(tmp_path, 0, 255), "full", {0: "bg", 255: "void"}, "shown", before)
    assert params == ImageParams(None, MaskValues(named={0: "bg", 255: None}), "shown")


def test_a_class_that_no_class_file_has_is_refused(tmp_path: Path) -> None:
    (tmp_path / "classes.txt").write_text("tissue\ncell")
    with pytest.raises(ArgumentError, match="No class file of the masks has a class 'forground'"):
        image_params(masked(tmp_path, 0, 255), mask_values={0: "tissue", 255: "forground"})


def test_words_that_say_nothing_of_values_are_refused() -> None:
    with pytest.raises(ArgumentError, match="'indices' says nothing of the values of masks"):
        image_params([], mask_values="indices")
    with pytest.raises(ArgumentError, match="It is not said what 7 is"):
        image_params([], mask_values={7: ""})
    with pytest.raises(ArgumentError, match="no value 70000"):
        image_params([], mask_values={70000: "cell"})


def test_each_folder_may_have_a_reading_of_its_own_and_is_then_guessed_about_no_more(tmp_path: Path) -> None:
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
    samples = [*masked(tmp_path / "a", 0, 254), *masked(tmp_path / "b", 0, 1, 2)]
    said = {tmp_path / "a": {0: "sky", 254: None}, str(tmp_path / "b"): "index"}
    params, notices = image_params(samples, mask_values=said)
    assert notices == []
    assert params == ImageParams(
        mask_readings={str(tmp_path / "a"): MaskValues(named={0: "sky", 254: None}), str(tmp_path / "b"): MaskValues()}
    )
    later, _ = image_params(samples, mask_values={tmp_path / "b": "index-from-1"}, before=params)
    assert later.mask_readings == {**params.mask_readings, str(tmp_path / "b"): MaskValues(1)}
    with pytest.raises(ArgumentError, match="There is no folder"):
        image_params(samples, mask_values={tmp_path / "none": "index"})


def test_a_folder_without_masks_of_the_run_is_refused_and_those_that_hold_them_are_named(tmp_path: Path) -> None:
    samples = masked(tmp_path, 0, 1)
    other = tmp_path / "other"
    other.mkdir()
    with pytest.raises(ArgumentError, match=r"None of the masks that are read lies in .*other") as refused:
        image_params(samples, mask_values={other: {0: "road"}})
    assert refused.value.hint == f"Name a folder that holds masks, or one above it: {tmp_path}."
    with pytest.raises(ArgumentError) as refused:
        image_params([], mask_values={other: {0: "road"}})
    assert refused.value.hint == "No masks are read at all."
    params, _ = image_params(samples, mask_values={tmp_path.parent: "index"})
    assert image_params(samples[:1], before=params)[0] == params
