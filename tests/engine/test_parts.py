"""Samples of several parts, from a table to what a model is given in its process."""

import json
from pathlib import Path

from granview.core.events import ResultArrived, SampleFailed
from granview.core.run_params import RunParams
from granview.core.sample import Sample
from granview.engine.engine import Engine
from granview.engine.limits import WorkerOptions
from granview.io.sample_search import find_samples
from tests.engine.conftest import NewEngine
from tests.helpers.engine import Witness, lane, picture

PAIRED = WorkerOptions(start_method="spawn", loader="tests.helpers.paired:load_adapter")


def _answers(folder: Path, engine: Engine, witness: Witness) -> dict[str, ResultArrived | SampleFailed]:
    """What a lane answers to a pair with a phrase, and to a picture with a phrase alone."""
    rows = [
        {"image": "grey.png", "image2": "again.png", "phrase": "the same"},
        {"image": "grey.png", "phrase": "the same"},
    ]
    for name in ("grey", "again"):
        picture(folder, name)
    (folder / "rows.jsonl").write_text("\n".join(map(json.dumps, rows)))
    samples = [found for found in find_samples([folder / "rows.jsonl"]) if isinstance(found, Sample)]
    engine.open_lane(lane("lane"))
    engine.submit("lane", samples, RunParams())
    answers = witness.wait_for_answers("lane", 2)
    return {
        (answer.result if isinstance(answer, ResultArrived) else answer.failure).sample.name: answer
        for answer in answers
    }


def test_a_model_that_takes_parts_is_given_them_and_fails_samples_that_lack_one(
    tmp_path: Path, new_engine: NewEngine, witness: Witness
) -> None:
    answers = _answers(tmp_path, new_engine(workers=PAIRED), witness)

    whole, lacking = answers["grey"], answers["grey-2"]
    assert isinstance(whole, ResultArrived)
    assert [part.sha256 is None for part in whole.result.sample.parts] == [False, True]
    assert isinstance(lacking, SampleFailed)
    assert "grey.png has no second, and this model needs it." in lacking.failure.error


def test_a_model_that_takes_none_says_so_beside_each_sample(tmp_path: Path, engine: Engine, witness: Witness) -> None:
    answers = _answers(tmp_path, engine, witness)

    assert [answer.result.notices for answer in answers.values() if isinstance(answer, ResultArrived)] == [
        ("This model takes no second and no phrase, and was not given it.",),
        ("This model takes no phrase, and was not given it.",),
    ]
