import pytest

from granview.core.lane import LaneSpec
from granview.core.variant import Variant
from granview.core.variant_parent import parent_of

PLAIN = LaneSpec("plain", "zoo:u", device="cpu")


def lane(name: str, text: str = "fp32", **changes: object) -> LaneSpec:
    return LaneSpec(name, **{"model": "zoo:u", "variant": Variant.parse(text), "device": "cpu"} | changes)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("other", "is_sibling"),
    [
        (lane("v", "bf16"), True),
        (lane("v", "fp32+channels-last"), True),
        (lane("v", "bf16", model="zoo:v"), False),
        (lane("v", "bf16", task="depth-estimation"), False),
        (lane("v", "bf16", device="cuda:0"), False),
        (lane("v", "bf16", reading={"threshold": "0.5"}), False),
    ],
)
def test_the_parent_is_the_plain_lane_of_the_same_model_task_and_device(other: LaneSpec, is_sibling: bool) -> None:
    assert parent_of(other, [other, PLAIN]) == (PLAIN if is_sibling else None)
    assert parent_of(PLAIN, [other, PLAIN]) is None


def test_without_a_plain_lane_it_is_the_one_to_which_the_least_was_done() -> None:
    much, little = lane("much", "bf16+channels-last+compile"), lane("little", "bf16")
    assert parent_of(much, [much, little]) == little
    assert parent_of(little, [much, little]) is None


def test_of_equal_variants_it_is_the_one_with_the_smallest_batch_then_the_leftmost() -> None:
    large, again = lane("large", batch_size=8), lane("again")
    lanes = [large, PLAIN, again]
    assert [parent_of(each, lanes) for each in lanes] == [PLAIN, None, PLAIN]
