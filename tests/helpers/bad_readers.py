"""What a process that reads files may do wrong."""

import os
import signal
from multiprocessing.connection import Connection

from granview.io.datasets import parquet_process


def crash(path: object, connection: "Connection[bytes, bytes]") -> None:
    """Die as a program does whose memory is in disorder."""
    os.kill(os.getpid(), signal.SIGABRT)


def leave(path: object, connection: "Connection[bytes, bytes]") -> None:
    """End without a word."""
    os._exit(3)


def read_in_little_memory(path: str, connection: "Connection[bytes, bytes]") -> None:
    """A reader that may hold less than it usually may; on systems that see to that."""
    parquet_process.MAX_MEMORY_BYTES = 200 << 20  # type: ignore[misc]
    parquet_process.send_rows(path, connection)
