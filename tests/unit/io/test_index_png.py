import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from granview.core.errors import GranViewError, ShapeError
from granview.core.labels import LabelSet
from granview.core.palette import class_colors
from granview.io.atomic_write import atomic_write
from granview.io.hashing import sha256_file
from granview.io.index_png import write_index_png


def label_set(n: int, void: int | None = 255) -> LabelSet:
    names = tuple(str(i) for i in range(n))
    return LabelSet(names, class_colors(names), void)


def test_an_index_png_has_the_indices_and_the_colours(tmp_path: Path) -> None:
    labels = np.array([[0, 1], [2, 255]], np.uint8)
    write_index_png(tmp_path / "x.png", labels, label_set(3))
    with Image.open(tmp_path / "x.png") as image:
        assert image.mode == "P"
        np.testing.assert_array_equal(np.asarray(image), labels)
        rgb = np.asarray(image.convert("RGB"))
    assert [tuple(color) for color in rgb.reshape(-1, 3)] == [*label_set(3).colors, (255, 255, 255)]


def test_few_classes_in_16_bits_still_make_a_palette_png(tmp_path: Path) -> None:
    write_index_png(tmp_path / "x.png", np.array([[1, 2]], np.uint16), label_set(3))
    with Image.open(tmp_path / "x.png") as image:
        assert image.mode == "P"


def test_more_than_256_classes_make_a_16_bit_png(tmp_path: Path) -> None:
    labels = np.array([[0, 299], [300, 65535]], np.uint16)
    write_index_png(tmp_path / "x.png", labels, label_set(301, 65535))
    with Image.open(tmp_path / "x.png") as image:
        assert image.mode == "I;16"
        np.testing.assert_array_equal(np.asarray(image), labels)


def test_labels_are_two_dimensional(tmp_path: Path) -> None:
    with pytest.raises(ShapeError):
        write_index_png(tmp_path / "x.png", np.zeros((1, 2, 3), np.uint8), label_set(3))
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(GranViewError, match=r"gone.x\.png cannot be written"):
        write_index_png(tmp_path / "gone" / "x.png", np.zeros((1, 1), np.uint8), label_set(1))


def test_a_file_takes_its_name_only_when_it_is_whole(tmp_path: Path) -> None:
    path = tmp_path / "x.txt"
    path.write_text("old")
    with atomic_write(path) as file:
        file.write(b"new")
        assert path.read_text() == "old"
    assert path.read_text() == "new"
    assert list(tmp_path.iterdir()) == [path]


def test_an_error_leaves_everything_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "x.txt"
    path.write_text("old")
    with pytest.raises(TypeError), atomic_write(path) as file:
        file.writelines([b"half", None])
    assert path.read_text() == "old"
    assert list(tmp_path.iterdir()) == [path]


def test_a_killed_writer_leaves_the_old_file(tmp_path: Path) -> None:
    path = tmp_path / "x.txt"
    path.write_text("old")
    script = (
        "import os, signal, sys; from pathlib import Path; from granview.io.atomic_write import atomic_write\n"
        "with atomic_write(Path(sys.argv[1])) as file:\n"
        "    file.write(b'half'); file.flush(); os.kill(os.getpid(), signal.SIGKILL)\n"
    )
    assert subprocess.run([sys.executable, "-c", script, str(path)], check=False).returncode == -9
    assert path.read_text() == "old"


def test_a_written_file_has_the_permissions_of_any_new_file(tmp_path: Path) -> None:
    (tmp_path / "plain").touch()
    with atomic_write(tmp_path / "atomic") as file:
        file.write(b"x")
    assert (tmp_path / "atomic").stat().st_mode == (tmp_path / "plain").stat().st_mode


def test_the_hash_is_sha256(tmp_path: Path) -> None:
    (tmp_path / "x").write_bytes(b"abc")
    assert sha256_file(tmp_path / "x") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
