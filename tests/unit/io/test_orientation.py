from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from granview.core.errors import InputError
from granview.core.image_params import ImageParams, MaskFrame
from granview.core.truths.mask import ReferenceMask
from granview.io.image_reader import read_frame, read_image
from granview.io.orientation import Frame
from granview.io.reference_masks import read_reference
from tests.helpers.images import save

_TAG = 0x0112
STORED = np.array([[0, 1, 2], [2, 0, 1]], np.uint8)
"""A mask as a script writes it that ignores the tag of the picture."""


def picture(folder: Path, orientation: int, suffix: str = ".png") -> Frame:
    """How a picture lies whose stored pixels are those of ``STORED``, and which carries a tag."""
    exif = Image.Exif()
    exif[_TAG] = orientation
    pixels = np.dstack([STORED * 100] * 3)
    path = save(folder / f"picture{suffix}", pixels, exif=exif)
    decoded = read_image(path)
    height, width, _ = decoded.pixels.shape
    assert read_frame(path) == Frame(height, width, decoded.orientation)
    assert decoded.orientation == orientation
    return Frame(height, width, decoded.orientation)


def shown(folder: Path) -> np.ndarray:
    """The classes as the picture shows them."""
    return read_image(next(folder.glob("picture.*"))).pixels[..., 0] // 100


def mask(folder: Path, frame: Frame, labels: np.ndarray, chosen: MaskFrame | None = None) -> ReferenceMask:
    (folder / "classes.txt").write_text("a\nb\nc", encoding="utf-8")
    return read_reference(save(folder / "mask.png", labels), frame, params=ImageParams(mask_frame=chosen))


@pytest.mark.parametrize("suffix", [".png", ".tif"])
@pytest.mark.parametrize("orientation", [2, 3, 4])
def test_where_nothing_tells_the_choice_does_and_it_is_said(tmp_path: Path, orientation: int, suffix: str) -> None:
    frame = picture(tmp_path, orientation, suffix)
    stored = mask(tmp_path, frame, STORED, "stored")
    np.testing.assert_array_equal(stored.labels, shown(tmp_path))
    assert "as set for all masks" in stored.notices[0]
    assumed = mask(tmp_path, frame, shown(tmp_path))
    np.testing.assert_array_equal(assumed.labels, shown(tmp_path))
    assert "its mask has none and is taken to lie as shown, which nothing tells for certain" in assumed.notices[0]
    assert "as set for all masks" in mask(tmp_path, frame, shown(tmp_path), "shown").notices[0]


@pytest.mark.parametrize("suffix", [".png", ".tif"])
@pytest.mark.parametrize("orientation", [5, 6, 7, 8])
@pytest.mark.parametrize("chosen", [None, "stored", "shown"])
def test_the_size_tells_whether_a_mask_is_turned_by_90_degrees(
    tmp_path: Path, orientation: int, suffix: str, chosen: MaskFrame | None
) -> None:
    frame = picture(tmp_path, orientation, suffix)
    turned = mask(tmp_path, frame, STORED, chosen)
    np.testing.assert_array_equal(turned.labels, shown(tmp_path))
    assert "as stored" in turned.notices[0]
    upright = mask(tmp_path, frame, shown(tmp_path), chosen)
    np.testing.assert_array_equal(upright.labels, shown(tmp_path))
    assert upright.notices == ()


def test_a_square_picture_turned_by_90_degrees_tells_nothing(tmp_path: Path) -> None:
    frame = Frame(2, 2, 6)
    square = np.array([[0, 1], [2, 0]], np.uint8)
    assert mask(tmp_path, frame, square).labels.tolist() == square.tolist()
    assert mask(tmp_path, frame, square, "stored").labels.tolist() == np.rot90(square, -1).tolist()


def test_a_mask_with_a_tag_of_its_own_follows_that(tmp_path: Path) -> None:
    frame = picture(tmp_path, 3)
    exif = Image.Exif()
    exif[_TAG] = 3
    (tmp_path / "classes.txt").write_text("a\nb\nc", encoding="utf-8")
    found = read_reference(save(tmp_path / "mask.png", STORED, exif=exif), frame)
    np.testing.assert_array_equal(found.labels, shown(tmp_path))
    assert found.notices == ()


def test_a_picture_without_a_tag_says_nothing_of_its_mask(tmp_path: Path) -> None:
    assert mask(tmp_path, Frame(2, 3), STORED, "stored").notices == ()


def test_a_mask_that_fits_in_no_way_is_refused_with_the_reason(tmp_path: Path) -> None:
    with pytest.raises(
        InputError,
        match=r"is 3 x 2 pixels, its image 4 x 5 as its orientation tag shows it \(turned by 90° clockwise\), "
        r"5 x 4 as it is stored\.",
    ):
        mask(tmp_path, Frame(5, 4, 6), STORED)
    with pytest.raises(InputError, match="3 x 2 pixels, its image 2 x 3: one of them lies on its side") as caught:
        mask(tmp_path, Frame(3, 2), STORED)
    assert "same way up" in caught.value.hint


def test_of_a_mask_with_several_pages_the_first_is_read_and_it_is_said(tmp_path: Path) -> None:
    pages = [Image.fromarray(STORED), Image.fromarray(STORED[::-1].copy())]
    pages[0].save(tmp_path / "mask.tif", save_all=True, append_images=pages[1:])
    (tmp_path / "classes.txt").write_text("a\nb\nc", encoding="utf-8")
    found = read_reference(tmp_path / "mask.tif", Frame(2, 3))
    np.testing.assert_array_equal(found.labels, STORED)
    (said,) = found.notices
    assert said.startswith("The reference holds 2 pages; the first is read. To have the others too, save them as")
