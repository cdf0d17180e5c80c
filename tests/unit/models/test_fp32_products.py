import pytest
import torch

from granview.core.errors import UnsupportedModel
from granview.core.variant import Variant
from granview.models.fp32_products import multiplying_as, refuse_tf32

CUDA = torch.device("cuda", 0)


def _settings() -> list[str]:
    backends = torch.backends
    return [each.fp32_precision for each in (backends.cuda.matmul, backends.cudnn.conv, backends.cudnn.rnn)]


@pytest.mark.parametrize(("precision", "expected"), [("fp32", "ieee"), ("tf32", "tf32"), ("bf16", "ieee")])
def test_products_and_convolutions_are_set_for_a_pass_and_restored(precision, expected):
    before = _settings()
    with multiplying_as(Variant(precision), CUDA):
        assert _settings() == [expected] * 3
    assert _settings() == before


def test_a_cpu_s_settings_are_left_alone():
    before = _settings()
    with multiplying_as(Variant("fp32"), torch.device("cpu")):
        assert _settings() == before


def test_a_cpu_has_no_tf32():
    with pytest.raises(UnsupportedModel, match="tf32 is a format of NVIDIA's GPUs"):
        refuse_tf32(Variant("tf32"), torch.device("cpu"))
    refuse_tf32(Variant("fp32"), torch.device("cpu"))
