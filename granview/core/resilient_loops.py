"""Work that outlives whatever it raises.

Native code raises what is no ``Exception``: a panic of a Rust library is a ``BaseException``. So threads and loops
catch everything: on a thread, and in a process that we started, nobody means to end anything by raising.
"""

import logging
from collections.abc import Callable
from typing import NoReturn, TypeVar

Job = TypeVar("Job")
logger = logging.getLogger(__name__)


def attempt(work: Callable[[], object], failed: Callable[[BaseException], object]) -> None:
    """Do work. Whatever it raises goes to ``failed``, and what that raises into the log: nothing gets past this."""
    try:
        work()
    except BaseException as error:  # noqa: BLE001  the one place where threads and loops outlive what is raised
        try:
            failed(error)
        except BaseException:
            logger.exception("What went wrong could not be told.")


def serve_jobs(
    take: Callable[[], Job], do: Callable[[Job], object], failed: Callable[[Job, BaseException], object]
) -> NoReturn:
    """Do one job after another, for ever; one that raises is answered by ``failed``, and the next one follows.

    Args:
        take: Waits for the next job, and gives it.
        do: Does a job. Nothing of it is held on to while the next one is awaited.
        failed: Answers for a job, told what it raised.
    """
    while True:
        _one(take(), do, failed)


def _one(job: Job, do: Callable[[Job], object], failed: Callable[[Job, BaseException], object]) -> None:
    attempt(lambda: do(job), lambda error: failed(job, error))
