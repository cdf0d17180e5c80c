"""What the window remembers from one start to the next: its layout, and the folders last used."""

from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings


class WindowMemory:
    """Kept in one small file.

    Args:
        path: The file; its folder is made when something is first kept.
        unnamed_home: The folder of comparisons without a name, to be gone on with; None where none are offered.
    """

    def __init__(self, path: Path, unnamed_home: Path | None = None) -> None:
        self.unnamed_home = unnamed_home
        self._settings = QSettings(str(path), QSettings.Format.IniFormat)

    @property
    def folder_of_file(self) -> Path:
        """Where its file lies, and with it what else is remembered."""
        return Path(self._settings.fileName()).parent

    def bytes_of(self, key: str) -> bytes | None:
        """Bytes kept under a key."""
        value = self._settings.value(key)
        return bytes(value.data()) if isinstance(value, QByteArray) else None

    def keep_bytes(self, key: str, value: bytes) -> None:
        """Keep bytes under a key."""
        self._settings.setValue(key, QByteArray(value))

    def forget(self, key: str) -> None:
        """Keep nothing under that key any more."""
        self._settings.remove(key)

    def folder(self, purpose: str) -> Path:
        """The folder last used for a purpose; the user's home at first."""
        kept = Path(str(self._settings.value(f"folders/{purpose}", "")) or Path.home())
        return kept if kept.is_dir() else Path.home()

    def keep_folder(self, purpose: str, folder: Path) -> None:
        """Remember the folder used for a purpose."""
        self._settings.setValue(f"folders/{purpose}", str(folder))

    def write(self) -> None:
        """Put everything on the disk now."""
        self._settings.sync()


def default_memory_path() -> Path:
    """Where the window's memory lies for this user."""
    import platformdirs

    return platformdirs.user_config_path("GranView", appauthor=False) / "window.ini"
