"""Objects with boxes in a cell of an Arrow or Parquet file; see ``granview.io.packed.box_columns``."""

from pathlib import Path
from typing import Any, Final

from granview.core.errors import InputError
from granview.core.image_params import ImageParams
from granview.core.json_reading import JsonError, parse_json
from granview.core.labels import LabelSet
from granview.core.sample import Reference
from granview.core.truths.instances import ReferenceInstances
from granview.io.folder_classes import label_set
from granview.io.mark_list import MarkList
from granview.io.orientation import Frame
from granview.io.packed.box_columns import BoxColumn
from granview.io.reference_format import REFERENCE_FORMATS, ReferenceFormat
from granview.io.regular_files import open_regular
from granview.io.row_address import split_row

SIDES: Final = "row-boxes"
CORNERS: Final = "row-corner-boxes"
"""The formats' names, as references name them."""

_HINT: Final = "Save the data set again."


class RowBoxesFormat(ReferenceFormat):
    """A box is ``x, y, width, height`` in px, or two corners."""

    truth_type = ReferenceInstances
    suffixes = frozenset()

    def __init__(self, are_corners: bool) -> None:
        self._are_corners = are_corners

    def read(
        self, reference: Reference, frame: Frame | None, by_index: LabelSet | None, params: ImageParams
    ) -> ReferenceInstances:
        """The objects of a row.

        Raises:
            InputError: the cell cannot be read, holds more boxes than classes or fewer, or the picture's size is not
                known.
        """
        path = Path(reference.path)
        if frame is None:
            raise InputError(f"{path.name} holds boxes of a picture whose size is not known.", _HINT)
        column = _column(path)
        marks = MarkList(path, (frame.height, frame.width), label_set(column.names))
        cell = _cell(path)
        if why := column.mismatch(cell):
            raise InputError(f"{path.name}: of its objects {why}.", "Give each box one class.")
        for number, (box, class_id) in enumerate(column.objects(cell)):
            place = f"object {number}"
            if not _is_box(box):
                marks.refuse(place, "Its box is not four numbers.")
                continue
            x, y, right, bottom = box if self._are_corners else (box[0], box[1], box[0] + box[2], box[1] + box[3])
            marks.box(class_id if isinstance(class_id, int) else None, (x, y, right, bottom), place)
        return marks.picture().as_truth(ReferenceInstances, frame, params)


REFERENCE_FORMATS.register(SIDES)(RowBoxesFormat(are_corners=False))
REFERENCE_FORMATS.register(CORNERS)(RowBoxesFormat(are_corners=True))


def _column(path: Path) -> BoxColumn:
    from granview.io.packed.columns import read_columns  # it needs Arrow, which few files do

    file, address = split_row(path)
    try:
        known = (read_columns(file).boxes or {}).get(address.column if address is not None else "")
    except Exception as error:  # whatever Arrow raises is the file's damage
        raise InputError(f"{file.name} is damaged or not there.", _HINT) from error
    if known is None:
        raise InputError(f"{path.name} is no column of boxes with classes that have names.", _HINT)
    return known


def _cell(path: Path) -> Any:
    with open_regular(path) as file:
        try:
            return parse_json(file.read().decode())
        except (JsonError, UnicodeDecodeError) as error:
            raise InputError(f"{path.name} holds no objects.", _HINT) from error


def _is_box(box: Any) -> bool:
    return isinstance(box, list) and len(box) == 4 and all(isinstance(edge, int | float) for edge in box)
