"""What stands in a shown text in place of, or between, the characters of its source."""

import enum
from dataclasses import dataclass


class EditKind(enum.StrEnum):
    """Why a shown text differs from its source there."""

    DELETED = "deleted"
    """Words of another text that the source lacks, shown struck through."""

    FILLED = "filled"
    """Words in the place of a mask."""


@dataclass(frozen=True)
class Edit:
    """A stretch of the source that is shown as other words; an empty stretch has words inserted before ``start``.

    Attributes:
        start: Offset of its first code point in the source.
        end: Offset after its last code point; equal to ``start`` for an insertion.
        text: What is shown there.
        kind: Why.
    """

    start: int
    end: int
    text: str
    kind: EditKind
