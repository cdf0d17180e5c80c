"""The comparison follows the engine, and knows which lane is for which sample."""

import msgspec

from granview.core.events import LaneChanged, LaneProgress, LaneReady, LaneState, PartialArrived, SampleFailed
from granview.core.image_params import ImageParams, ImageRange
from granview.core.lane import LaneSpec
from granview.core.messages import Failure
from granview.core.run_params import RunParams
from granview.core.sample import Reference, Sample
from granview.core.text import Span, TextInput, TextReference
from granview.gui.model.comparison import ComparisonModel, lanes_for, samples_for
from granview.gui.model.lanes_and_rows import Key, Lane, Row, Snapshot
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


SENTIMENT, ENTITIES = "text-classification", "token-classification"
QUESTIONS, CODE = "question-answering", "text2text-generation"


def _lanes(*tasks: str) -> list[Lane]:
    return [Lane(LaneSpec(f"{place}-{task}", "zoo:x", task=task), place) for place, task in enumerate(tasks)]


def _text(name: str, known: TextReference | None = None, question: str | None = None) -> Sample:
    reference = None if known is None else Reference("", text=known)
    return Sample(name, "", kind="text", text=TextInput.of("Some text.", question=question), reference=reference)


def _tasks(of: Sample, *tasks: str) -> list[str]:
    return [lane.spec.task for lane in lanes_for(of, _lanes(*tasks))]


def test_lane_takes_samples_of_its_kind_alone() -> None:
    assert _tasks(sample("picture"), "image-segmentation", SENTIMENT) == ["image-segmentation"]
    assert _tasks(_text("words"), "image-segmentation", SENTIMENT) == [SENTIMENT]
    assert _tasks(_text("words"), "image-segmentation") == []


def test_lane_of_a_task_that_is_not_known_takes_nothing() -> None:
    assert Lane(LaneSpec("new", "zoo:x", task="video-classification"), 0).takes is None
    assert _tasks(sample("picture"), "video-classification") == []


def test_text_goes_to_the_lanes_that_its_reference_speaks_of() -> None:
    review = _text("review", TextReference(labels=("positive",)))
    names = _text("names", TextReference(entities=(Span(0, 4, "PER"),)))
    request = _text("request", TextReference(targets=("a + b",)))
    asked = _text("asked", question="Who?")
    every = (SENTIMENT, ENTITIES, QUESTIONS, CODE)
    assert [_tasks(each, *every) for each in (review, names, request, asked)] == [
        [SENTIMENT],
        [ENTITIES],
        [CODE],
        [QUESTIONS],
    ]


def test_text_that_is_meant_for_none_of_the_lanes_goes_to_a_single_task_and_to_none_of_several() -> None:
    review = _text("review", TextReference(labels=("positive",)))
    assert _tasks(review, ENTITIES) == [ENTITIES]
    assert _tasks(review, ENTITIES, "image-segmentation") == [ENTITIES]
    assert _tasks(review, ENTITIES, CODE) == []
    assert _tasks(_text("plain"), SENTIMENT, ENTITIES) == [SENTIMENT, ENTITIES]


def test_samples_of_a_lane_keep_their_order() -> None:
    lanes = _lanes(SENTIMENT, ENTITIES)
    reviews = [_text(f"review{n}", TextReference(labels=("positive",))) for n in range(3)]
    names = _text("names", TextReference(entities=()))
    found = [reviews[0], names, reviews[1], reviews[2]]
    assert samples_for(lanes[0], found, lanes) == reviews
    assert samples_for(lanes[1], found, lanes) == [names]


def _mixed() -> ComparisonModel:
    model = ComparisonModel()
    model.samples.add([sample("picture"), _text("words")])
    model.samples.set_order(["picture", "words"])
    model.add_lanes([LaneSpec("masks", "zoo:unet-nano"), LaneSpec("moods", "zoo:x", task=SENTIMENT)])
    return model


def test_missing_is_what_the_lane_takes() -> None:
    model = _mixed()
    assert [each.name for each in model.missing("masks")] == ["picture"]
    assert [each.name for each in model.missing("moods")] == ["words"]
    assert model.missing("gone") == []


def test_what_is_being_written_is_told_newest_only_and_not_after_its_result() -> None:
    model, heard = _mixed(), list[tuple[str, str, str]]()
    model.partial_arrived.connect(lambda *said: heard.append(said))
    first, second = PartialArrived("moods", "words", 4, "A"), PartialArrived("moods", "words", 4, "A man")
    model.apply([first, second, PartialArrived("gone", "words", 5, "never")])
    assert heard == [("moods", "words", "A man")]
    model.apply([result("masks", sample("picture"), request_id=9)])
    model.apply([PartialArrived("masks", "picture", 9, "late"), PartialArrived("masks", "picture", 10, "again")])
    assert heard[1:] == [("masks", "picture", "again")]


def test_lane_that_has_run_a_sample_still_shows_it_when_another_is_better_for_it() -> None:
    model = ComparisonModel()
    review = _text("review", TextReference(labels=("positive",)))
    model.samples.add([review])
    model.add_lanes([LaneSpec("names", "zoo:x", task=ENTITIES)])
    model.apply([result("names", review)])
    model.add_lanes([LaneSpec("moods", "zoo:x", task=SENTIMENT), LaneSpec("code", "zoo:x", task=CODE)])
    assert [lane.name for lane in model.lanes_of(review)] == ["names", "moods"]
    assert model.samples_of("names") == []
