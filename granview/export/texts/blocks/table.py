"""Which type of prediction is shown how: one line per type."""

from collections.abc import Callable
from typing import Any, Final

from granview.core.predictions.answers import Answers
from granview.core.predictions.class_scores import ClassScores
from granview.core.predictions.entities import Entities
from granview.core.predictions.filled_masks import FilledMasks
from granview.core.predictions.generated_text import GeneratedText
from granview.export.texts.blocks.answers import show_answers
from granview.export.texts.blocks.block_context import BlockContext, PageBlocks
from granview.export.texts.blocks.class_scores import show_class_scores
from granview.export.texts.blocks.entities import show_entities
from granview.export.texts.blocks.filled_masks import show_filled_masks
from granview.export.texts.blocks.generated_text import show_generated_text

PAGE_BLOCKS: Final[dict[type[Any], Callable[[Any, BlockContext], PageBlocks]]] = {
    ClassScores: show_class_scores,
    Entities: show_entities,
    Answers: show_answers,
    GeneratedText: show_generated_text,
    FilledMasks: show_filled_masks,
}
