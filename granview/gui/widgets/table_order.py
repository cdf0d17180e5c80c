"""In which order the rows of a table stand after clicks on its heads."""

from dataclasses import dataclass, replace
from typing import Final

from granview.gui.widgets.table import Table, TableRow

RISING_MARK: Final = " ▴"
FALLING_MARK: Final = " ▾"


@dataclass(frozen=True)
class TableOrder:
    """By a column, or as the rows were given.

    Attributes:
        title: The column's head; None: as given.
        falling: Whether the largest value comes first.
    """

    title: str | None = None
    falling: bool = False

    def clicked(self, title: str | None) -> "TableOrder":
        """What a click on a head asks for: the smallest first, then the largest, then as given."""
        if title is None or title != self.title:
            return TableOrder(title)
        return UNSORTED if self.falling else TableOrder(title, falling=True)

    def of(self, table: Table) -> Table:
        """The table in this order, in which rows without a value come last; as given where it has no such column."""
        place = next((at for at, column in enumerate(table.columns) if column.title == self.title), None)
        if place is None:
            return table

        def key(row: TableRow) -> tuple[bool, float]:
            value = row.cells[place].value
            return (value is None, 0.0 if value is None else -value if self.falling else value)

        return replace(table, rows=tuple(sorted(table.rows, key=key)))

    def mark(self, title: str) -> str:
        """What follows a column's head: which way it is ordered by, or nothing."""
        return "" if title != self.title else FALLING_MARK if self.falling else RISING_MARK


UNSORTED: Final = TableOrder()
