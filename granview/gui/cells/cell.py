"""What one cell of the grid shows: plain data, made by the window, drawn by the grid."""

from dataclasses import dataclass
from typing import Final

from granview.core.events import LaneState
from granview.core.label_map import LabelMap
from granview.core.labels import ClassMap, LabelSet
from granview.gui.paint.picture import Picture

REFERENCE_KEY: Final = "reference"
"""Key of the reference's cell. Lane names are unique in a session; the window keeps them apart from this one."""


@dataclass(frozen=True)
class CellContent:
    """A cell's content. A picture must stay open until the grid has been given other contents.

    Attributes:
        key: The lane's name, or ``REFERENCE_KEY``.
        title: Shown in the cell's head.
        subtitle: Shown after the title, such as ``2.1 ms · cpu``.
        state: Where the lane is in its life; None for the reference, and for a lane of a session without models.
        message: A sentence for the user: an error, a hint, a notice. Shown in the middle of a cell without a mask,
            at the foot of one that has a mask.
        picture: The sample's picture; None while it is being opened.
        label_map: The lane's prediction or the reference's labels for this sample; None while there is none.
        labels: The label set of ``label_map``.
        pinned: Whether this is the lane that the others are compared with.
        progress: How far the lane is with what it does, 0 to 1; None when it cannot be known.
        is_reference: Whether this is the ground truth.
        failed: Whether the lane failed on this sample; ``message`` then says why.
        cancelled: Whether the user stopped this sample's run.
        class_map: Where this lane's classes go in the reference's label set, as it was scored; None: matched by name.
        color: The lane's own colour in plots, as ``#rrggbb``; shown as a dot before the title. Empty: no dot.
    """

    key: str
    title: str
    subtitle: str = ""
    state: LaneState | None = None
    message: str = ""
    picture: Picture | None = None
    label_map: LabelMap | None = None
    labels: LabelSet | None = None
    pinned: bool = False
    progress: float | None = None
    is_reference: bool = False
    failed: bool = False
    cancelled: bool = False
    class_map: ClassMap | None = None
    color: str = ""
