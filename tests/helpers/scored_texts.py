"""Sessions whose results the text tasks really scored, made without models."""

from collections.abc import Sequence
from pathlib import Path

from granview.core.events import Event, LaneReady, ResultArrived
from granview.core.labels import LabelSet
from granview.core.lane import LaneSpec, ModelFacts
from granview.core.measurements import Timing
from granview.core.messages import Result
from granview.core.prediction import Prediction, pack_prediction
from granview.core.run_params import RunParams
from granview.core.sample import Reference, Sample
from granview.core.text import TextInput, TextReference
from granview.core.truths.text import ReferenceText
from granview.core.unit import pack_statistics, pack_units
from granview.store.session import Session
from granview.tasks.base import TASKS
from tests.helpers.text_tasks import NO_LABELS, class_scores, classes, entities, true_entities, written

SENTIMENT = classes("negative", "positive")
TYPES = classes("PER", "LOC")
CLASSIFICATION, ENTITIES, SUMMARIES = "text-classification", "token-classification", "summarization"
LABELS_OF = {CLASSIFICATION: SENTIMENT, ENTITIES: TYPES}


def text_sample(name: str, text: str, known: TextReference | None = None) -> Sample:
    """A text that was typed."""
    reference = None if known is None else Reference("", text=known)
    return Sample(name, "", kind="text", text=TextInput.of(text), reference=reference)


def text_lane(name: str, task: str, labels: LabelSet | None = None) -> tuple[LaneSpec, LaneReady]:
    """A lane of a task, and that it is loaded."""
    own = LABELS_OF.get(task, NO_LABELS) if labels is None else labels
    facts = ModelFacts(own, "Tiny", 1_000, 0.5, "aa" * 32, "cpu", "A processor", 0.5)
    return LaneSpec(name, f"zoo:{name}", task=task), LaneReady(name, facts)


def text_result(
    lane: str,
    task: str,
    sample: Sample,
    prediction: Prediction,
    *,
    timing: Timing | None = None,
    labels: LabelSet | None = None,
    request_id: int = 1,
    params: RunParams | None = None,
) -> ResultArrived:
    """What a lane would send; scored when the sample has a reference."""
    own = LABELS_OF.get(task, NO_LABELS) if labels is None else labels
    took = timing or Timing(1.0, 2.0, 0.5)
    packed = pack_prediction(prediction)
    if sample.reference is None or sample.text is None:
        return ResultArrived(lane, Result(request_id, sample, packed, took))
    known = sample.reference
    truth = ReferenceText(sample.text, known.text or TextReference(), data_set=known.data_set)
    scores = TASKS.get(task).score(prediction, own, truth, params or RunParams())
    return ResultArrived(
        lane,
        Result(
            request_id,
            sample,
            packed,
            took,
            pack_statistics(scores.statistics),
            pack_units(scores.units),
            scores.labels,
            scores.class_map,
            scores.notices,
        ),
    )


def reviews(n: int) -> list[Sample]:
    """Texts of 2 to 5 words, positive and negative by turns, nested 1 to 4 deep."""
    names = ("positive", "negative")
    return [
        text_sample(f"r{i}", "very " * (i % 4 + 1) + "good", TextReference(labels=(names[i % 2],), grain=i % 4 + 1.0))
        for i in range(n)
    ]


def review_events(lane: str, samples: Sequence[Sample], deepest: float) -> list[Event]:
    """A classifier that is right up to a depth of nesting, and wrong beyond."""
    events: list[Event] = []
    for sample in samples:
        assert sample.reference is not None
        assert sample.reference.text is not None
        known = sample.reference.text
        right = (known.grain or 0.0) <= deepest
        positive = 0.9 if (known.labels == ("positive",)) == right else 0.1
        events.append(text_result(lane, CLASSIFICATION, sample, class_scores(1 - positive, positive)))
    return events


def review_session(path: Path, samples: int = 40) -> Session:
    """Two classifiers, of which ``small`` is right up to depth 2 and ``large`` up to 4."""
    session = Session.create(path)
    texts = reviews(samples)
    session.add_samples(texts)
    events: list[Event] = []
    for lane, deepest in (("small", 2.0), ("large", 4.0)):
        spec, ready = text_lane(lane, CLASSIFICATION)
        session.add_lane(spec)
        events += [ready, *review_events(lane, texts, deepest)]
    session.record(events)
    return session


def mixed_session(path: Path) -> Session:
    """A classifier, a finder of entities and a writer, each with a text of its own; one text is for all."""
    session = Session.create(path)
    review = text_sample("review", "very good", TextReference(labels=("positive",)))
    names = text_sample("names", "Ada in Rome", TextReference(entities=true_entities((0, 3, "PER"), (7, 11, "LOC"))))
    story = text_sample("story", "A long story about a cat.", TextReference(targets=("a cat story",)))
    plain = text_sample("plain", "Nothing is known of this.")
    session.add_samples([review, names, story, plain])
    spec_ready = [text_lane("feel", CLASSIFICATION), text_lane("find", ENTITIES), text_lane("write", SUMMARIES)]
    for spec, _ in spec_ready:
        session.add_lane(spec)
    long, short = (
        Timing(1.0, ms, 0.5, first_token_ms=first_ms, new_tokens=tokens)
        for ms, first_ms, tokens in ((100.0, 10.0, 4), (50.0, 20.0, 2))
    )
    events: list[Event] = [ready for _, ready in spec_ready]
    events += [
        text_result("feel", CLASSIFICATION, review, class_scores(0.2, 0.8)),
        text_result("feel", CLASSIFICATION, plain, class_scores(0.6, 0.4)),
        text_result("find", ENTITIES, names, entities(TYPES, (0, 3, "PER"))),
        text_result("write", SUMMARIES, story, written("a story of a cat"), timing=long),
        text_result("write", SUMMARIES, plain, written("nothing"), timing=short),
    ]
    session.record(events)
    return session
