"""A picture's own values, against what tifffile and Pillow read of the same files."""

import struct
import zlib
from pathlib import Path

import numpy as np
import pytest
import tifffile
from numpy.typing import NDArray
from PIL import Image, ImageOps

from granview.core.errors import InputError
from granview.core.image_params import ImageRange
from granview.io import source_pixels
from granview.io.image_reader import read_image
from granview.io.source_pixels import read_source

GENERATOR = np.random.default_rng(0)


def write_png16(path: Path, values: NDArray[np.uint16]) -> None:
    """A PNG of 16 bits a channel, which Pillow cannot write."""
    height, width, channels = values.shape
    rows = b"".join(b"\0" + row.astype(">u2").tobytes() for row in values)
    kind = {3: 2, 4: 6}[channels]
    parts = (
        (b"IHDR", struct.pack(">IIBBBBB", width, height, 16, kind, 0, 0, 0)),
        (b"IDAT", zlib.compress(rows)),
        (b"IEND", b""),
    )
    chunks = (struct.pack(">I", len(b)) + t + b + struct.pack(">I", zlib.crc32(t + b)) for t, b in parts)
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + b"".join(chunks))


@pytest.mark.parametrize("name", ["uint16", "int16", "uint32", "float32"])
@pytest.mark.parametrize("compression", [None, "zlib"])
def test_grey_tiff_values_are_those_that_tifffile_reads(tmp_path: Path, name: str, compression: str | None) -> None:
    values = (GENERATOR.random((5, 7)) * 1000).astype(name)
    tifffile.imwrite(tmp_path / "a.tif", values, photometric="minisblack", compression=compression)
    source = read_source(tmp_path / "a.tif")
    assert source.values is not None
    assert np.array_equal(source.values[..., 0], tifffile.imread(tmp_path / "a.tif"))
    assert source.values.dtype == np.dtype(name)
    assert source.channels == ("V",)
    info = np.iinfo(name) if values.dtype.kind in "iu" else None
    assert source.full == (ImageRange(0, 1) if info is None else ImageRange(int(info.min), int(info.max)))


def test_colours_of_16_bits_keep_all_of_them(tmp_path: Path) -> None:
    values = GENERATOR.integers(0, 2**16, (5, 7, 4)).astype(np.uint16)
    write_png16(tmp_path / "rgb.png", values[..., :3])
    write_png16(tmp_path / "rgba.png", values)
    tifffile.imwrite(tmp_path / "rgb.tif", values[..., :3], photometric="rgb")
    for name, channels in (("rgb.png", "RGB"), ("rgba.png", "RGBA"), ("rgb.tif", "RGB")):
        source = read_source(tmp_path / name)
        assert source.values is not None
        assert np.array_equal(source.values, values[..., : len(channels)])
        assert "".join(source.channels) == channels


def test_a_page_and_a_region_of_a_file_are_its_own(tmp_path: Path) -> None:
    pages = GENERATOR.integers(0, 4000, (3, 20, 30)).astype(np.uint16)
    tifffile.imwrite(tmp_path / "a.tif", pages, photometric="minisblack")
    page = read_source(tmp_path / "a.tif[page=2]")
    part = read_source(tmp_path / "a.tif[page=1,x=4,y=3,width=10,height=8]")
    assert page.values is not None
    assert part.values is not None
    assert (page.page, part.page) == (2, 1)
    assert np.array_equal(page.values[..., 0], pages[2])
    assert np.array_equal(part.values[..., 0], pages[1, 3:11, 4:14])


@pytest.mark.parametrize(
    ("mode", "is_shown"), [("L", True), ("RGB", True), ("RGBA", False), ("P", False), ("LA", False)]
)
def test_values_of_8_bits_are_those_shown_or_pillow_s(tmp_path: Path, mode: str, is_shown: bool) -> None:
    image = Image.fromarray(GENERATOR.integers(0, 255, (5, 7, 3)).astype(np.uint8)).convert(mode)
    image.save(tmp_path / "a.png")
    source = read_source(tmp_path / "a.png")
    assert source.is_as_shown == is_shown
    if is_shown:
        assert source.values is None
    else:
        assert source.values is not None
        assert np.array_equal(np.squeeze(source.values), np.asarray(Image.open(tmp_path / "a.png")))


@pytest.mark.parametrize("orientation", range(1, 9))
def test_values_lie_as_the_picture_is_shown(tmp_path: Path, orientation: int) -> None:
    image = Image.fromarray(GENERATOR.integers(0, 255, (5, 7, 4)).astype(np.uint8))
    exif = Image.Exif()
    exif[0x0112] = orientation
    image.save(tmp_path / "a.png", exif=exif)
    grey = GENERATOR.integers(0, 2**16, (5, 7)).astype(np.uint16)
    tifffile.imwrite(tmp_path / "a.tif", grey, photometric="minisblack", extratags=[(274, "H", 1, orientation, True)])
    turned = read_source(tmp_path / "a.png").values
    assert turned is not None
    assert np.array_equal(turned, np.asarray(ImageOps.exif_transpose(Image.open(tmp_path / "a.png"))))
    deep = read_source(tmp_path / "a.tif").values
    assert deep is not None
    as_models_see_it = read_image(tmp_path / "a.tif").pixels
    assert np.array_equal(np.rint(deep[..., 0] * (255 / 65535)).astype(np.uint8), as_models_see_it[..., 0])


def test_what_is_too_large_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(source_pixels, "MOST_BYTES", 20)
    tifffile.imwrite(tmp_path / "a.tif", np.zeros((5, 7), np.uint16), photometric="minisblack")
    Image.fromarray(np.zeros((5, 7), np.uint16)).save(tmp_path / "a.png")
    for name in ("a.tif", "a.png"):
        source = read_source(tmp_path / name)
        assert source.values is None
        assert not source.is_as_shown


def test_a_damaged_file_is_refused_in_words(tmp_path: Path) -> None:
    Image.fromarray(np.zeros((50, 70), np.uint16)).save(tmp_path / "a.png")
    (tmp_path / "b.png").write_bytes((tmp_path / "a.png").read_bytes()[:60])
    with pytest.raises(InputError, match=r"b\.png"):
        read_source(tmp_path / "b.png")
