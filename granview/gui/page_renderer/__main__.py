"""Reads pages from standard input, and writes their pictures to standard output, until nobody asks any more."""

import os
import sys
from typing import IO

import msgspec
from PySide6.QtGui import QGuiApplication

from granview.core.readable_errors import readable_error
from granview.export.texts.renderer_messages import Drawn, DrawPage, NotDrawn, Ready, Reply, read_message, write_message
from granview.gui.page_renderer.fonts import Fonts
from granview.gui.page_renderer.page_files import draw_page


def main() -> None:
    """Answer until standard input ends."""
    replies = _own_output()
    application = QGuiApplication(sys.argv[:1])
    fonts = Fonts()
    write_message(replies, Ready())
    while (order := read_message(sys.stdin.buffer)) is not None:
        write_message(replies, _reply(order, fonts))
    del application


def _own_output() -> IO[bytes]:
    """Standard output for answers alone: whatever else is printed, also by a library, goes to standard error."""
    own = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    return own


def _reply(order: bytes, fonts: Fonts) -> Reply:
    try:
        asked = msgspec.msgpack.decode(order, type=DrawPage)
        return Drawn(draw_page(asked.page, asked.suffix, fonts))
    except BaseException as error:  # noqa: BLE001  whatever goes wrong is the page's answer, and the next one is drawn
        return NotDrawn(str(readable_error(error, "The page cannot be drawn")))


if __name__ == "__main__":
    main()
