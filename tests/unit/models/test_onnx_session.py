from pathlib import Path

import numpy as np
import onnx
import onnxruntime
import pytest
from onnx import TensorProto, helper

from granview.core.errors import DeviceError, ModelError, UnsupportedModel
from granview.models.onnx_session import OnnxSession, Port


@pytest.fixture
def doubled() -> onnx.ModelProto:
    """``y = x + x`` for any number of rows of three, and ``z = x``."""
    x = helper.make_tensor_value_info("x", TensorProto.FLOAT, ["rows", 3])
    y = helper.make_tensor_value_info("y", TensorProto.FLOAT, ["rows", 3])
    z = helper.make_tensor_value_info("z", TensorProto.FLOAT, ["rows", 3])
    nodes = [helper.make_node("Add", ["x", "x"], ["y"]), helper.make_node("Identity", ["x"], ["z"])]
    graph = helper.make_graph(nodes, "doubled", [x], [y, z])
    return helper.make_model(graph, opset_imports=[helper.make_opsetid("", 18)], ir_version=10)


def test_runs_from_bytes_and_from_a_file(doubled: onnx.ModelProto, tmp_path: Path) -> None:
    path = tmp_path / "doubled.onnx"
    onnx.save(doubled, path)
    x = np.arange(6, dtype=np.float32).reshape(2, 3)

    for model in (doubled.SerializeToString(), path):
        session = OnnxSession(model, threads=1)

        assert session.inputs == (Port("x", np.dtype(np.float32), ("rows", 3)),)
        assert [port.name for port in session.outputs] == ["y", "z"]
        assert session.engine == f"onnxruntime {onnxruntime.__version__} on CPU"
        np.testing.assert_array_equal(session.run({"x": x})["y"], 2 * x)
        assert list(session.run({"x": x}, ["z"])) == ["z"]


def test_an_array_that_does_not_fit_is_told_in_words(doubled: onnx.ModelProto) -> None:
    with pytest.raises(ModelError, match="ONNX Runtime failed: "):
        OnnxSession(doubled.SerializeToString()).run({"x": np.zeros((2, 4), np.float32)})


def test_what_is_no_model_is_refused_by_its_name(tmp_path: Path) -> None:
    path = tmp_path / "broken.onnx"
    path.write_bytes(b"no model")

    with pytest.raises(UnsupportedModel, match=r"cannot load broken\.onnx: "):
        OnnxSession(path)


def test_without_cuda_in_onnxruntime_a_gpu_is_refused_and_not_left_for_the_cpu(doubled: onnx.ModelProto) -> None:
    with pytest.raises(DeviceError, match="built without CUDA"):
        OnnxSession(doubled.SerializeToString(), "cuda:0")
