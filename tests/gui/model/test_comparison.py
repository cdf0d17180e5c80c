import msgspec

from granview.core.events import LaneChanged, LaneProgress, LaneReady, LaneState, SampleFailed
from granview.core.image_params import ImageParams, ImageRange
from granview.core.lane import LaneSpec
from granview.core.messages import Failure
from granview.core.run_params import RunParams
from granview.core.sample import Reference
from granview.gui.model.comparison import ComparisonModel
from granview.gui.model.lanes_and_rows import Key, Row, Snapshot
from tests.helpers.store import facts, ready, result, sample


def _model(*names: str, lanes: tuple[str, ...] = ("a", "b")) -> ComparisonModel:
    model = ComparisonModel()
    model.samples.add([sample(name) for name in names])
    model.samples.set_order(names)
    model.add_lanes([LaneSpec(name, "zoo:unet-nano") for name in lanes])
    return model


def test_results_are_told_once_per_group() -> None:
    model, heard = _model("one", "two"), list[frozenset[Key]]()
    model.rows_changed.connect(heard.append)
    model.apply([result("a", sample("one")), result("a", sample("two"), request_id=2)])
    assert heard == [frozenset({("one", "a"), ("two", "a")})]


def test_result_of_an_older_request_is_dropped() -> None:
    model = _model("one")
    model.apply([result("a", sample("one"), request_id=5, forward_ms=5.0)])
    model.apply([result("a", sample("one"), request_id=3, forward_ms=3.0)])
    row = model.row("one", "a")
    assert row is not None
    assert row.request_id == 5


def test_results_of_what_is_gone_are_dropped() -> None:
    model = _model("one", "two")
    model.remove_lane("b")
    model.remove_samples(["two"])
    model.apply([result("b", sample("one")), result("a", sample("two"))])
    assert not model.has_results


def test_missing_begins_with_the_sample_that_is_shown_and_leaves_out_what_is_up_to_date() -> None:
    model = _model("one", "two", "three", "four")
    model.samples.select("three")
    model.apply([result("a", sample("four"))])
    assert [each.name for each in model.missing("a")] == ["three", "one", "two"]
    assert [each.name for each in model.missing("b")] == ["three", "four", "one", "two"]


def test_failed_and_stale_results_are_run_again() -> None:
    model = _model("one", "two")
    failure = SampleFailed("a", Failure(1, sample("one"), "It cannot be read.", "Look at it."))
    model.apply([failure, result("a", sample("two"), request_id=2)])
    assert [each.name for each in model.missing("a")] == ["one"]
    model.set_params(RunParams(boundary_tolerance_px=5.0))
    assert {each.name for each in model.missing("a")} == {"one", "two"}


def test_another_reference_makes_results_stale_and_late_ones_too() -> None:
    model = _model("one")
    model.apply([result("a", sample("one"))])
    model.set_reference("one", Reference("/data/other.png"))
    row = model.row("one", "a")
    assert row is not None
    assert row.stale
    model.apply([result("a", sample("one"), request_id=2)])
    row = model.row("one", "a")
    assert row is not None
    assert row.stale


def test_lane_is_busy_until_its_last_sample() -> None:
    model = _model("one")
    model.apply([LaneChanged("a", LaneState.RUNNING), LaneProgress("a", 3, 1, 4)])
    assert model.lanes.is_running
    model.apply([LaneProgress("a", 4, 1, 4)])
    assert not model.lanes.is_running
    model.apply([LaneProgress("a", 1, 0, 4), LaneChanged("a", LaneState.FAILED, "It died three times.")])
    assert not model.lanes.is_running


def test_loaded_facts_and_a_colour_of_its_own_stay_with_a_lane() -> None:
    model = _model("one")
    model.apply([ready("b")])
    model.remove_lane("a")
    model.add_lanes([LaneSpec("c", "zoo:unet-base")])
    places = {lane.name: lane.place for lane in model.lanes.all()}
    assert places == {"b": 1, "c": 0}
    assert model.lanes.get("b").facts is not None  # type: ignore[union-attr]


def test_a_lane_that_is_loaded_again_keeps_its_load_time() -> None:
    model = _model("one")
    for seconds in (0.5, 3.0):
        model.apply([LaneReady("a", msgspec.structs.replace(facts(), load_s=seconds))])
        lane = model.lanes.get("a")
        assert lane is not None
        assert lane.facts == facts()


def test_another_session_replaces_everything() -> None:
    model = _model("one")
    model.apply([result("a", sample("one"))])
    spec = LaneSpec("x", "zoo:unet-nano")
    model.load(Snapshot((sample("new"),), ((spec, None, None),), ((("new", "x"), Row(True)),)))
    assert [each.name for each in model.samples.all()] == ["new"]
    assert model.lanes.names() == ("x",)
    assert model.row("one", "a") is None
    assert model.missing("x") == []


def test_a_result_keeps_the_class_map_that_it_was_scored_with() -> None:
    model = _model("one")
    model.set_params(RunParams(class_edits={"PERSON": "PER"}))
    model.apply([result("a", sample("one"))])
    model.set_params(RunParams(class_edits={"PERSON": "HUMAN"}))
    row = model.row("one", "a")
    assert row is not None
    assert row.stale
    assert row.class_edits == {"PERSON": "PER"}


def test_results_that_were_asked_for_with_other_parameters_are_stale_when_they_come() -> None:
    model = _model("one", "two", "three")
    before = model.params
    model.note_submitted((1, 2), before)
    after = RunParams(image=ImageParams(ImageRange(0, 4095)))
    model.set_params(after)
    model.note_submitted((3,), after)
    model.note_submitted((), after)
    model.apply([result("a", sample(name), request_id=n) for n, name in ((1, "one"), (3, "two"))])
    assert [each.name for each in model.missing("a")] == ["one", "three"]
    model.note_submitted((4,), before)
    model.apply([result("a", sample("three"), request_id=4)])
    assert "three" in [each.name for each in model.missing("a")]
