"""Files that are a model by themselves: one file of ``granview.io.model_files`` for each way in which they are."""

from abc import ABC, abstractmethod
from pathlib import Path
from typing import ClassVar, Final

from granview.core.errors import ArgumentError
from granview.core.registry import Registry
from granview.io.model_config import CONFIG, has_config


class ModelFile(ABC):
    """A format of such files, told without the libraries that run them.

    Attributes:
        suffixes: How their names end, in lower case, with the point.
        is_alone: Whether the only such file of a folder without a config is what the folder names.
    """

    suffixes: ClassVar[frozenset[str]]
    is_alone: ClassVar[bool] = True

    def check(self, path: Path) -> None:
        """Refuse a file of these suffixes that is no model, before anything is started for it.

        Raises:
            ArgumentError: it is none.
        """
        return

    @abstractmethod
    def tasks(self, path: Path) -> tuple[str, ...]:
        """What the model can do, the likeliest first; empty where that is not known.

        Raises:
            InputError: what says so cannot be read.
        """

    @abstractmethod
    def note(self, path: Path) -> str:
        """A line about it, for the list of models."""


MODEL_FILES: Final[Registry[ModelFile]] = Registry("granview.io.model_files", "format of model files")


def model_file(path: Path) -> ModelFile | None:
    """The format of a file, by its suffix; None where it is none of these."""
    suffix = path.suffix.lower()
    return next((each for each in MODEL_FILES.all().values() if suffix in each.suffixes), None)


def lone_model(path: Path) -> Path | None:
    """The file that is a model by itself: the path, or the only such file of a folder without a config.

    Args:
        path: A file or a folder; it need not be there.
    """
    if path.is_file():
        return path if model_file(path) is not None else None
    if not path.is_dir() or has_config(path):
        return None
    alone = [each for each in sorted(path.iterdir()) if _is_alone(each)]
    return alone[0] if len(alone) == 1 else None


def check_model_file(path: Path) -> None:
    """Refuse a file that is no model by itself.

    Raises:
        ArgumentError: it is of none of these formats, or its format refuses it.
    """
    kind = model_file(path)
    if kind is None:
        endings = ", ".join(sorted(suffix for each in MODEL_FILES.all().values() for suffix in each.suffixes))
        raise ArgumentError(
            f"{path} is a file, not a model's folder.",
            f"Give the folder that holds {CONFIG}, or a file that is a model by itself ({endings}).",
        )
    kind.check(path)


def _is_alone(path: Path) -> bool:
    kind = model_file(path)
    return kind is not None and kind.is_alone and path.is_file()
