"""``granview verdict SESSION``: what a comparison comes to, in words that a colleague can act on."""

import sys
from argparse import ArgumentParser
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from granview.cli.damage import print_damage
from granview.cli.parser import new_parser
from granview.core.errors import ArgumentError, InputError
from granview.io.output_names import SESSION_NAME

if TYPE_CHECKING:
    from granview.report.margins import Margins

_LANGUAGES = ("en", "zh")


def _parser() -> ArgumentParser:
    parser = new_parser(
        "granview verdict",
        "Say in one passage what the larger model has over the smaller: over all, where, how surely,\n"
        "at what cost. It is made from the numbers of the session alone, and says so where no difference\n"
        "is shown and where there are too few samples. No model is needed.",
        "examples:\n"
        "  granview verdict out/\n"
        "  granview verdict study.granview --against unet-base\n"
        "  granview verdict study.granview --margin 0.01 --language zh\n"
        "  granview verdict study.granview --margin miou=0.01 score=0.05 --json",
    )
    parser.add_argument("session", type=Path, metavar="SESSION", help="a .granview file, or a folder that a run wrote")
    parser.add_argument("--task", metavar="TASK", help="of this task alone (default: of every task)")
    parser.add_argument(
        "--against", metavar="LANE", help="compare every lane with this one (default: sizes, variants, families)"
    )
    parser.add_argument(
        "--margin",
        action="extend",
        nargs="+",
        default=[],
        metavar="[NAME=]X",
        help="the smallest difference that counts, in the metric's unit; NAME is a metric's, or score for those of "
        "places; without NAME for all of them (default: those of the session, else 2 %% of the best value)",
    )
    parser.add_argument("--language", choices=_LANGUAGES, default="en", help="en or zh (default: en)")
    parser.add_argument("--json", action="store_true", help="print every fact, and the passage in both languages")
    parser.add_argument("--short", action="store_true", help="print the short form alone")
    return parser


def main(arguments: Sequence[str]) -> int:
    """Print the verdict; returns the exit code."""
    options = _parser().parse_args(arguments)
    from granview.cli.verdict_text import folded, full_text, short_lines
    from granview.report.verdict.as_json import verdict_json
    from granview.report.verdict.languages import LANGUAGES
    from granview.report.verdict.session_verdicts import session_verdicts
    from granview.store.session import Session

    language = LANGUAGES[options.language]
    with Session.open(_session_path(options.session), read_only=True) as session:
        verdicts = session_verdicts(session, options.against, margins_of(options.margin))
        code = print_damage(session)
    if options.task is not None:
        known = [facts.task for facts in verdicts]
        verdicts = [facts for facts in verdicts if facts.task == options.task]
        if not verdicts:
            raise ArgumentError(
                f"There are no two lanes of the task '{options.task}'.", f"Tasks: {', '.join(known) or 'none'}."
            )
    if options.json:
        sys.stdout.write(verdict_json(verdicts).decode() + "\n")
    elif not verdicts:
        print(folded(language.nothing()))
    elif options.short:
        print("\n".join(short_lines(verdicts, language)).strip())
    else:
        print(full_text(verdicts, language))
    return code


def margins_of(texts: Sequence[str]) -> "Margins":
    """The margins that were chosen.

    Raises:
        ArgumentError: one is no number above 0, or names nothing that a verdict is about.
    """
    from granview.report.margins import Margins
    from granview.tasks.base import TASKS

    margins = Margins.parse(texts)
    tasks = TASKS.all().values()
    margins.refuse_unknown(name for task in tasks for name in (*task.headline, task.unit_score.name))
    return margins


def _session_path(path: Path) -> Path:
    if not path.is_dir():
        return path
    if not (path / SESSION_NAME).exists():
        raise InputError(f"{path} holds no {SESSION_NAME}.", "Name a folder that a run has written, or a session.")
    return path / SESSION_NAME
