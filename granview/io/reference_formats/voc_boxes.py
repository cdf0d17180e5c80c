"""Pascal VOC's boxes: an XML file for each picture, as LabelImg writes it too.

Edges are counted from 1 and lie within the object, as in "The PASCAL Visual Object Classes Challenge 2012 Development
Kit": a box from 1 to 10 covers the first ten pixels.
"""

from pathlib import Path
from typing import TYPE_CHECKING, Final

from granview.core.errors import InputError
from granview.core.image_params import ImageParams
from granview.core.labels import LabelSet
from granview.core.sample import Reference
from granview.core.truths.instances import ReferenceInstances
from granview.io.folder_classes import classes_of_folder
from granview.io.marked_objects import Box, MarkedObject, MarkedPicture
from granview.io.orientation import Frame
from granview.io.reference_format import REFERENCE_FORMATS, ReferenceFormat
from granview.io.regular_files import as_input_error, open_regular

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_MAX_BYTES: Final = 16 << 20
_HINT: Final = "Write it as Pascal VOC does: annotation, size, object, name, bndbox."


class VocBoxesFormat(ReferenceFormat):
    """Boxes of a picture; what is marked as difficult is treated as COCO treats a crowd."""

    truth_type = ReferenceInstances
    suffixes = frozenset({".xml"})

    def read(
        self, reference: Reference, frame: Frame | None, by_index: LabelSet | None, params: ImageParams
    ) -> ReferenceInstances:
        """The boxes of a file, in the classes of the class file beside it, else in those of all files of its folder.

        Raises:
            InputError: it cannot be read, is no such file, or a box is none.
        """
        path = Path(reference.path)
        root = _root(path)
        labels = _labels(path, root)
        objects = [_object(path, each, labels) for each in root.iter("object")]
        n_difficult = sum(one.is_crowd for one in objects)
        words = f"{n_difficult} of {len(objects)} objects are marked as difficult, so they need not be found."
        size = _size(path, root, frame)
        notices = (words,) if n_difficult else ()
        return MarkedPicture(path, size, labels, objects, notices).as_truth(ReferenceInstances, frame, params)


def _root(path: Path) -> "Element":
    from xml.etree.ElementTree import ParseError

    from defusedxml import DefusedXmlException, ElementTree

    try:
        root: Element = ElementTree.fromstring(_bytes(path), forbid_dtd=True)
    except DefusedXmlException as error:
        raise InputError(f"{path.name} declares a document type, which is not read.", _HINT) from error
    except (ParseError, ValueError, LookupError) as error:
        raise InputError(f"{path.name} is not XML: {error}.", _HINT) from error
    if root.tag != "annotation":
        raise InputError(f"{path.name} holds '{root.tag[:40]}', not an annotation of Pascal VOC.", _HINT)
    return root


def _bytes(path: Path) -> bytes:
    with open_regular(path) as file:
        try:
            data = file.read(_MAX_BYTES + 1)
        except OSError as error:
            raise as_input_error(path, error) from error
    if len(data) > _MAX_BYTES:
        raise InputError(f"{path.name} is larger than {_MAX_BYTES >> 20} MiB.", _HINT)
    return data


def _size(path: Path, root: "Element", frame: Frame | None) -> tuple[int, int]:
    """(height, width) in px; without one in the file, that of the picture as it is stored."""
    stated = [root.findtext(f"size/{side}") for side in ("height", "width")]
    if any(stated) or frame is None:
        height, width = (_number(path, text, "its size") for text in stated)
        if height >= 1 and width >= 1:
            return int(height), int(width)
    if frame is None:
        raise InputError(f"{path.name} gives no size of its picture.", _HINT)
    return frame.stored_size[::-1]


def _object(path: Path, one: "Element", labels: LabelSet) -> MarkedObject:
    name = (one.findtext("name") or "").strip()
    place = labels.index(name)
    if place is None:
        raise InputError(f"{path.name} marks '{name}', which is none of its classes.", "Name it in the class file.")
    is_difficult = (one.findtext("difficult") or "0").strip() == "1"
    return MarkedObject(place, _box(path, one, name), is_crowd=is_difficult)


def _box(path: Path, one: "Element", name: str) -> Box:
    edges = (one.findtext(f"bndbox/{side}") for side in ("xmin", "ymin", "xmax", "ymax"))
    left, top, right, bottom = (_number(path, text, f"the box of a '{name}'") for text in edges)
    if right < left or bottom < top:
        raise InputError(f"{path.name}: the box of a '{name}' ends before it begins.", _HINT)
    return left - 1, top - 1, right, bottom


def _number(path: Path, text: str | None, what: str) -> float:
    try:
        value = float(text or "")
    except ValueError as error:
        raise InputError(f"{path.name}: {what} is not in numbers.", _HINT) from error
    if not -1e6 <= value <= 1e6:
        raise InputError(f"{path.name}: {what} holds the number {value}, which is none of a picture.", _HINT)
    return value


def _labels(path: Path, root: "Element") -> LabelSet:
    return classes_of_folder(path, ".xml", _names, _names_in(root))


def _names(path: Path) -> frozenset[str]:
    """What a file marks; of one that cannot be read nothing: that is said where it is a picture's reference."""
    try:
        return _names_in(_root(path))
    except InputError:
        return frozenset()


def _names_in(root: "Element") -> frozenset[str]:
    return frozenset((one.findtext("name") or "").strip() for one in root.iter("object"))


REFERENCE_FORMATS.register("voc-boxes")(VocBoxesFormat())
