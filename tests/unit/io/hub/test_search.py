import pytest
from huggingface_hub import constants

from granview.core.errors import InputError
from granview.io.hub.search import search_models
from tests.helpers.hub import reachable_hub, save_model

SEGFORMER = {"model_type": "segformer", "architectures": ["SegformerForSemanticSegmentation"]}


@pytest.fixture
def hub(tmp_path, monkeypatch):
    with reachable_hub(monkeypatch) as server:
        server.repos["org/segformer-small"] = save_model(tmp_path / "small", SEGFORMER)
        server.repos["org/segformer-large"] = save_model(tmp_path / "large", SEGFORMER)
        server.repos["org/bert"] = save_model(tmp_path / "bert")
        server.repos["org/segformer-large"].downloads, server.repos["org/segformer-large"].likes = 1234, 5
        server.repos["org/segformer-small"].gated = True
        server.repos["org/bert"].task = "fill-mask"
        yield server


def test_models_with_these_words_are_told_those_most_often_downloaded_first(hub):
    large, small = search_models("SegFormer")
    assert (large.name, large.downloads, large.likes, large.gated) == ("org/segformer-large", 1234, 5, False)
    assert (large.tasks, large.params, large.weights_mb) == (("image-segmentation",), 1000, 0.004)
    assert small.gated
    assert hub.queries[0]["search"] == "SegFormer"


def test_a_task_is_searched_for_by_the_hubs_own_tag(hub):
    assert [model.name for model in search_models("", "fill-mask")] == ["org/bert"]
    search_models("seg", "panoptic-segmentation")
    assert [query["pipeline_tag"] for query in hub.queries] == ["fill-mask", "image-segmentation"]


def test_no_more_are_asked_for_than_are_wanted(hub):
    assert len(search_models("", limit=2)) == 2


def test_a_hub_that_fails_and_offline_mode_are_told(hub, monkeypatch):
    hub.status = 503
    with pytest.raises(InputError, match=r"came to nothing: the hub at .* answered with status 503"):
        search_models("bert")
    monkeypatch.setattr(constants, "HF_HUB_OFFLINE", True)
    with pytest.raises(InputError, match="came to nothing: HF_HUB_OFFLINE forbids"):
        search_models("bert")


def test_an_answer_that_is_no_hubs_is_told(hub, monkeypatch):
    monkeypatch.setenv("HF_ENDPOINT", f"{hub.url}/org/bert/resolve/main/config.json?x=")
    with pytest.raises(InputError, match=r"that is not a hub's.*HF_ENDPOINT"):
        search_models("bert")
