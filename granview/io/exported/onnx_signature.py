"""What an ONNX file says of its network; its weights stay on disk where they lie in files of their own."""

from collections import Counter
from functools import lru_cache
from math import prod
from pathlib import Path
from typing import Any, Final

from granview.core.errors import InputError
from granview.core.exported_model import Signature, TensorSpec
from granview.core.readable_errors import first_line

_FORMATS: Final = {
    **{"FLOAT": "fp32", "DOUBLE": "fp64", "FLOAT16": "fp16", "BFLOAT16": "bf16"},
    **{"INT8": "int8", "UINT8": "int8", "INT4": "int4", "UINT4": "int4"},
}


def onnx_signature(path: Path) -> Signature:
    """Names, types and shapes of an ONNX file.

    Raises:
        InputError: it cannot be read, or is damaged.
    """
    try:
        return _signature(path, path.stat().st_mtime_ns)
    except OSError as error:
        raise InputError(f"{path} cannot be read: {error.strerror}.", "Choose another file.") from error


def external_files(path: Path) -> tuple[Path, ...]:
    """The files beside an ONNX file that hold weights of it, in name order.

    Raises:
        InputError: it is damaged, or names a file that lies elsewhere.
    """
    names = {
        entry.value for tensor in _model(path).graph.initializer for entry in tensor.external_data
        if entry.key == "location"
    }  # fmt: skip
    outside = [name for name in names if Path(name).name != name]
    if outside:
        raise InputError(
            f"{path.name} names weights outside of its folder: {outside[0]}.", "Save it again with its weights beside."
        )
    return tuple(path.parent / name for name in sorted(names))


@lru_cache(maxsize=8)
def _signature(path: Path, modified_ns: int) -> Signature:
    graph = (model := _model(path)).graph
    weights = {tensor.name for tensor in graph.initializer}
    return Signature(
        tuple(_spec(value) for value in graph.input if value.name not in weights),
        tuple(_spec(value) for value in graph.output),
        sum(prod(tensor.dims) for tensor in graph.initializer),
        {entry.key: entry.value for entry in model.metadata_props},
        _precision(graph),
    )


def _precision(graph: Any) -> str:
    """The number format of most weights; shapes and places are no weights."""
    import onnx

    counts: Counter[str] = Counter()
    for tensor in graph.initializer:
        if name := _FORMATS.get(onnx.TensorProto.DataType.Name(tensor.data_type)):
            counts[name] += prod(tensor.dims)
    return max(counts, key=lambda name: counts[name], default="")


def _model(path: Path) -> Any:
    import onnx

    try:
        model = onnx.load(path, load_external_data=False)
    except Exception as error:  # protobuf has errors of its own, which depend on how it was built
        raise InputError(
            f"{path.name} is no ONNX file, or a damaged one: {first_line(error)}.", "Export or download it again."
        ) from error
    if not model.graph.output:
        raise InputError(f"{path.name} is no ONNX file, or one without a network.", "Export or download it again.")
    return model


def _spec(value: Any) -> TensorSpec:
    import onnx

    tensor = value.type.tensor_type
    dtype = onnx.TensorProto.DataType.Name(tensor.elem_type).lower() if tensor.elem_type else ""
    sides = tuple(side.dim_value if side.HasField("dim_value") and side.dim_value > 0 else None
                  for side in tensor.shape.dim)  # fmt: skip
    return TensorSpec(value.name, {"float": "float32", "double": "float64"}.get(dtype, dtype), sides)
