"""Predictions that another program has saved: a family for every task, whatever format the files are in."""

from pathlib import Path

from granview.core.errors import UnsupportedModel
from granview.core.lane import LaneSpec
from granview.core.saved_reading import SavedReading
from granview.core.task_trait import TASK_TRAITS
from granview.core.variant import Variant
from granview.io.saved.survey import open_saved
from granview.models.adapter import Progress
from granview.models.device import Placement
from granview.models.family import FAMILIES, Family
from granview.models.loading.source import ResolvedSource
from granview.models.saved_adapter import SavedAdapter, saved_facts


class SavedFamily(Family):
    """Sources of the scheme ``saved``.

    Args:
        task: The task's name.
    """

    def __init__(self, task: str) -> None:
        self.task = task

    def claims(self, resolved: ResolvedSource) -> bool:
        """Whether the source names saved predictions."""
        return resolved.source.scheme == "saved"

    def load(self, resolved: ResolvedSource, spec: LaneSpec, placement: Placement, progress: Progress) -> SavedAdapter:
        """The predictions, of which no more is read than tells their format.

        Raises:
            UnsupportedModel: a variant is asked for.
            ArgumentError: there is no such folder or format.
            InputError: the files are of no format that serves the task.
        """
        if spec.variant != Variant():
            raise UnsupportedModel("Saved predictions have no variant: nothing runs.", "Leave out variant=….")
        reading = SavedReading.of(spec.reading)
        listing, chosen, reader = open_saved(Path(resolved.source.name), reading, spec.task)
        facts = saved_facts(reader, chosen.format.title, listing.sha256, (chosen.recognition.note,))
        return SavedAdapter(reader, spec, facts)


for _task in TASK_TRAITS.all():
    FAMILIES.register(f"saved-{_task}")(SavedFamily(_task))
