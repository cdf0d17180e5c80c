import shutil

import pytest

from granview.cli import main
from granview.cli.ladder_options import lanes_of, tell_downloads
from granview.cli.run_parser import run_parser
from granview.core.errors import ArgumentError
from granview.core.lane import LaneSpec
from tests.helpers.hub import reachable_hub, save_model


@pytest.fixture
def hub(tmp_path, monkeypatch):
    with reachable_hub(monkeypatch) as server:
        server.repos["google/bert_uncased_L-2_H-128_A-2"] = save_model(tmp_path / "served", weight_bytes=2_000_000)
        monkeypatch.setattr("huggingface_hub.constants.HF_HUB_CACHE", str(tmp_path / "cache"))
        yield server


def lanes(*arguments):
    options = run_parser().parse_args([*arguments, "--input", "x.txt", "--out", "out"])
    return lanes_of(options, LaneSpec("", "", device="cpu", task=""))


def test_a_ladder_is_a_lane_for_each_rung_beside_the_models_that_are_named():
    names = [lane.name for lane in lanes("--model", "zoo:ner-nano,name=zoo-ner-nano", "--ladder", "zoo-ner")]
    assert names == ["zoo-ner-nano", "zoo-ner-base", "zoo-ner-nano-2"]


def test_a_run_without_a_model_or_a_ladder_is_refused(tmp_path, capsys):
    assert main(["run", "--input", "x.txt", "--out", str(tmp_path)]) == 2
    assert "No model was named" in capsys.readouterr().err


def test_what_is_downloaded_is_told_before_it_is(hub, capsys):
    tell_downloads(lanes("--ladder", "bert=tiny"))
    told = capsys.readouterr().err
    assert "granview: 1 model must be downloaded: 2 MB; " in told
    assert "granview: hf:google/bert_uncased_L-2_H-128_A-2: 2 MB\n" in told
    assert "granview: The model needs about 318 MB of memory before a first sample; " in told
    assert hub.downloads() == []


def test_an_estimate_says_that_it_is_one_and_why(hub, capsys):
    hub.status = 503
    tell_downloads(lanes("--ladder", "bert=tiny,mini"))
    told = capsys.readouterr().err
    assert "granview: 2 models must be downloaded: about 62 MB; " in told
    assert "L-2_H-128_A-2: about 18 MB (estimated: the hub at" in told
    assert "Together the models need about" in told


def test_what_the_disk_has_no_room_for_is_refused(hub, monkeypatch):
    monkeypatch.setattr("tests.helpers.hub.CLAIMED_MORE_BYTES", shutil.disk_usage(".").free)
    with pytest.raises(ArgumentError, match=r"but only [\d.]+ GB are free on the disk of"):
        tell_downloads(lanes("--ladder", "bert=tiny"))


def test_lanes_that_download_nothing_are_not_spoken_of(hub, capsys):
    tell_downloads(lanes("--ladder", "zoo-ner"))
    assert capsys.readouterr() == ("", "")
    assert hub.requests == []
