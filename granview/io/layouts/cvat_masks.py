"""The layout of CVAT's "Segmentation mask": the folders of Pascal VOC, and ``labelmap.txt`` with classes and colours.

Masks are in the colours of their classes, masks of objects have a colour for each. CVAT's "Pascal VOC" has the same
folders. See the formats in CVAT's documentation.
"""

from collections.abc import Iterator
from typing import Final

from granview.io.data_set import DataSet, DataSetChoice, Member
from granview.io.folder_names import FolderNames
from granview.io.layout import LAYOUTS, Layout
from granview.io.search_events import Problem
from granview.io.voc_data_set import chosen_names, describe
from granview.io.voc_folders import BOXES, CLASS_MASKS, VocFolders

_LABELMAP: Final = "labelmap.txt"
_NO_PICTURES: Final = "Export again from CVAT with Save images, or put them there."


class CvatMasks(Layout):
    """Pictures with masks in class colours, masks of objects and boxes."""

    title = "CVAT's masks"
    rank = 10
    entry_files = frozenset({_LABELMAP})

    def recognise(self, folder: FolderNames) -> DataSet | None:
        """A folder with ``labelmap.txt`` and ``SegmentationClass`` or ``Annotations``."""
        held = next((name for name in (CLASS_MASKS, BOXES) if folder.folder(name) is not None), None)
        if held is None or folder.file(_LABELMAP) is None:
            return None
        return describe(VocFolders(folder), "cvat_masks", self.title, f"{_LABELMAP} beside {held}", _NO_PICTURES)

    def members(self, data_set: DataSet, choice: DataSetChoice) -> Iterator[Member | Problem]:
        """The pictures of the chosen lists with what is known of each."""
        folders = VocFolders(FolderNames(data_set.root))
        yield from folders.members(data_set, choice, chosen_names(folders, choice))


LAYOUTS.register("cvat_masks")(CvatMasks())
