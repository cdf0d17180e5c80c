"""What an export and the process that draws its pages say to each other: MessagePack with its length before it."""

from typing import IO, Final

import msgspec

from granview.export.texts.page_content import TextPage

_LENGTH: Final = 4


class DrawPage(msgspec.Struct, frozen=True, tag="draw"):
    """A page to draw, and as what: ``.png``, ``.svg`` or ``.pdf``."""

    page: TextPage
    suffix: str


class Ready(msgspec.Struct, frozen=True, tag="ready"):
    """The first answer: Qt has started."""


class Drawn(msgspec.Struct, frozen=True, tag="drawn"):
    """The file's bytes."""

    data: bytes


class NotDrawn(msgspec.Struct, frozen=True, tag="not-drawn"):
    """Why there is none, in words."""

    message: str


Reply = Ready | Drawn | NotDrawn


def write_message(file: IO[bytes], message: DrawPage | Reply) -> None:
    """Write a message with its length before it.

    Raises:
        OSError: nobody reads it any more.
    """
    data = msgspec.msgpack.encode(message)
    file.write(len(data).to_bytes(_LENGTH, "big") + data)
    file.flush()


def read_message(file: IO[bytes]) -> bytes | None:
    """The next message, still packed; None at the end."""
    head = file.read(_LENGTH)
    if len(head) < _LENGTH:
        return None
    size = int.from_bytes(head, "big")
    data = file.read(size)
    return data if len(data) == size else None
