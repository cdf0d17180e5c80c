"""Whether a click in a picture asks models to outline something, and which object it is about."""

from PySide6.QtCore import QObject, Signal


class PromptState(QObject):
    """Plain observable values."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._is_on = False
        self._begins_anew = True

    @property
    def is_on(self) -> bool:
        """Whether clicks are prompts."""
        return self._is_on

    @property
    def begins_anew(self) -> bool:
        """Whether the next click is about another object than the last one."""
        return self._begins_anew

    def set_on(self, on: bool) -> None:
        """Take clicks for prompts, or no more."""
        if on != self._is_on:
            self._is_on, self._begins_anew = on, True
            self.changed.emit()

    def begin_anew(self, anew: bool = True) -> None:
        """Let the next click be about another object; or about the same."""
        if anew != self._begins_anew:
            self._begins_anew = anew
            self.changed.emit()
