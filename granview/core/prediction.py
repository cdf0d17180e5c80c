"""What every prediction is, and the table of the types of predictions.

A type is one file of ``granview.core.predictions``: the prediction itself, and a msgspec struct as which it travels and
is stored, registered under its tag. Nobody asks a prediction for its class: whatever must be known of it is a method
here, and what a layer makes of it is served by the object that the layer's own table has under ``type_name``.
"""

from abc import ABC, abstractmethod
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, ClassVar, Final, Literal, Protocol, Self, TypeVar

import msgspec
import numpy as np

from granview.core.errors import GranViewError
from granview.core.labels import LabelSet
from granview.core.registry import Registry

Extent = tuple[int, ...]
"""How large a sample is: (height, width) of a picture in px, (n,) code points of a text."""

PackedPrediction = msgspec.Raw
"""A prediction as it travels and as it is stored: the MessagePack of a struct whose tag names the prediction's type."""


@dataclass(frozen=True)
class ClassAmounts:
    """How much of each class there is in a prediction or a reference.

    Attributes:
        measure: ``share``: part of the sample, 0 to 1. ``probability``: 0 to 1. ``count``: how many.
        amounts: The amount of each class, by its name.
    """

    measure: Literal["share", "probability", "count"]
    amounts: Mapping[str, float]


class Prediction(ABC):
    """What a lane says about one sample.

    Attributes:
        type_name: The tag of its type, by which every layer's table knows it.
    """

    type_name: ClassVar[str]

    @abstractmethod
    def packed(self) -> msgspec.Struct:
        """Compressed losslessly: a struct of the type that is registered under ``type_name``."""

    def is_same_as(self, other: object) -> bool:
        """Whether another object holds the very same parts in memory, so that what was prepared for one serves both."""
        if type(self) is not type(other):
            return False
        return all(ours is theirs for ours, theirs in zip(vars(self).values(), vars(other).values(), strict=True))

    def fits(self, extent: Extent) -> bool:
        """Whether all that it points at lies within a sample of this extent; one that has changed since is another."""
        return True

    def class_amounts(self, labels: LabelSet) -> ClassAmounts | None:
        """How much of each class of ``labels`` is in it, 0 where none is; None for a prediction without classes."""
        return None

    def shown(self, params: Mapping[str, Any]) -> Self:
        """What of it is shown, by its task's own parameters: all, for a type of which nothing is left out.

        Args:
            params: See ``task_params``; a parameter that is not there has its default.
        """
        return self

    @property
    def size_bytes(self) -> int:
        """Bytes that its arrays and texts take in memory, about."""
        parts = vars(self).values()
        return sum(part.nbytes if isinstance(part, np.ndarray) else len(part) for part in parts if _is_large(part))

    @property
    def written(self) -> str | None:
        """The text that the model wrote; None where its work is not to write."""
        return None

    def with_likelihood(self, nll: float, n_tokens: int) -> Self:
        """The prediction, which also holds how likely the reference is to a model that writes.

        Args:
            nll: Summed negative log-likelihood of the reference, in nats.
            n_tokens: Tokens that it is summed over.
        """
        return self

    @property
    def has_likelihood(self) -> bool:
        """Whether it holds how likely a text is to the model, so that it can be scored without a reference."""
        return False


def _is_large(part: object) -> bool:
    return isinstance(part, np.ndarray | str | bytes)


class Packed(Protocol):
    """A struct as which a prediction travels."""

    def unpacked(self) -> Prediction:
        """The prediction; its arrays are read-only.

        Raises:
            GranViewError: it is damaged.
        """
        ...


PackedT = TypeVar("PackedT", bound=type[Any])

PREDICTION_TYPES: Final[Registry[type[Any]]] = Registry("granview.core.predictions", "type of prediction")
"""By tag, the struct as which each type of prediction travels."""


class UnknownType(GranViewError):
    """A prediction of a type that nobody here has registered."""


class _Tagged(msgspec.Struct):
    type: str


def prediction_type(packed: PackedT) -> PackedT:
    """Class decorator of the struct as which a type of prediction travels: registers it under its tag."""
    PREDICTION_TYPES.register(packed.__struct_config__.tag)(packed)
    return packed


def pack_prediction(prediction: Prediction) -> PackedPrediction:
    """Compress a prediction losslessly."""
    return msgspec.Raw(msgspec.msgpack.encode(prediction.packed()))


def packed_type(packed: PackedPrediction | bytes) -> str:
    """The tag of a packed prediction's type, without unpacking it.

    Raises:
        msgspec.DecodeError: it is no packed prediction.
    """
    return msgspec.msgpack.decode(packed, type=_Tagged).type


def unpack_prediction(packed: PackedPrediction | bytes) -> Prediction:
    """The prediction that was packed; its arrays are read-only.

    Raises:
        UnknownType: its type is not known here.
        GranViewError: it is damaged.
        msgspec.DecodeError: it is no packed prediction.
    """
    tag = packed_type(packed)
    if tag not in PREDICTION_TYPES:
        raise UnknownType(
            f"This is a prediction of the type '{tag}', which is not known here.",
            "Install the plug-in, or the newer GranView, that it was made with.",
        )
    struct: Packed = msgspec.msgpack.decode(packed, type=PREDICTION_TYPES.get(tag))
    return struct.unpacked()
