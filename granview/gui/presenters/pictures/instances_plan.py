"""Which objects a cell draws, and in which colours: arrays, made anew by each change of a choice."""

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QColor

from granview.core.class_matching import canonical_spelling
from granview.core.labels import LabelSet
from granview.core.palette import nth_color
from granview.core.predictions.instances import Instances
from granview.gui.paint.overlay_style import OverlayStyle, class_name
from granview.gui.presenters.pictures.instances_choices import BY_OBJECT, BY_OUTCOME, COLOR_BY
from granview.gui.presenters.pictures.instances_outcome import Outcome

_STEPS_BACK: Final = 0.25
_N_COLORS: Final = 48
_MISSED: Final = (224, 75, 155)


@dataclass(frozen=True)
class Plan:
    """What is drawn of n objects of a cell and of m of the reference.

    Attributes:
        shown: (n,) bool.
        colors: (n, 3) uint8 sRGB.
        strength: (n,) float64, 0 to 1: how strongly each is drawn, of the opacity that is chosen.
        missed: (m,) bool, which of the reference are drawn as missed; None where that is not shown.
        missed_color: Of these.
    """

    shown: NDArray[np.bool_]
    colors: NDArray[np.uint8]
    strength: NDArray[np.float64]
    missed: NDArray[np.bool_] | None
    missed_color: QColor


def plan_of(
    instances: Instances, labels: LabelSet, style: OverlayStyle, shown: NDArray[np.bool_], outcome: Outcome | None
) -> Plan:
    """What is drawn by these choices.

    Args:
        instances: The cell's objects.
        labels: Their classes.
        style: The choices.
        shown: (n,) which are left by filters and are not hidden.
        outcome: What became of them, where they are to be coloured by it.
    """
    chosen = COLOR_BY.value_in(style.options)
    colors = _class_colors(instances, labels, style)
    if chosen == BY_OBJECT:
        colors = _object_colors(len(instances))
    by_outcome = outcome if chosen == BY_OUTCOME else None
    if by_outcome is not None:
        colors = np.full_like(colors, style.unnamed)
        for group in by_outcome.groups:
            colors[group.which] = style.roles.get(group.role, style.unnamed)
    missed = None if by_outcome is None else by_outcome.missed
    strength = _strength(instances, labels, style.highlighted)
    return Plan(shown, colors, strength, missed, QColor(*style.roles.get("missed", _MISSED)))


def _class_colors(instances: Instances, labels: LabelSet, style: OverlayStyle) -> NDArray[np.uint8]:
    table = np.array([*labels.colors, style.unnamed], np.uint8)
    found: NDArray[np.uint8] = table[np.minimum(instances.class_ids, len(labels))]
    return found


def _object_colors(n: int) -> NDArray[np.uint8]:
    """A colour for each, many of them told apart; after that they come again."""
    table = np.array([nth_color(place) for place in range(_N_COLORS)], np.uint8)
    found: NDArray[np.uint8] = table[np.arange(n) % _N_COLORS]
    return found


def _strength(instances: Instances, labels: LabelSet, highlighted: str | None) -> NDArray[np.float64]:
    if highlighted is None:
        return np.ones(len(instances))
    wanted = canonical_spelling(highlighted)
    values = np.unique(instances.class_ids).tolist()
    lit = [value for value in values if canonical_spelling(class_name(labels, value)) == wanted]
    return np.where(np.isin(instances.class_ids, lit), 1.0, _STEPS_BACK)
