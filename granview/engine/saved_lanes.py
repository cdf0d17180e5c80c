"""What must be said of saved lanes before they run: which samples have no prediction, which files match no sample."""

from collections.abc import Iterable, Iterator, Sequence

from granview.core.errors import GranViewError
from granview.core.lane import LaneSpec
from granview.core.sample import Sample
from granview.core.saved_reading import SavedReading
from granview.core.saved_source import saved_path
from granview.engine.run import samples_for
from granview.io.saved.survey import SavedSurvey, survey_saved
from granview.io.search_events import Notice


def survey_lane(lane: LaneSpec, samples: Sequence[Sample]) -> SavedSurvey | None:
    """How a saved lane fits the samples of a comparison; None for other lanes, and where the lane itself will fail."""
    path = saved_path(lane.model)
    if path is None:
        return None
    try:
        return survey_saved(path, samples_for(lane, samples), lane.task, SavedReading.of(lane.reading))
    except GranViewError:
        return None


def saved_notices(lanes: Iterable[LaneSpec], samples: Sequence[Sample]) -> Iterator[Notice]:
    """A notice for each saved lane that does not fit all samples."""
    for lane in lanes:
        survey = survey_lane(lane, samples)
        words = () if survey is None else (survey.in_words, *survey.ambiguous)
        if survey is not None and any(words):
            yield Notice(survey.path, " ".join(filter(None, words)))
