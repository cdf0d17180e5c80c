"""Memory that two processes share and that nobody can leak.

On POSIX the memory has no name: the process that makes it hands the other one an open file descriptor over their
socket, and the kernel frees it when the last of them closes it or dies, however it dies. So there is nothing to unlink,
and nothing for multiprocessing's resource tracker to track. Nor does it live in /dev/shm, which containers keep small.
On Windows a named mapping of the page file is opened by both, and is freed by the system in the same way.
"""

import errno
import mmap
import os
import secrets
import socket
import sys
import tempfile
from multiprocessing.connection import Connection
from typing import Final

_NAME: Final = "granview"


class SharedBlock:
    """A writable block as its maker holds it.

    Attributes:
        memory: The bytes; a buffer.
        name: What the other process needs besides the connection; empty on POSIX.
    """

    def __init__(self, size: int) -> None:
        """Make a block of ``size`` bytes, all of them really there.

        Raises:
            OSError: there is no room for it.
        """
        _refuse_if_scarce(size)
        self.name = ""
        if sys.platform == "win32":
            self.name = f"{_NAME}-{secrets.token_hex(16)}"
            self.memory = mmap.mmap(-1, size, tagname=self.name)
        else:
            self._descriptor = _anonymous_file()
            try:
                _reserve(self._descriptor, size)
                self.memory = mmap.mmap(self._descriptor, size)
            except BaseException:
                os.close(self._descriptor)
                raise

    def send(self, connection: "Connection[bytes, bytes]") -> None:
        """Hand the block to the other end of the connection, which must call ``receive_block`` next."""
        if sys.platform != "win32":
            with socket.socket(fileno=os.dup(connection.fileno())) as channel:
                socket.send_fds(channel, [b"\0"], [self._descriptor])

    def close(self) -> None:
        """Let go of the block here; it lives on where it was received."""
        if sys.platform != "win32":
            os.close(self._descriptor)


def receive_block(connection: "Connection[bytes, bytes]", size: int, name: str) -> mmap.mmap:
    """The block that the other end has sent, read-only; freed with the last object that refers to it.

    Raises:
        OSError: the sender died, or what came is no block of this size.
    """
    if sys.platform == "win32":
        return mmap.mmap(-1, size, tagname=name, access=mmap.ACCESS_READ)
    with socket.socket(fileno=os.dup(connection.fileno())) as channel:
        _, descriptors, _, _ = socket.recv_fds(channel, 1, 1)
    if not descriptors:
        raise OSError("the block did not come")
    try:
        if os.fstat(descriptors[0]).st_size < size:
            raise OSError("the block is too short")
        return mmap.mmap(descriptors[0], size, prot=mmap.PROT_READ)
    finally:
        os.close(descriptors[0])


def _anonymous_file() -> int:
    if hasattr(os, "memfd_create"):
        return os.memfd_create(_NAME)
    with tempfile.TemporaryFile(prefix=_NAME) as file:
        return os.dup(file.fileno())


def _refuse_if_scarce(size: int) -> None:
    """The system would rather kill some process than refuse nameless memory, so it is asked beforehand."""
    import psutil

    if size > psutil.virtual_memory().available:
        raise OSError(errno.ENOMEM, os.strerror(errno.ENOMEM))


def _reserve(descriptor: int, size: int) -> None:
    """Take the pages now: where there is a limit, it is an error here and not a crash at the first touch."""
    if hasattr(os, "posix_fallocate"):
        os.posix_fallocate(descriptor, 0, size)
    else:
        os.ftruncate(descriptor, size)
