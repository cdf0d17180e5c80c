"""Wheels that a lock knows the version of alone: the index that has them is asked for their names, sizes and hashes.

So the CPU's build of torch on Linux can be had from PyTorch's own index, although that could not be reached when the
lock was made. What such a hash proves is less than what a lock's proves: that a file came as the index states it, and
not that it is the one which was tried when this version of GranView was made.
"""

from typing import Final

import msgspec
from packaging.tags import sys_tags

from granview.core.errors import RuntimeProblem
from granview.runtime.backends import Offer
from granview.runtime.https import LOST, open_url, unreachable, without_login
from granview.runtime.index import IndexedFile, WheelIndex
from granview.runtime.lock_file import LockedPackage, Wheel, best_wheel

_HINT: Final = "Name another index, or choose another build."


def with_unlisted(offer: Offer, index: WheelIndex) -> Offer:
    """An offer with all its wheels: those of its lock, and those that the index states.

    Args:
        offer: What is built; it is returned as it is where its lock lists all its wheels.
        index: Asked for the rest.

    Raises:
        RuntimeProblem: the index cannot be reached, does not have a version, or states no hash of it.
    """
    if not offer.asks_index or offer.lock is None:
        return offer
    stated = tuple(_stated(package, index) for package in offer.lock.unlisted)
    return msgspec.structs.replace(offer, wheels=(*offer.lock.wheels(), *stated))


def _stated(package: LockedPackage, index: WheelIndex) -> Wheel:
    """The wheel for this machine as the index states it."""
    page, files = index.files(package.name, package.version)
    wheels = tuple(
        Wheel(package.name, package.version, name, file.size_bytes, file.sha256)
        for name, file in files.items()
        if name.endswith(".whl")
    )
    ranks = {tag: rank for rank, tag in enumerate(sys_tags())}
    wheel = best_wheel(msgspec.structs.replace(package, wheels=wheels), ranks)
    if not wheel.sha256:
        raise RuntimeProblem(
            f"{without_login(page)[0]} states no SHA-256 of {wheel.filename}: it cannot be checked.", _HINT
        )
    size = wheel.size_bytes or _asked_size(files[wheel.filename])
    return msgspec.structs.replace(wheel, size_bytes=size)


def _asked_size(file: IndexedFile) -> int:
    """The size of a file as its server states it; nothing of the file is read."""
    try:
        with open_url(file.url, {}) as reply:
            return int(reply.headers["Content-Length"])
    except LOST as error:
        raise unreachable(file.url, error) from error
    except (TypeError, ValueError) as error:
        raise RuntimeProblem(f"{without_login(file.url)[0]} does not say how large it is.", _HINT) from error
