"""What a lane has cost, with a real adapter and a GPU's counter that is moved by hand."""

from collections.abc import Hashable

import numpy as np
import pytest

from granview.core.measurements import Cost
from granview.worker import cost
from granview.worker.cost import CostMeter
from granview.worker.energy import EnergyCounter
from tests.helpers.checkerboard import FLOPS, Checkerboard

BATCH = np.zeros((4, 3, 20, 30), np.float32)


class Counter:
    """NVML with one GPU."""

    def __init__(self) -> None:
        self.used_mj = 5_000_000

    def nvmlDeviceGetTotalEnergyConsumption(self, handle: Hashable) -> int:
        assert handle == "gpu"
        return self.used_mj


class Measured(Checkerboard):
    """A model whose library measures memory, and that cannot be counted for batches without a shape."""

    def measured_cost(self) -> Cost:
        return Cost(peak_cuda_mb=12.5, peak_rss_mb=-1.0)

    def count_flops(self, batch: object) -> int | None:
        return FLOPS if batch is not None else None


def test_nothing_is_known_before_anything_was_measured() -> None:
    found = CostMeter(Checkerboard()).cost()
    assert (found.flops, found.flops_input, found.peak_cuda_mb, found.energy_j) == (None, None, None, None)
    assert found.peak_rss_mb is not None
    assert 10 < found.peak_rss_mb < 100_000


def test_operations_are_of_one_sample_and_say_its_shape() -> None:
    meter = CostMeter(Measured())
    meter.count_flops(BATCH)
    assert (meter.cost().flops, meter.cost().flops_input) == (FLOPS, "1x3x20x30")
    meter.count_flops(None)
    assert (meter.cost().flops, meter.cost().flops_input) == (FLOPS, "1x3x20x30")


def test_batches_without_one_shape_are_counted_without_it() -> None:
    meter = CostMeter(Measured())
    meter.count_flops({"input_ids": BATCH})
    assert (meter.cost().flops, meter.cost().flops_input) == (FLOPS, None)


def test_what_the_library_measures_is_kept_and_the_process_s_memory_is_its_own() -> None:
    found = CostMeter(Measured()).cost()
    assert found.peak_cuda_mb == 12.5
    assert found.peak_rss_mb != -1.0


def test_energy_is_added_up_over_passes_and_nothing_between_them(monkeypatch: pytest.MonkeyPatch) -> None:
    nvml = Counter()
    monkeypatch.setattr(cost, "energy_counter", lambda device: EnergyCounter(nvml, "gpu"))
    meter = CostMeter(Checkerboard())
    assert meter.cost().energy_j == 0
    for used_mj in (1500, 250):
        with meter.energy():
            nvml.used_mj += used_mj
        nvml.used_mj += 9999
    assert meter.cost().energy_j == pytest.approx(1.75)


def test_passes_run_where_there_is_no_counter() -> None:
    meter = CostMeter(Checkerboard())
    with meter.energy():
        pass
    assert meter.cost().energy_j is None
