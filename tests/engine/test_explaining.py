"""Real lanes explain themselves beside what they run, and their timings do not notice."""

import queue
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from granview.core.explain_query import ExplainQuery, PointPlace
from granview.core.lane import LaneSpec
from granview.core.messages import Explained, NotExplained
from granview.core.run_params import RunParams
from granview.core.sample import Sample
from granview.engine.explain_requests import ExplainReply
from granview.engine.limits import WorkerOptions
from tests.engine.conftest import NewEngine
from tests.helpers.engine import Witness

DEADLINE_S = 100.0


@pytest.fixture
def sample(tmp_path: Path) -> Sample:
    noise = np.random.default_rng(0).integers(0, 255, (96, 128, 3), dtype=np.uint8)
    Image.fromarray(noise).save(tmp_path / "noise.png")
    return Sample("noise", str(tmp_path / "noise.png"))


@pytest.fixture
def answers() -> "queue.SimpleQueue[ExplainReply]":
    return queue.SimpleQueue()


def ask(answers: "queue.SimpleQueue[ExplainReply]") -> ExplainReply:
    return answers.get(timeout=DEADLINE_S)


@pytest.mark.slow
def test_a_lane_says_what_can_be_asked_and_answers(
    new_engine: NewEngine, witness: Witness, sample: Sample, answers: "queue.SimpleQueue[ExplainReply]"
) -> None:
    engine = new_engine(workers=WorkerOptions())
    engine.open_lane(LaneSpec("a", "zoo:segformer-nano", device="cpu"))
    engine.submit("a", [sample], RunParams())
    engine.explain("a", sample, None, answers.put)
    facts = ask(answers)
    assert isinstance(facts, Explained)
    assert facts.explanation is None
    assert {"attention", "rollout"} <= {method.name for method in facts.facts.methods if method.offered}
    engine.explain("a", sample, ExplainQuery("attention", PointPlace(64, 48)), answers.put)
    answer = ask(answers)
    assert isinstance(answer, Explained)
    assert answer.explanation is not None
    weights = answer.explanation.unpacked().weights.values
    assert weights.sum() == pytest.approx(1, abs=1e-4)
    (result,) = witness.wait_for_answers("a", 1)
    assert result.result.sample.name == "noise"  # type: ignore[union-attr]


@pytest.mark.slow
def test_what_cannot_be_explained_is_answered_in_words(
    new_engine: NewEngine, sample: Sample, answers: "queue.SimpleQueue[ExplainReply]"
) -> None:
    engine = new_engine(workers=WorkerOptions())
    engine.open_lane(LaneSpec("a", "zoo:unet-nano", device="cpu"))
    engine.explain("a", sample, ExplainQuery("attention", PointPlace(1, 1)), answers.put)
    answer = ask(answers)
    assert isinstance(answer, NotExplained)
    assert "no attention" in answer.error
    engine.explain("a", Sample("gone", "/nowhere/gone.png"), None, answers.put)
    gone = ask(answers)
    assert isinstance(gone, NotExplained)


def test_a_lane_that_is_closed_answers_that_it_is(
    new_engine: NewEngine, sample: Sample, answers: "queue.SimpleQueue[ExplainReply]"
) -> None:
    engine = new_engine(workers=WorkerOptions())
    engine.open_lane(LaneSpec("a", "zoo:unet-nano", device="cpu"))
    engine.explain("a", sample, None, answers.put)
    engine.close_lane("a")
    answer = ask(answers)
    assert isinstance(answer, NotExplained)
    assert answer.error == "The lane was closed."
