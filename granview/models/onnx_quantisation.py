"""ONNX models in int8, by ONNX Runtime's own quantisation."""

import tempfile
from abc import ABC, abstractmethod
from collections.abc import Iterator, Mapping, Sequence
from math import prod
from pathlib import Path
from typing import Any, Final

import onnx
from onnxruntime.quantization import CalibrationDataReader, QuantFormat, QuantType, quantize_dynamic, quantize_static

from granview.core.errors import UnsupportedModel
from granview.core.readable_errors import first_line
from granview.models.layer_weights import LEAST_COVERED
from granview.models.onnx_session import Array

_EIGHT_BITS: Final = (onnx.TensorProto.INT8, onnx.TensorProto.UINT8)

Feeds = Mapping[str, Array]


class OnnxQuantisation(ABC):
    """A way of turning a float32 model into one of int8.

    Attributes:
        title: Its name on screen.
        calibrates: Whether it looks at inputs first.
    """

    title: str
    calibrates: bool

    def quantised(self, model: onnx.ModelProto, feeds: Sequence[Feeds]) -> onnx.ModelProto:
        """The model in int8.

        Args:
            model: In float32.
            feeds: Inputs of it.

        Raises:
            UnsupportedModel: it cannot be quantised.
        """
        with tempfile.TemporaryDirectory(prefix="granview-onnx-") as folder:
            target = Path(folder) / "quantised.onnx"
            try:
                self._write(model, target, feeds)
                return onnx.load(target)
            except Exception as error:
                raise UnsupportedModel(
                    f"ONNX Runtime cannot turn this model into int8: {first_line(error)}.", "Choose another variant."
                ) from error

    @abstractmethod
    def _write(self, model: onnx.ModelProto, target: Path, feeds: Sequence[Feeds]) -> None: ...


class Dynamic(OnnxQuantisation):
    """Weights in int8 by channel; activations in uint8, their range found anew in every pass."""

    title = "ONNX int8, dynamic"
    calibrates = False

    def _write(self, model: onnx.ModelProto, target: Path, feeds: Sequence[Feeds]) -> None:
        quantize_dynamic(model, target, per_channel=True, weight_type=QuantType.QInt8)


class Static(OnnxQuantisation):
    """Weights in int8 by channel; activations in uint8, in the ranges that they had on inputs for calibration."""

    title = "ONNX int8, static"
    calibrates = True

    def _write(self, model: onnx.ModelProto, target: Path, feeds: Sequence[Feeds]) -> None:
        quantize_static(
            model,
            target,
            _Calibration(feeds),
            quant_format=QuantFormat.QDQ,
            per_channel=True,
            activation_type=QuantType.QUInt8,
            weight_type=QuantType.QInt8,
        )


class _Calibration(CalibrationDataReader):  # type: ignore[misc]
    def __init__(self, feeds: Sequence[Feeds]) -> None:
        self._feeds: Iterator[Feeds] = iter(feeds)

    def get_next(self) -> Any:
        """The next inputs; None after the last."""
        feeds = next(self._feeds, None)
        return None if feeds is None else dict(feeds)


def covered_by_int8(model: onnx.ModelProto, title: str) -> float:
    """The share, 0 to 1, of a model's weights that are in eight bits; those of one axis are counted among the rest.

    Raises:
        UnsupportedModel: there are none, or less than ``LEAST_COVERED``.
    """
    sizes = [(each.data_type in _EIGHT_BITS, prod(each.dims)) for each in model.graph.initializer]
    every = sum(size for _, size in sizes)
    converted = sum(size for is_few, size in sizes if is_few)
    share = converted / every if every else 0.0
    if share < LEAST_COVERED:
        raise UnsupportedModel(
            f"{title} would convert {share:.0%} of this model's weights: a lane of that name needs "
            f"{LEAST_COVERED:.0%}.",
            "Choose another variant.",
        )
    return share
