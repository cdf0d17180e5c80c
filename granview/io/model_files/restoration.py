"""Weights of networks that restore pictures, which say themselves which network they are for."""

from pathlib import Path
from typing import ClassVar

from granview.core.model_tasks import RESTORATION
from granview.io.model_file import MODEL_FILES, ModelFile


class RestorationWeights(ModelFile):
    """A ``state_dict``, as such networks are published."""

    suffixes: ClassVar[frozenset[str]] = frozenset({".safetensors", ".pth"})

    def tasks(self, path: Path) -> tuple[str, ...]:
        """Restoring pictures."""
        return (RESTORATION,)

    def note(self, path: Path) -> str:
        """Which network it is for is found out when it is loaded."""
        return "A network that restores pictures, as its weights tell."


MODEL_FILES.register("restoration-weights")(RestorationWeights())
