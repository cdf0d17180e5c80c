"""The three kinds of text models: what they read, how their tokenizers are made, and what they learn from a text."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from tokenizers import Encoding, Tokenizer

from granview.zoo.text_training.tokenizers import train_byte_bpe, train_wordpiece
from granview.zoo.texts.entities import TAGS, make_entities
from granview.zoo.texts.requests import MAX_OPERATIONS, make_request, operations_of
from granview.zoo.texts.sample import EntityText, LabelledText, RequestText
from granview.zoo.texts.sentiment import LABELS, MAX_DEPTH, STRONGEST, depth_of, make_sentiment
from granview.zoo.texts.split import Split

TOKENIZER_TEXTS = 20_000
"""How many of the first training texts a tokenizer is trained on."""
NUM_JUDGEMENTS = 2 * STRONGEST + 1
"""Judgements from -3 to 3."""
IGNORED = -100
"""The label that no loss counts, as in transformers."""


@dataclass(frozen=True)
class Encoded:
    """One text in numbers.

    Attributes:
        input_ids: Token ids with the special tokens.
        labels: One class; or one tag per token; or the token ids of the target.
        judgements: Per token the judgement of the part that it begins, 0 to 6; empty where there are none.
    """

    input_ids: list[int]
    labels: list[int]
    judgements: list[int] = field(default_factory=list)


@dataclass(frozen=True)
class Kind:
    """One kind of text models.

    Attributes:
        task: Hugging Face pipeline tag.
        labels: Classes or tags by index; empty for generation.
        make: The sample of a seed.
        train_tokenizer: A tokenizer from training texts.
        encode: A batch of samples in numbers.
        bert: Whether the tokenizer is BERT's rather than byte-level BPE.
        model_max_length: Greatest number of tokens that training shows, rounded up.
        level: How deep the sample of a seed is, 0 and up; training may begin with the shallow ones.
        levels: Greatest depth.
    """

    task: str
    labels: tuple[str, ...]
    make: Callable[[int], Any]
    train_tokenizer: Callable[[], Tokenizer]
    encode: Callable[[Tokenizer, Sequence[Any]], list[Encoded]]
    bert: bool
    model_max_length: int
    level: Callable[[int], int]
    levels: int


def _first_texts(make: Callable[[int], Any]) -> Iterator[Any]:
    """The samples that tokenizers are trained on."""
    return (make(seed) for seed in Split.TRAIN.value[:TOKENIZER_TEXTS])


def judgements_of(encoding: Encoding, sample: LabelledText) -> list[int]:
    """Per token the judgement of the part that begins there, as 0 to 6; -100 where none begins."""
    values = {start: value + STRONGEST for start, value in sample.parts}
    special = encoding.special_tokens_mask
    return [IGNORED if special[i] else values.get(start, IGNORED) for i, (start, _) in enumerate(encoding.offsets)]


def _encode_sentiment(tokenizer: Tokenizer, samples: Sequence[LabelledText]) -> list[Encoded]:
    """The label's index as the one label, and the judgements of the parts."""
    encodings = tokenizer.encode_batch([sample.text for sample in samples])
    return [
        Encoded(one.ids, [LABELS.index(sample.label)], judgements_of(one, sample))
        for one, sample in zip(encodings, samples, strict=True)
    ]


def tags_of(encoding: Encoding, sample: EntityText) -> list[int]:
    """One tag per token: B- on the first token of an entity, I- on its others, O elsewhere, none on special tokens."""
    tags = [TAGS.index("O")] * len(encoding.ids)
    for span in sample.spans:
        inside = [i for i, (start, end) in enumerate(encoding.offsets) if span.start <= start < end <= span.end]
        for place, index in enumerate(inside):
            tags[index] = TAGS.index(f"{'I' if place else 'B'}-{span.label}")
    return [IGNORED if special else tag for tag, special in zip(tags, encoding.special_tokens_mask, strict=True)]


def _encode_entities(tokenizer: Tokenizer, samples: Sequence[EntityText]) -> list[Encoded]:
    """A tag per token."""
    encodings = tokenizer.encode_batch([sample.text for sample in samples])
    return [Encoded(one.ids, tags_of(one, sample)) for one, sample in zip(encodings, samples, strict=True)]


def _encode_requests(tokenizer: Tokenizer, samples: Sequence[RequestText]) -> list[Encoded]:
    """The target's tokens, with the end token."""
    texts = tokenizer.encode_batch([sample.text for sample in samples])
    targets = tokenizer.encode_batch([sample.target for sample in samples])
    return [Encoded(text.ids, target.ids) for text, target in zip(texts, targets, strict=True)]


def _sentiment_tokenizer() -> Tokenizer:
    return train_wordpiece((sample.text for sample in _first_texts(make_sentiment)), 1000, lowercase=True)


def _entity_tokenizer() -> Tokenizer:
    return train_wordpiece((sample.text for sample in _first_texts(make_entities)), 1500, lowercase=False)


def _request_tokenizer() -> Tokenizer:
    samples = _first_texts(make_request)
    return train_byte_bpe((text for sample in samples for text in (sample.text, sample.target)), 640)


KINDS: dict[str, Kind] = {
    "sentiment": Kind(
        "text-classification",
        LABELS,
        make_sentiment,
        _sentiment_tokenizer,
        _encode_sentiment,
        bert=True,
        model_max_length=96,
        level=depth_of,
        levels=MAX_DEPTH,
    ),
    "entities": Kind(
        "token-classification",
        TAGS,
        make_entities,
        _entity_tokenizer,
        _encode_entities,
        bert=True,
        model_max_length=192,
        level=lambda _: 0,
        levels=0,
    ),
    "expressions": Kind(
        "text2text-generation",
        (),
        make_request,
        _request_tokenizer,
        _encode_requests,
        bert=False,
        model_max_length=160,
        level=lambda seed: operations_of(seed) - 1,
        levels=MAX_OPERATIONS - 1,
    ),
}
