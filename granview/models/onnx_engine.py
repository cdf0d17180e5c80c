"""A network that ONNX Runtime computes: called as the network is, it gives what the network gives.

It is exported when it first sees inputs of a kind. An export is looked at at once: on the same inputs its outputs must
be torch's. Axes whose lengths have changed between passes, and all those of token ids, are left open, so that one
export serves batches and texts of any length where the network allows it.
"""

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Final

import msgspec
import numpy as np
import torch
from torch import Tensor, nn
from torch.utils import _pytree as pytree

from granview.core.errors import UnsupportedModel
from granview.core.lane import RanAs
from granview.models.onnx_export import PassInputs, Shape, exported, weights_bytes
from granview.models.onnx_quantisation import OnnxQuantisation, covered_by_int8
from granview.models.onnx_session import Array, OnnxSession
from granview.models.recipe import Engine

_TOLERANCE: Final = 1e-3
"""The largest difference from torch's outputs, as a share of their largest magnitude, that an export may have."""

_MOST_KEPT: Final = 4
"""Exports of one network that are kept at a time: each has the weights of its own."""

_LOOKED_AT: Final = 3
"""Shapes on which an export is compared with torch: the one that it was made with, and the next new ones."""


@dataclass
class _Export:
    """One export, and how its outputs become the network's."""

    session: OnnxSession
    signature: tuple[Any, ...]
    together: Callable[[list[Tensor]], Any]
    stored_mb: float
    covered: float | None
    shapes: set[tuple[Shape, ...]] = field(default_factory=set)

    def fits(self, inputs: PassInputs) -> bool:
        """Whether it can be given these inputs."""
        return self.signature == inputs.signature and all(
            isinstance(length, str) or length is None or length == wanted
            for port, shape in zip(self.session.inputs, inputs.shapes, strict=True)
            for length, wanted in zip(port.shape, shape, strict=True)
        )


class OnnxEngine(Engine):
    """A network in ONNX Runtime, in float32 or int8.

    Args:
        network: In evaluation mode, in float32, on the device.
        device: Where it runs.
        quantisation: How it becomes int8; None leaves it in float32.
    """

    def __init__(self, network: nn.Module, device: torch.device, quantisation: OnnxQuantisation | None = None) -> None:
        self._network = network
        self._device = device
        self._quantisation = quantisation
        self._exports: list[_Export] = []
        self._seen: dict[tuple[Any, ...], list[tuple[Shape, ...]]] = {}
        self._difference = 0.0
        self._calibrated: str = ""
        self._prepare_s = 0.0

    def __call__(self, *arguments: Any, **named: Any) -> Any:
        """What the network returns for these arguments, computed by ONNX Runtime."""
        inputs = PassInputs(arguments, named)
        export = next((each for each in self._exports if each.fits(inputs)), None)
        if export is None or (inputs.shapes not in export.shapes and len(export.shapes) < _LOOKED_AT):
            started = time.perf_counter()
            export = self._looked_at(export, inputs)
            self._prepare_s += time.perf_counter() - started
        return export.together(self._computed(export.session, inputs))

    @property
    def prepare_s(self) -> float:
        """Seconds of exporting, quantising and comparing with torch so far."""
        return self._prepare_s

    @property
    def notices(self) -> tuple[str, ...]:
        """How far the exports are from torch, and what they were calibrated with."""
        if not self._exports:
            return ()
        kept = "Exported to ONNX" if self._quantisation is None else f"Exported to ONNX ({self._quantisation.title})"
        words = f"{kept}: on the same inputs its outputs differ by at most {self._difference:.2g} from torch's in fp32."
        return (words, self._calibrated) if self._calibrated else (words,)

    @property
    def why_not_explained(self) -> str:
        """Why torch's network cannot be asked instead; empty where it computes the same."""
        if self._quantisation is None:
            return ""
        return "ONNX Runtime computes this lane in int8, and what it computes inside cannot be read."

    def ran(self, before: RanAs) -> RanAs:
        """How the model ran, by its last export."""
        if not self._exports:
            return before
        export = self._exports[-1]
        return msgspec.structs.replace(
            before,
            precision="int8" if self._quantisation else "fp32",
            engine=export.session.engine,
            stored_mb=export.stored_mb,
            covered=export.covered if self._quantisation else before.covered,
            prepare_s=self._prepare_s,
        )

    def _looked_at(self, export: _Export | None, inputs: PassInputs) -> _Export:
        """An export for these inputs, after it was compared with torch on them."""
        with torch.inference_mode():
            expected = self._network(*inputs.arguments, **inputs.named)
        leaves, spec = pytree.tree_flatten(expected)
        if export is None:
            export = self._new(inputs, leaves, spec)
        self._compare(self._computed(export.session, inputs), [leaf for leaf in leaves if isinstance(leaf, Tensor)])
        export.shapes.add(inputs.shapes)
        return export

    def _new(self, inputs: PassInputs, leaves: list[Any], spec: Any) -> _Export:
        together = _together(leaves, spec)
        model = exported(self._network, inputs, self._open_axes(inputs))
        covered = None
        if self._quantisation is not None:
            names = [each.name for each in model.graph.input]
            feeds = dict(zip(names, map(_array, inputs.tensors), strict=True))
            model = self._quantisation.quantised(model, [feeds])
            covered = covered_by_int8(model, self._quantisation.title)
            if self._quantisation.calibrates:
                self._calibrated = _calibrated_with(inputs)
        session = OnnxSession(model.SerializeToString(), str(self._device), torch.get_num_threads())
        export = _Export(session, inputs.signature, together, weights_bytes(model) / 1e6, covered)
        self._exports = [*self._exports, export][-_MOST_KEPT:]
        return export

    def _open_axes(self, inputs: PassInputs) -> list[list[bool]]:
        """For each tensor and axis whether it is left open: it has changed, or the tensor is of token ids."""
        before = self._seen.setdefault(inputs.signature, [])
        axes = [
            [
                any(shapes[place][axis] != length for shapes in before) or _is_of_tokens(tensor)
                for axis, length in enumerate(tensor.shape)
            ]
            for place, tensor in enumerate(inputs.tensors)
        ]
        before.append(inputs.shapes)
        return axes

    def _computed(self, session: OnnxSession, inputs: PassInputs) -> list[Tensor]:
        feeds = dict(zip((port.name for port in session.inputs), map(_array, inputs.tensors), strict=True))
        return [torch.from_numpy(array).to(self._device) for array in session.run(feeds).values()]

    def _compare(self, outputs: list[Tensor], expected: list[Tensor]) -> None:
        """Take note of how far outputs are from torch's.

        Raises:
            UnsupportedModel: they are others, or too far.
        """
        if [one.shape for one in outputs] != [one.shape for one in expected]:
            raise UnsupportedModel(
                "The model exported to ONNX gives outputs of other shapes than the model itself.",
                "Choose a variant without ONNX Runtime.",
            )
        for ours, theirs in zip(outputs, expected, strict=True):
            if not theirs.numel():
                continue
            difference, largest = _difference(ours, theirs)
            self._difference = max(self._difference, difference)
            if self._quantisation is None and not difference <= _TOLERANCE * max(largest, 1.0):
                raise UnsupportedModel(
                    f"The model exported to ONNX computes something else: its outputs differ by {difference:.2g} from "
                    f"torch's, whose largest is {largest:.2g}.",
                    "Choose a variant without ONNX Runtime.",
                )


def _difference(ours: Tensor, theirs: Tensor) -> tuple[float, float]:
    """The largest difference of two tensors, where both are finite, and the largest magnitude of the second."""
    one, other = ours.double(), theirs.double()
    sound = torch.isfinite(other)
    if not bool((torch.isfinite(one) == sound).all()):
        return float("inf"), 0.0
    if not bool(sound.any()):
        return 0.0, 0.0
    return float((one - other)[sound].abs().max()), float(other[sound].abs().max())


def _calibrated_with(inputs: PassInputs) -> str:
    count = len(inputs.tensors[0])
    noun = "sample" if count == 1 else "samples"
    return (
        f"Calibrated on the {count} {noun} of the lane's first pass, whose ranges of values it takes for those of all: "
        "a larger batch size calibrates on more."
    )


def _together(leaves: list[Any], spec: Any) -> Callable[[list[Tensor]], Any]:
    """Puts output tensors where the network's own output has them."""
    is_tensor = [isinstance(leaf, Tensor) for leaf in leaves]
    rest = [None if is_one else leaf for leaf, is_one in zip(leaves, is_tensor, strict=True)]
    if any(leaf is not None and not isinstance(leaf, (int, float, str, bool)) for leaf in rest):
        kind = next(type(leaf).__name__ for leaf in rest if leaf is not None)
        raise UnsupportedModel(
            f"The model's output holds {kind}, which is no array: ONNX Runtime cannot give it.",
            "Choose a variant without ONNX Runtime.",
        )

    def put(tensors: list[Tensor]) -> Any:
        rest_of = iter(tensors)
        return pytree.tree_unflatten(
            [next(rest_of) if is_one else leaf for leaf, is_one in zip(rest, is_tensor, strict=True)], spec
        )

    return put


def _is_of_tokens(tensor: Tensor) -> bool:
    return tensor.ndim == 2 and not tensor.is_floating_point()


def _array(tensor: Tensor) -> Array:
    return np.ascontiguousarray(tensor.detach().cpu().numpy())
