from granview.core.events import PartialArrived
from granview.core.lane import LaneSpec
from granview.core.sample import Reference, Sample
from granview.core.text import Span, TextInput, TextReference
from granview.gui.model.assignment import lanes_for, samples_for
from granview.gui.model.comparison import ComparisonModel
from granview.gui.model.lanes_and_rows import Lane
from tests.helpers.store import result, sample

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
    assert Lane(LaneSpec("new", "zoo:x", task="depth-estimation"), 0).takes is None
    assert _tasks(sample("picture"), "depth-estimation") == []


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
