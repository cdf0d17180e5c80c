"""What the engine and a lane's worker say to each other, and what the engine tells its listeners.

Every message is a frozen struct that msgspec writes as MessagePack; nothing that a worker sends is unpickled.
Times are in milliseconds of a monotonic clock unless the name says otherwise.
"""

from typing import Final

import msgspec

from granview.core.arrays import PackedArray
from granview.core.explain_facts import ExplainFacts
from granview.core.explain_query import ExplainQuery
from granview.core.explanation import PackedExplanation
from granview.core.image_params import ImageRange
from granview.core.labels import ClassMap, LabelSet
from granview.core.lane import ModelFacts
from granview.core.measurements import Cost, Timing
from granview.core.prediction import PackedPrediction
from granview.core.run_params import RunParams
from granview.core.sample import Sample
from granview.core.unit import PackedUnits

NOT_SCORED: Final = "Not scored: "
"""How a notice begins that says why a sample's reference was refused."""


class Request(msgspec.Struct, frozen=True, tag="request"):
    """Engine to worker: run this sample. ``id`` grows with each request of the engine; later ones win."""

    id: int
    sample: Sample
    params: RunParams = RunParams()


class Cancel(msgspec.Struct, frozen=True, tag="cancel"):
    """Engine to worker: forget every request with an id of at most ``up_to``."""

    up_to: int


class Explain(msgspec.Struct, frozen=True, tag="explain"):
    """Engine to worker: explain what the model makes of a sample, in a pass of its own.

    Attributes:
        id: Grows with the requests of the engine.
        sample: The sample.
        query: What is asked; None asks only what could be.
        written: The text that the model wrote about it, for models that write.
        image_range: The range of brightness in which a picture is read, as in its ``Request``.
    """

    id: int
    sample: Sample
    query: ExplainQuery | None = None
    written: str | None = None
    image_range: ImageRange | None = None


class CancelExplain(msgspec.Struct, frozen=True, tag="cancel-explain"):
    """Engine to worker: forget every question with an id of at most ``up_to``."""

    up_to: int


class Grant(msgspec.Struct, frozen=True, tag="grant"):
    """Engine to worker: the device is yours until you say ``Release``."""


class Shutdown(msgspec.Struct, frozen=True, tag="shutdown"):
    """Engine to worker: end."""


ToWorker = Request | Cancel | Explain | CancelExplain | Grant | Shutdown


class Want(msgspec.Struct, frozen=True, tag="want"):
    """Worker to engine: ready for a forward pass, waiting for the device.

    Attributes:
        for_explanation: Whether the pass is for a question about a sample.
    """

    for_explanation: bool = False


class Release(msgspec.Struct, frozen=True, tag="release"):
    """Worker to engine: the device is free again."""


class Started(msgspec.Struct, frozen=True, tag="started"):
    """Worker to engine: these requests are being worked on from now."""

    request_ids: tuple[int, ...]


class Partial(msgspec.Struct, frozen=True, tag="partial"):
    """Worker to engine: what has been written so far of an answer that is being generated; the whole text each time."""

    request_id: int
    sample: str
    text: str


class Advanced(msgspec.Struct, frozen=True, tag="advanced"):
    """Worker to engine: how far a pass is that takes long, in words, and 0 to 1."""

    what: str
    fraction: float


class Loading(msgspec.Struct, frozen=True, tag="loading"):
    """Worker to engine: what loading is doing now, and how far it is (0 to 1, None when it cannot be known)."""

    what: str
    fraction: float | None = None


class Ready(msgspec.Struct, frozen=True, tag="ready"):
    """Worker to engine: the model is loaded and warmed up."""

    facts: ModelFacts


class Refused(msgspec.Struct, frozen=True, tag="refused"):
    """Worker to engine: the model cannot be loaded. The worker ends after this."""

    error: str
    hint: str = ""


class Result(msgspec.Struct, frozen=True, tag="result"):
    """Worker to engine: a sample's prediction, scores and times.

    Attributes:
        request_id: The request that this answers.
        sample: The sample, with the hashes of the files that were read.
        prediction: What the model said.
        timing: What it took.
        statistics: Additive statistics against the reference, in the task's names; empty without a reference.
        units: Unit rows against the reference; None without a reference.
        reference_labels: The label set in which the statistics are counted; None without a reference.
        class_map: How the model's classes were matched to the reference's.
        notices: Sentences that the user must see beside this sample.
        cost: The lane's cost after this sample.
        turn: In which of its turns on the device the process ran the sample, from 1; 0 where that is not known.
    """

    request_id: int
    sample: Sample
    prediction: PackedPrediction
    timing: Timing
    statistics: dict[str, PackedArray] = {}
    units: PackedUnits | None = None
    reference_labels: LabelSet | None = None
    class_map: ClassMap | None = None
    notices: tuple[str, ...] = ()
    cost: Cost = Cost()
    turn: int = 0


class Failure(msgspec.Struct, frozen=True, tag="failure"):
    """Worker to engine: a sample that could not be run, in words."""

    request_id: int
    sample: Sample
    error: str
    hint: str = ""


class Explained(msgspec.Struct, frozen=True, tag="explained"):
    """Worker to engine: the answer to a question.

    Attributes:
        request_id: The question.
        facts: What can be asked about the sample.
        explanation: The answer; None where only the facts were asked for.
    """

    request_id: int
    facts: ExplainFacts
    explanation: PackedExplanation | None = None


class NotExplained(msgspec.Struct, frozen=True, tag="not-explained"):
    """Worker to engine: a question that cannot be answered, in words.

    Attributes:
        request_id: The question.
        error: Why it cannot be answered.
        hint: What to do about it.
        facts: What can be asked about the sample instead; None where not even that is known.
    """

    request_id: int
    error: str
    hint: str = ""
    facts: ExplainFacts | None = None


class Log(msgspec.Struct, frozen=True, tag="log"):
    """Worker to engine: a line for the log panel. ``level`` is ``info``, ``warning`` or ``error``."""

    level: str
    text: str


FromWorker = (
    Want
    | Release
    | Started
    | Partial
    | Advanced
    | Loading
    | Ready
    | Refused
    | Result
    | Failure
    | Explained
    | NotExplained
    | Log
)

_to_worker: msgspec.msgpack.Decoder[ToWorker] = msgspec.msgpack.Decoder(ToWorker)
_from_worker: msgspec.msgpack.Decoder[FromWorker] = msgspec.msgpack.Decoder(FromWorker)
_encoder = msgspec.msgpack.Encoder()


def encode(message: ToWorker | FromWorker) -> bytes:
    """A message as bytes."""
    return _encoder.encode(message)


def decode_to_worker(data: bytes) -> ToWorker:
    """The message that the engine sent; raises ``msgspec.DecodeError`` on anything else."""
    return _to_worker.decode(data)


def decode_from_worker(data: bytes) -> FromWorker:
    """The message that a worker sent; raises ``msgspec.DecodeError`` on anything else."""
    return _from_worker.decode(data)
