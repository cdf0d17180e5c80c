import os
import shutil

import pytest

from granview.core.lane import LaneSpec
from granview.gui.background.jobs import Jobs
from granview.gui.dialogs.choice_plan import ChoicePlanView
from granview.io.free_memory import free_bytes
from tests.helpers.hub import reachable_hub, save_model
from tests.helpers.shell_waiting import until

LANE = LaneSpec("one", "hf:org/model", device="cpu")


@pytest.fixture
def hub(tmp_path, monkeypatch):
    with reachable_hub(monkeypatch) as server:
        server.repos["org/model"] = save_model(tmp_path / "served", weight_bytes=3_000_000)
        monkeypatch.setattr("huggingface_hub.constants.HF_HUB_CACHE", str(tmp_path / "cache"))
        yield server


@pytest.fixture
def planned(qapp, hub):
    """What the two lines say of a choice."""
    jobs = Jobs(2, "test", lambda error: None)
    view = ChoicePlanView(jobs, lambda: {"old": os.getpid()})

    def plan(lanes, params):
        heard = []
        view.changed.connect(lambda: heard.append(True))
        view.plan(lanes, params)
        until(qapp, lambda: heard)
        return view

    yield plan
    view.stop()
    jobs.close()
    view.deleteLater()


def test_the_download_is_told_with_the_free_disk_and_the_memory(planned):
    view = planned([LANE], {LANE.model: 1_000_000})
    assert view.disk.text().startswith("1 model must be downloaded: 3 MB; ")
    assert " are free on the disk of " in view.disk.text()
    assert view.memory.text().startswith("It needs about 304 MB of memory before a first sample; ")
    assert view.refusal == ""


def test_what_is_on_this_machine_downloads_nothing(planned):
    view = planned([LaneSpec("one", "zoo:unet-nano", device="cpu")], {"zoo:unet-nano": 1000})
    assert view.disk.text() == ""
    assert not view.disk.isVisibleTo(view)


def test_what_the_disk_has_no_room_for_is_refused(planned, monkeypatch):
    monkeypatch.setattr("tests.helpers.hub.CLAIMED_MORE_BYTES", shutil.disk_usage(".").free)
    view = planned([LANE], {})
    assert "but only" in view.refusal
    assert view.disk.text() == view.refusal


def test_present_lanes_are_counted_where_memory_is_short(planned):
    view = planned([LANE], {LANE.model: free_bytes("cpu") // 4})
    assert ", but " in view.memory.text()
    assert "Unload old first" in view.memory.text() or "Choose a smaller model" in view.memory.text()
    assert view.memory.property("role") == "warn"


def test_an_estimate_says_why_it_is_one(hub, planned):
    hub.status = 503
    lane = LaneSpec("one", "hf:google/bert_uncased_L-2_H-128_A-2", device="cpu")
    view = planned([lane], {})
    assert "about 18 MB" in view.disk.text()
    assert "Estimated: the hub at" in view.disk.text()
