"""Weights of few bits: stored as integers with scales, turned back into floating numbers wherever a layer reads them.

A packed weight is a parametrisation of torch (``torch.nn.utils.parametrize``): the layer keeps its class and its
``weight``, which is computed when it is read, so that any network runs unchanged and any method of explanation too.
What is stored are the integers and their scales alone. A pass therefore takes as long as before, and the time of
turning the weights back besides; what is gained is memory, and what is lost of the quality is real.
"""

from abc import ABC, abstractmethod
from collections.abc import Iterable
from functools import partial
from typing import Any, ClassVar

import torch
from torch import Tensor, nn
from torch.nn.utils import parametrize

from granview.models.layer_weights import LayerWeight


class PackedWeight(nn.Module, ABC):
    """How one weight is packed; the parametrisation of every layer that has it.

    Args:
        weight: Of any shape and floating format.
        axis: The axis of its output channels, each of which is packed by itself.

    Attributes:
        kind: The number format's name, such as ``int8``.
        numel: How many weights are packed.
    """

    kind: ClassVar[str] = ""

    def __init__(self, weight: Tensor, axis: int) -> None:
        super().__init__()
        moved = weight.detach().movedim(axis, 0)
        self._axis = axis
        self._moved_shape = tuple(moved.shape)
        self._dtype = weight.dtype
        self._row = moved[0].numel()
        self.numel = weight.numel()
        self._packed = self.pack(moved.reshape(len(moved), self._row).float())

    @abstractmethod
    def pack(self, rows: Tensor) -> tuple[Tensor, Tensor]:
        """Rows (n, length) float32 as integers (n, …) and scales (n, …)."""

    @abstractmethod
    def unpacked(self, integers: Tensor, scales: Tensor) -> Tensor:
        """Float32 (n, length or more) of rows that ``pack`` has packed; what is too much is filled up."""

    def forward(self, integers: Tensor, scales: Tensor) -> Tensor:
        """The weight, in its own shape and number format."""
        rows = self.unpacked(integers, scales)[:, : self._row]
        return rows.to(self._dtype).reshape(self._moved_shape).movedim(0, self._axis)

    def right_inverse(self, weight: Tensor) -> tuple[Tensor, Tensor]:
        """Integers and scales; the same tensors for every layer that shares the weight."""
        return self._packed

    def taken(self, ids: Tensor, integers: Tensor, scales: Tensor) -> Tensor:
        """Rows (…, length) of a table by their places (…): only those are turned back."""
        places = ids.reshape(-1)
        rows = self.unpacked(integers[places], scales[places])[:, : self._row]
        return rows.to(self._dtype).reshape(*ids.shape, self._row)


def pack_layers(converted: Iterable[LayerWeight], packing: type[PackedWeight]) -> None:
    """Pack weights in place; one that several layers share is stored once."""
    known: dict[int, PackedWeight] = {}
    shared: list[Tensor] = []
    for each in converted:
        weight = each.weight
        if id(weight) not in known:
            known[id(weight)] = packing(weight, each.axis)
            shared.append(weight)
        _pack_one(each, known[id(weight)])


def packed_weights(network: nn.Module) -> list[PackedWeight]:
    """The packed weights of a network, each once."""
    return list({id(module): module for module in network.modules() if isinstance(module, PackedWeight)}.values())


def _pack_one(place: LayerWeight, packed: PackedWeight) -> None:
    module, name = place.module, place.tensor_name
    plain_table = type(module) is nn.Embedding and module.max_norm is None
    weight = module._parameters.pop(name)
    # As a buffer: transformers takes the first floating parameter of a network for its number format.
    module.register_buffer(name, weight.detach() if weight is not None else None)
    parametrize.register_parametrization(module, name, packed, unsafe=True)
    if plain_table:
        module.forward = partial(_taken, module)
    if isinstance(module, nn.RNNBase):
        _read_at_each_pass(module)


def _taken(module: Any, ids: Tensor) -> Tensor:
    """What a table gives for places, without turning back the rest of it."""
    stored = module.parametrizations.weight
    taken: Tensor = stored[0].taken(ids, stored.original0, stored.original1)
    return taken


def _read_at_each_pass(module: nn.RNNBase) -> None:
    """A recurrent layer remembers its weights in a list of its own: have it filled before a pass and emptied after."""
    if "_reads_packed" in module.__dict__:
        return
    module.__dict__["_reads_packed"] = True
    module.register_forward_pre_hook(_fill)
    module.register_forward_hook(_empty, always_call=True)
    _empty(module)


def _fill(module: Any, _: Any) -> None:
    module._flat_weights = [getattr(module, name) for name in module._flat_weights_names]


def _empty(module: Any, *_: Any) -> None:
    module._flat_weights = []


class Int8Rows(PackedWeight):
    """Eight bits, symmetric: for each output channel one float32 scale, its greatest magnitude over 127."""

    kind = "int8"

    def pack(self, rows: Tensor) -> tuple[Tensor, Tensor]:
        """(n, length) int8 from -127 to 127, and (n, 1) float32."""
        scales = rows.abs().amax(1, keepdim=True) / 127
        scales = torch.where(scales > 0, scales, 1.0)
        return torch.round(rows / scales).clamp(-127, 127).to(torch.int8), scales

    def unpacked(self, integers: Tensor, scales: Tensor) -> Tensor:
        """Integers times their row's scale."""
        return integers.float() * scales


class Int4Blocks(PackedWeight):
    """Four bits in blocks of 32 along a row, each with a float16 scale: 4.5 bits a weight, as llama.cpp's Q4_0 has it.

    The value of greatest magnitude in a block becomes -8; a byte holds value i in its lower half and value i + 16 in
    its upper one. A row whose length is no multiple of 32 is filled up with zeros.
    """

    kind = "int4"
    _block: ClassVar[int] = 32

    def pack(self, rows: Tensor) -> tuple[Tensor, Tensor]:
        """(n, blocks, 16) uint8, and (n, blocks, 1) float16."""
        filled = nn.functional.pad(rows, (0, -rows.shape[1] % self._block))
        blocks = filled.reshape(len(rows), -1, self._block)
        greatest = blocks.gather(2, blocks.abs().argmax(2, keepdim=True))
        scales = greatest / -8
        inverse = torch.where(scales == 0, 0.0, 1 / scales)
        levels = (blocks.double() * inverse.double() + 8.5).floor().clamp(0, 15).to(torch.uint8)
        low, high = levels.chunk(2, dim=2)
        return low | (high << 4), scales.half()

    def unpacked(self, integers: Tensor, scales: Tensor) -> Tensor:
        """Levels less 8, times their block's scale."""
        levels = torch.cat((integers & 15, integers >> 4), dim=2)
        return ((levels.float() - 8) * scales.float()).flatten(1)
