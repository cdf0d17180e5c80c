from pathlib import Path

from granview.core.sample import Sample
from granview.io.mask_guess import guess_masks
from granview.io.mask_survey import MaskSurvey, survey_masks
from granview.io.mask_words import held_in_words, how_to_settle
from granview.io.sample_search import find_samples
from tests.helpers.data_sets import write_images_and_masks


def _survey(folder: Path, *values: int) -> MaskSurvey:
    write_images_and_masks(folder, 1, values)
    return survey_masks([event for event in find_samples([folder]) if isinstance(event, Sample)])


def test_what_was_guessed_can_be_settled_as_it_is(tmp_path: Path) -> None:
    survey = _survey(tmp_path, 0, 254)
    words = "Settle it with --mask-values 0=background 254=foreground (in Python: mask_values=)."
    assert how_to_settle(guess_masks(survey), survey) == words


def test_values_that_are_no_indices_need_a_name_each(tmp_path: Path) -> None:
    survey = _survey(tmp_path, 0, 50, 100, 200, 254)
    assert held_in_words(survey) == "0, 50, 100, 200, 254"
    words = how_to_settle(guess_masks(survey), survey)
    assert "--mask-values 0=background 50=CLASS 100=CLASS 200=CLASS 254=CLASS, void for none" in words
    assert "--mask-values index" in words


def test_of_many_values_the_first_are_listed(tmp_path: Path) -> None:
    survey = _survey(tmp_path, *range(20))
    assert held_in_words(survey) == "0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11 and 8 more"
