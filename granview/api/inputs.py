"""From what the caller names to samples of a session."""

import os
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import msgspec

from granview.core.errors import InputError
from granview.core.sample import Kind, Sample
from granview.io.found import Problem
from granview.io.samples import find_samples
from granview.store.session import Session

Paths = str | os.PathLike[str] | Iterable[str | os.PathLike[str]]
"""One path, or several."""


@dataclass(frozen=True)
class Inputs:
    """What was found.

    Attributes:
        samples: In the order in which they were named; folders in name order.
        problems: What was named or found and is no sample, in words.
    """

    samples: tuple[Sample, ...]
    problems: tuple[Problem, ...]


def as_paths(paths: Paths | None) -> list[Path]:
    """A list of paths, from one, several or none."""
    if paths is None:
        return []
    if isinstance(paths, str | os.PathLike):
        return [Path(paths)]
    return [Path(path) for path in paths]


def find_inputs(
    inputs: Sequence[Path],
    references: Sequence[Path],
    known: Sequence[Sample] = (),
    kinds: frozenset[Kind] = frozenset({"image", "text"}),
) -> Inputs:
    """Find samples. A file that is known already is the sample that it was, with the reference found now, if any.

    Raises:
        InputError: there is no sample among the inputs.
    """
    by_origin = {sample.origin: sample for sample in known}
    found = list(find_samples(inputs, references, (sample.name for sample in known)))
    samples = [_as_known(item, by_origin) for item in found if isinstance(item, Sample) and item.kind in kinds]
    problems = [item for item in found if isinstance(item, Problem)]
    if not samples:
        first = problems[0] if problems else Problem(inputs[0], f"{inputs[0]} holds no image.", "Name images.")
        raise InputError(first.error, first.hint)
    return Inputs(tuple(samples), tuple(problems))


def add_inputs(session: Session, found: Inputs) -> tuple[Sample, ...]:
    """Put what was found into a session, and return it as it is there."""
    known = {sample.origin: sample for sample in session.samples()}
    session.add_samples([sample for sample in found.samples if sample.origin not in known])
    for sample in found.samples:
        if sample.origin in known and sample.reference != known[sample.origin].reference:
            session.set_reference(sample.name, sample.reference)
    return found.samples


def _as_known(sample: Sample, by_origin: dict[str, Sample]) -> Sample:
    old = by_origin.get(sample.origin)
    if old is None:
        return sample
    same = sample.reference is None or (old.reference is not None and sample.reference.path == old.reference.path)
    return old if same else msgspec.structs.replace(old, reference=sample.reference)
