import pytest

from granview.core.errors import MemoryExhausted
from granview.worker import room_check
from granview.worker.batch import Batch
from granview.worker.room_check import RoomCheck

MB = 10**6


class Forecaster:
    """An adapter that knows what a pass takes, and what is free."""

    def __init__(self, forecast, free):
        self.forecast = forecast
        self.free = free
        self.asked = 0

    def free_memory_bytes(self):
        return self.free

    def forecast_bytes(self, batch, free):
        self.asked += 1
        return self.forecast


def batch(key="key"):
    return Batch((), key, None, 0.0)


def test_a_pass_that_fits_is_asked_about_once_for_each_shape():
    adapter = Forecaster(100 * MB, 200 * MB)
    check = RoomCheck(adapter)
    for key in ("small", "small", "large"):
        check.refuse_too_large(batch(key))
    assert adapter.asked == 2


def test_a_pass_that_does_not_fit_is_refused_with_the_numbers():
    with pytest.raises(MemoryExhausted) as refused:
        RoomCheck(Forecaster(3000 * MB, 200 * MB)).refuse_too_large(batch())
    assert refused.value.message == (
        "This pass would take about 3.0 GB of memory, and 200 MB are free: it was not run."
    )
    assert refused.value.hint.startswith("Use a smaller batch")


@pytest.mark.parametrize(("forecast", "free"), [(None, MB), (MB, None)])
def test_what_is_not_known_is_not_refused(forecast, free):
    RoomCheck(Forecaster(forecast, free)).refuse_too_large(batch())


def test_memory_that_becomes_scarce_later_counts():
    adapter = Forecaster(100 * MB, 200 * MB)
    check = RoomCheck(adapter)
    check.refuse_too_large(batch())
    adapter.free = 50 * MB
    with pytest.raises(MemoryExhausted):
        check.refuse_too_large(batch())


def test_a_pass_that_took_more_than_its_forecast_corrects_those_after_it(monkeypatch):
    monkeypatch.setattr(room_check, "rss_mb", lambda: 500.0)
    peaks = iter((600.0, 800.0, 800.0))
    monkeypatch.setattr(room_check, "peak_rss_mb", lambda: next(peaks))
    check = RoomCheck(Forecaster(100 * MB, 200 * MB))
    check.refuse_too_large(batch())
    check.learn(batch())
    assert check.correction == pytest.approx(3.0)
    with pytest.raises(MemoryExhausted, match="about 300 MB"):
        check.refuse_too_large(batch())


def test_a_pass_that_took_less_changes_nothing(monkeypatch):
    monkeypatch.setattr(room_check, "rss_mb", lambda: 500.0)
    peaks = iter((505.0, 510.0))
    monkeypatch.setattr(room_check, "peak_rss_mb", lambda: next(peaks))
    check = RoomCheck(Forecaster(100 * MB, 200 * MB))
    check.refuse_too_large(batch())
    check.learn(batch())
    assert check.correction == 1.0


def test_what_loading_has_taken_at_its_peak_is_no_pass(monkeypatch):
    monkeypatch.setattr(room_check, "rss_mb", lambda: 500.0)
    monkeypatch.setattr(room_check, "peak_rss_mb", lambda: 2000.0)
    check = RoomCheck(Forecaster(100 * MB, 200 * MB))
    check.refuse_too_large(batch())
    check.learn(batch())
    assert check.correction == 1.0
    check.refuse_too_large(batch())
