"""Pictures and masks looked at before they are run: what is guessed and asked rests on it, never how one file is read.

Pictures of more than 8 bits are decoded in a process of its own, so that one that crashes it costs the look alone.
"""

import multiprocessing
import time
from collections.abc import Callable, Collection, Iterable, Sequence
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Final

import msgspec

from granview.core.sample import Sample
from granview.core.truth import Truth
from granview.io.child_processes import PREFIX, skip_main_module
from granview.io.mask_survey import MaskSurvey, survey_masks
from granview.io.range_survey import RangeSurvey, deep_pictures, survey_ranges

_PATIENCE_S: Final = 120.0
_SLICE_S: Final = 0.2


class ImageSurvey(msgspec.Struct, frozen=True):
    """What was found.

    Attributes:
        masks: In reference masks.
        ranges: In pictures of more than 8 bits.
        trouble: Why nothing was found in pictures, as a sentence; empty where all went well.
    """

    masks: MaskSurvey
    ranges: RangeSurvey
    trouble: str = ""


def survey_images(
    samples: Iterable[Sample],
    wanted: Callable[[], bool] = lambda: True,
    truths: Collection[type[Truth]] = (),
    readings: Collection[str] = (),
) -> ImageSurvey:
    """Look at the images among samples and at their references; takes a moment, so not on a window's thread.

    Args:
        samples: Samples of any kind.
        wanted: Asked now and then; the look ends where it says no, and what it found by then means nothing.
        truths: As ``survey_masks`` takes them.
        readings: As ``survey_masks`` takes them.
    """
    listed = list(samples)
    masks, deep = survey_masks(listed, wanted, truths, readings), deep_pictures(listed, wanted)
    if not deep:
        return ImageSurvey(masks, RangeSurvey())
    ranges = _apart(deep, wanted)
    return ImageSurvey(masks, RangeSurvey(), ranges) if isinstance(ranges, str) else ImageSurvey(masks, ranges)


def _apart(pictures: Sequence[Path], wanted: Callable[[], bool]) -> RangeSurvey | str:
    """What a process of its own finds in pictures, or why it found nothing."""
    skip_main_module()
    context = multiprocessing.get_context("spawn")
    connection, its_end = context.Pipe(duplex=False)
    paths = [str(path) for path in pictures]
    process = context.Process(target=_survey, args=(paths, its_end), name=f"{PREFIX}survey", daemon=True)
    process.start()
    its_end.close()
    try:
        if not _has_come(connection, wanted):
            return _in_vain(f"was not done after {_PATIENCE_S:g} s")
        return msgspec.msgpack.decode(connection.recv_bytes(), type=RangeSurvey)
    except (EOFError, OSError, msgspec.DecodeError):
        return _in_vain("ended in the middle of it; one of them is damaged, or memory ran out")
    finally:
        connection.close()
        process.kill()
        process.join()


def _has_come(connection: "Connection[bytes, bytes]", wanted: Callable[[], bool]) -> bool:
    """Whether something came in time, or the end did."""
    deadline = time.monotonic() + _PATIENCE_S
    while wanted() and time.monotonic() < deadline:
        if connection.poll(_SLICE_S):
            return True
    return False


def _survey(pictures: Sequence[str], connection: "Connection[bytes, bytes]") -> None:
    """Runs in the child."""
    connection.send_bytes(msgspec.msgpack.encode(survey_ranges([Path(path) for path in pictures])))


def _in_vain(why: str) -> str:
    return f"What looks through pictures of more than 8 bits before a run {why}; they are read as is usual."
