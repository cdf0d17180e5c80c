"""What a cell says under the cursor: the class and how sure the lane is of it."""

import math
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QPointF

from granview.core.labels import Color
from granview.gui.cells.cell import CellContent
from granview.gui.paint.style import class_name

translate = QCoreApplication.translate


@dataclass(frozen=True)
class Readout:
    """One pixel of a label map.

    Attributes:
        name: The class's name; its index where the label set has no such class.
        confidence: 0 to 1; None when it was not asked for.
        color: The class's colour; None where it has none.
    """

    name: str
    confidence: float | None
    color: Color | None

    @property
    def text(self) -> str:
        """Name and confidence as shown, such as ``road  97 %``."""
        if self.confidence is None:
            return self.name
        return translate("Readout", "{name}  {percent} %").format(name=self.name, percent=round(self.confidence * 100))


def read(content: CellContent, point: QPointF) -> Readout | None:
    """The pixel under an image point; None outside the map, or where there is no map."""
    label_map, labels = content.label_map, content.labels
    x, y = math.floor(point.x()), math.floor(point.y())
    if label_map is None or labels is None or not (0 <= y < label_map.size[0] and 0 <= x < label_map.size[1]):
        return None
    value = int(label_map.labels[y, x])
    if value == labels.void:
        return Readout(translate("Readout", "not labelled"), None, None)
    confidence = None if label_map.confidence is None else int(label_map.confidence[y, x]) / 255
    return Readout(class_name(labels, value), confidence, labels.colors[value] if value < len(labels) else None)
