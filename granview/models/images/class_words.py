"""The classes that a user has typed, as a network that reads words takes them."""

from dataclasses import dataclass
from typing import Any, Final

from torch import Tensor

from granview.core.errors import ArgumentError, InputError
from granview.core.labels import LabelSet
from granview.core.palette import class_colors

PLACE: Final = "{}"
"""Where the class stands in the sentence about it."""

_SIGLIP_TOKENS: Final = 64
"""SigLIP was trained with texts of this length, which transformers' pipeline keeps."""


@dataclass(frozen=True)
class ClassWords:
    """Classes, and the sentence about each.

    Attributes:
        names: The classes, each once.
        template: The sentence; ``{}`` stands for the class.
    """

    names: tuple[str, ...]
    template: str

    @classmethod
    def of(cls, phrases: tuple[str, ...], template: str) -> "ClassWords":
        """What was typed.

        Raises:
            InputError: no class was typed.
            ArgumentError: the sentence has no place for it.
        """
        names = tuple(dict.fromkeys(phrases))
        if not names:
            raise InputError(
                "This model chooses among classes that are typed, and there are none.",
                "Type them in How tasks are run… in the window, --set phrases=cat,dog on the command line, "
                "task_params={'phrases': ('cat', 'dog')} in Python.",
            )
        if PLACE not in template:
            raise ArgumentError(
                f"The sentence about a class is '{template}', without a place for it.",
                "Write {} for the class, as in a photo of a {}.",
            )
        return cls(names, template)

    @property
    def labels(self) -> LabelSet:
        """The classes as a label set."""
        return LabelSet(self.names, class_colors(self.names), None)

    @property
    def sentences(self) -> list[str]:
        """A sentence for each class."""
        return [self.template.replace(PLACE, name) for name in self.names]

    def tokens(self, tokenizer: Any, model_type: str) -> dict[str, Tensor]:
        """The sentences as transformers' zero-shot pipeline gives them to a network: tensors (classes, tokens)."""
        if "siglip" in model_type:
            padding = {"padding": "max_length", "max_length": _SIGLIP_TOKENS, "truncation": True}
        else:
            padding = {"padding": True, "truncation": True}
        return dict(tokenizer(self.sentences, return_tensors="pt", **padding))
