"""Instances: what the window makes of objects with boxes and masks."""

from collections.abc import Callable, Sequence
from typing import cast

import numpy as np
from PySide6.QtCore import QCoreApplication, QPointF

from granview.core.labels import LabelSet
from granview.core.prediction import ClassAmounts
from granview.core.predictions.instances import Instances
from granview.gui.background.latest_result import BackgroundPool
from granview.gui.model.number_filter import FilterValues, NumberFilter
from granview.gui.model.readout import Readout
from granview.gui.model.view_option import ViewOption
from granview.gui.paint.overlay_style import class_name
from granview.gui.presenters.picture_presenter import (
    DifferenceJob,
    DifferenceLayer,
    DifferenceSide,
    PicturePresenter,
    ViewChoice,
    picture_presenter,
)
from granview.gui.presenters.pictures.instances_choices import FILTERS, OPTIONS, is_left
from granview.gui.presenters.pictures.instances_difference import InstancesDifference, instances_difference
from granview.gui.presenters.pictures.instances_links import InstancesLinks
from granview.gui.presenters.pictures.instances_painter import InstancesPainter
from granview.gui.presenters.pictures.instances_place import place_at

translate = QCoreApplication.translate


@picture_presenter
class InstancesPresenter(PicturePresenter[Instances]):
    """Draws objects, joins the same one in all cells, and shows who has found which."""

    type_name = Instances.type_name
    choices = frozenset(ViewChoice)

    @property
    def plural(self) -> str:
        """As users call them."""
        return translate("InstancesPresenter", "objects")

    def painter(
        self, prediction: Instances, labels: LabelSet, background: BackgroundPool, on_ready: Callable[[], None]
    ) -> InstancesPainter:
        """Areas or outlines, boxes, labels."""
        return InstancesPainter(prediction, labels, background, on_ready)

    @property
    def filters(self) -> Sequence[NumberFilter]:
        """By score and size; and from which overlap on two objects are the same."""
        return FILTERS

    @property
    def options(self) -> Sequence[ViewOption]:
        """What objects are coloured by, and which have labels."""
        return OPTIONS

    def filtered(self, prediction: Instances, values: FilterValues) -> Instances:
        """The objects that are sure and large enough."""
        return prediction.chosen(is_left(prediction, prediction.areas_px(), values))

    def kept(self, prediction: Instances, values: FilterValues) -> tuple[int, int]:
        """How many objects are left, and how many there are."""
        return int(np.count_nonzero(is_left(prediction, prediction.areas_px(), values))), len(prediction)

    def links(self, background: BackgroundPool, on_ready: Callable[[], None]) -> InstancesLinks:
        """The same object in every cell, and what is right."""
        return InstancesLinks(background, on_ready)

    def legend_amounts(self, prediction: Instances, labels: LabelSet) -> ClassAmounts:
        """How many of each class there are, crowds left out: those that filters have left are all shown."""
        counted = prediction.class_ids[~prediction.is_crowd & (prediction.class_ids < len(labels))]
        numbers = np.bincount(counted, minlength=len(labels)).tolist()
        return ClassAmounts("count", dict(zip(labels.names, numbers, strict=True)))

    def readout(self, prediction: Instances, labels: LabelSet, point: QPointF) -> Readout | None:
        """Class, score and size of the smallest object at a point; None where there is none."""
        place = place_at(prediction, point, np.ones(len(prediction), bool))
        if place is None:
            return None
        value = int(prediction.class_ids[place])
        color = labels.colors[value] if value < len(labels) else None
        return Readout(class_name(labels, value), float(prediction.scores[place]), color)

    def difference(
        self,
        left: DifferenceSide[Instances],
        right: DifferenceSide[Instances],
        reference: DifferenceSide[Instances] | None,
    ) -> DifferenceJob | str:
        """Object by object: with a reference, who has found it."""
        return instances_difference(left, right, reference)

    def filter_difference(self, layer: DifferenceLayer, values: FilterValues) -> None:
        """Compare what the filters leave."""
        cast("InstancesDifference", layer).set_filters(values)
