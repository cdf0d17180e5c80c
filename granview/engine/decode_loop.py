"""The loop that owns the decoder process: orders go out, answers come in, and a decoder that dies is started again."""

import logging
import time
from multiprocessing.connection import wait

import msgspec
import numpy as np
from numpy.typing import NDArray

from granview.core.errors import InputError
from granview.core.readable_errors import readable_error
from granview.core.resilient_loops import attempt
from granview.engine.decode_queue import NEVER_S, DecodeJob, DecodeQueue, OnDecoded
from granview.engine.decoder_process import DecoderProcess
from granview.engine.picture_cache import FileVersion, PictureCache
from granview.engine.pipe_wakeup import Wakeup
from granview.engine.shared_picture import SharedPicture, Thumbnail
from granview.io.decoder_messages import Abandon, Decode, Failed, PyramidReady, ThumbnailReady, ToDecoder
from granview.io.regular_files import refuse_unprintable


class DecodeLoop:
    """Runs in the server's thread.

    Args:
        jobs: What to decode, and who waits.
        cache: Pictures at hand.
        wakeup: Called by others when there is a new order, one less, or ``stop`` was called.
        timeout_s: Longest time for one file.
    """

    def __init__(self, jobs: DecodeQueue, cache: PictureCache, wakeup: Wakeup, timeout_s: float) -> None:
        self._jobs = jobs
        self._cache = cache
        self._wakeup = wakeup
        self._timeout_s = timeout_s
        self._stopping = False
        self.decoder: DecoderProcess | None = None

    def stop(self) -> None:
        """Let ``run`` return soon."""
        self._stopping = True
        self._wakeup.call()

    def run(self) -> None:
        """Serve until stopped; then the decoder is gone."""
        while not self._stopping:
            attempt(self._turn, self._start_over)
        if self.decoder is not None:
            self.decoder.kill()

    def _turn(self) -> None:
        self._wait()
        for job_id in self._jobs.take_unwanted():
            self._send(Abandon(job_id))
        self._end_overdue()
        while not self._stopping and (job := self._jobs.begin()):
            self._begin(job)

    def _start_over(self, error: BaseException) -> None:
        """A defect of the loop itself: what was being decoded is answered, and the next is given to another decoder."""
        logging.exception("The loop of pictures failed.")
        decoder, self.decoder = self.decoder, None
        for job in self._jobs.active():
            self._jobs.finish(job.id)
            self._tell(job, _refusal(job, error))
        if decoder is not None:
            decoder.kill()

    def _wait(self) -> None:
        sources = [self._wakeup.connection, *([self.decoder.connection] if self.decoder else [])]
        deadline_s = min((job.deadline_s for job in self._jobs.active()), default=NEVER_S)
        patience_s = None if deadline_s == NEVER_S else max(deadline_s - time.monotonic(), 0)
        ready = wait(sources, patience_s)
        if self._wakeup.connection in ready:
            self._wakeup.clear()
        if self.decoder is not None and self.decoder.connection in ready:
            self._hear(self.decoder)

    def _hear(self, decoder: DecoderProcess) -> None:
        try:
            message = decoder.receive()
            if isinstance(message, PyramidReady):
                self._on_picture(message, decoder.receive_levels(message))
                return
        except (EOFError, OSError, msgspec.DecodeError):
            self._on_died(decoder)
            return
        job = self._jobs.finish(message.id)
        if job is None:
            return
        if isinstance(message, ThumbnailReady):
            self._tell(job, _thumbnail(message))
        elif isinstance(message, Failed):
            self._tell(job, InputError(message.error, message.hint))

    def _on_picture(self, done: PyramidReady, arrays: tuple[NDArray[np.uint8], ...]) -> None:
        job = self._jobs.finish(done.id)
        if job is None or job.version is None:
            return
        picture = SharedPicture(done.width, done.height, arrays, done.notices, self._cache.release, done.orientation)
        self._cache.put(job.version, picture)
        self._tell_cached(job, job.version)
        self._cache.trim()

    def _begin(self, job: DecodeJob) -> None:
        try:
            refuse_unprintable(job.path)
            if not self._is_at_hand(job):
                self._give_out(job)
        except BaseException as error:  # noqa: BLE001  whatever goes wrong is the picture's answer
            self._jobs.finish(job.id)
            self._tell(job, _refusal(job, error))

    def _is_at_hand(self, job: DecodeJob) -> bool:
        """Whether the cache had what is asked for, so that the order is done."""
        if not job.is_picture:
            return False
        job.version = FileVersion.of(job.path, job.image_range)
        at_hand = self._tell_cached(job, job.version)
        if at_hand:
            self._jobs.finish(job.id)
        return at_hand

    def _give_out(self, job: DecodeJob) -> None:
        if self.decoder is None:
            try:
                self.decoder = DecoderProcess()
            except OSError as error:
                raise InputError(f"The decoder cannot be started: {error}.", "Close other programs.") from error
        job.deadline_s = time.monotonic() + self._timeout_s
        self._send(Decode(job.id, str(job.path), job.edge_px, job.image_range))

    def _tell_cached(self, job: DecodeJob, version: FileVersion) -> bool:
        """Give the picture to all who wait, if it is at hand."""
        while picture := self._cache.take(version):
            done = self._jobs.next_waiter(job)
            if done is None:
                picture.release()
                return True
            _call(done, picture)
        return False

    def _tell(self, job: DecodeJob, reply: Thumbnail | InputError) -> None:
        while done := self._jobs.next_waiter(job):
            _call(done, reply)

    def _on_died(self, decoder: DecoderProcess) -> None:
        """Blame the file that was decoded; of two, neither, but then each is tried once more with nothing beside it."""
        decoder.end()
        self.decoder = None
        active = self._jobs.active()
        if len(active) == 1:
            words, hint = decoder.last_words()
            self._fail(active[0], words, hint)
            return
        for job in active:
            job.alone = True
            self._jobs.put_back(job)

    def _end_overdue(self) -> None:
        now = time.monotonic()
        overdue = [job for job in self._jobs.active() if job.deadline_s <= now]
        if not overdue or self.decoder is None:
            return
        self.decoder.kill()
        self.decoder = None
        for job in overdue:
            words = f"was still at it after {self._timeout_s:.0f} s and was stopped"
            self._fail(job, words, "Copy the file to a faster disk, or scale it down.")
        for job in self._jobs.active():
            self._jobs.put_back(job)

    def _fail(self, job: DecodeJob, words: str, hint: str) -> None:
        self._jobs.finish(job.id)
        self._tell(job, InputError(f"{job.path.name} cannot be shown: the decoder {words}.", hint))

    def _send(self, message: ToDecoder) -> None:
        if self.decoder is not None:
            self.decoder.send(message)


def _thumbnail(done: ThumbnailReady) -> Thumbnail:
    pixels = np.frombuffer(done.pixels, np.uint8).reshape(done.thumb_height, done.thumb_width, 4)
    return Thumbnail(pixels, done.width, done.height)


def _refusal(job: DecodeJob, error: BaseException) -> InputError:
    words = readable_error(error, f"{job.path.name} cannot be shown")
    return InputError(words.message, words.hint)


def _call(done: OnDecoded, reply: Thumbnail | SharedPicture | InputError) -> None:
    """A listener's mistake is the listener's: it is logged with its traceback, and the loop goes on."""
    attempt(lambda: done(reply), lambda _: logging.exception("A listener failed on a picture."))
