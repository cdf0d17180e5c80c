"""Tags of a text's tokens, and the entities that they make."""

from collections.abc import Sequence
from typing import Any

import numpy as np
import torch
from torch import Tensor, nn

from granview.core.errors import ModelError, NotFinite, UnsupportedModel
from granview.core.labels import LabelSet
from granview.core.lane import LaneSpec, ModelFacts
from granview.core.offsets import offsets
from granview.core.palette import class_colors
from granview.core.params import Aggregation
from granview.core.predictions.entities import Entities
from granview.core.run_params import RunParams
from granview.core.text import TextInput
from granview.models.adapter import ModelOutput
from granview.models.device import Placement
from granview.models.finite import not_finite
from granview.models.loading.labels import naming_notices, output_names
from granview.models.texts.encoder_adapter import UnderstandingAdapter, rows_of
from granview.models.texts.tag_scheme import TagScheme
from granview.models.texts.text_batch import PreparedText
from granview.models.texts.token_groups import Scores, groups_of, scores_of
from granview.models.texts.trimmed_spans import trimmed, with_marks
from granview.models.texts.windows import innermost


def entity_types(config: Any) -> tuple[LabelSet, tuple[str, ...]]:
    """The types of entities of a transformers config, and what the user must know about them."""
    tags = output_names(config)
    types = TagScheme.of(tags).type_names
    return LabelSet(types, class_colors(types)), naming_notices(tags)


class TokenClassification(UnderstandingAdapter):
    """A network that gives logits (N, T, tags) for a batch of texts.

    A token's tag is that of its word, or its own, see ``TextParams.aggregation`` and ``word_tags``. Tags make entities
    as ``TagScheme`` says, as transformers' ``token-classification`` pipeline does (for IOB tags; it knows no others).
    No two entities cover the same character. Offsets leave out white space at their ends, which some tokenizers count
    to a token. Of overlapping windows each token is taken from the one in which it is furthest from a cut.

    Raises:
        UnsupportedModel: the tokenizer cannot tell where its tokens stand in a text.
    """

    task = "token-classification"
    joined = "each token is taken from the one in which it is furthest from an edge"

    def __init__(
        self, network: nn.Module, tokenizer: Any, facts: ModelFacts, spec: LaneSpec, placement: Placement
    ) -> None:
        super().__init__(network, tokenizer, facts, spec, placement)
        require_offsets(self.tokenizing.has_offsets, tokenizer)
        config: Any = self.network.config
        self.scheme = TagScheme.of(output_names(config))

    def postprocess(
        self, output: Any, subjects: Sequence[TextInput], params: RunParams
    ) -> list[ModelOutput | NotFinite]:
        """Tags and entities; types are indices in the lane's label set."""
        batch, outputs = output
        with self.beside_the_next_pass():
            scores = [self._scores(rows) for rows in rows_of(batch, outputs)]
        how = params.text.aggregation

        def output_of(sample_input: TextInput, text: PreparedText, own: Scores) -> ModelOutput:
            return ModelOutput(self._entities(sample_input, text, own, how), text.notices)

        return self.of_each(output_of, subjects, batch.texts, scores)

    def _scores(self, rows: list[Tensor]) -> Scores:
        """Probabilities (windows, T, tags)."""
        if rows[0].shape[-1] != len(self.scheme.names):
            raise ModelError(
                f"The model gives {rows[0].shape[-1]} tags, but its config names {len(self.scheme.names)}.",
                "Correct id2label in config.json.",
            )
        scores = np.zeros((len(rows), max(len(row) for row in rows), len(self.scheme.names)), np.float32)
        for number, row in enumerate(rows):
            scores[number, : len(row)] = torch.softmax(row, -1).cpu().numpy()
        return scores

    def _entities(self, sample_input: TextInput, prepared: PreparedText, scores: Scores, how: Aggregation) -> Entities:
        text, tokens = sample_input.text, prepared.tokens
        owner, place = innermost(prepared.windows, len(tokens))
        kept = np.flatnonzero((owner >= 0) & (tokens.part == 0))
        where = [trimmed(text, start, end) for start, end in tokens.offsets[kept].tolist()]
        groups = groups_of(sample_input, where, how)
        by_group = scores_of(_required(scores[owner[kept], place[kept]]), groups.bounds, how)
        tags, sure = by_group.argmax(axis=1).astype(np.uint16), by_group.max(axis=1)
        found = self.scheme.entities(tags.tolist(), groups.parted.tolist())
        placed = [(_span(text, groups.spans[a, 0], groups.spans[b - 1, 1]), kind, (a, b)) for a, b, kind in found]
        placed = [entity for entity in placed if text[slice(*entity[0])].strip()]
        return Entities(
            tokens=offsets(where),
            tags=np.repeat(tags, np.diff(groups.bounds)),
            confidence=np.repeat(sure, np.diff(groups.bounds)),
            tag_names=self.scheme.names,
            spans=offsets([span for span, _, _ in placed]),
            types=np.array([kind for _, kind, _ in placed], np.uint16),
            scores=np.array([sure[a:b].mean() for _, _, (a, b) in placed], np.float32),
        )


def _required(probabilities: Scores) -> Scores:
    """The probabilities of the tokens that are read; padding may be anything.

    Raises:
        NotFinite: some are none: their logits were NaN or infinite.
    """
    if not np.isfinite(probabilities).all():
        raise not_finite("NaN")
    return probabilities


def _span(text: str, start: int, end: int) -> tuple[int, int]:
    """A span with the marks of its last letter, and without the white space around it."""
    return trimmed(text, int(start), with_marks(text, int(end)))


def require_offsets(has_offsets: bool, tokenizer: Any) -> None:
    """Makes sure that a tokenizer can tell where its tokens stand in a text.

    Raises:
        UnsupportedModel: it cannot.
    """
    if not has_offsets:
        raise UnsupportedModel(
            f"{type(tokenizer).__name__} cannot tell where its tokens stand in a text, and this task needs that.",
            "Save the model with a fast tokenizer (tokenizer.json), or choose another one.",
        )
