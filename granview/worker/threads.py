"""How many threads torch has, in the worker's process and in each of its own threads.

torch keeps a team of threads for each thread that calls it. Teams that compute at the same time cost each other more
than they gain, so that only the thread of the forward passes has more than one. torch is not imported for this: a model
that does without it shall not wait for it.
"""

import sys


def use_threads(threads: int | None) -> None:
    """Have torch compute on so many threads in this thread; None takes its default, all cores.

    A thread takes torch's number of threads over at its first use of torch, so this one must before others change it.
    """
    torch = sys.modules.get("torch")
    if torch is not None:
        torch.set_num_threads(threads or torch.get_num_threads())


def use_one_thread() -> None:
    """Have torch compute on this thread alone when it is called from here."""
    torch = sys.modules.get("torch")
    if torch is not None:
        torch.set_num_threads(1)
