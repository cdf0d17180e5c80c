"""Marks: what a person thinks of a unit or a sample, kept beside what lanes said of it."""

from typing import Final, Literal

import msgspec

MarkKind = Literal["reference is wrong", "unclear", "important"]

MARK_KINDS: Final[tuple[MarkKind, ...]] = ("reference is wrong", "unclear", "important")
WHOLE_SAMPLE: Final = -1
"""The place of a mark that is on a sample and not on one of its units."""

MOST_NOTE_CHARACTERS: Final = 2_000


class UnitId(msgspec.Struct, frozen=True):
    """A unit of a sample, or the sample itself.

    Attributes:
        sample: The sample's name.
        task: The task that scores the unit; empty for the sample itself.
        place: The unit's row in its sample's table; ``WHOLE_SAMPLE`` for the sample itself.
    """

    sample: str
    task: str = ""
    place: int = WHOLE_SAMPLE

    @property
    def is_sample(self) -> bool:
        """Whether the sample itself is meant."""
        return self.place == WHOLE_SAMPLE


class UnitMark(msgspec.Struct, frozen=True):
    """A mark on a unit or a sample; each has at most one.

    Attributes:
        of: What is marked.
        mark: What is thought of it.
        note: Why, in the person's words; may be empty.
        unit_kind: The kind of the unit when it was marked, such as ``region``; empty for a sample.
        grain: Its grain then; None where it has none. By kind and grain it is known whether the reference has changed
            since, so that the unit of that place is another one.
    """

    of: UnitId
    mark: MarkKind
    note: str = ""
    unit_kind: str = ""
    grain: float | None = None
