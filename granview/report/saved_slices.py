"""Slices that are kept in a session under a name."""

from collections.abc import Sequence
from typing import Final

import msgspec

from granview.core.errors import ArgumentError
from granview.core.slice_language import parsed_slice
from granview.core.slices import Slice
from granview.store.reader import SessionReader
from granview.store.session import Session

_KEY: Final = "slices"


def saved_slices(session: SessionReader) -> tuple[Slice, ...]:
    """Those of a session, in the order in which they were saved."""
    return session.get_view(_KEY, tuple[Slice, ...], ())


def save_slice(session: Session, wanted: Slice) -> None:
    """Keep a slice in the place of another one of its name.

    Raises:
        ArgumentError: it has no name.
    """
    if not wanted.name.strip():
        raise ArgumentError("A slice is saved under a name.", "Give it one.")
    named = msgspec.structs.replace(wanted, name=wanted.name.strip())
    others = [each for each in saved_slices(session) if each.name != named.name]
    _keep(session, [*others, named])


def remove_slice(session: Session, name: str) -> None:
    """Keep a slice no more; a name that is not there is ignored."""
    _keep(session, [each for each in saved_slices(session) if each.name != name])


def read_slice(session: SessionReader, wanted: str | Slice) -> Slice:
    """A slice by its name in the session, or by its conditions; see ``granview.core.slice_language``.

    Raises:
        ArgumentError: it cannot be read.
    """
    if isinstance(wanted, Slice):
        return wanted
    named = next((each for each in saved_slices(session) if each.name == wanted.strip()), None)
    return named or parsed_slice(wanted)


def _keep(session: Session, slices: Sequence[Slice]) -> None:
    session.set_view(_KEY, tuple(slices))
