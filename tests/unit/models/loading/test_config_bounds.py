"""Configs that describe more than their weights hold."""

import json
from pathlib import Path
from typing import Any

import pytest

from granview.core.errors import UnsupportedModel
from granview.core.lane import LaneSpec
from granview.core.resources import resource_path
from granview.models.load import load_adapter
from granview.models.loading.config_bounds import Stored, check_config
from tests.helpers.tiny_models import save_tiny
from tests.helpers.tiny_text_models import save_tiny_text

BILLION = 10**9


def _load(folder: Path, task: str = "text-classification") -> None:
    load_adapter(LaneSpec("lane", str(folder), device="cpu", task=task), lambda *_: None)


def _change(folder: Path, **values: Any) -> None:
    path = folder / "config.json"
    path.write_text(json.dumps(json.loads(path.read_text()) | values))


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({"num_hidden_layers": BILLION}, "num_hidden_layers = 1,000,000,000"),
        ({"vocab_size": BILLION}, "vocab_size = 1,000,000,000"),
        ({"intermediate_size": BILLION}, "intermediate_size = 1,000,000,000"),
        ({"num_labels": BILLION}, "num_labels = 1,000,000,000"),
        ({"max_position_embeddings": BILLION}, "describes a network of"),
        ({"hidden_size": 100_000, "intermediate_size": 100_000}, "describes a network of"),
        ({"num_hidden_layers": 50, "hidden_size": 10_000}, "describes a network of"),
    ],
)
def test_a_text_model_far_larger_than_its_weights_is_refused_before_it_is_built(
    values: dict[str, int], words: str, tmp_path: Path
) -> None:
    folder = save_tiny_text("bert", "text-classification", tmp_path)
    _change(folder, **values)
    with pytest.raises(UnsupportedModel, match=words) as refusal:
        _load(folder)
    assert str(folder / "config.json") in refusal.value.message


@pytest.mark.parametrize("values", [{"depths": [1, BILLION, 1, 1]}, {"hidden_sizes": [BILLION, 1, 1, 1]}])
def test_so_is_one_for_pictures_also_by_a_number_in_a_list(values: dict[str, Any], tmp_path: Path) -> None:
    folder = save_tiny("segformer", tmp_path)
    _change(folder, **values)
    with pytest.raises(UnsupportedModel, match="= 1,000,000,000, but the weights hold"):
        _load(folder, "image-segmentation")


def test_numbers_that_are_no_sizes_may_be_large() -> None:
    check_config({"max_position_embeddings": 10**8, "seed": BILLION, "flag": True}, Path(), Stored(10, 100))


def test_every_embedded_model_passes() -> None:
    for config in resource_path("zoo").glob("*/config.json"):
        check_config(json.loads(config.read_text()), config.parent, Stored(None, 0))


def test_numbers_of_classes_are_no_sizes_whatever_the_classes_are_called() -> None:
    names = {"CD player": 485, "stage": 819, "size of a label": BILLION}
    check_config({"label2id": names, "text_config": {"label2id": names}}, Path(), Stored(10, 100))
