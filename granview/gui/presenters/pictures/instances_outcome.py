"""What became of the objects that a cell shows, and where each is in another cell."""

from dataclasses import dataclass

from granview.gui.presenters.pictures.instances_pairs import Flags


@dataclass(frozen=True)
class OutcomeGroup:
    """Objects of which the same became.

    Attributes:
        role: Their colour, a role of the theme.
        text: What became of them, in words.
        which: (n,) bool, which of the cell's objects they are.
    """

    role: str
    text: str
    which: Flags


@dataclass(frozen=True)
class Outcome:
    """What became of the objects that a cell shows.

    Attributes:
        groups: Right and invented ones of a lane; those of the reference by how many lanes have found them.
        missed: (m,) objects of the reference that a lane has missed; None in the reference's own cell.
        reference: The key of the reference's cell.
    """

    groups: tuple[OutcomeGroup, ...]
    missed: Flags | None
    reference: str


@dataclass(frozen=True)
class Counterpart:
    """The same object in another cell.

    Attributes:
        place: Which object of that cell it is.
        iou: How far the two overlap, 0 to 1.
        is_shown: Whether that cell shows it, or a filter leaves it out.
    """

    place: int
    iou: float
    is_shown: bool
