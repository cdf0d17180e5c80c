"""What of a session cannot be read: noted in words, once each, while the rest is read."""

import threading
from collections.abc import Callable
from typing import Final

_MAX_SENTENCES: Final = 200
HINT: Final = "Open a copy of the session, or run it again."

Listener = Callable[[str], None]


class DamageLog:
    """The sentences about one session file; safe to use from several threads.

    Args:
        file: The file's name, with which every sentence begins.
    """

    def __init__(self, file: str) -> None:
        self._file = file
        self._sentences: dict[str, None] = {}
        self._listeners: list[Listener] = []
        self._guard = threading.Lock()

    @property
    def sentences(self) -> tuple[str, ...]:
        """What was found so far, in the order of the finding; no more than a user would read."""
        with self._guard:
            return tuple(self._sentences)

    def note(self, what: str) -> None:
        """Note that something is damaged and left out; nothing is said twice."""
        sentence = f"{self._file}: {what} is damaged, and left out. {HINT}"
        with self._guard:
            if sentence in self._sentences or len(self._sentences) >= _MAX_SENTENCES:
                return
            self._sentences[sentence] = None
            listeners = tuple(self._listeners)
        for tell in listeners:
            tell(sentence)

    def rename(self, file: str) -> None:
        """The session is in another file from now on."""
        self._file = file

    def listen(self, tell: Listener) -> None:
        """Be told what is noted from now on, on the thread that reads it."""
        with self._guard:
            self._listeners.append(tell)
