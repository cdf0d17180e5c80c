"""Files of several pages or frames: which is read, and how many there are."""

import contextlib
import struct
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import BinaryIO, Final

from granview.io.file_formats import SIGNATURE_BYTES, image_format
from granview.io.opened_image import OpenedImage
from granview.io.page_address import split_address
from granview.io.regular_files import open_regular

_KINDS: Final = {"TIFF": "pages", "WEBP": "frames", "PNG": "frames"}
_MOST_COUNTED: Final = 1000
_BIG_TIFF: Final = 43
_MOST_ENTRIES: Final = 4096


@dataclass(frozen=True)
class FirstPages:
    """What the first pages of a TIFF file are like.

    Attributes:
        n: How many pages there are; 2 for more than one.
        pixels: Px of the first.
    """

    n: int
    pixels: int


def first_pages(path: Path) -> FirstPages | None:
    """What the header of a TIFF file says, read without any library; None for another file.

    Raises:
        InputError: the file cannot be opened.
    """
    with open_regular(path) as file:
        if image_format(file.read(SIGNATURE_BYTES)) != "TIFF":
            return None
        file.seek(0)
        return FirstPages(sum(1 for _ in islice(_directories(file), 2)), _first_pixels(file))


def page_notices(opened: OpenedImage, subject: str = "It") -> tuple[str, ...]:
    """Which page of several, or frame of an animation, is read; nothing for a file that holds one.

    Args:
        opened: The file.
        subject: What a sentence calls it.

    Raises:
        InputError: the file cannot be read any more.
    """
    image = opened.image
    kind = "" if split_address(opened.path)[1] else _KINDS.get(image.format or "")
    if not kind or not getattr(image, "is_animated", False):
        return ()
    count: int = _count_pages(opened) if kind == "pages" else getattr(image, "n_frames", 1)
    count_text = f"more than {_MOST_COUNTED}" if count > _MOST_COUNTED else str(count)
    rest = "the first is read. To have the others too, save them as files of their own."
    return (f"{subject} holds {count_text} {kind}; {rest}",)


def _count_pages(opened: OpenedImage) -> int:
    """Pages of a TIFF file; where there are more than are counted, one more than those.

    Pillow counts by moving the image itself to its last page, which loses the decoded pixels.
    """
    with open_regular(opened.path) as file:
        return sum(1 for _ in islice(_directories(file), _MOST_COUNTED + 1))


def _first_pixels(file: BinaryIO) -> int:
    """Width times height of the first page, tags 256 and 257; 0 where they cannot be read."""
    file.seek(0)
    head = file.read(16)
    order = "<" if head.startswith(b"II") else ">"
    is_big = struct.unpack_from(f"{order}H", head, 2)[0] == _BIG_TIFF
    count, entry, offset = (f"{order}Q", f"{order}HHQQ", f"{order}Q") if is_big else (f"{order}H", f"{order}HHII", "I")
    sides = {256: 0, 257: 0}
    with contextlib.suppress(struct.error, OSError, OverflowError, ValueError):
        file.seek(struct.unpack_from(offset if is_big else f"{order}I", head, 8 if is_big else 4)[0])
        for _ in range(min(_read(file, count), _MOST_ENTRIES)):
            raw = file.read(struct.calcsize(entry))
            tag, kind, _, value = struct.unpack(entry, raw)
            if tag in sides:
                sides[tag] = struct.unpack_from(f"{order}H", raw, len(raw) // 2 + 2)[0] if kind == 3 else value
    return sides[256] * sides[257]


def _directories(file: BinaryIO) -> Iterator[int]:
    """Offsets of a TIFF file's directories, one a page, each of which names the next (TIFF 6.0, section 2; BigTIFF)."""
    head, seen = file.read(16), set[int]()
    order = "<" if head.startswith(b"II") else ">"
    is_big = struct.unpack_from(f"{order}H", head, 2)[0] == _BIG_TIFF
    count, entry_bytes, offset = (f"{order}Q", 20, f"{order}Q") if is_big else (f"{order}H", 12, f"{order}I")
    place = struct.unpack_from(offset, head, 8 if is_big else 4)[0]
    with contextlib.suppress(struct.error, OSError, OverflowError, ValueError):  # a torn chain ends where it is torn
        while place and place not in seen:
            seen.add(place)
            yield place
            file.seek(place)
            entries = _read(file, count)
            file.seek(entries * entry_bytes, 1)
            place = _read(file, offset)


def _read(file: BinaryIO, number: str) -> int:
    value: int = struct.unpack(number, file.read(struct.calcsize(number)))[0]
    return value
