import errno
import os
import subprocess
import sys
from multiprocessing import Pipe
from pathlib import Path

import pytest

from granview.io.shared_block import SharedBlock, receive_block


def test_what_is_written_on_one_side_is_read_on_the_other(tmp_path: Path) -> None:
    ours, theirs = Pipe()
    block = SharedBlock(10_000)
    block.memory[:5] = b"hello"
    block.send(ours)
    received = receive_block(theirs, 10_000, block.name)
    assert received[:5] == b"hello"
    block.memory[:5] = b"later"
    assert received[:5] == b"later"
    with pytest.raises(TypeError):
        received[:1] = b"x"
    ours.close()
    theirs.close()
    block.close()


def test_it_lives_on_where_it_was_received() -> None:
    ours, theirs = Pipe()
    block = SharedBlock(100)
    block.memory[:5] = b"hello"
    block.send(ours)
    received = receive_block(theirs, 100, block.name)
    ours.close()
    theirs.close()
    block.close()
    del block
    assert received[:5] == b"hello"


def test_it_has_no_name_that_could_be_left_behind() -> None:
    block = SharedBlock(100)
    assert "/memfd:granview (deleted)" in Path("/proc/self/maps").read_text()
    block.close()


def test_a_sender_that_died_is_an_error() -> None:
    ours, theirs = Pipe()
    ours.close()
    with pytest.raises(OSError, match="did not come"):
        receive_block(theirs, 100, "")
    theirs.close()


def test_a_block_that_is_shorter_than_was_said_is_an_error() -> None:
    ours, theirs = Pipe()
    block = SharedBlock(100)
    block.send(ours)
    with pytest.raises(OSError, match="too short"):
        receive_block(theirs, 101, block.name)
    ours.close()
    theirs.close()
    block.close()


def test_too_large_a_block_is_an_error_and_not_a_crash() -> None:
    descriptors = len(list(Path("/proc/self/fd").iterdir()))
    with pytest.raises(OSError, match=os.strerror(errno.ENOMEM)):
        SharedBlock(1 << 60)
    assert len(list(Path("/proc/self/fd").iterdir())) == descriptors


def test_importing_input_loads_neither_pillow_nor_opencv() -> None:
    modules = sorted(path.stem for path in (Path(__file__).parents[3] / "granview" / "io").glob("[a-z]*.py"))
    code = f"import sys, importlib\nfor name in {modules}: importlib.import_module('granview.io.' + name)\n"
    code += "print([name for name in ('PIL', 'cv2', 'torch', 'polars', 'PySide6') if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
