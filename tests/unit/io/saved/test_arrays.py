import struct
import zipfile

import numpy as np
import pytest

from granview.core.errors import InputError
from granview.core.sample import Sample
from granview.io.saved.arrays import read_array, read_head, read_over_picture
from granview.io.saved.saved_prediction import SavedRecord
from tests.helpers.images import noise, save
from tests.helpers.saved import described


def test_arrays_are_read_without_sides_of_one(tmp_path):
    np.save(tmp_path / "a.npy", np.arange(6, dtype=np.uint8).reshape(1, 2, 3))
    assert read_array(tmp_path / "a.npy").tolist() == [[0, 1, 2], [3, 4, 5]]
    assert read_head(tmp_path / "a.npy").shape == (2, 3)


def claiming(path, head):
    body = head.encode().ljust(117) + b"\n"
    path.write_bytes(b"\x93NUMPY\x01\x00" + struct.pack("<H", len(body)) + body)
    return path


@pytest.mark.parametrize(
    "head",
    [
        "{'descr': '|u1', 'fortran_order': False, 'shape': (100000, 40000)}",
        "{'descr': '<f8', 'fortran_order': False, 'shape': (1000000000, 1000000000)}",
        "{'descr': '|u1', 'fortran_order': False, 'shape': (1e400, 3)}",
        "{'descr': '|u1', 'fortran_order': False, 'shape': (-1, 3)}",
        "{'descr': '|O', 'fortran_order': False, 'shape': (1, 1)}",
    ],
)
def test_a_head_that_claims_what_is_not_there_is_refused_by_name(tmp_path, head):
    with pytest.raises(InputError, match=r"a\.npy"):
        read_array(claiming(tmp_path / "a.npy", head))


def test_sides_beyond_all_numbers_are_refused_by_name(tmp_path):
    path = tmp_path / "a.npy"
    body = b"{'descr': '|u1', 'fortran_order': False, 'shape': (1" + b"0" * 400 + b",)}\n"
    path.write_bytes(b"\x93NUMPY\x01\x00" + struct.pack("<H", len(body)) + body)
    with pytest.raises(InputError, match=r"a\.npy"):
        read_head(path)


@pytest.mark.parametrize("change", ["password", "content"])
def test_archives_with_a_password_or_damaged_are_refused_by_name(tmp_path, change):
    path = tmp_path / "a.npz"
    np.savez_compressed(path, pred=np.arange(10_000) % 251)
    data = bytearray(path.read_bytes())
    if change == "password":
        data[6] |= 1
        data[data.index(b"PK\x01\x02") + 8] |= 1
    else:
        start = zipfile.ZipFile(path).infolist()[0].header_offset + 30 + len("pred.npy") + 20
        data[start : start + 200] = b"\xff" * 200
    path.write_bytes(data)
    with pytest.raises(InputError, match=r"a\.npz"):
        read_array(path)


def test_an_array_of_another_size_than_its_picture_is_never_unpacked(tmp_path):
    """The head claims what the picture cannot have, and nothing follows: reading it would say that it is cut short."""
    picture = described(Sample("a", str(save(tmp_path / "a.png", noise(24, 32)))))
    claimed = claiming(tmp_path / "a.npy", "{'descr': '|u1', 'fortran_order': False, 'shape': (40000, 30000)}")
    with pytest.raises(InputError, match=r"a\.npy is 30000 x 40000 px, its picture a\.png 32 x 24"):
        read_over_picture(SavedRecord(("a",), claimed), picture)
    np.save(tmp_path / "b.npy", np.zeros((3, 24, 32), np.float32))
    assert read_over_picture(SavedRecord(("a",), tmp_path / "b.npy"), picture).shape == (3, 24, 32)
