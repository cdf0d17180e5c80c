"""The options that say which splits and sorts of references are taken of data sets, and what is said of the rest."""

from argparse import ArgumentParser, Namespace
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from granview.io.data_set import DataSetChoices
    from granview.io.search_events import Problem


def add_data_options(parser: ArgumentParser) -> None:
    """Add the group of options."""
    group = parser.add_argument_group("data sets whose layout is known; 'granview data PATH' lists what they have")
    group.add_argument(
        "--split",
        action="extend",
        nargs="+",
        default=[],
        metavar="[FOLDER=]NAME",
        help="the splits that are taken of all data sets, or of the one in FOLDER (default: the validation split, and "
        "said; what was chosen in the window is not used here)",
    )
    group.add_argument(
        "--reference-set",
        action="extend",
        nargs="+",
        default=[],
        metavar="[FOLDER=]NAME",
        help="the sorts of references that are taken, such as objects (default: the first of each, and said)",
    )


def choices_of(options: Namespace, inputs: Sequence[Path]) -> "DataSetChoices":
    """What is taken of the data sets among the inputs.

    Raises:
        ArgumentError: something is chosen, and there is no such data set.
    """
    from granview.api.data_choices import by_data_set, data_choices

    return data_choices(by_data_set(options.split), by_data_set(options.reference_set), inputs)


def unused_lines(problems: "Sequence[Problem]") -> list[str]:
    """One line that sums up what no reader took, where there was anything; the lines before it say why."""
    from granview.io.leftovers import in_words, leftovers_of

    left = leftovers_of(problems)
    return [f"Unused of what was given, for the reasons above: {in_words(left)}."] if left else []
