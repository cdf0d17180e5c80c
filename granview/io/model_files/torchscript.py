"""TorchScript, which may be any code: it is not opened."""

from pathlib import Path
from typing import ClassVar

from granview.core.errors import ArgumentError
from granview.io.model_file import MODEL_FILES, ModelFile


class TorchScript(ModelFile):
    """A file of ``.pt``: a program with its weights, or anything that was pickled."""

    suffixes: ClassVar[frozenset[str]] = frozenset({".pt"})
    is_alone: ClassVar[bool] = False

    def check(self, path: Path) -> None:
        """Refuse it.

        Raises:
            ArgumentError: always.
        """
        raise ArgumentError(f"{path} may hold code, and is not opened.", "Save its state_dict as .safetensors or .pth.")

    def tasks(self, path: Path) -> tuple[str, ...]:
        """None is known."""
        return ()

    def note(self, path: Path) -> str:
        """Why it cannot be used."""
        return "Cannot be used: it may hold code."


MODEL_FILES.register("torchscript")(TorchScript())
