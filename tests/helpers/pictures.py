"""Asking a picture server and waiting for what it says."""

import queue
from pathlib import Path
from typing import Any

from granview.engine.picture_server import PictureServer, SharedPicture, Thumbnail

PATIENCE_S = 60


class Answers:
    """What a server has said, in the order in which it said it, each with the name of the file."""

    def __init__(self, server: PictureServer) -> None:
        self.server = server
        self._said: queue.Queue[tuple[str, Any]] = queue.Queue()

    def ask_picture(self, path: Path) -> Any:
        """Ask for a picture; returns the ticket."""
        return self.server.picture(path, lambda answer: self._said.put((path.name, answer)))

    def ask_thumbnail(self, path: Path, edge_px: int = 64) -> Any:
        """Ask for a thumbnail; returns the ticket."""
        return self.server.thumbnail(path, edge_px, lambda answer: self._said.put((path.name, answer)))

    def next(self) -> tuple[str, Any]:
        """The next answer."""
        return self._said.get(timeout=PATIENCE_S)

    def take(self, n: int) -> list[tuple[str, Any]]:
        """The next n answers."""
        return [self.next() for _ in range(n)]

    def picture(self, path: Path) -> SharedPicture:
        """Ask for a picture and wait for it; anything else is an assertion error."""
        self.ask_picture(path)
        _, answer = self.next()
        assert isinstance(answer, SharedPicture), answer
        return answer

    def thumbnail(self, path: Path, edge_px: int = 64) -> Thumbnail:
        """Ask for a thumbnail and wait for it; anything else is an assertion error."""
        self.ask_thumbnail(path, edge_px)
        _, answer = self.next()
        assert isinstance(answer, Thumbnail), answer
        return answer

    @property
    def is_silent(self) -> bool:
        """Whether nothing has been said that was not taken."""
        return self._said.empty()
