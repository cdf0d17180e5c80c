"""The tables of a session by name: what files, the command line, Python and the window offer, each made in one place.

A table is one file of ``granview.report.session_tables`` that registers how it is made::

    SESSION_TABLES.register("summary")(SessionTable("A row per lane …", make))
"""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from typing import Final

from granview.core.errors import ArgumentError
from granview.core.registry import Registry
from granview.report.column_descriptions import descriptions_of
from granview.report.lane_costs import NO_PRICES, HourlyPrices
from granview.report.margins import NO_MARGINS, Margins
from granview.report.report_table import ReportTable
from granview.report.session_contents import SessionContents
from granview.store.reader import SessionReader


@dataclass(frozen=True)
class TableRequest:
    """What a table is made of.

    Attributes:
        session: The session.
        contents: What it holds, but for pixels and units.
        buckets: How measures of units are divided in ``grain``; empty for each measure's own way.
        margins: The largest differences that do not count, for ``differences``.
        prices: What an hour of a device costs, for ``cost``.
    """

    session: SessionReader
    contents: SessionContents
    buckets: str = ""
    margins: Margins = NO_MARGINS
    prices: HourlyPrices = NO_PRICES

    @property
    def descriptions(self) -> dict[str, str]:
        """What columns are, by name."""
        return descriptions_of(self.contents.tasks.values())


@dataclass(frozen=True)
class SessionTable:
    """A table that a session may have.

    Attributes:
        title: What its rows are, in a few words.
        make: Makes it; rows are read when they are asked for.
        is_there: Whether the session has it.
        is_usual: Whether a run and an export write it unasked, where it is there.
    """

    title: str
    make: Callable[[TableRequest], ReportTable]
    is_there: Callable[[TableRequest], bool] = lambda _: True
    is_usual: bool = False


SESSION_TABLES: Final[Registry[SessionTable]] = Registry("granview.report.session_tables", "table")


def usual_tables(request: TableRequest) -> list[ReportTable]:
    """Those that are written unasked, of those that the session has, in name order."""
    every = SESSION_TABLES.all().values()
    return [table.make(request) for table in every if table.is_usual and table.is_there(request)]


def tables_called(request: TableRequest, names: Collection[str]) -> list[ReportTable]:
    """The tables of these names; of ``all``, all that the session has.

    Raises:
        ArgumentError: there is no such table, or the session has nothing for it.
    """
    every = SESSION_TABLES.all()
    if unknown := [name for name in names if name not in every and name != ALL]:
        raise ArgumentError(f"There is no table '{unknown[0]}'.", f"Tables: {', '.join(every)}, {ALL}.")
    there = [name for name, table in every.items() if table.is_there(request)]
    wanted = there if ALL in names else list(dict.fromkeys(names))
    if lacking := [name for name in wanted if name not in there]:
        raise ArgumentError(
            f"This session has no table '{lacking[0]}': {every[lacking[0]].title}.", f"It has: {', '.join(there)}."
        )
    return [every[name].make(request) for name in wanted]


ALL: Final = "all"
"""What stands for all tables that a session has."""
