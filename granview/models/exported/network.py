"""An exported network that is called as any other: tensors by name in, tensors by name out."""

from abc import abstractmethod
from collections.abc import Mapping, Sequence
from io import BytesIO
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import Tensor, nn

from granview.core.errors import GranViewError, ModelError, UnsupportedModel
from granview.core.exported_model import Signature
from granview.core.readable_errors import first_line
from granview.models.onnx_session import OnnxSession, Port
from granview.models.ran_as import weights_precision

_UNSEEN = "What happens within an exported network is not seen from outside, so that nothing of it can be explained."
_INPUTS_OF_TEXTS = ("input_ids", "attention_mask", "token_type_ids")


class ExportedNetwork(nn.Module):
    """What all of them share.

    Attributes:
        engine: What computes it, with its version.
        inputs: The names of what it takes, in order; empty where the file does not tell, and then there is one.
        precision: The number format of most weights, or of what it takes where the weights are not seen.
        why_not_explained: Why nothing of it is explained, as a sentence.
    """

    engine: str
    inputs: tuple[str, ...]
    precision: str = "fp32"
    why_not_explained: str = _UNSEEN

    def forward(self, inputs: Mapping[str, Tensor]) -> dict[str, Tensor]:
        """What the network gives, by name.

        Args:
            inputs: By name; the one input of a network that names none may be called anything.
        """
        return self.outputs(inputs)

    def train(self, mode: bool = True) -> "ExportedNetwork":
        """Stays what it was exported as: torch refuses to turn an exported program from one mode to another."""
        return self

    @abstractmethod
    def outputs(self, inputs: Mapping[str, Tensor]) -> dict[str, Tensor]:
        """What ``forward`` returns."""


class OnnxNetwork(ExportedNetwork):
    """An ONNX file in ONNX Runtime.

    Args:
        path: The file.
        device: ``cpu`` or ``cuda:N``.

    Raises:
        DeviceError: ONNX Runtime cannot compute there.
        UnsupportedModel: it cannot load the file.
    """

    def __init__(self, path: Path, device: str) -> None:
        super().__init__()
        self._path, self._device = path, device
        self._start()

    def _start(self) -> None:
        self._threads = torch.get_num_threads()
        self._session = OnnxSession(self._path, self._device, self._threads)
        self.inputs = tuple(port.name for port in self._session.inputs)
        self.engine = self._session.engine
        self.precision = "fp16" if any(port.dtype == np.float16 for port in self._session.inputs) else "fp32"

    def outputs(self, inputs: Mapping[str, Tensor]) -> dict[str, Tensor]:
        """What the session gives; the lane's threads are told after it was loaded, and a session keeps its own."""
        if torch.get_num_threads() != self._threads:
            self._start()
        feeds = {port.name: _fed(inputs, port, len(self._session.inputs)) for port in self._session.inputs}
        return {name: torch.from_numpy(values) for name, values in self._session.run(feeds).items()}


def _fed(inputs: Mapping[str, Tensor], port: Port, n: int) -> Any:
    tensor = inputs.get(port.name)
    if tensor is None and n == 1 and len(inputs) == 1:
        tensor = next(iter(inputs.values()))
    if tensor is None and port.name == "token_type_ids":
        tensor = torch.zeros_like(inputs["input_ids"])
    if tensor is None:
        raise ModelError(f"The network also takes {port.name}, which GranView does not give.", "Export it without.")
    values = tensor.numpy(force=True)
    return values if port.dtype is None else values.astype(port.dtype, copy=False)


class TorchProgram(ExportedNetwork):
    """A file of ``torch.export`` or TorchScript; whoever makes one has made sure that its code may run.

    Args:
        program: What torch has loaded.
        engine: What computes it.
        signature: What the file says of it; None where it says nothing.
    """

    def __init__(self, program: Any, engine: str, signature: Signature | None) -> None:
        super().__init__()
        self.program = program
        self.precision = weights_precision(program.parameters())
        self.engine = f"{engine} {torch.__version__}"
        self.inputs = () if signature is None else tuple(each.name for each in signature.inputs)
        self._outputs = () if signature is None else tuple(each.name for each in signature.outputs)

    def outputs(self, inputs: Mapping[str, Tensor]) -> dict[str, Tensor]:
        """What the program returns, named as it names it itself, else by the signature or by number."""
        ordered = [inputs[name] for name in self.inputs if name in inputs] or list(inputs.values())
        return dict(self._named(self.program(*ordered)))

    def _named(self, output: Any) -> Mapping[str, Tensor]:
        if isinstance(output, Mapping):
            return {str(name): values for name, values in output.items() if isinstance(values, Tensor)}
        several = output if isinstance(output, tuple | list) else (output,)
        tensors = [values for values in several if isinstance(values, Tensor)]
        known = self._outputs if len(self._outputs) == len(tensors) else None
        return dict(zip(known or [f"output_{place}" for place in range(len(tensors))], tensors, strict=True))


class TextNetwork(nn.Module):
    """An exported network that takes tokens, with the config beside its file, called as transformers' are.

    Args:
        network: The network.
        config: transformers' config.
        names: Which of its outputs are read, by the names under which they are asked for.

    Attributes:
        why_not_explained: Why nothing of it is explained, as a sentence.
    """

    why_not_explained: str = _UNSEEN

    def __init__(self, network: ExportedNetwork, config: Any, names: Mapping[str, str]) -> None:
        super().__init__()
        self.network = network
        self.config = config
        self._names = dict(names)

    def forward(
        self, input_ids: Tensor, attention_mask: Tensor | None = None, token_type_ids: Tensor | None = None
    ) -> dict[str, Tensor]:
        """The outputs that are read.

        Args:
            input_ids: (rows, tokens) int64.
            attention_mask: (rows, tokens) int64, 0 for padding.
            token_type_ids: (rows, tokens) int64, which text of a pair.
        """
        tensors = zip(_INPUTS_OF_TEXTS, (input_ids, attention_mask, token_type_ids), strict=True)
        outputs = self.network({name: values for name, values in tensors if values is not None})
        return {ours: output_of(outputs, (theirs,)) for ours, theirs in self._names.items()}


def output_of(outputs: Mapping[str, Tensor], names: Sequence[str], place: int = 0) -> Tensor:
    """An output of a network.

    Args:
        outputs: What it gave, by name.
        names: Those that are read, as a description names them; empty for those of the file.
        place: Which of them.

    Raises:
        ModelError: the network gives none of that name.
    """
    known = names or tuple(outputs)
    if place >= len(known) or known[place] not in outputs:
        wanted = known[place] if place < len(known) else f"output number {place + 1}"
        raise ModelError(f"The network gives no {wanted}, but {', '.join(outputs)}.", "Correct output.names.")
    return outputs[known[place]]


def torch_export(path: Path, content: bytes, signature: Signature) -> TorchProgram:
    """What a ``.pt2`` file holds.

    Raises:
        UnsupportedModel: torch cannot load it.
    """
    try:
        program = torch.export.load(BytesIO(content)).module()
    except Exception as error:
        raise _cannot_load(path, error) from error
    return TorchProgram(program, "torch.export", signature)


def torchscript(path: Path, content: bytes) -> TorchProgram:
    """What a TorchScript file holds.

    Raises:
        UnsupportedModel: torch cannot load it.
    """
    import warnings

    try:
        with warnings.catch_warnings(action="ignore"):  # torch tells programmers that it is old
            program = torch.jit.load(BytesIO(content), map_location="cpu")  # type: ignore[no-untyped-call]
    except Exception as error:
        raise _cannot_load(path, error) from error
    return TorchProgram(program, "TorchScript of torch", None)


def _cannot_load(path: Path, error: Exception) -> GranViewError:
    return UnsupportedModel(f"torch cannot load {path.name}: {first_line(error)}.", "Export it again with this torch.")
