"""The decoder process: files in, thumbnails and pyramids in shared memory out. It ends when its server does.

One thread decodes pictures and one decodes thumbnails, so that a picture never waits behind a list of thumbnails.
"""

import mmap
import os
import queue
import threading
from multiprocessing.connection import Connection
from pathlib import Path
from typing import NoReturn

from granview.core.errors import InputError
from granview.core.readable_errors import readable_error
from granview.core.resilient_loops import serve_jobs
from granview.io.decoder_messages import (
    Abandon,
    Abandoned,
    BlockReceived,
    Decode,
    Failed,
    FromDecoder,
    PyramidReady,
    ThumbnailReady,
    decode_to_decoder,
    encode,
)
from granview.io.pyramid import read_pyramid
from granview.io.regular_files import Watch
from granview.io.shared_block import SharedBlock
from granview.io.thumbnails import read_thumbnail
from granview.worker.end_with_engine import leave_signals_to_the_engine


class _Abandoned(Exception):
    """Nobody wants the picture that is being decoded."""


def main(connection: "Connection[bytes, bytes]") -> None:
    """Serve orders from the connection until it closes, then end the process at once, whatever is being decoded."""
    leave_signals_to_the_engine()
    decoder = _Decoder(connection)
    try:
        decoder.serve_jobs()
    except (EOFError, OSError):
        os._exit(0)


class _Decoder:
    """Reads orders, hands them to the two decoding threads, and sends what they make."""

    def __init__(self, connection: "Connection[bytes, bytes]") -> None:
        self._connection = connection
        self._sending = threading.Lock()
        self._orders: dict[bool, queue.SimpleQueue[Decode]] = {False: queue.SimpleQueue(), True: queue.SimpleQueue()}
        self._wanted: set[int] = set()
        self._blocks: dict[int, SharedBlock] = {}

    def serve_jobs(self) -> None:
        """Read orders for ever.

        Raises:
            EOFError: the server is gone.
        """
        for orders in self._orders.values():
            threading.Thread(target=self._work, args=(orders,), daemon=True).start()
        while True:
            message = decode_to_decoder(self._connection.recv_bytes())
            if isinstance(message, Decode):
                self._wanted.add(message.id)
                self._orders[message.edge_px is None].put(message)
            elif isinstance(message, Abandon):
                self._wanted.discard(message.id)
            else:
                self._let_go(message)

    def _work(self, orders: "queue.SimpleQueue[Decode]") -> NoReturn:
        serve_jobs(orders.get, self._reply, self._fail)

    def _reply(self, order: Decode) -> None:
        try:
            self._decode(order)
        except _Abandoned:
            self._send(Abandoned(order.id))
        self._wanted.discard(order.id)

    def _fail(self, order: Decode, error: BaseException) -> None:
        self._wanted.discard(order.id)
        words = readable_error(error, f"{Path(order.path).name} cannot be shown")
        self._send(Failed(order.id, words.message, words.hint))

    def _decode(self, order: Decode) -> None:
        def watch() -> None:
            if order.id not in self._wanted:
                raise _Abandoned

        path = Path(order.path)
        if order.edge_px is None:
            self._picture(order, path, watch)
        else:
            small = read_thumbnail(path, order.edge_px, watch, order.image_range)
            height, width = small.pixels.shape
            self._send(ThumbnailReady(order.id, small.width, small.height, width, height, small.pixels.tobytes()))

    def _picture(self, order: Decode, path: Path, watch: Watch) -> None:
        blocks: list[SharedBlock] = []

        def allocate(size: int) -> mmap.mmap:
            try:
                blocks.append(SharedBlock(size))
            except OSError as error:
                words = f"{path.name} needs {size / 1e6:.0f} MB of shared memory to be shown, and there is not so much."
                raise InputError(words, "Close other programs.") from error
            return blocks[0].memory

        try:
            facts = read_pyramid(path, allocate, watch, order.image_range)
        except BaseException:
            for block in blocks:
                block.close()
            raise
        self._blocks[order.id] = blocks[0]
        done = PyramidReady(order.id, facts.width, facts.height, blocks[0].name, facts.notices, facts.orientation)
        self._send(done, blocks[0])

    def _send(self, message: FromDecoder, block: SharedBlock | None = None) -> None:
        with self._sending:
            self._connection.send_bytes(encode(message))
            if block is not None:
                block.send(self._connection)

    def _let_go(self, taken: BlockReceived) -> None:
        block = self._blocks.pop(taken.id, None)
        if block is not None:
            block.close()
