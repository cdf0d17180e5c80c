"""Files that cannot be read: each a sentence that names the file, none a hang, none another kind of error.

Where Pillow also warns, of a TIFF's damaged directory, its warning is let through: it is not what is tested here.
"""

import errno
import os
import socket
from collections.abc import Callable
from pathlib import Path

import numpy as np
import psutil
import pytest

from granview.core.errors import InputError
from granview.io.hashing import sha256_file
from granview.io.image_reader import probe, read_image
from granview.io.reference_masks import read_reference
from granview.io.regular_files import as_input_error, open_regular
from granview.io.thumbnails import read_thumbnail
from tests.helpers.images import noise, save

SUFFIXES = (".png", ".jpg", ".tif", ".bmp", ".webp")
READERS = (probe, read_image, read_reference, lambda path: read_thumbnail(path, 16))


@pytest.mark.parametrize("share", [0.3, 0.6, 0.95])
@pytest.mark.parametrize("suffix", SUFFIXES)
def test_a_file_that_is_cut_short(tmp_path: Path, suffix: str, share: float) -> None:
    path = save(tmp_path / f"cut{suffix}", noise(200, 200))
    path.write_bytes(path.read_bytes()[: int(path.stat().st_size * share)])
    with pytest.raises(InputError, match=rf"cut{suffix} is damaged or cut short") as caught:
        read_image(path)
    assert caught.value.hint == "Copy or download the file again."


@pytest.mark.filterwarnings("ignore::UserWarning:PIL")
@pytest.mark.parametrize("length", [4, 8, 12, 20])
@pytest.mark.parametrize("suffix", SUFFIXES)
def test_a_file_that_ends_in_its_header(tmp_path: Path, suffix: str, length: int) -> None:
    path = save(tmp_path / f"cut{suffix}")
    path.write_bytes(path.read_bytes()[:length])
    with pytest.raises(InputError, match=f"cut{suffix} is"):
        probe(path)


@pytest.mark.parametrize("read", READERS)
def test_an_empty_file(tmp_path: Path, read: Callable[[Path], object]) -> None:
    (tmp_path / "empty.png").touch()
    with pytest.raises(InputError, match=r"empty\.png is empty"):
        read(tmp_path / "empty.png")


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"Dear diary, today I took no photograph.", "it holds text"),
        (b"%PDF-1.7 ...", "it holds a PDF"),
        (b"GIF89a......", "it holds a GIF"),
        (b"\x00\x00\x00\x20ftypheic", "it holds a HEIC, AVIF or video file"),
        (b"\x00\x01\x02\x03", "it holds data of an unknown kind"),
    ],
)
def test_something_else_that_is_called_png(tmp_path: Path, content: bytes, words: str) -> None:
    (tmp_path / "x.png").write_bytes(content)
    with pytest.raises(InputError, match=rf"x\.png is not an image that is read here: {words}") as caught:
        read_image(tmp_path / "x.png")
    assert "TIFF" in caught.value.hint


@pytest.mark.parametrize("read", [*READERS, sha256_file])
def test_a_folder_that_is_called_png(tmp_path: Path, read: Callable[[Path], object]) -> None:
    (tmp_path / "x.png").mkdir()
    with pytest.raises(InputError, match=r"x\.png is a folder"):
        read(tmp_path / "x.png")


@pytest.mark.parametrize("read", [*READERS, sha256_file])
@pytest.mark.timeout(10)
def test_a_pipe_is_not_waited_for(tmp_path: Path, read: Callable[[Path], object]) -> None:
    os.mkfifo(tmp_path / "x.png")
    with pytest.raises(InputError, match=r"x\.png is a pipe"):
        read(tmp_path / "x.png")


@pytest.mark.timeout(10)
def test_a_device_is_not_read(tmp_path: Path) -> None:
    (tmp_path / "x.png").symlink_to("/dev/zero")
    with pytest.raises(InputError, match=r"x\.png is a device"):
        read_image(tmp_path / "x.png")


def test_a_socket(tmp_path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(str(tmp_path / "x.png"))
        with pytest.raises(InputError, match=r"x\.png is a socket"):
            read_image(tmp_path / "x.png")


def test_a_link_to_nothing(tmp_path: Path) -> None:
    (tmp_path / "x.png").symlink_to("gone.png")
    with pytest.raises(InputError, match=r"x\.png is a link to a file that is not there"):
        read_image(tmp_path / "x.png")


def test_a_link_to_itself(tmp_path: Path) -> None:
    (tmp_path / "x.png").symlink_to("x.png")
    with pytest.raises(InputError, match=r"x\.png is a link that leads back to itself"):
        read_image(tmp_path / "x.png")


def test_a_file_that_is_not_there_is_named_with_its_path(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"x\.png is not there") as caught:
        read_image(tmp_path / "x.png")
    assert str(tmp_path / "x.png") in caught.value.hint


@pytest.mark.parametrize("name", ["x" * 300 + ".png", "a\0b.png"])
def test_a_name_that_no_file_can_have(tmp_path: Path, name: str) -> None:
    with pytest.raises(InputError, match=r"\.png (has a name that is too long|cannot be read)"):
        read_image(tmp_path / name)


def test_a_file_inside_a_file(tmp_path: Path) -> None:
    path = save(tmp_path / "x.png")
    with pytest.raises(InputError, match=r"y\.png is not there"):
        read_image(path / "y.png")


def test_permission_is_put_into_words() -> None:
    refusal = as_input_error(Path("/data/x.png"), PermissionError(errno.EACCES, "Permission denied"))
    assert refusal.message == "x.png may not be read: permission is denied."


def test_a_disk_error_is_put_into_words() -> None:
    refusal = as_input_error(Path("/data/x.png"), OSError(errno.EIO, "Input/output error"))
    assert refusal.message == "x.png cannot be read: Input/output error."


def test_a_file_that_fails_while_it_is_read() -> None:
    """A process may open its own memory map but not read its first page: a read error after a good open."""
    with pytest.raises(InputError, match="mem cannot be read: Input/output error"):
        read_image(Path("/proc/self/mem"))


def test_an_opened_file_does_not_leak_its_descriptor(tmp_path: Path) -> None:
    before = psutil.Process().num_fds()
    (tmp_path / "x.png").write_bytes(b"text")
    for _ in range(20):
        with pytest.raises(InputError):
            read_image(tmp_path / "x.png")
    assert psutil.Process().num_fds() == before
    with open_regular(tmp_path / "x.png") as file:
        assert file.read() == b"text"


@pytest.mark.filterwarnings("ignore::UserWarning:PIL")
@pytest.mark.parametrize("suffix", SUFFIXES)
def test_bytes_changed_at_random_give_an_image_or_an_input_error(tmp_path: Path, suffix: str) -> None:
    generator = np.random.default_rng(7)
    good = np.frombuffer(save(tmp_path / f"good{suffix}").read_bytes(), np.uint8)
    path, read, refused = tmp_path / f"bad{suffix}", [], []
    for _ in range(150):
        bad = good.copy()
        places = generator.integers(0, min(len(bad), 400), generator.integers(1, 6))
        bad[places] = generator.integers(0, 256, len(places))
        path.write_bytes(bad.tobytes())
        try:
            read.append(read_image(path, max_pixels=1_000_000).pixels.dtype)
        except InputError as error:
            refused.append(error.message)
    assert set(read) == {np.dtype(np.uint8)}
    assert refused
    assert all(message.startswith(f"bad{suffix} ") for message in refused)
