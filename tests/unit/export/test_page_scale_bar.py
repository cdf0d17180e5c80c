"""Scale bars on pages: as long as the length takes at native size, and none where it is not known."""

from pathlib import Path

import numpy as np
import pytest
import tifffile

from granview.core.pixel_size import PixelSize
from granview.export.layout import lay_out
from granview.export.page import Box, Picture, Text
from granview.export.page_content import PageColumn, PageContent
from granview.export.page_scale_bar import bar_on_page
from granview.io.pixel_sizes import read_pixel_size


def content(size: PixelSize | None, width: int = 600, height: int = 300) -> PageContent:
    panel = PageColumn("Image", (), lambda: np.zeros((height, width, 3), np.uint8))
    return PageContent("a", "a.tif", width, height, (panel,), (), "made", (), size)


def test_the_bar_is_as_long_as_its_length_and_lies_in_the_picture() -> None:
    page = lay_out(content(PixelSize(0.65e-6, 0.65e-6, "OME-XML")))
    picture = next(item for item in page.items if isinstance(item, Picture))
    words = next(item for item in page.items if isinstance(item, Text) and "µm" in item.text)
    bar = next(item for item in page.items if isinstance(item, Box) and item.color == (255, 255, 255))
    assert words.text == "100 µm"  # 180 px are 117 µm
    assert bar.width == pytest.approx(100 / 0.65)
    assert picture.x < bar.x
    assert bar.x + bar.width < picture.x + picture.width
    assert bar.y + bar.height < picture.y + picture.height


def test_there_is_none_where_the_size_is_not_known() -> None:
    assert bar_on_page(None, 600) is None
    page = lay_out(content(None))
    assert not [item for item in page.items if isinstance(item, Box) and item.color == (255, 255, 255)]


def test_the_size_of_a_file_is_read_from_its_header(tmp_path: Path) -> None:
    values = np.zeros((20, 30), np.uint16)
    tifffile.imwrite(tmp_path / "a.tif", values, photometric="minisblack", resolution=(2000, 1000), resolutionunit=3)
    turned = [(274, "H", 1, 6, True)]
    options = {"photometric": "minisblack", "resolution": (2000, 1000), "resolutionunit": 3}
    tifffile.imwrite(tmp_path / "b.tif", values, extratags=turned, **options)
    (tmp_path / "c.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    one, other = read_pixel_size(tmp_path / "a.tif"), read_pixel_size(tmp_path / "b.tif")
    assert one is not None
    assert other == one.turned()
    assert one.width_m == pytest.approx(5e-6)
    assert read_pixel_size(tmp_path / "c.png") is None
