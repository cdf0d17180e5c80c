"""``config.json`` of a model's folder, which no model is without."""

from pathlib import Path
from typing import Any

from granview.core.errors import WeightsMissing
from granview.io import model_config


def read_config(folder: Path) -> dict[str, Any]:
    """The config as it stands in the file.

    Raises:
        WeightsMissing: there is none.
        InputError: as ``model_config.read_config``.
    """
    if not model_config.has_config(folder):
        raise WeightsMissing(
            f"{folder} holds no {model_config.CONFIG}.", "Give the folder of a model, as its library saved it."
        )
    return model_config.read_config(folder)
