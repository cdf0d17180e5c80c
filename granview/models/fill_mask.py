"""Words for the gaps of a text."""

import re
from collections.abc import Sequence
from typing import Any, Final

import numpy as np
import torch
from torch import Tensor, nn

from granview.core.errors import InputError, NotFinite, UnsupportedModel
from granview.core.lane import LaneSpec, ModelFacts
from granview.core.messages import RunParams
from granview.core.text import TextInput
from granview.core.text_prediction import FilledMasks, offsets
from granview.models.base import Said
from granview.models.device import Placement
from granview.models.finite import required
from granview.models.text_batch import Prepared
from granview.models.text_cleaning import readable
from granview.models.tokens import Tokens
from granview.models.understanding import UnderstandingAdapter, rows_of
from granview.models.windows import innermost

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

    def prepared(self, given: TextInput, params: RunParams) -> Prepared:
        """The text's tokens.

        Raises:
            InputError: there is no mask in it, or none in what is left of it.
        """
        if not self._mask.search(given.text):
            raise InputError("The text has no mask.", f"Write {' or '.join(_SPELLINGS)} where a word is missing.")
        text = super().prepared(given, params)
        if not self._masks_seen(text):
            raise InputError("The text's masks are in the part that was left out.", "Let long texts run by windows.")
        return text

    def postprocess(self, output: Any, subjects: Sequence[TextInput], params: RunParams) -> list[Said | NotFinite]:
        """The most probable tokens for each mask."""
        batch, outputs = output
        with self.beside_the_next_pass():
            return self.of_each(
                lambda given, text, rows: self._said(given, text, *self._best(text, rows, params)),
                *(subjects, batch.texts, rows_of(batch, outputs)),
            )

    def _best(self, text: Prepared, rows: list[Tensor], params: RunParams) -> tuple[Any, Any]:
        """Probabilities and ids (masks, candidates) of the tokens for the masks that were seen."""
        owner, place = innermost(text.windows, len(text.tokens))
        seen = self._masks_seen(text)
        logits = required(torch.stack([rows[owner[token]][place[token]] for token in seen]))
        count = min(params.text.candidates, logits.shape[-1])
        values, ids = torch.softmax(logits, -1).topk(count)
        return values.cpu().numpy(), ids.cpu().tolist()

    def _masks_seen(self, text: Prepared) -> list[int]:
        """Places of the masks in the text's tokens, as far as the network was given them."""
        owner, _ = innermost(text.windows, len(text.tokens))
        masks = np.flatnonzero(np.asarray(text.tokens.ids) == self.tokenizer.mask_token_id)
        return [int(place) for place in masks if owner[place] >= 0]

    def _said(self, given: TextInput, text: Prepared, scores: Any, ids: list[list[int]]) -> Said:
        words = tuple(tuple(self.tokenizer.decode([token]).strip() for token in row) for row in ids)
        spans = [match.span() for match in self._mask.finditer(given.text)]
        unseen = _unseen(len(spans) - len(words))
        return Said(FilledMasks(offsets(spans[: len(words)]), words, scores), (*text.notices, *unseen))

    def _tokens_of(self, given: TextInput) -> Tokens:
        own = str(self.tokenizer.mask_token)
        return self.tokenizing.tokens(self._mask.sub(lambda _: own, readable(given.text)[0]))


def _unseen(count: int) -> tuple[str, ...]:
    if not count:
        return ()
    return (f"{count} {'mask is' if count == 1 else 'masks are'} in the part that was left out.",)
