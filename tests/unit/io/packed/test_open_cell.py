"""Pictures in rows, opened as files."""

import hashlib
import io
from contextlib import suppress
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow
import pyarrow.parquet
import pytest
from PIL import Image

from granview.core.errors import InputError
from granview.io.hashing import sha256_file, size_of
from granview.io.image_reader import read_image
from granview.io.regular_files import open_regular
from granview.io.row_address import RowAddress
from tests.helpers.packed_pictures import pictures

PICTURES = pictures(25)


def encoded(pixels: Any) -> bytes:
    with io.BytesIO() as file:
        Image.fromarray(pixels).save(file, "PNG")
        return file.getvalue()


CELLS = [{"bytes": encoded(pixels), "path": None} for pixels in PICTURES]
KIND = pyarrow.struct({"bytes": pyarrow.binary(), "path": pyarrow.string()})


def table(cells: list[Any]) -> pyarrow.Table:
    return pyarrow.table({"n": list(range(len(cells))), "my image": pyarrow.array(cells, KIND)})


def write(path: Path, cells: list[Any]) -> Path:
    held = table(cells)
    if path.suffix == ".parquet":
        pyarrow.parquet.write_table(held, path, row_group_size=10)
        return path
    make = pyarrow.ipc.new_file if path.stem == "file" else pyarrow.ipc.new_stream
    options = pyarrow.ipc.IpcWriteOptions(compression="zstd" if path.stem == "small" else None)
    with pyarrow.OSFile(str(path), "wb") as sink, make(sink, held.schema, options=options) as writer:
        writer.write_table(held, max_chunksize=10)
    return path


def at(path: Path, row: int) -> Path:
    return RowAddress("my image", row).path(path)


@pytest.mark.parametrize("name", ["stream.arrow", "file.arrow", "small.arrow", "a.parquet"])
def test_any_row_in_any_order_has_its_own_pixels_and_hash(tmp_path: Path, name: str) -> None:
    path = write(tmp_path / name, CELLS)
    for row in (24, 0, 1, 9, 10, 3, 3, 23, 11):
        np.testing.assert_array_equal(read_image(at(path, row)).pixels, PICTURES[row])
        data = CELLS[row]["bytes"]
        assert sha256_file(at(path, row)) == hashlib.sha256(data).hexdigest()
        assert size_of(at(path, row)) == len(data)


@pytest.mark.parametrize("name", ["stream.arrow", "a.parquet"])
def test_what_is_wrong_names_file_and_row(tmp_path: Path, name: str) -> None:
    cells = [*CELLS[:3], None, {"bytes": None, "path": "gone.png"}, {"bytes": b"no picture", "path": None}]
    path = write(tmp_path / name, cells)
    said = {
        3: f"{name}, row 3: 'my image' holds no picture.",
        4: f"{name}, row 4: 'my image' holds no bytes, and the file that it names is not there: gone.png.",
        6: f"{name} has no row 6: it holds fewer, or is cut short.",
    }
    for row, words in said.items():
        with pytest.raises(InputError) as raised:
            read_image(at(path, row))
        assert raised.value.message == words
    with pytest.raises(InputError, match=r"row=5\] is not an image that is read here: it holds text"):
        read_image(at(path, 5))
    with pytest.raises(InputError, match="has no column 'other'"):
        read_image(RowAddress("other", 0).path(path))


@pytest.mark.parametrize("where", ["", "train", "train/deep"])
def test_a_row_without_bytes_is_the_file_that_its_path_names(tmp_path: Path, where: str) -> None:
    (tmp_path / where).mkdir(parents=True, exist_ok=True)
    (tmp_path / "photos").mkdir()
    Image.fromarray(PICTURES[0]).save(tmp_path / "photos" / "a.png")
    path = write(tmp_path / where / "rows.arrow", [{"bytes": None, "path": "photos/a.png"}])
    np.testing.assert_array_equal(read_image(at(path, 0)).pixels, PICTURES[0])


def test_a_file_that_was_written_anew_is_read_anew(tmp_path: Path) -> None:
    for cells in (CELLS, CELLS[5:12]):
        for name in ("stream.arrow", "a.parquet"):
            path = write(tmp_path / name, cells)
            assert size_of(at(path, 6)) == len(cells[6]["bytes"])


@pytest.mark.parametrize("name", ["stream.arrow", "a.parquet"])
def test_damage_is_a_sentence_wherever_it_is(tmp_path: Path, name: str) -> None:
    path = write(tmp_path / name, CELLS[:12])
    data = path.read_bytes()
    generator = np.random.default_rng(0)
    for trial in range(60):
        held = bytearray(data)
        for place in generator.integers(0, len(data), 40):
            held[place] = generator.integers(0, 256)
        path = tmp_path / f"{trial}-{name}"
        path.write_bytes(bytes(held[: generator.integers(8, len(data) + 1)] if trial % 2 else held))
        for row in (0, 11):
            with suppress(InputError):
                read_image(at(path, row))


def test_a_watch_is_asked_before_each_read(tmp_path: Path) -> None:
    def stop() -> None:
        raise TimeoutError

    path = write(tmp_path / "stream.arrow", CELLS[:1])
    with open_regular(at(path, 0), stop) as file, pytest.raises(TimeoutError):
        file.read(1)
