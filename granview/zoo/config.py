"""What a zoo folder says about itself: the typed form of its `config.json`."""

from pathlib import Path
from typing import Any, TypeVar

import msgspec

from granview.core.errors import InputError, ModelError
from granview.io.json_files import read_json_file
from granview.io.model_config import CONFIG

FORMAT = "granview-zoo/1"

T = TypeVar("T")


class ZooLabel(msgspec.Struct, frozen=True):
    """One class of the label set: its name and its sRGB colour, each channel 0 to 255."""

    name: str
    color: tuple[int, int, int]


class ZooConfig(msgspec.Struct, frozen=True):
    """Architecture, labels and input normalisation of a zoo model.

    Attributes:
        format: Version of the folder's format, `granview-zoo/1`.
        architecture: A key of `granview.zoo.nets.ARCHITECTURES`.
        arguments: Keyword arguments of the architecture.
        labels: Classes; the position is the value in a label map.
        mean: Per-channel mean subtracted from RGB scaled to 0..1.
        std: Per-channel divisor applied after the mean.
        task: Hugging Face pipeline tag.
    """

    architecture: str
    arguments: dict[str, Any]
    labels: tuple[ZooLabel, ...]
    mean: tuple[float, float, float]
    std: tuple[float, float, float]
    format: str = FORMAT
    task: str = "image-segmentation"


def unusable(path: Path, why: str) -> ModelError:
    """The error for a zoo folder that is incomplete or malformed."""
    return ModelError(f"{path} is not usable as a zoo model: {why}.", "Reinstall GranView, or train the model again.")


def decode_config(path: Path, type_: type[T]) -> T:
    """What a zoo folder's configuration holds.

    Raises:
        ModelError: The file is missing or malformed.
    """
    try:
        return read_json_file(path, "", type_)
    except InputError as error:
        raise unusable(path.parent, error.message.rstrip(".")) from error


def read_zoo_config(folder: Path) -> ZooConfig:
    """Reads `config.json` of a zoo folder.

    Raises:
        ModelError: The file is missing, malformed, or of another format.
    """
    path = folder / CONFIG
    config = decode_config(path, ZooConfig)
    if config.format != FORMAT:
        raise unusable(path, f"format {config.format!r} is not {FORMAT!r}")
    return config


def write_config(folder: Path, config: ZooConfig) -> None:
    """Writes `config.json`, indented for readers."""
    encoded = msgspec.json.format(msgspec.json.encode(config), indent=2)
    (folder / CONFIG).write_bytes(encoded + b"\n")
