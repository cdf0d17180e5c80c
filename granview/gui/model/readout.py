"""What a cell says under the cursor: a name, and how sure the lane is of it."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from granview.core.labels import Color

translate = QCoreApplication.translate


@dataclass(frozen=True)
class Readout:
    """What is said of one place: a pixel of a label map, a span of a text.

    Attributes:
        name: The class's name; its index where the label set has no such class.
        confidence: 0 to 1; None when it was not asked for.
        color: The class's colour; None where it has none.
        detail: What else is said, such as a size; may be empty.
    """

    name: str
    confidence: float | None
    color: Color | None
    detail: str = ""

    @property
    def text(self) -> str:
        """Name and confidence as shown, such as ``road  97 %``."""
        sure = "" if self.confidence is None else translate("Readout", "{percent} %")
        words = (self.name, sure.format(percent=round((self.confidence or 0) * 100)), self.detail)
        return "  ".join(word for word in words if word)
