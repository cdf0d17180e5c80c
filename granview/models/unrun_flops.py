"""Operations of a forward pass that is not run: by the shapes alone, so that it takes neither time nor memory."""

from collections.abc import Callable
from typing import Any

import torch
from torch import Tensor
from torch._subclasses.fake_tensor import FakeTensorMode
from torch.utils._pytree import tree_map_only

from granview.models.operation_counter import operation_counter


def unrun_flops(call: Callable[[Any], Any], batch: Any) -> int | None:
    """Operations by torch's counter, of a pass over tensors that have a shape and no values.

    Running the pass to count it would take twice the memory of a pass: the counter takes operations apart, and what
    was computed in place is computed beside it.

    Args:
        call: Runs a network over a batch.
        batch: Tensors, in whatever they are.

    Returns:
        None where that cannot be, as of a network that looks at values to know what to do next.
    """
    if not isinstance(batch, Tensor | dict):
        return None
    counter = operation_counter()
    try:
        with torch.no_grad(), FakeTensorMode(allow_non_fake_inputs=True) as mode:
            shapes = tree_map_only(Tensor, mode.from_tensor, batch)
            with counter:
                call(shapes)
    except Exception:  # noqa: BLE001  whatever a network meets without values, it can still be run
        return None
    return int(counter.get_total_flops())
