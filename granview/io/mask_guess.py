"""What the values of masks most likely mean, from all that a comparison's masks hold; and of what it is not certain.

The guess becomes a choice, which is said and kept: from then on every mask is read by it, whatever it holds itself.
"""

import enum
from collections.abc import Collection
from dataclasses import dataclass
from math import gcd
from typing import Final

import msgspec

from granview.core.image_params import BINARY, ImageParams, MaskFrame, MaskValues
from granview.core.labels import BACKGROUND, FOREGROUND
from granview.io.class_files import ClassFile
from granview.io.mask_survey import MaskGroup, MaskSurvey

_GREY_CODED: Final = 100
"""From this value on, the other one of a mask of two values is white or grey rather than the index of a class."""

_LARGE_STEP: Final = 10
"""Values that are all multiples of as much are shades that stand for classes, not indices."""

_SPARSE: Final = 10
"""So are values as large as greys of which there are fewer than one among so many numbers up to the largest."""


class MaskDoubt(enum.Enum):
    """Of what it is not certain."""

    BINARY_OR_INDEX = "0 and 1 may be background and foreground, or the first two of more classes"
    TWO_VALUES = "the masks hold but two values, void aside, and nothing tells what the second one stands for"
    COUNTED_FROM_1 = "the largest value is one too large for the classes, so that 1 may be the first one, and 0 void"
    NO_ZERO = "no mask holds 0, so that 1 may be the first class"
    IN_ORDER = "the values are no indices of classes, but as many as there are classes, so they may be these in order"
    NO_CLASSES = "some values are larger than there are classes, and nothing tells what they stand for"
    SHADES = "the values look like shades of grey rather than indices of classes"
    ALL_VOID = "the masks hold nothing but 255, which is void by custom"
    DIFFERENT = "masks with different class files ask for different readings"
    FRAME = "pictures are turned by an orientation tag, and nothing tells whether their masks are turned too"


@dataclass(frozen=True)
class MaskGuess:
    """What masks most likely mean.

    Attributes:
        values: What their values mean; None for the usual reading, in which a value is the index of its class.
        frame: How those lie of which nothing tells; None where there is none, or nothing speaks against the usual.
        doubts: Of what it is not certain.
    """

    values: MaskValues | None = None
    frame: MaskFrame | None = None
    doubts: tuple[MaskDoubt, ...] = ()

    @property
    def is_certain(self) -> bool:
        """Whether nobody needs to be asked."""
        return not self.doubts

    def applied(self, params: ImageParams) -> ImageParams:
        """Parameters with the guess in place of what nobody has chosen."""
        values = self.values if params.mask_values is None else params.mask_values
        frame = self.frame if params.mask_frame is None else params.mask_frame
        return msgspec.structs.replace(params, mask_values=values, mask_frame=frame)

    @property
    def value_doubts(self) -> tuple[MaskDoubt, ...]:
        """The doubts about what values mean, rather than how masks lie."""
        return tuple(doubt for doubt in self.doubts if doubt is not MaskDoubt.FRAME)

    def unanswered_doubts(self, params: ImageParams) -> tuple[MaskDoubt, ...]:
        """The doubts about what nobody has chosen."""
        settled = {True: params.mask_frame is not None, False: params.mask_values is not None}
        return tuple(doubt for doubt in self.doubts if not settled[doubt is MaskDoubt.FRAME])


def guess_masks(survey: MaskSurvey, n_classes: Collection[int] = ()) -> MaskGuess:
    """The likeliest reading of masks.

    Args:
        survey: What they hold.
        n_classes: How many classes the models have, where that is known. What is in doubt for one of these numbers
            stays in doubt, whichever others there are.
    """
    found = [_guess(group, n_classes) for group in survey.groups if group.n]
    doubts = list(dict.fromkeys(doubt for _, group_doubts in found for doubt in group_doubts))
    wanted = list(dict.fromkeys(values for values, _ in found if values is not None))
    values = wanted[0] if wanted else None
    if len(wanted) > 1:
        joined = _joined(wanted)
        values = joined or values
        doubts += [MaskDoubt.DIFFERENT] if joined is None else []
    frame: MaskFrame | None = "stored" if survey.ambiguous and survey.stored and not survey.shown else None
    return MaskGuess(values, frame, (*doubts, MaskDoubt.FRAME) if survey.ambiguous else tuple(doubts))


Guess = tuple[MaskValues | None, MaskDoubt | None]
_USUAL: Final[Guess] = (None, None)


def _guess(group: MaskGroup, n_classes: Collection[int]) -> tuple[MaskValues | None, list[MaskDoubt]]:
    """The reading on which all numbers of classes agree, or else the usual one; and the doubts of each."""
    values = frozenset(group.pixels)
    if group.classes is not None:
        found = [_with_names(values, group.classes)]
    else:
        found = [_without_names(values, n) for n in sorted(set(n_classes)) or (None,)]
    readings = {reading for reading, _ in found}
    return readings.pop() if len(readings) == 1 else None, [doubt for _, doubt in found if doubt is not None]


def _with_names(values: frozenset[int], classes: ClassFile) -> Guess:
    names, void = classes.labels.names, classes.labels.void
    n = len(names)
    if classes.values is not None:
        return _USUAL if values <= set(classes.values) else (None, MaskDoubt.NO_CLASSES)
    others = {value for value in values if value >= n and value != void}
    if n == 2 and not classes.says_void and values <= {0, 255} and 255 in values:
        return MaskValues(named=dict(zip((0, 255), names, strict=True))), None if 0 in values else MaskDoubt.ALL_VOID
    if not others:
        return _USUAL
    if values - {void} <= set(range(n + 1)) and values - {void} != {0, n}:
        return MaskValues(base=1), MaskDoubt.COUNTED_FROM_1
    if len(values - {void}) == n:
        return MaskValues(
            named={**dict(zip(sorted(values - {void}), names, strict=True)), **_void(void)}
        ), MaskDoubt.IN_ORDER
    return None, MaskDoubt.NO_CLASSES


def _void(void: int | None) -> dict[int, str | None]:
    return {} if void is None else {void: None}


def _without_names(values: frozenset[int], n_classes: int | None) -> Guess:
    if values == {0, 255}:
        return BINARY, None
    if values == {255}:
        return None, MaskDoubt.ALL_VOID
    inner = values - {255}
    if inner == {0, 1}:
        return _two(values), None if n_classes == 2 else MaskDoubt.BINARY_OR_INDEX
    if n_classes is not None and max(inner) >= n_classes:
        return _beyond(values, n_classes)
    return _as_indices(values)


def _two(values: frozenset[int]) -> MaskValues:
    """Of masks that hold but 0 and another value, and perhaps 255: background, foreground and void."""
    return MaskValues(named={0: BACKGROUND, max(values - {255}): FOREGROUND, **(_void(255) if 255 in values else {})})


def _as_indices(values: frozenset[int]) -> Guess:
    if len(values) == 2 and 0 in values:
        return _two(values) if max(values) >= _GREY_CODED else None, MaskDoubt.TWO_VALUES
    if _are_shades(values):
        return None, MaskDoubt.SHADES
    return _USUAL if 0 in values else (None, MaskDoubt.NO_ZERO)


def _beyond(values: frozenset[int], n_classes: int) -> Guess:
    inner = values - {255}
    if inner == {0, max(inner)}:
        return _two(values), MaskDoubt.TWO_VALUES
    if max(inner) == n_classes:
        return MaskValues(base=1), MaskDoubt.COUNTED_FROM_1
    return None, MaskDoubt.NO_CLASSES


def _are_shades(values: frozenset[int]) -> bool:
    """Whether values are spread over the shades of grey, as in ``0 85 170 255`` and ``0 50 100 200 254``.

    So they are by a mask with soft edges.
    """
    inner, largest = values - {0}, max(values - {255})
    is_sparse = largest >= _GREY_CODED and len(values) * _SPARSE <= largest
    is_soft = max(values) == 255 and len(values) > 200
    return len(inner) > 1 and (gcd(*inner) >= _LARGE_STEP or is_sparse or is_soft)


def _joined(wanted: list[MaskValues]) -> MaskValues | None:
    """Readings of several groups as one; None where they contradict each other."""
    named: dict[int, str | None] = {}
    for values in wanted:
        if values.base != wanted[0].base or any(named.get(v, name) != name for v, name in values.named.items()):
            return None
        named |= values.named
    return MaskValues(wanted[0].base, named)
