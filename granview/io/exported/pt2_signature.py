"""What a file of ``torch.export`` says of its network, read from its JSON without torch: nothing of it is run."""

import zipfile
import zlib
from collections.abc import Iterator, Mapping
from math import prod
from pathlib import Path
from typing import Any, Final

from granview.core.errors import InputError
from granview.core.exported_model import Signature, TensorSpec
from granview.core.json_reading import decode_json, decode_large_json

_PROGRAM: Final = "models/model.json"
_MOST_BYTES: Final = 256 << 20
"""No program's text is longer; of networks of thousands of layers it is some ten MB. A small file may unpack to any."""

_DTYPES: Final = {1: "uint8", 2: "int8", 3: "int16", 4: "int32", 5: "int64", 6: "float16", 7: "float32", 8: "float64"}
"""The numbers that its schema gives to the types of tensors."""


def pt2_signature(path: Path) -> Signature:
    """Names, types and shapes of a ``.pt2`` file.

    Raises:
        InputError: it cannot be read, or is no such file.
    """
    program = _program(path)
    try:
        module = program["graph_module"]
        values = module["graph"]["tensor_values"]
        inputs = [each["user_input"]["arg"] for each in module["signature"]["input_specs"] if "user_input" in each]
        outputs = [each["user_output"]["arg"] for each in module["signature"]["output_specs"] if "user_output" in each]
        weights = [
            each["parameter"]["arg"]["name"] for each in module["signature"]["input_specs"] if "parameter" in each
        ]
        names = _output_names(module, len(outputs))
        return Signature(
            tuple(_spec(name, name, values) for name in _tensor_names(inputs)),
            tuple(_spec(shown, name, values) for shown, name in zip(names, _tensor_names(outputs), strict=True)),
            sum(prod(side or 0 for side in _spec(name, name, values).shape) for name in weights),
        )
    except (LookupError, TypeError, ValueError, AttributeError, RecursionError, InputError) as error:
        raise _damaged(path) from error


def _program(path: Path) -> dict[str, Any]:
    try:
        with zipfile.ZipFile(path) as archive:
            name = next((name for name in archive.namelist() if name.endswith(_PROGRAM)), None)
            if name is None:
                raise _damaged(path)
            with archive.open(name) as stream:
                text = stream.read(_MOST_BYTES + 1)
            if len(text) > _MOST_BYTES:
                raise _damaged(path)
            return decode_large_json(text, path, "Save it with torch.export.save.", dict[str, Any])
    except OSError as error:
        raise InputError(f"{path} cannot be read: {error.strerror}.", "Choose another file.") from error
    except (zipfile.BadZipFile, zlib.error, EOFError, ValueError, RuntimeError, KeyError, InputError) as error:
        raise _damaged(path) from error


def _damaged(path: Path) -> InputError:
    return InputError(f"{path.name} is no file of torch.export, or a damaged one.", "Save it with torch.export.save.")


def _tensor_names(arguments: list[Mapping[str, Any]]) -> Iterator[str]:
    for argument in arguments:
        yield argument["as_tensor"]["name"]


def _output_names(module: Mapping[str, Any], n: int) -> list[str]:
    """The keys of a dictionary that the network returns, else numbers."""
    spec = decode_json(module["module_call_graph"][0]["signature"]["out_spec"], "what is returned")[1]
    keys = decode_json(spec["context"], "the keys of what is returned") if spec.get("type") == "builtins.dict" else []
    return [str(key) for key in keys] if len(keys) == n else [f"output_{place}" for place in range(n)]


def _spec(shown: str, name: str, values: Mapping[str, Any]) -> TensorSpec:
    value = values[name]
    sides = tuple(side.get("as_int") for side in value["sizes"])
    return TensorSpec(shown, _DTYPES.get(value["dtype"], ""), sides)
