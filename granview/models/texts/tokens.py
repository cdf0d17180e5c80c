"""A text, or two, as a model's tokens."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

import numpy as np
from numpy.typing import NDArray

from granview.core.offsets import Offsets, offsets

SPECIAL: Final = -1
"""The part of tokens that stand for no span of a text."""


@dataclass(frozen=True)
class Tokens:
    """All the tokens of a text or a pair, special ones included, however many there are.

    Attributes:
        ids: Their indices in the vocabulary.
        parts: Which text each is of, 0 or 1; ``SPECIAL`` for special ones.
        types: Token type of each, as BERT tells the texts of a pair apart.
        spans: Start and end of each in its own text, in code points; None where the tokenizer cannot tell.
    """

    ids: Sequence[int]
    parts: Sequence[int]
    types: Sequence[int]
    spans: Sequence[tuple[int, int]] | None = None

    def __len__(self) -> int:
        return len(self.ids)

    @cached_property
    def id_array(self) -> NDArray[np.int64]:
        """(n,) int64: ``ids``; made once, since a long text is cut into thousands of windows."""
        return np.asarray(self.ids, np.int64)

    @cached_property
    def type_array(self) -> NDArray[np.int64]:
        """(n,) int64: ``types``."""
        return np.asarray(self.types, np.int64)

    @cached_property
    def part(self) -> NDArray[np.int8]:
        """(n,) int8: which text each token is of."""
        return np.array(self.parts, dtype=np.int8)

    @cached_property
    def offsets(self) -> Offsets:
        """(n, 2) int32 offsets of each token in its own text; (0, 0) for special ones.

        Raises:
            ValueError: the tokenizer cannot tell them.
        """
        if self.spans is None:
            raise ValueError("the tokenizer cannot tell where its tokens stand")
        return offsets(self.spans)

    def count(self, part: int) -> int:
        """How many tokens a text has."""
        return int(np.count_nonzero(self.part == part))
