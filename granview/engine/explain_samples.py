"""Asking lanes about many samples, and waiting for it: what the command line and the Python API do."""

import queue
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from granview.core.explain_query import ExplainQuery
from granview.core.image_params import ImageRange
from granview.core.lane import LaneSpec
from granview.core.sample import Sample
from granview.engine.engine import Engine
from granview.engine.explain_requests import ExplainReply
from granview.engine.run import samples_for

_SLICE_S: Final = 0.2
"""A wait without a limit cannot be interrupted by Ctrl-C on every system."""

GeneratedTextOf = Callable[[str, str], str | None]
"""What a lane wrote about a sample, by their names; None where it wrote nothing."""

QueriesFor = Callable[[Sample], Sequence[ExplainQuery]]


@dataclass(frozen=True)
class LaneReply:
    """A question to one lane about one sample, and its answer."""

    lane: str
    sample: Sample
    query: ExplainQuery
    reply: ExplainReply


def _nothing(sample: str, lane: str) -> None:
    """For lanes that do not write."""


def explain_samples(
    engine: Engine,
    lanes: Sequence[LaneSpec],
    samples: Sequence[Sample],
    queries_for: QueriesFor,
    on_reply: Callable[[LaneReply], None],
    generated_text_of: GeneratedTextOf = _nothing,
    image_range: ImageRange | None = None,
) -> None:
    """Ask every lane every query about every sample of its kind; the lanes answer side by side.

    Args:
        engine: Runs the lanes, which are open.
        lanes: Whom to ask.
        samples: What about.
        queries_for: The queries about a sample.
        on_reply: Told each answer as it comes, on the caller's thread.
        generated_text_of: What lanes that write have written.
        image_range: The range of brightness in which pictures are read, as when the lanes ran.
    """
    arrived: queue.SimpleQueue[LaneReply] = queue.SimpleQueue()
    expected = 0
    for sample in samples:
        queries = queries_for(sample)
        for lane in (lane for lane in lanes if samples_for(lane, [sample])):
            text = generated_text_of(sample.name, lane.name) if queries else None
            for query in queries:
                post = _posting(arrived, lane.name, sample, query)
                engine.explain(lane.name, sample, query, post, text, image_range)
                expected += 1
    for _ in range(expected):
        on_reply(_next(arrived))


def _posting(
    arrived: "queue.SimpleQueue[LaneReply]", lane: str, sample: Sample, query: ExplainQuery
) -> Callable[[ExplainReply], None]:
    def post(reply: ExplainReply) -> None:
        arrived.put(LaneReply(lane, sample, query, reply))

    return post


def _next(arrived: "queue.SimpleQueue[LaneReply]") -> LaneReply:
    while True:
        try:
            return arrived.get(timeout=_SLICE_S)
        except queue.Empty:
            continue
