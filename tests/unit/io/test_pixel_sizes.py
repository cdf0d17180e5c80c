"""Sizes of px that TIFF files state, and resolutions that state nothing."""

from pathlib import Path
from typing import Any

import numpy as np
import pytest
import tifffile
from PIL import Image

from granview.core.pixel_size import PixelSize
from granview.io.source_pixels import read_source

GREY = np.arange(60, dtype=np.uint16).reshape(6, 10)


def size_of(path: Path, **written: Any) -> PixelSize | None:
    tifffile.imwrite(path, GREY, photometric="minisblack", **written)
    return read_source(path).pixel_size


@pytest.mark.parametrize(
    ("written", "micrometres"),
    [
        ({"resolution": (1000, 500), "resolutionunit": 3}, (10.0, 20.0)),  # per cm
        ({"resolution": (25400, 25400), "resolutionunit": 2}, (1.0, 1.0)),  # per inch
        ({"resolution": (300, 300), "resolutionunit": 2}, (25400 / 300, 25400 / 300)),
        ({"imagej": True, "resolution": (2, 4), "metadata": {"unit": "micron"}}, (0.5, 0.25)),
        ({"imagej": True, "resolution": (2, 2), "metadata": {"unit": "\\u00B5m"}}, (0.5, 0.5)),
        ({"imagej": True, "resolution": (8, 8), "metadata": {"unit": "mm"}}, (125.0, 125.0)),
        ({"ome": True, "metadata": {"PhysicalSizeX": 0.65, "PhysicalSizeY": 0.7}}, (0.65, 0.7)),
        ({"ome": True, "metadata": {"PhysicalSizeX": 40, "PhysicalSizeXUnit": "nm"}}, (0.04, 0.04)),
    ],
)
def test_the_size_of_a_px_is_what_the_file_states(
    tmp_path: Path, written: dict[str, Any], micrometres: tuple[float, float]
) -> None:
    size = size_of(tmp_path / "a.tif", **written)
    assert size is not None
    assert (size.width_m * 1e6, size.height_m * 1e6) == pytest.approx(micrometres, rel=1e-6)


@pytest.mark.parametrize(
    "written",
    [
        {},
        {"resolution": (72, 72), "resolutionunit": 2},
        {"resolution": (96, 96), "resolutionunit": 2},
        {"resolution": (28.346, 28.346), "resolutionunit": 3},
        {"resolution": (1000, 1000), "resolutionunit": 1},
        {"imagej": True, "resolution": (2, 2)},
        {"imagej": True, "resolution": (2, 2), "metadata": {"unit": "pixel"}},
        {"ome": True},
        {"ome": True, "metadata": {"PhysicalSizeX": 0.65, "PhysicalSizeXUnit": "pixel"}},
    ],
)
def test_a_resolution_without_a_unit_or_by_default_states_nothing(tmp_path: Path, written: dict[str, Any]) -> None:
    assert size_of(tmp_path / "a.tif", **written) is None


def test_a_png_of_72_dots_an_inch_has_no_size(tmp_path: Path) -> None:
    Image.fromarray(GREY.astype(np.uint8)).save(tmp_path / "a.png", dpi=(72, 72))
    assert read_source(tmp_path / "a.png").pixel_size is None


def test_a_smaller_version_has_larger_px(tmp_path: Path) -> None:
    path = tmp_path / "pyramid.tif"
    with tifffile.TiffWriter(path) as file:
        options: dict[str, Any] = {"photometric": "minisblack", "resolutionunit": 3}
        file.write(np.zeros((64, 64), np.uint8), subifds=1, resolution=(1000, 1000), **options)
        file.write(np.zeros((16, 16), np.uint8), subfiletype=1, resolution=(1000, 1000), **options)
    size = read_source(tmp_path / "pyramid.tif[page=0,level=1]").pixel_size
    assert size is not None
    assert size.width_m == pytest.approx(40e-6)
