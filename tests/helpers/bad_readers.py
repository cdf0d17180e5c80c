"""What a process that reads files may do wrong."""

import os
import signal
from multiprocessing.connection import Connection


def crash(path: object, connection: "Connection[bytes, bytes]") -> None:
    """Die as a program does whose memory is in disorder."""
    os.kill(os.getpid(), signal.SIGABRT)


def leave(path: object, connection: "Connection[bytes, bytes]") -> None:
    """End without a word."""
    os._exit(3)
