import sqlite3
import threading
from pathlib import Path

import msgspec
import numpy as np
import pytest

from granview.core.errors import ArgumentError, SessionError
from granview.core.events import CostMeasured, LaneChanged, LaneReady, LaneState
from granview.core.image_params import ImageParams, ImageRange, MaskValues
from granview.core.labels import LabelSet
from granview.core.lane import LaneSpec
from granview.core.measurements import Cost
from granview.core.prompt import ObjectPrompt, PointPrompt
from granview.core.run_params import RunParams
from granview.core.sample import Part, Reference, Sample
from granview.core.text import DataSetNames, TextInput, TextReference
from granview.core.variant import Variant
from granview.store import recorder
from granview.store.session import Session
from tests.helpers.store import LABELS, facts, failure, label_map, new_session, ready, result, sample, units


def test_everything_recorded_is_read_back_after_reopening(tmp_path: Path) -> None:
    path = tmp_path / "a.granview"
    with new_session(path) as session:
        session.record([ready("small"), result("small", sample("s0"), seed=3), failure("large", sample("s1"))])
        session.record([CostMeasured("large", Cost(peak_rss_mb=7.0))])
    with Session.open(path) as session:
        ok, failed = session.results()
        assert (ok.sample, ok.lane, ok.status, ok.notices) == ("s0", "small", "ok", ("A notice.",))
        assert ok.timing is not None
        assert (ok.timing.forward_ms, ok.timing.decode_ms, ok.timing.warmup) == (2.0, 3.0, False)
        assert ok.reference_labels == LABELS
        np.testing.assert_array_equal(
            ok.unpacked_statistics()["pixels"], np.arange(12, dtype=np.int64).reshape(3, 4) + 3
        )
        assert (failed.status, failed.error, failed.hint) == ("failed", "s1.png is truncated.", "Save it again.")
        assert failed.timing is None
        assert not failed.scored
        prediction = session.prediction("s0", "small")
        assert prediction is not None
        np.testing.assert_array_equal(prediction.labels, label_map(3).labels)
        np.testing.assert_array_equal(prediction.confidence, label_map(3).confidence)
        table = session.units("s0", "small")
        assert table is not None
        np.testing.assert_array_equal(table.score, units(3).score)
        assert session.prediction("s1", "large") is None
        small, large = session.lanes()
        assert small.facts == facts()
        assert small.cost == Cost(flops=1_000, flops_input="1x3x12x16", peak_rss_mb=103.0)
        assert large.cost == Cost(peak_rss_mb=7.0)


def test_samples_and_lanes_keep_their_order_and_all_they_hold(tmp_path: Path) -> None:
    samples = [Sample("b", "/x/b.png", "00", 5, Reference("/x/b_m.png", "11")), Sample("a", "/x/a.png")]
    lane = LaneSpec("z", "hf:org/name@main", Variant("bf16", compiled=True), "cuda:1", batch_size=4)
    with Session.create(tmp_path / "a.granview") as session:
        session.add_samples(samples)
        session.add_lane(lane)
        session.add_lane(LaneSpec("a", "zoo:a"))
        assert session.samples() == samples
        assert [record.spec for record in session.lanes()] == [lane, LaneSpec("a", "zoo:a")]


def test_a_taken_name_adds_nothing(tmp_path: Path) -> None:
    with new_session(tmp_path / "a.granview") as session:
        with pytest.raises(ArgumentError, match="'s1' already"):
            session.add_samples([sample("new"), sample("s1")])
        with pytest.raises(ArgumentError, match="'small' already"):
            session.add_lane(LaneSpec("small", "zoo:other"))
        assert [s.name for s in session.samples()] == ["s0", "s1"]


def test_a_newer_request_replaces_and_an_older_one_is_dropped(tmp_path: Path) -> None:
    with new_session(tmp_path / "a.granview") as session:
        session.record([result("small", sample("s0"), request_id=5, seed=5)])
        session.record([result("small", sample("s0"), request_id=4, seed=4), failure("small", sample("s0"))])
        (row,) = session.results()
        prediction = session.prediction("s0", "small")
        assert row.request_id == 5
        assert prediction is not None
        np.testing.assert_array_equal(prediction.labels, label_map(5).labels)
        session.record([failure("small", sample("s0"), request_id=6)])
        assert session.results()[0].status == "failed"
        assert session.prediction("s0", "small") is None
        assert session.units("s0", "small") is None


def test_a_new_run_replaces_whatever_its_request_ids(tmp_path: Path) -> None:
    with new_session(tmp_path / "a.granview") as session:
        session.record([result("small", sample("s0"), request_id=50)])
        session.start_run({"bootstrap": 7})
        session.record([result("small", sample("s0"), request_id=1)])
        assert [row.request_id for row in session.results()] == [1]
        assert [run.seeds for run in session.runs()] == [{}, {"bootstrap": 7}]


def test_results_of_what_was_removed_are_ignored(tmp_path: Path) -> None:
    with new_session(tmp_path / "a.granview") as session:
        session.record([result("small", sample("s0")), result("large", sample("s0"))])
        session.remove_lane("small")
        session.remove_samples(["s1", "unknown"])
        session.record([result("small", sample("s0"), request_id=2), result("large", sample("s1"))])
        assert [(row.sample, row.lane) for row in session.results()] == [("s0", "large")]
        assert session.prediction("s0", "small") is None


def test_changing_the_reference_removes_the_scores_but_not_the_prediction(tmp_path: Path) -> None:
    with new_session(tmp_path / "a.granview") as session:
        session.record([result("small", sample("s0"))])
        session.set_reference("s0", Reference("/data/better.png"))
        (row,) = session.results()
        assert row.status == "ok"
        assert not row.scored
        assert session.units("s0", "small") is None
        assert session.prediction("s0", "small") is not None
        session.record([result("large", sample("s0"))])
        (late,) = session.results(lane="large")
        assert not late.scored
        assert recorder.STALE_REFERENCE in late.notices
        with pytest.raises(ArgumentError, match="no sample 'zz'"):
            session.set_reference("zz", None)


def test_other_prompts_remove_the_scores_of_lanes_that_are_prompted_alone(tmp_path: Path) -> None:
    before, after = ((ObjectPrompt((PointPrompt(x, 1),)),) for x in (1, 2))
    asked = msgspec.structs.replace(sample("s"), prompts=before)
    with Session.create(tmp_path / "a.granview") as session:
        session.add_samples([asked])
        session.add_lane(LaneSpec("sam", "zoo:x", task="mask-generation"))
        session.add_lane(LaneSpec("unet", "zoo:y", task="image-segmentation"))
        session.start_run()
        session.record([result(lane, asked) for lane in ("sam", "unet")])
        session.set_prompts("s", before)
        assert all(row.scored for row in session.results())
        session.set_prompts("s", after)
        assert {row.lane: row.scored for row in session.results()} == {"sam": False, "unet": True}
        assert session.units("s", "sam") is None
        session.record([result(lane, asked, request_id=2) for lane in ("sam", "unet")])
        late = {row.lane: (row.scored, recorder.STALE_PROMPTS in row.notices) for row in session.results()}
        assert late == {"sam": (False, True), "unet": (True, False)}
        session.record([result("sam", msgspec.structs.replace(asked, prompts=after), request_id=3)])
        assert all(row.scored for row in session.results())
        with pytest.raises(ArgumentError, match="no sample 'zz'"):
            session.set_prompts("zz", after)


def test_each_of_several_references_gets_its_hash_and_another_one_makes_late_scores_stale(tmp_path: Path) -> None:
    mask, points = Reference("/a_mask.png"), Reference("/a.points.json")
    both = msgspec.structs.replace(sample("both"), reference=mask, more_references=(points,))
    with new_session(tmp_path / "a.granview") as session:
        session.add_samples([both])
        session.record([result("small", both.with_hash(points, "bb" * 32))])
        session.record([result("large", both.with_hash(mask, "aa" * 32))])
        assert [each.sha256 for each in session.samples()[-1].references] == ["aa" * 32, "bb" * 32]
        session.set_reference("both", mask, (Reference("/b.points.json"),))
        assert not any(row.scored for row in session.results(sample="both"))
        session.record([result("small", both, request_id=2)])
        (late,) = session.results(lane="small")
        assert recorder.STALE_REFERENCE in late.notices


def test_other_weights_in_a_lane_fail_its_old_results(tmp_path: Path) -> None:
    with new_session(tmp_path / "a.granview") as session:
        session.record([ready("small"), result("small", sample("s0")), result("large", sample("s0"))])
        session.record([ready("small")])
        assert {row.status for row in session.results()} == {"ok"}
        session.record([ready("small", weights="bb" * 32)])
        assert [(row.lane, row.status) for row in session.results()] == [("small", "failed"), ("large", "ok")]
        assert session.results("small")[0].error == "The model's weights have changed since this ran."
        assert session.prediction("s0", "small") is None


def test_classes_that_a_run_names_anew_fail_old_results_and_stay_when_the_model_is_loaded_again(tmp_path: Path) -> None:
    def named(*names: str) -> LaneReady:
        known = ready("small")
        labels = LabelSet(names, ((1, 2, 3),) * len(names))
        return LaneReady(known.lane, msgspec.structs.replace(known.facts, labels=labels))

    def shown() -> tuple[str, ...]:
        facts = session.lanes()[0].facts
        assert facts is not None
        return facts.labels.names

    with new_session(tmp_path / "a.granview") as session:
        session.record([named(), named("cat", "dog"), result("small", sample("s0"))])
        session.record([named()])
        assert shown() == ("cat", "dog")
        session.record([named("cat", "dog")])
        assert session.results("small")[0].status == "ok"
        session.record([named("tree", "dog")])
        assert shown() == ("tree", "dog")
        assert session.results("small")[0].error == "The model's classes have changed since this ran."


def test_a_lane_that_is_loaded_again_keeps_its_load_time(tmp_path: Path) -> None:
    with new_session(tmp_path / "a.granview") as session:
        for seconds in (0.5, 3.0):
            session.record([LaneReady("small", msgspec.structs.replace(facts(), load_s=seconds))])
            found = session.lanes()[0].facts
            assert found is not None
            assert found.load_s == 0.5
        session.record([LaneReady("small", msgspec.structs.replace(facts("bb" * 32), load_s=3.0))])
        found = session.lanes()[0].facts
        assert found is not None
        assert found.load_s == 3.0


def test_hashes_that_the_worker_found_are_kept(tmp_path: Path) -> None:
    with new_session(tmp_path / "a.granview", samples=1) as session:
        read = msgspec.structs.replace(
            sample("s0"), sha256="ab", size_bytes=9, reference=Reference("/data/s0_mask.png", "cd")
        )
        session.record([result("small", read)])
        assert session.samples() == [read]


def test_shared_documents_are_written_once(tmp_path: Path) -> None:
    path = tmp_path / "a.granview"
    with new_session(path, samples=20) as session:
        session.record([result(lane, sample(f"s{i}")) for i in range(20) for lane in ("small", "large")])
    connection = sqlite3.connect(path)
    assert connection.execute("SELECT count(*) FROM documents").fetchone() == (2,)
    connection.close()


def test_runs_tell_what_it_takes_to_run_again(tmp_path: Path) -> None:
    params = RunParams(confidence=True, boundary_tolerance_px=3.0, class_edits={"a": "b"})
    with new_session(tmp_path / "a.granview") as session:
        assert session.params() == RunParams()
        session.set_params(params)
        session.record([result("small", sample("s0"))])
        (run,) = session.runs()
        assert run.params == session.params() == params
        assert {"granview", "python", "platform", "torch", "numpy"} <= set(run.environment)


def test_views_keep_their_own_state(tmp_path: Path) -> None:
    with new_session(tmp_path / "a.granview") as session:
        assert session.get_view("window", dict[str, int], {}) == {}
        session.set_view("window", {"x": 1})
        session.set_view("window", {"x": 2})
        assert session.get_view("window", dict[str, int], {}) == {"x": 2}


def test_events_that_are_not_results_are_ignored(tmp_path: Path) -> None:
    with new_session(tmp_path / "a.granview") as session:
        session.record([LaneChanged("small", LaneState.RUNNING), ready("unknown")])
        assert session.results() == []


def test_threads_read_while_another_one_writes(tmp_path: Path) -> None:
    with new_session(tmp_path / "a.granview", samples=30) as session:
        seen: list[int] = []
        done = threading.Event()

        def read() -> None:
            while not done.is_set():
                seen.append(len(session.results()))

        readers = [threading.Thread(target=read) for _ in range(3)]
        for reader in readers:
            reader.start()
        for i in range(30):
            session.record([result("small", sample(f"s{i}"), request_id=i)])
        done.set()
        for reader in readers:
            reader.join()
        assert len(session.results()) == 30
        assert set(seen) <= set(range(31))


def test_a_closed_session_says_so(tmp_path: Path) -> None:
    session = new_session(tmp_path / "a.granview")
    session.close()
    session.close()
    with pytest.raises(SessionError, match="closed"):
        session.results()
    with pytest.raises(SessionError, match="closed"):
        session.record([ready("small")])
    assert [path.name for path in tmp_path.iterdir()] == ["a.granview"]


def test_a_reference_of_which_nothing_could_be_compared_counts_as_scored(tmp_path: Path) -> None:
    with new_session(tmp_path / "a.granview") as session:
        arrived = result("small", sample("s0"))
        session.record(
            [msgspec.structs.replace(arrived, result=msgspec.structs.replace(arrived.result, statistics={}))]
        )
        (row,) = session.results()
    assert row.scored
    assert row.statistics == row.unpacked_statistics() == {}
    assert row.class_map is not None


def test_the_names_of_a_texts_data_set_are_kept(tmp_path: Path) -> None:
    known = Reference("/a.csv", text=TextReference(labels=("pos",)), data_set=DataSetNames(("pos", "neg")))
    given = Sample("t", "/a.csv", reference=known, kind="text", record=0, text=TextInput.of_words(["a", "text"]))
    with Session.create(tmp_path / "a.granview") as session:
        session.add_samples([given])
        assert session.samples() == [given]


def test_how_pictures_and_masks_are_read_is_kept_and_older_sessions_have_the_usual(tmp_path: Path) -> None:
    values = MaskValues(1, {0: "background", 255: "cell", 254: None})
    params = RunParams(image=ImageParams(ImageRange(0, 4095), values, "stored"))
    with new_session(tmp_path / "a.granview") as session:
        session.set_params(params)
        assert session.params() == params
    with sqlite3.connect(tmp_path / "a.granview") as connection:
        connection.execute("""UPDATE facts SET value = '{"confidence": true}' WHERE key = 'params'""")
    with Session.open(tmp_path / "a.granview") as session:
        assert session.params() == RunParams(confidence=True)


def test_types_of_predictions_are_told_without_those_that_cannot_be_read(tmp_path: Path) -> None:
    with new_session(tmp_path / "a.granview") as session:
        session.record([result("small", sample("s0")), result("small", sample("s1")), result("large", sample("s0"))])
        session.record([failure("large", sample("s0"), request_id=99)])
    with sqlite3.connect(tmp_path / "a.granview") as connection:
        connection.execute(
            "UPDATE predictions SET data = x'c1' WHERE result_id = (SELECT max(result_id) FROM predictions)"
        )
    with Session.open(tmp_path / "a.granview") as session:
        assert session.prediction_types("small") == {"s0": "label-map"}
        assert session.prediction_types("large") == {}


PHRASE = Part("phrase", "text", "/rows.jsonl", TextInput.of("the left cell"))
SECOND = Part("second", "image", "/b.png")


def test_parts_are_kept_and_get_the_hashes_of_the_files_that_were_read(tmp_path: Path) -> None:
    pair = Sample("pair", "/a.png", parts=(SECOND, PHRASE))
    as_read = (msgspec.structs.replace(SECOND, sha256="b" * 64), PHRASE)
    with new_session(tmp_path / "a.granview") as session:
        session.add_samples([pair])
        session.record([result("small", msgspec.structs.replace(pair, parts=as_read))])
    with Session.open(tmp_path / "a.granview") as session:
        assert session.samples()[-1].parts == as_read


def test_samples_and_parts_of_a_kind_that_only_a_plug_in_knows_are_kept(tmp_path: Path) -> None:
    odd = Sample("odd", "/a.png", parts=(Part("smell", "smell", "/a.smell"),))
    smell = Sample("smell", "/b.smell", kind="smell")
    with new_session(tmp_path / "a.granview") as session:
        session.add_samples([odd, smell])
    with Session.open(tmp_path / "a.granview") as session:
        assert session.samples()[-2:] == [odd, smell]
        assert session.damage.sentences == ()
