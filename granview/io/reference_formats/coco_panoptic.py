"""COCO's panoptic segments: a JSON file of many pictures, beside a folder of PNG files whose colours are segments.

A pixel's segment is R + 256 G + 65536 B, as in https://cocodataset.org/#format-data; 0 is void.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Final

import msgspec
import numpy as np
from numpy.typing import NDArray

from granview.core import rle
from granview.core.errors import InputError
from granview.core.image_params import ImageParams
from granview.core.labels import LabelSet
from granview.core.sample import Reference
from granview.core.truths.instances import ReferencePanoptic
from granview.io.coco_files import HINT, CocoAnnotation, CocoFile, CocoImage, Id, may_be_coco, read_coco, stray_words
from granview.io.marked_objects import MarkedObject, MarkedPicture
from granview.io.opened_image import open_image
from granview.io.orientation import Frame
from granview.io.reference_format import REFERENCE_FORMATS, CollectionFormat
from granview.io.reference_masks import refuse_lossy
from granview.io.regular_files import is_regular

_VOID: Final = 0
_WEIGHTS: Final = np.array([1, 256, 65536], np.uint32)


class _Segment(msgspec.Struct, frozen=True):
    id: int
    category_id: Id
    area: float | None = None
    iscrowd: bool | int | None = None


class CocoPanopticFormat(CollectionFormat):
    """Segments of pictures, by the pictures' names."""

    truth_type = ReferencePanoptic
    extension = ".json"
    has_pictures = True

    def may_be(self, head: bytes) -> bool:
        """Whether it begins as COCO's files do."""
        return may_be_coco(head)

    def sample_names(self, path: Path) -> tuple[str, ...] | None:
        """The pictures that it lists; None for another of COCO's files.

        Raises:
            InputError: it cannot be read.
        """
        file = read_coco(path)
        return tuple(file.images) if file.is_panoptic else None

    def remarks(self, path: Path) -> Iterator[str]:
        """A word about annotations of pictures that it does not list."""
        yield from stray_words(read_coco(path))

    def read(
        self, reference: Reference, frame: Frame | None, by_index: LabelSet | None, params: ImageParams
    ) -> ReferencePanoptic:
        """The segments of the picture that the reference's record names.

        Raises:
            InputError: a file cannot be read, does not know the picture, or the two do not agree.
        """
        file = read_coco(Path(reference.path))
        image = file.image(reference.record)
        marked = next(iter(file.annotations_of(image)), None)
        if marked is None or not marked.file_name:
            raise InputError(f"{file.path.name} names no picture of segments for {image.file_name}.", HINT)
        path = _segment_picture(file.path, marked.file_name)
        values = _values(path)
        objects, notices = _objects(file, image, marked, path, values)
        size = (values.shape[0], values.shape[1])
        return MarkedPicture(path, size, file.labels, objects, notices).as_truth(ReferencePanoptic, frame, params)


def _segment_picture(path: Path, name: str) -> Path:
    """Where the PNG of a picture lies: in the folder called as the file, beside the file, or one folder up.

    Raises:
        InputError: in none of these, or its name leads elsewhere.
    """
    if Path(name).is_absolute() or ".." in Path(name).parts:
        raise InputError(f"{path.name} names {name}, which is outside its folder.", HINT)
    tried = [folder / name for folder in (path.with_suffix(""), path.parent, path.parent.parent / path.stem)]
    found = next((each for each in tried if is_regular(each)), None)
    if found is None:
        raise InputError(f"{path.name} needs {name}, which is not there.", f"Put it into {tried[0].parent}.")
    return found


def _values(path: Path) -> NDArray[np.uint32]:
    """(H, W) the segment of each pixel."""
    with open_image(path) as opened:
        refuse_lossy(opened)
        opened.load()
        colors = np.asarray(opened.image.convert("RGB"))
    values: NDArray[np.uint32] = (colors * _WEIGHTS).sum(axis=2, dtype=np.uint32)
    return values


def _objects(
    file: CocoFile, image: CocoImage, marked: CocoAnnotation, path: Path, values: NDArray[np.uint32]
) -> tuple[list[MarkedObject], tuple[str, ...]]:
    """The segments that have pixels, and a word about those that have none."""
    entry = f"segments_info of {image.file_name}"
    segments = {one.id: one for one in file.decoded(marked.segments_info, list[_Segment], entry)}
    found, masks = rle.encode_segments(values)
    objects = []
    for value, mask in zip(found.tolist(), masks, strict=True):
        if value == _VOID:
            continue
        if value not in segments:
            raise InputError(
                f"{path.name} has pixels of the segment {value}, which {file.path.name} does not list.", HINT
            )
        segment = segments.pop(value)
        place = file.place_of(segment.category_id, f"the segment {value} of {image.file_name}")
        is_stuff = file.categories[place].isthing is not None and not file.categories[place].isthing
        objects.append(MarkedObject(place, None, mask, segment.area, bool(segment.iscrowd), is_stuff))
    many = "segment has no pixel" if len(segments) == 1 else "segments have no pixels"
    return objects, (f"{len(segments)} {many} and are left out.",) if segments else ()


REFERENCE_FORMATS.register("coco-panoptic")(CocoPanopticFormat())
