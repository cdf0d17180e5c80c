"""Words for the gaps of a text."""

import re
from collections.abc import Iterator, Sequence
from itertools import chain, islice
from typing import Any, Final

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn

from granview.core.errors import InputError, NotFinite, UnsupportedModel
from granview.core.lane import LaneSpec, ModelFacts
from granview.core.offsets import offsets
from granview.core.predictions.filled_masks import FilledMasks
from granview.core.run_params import RunParams
from granview.core.text import TextInput
from granview.models.adapter import ModelOutput
from granview.models.device import Placement
from granview.models.finite import require_finite
from granview.models.texts.encoder_adapter import UnderstandingAdapter
from granview.models.texts.text_batch import PreparedText, TextBatch
from granview.models.texts.text_cleaning import readable
from granview.models.texts.tokens import Tokens
from granview.models.texts.windows import Window, innermost

_SPELLINGS: Final = ("[MASK]", "<mask>")


class FillMask(UnderstandingAdapter):
    """A network that gives logits (N, T, vocabulary) for a batch of texts with masks.

    ``[MASK]`` and ``<mask>`` are both taken for the model's own mask, so that one text serves models of all kinds.
    Agrees with transformers' ``fill-mask`` pipeline: each mask has the most probable tokens at its place, whatever the
    other masks hold. In a long text a mask is filled in the window in which it is furthest from an edge.

    Raises:
        UnsupportedModel: the tokenizer knows no mask.
    """

    task = "fill-mask"
    joined = "each mask is filled in the one in which it is furthest from an edge"

    def __init__(
        self, network: nn.Module, tokenizer: Any, facts: ModelFacts, spec: LaneSpec, placement: Placement
    ) -> None:
        super().__init__(network, tokenizer, facts, spec, placement)
        if tokenizer.mask_token_id is None:
            raise UnsupportedModel(
                "The model's tokenizer knows no mask.", "Choose a model trained for fill-mask, with its own tokenizer."
            )
        spellings = sorted({*_SPELLINGS, str(tokenizer.mask_token)})
        self._mask = re.compile("|".join(re.escape(spelling) for spelling in spellings))

    def prepared(self, sample_input: TextInput, params: RunParams) -> PreparedText:
        """The text's tokens.

        Raises:
            InputError: there is no mask in it, or none in what is left of it.
        """
        if not self._mask.search(sample_input.text):
            raise InputError("The text has no mask.", f"Write {' or '.join(_SPELLINGS)} where a word is missing.")
        text = super().prepared(sample_input, params)
        if not self._masks_seen(text):
            raise InputError("The text's masks are in the part that was left out.", "Let long texts run by windows.")
        return text

    def call(self, network: Any, batch: TextBatch) -> Any:
        """The logits at the masks alone, (masks, vocabulary) for each window: those of every token fill any memory."""
        return batch, [self._at_masks(inputs, self.run_pass(network, inputs)) for inputs in batch.passes]

    def postprocess(
        self, output: Any, subjects: Sequence[TextInput], params: RunParams
    ) -> list[ModelOutput | NotFinite]:
        """The most probable tokens for each mask."""
        batch, outputs = output
        with self.beside_the_next_pass():
            return self.of_each(
                lambda sample_input, text, rows: self._model_output(
                    sample_input, text, *self._best(text, rows, params)
                ),
                *(subjects, batch.texts, _by_text(batch, outputs)),
            )

    def _best(self, text: PreparedText, rows: list[Tensor], params: RunParams) -> tuple[Any, Any]:
        """Probabilities and ids (masks, candidates) of the tokens for the masks that were seen."""
        owner, place = innermost(text.windows, len(text.tokens))
        seen = self._masks_seen(text)
        masks = [self._masks_in(text, window) for window in text.windows]
        numbers = [np.searchsorted(masks[owner[token]], place[token]) for token in seen]
        logits = require_finite(torch.stack([rows[owner[t]][number] for t, number in zip(seen, numbers, strict=True)]))
        count = min(params.text.candidates, logits.shape[-1])
        values, ids = torch.softmax(logits, -1).topk(count)
        return values.cpu().numpy(), ids.cpu().tolist()

    def _masks_seen(self, text: PreparedText) -> list[int]:
        """Places of the masks in the text's tokens, as far as the network was given them."""
        owner, _ = innermost(text.windows, len(text.tokens))
        masks = np.flatnonzero(text.tokens.id_array == self.tokenizer.mask_token_id)
        return [int(place) for place in masks if owner[place] >= 0]

    def _masks_in(self, text: PreparedText, window: Window) -> NDArray[np.int64]:
        """Places of the masks in a window."""
        ids = text.tokens.id_array[window.indices(len(text.tokens))]
        return np.flatnonzero(ids == self.tokenizer.mask_token_id)

    def _at_masks(self, inputs: dict[str, Tensor], output: Any) -> list[Tensor]:
        logits = output if isinstance(output, Tensor) else output["logits"]
        is_mask = (inputs["input_ids"] == self.tokenizer.mask_token_id).to(logits.device)
        return [row[at].float() for row, at in zip(logits, is_mask, strict=True)]

    def _model_output(
        self, sample_input: TextInput, text: PreparedText, scores: Any, ids: list[list[int]]
    ) -> ModelOutput:
        words = tuple(tuple(self.tokenizer.decode([token]).strip() for token in row) for row in ids)
        spans = [match.span() for match in self._mask.finditer(sample_input.text)]
        unseen = _unseen(len(spans) - len(words))
        return ModelOutput(FilledMasks(offsets(spans[: len(words)]), words, scores), (*text.notices, *unseen))

    def _tokens_of(self, sample_input: TextInput) -> Tokens:
        own = str(self.tokenizer.mask_token)
        return self.tokenizing.tokens(self._mask.sub(lambda _: own, readable(sample_input.text)[0]))


def _by_text(batch: TextBatch, outputs: list[list[Tensor]]) -> Iterator[list[Tensor]]:
    """For each text its windows' logits."""
    rows = chain.from_iterable(outputs)
    for text in batch.texts:
        yield list(islice(rows, len(text.windows)))


def _unseen(count: int) -> tuple[str, ...]:
    if not count:
        return ()
    return (f"{count} {'mask is' if count == 1 else 'masks are'} in the part that was left out.",)
