"""Pictures that are in use or were lately, within a limit of memory."""

import threading
from collections import OrderedDict
from dataclasses import dataclass
from pathlib import Path

from granview.core.image_params import ImageRange
from granview.engine.shared_picture import SharedPicture
from granview.io.page_address import file_of


@dataclass(frozen=True)
class FileVersion:
    """A file as it was at one moment and is read; a changed file or range is another version, and is decoded again."""

    path: Path
    mtime_ns: int
    size_bytes: int
    image_range: ImageRange | None = None

    @classmethod
    def of(cls, path: Path, image_range: ImageRange | None = None) -> "FileVersion":
        """The version that is there now; times and sizes of -1 where the file cannot be asked."""
        try:
            status = file_of(path).stat()
        except (OSError, ValueError):
            return cls(path, -1, -1, image_range)
        return cls(path, status.st_mtime_ns, status.st_size, image_range)


@dataclass
class _Entry:
    picture: SharedPicture
    users: int = 0


class PictureCache:
    """Least recently used pictures go first; one that is in use never goes. Safe to call from any thread."""

    def __init__(self, max_bytes: int) -> None:
        self._max_bytes = max_bytes
        self._lock = threading.Lock()
        self._entries: OrderedDict[FileVersion, _Entry] = OrderedDict()

    @property
    def size_bytes(self) -> int:
        """Memory that all pictures take together."""
        with self._lock:
            return self._total()

    def take(self, version: FileVersion) -> SharedPicture | None:
        """The picture of this version, with one more user; None where it is not here."""
        with self._lock:
            entry = self._entries.get(version)
            if entry is None:
                return None
            entry.users += 1
            self._entries.move_to_end(version)
            return entry.picture

    def put(self, version: FileVersion, picture: SharedPicture) -> None:
        """Keep a picture, which nobody uses yet; ``trim`` once those who wait for it have taken it."""
        with self._lock:
            self._entries[version] = _Entry(picture)
            self._entries.move_to_end(version)

    def release(self, picture: SharedPicture) -> None:
        """Take note that one user of a picture is done with it."""
        with self._lock:
            for entry in self._entries.values():
                if entry.picture is picture and entry.users:
                    entry.users -= 1
        self.trim()

    def trim(self) -> None:
        """Forget unused pictures, the least recently used first, until the rest is within the limit."""
        with self._lock:
            for version in [version for version, entry in self._entries.items() if not entry.users]:
                if self._total() <= self._max_bytes:
                    return
                del self._entries[version]

    def clear(self) -> None:
        """Forget all pictures, those in use too: they live on where they are used."""
        with self._lock:
            self._entries.clear()

    def _total(self) -> int:
        return sum(entry.picture.size_bytes for entry in self._entries.values())
