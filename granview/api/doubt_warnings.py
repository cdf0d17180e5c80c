"""What was guessed and is not certain, as a warning of Python's, which a notebook shows without being asked."""

import warnings
from collections.abc import Iterable
from typing import Final

from granview.io.search_events import Doubt, Problem

_CALLER: Final = 3
"""The warning is shown at the line that called the function which calls this one."""


class UncertainReading(UserWarning):
    """Files were read as is most likely, it is not certain that this is right, and the numbers depend on it."""


def warn_of_doubts(problems: Iterable[Problem]) -> None:
    """Warn of each thing that is not certain, with what settles it.

    Args:
        problems: What was said of inputs and references; all but ``Doubt`` is passed over.
    """
    for problem in problems:
        if isinstance(problem, Doubt):
            words = f"{problem.path}: {problem.error} {problem.hint}".strip()
            warnings.warn(words, UncertainReading, stacklevel=_CALLER)
