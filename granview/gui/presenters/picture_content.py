"""What a cell of a picture shows."""

from dataclasses import dataclass
from typing import Any, ClassVar

from PySide6.QtCore import QCoreApplication, QPointF

from granview.core.labels import ClassMap, LabelSet
from granview.core.prediction import Prediction
from granview.core.sample_kind import Kind
from granview.gui.model.cell_content import CellContent
from granview.gui.model.number_filter import NO_FILTERS, FilterValues
from granview.gui.model.readout import Readout
from granview.gui.paint.heat import Heat, heat_color
from granview.gui.paint.picture import Picture
from granview.gui.presenters.picture_presenter import DifferenceSide, presenter_of

translate = QCoreApplication.translate


@dataclass(frozen=True)
class PictureContent(CellContent):
    """A picture and what is said of it. The picture must stay open until the grid has been given other contents.

    Attributes:
        picture: The sample's picture; None while it is being opened.
        prediction: What the lane says of this sample, or would have to say to be right; None while there is nothing.
        labels: The label set of ``prediction``.
        class_map: Where this lane's classes go in the reference's label set, as it was scored; None: matched by name.
        heat: What the lane answered to the question that is asked; drawn in the place of the prediction.
    """

    kind: ClassVar[Kind] = "image"

    picture: Picture | None = None
    prediction: Prediction | None = None
    labels: LabelSet | None = None
    class_map: ClassMap | None = None
    heat: Heat | None = None

    @property
    def has_result(self) -> bool:
        """Whether there is a prediction or a heat map."""
        return self.prediction is not None or self.heat is not None

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
        return translate("CellStatus", "Drop a reference, such as a mask, of the same name beside it to score it.")

    @property
    def side(self) -> DifferenceSide[Any] | None:
        """What is compared with another cell; None where nothing is said."""
        if self.prediction is None or self.labels is None:
            return None
        return DifferenceSide(self.title, self.prediction, self.labels, self.class_map, self.is_reference)

    def readout(self, point: QPointF, filters: FilterValues = NO_FILTERS) -> Readout | None:
        """What is said of a point of the picture, in image px, after filtering; None where nothing is."""
        if self.heat is not None:
            value = self.heat.value_at(point.x(), point.y())
            return None if value is None else Readout(f"{value:.3g}", None, heat_color(value, self.heat))
        if self.prediction is None or self.labels is None:
            return None
        presenter = presenter_of(self.prediction)
        return presenter.readout(presenter.filtered(self.prediction, filters), self.labels, point)
