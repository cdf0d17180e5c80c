"""A disk that is full, as far as this process goes."""

import resource
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def small_files(limit_bytes: int) -> Iterator[None]:
    """No file may grow beyond a size, as on a disk that is full."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (limit_bytes, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
