"""What every family of text models shares: from texts to windows of tokens, and to the network."""

import inspect
from abc import abstractmethod
from collections.abc import Hashable, Sequence
from functools import cached_property
from typing import Any, Final

import torch
from torch import Tensor, nn

from granview.core.lane import LaneSpec, ModelFacts
from granview.core.run_params import RunParams
from granview.core.text import TextInput
from granview.models.adapter import DEFAULT_PARAMS, NO_WATCHER, Watcher
from granview.models.device import Placement
from granview.models.network_adapter import NetworkAdapter
from granview.models.texts.batch_sharing import PROBE_TEXT, BatchSharing, Logits, Row, batch_sharing, probe_rows
from granview.models.texts.context_window import UNLIMITED, context_window
from granview.models.texts.text_batch import PreparedText, TextBatch, padded
from granview.models.texts.text_cleaning import readable
from granview.models.texts.tokenizer import Tokenizing
from granview.models.texts.tokens import Tokens

_INPUTS: Final = ("input_ids", "attention_mask", "token_type_ids")
_COMPILED_MULTIPLE: Final = 32
"""Lengths of a compiled network's inputs: it is compiled anew for each."""


class TextAdapter(NetworkAdapter[TextInput, TextInput]):
    """A network of transformers, or called as one, that takes token ids.

    Args:
        network: The network as its library built it, with its weights.
        tokenizer: Its tokenizer, as transformers loads it.
        facts: What is known of it.
        spec: The lane's specification.
        placement: Where it runs.

    Attributes:
        tokenizing: Turns texts into tokens.
        window: The most tokens that the network takes at once.
        pad_id: What padding is filled with.
        pads_left: Whether shorter rows are filled up on the left.
    """

    pads_left = False

    def __init__(
        self, network: nn.Module, tokenizer: Any, facts: ModelFacts, spec: LaneSpec, placement: Placement
    ) -> None:
        super().__init__(network, facts, spec, placement)
        self.tokenizing = Tokenizing(tokenizer)
        self.window = context_window(self.network, tokenizer)
        self.pad_id = self.tokenizing.pad_id(_vocabulary(self.network))
        self._rows_per_call = max(spec.batch_size, 1)
        self._multiple = _COMPILED_MULTIPLE if spec.variant.compiled else 1
        self._pads = spec.batch_size > 1 or spec.variant.compiled
        taken = inspect.signature(self.network.forward).parameters
        self._inputs = tuple(name for name in _INPUTS if name in taken and name in tokenizer.model_input_names)
        self._options: dict[str, Any] = {"use_cache": False} if "use_cache" in taken else {}

    @property
    def tokenizer(self) -> Any:
        """The tokenizer, as transformers loaded it."""
        return self.tokenizing.tokenizer

    @abstractmethod
    def prepared(self, sample_input: TextInput, params: RunParams) -> PreparedText:
        """A text's tokens, and what of them the network is given.

        Raises:
            InputError: the task cannot use the text.
        """

    @cached_property
    def sharing(self) -> BatchSharing:
        """Which texts may share a pass; found out by running a few words."""
        try:
            rows = probe_rows(self.tokenizing.tokens(PROBE_TEXT), self.window)
            with torch.inference_mode():
                return batch_sharing(self.logits, rows, self.dtype)
        except BaseException:  # noqa: BLE001  what is wrong with it is told of the sample that meets it
            return BatchSharing.UNKNOWN

    def probe(self) -> tuple[str, ...]:
        """Whether padding changes what the model says, where the lane's passes have any."""
        return (self.sharing.value,) if self._pads and self.sharing is not BatchSharing.ANY else ()

    @abstractmethod
    def logits(self, rows: Sequence[Row]) -> list[Logits]:
        """What the network says of each row, when all of them share a pass, as far as an answer rests on it."""

    def tokens(self, sample_input: TextInput, params: RunParams = DEFAULT_PARAMS) -> Tokens:
        """All the tokens of what the model reads of a sample."""
        return self.tokenizing.remembered(sample_input, lambda: self._tokens_of(sample_input))

    def batch_key(self, subject: TextInput) -> Hashable:
        """Any texts may share a pass; for a compiled network those of about the same length.

        Those of one length where the model does not ignore padding.
        """
        if not self._pads or (self._multiple == 1 and self.sharing is BatchSharing.ANY):
            return "text"
        return -(-min(self.length(subject), self.window) // self._rounded_to)

    def length(self, sample_input: TextInput) -> int:
        """Number of tokens, special ones included."""
        return len(self.tokens(sample_input))

    def preprocess(self, sample_input: Sequence[TextInput], params: RunParams = DEFAULT_PARAMS) -> TextBatch:
        """Texts to tokens, windows and padded tensors; no call takes more rows than the lane's batches have samples."""
        texts = tuple(self.prepared(one, params) for one in sample_input)
        return TextBatch(texts, self.passes(texts, max(self._rows_per_call, len(texts))))

    def passes(self, texts: Sequence[PreparedText], most: int) -> tuple[dict[str, Tensor], ...]:
        """The windows of texts as padded tensors, in calls of at most so many rows."""
        rows = [(text.tokens, window.indices(len(text.tokens))) for text in texts for window in text.windows]
        sharing = self.sharing if min(len(rows), most) > 1 else BatchSharing.NONE
        return tuple(self._tensors(part, self._rounded_to) for part in sharing.cut(rows, most))

    def forward(self, batch: Any, watcher: Watcher = NO_WATCHER) -> Any:
        """What the network returned, one output per call; fewer where nobody wants them any more."""
        outputs: list[Any] = []
        done, total = 0, sum(len(text.windows) for text in batch.texts)
        with self.failing_in_words(), torch.inference_mode():
            for one in batch.one_by_one():
                outputs += self.call(self._run, one)[1]
                done += one.passes[0]["input_ids"].shape[0]
                watcher.advanced(done, total, "window")
                if watcher.cancelled():
                    break
        return batch, outputs

    def warm_up(self, batch: Any) -> None:
        """Runs one call of each shape."""
        for one, _ in batch.by_shape():
            self.forward(one)

    def count_flops(self, batch: Any) -> int | None:
        """Operations of one sample's windows, by one call of each shape: those of one shape cost the same."""
        total = 0
        for one, calls in batch.by_shape():
            flops = super().count_flops(one)
            if flops is None:
                return None
            total += flops * calls
        return total

    def call(self, network: Any, batch: TextBatch) -> Any:
        """What the network returns, one output per call."""
        return batch, [self.run_pass(network, inputs) for inputs in batch.passes]

    def run_pass(self, network: Any, inputs: dict[str, Tensor]) -> Any:
        """What the network returns for some windows."""
        return network(**self.on_device(inputs), **self._options)

    def batch_length(self, batch: TextBatch) -> int:
        """Samples in a batch."""
        return len(batch)

    def on_device(self, inputs: dict[str, Tensor]) -> dict[str, Tensor]:
        """Inputs where the network takes them."""
        return {name: tensor.to(self.device, non_blocking=True) for name, tensor in inputs.items()}

    @property
    def _rounded_to(self) -> int:
        """Rows are padded to a multiple of this."""
        return self._multiple if self._multiple > 1 and self.sharing is BatchSharing.ANY else 1

    def _tensors(self, rows: Sequence[Row], multiple: int = 1) -> dict[str, Tensor]:
        tensors = padded(rows, self._inputs, self.pad_id, self.pads_left, multiple, self.window)
        return {name: self.pinned(tensor) for name, tensor in tensors.items()}

    def _tokens_of(self, sample_input: TextInput) -> Tokens:
        return self.tokenizing.tokens(readable(sample_input.text)[0])


def _vocabulary(network: nn.Module) -> int:
    """Number of tokens that a network knows; ``UNLIMITED`` where it takes any number, as CANINE does code points."""
    config: Any = network.config
    return int(getattr(config.get_text_config(), "vocab_size", UNLIMITED))
