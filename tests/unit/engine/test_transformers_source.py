import json

import pytest

from granview.engine.transformers_source import is_of_transformers


@pytest.mark.parametrize(
    ("model", "expected"),
    [
        ("hf:org/name@main", True),
        ("zoo:ner-base", True),
        ("zoo:unet-nano", False),
        ("zoo:of-no-such-name", False),
        ("torchvision:fcn_resnet50", False),
        ("method:bicubic", False),
        ("a folder that is not there", False),
        ("", False),
    ],
)
def test_it_is_told_by_the_source(model, expected):
    assert is_of_transformers(model) is expected


@pytest.mark.parametrize(
    ("config", "expected"), [({"model_type": "bert"}, True), ({"format": "granview-zoo/1"}, False)]
)
def test_a_folder_is_told_by_its_config(tmp_path, config, expected):
    (tmp_path / "config.json").write_text(json.dumps(config))
    assert is_of_transformers(str(tmp_path)) is expected
    assert is_of_transformers(f"folder:{tmp_path}") is expected


def test_a_damaged_config_is_left_to_the_lane(tmp_path):
    (tmp_path / "config.json").write_text("{")
    assert is_of_transformers(str(tmp_path)) is False
