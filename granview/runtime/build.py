"""A runtime from a lock: room, wheels, packages, a computation, and only then the pointer."""

import contextlib
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import msgspec

from granview.core.errors import OutputError, RuntimeProblem
from granview.core.memory_words import gigabytes
from granview.io.file_lock import FileLock
from granview.runtime.backends import Offer
from granview.runtime.bundle import Bundle
from granview.runtime.download import Download, digest_of
from granview.runtime.https import without_login
from granview.runtime.index import WheelIndex
from granview.runtime.installed import PACKAGES, InstalledRuntime, InstalledRuntimes, python_tag
from granview.runtime.lock_file import RuntimeLock, Wheel
from granview.runtime.progress import BuildProgress, IsCancelled, OnProgress, Step
from granview.runtime.smoke_test import smoke_test
from granview.runtime.unlisted import with_unlisted
from granview.runtime.unpack import unpack

_BUILDING: Final = ".building"
_WHEELS: Final = "wheels"
_LISTED: Final = 3


class Source(msgspec.Struct, frozen=True):
    """Where wheels come from.

    Attributes:
        index: The address of an index; empty for PyPI, and PyTorch's own where a lock needs it.
        folder: A folder that has them all, instead of an index.
    """

    index: str = ""
    folder: Path | None = None


class RuntimeBuilder:
    """Builds runtimes beside those that are there.

    Args:
        bundle: The application.
        installed: Where runtimes lie.
    """

    def __init__(self, bundle: Bundle, installed: InstalledRuntimes) -> None:
        self._bundle = bundle
        self._installed = installed

    @property
    def wheel_folder(self) -> Path:
        """Where downloads go; what is there is not downloaded again."""
        return self._installed.home / _WHEELS

    def completed(self, offer: Offer, source: Source) -> Offer:
        """An offer with all its wheels; those that its lock does not list are asked of the index.

        Raises:
            RuntimeProblem: the index cannot be reached, or a folder is to serve what has no hash in the lock.
        """
        lock = _lock_of(offer)
        if offer.asks_index and source.folder is not None:
            names = " and ".join(offer.stated_by_index)
            raise RuntimeProblem(
                f"The hashes of {names} are known to PyTorch's index alone, so that files in a folder cannot be "
                "checked.",
                "Build it with a network once, or choose another build.",
            )
        return with_unlisted(offer, WheelIndex(source.index, lock.index))

    def sample_speed(self, offer: Offer, source: Source, seconds: float = 1.5) -> float | None:
        """Bytes per second that come from an index now; None where there is nothing to be downloaded.

        Raises:
            GranViewError: the index cannot be reached.
        """
        offer = self.completed(offer, source)
        index = WheelIndex(source.index, _lock_of(offer).index)
        with self._alone():
            return Download(offer.wheels, index, self.wheel_folder, _ignore, _never).sample_speed(seconds)

    def build(
        self, offer: Offer, source: Source, on_progress: OnProgress, is_cancelled: IsCancelled
    ) -> InstalledRuntime:
        """Build the runtime of an offer and point at it; whatever goes wrong, the pointer stays where it is.

        Args:
            offer: What is built.
            source: Where its wheels come from.
            on_progress: Told how far it is, on the thread that this is called on.
            is_cancelled: Asked again and again.

        Raises:
            BuildCancelled: it was cancelled; what is downloaded stays.
            GranViewError: something went wrong, in words; what is downloaded stays.
        """
        lock = _lock_of(offer)
        offer = self.completed(offer, source)
        with self._alone():
            self._check_room(offer, source)
            wheels = self._wheels(offer, lock, source, on_progress, is_cancelled)
            work = self._installed.home / _BUILDING
            shutil.rmtree(work, ignore_errors=True)
            work.mkdir(parents=True)
            try:
                runtime = self._make(offer, lock, wheels, work, on_progress, is_cancelled)
                self._installed.add(work, runtime, without_login(source.index)[0])
            finally:
                shutil.rmtree(work, ignore_errors=True)
            shutil.rmtree(self.wheel_folder, ignore_errors=True)
            self._installed.remove_old()
        return runtime

    def _make(
        self,
        offer: Offer,
        lock: RuntimeLock,
        wheels: Path,
        work: Path,
        on_progress: OnProgress,
        is_cancelled: IsCancelled,
    ) -> InstalledRuntime:
        """Unpack it and try it; returns what it is."""
        total = offer.download_bytes
        on_progress(BuildProgress(Step.UNPACK, total, total))
        packages = unpack(self._bundle, offer.wheels, wheels, work, is_cancelled)
        on_progress(BuildProgress(Step.TEST, total, total))
        report = smoke_test(self._bundle.python, packages, offer.expects_gpu, is_cancelled)
        shutil.rmtree(work / "cache", ignore_errors=True)
        return InstalledRuntime(
            number=self._installed.next_number(),
            backend=offer.backend,
            lock_digest=lock.digest,
            python=python_tag(),
            torch=report.torch,
            device=report.name,
            uses_gpu=report.device != "cpu",
            size_bytes=_size(work / PACKAGES),
        )

    def _wheels(
        self, offer: Offer, lock: RuntimeLock, source: Source, on_progress: OnProgress, is_cancelled: IsCancelled
    ) -> Path:
        """The folder that has all wheels, each checked."""
        if source.folder is not None:
            check_folder(source.folder, offer.wheels)
            return source.folder
        index = WheelIndex(source.index, lock.index)
        Download(offer.wheels, index, self.wheel_folder, on_progress, is_cancelled).run()
        return self.wheel_folder

    def _check_room(self, offer: Offer, source: Source) -> None:
        """Refuse what does not fit before anything is downloaded."""
        home = self._installed.home
        needed = offer.unpacked_bytes
        if source.folder is None:
            needed += offer.download_bytes - _there(self.wheel_folder, offer.wheels)
        free = shutil.disk_usage(home).free
        if free < needed:
            raise RuntimeProblem(
                f"{offer.title} needs {gigabytes(needed)} on the disk while it is built, and {gigabytes(free)} are "
                f"free ({home}).",
                "Make room on that disk, or choose a smaller build.",
            )

    @contextlib.contextmanager
    def _alone(self) -> Iterator[None]:
        """No two builds at once, of whatever programs."""
        home = self._installed.home
        try:
            home.mkdir(parents=True, exist_ok=True)
            lock = FileLock(home / "building-lock")
            taken = lock.acquire()
        except OSError as error:
            raise OutputError(f"{home} cannot be written: {error.strerror}.", "Check its rights.") from error
        if not taken:
            raise RuntimeProblem("A runtime is being built already.", "Wait for it, or cancel it where it was started.")
        try:
            yield
        finally:
            lock.release()


def check_folder(folder: Path, wheels: tuple[Wheel, ...]) -> None:
    """See that a folder has every wheel, each of them the one of the lock.

    Raises:
        RuntimeProblem: some are missing, or are others.
    """
    missing = [wheel.filename for wheel in wheels if not (folder / wheel.filename).is_file()]
    if missing:
        listed = ", ".join(missing[:_LISTED])
        more = f" and {len(missing) - _LISTED} more" if len(missing) > _LISTED else ""
        raise RuntimeProblem(
            f"{folder} lacks {len(missing)} of {len(wheels)} files: {listed}{more}.",
            "granview runtime list --files BACKEND lists all that are needed.",
        )
    for wheel in wheels:
        if digest_of(folder / wheel.filename) != wheel.sha256:
            raise RuntimeProblem(
                f"{folder / wheel.filename} is not the file that was locked: its SHA-256 is another one.",
                "Take it from the index again.",
            )


def _lock_of(offer: Offer) -> RuntimeLock:
    if offer.lock is None:
        raise RuntimeProblem(offer.refusal)
    return offer.lock


def _there(folder: Path, wheels: tuple[Wheel, ...]) -> int:
    """Bytes that need not be downloaded any more."""
    files = [folder / name for wheel in wheels for name in (wheel.filename, f"{wheel.filename}.part")]
    return sum(file.stat().st_size for file in files if file.is_file())


def _size(folder: Path) -> int:
    return sum(file.stat().st_size for file in folder.rglob("*") if file.is_file() and not file.is_symlink())


def _ignore(_: BuildProgress) -> None:
    """Nobody wants to know."""


def _never() -> bool:
    return False
