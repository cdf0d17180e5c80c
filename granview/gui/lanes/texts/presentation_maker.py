"""Presentations made where and when they do not hold up the window."""

from collections.abc import Callable
from dataclasses import replace

from granview.core.readable_errors import readable_error
from granview.gui.background.latest_result import BackgroundPool, Latest
from granview.gui.model.shown_text import ShownText
from granview.gui.presenters.cell_presentation import present, present_without_result
from granview.gui.presenters.text_content import translate
from granview.gui.presenters.text_presenter import Presentation, PresenterInput


class PresentationMaker:
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

    def __init__(self, background: BackgroundPool, changed: Callable[[], None]) -> None:
        self._changed = changed
        self._latest: Latest[Presentation] = Latest(background, self._keep, self._fail)
        self._inputs: PresenterInput | None = None
        self.presentation = Presentation(ShownText(""))
        self.is_behind = False

    def give(self, inputs: PresenterInput) -> None:
        """Present this from now on; of a long text, the text alone."""
        before, self._inputs = self._inputs, inputs
        if before is not None and inputs.is_like(before):
            return
        self.cancel()
        self.is_behind = inputs.is_long
        if not inputs.is_long:
            self.presentation = present(inputs)
        else:
            self.presentation = present_without_result(inputs)

    def catch_up(self) -> None:
        """Begin to lay out what is said of a long text."""
        inputs = self._inputs
        if inputs is not None and self.is_behind:
            self.is_behind = False
            self._latest.submit(lambda: present(inputs))

    def cancel(self) -> None:
        """Wait for nothing any more."""
        self._latest.cancel()

    def _keep(self, presentation: Presentation) -> None:
        self.presentation = presentation
        self._changed()

    def _fail(self, error: BaseException) -> None:
        words = readable_error(error, translate("TextCell", "What is said of this text cannot be shown"))
        self._keep(replace(self.presentation, notices=(str(words),)))
