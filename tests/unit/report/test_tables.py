from pathlib import Path

import msgspec
import numpy as np
import pytest

from granview.core.events import LaneReady, ResultArrived
from granview.core.labels import LabelSet
from granview.core.lane import LaneSpec, RanAs
from granview.core.sample import Sample
from granview.core.text import TextInput
from granview.report.class_tables import class_rows
from granview.report.results import NOT_RUN, result_columns, result_rows
from granview.report.session_contents import SessionContents
from granview.report.summary import summary_columns, summary_rows
from granview.report.units import unit_columns, unit_frame
from granview.store.session import Session
from granview.tasks.base import TASKS
from tests.helpers.scored import reference_labels, scored_result, scored_session, write_files
from tests.helpers.store import LABELS, facts, failure, new_session

METRICS = ("pixel_accuracy", "miou", "dice", "boundary_iou", "boundary_f", "fine_recall")


def test_columns_are_those_of_the_design(tmp_path: Path) -> None:
    with new_session(tmp_path / "a.granview") as session:
        contents = SessionContents.read(session)
    assert result_columns(contents) == (
        *("sample", "lane", "model", "variant", "device", "status", "error"),
        *("preprocess_ms", "forward_ms", "postprocess_ms"),
        *METRICS,
        *("void_share", "path", "record", "notices"),
    )
    assert summary_columns(contents) == (
        *("lane", "model", "variant", "device", "n", "failed", "params", "weights_mb", "flops", "load_s"),
        *("forward_ms_p50", "forward_ms_p90", "throughput_per_s", "peak_rss_mb", "peak_cuda_mb", "energy_j"),
        *("engine", "precision_ran", "covered", "sparsity", "stored_mb", "prepare_s"),
        *METRICS,
        "scored",
        "void_share",
    )
    assert unit_columns(contents) == (
        *("sample", "unit", "kind", "grain", "lane", "score"),
        *("class", "iou", "x", "y", "w", "h", "area_px"),
        *("radius_px", "thinness", "contrast", "neighbours", "border_px"),
    )


def test_results_have_a_row_per_sample_and_lane(tmp_path: Path) -> None:
    with scored_session(tmp_path / "a.granview") as session:
        session.record([failure("poor", session.samples()[3], request_id=99)])
        session.add_lane(LaneSpec("idle", "zoo:idle", device="cuda:0"))
        rows = result_rows(session)
    assert [(row["sample"], row["lane"]) for row in rows] == [
        (f"s{index}", lane) for index in range(4) for lane in ("good", "poor", "idle")
    ]
    good, poor, idle = rows[0], rows[10], rows[11]
    assert good["miou"] == good["pixel_accuracy"] == 1.0
    assert (good["device"], good["forward_ms"], good["error"]) == ("cpu", 2.0, None)
    assert (poor["status"], poor["error"]) == ("failed", "s3.png is truncated. Save it again.")
    assert poor["forward_ms"] is poor["miou"] is None
    assert (idle["status"], idle["device"], idle["miou"]) == (NOT_RUN, "cuda:0", None)


def test_summary_merges_counts_and_leaves_warm_up_out_of_times(tmp_path: Path) -> None:
    with scored_session(tmp_path / "a.granview") as session:
        good, poor = summary_rows(session)
        parts = [row.unpacked_statistics() for row in session.results("poor")]
    pooled = {name: sum(part[name] for part in parts) for name in parts[0]}
    assert poor["miou"] == TASKS.get("image-segmentation").metrics(pooled)["miou"]
    assert good["miou"] == 1.0
    assert (good["scored"], poor["scored"]) == (4, 4)
    assert (good["n"], good["failed"], good["params"], good["weights_mb"], good["load_s"]) == (4, 0, 31_000, 0.125, 0.5)
    assert (good["flops"], good["peak_rss_mb"], good["peak_cuda_mb"], good["energy_j"]) == (
        2_000_000,
        123.5,
        None,
        None,
    )
    ran = {"engine": None, "precision_ran": None, "covered": None, "sparsity": None, "stored_mb": None}
    assert {name: good[name] for name in ran} == ran
    assert good["forward_ms_p50"] == 4.0
    assert good["forward_ms_p90"] == pytest.approx(4.8)
    assert good["throughput_per_s"] == pytest.approx(1000 / 4.0)


def test_how_a_model_really_ran_stands_in_its_row(tmp_path: Path) -> None:
    ran = RanAs("int8", "torch 2.15.0", stored_mb=0.25, covered=0.75, prepare_s=1.5)
    with new_session(tmp_path / "a.granview", lanes=("lane",)) as session:
        session.record([LaneReady("lane", msgspec.structs.replace(facts(), ran=ran))])
        (row,) = summary_rows(session)
    assert (row["engine"], row["precision_ran"], row["stored_mb"]) == ("torch 2.15.0", "int8", 0.25)
    assert (row["covered"], row["sparsity"], row["prepare_s"]) == (0.75, None, 1.5)


def test_a_lane_that_never_ran_has_empty_cells_and_no_zeros(tmp_path: Path) -> None:
    with new_session(tmp_path / "a.granview", lanes=("idle",)) as session:
        (row,) = summary_rows(session)
    assert (row["n"], row["failed"], row["scored"]) == (0, 0, 0)
    assert {name for name, value in row.items() if value is not None} == {
        *("lane", "model", "variant", "device", "n", "failed", "scored")
    }


def test_references_of_two_label_sets_meet_by_class_name(tmp_path: Path) -> None:
    other = LabelSet(("Background", "Cell", "Membrane", "Vessel"), (*LABELS.colors, (1, 2, 3)))
    with scored_session(tmp_path / "a.granview", samples=2, lanes=("poor",)) as session:
        extra = write_files(tmp_path / "other", 5, other)
        session.add_samples([extra])
        session.record([scored_result("poor", extra, 5, 3, other)])
        by_class = class_rows(session)
        only = class_rows(session, "s5")
    assert [row["class"] for row in by_class] == ["background", "cell", "membrane", "Vessel"]
    assert by_class[1]["pixels"] == sum(int((reference_labels(index) == 1).sum()) for index in (0, 1, 5))
    assert by_class[3]["iou"] is None
    assert only[1]["pixels"] == int((reference_labels(5) == 1).sum())


def test_units_name_their_class_and_match_across_lanes(tmp_path: Path) -> None:
    with scored_session(tmp_path / "a.granview", samples=2) as session:
        frame = unit_frame(session)
        table = session.units("s1", "poor")
    assert table is not None
    rows = frame.filter((frame["sample"] == "s1") & (frame["lane"] == "poor"))
    assert rows["unit"].to_list() == list(range(len(table)))
    np.testing.assert_array_equal(rows["score"].to_numpy(), table.score)
    assert set(rows["class"].to_list()) == {"background", "cell", "membrane"}
    assert rows["area_px"].dtype.is_integer()
    good = frame.filter((frame["sample"] == "s1") & (frame["lane"] == "good"))
    assert good["grain"].to_list() == rows["grain"].to_list()


def test_no_units_is_an_empty_table_with_its_columns(tmp_path: Path) -> None:
    with Session.create(tmp_path / "a.granview") as session:
        session.add_lane(LaneSpec("idle", "zoo:idle"))
        frame = unit_frame(session)
        assert frame.height == 0
        assert tuple(frame.columns) == unit_columns(SessionContents.read(session))


def test_what_metrics_rest_on_is_on_screen_only_where_it_is_not_zero(tmp_path: Path) -> None:
    with scored_session(tmp_path / "a.granview", samples=1) as session:
        contents = SessionContents.read(session)
    names = [column.name for column in contents.shown_columns([{"miou": 0.0, "void_share": 0.0, "dice": None}])]
    assert names == ["miou"]
    assert [column.name for column in contents.shown_columns([{"void_share": 0.2}])] == ["void_share"]


def test_results_say_which_file_and_record_a_sample_is_and_what_must_be_known_of_it(tmp_path: Path) -> None:
    with scored_session(tmp_path / "a.granview", samples=1) as session:
        session.add_samples([Sample("t", "/data/t.csv", kind="text", record=4, text=TextInput.of("Hello."))])
        session.add_lane(LaneSpec("words", "zoo:sentiment-nano", task="text-classification"))
        session.record([noted("good", session.samples()[0], ("It is dark.", "It is small."))])
        rows = {(row["sample"], row["lane"]): row for row in result_rows(session)}
    assert [rows["t", "words"][name] for name in ("path", "record", "notices")] == ["/data/t.csv", 5, None]
    picture = rows["s0", "good"]
    assert picture["path"] == str(tmp_path / "pictures" / "s0.png")
    assert (picture["record"], picture["notices"]) == (None, "It is dark. | It is small.")


def noted(lane: str, sample: Sample, notices: tuple[str, ...]) -> ResultArrived:
    arrived = scored_result(lane, sample, 99, 0)
    return ResultArrived(lane, msgspec.structs.replace(arrived.result, notices=notices))
