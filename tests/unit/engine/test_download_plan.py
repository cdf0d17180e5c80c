import shutil

import pytest

from granview.core.errors import ArgumentError, WeightsMissing
from granview.core.model_source import parse_source
from granview.engine.download_plan import plan_downloads, require_room
from granview.io.catalogue_file import read_catalogue
from granview.models.loading.hub import fetch_model
from tests.helpers.hub import reachable_hub, save_model

LADDERS = read_catalogue()
B0 = "hf:nvidia/segformer-b0-finetuned-ade-512-512"


@pytest.fixture
def hub(tmp_path, monkeypatch):
    with reachable_hub(monkeypatch) as server:
        server.repos["org/model"] = save_model(tmp_path / "served", weight_bytes=100_000)
        monkeypatch.setenv("TORCH_HOME", str(tmp_path / "torch"))
        yield server


@pytest.fixture
def cache(tmp_path):
    return tmp_path / "cache"


def fetch(cache):
    fetch_model(parse_source("hf:org/model"), lambda what, share: None, cache)


def test_the_hub_says_how_large_a_model_is(hub, cache):
    plan = plan_downloads(["hf:org/model", "hf:org/model"], cache=cache)
    served = hub.repos["org/model"].files()
    assert [(each.size_bytes, each.is_estimate) for each in plan.downloads] == [
        (sum(path.stat().st_size for path in served), False)
    ]
    assert plan.sentence.startswith("1 model must be downloaded: 0 MB; ")
    assert plan.fits


def test_what_has_arrived_is_not_downloaded_again(hub, cache, monkeypatch):
    hub.cut["model.safetensors"] = [60_000, *[0] * 9]
    monkeypatch.setattr("granview.models.loading.hub_blob.PAUSE_S", 0.0)
    with pytest.raises(WeightsMissing, match="is not complete"):
        fetch(cache)
    size = (hub.repos["org/model"].folder / "model.safetensors").stat().st_size
    config = (hub.repos["org/model"].folder / "config.json").stat().st_size
    assert plan_downloads(["hf:org/model"], cache=cache).total_bytes == size - 60_000 + config
    hub.cut.clear()
    fetch(cache)
    hub.requests.clear()
    plan = plan_downloads(["hf:org/model"], cache=cache)
    assert (plan.needed, plan.sentence, hub.requests) == ((), "", [])


def test_where_the_hub_cannot_be_asked_the_catalogues_estimate_is_told_with_the_reason(hub, cache):
    hub.status = 503
    plan = plan_downloads([B0, "hf:org/unknown"], LADDERS, cache=cache)
    known, unknown = plan.downloads
    assert (known.size_bytes, known.is_estimate, unknown.size_bytes) == (15_200_000, True, None)
    assert "answered with status 503" in known.trouble
    assert (known.size_in_words, unknown.size_in_words) == ("about 15 MB", "a size that is not known")
    assert "2 models must be downloaded: about 15 MB and more, since not every size is known" in plan.sentence


def test_without_asking_there_are_estimates(hub, cache):
    assert [each.size_bytes for each in plan_downloads([B0], LADDERS, ask_hub=False, cache=cache).downloads] == [
        15_200_000
    ]
    assert hub.requests == []


def test_a_gated_model_is_told_before_its_download(hub, cache):
    hub.repos["org/model"].gated = True
    download = plan_downloads(["hf:org/model"], cache=cache).downloads[0]
    assert download.size_bytes
    assert download.terms_in_words == f"hf:org/model is gated: its terms must be accepted at {hub.url}/org/model first."


def test_torchvisions_table_says_how_large_its_models_are(hub, cache, tmp_path):
    plan = plan_downloads(["torchvision:resnet18", "zoo:unet-nano", "torchvision:resnet18@OLD"], cache=cache)
    assert [each.size_bytes for each in plan.downloads] == [46_800_000, 0, None]
    home = tmp_path / "torch" / "hub" / "checkpoints"
    home.mkdir(parents=True)
    (home / "resnet18-f37072fd.pth").touch()
    assert not plan_downloads(["torchvision:resnet18"], cache=cache).needed


def test_what_the_disk_has_no_room_for_is_refused_with_the_numbers(hub, cache, monkeypatch):
    monkeypatch.setattr("tests.helpers.hub.CLAIMED_MORE_BYTES", shutil.disk_usage(".").free + 1_000_000_000)
    plan = plan_downloads(["hf:org/model"], cache=cache)
    assert not plan.fits
    with pytest.raises(
        ArgumentError, match=r"must be downloaded: [\d.]+ GB, but only [\d.]+ GB are free on the disk of"
    ):
        require_room(plan)
