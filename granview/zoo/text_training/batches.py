"""Batches of procedural texts. A batch depends on the step alone, so a resumed run sees the same data."""

from dataclasses import dataclass, field
from itertools import islice
from random import Random
from typing import Any

import torch
from tokenizers import Tokenizer
from torch import Tensor

from granview.zoo.text_training.text_model_kinds import IGNORED, Encoded, Kind
from granview.zoo.texts.split import Split

BLOCK = 16
"""Batches that are made together: their texts are sorted by length, so that little of a batch is padding."""
SPARE = 8
"""Seeds per text: enough that a block finds all its texts among the shallowest alone."""


@dataclass(frozen=True)
class TextBatch:
    """One batch.

    Attributes:
        input_ids: (N, T) int64, padded with 0 at the end.
        attention_mask: (N, T) int64, 1 on tokens.
        labels: (N,) int64 classes; or (N, T) tags or (N, U) target tokens, with -100 where nothing counts.
        judgements: (N, T) int64, as in `Encoded`; None where there are none.
    """

    input_ids: Tensor
    attention_mask: Tensor
    labels: Tensor
    judgements: Tensor | None = None

    def to(self, device: torch.device) -> "TextBatch":
        """The batch on a device."""
        judgements = None if self.judgements is None else self.judgements.to(device)
        return TextBatch(self.input_ids.to(device), self.attention_mask.to(device), self.labels.to(device), judgements)


def _padded(rows: list[list[int]], value: int) -> Tensor:
    """(N, longest) int64."""
    width = max(map(len, rows))
    return torch.tensor([row + [value] * (width - len(row)) for row in rows])


def collate(encoded: list[Encoded], classifies: bool) -> TextBatch:
    """Pads texts to the longest of them; `classifies` says that each has one label."""
    ids = [one.input_ids for one in encoded]
    labels = _padded([one.labels for one in encoded], IGNORED)
    mask = _padded([[1] * len(row) for row in ids], 0)
    judgements = _padded([one.judgements for one in encoded], IGNORED) if encoded[0].judgements else None
    return TextBatch(_padded(ids, 0), mask, labels[:, 0] if classifies else labels, judgements)


@dataclass
class TextStream:
    """The endless row of training batches of one kind; every text is seen once.

    Attributes:
        kind: What is read.
        tokenizer: Its tokenizer.
        batch_size: Texts per batch.
        lesson_steps: Steps after which texts one level deeper join, from the shallowest on; 0 for all from the start.
    """

    kind: Kind
    tokenizer: Tokenizer
    batch_size: int
    lesson_steps: int = 0
    _block: int = -1
    _batches: list[TextBatch] = field(default_factory=list)

    def batch(self, step: int) -> TextBatch:
        """The batch of a step."""
        block, place = divmod(step, BLOCK)
        if block != self._block:
            self._block, self._batches = block, self._make(block)
        return self._batches[place]

    def samples(self, block: int) -> list[Any]:
        """The block's samples: the first of its own seeds that are not too deep for it."""
        count = BLOCK * self.batch_size
        seeds = Split.TRAIN.value[block * count * SPARE : (block + 1) * count * SPARE]
        lesson = block * BLOCK // self.lesson_steps if self.lesson_steps else self.kind.levels
        fitting = islice((seed for seed in seeds if self.kind.level(seed) <= lesson), count)
        return [self.kind.make(seed) for seed in fitting]

    def _make(self, block: int) -> list[TextBatch]:
        """The batches of one block in an order drawn at random."""
        encoded = self.kind.encode(self.tokenizer, self.samples(block))
        encoded.sort(key=lambda one: (len(one.input_ids), len(one.labels)))
        classifies = self.kind.task == "text-classification"
        parts = [encoded[start : start + self.batch_size] for start in range(0, len(encoded), self.batch_size)]
        Random(block).shuffle(parts)
        return [collate(part, classifies) for part in parts]
