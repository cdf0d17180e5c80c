"""What is asked of the decoder: who waits for it, and what comes next."""

import itertools
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from granview.core.image_params import ImageRange
from granview.engine.picture_cache import FileVersion

OnDecoded = Callable[[Any], None]
"""Takes a ``Thumbnail`` or ``SharedPicture``, or the ``InputError`` that stands in its place."""


DecodeKey = tuple[Path, int | None, ImageRange | None]

NEVER_S: Final = float("inf")


@dataclass(eq=False)
class DecodeJob:
    """One file to be decoded, for all who wait for it.

    Attributes:
        id: Grows with each order.
        path: The file.
        edge_px: Longer edge of the thumbnail; None for the full picture.
        image_range: What becomes black and white, in grey values of more than 8 bits.
        waiters: Whom to tell, by ticket number.
        alone: Whether it must be decoded with nothing beside it, since a decoder died over it and something else.
        version: The file's version when decoding of the full picture began.
        deadline_s: Monotonic time by which it must be done; infinite while it waits.
    """

    id: int
    path: Path
    edge_px: int | None
    image_range: ImageRange | None = None
    waiters: dict[int, OnDecoded] = field(default_factory=dict)
    alone: bool = False
    version: FileVersion | None = None
    deadline_s: float = NEVER_S

    @property
    def key(self) -> "DecodeKey":
        """What is asked for; equal orders are one."""
        return self.path, self.edge_px, self.image_range

    @property
    def is_picture(self) -> bool:
        """Whether it asks for the full picture."""
        return self.edge_px is None


class DecodeQueue:
    """Orders that wait, and those being decoded: at most one picture and one thumbnail at a time. For any thread.

    An order is shared by all who ask for the same. Pictures come before thumbnails, the latest picture first,
    thumbnails in the order asked for. An order marked ``alone`` begins when nothing else runs, and nothing begins
    beside it.
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._numbers = itertools.count(1)
        self._waiting: dict[DecodeKey, DecodeJob] = {}
        self._active: dict[int, DecodeJob] = {}
        self._unwanted: list[int] = []

    def add(
        self, path: Path, edge_px: int | None, done: OnDecoded, image_range: ImageRange | None = None
    ) -> tuple[DecodeJob, int]:
        """Wait for a file. Returns the order and the number of the ticket."""
        key = (path, edge_px, image_range)
        with self._lock:
            ticket = next(self._numbers)
            job = self._same(key) or DecodeJob(next(self._numbers), *key)
            job.waiters[ticket] = done
            if job.id not in self._active:
                if job.is_picture:
                    self._waiting.pop(key, None)
                self._waiting[key] = job
            return job, ticket

    def drop(self, job: DecodeJob, ticket: int) -> None:
        """Nobody waits by this ticket any more; what nobody waits for is forgotten or, when active, unwanted."""
        with self._lock:
            if job.waiters.pop(ticket, None) is None or job.waiters:
                return
            if job.id in self._active:
                self._unwanted.append(job.id)
            elif self._waiting.get(job.key) is job:
                del self._waiting[job.key]

    def begin(self) -> DecodeJob | None:
        """The most urgent order that may begin now, which is active from here on."""
        with self._lock:
            job = self._candidate()
            if job is not None:
                del self._waiting[job.key]
                self._active[job.id] = job
            return job

    def finish(self, job_id: int) -> DecodeJob | None:
        """The active order of this id, which is active no more; None where there is none."""
        with self._lock:
            return self._active.pop(job_id, None)

    def next_waiter(self, job: DecodeJob) -> OnDecoded | None:
        """Somebody who waits for an order, and does so no more; None where nobody is left."""
        with self._lock:
            return job.waiters.pop(next(iter(job.waiters))) if job.waiters else None

    def put_back(self, job: DecodeJob) -> None:
        """Let an active order wait again, unless nobody wants it."""
        with self._lock:
            self._active.pop(job.id, None)
            job.deadline_s = NEVER_S
            if job.waiters:
                self._waiting[job.key] = job

    def active(self) -> list[DecodeJob]:
        """The orders being decoded."""
        with self._lock:
            return list(self._active.values())

    def take_unwanted(self) -> list[int]:
        """Ids of orders that were active when the last who wanted them left, each told once."""
        with self._lock:
            unwanted, self._unwanted = self._unwanted, []
            return unwanted

    def clear(self) -> None:
        """Forget every order, and everybody who waits."""
        with self._lock:
            for job in (*self._waiting.values(), *self._active.values()):
                job.waiters.clear()
            self._waiting.clear()
            self._active.clear()

    def _same(self, key: DecodeKey) -> DecodeJob | None:
        active = (job for job in self._active.values() if job.key == key and job.waiters)
        return self._waiting.get(key) or next(active, None)

    def _candidate(self) -> DecodeJob | None:
        active = self._active.values()
        if any(job.alone for job in active):
            return None
        job = self._most_urgent(any(job.is_picture for job in active), bool(active))
        return None if job is None or (job.alone and active) else job

    def _most_urgent(self, picture_active: bool, any_active: bool) -> DecodeJob | None:
        pictures = [job for job in self._waiting.values() if job.is_picture]
        if pictures:
            return None if picture_active else pictures[-1]
        return None if any_active else next(iter(self._waiting.values()), None)
