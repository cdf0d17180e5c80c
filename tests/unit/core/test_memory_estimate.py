import pytest

from granview.core.memory_estimate import (
    CONTEXT_BYTES,
    PROCESS_BYTES,
    LaneMemory,
    MemoryEstimate,
    estimate_memory,
    fit_memory,
)

GB = 10**9
ESTIMATE = MemoryEstimate(3 * GB, GB)


@pytest.mark.parametrize(("precision", "weights"), [("fp32", 400), ("bf16", 200), ("int8", 100), ("int4", 50)])
def test_weights_take_parameters_times_the_bytes_of_one(precision, weights):
    assert estimate_memory(100, precision).weights_bytes == weights


def test_a_number_format_that_is_not_known_is_not_underestimated():
    assert estimate_memory(100, "fp4-of-tomorrow").weights_bytes == 400


def test_process_and_gpu_take_their_own_besides():
    assert estimate_memory(100).needed_bytes == 400 + PROCESS_BYTES
    assert estimate_memory(100, device="cuda:1").needed_bytes == 400 + CONTEXT_BYTES


def test_what_fits_needs_nothing_unloaded():
    fit = fit_memory(ESTIMATE, 4 * GB, [LaneMemory("idle", 9 * GB)])
    assert fit.fits
    assert fit.unload == ()
    assert fit.sentence == "It needs about 4.0 GB of memory before a first sample; 4.0 GB are free."


def test_the_fewest_lanes_that_make_room_are_named():
    idle = [LaneMemory("small", GB), LaneMemory("large", 2 * GB), LaneMemory("tiny", GB // 2)]
    fit = fit_memory(ESTIMATE, 3 * GB // 2, idle)
    assert not fit.fits
    assert fit.fits_after_unloading
    assert [each.lane for each in fit.unload] == ["large", "small"]
    assert fit.sentence.endswith("but 1.5 GB are free. Unload large, small first: that frees 3.0 GB.")


def test_where_unloading_all_is_not_enough_no_lane_is_named():
    fit = fit_memory(ESTIMATE, GB, [LaneMemory("idle", GB)])
    assert (fit.fits, fit.fits_after_unloading, fit.unload) == (False, False, ())
    assert fit.sentence.endswith("but 1.0 GB are free. Choose a smaller model or bf16.")


def test_what_is_not_known_is_not_judged():
    fit = fit_memory(ESTIMATE, None, [LaneMemory("idle", GB)])
    assert fit.fits is None
    assert fit.fits_after_unloading is None
    assert "not known" in fit.sentence
