"""``granview export SESSION --out DIR``: the files of a session."""

from argparse import ArgumentParser
from collections.abc import Sequence
from pathlib import Path

from granview.cli import FAILED
from granview.cli.parsing import new_parser

_PARTS = ("tables", "predictions", "comparison", "explanations", "session")
_FORMATS = ("png", "svg", "pdf")


def _parser() -> ArgumentParser:
    parser = new_parser(
        "granview export",
        "Write what a session holds: results.csv, summary.csv, units.csv, predictions/LANE/SAMPLE.png\n"
        "(of texts .json), comparison/SAMPLE.png (of texts .html too), explanations/, session.granview.\n"
        "No model is needed. The session may be open in a window.",
        "examples:\n"
        "  granview export study.granview --out out/\n"
        "  granview export study.granview --out out/ --only tables\n"
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
    parser.add_argument("--sample", action="append", metavar="NAME", help="comparison pages of this sample only")
    return parser


def main(arguments: Sequence[str]) -> int:
    """Write the files; 1 when some could not be written."""
    options = _parser().parse_args(arguments)
    from granview.cli.writing import write_and_tell
    from granview.export.bundle import Part
    from granview.store.session import Session

    parts = [Part(part) for part in options.only]
    with Session.open(options.session, read_only=True) as session:
        whole = write_and_tell(session, options.out, parts, f".{options.format}", options.sample)
    return 0 if whole else FAILED
