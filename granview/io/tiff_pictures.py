"""The pictures that a TIFF file holds: pages, channels, slices and times, and regions of what is too large for one."""

import contextlib
import itertools
import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final
from xml.etree import ElementTree

import numpy as np

from granview.core.arrays import MAX_PIXELS
from granview.core.errors import InputError
from granview.io.image_pages import first_pages
from granview.io.page_address import PageAddress, Region, split_address
from granview.io.regular_files import open_regular

REGION_PX: Final = 8192
"""Side of the regions into which a page is cut that is too large to be read whole, at most."""

MOST_LISTED: Final = 20_000
"""No file holds more pictures: a header of 200 bytes may claim pages of any size."""

_LISTED: Final = 12
_AXES: Final = {"C": "c", "Z": "z", "T": "t"}


@dataclass(frozen=True)
class TiffPicture:
    """One picture of a file.

    Attributes:
        address: Where it is.
        label: What tells it from the others, such as ``DAPI-z3``; empty where there are no others.
        pages: How many pages the file has.
    """

    address: PageAddress
    label: str
    pages: int


def tiff_pictures(path: Path) -> list[TiffPicture]:
    """The pictures of a file; empty where it holds one, which is read as it is, and where it is no TIFF file.

    Only headers are read. Smaller versions of a page, as of microscopes' pyramids, are no pictures of their own.

    Raises:
        InputError: the file cannot be opened, or claims to hold too many.
    """
    first = first_pages(path)
    if first is None or (first.n < 2 and first.pixels <= MAX_PIXELS):
        return []
    found = _listed(path)
    return found if len(found) > 1 else []


def chosen_pictures(pictures: Sequence[TiffPicture], words: str, path: Path) -> list[TiffPicture]:
    """The pictures of a file that are named in brackets behind its name: ``channel=DAPI``, ``z=3``, ``page=0-9``.

    Args:
        pictures: All of the file.
        words: What stands in the brackets.
        path: The file with its brackets.

    Returns:
        Those; none where the words are the address of another part of the file.

    Raises:
        InputError: there are none, or the words say nothing.
    """
    address = split_address(path)[1]
    if address is not None:
        return [picture for picture in pictures if picture.address == address]
    pairs = [part.partition("=")[::2] for part in words.split(",")]
    chosen = [picture for picture in pictures if all(_is_meant(picture, *pair) for pair in pairs)]
    if not chosen:
        labels = ", ".join(picture.label for picture in pictures[:_LISTED]) or "one picture"
        raise InputError(
            f"{path.name} names no picture of the file.",
            f"It holds {labels}. Write channel=NAME, z=N, t=N, page=N or page=FIRST-LAST.",
        )
    return chosen


def _is_meant(picture: TiffPicture, name: str, value: str) -> bool:
    parts = picture.label.casefold().split("-")
    if name == "page":
        first, _, last = value.partition("-")
        return first.isdecimal() and int(first) <= picture.address.page <= int(last if last.isdecimal() else first)
    if name == "channel":
        return value.casefold() in parts or f"c{value}" in parts
    return name in _AXES.values() and f"{name}{value}" in parts


def _listed(path: Path) -> list[TiffPicture]:
    from tifffile import TiffFile, TiffFileError

    with open_regular(path) as file:
        try:
            with TiffFile(file, name=path.name) as tif:
                n = len(tif.pages)
                found = [TiffPicture(*each, n) for each in itertools.islice(_addresses(tif), MOST_LISTED + 1)]
        except (TiffFileError, ValueError, IndexError, KeyError):  # it is told where it is read
            return []
    if len(found) > MOST_LISTED:
        raise InputError(
            f"{path.name} claims more than {MOST_LISTED:,} pages, or regions of {REGION_PX} px of its pages.",
            "Split it, or copy it again if it should hold less.",
        )
    return found


def _addresses(tif: Any) -> Iterator[tuple[PageAddress, str]]:
    several = len(tif.series) > 1
    names = _channel_names(tif)
    for number, series in enumerate(tif.series):
        pages = [page for page in series.pages if page is not None and page.parent is tif]
        labels = _plane_labels(series, len(pages), names)
        before = [f"s{number}"] if several and len(pages) > 1 else []
        for page, label in zip(pages, labels, strict=True):
            own = label or ("" if len(pages) * len(tif.series) == 1 else f"p{page.index}")
            yield from _regions(page, "-".join((*before, own)))


def _regions(page: Any, label: str) -> Iterator[tuple[PageAddress, str]]:
    """A page; or the regions of one that is too large."""
    keyframe = page.keyframe
    height, width = int(keyframe.imagelength), int(keyframe.imagewidth)
    index = int(page.index)
    if height * width <= MAX_PIXELS:
        yield PageAddress(index), label
        return
    for y, rows in _parts(height):
        for x, columns in _parts(width):
            yield PageAddress(index, 0, Region(x, y, columns, rows)), "-".join(filter(None, (label, f"x{x}-y{y}")))


def _parts(length: int) -> Iterator[tuple[int, int]]:
    """Starts and lengths of about one size, of at most ``REGION_PX``."""
    n = math.ceil(length / REGION_PX)
    step = math.ceil(length / n)
    return ((start, min(step, length - start)) for start in range(0, length, step))


def _plane_labels(series: Any, n: int, channels: Sequence[str]) -> list[str]:
    """Channel, slice and time of each page of a series, as far as it has several and the file says so."""
    axes = [axis for axis in series.axes if axis not in "YXS"]
    shape = [size for axis, size in zip(series.axes, series.shape, strict=True) if axis not in "YXS"]
    if math.prod(shape) != n or not set(axes) <= set(_AXES):
        return [""] * n
    labels = []
    for places in np.ndindex(*shape):
        named = [
            _label(axis, place, channels) for axis, place, size in zip(axes, places, shape, strict=True) if size > 1
        ]
        labels.append("-".join(named))
    return labels


def _label(axis: str, place: int, channels: Sequence[str]) -> str:
    if axis == "C" and place < len(channels) and channels[place]:
        return channels[place]
    return f"{_AXES[axis]}{place}"


def _channel_names(tif: Any) -> list[str]:
    """The channels' names in OME's metadata, where there are any."""
    if not tif.ome_metadata:
        return []
    with contextlib.suppress(ElementTree.ParseError):
        root = ElementTree.fromstring(tif.ome_metadata)
        pixels = next((each for each in root.iter() if each.tag.endswith("}Pixels")), None)
        return [] if pixels is None else [each.get("Name", "") for each in pixels if each.tag.endswith("}Channel")]
    return []
