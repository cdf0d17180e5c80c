"""``granview report SESSION --out report.html``: one file that a colleague reads without the program."""

import sys
from argparse import ArgumentParser, ArgumentTypeError
from collections.abc import Sequence
from pathlib import Path

from granview.cli.damage import print_damage
from granview.cli.parser import new_parser
from granview.cli.price_option import add_price_option, prices_of

_LANGUAGES = ("en", "zh")
_MOST_SAMPLES = 200


def _parser() -> ArgumentParser:
    parser = new_parser(
        "granview report",
        "Write a report of a session: verdict, lanes, differences with intervals, grain, classes, cost,\n"
        "the pictures and texts that decided it, method, data, how it was run and how to repeat it.\n"
        "HTML is one file without scripts, light or dark, that prints well; PDF is A4. No model is needed.",
        "examples:\n"
        "  granview report study.granview --out report.html\n"
        "  granview report out/ --out report.pdf --language zh\n"
        "  granview report study.granview --out report.html --samples 12 --against unet-small\n"
        '  granview report study.granview --out report.pdf --title "Cells: is the small model enough?"',
    )
    parser.add_argument("session", type=Path, metavar="SESSION", help="a .granview file, or a folder that a run wrote")
    parser.add_argument(
        "--out", type=Path, required=True, metavar="FILE", help="report.html or report.pdf; the ending says which"
    )
    parser.add_argument("--language", choices=_LANGUAGES, default="en", help="en or zh (default: en)")
    parser.add_argument(
        "--samples",
        type=_count,
        default=6,
        metavar="N",
        help=f"examples of each task, chosen as those that decided it, at most {_MOST_SAMPLES} (default: 6)",
    )
    parser.add_argument("--title", default="", help="the title (default: the names of the lanes)")
    parser.add_argument(
        "--against", default="", metavar="LANE", help="compare every lane with this one (default: the first of a task)"
    )
    add_price_option(parser, "the report then sets quality against the money for a million samples too")
    return parser


def main(arguments: Sequence[str]) -> int:
    """Write the report; 1 when some of the session is damaged and left out."""
    options = _parser().parse_args(arguments)
    import datetime

    from granview.api.session_comparison import open_session
    from granview.export.report.source import ReportOptions
    from granview.export.report.write_report import write_report

    today = datetime.datetime.now(tz=datetime.UTC).date().isoformat()
    prices = prices_of(options)
    wanted = ReportOptions(options.language, options.title, options.samples, options.against, today, prices)
    from tqdm import tqdm

    with (
        open_session(options.session) as session,
        tqdm(desc="report", unit="part", leave=False, disable=not sys.stderr.isatty(), file=sys.stderr) as bar,
    ):

        def on_progress(done: int, total: int) -> None:
            bar.total = total
            bar.update(done - bar.n)

        write_report(session, options.out, wanted, on_progress)
        bar.close()
        code = print_damage(session)
    print(options.out)
    return code


def _count(text: str) -> int:
    if not text.isdecimal() or int(text) > _MOST_SAMPLES:
        raise ArgumentTypeError(f"'{text}' is no number from 0 to {_MOST_SAMPLES}")
    return int(text)
