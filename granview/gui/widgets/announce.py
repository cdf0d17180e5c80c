"""Saying something to who hears the window, wherever the keys are."""

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget


def announce(window: QWidget, words: str, *, at_once: bool = False) -> None:
    """Have a screen reader say words; without one nothing happens.

    Args:
        window: What says them.
        words: In the user's language.
        at_once: Interrupt what is being said, as errors do.
    """
    event = QAccessibleAnnouncementEvent(window, words)
    politeness = QAccessible.AnnouncementPoliteness
    event.setPoliteness(politeness.Assertive if at_once else politeness.Polite)
    QAccessible.updateAccessibility(event)
