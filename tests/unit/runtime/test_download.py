import shutil
from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest

from granview.core.errors import BuildCancelled, RuntimeProblem
from granview.runtime.download import PAUSES_S, Download
from granview.runtime.https import without_login
from granview.runtime.lock_file import Wheel
from granview.runtime.progress import BuildProgress
from tests.helpers.runtimes import IndexServer, serving, write_wheels


@pytest.fixture
def wheels(tmp_path: Path) -> tuple[Wheel, ...]:
    return write_wheels(tmp_path / "index")


@pytest.fixture
def server(tmp_path: Path, wheels: tuple[Wheel, ...]) -> Iterator[IndexServer]:
    with serving(tmp_path / "index") as server:
        yield server


class Run:
    """A download into a folder, and what it says meanwhile."""

    def __init__(self, wheels: tuple[Wheel, ...], server: IndexServer, folder: Path, cancel_after: int = 10**9) -> None:
        self.told: list[BuildProgress] = []
        self.waited: list[float] = []
        calls = count()
        self.download = Download(
            wheels, server.index, folder, self.told.append, lambda: next(calls) >= cancel_after, self.waited.append
        )


def test_all_wheels_come_with_their_bytes_and_its_speed_counted(
    wheels: tuple[Wheel, ...], server: IndexServer, tmp_path: Path
) -> None:
    run = Run(wheels, server, tmp_path / "wheels")
    run.download.run()

    assert sorted(path.name for path in (tmp_path / "wheels").iterdir()) == sorted(each.filename for each in wheels)
    total = sum(wheel.size_bytes for wheel in wheels)
    assert run.told[-1].done_bytes == run.told[-1].total_bytes == total
    assert run.told[0].file.startswith("torch-"), "the largest comes first"
    assert [told.done_bytes for told in run.told] == sorted(told.done_bytes for told in run.told)
    asked = len(server.asked)
    Run(wheels, server, tmp_path / "wheels").download.run()
    assert len(server.asked) == asked, "what is there is not asked for again"


@pytest.mark.parametrize("as_html", [False, True], ids=["PEP 691", "PEP 503"])
def test_what_broke_off_goes_on_where_it_did(
    wheels: tuple[Wheel, ...], server: IndexServer, tmp_path: Path, as_html: bool
) -> None:
    server.as_html = as_html
    server.breaks = [100_000, 50_000]
    run = Run(wheels, server, tmp_path / "wheels")
    run.download.run()

    assert server.ranges_of(wheels[0].filename) == [None, "bytes=100000-", "bytes=150000-"]
    troubles = [told.trouble for told in run.told if told.trouble]
    assert len(troubles) == 2
    assert "cannot be reached" in troubles[0]
    assert sum(run.waited) == pytest.approx(2 * PAUSES_S[0]), "each byte that comes begins the count anew"


def test_cancelled_keeps_what_has_come_and_the_next_goes_on(
    wheels: tuple[Wheel, ...], server: IndexServer, tmp_path: Path
) -> None:
    with pytest.raises(BuildCancelled, match="cancelled"):
        Run(wheels, server, tmp_path / "wheels", cancel_after=0).download.run()
    part = tmp_path / "wheels" / f"{wheels[0].filename}.part"
    size = part.stat().st_size
    assert 0 < size < wheels[0].size_bytes

    Run(wheels, server, tmp_path / "wheels").download.run()
    assert server.ranges_of(wheels[0].filename) == [None, f"bytes={size}-"]
    assert not part.exists()


def test_a_server_without_ranges_begins_anew(
    wheels: tuple[Wheel, ...], server: IndexServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    part = tmp_path / "wheels" / f"{wheels[0].filename}.part"
    part.parent.mkdir()
    part.write_bytes(b"x" * 1000)
    with monkeypatch.context() as patched:
        patched.setattr("granview.runtime.download.open_url", _without_range)
        Run(wheels, server, tmp_path / "wheels").download.run()

    assert (tmp_path / "wheels" / wheels[0].filename).stat().st_size == wheels[0].size_bytes


def _without_range(address: str, headers: dict[str, str]) -> object:
    from granview.runtime.https import open_url

    assert headers == {"Range": "bytes=1000-"} or not headers
    return open_url(address, {})


def test_another_file_is_refused_and_removed(wheels: tuple[Wheel, ...], server: IndexServer, tmp_path: Path) -> None:
    path = tmp_path / "index" / wheels[0].filename
    data = path.read_bytes()
    path.write_bytes(data[:-1] + b"?")
    with pytest.raises(RuntimeProblem, match=r"torch-0\.1-py3-none-any\.whl is not the file that was locked"):
        Run(wheels, server, tmp_path / "wheels").download.run()
    assert list((tmp_path / "wheels").iterdir()) == []

    path.write_bytes(data + b"more")
    with pytest.raises(RuntimeProblem, match="is not the file that was locked"):
        Run(wheels, server, tmp_path / "wheels").download.run()

    path.write_bytes(data)
    Run(wheels, server, tmp_path / "wheels").download.run()


def test_a_file_that_was_damaged_since_is_fetched_again(
    wheels: tuple[Wheel, ...], server: IndexServer, tmp_path: Path
) -> None:
    (tmp_path / "wheels").mkdir()
    path = tmp_path / "wheels" / wheels[0].filename
    path.write_bytes(b"damaged")
    Run(wheels, server, tmp_path / "wheels").download.run()

    assert path.stat().st_size == wheels[0].size_bytes


def test_a_server_that_is_out_of_order_is_tried_again_and_then_named(
    wheels: tuple[Wheel, ...], server: IndexServer, tmp_path: Path
) -> None:
    server.status = {f"/files/{wheels[0].filename}": 503}
    run = Run(wheels, server, tmp_path / "wheels")
    with pytest.raises(RuntimeProblem, match="503") as error:
        run.download.run()

    assert sum(run.waited) == pytest.approx(sum(PAUSES_S))
    assert "folder of wheels" in error.value.hint


def test_what_refuses_is_named_at_once(wheels: tuple[Wheel, ...], server: IndexServer, tmp_path: Path) -> None:
    server.status = {"/simple/torch/": 403}
    run = Run(wheels, server, tmp_path / "wheels")
    with pytest.raises(RuntimeProblem, match=r"/simple/torch/ cannot be reached: it refuses access; a firewall"):
        run.download.run()
    assert run.waited == []

    server.status = {}
    (tmp_path / "index" / wheels[0].filename).unlink()
    with pytest.raises(RuntimeProblem, match=r"/simple/torch/ does not have torch-0\.1"):
        Run(wheels, server, tmp_path / "wheels").download.run()


def test_the_speed_is_measured_on_bytes_that_are_kept(
    wheels: tuple[Wheel, ...], server: IndexServer, tmp_path: Path
) -> None:
    run = Run(wheels, server, tmp_path / "wheels")
    run.download.sample_speed(0.0)

    assert (tmp_path / "wheels" / f"{wheels[0].filename}.part").stat().st_size > 0
    run.download.run()
    assert server.ranges_of(wheels[0].filename)[1] is not None
    shutil.rmtree(tmp_path / "index")
    assert run.download.sample_speed(1.0) is None, "everything is there"


def test_a_name_and_a_password_go_to_the_index_and_into_no_message(
    wheels: tuple[Wheel, ...], server: IndexServer, tmp_path: Path
) -> None:
    server.login = "zoë:se/cret"
    server.address = server.address.replace("http://", "http://zo%C3%AB:se%2Fcret@")
    Run(wheels, server, tmp_path / "wheels").download.run()
    assert len(list((tmp_path / "wheels").iterdir())) == len(wheels)

    server.login = "another"
    with pytest.raises(RuntimeProblem, match="asks for a name and a password") as refused:
        Run(wheels, server, tmp_path / "none").download.run()
    assert not any(word in str(refused.value) for word in ("zo", "se%2Fcret", "@"))


def test_a_password_is_taken_out_of_an_address_that_is_shown() -> None:
    assert without_login("https://a:b@c:1/simple?x=1") == ("https://c:1/simple?x=1", "a:b")
    assert without_login("https://c/simple") == ("https://c/simple", "")
    assert without_login("https://a:b@[c/simple") == ("[c/simple", "")
