"""What pages of texts say, from sessions that the tasks really scored."""

from pathlib import Path

import msgspec
import numpy as np
import pytest

from granview.core.events import Event
from granview.core.labels import LabelSet
from granview.core.lane import LaneSpec
from granview.core.offsets import offsets
from granview.core.prediction import Prediction
from granview.core.predictions.answers import Answers
from granview.core.predictions.filled_masks import FilledMasks
from granview.core.predictions.label_map import LabelMap
from granview.core.run_params import RunParams
from granview.core.sample import Reference, Sample
from granview.core.text import Span, TextInput, TextReference
from granview.export.comparison_pages import ComparisonPages
from granview.export.texts.excerpt import DRAWN
from granview.export.texts.page_content import Bar, Passage, TextFormat, TextPage, Words
from granview.export.texts.text_page import text_page
from granview.store.session import Session
from tests.helpers.scored_texts import (
    CLASSIFICATION,
    ENTITIES,
    SENTIMENT,
    SUMMARIES,
    TYPES,
    text_lane,
    text_result,
    text_sample,
)
from tests.helpers.store import failure
from tests.helpers.text_tasks import answer, class_scores, classes, entities, true_entities, written

QUESTIONS = "question-answering"


def _page(tmp_path: Path, task: str, sample: Sample, *said: Prediction, limit: int = DRAWN) -> TextPage:
    """The page of a sample about which lanes ``a``, ``b``, … said something."""
    tmp_path.mkdir(exist_ok=True)
    with Session.create(tmp_path / "s.granview") as session:
        session.add_samples([sample])
        events: list[Event] = []
        for name, prediction in zip("abc", said, strict=False):
            spec, ready = text_lane(name, task)
            session.add_lane(spec)
            events += [ready, text_result(name, task, sample, prediction)]
        session.record(events)
        return text_page(ComparisonPages(session).request(sample.name), limit)


def _text(passage: object) -> str:
    assert isinstance(passage, Passage)
    return "".join(run.text for run in passage.runs)


def _labels(passage: object) -> list[tuple[str, str]]:
    assert isinstance(passage, Passage)
    return [(run.text, run.label) for run in passage.runs if run.label]


def test_classes_are_bars_under_the_text_which_stands_once(tmp_path: Path) -> None:
    sample = text_sample("r", "very good", TextReference(labels=("positive",), grain=2))
    page = _page(tmp_path, CLASSIFICATION, sample, class_scores(0.25, 0.75), class_scores(0.75, 0.25))
    assert [_text(block) for block in page.input_blocks] == ["very good"]
    reference, right, wrong = page.panels
    assert [detail.text for detail in reference.details] == ["grain 2"]
    assert reference.blocks == (Bar("positive", None, SENTIMENT.colors[1], is_chosen=True),)
    assert right.blocks == (
        Bar("positive", 0.75, SENTIMENT.colors[1], True, True, "reference"),
        Bar("negative", 0.25, SENTIMENT.colors[0]),
    )
    assert [(bar.name, bar.verdict) for bar in wrong.blocks if isinstance(bar, Bar)] == [
        ("negative", False),
        ("positive", False),
    ]
    assert [detail.text for detail in right.details] == [
        "1,000 parameters · fp32 · cpu",
        "2.00 ms forward",
        "Accuracy 1.000 · best",
    ]


def test_entities_are_told_right_from_wrong_in_every_column(tmp_path: Path) -> None:
    text = "Ada met Bob in Rome"
    known = TextReference(entities=true_entities((0, 3, "PER"), (8, 11, "PER"), (15, 19, "LOC")))
    said = entities(TYPES, (0, 3, "PER"), (15, 19, "PER"), (4, 7, "LOC"))
    page = _page(tmp_path, ENTITIES, text_sample("n", text, known), said)
    assert page.input_blocks == ()
    reference, lane = page.panels
    assert _labels(reference.blocks[0]) == [("Ada", "PER"), ("Bob", "PER"), ("Rome", "LOC")]
    assert lane.blocks[0] == Words("1 right · 1 of another type · 1 invented · 1 missed")
    assert _text(lane.blocks[1]) == text
    assert _labels(lane.blocks[1]) == [
        ("Ada", "PER ✓"),
        ("met", "LOC ✗"),
        ("Bob", "PER missed"),
        ("Rome", "PER ✗ LOC"),
    ]
    assert [(entry.name, entry.color) for entry in page.legend] == list(zip(TYPES.names, TYPES.colors, strict=True))
    assert page.notes


def _mapped_page(
    tmp_path: Path, task: str, sample: Sample, said: Prediction, labels: LabelSet, edits: dict[str, str]
) -> TextPage:
    """The page of a sample that one lane was scored on with a class map, and another lane of the task was not."""
    with Session.create(tmp_path / "s.granview") as session:
        session.add_samples([sample])
        (spec, ready), (other, other_ready) = text_lane("a", task, labels), text_lane("b", task)
        session.add_lane(spec)
        session.add_lane(other)
        result = text_result("a", task, sample, said, labels=labels, params=RunParams(class_edits=edits))
        session.record([ready, other_ready, result])
        return text_page(ComparisonPages(session, lanes=["a"]).request(sample.name), DRAWN)


def test_mapped_types_are_right_as_they_were_scored_and_have_the_references_colours(tmp_path: Path) -> None:
    known = TextReference(entities=true_entities((0, 3, "PER"), (8, 11, "PER"), (15, 19, "LOC")))
    own = classes("ORG", "PLACE", "HUMAN")
    said = entities(own, (0, 3, "HUMAN"), (4, 7, "ORG"), (15, 19, "PLACE"))
    sample = text_sample("n", "Ada met Bob in Rome", known)
    page = _mapped_page(tmp_path, ENTITIES, sample, said, own, {"HUMAN": "PER", "PLACE": "LOC"})
    reference, lane = page.panels
    assert lane.blocks[0] == Words("2 right · 1 invented · 1 missed")
    assert _labels(lane.blocks[1]) == [
        ("Ada", "HUMAN → PER ✓"),
        ("met", "ORG ✗"),
        ("Bob", "PER missed"),
        ("Rome", "PLACE → LOC ✓"),
    ]
    colors = {entry.name: entry.color for entry in page.legend}
    assert colors == {"PER": own.colors[2], "LOC": own.colors[1], "ORG": own.colors[0]}
    for panel in (reference.blocks[0], lane.blocks[1]):
        assert isinstance(panel, Passage)
        drawn = {run.text: run.text_formats[0].color for run in panel.runs if run.label}
        assert drawn["Ada"] == drawn["Bob"] == colors["PER"]
        assert drawn["Rome"] == colors["LOC"]


def test_types_of_other_names_have_other_colours(tmp_path: Path) -> None:
    known = TextReference(entities=true_entities((0, 3, "GPE"), (8, 11, "DATE")))
    own = classes("ORG", "LOCATION", "EVENT")
    said = entities(own, (0, 3, "ORG"), (4, 7, "LOCATION"), (8, 11, "EVENT"))
    page = _mapped_page(tmp_path, ENTITIES, text_sample("n", "Ada met Bob", known), said, own, {})
    assert {entry.name for entry in page.legend} == {"GPE", "DATE", "ORG", "LOCATION", "EVENT"}
    assert len({entry.color for entry in page.legend}) == 5


def test_a_mapped_class_is_right_as_it_was_scored(tmp_path: Path) -> None:
    sample = text_sample("r", "very good", TextReference(labels=("1",)))
    edits = {"positive": "1", "negative": "0"}
    page = _mapped_page(tmp_path, CLASSIFICATION, sample, class_scores(0.25, 0.75), SENTIMENT, edits)
    reference, lane = page.panels
    assert lane.blocks == (
        Bar("positive → 1", 0.75, SENTIMENT.colors[1], True, True, "reference"),
        Bar("negative → 0", 0.25, SENTIMENT.colors[0]),
    )
    assert reference.blocks == (Bar("1", None, SENTIMENT.colors[1], is_chosen=True),)
    assert "Accuracy 1.000" in [detail.text for detail in lane.details]


def test_without_a_reference_entities_are_only_shown(tmp_path: Path) -> None:
    page = _page(tmp_path, ENTITIES, text_sample("n", "Ada in Rome"), entities(TYPES, (0, 3, "PER")))
    (lane,) = page.panels
    assert _labels(lane.blocks[0]) == [("Ada", "PER")]
    assert page.notes == ()


@pytest.mark.parametrize(("said", "color"), [((10, 13), "good"), ((3, 9), "bad")])
def test_the_answer_is_highlighted_in_its_context(tmp_path: Path, said: tuple[int, int], color: str) -> None:
    context = "It rained May 1 and then it was dry."
    known = Reference("", text=TextReference(answers=("May",)))
    sample = Sample("q", "", kind="text", text=TextInput.of(context, question="When?"), reference=known)
    page = _page(tmp_path, QUESTIONS, sample, answer(*said))
    assert [(block.caption, _text(block)) for block in page.input_blocks if isinstance(block, Passage)] == [
        ("Question", "When?")
    ]
    passage = page.panels[1].blocks[-1]
    assert _text(passage) == context
    assert isinstance(passage, Passage)
    (run,) = [run for run in passage.runs if run.text_formats]
    assert (run.text, run.text_formats[0].color) == (context[slice(*said)], color)


def test_an_answer_far_down_a_long_context_is_on_the_page(tmp_path: Path) -> None:
    context = "dry " * 20_000 + "May" + " dry" * 20_000
    sample = Sample("q", "", kind="text", text=TextInput.of(context, question="When?"))
    said = Answers(offsets([(80_000, 80_003)]), np.array([0.9], np.float32))
    (lane,) = _page(tmp_path, QUESTIONS, sample, said).panels
    passage, words = lane.blocks[-2:]
    assert isinstance(passage, Passage)
    assert [run.text for run in passage.runs if run.text_formats and run.text_formats[0].fill] == ["May"]
    assert len(_text(passage)) <= DRAWN + 2
    assert isinstance(words, Words)
    assert "of 160,003" in words.text


def test_no_answer_is_right_where_there_is_none(tmp_path: Path) -> None:
    known = Reference("", text=TextReference(answers=()))
    sample = Sample("q", "", kind="text", text=TextInput.of("It rained.", question="When?"), reference=known)
    _, lane = _page(tmp_path, QUESTIONS, sample, answer(None)).panels
    assert lane.blocks[0] == Bar("no answer in this text", pytest.approx(0.9), "muted", True, True)


def test_a_written_text_shows_its_difference_from_the_reference(tmp_path: Path) -> None:
    sample = text_sample("s", "A long story.", TextReference(targets=("the black cat sat", "a cat sat")))
    page = _page(tmp_path, SUMMARIES, sample, written("the cat sat down", stopped="length"))
    reference, lane = page.panels
    assert _text(reference.blocks[0]) == "the black cat sat"
    assert reference.blocks[1] == Words("The first of 2 texts that are right.")
    assert lane.blocks[0] == Words("3 of 4 words as in the reference, 1 more, 1 missing")
    assert lane.blocks[1] == Words("Cut off: it reached the limit on new tokens.", "warn")
    passage = lane.blocks[2]
    assert _text(passage) == "the black cat sat down"
    assert isinstance(passage, Passage)
    marked = {run.text: run.text_formats[0] for run in passage.runs if run.text_formats}
    assert marked["black "].is_struck
    assert marked["down"] == TextFormat("good", 0.16, under="solid")


def test_masks_are_filled_in(tmp_path: Path) -> None:
    said = FilledMasks(offsets([(2, 8)]), (("fox", "dog"),), np.array([[0.75, 0.25]], np.float32))
    sample = text_sample("m", "a [MASK] b", TextReference(targets=("fox",)))
    lane = _page(tmp_path, "fill-mask", sample, said).panels[-1]
    assert lane.blocks[:2] == (Bar("fox", 0.75, verdict=True, is_chosen=True), Bar("dog", 0.25))
    assert _text(lane.blocks[2]) == "a fox b"


def test_a_lane_that_said_nothing_says_why(tmp_path: Path) -> None:
    sample = text_sample("r", "fine")
    with Session.create(tmp_path / "s.granview") as session:
        session.add_samples([sample])
        for name in ("failed", "idle"):
            session.add_lane(LaneSpec(name, f"zoo:{name}", task=CLASSIFICATION))
        session.record([failure("failed", sample)])
        page = text_page(ComparisonPages(session).request(sample.name), DRAWN)
    assert [panel.blocks for panel in page.panels] == [
        (Words("r is truncated. Save it again.", "bad"),),
        (Words("Not run."),),
    ]


def test_a_class_has_one_colour_in_all_columns(tmp_path: Path) -> None:
    """A reference that spells a class otherwise has the lanes' colour."""
    known = TextReference(entities=(Span(0, 3, "per"),))
    page = _page(tmp_path, ENTITIES, text_sample("n", "Ada"), entities(TYPES, (0, 3, "PER")))
    other = _page(tmp_path / "other", ENTITIES, text_sample("n", "Ada", known), entities(TYPES, (0, 3, "PER")))
    assert len(other.legend) == 1
    colors = {
        run.text_formats[0].color
        for panel in (*page.panels, *other.panels)
        for block in panel.blocks
        if isinstance(block, Passage)
        for run in block.runs
        if run.text_formats
    }
    assert len(colors) == 1


def test_a_page_travels_whatever_its_names_and_texts_are(tmp_path: Path) -> None:
    sample = text_sample("<b>\u202e\x01", "\0\udfff\u202e", TextReference(labels=("\x02\n",)))
    page = _page(tmp_path, CLASSIFICATION, sample, class_scores(0.25, 0.75))
    assert msgspec.msgpack.decode(msgspec.msgpack.encode(page), type=TextPage) == page


def test_a_file_that_has_become_shorter_since_is_said(tmp_path: Path) -> None:
    path = tmp_path / "names.txt"
    path.write_text("Ada in Rome")
    sample = Sample("names", str(path), kind="text")
    said = entities(TYPES, (7, 11, "LOC"))
    assert _labels(_page(tmp_path / "before", ENTITIES, sample, said).panels[0].blocks[0]) == [("Rome", "LOC")]
    path.write_text("Ada")
    (lane,) = _page(tmp_path / "after", ENTITIES, sample, said).panels
    assert lane.blocks == (Words("names.txt is shorter now than when this ran. Run it again.", "bad"),)


def test_a_type_that_is_not_shown_beside_texts_is_said(tmp_path: Path) -> None:
    page = _page(tmp_path, CLASSIFICATION, text_sample("r", "fine"), LabelMap(np.zeros((0, 0), np.uint8)))
    assert page.panels[-1].blocks[0] == Words("Predictions of the type 'label-map' are not shown beside texts.", "bad")
