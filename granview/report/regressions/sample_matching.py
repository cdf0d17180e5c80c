"""Which sample of one session is which of another: by what it holds, then by where it lies, then by its name."""

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass
from typing import Final

import msgspec

from granview.core.sample import Reference, Sample
from granview.report.copies import content_of

Pair = tuple[Sample, Sample]
"""A's sample and B's."""


@dataclass(frozen=True)
class SampleMatches:
    """The samples of two sessions, A and B, side by side. Each sample stands in one of these alone.

    Attributes:
        pairs: Samples of the same content and reference, A's and B's, in A's order.
        changed: Pairs of one place or name whose contents differ: they are compared by nobody.
        other_reference: Pairs of the same content whose references differ: their scores say nothing of the models.
        only_a: Names of A's samples that B has not.
        only_b: Names of B's samples that A has not.
    """

    pairs: tuple[Pair, ...]
    changed: tuple[Pair, ...]
    other_reference: tuple[Pair, ...]
    only_a: tuple[str, ...]
    only_b: tuple[str, ...]


def match_samples(a: Sequence[Sample], b: Sequence[Sample]) -> SampleMatches:
    """Pair the samples of two sessions.

    Files are the same where their hashes are, texts where they are equal to the letter. A key that several samples of a
    session share, as copies of one file do, pairs none; the next one may.
    """
    partner: dict[str, Sample] = {}
    taken: set[str] = set()
    for key_of in _KEYS:
        left = _by_unique_key((sample for sample in a if sample.name not in partner), key_of)
        right = _by_unique_key((sample for sample in b if sample.name not in taken), key_of)
        matched = {left[key].name: right[key] for key in left if key in right}
        partner |= matched
        taken |= {sample.name for sample in matched.values()}
    pairs = [(sample, partner[sample.name]) for sample in a if sample.name in partner]
    changed, same = _parted(pairs, lambda left, right: _differ(content_of(left), content_of(right)))
    other, equal = _parted(same, _have_other_references)
    return SampleMatches(
        equal,
        changed,
        other,
        tuple(sample.name for sample in a if sample.name not in partner),
        tuple(sample.name for sample in b if sample.name not in taken),
    )


def _parted(
    pairs: Iterable[Pair], holds: Callable[[Sample, Sample], bool]
) -> tuple[tuple[Pair, ...], tuple[Pair, ...]]:
    """Those of which something holds, and the others."""
    sides: tuple[list[Pair], list[Pair]] = ([], [])
    for pair in pairs:
        sides[not holds(*pair)].append(pair)
    return tuple(sides[0]), tuple(sides[1])


def _origin(sample: Sample) -> Hashable:
    return sample.origin if sample.path else None


def _name(sample: Sample) -> Hashable:
    return sample.name, sample.kind


_KEYS: Final[tuple[Callable[[Sample], Hashable], ...]] = (content_of, _origin, _name)
"""By what samples are paired, the surest first; None is no key."""


def _by_unique_key(samples: Iterable[Sample], key_of: Callable[[Sample], Hashable]) -> dict[Hashable, Sample]:
    keyed = [(key_of(sample), sample) for sample in samples]
    counts = Counter(key for key, _ in keyed)
    return {key: sample for key, sample in keyed if key is not None and counts[key] == 1}


def _differ(left: Hashable, right: Hashable) -> bool:
    """Whether both are known, and differ."""
    return left is not None and right is not None and left != right


def _have_other_references(a: Sample, b: Sample) -> bool:
    if len(a.references) != len(b.references):
        return True
    return any(_differ(*map(_reference_content, pair)) for pair in zip(a.references, b.references, strict=True))


def _reference_content(reference: Reference) -> Hashable:
    if reference.text is not None:
        return msgspec.json.encode(reference.text)
    return None if reference.sha256 is None else (reference.sha256, reference.record)
