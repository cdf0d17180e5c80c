"""What a cell of a picture shows."""

from dataclasses import dataclass
from typing import ClassVar

from PySide6.QtCore import QCoreApplication

from granview.core.labels import ClassMap, LabelSet
from granview.core.predictions.label_map import LabelMap
from granview.core.sample_kind import Kind
from granview.gui.model.cell_content import CellContent
from granview.gui.paint.heat import Heat
from granview.gui.paint.picture import Picture

translate = QCoreApplication.translate


@dataclass(frozen=True)
class PictureContent(CellContent):
    """A picture and a label map over it. The picture must stay open until the grid has been given other contents.

    Attributes:
        picture: The sample's picture; None while it is being opened.
        label_map: The lane's prediction or the reference's labels for this sample; None while there is none.
        labels: The label set of ``label_map``.
        class_map: Where this lane's classes go in the reference's label set, as it was scored; None: matched by name.
        heat: What the lane answered to the question that is asked; drawn in the place of the label map.
    """

    kind: ClassVar[Kind] = "image"

    picture: Picture | None = None
    label_map: LabelMap | None = None
    labels: LabelSet | None = None
    class_map: ClassMap | None = None
    heat: Heat | None = None

    @property
    def has_result(self) -> bool:
        """Whether there is a label map or a heat map."""
        return self.label_map is not None or self.heat is not None

    @property
    def is_open(self) -> bool:
        """Whether the picture is there."""
        return self.picture is not None

    @property
    def opening(self) -> str:
        """What is said while the picture is being opened."""
        return translate("CellStatus", "Opening the picture…")

    @property
    def no_reference(self) -> str:
        """How to give a picture a reference."""
        return translate("CellStatus", "Drop a mask of the same name beside it to score the lanes.")
