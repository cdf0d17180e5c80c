"""What becomes of batches that do not fit: the error is torch's own, of an allocation that really failed."""

import contextlib
import multiprocessing
from collections import Counter

import numpy as np
import pytest
import torch

from granview.core.lane import LaneSpec
from granview.core.messages import Failure, Log, Request, decode_from_worker
from granview.core.run_params import RunParams
from granview.core.sample import Sample
from granview.core.text import TextInput
from granview.core.tile_params import LARGEST_TILE_PX
from granview.models.exhausted_memory import exhausted
from granview.models.in_tiles import in_tiles
from granview.models.load import load_adapter
from granview.worker import cost, room_check
from granview.worker.batch import DecodedSample, SampleInfo
from granview.worker.compute_loop import ComputeLoop, Passes
from granview.worker.cost import CostMeter
from granview.worker.outbox import Outbox
from granview.worker.prefetch_loop import preprocess
from granview.worker.request_queue import RequestQueue
from tests.helpers.words import Words

EXABYTE = 1 << 60


class Large(Words):
    """A model of which so many samples fit into memory at once; a pass of more allocates what no machine has."""

    def __init__(self, fitting):
        super().__init__()
        self.fitting = fitting
        self.passes = []
        self.given_back = 0

    def forward(self, batch, watcher=None):
        self.passes.append(len(batch))
        if len(batch) > self.fitting:
            try:
                torch.empty(EXABYTE * len(batch), dtype=torch.uint8)
            except RuntimeError as error:
                raise exhausted(error, "cpu") from error
        return batch

    def give_back_memory(self):
        self.given_back += 1


class Lane:
    """The compute loop of a lane, and what it said."""

    def __init__(self, adapter):
        self._heard, far = multiprocessing.Pipe(duplex=False)
        outbox = Outbox(far)
        turn = contextlib.nullcontext(1)
        self._adapter = adapter
        self._ids = iter(range(1, 1000))
        self._loop = ComputeLoop(
            adapter, outbox, Passes(adapter, False, RequestQueue(), outbox, turn, CostMeter(adapter))
        )

    def run(self, count):
        """Run a batch of so many texts; what came of it."""
        decoded = []
        for number in (next(self._ids) for _ in range(count)):
            sample = Sample(f"text {number}", "", kind="text", text=TextInput.of("some words"))
            info = SampleInfo(Request(number, sample, RunParams()), sample, sample.text, 0.0)
            decoded.append(DecodedSample(info, sample.text))
        return self.compute(decoded)

    def compute(self, decoded):
        """Run samples as one batch; what came of it."""
        results = []
        self._loop._run_into(preprocess(self._adapter, decoded), results.append)
        return results

    def said(self, kind):
        """The messages of a kind so far."""
        messages = []
        while self._heard.poll():
            messages.append(decode_from_worker(self._heard.recv_bytes()))
        return [message for message in messages if isinstance(message, kind)]


@pytest.fixture
def warm():
    """A lane whose model is warmed up, with room for two samples."""
    adapter = Large(2)
    lane = Lane(adapter)
    lane.run(1)
    adapter.passes.clear()
    return adapter, lane


def test_a_batch_that_does_not_fit_is_run_in_halves_and_says_so(warm):
    adapter, lane = warm
    results = lane.run(4)
    assert adapter.passes == [4, 2, 2]
    assert [result.timing.batch_size for result in results] == [2, 2]
    (notice,) = {notice for result in results for notice in result.notices}
    assert notice.startswith("A batch of 4 did not fit into memory, and was run as batches of 2: The memory of cpu is")
    assert "were asked for, and" in notice
    assert adapter.given_back == 1
    (log,) = lane.said(Log)
    assert log.text == notice


def test_later_batches_are_made_no_larger_than_what_fitted(warm):
    adapter, lane = warm
    lane.run(4)
    adapter.passes.clear()
    results = lane.run(5)
    assert adapter.passes == [2, 2, 1]
    assert all(result.notices for result in results)
    assert [len(result.items) for result in results] == [2, 2, 1]
    assert not lane.run(2)[0].notices


def test_it_is_halved_until_it_fits(warm):
    adapter, lane = warm
    adapter.fitting = 1
    results = lane.run(4)
    assert adapter.passes == [4, 2, 1, 1, 1, 1]
    assert len(results) == 4
    assert lane.said(Failure) == []


def test_one_sample_that_does_not_fit_fails_with_numbers_and_choices_and_the_rest_goes_on(warm):
    adapter, lane = warm
    adapter.fitting = 0
    assert lane.run(2) == []
    failures = lane.said(Failure)
    assert Counter(failure.request_id for failure in failures) == {2: 1, 3: 1}
    assert "1152921504.6 GB more were asked for, and" in failures[0].error
    assert failures[0].hint.startswith("Use a smaller batch, a smaller sample or bf16")
    adapter.fitting = 1
    assert len(lane.run(1)) == 1


def test_a_batch_that_is_foreseen_not_to_fit_is_halved_without_having_run(warm):
    adapter, lane = warm
    adapter.free_memory_bytes = lambda: 250
    adapter.forecast_bytes = lambda batch, free: 100 * len(batch)
    results = lane.run(4)
    assert adapter.passes == [2, 2]
    assert "would take about" in results[0].notices[0]


@pytest.fixture(scope="module")
def network():
    return load_adapter(LaneSpec("a", "zoo:unet-nano", device="cpu"), lambda what, share: None)


@pytest.fixture
def with_free(network, monkeypatch):
    """Makes a lane of a segmentation network whose device has so much memory free."""

    def make(free):
        monkeypatch.setattr(network, "free_memory_bytes", lambda: free)
        monkeypatch.setattr(room_check, "rss_mb", lambda: None)
        return Lane(in_tiles(network, 1))

    return make


def picture(number, **of_task):
    """A picture of 768 x 640 px as the compute loop is given it."""
    pixels = np.random.default_rng(number).integers(0, 255, (640, 768, 3), dtype=np.uint8)
    sample = Sample(f"picture {number}", f"picture{number}.png")
    params = RunParams(of_task={"image-segmentation": of_task})
    return DecodedSample(SampleInfo(Request(number, sample, params), sample, pixels.shape[:2], 0.0), pixels)


def test_a_picture_that_is_foreseen_not_to_fit_is_run_in_tiles_and_says_so(with_free):
    lane = with_free(60_000_000)
    (result,) = lane.compute([picture(1)])
    (output,) = result.model_output
    assert output.prediction.labels.shape == (640, 768)
    assert result.notices[0].startswith("It did not fit into memory as a whole, and was run in parts: This pass would")
    assert "Run in 4 tiles of at most 448 x 384 px" in output.notices[0]


def test_where_a_whole_picture_was_asked_for_it_fails_with_numbers(with_free):
    lane = with_free(60_000_000)
    assert lane.compute([picture(1, tile_px=LARGEST_TILE_PX)]) == []
    (failure,) = lane.said(Failure)
    assert failure.error == "This pass would take about 73 MB of memory, and 60 MB are free: it was not run."


def test_with_enough_memory_it_is_run_whole(with_free):
    lane = with_free(90_000_000)
    (result,) = lane.compute([picture(1)])
    assert result.notices == ()
    assert result.model_output[0].notices == ()


class Preparing(Words):
    """A model that says that its first passes took all their time to prepare it."""

    def __init__(self, times):
        super().__init__()
        self.left = times
        self.passes = 0
        self.seconds = 0.0

    @property
    def prepare_s(self):
        return self.seconds

    def forward(self, batch, watcher=None):
        self.passes += 1
        if self.left:
            self.left -= 1
            self.seconds += 1000.0
        return batch


@pytest.mark.parametrize(("times", "passes", "used_j"), [(0, 1, 1), (1, 2, 1), (9, 3, 1)])
def test_what_prepares_a_model_is_in_no_latency_and_no_energy(monkeypatch, times, passes, used_j):
    adapter = Preparing(times)
    monkeypatch.setattr(cost, "energy_counter", lambda device: cost.EnergyCounter(adapter, "gpu"))
    adapter.nvmlDeviceGetTotalEnergyConsumption = lambda handle: 1000 * adapter.passes
    lane = Lane(adapter)
    lane._loop._passes._warm.add("warm")
    (result,) = lane.run(1)
    assert adapter.passes == passes
    assert lane._loop._passes._meter.cost().energy_j == used_j
    assert (result.timing.forward_ms == 0) == (times == 9)
