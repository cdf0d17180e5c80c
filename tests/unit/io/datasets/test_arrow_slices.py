"""Arrow's streams and files, row by row."""

from pathlib import Path

import pyarrow
import pytest

from granview.core.sample import Sample
from granview.io.datasets.arrow_slices import arrow_metadata, arrow_slices, count_rows
from granview.io.sample_search import find_samples

TABLE = pyarrow.table({"text": [f"Text {place}" for place in range(5000)], "label": ["a", "b"] * 2500})


def write(path: Path, is_file: bool) -> Path:
    table = TABLE.replace_schema_metadata({"note": "ä"})
    make = pyarrow.ipc.new_file if is_file else pyarrow.ipc.new_stream
    with pyarrow.OSFile(str(path), "wb") as sink, make(sink, table.schema) as writer:
        writer.write_table(table, max_chunksize=3000)
    return path


@pytest.mark.parametrize("is_file", [False, True])
def test_rows_come_in_order_some_at_a_time(tmp_path: Path, is_file: bool) -> None:
    path = write(tmp_path / "a.arrow", is_file)
    frames = list(arrow_slices(str(path)))
    assert count_rows(path) == 5000
    assert max(frame.height for frame in frames) <= 2000
    assert [text for frame in frames for text in frame["text"]] == TABLE["text"].to_pylist()
    assert arrow_metadata(str(path)) == {"note": "ä"}


def test_a_file_is_many_texts(tmp_path: Path) -> None:
    samples = [event for event in find_samples([write(tmp_path / "a.arrow", False)]) if isinstance(event, Sample)]
    assert len(samples) == 5000
    assert samples[1].reference is not None
    assert samples[1].reference.text is not None
    assert samples[1].reference.text.labels == ("b",)


@pytest.mark.parametrize("content", [b"", b"ARROW1\x00\x00", bytes(64), b"\xff\xff\xff\xff\x10\x00\x00\x00"])
def test_what_is_none_raises(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "a.arrow"
    path.write_bytes(content)
    with pytest.raises((pyarrow.ArrowException, OSError, ValueError)):
        count_rows(path)
