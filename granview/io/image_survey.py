"""Pictures and masks looked at before they are run, in a process of its own: a file that crashes it costs the look.

What is found decides what is guessed and asked, never how a single file is read.
"""

import multiprocessing
from collections.abc import Iterable
from multiprocessing.connection import Connection
from typing import Final

import msgspec

from granview.core.sample import Sample
from granview.io.children import PREFIX, leave_main_out
from granview.io.mask_survey import MaskSurvey, survey_masks
from granview.io.range_survey import RangeSurvey, survey_ranges

_PATIENCE_S: Final = 120.0


class ImageSurvey(msgspec.Struct):
    """What was found.

    Attributes:
        masks: In reference masks.
        ranges: In pictures of more than 8 bits.
        trouble: Why nothing was found, as a sentence; empty where all went well.
    """

    masks: MaskSurvey
    ranges: RangeSurvey
    trouble: str = ""


def survey_images(samples: Iterable[Sample]) -> ImageSurvey:
    """Look at the images among samples and at their references; takes a moment, so not on a window's thread."""
    images = [sample for sample in samples if sample.kind == "image"]
    if not images:
        return ImageSurvey(MaskSurvey(), RangeSurvey())
    leave_main_out()
    context = multiprocessing.get_context("spawn")
    connection, its_end = context.Pipe(duplex=False)
    given = msgspec.msgpack.encode(images)
    process = context.Process(target=_look, args=(given, its_end), name=f"{PREFIX}survey", daemon=True)
    process.start()
    its_end.close()
    try:
        if not connection.poll(_PATIENCE_S):
            return _nothing(f"was not done after {_PATIENCE_S:g} s")
        return msgspec.msgpack.decode(connection.recv_bytes(), type=ImageSurvey)
    except (EOFError, OSError, msgspec.DecodeError):
        return _nothing("ended in the middle of it; one of them is damaged, or memory ran out")
    finally:
        connection.close()
        process.kill()
        process.join()


def _look(given: bytes, connection: "Connection[bytes, bytes]") -> None:
    """Runs in the child."""
    images = msgspec.msgpack.decode(given, type=list[Sample])
    survey = ImageSurvey(survey_masks(images), survey_ranges(images))
    connection.send_bytes(msgspec.msgpack.encode(survey))


def _nothing(why: str) -> ImageSurvey:
    words = f"What looks through pictures and masks before a run {why}; they are read as is usual."
    return ImageSurvey(MaskSurvey(), RangeSurvey(), words)
