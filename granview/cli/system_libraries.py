"""Libraries of the system that Qt needs on Linux: which are missing, and the packages that bring them."""

import ctypes
import re
from collections.abc import Iterable, Mapping
from typing import Final

from granview.core.errors import GranViewError

LIBRARIES: Final[Mapping[str, tuple[str, str]]] = {
    "libEGL.so.1": ("libegl1", "libglvnd-egl"),
    "libGL.so.1": ("libgl1", "libglvnd-glx"),
    "libX11-xcb.so.1": ("libx11-xcb1", "libX11-xcb"),
    "libdbus-1.so.3": ("libdbus-1-3", "dbus-libs"),
    "libfontconfig.so.1": ("libfontconfig1", "fontconfig"),
    "libfreetype.so.6": ("libfreetype6", "freetype"),
    "libglib-2.0.so.0": ("libglib2.0-0", "glib2"),
    "libstdc++.so.6": ("libstdc++6", "libstdc++"),
    "libxcb.so.1": ("libxcb1", "libxcb"),
    "libxkbcommon.so.0": ("libxkbcommon0", "libxkbcommon"),
    "libz.so.1": ("zlib1g", "zlib"),
}
"""What every desktop has; the packages of Debian and Ubuntu, and of Fedora, that bring it."""

_NOT_OPENED: Final = re.compile(r"(lib[\w.+-]+\.so[.\d]*): cannot open shared object file")


def missing_libraries(libraries: Iterable[str] = LIBRARIES) -> list[str]:
    """Names of the libraries that cannot be loaded."""
    return [name for name in libraries if not _loads(name)]


def missing_words(missing: Iterable[str]) -> str:
    """What is missing, and what to do about it."""
    names = list(missing)
    debian, fedora = (" ".join(_packages(names, column)) for column in (0, 1))
    return (
        f"The window needs libraries that this system lacks: {', '.join(names)}.\n"
        f"  Debian, Ubuntu:  sudo apt install {debian}\n"
        f"  Fedora:          sudo dnf install {fedora}"
    )


def readable_import_error(error: ImportError) -> GranViewError | None:
    """An error of importing Qt in words, with all that is missing; None where it is about something else."""
    named = _NOT_OPENED.search(str(error))
    if named is None:
        return None
    return GranViewError(missing_words(dict.fromkeys((named[1], *missing_libraries()))))


def _packages(names: Iterable[str], column: int) -> dict[str, None]:
    """The packages of one kind of system; where a library's is not known, the library itself."""
    return dict.fromkeys(LIBRARIES[name][column] if name in LIBRARIES else name for name in names)


def _loads(name: str) -> bool:
    try:
        ctypes.CDLL(name)
    except OSError:
        return False
    return True
