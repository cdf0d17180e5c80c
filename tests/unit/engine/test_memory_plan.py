from granview.core.lane import LaneSpec
from granview.core.memory_estimate import PROCESS_BYTES, LaneMemory
from granview.core.variant import Variant
from granview.engine.memory_plan import plan_memory, usual_device
from granview.io.free_memory import free_bytes


def lanes(*models, precision="fp32"):
    return [LaneSpec(model, model, Variant(precision), "cpu") for model in models]


def test_lanes_are_added_up_in_their_number_format():
    fit = plan_memory(lanes("a", "b", precision="bf16"), {"a": 1000, "b": 3000})
    assert fit.needed_bytes == 8000 + 2 * PROCESS_BYTES
    assert fit.fits


def test_models_of_unknown_size_are_left_out_and_alone_they_are_no_plan():
    assert plan_memory(lanes("a", "x"), {"a": 1000}).needed_bytes == 4000 + PROCESS_BYTES
    assert plan_memory(lanes("x"), {}) is None


def test_unloading_present_lanes_is_counted():
    free = free_bytes("cpu")
    fit = plan_memory(lanes("a"), {"a": free // 4}, [LaneMemory("old", 2 * PROCESS_BYTES + (1 << 34))])
    assert not fit.fits
    assert [lane.lane for lane in fit.unload] == ["old"]


def test_where_no_gpu_answers_auto_is_the_cpu():
    assert usual_device("auto") == ("cpu" if free_bytes("cuda:0") is None else "cuda:0")
    assert usual_device("cpu") == "cpu"
