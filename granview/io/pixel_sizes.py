"""The size of a px that a TIFF file states: in OME-XML, as ImageJ writes it, or by its resolution tags.

A resolution alone is none: programs write 72 or 96 per inch where they know nothing. It counts with a unit, and where
it is not one of these two. Sources: TIFF 6.0, tags 282, 283 and 296; OME schema 2016-06, ``Pixels``; ImageJ,
``TiffDecoder``.
"""

import math
import re
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final
from xml.etree import ElementTree

from granview.core.pixel_size import PixelSize
from granview.io.file_formats import SIGNATURE_BYTES, image_format
from granview.io.page_address import PageAddress, split_address
from granview.io.regular_files import open_regular

if TYPE_CHECKING:
    from tifffile import TiffFile, TiffPage

_QUARTER_TURNS: Final = frozenset({5, 6, 7, 8})
_INCH_M: Final = 0.0254
_METRES: Final = {
    "m": 1.0,
    "meter": 1.0,
    "metre": 1.0,
    "dm": 1e-1,
    "cm": 1e-2,
    "mm": 1e-3,
    "um": 1e-6,
    "µm": 1e-6,
    "μm": 1e-6,
    "micron": 1e-6,
    "microns": 1e-6,
    "micrometer": 1e-6,
    "nm": 1e-9,
    "nanometer": 1e-9,
    "pm": 1e-12,
    "å": 1e-10,
    "km": 1e3,
    "inch": _INCH_M,
    "in": _INCH_M,
}
_RESOLUTION_UNIT_M: Final = {2: _INCH_M, 3: 1e-2}
_DEFAULT_PER_INCH: Final = (72.0, 96.0)
_TOLERANCE: Final = 0.01
_ESCAPED: Final = re.compile(r"\\u([0-9a-fA-F]{4})")


def read_pixel_size(path: Path) -> PixelSize | None:
    """The size of a px of a picture as it is shown, from its header; None for other files and where none is stated.

    Raises:
        InputError: the file cannot be read, or is damaged.
    """
    from tifffile import TiffFile, TiffFileError

    from granview.io.opened_image import damage_as_input_error
    from granview.io.tiff_region import page_at

    file_path, address = split_address(path)
    address = address or PageAddress()
    with open_regular(file_path) as file, damage_as_input_error(path):
        if image_format(file.read(SIGNATURE_BYTES)) != "TIFF":
            return None
        file.seek(0)
        try:
            with TiffFile(file, name=path.name) as tif:
                return address_pixel_size(tif, page_at(tif, address, path.name), address)
        except TiffFileError:
            return None


def address_pixel_size(tif: "TiffFile", page: "TiffPage", address: PageAddress) -> PixelSize | None:
    """The size of a px of a page as it is shown: turned as its orientation says, larger in its smaller versions.

    Args:
        tif: The file.
        page: The page, or the smaller version of it.
        address: Which it is.
    """
    whole = tif.pages[address.page].aspage()
    size = tiff_pixel_size(tif, whole)
    if size is None:
        return None
    times = whole.imagewidth / page.imagewidth
    size = PixelSize(size.width_m * times, size.height_m * times, size.source)
    tag = page.tags.get("Orientation")
    return size.turned() if tag is not None and int(tag.value) in _QUARTER_TURNS else size


def tiff_pixel_size(tif: "TiffFile", page: "TiffPage") -> PixelSize | None:
    """The size of a px of a page at its full size; None where the file states none.

    A statement in words comes before the resolution tags, which microscopes' programs fill in at random.
    """
    for stated in _STATEMENTS:
        size = stated(tif, page)
        if size is not None:
            return size
    return None


def _ome(tif: "TiffFile", page: "TiffPage") -> PixelSize | None:
    text = tif.pages.first.description if tif.is_ome else ""
    try:
        root = ElementTree.fromstring(text) if text else None
    except ElementTree.ParseError:
        return None
    found = None if root is None else root.find(".//{*}Pixels")
    if found is None:
        return None
    sizes = [_length(found.get(f"PhysicalSize{axis}"), found.get(f"PhysicalSize{axis}Unit", "µm")) for axis in "XY"]
    return _size(sizes[0], sizes[1] or sizes[0], "OME-XML")


def _imagej(tif: "TiffFile", page: "TiffPage") -> PixelSize | None:
    """ImageJ names a unit, and the resolution tags count px in it."""
    if not tif.is_imagej:
        return None
    lines = dict(line.partition("=")[::2] for line in tif.pages.first.description.splitlines())
    unit = _ESCAPED.sub(lambda found: chr(int(found[1], 16)), lines.get("unit", "")).strip()
    metres = _METRES.get(unit.casefold() if unit != "Å" else "å")
    if metres is None:
        return None
    across, down = (_rational(page, tag) for tag in ("XResolution", "YResolution"))
    return _size(_over(metres, across), _over(metres, down or across), "ImageJ")


def _resolution(tif: "TiffFile", page: "TiffPage") -> PixelSize | None:
    unit = page.tags.get("ResolutionUnit")
    metres = None if unit is None or tif.is_imagej else _RESOLUTION_UNIT_M.get(int(unit.value))
    if metres is None:
        return None
    across, down = (_rational(page, tag) for tag in ("XResolution", "YResolution"))
    size = _size(_over(metres, across), _over(metres, down or across), "TIFF")
    return None if size is None or _is_default(size) else size


_STATEMENTS: Final[tuple[Callable[["TiffFile", "TiffPage"], PixelSize | None], ...]] = (_ome, _imagej, _resolution)


def _is_default(size: PixelSize) -> bool:
    """Whether it is what screens are said to have: 72 or 96 px an inch, whatever unit that is written in."""
    per_inch = _INCH_M / size.width_m
    return any(abs(per_inch / default - 1) < _TOLERANCE for default in _DEFAULT_PER_INCH)


def _length(value: str | None, unit: str) -> float | None:
    metres = _METRES.get(unit if unit in _METRES else unit.casefold())
    try:
        return None if value is None or metres is None else float(value) * metres
    except ValueError:
        return None


def _rational(page: "TiffPage", name: str) -> float | None:
    tag = page.tags.get(name)
    value: Any = None if tag is None else tag.value
    if isinstance(value, tuple):
        return value[0] / value[1] if len(value) == 2 and value[1] else None
    return None if value is None else float(value)


def _over(metres: float, per_unit: float | None) -> float | None:
    return metres / per_unit if per_unit else None


def _size(width_m: float | None, height_m: float | None, source: str) -> PixelSize | None:
    both = [value for value in (width_m, height_m) if value is not None and 0 < value < math.inf]
    return PixelSize(both[0], both[1], source) if len(both) == 2 else None
