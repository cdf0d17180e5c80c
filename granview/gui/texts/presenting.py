"""Presentations made where and when they do not hold up the window."""

from collections.abc import Callable
from dataclasses import replace

from granview.core.trouble import in_words
from granview.gui.paint.background import Background, Latest
from granview.gui.texts.presentation import Presentation
from granview.gui.texts.presenters.given import Given
from granview.gui.texts.presenters.reference import present_bare
from granview.gui.texts.presenters.table import present
from granview.gui.texts.shown_text import ShownText
from granview.gui.texts.text_content import translate


class Presenting:
    """Makes the presentation of what a cell is given: at once for a short text, in the background for a long one.

    Threads share Python, so that one that lays out 20,000 entities makes every step of the window's thread wait. The
    owner therefore says when: after the window has filled its cells, and for one cell after the other.

    Args:
        background: Where that of a long text is made.
        changed: Called when it is there.

    Attributes:
        presentation: What is to be shown now.
        is_behind: Whether that is the text alone, and ``catch_up`` would bring what is said of it.
    """

    def __init__(self, background: Background, changed: Callable[[], None]) -> None:
        self._changed = changed
        self._latest: Latest[Presentation] = Latest(background, self._keep, self._fail)
        self._given: Given | None = None
        self.presentation = Presentation(ShownText(""))
        self.is_behind = False

    def give(self, given: Given) -> None:
        """Present this from now on; of a long text, the text alone."""
        before, self._given = self._given, given
        if before is not None and given.is_like(before):
            return
        self.cancel()
        self.is_behind = given.is_long
        if not given.is_long:
            self.presentation = present(given)
        else:
            self.presentation = Presentation(ShownText("")) if given.content.writes else present_bare(given)

    def catch_up(self) -> None:
        """Begin to lay out what is said of a long text."""
        given = self._given
        if given is not None and self.is_behind:
            self.is_behind = False
            self._latest.submit(lambda: present(given))

    def cancel(self) -> None:
        """Wait for nothing any more."""
        self._latest.cancel()

    def _keep(self, presentation: Presentation) -> None:
        self.presentation = presentation
        self._changed()

    def _fail(self, error: BaseException) -> None:
        words = in_words(error, translate("TextCell", "What is said of this text cannot be shown"))
        self._keep(replace(self.presentation, notices=(str(words),)))
