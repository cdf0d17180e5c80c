"""``granview slices SESSION``: what lanes score on some of the units, and which columns units can be asked for by."""

from argparse import ArgumentParser
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

from granview.cli.damage import print_damage
from granview.cli.parser import new_parser
from granview.cli.table import interval_text, number_text, signed_text, text_table

if TYPE_CHECKING:
    from granview.report.results import Row
    from granview.report.task_units import UnitColumn
    from granview.store.session import Session

_MOST_VALUES: Final = 12
_BY_OUTCOME: Final = (
    "These units were chosen by what a lane makes of them. Lanes differ among them by that choice alone, so that\n"
    "there are no intervals, and no difference is said."
)
_SHOWN: Final = (
    *("task", "kind", "lane", "n_units", "n_samples", "score", "95 % interval", "right_share"),
    *("against", "difference", "95 % interval"),
)
_TEXTS: Final = frozenset({0, 1, 2, 8})


def _parser() -> ArgumentParser:
    parser = new_parser(
        "granview slices",
        "Show what every lane scores on a slice: on the units that meet some conditions, such as regions below 8 px.\n"
        "Without --slice, the slices that are saved in the session.\n"
        "Conditions: class=car|bus, class!=road, grain<8, 4<=grain<8, LANE is wrong, mark is not reference is wrong;\n"
        "they are joined by commas. Names that hold signs or the words is, or, and stand in quotation marks, and\n"
        "a mark within them twice. What is printed above a table can be pasted back.",
        "examples:\n"
        "  granview slices study.granview\n"
        "  granview slices study.granview --columns\n"
        '  granview slices study.granview --slice "class=car, grain<8"\n'
        '  granview slices study.granview --slice "unet-nano is wrong, unet-base is right" --save "what base adds"',
    )
    parser.add_argument("session", type=Path, metavar="SESSION", help="a .granview file")
    parser.add_argument("--slice", metavar="CONDITIONS", help="the conditions, or the name of a saved slice")
    parser.add_argument("--save", metavar="NAME", help="keep the slice in the session under this name")
    parser.add_argument("--remove", metavar="NAME", help="keep the slice of this name no more")
    parser.add_argument("--columns", action="store_true", help="list the columns, with their values and counts")
    return parser


def main(arguments: Sequence[str]) -> int:
    """Print the table; returns the exit code."""
    parser = _parser()
    options = parser.parse_args(arguments)
    if options.save and not options.slice:
        parser.error("--save needs --slice")
    from granview.store.session import Session

    changes = bool(options.save or options.remove)
    with Session.open(options.session, read_only=not changes) as session:
        if options.remove:
            _remove(session, options.remove)
        if options.columns:
            print(_columns(session))
        elif options.slice:
            print(_metrics(session, options.slice, options.save or ""))
        else:
            print(_saved(session))
        return print_damage(session)


def _remove(session: "Session", name: str) -> None:
    from granview.core.errors import ArgumentError
    from granview.report.saved_slices import remove_slice, saved_slices

    names = [each.name for each in saved_slices(session)]
    if name not in names:
        raise ArgumentError(f"No slice '{name}' is saved.", f"Saved: {', '.join(names)}." if names else "None is.")
    remove_slice(session, name)


def _metrics(session: "Session", words: str, name: str) -> str:
    import msgspec

    from granview.core.slice_language import typed
    from granview.report.saved_slices import read_slice, save_slice
    from granview.report.slice_rows import slice_rows
    from granview.report.unit_columns import is_by_outcome

    wanted = read_slice(session, words)
    rows = slice_rows(session, wanted)
    if name:
        save_slice(session, msgspec.structs.replace(wanted, name=name))
    if not rows:
        return f"{typed(wanted)}\n\nNo unit meets that."
    table = text_table(_SHOWN, [_cells(row) for row in rows], frozenset(range(len(_SHOWN))) - _TEXTS)
    is_chosen = is_by_outcome(wanted, [lane.name for lane in session.lanes()])
    return f"{typed(wanted)}\n\n{table}" + (f"\n\n{_BY_OUTCOME}" if is_chosen else "")


def _cells(row: "Row") -> list[str]:
    low, high, why = (row[name] for name in ("low", "high", "no_interval"))
    ends = "n/a" if low is None or high is None else f"{number_text(low)} to {number_text(high)}"
    low_end, high_end = (_number(row[name]) for name in ("difference_low", "difference_high"))
    of_difference = interval_text(low_end, high_end, 3, _text(row["difference_no_interval"]))
    return [
        *(_text(row[name]) for name in ("task", "kind", "lane")),
        *(f"{row[name]:,}" for name in ("n_units", "n_samples")),
        number_text(row["score"]),
        _text(why) or ends,
        number_text(row["right_share"]),
        _text(row["against"]),
        "n/a" if row["difference"] is None else signed_text(_number(row["difference"]) or 0.0),
        of_difference,
    ]


def _text(value: object) -> str:
    return "" if value is None else str(value)


def _number(value: object) -> float | None:
    return float(value) if isinstance(value, int | float) else None


def _saved(session: "Session") -> str:
    from granview.core.errors import ArgumentError
    from granview.core.slice_language import typed
    from granview.core.slices import EVERYTHING
    from granview.report.saved_slices import saved_slices
    from granview.report.slice_rows import slice_units

    slice_units(session, EVERYTHING)
    rows = []
    for each in saved_slices(session):
        try:
            found = slice_units(session, each).values()
            counts = (f"{sum(map(len, found)):,}", f"{sum(len(set(units.sample.tolist())) for units in found):,}")
        except ArgumentError as error:
            counts = (error.message, "")
        rows.append((each.name, typed(each), *counts))
    if not rows:
        return "No slice is saved in this session. Ask for one with --slice, and save it with --save NAME."
    return text_table(("slice", "conditions", "units", "samples"), rows, frozenset({2, 3}))


def _columns(session: "Session") -> str:
    from granview.core.slices import EVERYTHING
    from granview.report.slice_rows import slice_units
    from granview.report.unit_columns import all_columns

    rows = [
        (task, column.name, *_content(column))
        for task, units in slice_units(session, EVERYTHING).items()
        for column in all_columns(units)
    ]
    return text_table(("task", "column", "values", "units"), rows) if rows else "No sample of this session was scored."


def _content(column: "UnitColumn") -> tuple[str, str]:
    """What a column holds, in a line, and of how many units it is known."""
    import numpy as np

    from granview.report.task_units import NO_CATEGORY
    from granview.report.unit_columns import category_counts, number_range

    if column.categories is None:
        bounds = number_range(column)
        words = "none" if bounds is None else f"{bounds[0]:.6g} to {bounds[1]:.6g}"
        return words, f"{np.count_nonzero(~np.isnan(column.values)):,}"
    counts = category_counts(column)
    shown = [f"{name} {n:,}" for name, n in list(counts.items())[:_MOST_VALUES]]
    more = f", {len(counts) - _MOST_VALUES} more" if len(counts) > _MOST_VALUES else ""
    return ", ".join(shown) + more, f"{np.count_nonzero(column.values != NO_CATEGORY):,}"
