"""How an image and its reference are called, and the folders that they lie in.

An image and its reference have the same stem, ignoring case, or the same once the endings below are taken off. The
endings are those of the data sets that people have: ``x_mask``, ``x_gt``, ``x_label``, CamVid's ``x_L``, Cityscapes'
``x_gtFine_labelIds`` beside ``x_leftImg8bit``, and so on; and, of pictures that are to be restored, ``x_hr`` beside
``x_lr``, ``x_clean`` beside ``x_noisy``, and Set5's ``x`` for ``xLRx2`` and ``xx2``.
"""

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from granview.io.record_names import folded
from granview.io.reference_format import reference_stem, reference_suffix

_REFERENCE_ENDING: Final = re.compile(
    r"[ ._-](?:(?:gtfine|gtcoarse)[ ._-]label(?:train)?ids|label(?:train)?ids|labels?|(?:cp[ ._-])?masks?|gt"
    r"|groundtruth|ground[_-]truth|seg|segmentation|annotations?|anno|references?|ref|truth|l)$",
    re.IGNORECASE,
)
_PICTURE_ENDING: Final = re.compile(r"[ ._-](?:hr|highres|clean|sharp)$", re.IGNORECASE)
_WORSE_ENDING: Final = re.compile(
    r"(?:[ ._-](?:lr|lowres|noisy|blurry|blurred)(?:[ ._-]?x[2348])?|[ ._-]?(?:LR)?x[2348])$", re.IGNORECASE
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

PICTURE: Final = "picture"
"""The format of references that are pictures as they should be."""

PICTURE_FOLDERS: Final[Mapping[str, str]] = {
    "low": "high",
    "lr": "hr",
    "lq": "hq",
    "noisy": "clean",
    "blur": "sharp",
    "blurred": "sharp",
    "blurry": "sharp",
    "input": "target",
    "inputs": "targets",
}
"""Names, case-folded, of folders of pictures that are to be restored, and of the folder of what they should be."""


BETTER_FOLDERS: Final = frozenset({*REFERENCE_FOLDERS, *PICTURE_FOLDERS.values()})
"""Names, case-folded, of folders whose pictures are references."""


def image_key(path: Path) -> str:
    """The key of an image."""
    return folded(_WORSE_ENDING.sub("", _IMAGE_ENDING.sub("", path.stem)))


def format_by_name(path: Path, image: Path) -> str:
    """The format that names tell: ``x_hr.png``, or ``high/x.png`` for ``low/x.png``, is a picture; empty for none."""
    is_pair = PICTURE_FOLDERS.get(image.parent.name.casefold()) == path.parent.name.casefold()
    return PICTURE if is_pair or _PICTURE_ENDING.search(path.stem) else ""


def reference_key(path: Path) -> str:
    """The key of a reference, its ending taken off."""
    return folded(plain_stem(path))


def plain_stem(path: Path) -> str:
    """The stem of a reference, its ending taken off, as it is written."""
    return _PICTURE_ENDING.sub("", _REFERENCE_ENDING.sub("", reference_stem(path)))


def reference_names(path: Path) -> set[str]:
    """What an input may be called whose reference this is, case-folded: as the reference, or as it without its ending.

    The ending of the format is taken off before: ``scan.points.json`` may belong to ``scan``.
    """
    return {folded(path.stem), folded(reference_stem(path)), reference_key(path)}


def has_reference_ending(path: Path) -> bool:
    """Whether a file is called as references are beside their images, such as ``x_mask.png``."""
    stem = reference_stem(path)
    return bool(reference_suffix(path)) and bool(_REFERENCE_ENDING.search(stem) or _PICTURE_ENDING.search(stem))
