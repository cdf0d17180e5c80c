"""How pictures and masks are read in a run: what was chosen, what their content asks for, what is not certain."""

import os
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Final, cast

import msgspec

from granview.core.errors import ArgumentError
from granview.core.image_params import ImageParams, ImageRange, MaskFrame, MaskValues, chosen_values
from granview.core.sample import Sample
from granview.io.image_survey import survey_images
from granview.io.mask_guess import MaskDoubt, MaskGuess, guess_masks
from granview.io.mask_survey import MaskSurvey
from granview.io.mask_values import class_index
from granview.io.mask_words import FRAME_HINT, SCHEMES, held_in_words, how_to_settle
from granview.io.range_survey import RangeSurvey, chosen_range
from granview.io.regular_files import is_folder
from granview.io.sample_kind import picture_paths
from granview.io.search_events import Doubt, Notice
from granview.tasks.base import TASKS

Range = ImageRange | tuple[float, float] | str | None
"""The grey values that become black and white: two numbers, ``"full"``, or percentiles such as ``"1%,99%"``."""

Values = MaskValues | Mapping[int, str | None] | str | None
"""What the values of masks mean: by value the class or None for void, ``"index"``, or ``"index-from-1"``."""

ValuesByFolder = Mapping[str | os.PathLike[str], Values]
"""By folder, what the values of the masks in it mean."""

_LISTED: Final = 12
_FOLDERS: Final = 4
_AS_FILES_SAY: Final = ImageParams()


def image_params(
    samples: Sequence[Sample],
    image_range: Range = None,
    mask_values: Values | ValuesByFolder = None,
    mask_frame: MaskFrame | None = None,
    before: ImageParams = _AS_FILES_SAY,
    tasks: Iterable[str] = (),
) -> tuple[ImageParams, list[Notice]]:
    """How these samples are read: as chosen, now or ``before``, and where nothing is, as their masks ask for.

    Args:
        samples: The samples.
        image_range: What was chosen for pictures of more than 8 bits.
        mask_values: What was chosen for the values of masks; by folder, where it is chosen for each.
        mask_frame: What was chosen for how masks lie.
        before: What was chosen before.
        tasks: What will be done with them: a reference that none of these reads as a mask is not asked about.

    Returns:
        The parameters, for all samples alike, and what must be said of them.

    Raises:
        ArgumentError: a choice has no meaning, or is made for a folder in which none of their masks lies.
    """
    truths = [TASKS.get(task).truth_type for task in dict.fromkeys(tasks) if task in TASKS]
    common, of_folders = by_folder(mask_values)
    readings = {**before.mask_readings, **of_folders}
    survey = survey_images(samples, truths=truths, readings=readings)
    _check_folders(of_folders, survey.masks)
    chosen = msgspec.structs.replace(
        before,
        range=before.range if image_range is None else as_range(image_range, survey.ranges),
        mask_values=as_values(common) or before.mask_values,
        mask_frame=mask_frame or before.mask_frame,
        mask_readings=readings,
    )
    shown = picture_paths(samples)
    if not shown:
        return chosen, []
    _check_names(chosen.mask_values, survey.masks)
    guess = guess_masks(survey.masks)
    params = guess.applied(chosen)
    folder = shown[0].parent
    notices = [*_mask_words(guess, survey.masks, chosen, params)]
    notices += _range_words(folder, survey.ranges, image_range, chosen.range)
    return params, [Notice(folder, survey.trouble), *notices] if survey.trouble else notices


def as_range(image_range: Range, survey: RangeSurvey) -> ImageRange | None:
    """A range, from whatever a caller names it by.

    Raises:
        ArgumentError: it has no meaning.
    """
    if isinstance(image_range, str):
        return chosen_range(image_range, survey)
    return ImageRange(*image_range) if isinstance(image_range, tuple) else image_range


def by_folder(values: Values | ValuesByFolder) -> tuple[Values, dict[str, MaskValues]]:
    """What holds for all masks, and what for those in folders, each by its absolute path.

    Raises:
        ArgumentError: there is no such folder, or what is said of it has no meaning.
    """
    if not isinstance(values, Mapping) or not any(isinstance(key, str | os.PathLike) for key in values):
        return cast("Values", values), {}
    readings: dict[str, MaskValues] = {}
    for key, chosen in cast("ValuesByFolder", values).items():
        folder = Path(key).absolute()
        if not is_folder(folder):
            raise ArgumentError(f"There is no folder {key} whose masks could be read.", "Give the folder of the masks.")
        known = as_values(chosen)
        if known is not None:
            readings[str(folder)] = known
    return None, readings


def as_values(values: Values) -> MaskValues | None:
    """What values mean, from whatever a caller names it by.

    Raises:
        ArgumentError: it has no meaning.
    """
    if isinstance(values, str):
        if values not in SCHEMES:
            raise ArgumentError(f"'{values}' says nothing of the values of masks.", f"Write {' or '.join(SCHEMES)}.")
        return SCHEMES[values]
    return chosen_values(values) if isinstance(values, Mapping) else values


def _check_folders(chosen: Mapping[str, MaskValues], survey: MaskSurvey) -> None:
    """A reading that is chosen for a folder must be of some mask, else it would be without effect."""
    places = [Path(place) for place in survey.places]
    for folder in chosen:
        if not any(place.is_relative_to(folder) for place in places):
            listed = ", ".join(map(str, places[:_FOLDERS])) + (", …" if len(places) > _FOLDERS else "")
            where = f"Name a folder that holds masks, or one above it: {listed}."
            hint = where if places else "No masks are read at all."
            raise ArgumentError(f"None of the masks that are read lies in {folder}.", hint)


def _check_names(values: MaskValues | None, survey: MaskSurvey) -> None:
    """A class that is named must be known to one of the class files, where all masks have one."""
    files = [group.classes for group in survey.groups if group.classes is not None]
    if values is None or not files or len(files) < len(survey.groups):
        return
    for name in values.classes:
        if all(class_index(file.labels, name) is None for file in files):
            known = ", ".join(files[0].labels.names[:_LISTED])
            raise ArgumentError(f"No class file of the masks has a class '{name}'.", f"Classes: {known}.")


def _mask_words(guess: MaskGuess, survey: MaskSurvey, chosen: ImageParams, params: ImageParams) -> list[Notice]:
    path = Path(survey.folder)
    notices: list[Notice] = []
    doubts = guess.unanswered_doubts(chosen)
    of_values = [doubt for doubt in doubts if doubt is not MaskDoubt.FRAME]
    if of_values or (chosen.mask_values is None and guess.values is not None):
        held = held_in_words(survey)
        words = f"The masks hold {held}; they were read so: {(params.mask_values or MaskValues()).in_words}."
        doubtful = " It is not certain: " + "; ".join(doubt.value for doubt in of_values) + "." if of_values else ""
        hint = how_to_settle(guess, survey)
        notices.append(Doubt(path, words + doubtful, hint) if of_values else Notice(path, words))
    if MaskDoubt.FRAME in doubts:
        frame = params.mask_frame or "shown"
        words = f"{survey.ambiguous} {MaskDoubt.FRAME.value}; they were taken to lie as {frame}."
        notices.append(Doubt(path, words, FRAME_HINT))
    return notices


def _range_words(folder: Path, survey: RangeSurvey, asked: Range, chosen: ImageRange | None) -> list[Notice]:
    if isinstance(asked, str) and "%" in asked and chosen is not None:
        return [Notice(folder, f"Grey values from {chosen} become 0 to 255 in all pictures: {asked} of all values.")]
    if asked is not None or chosen is not None:
        return []
    suggested = survey.suggested
    return [] if suggested is None else [Notice(folder, *_doubtful_range(survey, suggested))]


def _doubtful_range(survey: RangeSurvey, suggested: ImageRange) -> tuple[str, str]:
    kind = survey.types[0]
    many = "picture has" if survey.n == 1 else "pictures have"
    words = (
        f"{survey.n} {many} {kind.name} grey values from {survey.low:.9g} to {survey.high:.9g}; all are read in the "
        f"full range, {kind.full}. It is not certain that this is meant."
    )
    option = f"{suggested.low:.9g},{suggested.high:.9g}"
    return words, f"Settle it with --image-range {option} or --image-range full (in Python: image_range=)."
