import msgspec
import pytest

from granview.core.lane import LaneSpec
from granview.core.pinned_model import pinned
from tests.helpers.checkerboard import FACTS

LOADED = msgspec.structs.replace(FACTS, revision="c0ffee")


@pytest.mark.parametrize("model", ["hf:org/name", "hf:org/name@main", "hf:org/name@c0ffee"])
def test_a_hub_model_is_loaded_again_from_the_commit_that_was_recorded(model):
    spec = LaneSpec("one", model, device="cpu", batch_size=3)
    assert pinned(spec, LOADED) == LaneSpec("one", "hf:org/name@c0ffee", device="cpu", batch_size=3)


@pytest.mark.parametrize(
    ("model", "facts"), [("hf:org/name", None), ("hf:org/name", FACTS), ("zoo:unet-nano", LOADED), ("folder", LOADED)]
)
def test_every_other_lane_is_loaded_as_it_was_asked_for(model, facts):
    assert pinned(LaneSpec("one", model), facts).model == model
