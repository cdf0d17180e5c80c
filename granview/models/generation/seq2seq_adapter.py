"""Models that read a text whole and write another: summaries, translations, code."""

from typing import Any, Final

import torch
from torch import Tensor, nn

from granview.core.errors import InputError, UnsupportedModel
from granview.core.lane import LaneSpec, ModelFacts
from granview.core.run_params import RunParams
from granview.core.task_trait import task_params
from granview.core.task_traits.translation import SOURCE_LANGUAGE, TARGET_LANGUAGE
from granview.core.text import TextInput
from granview.models.adapter import DEFAULT_PARAMS
from granview.models.device import Placement
from granview.models.generation.generation_adapter import GenerationAdapter, nll
from granview.models.generation.languages import language_token, languages_of
from granview.models.generation.prompt import framed
from granview.models.texts.context_window import positions
from granview.models.texts.text_batch import PreparedText, TextBatch
from granview.models.texts.text_cleaning import input_notices, readable
from granview.models.texts.tokens import Tokens
from granview.models.texts.windows import long_part, truncated

_NO_LANGUAGES: Final = "The model's tokenizer names no languages: source_language and target_language are not used."


class Seq2SeqAdapter(GenerationAdapter):
    """An encoder with a decoder. A text that is too long loses its end.

    Args:
        network: The network as its library built it, with its weights.
        tokenizer: Its tokenizer, as transformers loads it.
        facts: What is known of it.
        spec: The lane's specification, whose task is one of ``summarization``, ``translation``,
            ``text2text-generation``.
        placement: Where it runs.
        prefix: What its config puts before a text; the run's own prefix replaces it.
    """

    def __init__(
        self,
        network: nn.Module,
        tokenizer: Any,
        facts: ModelFacts,
        spec: LaneSpec,
        placement: Placement,
        prefix: str = "",
    ) -> None:
        super().__init__(network, tokenizer, facts, spec, placement)
        self.task = spec.task
        self._languages = languages_of(tokenizer)
        self._first_source = str(getattr(tokenizer, "src_lang", ""))
        self._first_target = getattr(tokenizer, "tgt_lang", None)
        self._prefix = prefix

    @property
    def first_token(self) -> int:
        """The token with which the decoder begins, as ``generate`` has it.

        Raises:
            UnsupportedModel: the model names none.
        """
        config: Any = self.network.config
        named = getattr(config, "decoder_start_token_id", None)
        for token in (self._own.decoder_start_token_id, named, self._own.bos_token_id):
            if token is not None:
                return int(token)
        raise UnsupportedModel(
            "The model does not say with which token its decoder begins.",
            "Name decoder_start_token_id in its generation_config.json.",
        )

    def most_new_tokens(self, wanted: int) -> int:
        """The decoder's positions, one of which the token takes that begins the text."""
        return min(wanted, positions(self.network) - 1)

    def prompt_tokens(self, inputs: dict[str, Tensor]) -> int:
        """The token that begins the text."""
        return 1

    def context(self, text: PreparedText) -> list[int]:
        """None: the text that is written stands alone."""
        return []

    def tokens(self, sample_input: TextInput, params: RunParams = DEFAULT_PARAMS) -> Tokens:
        """The text's tokens, with the prefix before them."""
        prefix = self._prefix if params.text.prefix is None else params.text.prefix
        source = self._language(params, SOURCE_LANGUAGE)

        def make() -> Tokens:
            self._speak(source, SOURCE_LANGUAGE)
            return self._prefixed(readable(sample_input.text)[0], prefix)

        return self.tokenizing.remembered((sample_input, prefix, source), make)

    def first_new(self, params: RunParams) -> int | None:
        """The token of the language to write in."""
        target = self._language(params, TARGET_LANGUAGE)
        return language_token(target, self._languages, TARGET_LANGUAGE) if target else None

    def prepared(self, sample_input: TextInput, params: RunParams) -> PreparedText:
        """The text, shortened at its end where the window does not hold it.

        Raises:
            InputError: it is empty.
        """
        if not sample_input.text.strip():
            raise InputError("The text is empty.", "Type a text.")
        tokens = self.tokens(sample_input, params)
        window = truncated(tokens, 0, self.window)
        notices = (*input_notices(sample_input), *self._unused_languages(params))
        wanted = params.generation.max_new_tokens
        new = self.most_new_tokens(wanted)
        if new < wanted:
            notices += (f"The model writes at most {new:,} new tokens, not {wanted:,}.",)
        if len(tokens) > self.window:
            start, stop = long_part(tokens, 0)
            notices += (
                f"The model's window holds {self.window:,} tokens: the first {window.stop - window.start:,} of the "
                f"text's {stop - start:,} were read.",
            )
        return PreparedText(tokens, [window], notices)

    def call(self, network: Any, batch: TextBatch) -> Any:
        """One pass of the encoder and one step of the decoder, which is what is counted of the operations."""
        outputs = []
        for inputs in batch.passes:
            start = torch.full((len(inputs["input_ids"]), 1), self.first_token, device=self.device)
            outputs.append(network(**self.on_device(inputs), decoder_input_ids=start, **self._options))
        return batch, outputs

    def likelihood(self, sample_input: TextInput, target: str, params: RunParams) -> tuple[float, int] | None:
        """Of the target's tokens and the one that ends it, each given the text and all tokens before it."""
        text = self.prepared(sample_input, params)
        (inputs,) = self.passes((text,), 1)
        ids = self._target_ids(target, params)[: positions(self.network) - 1]
        if not ids:
            return None
        labels = torch.tensor([ids], device=self.device)
        network: Any = self.network
        with self.failing_in_words(), torch.inference_mode():
            logits = network(**self.on_device(inputs), labels=labels).logits[0]
            return float(nll(logits, labels[0]).sum()), len(ids)

    def _language(self, params: RunParams, name: str) -> str:
        """The code that the run names; empty where it names none, or the model knows no languages."""
        return str(task_params(self.task, params).get(name, "")).strip() if self._languages else ""

    def _speak(self, code: str, name: str) -> None:
        """Have the tokenizer take texts for those of a language; empty for the one that it began with."""
        if not self._languages:
            return
        if code:
            language_token(code, self._languages, name)
        wanted = code or self._first_source
        if self.tokenizer.src_lang != wanted:
            self.tokenizer.src_lang = wanted

    def _target_ids(self, target: str, params: RunParams) -> list[int]:
        """A target's tokens, with what the model's tokenizer puts around texts of the language to write in."""
        code = self._language(params, TARGET_LANGUAGE)
        with self.tokenizing.alone():
            if self._languages:
                self.tokenizer.tgt_lang = code or self._first_target
            ids: list[int] = self.tokenizer(text_target=target)["input_ids"]
        return ids

    def _unused_languages(self, params: RunParams) -> tuple[str, ...]:
        chosen = [name for name in (SOURCE_LANGUAGE, TARGET_LANGUAGE) if task_params(self.task, params).get(name)]
        return (_NO_LANGUAGES,) if chosen and not self._languages else ()

    def _prefixed(self, text: str, prefix: str) -> Tokens:
        tokens = self.tokenizing.tokens(prefix + text)
        return framed(tokens, len(prefix), len(text)) if prefix else tokens
