"""Samples as models are given them: the first input and the parts that the model takes, each read by its own kind."""

from collections.abc import Sequence
from typing import Any, Final

import msgspec

from granview.core.errors import InputError
from granview.core.messages import Request
from granview.core.sample import Sample
from granview.core.sample_kind import SAMPLE_KINDS, Kind
from granview.io.own_reference import own_reference
from granview.models.adapter import SampleInput
from granview.tasks.base import TASKS
from granview.worker.batch import DecodedSample, SampleInfo
from granview.worker.prompts import KeptPicture, picture_key, prompts_for
from granview.worker.sample_kind import WORKER_KINDS, DecodedInput

REQUIRED_HINT: Final = "Give one that fits, or do not require references."


def read_sample(
    request: Request,
    kind: Kind,
    part_roles: Sequence[str] = (),
    task: str = "",
    kept: KeptPicture | None = None,
    described: bool = False,
) -> DecodedSample:
    """What a request's sample holds, which must be of the kind that the model takes.

    Args:
        request: Names the sample.
        kind: The kind of samples that the model takes.
        part_roles: The parts that it takes besides: all of them must be there.
        task: The lane's task, of which a sample may be its own reference.
        kept: The picture that a model that is prompted was asked about last; None for other models.
        described: Whether the lane is given the sample itself, and its content is not decoded.

    Raises:
        InputError: it is of another kind, cannot be read, lacks a part, or lacks the reference that is required.
    """
    sample = request.sample
    has_reference = sample.reference is not None or own_reference(sample, task, request.params) is not None
    if request.params.require_reference and not has_reference:
        raise InputError(f"{sample.filename} has no reference, and one is required.", REQUIRED_HINT)
    if sample.kind != kind:
        plural = SAMPLE_KINDS.get(kind).plural
        raise InputError(f"{sample.filename} is of kind {sample.kind}, and this model takes {plural}.", "Leave it out.")
    _refuse_missing(sample, part_roles)
    first = WORKER_KINDS.get(kind).describe(sample, request.params) if described else _decoded(request, kind, kept)
    parts = {
        part.role: WORKER_KINDS.get(part.kind).decode(part, request.params)
        for part in sample.parts
        if part.role in part_roles
    }
    item = SampleInfo(
        request,
        _as_read(sample, first, parts),
        first.subject,
        first.decode_ms + sum(part.decode_ms for part in parts.values()),
        (
            *first.notices,
            *(words for part in parts.values() for words in part.notices),
            *(() if described else _left_out(sample, parts)),
        ),
        first.orientation,
        first.luminance if has_reference else None,
    )
    if kept is None:
        return DecodedSample(item, _sample_input(first, parts, part_roles))
    prompts = prompts_for(sample, first, TASKS.get(task), request.params)
    return DecodedSample(item, SampleInput(first.content, {}, prompts, picture_key(sample, request.params)))


def _decoded(request: Request, kind: Kind, kept: KeptPicture | None) -> DecodedInput:
    def decode() -> DecodedInput:
        return WORKER_KINDS.get(kind).decode(request.sample, request.params)

    return decode() if kept is None else kept.get(picture_key(request.sample, request.params), decode)


def _refuse_missing(sample: Sample, part_roles: Sequence[str]) -> None:
    missing = [role for role in part_roles if sample.part(role) is None]
    if missing:
        raise InputError(
            f"{sample.filename} has no {' and no '.join(missing)}, and this model needs it.",
            "Give samples as rows of a table with a column for it, or leave this one out.",
        )


def _left_out(sample: Sample, parts: dict[str, DecodedInput]) -> tuple[str, ...]:
    """What must be said of parts that the model is not given."""
    unread = [part.role for part in sample.parts if part.role not in parts]
    return (f"This model takes no {' and no '.join(unread)}, and was not given it.",) if unread else ()


def _as_read(sample: Sample, first: DecodedInput, parts: dict[str, DecodedInput]) -> Sample:
    """The sample with hashes and size of the files that were read; what came from no file stays as it is."""
    known = tuple(
        msgspec.structs.replace(part, sha256=parts[part.role].sha256) if part.role in parts else part
        for part in sample.parts
    )
    if first.sha256 is None:
        return msgspec.structs.replace(sample, parts=known)
    return msgspec.structs.replace(sample, sha256=first.sha256, size_bytes=first.size_bytes, parts=known)


def _sample_input(first: DecodedInput, parts: dict[str, DecodedInput], part_roles: Sequence[str]) -> Any:
    if not part_roles:
        return first.content
    return SampleInput(first.content, {role: parts[role].content for role in part_roles})
