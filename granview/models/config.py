"""``config.json`` of a model's folder."""

from pathlib import Path
from typing import Any

import msgspec

from granview.core.errors import InputError, WeightsMissing


def read_config(folder: Path) -> dict[str, Any]:
    """The config as it stands in the file.

    Raises:
        WeightsMissing: there is none.
        InputError: it is not a JSON object.
    """
    path = folder / "config.json"
    if not path.is_file():
        raise WeightsMissing(f"{folder} holds no config.json.", "Give the folder of a model, as its library saved it.")
    try:
        return msgspec.json.decode(path.read_bytes(), type=dict[str, Any])
    except (OSError, msgspec.MsgspecError) as error:
        raise InputError(f"{path} cannot be read: {error}.", "Download or save the model again.") from error
