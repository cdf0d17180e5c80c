"""Whether something in plain folders is not certain, so that it is asked about before it is loaded."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final

from granview.core.mask_context import MaskContext
from granview.core.sample import Sample
from granview.io.data_survey import DataSurvey
from granview.io.mask_survey import survey_masks
from granview.io.named_data_set import named_data_set
from granview.io.sample_search import find_samples
from granview.io.search_events import RefusedReference

MOST_WITHOUT_DOUBT: Final = 2000
"""So many samples are looked through for it."""


def has_doubt(paths: Sequence[Path], context: MaskContext, wanted: Callable[[], bool] = lambda: True) -> bool:
    """Whether among the first samples a reference cannot be used, or it is not certain what values of masks mean.

    Args:
        paths: Folders in no known layout.
        context: What is settled about masks.
        wanted: Asked now and then; where it says no, nobody wants to know any more.
    """
    samples: list[Sample] = []
    for event in find_samples(paths):
        if isinstance(event, RefusedReference):
            return True
        if isinstance(event, Sample):
            samples.append(event)
        if len(samples) >= MOST_WITHOUT_DOUBT or not wanted():
            break
    return wanted() and _has_doubtful_masks(paths, samples, context, wanted)


def _has_doubtful_masks(
    paths: Sequence[Path], samples: Sequence[Sample], context: MaskContext, wanted: Callable[[], bool]
) -> bool:
    if context.params.mask_values is not None or not any(sample.references for sample in samples):
        return False
    masks = survey_masks(samples, wanted, readings=context.params.mask_readings)
    survey = DataSurvey(named_data_set(paths, samples), masks=masks, n_classes=context.n_classes)
    return bool(survey.guess.value_doubts)
