"""The classes of a model that transformers saved."""

from collections.abc import Mapping
from typing import Any

import msgspec

from granview.core.errors import UnsupportedModel
from granview.core.labels import Color, LabelSet
from granview.core.palette import class_colors


def label_set(config: Any) -> tuple[LabelSet, tuple[str, ...]]:
    """The label set of a transformers config, and what the user must know about it.

    Args:
        config: The network's config, with ``id2label``, and ``label_colors`` where it has colours of its own:
            [red, green, blue] per class, 0 to 255. Without them, colours come from GranView's palette.

    Raises:
        UnsupportedModel: there are fewer than two classes.
    """
    by_index = {int(index): str(name) for index, name in config.id2label.items()}
    count = max(by_index, default=-1) + 1
    if count < 2:
        raise UnsupportedModel(
            f"The model knows {count} class{'' if count == 1 else 'es'}; a label map needs at least two.",
            "Correct id2label in config.json, or choose a model for semantic segmentation.",
        )
    names = tuple(by_index.get(index, str(index)) for index in range(count))
    return LabelSet(names, _colors(config, names)), _notices(by_index, names)


def _colors(config: Any, names: tuple[str, ...]) -> tuple[Color, ...]:
    try:
        own = msgspec.convert(getattr(config, "label_colors", None), tuple[Color, ...])
    except msgspec.ValidationError:
        return class_colors(names)
    return own if len(own) == len(names) else class_colors(names)


def _notices(by_index: Mapping[int, str], names: tuple[str, ...]) -> tuple[str, ...]:
    if len(by_index) < len(names):
        return ("Some classes have no name in config.json, and are called by their index.",)
    if all(name == f"LABEL_{index}" for index, name in by_index.items()):
        return ("config.json names no classes: they are called LABEL_0, LABEL_1, ….",)
    return ()


def class_labels(config: Any) -> tuple[LabelSet, tuple[str, ...]]:
    """The classes of a transformers config, in index order, and what the user must know about them.

    Raises:
        UnsupportedModel: the model gives a number and no classes.
    """
    if config.problem_type == "regression":
        raise UnsupportedModel(
            "The model gives a number, not classes: its problem_type is regression.",
            "Choose a model trained for text-classification.",
        )
    names = output_names(config)
    return LabelSet(names, class_colors(names)), (*naming_notices(names), *_number_notices(names))


def _number_notices(names: tuple[str, ...]) -> tuple[str, ...]:
    """What must be said where the one output may be a number."""
    if len(names) != 1:
        return ()
    return (
        f"The model has one output, which is read as the probability of {names[0]}. If it was trained to give a "
        "number, such as a rating, its accuracy means nothing.",
    )


def output_names(config: Any) -> tuple[str, ...]:
    """The name of each of a classifier's outputs; one without a name is called by its index."""
    by_index = {int(index): str(name) for index, name in config.id2label.items()}
    return tuple(by_index.get(index, str(index)) for index in range(max(by_index, default=-1) + 1))


def naming_notices(names: tuple[str, ...]) -> tuple[str, ...]:
    """What must be said where the config names no classes."""
    if names and all(name == f"LABEL_{index}" for index, name in enumerate(names)):
        return ("config.json names no classes: they are called LABEL_0, LABEL_1, ….",)
    return ()
