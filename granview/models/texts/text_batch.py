"""Windows of texts as padded tensors."""

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Self

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from granview.models.texts.context_window import UNLIMITED
from granview.models.texts.tokens import Tokens
from granview.models.texts.windows import Window


@dataclass(frozen=True)
class PreparedText:
    """One text, ready for its network.

    Attributes:
        tokens: All its tokens; their offsets are in the texts that the sample has, unless the adapter says otherwise.
        windows: What of them the network is given; at least one.
        notices: What the user must know of it.
    """

    tokens: Tokens
    windows: list[Window]
    notices: tuple[str, ...] = ()


@dataclass(frozen=True)
class TextBatch:
    """Texts as model input.

    Attributes:
        texts: The samples, in order.
        passes: Keyword arguments of the network's calls, each (rows, longest) int64: the windows of all texts, in
            order, cut into calls of limited size.
    """

    texts: tuple[PreparedText, ...]
    passes: tuple[dict[str, Tensor], ...]

    def __len__(self) -> int:
        return len(self.texts)

    @property
    def shape(self) -> tuple[int, int]:
        """Samples, and tokens of the longest row."""
        return len(self.texts), max(inputs["input_ids"].shape[1] for inputs in self.passes)

    def one_by_one(self) -> Iterator[Self]:
        """The same with one call each."""
        return (replace(self, passes=(inputs,)) for inputs in self.passes)

    def by_shape(self) -> list[tuple[Self, int]]:
        """The same with one call of each shape, and how many of that shape there are."""
        counts = Counter(_shape(inputs) for inputs in self.passes)
        of_shape = {_shape(inputs): inputs for inputs in reversed(self.passes)}
        return [(replace(self, passes=(of_shape[shape],)), count) for shape, count in counts.items()]


def _shape(inputs: dict[str, Tensor]) -> tuple[int, ...]:
    return tuple(inputs["input_ids"].shape)


def padded(
    rows: Sequence[tuple[Tokens, NDArray[np.int64]]],
    names: Collection[str],
    pad_id: int,
    left: bool = False,
    multiple: int = 1,
    most: int = UNLIMITED,
) -> dict[str, Tensor]:
    """Rows of tokens as tensors (rows, longest) int64.

    Args:
        rows: Tokens of a text, and the places in it that the row takes.
        names: Those of ``input_ids``, ``attention_mask`` (1 for tokens, 0 for padding) and ``token_type_ids`` wanted.
        pad_id: What padding is filled with.
        left: Whether padding comes first.
        multiple: The longest is rounded up to a multiple of this, but not above ``most``.
        most: The most tokens that the network takes.
    """
    longest = max(len(places) for _, places in rows)
    longest = max(longest, min(-(-longest // multiple) * multiple, most))
    arrays = {
        "input_ids": np.full((len(rows), longest), pad_id, np.int64),
        "attention_mask": np.zeros((len(rows), longest), np.int64),
        "token_type_ids": np.zeros((len(rows), longest), np.int64),
    }
    for row, (tokens, places) in enumerate(rows):
        where = slice(longest - len(places), longest) if left else slice(0, len(places))
        arrays["input_ids"][row, where] = tokens.id_array[places]
        arrays["attention_mask"][row, where] = 1
        arrays["token_type_ids"][row, where] = tokens.type_array[places]
    return {name: torch.from_numpy(array) for name, array in arrays.items() if name in names}
