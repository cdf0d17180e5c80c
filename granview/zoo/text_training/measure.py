"""Measures text models on unseen texts: accuracy by depth, entities by length, expressions by operations."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

import torch
from tokenizers import Tokenizer
from torch import nn

from granview.scoring.expressions import parses
from granview.zoo.card_text import GrainScore, TextMeasured
from granview.zoo.text_training.batches import TextBatch, collate
from granview.zoo.text_training.folder import MAX_NEW_TOKENS
from granview.zoo.text_training.learner import logits_of
from granview.zoo.text_training.spans import spans_of
from granview.zoo.text_training.text_model_kinds import KINDS
from granview.zoo.texts.entities import TAGS
from granview.zoo.texts.requests.cases import is_correct, make_cases
from granview.zoo.texts.sample import EntityText, LabelledText, RequestText
from granview.zoo.texts.sentiment import LABELS
from granview.zoo.texts.split import Split

BATCH_SIZE = 64
CASES = 4
"""Inputs on which each expression is tried."""
COUNTS = {"sentiment": 3000, "entities": 1500, "expressions": 800}
"""How many of the first test texts are measured."""

Predict = Callable[[str, Sequence[Any]], list[Any]]
"""Gives, for a kind and its samples: labels, tuples of spans, or expressions."""


@dataclass
class Tally:
    """Per grain, how many units there were and how many were right."""

    counts: defaultdict[int, int] = field(default_factory=lambda: defaultdict(int))
    hits: defaultdict[int, int] = field(default_factory=lambda: defaultdict(int))

    def add(self, grain: int, hit: bool) -> None:
        """Counts one unit."""
        self.counts[grain] += 1
        self.hits[grain] += hit

    @property
    def share(self) -> float:
        """Share of right units, 0..1."""
        return sum(self.hits.values()) / max(sum(self.counts.values()), 1)

    def rows(self) -> tuple[GrainScore, ...]:
        """One row per grain that occurred."""
        return tuple(
            GrainScore(str(grain), count, self.hits[grain] / count) for grain, count in sorted(self.counts.items())
        )


def predictor(network: nn.Module, tokenizer: Tokenizer) -> Predict:
    """Predictions of a network that is on the CPU, in float32."""

    def predict(kind: str, samples: Sequence[Any]) -> list[Any]:
        batches = (samples[start : start + BATCH_SIZE] for start in range(0, len(samples), BATCH_SIZE))
        return [one for batch in batches for one in _PREDICTORS[kind](network, tokenizer, batch)]

    return predict


def _batch(kind: str, tokenizer: Tokenizer, samples: Sequence[Any]) -> TextBatch:
    return collate(KINDS[kind].encode(tokenizer, samples), classifies=kind == "sentiment")


@torch.inference_mode()
def _labels(network: nn.Module, tokenizer: Tokenizer, samples: Sequence[LabelledText]) -> Iterator[str]:
    best = logits_of(network, _batch("sentiment", tokenizer, samples)).argmax(-1)
    return (LABELS[index] for index in best.tolist())


@torch.inference_mode()
def _spans(network: nn.Module, tokenizer: Tokenizer, samples: Sequence[EntityText]) -> Iterator[Any]:
    best = logits_of(network, _batch("entities", tokenizer, samples)).argmax(-1).tolist()
    for row, encoding in zip(best, tokenizer.encode_batch([sample.text for sample in samples]), strict=True):
        inside = [i for i, special in enumerate(encoding.special_tokens_mask) if not special]
        yield spans_of([TAGS[row[i]] for i in inside], [encoding.offsets[i] for i in inside])


@torch.inference_mode()
def _expressions(network: Any, tokenizer: Tokenizer, samples: Sequence[RequestText]) -> Iterator[str]:
    batch = _batch("expressions", tokenizer, samples)
    inputs = {"input_ids": batch.input_ids, "attention_mask": batch.attention_mask}
    written = network.generate(**inputs, max_new_tokens=MAX_NEW_TOKENS, do_sample=False, num_beams=1)
    return iter(tokenizer.decode_batch(written.tolist(), skip_special_tokens=True))


_PREDICTORS: dict[str, Callable[[Any, Tokenizer, Sequence[Any]], Iterator[Any]]] = {
    "sentiment": _labels,
    "entities": _spans,
    "expressions": _expressions,
}


def measure_texts(predict: Predict, kind: str, count: int | None = None) -> TextMeasured:
    """Measures predictions on the first test texts of a kind, `COUNTS` of them unless told."""
    seeds = Split.TEST.value[: count or COUNTS[kind]]
    samples = [KINDS[kind].make(seed) for seed in seeds]
    texts = f"{len(seeds)} unseen texts (seeds {seeds.start} to {seeds.stop - 1})"
    return _SCORERS[kind](texts, samples, predict(kind, samples))


def _score_labels(texts: str, samples: Sequence[LabelledText], labels: Sequence[str]) -> TextMeasured:
    tally = Tally()
    for sample, label in zip(samples, labels, strict=True):
        tally.add(sample.depth, label == sample.label)
    grain = "Grain is the number of operators nested in one another; the score is accuracy."
    return TextMeasured(texts, "accuracy", tally.share, {}, grain, tally.rows())


def _score_spans(texts: str, samples: Sequence[EntityText], spans: Sequence[Any]) -> TextMeasured:
    tally, predicted, found = Tally(), 0, 0
    for sample, theirs in zip(samples, spans, strict=True):
        predicted += len(theirs)
        for span in sample.spans:
            tally.add(len(sample.text[span.start : span.end].split()), span in theirs)
            found += span in theirs
    precision, recall = found / max(predicted, 1), tally.share
    f1 = 2 * precision * recall / max(precision + recall, 1e-9)
    grain = "Grain is an entity's number of words; the score is the share found with exact limits and the right type."
    return TextMeasured(texts, "entity F1", f1, {"precision": precision, "recall": recall}, grain, tally.rows())


def _score_expressions(texts: str, samples: Sequence[RequestText], written: Sequence[str]) -> TextMeasured:
    tally, parsed, tried, correct = Tally(), 0, 0, 0
    for number, (sample, code) in enumerate(zip(samples, written, strict=True)):
        tally.add(sample.operations, code == sample.target)
        parsed += parses(code)
        cases = make_cases(number, sample.target, CASES)
        tried += bool(cases)
        correct += bool(cases) and is_correct(code, cases)
    others = {"share that parses": parsed / len(samples), "share with the right values": correct / max(tried, 1)}
    grain = "Grain is the number of nested operations; the score is the share written exactly as the reference is."
    return TextMeasured(texts, "exact match", tally.share, others, grain, tally.rows())


_SCORERS: dict[str, Callable[[str, Sequence[Any], Sequence[Any]], TextMeasured]] = {
    "sentiment": _score_labels,
    "entities": _score_spans,
    "expressions": _score_expressions,
}
