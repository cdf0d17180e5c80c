"""Which values a comparison's masks hold, and how they lie over their pictures: what a choice rests on."""

from collections.abc import Callable, Collection, Iterable
from pathlib import Path
from typing import Final

import msgspec
import numpy as np

from granview.core.errors import InputError
from granview.core.sample import Reference, Sample
from granview.core.truth import Truth
from granview.core.truths.mask import Labels
from granview.io.class_files import ClassFile, find_class_file
from granview.io.opened_image import OpenedImage, open_image
from granview.io.orientation import UPRIGHT, Frame, is_ambiguous
from granview.io.reference_format import format_of, truth_type_of
from granview.io.reference_masks import refuse_lossy, stored_values
from granview.io.sample_kind import pictures
from granview.io.survey_loop import survey_each

_PIECE: Final = 1 << 20

MAX_SURVEYED: Final = 200
"""So many masks, evenly spread over all, are looked at; the rule that follows holds for all."""


class MaskGroup(msgspec.Struct):
    """The index masks that belong to one class file, or to none.

    Attributes:
        classes: The class file, or None.
        pixels: How many pixels have each value.
        masks: How many masks hold each value.
        n: How many masks there are.
    """

    classes: ClassFile | None
    pixels: dict[int, int] = {}
    masks: dict[int, int] = {}
    n: int = 0

    def count(self, values: Labels) -> None:
        """Count one more mask; in pieces, so that nothing of its size is made."""
        flat, total = values.ravel(), np.zeros(np.iinfo(values.dtype).max + 1, np.int64)
        for start in range(0, flat.size, _PIECE):
            total += np.bincount(flat[start : start + _PIECE], minlength=total.size)
        self.n += 1
        for value in map(int, np.flatnonzero(total)):
            self.pixels[value] = self.pixels.get(value, 0) + int(total[value])
            self.masks[value] = self.masks.get(value, 0) + 1


class MaskSurvey(msgspec.Struct):
    """What was found in masks.

    Attributes:
        total: How many masks there are; at most ``MAX_SURVEYED`` were looked at.
        groups: The index masks by class file; masks in class colours are in none.
        ambiguous: Masks of which nothing tells how they lie over their pictures.
        stored: Masks that lie as their pictures are stored, by their size.
        shown: Masks that lie as their pictures are shown, by their size, though these are turned.
        folder: Where the first of them lies; empty where there is none.
    """

    total: int = 0
    groups: list[MaskGroup] = []
    ambiguous: int = 0
    stored: int = 0
    shown: int = 0
    folder: str = ""

    def group(self, classes: ClassFile | None) -> MaskGroup:
        """The group of a class file."""
        found = next((group for group in self.groups if group.classes == classes), None)
        if found is None:
            found = MaskGroup(classes)
            self.groups.append(found)
        return found


def survey_masks(
    samples: Iterable[Sample], wanted: Callable[[], bool] = lambda: True, truths: Collection[type[Truth]] = ()
) -> MaskSurvey:
    """Look at the references of images; one that cannot be read is left out, and refused where it is scored.

    Args:
        samples: Samples of any kind.
        wanted: Asked before each mask; the look ends where it says no.
        truths: What the samples will be compared with: files that are read as a mask for none of these are passed over,
            such as depth maps. Empty where that is not known.
    """
    held = ((sample.path, one) for sample in pictures(list(samples)) for one in sample.references)
    pairs = list(dict.fromkeys((path, one.path) for path, one in held if _has_mask_values(one, truths)))
    survey = MaskSurvey(len(pairs), folder=str(Path(pairs[0][1]).parent) if pairs else "")
    survey_each(pairs, MAX_SURVEYED, lambda pair: _observe(Path(pair[0]), Path(pair[1]), survey), wanted)
    return survey


def _has_mask_values(reference: Reference, truths: Collection[type[Truth]]) -> bool:
    if truth_type_of(reference) is Truth:
        return False
    return any(format_of(reference, each).has_mask_values for each in truths or (None,))


def _observe(picture: Path, mask: Path, survey: MaskSurvey) -> int:
    """Count a mask's values; how many pixels it has."""
    classes = find_class_file(mask)
    with open_image(mask) as opened:
        refuse_lossy(opened)
        opened.load()
        values, _ = stored_values(opened, classes)
        _note_frame(picture, opened, survey)
    if values is not None:
        survey.group(classes).count(values)
    return opened.size[0] * opened.size[1]


def _note_frame(picture: Path, opened: OpenedImage, survey: MaskSurvey) -> None:
    frame = _frame_of(picture)
    if frame is None or frame.orientation == UPRIGHT or opened.turned != UPRIGHT:
        return
    if is_ambiguous(frame, opened.size, opened.turned):
        survey.ambiguous += 1
    elif opened.size == frame.stored_size:
        survey.stored += 1
    elif opened.size == (frame.width, frame.height):
        survey.shown += 1


def _frame_of(picture: Path) -> Frame | None:
    """How a picture lies, by its header alone."""
    try:
        with open_image(picture) as opened:
            return Frame(opened.size[1], opened.size[0], opened.turned)
    except InputError:
        return None
