"""Cityscapes' file names: ``gtFine/val/ulm/x_gtFine_labelIds.png`` of ``leftImg8bit/val/ulm/x_leftImg8bit.png``.

See "The Cityscapes Dataset for Semantic Urban Scene Understanding" (Cordts et al., 2016) and its repository.
"""

from dataclasses import dataclass
from typing import Final

PICTURES: Final = "leftImg8bit"
PICTURE_ENDINGS: Final = tuple(f"_leftimg8bit{suffix}" for suffix in (".png", ".jpg", ".jpeg", ".webp"))
"""Case-folded."""

ALL_MASKS: Final = "cityscapes-all-classes"
OBJECTS: Final = "cityscapes-objects"
"""Names of the formats of references that read masks of all 34 classes, and objects."""


@dataclass(frozen=True)
class CityscapesSort:
    """One sort of references.

    Attributes:
        name: By which it is chosen.
        title: On screen.
        truth: What it is the ground truth of.
        folder: Where it lies.
        endings: How its files' names end, case-folded; the first that there is counts.
        format: Reads it; empty where its file's name tells.
    """

    name: str
    title: str
    truth: str
    folder: str
    endings: tuple[str, ...]
    format: str = ""


def _sorts(folder: str, prefix: str, words: str) -> tuple[CityscapesSort, ...]:
    ids, train_ids, objects = (
        f"_{folder.casefold()}_{name}.png" for name in ("labelids", "labeltrainids", "instanceids")
    )
    return (
        CityscapesSort(
            f"{prefix}class-masks", f"{words}masks of the 19 evaluated classes", "masks", folder, (ids, train_ids)
        ),
        CityscapesSort(f"{prefix}objects", f"{words}objects and stuff", "objects", folder, (objects,), OBJECTS),
        CityscapesSort(
            f"{prefix}all-class-masks", f"{words}masks of all 34 classes", "masks", folder, (ids,), ALL_MASKS
        ),
    )


SORTS: Final = (*_sorts("gtFine", "", ""), *_sorts("gtCoarse", "coarse-", "coarse "))
"""Those that are taken first first."""

FOLDERS: Final = tuple(dict.fromkeys(sort.folder for sort in SORTS))
SPARE: Final = {
    "_color.png": "labelIds say the same, and are read.",
    "_polygons.json": "labelIds hold them drawn, and are read.",
    "_labeltrainids.png": "labelIds say the same, and are read.",
    "_instancetrainids.png": "instanceIds say the same, and are read.",
}
"""What is left alone, by how its name ends, and why."""

NO_MASKS: Final = "there are no labelIds, which are what is read."
MAKE_MASKS: Final = "Unpack labelIds too, or make them from the polygons with cityscapesScripts."

CLASS_TABLES: Final = {
    ending: table
    for folder in FOLDERS
    for ending, table in (
        (f"_{folder.casefold()}_labelids.png", "cityscapes"),
        (f"_{folder.casefold()}_labeltrainids.png", "cityscapes-train-ids"),
    )
}
"""The class table of a mask, by how its name ends, case-folded."""
