"""What a session hands out: results without their pixels, lanes with what is known of them, and runs."""

from typing import Any, Literal

import msgspec
from numpy.typing import NDArray

from granview.core.arrays import PackedArray
from granview.core.explain_query import ExplainQuery
from granview.core.explanation import Explanation, PackedExplanation
from granview.core.labels import ClassMap, LabelSet
from granview.core.lane import LaneSpec, ModelFacts
from granview.core.measurements import Cost, Timing
from granview.core.run_params import RunParams
from granview.core.unit import unpack_statistics
from granview.store.cell_decoding import Damaged, from_blob, unpacked
from granview.store.damage_log import DamageLog
from granview.tasks.base import Task, is_measurable

Status = Literal["ok", "failed"]
_statistics: msgspec.msgpack.Decoder[dict[str, PackedArray]] = msgspec.msgpack.Decoder(dict[str, PackedArray])


class ResultRow(msgspec.Struct, frozen=True, gc=False):
    """What one lane said about one sample, but for its pixels and units.

    Attributes:
        sample: The sample's name.
        lane: The lane's name.
        status: ``ok`` or ``failed``.
        run_id: The run that it belongs to.
        request_id: The request that it answers; grows within a run.
        error: What happened, when it failed.
        hint: What to do about it.
        notices: Sentences that the user must see beside this sample.
        timing: What it took; None when it failed.
        reference_labels: The reference's label set; None when it was not scored.
        class_map: How the model's classes were matched to the reference's; None when it was not scored.
        packed_statistics: The statistics as they lie in the file; None when it was not scored.
        damage_log: Where statistics that cannot be unpacked are noted; None for a row that comes from no file.
    """

    sample: str
    lane: str
    status: Status
    run_id: int
    request_id: int
    error: str = ""
    hint: str = ""
    notices: tuple[str, ...] = ()
    timing: Timing | None = None
    reference_labels: LabelSet | None = None
    class_map: ClassMap | None = None
    packed_statistics: bytes | None = None
    damage_log: DamageLog | None = None

    @property
    def scored(self) -> bool:
        """Whether there was a reference to score it against, even if no class of it could be compared."""
        return self.packed_statistics is not None

    @property
    def statistics(self) -> dict[str, PackedArray]:
        """The additive statistics, still packed; empty when it was not scored, or nothing could be compared.

        Raises:
            SessionError: they are damaged.
        """
        if self.packed_statistics is None:
            return {}
        return from_blob(self.packed_statistics, _statistics, f"The score of {self.lane} for {self.sample}")

    def unpacked_statistics(self, task: Task | None = None) -> dict[str, NDArray[Any]]:
        """The additive statistics as read-only arrays; empty when it was not scored, or nothing could be compared.

        Those that are damaged are empty too, and noted in the log; so are those of which ``task`` can make no metrics.

        Raises:
            SessionError: they are damaged, and there is no log.
        """
        what = f"the score of {self.lane} for {self.sample}"
        try:
            found = unpacked(self.statistics, unpack_statistics, what)
            if found and task is not None and not is_measurable(task, found):
                raise Damaged(what, "its parts are not those of its task")
            return found
        except Damaged:
            if self.damage_log is None:
                raise
            self.damage_log.note(what)
            return {}


class LaneRecord(msgspec.Struct, frozen=True):
    """A lane, and what is known of it.

    Attributes:
        spec: The lane as it was asked for.
        facts: What its worker found out on loading; None while it has never been loaded.
        cost: What it has cost; None while nothing was measured.
    """

    spec: LaneSpec
    facts: ModelFacts | None = None
    cost: Cost | None = None

    @property
    def name(self) -> str:
        """The lane's name."""
        return self.spec.name


class ExplanationRow(msgspec.Struct, frozen=True):
    """What a lane answered to a question about a sample.

    Attributes:
        sample: The sample's name.
        lane: The lane's name.
        query: What was asked.
        packed: The answer, still packed.
    """

    sample: str
    lane: str
    query: ExplainQuery
    packed: PackedExplanation

    @property
    def explanation(self) -> Explanation:
        """The answer; its arrays are read-only."""
        return self.packed.unpacked()


class RunRecord(msgspec.Struct, frozen=True):
    """What was asked for at one time, and what it ran with.

    Attributes:
        id: Grows with each run of the session.
        started_at: ISO 8601, UTC.
        params: What was asked for.
        seeds: Every seed that its numbers depend on, by what it seeds.
        environment: Versions of the program, Python, the platform and the libraries, by name.
    """

    id: int
    started_at: str
    params: RunParams
    seeds: dict[str, int]
    environment: dict[str, str]
