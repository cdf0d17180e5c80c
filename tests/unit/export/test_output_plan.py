"""What is written under which name: by the type of each prediction, by the kind of each sample."""

from collections.abc import Iterable
from pathlib import Path

import pytest

from granview.core.labels import LabelSet
from granview.core.predictions.label_map import LabelMap
from granview.core.registry import Registry
from granview.core.sample import Sample
from granview.export import output_plan, prediction_export
from granview.export.output_files import write_outputs
from granview.export.output_plan import OutputKind
from granview.export.prediction_export import PredictionExport, Together
from granview.export.predictions.label_map import write_mask
from tests.helpers.scored import scored_session
from tests.helpers.scored_texts import mixed_session

PARTS = [OutputKind.PREDICTIONS]


@pytest.fixture
def exports(monkeypatch: pytest.MonkeyPatch) -> Registry[PredictionExport]:
    """An empty table of what predictions become."""
    empty = Registry[PredictionExport]("granview.export.texts", "export of predictions of the type")
    for module in (output_plan, prediction_export):
        monkeypatch.setattr(module, "PREDICTION_EXPORTS", empty)
    return empty


def test_the_ending_is_that_of_the_type_of_each_prediction(tmp_path: Path) -> None:
    with mixed_session(tmp_path / "a.granview") as session:
        found = write_outputs(session, tmp_path / "out", parts=PARTS)
    assert {path.suffix for path in found.paths} == {".json"}
    with scored_session(tmp_path / "b.granview", samples=1) as session:
        found = write_outputs(session, tmp_path / "other", parts=PARTS)
    assert {path.suffix for path in found.paths} == {".png", ".json"}


def test_an_ending_of_two_parts_is_known_as_the_sessions_own(
    tmp_path: Path, exports: Registry[PredictionExport]
) -> None:
    exports.register(LabelMap.type_name)(PredictionExport(".mask.png", write_mask))
    with scored_session(tmp_path / "a.granview", samples=1) as session:
        for _ in range(2):
            found = write_outputs(session, tmp_path / "out", parts=[*PARTS, OutputKind.SESSION])
            assert found.problems == []
    assert sorted(path.name for path in (tmp_path / "out" / "predictions" / "good").iterdir()) == [
        "classes.json",
        "s0.mask.png",
    ]


def test_a_type_that_becomes_no_file_is_a_problem_in_words_and_the_rest_is_written(
    tmp_path: Path, exports: Registry[PredictionExport]
) -> None:
    assert not exports.all()
    with scored_session(tmp_path / "a.granview", samples=1) as session:
        found = write_outputs(session, tmp_path / "out", parts=[*PARTS, OutputKind.TABLES])
    assert [problem.partition(": ")[0] for problem in found.problems] == ["predictions/good/s0", "predictions/poor/s0"]
    assert all("no export of predictions of the type 'label-map'" in problem for problem in found.problems)
    assert "results.csv" in {path.name for path in found.paths}


def test_a_type_that_the_field_gathers_is_one_file_of_each_lane_too(
    tmp_path: Path, exports: Registry[PredictionExport]
) -> None:
    def list_names(path: Path, said: Iterable[tuple[Sample, LabelMap]], labels: LabelSet) -> None:
        path.write_text(" ".join(sample.name for sample, _ in said))

    export = PredictionExport(".png", write_mask, together=Together("all.txt", list_names))
    exports.register(LabelMap.type_name)(export)
    with scored_session(tmp_path / "a.granview", samples=2) as session:
        for _ in range(2):
            found = write_outputs(session, tmp_path / "out", parts=[*PARTS, OutputKind.SESSION])
            assert found.problems == []
    assert (tmp_path / "out" / "predictions" / "good" / "all.txt").read_text() == "s0 s1"
