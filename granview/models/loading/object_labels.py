"""Which outputs of a detector are classes of objects."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

from granview.core.errors import UnsupportedModel
from granview.core.labels import LabelSet, normalized
from granview.core.palette import class_colors
from granview.models.loading.labels import naming_notices, output_names

_NAMELESS: Final = frozenset({"n/a", ""})
"""How detectors of COCO call the outputs whose number in COCO's list has no class; nothing was trained for them."""

_BACKGROUND: Final = frozenset({"__background__", "background"})


@dataclass(frozen=True)
class ObjectLabels:
    """The classes of a detector.

    Attributes:
        labels: The classes, in the order of their outputs.
        outputs: Which of the network's outputs each class is.
        count: How many outputs have a name, be it of no class.
        notices: What the user must know.
    """

    labels: LabelSet
    outputs: tuple[int, ...]
    count: int
    notices: tuple[str, ...] = ()


def object_labels(names: Sequence[str], has_background: bool = False) -> ObjectLabels:
    """The classes of a detector whose outputs are called so; outputs called N/A are none.

    Args:
        names: The name of each output.
        has_background: Whether the first output may be the background, which is no object.

    Raises:
        UnsupportedModel: there is no class.
    """
    first = 1 if has_background and names and names[0].casefold() in _BACKGROUND else 0
    outputs = tuple(place for place in range(first, len(names)) if normalized(names[place]) not in _NAMELESS)
    if not outputs:
        raise UnsupportedModel(
            "The model names no class of objects.", "Correct id2label in config.json, or choose another model."
        )
    nameless = len(names) - first - len(outputs)
    classes = tuple(names[place] for place in outputs)
    left_out = f"{nameless} of its {len(names)} outputs stand for no class (N/A): what they find is left out."
    notices = (*naming_notices(classes), *((left_out,) if nameless else ()))
    return ObjectLabels(LabelSet(classes, class_colors(classes)), outputs, len(names), notices)


def config_object_labels(config: Any) -> ObjectLabels:
    """The classes of a detector that transformers saved, by its ``id2label``."""
    return object_labels(output_names(config))
