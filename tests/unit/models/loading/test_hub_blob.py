import hashlib

import pytest
from huggingface_hub import constants

from granview.core.errors import WeightsChanged
from granview.models.loading import hub_blob
from granview.models.loading.hub_blob import fetch_blob
from tests.helpers.hub import HubServer, Repo

CONTENT = bytes(range(256)) * 4_000
DIGEST = hashlib.sha256(CONTENT).hexdigest()
NAME = "weights.bin"


@pytest.fixture
def hub(tmp_path, monkeypatch):
    (tmp_path / "served").mkdir()
    (tmp_path / "served" / NAME).write_bytes(CONTENT)
    monkeypatch.setattr(constants, "HF_HUB_OFFLINE", False)
    monkeypatch.setattr(hub_blob, "PAUSE_S", 0.0)
    with HubServer() as server:
        server.repos["org/name"] = Repo(tmp_path / "served")
        yield server


@pytest.fixture
def blob(tmp_path):
    return tmp_path / "cache" / "models--org--name" / "blobs" / DIGEST


def fetch(hub, blob):
    counted = []
    fetch_blob(f"{hub.url}/org/name/resolve/main/{NAME}", blob, DIGEST, counted.append)
    return counted


def ranges(hub):
    return [asked for _, _, asked in hub.requests]


def test_a_connection_that_is_cut_at_twenty_places_is_taken_up_at_each(hub, blob):
    places = [len(CONTENT) * part // 21 for part in range(1, 21)]
    hub.cut[NAME] = list(places)
    counted = fetch(hub, blob)
    assert blob.read_bytes() == CONTENT
    assert ranges(hub) == ["", *(f"bytes={place}-" for place in places)]
    assert counted == sorted(counted)
    assert counted[-1] == len(CONTENT)
    assert list(blob.parent.iterdir()) == [blob]


@pytest.mark.parametrize("place", [len(CONTENT) * part // 21 for part in range(1, 21)])
def test_what_an_ended_process_has_left_at_any_place_is_continued(place, hub, blob):
    blob.parent.mkdir(parents=True)
    blob.with_name(f"{DIGEST}.incomplete").write_bytes(CONTENT[:place])
    fetch(hub, blob)
    assert blob.read_bytes() == CONTENT
    assert ranges(hub) == [f"bytes={place}-"]


def test_a_part_with_a_flipped_byte_is_refused_and_removed_so_that_the_next_is_whole(hub, blob):
    blob.parent.mkdir(parents=True)
    part = blob.with_name(f"{DIGEST}.incomplete")
    part.write_bytes(b"\xff" + CONTENT[1:1000])
    with pytest.raises(WeightsChanged, match=rf"weights.bin arrived damaged.*the hub names {DIGEST[:8]}"):
        fetch(hub, blob)
    assert not part.exists()
    assert not blob.exists()
    fetch(hub, blob)
    assert blob.read_bytes() == CONTENT


@pytest.mark.parametrize("left", [CONTENT, CONTENT + b"more"], ids=["whole", "too long"])
def test_a_part_that_wants_nothing_more_is_checked_or_begun_anew(left, hub, blob):
    blob.parent.mkdir(parents=True)
    blob.with_name(f"{DIGEST}.incomplete").write_bytes(left)
    fetch(hub, blob)
    assert blob.read_bytes() == CONTENT


def test_a_hub_that_sends_nothing_is_given_up_after_some_tries(hub, blob):
    hub.cut[NAME] = [0] * 9
    with pytest.raises(Exception, match="without sending complete message body"):
        fetch(hub, blob)
    assert len(hub.requests) == 5


def test_what_is_there_is_not_asked_for(hub, blob):
    fetch(hub, blob)
    hub.requests.clear()
    fetch(hub, blob)
    assert hub.requests == []
