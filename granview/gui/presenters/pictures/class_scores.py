"""Classes of a picture as a whole: what the window makes of them."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication, QPointF

from granview.core.labels import LabelSet
from granview.core.predictions.class_scores import ClassScores
from granview.gui.background.latest_result import BackgroundPool
from granview.gui.model.number_filter import FilterValues, NumberFilter
from granview.gui.model.readout import Readout
from granview.gui.paint.overlay_style import class_name
from granview.gui.presenters.picture_presenter import (
    DifferenceJob,
    DifferenceSide,
    PicturePresenter,
    ViewChoice,
    picture_presenter,
)
from granview.gui.presenters.pictures.class_scores_difference import class_scores_difference
from granview.gui.presenters.pictures.class_scores_links import ClassScoresLinks
from granview.gui.presenters.pictures.class_scores_painter import ClassScoresPainter
from granview.gui.presenters.pictures.class_scores_rows import LEAST_PROBABILITY, surer_than

translate = QCoreApplication.translate


@picture_presenter
class ClassScoresPresenter(PicturePresenter[ClassScores]):
    """Draws a card of bars, says the surest class wherever the cursor is, and compares the cards of two lanes."""

    type_name = ClassScores.type_name
    choices = frozenset({ViewChoice.OPACITY, ViewChoice.CLASSES})

    @property
    def plural(self) -> str:
        """As users call them."""
        return translate("ClassScoresPresenter", "classes")

    def painter(
        self, prediction: ClassScores, labels: LabelSet, background: BackgroundPool, on_ready: Callable[[], None]
    ) -> ClassScoresPainter:
        """A card of bars."""
        return ClassScoresPainter(prediction, labels)

    @property
    def filters(self) -> Sequence[NumberFilter]:
        """By the probability."""
        return (LEAST_PROBABILITY,)

    def filtered(self, prediction: ClassScores, values: FilterValues) -> ClassScores:
        """Without the classes that are not probable enough."""
        return surer_than(prediction, values)

    def links(self, background: BackgroundPool, on_ready: Callable[[], None]) -> ClassScoresLinks:
        """What is right is known from the reference's cell."""
        return ClassScoresLinks(on_ready)

    def readout(self, prediction: ClassScores, labels: LabelSet, point: QPointF) -> Readout | None:
        """The surest class, with its probability; None where none is left."""
        if not len(prediction.scores) or not prediction.scores.max():
            return None
        index = int(prediction.scores.argmax())
        color = labels.colors[index] if index < len(labels) else None
        return Readout(class_name(labels, index), float(prediction.scores[index]), color)

    def difference(
        self,
        left: DifferenceSide[ClassScores],
        right: DifferenceSide[ClassScores],
        reference: DifferenceSide[ClassScores] | None,
    ) -> DifferenceJob | str:
        """The surest classes of both; with a reference, who is right."""
        return class_scores_difference(left, right, reference)
