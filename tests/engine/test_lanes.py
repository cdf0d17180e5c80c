"""Lanes that work: results, order, batches, progress, cost, commands."""

import os
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest

from granview.core.errors import ArgumentError, LaneError, SessionError
from granview.core.events import CostMeasured, LaneProgress, LaneReady, LaneState, ResultArrived, SampleFailed
from granview.core.messages import Result
from granview.core.prediction import unpack_prediction
from granview.core.resources import resource_path
from granview.core.run_params import RunParams
from granview.core.sample import Reference, Sample
from granview.engine.engine import Engine
from granview.engine.limits import WorkerOptions
from granview.io.hashing import sha256_file
from tests.engine.conftest import NewEngine
from tests.helpers.checkerboard import CYAN, FACTS, FLOPS, GREEN, GREY, WHITE, YELLOW
from tests.helpers.engine import SPAWN, Witness, lane, picture

PARAMS = RunParams()


def results(witness: Witness, name: str, count: int) -> list[Result]:
    """So many results of a lane, all of which succeeded."""
    answers = witness.wait_for_answers(name, count)
    assert all(isinstance(answer, ResultArrived) for answer in answers), answers
    return [answer.result for answer in answers if isinstance(answer, ResultArrived)]


def test_a_result_holds_prediction_hashes_times_and_cost(engine: Engine, witness: Witness, tmp_path: Path) -> None:
    sample = picture(tmp_path, "a")
    engine.open_lane(lane("one"))
    (request_id,) = engine.submit("one", [sample], PARAMS)
    (result,) = results(witness, "one", 1)
    assert result.request_id == request_id
    assert np.array_equal(unpack_prediction(result.prediction).labels, np.indices((6, 8)).sum(0) % 2)
    assert result.sample.sha256 == sha256_file(Path(sample.path))
    assert result.sample.size_bytes == Path(sample.path).stat().st_size
    timing = result.timing
    parts = (timing.decode_ms, timing.preprocess_ms, timing.forward_ms, timing.postprocess_ms)
    assert all(part is not None and part > 0 for part in parts)
    assert timing.score_ms is None
    assert result.cost.flops == FLOPS
    assert result.cost.flops_input == "1x6x8x3"
    assert result.cost.peak_rss_mb is not None
    assert 10 < result.cost.peak_rss_mb < 1000
    assert result.cost.peak_cuda_mb is None
    assert result.cost.energy_j is None
    assert LaneReady("one", FACTS) in witness.events
    assert CostMeasured("one", result.cost) in witness.events


def test_results_come_in_the_order_of_requests_whatever_the_sizes(
    engine: Engine, witness: Witness, tmp_path: Path
) -> None:
    sizes = [(8, 6), (8, 6), (10, 4), (8, 6), (10, 4), (10, 4), (8, 6)]
    samples = [picture(tmp_path, f"s{i}", size=size) for i, size in enumerate(sizes)]
    engine.open_lane(lane("one", batch_size=3))
    ids = engine.submit("one", samples, PARAMS)
    found = results(witness, "one", len(samples))
    assert tuple(result.request_id for result in found) == ids
    assert [result.timing.batch_size for result in found] == [2, 2, 1, 1, 2, 2, 1]


def test_requests_with_other_parameters_share_no_batch(engine: Engine, witness: Witness, tmp_path: Path) -> None:
    engine.open_lane(lane("one", batch_size=4))
    engine.submit("one", [picture(tmp_path, "a")], PARAMS)
    engine.submit("one", [picture(tmp_path, "b")], RunParams(confidence=True))
    assert [result.timing.batch_size for result in results(witness, "one", 2)] == [1, 1]


@pytest.mark.slow
def test_batches_change_no_result(new_engine: NewEngine, witness: Witness) -> None:
    scenes = [resource_path("gallery", "scenes", f"road-{number}.png") for number in ("01", "02", "04", "05")]
    samples = [Sample(path.stem, str(path)) for path in scenes]
    engine = new_engine(workers=WorkerOptions())
    for name, batch_size in (("single", 1), ("batched", 4)):
        engine.open_lane(lane(name, "zoo:unet-nano", batch_size))
        engine.submit(name, samples, PARAMS)
    single, batched = results(witness, "single", 4), results(witness, "batched", 4)
    assert [result.timing.batch_size for result in batched] == [4] * 4
    for left, right in zip(single, batched, strict=True):
        assert left.sample == right.sample
        assert np.array_equal(unpack_prediction(left.prediction).labels, unpack_prediction(right.prediction).labels)


def test_one_bad_sample_spoils_no_other_of_its_batch(engine: Engine, witness: Witness, tmp_path: Path) -> None:
    colors = [GREY, GREEN, WHITE, YELLOW]
    samples = [picture(tmp_path, f"s{i}", color) for i, color in enumerate(colors)]
    engine.open_lane(lane("one", batch_size=4))
    engine.submit("one", samples, PARAMS)
    answers = {answer_name(answer): answer for answer in witness.wait_for_answers("one", 4)}
    assert "not enough memory" in str(answers["s1"])
    assert "yellow is not liked" in str(answers["s3"])
    for name in ("s0", "s2"):
        answer = answers[name]
        assert isinstance(answer, ResultArrived)
        assert "did not fit into memory, and was run as batches of" in answer.result.notices[0]


def test_a_sample_that_is_given_no_numbers_fails_and_its_batch_is_not_run_again(
    engine: Engine, witness: Witness, tmp_path: Path
) -> None:
    samples = [picture(tmp_path, f"s{i}", color) for i, color in enumerate([GREY, CYAN, WHITE])]
    engine.open_lane(lane("one", batch_size=3))
    engine.submit("one", samples, PARAMS)
    answers = {answer_name(answer): answer for answer in witness.wait_for_answers("one", 3)}
    failed = answers["s1"]
    assert isinstance(failed, SampleFailed)
    assert (failed.lane, failed.failure.error, failed.failure.hint) == ("one", "no numbers", "take another")
    for name in ("s0", "s2"):
        answer = answers[name]
        assert isinstance(answer, ResultArrived)
        assert answer.result.timing.batch_size == 3
        assert answer.result.notices == ()


def test_files_that_cannot_be_read_fail_alone(engine: Engine, witness: Witness, tmp_path: Path) -> None:
    (tmp_path / "b.png").write_bytes(b"no picture")
    missing, broken = Sample("m", str(tmp_path / "m.png")), Sample("b", str(tmp_path / "b.png"))
    engine.open_lane(lane("one", batch_size=2))
    engine.submit("one", [missing, picture(tmp_path, "a"), broken, picture(tmp_path, "c")], PARAMS)
    answers = {answer_name(answer): answer for answer in witness.wait_for_answers("one", 4)}
    assert isinstance(answers["a"], ResultArrived)
    assert isinstance(answers["c"], ResultArrived)
    for name in "mb":
        answer = answers[name]
        assert isinstance(answer, SampleFailed)
        assert f"{name}.png" in answer.failure.error


def answer_name(answer: ResultArrived | SampleFailed) -> str:
    """The sample that an answer is about."""
    return (answer.result if isinstance(answer, ResultArrived) else answer.failure).sample.name


def test_a_reference_is_scored_and_one_that_cannot_be_read_is_said(
    engine: Engine, witness: Witness, tmp_path: Path
) -> None:
    good, bad = picture(tmp_path, "good"), picture(tmp_path, "bad")
    (tmp_path / "classes.txt").write_text("black\nwhite\n", encoding="utf-8")
    mask = Path(picture(tmp_path, "mask", (1, 1, 1)).path)
    samples = [
        Sample("good", good.path, reference=Reference(str(mask))),
        Sample("bad", bad.path, reference=Reference(str(tmp_path / "none.png"))),
    ]
    engine.open_lane(lane("one"))
    engine.submit("one", samples, PARAMS)
    scored, unscored = results(witness, "one", 2)
    assert scored.statistics
    assert scored.units is not None
    assert scored.timing.score_ms is not None
    assert scored.reference_labels is not None
    assert scored.sample.reference == Reference(str(mask), sha256_file(mask))
    assert not unscored.statistics
    assert unscored.notices[-1].startswith("Not scored: ")


def test_progress_counts_to_the_end_and_starts_again(engine: Engine, witness: Witness, tmp_path: Path) -> None:
    engine.open_lane(lane("one"))
    engine.submit("one", [picture(tmp_path, "a"), picture(tmp_path, "b", YELLOW)], PARAMS)
    witness.wait_for(lambda events: LaneProgress("one", 2, 1, 2) in events)
    witness.wait_until_now("one", LaneState.IDLE)
    engine.submit("one", [picture(tmp_path, "c")], PARAMS)
    witness.wait_for(lambda events: LaneProgress("one", 1, 0, 1) in events)


def test_a_refused_model_fails_its_samples_in_words(engine: Engine, witness: Witness, tmp_path: Path) -> None:
    engine.open_lane(lane("one", "refused"))
    engine.submit("one", [picture(tmp_path, "a"), picture(tmp_path, "b")], PARAMS)
    answers = witness.wait_for_answers("one", 2)
    assert all(isinstance(answer, SampleFailed) and "Nobody likes" in answer.failure.error for answer in answers)
    assert witness.wait_for_state("one", LaneState.FAILED).text == "Nobody likes this model. Take another."
    engine.submit("one", [picture(tmp_path, "c")], PARAMS)
    assert isinstance(witness.wait_for_answers("one", 3)[-1], SampleFailed)


def test_lanes_load_side_by_side(engine: Engine, witness: Witness, tmp_path: Path) -> None:
    gates = [tmp_path / f"gate{i}" for i in range(3)]
    for gate in gates:
        os.mkfifo(gate)
        engine.open_lane(lane(gate.name, f"waits:{gate}"))
    for gate in gates:
        witness.wait_for_state(gate.name, LaneState.LOADING)
    assert not any(isinstance(event, LaneReady) for event in witness.events)
    for gate in gates:
        gate.write_bytes(b"go")
    for gate in gates:
        witness.wait_for_state(gate.name, LaneState.IDLE)


def test_a_closed_lane_is_gone_and_its_name_free(engine: Engine, witness: Witness, tmp_path: Path) -> None:
    engine.open_lane(lane("one"))
    with pytest.raises(ArgumentError, match="already"):
        engine.open_lane(lane("one"))
    engine.close_lane("one")
    engine.close_lane("one")
    for command in (lambda: engine.submit("one", [], PARAMS), lambda: engine.restart_lane("one")):
        with pytest.raises(ArgumentError, match="no lane 'one'"):
            command()
    engine.open_lane(lane("one"))
    engine.submit("one", [picture(tmp_path, "a")], PARAMS)
    results(witness, "one", 1)


def test_an_engine_that_is_shut_down_takes_no_lane(engine: Engine) -> None:
    engine.shutdown()
    with pytest.raises(LaneError):
        engine.open_lane(lane("one"))


class _FullDisk:
    """Commits nothing."""

    def record(self, events: Sequence[object]) -> None:
        raise SessionError("The disk is full.", "Make room.")


def test_results_that_cannot_be_kept_are_failures(witness: Witness, tmp_path: Path) -> None:
    engine = Engine(witness, _FullDisk(), workers=SPAWN)
    engine.open_lane(lane("one"))
    engine.submit("one", [picture(tmp_path, "a")], PARAMS)
    (answer,) = witness.wait_for_answers("one", 1)
    engine.shutdown()
    assert isinstance(answer, SampleFailed)
    assert "The disk is full." in answer.failure.error
