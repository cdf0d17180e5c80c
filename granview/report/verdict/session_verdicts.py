"""The verdicts of a session as it is kept: with its own margins and slices, and the catalogue's ladders; made once."""

import threading
from typing import Final
from weakref import WeakKeyDictionary

from granview.core.errors import ArgumentError
from granview.io.catalogue_file import read_catalogue
from granview.report.margins import NO_MARGINS, Margins
from granview.report.saved_slices import saved_slices
from granview.report.verdict.facts import VerdictFacts
from granview.report.verdict.read_verdict import VerdictQuery, read_verdicts
from granview.store.reader import SessionReader
from granview.store.session import Session

_MARGINS_KEY: Final = "verdict-margins"

Key = tuple[object, str | None, float | None, tuple[tuple[str, float], ...]]

_kept: "WeakKeyDictionary[SessionReader, tuple[Key, list[VerdictFacts]]]" = WeakKeyDictionary()
_guard: Final = threading.Lock()


def read_margins(session: SessionReader) -> Margins:
    """The margins that are kept in a session; those that mean nothing are left out."""
    kept = session.get_view(_MARGINS_KEY, dict[str, float], {})
    try:
        return Margins(of_metric=kept)
    except ArgumentError:
        return NO_MARGINS


def write_margins(session: Session, margins: Margins) -> None:
    """Keep margins by metric in a session, for its panels, reports and the command line."""
    session.set_view(_MARGINS_KEY, dict(margins.of_metric))


def session_verdicts(
    session: SessionReader, against: str | None = None, margins: Margins = NO_MARGINS
) -> list[VerdictFacts]:
    """A verdict for each task with two lanes or more; the same again while the session is as it was.

    Args:
        session: Where results are.
        against: The lane that the others of its task are compared with; None for the pairs that matter by themselves.
        margins: Margins that take the place of those that the session keeps, metric by metric.

    Raises:
        ArgumentError: there is no such lane.
    """
    kept = {} if margins.every is not None else read_margins(session).of_metric
    wanted = Margins(margins.every, {**kept, **margins.of_metric})
    key = (session.version(), against, wanted.every, tuple(sorted(wanted.of_metric.items())))
    with _guard:
        if (known := _kept.get(session)) is not None and known[0] == key:
            return known[1]
    verdicts = read_verdicts(session, read_catalogue(), VerdictQuery(against, wanted, saved_slices(session)))
    with _guard:
        _kept[session] = (key, verdicts)
    return verdicts
