"""The layout of Pascal VOC: ``JPEGImages`` beside ``SegmentationClass``, ``SegmentationObject`` and ``Annotations``.

``ImageSets`` holds the lists of its splits. See "The PASCAL Visual Object Classes Challenge 2012 Development Kit". The
classes are VOC's own where the data set is: other people's data in these folders has others.
"""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from granview.core.labels import LabelSet
from granview.io.class_source import ClassFile
from granview.io.data_set import DataSet, DataSetChoice, Member
from granview.io.folder_names import FolderNames
from granview.io.known_classes import known_classes
from granview.io.layout import LAYOUTS, Layout
from granview.io.regular_files import is_folder, is_regular
from granview.io.search_events import Problem
from granview.io.voc_data_set import chosen_names, describe
from granview.io.voc_folders import BOXES, CLASS_MASKS, OBJECT_MASKS, PICTURES, VocFolders
from granview.io.voc_lists import LISTS

_OTHERS: Final = (LISTS, BOXES, CLASS_MASKS, OBJECT_MASKS)
_ROOT: Final = re.compile(r"voc[ _-]?20(0[5-9]|1[0-2])", re.IGNORECASE)
"""How its folder is called: ``VOC2012``, ``VOC2012_train_val``."""

_OWN_LIST: Final = tuple(f"aeroplane_{split}.txt" for split in ("train", "trainval", "val", "test"))


class PascalVoc(Layout):
    """Pictures with masks of classes, masks of objects and boxes."""

    title = "Pascal VOC"
    rank = 12

    def recognise(self, folder: FolderNames) -> DataSet | None:
        """A folder with ``JPEGImages`` and two of the others; pictures beside one alone are told by their names."""
        held = [name for name in _OTHERS if folder.folder(name) is not None]
        if folder.folder(PICTURES) is None or len(held) < 2:
            return None
        evidence = f"{PICTURES}, {', '.join(held[:-1])} and {held[-1]}"
        return describe(VocFolders(folder), "pascal_voc", self.title, evidence, "Put them there, as JPEG or PNG files.")

    def members(self, data_set: DataSet, choice: DataSetChoice) -> Iterator[Member | Problem]:
        """The pictures of the chosen splits with what is known of each."""
        folders = VocFolders(FolderNames(data_set.root))
        yield from folders.members(data_set, choice, chosen_names(folders, choice))

    def classes_of(self, reference: Path) -> ClassFile | None:
        """Its 20 classes, of masks with the background, of files in the folders of the data set itself."""
        for folder in reference.parents:
            if folder.name == CLASS_MASKS and _is_its_own(folder.parent):
                return known_classes("pascal-voc")
            if folder.name == BOXES and _is_its_own(folder.parent):
                return _without_background(known_classes("pascal-voc"))
        return None


LAYOUTS.register("pascal_voc")(PascalVoc())


def _is_its_own(root: Path) -> bool:
    """Whether a folder is Pascal VOC's: by its name, or by the lists of its classes."""
    is_called_so = _ROOT.search(root.name) is not None
    has_lists = is_called_so or any(is_regular(root / LISTS / "Main" / name) for name in _OWN_LIST)
    return has_lists and is_folder(root / PICTURES)


def _without_background(classes: ClassFile) -> ClassFile:
    labels = LabelSet(classes.labels.names[1:], classes.labels.colors[1:], None)
    return ClassFile(labels, False, True, None)
