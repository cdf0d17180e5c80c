"""Models that go on with a text: completion, and answers in a chat."""

import inspect
from collections.abc import Iterator
from dataclasses import replace
from typing import Any, Final

import torch
from torch import Tensor, nn

from granview.core.errors import InputError
from granview.core.lane import LaneSpec, ModelFacts
from granview.core.predictions.generated_text import GeneratedText
from granview.core.run_params import RunParams
from granview.core.task_trait import task_params
from granview.core.task_traits.text_generation import SYSTEM_PROMPT
from granview.core.text import TextInput
from granview.models.adapter import DEFAULT_PARAMS
from granview.models.device import Placement
from granview.models.generation.generation_adapter import GenerationAdapter, nll, tail
from granview.models.generation.prompt import SYSTEM, framed, in_chat, message_of
from granview.models.generation.token_stream import GeneratedTokens
from granview.models.texts.text_batch import PreparedText
from granview.models.texts.text_cleaning import Part, input_notices, readable
from granview.models.texts.tokens import Tokens
from granview.models.texts.windows import long_part, truncated

_AT_ONCE: Final = 512
"""Tokens of a prompt whose likelihood is computed in one call: their logits over the whole vocabulary are large."""


_NO_CHAT: Final = "The system prompt is not used: the model has no chat template, or the run does not use it."
_OWN_SYSTEM: Final = "The sample's messages have a system message of their own; the run's system prompt is not used."
_LINE_END: Final = "The line end at the end of the text is no part of the message that the model was given."


class CausalAdapter(GenerationAdapter):
    """A decoder. A prompt goes through the tokenizer's chat template where it has one and the run does not forbid it.

    In a chat the text is the last message. One line end at its end is no part of it: text files end with one, and
    models answer otherwise to a message that does.

    A prompt that is too long loses its beginning, since a completion goes on at its end. ``nll`` is that of the prompt
    itself, computed in a pass of its own outside the timed one: of the text's tokens, each given all before it, without
    those of a chat's frame.
    """

    task = "text-generation"
    pads_left = True

    def __init__(
        self, network: nn.Module, tokenizer: Any, facts: ModelFacts, spec: LaneSpec, placement: Placement
    ) -> None:
        super().__init__(network, tokenizer, facts, spec, placement)
        taken = inspect.signature(self.network.forward).parameters
        self._caches = "past_key_values" in taken
        if "logits_to_keep" in taken:
            self._options["logits_to_keep"] = 1

    def most_new_tokens(self, wanted: int) -> int:
        """At least half of the window is left to the prompt."""
        return min(wanted, max(self.window // 2, 1))

    def prompt_tokens(self, inputs: dict[str, Tensor]) -> int:
        """The padded prompt stands before what was written."""
        return int(inputs["input_ids"].shape[1])

    def context(self, text: PreparedText) -> list[int]:
        """The end of the prompt."""
        return tail([text.tokens.ids[place] for place in text.windows[0].indices(len(text.tokens))])

    def tokens(self, sample_input: TextInput, params: RunParams = DEFAULT_PARAMS) -> Tokens:
        """The prompt's tokens, with the frame of a chat."""
        prefix = params.text.prefix or ""
        if not self._is_chat(params):
            return self.tokenizing.remembered((sample_input, prefix), lambda: self._plain(sample_input, prefix))
        system = self._system(params)
        return self.tokenizing.remembered(
            (sample_input, prefix, system), lambda: self._in_chat(sample_input, prefix, system)
        )

    def prepared(self, sample_input: TextInput, params: RunParams) -> PreparedText:
        """The prompt, shortened at its beginning where it leaves no room for new tokens.

        Raises:
            InputError: it is empty.
        """
        tokens = self.tokens(sample_input, params)
        if not len(tokens):
            raise InputError("The prompt is empty.", "Type a text.")
        wanted = params.generation.max_new_tokens
        new = self.most_new_tokens(wanted)
        limit = self.window - new
        window = truncated(tokens, 0, limit, keep_end=True)
        notices = (*input_notices(sample_input, *self._reads(params)), *self._chat_notices(sample_input, params))
        if new < wanted:
            notices += (f"Only {new:,} of {wanted:,} new tokens fit into the model's window of {self.window:,}.",)
        if len(tokens) > limit:
            start, stop = long_part(tokens, 0)
            notices += (
                f"The model's window holds {self.window:,} tokens, {new:,} of them new: the last "
                f"{window.stop - window.start:,} of the prompt's {stop - start:,} were read.",
            )
        return PreparedText(tokens, [window], notices)

    def likelihood(self, sample_input: TextInput, target: str, params: RunParams) -> tuple[float, int] | None:
        """Of the target's tokens, each given the prompt and all tokens before it."""
        text = self.prepared(sample_input, params)
        prompt = [text.tokens.ids[place] for place in text.windows[0].indices(len(text.tokens))]
        ids = list(self.tokenizing.tokens(target, special=False).ids)[: max(self.window - len(prompt), 0)]
        if not ids:
            return None
        row = torch.tensor([prompt + ids], device=self.device)
        lost = []
        with self.failing_in_words(), torch.inference_mode():
            for start, logits in self._logits(row[:, :-1]):
                lost.append(nll(logits, row[0, start + 1 :][: len(logits)]))
        return float(torch.cat(lost)[len(prompt) - 1 :].sum()), len(ids)

    def generated_text(self, text: PreparedText, written: GeneratedTokens) -> GeneratedText:
        """The prediction, with the prompt's likelihood."""
        said = super().generated_text(text, written)
        total, count = self._likelihood(text)
        if not count:
            return said
        return replace(said, nll=total, nll_tokens=count, nll_of="input")

    def _is_chat(self, params: RunParams) -> bool:
        return params.text.chat and bool(self.tokenizer.chat_template)

    def _system(self, params: RunParams) -> str:
        return str(task_params(self.task, params)[SYSTEM_PROMPT])

    def _reads(self, params: RunParams) -> tuple[Part, ...]:
        return ("history",) if self._is_chat(params) else ()

    def _chat_notices(self, sample_input: TextInput, params: RunParams) -> tuple[str, ...]:
        """What must be said of how a text became a message, and of a system prompt that is not used."""
        system = self._system(params)
        if not self._is_chat(params):
            return (_NO_CHAT,) if system else ()
        has_own = any(message.role == SYSTEM for message in sample_input.history)
        is_cut = message_of(sample_input) != sample_input.text
        return (*((_OWN_SYSTEM,) if system and has_own else ()), *((_LINE_END,) if is_cut else ()))

    def _plain(self, sample_input: TextInput, prefix: str) -> Tokens:
        text = readable(sample_input.text)[0]
        if not prefix:
            return self.tokenizing.tokens(text)
        return framed(self.tokenizing.tokens(prefix + text), len(prefix), len(text))

    def _in_chat(self, sample_input: TextInput, prefix: str, system: str) -> Tokens:
        text = readable(message_of(sample_input))[0]
        rendered = in_chat(self.tokenizer, prefix + text, sample_input.history, system)
        shown = text if text in rendered else text.strip()
        start = rendered.rfind(shown)
        tokens = self.tokenizing.tokens(rendered, special=False)
        return framed(tokens, start, len(shown)) if start >= 0 else tokens

    def _likelihood(self, text: PreparedText) -> tuple[float, int]:
        """Summed negative log-likelihood in nats of the text's tokens, and how many they are."""
        places = text.windows[0].indices(len(text.tokens))
        ids = torch.tensor([[text.tokens.ids[place] for place in places]], device=self.device)
        ours = torch.from_numpy(text.tokens.part[places] == 0)[1:].to(self.device)
        if not bool(ours.any()):
            return 0.0, 0
        lost = [nll(logits, ids[0, start + 1 :][: len(logits)]) for start, logits in self._logits(ids[:, :-1])]
        return float(torch.cat(lost)[ours].sum()), int(ours.sum())

    def _logits(self, ids: Tensor) -> Iterator[tuple[int, Tensor]]:
        """Logits (n, vocabulary) with the place where they begin, of a prompt (1, T), some tokens at a time.

        A network that gives no cache of what it read (RecurrentGemma keeps its state to itself) is given all at once.
        """
        if not self._caches or ids.shape[1] <= _AT_ONCE:
            yield 0, self._at_once(ids)
            return
        network: Any = self.network
        cache = None
        for start in range(0, ids.shape[1], _AT_ONCE):
            part = ids[:, start : start + _AT_ONCE]
            seen = torch.ones_like(ids[:, : start + part.shape[1]])
            output = network(input_ids=part, attention_mask=seen, past_key_values=cache, use_cache=True)
            cache = output.get("past_key_values")
            if cache is None:
                yield 0, self._at_once(ids)
                return
            yield start, output.logits[0]

    def _at_once(self, ids: Tensor) -> Tensor:
        network: Any = self.network
        uncached = {"use_cache": False} if "use_cache" in self._options else {}
        logits: Tensor = network(input_ids=ids, **uncached).logits[0]
        return logits
