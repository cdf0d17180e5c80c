"""What one cell of the grid shows: plain data, made by the window, drawn by the grid."""

from dataclasses import dataclass
from typing import ClassVar, Final

from granview.core.events import LaneState
from granview.core.sample_kind import Kind

REFERENCE_KEY: Final = "reference"
"""Key of the reference's cell. Lane names are unique in a session; the window keeps them apart from this one."""


@dataclass(frozen=True)
class CellContent:
    """What every cell has, whatever its sample is. Each kind of sample has a subclass.

    Attributes:
        kind: The kind of samples that this is the content of.
        key: The lane's name, or ``REFERENCE_KEY``.
        title: Shown in the cell's head.
        subtitle: Shown after the title, such as ``2.1 ms · cpu``.
        state: Where the lane is in its life; None for the reference, and for a lane of a session without models.
        message: A sentence for the user: an error, a hint, a notice. Shown in the middle of a cell without a result,
            at the foot of one that has a result.
        pinned: Whether this is the lane that the others are compared with.
        progress: How far the lane is with what it does, 0 to 1; None when it cannot be known.
        is_reference: Whether this is the ground truth.
        is_plain: Whether this is the sample alone, of which nothing is said.
        failed: Whether the lane failed on this sample; ``message`` then says why.
        cancelled: Whether the user stopped this sample's run.
        place: Of the lane, from 0, by which it has its colour and mark, shown before the title; None: it has none.
        lane_notices: What must be known of the lane whatever the sample is; a mark in the head, with a tool tip.
    """

    kind: ClassVar[Kind]

    key: str
    title: str
    subtitle: str = ""
    state: LaneState | None = None
    message: str = ""
    pinned: bool = False
    progress: float | None = None
    is_reference: bool = False
    is_plain: bool = False
    failed: bool = False
    cancelled: bool = False
    place: int | None = None
    lane_notices: tuple[str, ...] = ()

    @property
    def has_result(self) -> bool:
        """Whether there is something of the lane, or of the reference, to see."""
        return False

    @property
    def is_open(self) -> bool:
        """Whether the sample itself has been opened."""
        return False

    @property
    def is_lane(self) -> bool:
        """Whether a lane can be asked for something here."""
        return not self.is_reference and (self.state is not None or self.has_result)

    @property
    def opening(self) -> str:
        """What is said while the sample is being opened."""
        return ""

    @property
    def no_reference(self) -> str:
        """How to give this sample a reference, where it has none."""
        return ""
