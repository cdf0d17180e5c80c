from pathlib import Path

import pytest

from granview.core.image_params import BINARY, ImageParams
from granview.core.mask_context import MaskContext
from granview.io.drop_doubt import has_doubt
from tests.helpers.data_sets import write_images_and_masks
from tests.helpers.images import save

NOTHING = MaskContext(ImageParams())


@pytest.mark.parametrize(
    ("values", "is_doubtful"),
    [((0, 255), False), ((0, 1, 2), False), ((0, 1), True), ((0, 254), True), ((0, 50, 100, 200, 254), True)],
)
def test_values_of_masks_are_in_doubt_where_they_may_mean_two_things(
    tmp_path: Path, values: tuple[int, ...], is_doubtful: bool
) -> None:
    write_images_and_masks(tmp_path, 2, values)
    assert has_doubt([tmp_path], NOTHING) == is_doubtful


def test_what_is_settled_or_said_by_the_models_is_in_no_doubt(tmp_path: Path) -> None:
    write_images_and_masks(tmp_path, 2, (0, 1))
    assert not has_doubt([tmp_path], MaskContext(ImageParams(), frozenset({2})))
    assert not has_doubt([tmp_path], MaskContext(ImageParams(mask_values=BINARY)))
    assert not has_doubt([tmp_path], MaskContext(ImageParams(mask_readings={str(tmp_path): BINARY})))


def test_what_the_models_cannot_have_is_in_doubt(tmp_path: Path) -> None:
    write_images_and_masks(tmp_path, 2, (0, 1, 2, 7))
    assert not has_doubt([tmp_path], NOTHING)
    assert has_doubt([tmp_path], MaskContext(ImageParams(), frozenset({3})))


def test_a_reference_that_fits_nothing_is_in_doubt_and_pictures_alone_are_not(tmp_path: Path) -> None:
    write_images_and_masks(tmp_path / "a", 2, (0, 255))
    (tmp_path / "a" / "images" / "p1.png").unlink()
    assert has_doubt([tmp_path / "a"], NOTHING)
    (tmp_path / "b").mkdir()
    save(tmp_path / "b" / "x.png")
    assert not has_doubt([tmp_path / "b"], NOTHING)


def test_nobody_who_has_given_up_is_asked(tmp_path: Path) -> None:
    write_images_and_masks(tmp_path, 2, (0, 254))
    assert not has_doubt([tmp_path], NOTHING, lambda: False)
