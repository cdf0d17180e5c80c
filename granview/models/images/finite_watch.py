"""Whether what a detector computes inside are numbers: it says of NaN that nothing was found."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any, Final

import torch
from torch import Tensor, nn

from granview.models.finite import not_finite

_OF_EACH_PICTURE: Final = ("backbone", "head", "rpn.head")
"""Parts of torchvision's detectors whose tensors have a row for each picture."""

_OF_ALL: Final = ("roi_heads.box_predictor", "roi_heads.mask_predictor")
"""Parts whose rows are the boxes of all pictures."""


class FiniteWatch:
    """Looks at what a network's parts give while it runs.

    Args:
        network: A detector, whose parts are named as torchvision names them.
    """

    def __init__(self, network: nn.Module) -> None:
        self._flags: list[Tensor] = []
        self._pictures = 0
        parts = dict(network.named_modules())
        for name in (*_OF_EACH_PICTURE, *_OF_ALL):
            if name in parts:
                parts[name].register_forward_hook(self._watch_rows if name in _OF_EACH_PICTURE else self._watch_all)

    @contextmanager
    def over(self, pictures: int) -> Iterator[Callable[[], Tensor]]:
        """Within it the network runs on so many pictures; what it yields says then of which all was finite: (n,)."""
        self._flags, self._pictures = [], pictures
        yield lambda: torch.stack(self._flags).all(dim=0)

    def require(self, is_finite: Tensor) -> None:
        """Raises unless a picture's values are finite.

        Raises:
            NotFinite: they are not.
        """
        if not bool(is_finite):
            raise not_finite("NaN or infinite")

    def _watch_rows(self, part: nn.Module, inputs: Any, output: Any) -> None:
        self._flags += [_are_finite(values.flatten(1)) for values in _tensors(output)]

    def _watch_all(self, part: nn.Module, inputs: Any, output: Any) -> None:
        self._flags += [_are_finite(values.reshape(1, -1)).expand(self._pictures) for values in _tensors(output)]


def _are_finite(rows: Tensor) -> Tensor:
    """Of which rows (n, ...) all values are finite: (n,) bool."""
    return torch.isfinite(rows).all(dim=1)


def _tensors(output: Any) -> Iterator[Tensor]:
    if isinstance(output, Tensor):
        yield output
        return
    parts = output.values() if isinstance(output, Mapping) else output
    for part in parts if isinstance(output, Mapping | Sequence) else ():
        yield from _tensors(part)
