import hashlib
import json

import numpy as np
import pytest
import torch

from granview.core.errors import WeightsChanged
from granview.core.run_params import RunParams
from granview.zoo.super_resolution.folder import load_super_resolution, write_super_resolution
from granview.zoo.super_resolution.networks import SUPER_RESOLUTION_ARCHITECTURES

ARGUMENTS = {"scale": 2, "channels": 4, "blocks": 1}


@pytest.fixture
def folder(tmp_path):
    """A random EDSR in the zoo's format."""
    torch.manual_seed(0)
    network = SUPER_RESOLUTION_ARCHITECTURES["edsr"](**ARGUMENTS)
    with torch.no_grad():
        for parameter in network.parameters():
            parameter.normal_(std=0.1)
    write_super_resolution(tmp_path, "edsr", ARGUMENTS, network)
    digest = hashlib.sha256((tmp_path / "model.safetensors").read_bytes()).hexdigest()
    (tmp_path / "card.json").write_text(json.dumps({"sha256": digest}))
    return tmp_path


def test_agrees_with_the_network_level_for_level(folder, picture, load):
    network, _ = load_super_resolution(folder)
    pixels = torch.from_numpy(picture).permute(2, 0, 1)[None].float() / 255
    with torch.inference_mode():
        expected = (network(pixels)[0].permute(1, 2, 0).clamp(0, 1) * 255).round().to(torch.uint8).numpy()

    adapter = load(folder, task="image-to-image")
    output = adapter.forward(adapter.preprocess([picture]))
    [said] = adapter.postprocess(output, [picture.shape[:2]], RunParams())

    np.testing.assert_array_equal(said.prediction.pixels, expected)
    assert said.prediction.scale == 2
    assert adapter.facts.architecture == "Edsr"
    assert adapter.count_flops(adapter.preprocess([picture])) > 0


def test_weights_that_are_not_those_that_were_shipped_are_refused(folder, load):
    (folder / "card.json").write_text(json.dumps({"sha256": "0" * 64}))
    with pytest.raises(WeightsChanged):
        load(folder, task="image-to-image")
