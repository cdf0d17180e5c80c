"""Tables as panels show them: plain cells with words, made off the window's thread."""

from dataclasses import dataclass
from enum import Enum


class Tone(Enum):
    """What the smaller line of a cell says by its colour."""

    QUIET = "muted"
    GOOD = "good"
    BAD = "bad"


@dataclass(frozen=True)
class TableCell:
    """One cell.

    Attributes:
        text: The value, as shown.
        detail: A smaller line under it.
        tone: Of the smaller line.
        is_best: Whether it is the best of its column.
        tip: Unit, n and meaning.
        value: The number itself, to sort by; None where there is none.
    """

    text: str
    detail: str = ""
    tone: Tone = Tone.QUIET
    is_best: bool = False
    tip: str = ""
    value: float | None = None


@dataclass(frozen=True)
class TableColumn:
    """A column's head.

    Attributes:
        title: As shown.
        tip: What the column is.
        lane: The lane that the column is about, where it is about one.
    """

    title: str
    tip: str = ""
    lane: str = ""


@dataclass(frozen=True)
class TableRow:
    """A row.

    Attributes:
        title: Its head.
        cells: One per column.
        lane: The lane that the row is about, where it is about one.
        detail: A smaller line under the head.
    """

    title: str
    cells: tuple[TableCell, ...]
    lane: str = ""
    detail: str = ""


@dataclass(frozen=True)
class Table:
    """A whole table.

    Attributes:
        corner: Head of the column of row heads.
        columns: The other columns.
        rows: The rows.
        note: What must be known of the whole.
        has_details: Whether cells have a smaller line.
        is_unscored: Whether there was nothing to score against, which the note says.
        n_further: How many columns there are for a second look, whether or not they are among these.
    """

    corner: str
    columns: tuple[TableColumn, ...] = ()
    rows: tuple[TableRow, ...] = ()
    note: str = ""
    has_details: bool = False
    is_unscored: bool = False
    n_further: int = 0
