"""Networks of spandrel on random weights, against what spandrel itself says of them."""

import os
import pickle

import numpy as np
import pytest
import torch
from safetensors.torch import save_file
from spandrel import ModelLoader
from spandrel.architectures.Compact import Compact
from spandrel.architectures.DAT import DAT
from spandrel.architectures.ESRGAN import ESRGAN
from spandrel.architectures.SCUNet import SCUNet
from spandrel.architectures.SPAN import SPAN
from spandrel.architectures.SwinIR import SwinIR

from granview.core.errors import InputError, UnsupportedModel
from granview.core.run_params import RunParams
from granview.core.variant import Variant

pytestmark = [
    pytest.mark.filterwarnings("ignore:torch.meshgrid"),
    pytest.mark.filterwarnings("ignore:Initializing zero-element"),
]

WINDOWED = {"img_size": 16, "embed_dim": 32, "num_heads": [2], "upscale": 2, "upsampler": "pixelshuffledirect"}
ARCHITECTURES = {
    "RealESRGAN Compact": (lambda: Compact(num_feat=8, num_conv=2, upscale=2), 2),
    "ESRGAN": (lambda: ESRGAN(num_filters=8, num_blocks=1, scale=4), 4),
    "SwinIR": (lambda: SwinIR(depths=[2], window_size=8, **WINDOWED), 2),
    "SPAN": (lambda: SPAN(num_in_ch=3, num_out_ch=3, feature_channels=8, upscale=2), 2),
    "DAT": (lambda: DAT(depth=[2], split_size=[8, 8], **WINDOWED), 2),
}


@pytest.fixture
def small(picture):
    return np.ascontiguousarray(picture[:21, :27])


def saved(path, make):
    torch.manual_seed(0)
    state = make().state_dict()
    if path.suffix == ".safetensors":
        save_file({name: tensor.contiguous() for name, tensor in state.items()}, path)
    else:
        torch.save({"params_ema": state}, path)
    return path


def run(adapter, picture):
    params = RunParams()
    output = adapter.forward(adapter.preprocess([picture], params))
    return adapter.postprocess(output, [picture.shape[:2]], params)[0]


@pytest.mark.parametrize("name", ARCHITECTURES)
def test_agrees_with_spandrel_level_for_level(tmp_path, small, load, name):
    make, scale = ARCHITECTURES[name]
    path = saved(tmp_path / "x.safetensors", make)
    described = ModelLoader("cpu").load_from_file(path)
    described.model.eval()
    pixels = torch.from_numpy(small).permute(2, 0, 1)[None].float() / 255
    expected = (described(pixels)[0].permute(1, 2, 0) * 255).round().to(torch.uint8).numpy()

    adapter = load(path, task="image-to-image")
    said = run(adapter, small)

    np.testing.assert_array_equal(said.prediction.pixels, expected)
    assert said.prediction.scale == scale
    assert adapter.facts.architecture == f"{name} x{scale}"
    assert adapter.facts.weights_sha256


def test_a_pth_file_a_folder_that_holds_one_and_safetensors_are_the_same_network(tmp_path, small, load):
    make, _ = ARCHITECTURES["RealESRGAN Compact"]
    (tmp_path / "alone").mkdir()
    sources = [
        saved(tmp_path / "x.safetensors", make),
        saved(tmp_path / "x.pth", make),
        saved(tmp_path / "alone" / "x.pth", make).parent,
    ]
    said = [run(load(source, task="image-to-image"), small).prediction.pixels for source in sources]
    np.testing.assert_array_equal(said[0], said[1])
    np.testing.assert_array_equal(said[0], said[2])


def test_a_network_that_needs_the_whole_picture_is_never_run_in_tiles(tmp_path, load):
    path = saved(tmp_path / "x.pth", lambda: SCUNet(in_nc=3, config=[1] * 7, dim=16))
    assert load(path, task="image-to-image").traits.needs_whole


def test_a_network_that_knows_grey_alone_says_so(tmp_path, small, load):
    path = saved(tmp_path / "x.pth", lambda: Compact(num_in_ch=1, num_out_ch=1, num_feat=8, num_conv=2, upscale=2))
    adapter = load(path, task="image-to-image")
    assert "knows no colours" in adapter.facts.notices[0]
    assert run(adapter, small).prediction.pixels.shape == (42, 54, 3)


def test_half_precision_is_close_and_refused_where_the_network_cannot(tmp_path, small, load):
    path = saved(tmp_path / "x.pth", ARCHITECTURES["RealESRGAN Compact"][0])
    full = run(load(path, task="image-to-image"), small).prediction.pixels.astype(int)
    half = run(load(path, task="image-to-image", variant=Variant("bf16")), small).prediction.pixels
    assert np.abs(full - half).mean() < 3
    dat = saved(tmp_path / "dat.pth", ARCHITECTURES["DAT"][0])
    with pytest.raises(UnsupportedModel, match="cannot run in fp16"):
        load(dat, task="image-to-image", variant=Variant("fp16"))


class Hostile:
    def __init__(self, path):
        self.path = path

    def __reduce__(self):
        return os.mkdir, (str(self.path),)


@pytest.mark.parametrize("how", ["torch", "pickle"])
def test_a_hostile_file_is_refused_and_runs_nothing(tmp_path, load, how):
    path, made = tmp_path / "x.pth", tmp_path / "made"
    if how == "torch":
        torch.save({"params": Hostile(made)}, path)
    else:
        path.write_bytes(pickle.dumps({"params": Hostile(made)}))
    with pytest.raises((UnsupportedModel, InputError), match=r"not opened|damaged"):
        load(path, task="image-to-image")
    assert not made.exists()


def test_torchscript_is_refused_unopened(tmp_path, load):
    path = tmp_path / "x.pt"
    path.write_bytes(b"whatever")
    with pytest.raises(UnsupportedModel, match=r"is a program: .* nobody has allowed"):
        load(path, task="image-to-image")


def test_weights_of_another_sort_are_told(tmp_path, load):
    path = tmp_path / "x.safetensors"
    save_file({"nothing.known": torch.zeros(3)}, path)
    with pytest.raises(UnsupportedModel, match="no network that spandrel knows"):
        load(path, task="image-to-image")


def test_damage_is_told(tmp_path, load):
    path = saved(tmp_path / "x.safetensors", ARCHITECTURES["SPAN"][0])
    path.write_bytes(path.read_bytes()[:200])
    with pytest.raises(InputError, match="damaged"):
        load(path, task="image-to-image")
