"""How many threads torch has in the worker's process.

torch is not imported for this: a model that does without it shall not wait for it. The threads beside the forward
passes are left alone: to set their number changed that of the forward passes' element-wise operations too (measured: on
two cores they then ran on one).
"""

import sys


def use_threads(threads: int | None) -> None:
    """Have torch compute on so many threads; None takes its default, all cores."""
    torch = sys.modules.get("torch")
    if torch is not None:
        torch.set_num_threads(threads or torch.get_num_threads())
