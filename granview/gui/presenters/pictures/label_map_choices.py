"""What the user chooses of how label maps are coloured."""

from typing import Final

from granview.gui.language.translatable import translatable
from granview.gui.model.view_option import ViewOption

_CONTEXT: Final = "LabelMapPresenter"

BY_CLASS: Final = "class"
BY_CONFIDENCE: Final = "confidence"
BY_OUTCOME: Final = "outcome"

COLOR_BY: Final = ViewOption(
    "mask_color_by",
    translatable("LabelMapPresenter", "Colour by"),
    (
        (BY_CLASS, translatable("LabelMapPresenter", "class")),
        (BY_CONFIDENCE, translatable("LabelMapPresenter", "class and confidence")),
        (BY_OUTCOME, translatable("LabelMapPresenter", "right or wrong")),
    ),
    translatable(
        "LabelMapPresenter",
        "By confidence, what a lane is less sure of is lighter, where it kept that; right or wrong is against the "
        "reference, and what is wrong is hatched.",
    ),
    _CONTEXT,
)
