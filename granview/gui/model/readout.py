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
        """Name, confidence and detail as shown in one line, such as ``road  97 %``."""
        return "  ".join(self.lines)

    @property
    def lines(self) -> tuple[str, ...]:
        """The same in a line for name and confidence, and one for the detail where there is any."""
        first = self.name
        if self.confidence is not None:
            words = translate("Readout", "{name}  {percent} %")
            first = words.format(name=self.name, percent=round(self.confidence * 100))
        return (first, self.detail) if self.detail else (first,)
