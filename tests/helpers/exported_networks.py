"""Small networks in files as other libraries export them, written without an exporter, so that it takes no time."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

Side = int | str
Port = tuple[str, int, Sequence[Side]]
"""Name, element type, sides; a word is one that may be any."""

FLOAT, INT64 = TensorProto.FLOAT, TensorProto.INT64


def save_onnx(
    path: Path,
    nodes: Sequence[Any],
    inputs: Sequence[Port],
    outputs: Sequence[Port],
    weights: Mapping[str, Any] | None = None,
    metadata: Mapping[str, str] | None = None,
) -> Path:
    """Write a model of these nodes."""
    initializers = [numpy_helper.from_array(np.asarray(values), name) for name, values in (weights or {}).items()]
    ports = [[helper.make_tensor_value_info(*port) for port in side] for side in (inputs, outputs)]
    graph = helper.make_graph(nodes, "network", *ports, initializers)
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 18)], ir_version=10)
    helper.set_model_props(model, dict(metadata or {}))
    onnx.checker.check_model(model)
    onnx.save(model, path)
    return path


def save_convolution(
    path: Path, conv: Any, sides: Sequence[Side] = ("n", 3, "h", "w"), output: str = "logits", **metadata: str
) -> Path:
    """A convolution of torch that keeps the sides of pictures, as an ONNX file."""
    pad = conv.padding[0]
    node = helper.make_node("Conv", ["pixels", "weight", "bias"], [output], pads=[pad] * 4)
    after = (sides[0], conv.out_channels, *sides[2:])
    weights = {"weight": conv.weight.detach().numpy(), "bias": conv.bias.detach().numpy()}
    return save_onnx(path, [node], [("pixels", FLOAT, sides)], [(output, FLOAT, after)], weights, metadata)


def save_means(path: Path, weight: Any, bias: Any, sides: Sequence[Side] = ("n", 3, 32, 32)) -> Path:
    """The means of the channels, then a linear layer: a classifier of pictures."""
    nodes = [
        helper.make_node("GlobalAveragePool", ["pixels"], ["pooled"]),
        helper.make_node("Flatten", ["pooled"], ["flat"]),
        helper.make_node("Gemm", ["flat", "weight", "bias"], ["logits"], transB=1),
    ]
    weights = {"weight": np.asarray(weight, np.float32), "bias": np.asarray(bias, np.float32)}
    outputs = [("logits", FLOAT, (sides[0], len(bias)))]
    return save_onnx(path, nodes, [("pixels", FLOAT, sides)], outputs, weights)


def save_constants(path: Path, sides: Sequence[Side], **outputs: Any) -> Path:
    """A network that says the same of every picture: each output is an array, plus nothing of the picture."""
    nodes, ports, weights = [], [], {"zero": np.zeros(1, np.float32)}
    nodes.append(helper.make_node("ReduceMax", ["pixels"], ["most"], keepdims=0))
    nodes.append(helper.make_node("Mul", ["most", "zero"], ["nothing"]))
    for name, values in outputs.items():
        array = np.asarray(values)
        whole = array.dtype.kind == "i"
        weights[f"{name}_values"] = array.astype(np.int64 if whole else np.float32)
        if whole:
            nodes.append(helper.make_node("Identity", [f"{name}_values"], [name]))
        else:
            nodes.append(helper.make_node("Add", [f"{name}_values", "nothing"], [name]))
        ports.append((name, INT64 if whole else FLOAT, array.shape))
    return save_onnx(path, nodes, [("pixels", FLOAT, sides)], ports, weights)


def save_lookup(path: Path, table: Any, with_types: bool = False) -> Path:
    """A tagger: the logits (n, tokens, classes) of each token are a row of a table."""
    table = np.asarray(table, np.float32)
    nodes = [helper.make_node("Gather", ["table", "input_ids"], ["logits"], axis=0)]
    names = ("input_ids", "attention_mask", *(("token_type_ids",) if with_types else ()))
    inputs = [(name, INT64, ("n", "t")) for name in names]
    return save_onnx(path, nodes, inputs, [("logits", FLOAT, ("n", "t", table.shape[1]))], {"table": table})
