import pytest

from granview.core.errors import WeightsMissing
from granview.io.hub.listing import list_files
from tests.helpers import hub
from tests.helpers.hub import reachable_hub, save_model


@pytest.fixture
def server(tmp_path, monkeypatch):
    with reachable_hub(monkeypatch) as server:
        server.repos["org/name"] = save_model(tmp_path / "served")
        yield server


def test_files_are_listed_with_their_hashes(server):
    listing = list_files("org/name", "main")
    assert {file.name for file in listing.wanted()} >= {"config.json", "model.safetensors"}


def test_an_answer_whose_hash_would_lead_out_of_the_cache_is_refused(server, monkeypatch):
    """A content's hash is the name of its file here, and its part is written before the hash is compared."""
    monkeypatch.setattr(hub, "_sha256", lambda path: "../../../../escaped")
    with pytest.raises(WeightsMissing, match=r"is not a hub's: it names '\.\./"):
        list_files("org/name", "main")


def test_an_answer_whose_names_would_lead_out_of_the_cache_is_refused(server, monkeypatch):
    monkeypatch.setattr(hub, "_name", lambda repo, path: f"../../{path.name}.model")
    with pytest.raises(WeightsMissing, match=r"is not a hub's: it names '\.\./\.\./"):
        list_files("org/name", "main")
