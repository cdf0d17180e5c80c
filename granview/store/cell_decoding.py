"""The one reader of what lies in a session's cells: a typed value, or ``Damaged``, whatever the bytes are."""

from collections.abc import Callable
from typing import Any, Final, TypeVar

import msgspec

from granview.core.errors import GranViewError, SessionError
from granview.core.prediction import UnknownType
from granview.store.damage_log import HINT

T = TypeVar("T")
P = TypeVar("P")

_ODD: Final = "it does not hold what it should"
_TROUBLES: Final = (
    msgspec.MsgspecError, GranViewError, ValueError, TypeError, LookupError, ArithmeticError, RecursionError,
    MemoryError,
)  # fmt: skip
"""What decoding and unpacking of damaged bytes has been seen to raise; Unicode errors are ValueErrors."""


class Damaged(SessionError):
    """A cell that does not hold what it should.

    Args:
        what: The cell.
        reason: Why, in words; an error that is not in words says no more than that.
    """

    def __init__(self, what: str, reason: str | Exception) -> None:
        words = reason.message if isinstance(reason, GranViewError) else reason if isinstance(reason, str) else _ODD
        super().__init__(f"{what} is damaged: {words.rstrip('.')}.", HINT)


def checked_cell(value: Any, kind: type[T], what: str) -> T:
    """A cell, or a row of them as a tuple, as the type that it must have.

    Raises:
        Damaged: it has another type.
    """
    try:
        return msgspec.convert(value, kind)
    except _TROUBLES as error:
        raise Damaged(what, error) from error


def from_json(value: Any, kind: type[T], what: str) -> T:
    """What a JSON cell holds.

    Raises:
        Damaged: it is no JSON of that type.
    """
    try:
        return msgspec.json.decode(value, type=kind)
    except _TROUBLES as error:
        raise Damaged(what, error) from error


def from_blob(value: Any, decoder: "msgspec.msgpack.Decoder[T]", what: str) -> T:
    """What a MessagePack cell holds.

    Raises:
        Damaged: it holds anything else.
    """
    try:
        return decoder.decode(value)
    except _TROUBLES as error:
        raise Damaged(what, error) from error


def unpacked(packed: P, unpack: Callable[[P], T], what: str) -> T:
    """What was packed.

    Raises:
        Damaged: it does not unpack, or its parts do not fit each other.
        UnknownType: it is a prediction of a type that is not known here.
    """
    try:
        return unpack(packed)
    except UnknownType:
        raise
    except _TROUBLES as error:
        raise Damaged(what, error) from error
