"""``config.json`` of a model's folder, as its library saved it."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

import msgspec

from granview.core.errors import WeightsMissing
from granview.core.json_reading import check_type
from granview.io.json_files import read_json_file

CONFIG: Final = "config.json"
_HINT: Final = "Download or save the model again."


class _Header(msgspec.Struct):
    """What tells one model from another, in the types that libraries write."""

    architectures: tuple[str, ...] | None = None
    model_type: str | None = None
    format: str | None = None
    task_specific_params: dict[str, dict[str, Any] | None] | None = None


def has_config(folder: Path) -> bool:
    """Whether a folder has something of that name, be it readable or not; a link to what is not there is nothing."""
    try:
        (folder / CONFIG).stat()
    except (FileNotFoundError, NotADirectoryError, ValueError):
        return False
    except OSError:
        return True
    return True


def read_config(folder: Path) -> dict[str, Any]:
    """The config as it stands in the file.

    Raises:
        WeightsMissing: there is none.
        InputError: it is no JSON object, or what says which model this is has the wrong type.
    """
    if not has_config(folder):
        raise WeightsMissing(f"{folder} holds no {CONFIG}.", "Give the folder of a model, as its library saved it.")
    path = folder / CONFIG
    config = read_json_file(path, _HINT, dict[str, Any], last_wins=True)
    check_type(config, _Header, path, _HINT)
    return config


def config_if_any(folder: Path) -> Mapping[str, Any]:
    """The folder's config; empty where there is none.

    Raises:
        InputError: there is one that cannot be read or understood.
    """
    return read_config(folder) if has_config(folder) else {}
