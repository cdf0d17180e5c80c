"""Which values a comparison's masks hold, and how they lie over their pictures: what a choice rests on."""

import os
from collections.abc import Callable, Collection, Iterable
from pathlib import Path
from typing import Final

import msgspec
import numpy as np

from granview.core.errors import InputError
from granview.core.image_params import nearest_folder
from granview.core.sample import Reference, Sample
from granview.core.truth import Truth
from granview.core.truths.mask import Labels
from granview.io.class_files import ClassFile, find_class_file
from granview.io.label_arrays import ARRAY, class_array
from granview.io.opened_image import OpenedImage, open_image
from granview.io.orientation import UPRIGHT, Frame, is_ambiguous
from granview.io.reference_format import format_of, truth_type_of
from granview.io.reference_masks import refuse_lossy, stored_values
from granview.io.sample_kind import pictures
from granview.io.survey_loop import survey_each

_PIECE: Final = 1 << 20

_MOST_FOLDERS: Final = 12

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

    def add(self, other: "MaskGroup") -> None:
        """Count the masks of another group as well."""
        for mine, theirs in ((self.pixels, other.pixels), (self.masks, other.masks)):
            for value, n in theirs.items():
                mine[value] = mine.get(value, 0) + n
        self.n += other.n

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
        groups: The index masks by class file, but for those of folders that have a reading of their own; masks in class
            colours are in none.
        by_folder: All index masks by the folder that they lie in, and by class file.
        ambiguous: Masks of which nothing tells how they lie over their pictures.
        stored: Masks that lie as their pictures are stored, by their size.
        shown: Masks that lie as their pictures are shown, by their size, though these are turned.
        folder: Where the first of them lies; empty where there is none.
        places: The folders that they lie in, also those that were not looked at.
    """

    total: int = 0
    groups: list[MaskGroup] = []
    by_folder: dict[str, list[MaskGroup]] = {}
    ambiguous: int = 0
    stored: int = 0
    shown: int = 0
    folder: str = ""
    places: tuple[str, ...] = ()

    def take(self, mask: Path, counted: MaskGroup, has_reading: bool) -> None:
        """Take over what one mask holds.

        Args:
            mask: The mask.
            counted: What it holds.
            has_reading: Whether what its values mean was chosen for a folder that it lies in.
        """
        _add_to(self.by_folder.setdefault(str(mask.parent), []), counted)
        if not has_reading:
            _add_to(self.groups, counted)

    def within(self, folder: Path) -> "MaskSurvey":
        """What the masks in a folder and below it hold, whether they have a reading of their own or not."""
        groups: list[MaskGroup] = []
        for place, held in self.by_folder.items():
            if Path(place).is_relative_to(folder):
                for group in held:
                    _add_to(groups, group)
        return MaskSurvey(sum(group.n for group in groups), groups, folder=str(folder))


def _add_to(groups: list[MaskGroup], counted: MaskGroup) -> None:
    known = next((group for group in groups if group.classes == counted.classes), None)
    if known is None:
        known = MaskGroup(counted.classes)
        groups.append(known)
    known.add(counted)


def survey_masks(
    samples: Iterable[Sample],
    wanted: Callable[[], bool] = lambda: True,
    truths: Collection[type[Truth]] = (),
    readings: Collection[str] = (),
) -> MaskSurvey:
    """Look at the references of images; one that cannot be read is left out, and refused where it is scored.

    Args:
        samples: Samples of any kind.
        wanted: Asked before each mask; the look ends where it says no.
        truths: What the samples will be compared with: files that are read as a mask for none of these are passed over,
            such as depth maps. Empty where that is not known.
        readings: Folders for which it was chosen what the values of their masks mean.
    """
    held = ((sample.path, one) for sample in pictures(list(samples)) for one in sample.references)
    known: dict[tuple[str, str], bool] = {}
    pairs = list(dict.fromkeys((path, one.path) for path, one in held if _may_be_mask(one, truths, known)))
    places = tuple(dict.fromkeys(os.path.dirname(mask) for _, mask in pairs))  # noqa: PTH120  asked 100,000 times
    survey = MaskSurvey(len(pairs), folder=places[0] if places else "", places=places)
    survey_each(pairs, MAX_SURVEYED, lambda pair: _observe(Path(pair[0]), Path(pair[1]), survey, readings), wanted)
    return survey


def mask_folders(survey: MaskSurvey, readings: Collection[str]) -> tuple[Path, ...]:
    """The folders whose masks can have a reading of their own, in order; none where all masks lie in one.

    Args:
        survey: What was found by folder. Where there are many folders, those above them.
        readings: Folders that have one.
    """
    folders = {Path(folder) for folder in survey.by_folder}
    while len(folders) > _MOST_FOLDERS and len(above := {folder.parent for folder in folders}) < len(folders):
        folders = above
    own = {Path(folder) for folder in readings}
    return tuple(sorted(folders | own)) if own or len(folders) > 1 else ()


def _may_be_mask(reference: Reference, truths: Collection[type[Truth]], known: dict[tuple[str, str], bool]) -> bool:
    """As ``_has_mask_values``, asked once for all references of one format and ending."""
    key = reference.format, os.path.basename(reference.path).partition(".")[2]  # noqa: PTH119  asked 100,000 times
    if key not in known:
        known[key] = _has_mask_values(reference, truths)
    return known[key]


def _has_mask_values(reference: Reference, truths: Collection[type[Truth]]) -> bool:
    if truth_type_of(reference) is Truth:
        return False
    return any(format_of(reference, each).has_mask_values for each in truths or (None,))


def _observe(picture: Path, mask: Path, survey: MaskSurvey, readings: Collection[str]) -> int:
    """Count a mask's values; how many pixels it has."""
    classes = find_class_file(mask)
    values, n_px = (
        _array_values(mask) if mask.suffix.lower() == ARRAY else _image_values(picture, mask, classes, survey)
    )
    if values is not None:
        counted = MaskGroup(classes)
        counted.count(values)
        survey.take(mask, counted, nearest_folder(mask, readings) is not None)
    return n_px


def _array_values(mask: Path) -> tuple[Labels | None, int]:
    values = class_array(mask)
    return values, values.size


def _image_values(
    picture: Path, mask: Path, classes: ClassFile | None, survey: MaskSurvey
) -> tuple[Labels | None, int]:
    """The values of a mask, None for one in class colours, and how many pixels it has."""
    with open_image(mask) as opened:
        refuse_lossy(opened)
        opened.load()
        values, _ = stored_values(opened, classes)
        _note_frame(picture, opened, survey)
        return values, opened.size[0] * opened.size[1]


def _note_frame(picture: Path, opened: OpenedImage, survey: MaskSurvey) -> None:
    frame = frame_of(picture)
    if frame is None or frame.orientation == UPRIGHT or opened.turned != UPRIGHT:
        return
    if is_ambiguous(frame, opened.size, opened.turned):
        survey.ambiguous += 1
    elif opened.size == frame.stored_size:
        survey.stored += 1
    elif opened.size == (frame.width, frame.height):
        survey.shown += 1


def frame_of(picture: Path) -> Frame | None:
    """How a picture lies, by its header alone; None where it cannot be opened."""
    try:
        with open_image(picture) as opened:
            return Frame(opened.size[1], opened.size[0], opened.turned)
    except InputError:
        return None
