"""Prompts: what a person points at in a picture for a model to outline, object by object."""

from typing import Literal

import msgspec

from granview.core.errors import ArgumentError

PromptSource = Literal["centre", "box", "centre and box"]
"""What of a reference's object is taken for a prompt: the pixel farthest from its border, its box, or both."""


class PointPrompt(msgspec.Struct, frozen=True, array_like=True):
    """A point of the picture, in px from its upper left corner.

    Attributes:
        x_px: From the left edge.
        y_px: From the top edge.
        adds: Whether the point lies on the object; else it lies on what must be left out.
    """

    x_px: float
    y_px: float
    adds: bool = True


class ObjectPrompt(msgspec.Struct, frozen=True):
    """All that is said of one object that is to be outlined; at least one of the three.

    Attributes:
        points: Points on it, and points beside it.
        box_xyxy: A box about it: left, top, right, bottom in px; None for none.
        phrase: Words for it; empty for none. They may name several objects.
    """

    points: tuple[PointPrompt, ...] = ()
    box_xyxy: tuple[float, float, float, float] | None = None
    phrase: str = ""

    def __post_init__(self) -> None:
        if not (any(point.adds for point in self.points) or self.box_xyxy is not None or self.phrase):
            raise ArgumentError(
                "A prompt says of no place that the object is there.", "Add a point, a box or a phrase."
            )

    @property
    def n_prompts(self) -> int:
        """How much was said: each point, the box and the phrase count one."""
        return len(self.points) + (self.box_xyxy is not None) + bool(self.phrase)

    def with_point(self, point: PointPrompt) -> "ObjectPrompt":
        """The same with one more point."""
        return msgspec.structs.replace(self, points=(*self.points, point))
