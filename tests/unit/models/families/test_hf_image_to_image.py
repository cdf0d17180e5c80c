"""Swin2SR on random weights, against transformers' own processor and output."""

import numpy as np
import pytest
import torch
from transformers import Swin2SRConfig, Swin2SRForImageSuperResolution, Swin2SRImageProcessor

from granview.core.errors import UnsupportedModel
from granview.core.run_params import RunParams


@pytest.fixture
def saved(tmp_path):
    def save(**options):
        torch.manual_seed(0)
        config = Swin2SRConfig(
            image_size=16, embed_dim=12, depths=[1], num_heads=[2], window_size=8, mlp_ratio=2.0, **options
        )
        network = Swin2SRForImageSuperResolution(config).eval()
        network.save_pretrained(tmp_path)
        Swin2SRImageProcessor().save_pretrained(tmp_path)
        return tmp_path, network

    return save


def run(adapter, picture, **chosen):
    params = RunParams(of_task={"image-to-image": chosen})
    output = adapter.forward(adapter.preprocess([picture], params))
    return adapter.postprocess(output, [picture.shape[:2]], params)[0].prediction


@pytest.mark.parametrize("size", [(16, 24), (13, 19)])
@pytest.mark.parametrize("upsampler", ["pixelshuffle", "pixelshuffledirect"])
def test_agrees_with_transformers_after_what_was_padded_is_cut(saved, picture, load, size, upsampler):
    folder, network = saved(upscale=2, upsampler=upsampler)
    small = np.ascontiguousarray(picture[: size[0], : size[1]])
    inputs = Swin2SRImageProcessor.from_pretrained(folder)(small, return_tensors="pt")
    with torch.inference_mode():
        given = network(**inputs).reconstruction[0, :, : 2 * size[0], : 2 * size[1]]
    expected = (given.permute(1, 2, 0).clamp(0, 1) * 255).round().to(torch.uint8).numpy()

    found = run(load(folder, task="image-to-image"), small)

    assert found.size == (2 * size[0], 2 * size[1])
    assert found.scale == 2
    assert np.abs(found.pixels.astype(int) - expected).max() <= 1
    assert (found.pixels == expected).mean() > 0.999


def test_a_network_without_an_upsampler_keeps_the_size(saved, picture, load):
    folder, _ = saved(upscale=1, upsampler="")
    found = run(load(folder, task="image-to-image"), np.ascontiguousarray(picture[:16, :16]))
    assert found.size == (16, 16)
    assert found.scale == 1


def test_tiles_begin_at_windows(saved, load):
    assert load(saved(upscale=2, upsampler="pixelshuffle")[0], task="image-to-image").traits.multiple_px == 8


def test_a_model_of_another_task_is_refused(saved, load):
    folder, _ = saved(upscale=2, upsampler="pixelshuffle")
    config = folder / "config.json"
    config.write_text(config.read_text().replace("Swin2SRForImageSuperResolution", "Swin2SRModel"))
    with pytest.raises(UnsupportedModel, match="not a model for image-to-image"):
        load(folder, task="image-to-image")
