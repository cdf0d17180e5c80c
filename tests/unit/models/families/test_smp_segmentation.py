"""Networks of segmentation-models-pytorch on random weights, against the library's own forward pass."""

import sys

import numpy as np
import pytest
import segmentation_models_pytorch as smp
import torch
from safetensors.torch import load_file, save_file

from granview.core.errors import UnsupportedModel, WeightsMissing
from granview.core.run_params import RunParams
from granview.zoo.normalise import normalise


@pytest.fixture
def saved(tmp_path):
    def save(name, classes=5, **options):
        torch.manual_seed(0)
        network = getattr(smp, name)(encoder_weights=None, classes=classes, **options).eval()
        network.save_pretrained(tmp_path)
        return network, tmp_path

    return save


def small(picture):
    return np.ascontiguousarray(picture[:70, :90])


def labels(adapter, picture, confidence=False):
    output = adapter.forward(adapter.preprocess([picture]))
    return adapter.postprocess(output, [picture.shape[:2]], RunParams(confidence=confidence))[0].prediction


def own_logits(network, picture, multiple_px):
    """The library's own forward pass, over the last row and column repeated."""
    down, right = (-side % multiple_px for side in picture.shape[:2])
    padded = np.pad(picture, ((0, down), (0, right), (0, 0)), mode="edge")
    with torch.inference_mode():
        found = network(normalise(padded[None]))
    return found[0, :, : picture.shape[0], : picture.shape[1]]


@pytest.mark.parametrize(
    ("name", "options", "multiple_px"),
    [
        ("DeepLabV3Plus", {"encoder_name": "resnet18", "decoder_channels": 16}, 16),
        ("UnetPlusPlus", {"encoder_name": "resnet18", "encoder_depth": 3, "decoder_channels": (16, 8, 8)}, 8),
        ("FPN", {"encoder_name": "mobilenet_v2", "decoder_segmentation_channels": 32}, 32),
    ],
)
def test_agrees_with_the_library_px_for_px(saved, picture, load, name, options, multiple_px):
    network, folder = saved(name, **options)
    adapter = load(folder)
    found = labels(adapter, small(picture))
    np.testing.assert_array_equal(found.labels, own_logits(network, small(picture), multiple_px).argmax(0).numpy())
    assert adapter.facts.architecture == name
    assert adapter.facts.labels.names == ("0", "1", "2", "3", "4")
    assert any("called by their index" in notice for notice in adapter.facts.notices)


def test_one_class_is_where_its_sigmoid_is_above_a_half(saved, picture, load):
    network, folder = saved("FPN", classes=1, encoder_name="mobilenet_v2", activation="sigmoid")
    (folder / "classes.txt").write_text("road\n")
    adapter = load(folder)
    found = labels(adapter, small(picture), confidence=True)
    probability = own_logits(network, small(picture), 32)[0].numpy()
    sure = np.abs(probability - 0.5) > 1e-5
    np.testing.assert_array_equal(found.labels[sure], (probability > 0.5)[sure])
    assert adapter.facts.labels.names == ("background", "road")
    assert np.abs(found.confidence / 255 - np.maximum(probability, 1 - probability)).max() < 0.01


def test_a_second_head_is_passed_over(saved, picture, load):
    network, folder = saved("FPN", encoder_name="mobilenet_v2", aux_params={"classes": 3})
    network.classification_head = None
    found = labels(load(folder), small(picture)).labels
    np.testing.assert_array_equal(found, own_logits(network, small(picture), 32).argmax(0).numpy())


def test_without_the_package_it_says_how_to_get_it(saved, load, monkeypatch):
    _, folder = saved("FPN", encoder_name="mobilenet_v2")
    monkeypatch.setitem(sys.modules, "segmentation_models_pytorch", None)
    with pytest.raises(UnsupportedModel, match=r"pip install granview\[smp\]"):
        load(folder)


@pytest.mark.parametrize(
    ("before", "after", "error", "words"),
    [
        ('"FPN"', '"Magic"', UnsupportedModel, "does not know"),
        ('"classes": 5', '"classes": 4', UnsupportedModel, "do not fit the model"),
        ('"in_channels": 3', '"in_channels": 4', UnsupportedModel, "takes 4 channels"),
        ('"mobilenet_v2"', '"nobody"', UnsupportedModel, "cannot build"),
    ],
)
def test_what_cannot_be_loaded_is_said(saved, load, before, after, error, words):
    _, folder = saved("FPN", encoder_name="mobilenet_v2")
    config = folder / "config.json"
    config.write_text(config.read_text().replace(before, after))
    with pytest.raises(error, match=words):
        load(folder)


def test_weights_without_a_tensor_are_refused(saved, load):
    _, folder = saved("FPN", encoder_name="mobilenet_v2")
    state = load_file(folder / "model.safetensors")
    del state["encoder.features.0.0.weight"]
    save_file(state, folder / "model.safetensors")
    with pytest.raises(WeightsMissing, match=r"lack encoder\.features\.0\.0\.weight"):
        load(folder)
