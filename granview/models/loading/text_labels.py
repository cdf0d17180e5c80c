"""The classes of a text classifier."""

from typing import Any

from granview.core.errors import UnsupportedModel
from granview.core.labels import LabelSet
from granview.core.palette import class_colors


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
