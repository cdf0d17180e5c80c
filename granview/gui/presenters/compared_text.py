"""The text that texts written by lanes are compared with."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Compared:
    """A text with the space of its offsets.

    Attributes:
        text: The reference's first target, or what the pinned lane wrote.
        space: Of its offsets, as ``TextViewport`` names spaces.
    """

    text: str
    space: str


TARGET_SPACE = "target"


def lane_space(lane: str) -> str:
    """The space of offsets into what a lane wrote."""
    return f"lane:{lane}"
