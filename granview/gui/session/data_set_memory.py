"""What was chosen of data sets, by their folders, so that the next time begins where the last one ended."""

import threading
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Final

import msgspec

from granview.core.errors import InputError, OutputError
from granview.core.image_params import MaskValues
from granview.core.json_reading import decode_large_json
from granview.io.atomic_write import atomic_write
from granview.io.data_set import DataSetChoice

FILE_NAME: Final = "data-sets.json"
MOST_KEPT: Final = 200
"""So many data sets are remembered; those that were used longest ago are forgotten."""


class KeptChoice(msgspec.Struct, frozen=True):
    """What was chosen of one data set.

    Attributes:
        choice: Its splits and sorts of references.
        values: What the values of its masks were said to mean; None where they were left as they were understood.
        used_s: When it was loaded last, in seconds since 1970.
    """

    choice: DataSetChoice = DataSetChoice()
    values: MaskValues | None = None
    used_s: float = 0.0


class DataSetMemory:
    """Kept in one small file, written whole or not at all. From any thread; reading and writing take a moment.

    A file that cannot be read is as one that is not there: it holds nothing that could not be chosen again.

    Args:
        path: The file; its folder is made when something is first kept.
        clock: Tells the time in seconds since 1970.
    """

    def __init__(self, path: Path, clock: Callable[[], float] = time.time) -> None:
        self._path = path
        self._clock = clock
        self._lock = threading.Lock()

    def of(self, root: Path) -> KeptChoice | None:
        """What was chosen of the data set in a folder; None where nothing was."""
        with self._lock:
            return self._read().get(str(root))

    def keep(self, chosen: Mapping[Path, KeptChoice]) -> None:
        """Remember what is chosen of data sets, by their folders.

        Raises:
            OutputError: it cannot be written.
        """
        with self._lock:
            now = {str(root): KeptChoice(each.choice, each.values, self._clock()) for root, each in chosen.items()}
            kept = {**self._read(), **now}
            latest = sorted(kept.items(), key=lambda entry: entry[1].used_s)[-MOST_KEPT:]
            self._write(dict(latest))

    def forget(self, root: Path) -> None:
        """Remember nothing of a data set any more.

        Raises:
            OutputError: it cannot be written.
        """
        with self._lock:
            kept = self._read()
            if kept.pop(str(root), None) is not None:
                self._write(kept)

    def _read(self) -> dict[str, KeptChoice]:
        try:
            return decode_large_json(self._path.read_bytes(), self._path, "", dict[str, KeptChoice])
        except (OSError, InputError):
            return {}

    def _write(self, kept: dict[str, KeptChoice]) -> None:
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise OutputError(f"{self._path.parent} cannot be made: {error.strerror}.", "Check the folder.") from error
        with atomic_write(self._path) as file:
            file.write(msgspec.json.format(msgspec.json.encode(kept)))
