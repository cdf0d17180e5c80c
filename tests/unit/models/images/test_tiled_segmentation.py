"""Segmentation networks, really loaded, in tiles and whole."""

import msgspec
import numpy as np
import pytest
import torch
from torch import nn

from granview.core.errors import InputError
from granview.core.exported_model import Description, InputDescription, OutputDescription
from granview.core.run_params import RunParams
from granview.io.exported.description_file import write_description
from granview.models.adapter import NullWatcher
from granview.models.in_tiles import in_tiles
from tests.helpers.exported_networks import save_constants, save_convolution
from tests.helpers.tiny_models import save_tiny

TASK = "image-segmentation"


class Watching(NullWatcher):
    def __init__(self, until=None):
        self.told, self._until = [], until

    def advanced(self, done, total, part):
        self.told.append((part, done, total))

    def cancelled(self):
        return self._until is not None and len(self.told) >= self._until


@pytest.fixture(scope="module")
def pictures():
    rng = np.random.default_rng(3)
    return [np.kron(rng.integers(0, 255, (n, 30, 3)), np.ones((8, 8, 1))).astype(np.uint8) for n in (25, 8)]


@pytest.fixture
def square(tmp_path, load):
    """A SegFormer whose image processor brings everything to 64 x 64 px."""
    return load(save_tiny("segformer", tmp_path / "square"))


def params(confidence=False, **own):
    return RunParams(confidence=confidence, of_task={TASK: own})


def run(adapter, pictures, wanted, watcher=None):
    batch = adapter.preprocess(pictures, wanted)
    output = adapter.forward(batch, *([watcher] if watcher else []))
    sizes = [picture.shape[:2] for picture in pictures]
    return adapter.postprocess(getattr(output, "output", output), sizes, wanted), output, batch


def test_without_tiles_nothing_changes(square, pictures):
    [plain, _], *_ = run(square, pictures, RunParams())
    [same, _], output, _ = run(in_tiles(square, 1), pictures, RunParams())
    assert (plain.prediction.labels == same.prediction.labels).all()
    assert same.notices == ()
    assert not hasattr(output, "forward_ms")


def test_at_native_scale_each_tile_is_given_at_the_size_of_the_networks_input(square, pictures):
    [large, _], output, _ = run(in_tiles(square, 4), pictures, params(native_scale=True))
    assert large.prediction.labels.shape == pictures[0].shape[:2]
    assert "Run in 20 tiles of at most 64 x 64 px that overlap by 16 px" in large.notices[0]
    assert "brought" not in large.notices[0]
    top = square.postprocess(square.forward(square.preprocess([pictures[0][:64, :64]])), [(64, 64)], RunParams())
    assert (large.prediction.labels[:50, :50] == top[0].prediction.labels[:50, :50]).all()
    assert min(output.preprocess_ms, output.forward_ms, output.postprocess_ms) > 0


def test_tiles_that_the_processor_makes_smaller_are_said_to_be(square, pictures):
    [large, small], *_ = run(in_tiles(square, 1), pictures, params(tile_px=160, overlap_px=16))
    assert "each brought to 64 x 64 px" in large.notices[0]
    assert "agree on" in large.notices[0]
    assert "Run in 2 tiles" in small.notices[0]


def test_tiles_that_share_a_pass_give_what_they_give_alone(square, pictures):
    wanted = params(confidence=True, native_scale=True)
    [one, _], *_ = run(in_tiles(square, 1), pictures, wanted)
    [several, _], *_ = run(in_tiles(square, 8), pictures, wanted)
    assert (one.prediction.labels != several.prediction.labels).mean() < 0.001
    assert np.abs(one.prediction.confidence.astype(int) - several.prediction.confidence).max() <= 1


def test_how_many_tiles_are_done_is_told_and_no_more_are_run_once_nobody_wants_them(square, pictures):
    watching = Watching()
    run(in_tiles(square, 1), pictures[:1], params(native_scale=True), watching)
    assert watching.told == [("tile", done, 20) for done in range(20)]
    stopped = Watching(until=3)
    run(in_tiles(square, 1), pictures[:1], params(native_scale=True), stopped)
    assert len(stopped.told) == 3


def test_operations_are_those_of_all_tiles(square, pictures):
    tiled = in_tiles(square, 1)
    batch = tiled.preprocess(pictures[:1], params(native_scale=True))
    one = square.count_flops(square.preprocess(pictures[:1]))
    assert tiled.count_flops(batch) == 20 * one
    assert batch.shape == (1, 3, 200, 240)


def test_large_pictures_do_not_share_a_pass_and_others_do(load):
    tiled = in_tiles(load("zoo:unet-nano", task=TASK), 1)
    assert tiled.batch_key((512, 512)) == tiled.batch_key((512, 512))
    assert tiled.batch_key((5000, 5000)) != tiled.batch_key((5000, 5000))


def test_a_processor_that_crops_has_no_tiles(square, pictures):
    square.processor.do_center_crop = True
    with pytest.raises(InputError, match="crops the centre"):
        in_tiles(square, 1).preprocess(pictures[:1], params(tile_px=96))


def test_the_classes_are_the_networks(square):
    tiled = in_tiles(square, 1)
    tiled.facts = msgspec.structs.replace(tiled.facts, load_s=7.0)
    assert square.facts.load_s == 7.0


@pytest.mark.parametrize("kind", ["logits", "label-map"])
def test_an_exported_network_says_in_tiles_what_it_says_of_the_whole(tmp_path, load, pictures, kind):
    torch.manual_seed(0)
    path = save_convolution(tmp_path / "a.onnx", nn.Conv2d(3, 4, 3, padding=1).eval())
    names = tuple("abcd") if kind == "logits" else tuple("ab")
    if kind == "label-map":
        path = save_constants(tmp_path / "b.onnx", (1, 3, 64, 64), classes=np.ones((1, 64, 64), np.int64))
    fits = InputDescription() if kind == "logits" else InputDescription(size=(64, 64), resize="stretch")
    output = OutputDescription(kind, ("logits" if kind == "logits" else "classes",), names)
    write_description(path, Description(TASK, output, fits))
    adapter = load(path, task=TASK)
    [whole], *_ = run(in_tiles(adapter, 1), pictures[:1], RunParams())
    [tiled], *_ = run(in_tiles(adapter, 1), pictures[:1], params(tile_px=96, overlap_px=16))
    assert "tiles of at most" in tiled.notices[0]
    assert (whole.prediction.labels == tiled.prediction.labels).all()
