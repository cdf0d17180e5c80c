"""Thumbnails and pictures for the window, decoded in a process of their own: a file that crashes it costs one picture.

One thread of this process owns the decoder: it starts it, gives it orders, hears its answers, starts it again when it
dies, and calls back. Nothing here decodes, and nothing here blocks the caller.
"""

import threading
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Final

from granview.core.errors import InputError
from granview.core.image_params import ImageRange
from granview.engine.decode_queue import DecodeJob, DecodeQueue, OnDecoded
from granview.engine.picture_cache import PictureCache
from granview.engine.pipe_wakeup import Wakeup
from granview.engine.shared_picture import Level, SharedPicture, Thumbnail

if TYPE_CHECKING:
    from granview.engine.decode_loop import DecodeLoop

__all__ = ["Level", "PictureServer", "SharedPicture", "Thumbnail", "Ticket"]

DEFAULT_MAX_BYTES: Final = 1 << 30
"""Memory for pictures that are kept: two of 100 megapixels, or dozens of ordinary ones."""


class Ticket:
    """What was asked for; to be cancelled when it is no longer wanted."""

    def __init__(self, cancel: Callable[[], None]) -> None:
        self._cancel = cancel

    def cancel(self) -> None:
        """Not wanted any more: unless it is being called this very moment, ``done`` will not be. From any thread."""
        self._cancel()


class PictureServer:
    """Decodes files for the window, in one child process, most urgent first. Every method returns at once.

    Callbacks come on the server's own thread, one at a time, and must be short. They get an ``InputError`` where the
    file cannot be shown. Pictures come before thumbnails, the latest asked for first; thumbnails in the order asked
    for.

    Args:
        max_bytes: Memory for pictures; those that nobody uses are forgotten beyond it, the least recently used first.
        timeout_s: Longest time for one file; then the decoder is killed and the file reported.
    """

    def __init__(self, max_bytes: int = DEFAULT_MAX_BYTES, timeout_s: float = 120.0) -> None:
        self._jobs = DecodeQueue()
        self._cache = PictureCache(max_bytes)
        self._wakeup = Wakeup()
        self._timeout_s = timeout_s
        self._loop: DecodeLoop | None = None
        self._lock = threading.Lock()
        self._thread: threading.Thread | None = None
        self._closed = False

    def thumbnail(
        self,
        path: Path,
        edge_px: int,
        done: Callable[[Thumbnail | InputError], None],
        image_range: ImageRange | None = None,
    ) -> Ticket:
        """Ask for a picture whose longer edge has ``edge_px`` pixels, or the image's own size if that is smaller."""
        return self._ask(path, edge_px, done, image_range)

    def picture(
        self, path: Path, done: Callable[[SharedPicture | InputError], None], image_range: ImageRange | None = None
    ) -> Ticket:
        """Ask for the full picture, in a range of brightness; who gets it must ``release`` it."""
        return self._ask(path, None, done, image_range)

    def close(self) -> None:
        """End the decoder; callbacks that have not begun by now never come, nor those of what is asked later.

        Not to be called from a callback.
        """
        with self._lock:
            if self._closed:
                return
            self._closed = True
        self._jobs.clear()
        if self._loop is not None:
            self._loop.stop()
        if self._thread is not None:
            self._thread.join()
        self._wakeup.close()
        self._cache.clear()

    @property
    def decoder_pid(self) -> int | None:
        """The decoder's process number; None while none runs."""
        decoder = self._loop.decoder if self._loop else None
        return decoder.pid if decoder else None

    @property
    def decoding(self) -> tuple[Path, ...]:
        """The files that the decoder has been given and has not answered for."""
        return tuple(job.path for job in self._jobs.active())

    @property
    def cached_bytes(self) -> int:
        """Memory of the pictures at hand, in use or not."""
        return self._cache.size_bytes

    def _ask(self, path: Path, edge_px: int | None, done: OnDecoded, image_range: ImageRange | None) -> Ticket:
        with self._lock:
            if self._closed:
                return Ticket(lambda: None)
            job, number = self._jobs.add(path, edge_px, done, image_range)
            self._wakeup.call()
            if self._thread is None:
                self._thread = threading.Thread(target=self._new_loop().run, name="pictures", daemon=True)
                self._thread.start()
        return Ticket(lambda: self._drop(job, number))

    def _new_loop(self) -> "DecodeLoop":
        """What drives the decoder; imported with the first picture, so that a window without one is up sooner."""
        from granview.engine.decode_loop import DecodeLoop

        self._loop = DecodeLoop(self._jobs, self._cache, self._wakeup, self._timeout_s)
        return self._loop

    def _drop(self, job: DecodeJob, number: int) -> None:
        with self._lock:
            if not self._closed:
                self._jobs.drop(job, number)
                self._wakeup.call()
