"""What of a session could not be read, or was not saved, for a terminal: nothing is left out in silence."""

import sys
from typing import TYPE_CHECKING

from granview.cli import FAILED

if TYPE_CHECKING:
    from granview.store.reader import SessionReader


def print_damage(*sessions: "SessionReader") -> int:
    """Print a sentence for each damaged part that was left out so far; the exit code that follows.

    Changes that a session was not saved with are spoken of too, and are no failure.
    """
    from granview.store.unsaved_notice import unsaved_notice

    for path in dict.fromkeys(session.path for session in sessions):
        if notice := unsaved_notice(path):
            print(f"granview: {notice}", file=sys.stderr)
    sentences = dict.fromkeys(sentence for session in sessions for sentence in session.damage.sentences)
    for sentence in sentences:
        print(f"granview: {sentence}", file=sys.stderr)
    return FAILED if sentences else 0
