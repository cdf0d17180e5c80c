import hashlib

import pytest

from granview.core.errors import WeightsMissing
from granview.models.loading.download import fetch_file
from tests.helpers.hub import HubServer, Repo

CONTENT = bytes(range(256)) * 20_000
DIGEST = hashlib.sha256(CONTENT).hexdigest()


@pytest.fixture
def server(tmp_path):
    (tmp_path / "served").mkdir()
    (tmp_path / "served" / "weights.pth").write_bytes(CONTENT)
    with HubServer() as hub:
        hub.repos["org/name"] = Repo(tmp_path / "served")
        yield hub


def url(server):
    return f"{server.url}/org/name/resolve/main/weights.pth"


def fetch(server, target, prefix=DIGEST[:8]):
    shares = []
    fetch_file(url(server), target, prefix, lambda what, share: shares.append(share))
    return shares


def test_a_file_arrives_whole_with_progress(server, tmp_path):
    target = tmp_path / "deep" / "weights.pth"
    shares = fetch(server, target)
    assert target.read_bytes() == CONTENT
    assert shares == sorted(shares)
    assert shares[-1] == 1.0
    assert list(target.parent.iterdir()) == [target]


def test_an_interrupted_download_goes_on_where_it_stopped(server, tmp_path):
    target = tmp_path / "weights.pth"
    server.cut["weights.pth"] = [1_234_567]
    with pytest.raises(WeightsMissing, match="goes on where it stopped"):
        fetch(server, target)
    assert not target.exists()
    fetch(server, target)
    assert target.read_bytes() == CONTENT
    assert server.requests[-1][2] == "bytes=1234567-"


def test_a_file_with_another_hash_is_not_put_in_place(server, tmp_path):
    target = tmp_path / "weights.pth"
    with pytest.raises(WeightsMissing, match="is damaged"):
        fetch(server, target, "00000000")
    assert list(tmp_path.glob("weights.pth*")) == []


def test_a_refusal_is_told_with_its_status(server, tmp_path):
    server.status = 403
    with pytest.raises(WeightsMissing, match="answered with status 403"):
        fetch(server, tmp_path / "weights.pth")
