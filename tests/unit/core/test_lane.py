import pytest
from msgspec.structs import replace

from granview.core.errors import ArgumentError
from granview.core.lane import LaneSpec, lane_name
from granview.core.variant import Variant
from tests.helpers.store import facts


@pytest.mark.parametrize("device", ["gpu", "cuda:", "cuda:x", "CPU", ""])
def test_a_device_that_is_none_is_refused(device: str) -> None:
    with pytest.raises(ArgumentError, match="is not a device"):
        LaneSpec("lane", "zoo:unet-nano", device=device)


def test_a_batch_of_none_is_refused() -> None:
    with pytest.raises(ArgumentError, match="at least 1"):
        LaneSpec("lane", "zoo:unet-nano", batch_size=0)


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("zoo:unet-nano", "unet-nano"),
        ("hf:nvidia/segformer-b0@main", "segformer-b0"),
        ("torchvision:fcn_resnet50", "fcn_resnet50"),
        ("/models/my model/", "my-model"),
        ("C:\\models\\tiny", "tiny"),
    ],
)
def test_a_lane_is_named_after_its_model(source: str, name: str) -> None:
    assert lane_name(source, Variant(), []) == name


def test_a_lane_of_another_precision_says_so() -> None:
    assert lane_name("zoo:unet-nano", Variant("bf16"), ["unet-nano"]) == "unet-nano-bf16"


def test_load_time_stays_that_of_the_first_load_of_the_same_weights_on_the_same_device() -> None:
    first, again = facts(), replace(facts(), load_s=9.0, notices=("It runs on the CPU.",))
    assert again.after(first) == replace(again, load_s=first.load_s)
    for other in (replace(first, weights_sha256="bb" * 32), replace(first, device="cuda:0"), None):
        assert again.after(other) == again
    unknown = replace(first, weights_sha256=None)
    assert replace(again, weights_sha256=None).after(unknown).load_s == 9.0, "whether they are the same is not known"
