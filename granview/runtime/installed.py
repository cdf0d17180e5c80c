"""The runtimes that are on this machine, and the pointer to the one that lanes run on.

They lie in the user's data folder::

    GranView/runtimes/pointer.json     which one counts, and which one counted before
    GranView/runtimes/2/runtime.json   what it is
    GranView/runtimes/2/packages/      torch and its kin

A runtime is built beside the others and gets its number when it is whole and has computed something. Then the pointer
is written anew, whole or not at all; the one before stays, so that it can be gone back to at once.
"""

import contextlib
import os
import shutil
import sys
from pathlib import Path
from typing import Final

import msgspec

from granview.core.errors import ArgumentError, InputError, OutputError, RuntimeMissing, RuntimeProblem
from granview.io.atomic_write import atomic_write
from granview.io.json_files import read_json_file

PACKAGES: Final = "packages"
"""The folder within a runtime that lanes import from."""

_POINTER: Final = "pointer.json"
_RUNTIME: Final = "runtime.json"
_HINT: Final = "Build the runtime again: Help › Runtime…, or granview runtime install."


def python_tag() -> str:
    """Which compiled packages this Python loads, such as ``cp311``."""
    return f"cp{sys.version_info.major}{sys.version_info.minor}"


class InstalledRuntime(msgspec.Struct, frozen=True):
    """A runtime on this machine.

    Attributes:
        number: Its number; a later one is larger.
        backend: What it was built for, as ``BACKENDS`` has it.
        lock_digest: SHA-256 of the lock that it was built from.
        python: Which Python it was built for, such as ``cp311``.
        torch: Its version of torch.
        device: What it computed on when it was tested, in words.
        uses_gpu: Whether that was a GPU; where not, GPUs are hidden from lanes.
        size_bytes: What it takes on the disk.
    """

    number: int
    backend: str
    lock_digest: str
    python: str
    torch: str
    device: str
    uses_gpu: bool
    size_bytes: int


class Pointer(msgspec.Struct, frozen=True):
    """Which runtime counts.

    Attributes:
        number: That of the runtime; 0 for none.
        previous: That of the one which counted before; 0 for none.
        backend: The device that the user chose; it stays the chosen one whatever is updated.
        index: The index that it came from, without a name and a password; empty for PyPI.
    """

    number: int = 0
    previous: int = 0
    backend: str = ""
    index: str = ""


def runtimes_home() -> Path:
    """Where runtimes lie for this user."""
    import platformdirs

    return platformdirs.user_data_path("GranView", appauthor=False) / "runtimes"


class InstalledRuntimes:
    """What is on this machine.

    Args:
        home: Where they lie.
    """

    def __init__(self, home: Path) -> None:
        self.home = home

    @property
    def pointer(self) -> Pointer:
        """Which one counts.

        Raises:
            InputError: the pointer's file is damaged.
        """
        path = self.home / _POINTER
        return read_json_file(path, _HINT, Pointer) if path.is_file() else Pointer()

    def all(self) -> tuple[InstalledRuntime, ...]:
        """All that are whole, by their numbers."""
        with contextlib.suppress(OSError):
            numbers = sorted(int(folder.name) for folder in self.home.iterdir() if folder.name.isdecimal())
            return tuple(runtime for number in numbers if (runtime := self._read(number)))
        return ()

    def get(self, number: int) -> InstalledRuntime:
        """One of them.

        Raises:
            RuntimeProblem: there is none of that number, or it is not whole.
        """
        runtime = self._read(number)
        if runtime is None:
            raise RuntimeProblem(f"Runtime {number} is not there, or not whole ({self.home}).", _HINT)
        return runtime

    def current(self) -> InstalledRuntime:
        """The one that lanes run on.

        Raises:
            RuntimeMissing: none has been built yet.
            RuntimeProblem: it is not there any more, or was built for another Python.
            InputError: the pointer's file is damaged.
        """
        number = self.pointer.number
        if not number:
            raise RuntimeMissing(
                "There is no runtime yet: GranView has not been told what models shall run on.",
                "Help › Runtime… offers the builds for this machine; so does granview runtime list.",
            )
        runtime = self.get(number)
        if runtime.python != python_tag():
            raise RuntimeProblem(
                f"Runtime {number} ({runtime.backend}) was built for another Python ({runtime.python}) than that of "
                f"this version of GranView ({python_tag()}).",
                _HINT,
            )
        return runtime

    def packages(self, number: int) -> Path:
        """Where the packages of a runtime lie."""
        return self.home / str(number) / PACKAGES

    def add(self, folder: Path, runtime: InstalledRuntime, index: str = "") -> None:
        """Take a folder that was built and tested, and point at it.

        Args:
            folder: What was built.
            runtime: What it is.
            index: Where it came from, for the next time; empty for PyPI.

        Raises:
            OutputError: the disk cannot be written.
        """
        with atomic_write(folder / _RUNTIME) as file:
            file.write(msgspec.json.format(msgspec.json.encode(runtime)))
        target = self.home / str(runtime.number)
        folder.replace(target)
        self._point(Pointer(runtime.number, self._pointed(), runtime.backend, index))

    def roll_back(self) -> InstalledRuntime:
        """Point at the one that counted before, which then is the one to go back to; returns it.

        Raises:
            RuntimeProblem: there is none.
        """
        pointer = self.pointer
        if not pointer.previous:
            raise RuntimeProblem("There is no earlier runtime to go back to.", "Build another one beside it.")
        runtime = self.get(pointer.previous)
        self._point(
            msgspec.structs.replace(pointer, number=runtime.number, previous=pointer.number, backend=runtime.backend)
        )
        return runtime

    def remove(self, number: int) -> None:
        """Remove one from the disk; where it is the one that counts, there is none afterwards.

        Raises:
            ArgumentError: there is none of that number.
            OutputError: it cannot be removed.
        """
        folder = self.home / str(number)
        if number < 1 or not folder.is_dir():
            listed = ", ".join(str(runtime.number) for runtime in self.all()) or "none"
            raise ArgumentError(f"There is no runtime {number}.", f"Those that are there: {listed}.")
        pointer = self.pointer
        kept = {"number": 0 if pointer.number == number else pointer.number}
        kept["previous"] = 0 if pointer.previous == number else pointer.previous
        self._point(msgspec.structs.replace(pointer, **kept))
        try:
            _remove(folder)
        except OSError as error:
            raise OutputError(f"{folder} cannot be removed: {error.strerror}.", "Close what uses it.") from error

    def remove_old(self) -> None:
        """Remove all but the one that counts and the one before; what cannot be removed now waits for the next time."""
        pointer = self.pointer
        for runtime in self.all():
            if runtime.number not in (pointer.number, pointer.previous):
                with contextlib.suppress(OSError):
                    _remove(self.home / str(runtime.number))

    def next_number(self) -> int:
        """A number that no runtime has had as far as is known."""
        with contextlib.suppress(OSError):
            return max((int(each.name) for each in self.home.iterdir() if each.name.isdecimal()), default=0) + 1
        return 1

    def _read(self, number: int) -> InstalledRuntime | None:
        try:
            runtime = read_json_file(self.home / str(number) / _RUNTIME, _HINT, InstalledRuntime)
        except InputError:
            return None
        return runtime if self.packages(number).is_dir() else None

    def _pointed(self) -> int:
        """The number of the one that counts; 0 where that cannot be said."""
        try:
            return self.pointer.number
        except InputError:
            return 0

    def _point(self, pointer: Pointer) -> None:
        self.home.mkdir(parents=True, exist_ok=True)
        with atomic_write(self.home / _POINTER) as file:
            file.write(msgspec.json.encode(pointer))


def _remove(folder: Path) -> None:
    """Take a folder out of its place first, so that what cannot be removed whole is no runtime any more."""
    aside = folder.with_name(f".removed-{folder.name}-{os.urandom(4).hex()}")
    folder.replace(aside)
    shutil.rmtree(aside, ignore_errors=True)
