"""The loop that owns the decoder process: orders go out, answers come in, and a decoder that dies is started again."""

import logging
import time
from multiprocessing.connection import wait

import msgspec
import numpy as np
from numpy.typing import NDArray

from granview.core.errors import InputError
from granview.core.trouble import attempt, in_words
from granview.engine.decoder_process import DecoderProcess
from granview.engine.picture_cache import FileVersion, PictureCache
from granview.engine.picture_orders import NEVER_S, Done, Order, OrderBook
from granview.engine.shared_picture import SharedPicture, Thumbnail
from granview.engine.wakeup import Wakeup
from granview.io.files import refuse_unspeakable
from granview.io.picture_messages import Abandon, Decode, Failed, PictureDone, SmallDone, ToDecoder


class PictureLoop:
    """Runs in the server's thread.

    Args:
        orders: What to decode, and who waits.
        cache: Pictures at hand.
        wakeup: Called by others when there is a new order, one less, or ``stop`` was called.
        timeout_s: Longest time for one file.
    """

    def __init__(self, orders: OrderBook, cache: PictureCache, wakeup: Wakeup, timeout_s: float) -> None:
        self._orders = orders
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
        for order_id in self._orders.take_unwanted():
            self._send(Abandon(order_id))
        self._end_overdue()
        while not self._stopping and (order := self._orders.begin()):
            self._begin(order)

    def _start_over(self, error: BaseException) -> None:
        """A defect of the loop itself: what was being decoded is answered, and the next is given to another decoder."""
        logging.exception("The loop of pictures failed.")
        decoder, self.decoder = self.decoder, None
        for order in self._orders.active():
            self._orders.finish(order.id)
            self._tell(order, _refusal(order, error))
        if decoder is not None:
            decoder.kill()

    def _wait(self) -> None:
        sources = [self._wakeup.connection, *([self.decoder.connection] if self.decoder else [])]
        deadline_s = min((order.deadline_s for order in self._orders.active()), default=NEVER_S)
        patience_s = None if deadline_s == NEVER_S else max(deadline_s - time.monotonic(), 0)
        ready = wait(sources, patience_s)
        if self._wakeup.connection in ready:
            self._wakeup.clear()
        if self.decoder is not None and self.decoder.connection in ready:
            self._hear(self.decoder)

    def _hear(self, decoder: DecoderProcess) -> None:
        try:
            message = decoder.receive()
            if isinstance(message, PictureDone):
                self._on_picture(message, decoder.receive_levels(message))
                return
        except (EOFError, OSError, msgspec.DecodeError):
            self._on_died(decoder)
            return
        order = self._orders.finish(message.id)
        if order is None:
            return
        if isinstance(message, SmallDone):
            self._tell(order, _thumbnail(message))
        elif isinstance(message, Failed):
            self._tell(order, InputError(message.error, message.hint))

    def _on_picture(self, done: PictureDone, arrays: tuple[NDArray[np.uint8], ...]) -> None:
        order = self._orders.finish(done.id)
        if order is None or order.version is None:
            return
        picture = SharedPicture(done.width, done.height, arrays, done.notices, self._cache.release, done.orientation)
        self._cache.put(order.version, picture)
        self._tell_cached(order, order.version)
        self._cache.trim()

    def _begin(self, order: Order) -> None:
        try:
            refuse_unspeakable(order.path)
            if not self._is_at_hand(order):
                self._give_out(order)
        except BaseException as error:  # noqa: BLE001  whatever goes wrong is the picture's answer
            self._orders.finish(order.id)
            self._tell(order, _refusal(order, error))

    def _is_at_hand(self, order: Order) -> bool:
        """Whether the cache had what is asked for, so that the order is done."""
        if not order.is_picture:
            return False
        order.version = FileVersion.of(order.path, order.image_range)
        at_hand = self._tell_cached(order, order.version)
        if at_hand:
            self._orders.finish(order.id)
        return at_hand

    def _give_out(self, order: Order) -> None:
        if self.decoder is None:
            try:
                self.decoder = DecoderProcess()
            except OSError as error:
                raise InputError(f"The decoder cannot be started: {error}.", "Close other programs.") from error
        order.deadline_s = time.monotonic() + self._timeout_s
        self._send(Decode(order.id, str(order.path), order.edge_px, order.image_range))

    def _tell_cached(self, order: Order, version: FileVersion) -> bool:
        """Give the picture to all who wait, if it is at hand."""
        while picture := self._cache.take(version):
            done = self._orders.next_waiter(order)
            if done is None:
                picture.release()
                return True
            _call(done, picture)
        return False

    def _tell(self, order: Order, answer: Thumbnail | InputError) -> None:
        while done := self._orders.next_waiter(order):
            _call(done, answer)

    def _on_died(self, decoder: DecoderProcess) -> None:
        """Blame the file that was decoded; of two, neither, but then each is tried once more with nothing beside it."""
        decoder.end()
        self.decoder = None
        active = self._orders.active()
        if len(active) == 1:
            words, hint = decoder.last_words()
            self._fail(active[0], words, hint)
            return
        for order in active:
            order.alone = True
            self._orders.put_back(order)

    def _end_overdue(self) -> None:
        now = time.monotonic()
        overdue = [order for order in self._orders.active() if order.deadline_s <= now]
        if not overdue or self.decoder is None:
            return
        self.decoder.kill()
        self.decoder = None
        for order in overdue:
            words = f"was still at it after {self._timeout_s:.0f} s and was stopped"
            self._fail(order, words, "Copy the file to a faster disk, or scale it down.")
        for order in self._orders.active():
            self._orders.put_back(order)

    def _fail(self, order: Order, words: str, hint: str) -> None:
        self._orders.finish(order.id)
        self._tell(order, InputError(f"{order.path.name} cannot be shown: the decoder {words}.", hint))

    def _send(self, message: ToDecoder) -> None:
        if self.decoder is not None:
            self.decoder.send(message)


def _thumbnail(done: SmallDone) -> Thumbnail:
    pixels = np.frombuffer(done.pixels, np.uint8).reshape(done.thumb_height, done.thumb_width, 4)
    return Thumbnail(pixels, done.width, done.height)


def _refusal(order: Order, error: BaseException) -> InputError:
    words = in_words(error, f"{order.path.name} cannot be shown")
    return InputError(words.message, words.hint)


def _call(done: Done, answer: Thumbnail | SharedPicture | InputError) -> None:
    """A listener's mistake is the listener's: it is logged with its traceback, and the loop goes on."""
    attempt(lambda: done(answer), lambda _: logging.exception("A listener failed on a picture."))
