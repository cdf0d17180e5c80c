"""One ONNX model in ONNX Runtime: what it takes and gives, where it runs, on how many threads.

Both kinds of lanes that compute with ONNX Runtime share it: files that someone else has exported, and variants whose
network is exported here. A session runs on the device of its lane and nowhere else: ONNX Runtime by itself goes to the
CPU where CUDA cannot be used, and tells nobody.

Where numbers of threads matter, make the session when the first batch comes: the lane's threads are set once its model
has been loaded (``granview.worker.threads``), and a session keeps those that it was made with.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import numpy as np
import onnxruntime
from numpy.typing import NDArray

from granview.core.errors import DeviceError, GranViewError, ModelError, UnsupportedModel
from granview.core.readable_errors import first_line
from granview.models.exhausted_memory import exhausted, means_exhausted

Array = NDArray[Any]

_DTYPES: Final = {
    "float": np.float32,
    "double": np.float64,
    "float16": np.float16,
    "int64": np.int64,
    "int32": np.int32,
    "int16": np.int16,
    "int8": np.int8,
    "uint8": np.uint8,
    "bool": np.bool_,
}
_ERRORS_ONLY: Final = 3


@dataclass(frozen=True)
class Port:
    """One input or output of a model.

    Attributes:
        name: Its name in the model.
        dtype: Its number format; None where numpy has none for it, as for bfloat16 and sequences.
        shape: The length of each axis; a name, or None, where it is left open. Empty where the model does not say.
    """

    name: str
    dtype: "np.dtype[Any] | None"
    shape: tuple[int | str | None, ...]


class OnnxSession:
    """A model that is ready to run.

    ``run`` may be called from any thread, by one at a time: its threads are the lane's. They do not spin once a run has
    ended, so that they take no core from another lane's pass.

    Args:
        model: A file, whose external data lie beside it, or the bytes of a whole model (at most 2 GB).
        device: ``cpu`` or ``cuda:N``.
        threads: How many threads compute one operator; None takes ONNX Runtime's default, a thread for each core.

    Attributes:
        inputs: What it takes, in the model's order.
        outputs: What it gives, in the model's order.
        engine: ONNX Runtime, with its version and where it computes: ``onnxruntime 1.32.0 on CPU``.

    Raises:
        DeviceError: this ONNX Runtime cannot compute on the device.
        UnsupportedModel: it cannot load the model.
    """

    def __init__(self, model: Path | bytes, device: str = "cpu", threads: int | None = None) -> None:
        self._device = device
        providers = _providers(device)
        try:
            self._session = onnxruntime.InferenceSession(
                model if isinstance(model, bytes) else str(model), _options(threads), providers=providers
            )
        except Exception as error:
            raise UnsupportedModel(
                f"ONNX Runtime cannot load {_named(model)}: {first_line(error)}.",
                "Export the model again, with operators that this version of ONNX Runtime knows.",
            ) from error
        self._refuse_other_than(device)
        self.inputs = tuple(map(_port, self._session.get_inputs()))
        self.outputs = tuple(map(_port, self._session.get_outputs()))
        where = "CPU" if device == "cpu" else "CUDA"
        self.engine = f"onnxruntime {onnxruntime.__version__} on {where}"

    def _refuse_other_than(self, device: str) -> None:
        there = self._session.get_providers()
        if device != "cpu" and "CUDAExecutionProvider" not in there:
            raise DeviceError(
                f"ONNX Runtime could not start on {device}, and would compute on the CPU.",
                "Check its CUDA and cuDNN libraries, or choose the device cpu.",
            )

    def run(self, feeds: Mapping[str, Array], wanted: Sequence[str] | None = None) -> dict[str, Array]:
        """What the model makes of one batch.

        Args:
            feeds: An array for each input, by its name; of the input's number format.
            wanted: The outputs that are computed; None: all.

        Returns:
            The outputs by their names.

        Raises:
            DeviceError: the device's memory is exhausted.
            ModelError: the inputs do not fit the model, or an operator failed.
        """
        names = [port.name for port in self.outputs] if wanted is None else list(wanted)
        try:
            return dict(zip(names, self._session.run(names, dict(feeds)), strict=True))
        except Exception as error:
            raise _failed(error, self._device) from error


def _options(threads: int | None) -> onnxruntime.SessionOptions:
    options = onnxruntime.SessionOptions()
    options.log_severity_level = _ERRORS_ONLY
    if threads is not None:
        options.intra_op_num_threads = threads
    options.add_session_config_entry("session.force_spinning_stop", "1")
    return options


def _providers(device: str) -> list[Any]:
    """The one execution provider of a device; of a GPU with the CPU for operators that have no kernel there."""
    if device == "cpu":
        return ["CPUExecutionProvider"]
    if "CUDAExecutionProvider" not in onnxruntime.get_available_providers():
        raise DeviceError(
            f"{device} cannot be used: this ONNX Runtime is built without CUDA.",
            "Install onnxruntime-gpu instead of onnxruntime, or choose the device cpu.",
        )
    index = int(device.partition(":")[2] or 0)
    return [("CUDAExecutionProvider", {"device_id": index}), "CPUExecutionProvider"]


def _port(value: Any) -> Port:
    kind = str(value.type).removeprefix("tensor(").removesuffix(")")
    dtype = np.dtype(_DTYPES[kind]) if kind in _DTYPES else None
    return Port(value.name, dtype, tuple(value.shape or ()))


def _named(model: Path | bytes) -> str:
    return "the exported model" if isinstance(model, bytes) else model.name


def _failed(error: Exception, device: str) -> GranViewError:
    if means_exhausted(error):
        return exhausted(error, device)
    return ModelError(f"ONNX Runtime failed: {first_line(error)}.", "Try another model or another sample.")
