"""Which columns of a table stand first."""

from collections.abc import Collection
from dataclasses import replace

from granview.gui.widgets.table import Table


def matter_first(table: Table, n_costs: int, headlines: Collection[str]) -> Table:
    """The table with the metric that says most before what a pass costs, and the other metrics before parameters.

    Args:
        table: Costs first, parameters before all, then metrics.
        n_costs: How many columns are costs.
        headlines: Titles of the metrics that say in one number how good a lane is.
    """
    costs = [column.title for column in table.columns[:n_costs]]
    first = [column.title for column in table.columns if column.title in headlines]
    rest = [column.title for column in table.columns if column.title not in (*costs, *first)]
    wanted = (*first[:1], *costs[1:], *first[1:], *rest, *costs[:1])
    places = [at for title in wanted for at, column in enumerate(table.columns) if column.title == title]
    rows = tuple(replace(row, cells=tuple(row.cells[at] for at in places)) for row in table.rows)
    return replace(table, columns=tuple(table.columns[at] for at in places), rows=rows)
