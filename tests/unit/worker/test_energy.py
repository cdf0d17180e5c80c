import sys

import pynvml
import pytest

from granview.worker.energy import EnergyCounter, energy_counter


class OneGpu:
    """NVML's counter of one GPU."""

    def nvmlDeviceGetTotalEnergyConsumption(self, handle: int) -> int:
        return {7: 1_234_567}[handle]


def test_the_counter_is_read_in_joules() -> None:
    assert EnergyCounter(OneGpu(), 7).read_j() == pytest.approx(1234.567)


@pytest.mark.parametrize("device", ["cpu", "mps"])
def test_other_devices_have_none_and_nvml_is_not_asked(device: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pynvml", None)
    assert energy_counter(device) is None


def test_a_gpu_has_none_where_nvml_is_not_there(monkeypatch: pytest.MonkeyPatch) -> None:
    def not_there() -> None:
        raise pynvml.NVMLError(pynvml.NVML_ERROR_LIBRARY_NOT_FOUND)

    monkeypatch.setattr(pynvml, "nvmlInit", not_there)
    assert energy_counter("cuda:0") is None


def test_a_gpu_that_counts_no_energy_has_none(monkeypatch: pytest.MonkeyPatch) -> None:
    def not_counted(handle: str) -> int:
        assert handle == "handle of GPU-1"
        raise pynvml.NVMLError(pynvml.NVML_ERROR_NOT_SUPPORTED)

    monkeypatch.setattr("granview.worker.energy._uuid", {"cuda:1": "GPU-1"}.__getitem__)
    monkeypatch.setattr(pynvml, "nvmlInit", lambda: None)
    monkeypatch.setattr(pynvml, "nvmlDeviceGetHandleByUUID", "handle of {}".format)
    monkeypatch.setattr(pynvml, "nvmlDeviceGetTotalEnergyConsumption", not_counted)
    assert energy_counter("cuda:1") is None
