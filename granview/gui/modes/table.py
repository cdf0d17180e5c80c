"""Every mode: which contents share a cell, and the scene that draws them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from granview.gui.cells.picture_content import PictureContent
from granview.gui.model.view_state import Mode, ViewState
from granview.gui.modes.blink import BlinkScene
from granview.gui.modes.choose import alone, everyone, pair
from granview.gui.modes.difference import DifferenceScene
from granview.gui.modes.scene import Scene
from granview.gui.modes.swipe import SwipeScene

Group = tuple[PictureContent, ...]


@dataclass(frozen=True)
class ModePlan:
    """How one mode shows contents.

    Attributes:
        choose: Which contents share a cell, in the order of the cells.
        scene: What draws a cell.
    """

    choose: Callable[[Sequence[PictureContent], ViewState], list[Group]]
    scene: type[Scene]


MODES: Final[dict[Mode, ModePlan]] = {
    Mode.SIDE_BY_SIDE: ModePlan(everyone, Scene),
    Mode.SOLO: ModePlan(alone, Scene),
    Mode.SWIPE: ModePlan(pair, SwipeScene),
    Mode.BLINK: ModePlan(pair, BlinkScene),
    Mode.DIFFERENCE: ModePlan(pair, DifferenceScene),
}
