"""A network of the reach of one px stands in for larger ones: what is run in tiles is what is run whole."""

import numpy as np
import pytest
import torch
from torch import nn

from granview.core.errors import ArgumentError, DeviceError, NotFinite
from granview.core.labels import LabelSet
from granview.core.lane import LaneSpec
from granview.core.run_params import RunParams
from granview.models.device import place
from granview.models.images.restoration_adapter import RestorationAdapter, RestorationTraits
from granview.models.network_adapter import network_facts


class Blur(nn.Module):
    """A mean over 3 x 3 px, each px then repeated ``scale`` times."""

    def __init__(self, scale=2):
        super().__init__()
        self.scale = scale
        self.seen = []

    def forward(self, pixels):
        self.seen.append(tuple(pixels.shape))
        smooth = nn.functional.avg_pool2d(nn.functional.pad(pixels, (1, 1, 1, 1), mode="replicate"), 3, 1)
        return smooth.repeat_interleave(self.scale, -1).repeat_interleave(self.scale, -2)


class Blurring(RestorationAdapter):
    def restored(self, network, pixels):
        return network(pixels)


def adapter_of(network, **traits):
    spec, placement = LaneSpec("lane", "blur", device="cpu"), place("cpu")
    facts = network_facts(network, LabelSet((), ()), spec, placement, ())
    return Blurring(network, facts, spec, placement, RestorationTraits(2, **traits))


def params(**chosen):
    return RunParams(of_task={"image-to-image": chosen})


def run(adapter, picture, chosen):
    output = adapter.forward(adapter.preprocess([picture], chosen))
    [said] = adapter.postprocess(output, [picture.shape[:2]], chosen)
    return said


def test_the_picture_is_the_networks_output_in_levels(picture):
    said = run(adapter_of(Blur()), picture, params())
    pixels = torch.from_numpy(picture).permute(2, 0, 1)[None].float() / 255
    expected = (Blur()(pixels)[0].permute(1, 2, 0) * 255).round().to(torch.uint8).numpy()
    np.testing.assert_array_equal(said.prediction.pixels, expected)
    assert said.prediction.scale == 2
    assert said.notices == ()


@pytest.mark.parametrize("overlap_px", [2, 7, 16])
def test_tiles_that_overlap_by_twice_the_reach_are_the_whole(picture, overlap_px):
    whole = run(adapter_of(Blur()), picture, params())
    network = Blur()
    tiled = run(adapter_of(network), picture, params(tile_px=32, overlap_px=overlap_px))
    np.testing.assert_array_equal(tiled.prediction.pixels, whole.prediction.pixels)
    assert set(network.seen) == {(1, 3, 32, 32)}
    assert "tiles; steps of brightness at their seams are" in tiled.notices[0]


def test_a_network_that_must_see_all_is_run_whole_and_says_so(picture):
    network = Blur()
    said = run(adapter_of(network, needs_whole=True), picture, params(tile_px=32))
    assert network.seen == [(1, 3, *picture.shape[:2])]
    assert said.notices == ("This network must see the whole picture, and was not run in tiles.",)


def test_a_network_that_knows_grey_alone_is_given_luminance(picture):
    network = Blur()
    said = run(adapter_of(network, channels=1), picture, params())
    assert network.seen == [(1, 1, *picture.shape[:2])]
    assert (said.prediction.pixels == said.prediction.pixels[..., :1]).all()


def test_values_that_are_no_numbers_spoil_no_other_picture(picture):
    class Breaks(Blur):
        def forward(self, pixels):
            out = super().forward(pixels)
            out[0] = float("nan")
            return out

    adapter = adapter_of(Breaks())
    output = adapter.forward(adapter.preprocess([picture, picture], params()))
    first, second = adapter.postprocess(output, [picture.shape[:2]] * 2, params())
    assert isinstance(first, NotFinite)
    assert second.prediction.pixels.any()


def test_memory_that_is_exhausted_says_to_use_tiles(picture):
    class Full(nn.Module):
        def forward(self, pixels):
            raise torch.OutOfMemoryError("out of memory")

    adapter = adapter_of(Full())
    with pytest.raises(DeviceError, match="Run it in tiles: set tile_px"):
        adapter.forward(adapter.preprocess([picture], params()))
    with pytest.raises(DeviceError, match="Run it in smaller tiles"):
        adapter.forward(adapter.preprocess([picture], params(tile_px=32, overlap_px=0)))


def test_tiles_that_cannot_overlap_so_far_are_refused(picture):
    with pytest.raises(ArgumentError, match="Tiles of 32 px"):
        adapter_of(Blur()).preprocess([picture], params(tile_px=32, overlap_px=40))
