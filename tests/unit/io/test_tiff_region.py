"""Parts of pages, against tifffile and Pillow reading the whole."""

import itertools
from pathlib import Path

import numpy as np
import pytest
import tifffile
from numpy.typing import NDArray
from PIL import Image

from granview.core.errors import InputError
from granview.core.image_params import ImageRange
from granview.io.image_reader import read_image
from granview.io.page_address import PageAddress, Region
from granview.io.tiff_region import read_pixels

REGION = Region(70, 100, 130, 90)
_GREY = np.kron(np.random.default_rng(0).integers(0, 255, (30, 40)), np.ones((10, 10))).astype(np.uint8)
_RGB = np.stack([_GREY, _GREY[::-1], _GREY[:, ::-1]], -1)
KINDS: dict[str, NDArray[np.generic]] = {
    "grey": _GREY,
    "16 bits": _GREY.astype(np.uint16) * 200,
    "floats": _GREY.astype(np.float32),
    "doubles": _GREY.astype(np.float64),
    "colours": _RGB,
    "colours of 16 bits": _RGB.astype(np.uint16) * 200,
}


def part(path: Path, region: Region | None = REGION) -> NDArray[np.generic]:
    with path.open("rb") as file:
        return read_pixels(file, PageAddress(0, 0, region), path.name, 10**6).values


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("layout", [{}, {"tile": (64, 64)}, {"compression": "zlib", "rowsperstrip": 17}], ids=str)
def test_a_part_is_what_it_is_in_the_whole(kind: str, layout: dict[str, object], tmp_path: Path) -> None:
    path, values = tmp_path / "a.tif", KINDS[kind]
    tifffile.imwrite(path, values, photometric="rgb" if values.ndim == 3 else "minisblack", **layout)  # type: ignore[arg-type]
    assert np.array_equal(part(path), values[100:190, 70:200])
    assert np.array_equal(part(path, None), values)


def test_planes_of_colours_that_lie_apart_are_put_together(tmp_path: Path) -> None:
    path = tmp_path / "a.tif"
    tifffile.imwrite(path, np.moveaxis(_RGB, -1, 0), photometric="rgb", planarconfig="separate")
    assert np.array_equal(part(path), _RGB[100:190, 70:200])


@pytest.mark.parametrize(
    ("compression", "kind"),
    [
        *itertools.product(["tiff_lzw", "tiff_adobe_deflate", "packbits", "zstd"], ["grey", "16 bits", "colours"]),
        ("jpeg", "grey"),
        ("jpeg", "colours"),
    ],
)
def test_compressions_that_libtiff_knows_are_read(compression: str, kind: str, tmp_path: Path) -> None:
    path = tmp_path / "a.tif"
    predictor = {317: 2} if compression in ("tiff_lzw", "tiff_adobe_deflate") else {}
    Image.fromarray(KINDS[kind]).save(path, compression=compression, tiffinfo=predictor)
    with Image.open(path) as image:
        whole = np.asarray(image)
    assert np.array_equal(part(path), whole[100:190, 70:200])


def test_a_part_is_a_picture_like_any_other(tmp_path: Path) -> None:
    path = tmp_path / "a.tif"
    tifffile.imwrite(path, KINDS["16 bits"])
    whole = read_image(path, image_range=ImageRange(0, 51_000)).pixels
    decoded = read_image(PageAddress(0, 0, REGION).path(path), image_range=ImageRange(0, 51_000))
    assert np.array_equal(decoded.pixels, whole[100:190, 70:200])


def test_what_lies_beyond_and_what_is_not_there_is_told(tmp_path: Path) -> None:
    path = tmp_path / "a.tif"
    tifffile.imwrite(path, _GREY)
    with pytest.raises(InputError, match="reaches beyond its page of 400 x 300 px"):
        read_image(PageAddress(0, 0, Region(399, 0, 2, 2)).path(path))
    with pytest.raises(InputError, match="the file has 1 pages"):
        read_image(PageAddress(1).path(path))


def test_a_compression_that_nobody_here_knows_is_named(tmp_path: Path) -> None:
    path = tmp_path / "a.tif"
    tifffile.imwrite(path, _GREY)
    with tifffile.TiffFile(path, mode="r+b") as tif:
        tif.pages[0].tags["Compression"].overwrite(34712)
    with pytest.raises(InputError, match="cannot be decoded: it is compressed by JPEG2000"):
        read_image(PageAddress(0, 0, REGION).path(path))


def test_of_numbers_that_lie_as_they_are_only_the_rows_of_the_part_are_read(tmp_path: Path) -> None:
    """A page of any size is one strip where tifffile writes it without being told otherwise."""
    path = tmp_path / "a.tif"
    tifffile.imwrite(path, _GREY, photometric="minisblack")
    with tifffile.TiffFile(path) as tif:
        assert len(tif.pages[0].dataoffsets) == 1
    data = path.read_bytes()
    with path.open("rb") as file:
        read = 0

        class Counting:
            def __getattr__(self, name: str) -> object:
                return getattr(file, name)

            def read(self, size: int = -1) -> bytes:
                nonlocal read
                found = file.read(size)
                read = max(read, len(found))
                return found

        values = read_pixels(Counting(), PageAddress(0, 0, REGION), path.name, 10**6).values  # type: ignore[arg-type]
    assert np.array_equal(values, _GREY[100:190, 70:200])
    assert read < len(data) / 2


def test_a_tile_that_is_larger_than_any_picture_is_not_decoded(tmp_path: Path) -> None:
    path = tmp_path / "a.tif"
    tifffile.imwrite(path, _GREY, photometric="minisblack", tile=(256, 256), compression="zlib")
    with path.open("rb") as file, pytest.raises(InputError, match=r"a\.tif lies in a strip or tile of 256 x 256 px"):
        read_pixels(file, PageAddress(0, 0, Region(0, 0, 10, 10)), path.name, 200)
