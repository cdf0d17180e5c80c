"""Forecasts of passes, against what the pass then really takes."""

import pytest
import torch

from granview.core.lane import LaneSpec
from granview.models.live_bytes import peak_bytes
from granview.models.load import load_adapter
from granview.models.pass_forecast import MARGIN

SIZE = (2, 3, 640, 512)


@pytest.fixture(scope="module")
def adapter():
    return load_adapter(LaneSpec("a", "zoo:unet-nano", device="cpu"), lambda what, share: None)


def test_small_passes_tell_what_a_large_one_takes(adapter):
    batch = torch.rand(SIZE)
    with torch.inference_mode():
        real = peak_bytes(lambda: adapter.call(adapter.network, batch))
    assert adapter.forecast_bytes(batch, free=1) == pytest.approx(MARGIN * real, rel=0.05)


def test_the_network_is_tried_once_and_later_sizes_follow(adapter):
    adapter.forecast_bytes(torch.rand(SIZE), free=1)
    before = adapter.call
    adapter.call = None
    try:
        taller = adapter.forecast_bytes(torch.empty(1, 3, 6400, 512), free=1)
        wider = adapter.forecast_bytes(torch.empty(1, 3, 6400, 1024), free=1)
    finally:
        adapter.call = before
    assert wider == pytest.approx(2 * taller, rel=0.05)


def test_what_is_surely_small_is_not_tried(adapter):
    assert adapter.forecast_bytes(torch.empty(SIZE), free=1 << 40) is None


def test_what_is_no_batch_of_pictures_has_no_forecast(adapter):
    assert adapter.forecast_bytes({"input_ids": torch.zeros(1, 9)}, free=1) is None
    assert adapter.forecast_bytes(torch.zeros(1, 9, dtype=torch.int64), free=1) is None


def test_a_network_that_cannot_run_small_parts_has_no_forecast(adapter, monkeypatch):
    def refuse(network, batch):
        raise ValueError("only 640 x 512")

    monkeypatch.setattr(adapter, "call", refuse)
    monkeypatch.setattr(adapter, "_growth", None)
    assert adapter.forecast_bytes(torch.empty(SIZE), free=1) is None
