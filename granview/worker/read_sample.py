"""Samples as models are given them: pictures decoded, texts read."""

from collections.abc import Callable
from pathlib import Path
from typing import Final

import msgspec

from granview.core.errors import InputError
from granview.core.limits import MAX_RUN_CHARS
from granview.core.messages import Request
from granview.core.sample_kind import Kind
from granview.core.text import TextInput
from granview.io.hashing import sha256_file
from granview.io.image_reader import read_image
from granview.io.text_reader import read_text
from granview.worker.batch import DecodedSample, SampleInfo, Stopwatch

REQUIRED_HINT: Final = "Give one that fits, or do not require references."


def read_sample(request: Request, kind: Kind) -> DecodedSample:
    """What a request's sample holds, which must be of the kind that the model takes.

    Raises:
        InputError: it is of another kind, cannot be read, or lacks the reference that is required.
    """
    sample = request.sample
    if request.params.require_reference and sample.reference is None:
        raise InputError(f"{sample.filename} has no reference, and one is required.", REQUIRED_HINT)
    if sample.kind != kind:
        raise InputError(f"{sample.filename} is of kind {sample.kind}, and this model takes {kind}s.", "Leave it out.")
    return _READERS[kind](request)


def _read_picture(request: Request) -> DecodedSample:
    path = Path(request.sample.path)
    with Stopwatch() as watch:
        decoded = read_image(path, image_range=request.params.image.range)
    height, width, _ = decoded.pixels.shape
    sample = msgspec.structs.replace(request.sample, sha256=sha256_file(path), size_bytes=path.stat().st_size)
    item = SampleInfo(request, sample, (height, width), watch.ms, decoded.notices, decoded.orientation)
    return DecodedSample(item, decoded.pixels)


def _refuse_long(name: str, sample_input: TextInput) -> None:
    if sample_input.exceeds(MAX_RUN_CHARS):
        raise InputError(
            f"{name} has {sample_input.n_chars:,} characters. At most {MAX_RUN_CHARS:,} are given to a model.",
            "It is shown, and not run. Split it.",
        )


def _read_text(request: Request) -> DecodedSample:
    """A record's own text, or that of a whole file."""
    sample = request.sample
    if sample.text is not None:
        _refuse_long(sample.name, sample.text)
        return DecodedSample(SampleInfo(request, sample, sample.text, 0.0), sample.text)
    path = Path(sample.path)
    with Stopwatch() as watch:
        text = read_text(path, MAX_RUN_CHARS)
    sample_input = TextInput.of(text.text)
    sample = msgspec.structs.replace(sample, sha256=sha256_file(path), size_bytes=path.stat().st_size)
    return DecodedSample(SampleInfo(request, sample, sample_input, watch.ms, text.notices), sample_input)


_READERS: Final[dict[Kind, Callable[[Request], DecodedSample]]] = {"image": _read_picture, "text": _read_text}
