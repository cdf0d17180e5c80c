"""Language models in GGUF, the format of llama.cpp: config, tokenizer and weights in one file."""

from pathlib import Path
from typing import ClassVar, Final

from granview.core.errors import ArgumentError
from granview.io.model_file import MODEL_FILES, ModelFile

_MAGIC: Final = b"GGUF"


class GgufModel(ModelFile):
    """A file that begins as such files do."""

    suffixes: ClassVar[frozenset[str]] = frozenset({".gguf"})

    def check(self, path: Path) -> None:
        """Refuse a file that does not begin with the format's name.

        Raises:
            ArgumentError: it does not, or cannot be read.
        """
        try:
            with path.open("rb") as file:
                head = file.read(len(_MAGIC))
        except OSError as error:
            raise ArgumentError(f"{path} cannot be read: {error.strerror}.", "Name a model's file.") from error
        if head != _MAGIC:
            raise ArgumentError(f"{path} is no GGUF file: it does not begin with GGUF.", "Download it again.")

    def tasks(self, path: Path) -> tuple[str, ...]:
        """Going on with a text."""
        return ("text-generation",)

    def note(self, path: Path) -> str:
        """What becomes of its weights."""
        return "A language model in GGUF; its weights are unpacked when it is loaded."


MODEL_FILES.register("gguf")(GgufModel())
