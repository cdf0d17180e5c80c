"""The layout of DAVIS: frames of clips in ``JPEGImages/480p/CLIP``, and masks of their names in ``Annotations``."""

from collections.abc import Iterator

from granview.io.data_set import DataSet, DataSetChoice, Member, ReferenceSet
from granview.io.folder_names import FolderNames
from granview.io.layout import LAYOUTS, Layout
from granview.io.leftover_files import unread
from granview.io.mask_pairs import MaskPairs

_PICTURES, _MASKS, _SIZE = "JPEGImages", "Annotations", "480p"


class Davis(Layout):
    """Each clip is a split."""

    title = "DAVIS"
    rank = 40

    def recognise(self, folder: FolderNames) -> DataSet | None:
        """A folder with ``JPEGImages/480p`` and ``Annotations/480p``; no picture is opened."""
        clips = _clips(folder)
        if not clips:
            return None
        return DataSet(
            "davis",
            self.title,
            folder.path,
            f"{_PICTURES}/{_SIZE} beside {_MASKS}/{_SIZE}",
            sum(len(clip.pictures) for clip in clips.values()),
            tuple(clip.split(name) for name, clip in clips.items()),
            (ReferenceSet("masks", "masks", sum(len(clip.masks) for clip in clips.values()), "masks"),),
            leftovers=(
                *(each for clip in clips.values() for each in clip.leftovers()),
                *unread(folder, self.title, (_PICTURES, _MASKS)),
            ),
        )

    def members(self, data_set: DataSet, choice: DataSetChoice) -> Iterator[Member]:
        """The frames of the chosen clips, each with its mask."""
        clips = _clips(FolderNames(data_set.root))
        for name in choice.splits or ():
            yield from clips[name].members()


LAYOUTS.register("davis")(Davis())


def _clips(folder: FolderNames) -> dict[str, MaskPairs]:
    pictures, masks = (top and top.folder(_SIZE) for top in (folder.folder(_PICTURES), folder.folder(_MASKS)))
    if pictures is None or masks is None:
        return {}
    return {name: MaskPairs(pictures.below(name), masks.folder(name)) for name in pictures.folders}
