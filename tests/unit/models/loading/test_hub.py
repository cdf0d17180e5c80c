import json
import os
import shutil
import subprocess
import sys

import pytest
from huggingface_hub import constants, snapshot_download

from granview.core.errors import ArgumentError, WeightsChanged, WeightsMissing
from granview.core.model_source import parse_source
from granview.models.loading import hub as loading_hub
from granview.models.loading import hub_blob
from granview.models.loading.hub import fetch_model
from tests.helpers.full_disk import small_files
from tests.helpers.hub import COMMIT, HubServer, Repo
from tests.helpers.tiny_models import save_tiny
from tests.helpers.tiny_text_models import save_tiny_text

NEEDED = ["config.json", "model.safetensors", "preprocessor_config.json"]


@pytest.fixture
def hub(tmp_path, monkeypatch):
    """A hub with a tiny model, and with files that nobody needs."""
    folder = save_tiny("segformer", tmp_path / "served")
    for name in ("README.md", "pytorch_model.bin", "model.onnx", "own_code.py"):
        (folder / name).write_bytes(b"not needed")
    monkeypatch.setattr(constants, "HF_HUB_OFFLINE", False)
    monkeypatch.setattr(hub_blob, "PAUSE_S", 0.0)
    with HubServer() as server:
        server.repos["org/tiny"] = Repo(folder)
        monkeypatch.setenv("HF_ENDPOINT", server.url)
        yield server


@pytest.fixture
def fetch(tmp_path):
    def fetched(text, said=None):
        return fetch_model(parse_source(text), said or (lambda what, share: None), tmp_path / "cache")

    return fetched


def names_in(folder):
    return sorted(path.name for path in folder.iterdir())


def test_only_config_preprocessor_and_safetensors_are_downloaded(hub, fetch):
    found = fetch("hf:org/tiny")
    assert names_in(found.folder) == NEEDED
    assert sorted(hub.downloads()) == NEEDED


def test_a_text_model_comes_with_its_tokenizer(hub, fetch, tmp_path):
    hub.repos["org/text"] = Repo(save_tiny_text("gpt2", "text-generation", tmp_path / "text"))
    names = ["config.json", "generation_config.json", "model.safetensors", "tokenizer.json", "tokenizer_config.json"]
    assert names_in(fetch("hf:org/text").folder) == names


@pytest.mark.parametrize("revision", ["", "@main", "@v1", f"@{COMMIT}"])
def test_a_revision_is_resolved_to_its_commit(revision, hub, fetch):
    found = fetch(f"hf:org/tiny{revision}")
    assert found.revision == COMMIT
    assert found.notices == ()


def test_progress_grows_to_the_whole(hub, fetch):
    said = []
    fetch("hf:org/tiny", lambda what, share: said.append((what, share)))
    shares = [share for _, share in said if share is not None]
    assert said[0] == ("asking the hub for org/tiny", None)
    assert shares == sorted(shares)
    assert (shares[0], shares[-1]) == (0.0, 1.0)


def test_pickled_weights_are_downloaded_only_where_there_are_no_safetensors(hub, fetch):
    (hub.repos["org/tiny"].folder / "model.safetensors").unlink()
    assert names_in(fetch("hf:org/tiny").folder) == ["config.json", "preprocessor_config.json", "pytorch_model.bin"]


def test_shards_are_all_downloaded(hub, fetch):
    folder = hub.repos["org/tiny"].folder
    (folder / "model.safetensors").unlink()
    shards = ["model-00001-of-00002.safetensors", "model-00002-of-00002.safetensors"]
    for name in shards:
        (folder / name).write_bytes(name.encode())
    index = {"weight_map": dict(zip("ab", shards, strict=True))}
    (folder / "model.safetensors.index.json").write_text(json.dumps(index))
    assert set(shards) < set(names_in(fetch("hf:org/tiny").folder))


def test_what_is_there_is_not_downloaded_again(hub, fetch):
    fetch("hf:org/tiny")
    hub.requests.clear()
    assert fetch("hf:org/tiny").revision == COMMIT
    assert hub.downloads() == []


def test_a_commit_that_is_there_needs_no_network(hub, fetch):
    fetch("hf:org/tiny")
    hub.requests.clear()
    assert fetch(f"hf:org/tiny@{COMMIT}").revision == COMMIT
    assert hub.requests == []


def test_what_has_arrived_is_kept_when_a_download_fails(hub, fetch):
    hub.cut["model.safetensors"] = [50_000, *[0] * 5]
    with pytest.raises(WeightsMissing, match=r"\(0.1 MB of the rest have arrived\).*what has arrived is kept"):
        fetch("hf:org/tiny")
    hub.requests.clear()
    assert names_in(fetch("hf:org/tiny").folder) == NEEDED
    assert "bytes=50000-" in [asked for _, path, asked in hub.requests if path.endswith("/model.safetensors")]


def test_a_copy_has_weights_only_once_it_has_all_else(hub, fetch, monkeypatch):
    """One that was interrupted before is else taken for whole, and its pictures go in as by default."""
    asked = []

    def download(**how):
        asked.append(sorted(how["allow_patterns"]))
        return snapshot_download(**how)

    monkeypatch.setattr(loading_hub, "snapshot_download", download)
    fetch("hf:org/tiny")
    assert asked == [["config.json", "preprocessor_config.json"], ["model.safetensors"]]


def test_a_flipped_byte_is_refused_and_the_file_removed(hub, fetch, tmp_path):
    hub.flipped.add("model.safetensors")
    with pytest.raises(WeightsChanged, match=r"model.safetensors arrived damaged and was removed: its SHA-256 begins"):
        fetch("hf:org/tiny")
    assert list((tmp_path / "cache" / "models--org--tiny" / "blobs").iterdir()) == []
    hub.flipped.clear()
    assert names_in(fetch("hf:org/tiny").folder) == NEEDED


def test_without_links_there_is_one_copy_of_the_weights_and_its_hash_is_checked_too(hub, fetch, monkeypatch, tmp_path):
    monkeypatch.setattr(constants, "HF_HUB_DISABLE_SYMLINKS", True)
    found = fetch("hf:org/tiny")
    assert not (found.folder / "model.safetensors").is_symlink()
    size = (found.folder / "model.safetensors").stat().st_size
    everything = [path for path in (tmp_path / "cache").rglob("*") if path.is_file()]
    assert [path.name for path in everything if path.stat().st_size == size] == ["model.safetensors"]
    hub.requests.clear()
    assert names_in(fetch("hf:org/tiny").folder) == NEEDED
    assert hub.downloads() == []


def test_what_the_disk_has_no_room_for_is_refused_before_it_begins(hub, fetch, monkeypatch):
    free = shutil.disk_usage(".").free
    monkeypatch.setattr("tests.helpers.hub.CLAIMED_MORE_BYTES", free)
    with pytest.raises(WeightsMissing, match=r"org/tiny needs [\d,]+ MB more on the disk of .* MB are free there"):
        fetch("hf:org/tiny")
    assert hub.downloads() == []


def test_a_disk_that_fills_up_is_told_and_what_has_arrived_goes_on(hub, fetch):
    with small_files(60_000), pytest.raises(WeightsMissing, match=r"^The download failed: File too large.*Make room"):
        fetch("hf:org/tiny")
    hub.requests.clear()
    assert names_in(fetch("hf:org/tiny").folder) == NEEDED
    assert "bytes=60000-" in [asked for _, path, asked in hub.requests if path.endswith("/model.safetensors")]


def test_a_private_model_needs_the_login_of_this_machine(hub, fetch, monkeypatch):
    hub.repos["org/tiny"].token = "hf_mine"
    monkeypatch.setenv("HF_TOKEN", "hf_other")
    with pytest.raises(WeightsMissing, match=r"only to those who may see it.*HF_TOKEN") as refused:
        fetch("hf:org/tiny")
    assert "hf_other" not in str(refused.value)
    monkeypatch.setenv("HF_TOKEN", "hf_mine")
    assert names_in(fetch("hf:org/tiny").folder) == NEEDED


@pytest.mark.parametrize("revision", ["", "@v1"])
def test_without_the_hub_the_copy_on_this_machine_is_used_with_a_notice(revision, hub, fetch):
    fetch(f"hf:org/tiny{revision}")
    hub.status = 503
    found = fetch(f"hf:org/tiny{revision}")
    assert found.revision == COMMIT
    assert "comes from this machine" in found.notices[0]
    assert "status 503" in found.notices[0]


def test_a_partial_copy_is_not_taken_for_the_model(hub, fetch):
    (fetch("hf:org/tiny").folder / "model.safetensors").unlink()
    hub.status = 503
    with pytest.raises(WeightsMissing, match="is not complete"):
        fetch("hf:org/tiny")


def test_a_hub_that_cannot_be_reached_is_told_with_what_to_do(monkeypatch, fetch):
    monkeypatch.setattr(constants, "HF_HUB_OFFLINE", False)
    monkeypatch.setenv("HF_ENDPOINT", "http://127.0.0.1:9")
    with pytest.raises(
        WeightsMissing, match=r"^The hub at .* cannot be reached.*is not complete.*HF_ENDPOINT.*local folder"
    ):
        fetch("hf:org/tiny")


def test_offline_mode_is_told(monkeypatch, fetch):
    monkeypatch.setattr(constants, "HF_HUB_OFFLINE", True)
    with pytest.raises(WeightsMissing, match="HF_HUB_OFFLINE forbids"):
        fetch("hf:org/tiny")


def test_an_unknown_model_is_told(hub, fetch):
    with pytest.raises(WeightsMissing, match="There is no model org/other on the hub"):
        fetch("hf:org/other")


def test_an_unknown_revision_is_told(hub, fetch):
    with pytest.raises(WeightsMissing, match="no revision 'v9'"):
        fetch("hf:org/tiny@v9")


def test_a_gated_model_is_told_with_where_to_accept_its_terms(hub, fetch):
    hub.repos["org/tiny"].gated = True
    with pytest.raises(WeightsMissing, match=rf"is gated.*Accept them at {hub.url}/org/tiny"):
        fetch("hf:org/tiny")


def test_a_repository_without_a_transformers_model_is_told(hub, fetch):
    (hub.repos["org/tiny"].folder / "config.json").unlink()
    with pytest.raises(WeightsMissing, match="holds no model in transformers' format"):
        fetch("hf:org/tiny")


def test_an_id_that_the_hub_could_not_have_is_told(hub, fetch):
    with pytest.raises(ArgumentError, match="is not the id"):
        fetch("hf:org--x/tiny--")


@pytest.mark.slow
def test_a_lane_loads_a_hub_model_by_its_id_and_says_nothing_on_the_terminal(hub, tmp_path):
    script = (
        "from granview.core.lane import LaneSpec\n"
        "from granview.models.load import load_adapter\n"
        "facts = load_adapter(LaneSpec('x', 'hf:org/tiny@v1', device='cpu'), lambda what, share: None).facts\n"
        "print(facts.revision, facts.architecture, facts.notices)\n"
    )
    place = {"HF_ENDPOINT": hub.url, "HF_HUB_OFFLINE": "0", "HF_HOME": str(tmp_path / "home")}
    command = [sys.executable, "-W", "error", "-c", script]
    done = subprocess.run(command, env={**os.environ, **place}, capture_output=True, text=True, check=False)
    assert done.stderr == ""
    assert done.stdout == f"{COMMIT} SegformerForSemanticSegmentation ()\n"
