import hashlib
import json

import numpy as np
import pytest
import torch
from safetensors.torch import save_file

from granview.core.errors import UnsupportedModel, WeightsChanged
from granview.core.run_params import RunParams
from granview.core.variant import Variant
from granview.zoo.build import load_zoo_model
from granview.zoo.config import ZooConfig, write_config
from granview.zoo.labels import LABELS
from granview.zoo.nets import build_network
from granview.zoo.normalise import MEAN, STD, normalise


@pytest.fixture
def folder(tmp_path):
    """A random U-Net in the zoo's format."""
    torch.manual_seed(0)
    arguments = {"widths": [4, 8]}
    weights = tmp_path / "model.safetensors"
    network = build_network("unet", len(LABELS), arguments)
    with torch.no_grad():
        for parameter in network.parameters():
            parameter.normal_()
    save_file(network.state_dict(), weights)
    write_config(tmp_path, ZooConfig("unet", arguments, LABELS, MEAN, STD))
    digest = hashlib.sha256(weights.read_bytes()).hexdigest()
    (tmp_path / "card.json").write_text(json.dumps({"sha256": digest}))
    return tmp_path


def labels_of(adapter, picture):
    output = adapter.forward(adapter.preprocess([picture]))
    return adapter.postprocess(output, [picture.shape[:2]], RunParams())[0].prediction.labels


def test_agrees_with_the_network_pixel_for_pixel(folder, picture, load):
    network, _ = load_zoo_model(folder)
    with torch.inference_mode():
        expected = network(normalise(picture[None])).argmax(1)[0].numpy()
    labels = labels_of(load(folder), picture)
    np.testing.assert_array_equal(labels, expected)
    assert len(np.unique(labels)) > 1


def test_facts_carry_the_zoo_s_names_and_colors(folder, load):
    facts = load(folder).facts
    assert facts.labels.names == tuple(label.name for label in LABELS)
    assert facts.labels.colors == tuple(label.color for label in LABELS)
    assert facts.architecture == "UNet"
    assert facts.weights_sha256 == hashlib.sha256((folder / "model.safetensors").read_bytes()).hexdigest()


def test_bf16_is_close_to_fp32(folder, picture, load):
    full = labels_of(load(folder), picture)
    assert (labels_of(load(folder, variant=Variant("bf16")), picture) == full).mean() > 0.95


def test_weights_that_were_changed_are_refused(folder, load):
    with (folder / "model.safetensors").open("ab") as file:
        file.write(b"x")
    with pytest.raises(WeightsChanged):
        load(folder)


def test_another_normalisation_than_the_zoo_s_is_refused(folder, load):
    config = json.loads((folder / "config.json").read_text())
    (folder / "config.json").write_text(json.dumps(config | {"mean": [0.5, 0.5, 0.5]}))
    with pytest.raises(UnsupportedModel, match="another normalisation"):
        load(folder)


def test_only_equal_sizes_share_a_batch(folder, load):
    adapter = load(folder)
    assert adapter.batch_key((3, 4)) != adapter.batch_key((4, 3))
