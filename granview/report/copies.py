"""What a sample holds, and how many samples hold what another one does: they are no samples of their own."""

from collections.abc import Hashable, Iterable

import msgspec

from granview.core.sample import Part, Sample


def content_of(sample: Sample) -> Hashable:
    """What a sample holds; None where that is not known, since its file was never read."""
    own = sample.sha256 if sample.text is None else msgspec.json.encode(sample.text)
    if own is None:
        return None
    record = sample.record if sample.text is None else None
    return own, record, tuple((part.role, _part_content(part)) for part in sample.parts)


def count_copies(samples: Iterable[Sample]) -> int:
    """How many samples hold the same as one before them, and are asked for the same."""
    known = [(content_of(sample), msgspec.json.encode(sample.prompts)) for sample in samples]
    told = [each for each in known if each[0] is not None]
    return len(told) - len(set(told))


def _part_content(part: Part) -> Hashable:
    return (part.sha256 or part.path) if part.text is None else msgspec.json.encode(part.text)
