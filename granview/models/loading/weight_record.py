"""What is recorded of a model's weight files: their size, and their hash, which is computed while they are loaded."""

import threading
from collections.abc import Sequence
from pathlib import Path

import msgspec

from granview.core.lane import ModelFacts
from granview.io.weight_files import megabytes_of, sha256_of, weight_files


class WeightRecord:
    """Hashes files on a thread of its own from the moment that it is made.

    Both read the same pages of the system's file cache, so that a file comes from the disk once.

    Args:
        files: The weight files; they are there.
    """

    def __init__(self, files: Sequence[Path]) -> None:
        self._files = files
        self._sha256 = ""
        self._error: BaseException | None = None
        self._thread = threading.Thread(target=self._hash, name="hashing weights", daemon=True)
        self._thread.start()

    @classmethod
    def of_folder(cls, folder: Path) -> "WeightRecord":
        """For a folder as Hugging Face's libraries save it.

        Raises:
            WeightsMissing: it holds no weights.
        """
        return cls(weight_files(folder)[0])

    def on(self, facts: ModelFacts) -> ModelFacts:
        """The facts with size and hash; waits for the hash.

        Raises:
            OSError: a file cannot be read.
        """
        self._thread.join()
        if self._error is not None:
            raise self._error
        return msgspec.structs.replace(facts, weights_mb=megabytes_of(self._files), weights_sha256=self._sha256)

    def _hash(self) -> None:
        try:
            self._sha256 = sha256_of(self._files)
        except BaseException as error:  # noqa: BLE001  raised where the hash is asked for
            self._error = error
