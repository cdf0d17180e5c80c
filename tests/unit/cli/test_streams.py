import os
import sys
from pathlib import Path

import pytest

from granview.cli.streams import LastingStream, lasting_streams


def test_a_stream_without_a_reader_falls_silent_and_nothing_counts_as_lost() -> None:
    reader, writer = os.pipe()
    with os.fdopen(writer, "w", encoding="utf-8") as broken:
        os.close(reader)
        stream = LastingStream(broken)
        print("to nobody", file=stream, flush=True)
        print("nor this", file=stream, flush=True)
        assert isinstance(stream.error, BrokenPipeError)
        assert stream.lost == ""


def test_what_a_full_disk_did_not_take_is_lost_in_words() -> None:
    with Path("/dev/full").open("w") as full:
        stream = LastingStream(full)
        print("x" * 100_000, file=stream)
        stream.flush()
        assert stream.lost == "No space left on device"


def test_a_stream_that_was_closed_meanwhile_is_not_an_exception(tmp_path: Path) -> None:
    file = (tmp_path / "out").open("w")
    file.close()
    stream = LastingStream(file)
    print("late", file=stream)
    assert stream.lost == "Bad file descriptor"


def test_characters_that_the_terminal_lacks_are_written_as_escapes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with (tmp_path / "out").open("w", encoding="ascii") as narrow:
        monkeypatch.setattr(sys, "stdout", narrow)
        with lasting_streams():
            print("\u540d")
    assert (tmp_path / "out").read_text() == "\\u540d\n"
