"""A process that draws pages of texts: Qt shapes every script and finds a font for each letter, but lives elsewhere."""

import sys
from collections.abc import Sequence
from typing import Final, Self

from granview.core.errors import GranViewError
from granview.export.texts.child_process import Child
from granview.export.texts.page_content import TextPage
from granview.export.texts.renderer_messages import Drawn, DrawPage, NotDrawn, Ready

COMMAND: Final = (sys.executable, "-P", "-m", "granview.gui.page_renderer")
"""Started by name; ``-P`` so that nothing in the current folder is taken for a module."""

LIMIT_S: Final = 120.0
"""How long the start or a page may take."""

_HINT: Final = "The .html file of the page has the same content."


class PageRenderer:
    """Draws pages, one after the other, in one process; it is started for the first page and ends with ``close``.

    A page that ends the process is lost alone: the next one gets a new process. One that does not even start is not
    tried again.

    Args:
        command: How the process is started.
        limit_s: How long the start or a page may take.
    """

    def __init__(self, command: Sequence[str] = COMMAND, limit_s: float = LIMIT_S) -> None:
        self._command = command
        self._limit_s = limit_s
        self._child: Child | None = None
        self._failure = ""

    def draw(self, page: TextPage, suffix: str) -> bytes:
        """A page as a file: ``.png``, ``.svg`` or ``.pdf``.

        Raises:
            GranViewError: Qt does not start, or the process ended over the page.
        """
        child = self._child = self._child or self._started()
        reply = child.ask(DrawPage(page, suffix))
        match reply:
            case Drawn():
                return reply.data
            case NotDrawn():
                raise GranViewError(reply.message, _HINT)
            case _:
                self._child = None
                raise GranViewError(f"The process that draws pages ended: {child.bury()}.", _HINT)

    def close(self) -> None:
        """End the process."""
        if self._child is not None:
            self._child.bury()
            self._child = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _started(self) -> Child:
        if not self._failure:
            try:
                child = Child(self._command, self._limit_s)
            except OSError as error:
                self._failure = str(error.strerror)
            else:
                if isinstance(child.reply(), Ready):
                    return child
                self._failure = child.bury()
        raise GranViewError(f"Qt, which draws pages of texts, did not start: {self._failure}.", _HINT)
