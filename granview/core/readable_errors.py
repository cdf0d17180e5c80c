"""Whatever is raised as a sentence, and work that outlives it.

Native code raises what is no ``Exception``: a panic of a Rust library is a ``BaseException``. So threads and loops
catch everything: on a thread, and in a process that we started, nobody means to end anything by raising.
"""

import logging
from collections.abc import Callable
from typing import Final, NoReturn, TypeVar

from granview.core.errors import GranViewError

Job = TypeVar("Job")

MAX_CHARS: Final = 500
"""A sentence about an error is cut behind so many characters: a panic may hold the whole text that it met."""

logger = logging.getLogger(__name__)


def first_line(error: BaseException) -> str:
    """The first line of an error's text, without its full stop; its type where it has none. It can be stored."""
    text = next((line.strip() for line in _text(error).splitlines() if line.strip()), type(error).__name__)
    return escape_surrogates(text[:MAX_CHARS]).rstrip(".")


def readable_error(error: BaseException, what: str) -> GranViewError:
    """An error as one in words: what happened, and what to do about it. The words can be sent and stored.

    Args:
        error: Anything that was raised; one that is in words already keeps them.
        what: What could not be done, as ``cat.png cannot be read``.
    """
    if isinstance(error, GranViewError):
        is_storable = escape_surrogates(str(error)) == str(error)
        return error if is_storable else GranViewError(escape_surrogates(error.message), escape_surrogates(error.hint))
    if isinstance(error, MemoryError):
        return GranViewError(f"{what}: there is not enough memory.", "Use a smaller sample, or close other programs.")
    if isinstance(error, RecursionError):
        return GranViewError(f"{what}: something in it is nested too deeply.")
    name, line = type(error).__name__, first_line(error)
    return GranViewError(f"{what}: {name if line == name else f'{name}: {line}'}.")


def escape_surrogates(text: str) -> str:
    """A text with each lone surrogate as an escape, so that it can be sent, shown and stored."""
    return text.encode("utf-8", "backslashreplace").decode()


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


def _text(error: BaseException) -> str:
    """An error's text; its type where even asking for it raises."""
    try:
        return str(error)
    except Exception:  # noqa: BLE001  the text is another library's code
        return type(error).__name__
