"""What text models are trained, and how: one recipe per model."""

from typing import Any

import msgspec

from granview.zoo.distillation.distillation import Distillation, distilled


class TextRecipe(msgspec.Struct, frozen=True):
    """How one text model is built and trained.

    Attributes:
        name: The model's name and the name of its folder.
        kind: A key of `granview.zoo.text_training.text_model_kinds.KINDS`.
        architecture: A key of `granview.zoo.nets_text.TEXT_ARCHITECTURES`.
        arguments: Keyword arguments of the architecture.
        peak_rate: Highest learning rate.
        steps: Optimiser steps.
        batch_size: Texts per step.
        summary: One line for the catalogue.
        lesson_share: Share of the steps after which texts one level deeper join; 0 for all from the start.
        seed: Seed of the weights.
        weight_decay: AdamW's decoupled weight decay.
        distillation: The larger model that is heeded besides the references; None for none.
    """

    name: str
    kind: str
    architecture: str
    arguments: dict[str, Any]
    peak_rate: float
    steps: int
    batch_size: int
    summary: str
    lesson_share: float = 0.0
    seed: int = 7
    weight_decay: float = 0.01
    distillation: Distillation | None = None


def _bert(width: int, layers: int, positions: int) -> dict[str, Any]:
    """A BERT of heads 32 wide."""
    return {
        "hidden_size": width,
        "num_hidden_layers": layers,
        "num_attention_heads": max(width // 32, 2),
        "intermediate_size": 4 * width,
        "max_position_embeddings": positions,
    }


def _bart(width: int, layers: int, positions: int) -> dict[str, Any]:
    """A BART of heads 32 wide, with as many decoder layers as encoder layers."""
    sides = ("encoder", "decoder")
    sizes = {"layers": layers, "attention_heads": max(width // 32, 2), "ffn_dim": 4 * width}
    both = {f"{side}_{name}": size for side in sides for name, size in sizes.items()}
    return {"d_model": width, "max_position_embeddings": positions, **both}


_LESSONS = 0.06
"""What is nested is learnt from the plain on: texts one level deeper join after each such share of the steps."""
_ALL = (
    TextRecipe(
        "sentiment-bilstm",
        "sentiment",
        "bilstm",
        {"embedding_size": 64, "hidden_size": 96},
        4e-3,
        3000,
        64,
        "A bidirectional LSTM for sentiment, the baseline.",
        _LESSONS,
    ),
    TextRecipe(
        "sentiment-nano",
        "sentiment",
        "bert-classifier",
        _bert(64, 2, 96),
        2e-3,
        3000,
        64,
        "The smallest BERT for sentiment: two layers.",
        _LESSONS,
    ),
    TextRecipe(
        "sentiment-base",
        "sentiment",
        "bert-classifier",
        _bert(128, 5, 96),
        1e-3,
        4500,
        64,
        "A deeper BERT for sentiment: five layers.",
        _LESSONS,
    ),
    TextRecipe(
        "ner-nano",
        "entities",
        "bert-tagger",
        _bert(64, 2, 192),
        2e-3,
        3000,
        32,
        "The smallest BERT for entities: two layers.",
    ),
    TextRecipe(
        "ner-base",
        "entities",
        "bert-tagger",
        _bert(128, 4, 192),
        1e-3,
        4500,
        32,
        "A deeper BERT for entities: four layers.",
    ),
    TextRecipe(
        "code-nano",
        "expressions",
        "bart",
        _bart(64, 2, 160),
        2e-3,
        2000,
        48,
        "The smallest BART for expressions: two layers each.",
        0.08,
    ),
    TextRecipe(
        "code-base",
        "expressions",
        "bart",
        _bart(128, 3, 160),
        1e-3,
        2500,
        48,
        "A larger BART for expressions: three layers each.",
        0.08,
    ),
)
_PLAIN = {recipe.name: recipe for recipe in _ALL}
_DISTILLED = (
    distilled(
        _PLAIN["sentiment-nano"],
        Distillation("sentiment-nano", "sentiment-base"),
        "The smallest BERT for sentiment, distilled from the deeper one.",
    ),
    distilled(
        _PLAIN["ner-nano"],
        Distillation("ner-nano", "ner-base"),
        "The smallest BERT for entities, distilled from the deeper one.",
    ),
    distilled(
        _PLAIN["code-nano"],
        Distillation("code-nano", "code-base"),
        "The smallest BART for expressions, distilled from the larger one.",
    ),
)
TEXT_RECIPES: dict[str, TextRecipe] = _PLAIN | {recipe.name: recipe for recipe in _DISTILLED}
