"""Predictions that another program has saved, as a lane: nothing runs, so nothing is timed and no device is taken."""

from collections.abc import Hashable, Sequence
from typing import Any, ClassVar

import msgspec

from granview.core.errors import InputError, NotFinite
from granview.core.lane import LaneSpec, ModelFacts
from granview.core.measurements import Cost
from granview.core.run_params import RunParams
from granview.core.saved_reading import SavedReading
from granview.io.described_sample import DescribedSample
from granview.io.saved.matching import RecordIndex
from granview.io.saved.saved_prediction import SavedReader, SavedRecord
from granview.models.adapter import DEFAULT_PARAMS, NO_WATCHER, Adapter, ModelOutput, Watcher

_NOT_THERE = "Save one under the sample's name, or leave the sample out."
_EMPTY_HINT = " Where the program saves nothing when it detects nothing, add missing=empty."


class SavedAdapter(Adapter[DescribedSample, Any]):
    """Reads each sample's prediction when the sample is prepared.

    Args:
        reader: The predictions.
        spec: The lane.
        facts: What is known of them.
    """

    takes_samples: ClassVar[bool] = True
    is_measured: ClassVar[bool] = False

    def __init__(self, reader: SavedReader, spec: LaneSpec, facts: ModelFacts) -> None:
        self.task = spec.task
        self.facts = facts
        self._reader = reader
        self._reading = SavedReading.of(spec.reading)
        self._index = RecordIndex(reader)
        self._used: dict[SavedRecord, str] = {}

    def batch_key(self, subject: Any) -> Hashable:
        """Samples of any size may be read together."""
        return ""

    def preprocess(
        self, sample_input: Sequence[DescribedSample], params: RunParams = DEFAULT_PARAMS
    ) -> list[ModelOutput]:
        """The saved predictions of samples.

        Raises:
            InputError: one has none, has several, or its own cannot be read.
        """
        return [self._saved_output(described, params) for described in sample_input]

    def forward(self, batch: list[ModelOutput], watcher: Watcher = NO_WATCHER) -> list[ModelOutput]:
        """What was read: nothing is computed."""
        return batch

    def synchronize(self) -> None:
        """Nothing runs beside the caller."""

    def postprocess(
        self, output: list[ModelOutput], subjects: Sequence[Any], params: RunParams
    ) -> list[ModelOutput | NotFinite]:
        """What was read."""
        return [*output]

    def count_flops(self, batch: Any) -> int | None:
        """None: nothing is computed."""
        return None

    def measured_cost(self) -> Cost:
        """Nothing: what the predictions have cost was not measured here."""
        return Cost()

    def _saved_output(self, described: DescribedSample, params: RunParams) -> ModelOutput:
        record = self._index.match(described)
        if record is None:
            return self._of_missing(described)
        read = self._reader.read(record, described, params)
        labels = self._reader.labels
        if not set(self._reader.notices) <= set(self.facts.notices):
            self.facts = msgspec.structs.replace(self.facts, notices=self._lane_notices())
        notices = (*read.notices, *self._shared(record, described))
        return ModelOutput(read.prediction, notices, labels=labels if len(labels) else None)

    def _lane_notices(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys((*self.facts.notices, *self._reader.notices)))

    def _of_missing(self, described: DescribedSample) -> ModelOutput:
        empty = self._reader.empty(described)
        name = described.sample.filename
        if empty is None or not self._reading.missing_is_empty:
            hint = _NOT_THERE + (_EMPTY_HINT if empty is not None else "")
            raise InputError(f"There is no saved prediction for {name}.", hint)
        labels = self._reader.labels
        words = f"Nothing is saved for {name}, which is taken to mean that nothing was detected."
        return ModelOutput(empty, (words,), labels=labels if len(labels) else None)

    def _shared(self, record: SavedRecord, described: DescribedSample) -> tuple[str, ...]:
        """A notice where the same prediction was read for another sample before."""
        name = described.sample.name
        first = self._used.setdefault(record, name)
        return () if first == name else (f"{record.title} was read for the sample {first} too: both go by this name.",)


def saved_facts(reader: SavedReader, title: str, sha256: str, notices: Sequence[str]) -> ModelFacts:
    """The facts of a lane that runs no model.

    Args:
        reader: The predictions.
        title: What the files are.
        sha256: The digest of their listing.
        notices: What was understood.
    """
    return ModelFacts(
        labels=reader.labels,
        architecture=f"saved {title}",
        params=None,
        weights_mb=None,
        weights_sha256=sha256,
        device="",
        device_name="",
        load_s=None,
        notices=tuple(dict.fromkeys((*notices, *reader.notices))),
    )
