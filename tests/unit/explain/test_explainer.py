from pathlib import Path

import numpy as np
import pytest
import torch

from granview.core.arrays import pack
from granview.core.errors import ArgumentError, DeviceError, NotFinite
from granview.core.explain_query import ExplainQuery, MaskPlace, PointPlace
from granview.core.lane import LaneSpec
from granview.explain.attention.recorder import Cancelled
from granview.explain.explainer import AdapterExplainer
from granview.models.load import load_adapter
from tests.helpers.tiny_models import save_tiny

CLICK = ExplainQuery("attention", PointPlace(10, 20))


class Device:
    """Counts how often it is taken, and that it is given back."""

    taken = held = 0

    def __enter__(self) -> None:
        self.taken += 1
        self.held += 1

    def __exit__(self, *_: object) -> None:
        self.held -= 1


def never() -> bool:
    return False


@pytest.fixture
def device() -> Device:
    return Device()


@pytest.fixture
def explainer(tmp_path: Path, device: Device) -> AdapterExplainer:
    spec = LaneSpec("a", str(save_tiny("segformer", tmp_path)), device="cpu")
    return AdapterExplainer(load_adapter(spec, lambda what, fraction: None), device)


@pytest.fixture
def picture() -> np.ndarray:
    return np.random.default_rng(0).integers(0, 255, (48, 64, 3), dtype=np.uint8)


def test_a_sample_takes_the_device_once_and_clicks_do_not(explainer, device, picture) -> None:
    explainer.facts("sample", picture, None, never)
    first = explainer.explain("sample", picture, None, CLICK, never)
    assert device.taken == 1
    assert (
        explainer.explain("sample", picture, None, ExplainQuery("mean-attention", PointPlace(3, 3)), never) is not first
    )
    assert device.taken == 1
    for method in ("rollout", "relevance"):
        explainer.explain("sample", picture, None, ExplainQuery(method), never)
    assert (device.taken, device.held) == (3, 0)


def test_an_answer_is_remembered(explainer, device, picture) -> None:
    mask = np.zeros((48, 64), bool)
    mask[:10, :10] = True
    query = ExplainQuery("relevance", MaskPlace(pack(mask)))
    first = explainer.explain("sample", picture, None, query, never)
    assert explainer.explain("sample", picture, None, query, never) is first
    assert explainer.explain("sample", picture, "something written", query, never) is not first
    explainer.close()
    again = explainer.explain("sample", picture, None, query, never)
    assert again is not first
    np.testing.assert_array_equal(again.weights.values, first.weights.values)


def test_samples_beyond_the_limit_are_prepared_again(tmp_path: Path, device, picture) -> None:
    spec = LaneSpec("a", str(save_tiny("segformer", tmp_path)), device="cpu")
    adapter = load_adapter(spec, lambda what, fraction: None)
    roomy, tight = AdapterExplainer(adapter, device), AdapterExplainer(adapter, device, 20_000)
    assert 10_000 < roomy.facts("first", picture, None, never).kept_bytes < 20_000
    for explainer, passes in ((roomy, 2), (tight, 3)):
        explainer.close()
        before = device.taken
        for key in ("first", "second", "first"):
            explainer.facts(key, picture, None, never)
        assert device.taken - before == passes


def test_a_pass_that_nobody_wants_is_given_up(explainer, device, picture) -> None:
    with pytest.raises(Cancelled):
        explainer.explain("sample", picture, None, CLICK, lambda: True)
    assert device.held == 0
    assert explainer.explain("sample", picture, None, CLICK, never).weights.values.shape == (2, 2)


def test_failures_are_in_words(explainer, device, picture, monkeypatch) -> None:
    def exhausted(*_: object, **__: object) -> None:
        raise torch.OutOfMemoryError("out of memory")

    explainer.facts("sample", picture, None, never)
    with pytest.raises(ArgumentError, match="no layer 99"):
        explainer.explain("sample", picture, None, ExplainQuery("attention", PointPlace(1, 1), layer=99), never)
    monkeypatch.setattr("granview.explain.explainer.explain", exhausted)
    with pytest.raises(DeviceError, match="memory of cpu is exhausted"):
        explainer.explain("sample", picture, None, CLICK, never)
    assert device.held == 0


@pytest.mark.parametrize("method", ["attention", "rollout", "relevance", "grad-cam"])
def test_of_a_network_that_gives_no_numbers_nothing_is_explained(tmp_path, device, picture, method) -> None:
    adapter = load_adapter(LaneSpec("a", str(save_tiny("segformer", tmp_path)), device="cpu"), lambda what, share: None)
    with torch.no_grad():
        next(adapter.network.parameters()).fill_(float("nan"))
    explainer = AdapterExplainer(adapter, device)
    with pytest.raises(NotFinite, match="no numbers") as told:
        explainer.explain("sample", picture, None, ExplainQuery(method, PointPlace(3, 3)), never)
    assert told.value.hint.startswith("Its weights hold such values")
