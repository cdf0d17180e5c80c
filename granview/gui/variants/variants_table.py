"""The table of variants: a row for each, under its parent's."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from granview.gui.variants.variant_cells import (
    difference_cell,
    flips_cell,
    grain_cell,
    kept_cell,
    ratio_cell,
    row_detail,
    row_title,
)
from granview.gui.variants.variants_report import VariantsReport
from granview.gui.widgets.metric_cells import number
from granview.gui.widgets.number_format import fixed, significant
from granview.gui.widgets.table import Table, TableCell, TableColumn, TableRow
from granview.report.results import Row
from granview.report.variants import VariantComparison

translate = QCoreApplication.translate

FLIPS = "flips"
_INDENT = "\u2003"


@dataclass(frozen=True)
class VariantColumn:
    """A column of the table.

    Attributes:
        key: By which it is known.
        title: As shown.
        tip: What it is.
        of_variant: The cell of a variant.
        of_parent: The cell of a parent, from its row of ``summary.csv`` and what its weights take in memory.
    """

    key: str
    title: str
    tip: str
    of_variant: Callable[[VariantComparison], TableCell]
    of_parent: Callable[[Row, float | None], TableCell]


def columns() -> tuple[VariantColumn, ...]:
    """Those of the table, in its order."""
    return (
        VariantColumn(
            "kept",
            translate("Variants", "Quality kept"),
            translate("Variants", "Share of the parent's quality by the metric that says most, with MLPerf's marks."),
            kept_cell,
            lambda row, stored: TableCell(""),
        ),
        VariantColumn(
            "difference",
            translate("Variants", "Δ quality"),
            translate("Variants", "The metric less the parent's, with the 95 % interval of the paired difference."),
            difference_cell,
            lambda row, stored: TableCell(""),
        ),
        VariantColumn(
            "latency",
            translate("Variants", "Latency"),
            translate("Variants", "Median time of the forward pass by the parent's: below 1 is faster."),
            lambda each: ratio_cell(each.ratios["forward_ms_p50"]),
            lambda row, stored: _value(number(row, "forward_ms_p50"), "ms"),
        ),
        VariantColumn(
            "bytes",
            translate("Variants", "Weights"),
            translate("Variants", "What the weights take in memory, counted by storage, by the parent's."),
            lambda each: ratio_cell(each.ratios["stored_mb"]),
            lambda row, stored: _value(stored, "MB"),
        ),
        VariantColumn(
            "grain",
            translate("Variants", "Loses most at"),
            translate("Variants", "The grain at which the mean score falls most below the parent's."),
            grain_cell,
            lambda row, stored: TableCell(""),
        ),
        VariantColumn(
            FLIPS,
            translate("Variants", "Flips"),
            translate(
                "Variants", "What the parent had right and the variant has wrong, and the other way about. Click it."
            ),
            flips_cell,
            lambda row, stored: TableCell(""),
        ),
        VariantColumn(
            "memory",
            translate("Variants", "Peak memory"),
            translate("Variants", "Largest memory of the lane's process, with its libraries, by the parent's."),
            lambda each: ratio_cell(each.ratios["peak_rss_mb"]),
            lambda row, stored: _value(number(row, "peak_rss_mb"), "MB"),
        ),
    )


def variants_table(report: VariantsReport, sort_by: str = "", falling: bool = False) -> Table:
    """All variants under their parents, as their lanes stand or sorted by a column within each parent's.

    Args:
        report: What is known.
        sort_by: The key of a column; empty for the order of the lanes.
        falling: Whether the largest value comes first.
    """
    known = columns()
    by = next((column for column in known if column.key == sort_by), None)
    rows: list[TableRow] = []
    for parent, variants in report.groups.items():
        rows.append(_parent_row(report, parent, known))
        rows += [_variant_row(each, known) for each in _sorted(variants, by, falling)]
    heads = (TableColumn(column.title, column.tip) for column in known)
    return Table(translate("Variants", "Variant"), tuple(heads), tuple(rows), has_details=True)


def _sorted(
    variants: Sequence[VariantComparison], by: VariantColumn | None, falling: bool
) -> Sequence[VariantComparison]:
    """Those without a value come last, whichever way it goes."""
    if by is None:
        return variants
    valued = [(by.of_variant(each).value, each) for each in variants]
    there = [(value, each) for value, each in valued if value is not None]
    ordered = sorted(there, key=lambda pair: pair[0], reverse=falling)
    return [*(each for _, each in ordered), *(each for value, each in valued if value is None)]


def _parent_row(report: VariantsReport, parent: str, known: Sequence[VariantColumn]) -> TableRow:
    row, stored = report.summaries[parent], report.stored_mb.get(parent)
    cells = [column.of_parent(row, stored) for column in known]
    headline = report.groups[parent][0].headline
    value = None if headline is None else number(row, headline.name)
    if headline is not None and value is not None:
        cells[0] = TableCell(fixed(value, headline.digits), headline.title, value=value)
    return TableRow(
        parent, tuple(cells), parent, translate("Variants", "parent, {variant}").format(variant=row["variant"])
    )


def _variant_row(each: VariantComparison, known: Sequence[VariantColumn]) -> TableRow:
    cells = tuple(column.of_variant(each) for column in known)
    return TableRow(row_title(each), cells, each.lane, row_detail(each))


def _value(value: float | None, unit: str) -> TableCell:
    return TableCell(f"{significant(value)} {unit}" if value is not None else "n/a", value=value)
