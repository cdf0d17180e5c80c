import argparse

import numpy as np
import pytest
import torch
from safetensors.torch import save_file
from torch.nn.functional import interpolate
from torchvision import models

from granview.core.errors import InputError, UnsupportedModel, WeightsMissing
from granview.core.run_params import RunParams

BUILDERS = models.list_models(module=models.segmentation)
SMALLEST = "lraspp_mobilenet_v3_large"


def built(builder, classes, aux_loss=None):
    torch.manual_seed(0)
    options = {"weights": None, "weights_backbone": None, "num_classes": classes}
    return models.get_model(builder, **options, **({} if aux_loss is None else {"aux_loss": aux_loss})).eval()


@pytest.fixture
def smallest(tmp_path):
    """A state dict of the smallest model, with 5 classes."""
    network = built(SMALLEST, 5)
    with torch.no_grad():
        network.classifier.low_classifier.weight *= 1000
    path = tmp_path / "small.safetensors"
    save_file(network.state_dict(), path)
    return network, path


def test_agrees_with_torchvision_pixel_for_pixel(smallest, picture, load):
    network, path = smallest
    adapter = load(f"torchvision:{SMALLEST}@{path}")
    transforms = models.get_model_weights(SMALLEST).DEFAULT.transforms()
    with torch.inference_mode():
        logits = network(transforms(torch.from_numpy(picture).permute(2, 0, 1))[None])["out"]
    expected = interpolate(logits, size=(81, 108), mode="bilinear", align_corners=False)[0].argmax(0)
    output = adapter.forward(adapter.preprocess([picture]))
    labels = adapter.postprocess(output, [(81, 108)], RunParams())[0].prediction.labels
    np.testing.assert_array_equal(labels, expected.numpy())
    assert len(np.unique(labels)) > 1


@pytest.mark.parametrize("builder", BUILDERS)
def test_every_builder_is_rebuilt_exactly_from_its_state_dict(builder, tmp_path, load):
    aux_loss = None if builder.startswith("lraspp") else True
    network = built(builder, 7, aux_loss)
    path = tmp_path / "weights.pth"
    torch.save(network.state_dict(), path)
    adapter = load(f"torchvision:{builder}@{path}")
    path.unlink()
    pixels = torch.randn(1, 3, 48, 64)
    with torch.inference_mode():
        expected = network(pixels)["out"]
    assert torch.equal(adapter.logits(adapter.forward(pixels)), expected)
    assert adapter.facts.params == sum(parameter.numel() for parameter in network.parameters())
    assert adapter.facts.architecture == type(network).__name__


def test_torchvision_s_own_weights_are_taken_from_torch_s_folder(tmp_path, monkeypatch, load):
    weights = models.get_model_weights(SMALLEST).DEFAULT
    monkeypatch.setenv("TORCH_HOME", str(tmp_path))
    file = tmp_path / "hub" / "checkpoints" / weights.url.rpartition("/")[2]
    file.parent.mkdir(parents=True)
    torch.save(built(SMALLEST, 21).state_dict(), file)
    for detail in ("", f"@{weights.name}", f"@{type(weights).__name__}.{weights.name}"):
        facts = load(f"torchvision:{SMALLEST}{detail}").facts
        assert facts.labels.names == tuple(weights.meta["categories"])
        assert facts.weights_mb == file.stat().st_size / 1e6
        assert facts.notices == ()


def test_without_a_network_the_hint_says_where_to_put_the_file(tmp_path, monkeypatch, load):
    monkeypatch.setenv("TORCH_HOME", str(tmp_path))
    monkeypatch.setenv("https_proxy", "http://127.0.0.1:9")
    with pytest.raises(WeightsMissing, match="put the file into"):
        load(f"torchvision:{SMALLEST}")


def test_unknown_builders_and_weights_are_told_with_those_that_are_known(load):
    with pytest.raises(UnsupportedModel, match="It has deeplabv3_mobilenet_v3_large"):
        load("torchvision:resnet50")
    with pytest.raises(WeightsMissing, match="COCO_WITH_VOC_LABELS_V1"):
        load(f"torchvision:{SMALLEST}@IMAGENET")


def test_classes_are_named_by_a_file_beside_the_weights(smallest, load):
    _, path = smallest
    assert load(f"torchvision:{SMALLEST}@{path}").facts.labels.names == ("0", "1", "2", "3", "4")
    path.with_name("classes.txt").write_text("a\nb\nc\nd\ne\n")
    facts = load(f"torchvision:{SMALLEST}@{path}").facts
    assert facts.labels.names == ("a", "b", "c", "d", "e")
    assert facts.notices == ()


def test_a_class_file_that_does_not_fit_is_told(smallest, load):
    _, path = smallest
    path.with_name("classes.txt").write_text("a\nb\n")
    assert any("names 2 classes, not 5" in notice for notice in load(f"torchvision:{SMALLEST}@{path}").facts.notices)


def test_a_training_checkpoint_is_unwrapped(smallest, tmp_path, load):
    network, _ = smallest
    path = tmp_path / "checkpoint.pth"
    state = {f"module.{name}": tensor for name, tensor in network.state_dict().items()}
    torch.save({"model": state, "epoch": 3, "args": argparse.Namespace(lr=0.1)}, path)
    assert len(load(f"torchvision:{SMALLEST}@{path}").facts.labels) == 5


def test_weights_of_another_builder_are_refused(smallest, load):
    with pytest.raises(WeightsMissing, match=r"lack classifier\.0\.convs"):
        load(f"torchvision:deeplabv3_mobilenet_v3_large@{smallest[1]}")


def test_a_damaged_file_is_named(tmp_path, load):
    path = tmp_path / "broken.pth"
    path.write_bytes(b"PK\x03\x04 and no more")
    with pytest.raises(InputError, match=r"broken\.pth is damaged"):
        load(f"torchvision:{SMALLEST}@{path}")


def test_samples_of_one_size_share_a_batch(smallest, load):
    adapter = load(f"torchvision:{SMALLEST}@{smallest[1]}")
    assert adapter.batch_key((81, 108)) == adapter.batch_key((81, 108)) != adapter.batch_key((108, 81))
