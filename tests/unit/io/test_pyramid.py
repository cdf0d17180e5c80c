from pathlib import Path

import numpy as np
import pytest
from PIL import Image, ImageOps

from granview.core.errors import InputError
from granview.core.image_params import ImageRange
from granview.io.image_reader import read_image
from granview.io.pyramid import level_sizes, level_views, pyramid_bytes, read_pyramid
from granview.io.thumbnails import read_thumbnail
from tests.helpers.images import noise, save


def bgr(words: np.ndarray) -> np.ndarray:
    """(H, W) words 0xffRRGGBB as (H, W, 3) red, green, blue; the top byte must be 255 everywhere."""
    assert (words >> 24 == 255).all()
    return np.dstack([words >> 16 & 255, words >> 8 & 255, words & 255]).astype(np.uint8)


def test_levels_are_halved_until_they_are_small() -> None:
    assert level_sizes(1025, 600) == ((1025, 600), (513, 300), (257, 150), (129, 75))
    assert level_sizes(256, 3) == ((256, 3),)
    assert level_sizes(100_000, 1)[-1] == (196, 1)
    assert pyramid_bytes(512, 512) == 4 * (512 * 512 + 256 * 256)


def test_the_first_level_is_the_picture_and_the_next_ones_its_averages(tmp_path: Path) -> None:
    path = save(tmp_path / "x.png", noise(700, 900))
    memory = bytearray(pyramid_bytes(900, 700))
    facts = read_pyramid(path, lambda size: memory)
    assert (facts.width, facts.height, facts.notices) == (900, 700, ())
    levels = level_views(memory, 900, 700)
    np.testing.assert_array_equal(bgr(levels[0].view("<u4")[..., 0]), read_image(path).pixels)
    means = levels[0].reshape(350, 2, 450, 2, 4).astype(float).mean(axis=(1, 3))
    assert np.abs(levels[1] - means).max() <= 0.5
    assert [level.shape for level in levels] == [(700, 900, 4), (350, 450, 4), (175, 225, 4)]


@pytest.mark.parametrize("orientation", range(1, 9))
def test_a_pyramid_and_a_thumbnail_are_upright(tmp_path: Path, orientation: int) -> None:
    exif = Image.Exif()
    exif[0x0112] = orientation
    path = save(tmp_path / "x.jpg", noise(90, 160), exif=exif)
    with Image.open(path) as image:
        expected = np.asarray(ImageOps.exif_transpose(image))
    height, width = expected.shape[:2]
    memory = bytearray(pyramid_bytes(width, height))
    read_pyramid(path, lambda size: memory)
    np.testing.assert_array_equal(bgr(level_views(memory, width, height)[0].view("<u4")[..., 0]), expected)
    thumbnail = read_thumbnail(path, 1000)
    np.testing.assert_array_equal(bgr(thumbnail.pixels), expected)
    assert (thumbnail.width, thumbnail.height) == (width, height)


@pytest.mark.parametrize("suffix", [".png", ".jpg", ".tif", ".webp", ".bmp"])
def test_a_thumbnail_is_the_picture_averaged_down(tmp_path: Path, suffix: str) -> None:
    path = save(tmp_path / f"x{suffix}", noise(600, 1000))
    thumbnail = read_thumbnail(path, 100)
    assert thumbnail.pixels.shape == (60, 100)
    assert (thumbnail.width, thumbnail.height) == (1000, 600)
    means = noise(600, 1000).reshape(60, 10, 100, 10, 3).astype(float).mean(axis=(1, 3))
    assert np.abs(bgr(thumbnail.pixels) - means).mean() < 3


def test_a_thumbnail_of_several_bands_has_no_seams(tmp_path: Path) -> None:
    pixels = noise(2300, 2000)
    thumbnail = read_thumbnail(save(tmp_path / "x.bmp", pixels), 230)
    assert thumbnail.pixels.shape == (230, 200)
    means = pixels.reshape(230, 10, 200, 10, 3).astype(float).mean(axis=(1, 3))
    assert np.abs(bgr(thumbnail.pixels) - means).max() <= 4


def test_a_small_image_is_its_own_thumbnail(tmp_path: Path) -> None:
    np.testing.assert_array_equal(bgr(read_thumbnail(save(tmp_path / "x.png"), 100).pixels), noise())


def test_an_image_that_is_all_edge(tmp_path: Path) -> None:
    path = save(tmp_path / "x.png", np.full((1, 5000, 3), 7, np.uint8))
    assert read_thumbnail(path, 100).pixels.shape == (1, 100)
    memory = bytearray(pyramid_bytes(5000, 1))
    read_pyramid(path, lambda size: memory)
    assert (level_views(memory, 5000, 1)[-1][..., :3] == 7).all()


def test_a_thumbnail_of_16_bit_grey_is_read_in_the_range_chosen(tmp_path: Path) -> None:
    Image.fromarray(np.full((300, 300), 4095, np.uint16)).save(tmp_path / "x.png")
    assert (read_thumbnail(tmp_path / "x.png", 30).pixels == 0xFF101010).all()
    assert (read_thumbnail(tmp_path / "x.png", 30, image_range=ImageRange(0, 4095)).pixels == 0xFFFFFFFF).all()


def test_memory_is_asked_for_only_when_the_file_is_whole(tmp_path: Path) -> None:
    path = save(tmp_path / "x.png", noise(200, 200))
    path.write_bytes(path.read_bytes()[:-200])
    asked: list[int] = []
    with pytest.raises(InputError):
        read_pyramid(path, lambda size: asked.append(size) or bytearray(size))
    assert asked == []
