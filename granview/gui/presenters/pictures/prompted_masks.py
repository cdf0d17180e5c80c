"""Prompted masks in the window: drawn, read and counted as the objects that they outline."""

from collections.abc import Callable, Collection
from dataclasses import replace
from typing import Any, ClassVar

import numpy as np
from PySide6.QtCore import QCoreApplication, QPointF

from granview.core.labels import LabelSet
from granview.core.predictions.prompted_masks import PromptedMasks
from granview.gui.background.latest_result import BackgroundPool
from granview.gui.model.readout import Readout
from granview.gui.presenters.picture_presenter import (
    DifferenceJob,
    DifferenceSide,
    PicturePresenter,
    PredictionPainter,
    ViewChoice,
    picture_presenter,
    presenter_of,
)

translate = QCoreApplication.translate


@picture_presenter
class PromptedMasksPresenter(PicturePresenter[PromptedMasks]):
    """Serves prompted masks by what serves objects. All of them are shown, however good the model thinks them."""

    type_name = PromptedMasks.type_name
    choices: ClassVar[Collection[ViewChoice]] = frozenset({ViewChoice.OPACITY, ViewChoice.OUTLINE, ViewChoice.CLASSES})

    @property
    def plural(self) -> str:
        """Prompted masks."""
        return translate("PromptedMasks", "prompted masks")

    def painter(
        self, prediction: PromptedMasks, labels: LabelSet, background: BackgroundPool, on_ready: Callable[[], None]
    ) -> PredictionPainter:
        """Their outlines, as of what is sure: a person has asked for each."""
        objects = _all_sure(prediction)
        return presenter_of(objects).painter(objects, labels, background, on_ready)

    def readout(self, prediction: PromptedMasks, labels: LabelSet, point: QPointF) -> Readout | None:
        """The mask at a point."""
        objects = prediction.as_instances()
        return presenter_of(objects).readout(objects, labels, point)

    def difference(
        self,
        left: DifferenceSide[PromptedMasks],
        right: DifferenceSide[PromptedMasks],
        reference: DifferenceSide[PromptedMasks] | None,
    ) -> DifferenceJob | str:
        """As of objects; a reference of another type tells nothing."""
        ours, theirs = _as_objects(left), _as_objects(right)
        return presenter_of(ours.prediction).difference(ours, theirs, None)


def _all_sure(prediction: PromptedMasks) -> Any:
    """The masks as objects that no threshold hides."""
    objects = prediction.as_instances()
    return replace(objects, scores=np.ones_like(objects.scores))


def _as_objects(side: DifferenceSide[PromptedMasks]) -> DifferenceSide[Any]:
    return DifferenceSide(side.title, _all_sure(side.prediction), side.labels, side.class_map, side.is_reference)
