"""What a folder of segmentation-models-pytorch says of classes and of its input."""

import json

import huggingface_hub
import pytest
import segmentation_models_pytorch as smp

from granview.core.errors import UnsupportedModel
from granview.io.model_config import read_config
from granview.models.loading.smp_folder import Normalisation, load_smp_folder


@pytest.fixture
def saved(tmp_path):
    smp.FPN("mobilenet_v2", encoder_weights=None, classes=2).save_pretrained(tmp_path)
    return tmp_path


def test_classes_may_be_named_in_the_config(saved):
    for names in (["a", "b"], {"0": "a", "1": "b"}):
        found = load_smp_folder(saved, {**read_config(saved), "labels": names})
        assert found.labels.names == ("a", "b")
    found = load_smp_folder(saved, {**read_config(saved), "labels": ["a"]})
    assert found.labels.names == ("0", "1")
    assert "names 1, not 2" in found.notices[0]


def test_unknown_statistics_are_those_of_imagenet_and_that_is_said(saved):
    found = load_smp_folder(saved, read_config(saved))
    assert found.normalisation == Normalisation()
    assert any("those of ImageNet are used" in notice for notice in found.notices)


def test_statistics_in_the_hub_s_cache_are_taken(saved, tmp_path, monkeypatch):
    file = tmp_path / "encoder.json"
    file.write_text(json.dumps({"mean": [0.1, 0.2, 0.3], "std": [1, 1, 1], "input_range": [0, 255]}))
    monkeypatch.setattr(huggingface_hub, "try_to_load_from_cache", lambda *_, **__: str(file))
    found = load_smp_folder(saved, read_config(saved))
    assert found.normalisation == Normalisation((0.1, 0.2, 0.3), (1, 1, 1), 1.0)
    assert not any("ImageNet" in notice for notice in found.notices)


def test_timm_knows_its_own_statistics(tmp_path):
    smp.FPN("tu-resnet10t", encoder_weights=None, classes=2).save_pretrained(tmp_path)
    found = load_smp_folder(tmp_path, read_config(tmp_path))
    assert len(found.normalisation.mean) == 3
    assert not any("ImageNet" in notice for notice in found.notices)


def test_an_encoder_that_would_be_fetched_from_the_hub_is_refused(saved):
    config = {**read_config(saved), "encoder_name": "tu-hf-hub:somebody/encoder"}
    with pytest.raises(UnsupportedModel, match="lies elsewhere and is not fetched"):
        load_smp_folder(saved, config)
