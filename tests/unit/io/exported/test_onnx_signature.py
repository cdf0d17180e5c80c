import numpy as np
import onnx
import pytest
from onnxruntime.quantization import quantize_dynamic
from torch import nn

from granview.core.errors import InputError
from granview.core.exported_model import TensorSpec
from granview.io.exported.onnx_signature import external_files, onnx_signature
from tests.helpers.exported_networks import save_convolution


def test_a_file_says_its_tensors_its_weights_and_what_was_written_into_it(tmp_path):
    path = save_convolution(tmp_path / "a.onnx", nn.Conv2d(3, 5, 3, padding=1), names="{0: 'cell'}")
    signature = onnx_signature(path)
    assert signature.inputs == (TensorSpec("pixels", "float32", (None, 3, None, None)),)
    assert signature.outputs == (TensorSpec("logits", "float32", (None, 5, None, None)),)
    assert signature.params == 5 * 3 * 9 + 5
    assert signature.metadata == {"names": "{0: 'cell'}"}


def test_the_number_format_of_most_weights_is_known(tmp_path):
    path = save_convolution(tmp_path / "a.onnx", nn.Conv2d(3, 5, 3, padding=1))
    assert onnx_signature(path).precision == "fp32"
    quantize_dynamic(path, tmp_path / "b.onnx")
    assert onnx_signature(tmp_path / "b.onnx").precision == "int8"


def test_weights_beside_the_file_are_known(tmp_path):
    model = onnx.load(save_convolution(tmp_path / "a.onnx", nn.Conv2d(3, 5, 3, padding=1)))
    onnx.save(model, tmp_path / "b.onnx", save_as_external_data=True, location="b.weights", size_threshold=0)
    assert external_files(tmp_path / "b.onnx") == (tmp_path / "b.weights",)
    assert external_files(tmp_path / "a.onnx") == ()


def test_weights_elsewhere_are_refused(tmp_path):
    model = onnx.load(save_convolution(tmp_path / "a.onnx", nn.Conv2d(3, 5, 3, padding=1)))
    tensor = model.graph.initializer[0]
    tensor.data_location = onnx.TensorProto.EXTERNAL
    tensor.external_data.add(key="location", value="../secret.bin")
    (tmp_path / "c.onnx").write_bytes(model.SerializeToString())
    with pytest.raises(InputError, match=r"c\.onnx names weights outside of its folder"):
        external_files(tmp_path / "c.onnx")


@pytest.mark.parametrize("content", [b"", b"not a model", np.arange(5000, dtype=np.int32).tobytes()])
def test_a_damaged_file_is_refused_by_its_name(tmp_path, content):
    (tmp_path / "bad.onnx").write_bytes(content)
    with pytest.raises(InputError, match=r"bad\.onnx is no ONNX file"):
        onnx_signature(tmp_path / "bad.onnx")
