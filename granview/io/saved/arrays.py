"""Arrays of NumPy that another program has saved: never a pickle, never more than a limit."""

import zipfile
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO, Final, TypeVar

import numpy as np
from numpy.typing import NDArray

from granview.core.errors import InputError
from granview.io.described_sample import DescribedSample
from granview.io.regular_files import as_input_error, open_regular
from granview.io.saved.saved_prediction import SavedRecord, misfit

SUFFIXES: Final = (".npy", ".npz")
MOST_BYTES: Final = 4 << 30
"""No array is larger."""

_USUAL: Final = ("probabilities", "softmax", "masks", "labels", "pred", "predictions", "arr_0")
_PICKLE: Final = "It holds Python objects, which may run code when they are read. Save it again as an array of numbers."


_DAMAGE: Final = (
    *(ValueError, EOFError, MemoryError, KeyError, OverflowError),
    *(RuntimeError, zipfile.BadZipFile, zlib.error),  # an archive with a password is a RuntimeError
)
"""What damaged and foreign files raise."""

T = TypeVar("T")


@dataclass(frozen=True)
class ArrayHead:
    """What the head of an array says.

    Attributes:
        shape: Its sides, without those of 1 where there are more than two.
        dtype: The type of its numbers.
    """

    shape: tuple[int, ...]
    dtype: np.dtype[Any]

    @property
    def is_whole(self) -> bool:
        """Whether it holds whole numbers."""
        return self.dtype.kind in "iub"


def read_head(path: Path, name: str = "") -> ArrayHead:
    """The shape and type of the array in a file.

    Raises:
        InputError: it cannot be read, or holds objects.
    """
    with open_regular(path) as file:
        return _in_words(path, lambda: _head(_member(path, file, name)[0], path))


def read_array(path: Path, name: str = "") -> NDArray[Any]:
    """The array in a file, without sides of 1 where it has more than two.

    Args:
        path: A ``.npy`` or ``.npz`` file.
        name: Which array of a ``.npz``; empty for the only one, or one that is called as such arrays usually are.

    Raises:
        InputError: it cannot be read, holds objects, is too large, or it is not known which array is meant.
    """
    with open_regular(path) as file:
        return _in_words(path, lambda: _array(path, file, name))


def read_over_picture(record: SavedRecord, described: DescribedSample, name: str = "") -> NDArray[Any]:
    """The array of a record, after its head has said that it is of the picture's size; more is never unpacked.

    Args:
        record: Where it lies.
        described: The picture.
        name: Which array of a ``.npz``.

    Returns:
        (H, W), or with the classes before or after.

    Raises:
        InputError: as ``read_array`` says, or it is of another size.
    """
    shape = read_head(record.path, name).shape
    if len(shape) in (2, 3) and described.size not in (shape[-2:], shape[:2]):
        raise misfit(record, (shape[-2], shape[-1]), described)
    return read_array(record.path, name)


def _array(path: Path, file: BinaryIO, name: str) -> NDArray[Any]:
    stream, _ = _member(path, file, name)
    head = _head(stream, path)
    stream, _ = _member(path, file, name)
    array: NDArray[Any] = np.lib.format.read_array(stream, allow_pickle=False)
    return array.reshape(head.shape)


def _member(path: Path, file: BinaryIO, name: str) -> tuple[BinaryIO, str]:
    """The bytes of an array, from its magic number."""
    file.seek(0)
    if path.suffix.lower() == ".npy":
        return file, ""
    archive = zipfile.ZipFile(file)
    names = [each.removesuffix(".npy") for each in archive.namelist()]
    if not name:
        usual = [each for each in _USUAL if each in names]
        name = names[0] if len(names) == 1 else next(iter(usual), "")
    if name not in names:
        listed = ", ".join(names[:8])
        raise InputError(f"{path.name} holds the arrays {listed}.", "Say which holds the prediction, with array=NAME.")
    return archive.open(f"{name}.npy"), name  # type: ignore[return-value]


def _head(stream: BinaryIO, path: Path) -> ArrayHead:
    version = np.lib.format.read_magic(stream)
    read = np.lib.format.read_array_header_1_0 if version == (1, 0) else np.lib.format.read_array_header_2_0
    shape, _, dtype = read(stream)
    if dtype.hasobject:
        raise InputError(f"{path.name} is no array of numbers.", _PICKLE)
    if int(np.prod(shape, dtype=np.float64)) * dtype.itemsize > MOST_BYTES:
        raise InputError(f"{path.name} holds more than {MOST_BYTES >> 30} GiB.", "Save smaller parts of it.")
    return ArrayHead(tuple(side for side in shape if side != 1) if len(shape) > 2 else tuple(shape), dtype)


def _in_words(path: Path, work: Callable[[], T]) -> T:
    try:
        return work()
    except OSError as error:
        raise as_input_error(path, error) from error
    except _DAMAGE as error:
        raise InputError(
            f"{path.name} is no array of NumPy, or is cut short.", "Save it again with numpy.save."
        ) from error
