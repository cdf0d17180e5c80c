"""Files in which tools of annotation mark objects in pictures: each is read as objects, and as a mask of their classes.

A reader says what a file is about and what it marks in a picture; two formats of references come of it, called
``NAME-objects`` and ``NAME-masks``, and a sample is given both: each task compares with the one that it knows.
"""

from abc import ABC, abstractmethod
from collections.abc import Iterator
from pathlib import Path
from typing import ClassVar

from granview.core.image_params import ImageParams
from granview.core.labels import LabelSet
from granview.core.sample import Reference
from granview.core.truths.instances import ReferenceInstances
from granview.core.truths.mask import ReferenceMask
from granview.io.marked_objects import MarkedPicture
from granview.io.orientation import Frame
from granview.io.reference_format import REFERENCE_FORMATS, CollectionFormat, ReferenceFormat


class PictureMarks(ABC):
    """A reader of such files.

    Attributes:
        extension: How files' names end that are about pictures which they name, in lower case, such as ``.json``;
            empty where a file is about the picture of its own name.
        suffixes: How files' names end that are about the picture of their own name, such as ``.geojson``.
    """

    extension: ClassVar[str] = ""
    suffixes: ClassVar[frozenset[str]] = frozenset()

    def may_be(self, head: bytes) -> bool:
        """Whether a file that begins so may be one; see ``CollectionFormat.may_be``."""
        return False

    def sample_names(self, path: Path) -> tuple[str, ...] | None:
        """See ``CollectionFormat.sample_names``."""
        return None

    def has_outlines(self, path: Path) -> bool:
        """Whether a file may mark more than boxes, so that masks of classes can be made of it."""
        return True

    def further(self, path: Path) -> tuple[str, ...]:
        """Formats in which a file is read too, beside objects and masks."""
        return ()

    def plain_name(self, name: str) -> str:
        """See ``CollectionFormat.plain_name``."""
        return name

    def remarks(self, path: Path) -> Iterator[str]:
        """See ``CollectionFormat.remarks``."""
        yield from ()

    @abstractmethod
    def read(self, reference: Reference, frame: Frame | None) -> MarkedPicture:
        """What is marked in the picture of a reference.

        Args:
            reference: Names the file and, where it is about several, the picture.
            frame: How the picture lies; None where it is not known.

        Raises:
            InputError: the file cannot be read, or does not know the picture.
        """


class MarkedObjectsFormat(CollectionFormat):
    """What is marked, object by object."""

    truth_type = ReferenceInstances

    def __init__(self, marks: PictureMarks, masks: str) -> None:
        """Of a reader, and the name of the format that reads the same files as masks of classes."""
        self._marks = marks
        self._masks = masks
        self.extension = marks.extension  # type: ignore[misc]
        self.suffixes = marks.suffixes  # type: ignore[misc]

    def may_be(self, head: bytes) -> bool:
        """As the reader says; none where its files are about the pictures of their own names."""
        return bool(self.extension) and self._marks.may_be(head)

    def sample_names(self, path: Path) -> tuple[str, ...] | None:
        """As the reader says."""
        return self._marks.sample_names(path)

    def further(self, path: Path) -> tuple[str, ...]:
        """Masks of classes where there are outlines, and what the reader says."""
        masks = (self._masks,) if self._marks.has_outlines(path) else ()
        return (*masks, *self._marks.further(path))

    def plain_name(self, name: str) -> str:
        """As the reader says."""
        return self._marks.plain_name(name)

    def remarks(self, path: Path) -> Iterator[str]:
        """As the reader says."""
        return self._marks.remarks(path)

    def read(
        self, reference: Reference, frame: Frame | None, by_index: LabelSet | None, params: ImageParams
    ) -> ReferenceInstances:
        """The objects.

        Raises:
            InputError: the file cannot be read, or does not fit the picture.
        """
        return self._marks.read(reference, frame).as_truth(ReferenceInstances, frame, params)


class MarkedMasksFormat(ReferenceFormat):
    """The classes of what is marked, pixel by pixel."""

    truth_type = ReferenceMask
    suffixes = frozenset()
    is_only_where_wanted = True

    def __init__(self, marks: PictureMarks) -> None:
        self._marks = marks
        self.suffixes = marks.suffixes  # type: ignore[misc]

    def read(
        self, reference: Reference, frame: Frame | None, by_index: LabelSet | None, params: ImageParams
    ) -> ReferenceMask:
        """The mask.

        Raises:
            InputError: the file cannot be read, does not fit the picture, or marks nothing but boxes.
        """
        return self._marks.read(reference, frame).as_mask(frame, params)


def register_marks(name: str, marks: PictureMarks) -> None:
    """Make a reader's files known as references, as ``NAME-objects`` and ``NAME-masks``."""
    REFERENCE_FORMATS.register(f"{name}-objects")(MarkedObjectsFormat(marks, f"{name}-masks"))
    REFERENCE_FORMATS.register(f"{name}-masks")(MarkedMasksFormat(marks))
