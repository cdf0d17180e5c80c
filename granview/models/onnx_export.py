"""A network as an ONNX model, for inputs like those of one pass.

``torch.onnx.export`` with ``dynamo=True`` is the exporter that torch keeps; it takes transformers' networks too, whose
outputs it flattens as torch does (``torch.utils._pytree``), so that they can be put together again.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

import onnx
import torch
from torch import Tensor, nn
from torch.utils import _pytree as pytree

from granview.core.errors import GranViewError, UnsupportedModel
from granview.core.readable_errors import first_line

MOST_BYTES: Final = 1_900_000_000
"""Weights of a model that is one message of protobuf, which holds no more than 2 GB."""

Shape = tuple[int, ...]


@dataclass(frozen=True)
class PassInputs:
    """What a network is called with.

    Attributes:
        arguments: Positional arguments.
        named: Keyword arguments.
    """

    arguments: tuple[Any, ...]
    named: Mapping[str, Any]

    @property
    def tensors(self) -> list[Tensor]:
        """All tensors among the arguments, in the order of the exported model's inputs."""
        return [leaf for leaf in self._leaves if isinstance(leaf, Tensor)]

    @property
    def shapes(self) -> tuple[Shape, ...]:
        """The shape of each tensor."""
        return tuple(tuple(tensor.shape) for tensor in self.tensors)

    @property
    def signature(self) -> tuple[Any, ...]:
        """Equal for passes that one exported model may serve: all but the lengths of axes."""
        leaves, spec = pytree.tree_flatten((self.arguments, dict(self.named)))
        return str(spec), *((leaf.dtype, leaf.ndim) if isinstance(leaf, Tensor) else leaf for leaf in leaves)

    @property
    def _leaves(self) -> list[Any]:
        return pytree.tree_leaves((self.arguments, dict(self.named)))


def exported(network: nn.Module, inputs: PassInputs, is_open: Sequence[Sequence[bool]]) -> onnx.ModelProto:
    """An ONNX model that computes what the network does.

    Args:
        network: In evaluation mode, in float32.
        inputs: What it is traced with.
        is_open: For each tensor and axis, whether its length may be another one in later passes; it is left fixed
            nevertheless where the network's own code depends on it.

    Raises:
        UnsupportedModel: it cannot be exported.
    """
    size = sum(parameter.numel() * parameter.element_size() for parameter in network.parameters())
    if size > MOST_BYTES:
        raise UnsupportedModel(
            f"The model's weights take {size / 1e9:.1f} GB: an ONNX model in memory holds at most 2 GB.",
            "Choose a variant without ONNX Runtime.",
        )
    axes = tuple({axis: torch.export.Dim.AUTO for axis, is_free in enumerate(one) if is_free} for one in is_open)
    try:
        with torch.inference_mode(False), torch.no_grad():
            program = torch.onnx.export(
                _OfTensors(network, inputs).eval(),
                tuple(tensor.clone() for tensor in inputs.tensors),
                dynamic_shapes={"tensors": axes} if any(axes) else None,
                dynamo=True,
                verbose=False,
            )
    except GranViewError:
        raise
    except Exception as error:
        raise UnsupportedModel(
            f"The model cannot be exported to ONNX: {first_line(_root(error))}.",
            "Choose a variant without ONNX Runtime.",
        ) from error
    if program is None:
        raise UnsupportedModel("The model was exported to nothing.", "Choose a variant without ONNX Runtime.")
    return program.model_proto


def weights_bytes(model: onnx.ModelProto) -> int:
    """What the weights of a model take, in bytes."""
    return sum(each.ByteSize() if not each.raw_data else len(each.raw_data) for each in model.graph.initializer)


def _root(error: BaseException) -> BaseException:
    """What an error goes back to: the exporter's own words are about how to report it."""
    return error if error.__cause__ is None else _root(error.__cause__)


class _OfTensors(nn.Module):
    """A network between tensors: it takes those of a pass alone and gives those of its output, one after another."""

    def __init__(self, network: nn.Module, inputs: PassInputs) -> None:
        super().__init__()
        self._network = network
        leaves, self._spec = pytree.tree_flatten((inputs.arguments, dict(inputs.named)))
        self._rest = [None if isinstance(leaf, Tensor) else (leaf,) for leaf in leaves]

    def forward(self, *tensors: Tensor) -> list[Tensor]:
        """The tensors of the output, in the order in which torch flattens it."""
        tensor = iter(tensors)
        leaves = [next(tensor) if leaf is None else leaf[0] for leaf in self._rest]
        positional, named = pytree.tree_unflatten(leaves, self._spec)
        output = self._network(*positional, **named)
        return [leaf for leaf in pytree.tree_leaves(output) if isinstance(leaf, Tensor)]
