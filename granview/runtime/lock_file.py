"""The lock of a runtime: its packages, and of each every wheel that may be installed, with size and hash.

The files lie in ``packaging/runtime`` and are written by ``packaging/runtime_locks.py``.
"""

import functools
import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Final

import msgspec
from packaging.markers import Marker
from packaging.tags import Tag, sys_tags
from packaging.utils import parse_wheel_filename

from granview.core.errors import InputError, RuntimeProblem

_PIN: Final = re.compile(r"^(?P<name>[\w.-]+)==(?P<version>[^ ;\\]+)(?: ; (?P<marker>[^\\]+?))?(?: \\)?$")
_WHEEL: Final = re.compile(r"^# (?P<filename>\S+\.whl) (?P<size_bytes>\d+) (?P<sha256>[0-9a-f]{64})$")
_FACT: Final = re.compile(r"^# (?P<key>\w+): (?P<value>.+)$")
_CUDA_PACKAGE: Final = "nvidia-cuda-runtime"
_HINT: Final = "Install GranView again."


class Wheel(msgspec.Struct, frozen=True):
    """A file that a lock admits.

    Attributes:
        package: Its package, in the index's spelling.
        version: The package's version.
        filename: The file's name.
        size_bytes: The file's size.
        sha256: The file's SHA-256, in hexadecimal.
    """

    package: str
    version: str
    filename: str
    size_bytes: int
    sha256: str


class LockedPackage(msgspec.Struct, frozen=True):
    """A pinned package.

    Attributes:
        name: In the index's spelling.
        version: The only one that is admitted.
        marker: Where it is needed (PEP 508); empty for everywhere.
        wheels: Its files; none where they are asked of the index when the runtime is built.
    """

    name: str
    version: str
    marker: str
    wheels: tuple[Wheel, ...]


class RuntimeLock(msgspec.Struct, frozen=True):
    """What a runtime consists of.

    Attributes:
        backend: What it computes on, such as ``cuda``.
        system: As ``sys.platform`` has it.
        index: The folder of PyTorch's own index that has its torch; ``pypi`` where PyPI has it.
        packages: All of them.
        digest: SHA-256 of the file; a runtime that was built from another one is out of date.
    """

    backend: str
    system: str
    index: str
    packages: tuple[LockedPackage, ...]
    digest: str

    def wheels(self, tags: Iterable[Tag] | None = None) -> tuple[Wheel, ...]:
        """The wheels that this Python installs, one for each package that is needed here and has any in the lock.

        Args:
            tags: What is supported, the best first; by default what this interpreter supports (PEP 425).

        Raises:
            RuntimeProblem: a package has no wheel for this machine.
        """
        ranks = {tag: rank for rank, tag in enumerate(sys_tags() if tags is None else tags)}
        return tuple(best_wheel(package, ranks) for package in self._needed() if package.wheels)

    @property
    def unlisted(self) -> tuple[LockedPackage, ...]:
        """Packages that are needed here, of which the lock knows the version alone: the index is asked for the rest."""
        return tuple(package for package in self._needed() if not package.wheels)

    def _needed(self) -> list[LockedPackage]:
        return [package for package in self.packages if not package.marker or Marker(package.marker).evaluate()]

    @property
    def cuda(self) -> tuple[int, int] | None:
        """The version of CUDA that it brings along; None where it brings none."""
        versions = {package.name: package.version for package in self.packages}
        if _CUDA_PACKAGE in versions:
            major, minor, *_ = versions[_CUDA_PACKAGE].split(".")
            return int(major), int(minor)
        local = re.search(r"\+cu(\d+)(\d)$", versions.get("torch", ""))
        return (int(local[1]), int(local[2])) if local else None

    @property
    def torch(self) -> str:
        """Its version of torch; empty where it has none."""
        return next((package.version for package in self.packages if package.name == "torch"), "")


def read_lock(path: Path) -> RuntimeLock:
    """Read a lock.

    Raises:
        InputError: it cannot be read, or is no lock.
    """
    try:
        data = path.read_bytes()
        lines = data.decode("utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"{path} cannot be read: {error}.", _HINT) from error
    facts = {match["key"]: match["value"] for line in lines if (match := _FACT.match(line))}
    packages = tuple(_packages(lines))
    if not {"backend", "system", "index"} <= facts.keys() or not packages:
        raise InputError(f"{path} is no lock of a runtime.", _HINT)
    return RuntimeLock(facts["backend"], facts["system"], facts["index"], packages, hashlib.sha256(data).hexdigest())


def _packages(lines: Iterable[str]) -> Iterator[LockedPackage]:
    """Each pin with the wheels that stand beneath it."""
    pin: re.Match[str] | None = None
    wheels: list[Wheel] = []
    for line in lines:
        if match := _PIN.match(line):
            if pin is not None:
                yield _package(pin, wheels)
            pin, wheels = match, []
        elif pin is not None and (match := _WHEEL.match(line)):
            wheels.append(
                Wheel(pin["name"], pin["version"], match["filename"], int(match["size_bytes"]), match["sha256"])
            )
    if pin is not None:
        yield _package(pin, wheels)


def _package(pin: re.Match[str], wheels: list[Wheel]) -> LockedPackage:
    return LockedPackage(pin["name"], pin["version"], pin["marker"] or "", tuple(wheels))


def best_wheel(package: LockedPackage, ranks: Mapping[Tag, int]) -> Wheel:
    """The wheel whose tag stands first among those that are supported.

    Args:
        package: With its wheels.
        ranks: The place of each tag that is supported; 0 for the best.

    Raises:
        RuntimeProblem: none is supported.
    """
    ranked = [
        (min(ranks[tag] for tag in tags), wheel)
        for wheel in package.wheels
        if (tags := _tags(wheel.filename) & ranks.keys())
    ]
    if not ranked:
        raise RuntimeProblem(
            f"{package.name} {package.version} has no file for this system and Python.",
            "Take the application that was made for this system.",
        )
    return min(ranked, key=lambda each: (each[0], each[1].filename))[1]


@functools.cache
def _tags(filename: str) -> frozenset[Tag]:
    return parse_wheel_filename(filename)[3]
