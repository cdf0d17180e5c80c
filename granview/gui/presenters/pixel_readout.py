"""What a cell says of the pixel under the cursor: the class and how sure the lane is of it."""

import math

from PySide6.QtCore import QCoreApplication, QPointF

from granview.gui.model.readout import Readout
from granview.gui.paint.heat import heat_color
from granview.gui.paint.overlay_style import class_name
from granview.gui.presenters.picture_content import PictureContent

translate = QCoreApplication.translate


def read(content: PictureContent, point: QPointF) -> Readout | None:
    """The pixel under an image point; None outside the map, or where there is no map."""
    if content.heat is not None:
        value = content.heat.value_at(point.x(), point.y())
        return None if value is None else Readout(f"{value:.3g}", None, heat_color(value, content.heat))
    label_map, labels = content.label_map, content.labels
    x, y = math.floor(point.x()), math.floor(point.y())
    if label_map is None or labels is None or not (0 <= y < label_map.size[0] and 0 <= x < label_map.size[1]):
        return None
    value = int(label_map.labels[y, x])
    if value == labels.void:
        return Readout(translate("Readout", "not labelled"), None, None)
    confidence = None if label_map.confidence is None else int(label_map.confidence[y, x]) / 255
    return Readout(class_name(labels, value), confidence, labels.colors[value] if value < len(labels) else None)
