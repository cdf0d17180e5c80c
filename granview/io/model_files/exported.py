"""Networks that another library exported: ONNX, torch.export, TorchScript."""

from pathlib import Path
from typing import ClassVar

from granview.core.errors import InputError
from granview.io.exported.description_file import description_of
from granview.io.exported.formats import EXPORTED, described, exported_format
from granview.io.model_file import MODEL_FILES, ModelFile


class ExportedNetwork(ModelFile):
    """A file whose description stands beside it, or is guessed."""

    suffixes: ClassVar[frozenset[str]] = frozenset(EXPORTED)
    is_alone: ClassVar[bool] = False

    def tasks(self, path: Path) -> tuple[str, ...]:
        """The one of its description; empty where it has none and nothing can be guessed.

        Raises:
            InputError: its description cannot be read.
        """
        try:
            return (described(path)[0].task,)
        except InputError:
            if description_of(path) is not None:
                raise
            return ()

    def note(self, path: Path) -> str:
        """Its format, and where it is known from what it does."""
        kind = exported_format(path)
        title = "" if kind is None else kind.title
        return f"{title}, as its description says." if _has_description(path) else f"{title}; its use is guessed."


def _has_description(path: Path) -> bool:
    try:
        return description_of(path) is not None
    except InputError:
        return True


MODEL_FILES.register("exported")(ExportedNetwork())
