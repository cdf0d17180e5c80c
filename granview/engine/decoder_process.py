"""The decoder's process as its server sees it: start, talk, and how it ended, in words."""

import contextlib
import importlib
import multiprocessing
import signal
from multiprocessing.connection import Connection
from typing import Final

import numpy as np
from numpy.typing import NDArray

from granview.io.decoder_messages import (
    BlockReceived,
    FromDecoder,
    PyramidReady,
    ToDecoder,
    decode_from_decoder,
    encode,
)
from granview.io.pyramid import level_views, pyramid_bytes
from granview.io.shared_block import receive_block

_MODULE: Final = "granview.worker.decoder"
_END_S: Final = 1.0


def _enter(module: str, connection: "Connection[bytes, bytes]") -> None:
    """Runs in the child. The module goes by name, since nothing above the worker imports it."""
    importlib.import_module(module).main(connection)


class DecoderProcess:
    """One running decoder. It ends by itself when this process does, however that happens.

    Attributes:
        connection: To be waited on; ``receive`` reads from it.
    """

    def __init__(self) -> None:
        """Start it; takes some tenths of a second.

        Raises:
            OSError: the system starts no further process.
        """
        context = multiprocessing.get_context("spawn")
        self.connection, its_end = context.Pipe(duplex=True)
        self._process = context.Process(target=_enter, args=(_MODULE, its_end), name="granview-decoder", daemon=True)
        self._process.start()
        its_end.close()

    @property
    def pid(self) -> int | None:
        """The system's number of the process."""
        return self._process.pid

    def send(self, message: ToDecoder) -> None:
        """Tell it something; a process that has died hears nothing, which ``receive`` reports."""
        with contextlib.suppress(OSError):
            self.connection.send_bytes(encode(message))

    def receive(self) -> FromDecoder:
        """What it says next; waits for it.

        Raises:
            EOFError: it has died.
            OSError: it has died.
            msgspec.DecodeError: it talks nonsense.
        """
        return decode_from_decoder(self.connection.recv_bytes())

    def receive_levels(self, done: PyramidReady) -> tuple[NDArray[np.uint8], ...]:
        """The levels of a picture that it has just reported, read-only, in memory that is now ours.

        Raises:
            OSError: it died before it handed them over.
        """
        size = pyramid_bytes(done.width, done.height)
        memory = receive_block(self.connection, size, done.block_name)
        self.send(BlockReceived(done.id))
        return level_views(memory, done.width, done.height)

    def end(self) -> None:
        """Make sure that it is gone."""
        self.connection.close()
        self._process.join(_END_S)
        if self._process.is_alive():
            self._process.kill()
            self._process.join()

    def kill(self) -> None:
        """End it at once, whatever it does."""
        self._process.kill()
        self.end()

    def last_words(self) -> tuple[str, str]:
        """Why it died, as the end of a sentence, and what to do about it; only after ``end``."""
        code = self._process.exitcode or 0
        if code == -9:
            return "was killed, probably because memory ran out", "Close other programs, or scale the image down."
        if code < 0:
            name = signal.Signals(-code).name
            return f"crashed ({name})", "The file may be damaged; save it again with another program."
        return f"ended with exit code {code}", "The file may be damaged; save it again with another program."
