"""What the models share that read a text and write none: windows in, one row of numbers per window or token out."""

from collections.abc import Iterator, Sequence
from typing import Any

from torch import Tensor

from granview.core.errors import InputError
from granview.core.run_params import RunParams
from granview.core.text import TextInput
from granview.models.texts.batch_sharing import Logits, Row
from granview.models.texts.text_adapter import TextAdapter
from granview.models.texts.text_batch import PreparedText, TextBatch
from granview.models.texts.text_cleaning import Part, input_notices
from granview.models.texts.tokens import Tokens
from granview.models.texts.windows import Window, long_part, room, shared, strided, truncated


class UnderstandingAdapter(TextAdapter):
    """Long texts are run window by window, or shortened.

    Attributes:
        joined: What becomes of the windows, in words.
        reads: What is read of a sample besides its text.
        outputs: Names of the network's outputs that an answer rests on.
    """

    joined = ""
    reads: tuple[Part, ...] = ()
    outputs: tuple[str, ...] = ("logits",)

    def long_text(self, tokens: Tokens) -> int:
        """Which text of the sample is cut where both do not fit: the longer one."""
        return 1 if tokens.count(1) > tokens.count(0) else 0

    def prepared(self, sample_input: TextInput, params: RunParams) -> PreparedText:
        """The text's tokens and windows, with a sentence on each thing that was done to it."""
        tokens = self.tokens(sample_input, params)
        if not len(tokens):
            raise InputError("The text is empty.", "Type a text.")
        cleaned = input_notices(sample_input, *self.reads)
        if len(tokens) <= self.window:
            return PreparedText(tokens, strided(tokens, 0, self.window, 0), cleaned)
        part = self.long_text(tokens)
        if params.text.long_text == "truncate":
            window = truncated(tokens, part, self.window)
            return PreparedText(tokens, [window], (*cleaned, _left_out(tokens, part, window, self.window)))
        windows = strided(tokens, part, self.window, params.text.stride)
        overlap = shared(room(tokens, part, self.window), params.text.stride)
        return PreparedText(tokens, windows, (*cleaned, self._cut(tokens, windows, overlap)))

    def logits(self, rows: Sequence[Row]) -> list[Logits]:
        """For each row the logits of the text or of its tokens."""
        output = self.run_pass(self.network, self._tensors(rows))
        tensors = [output] if isinstance(output, Tensor) else [output[name] for name in self.outputs]
        return [[tensor[row] for tensor in tensors] for row in range(len(rows))]

    def _cut(self, tokens: Tokens, windows: Sequence[Window], overlap: int) -> str:
        return (
            f"{len(tokens):,} tokens are more than the model's window of {self.window:,}: {len(windows)} windows that "
            f"share {overlap} tokens were run; {self.joined}."
        )


def _left_out(tokens: Tokens, part: int, window: Window, limit: int) -> str:
    start, stop = long_part(tokens, part)
    kept = window.stop - window.start
    return f"The model's window holds {limit:,} tokens: the first {kept:,} of the text's {stop - start:,} were read."


def rows_of(batch: TextBatch, outputs: Sequence[Any], name: str = "logits") -> Iterator[list[Tensor]]:
    """A network's numbers per text: for each of its windows a row, still padded, in float32 on the device.

    Args:
        batch: What went in.
        outputs: What came out of each call.
        name: Which of the output's tensors.
    """
    tensors = (output if isinstance(output, Tensor) else output[name] for output in outputs)
    rows = (row.float() for tensor in tensors for row in tensor)
    for text in batch.texts:
        yield [next(rows) for _ in text.windows]
