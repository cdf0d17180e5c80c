"""``granview compare A B``: what has become worse between two sessions of the same samples."""

import sys
from argparse import ArgumentParser, ArgumentTypeError, Namespace
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

from granview.cli import FAILED
from granview.cli.damage import print_damage
from granview.cli.parser import new_parser

if TYPE_CHECKING:
    from granview.report.regressions.compare_sessions import SessionChanges

NOT_COMPARABLE: Final = 3

_CONDITIONS: Final = {
    "regression": "a metric of a lane became worse by more than the margin: the p-value of that is at most 0.05 after "
    "Holm's correction over all lanes and metrics that are tested together",
    "flip": "a unit was right in A and is wrong in B",
    "failure": "a lane fails in B on a sample that it ran in A",
}
"""What ``--fail-on`` can name."""

_DESCRIPTION: Final = """Hold session B against session A: the same samples, run before and after a change.
Samples are matched by their content, then by their file, then by name; lanes by name. Each metric's
difference B - A is paired by sample, with the interval of differences.csv, which is right for that
metric by itself. What is called regressed or improved rests on p-values that are corrected for all."""

_EXAMPLES: Final = """examples:
  granview compare before.granview after.granview
  granview compare before.granview after.granview --fail-on regression --margin 0.01
  granview compare main/ branch/ --fail-on regression failure --max-slowdown 1.5 \\
                   --margin miou=0.005 --out regressions/
  granview compare old.granview new.granview --lane unet-base=unet-base-v2 --metric miou

what --fail-on can name:
{conditions}

exit code: 0 nothing of what --fail-on names, 1 some of it, or slower than --max-slowdown, or some of
  a damaged session was left out, 2 bad arguments, 3 not comparable: no lane or sample in both, or too
  few samples to say anything; with --fail-on also where a lane of A is not in B, or nothing could be
  said of one: --lane leaves it out"""


def _parser() -> ArgumentParser:
    conditions = "\n".join(f"  {name:<11} {words}" for name, words in _CONDITIONS.items())
    parser = new_parser("granview compare", _DESCRIPTION, _EXAMPLES.format(conditions=_wrapped(conditions)))
    for name, which in (("a", "what was before"), ("b", "what is now")):
        parser.add_argument(name, type=Path, metavar=name.upper(), help=f"{which}: a session, or its folder")
    parser.add_argument(
        "--fail-on", nargs="+", choices=tuple(_CONDITIONS), default=[], metavar="WHAT", help="exit with 1 if it is so"
    )
    parser.add_argument(
        "--margin",
        nargs="+",
        action="extend",
        default=[],
        metavar="VALUE",
        help="how much worse a metric may become, in its own unit; METRIC=VALUE for one metric (default: 0)",
    )
    parser.add_argument(
        "--max-slowdown",
        type=_ratio,
        metavar="RATIO",
        help="exit with 1 if a lane's median forward pass takes more than this times A's",
    )
    parser.add_argument(
        "--lane",
        nargs="+",
        action="extend",
        default=[],
        metavar="NAME",
        help="compare these lanes alone; OF_A=OF_B where they are called otherwise",
    )
    parser.add_argument(
        "--metric",
        nargs="+",
        action="extend",
        default=[],
        metavar="NAME",
        help="compare these metrics alone: the fewer, the smaller the change that can be shown",
    )
    parser.add_argument(
        "--out", type=Path, metavar="DIR", help="also write tables as CSV and Parquet, and compare.json"
    )
    parser.add_argument(
        "--overwrite", action="store_true", help="replace files in DIR that no comparison there has written"
    )
    return parser


def main(arguments: Sequence[str]) -> int:
    """Print the comparison; the exit code says what of it is as ``--fail-on`` names."""
    options = _parser().parse_args(arguments)
    from granview.api.session_comparison import open_session
    from granview.cli.compare_table import change_lines
    from granview.export.session_changes import write_changes
    from granview.report.margins import Margins
    from granview.report.regressions.compare_sessions import NotComparable, compare_session_files

    margins = Margins.parse(options.margin, may_be_none=True)
    with open_session(options.a) as a, open_session(options.b) as b:
        try:
            changes = compare_session_files(a, b, options.lane, options.metric, margins)
        except NotComparable as error:
            print_damage(a, b)
            print(f"granview: {error}", file=sys.stderr)
            return NOT_COMPARABLE
        damaged = print_damage(a, b)
    print("\n".join(change_lines(changes)))
    if options.out is not None:
        print(f"{len(write_changes(changes, options.out, overwrite=options.overwrite))} files in {options.out}")
    return _exit_code(changes, options) or damaged


def _exit_code(changes: "SessionChanges", options: Namespace) -> int:
    reasons = [sentence for name in options.fail_on for sentence in _REASONS[name](changes)]
    reasons += _slower(changes, options.max_slowdown)
    for sentence in reasons:
        print(f"fails: {sentence}", file=sys.stderr)
    if reasons:
        return FAILED
    if not changes.is_decided:
        print(
            "granview: Nothing could be said of any metric: too few samples were scored in both sessions, or none is "
            "tested.",
            file=sys.stderr,
        )
        return NOT_COMPARABLE
    unheld = _unheld(changes) if options.fail_on else []
    for sentence in unheld:
        print(f"granview: {sentence}", file=sys.stderr)
    return NOT_COMPARABLE if unheld else 0


def _unheld(changes: "SessionChanges") -> list[str]:
    """What was asked about, and could not be held against anything: silence would pass for an all-clear."""
    lanes = changes.lanes
    return [
        *(f"{name} is not in B; name the lanes to compare with --lane." for name in lanes.only_a),
        *(f"{name} does another task in B; name the lanes to compare with --lane." for name in lanes.other_task),
        *(
            f"Nothing could be said of {name}: too few samples, or no metric that is tested."
            for name in changes.undecided
        ),
    ]


def _regressed(changes: "SessionChanges") -> list[str]:
    return [f"{metric} of {lane} regressed" for lane, metric in changes.regressed]


def _lost(changes: "SessionChanges") -> list[str]:
    lost = ((each.lane, each.flips.lost) for each in changes.changes if each.flips is not None)
    return [f"{lane} has {n} unit{'' if n == 1 else 's'} wrong that were right" for lane, n in lost if n]


def _failing(changes: "SessionChanges") -> list[str]:
    failing = ((each.lane, each.newly_failed) for each in changes.changes)
    return [f"{lane} fails on {', '.join(names)}, which it ran before" for lane, names in failing if names]


_REASONS: Final[dict[str, Callable[["SessionChanges"], list[str]]]] = {
    "regression": _regressed,
    "flip": _lost,
    "failure": _failing,
}


def _slower(changes: "SessionChanges", most: float | None) -> list[str]:
    timed = [(each.lane, each.latency.ratio) for each in changes.changes if each.latency is not None]
    return [] if most is None else [f"{lane} takes {ratio:.2f} times as long" for lane, ratio in timed if ratio > most]


def _ratio(text: str) -> float:
    try:
        value = float(text)
    except ValueError:
        value = 0.0
    if not 0 < value < float("inf"):
        raise ArgumentTypeError(f"'{text}' is no ratio above 0, such as 1.2")
    return value


def _wrapped(lines: str) -> str:
    from textwrap import fill

    return "\n".join(fill(line, 98, subsequent_indent=" " * 14) for line in lines.splitlines())
