import csv
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from granview.core.errors import GranViewError
from granview.core.lane import LaneSpec
from granview.core.sample import Sample
from granview.export.output_files import ExportProgress, write_outputs
from granview.export.output_plan import OutputKind
from granview.export.safe_names import safe_names
from granview.report.lane_agreement import agreements
from granview.report.variant_rows import COLUMNS
from granview.store.session import Session
from tests.helpers.scored import predicted_labels, scored_result, scored_session
from tests.helpers.store import failure, ready
from tests.helpers.variant_lanes import variant_session


def _files(folder: Path) -> list[str]:
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file())


def test_everything_is_written_under_its_name(tmp_path: Path) -> None:
    out = tmp_path / "out"
    seen: list[ExportProgress] = []
    with scored_session(tmp_path / "a.granview", samples=2) as session:
        session.record([failure("poor", session.samples()[1], request_id=99)])
        exported = write_outputs(session, out, seen.append)
    assert exported.problems == []
    assert _files(out) == [
        "comparison/s0.png",
        "comparison/s1.png",
        "cost.csv",
        "differences.csv",
        "grain.csv",
        "predictions/good/classes.json",
        "predictions/good/s0.png",
        "predictions/good/s1.png",
        "predictions/poor/classes.json",
        "predictions/poor/s0.png",
        "results.csv",
        "session.granview",
        "summary.csv",
        "units.csv",
        "verdict.json",
        "verdict.md",
    ]
    assert sorted(str(path.relative_to(out)) for path in exported.paths) == _files(out)
    assert [(step.done, step.total) for step in seen] == [(done, 16) for done in range(17)]
    with Image.open(out / "predictions/poor/s0.png") as mask:
        assert mask.mode == "P"
        np.testing.assert_array_equal(np.asarray(mask), predicted_labels(0, 3))
    with Session.open(out / "session.granview") as copy:
        assert len(copy.results()) == 4


def test_a_table_of_variants_is_written_where_a_lane_is_a_variant_of_another(tmp_path: Path) -> None:
    with variant_session(tmp_path / "a.granview", samples=1) as session:
        write_outputs(session, tmp_path / "out", parts=[OutputKind.TABLES])
    head, *rows = (tmp_path / "out" / "variants.csv").read_text().splitlines()
    assert head == ",".join(COLUMNS)
    assert {row.split(",")[0] for row in rows} == {"net-bf16", "net-channels-last"}


def test_tables_have_the_headers_of_the_design(tmp_path: Path) -> None:
    with scored_session(tmp_path / "a.granview", samples=1) as session:
        write_outputs(session, tmp_path / "out", parts=[OutputKind.TABLES])
    metrics = ",pixel_accuracy,miou,dice,boundary_iou,boundary_f,fine_recall"
    costs = ",params,weights_mb,flops,load_s,forward_ms_p50,forward_ms_p90,throughput_per_s,peak_rss_mb,peak_cuda_mb"
    ran = ",engine,precision_ran,covered,sparsity,stored_mb,prepare_s"
    heads = {path.name: path.read_text().splitlines()[0] for path in (tmp_path / "out").glob("*.csv")}
    assert heads == {
        "differences.csv": "lane,against,metric,lane_value,against_value,difference,low,high,p_value,n,lane_n,"
        "against_n,verdict,p_holm,smallest_detectable,samples_needed,margin,equivalent,p_equivalent,no_worse,"
        "p_no_worse",
        "results.csv": "sample,lane,model,variant,device,status,error,preprocess_ms,forward_ms,postprocess_ms"
        + f"{metrics},void_share,path,record,notices",
        "summary.csv": f"lane,model,variant,device,n,failed{costs},energy_j{ran}{metrics},scored,void_share",
        "cost.csv": "task,lane,family,device,metric,bucket,value,n,cost,cost_value,cost_unit,on_front",
        "grain.csv": "task,axis,kind,column,unit,buckets,bucket,low,high,lane,score,score_low,score_high,"
        "score_no_interval,n_units,n_samples,against,difference,difference_low,difference_high,"
        "difference_no_interval",
        "units.csv": "sample,unit,kind,grain,lane,score,class,iou,x,y,w,h,area_px,radius_px,thinness,contrast,"
        "neighbours,border_px",
    }
    with (tmp_path / "out" / "units.csv").open(newline="") as file:
        rows = list(csv.DictReader(file))
    assert {row["lane"] for row in rows} == {"good", "poor"}
    assert {row["score"] for row in rows if row["lane"] == "good" and row["kind"] == "region"} == {"1.0"}


def test_one_missing_picture_is_a_problem_and_the_rest_is_written(tmp_path: Path) -> None:
    with scored_session(tmp_path / "a.granview", samples=2) as session:
        (tmp_path / "pictures" / "s0.png").unlink()
        exported = write_outputs(session, tmp_path / "out")
    assert len(exported.problems) == 1
    assert exported.problems[0].startswith("comparison/s0.png: ")
    assert "comparison/s1.png" in _files(tmp_path / "out")


def test_a_session_written_where_it_is_exported_is_not_copied_over_itself(tmp_path: Path) -> None:
    with scored_session(tmp_path / "session.granview", samples=1) as session:
        exported = write_outputs(session, tmp_path, parts=[OutputKind.SESSION])
        assert (exported.paths, exported.problems) == ([], [])
        assert len(session.results()) == 2


def test_names_from_a_session_never_leave_the_folder(tmp_path: Path) -> None:
    with scored_session(tmp_path / "a.granview", samples=1, lanes=("../../evil",)) as session:
        session.add_samples([Sample("../../s0", session.samples()[0].path)])
        write_outputs(session, tmp_path / "deep" / "out", parts=[OutputKind.PREDICTIONS, OutputKind.COMPARISON])
    written = [path for path in tmp_path.rglob("*.png") if path.parent.name != "pictures"]
    assert len(written) == 3
    assert all(path.is_relative_to(tmp_path / "deep" / "out") for path in written)


def test_safe_names_keep_good_names_and_stay_apart() -> None:
    assert safe_names(["a", "A", "b/c", "b\\c", "名前"]) == {
        "a": "a",
        "A": "A-2",
        "b/c": "b-c",
        "b\\c": "b-c-2",
        "名前": "名前",
    }


def test_safe_names_of_many_that_look_alike_are_found_quickly() -> None:
    """Compared each with all before it, these would take minutes."""
    names = [f"{'x' * 80}{number}" for number in range(20_000)]
    found = safe_names(names)
    assert len({name.casefold() for name in found.values()}) == len(names)


def test_safe_names_are_none_that_windows_keeps_for_devices() -> None:
    assert safe_names(["con", "NUL.txt", "a.", "A"]) == {"con": "_con", "NUL.txt": "_NUL.txt", "a.": "a", "A": "A-2"}


def test_a_folder_that_cannot_be_made_is_said_in_words(tmp_path: Path) -> None:
    (tmp_path / "out").write_text("")
    with scored_session(tmp_path / "a.granview", samples=1) as session, pytest.raises(GranViewError, match="out"):
        write_outputs(session, tmp_path / "out")


def test_a_lane_of_an_unknown_task_is_left_out_with_a_notice_and_costs_the_others_nothing(tmp_path: Path) -> None:
    with scored_session(tmp_path / "a.granview", samples=2) as session:
        session.add_lane(LaneSpec("stranger", "/somewhere", task="juggling"))
        results = [scored_result("stranger", sample, index, 0) for index, sample in enumerate(session.samples())]
        session.record([ready("stranger"), *results])
        exported = write_outputs(session, tmp_path / "out")
        compared = agreements(session)
    assert exported.problems == [
        "The lane 'stranger' is left out: no task 'juggling' is known here. "
        "Install the plug-in or the version of GranView that brings it."
    ]
    written = _files(tmp_path / "out")
    assert {"results.csv", "summary.csv", "units.csv", "comparison/s0.png", "session.granview"} <= set(written)
    assert {"predictions/good/s0.png", "predictions/poor/s1.png"} <= set(written)
    assert not any("stranger" in name for name in written)
    lines = (tmp_path / "out" / "results.csv").read_text(encoding="utf-8").splitlines()
    assert [line.split(",")[1] for line in lines[1:]] == ["good", "poor"] * 2
    assert set(compared.overall) == {("good", "poor")}
