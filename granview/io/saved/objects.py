"""Objects of saved predictions, put together: classes by name or number, boxes, masks."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from granview.core import rle
from granview.core.errors import GranViewError, InputError
from granview.core.labels import MAX_CLASSES, LabelSet, normalized
from granview.core.predictions.instances import Instances
from granview.core.rle import Rle
from granview.core.sample import Sample
from granview.core.saved_reading import SavedReading
from granview.io.class_files import find_class_file
from granview.io.coco_files import CocoFile, Id, read_coco
from granview.io.saved.class_names import classes_beside, label_set
from granview.io.saved.listing import SavedListing

_COCO = "coco-"


@dataclass(frozen=True)
class SavedObject:
    """One object.

    Attributes:
        class_id: Its class in the reader's label set.
        score: How sure the program was of it.
        box_xyxy: Its box in px, or None where it has a mask.
        mask: Its mask, or None.
        is_stuff: Whether it is a segment of what cannot be counted.
    """

    class_id: int
    score: float
    box_xyxy: tuple[float, float, float, float] | None
    mask: Rle | None
    is_stuff: bool = False


def as_instances(objects: Sequence[SavedObject], size: tuple[int, int], what: str) -> Instances:
    """The objects of a picture of ``size`` (height, width) px; masks only where all have one.

    Raises:
        InputError: they do not fit the picture, or hold what is no number.
    """
    with_masks = bool(objects) and all(one.mask is not None for one in objects)
    masks = tuple(one.mask for one in objects if one.mask is not None)
    try:
        boxes = [one.box_xyxy or _box_of(one) for one in objects]
        return Instances.of_model(
            np.array(boxes, np.float32).reshape(-1, 4),
            np.array([one.class_id for one in objects], np.uint16),
            np.array([one.score for one in objects], np.float32),
            size,
            masks if with_masks else None,
            np.array([one.is_stuff for one in objects], bool),
        )
    except GranViewError as error:
        raise InputError(f"{what} cannot be used. {error.message}", "Save it for this picture.") from error


def object_notices(objects: Sequence[SavedObject], scored: int) -> tuple[str, ...]:
    """What must be said of the objects of a picture.

    Args:
        objects: The objects.
        scored: How many of them have a score of their own.
    """
    count, outlined = len(objects), sum(one.mask is not None for one in objects)
    words = []
    if scored < count:
        words.append(
            f"{count - scored} of {count} objects have no score: they count as sure (1)."
            if scored
            else "It has no scores: all objects count as sure (1)."
        )
    if 0 < outlined < count:
        words.append(f"{count - outlined} of {count} objects have no outline, so that only the boxes of all are used.")
    return tuple(words)


def _box_of(one: SavedObject) -> tuple[float, ...]:
    assert one.mask is not None
    return tuple(rle.boxes_xyxy((one.mask,))[0].tolist())


class ObjectClasses:
    """The classes of a folder of objects.

    They are those that were chosen, or that a file beside the predictions names, or of a COCO file; else those of the
    references, which are known with the first sample that has some; else names or numbers as they stand in the files.

    Args:
        listing: The folder.
        reading: What was chosen.

    Attributes:
        labels: The classes; empty as long as they are not known.
        coco: The COCO file whose ids results go by; None as long as none is known.
        notices: What was understood.
    """

    def __init__(self, listing: SavedListing, reading: SavedReading) -> None:
        self.labels = LabelSet((), ())
        self.coco: CocoFile | None = read_coco(Path(reading.coco).expanduser()) if reading.coco else None
        self.notices: tuple[str, ...] = ()
        self._places: dict[str, int] = {}
        if reading.classes:
            self._take(label_set(reading.classes), "The classes are those that were chosen.")
        elif self.coco is not None:
            self._take(self.coco.labels, f"The classes are those of {self.coco.path.name}.")
        elif (beside := classes_beside(listing)) is not None:
            self._take(beside[0].labels, f"The classes are those of {beside[1]}.")

    def know_ids(self, sample: Sample) -> None:
        """Take the ids of the COCO file that is a sample's reference, where none was chosen."""
        for reference in sample.references:
            if reference.format.startswith(_COCO) and self.coco is None:
                self.coco = read_coco(Path(reference.path))

    def image_id(self, sample: Sample) -> Id | None:
        """A picture's id in the COCO file: of the record that its reference names, else of its file's name."""
        if self.coco is None:
            return None
        records = [one.record for one in sample.references if one.format.startswith(_COCO)]
        path = Path(sample.path)
        names = (*records, path.name, *("/".join(path.parts[-n:]) for n in (2, 3)))
        image = next((self.coco.images[name] for name in names if name in self.coco.images), None)
        return None if image is None else image.id

    def know(self, sample: Sample, names: Iterable[str]) -> None:
        """Settle what is not known yet, by the references of a sample, else by what stands in the files.

        Args:
            sample: The first sample that is read.
            names: The names or numbers in the files.

        Raises:
            InputError: the numbers are too large to be places in a list of classes.
        """
        self.know_ids(sample)
        if len(self.labels):
            return
        if self.coco is not None:
            self._take(self.coco.labels, f"The classes are those of the references, {self.coco.path.name}.")
            return
        every = tuple(dict.fromkeys(names))
        numbered = all(name.isdecimal() for name in every)
        beside = self._of_references(sample) if numbered else None
        if beside is not None:
            self._take(beside, "Nothing names the classes: those of the references are taken in index order.")
        elif numbered:
            count = max((int(name) for name in every), default=0) + 1
            if count > MAX_CLASSES:
                raise InputError(
                    f"The files name the class {count - 1}; without a list there are at most {MAX_CLASSES:,}.",
                    "Name all classes with classes=…, or give the COCO file with coco=FILE.",
                )
            self._take(
                label_set(tuple(map(str, range(count)))), "Nothing names the classes: they are called by number."
            )
        else:
            self._take(label_set(every), "The classes are those that the files name.")

    def place(self, name: str | None, number: int | str | None, what: str) -> int:
        """The class of an object, by its name if it has one, else by its id in the COCO file, else by its index.

        Raises:
            InputError: there is no such class.
        """
        if name is not None and (place := self._by_name(name)) is not None:
            return place
        if name is None and self.coco is not None and number is not None and number in self.coco.places:
            own = self.coco.labels.names[self.coco.places[number]]
            if (place := self._by_name(own)) is not None:
                return place
        if name is None and self.coco is None and str(number).isdecimal() and int(str(number)) < len(self.labels):
            return int(str(number))
        raise InputError(
            f"{what} is of the class {number if name is None else name}, which is not known.",
            "Name all classes with classes=…, or give the COCO file with coco=FILE.",
        )

    def _by_name(self, name: str) -> int | None:
        return self._places.get(normalized(name))

    def _of_references(self, sample: Sample) -> LabelSet | None:
        for reference in sample.references:
            beside = find_class_file(Path(reference.path)) if reference.path else None
            if beside is not None:
                return beside.labels
        return None

    def _take(self, labels: LabelSet, words: str) -> None:
        self.labels = LabelSet(labels.names, labels.colors, None)
        self.notices = (words,)
        self._places = {normalized(name): place for place, name in enumerate(labels.names)}
