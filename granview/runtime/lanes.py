"""What the processes of lanes run on: the runtime that counts, or, in a checkout, the environment as it is."""

import functools
from pathlib import Path

import msgspec

from granview.core.errors import GranViewError
from granview.runtime.bundle import Bundle, this_bundle
from granview.runtime.installed import InstalledRuntimes, runtimes_home


class LaneRuntime(msgspec.Struct, frozen=True):
    """What a lane's process is started with.

    Attributes:
        packages: The folder that it imports torch from; None where its interpreter has it.
        hides_gpu: Whether it shall not see a GPU, since its torch has no kernels for it.
    """

    packages: Path | None = None
    hides_gpu: bool = False


@functools.cache
def own_bundle() -> Bundle | None:
    """The application that runs; None in a checkout. It does not change while it runs.

    Raises:
        InputError: it is not whole.
    """
    return this_bundle()


def lane_runtime(bundle: Bundle | None = None) -> LaneRuntime:
    """What a lane that is started now runs on.

    Args:
        bundle: The application; by default the one that runs.

    Raises:
        RuntimeMissing: this is the application, and no runtime has been built yet.
        GranViewError: the runtime that counts cannot be used.
    """
    if (bundle or own_bundle()) is None:
        return LaneRuntime()
    installed = InstalledRuntimes(runtimes_home())
    runtime = installed.current()
    return LaneRuntime(installed.packages(runtime.number), not runtime.uses_gpu)


def missing_runtime(bundle: Bundle | None = None) -> str:
    """Why no lane can be started, as a sentence; empty where one can."""
    try:
        lane_runtime(bundle)
    except GranViewError as error:
        return error.message
    return ""
