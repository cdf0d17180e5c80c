"""How many parameters a model's weight files hold, told from their headers alone."""

import math
from collections.abc import Sequence
from pathlib import Path
from typing import Final

import msgspec

_MAX_HEADER_BYTES: Final = 100 << 20
_METADATA: Final = "__metadata__"
_BUFFERS: Final = ("running_mean", "running_var")


def weight_files(folder: Path) -> list[Path]:
    """The weight files of a folder as transformers saves it; safetensors where there are any."""
    return sorted(folder.glob("model*.safetensors")) or sorted(folder.glob("pytorch_model*.bin"))


def count_params(files: Sequence[Path]) -> int | None:
    """Parameters by the headers of safetensors files, without buffers; None for other files."""
    if not files or any(path.suffix != ".safetensors" for path in files):
        return None
    counts = [_count_in_header(path) for path in files]
    return None if None in counts else sum(count for count in counts if count is not None)


class _Tensor(msgspec.Struct):
    """A tensor in the header of a safetensors file."""

    dtype: str
    shape: tuple[int, ...]


def _count_in_header(path: Path) -> int | None:
    with path.open("rb") as file:
        size = int.from_bytes(file.read(8), "little")
        header = file.read(size) if size <= _MAX_HEADER_BYTES else b""
    try:
        entries = msgspec.json.decode(header, type=dict[str, msgspec.Raw])
        tensors = {name: msgspec.json.decode(raw, type=_Tensor) for name, raw in entries.items() if name != _METADATA}
    except msgspec.MsgspecError:
        return None
    return sum(math.prod(tensor.shape) for name, tensor in tensors.items() if _is_parameter(name, tensor))


def _is_parameter(name: str, tensor: _Tensor) -> bool:
    return "F" in tensor.dtype and not name.endswith(_BUFFERS)
