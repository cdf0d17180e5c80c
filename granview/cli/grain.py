"""``granview grain SESSION``: what lanes score by size, contrast, class or any column of the data, bucket by bucket."""

from argparse import ArgumentParser
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

from granview.cli.damage import print_damage
from granview.cli.parser import new_parser
from granview.cli.table import number_text, text_table

if TYPE_CHECKING:
    from granview.report.results import Row
    from granview.store.session import Session

_SHOWN: Final = ("bucket", "lane", "score", "score_low", "score_high", "n_units", "n_samples", "against")
_DIFFERENCES: Final = ("difference", "difference_low", "difference_high")
_TEXTS: Final = frozenset({"bucket", "lane", "against"})


def _parser() -> ArgumentParser:
    parser = new_parser(
        "granview grain",
        "Show what every lane scores along a measure of units, bucket by bucket, with 95 % intervals over whole\n"
        "samples: by size, thickness, contrast, class, length, or any column of the data.\n"
        "Without --axis, the measures that there are.",
        "examples:\n"
        "  granview grain study.granview\n"
        "  granview grain study.granview --axis region\n"
        "  granview grain study.granview --axis thinness --buckets quantile\n"
        "  granview grain study.granview --axis region --buckets coco --against unet-base\n"
        "  granview grain study.granview --axis region --buckets 0,4,16,64",
    )
    parser.add_argument("session", type=Path, metavar="SESSION", help="a .granview file")
    parser.add_argument("--axis", metavar="NAME", help="the measure")
    parser.add_argument(
        "--buckets",
        default="",
        metavar="NAME",
        help="own, quantile, log, coco (areas of 32² and 96² px), or edges such as 0,8,32 (default: the measure's own)",
    )
    parser.add_argument("--against", metavar="LANE", help="the lane that others are compared with (default: the first)")
    return parser


def main(arguments: Sequence[str]) -> int:
    """Print the table; returns the exit code."""
    options = _parser().parse_args(arguments)
    from granview.store.session import Session

    with Session.open(options.session, read_only=True) as session:
        print(
            _axes(session)
            if options.axis is None
            else _buckets(session, options.axis, options.buckets, options.against)
        )
        return print_damage(session)


def _axes(session: "Session") -> str:
    from granview.report.bucketing import bucketings_for
    from granview.report.cached_units import read_task_units
    from granview.report.grain_units import axes_of

    rows = []
    for task in dict.fromkeys(lane.spec.task for lane in session.lanes()):
        units = read_task_units(session, task)
        for axis in axes_of(units):
            ways = ", ".join(bucketings_for(axis, axis.column in units.categories))
            rows.append((task, axis.name, f"{axis.title}, {axis.unit}".rstrip(", "), ways))
    return text_table(("task", "axis", "measure", "buckets"), rows) if rows else "No sample of this session was scored."


def _buckets(session: "Session", axis: str, buckets: str, against: str | None) -> str:
    from granview.analysis.estimand import OVER_ONE_MEASURE
    from granview.cli.verdict_text import folded
    from granview.report.grain_rows import grain_rows

    rows = grain_rows(session, axis, buckets, against)
    columns = (*_SHOWN, *_DIFFERENCES)
    right = frozenset(place for place, column in enumerate(columns) if column not in _TEXTS)
    table = text_table(columns, [[_cell(row, column) for column in columns] for row in rows], right)
    is_compared = any(row["difference_low"] is not None for row in rows)
    return f"{table}\n\n{folded(OVER_ONE_MEASURE)}" if is_compared else table


def _cell(row: "Row", column: str) -> str:
    value = row[column]
    if column in _TEXTS:
        return str(value or "")
    return number_text(float(value) if isinstance(value, int | float) else None, 0 if column.startswith("n_") else 3)
