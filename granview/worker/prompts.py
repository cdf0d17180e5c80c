"""What a model that is prompted is asked for: what a person pointed at, else the objects of the reference."""

from collections.abc import Callable, Hashable
from dataclasses import replace
from pathlib import Path
from typing import Any

from granview.core.errors import InputError
from granview.core.prompt import ObjectPrompt
from granview.core.run_params import RunParams
from granview.core.sample import Sample
from granview.core.task_trait import task_params
from granview.core.truth import Truth
from granview.io.orientation import Frame
from granview.io.page_address import file_of
from granview.io.reference_format import read_truth, reference_of_type
from granview.tasks.base import Task
from granview.worker.sample_kind import DecodedInput


class KeptPicture:
    """The picture that was asked about last: the next prompt is mostly about it too, and decoding takes its time."""

    def __init__(self) -> None:
        self._held: tuple[Hashable, DecodedInput] | None = None

    def get(self, key: Hashable, decode: Callable[[], DecodedInput]) -> DecodedInput:
        """The picture of that key, decoded where it is another than the last; what is kept took no time to decode."""
        if self._held is not None and self._held[0] == key:
            return replace(self._held[1], decode_ms=0.0)
        self._held = (key, decode())
        return self._held[1]


def prompts_for(sample: Sample, decoded: DecodedInput, task: Task, params: RunParams) -> tuple[ObjectPrompt, ...]:
    """The prompts of a sample.

    Args:
        sample: The sample.
        decoded: The picture as it was read.
        task: The task, which has a parameter ``prompts_from``.
        params: What was chosen for the run.

    Raises:
        InputError: nobody has pointed at anything, and there is no reference with objects.
    """
    if sample.prompts:
        return sample.prompts
    found = _truth(sample, decoded, task, params)
    asked = () if found is None else found.object_prompts(task_params(task.name, params)["prompts_from"])
    if not asked:
        raise InputError(
            f"Nobody has said what is to be outlined in {sample.filename}, and no reference has objects of it.",
            "Click on an object in the window, or give a reference with objects.",
        )
    return asked


def _truth(sample: Sample, decoded: DecodedInput, task: Task, params: RunParams) -> Truth | None:
    reference = reference_of_type(sample, task.truth_type)
    if reference is None:
        return None
    height, width = decoded.subject
    frame = Frame(height, width, decoded.orientation)
    return read_truth(reference, frame, params=params.image, wanted=task.truth_type)


def picture_key(sample: Sample, params: RunParams) -> tuple[Any, ...]:
    """Equal as long as the picture is the same, is read alike, and its file was not written to."""
    path = file_of(Path(sample.path))
    return sample.path, path.stat().st_mtime_ns if path.is_file() else None, params.image.range
