"""``granview export SESSION --out DIR``: the files of a session."""

import sys
from argparse import ArgumentParser
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from granview.cli import FAILED
from granview.cli.damage import print_damage
from granview.cli.margin_option import add_margin_option, margins_of
from granview.cli.parser import new_parser
from granview.cli.price_option import add_price_option, prices_of

if TYPE_CHECKING:
    from granview.store.reader import SessionReader
    from granview.store.session import Session

_PARTS = ("tables", "predictions", "comparison", "explanations", "session")
_FORMATS = ("png", "svg", "pdf")
_TABLE_FORMATS = ("csv", "parquet")


def _parser() -> ArgumentParser:
    parser = new_parser(
        "granview export",
        "Write what a session holds: results.csv, summary.csv, differences.csv, variants.csv, cost.csv,\n"
        "grain.csv, units.csv, predictions/LANE/SAMPLE.png (of texts .json),\n"
        "comparison/SAMPLE.png (of texts .html too), explanations/, session.granview.\n"
        "No model is needed. The session may be open in a window. Files of a session in DIR are replaced.",
        "examples:\n"
        "  granview export study.granview --out out/\n"
        "  granview export study.granview --out out/ --only tables --margin miou=0.01\n"
        "  granview export study.granview --out out/ --tables classes units --table-format csv parquet\n"
        '  granview export study.granview --out cars/ --only tables --slice "class=car, grain<8"\n'
        "  granview export study.granview --out figures/ --only comparison --format pdf --sample road-02",
    )
    parser.add_argument("session", type=Path, metavar="SESSION", help="a .granview file")
    parser.add_argument("--out", type=Path, required=True, metavar="DIR", help="where to write; made if need be")
    parser.add_argument(
        "--only",
        nargs="+",
        choices=_PARTS,
        default=_PARTS,
        metavar="PART",
        help=f"write only these: {', '.join(_PARTS)}",
    )
    parser.add_argument("--format", choices=_FORMATS, default="png", help="of comparison pages (default: png)")
    parser.add_argument(
        "--overwrite", action="store_true", help="replace files in DIR that no session there has written"
    )
    parser.add_argument(
        "--buckets",
        default="",
        metavar="NAME",
        help="how grain.csv divides measures: own, quantile, log, coco, or edges such as 0,8,32; measures that cannot "
        "be divided so keep their own (default: own)",
    )
    add_margin_option(parser)
    add_price_option(parser, "cost.csv then has the money for a million samples")
    parser.add_argument(
        "--tables",
        nargs="+",
        metavar="NAME",
        help="write these tables alone, or all: results, summary, differences, variants, flips, units, classes, "
        "confusion, calibration, grain, cost, marks, explanations, explanation_similarity",
    )
    parser.add_argument(
        "--table-format",
        nargs="+",
        choices=_TABLE_FORMATS,
        default=_TABLE_FORMATS[:1],
        metavar="FORMAT",
        help="as what tables are written: csv, parquet (default: csv)",
    )
    parser.add_argument("--sample", action="append", metavar="NAME", help="comparison pages of this sample only")
    parser.add_argument(
        "--slice",
        metavar="CONDITIONS",
        help="only the samples that have units in this slice, and of units.csv these units; see granview slices",
    )
    return parser


def _wanted(session: "Session", words: str | None) -> "SessionReader":
    """The session, or what a slice leaves of it."""
    if words is None:
        return session
    from granview.report.focused import left_in_slices
    from granview.report.saved_slices import read_slice
    from granview.report.slice_rows import slice_units

    return left_in_slices(session, slice_units(session, read_slice(session, words)))


def main(arguments: Sequence[str]) -> int:
    """Write the files; 1 when some could not be written, or some of the session is damaged and left out."""
    options = _parser().parse_args(arguments)
    from granview.cli.write_files import write_files
    from granview.export.output_files import write_outputs
    from granview.export.output_plan import OutputKind, TableChoice
    from granview.store.session import Session

    names = None if options.tables is None else tuple(options.tables)
    tables = TableChoice(names, tuple(f".{name}" for name in options.table_format))
    wanted_parts = options.only if names is None else ("tables",)
    parts = [OutputKind(part) for part in wanted_parts if options.slice is None or part != OutputKind.SESSION]
    suffix, margins, prices = f".{options.format}", margins_of(options), prices_of(options)
    with Session.open(options.session, read_only=True) as session:
        exported = write_files(
            lambda on_progress: write_outputs(
                _wanted(session, options.slice),
                options.out,
                on_progress,
                parts,
                page_suffix=suffix,
                samples=options.sample,
                overwrite=options.overwrite,
                buckets=options.buckets,
                prices=prices,
                margins=margins,
                tables=tables,
            )
        )
        damaged = print_damage(session)
    if exported.failed:
        print(f"granview: {exported.failed} Nothing in {options.out} was replaced.", file=sys.stderr)
    return FAILED if exported.failed or exported.problems else damaged
