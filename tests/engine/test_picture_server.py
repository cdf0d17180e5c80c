"""The picture server with its real decoder process."""

import mmap
import os
import queue
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import numpy as np
import psutil
import pytest

from granview.core.errors import InputError
from granview.core.image_params import ImageRange
from granview.engine.decoder_process import DecoderProcess
from granview.engine.picture_server import PictureServer, SharedPicture, Thumbnail
from granview.io.image_reader import read_image
from tests.helpers.images import noise, png_claiming, save, webp_claiming
from tests.helpers.odd import Panic
from tests.helpers.pictures import PATIENCE_S, Answers


@pytest.fixture
def server() -> Iterator[PictureServer]:
    server = PictureServer()
    yield server
    server.close()


@pytest.fixture
def answers(server: PictureServer) -> Answers:
    return Answers(server)


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A picture whose decoding takes a good part of a second."""
    return save(tmp_path_factory.mktemp("large") / "large.jpg", noise(6000, 6000))


@contextmanager
def frozen(answers: Answers, path: Path) -> Iterator[None]:
    """The decoder, started if it was not, stands still: what it is given stays under way."""
    answers.thumbnail(path, 7)
    pid = answers.server.decoder_pid
    os.kill(pid, signal.SIGSTOP)
    try:
        yield
    finally:
        if psutil.pid_exists(pid):
            os.kill(pid, signal.SIGCONT)


def wait_for(condition: Callable[[], bool]) -> None:
    deadline = time.monotonic() + PATIENCE_S
    while not condition():
        assert time.monotonic() < deadline
        time.sleep(0.005)


def test_a_picture_comes_as_a_pyramid_in_shared_memory(tmp_path: Path, answers: Answers) -> None:
    path = save(tmp_path / "x.png", noise(300, 500))
    picture = answers.picture(path)
    assert (picture.width, picture.height, picture.notices) == (500, 300, ())
    assert [level.array.shape for level in picture.levels] == [(300, 500, 4), (150, 250, 4)]
    assert [level.scale for level in picture.levels] == [1, 2]
    pixels = picture.levels[0].array
    np.testing.assert_array_equal(pixels[..., 2::-1], read_image(path).pixels)
    assert (pixels[..., 3] == 255).all()
    assert not pixels.flags.writeable
    picture.release()


def test_a_thumbnail(tmp_path: Path, answers: Answers) -> None:
    thumbnail = answers.thumbnail(save(tmp_path / "x.png", noise(300, 600)), 100)
    assert thumbnail.pixels.shape == (50, 100, 4)
    assert (thumbnail.width, thumbnail.height) == (600, 300)


def test_notices_come_with_the_picture(tmp_path: Path, answers: Answers) -> None:
    path = save(tmp_path / "x.png", np.full((4, 4), 1000, np.uint16))
    assert "10 bits" in answers.picture(path).notices[0]


def test_a_picture_and_its_thumbnail_are_read_in_the_range_that_is_asked_for(
    tmp_path: Path, server: PictureServer
) -> None:
    path = save(tmp_path / "x.png", np.full((4, 4), 1023, np.uint16))
    said: queue.SimpleQueue[Any] = queue.SimpleQueue()
    for image_range, grey in ((None, 4), (ImageRange(0, 1023), 255), (None, 4)):
        server.picture(path, said.put, image_range)
        assert (said.get(timeout=60).levels[0].array[..., 0] == grey).all()
        server.thumbnail(path, 4, said.put, image_range)
        assert (said.get(timeout=60).pixels[..., 0] == grey).all()


def test_a_file_that_cannot_be_shown_is_an_error_in_words_and_the_rest_goes_on(
    tmp_path: Path, answers: Answers
) -> None:
    (tmp_path / "bomb.png").write_bytes(png_claiming(50_000, 50_000))
    (tmp_path / "text.png").write_bytes(b"text")
    os.mkfifo(tmp_path / "pipe.png")
    for name, words in (
        ("bomb.png", "claims 50000"),
        ("text.png", "holds text"),
        ("pipe.png", "a pipe"),
        ("no.png", "not there"),
    ):
        for ask in (answers.ask_picture, answers.ask_thumbnail):
            ask(tmp_path / name)
            _, answer = answers.next()
            assert isinstance(answer, InputError)
            assert words in answer.message
    assert answers.picture(save(tmp_path / "x.png")).width == 32


def test_a_name_that_is_no_text_is_an_error_in_words(tmp_path: Path, answers: Answers) -> None:
    answers.ask_picture(tmp_path / "caf\udce9.png")
    assert "no valid text" in str(answers.next()[1])
    answers.thumbnail(save(tmp_path / "x.png"))


def test_asking_returns_at_once(tmp_path: Path, answers: Answers) -> None:
    """The first request starts a process, which takes long; the caller must not notice."""
    path = save(tmp_path / "x.png")
    start = time.perf_counter()
    answers.ask_picture(path)
    assert time.perf_counter() - start < 0.1
    answers.next()


def test_callbacks_come_on_one_thread_that_is_not_the_caller_s(tmp_path: Path, server: PictureServer) -> None:
    path, threads, done = save(tmp_path / "x.png"), set(), threading.Semaphore(0)

    def note(answer: object) -> None:
        threads.add(threading.get_ident())
        done.release()

    server.picture(path, note)
    server.thumbnail(path, 8, note)
    assert done.acquire(timeout=PATIENCE_S)
    assert done.acquire(timeout=PATIENCE_S)
    assert len(threads) == 1
    assert threading.get_ident() not in threads


def test_pictures_come_before_thumbnails_and_the_latest_picture_first(tmp_path: Path, answers: Answers) -> None:
    first, *others = [save(tmp_path / name) for name in ("first.png", "t1.png", "t2.png", "p1.png", "p2.png")]
    with frozen(answers, first):
        answers.ask_picture(first)
        wait_for(lambda: answers.server.decoding == (first,))
        for path in others:
            (answers.ask_thumbnail if path.name.startswith("t") else answers.ask_picture)(path)
    assert [name for name, _ in answers.take(5)] == ["first.png", "p2.png", "p1.png", "t1.png", "t2.png"]


def test_a_thumbnail_under_way_does_not_hold_a_picture_up(tmp_path: Path, answers: Answers) -> None:
    thumbnail, picture = save(tmp_path / "t.png"), save(tmp_path / "p.png")
    with frozen(answers, thumbnail):
        answers.ask_thumbnail(thumbnail)
        wait_for(lambda: answers.server.decoding == (thumbnail,))
        answers.ask_picture(picture)
        wait_for(lambda: answers.server.decoding == (thumbnail, picture))
    answers.take(2)


def test_those_who_ask_for_the_same_share_one_decoding(tmp_path: Path, answers: Answers) -> None:
    path = save(tmp_path / "x.png")
    for _ in range(3):
        answers.ask_picture(path)
    pictures = [answer for _, answer in answers.take(3)]
    assert pictures[0] is pictures[1] is pictures[2]


def test_a_waiting_order_can_be_cancelled(tmp_path: Path, answers: Answers) -> None:
    first, other, last = [save(tmp_path / name) for name in ("first.png", "other.png", "last.png")]
    with frozen(answers, first):
        answers.ask_picture(first)
        wait_for(lambda: answers.server.decoding == (first,))
        ticket = answers.ask_picture(other)
        answers.ask_picture(last)
        ticket.cancel()
    assert [name for name, _ in answers.take(2)] == ["first.png", "last.png"]
    answers.thumbnail(last)
    assert answers.is_silent


def test_a_decoding_under_way_can_be_abandoned(tmp_path: Path, large: Path, answers: Answers) -> None:
    """Had it been decoded to its end, it would be in the cache."""
    small = save(tmp_path / "x.png")
    with frozen(answers, small):
        ticket = answers.ask_picture(large)
        wait_for(lambda: answers.server.decoding == (large,))
        ticket.cancel()
        answers.ask_picture(small)
    assert answers.next()[0] == "x.png"
    assert answers.server.decoding == ()
    assert answers.server.cached_bytes == 24 * 32 * 4
    assert answers.is_silent


def test_cancelling_one_of_two_leaves_the_other(tmp_path: Path, answers: Answers) -> None:
    path = save(tmp_path / "x.png")
    ticket = answers.ask_picture(path)
    answers.ask_picture(path)
    ticket.cancel()
    ticket.cancel()
    answers.next()
    answers.thumbnail(path)
    assert answers.is_silent


def test_a_picture_is_kept_and_decoded_anew_when_the_file_changes(tmp_path: Path, answers: Answers) -> None:
    path = save(tmp_path / "x.png")
    first = answers.picture(path)
    assert answers.picture(path) is first
    save(path, noise(10, 20))
    assert answers.picture(path).width == 20


def test_pictures_that_nobody_uses_go_when_memory_is_short(tmp_path: Path) -> None:
    paths = [save(tmp_path / f"{i}.png", noise(100, 100)) for i in range(3)]
    server = PictureServer(max_bytes=100 * 100 * 4 * 2)
    answers = Answers(server)
    held, other = answers.picture(paths[0]), answers.picture(paths[1])
    other.release()
    answers.picture(paths[2])
    assert server.cached_bytes == 2 * 40_000
    assert answers.picture(paths[0]) is held
    again = answers.picture(paths[1])
    assert again is not other
    assert server.cached_bytes == 3 * 40_000
    again.release()
    assert server.cached_bytes == 2 * 40_000
    server.close()


def test_memory_returns_to_the_system_when_a_picture_goes(large: Path) -> None:
    server = PictureServer(max_bytes=0)
    picture = Answers(server).picture(large)
    assert 0 <= _mapped_bytes(os.getpid()) - picture.size_bytes < mmap.PAGESIZE
    picture.release()
    del picture
    assert _mapped_bytes(os.getpid()) == 0
    wait_for(lambda: _mapped_bytes(server.decoder_pid) == 0)
    server.close()


def test_a_picture_outlives_its_release_as_long_as_it_is_referred_to(tmp_path: Path) -> None:
    server = PictureServer(max_bytes=0)
    picture = Answers(server).picture(save(tmp_path / "x.png"))
    pixels = picture.levels[0].array
    picture.release()
    picture.release()
    server.close()
    np.testing.assert_array_equal(pixels[..., 2::-1], noise())


def test_a_decoder_that_dies_costs_the_picture_it_died_of(tmp_path: Path, answers: Answers) -> None:
    bad, good = save(tmp_path / "bad.png"), save(tmp_path / "good.png")
    with frozen(answers, bad):
        first_pid = answers.server.decoder_pid
        answers.ask_picture(bad)
        wait_for(lambda: answers.server.decoding == (bad,))
        answers.ask_picture(good)
        os.kill(first_pid, signal.SIGKILL)
        (_, error), (_, picture) = answers.take(2)
    assert isinstance(error, InputError)
    assert error.message == "bad.png cannot be shown: the decoder was killed, probably because memory ran out."
    assert isinstance(picture, SharedPicture)
    assert answers.server.decoder_pid != first_pid


def test_a_decoder_that_dies_while_idle_is_replaced_unnoticed(tmp_path: Path, server: PictureServer) -> None:
    answers = Answers(server)
    answers.thumbnail(save(tmp_path / "x.png"))
    os.kill(server.decoder_pid, signal.SIGSEGV)
    wait_for(lambda: server.decoder_pid is None)
    assert isinstance(answers.thumbnail(tmp_path / "x.png"), Thumbnail)


def test_when_two_were_under_way_each_is_tried_again_alone(tmp_path: Path, answers: Answers) -> None:
    thumbnail, picture = save(tmp_path / "t.png"), save(tmp_path / "p.png")
    with frozen(answers, thumbnail):
        answers.ask_thumbnail(thumbnail)
        wait_for(lambda: answers.server.decoding == (thumbnail,))
        answers.ask_picture(picture)
        wait_for(lambda: answers.server.decoding == (thumbnail, picture))
        os.kill(answers.server.decoder_pid, signal.SIGKILL)
        said = dict(answers.take(2))
    assert isinstance(said["p.png"], SharedPicture)
    assert isinstance(said["t.png"], Thumbnail)


@pytest.mark.slow
def test_a_file_that_takes_too_long_is_given_up_and_the_rest_goes_on(tmp_path: Path) -> None:
    server = PictureServer(timeout_s=2)
    answers = Answers(server)
    path = save(tmp_path / "x.png")
    with frozen(answers, path):
        answers.ask_picture(path)
        _, answer = answers.next()
    assert isinstance(answer, InputError)
    assert answer.message == "x.png cannot be shown: the decoder was still at it after 2 s and was stopped."
    answers.thumbnail(path)
    server.close()


def test_a_listener_that_fails_does_not_stop_the_server(
    tmp_path: Path, server: PictureServer, caplog: pytest.LogCaptureFixture
) -> None:
    path = save(tmp_path / "x.png")
    server.thumbnail(path, 8, lambda answer: 1 // 0)
    Answers(server).thumbnail(path, 9)
    assert "ZeroDivisionError" in caplog.text


def test_closing_ends_the_decoder_and_silences_the_rest(tmp_path: Path) -> None:
    server = PictureServer()
    answers = Answers(server)
    path = save(tmp_path / "x.png")
    with frozen(answers, path):
        pid = server.decoder_pid
        answers.ask_picture(path)
        server.close()
    server.close()
    assert not psutil.pid_exists(pid)
    answers.ask_picture(path)
    server.thumbnail(path, 16, lambda _: pytest.fail("a thumbnail came")).cancel()
    assert answers.is_silent


def test_a_server_that_was_never_asked_starts_nothing() -> None:
    children = psutil.Process().children()
    PictureServer().close()
    assert psutil.Process().children() == children


PARENT = """
import sys, threading
from pathlib import Path
from typing import Any
from granview.engine.picture_server import PictureServer

def main():
    server = PictureServer()
    held, ready = [], threading.Event()
    def keep(answer):
        held.append(answer)
        ready.set()
    server.picture(Path(sys.argv[1]), keep)
    ready.wait(60)
    server.picture(Path(sys.argv[2]), held.append)
    print(server.decoder_pid, flush=True)
    if sys.argv[3] == "leave":
        return
    threading.Event().wait(60)

if __name__ == "__main__":
    main()
"""


@pytest.mark.slow
@pytest.mark.parametrize("end", ["kill", "leave"])
def test_nothing_is_left_when_the_window_s_process_ends(tmp_path: Path, large: Path, end: str) -> None:
    """Killed, or gone without closing, in the middle of a decoding: no process, no complaint."""
    script = tmp_path / "parent.py"
    script.write_text(PARENT)
    arguments = [sys.executable, "-W", "error", str(script), str(save(tmp_path / "x.png")), str(large), end]
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])}
    with subprocess.Popen(
        arguments, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as parent:
        assert parent.stdout is not None
        decoder = psutil.Process(int(parent.stdout.readline()))
        if end == "kill":
            parent.kill()
        _, complaints = parent.communicate(timeout=PATIENCE_S)
    decoder.wait(timeout=PATIENCE_S)
    assert complaints == ""


def test_the_window_s_process_loads_neither_pillow_nor_opencv() -> None:
    heavy = ("PIL", "cv2", "torch", "PySide6", "polars")
    code = f"import sys, granview.engine.picture_server; print([name for name in {heavy} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def _mapped_bytes(pid: int) -> int:
    """Bytes of shared blocks that a process has mapped."""
    lines = (line.split() for line in Path(f"/proc/{pid}/maps").read_text().splitlines() if "memfd:granview" in line)
    ranges = (line[0].split("-") for line in lines)
    return sum(int(end, 16) - int(start, 16) for start, end in ranges)


def test_a_webp_that_claims_more_than_twice_the_limit_costs_itself_alone(tmp_path: Path, answers: Answers) -> None:
    (tmp_path / "bomb.webp").write_bytes(webp_claiming(65_536, 65_535))
    good = save(tmp_path / "good.png", noise(64, 64))
    answers.thumbnail(good, 8)
    pid = answers.server.decoder_pid
    answers.ask_thumbnail(tmp_path / "bomb.webp")
    _, refusal = answers.next()
    assert isinstance(refusal, InputError)
    assert "claims 4294901760 pixels, more than the limit of 200 megapixels" in refusal.message
    assert answers.thumbnail(good, 9).pixels.shape == (9, 9, 4)
    assert answers.server.decoder_pid == pid


def test_the_loop_outlives_a_defect_of_its_own(
    tmp_path: Path, answers: Answers, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    good = save(tmp_path / "good.png", noise(64, 64))
    receive, panics = DecoderProcess.receive, [Panic("at the pipe")]

    def once(decoder: DecoderProcess) -> object:
        if panics:
            raise panics.pop()
        return receive(decoder)

    monkeypatch.setattr(DecoderProcess, "receive", once)
    answers.ask_thumbnail(good)
    _, refusal = answers.next()
    assert isinstance(refusal, InputError)
    assert refusal.message == "good.png cannot be shown: Panic: at the pipe."
    answers.thumbnail(good)
    assert "at the pipe" in caplog.text
