"""Files that are dropped and look like what another program has predicted: the person says what they are."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QWidget

from granview.core.errors import GranViewError
from granview.core.lane import LaneSpec, lane_name
from granview.core.sample import Sample
from granview.core.saved_source import saved_source
from granview.core.variant import Variant
from granview.gui.services import Services

if TYPE_CHECKING:
    from granview.io.saved.survey import SavedSurvey

_LEAST_SHARE: Final = 0.5
_MOST_SAMPLES: Final = 5000


class SavedGate:
    """Lets what is dropped be added as inputs, unless it may be predictions for the samples that there are.

    Args:
        services: The open comparison, and threads that look at the files.
        window: Where the question is asked.
    """

    def __init__(self, services: Services, window: QWidget) -> None:
        self._services = services
        self._window = window

    def let(
        self,
        paths: Sequence[Path],
        as_inputs: Callable[[], None],
        as_references: Callable[[], None],
        otherwise: Callable[[], None] | None = None,
    ) -> None:
        """Add files as inputs now, or as what the person says that they are.

        Args:
            paths: What was dropped.
            as_inputs: Adds them as inputs.
            as_references: Adds them as references.
            otherwise: What is done where they are no predictions; None: they are inputs.
        """
        samples = self._services.model.samples.all()
        no_predictions = otherwise or as_inputs
        if len(paths) != 1 or not samples:
            no_predictions()
            return
        path = paths[0]
        self._services.jobs.start(
            lambda: fitting_survey(path, samples[:_MOST_SAMPLES]),
            lambda survey: no_predictions() if survey is None else self._ask(survey, as_inputs, as_references),
            lambda error: self._on_failed(error, no_predictions),
        )

    def _on_failed(self, error: GranViewError, as_inputs: Callable[[], None]) -> None:
        """Whether they are predictions could not be found out: that is said."""
        self._services.event_log.write_error(error)
        as_inputs()

    def _ask(self, survey: "SavedSurvey", as_inputs: Callable[[], None], as_references: Callable[[], None]) -> None:
        from granview.gui.dialogs.saved_predictions import SavedPredictionsDialog

        dialog = SavedPredictionsDialog(survey, self._window)
        dialog.lane_chosen.connect(lambda task, reading: self._add(survey, task, reading))
        dialog.references_chosen.connect(as_references)
        dialog.inputs_chosen.connect(as_inputs)
        dialog.open()

    def _add(self, survey: "SavedSurvey", task: str, reading: dict[str, str]) -> None:
        source = saved_source(survey.path.absolute())
        name = lane_name(source, Variant(), self._services.model.lanes.names())
        self._services.runner.add_lanes([LaneSpec(name, source, task=task, reading=reading)])
        if survey.in_words:
            self._services.event_log.write(survey.in_words)


def fitting_survey(path: Path, samples: Sequence[Sample]) -> "SavedSurvey | None":
    """How a folder or file fits the samples as predictions; None where it does not, or holds the samples themselves.

    At least half of the samples, or of what the files hold, must match.
    """
    from granview.io.saved.survey import survey_saved  # the window is shown without

    if any(Path(sample.path).is_relative_to(path) for sample in samples if sample.path):
        return None
    try:
        survey = survey_saved(path, samples)
    except GranViewError:
        return None
    n_records = survey.matched + len(survey.unmatched)
    share = max(survey.matched / len(samples), survey.matched / n_records if n_records else 0.0)
    return survey if survey.matched and share >= _LEAST_SHARE else None
