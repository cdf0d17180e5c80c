"""What a model of open vocabulary is to look for, as its network reads it."""

from abc import ABC, abstractmethod
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

import torch
from torch import Tensor

from granview.core.errors import ArgumentError, InputError
from granview.core.instance_params import PHRASES
from granview.core.run_params import RunParams
from granview.core.task_trait import task_params
from granview.models.adapter import Size
from granview.models.images.query_scores import ScoredQueries, best_pairs

_END: Final = ". "
"""What stands after each phrase that a Grounding DINO reads, as its authors had it."""


def phrases_of(task: str, params: RunParams) -> tuple[str, ...]:
    """The phrases of a run, each once.

    Raises:
        InputError: it names none.
    """
    phrases = tuple(dict.fromkeys(task_params(task, params)[PHRASES.name]))
    if not phrases:
        raise InputError(
            "This model looks for what is named in words, and nothing is named.",
            "Type it in How tasks are run… in the window, --set phrases=cell,nucleus on the command line, "
            "task_params={'phrases': ('cell', 'nucleus')} in Python.",
        )
    return phrases


@dataclass(frozen=True)
class ReadPhrases(ABC):
    """Phrases as tokens.

    Attributes:
        tokens: The text inputs of one picture, by name.
    """

    tokens: dict[str, Tensor]

    @abstractmethod
    def of_batch(self, pictures: int) -> dict[str, Tensor]:
        """The text inputs of so many pictures."""

    @abstractmethod
    def best_queries(self, logits: Tensor, at_most: int) -> ScoredQueries:
        """What one picture's logits (queries, outputs) float32 say of the phrases."""

    def shown_size(self, size: Size) -> Size:
        """Of what size the picture's boxes are shares: (height, width) in px."""
        return size


class OwlPhrases(ReadPhrases):
    """OWL-ViT (arXiv:2205.06230): each phrase has an output of its own, and a box its best phrase."""

    @classmethod
    def read(cls, tokenizer: Any, config: Any, phrases: Sequence[str]) -> "OwlPhrases":
        """Each phrase on its own, padded to the length that the network reads."""
        longest = int(config.text_config.max_position_embeddings)
        check_length(tokenizer, phrases, longest)
        padded = tokenizer(list(phrases), padding="max_length", max_length=longest, return_tensors="pt")
        return cls({name: padded[name] for name in ("input_ids", "attention_mask")})

    def of_batch(self, pictures: int) -> dict[str, Tensor]:
        """All phrases again for each picture."""
        return {name: tensor.repeat(pictures, 1) for name, tensor in self.tokens.items()}

    def best_queries(self, logits: Tensor, at_most: int) -> ScoredQueries:
        """The best phrase of each box, by its sigmoid, as the library has it."""
        scores, class_ids = logits.sigmoid().max(1)
        return ScoredQueries(torch.arange(len(logits), device=logits.device), class_ids, scores)


class Owlv2Phrases(OwlPhrases):
    """OWLv2 (arXiv:2306.09683): its picture is padded to a square, of which boxes are shares."""

    def shown_size(self, size: Size) -> Size:
        """The square about the picture."""
        return max(size), max(size)


@dataclass(frozen=True)
class GroundedPhrases(ReadPhrases):
    """Grounding DINO (arXiv:2303.05499): all phrases are one text, and each of its tokens has an output.

    Attributes:
        spans: For each phrase the places of its tokens.
    """

    spans: tuple[tuple[int, ...], ...]

    @classmethod
    def read(cls, tokenizer: Any, config: Any, phrases: Sequence[str]) -> "GroundedPhrases":
        """The phrases in lower case, each with a full stop after it."""
        texts = [phrase.strip().lower().rstrip(". ") for phrase in phrases]
        whole = "".join(text + _END for text in texts).strip()
        longest = int(config.max_text_len)
        check_length(tokenizer, [whole], longest)
        read = tokenizer(whole, return_offsets_mapping=True, return_token_type_ids=True)
        starts = [sum(len(text) + len(_END) for text in texts[:place]) for place in range(len(texts))]
        spans = tuple(
            tuple(place for place, (a, b) in enumerate(read["offset_mapping"]) if start <= a < b <= start + len(text))
            for start, text in zip(starts, texts, strict=True)
        )
        names = ("input_ids", "token_type_ids", "attention_mask")
        return cls({name: torch.tensor([read[name]]) for name in names}, spans)

    def of_batch(self, pictures: int) -> dict[str, Tensor]:
        """The text again for each picture."""
        return {name: tensor.repeat(pictures, 1) for name, tensor in self.tokens.items()}

    def best_queries(self, logits: Tensor, at_most: int) -> ScoredQueries:
        """The best pairs of a box and a phrase, by the mean of its tokens' sigmoids, as its authors evaluate it."""
        probabilities = logits.sigmoid()
        scores = torch.stack([probabilities[:, list(span)].mean(1) for span in self.spans], dim=1)
        return best_pairs(scores, at_most)


PHRASE_READERS: Final[dict[str, type[OwlPhrases] | type[GroundedPhrases]]] = {
    "owlvit": OwlPhrases,
    "owlv2": Owlv2Phrases,
    "grounding-dino": GroundedPhrases,
    "mm-grounding-dino": GroundedPhrases,
}
"""By model type."""


def check_length(tokenizer: Any, texts: Sequence[str], longest: int) -> None:
    """Nothing is cut off in silence.

    Raises:
        ArgumentError: a text has more tokens than the network reads.
    """
    for text in texts:
        count = len(tokenizer(text)["input_ids"])
        if count > longest:
            raise ArgumentError(
                f"'{text}' is {count} tokens, and the model reads {longest}.", "Name fewer things, or in fewer words."
            )
