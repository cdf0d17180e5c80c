"""A model from the hub in a session: the commit is recorded, and a later run has the same one."""

import pytest

from granview.api.compare_models import run_lanes
from granview.api.inputs import find_inputs
from granview.core.lane import LaneSpec
from granview.core.run_params import RunParams
from granview.engine.limits import WorkerOptions
from granview.store.session import Session
from tests.helpers.engine import picture
from tests.helpers.hub import COMMIT, HubServer, Repo

WORKERS = WorkerOptions(start_method="spawn", loader="tests.helpers.hub_lane:load_adapter")
NEWER = "f" * 40
TOKEN = "hf_abcdefghijklmnopqrstuvwxyz"


@pytest.fixture
def hub(tmp_path, monkeypatch):
    folder = tmp_path / "served"
    folder.mkdir()
    (folder / "config.json").write_text("{}")
    (folder / "model.safetensors").write_bytes(bytes(1000))
    with HubServer() as server:
        server.repos["org/model"] = Repo(folder)
        monkeypatch.setenv("HF_ENDPOINT", server.url)
        monkeypatch.setenv("HF_HUB_OFFLINE", "0")
        monkeypatch.setenv("HF_HOME", str(tmp_path / "home"))
        monkeypatch.setenv("HF_TOKEN", TOKEN)
        yield server


@pytest.mark.slow
def test_a_session_runs_the_commit_again_that_it_has_recorded_and_holds_no_token(hub, tmp_path):
    lane = LaneSpec("one", "hf:org/model", device="cpu")
    path = tmp_path / "a.granview"
    for name in ("first", "second"):
        picture(tmp_path, name)
        with Session.open(path) if path.exists() else Session.create(path) as session:
            inputs = find_inputs([tmp_path / f"{name}.png"], (), session.samples())
            outcome = run_lanes(session, [lane], inputs, RunParams(), lambda events: None, workers=WORKERS)
            record = session.lanes()[0]
        assert outcome.failed == 0
        assert (record.spec.model, record.facts.revision) == ("hf:org/model", COMMIT)
        hub.repos["org/model"].revisions["main"] = NEWER
    assert f"Bearer {TOKEN}" in hub.logins
    assert not any(TOKEN.encode() in file.read_bytes() for file in tmp_path.glob("a.granview*"))
