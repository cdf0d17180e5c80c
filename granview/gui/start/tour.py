"""A tour of five hints at the real controls: it follows the window, and is dismissed for good with one click."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QEvent, QObject, QRect
from PySide6.QtWidgets import QMainWindow, QWidget

from granview.gui.background.timers import once
from granview.gui.session.window_memory import WindowMemory
from granview.gui.start.callout import Callout
from granview.gui.start.callout_place import place_callout
from granview.gui.start.tour_hints import TourHint, tour_hints
from granview.gui.style.theme import Theme

_DONE: Final = "tour/done"
_MOVES: Final = frozenset({QEvent.Type.Resize, QEvent.Type.Move, QEvent.Type.Show, QEvent.Type.Hide})

Anchor = Callable[[str], tuple[QWidget, QRect] | None]


class Tour(QObject):
    """Shows one hint at a time.

    Args:
        anchor: Brings a part of the window to the front, by its name, and returns the widget and which piece of it is
            spoken of; None where it is not there.
        memory: Where it is remembered that the tour was dismissed.
        theme: Colours.
        window: Over which the hints stand.
    """

    def __init__(self, anchor: Anchor, memory: WindowMemory, theme: Theme, window: QMainWindow) -> None:
        super().__init__(window)
        self._anchor = anchor
        self._memory = memory
        self._window = window
        self._hints: tuple[TourHint, ...] = ()
        self._place = 0
        self._at: QWidget | None = None
        self.callout = Callout(theme, window)
        self.callout.next_asked.connect(lambda: self._go(1))
        self.callout.back_asked.connect(lambda: self._go(-1))
        self.callout.closed.connect(self.dismiss)
        self._soon = once(self, 0, self._stand)
        window.installEventFilter(self)

    @property
    def is_wanted(self) -> bool:
        """Whether it was never dismissed."""
        return self._memory.bytes_of(_DONE) is None

    @property
    def is_on(self) -> bool:
        """Whether a hint is shown."""
        return self.callout.isVisible()

    @property
    def area(self) -> QRect:
        """What the hint speaks of, in the window's coordinates; empty where none is shown."""
        found = self._anchor(self._hints[self._place].anchor) if self._at is not None else None
        if found is None:
            return QRect()
        widget, piece = found
        return QRect(widget.mapTo(self._window, piece.topLeft()), piece.size())

    def set_theme(self, theme: Theme) -> None:
        """Use other colours from now on."""
        self.callout.set_theme(theme)

    @property
    def place(self) -> int:
        """Which hint is shown, from 0 on."""
        return self._place

    def begin(self, place: int = 0) -> None:
        """Show the first hint, or another one."""
        self._hints, self._place = tour_hints(), place - 1
        self._go(1)

    def dismiss(self) -> None:
        """Show no more hints, now and at later starts."""
        self._memory.keep_bytes(_DONE, b"1")
        self._memory.write()
        self._leave()
        self.callout.hide()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Follow the window and the part that is spoken of."""
        if event.type() in _MOVES and self.is_on:
            self._soon.start()
        return False

    def _go(self, by: int) -> None:
        """To the next hint that has an anchor; past the last one the tour is over."""
        self._leave()
        place = self._place + by
        while 0 <= place < len(self._hints):
            found = self._anchor(self._hints[place].anchor)
            if found is not None and found[0].isVisible():
                self._show(place, found[0])
                return
            place += by
        if by > 0:
            self.dismiss()

    def _show(self, place: int, at: QWidget) -> None:
        self._place, self._at = place, at
        at.installEventFilter(self)
        hint = self._hints[place]
        self.callout.say(hint.title, hint.words, place + 1, len(self._hints))
        self.callout.show()
        self.callout.raise_()
        self._stand()
        self.callout.forward.setFocus()

    def _leave(self) -> None:
        if self._at is not None:
            self._at.removeEventFilter(self)
            self._at = None

    def _stand(self) -> None:
        at = self._at
        if at is None or not self.is_on:
            return
        place = place_callout(self.area, self.callout.size(), self._window.rect(), 0)
        if not at.isVisible() or place is None:
            self._go(1)
        else:
            self.callout.stand(place)
