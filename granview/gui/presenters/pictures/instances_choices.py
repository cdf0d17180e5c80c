"""What the user chooses of how instances are drawn: filters, colours, labels; and which objects are left by them."""

from typing import Final

import numpy as np
from numpy.typing import NDArray

from granview.core.instance_params import COUNTED_SCORE
from granview.core.labels import LabelSet, normalized
from granview.core.predictions.instances import Instances
from granview.gui.language.translatable import translatable
from granview.gui.model.number_filter import FilterValues, NumberFilter
from granview.gui.model.view_option import ViewOption
from granview.gui.paint.overlay_style import class_name

_CONTEXT: Final = "InstancesPresenter"

BY_CLASS: Final = "class"
BY_OBJECT: Final = "object"
BY_OUTCOME: Final = "outcome"

ALWAYS: Final = "always"
HOVERED: Final = "hovered"

LEAST_SCORE: Final = NumberFilter(
    "score",
    translatable("InstancesPresenter", "Score"),
    0.0,
    1.0,
    COUNTED_SCORE,
    translatable("InstancesPresenter", "Leaves out objects that a model is less sure of, in every lane at once."),
    _CONTEXT,
)
LEAST_SIDE: Final = NumberFilter(
    "side",
    translatable("InstancesPresenter", "Size"),
    0.0,
    100.0,
    0.0,
    translatable("InstancesPresenter", "Leaves out objects whose area's square root is less, in px."),
    _CONTEXT,
)
LEAST_IOU: Final = NumberFilter(
    "iou",
    translatable("InstancesPresenter", "IoU"),
    0.01,
    1.0,
    0.5,
    translatable("InstancesPresenter", "From this overlap on, two objects are the same one."),
    _CONTEXT,
)
FILTERS: Final = (LEAST_SCORE, LEAST_SIDE, LEAST_IOU)

COLOR_BY: Final = ViewOption(
    "color_by",
    translatable("InstancesPresenter", "Colour by"),
    (
        (BY_CLASS, translatable("InstancesPresenter", "class")),
        (BY_OBJECT, translatable("InstancesPresenter", "object")),
        (BY_OUTCOME, translatable("InstancesPresenter", "right or wrong")),
    ),
    translatable(
        "InstancesPresenter", "Right, missed and invented objects, against the reference and at the IoU below."
    ),
    _CONTEXT,
)
TAGS: Final = ViewOption(
    "tags",
    translatable("InstancesPresenter", "Labels"),
    (
        (ALWAYS, translatable("InstancesPresenter", "where there is room")),
        (HOVERED, translatable("InstancesPresenter", "under the cursor")),
    ),
    context=_CONTEXT,
)
OPTIONS: Final = (COLOR_BY, TAGS)


def is_left(instances: Instances, areas_px: NDArray[np.float64], values: FilterValues) -> NDArray[np.bool_]:
    """(n,) which objects are sure enough and large enough."""
    score, side = LEAST_SCORE.value_in(values), LEAST_SIDE.value_in(values)
    return np.asarray((instances.scores >= score) & (areas_px >= side**2))


def is_listed(instances: Instances, labels: LabelSet, hidden: frozenset[str]) -> NDArray[np.bool_]:
    """(n,) whose class is not hidden."""
    if not hidden:
        return np.ones(len(instances), bool)
    names = {normalized(name) for name in hidden}
    values = np.unique(instances.class_ids).tolist()
    gone = [value for value in values if normalized(class_name(labels, value)) in names]
    return ~np.isin(instances.class_ids, gone)
