"""The verdicts of a session as it is kept: with its own margins and the catalogue's ladders, made once."""

import threading
from collections.abc import Mapping
from typing import Final
from weakref import WeakKeyDictionary

import msgspec

from granview.core.errors import ArgumentError
from granview.io.catalogue_file import read_catalogue
from granview.report.saved_slices import saved_slices
from granview.report.verdict.facts import VerdictFacts
from granview.report.verdict.read_verdict import VerdictQuery, read_verdicts
from granview.store.reader import SessionReader
from granview.store.session import Session

MARGINS_KEY: Final = "verdict-margins"

Key = tuple[object, str | None, tuple[tuple[str, float], ...]]

_kept: "WeakKeyDictionary[SessionReader, tuple[Key, list[VerdictFacts]]]" = WeakKeyDictionary()
_guard: Final = threading.Lock()


class Margins(msgspec.Struct, frozen=True):
    """The smallest differences that count, as they are kept in a session.

    Attributes:
        of_metric: By name of a metric, in its unit; metrics that are not named have a default.
    """

    of_metric: dict[str, float] = {}

    def __post_init__(self) -> None:
        for name, value in self.of_metric.items():
            if not 0 <= value < float("inf"):
                raise ArgumentError(f"A margin of {value:g} for {name} has no meaning.", "Give a number from 0 on.")


def read_margins(session: SessionReader) -> Margins:
    """The margins that are kept in a session."""
    return session.get_view(MARGINS_KEY, Margins, Margins())


def write_margins(session: Session, margins: Margins) -> None:
    """Keep margins in a session, for its panels, reports and the command line."""
    session.set_view(MARGINS_KEY, margins)


def session_verdicts(
    session: SessionReader, against: str | None = None, margins: Mapping[str, float] | None = None
) -> list[VerdictFacts]:
    """A verdict for each task with two lanes or more; the same again while the session is as it was.

    Args:
        session: Where results are.
        against: The lane that the others of its task are compared with; None for the pairs that matter by themselves.
        margins: Margins that take the place of those that the session keeps, metric by metric.

    Raises:
        ArgumentError: there is no such lane, or a margin has no meaning.
    """
    wanted = Margins({**read_margins(session).of_metric, **(margins or {})}).of_metric
    key = (session.version(), against, tuple(sorted(wanted.items())))
    with _guard:
        if (known := _kept.get(session)) is not None and known[0] == key:
            return known[1]
    verdicts = read_verdicts(session, read_catalogue(), VerdictQuery(against, wanted, saved_slices(session)))
    with _guard:
        _kept[session] = (key, verdicts)
    return verdicts
