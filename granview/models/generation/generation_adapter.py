"""What the models share that write a text: prompts in, tokens out, one by one."""

from abc import abstractmethod
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import Any, Final

import msgspec
import numpy as np
import torch
from torch import Tensor, nn

from granview.core.errors import NotFinite
from granview.core.lane import LaneSpec, ModelFacts
from granview.core.params import Generation
from granview.core.predictions.generated_text import GeneratedText
from granview.core.run_params import RunParams
from granview.core.text import TextInput
from granview.models.adapter import DEFAULT_PARAMS, NO_WATCHER, ModelOutput, Watcher
from granview.models.device import Placement
from granview.models.finite import not_finite, require_finite
from granview.models.generation.detokenize import decoded, finished, token_offsets
from granview.models.generation.forced_generation import forced_logits
from granview.models.generation.settings import as_transformers, own_settings, seeded
from granview.models.generation.token_stream import (
    EVERY_S,
    NO_TOKENS,
    Following,
    GeneratedTokens,
    end_tokens,
    up_to_the_end,
)
from granview.models.texts.batch_sharing import Logits, Row
from granview.models.texts.text_adapter import TextAdapter
from granview.models.texts.text_batch import PreparedText, TextBatch
from granview.models.texts.windows import long_part

_TAIL: Final = 16
"""Tokens of the prompt that are decoded with the first new ones."""


@dataclass(frozen=True)
class GenerationBatch(TextBatch):
    """Prompts as model input.

    Attributes:
        generation: How text is generated.
        first: The first new token, where the run says in which language to write; None: as the model's config says.
    """

    generation: Generation
    first: int | None = None


class GenerationAdapter(TextAdapter):
    """A network with transformers' ``generate``.

    Parameters are the run's own, whatever the model's generation config recommends; only its special tokens are taken.
    Samples share a pass, padded as far as ``BatchSharing`` allows, in greedy and beam search. Where tokens are drawn,
    each sample is generated on its own from the run's seed, so that its text does not depend on its neighbours.

    A token's confidence is the probability that the model gave it, after the rules on repetition and before
    temperature, top-k and top-p; in beam search, of the beam that won. Operations are counted over one pass over the
    prompt, and for an encoder-decoder one step of the decoder, not over the whole generation. The negative
    log-likelihood of a reference is not computed: an adapter is given none.

    Attributes:
        written_every_s: How often what is being written is told to the watcher, in greedy search and sampling.
    """

    written_every_s = EVERY_S
    runs_forward_alone = False

    def __init__(
        self, network: nn.Module, tokenizer: Any, facts: ModelFacts, spec: LaneSpec, placement: Placement
    ) -> None:
        super().__init__(network, tokenizer, facts, spec, placement)
        self._own = own_settings(self.network, self.pad_id)
        generator: Any = self.network
        generator.generation_config = self._own
        self._compiled = torch.compile(generator.forward, dynamic=True) if spec.variant.compiled else None

    @abstractmethod
    def most_new_tokens(self, wanted: int) -> int:
        """How many of the tokens wanted the model's window has room for."""

    @abstractmethod
    def prompt_tokens(self, inputs: dict[str, Tensor]) -> int:
        """Tokens at the start of each row that ``generate`` returns which were given, not written."""

    @abstractmethod
    def context(self, text: PreparedText) -> list[int]:
        """Tokens that stand before the written ones in the same text."""

    def preprocess(self, sample_input: Sequence[TextInput], params: RunParams = DEFAULT_PARAMS) -> GenerationBatch:
        """Prompts to padded tensors; where tokens are drawn, one prompt to a pass."""
        texts = tuple(self.prepared(one, params) for one in sample_input)
        most = 1 if params.generation.do_sample else len(texts)
        return GenerationBatch(texts, self.passes(texts, most), params.generation, self.first_new(params))

    def first_new(self, params: RunParams) -> int | None:
        """The token with which every text begins; None where the run does not say.

        Raises:
            InputError: the model knows no such token.
        """
        return None

    def logits(self, rows: Sequence[Row]) -> list[Logits]:
        """For each row the logits of two new tokens, the first of which is the same for all."""
        tokens, _ = rows[0]
        start, _ = long_part(tokens, 0)
        steps = forced_logits(self.network, self.on_device(self._tensors(rows)), self._own, tokens.ids[start])
        return [[step[row] for step in steps] for row in range(len(rows))]

    def count_flops(self, batch: GenerationBatch) -> int | None:
        """Operations over one sample's prompt; writes two tokens besides, which warms up what only writing needs."""
        self.forward(replace(batch, generation=msgspec.structs.replace(batch.generation, max_new_tokens=2)))
        return super().count_flops(batch)

    def forward(self, batch: GenerationBatch, watcher: Watcher = NO_WATCHER) -> Any:
        """Writes a text for each prompt."""
        written: list[GeneratedTokens] = []
        with self.failing_in_words(), torch.inference_mode(), self._compiling():
            for inputs in batch.passes:
                if watcher.cancelled():
                    written += [NO_TOKENS] * len(inputs["input_ids"])
                else:
                    written += self._generated(batch, inputs, len(written), watcher)
        return batch, written

    def postprocess(
        self, output: Any, subjects: Sequence[TextInput], params: RunParams
    ) -> list[ModelOutput | NotFinite]:
        """What was written, with each token's place and probability."""
        batch, written = output
        with self.failing_in_words(), torch.inference_mode():
            return self.of_each(self._model_output, batch.texts, written)

    def generated_text(self, text: PreparedText, written: GeneratedTokens) -> GeneratedText:
        """The prediction."""
        special = set(self.tokenizer.all_special_ids)
        kept = [index for index, token in enumerate(written.ids) if token not in special]
        ids, context = [written.ids[index] for index in kept], self.context(text)
        words = decoded(self._decode, context, ids)
        where = token_offsets(self._decode, context, ids, words)
        given = text.tokens.id_array[text.windows[0].indices(len(text.tokens))].tolist()
        return GeneratedText(
            words,
            where,
            written.probabilities[kept].astype(np.float32),
            written.stopped,
            prompt=self._prompt_text(given),
            prompt_tokens=len(given),
            prompt_left_out=len(text.tokens) - len(given),
        )

    def _prompt_text(self, ids: list[int]) -> str:
        text: str = self.tokenizer.decode(ids, skip_special_tokens=False, clean_up_tokenization_spaces=False)
        return text

    def _model_output(self, text: PreparedText, written: GeneratedTokens) -> ModelOutput:
        if written.is_broken:
            raise not_finite("NaN or infinite")
        prediction = self.generated_text(text, written)
        return ModelOutput(prediction, text.notices, written.first_token_ms, len(written.ids))

    def _generated(
        self, batch: GenerationBatch, inputs: dict[str, Tensor], first: int, watcher: Watcher
    ) -> list[GeneratedTokens]:
        generation, rows = batch.generation, len(inputs["input_ids"])
        texts = batch.texts[first : first + rows]
        following = Following(
            watcher, range(first, first + rows), self._tell(texts), generation.num_beams == 1, self.written_every_s
        )
        config = as_transformers(generation, self._own, self.most_new_tokens(generation.max_new_tokens))
        if batch.first is not None:
            config.forced_bos_token_id = batch.first
        network: Any = self.network
        with seeded(generation, self.device):
            output = network.generate(
                **self.on_device(inputs),
                generation_config=config,
                logits_processor=[following.see],
                stopping_criteria=[following.ended],
            )
        return self._rows(output, following, self.prompt_tokens(inputs))

    def _rows(self, output: Any, following: Following, start: int) -> list[GeneratedTokens]:
        new = output.sequences[:, start:].cpu().tolist()
        if output.get("beam_indices") is not None:
            network: Any = self.network
            chosen = network.compute_transition_scores(output.sequences, output.scores, output.beam_indices)
        else:
            chosen = following.log_probabilities()
        probabilities, ends = chosen.exp().cpu().numpy(), end_tokens(self._own)
        rows = zip(new, probabilities, following.broken(), strict=True)
        return [up_to_the_end(ids, row, ends, following.first_token_ms, broken) for ids, row, broken in rows]

    def _tell(self, texts: Sequence[PreparedText]) -> Callable[[int, list[int]], str]:
        contexts = [self.context(text) for text in texts]
        return lambda row, ids: finished(decoded(self._decode, contexts[row], ids))

    def _decode(self, ids: Sequence[int]) -> str:
        text: str = self.tokenizer.decode(list(ids), skip_special_tokens=True)
        return text

    @contextmanager
    def _compiling(self) -> Iterator[None]:
        """Within it, the network's steps are compiled ones, where the variant says so."""
        if self._compiled is None:
            yield
            return
        network: Any = self.network
        network.forward = self._compiled
        try:
            yield
        finally:
            del network.forward


def nll(logits: Tensor, ids: Tensor) -> Tensor:
    """(n,) float32 nats: of tokens (n,), by the logits (n, vocabulary) from which each came.

    Raises:
        NotFinite: the logits are NaN or infinite, or one of the tokens is impossible.
    """
    return require_finite(nn.functional.cross_entropy(require_finite(logits.float()), ids, reduction="none"), 0)


def tail(ids: Sequence[int]) -> list[int]:
    """The last tokens of a prompt, as far as the next ones' text depends on them."""
    return list(ids[-_TAIL:])
