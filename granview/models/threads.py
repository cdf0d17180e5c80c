"""How many threads torch uses for work that runs beside a forward pass."""

from collections.abc import Iterator
from contextlib import contextmanager

import torch


@contextmanager
def one_thread() -> Iterator[None]:
    """Within it, torch's CPU operations of the calling thread use one core; other threads keep theirs.

    Preparing the next batch and post-processing the last one overlap with a forward pass. Their many short
    operations, each split over all cores, would wait for that pass's threads at every end; on a busy machine that
    costs several times the work itself.
    """
    before = torch.get_num_threads()
    torch.set_num_threads(1)
    try:
        yield
    finally:
        torch.set_num_threads(before)
