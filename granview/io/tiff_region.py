"""Px of a page of a TIFF file, or of a part of it: only the strips and tiles that hold them are read.

A strip or tile is decoded by tifffile where that needs no library besides, else as a little TIFF file of its own by
Pillow, whose libtiff knows LZW, JPEG, WebP and Zstandard.
"""

import io
import math
import struct
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, BinaryIO, Final

import numpy as np
from numpy.typing import NDArray

from granview.core.errors import InputError
from granview.io.page_address import PageAddress, Region

if TYPE_CHECKING:
    from tifffile import TiffPage

_BY_TIFFFILE: Final = frozenset({1, 8, 32773, 32946})
"""Compressions that tifffile decodes by Python alone: none, Deflate, PackBits."""

_YCBCR: Final = 6
_COPIED: Final = (258, 259, 262, 266, 277, 284, 317, 338, 339, 347, 530)
"""Tags that say how a strip or tile is to be decoded."""

_AS_GREY: Final[dict[type, tuple[type, str]]] = {
    np.uint8: (np.uint8, ""),
    np.int8: (np.int32, ""),
    np.uint16: (np.uint16, "I;16"),
    np.int16: (np.int32, "I;16S"),
    np.int32: (np.int32, ""),
}
"""By the file's type of number: that of Pillow's image, and its raw mode; floating-point for all others."""

_FORMATS: Final = {1: "B", 3: "H", 4: "I"}


@dataclass(frozen=True)
class TiffPixels:
    """What was read.

    Attributes:
        values: (h, w) or (h, w, channels), of the file's type of number.
        is_inverted: Whether 0 is white.
        bits: Bits per channel in the file.
    """

    values: NDArray[Any]
    is_inverted: bool
    bits: int


def read_pixels(file: BinaryIO, address: PageAddress, name: str, most_px: int) -> TiffPixels:
    """The px of a picture of a file.

    Raises:
        InputError: there is no such page, it is compressed or stored in a way that is not read, or larger than allowed.
    """
    from tifffile import TiffFile

    with TiffFile(file, name=name) as tif:
        page = page_at(tif, address, name)
        whole = Region(0, 0, page.imagewidth, page.imagelength)
        region = address.region or whole
        if region.x + region.width > whole.width or region.y + region.height > whole.height:
            raise InputError(
                f"{name} reaches beyond its page of {whole.width} x {whole.height} px.", "Give less of it."
            )
        if region.width * region.height > most_px:
            raise InputError(
                f"{name} has {region.width} x {region.height} pixels, over the limit of {most_px // 10**6} megapixels.",
                "Give the file itself: it is then cut into regions.",
            )
        _refuse_other(page, name)
        values = _region(page, region, name, most_px)
        return TiffPixels(values, int(page.photometric) == 0, int(page.bitspersample))


def as_image(pixels: TiffPixels) -> "tuple[Any, str]":
    """What was read as an image of Pillow's, and the raw mode by which its grey values are known (see ``bit_depth``).

    Colours of 16 bits keep their upper 8, as everywhere. Numbers that Pillow does not have become floating-point ones.
    """
    from PIL import Image

    values, packing = pixels.values, ""
    if values.ndim == 3:
        image = Image.fromarray(_colours(values))
    else:
        values, packing = _grey(values)
        if pixels.is_inverted and values.dtype == np.uint8:
            values = 255 - values
        image = Image.fromarray(values)
    image.format = "TIFF"
    return image, packing


def _colours(values: NDArray[Any]) -> NDArray[np.uint8]:
    """(h, w, 3 or 4) uint8; of two channels a third that is black."""
    if values.dtype.itemsize > 1:
        info = np.iinfo(values.dtype) if values.dtype.kind in "ui" else None
        scaled = values * 255.0 if info is None else values // ((info.max + 1) // 256)
        values = np.clip(scaled, 0, 255).astype(np.uint8)
    missing = 3 - values.shape[2]
    return np.ascontiguousarray(np.pad(values, ((0, 0), (0, 0), (0, missing))) if missing > 0 else values)


def _grey(values: NDArray[Any]) -> tuple[NDArray[Any], str]:
    kind = values.dtype.newbyteorder("=")
    values = np.ascontiguousarray(values.astype(kind, copy=False))
    if kind == np.uint32:
        return values.view(np.int32), "I;32N"
    if kind == np.bool_:
        return values.astype(np.uint8) * 255, ""
    made, packing = _AS_GREY.get(kind.type, (np.float32, ""))
    return values.astype(made, copy=False), packing


def page_at(tif: Any, address: PageAddress, name: str) -> "TiffPage":
    """The page of an open file, or one of its smaller versions.

    Raises:
        InputError: there is none.
    """
    try:
        page: TiffPage = tif.pages[address.page].aspage()
        levels: Any = page.pages
        return levels[address.level - 1].aspage() if address.level else page
    except (IndexError, TypeError) as error:
        raise InputError(f"{name} is not there: the file has {len(tif.pages)} pages.", "They count from 0.") from error


def _refuse_other(page: "TiffPage", name: str) -> None:
    """Refuse what is no grey or RGB picture in numbers that are read."""
    known = page.dtype is not None and page.dtype.kind in "buif" and page.dtype.itemsize <= 8
    if not known or int(page.photometric) not in (0, 1, 2, 6) or page.imagedepth != 1 or page.samplesperpixel > 4:
        what = f"{page.dtype}, {page.samplesperpixel} channels, {getattr(page.photometric, 'name', page.photometric)}"
        raise InputError(f"{name} is stored in a way that is not read here ({what}).", "Save it as grey or RGB.")


def _region(page: "TiffPage", region: Region, name: str, most_px: int) -> NDArray[Any]:
    samples = page.samplesperpixel
    assert page.dtype is not None
    values = np.zeros((region.height, region.width, samples), page.dtype)
    for part, top, left, plane in _segments(page, region, name, most_px):
        height, width, channels = part.shape
        rows = slice(max(top - region.y, 0), min(top + height - region.y, region.height))
        columns = slice(max(left - region.x, 0), min(left + width - region.x, region.width))
        from_row, from_column = rows.start + region.y - top, columns.start + region.x - left
        cut = part[
            from_row : from_row + rows.stop - rows.start, from_column : from_column + columns.stop - columns.start
        ]
        values[rows, columns, plane : plane + channels] = cut
    return values[..., 0] if samples == 1 else values


def _segments(
    page: "TiffPage", region: Region, name: str, most_px: int
) -> Iterator[tuple[NDArray[Any], int, int, int]]:
    """Each strip or tile that a region touches: its px (h, w, channels), its first row and column, its plane."""
    height = page.tilelength if page.is_tiled else min(page.rowsperstrip, page.imagelength)
    width = page.tilewidth if page.is_tiled else page.imagewidth
    across, down = math.ceil(page.imagewidth / width), math.ceil(page.imagelength / height)
    planes = page.samplesperpixel if int(page.planarconfig) == 2 else 1
    touched = [
        (plane * across * down + row * across + column, row * height, column * width, plane)
        for plane in range(planes)
        for row in range(region.y // height, math.ceil((region.y + region.height) / height))
        for column in range(region.x // width, math.ceil((region.x + region.width) / width))
    ]
    file = page.parent.filehandle
    for index, top, left, plane in touched:
        if not page.databytecounts[index]:
            continue
        rows = height if page.is_tiled else min(height, page.imagelength - top)
        if _is_plain(page):
            first = max(top, region.y)
            rows = min(top + rows, region.y + region.height) - first
            yield _plain_rows(page, index, first - top, rows, name), first, left, plane
            continue
        if rows * width > most_px:
            raise InputError(
                f"{name} lies in a strip or tile of {width} x {rows} px, which can only be decoded as a whole, over "
                f"the limit of {most_px // 10**6} megapixels.",
                "Save it in tiles.",
            )
        file.seek(page.dataoffsets[index])
        data = file.read(page.databytecounts[index])
        yield _decoded(page, data, index, (rows, width), name), top, left, plane


def _is_plain(page: "TiffPage") -> bool:
    """Whether its rows lie in the file as numbers, one after another, so that some can be read without the rest."""
    whole_bytes = page.dtype is not None and int(page.bitspersample) == 8 * page.dtype.itemsize
    as_is = int(page.compression) == 1 and int(page.predictor) == 1 and int(page.fillorder) == 1
    return not page.is_tiled and whole_bytes and as_is and int(page.photometric) != _YCBCR


def _plain_rows(page: "TiffPage", index: int, first: int, rows: int, name: str) -> NDArray[Any]:
    """(rows, w, channels) of a strip, from a row on."""
    assert page.dtype is not None
    channels = page.samplesperpixel if int(page.planarconfig) == 1 else 1
    kind = page.dtype.newbyteorder(page.parent.byteorder)
    row_bytes = page.imagewidth * channels * kind.itemsize
    file = page.parent.filehandle
    file.seek(page.dataoffsets[index] + first * row_bytes)
    data = file.read(max(min(rows * row_bytes, page.databytecounts[index] - first * row_bytes), 0))
    if len(data) < rows * row_bytes:
        raise InputError(f"{name} is cut short.", "Copy or download the file again.")
    return np.frombuffer(data, kind).reshape(rows, page.imagewidth, channels)


def _decoded(page: "TiffPage", data: bytes, index: int, size: tuple[int, int], name: str) -> NDArray[Any]:
    """(h, w, channels) of one strip or tile."""
    channels = page.samplesperpixel if int(page.planarconfig) == 1 else 1
    try:
        if int(page.compression) in _BY_TIFFFILE and int(page.predictor) == 1:
            found, _, shape = page.decode(data, index)
            return np.asarray(found).reshape(shape[-3:])
        return _by_pillow(page, data, size).reshape(*size, channels)
    except Exception as error:
        how = getattr(page.compression, "name", page.compression)
        raise InputError(
            f"{name} cannot be decoded: it is compressed by {how} ({error}).",
            "Save it uncompressed, or compressed by Deflate, LZW or JPEG.",
        ) from error


def _by_pillow(page: "TiffPage", data: bytes, size: tuple[int, int]) -> NDArray[Any]:
    """One strip or tile through a TIFF file that holds nothing else."""
    from PIL import TiffImagePlugin

    channels = page.samplesperpixel if int(page.planarconfig) == 1 else 1
    tags: dict[int, tuple[int, Any]] = {256: (4, (size[1],)), 257: (4, (size[0],)), 278: (4, (size[0],))}
    for code in _COPIED:
        tag = page.tags.get(code)
        if tag is not None:
            tags[code] = _raw(tag.value, code)
    tags[277] = (3, (channels,))
    tags[258] = (3, (page.bitspersample,) * channels)
    with TiffImagePlugin.TiffImageFile(io.BytesIO(_little_tiff(tags, data, page.parent.byteorder))) as image:
        return np.asarray(image)


def _raw(value: Any, code: int) -> tuple[int, Any]:
    if isinstance(value, bytes):
        return 7, value
    values = tuple(int(each) for each in value) if isinstance(value, tuple) else (int(value),)
    return (3 if code != 278 else 4), values


def _little_tiff(tags: dict[int, tuple[int, Any]], data: bytes, order: str) -> bytes:
    """A TIFF file of one strip (TIFF 6.0, section 2)."""
    tags = {**tags, 273: (4, (0,)), 279: (4, (len(data),))}
    start = 8 + 2 + 12 * len(tags) + 4
    entries, beyond = [], b""
    encoded = {code: _value_bytes(order, *tag) for code, tag in tags.items()}
    total = sum(len(raw) + len(raw) % 2 for raw in encoded.values() if len(raw) > 4)
    encoded[273] = struct.pack(f"{order}I", start + total)
    for code in sorted(tags):
        kind, raw = tags[code][0], encoded[code]
        count = len(raw) // {3: 2, 4: 4}.get(kind, 1)
        if len(raw) > 4:
            place = struct.pack(f"{order}I", start + len(beyond))
            beyond += raw + b"\0" * (len(raw) % 2)
        else:
            place = raw.ljust(4, b"\0")
        entries.append(struct.pack(f"{order}HHI", code, kind, count) + place)
    head = (b"II" if order == "<" else b"MM") + struct.pack(f"{order}HI", 42, 8)
    return head + struct.pack(f"{order}H", len(tags)) + b"".join(entries) + b"\0" * 4 + beyond + data


def _value_bytes(order: str, kind: int, value: Any) -> bytes:
    return value if isinstance(value, bytes) else struct.pack(f"{order}{len(value)}{_FORMATS[kind]}", *value)
