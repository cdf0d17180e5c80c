"""Which texts may share a pass, so that what a model says of one does not depend on what stands beside it.

Shorter rows of a pass are filled up with padding, which most architectures leave out of account by the attention mask.
Some do not: they mix all places by a Fourier transform, a convolution or a recurrence, or count positions from the
end. Since no list of them stays complete, each model is tried.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from enum import Enum
from itertools import groupby
from typing import Any, Final

import torch
from torch import Tensor

from granview.models.texts.tokens import Tokens
from granview.models.texts.windows import Window, long_part

Row = tuple[Tokens, Any]
"""Tokens of a text, and the places (k,) int64 in it that the row takes."""

Logits = list[Tensor]
"""What a network says of one row; whatever it says of padding comes last."""

PROBE_TEXT: Final = "The quick brown fox jumps over the lazy dog, and nobody in Prague saw it at 7 o'clock."
_LENGTHS: Final = (6, 9, 12, 21)
"""Tokens of the text in each row that is tried, without special ones: odd and even, since some networks pool twos, and
none so short that such a network is left with nothing."""


class BatchSharing(Enum):
    """Which rows of tokens may share a pass; the value is what the user is told."""

    ANY = ""
    OF_ONE_LENGTH = (
        "The model does not ignore padding: texts of different lengths are run apart, so that what it says of one does "
        "not depend on the others."
    )
    NONE = (
        "What the model says of a text depends on the texts beside it or on chance: each is run by itself, whatever "
        "the batch size."
    )
    UNKNOWN = (
        "Whether the model ignores padding could not be found out, since it failed on a few words: each text is run by "
        "itself, whatever the batch size."
    )

    def cut(self, rows: Sequence[Row], most: int) -> Iterator[Sequence[Row]]:
        """Rows, in order, in parts that may share a pass, of at most so many."""
        for _, group in groupby(rows, _ALIKE.get(self, id)):
            part = list(group)
            yield from (part[start : start + most] for start in range(0, len(part), most))


_ALIKE: Final[Mapping[BatchSharing, Callable[[Row], int]]] = {
    BatchSharing.ANY: lambda _: 0,
    BatchSharing.OF_ONE_LENGTH: lambda row: len(row[1]),
}
"""What rows have in common that may share a pass; without an entry none may."""


def probe_rows(tokens: Tokens, limit: int) -> list[Row]:
    """Rows of several lengths, the longest last: the first tokens of a text between its special ones.

    Args:
        tokens: The text's tokens.
        limit: The most tokens of a row.
    """
    head, tail = long_part(tokens, 0)
    fits = min(limit - head - len(tokens) + tail, tail - head)
    lengths = sorted({min(length, fits) for length in _LENGTHS if fits > 0})
    return [(tokens, Window(head, head, head + length, tail).indices(len(tokens))) for length in lengths]


def batch_sharing(
    says: Callable[[Sequence[Row]], list[Logits]], rows: Sequence[Row], dtype: torch.dtype
) -> BatchSharing:
    """Which rows may share a pass of a network, by what it says of a few alone and together.

    Logits are alike where they differ by less than the square root of the number format's precision, of the largest
    of them: 0.0003 in fp32, 0.03 in fp16, 0.09 in bf16.

    Args:
        says: What the network says of each row of a pass.
        rows: What is tried.
        dtype: The network's number format.
    """
    tolerance = torch.finfo(dtype).eps ** 0.5
    alone = [says([row])[0] for row in rows]

    def changes(passed: Sequence[Row], expected: Sequence[Logits]) -> bool:
        return not all(_alike(*pair, tolerance) for pair in zip(says(passed), expected, strict=True))

    if not changes(rows, alone):
        return BatchSharing.ANY
    twins = [([_turned(row), row], logits) for row, logits in zip(rows, alone, strict=True)]
    apart = any(not _alike(says(passed)[1], logits, tolerance) for passed, logits in twins)
    return BatchSharing.NONE if apart else BatchSharing.OF_ONE_LENGTH


def _turned(row: Row) -> Row:
    """Another row of the same length: the same tokens, from the last to the first."""
    tokens, places = row
    return tokens, places[::-1]


def _alike(padded: Logits, alone: Logits, tolerance: float) -> bool:
    pairs = ((one[: len(other)].float(), other.float()) for one, other in zip(padded, alone, strict=False))
    return all(_differ_by(*pair) <= tolerance for pair in pairs)


def _differ_by(one: Tensor, other: Tensor) -> float:
    """The largest difference, as a share of the largest value; what is no number on both sides is no difference."""
    kept = torch.isfinite(one) | torch.isfinite(other)
    if not bool(kept.any()):
        return 0.0
    difference = (one - other)[kept].abs().max() / other[kept].abs().max().clamp_min(1e-30)
    return float(torch.nan_to_num(difference, nan=torch.inf))
