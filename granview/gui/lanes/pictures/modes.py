"""Every mode: which contents share a cell, and the scene that draws them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from granview.gui.lanes.mode_groups import alone, everyone, pair
from granview.gui.lanes.pictures.blink_scene import BlinkScene
from granview.gui.lanes.pictures.difference_scene import DifferenceScene
from granview.gui.lanes.pictures.scene import Scene
from granview.gui.lanes.pictures.swipe_scene import SwipeScene
from granview.gui.model.view_state import Mode, ViewState
from granview.gui.presenters.picture_content import PictureContent

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
