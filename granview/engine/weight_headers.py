"""How many parameters a model's weight files hold, told from their headers alone."""

import math
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, Any, Final

import msgspec

from granview.core.errors import InputError
from granview.core.json_reading import check_type, decode_json

_MAX_HEADER_BYTES: Final = 100 << 20
_METADATA: Final = "__metadata__"
_BUFFERS: Final = ("running_mean", "running_var")


def count_params(files: Sequence[Path]) -> int | None:
    """Parameters by the headers of safetensors files, without buffers; None for other files."""
    if not files or any(path.suffix != ".safetensors" for path in files):
        return None
    counts = [_count_in_header(path) for path in files]
    return None if None in counts else sum(count for count in counts if count is not None)


class _Tensor(msgspec.Struct):
    """A tensor in the header of a safetensors file."""

    dtype: str
    shape: tuple[Annotated[int, msgspec.Meta(ge=0)], ...]


def _count_in_header(path: Path) -> int | None:
    try:
        entries = decode_json(_header(path), path, kind=dict[str, Any])
        entries.pop(_METADATA, None)
        tensors = check_type(entries, dict[str, _Tensor], path, "")
    except (InputError, OSError):
        return None
    return sum(math.prod(tensor.shape) for name, tensor in tensors.items() if _is_parameter(name, tensor))


def _header(path: Path) -> bytes:
    """The header's bytes; what is longer than any header is damaged, and not read."""
    with path.open("rb") as file:
        size = int.from_bytes(file.read(8), "little")
        return file.read(size) if size <= _MAX_HEADER_BYTES else b""


def _is_parameter(name: str, tensor: _Tensor) -> bool:
    return "F" in tensor.dtype and not name.endswith(_BUFFERS)
