"""Lanes whose model comes from the hub, stopped while it comes, and their tokens."""

from pathlib import Path
from threading import Event

import numpy as np
import pytest
from safetensors.numpy import save_file

from granview.core.events import LaneChanged, LaneState
from granview.core.lane import LaneSpec
from granview.engine.limits import WorkerOptions
from tests.engine.conftest import NewEngine
from tests.helpers.engine import Witness
from tests.helpers.hub import COMMIT, HubServer, Repo

WORKERS = WorkerOptions(start_method="spawn", loader="tests.helpers.hub_lane:load_adapter")
TOKEN = "hf_abcdefghijklmnopqrstuvwxyz"


@pytest.fixture
def hub(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    folder = tmp_path / "served"
    folder.mkdir()
    (folder / "config.json").write_text("{}")
    save_file({"weight": np.arange(500_000, dtype=np.float32)}, folder / "model.safetensors")
    with HubServer() as server:
        server.repos["org/model"] = Repo(folder)
        monkeypatch.setenv("HF_ENDPOINT", server.url)
        monkeypatch.setenv("HF_HUB_OFFLINE", "0")
        monkeypatch.setenv("HF_HOME", str(tmp_path / "home"))
        monkeypatch.setenv("HF_TOKEN", TOKEN)
        yield server


def names_in(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.rglob("*") if path.is_file())


@pytest.mark.slow
def test_a_lane_that_is_closed_stops_its_download_and_the_next_goes_on(
    hub: HubServer, new_engine: NewEngine, witness: Witness, tmp_path: Path
) -> None:
    hub.halted["model.safetensors"] = Event()
    engine, lane = new_engine(workers=WORKERS), LaneSpec("one", "hf:org/model", device="cpu")
    engine.open_lane(lane)
    assert hub.asked_for_halted.wait(60)
    half = (hub.repos["org/model"].folder / "model.safetensors").stat().st_size // 2
    cache = tmp_path / "home" / "hub" / "models--org--model"
    witness.wait_for(lambda events: any(isinstance(e, LaneChanged) and (e.fraction or 0) > 0.49 for e in events))
    engine.close_lane("one")
    witness.wait_for_state("one", LaneState.CLOSED)
    engine.shutdown()
    parts = list((cache / "blobs").iterdir())
    assert [part.suffix for part in parts] == [".incomplete"]
    assert parts[0].stat().st_size == half
    assert not (cache / "snapshots" / COMMIT / "model.safetensors").exists()
    hub.halted.clear()
    hub.requests.clear()
    again = new_engine(workers=WORKERS)
    again.open_lane(LaneSpec("two", "hf:org/model", device="cpu"))
    witness.wait_for_state("two", LaneState.IDLE)
    assert f"bytes={half}-" in [asked for _, path, asked in hub.requests if path.endswith("/model.safetensors")]
    assert names_in(cache / "snapshots") == ["config.json", "model.safetensors"]
    assert f"Bearer {TOKEN}" in hub.logins
    assert not any(TOKEN in repr(event) for event in witness.events)
