"""Texts that models wrote: with their tokens, and word by word against the first text that is known to be right."""

from typing import Any

from granview.core.labels import LabelSet
from granview.core.predictions.generated_text import GeneratedText
from granview.core.text import TextInput
from granview.export.prediction_export import PREDICTION_EXPORTS, PredictionExport
from granview.export.texts.block_context import BlockContext, PageBlocks, passage
from granview.export.texts.excerpt import excerpt
from granview.export.texts.formatted_runs import Mark
from granview.export.texts.json_numbers import number
from granview.export.texts.json_writer import json_writer
from granview.export.texts.page_content import Block, TextFormat, Words
from granview.scoring.word_difference import WordDifference, align_words, difference

NOTES = ("underlined: not in the reference", "struck through: only in the reference")
_ADDED = TextFormat("good", 0.16, under="solid")


def generated_object(prediction: GeneratedText, _text_input: TextInput, _labels: LabelSet) -> dict[str, Any]:
    """``{"generated_text", "tokens": [{"text", "start", "end", "probability"}, …], "stopped", "nll", …, "prompt", …}``.

    Offsets count code points of the generated text; ``nll`` is in nats, summed over ``nll_tokens`` of ``nll_of``.
    ``prompt`` is what the model was given, special tokens included; null where that is not known.
    """
    return {
        "generated_text": prediction.text,
        "tokens": [
            {"text": prediction.text[start:end], "start": start, "end": end, "probability": number(probability)}
            for (start, end), probability in zip(
                prediction.tokens.tolist(), prediction.confidence.tolist(), strict=True
            )
        ],
        "stopped": prediction.stopped,
        "nll": prediction.nll,
        "nll_tokens": prediction.nll_tokens,
        "nll_of": prediction.nll_of or None,
        "prompt": prediction.prompt or None,
        "prompt_tokens": prediction.prompt_tokens,
        "prompt_left_out": prediction.prompt_left_out,
    }


def show_generated_text(prediction: GeneratedText, context: BlockContext) -> PageBlocks:
    """The written text; words that the reference lacks are underlined, words that only it has are struck through."""
    target = None if context.known is None or not context.known.targets else context.known.targets[0]
    is_code = context.known is not None and context.known.cases is not None
    compared = None if target is None else _compared(prediction.text, target)
    facts = list(_facts(prediction, target, compared))
    shown = excerpt(prediction.text, context.limit)
    if compared is None:
        return PageBlocks((*facts, *passage(prediction.text, shown, is_code=is_code)))
    marks = [Mark(start, end, _ADDED) for start, end in compared.added]
    differs = bool(compared.added or compared.missing)
    blocks = (*facts, *passage(prediction.text, shown, marks, compared.missing, is_code=is_code))
    return PageBlocks(blocks, notes=NOTES if differs else ())


def _compared(text: str, target: str) -> WordDifference | None:
    alignment = align_words(text, target, "reference")
    return None if alignment is None else difference(target, alignment)


def _facts(prediction: GeneratedText, target: str | None, compared: WordDifference | None) -> list[Block]:
    facts: list[Block] = []
    if compared is not None:
        facts.append(
            Words(
                f"{compared.equal:,} of {compared.others:,} words as in the reference, "
                f"{compared.words - compared.equal:,} more, {compared.others - compared.equal:,} missing"
            )
        )
    elif target is not None:
        facts.append(Words("These texts are too long to be compared word by word.", "warn"))
    if prediction.stopped == "length":
        facts.append(Words("Cut off: it reached the limit on new tokens.", "warn"))
    if not prediction.text:
        facts.append(Words("The model wrote nothing."))
    return facts


PREDICTION_EXPORTS.register(GeneratedText.type_name)(
    PredictionExport(".json", json_writer(generated_object), blocks=show_generated_text)
)
