"""The class of a picture, told by the folder that it lies in or by a row of a table: it travels with the reference."""

from granview.core.errors import InputError
from granview.core.image_params import ImageParams
from granview.core.labels import LabelSet
from granview.core.sample import Reference
from granview.core.text import DataSetNames, TextReference
from granview.core.truths.classes import ReferenceClasses
from granview.io.orientation import Frame
from granview.io.reference_format import REFERENCE_FORMATS, ReferenceFormat

NAME = "class-name"

MOST_KNOWN = 200
"""Of more classes than these, a reference does not carry all of its data set: every picture has a copy."""


class ClassNameFormat(ReferenceFormat):
    """A class is no file: it is the reference's ``record``, or the labels of what is known."""

    truth_type = ReferenceClasses
    suffixes = frozenset()
    is_aside = True

    def read(
        self, reference: Reference, frame: Frame | None, by_index: LabelSet | None, params: ImageParams
    ) -> ReferenceClasses:
        """The classes.

        Raises:
            InputError: the reference names none.
        """
        known = reference.text or TextReference()
        names = known.labels if known.labels is not None else tuple(filter(None, (reference.record,)))
        if not names and known.labels is None:
            raise InputError(
                "The reference names no class.", "Put the picture into a folder that is called as its class."
            )
        n_alike = None if known.grain is None else int(known.grain)
        return ReferenceClasses(names, reference.data_set.labels, n_alike)


def class_reference(
    names: tuple[str, ...], known: tuple[str, ...] = (), n_alike: int | None = None, path: str = ""
) -> Reference:
    """A reference that says the classes of a picture.

    Args:
        names: The classes.
        known: All classes of the data set; of more than ``MOST_KNOWN``, none is carried.
        n_alike: Pictures of the data set that have the one class.
        path: Absolute path of the table that says so; empty where the picture's folder does.
    """
    data_set = DataSetNames(labels=known if len(known) <= MOST_KNOWN else ())
    what = TextReference(labels=names, grain=None if n_alike is None else float(n_alike))
    return Reference(path, text=what, data_set=data_set, format=NAME, record=", ".join(names))


REFERENCE_FORMATS.register(NAME)(ClassNameFormat())
