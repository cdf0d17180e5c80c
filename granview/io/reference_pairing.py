"""Which reference belongs to which image, by name.

An image and its reference have the same stem, ignoring case, or the same once the endings below are taken off. The
endings are those of the data sets that people have: ``x_mask``, ``x_gt``, ``x_label``, CamVid's ``x_L``, Cityscapes'
``x_gtFine_labelIds`` beside ``x_leftImg8bit``, and so on.
"""

import re
from pathlib import Path
from typing import Final

from granview.io.reference_format import reference_stem, reference_suffix

_REFERENCE_ENDING: Final = re.compile(
    r"[ ._-](?:(?:gtfine|gtcoarse)[ ._-]label(?:train)?ids|label(?:train)?ids|labels?|masks?|gt|groundtruth"
    r"|ground[_-]truth|seg|segmentation|annotations?|anno|references?|ref|truth|l)$",
    re.IGNORECASE,
)
_IMAGE_ENDING: Final = re.compile(r"[ ._-](?:leftimg8bit|image|img|input|rgb)$", re.IGNORECASE)

REFERENCE_FOLDERS: Final = (
    "masks",
    "mask",
    "references",
    "reference",
    "labels",
    "label",
    "annotations",
    "gt",
    "groundtruth",
    "ground_truth",
    "gtfine",
    "segmentationclass",
    "segmentation",
)
"""Names, case-folded, of folders that hold the references of a data set, the preferred ones first."""


def image_key(path: Path) -> str:
    """The key of an image."""
    return _IMAGE_ENDING.sub("", path.stem).casefold()


def reference_key(path: Path) -> str:
    """The key of a reference, its ending taken off."""
    return _REFERENCE_ENDING.sub("", reference_stem(path)).casefold()


def reference_names(path: Path) -> set[str]:
    """What an input may be called whose reference this is, case-folded: as the reference, or as it without its ending.

    The ending of the format is taken off before: ``scan.points.json`` may belong to ``scan``.
    """
    return {path.stem.casefold(), reference_stem(path).casefold(), reference_key(path)}


def has_reference_ending(path: Path) -> bool:
    """Whether a file is called as references are beside their images, such as ``x_mask.png``."""
    return bool(reference_suffix(path)) and _REFERENCE_ENDING.search(reference_stem(path)) is not None


class ReferenceIndex:
    """References by name; asks for the very same stem first, and for the like-named subfolder."""

    def __init__(self) -> None:
        self._by_name: dict[str, list[tuple[Path, Path]]] = {}
        self._unused: dict[Path, None] = {}

    def add(self, folder: Path, path: Path) -> None:
        """One more reference, lying in ``folder`` relative to the references' top."""
        if path in self._unused:
            return
        self._unused[path] = None
        for name in reference_names(path):
            self._by_name.setdefault(name, []).append((folder, path))

    def match(self, folder: Path, image: Path) -> list[Path]:
        """The references that an image may have, never the image itself; of several of one type it is not known which.

        Args:
            folder: The image's folder relative to the images' top; references in the same relative folder win.
            image: The image.
        """
        rows = self._by_name.get(image.stem.casefold()) or self._by_name.get(image_key(image)) or []
        rows = [(place, path) for place, path in rows if path != image]
        beside = [path for place, path in rows if place == folder]
        candidates = beside or [path for _, path in rows]
        for path in candidates:
            self._unused.pop(path, None)
        return candidates

    @property
    def unused(self) -> tuple[Path, ...]:
        """References that no image has asked for yet."""
        return tuple(self._unused)
