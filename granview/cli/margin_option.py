"""The option of ``granview run`` and ``granview export`` that says how large a difference counts."""

from argparse import ArgumentParser, Namespace, _ArgumentGroup
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from granview.report.margins import Margins


def add_margin_option(parser: ArgumentParser | _ArgumentGroup) -> None:
    """Add the option."""
    parser.add_argument(
        "--margin",
        action="extend",
        nargs="+",
        default=[],
        metavar="MARGIN",
        help="the largest difference that does not count, in the metric's unit, such as 0.01 or miou=0.01: "
        "differences.csv then says where lanes are shown to differ by less",
    )


def margins_of(options: Namespace) -> "Margins":
    """The margins that were chosen.

    Raises:
        ArgumentError: one is no number above 0, or of no metric of any task.
    """
    from granview.report.differences import compared_metrics
    from granview.report.margins import Margins
    from granview.tasks.base import TASKS

    margins = Margins.parse(options.margin)
    margins.refuse_unknown(name for task in TASKS.all().values() for name in compared_metrics(task))
    return margins
