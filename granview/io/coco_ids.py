"""By which ids a sample's own COCO file knows its picture and its classes."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from granview.core.errors import InputError
from granview.core.labels import LabelSet, normalized
from granview.core.sample import Sample
from granview.io.coco_files import Id, read_coco

_COCO: Final = "coco-"
"""How the names of the formats begin that read such files."""


@dataclass(frozen=True)
class CocoIds:
    """The ids of one picture's results.

    Attributes:
        image: The picture's id, or its file's name where no COCO file is about it.
        categories: The id of each class by its normalized name; None where no COCO file declares any.
    """

    image: Id
    categories: Mapping[str, Id] | None = None

    def category(self, class_id: int, labels: LabelSet) -> Id | None:
        """The id of a class: its place among the lane's classes where no file declares any.

        None for one that the file does not declare.
        """
        if self.categories is None:
            return class_id
        return self.categories.get(normalized(labels.name_or_number(class_id)))


def coco_ids(sample: Sample) -> CocoIds:
    """The ids for what is said of a sample: those of its reference, where that is an entry of a COCO file."""
    for reference in sample.references:
        if reference.format.startswith(_COCO):
            try:
                file = read_coco(Path(reference.path))
                image = file.image(reference.record)
            except InputError:  # said where the sample is scored
                continue
            return CocoIds(image.id, {normalized(one.name): one.id for one in file.categories})
    return CocoIds(sample.filename)
