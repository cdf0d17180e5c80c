import numpy as np
import pytest
from seqeval.metrics import classification_report
from seqeval.scheme import IOB2

from granview.core.run_params import RunParams
from granview.core.text import NO_NAMES, DataSetNames
from granview.core.unit import merge_statistics
from granview.tasks.base import TASKS, Scores
from granview.tasks.token_classification import nested_spans
from tests.helpers.text_tasks import classes, entities, true_entities, truth

TASK = TASKS.get("token-classification")
LABELS = classes("LOC", "ORG", "PER")
Found = tuple[int, int, str]


def score(text: str, true: list[Found], said: list[Found], data_set: DataSetNames = NO_NAMES, **edits: str) -> Scores:
    given = truth(text, entities=true_entities(*true), data_set=data_set)
    return TASK.score(entities(LABELS, *said), LABELS, given, RunParams(class_edits=edits))


def tags(generator: np.random.Generator, n: int) -> list[str]:
    """A valid sequence of IOB2 tags."""
    found: list[str] = []
    while len(found) < n:
        name = LABELS.names[generator.integers(0, 3)]
        kind = generator.integers(0, 3)
        found += ["O"] if kind == 0 else [f"B-{name}", *[f"I-{name}"] * int(generator.integers(0, 3))]
    return found[:n]


def spans(tagged: list[str]) -> list[Found]:
    """Entities of words that are one letter and a space each."""
    found: list[Found] = []
    for place, tag in enumerate(tagged):
        if tag.startswith("B-"):
            found.append((2 * place, 2 * place + 1, tag[2:]))
        elif tag.startswith("I-"):
            found[-1] = (found[-1][0], 2 * place + 1, found[-1][2])
    return found


def test_merged_sentences_have_seqevals_metrics():
    generator = np.random.default_rng(3)
    true = [tags(generator, 12) for _ in range(30)]
    said = [sentence if generator.random() < 0.6 else tags(generator, 12) for sentence in true]
    parts = [score("w " * 12, spans(left), spans(right)) for left, right in zip(true, said, strict=True)]
    together = merge_statistics(part.statistics for part in parts)
    found = TASK.metrics(together)
    report = classification_report(true, said, mode="strict", scheme=IOB2, output_dict=True, zero_division=0)
    assert found["entity_f1"] == pytest.approx(report["micro avg"]["f1-score"])
    assert found["entity_precision"] == pytest.approx(report["micro avg"]["precision"])
    assert found["entity_recall"] == pytest.approx(report["micro avg"]["recall"])
    assert found["entity_f1_macro"] == pytest.approx(report["macro avg"]["f1-score"])
    for name, of_type in zip(LABELS.names, TASK.class_metrics(together), strict=True):
        assert of_type["f1"] == pytest.approx(report[name]["f1-score"])
        assert of_type["entities"] == report[name]["support"]


TEXT = "Ada Lovelace met Mr Babbage in London on Monday"


def test_hand_worked_sentence():
    true = [(0, 12, "PER"), (17, 27, "PER"), (31, 37, "LOC")]
    said = [(0, 12, "PER"), (20, 27, "PER"), (31, 37, "ORG"), (41, 47, "ORG")]
    found = score(TEXT, true, said)
    values = TASK.metrics(found.statistics)
    assert values["entity_f1"] == pytest.approx(2 / 7)
    assert values["boundary_f1"] == pytest.approx(4 / 7)
    assert values["entity_f1_macro"] == pytest.approx((2 / 4 + 0 + 0) / 3)
    shares = [values[name] for name in ("type_wrong", "overlapping", "missed", "invented")]
    assert shares == pytest.approx([1 / 3, 1 / 3, 0, 1 / 4])
    assert found.statistics["overlaps"].tolist() == [1, 1, 1, 0, 1]
    assert found.statistics["confusion"][0].tolist() == [0, 1, 0, 0]


def test_units_are_the_references_entities():
    true = [(0, 12, "PER"), (17, 27, "PER"), (31, 37, "LOC")]
    units = score(TEXT, true, [(0, 12, "PER"), (20, 27, "PER"), (31, 37, "ORG")]).units
    assert units.grain.tolist() == [2, 2, 1]
    assert units.score.tolist() == [1, 0, 0]
    assert units.extra["class_id"].tolist() == [2, 2, 0]
    assert units.extra["overlap"].tolist() == pytest.approx([1, 0.7, 1])
    assert units.extra["taken_for"].tolist() == [2, 2, 1]
    assert np.isfinite(units.extra["confidence"]).all()
    assert (units.extra["start"].tolist(), units.extra["end"].tolist()) == ([0, 17, 31], [12, 27, 37])


def test_lengths_of_chinese_entities_are_in_characters():
    units = score("我在北京大学读书", [(2, 6, "ORG")], [(2, 6, "ORG")]).units
    assert (units.grain.tolist(), units.score.tolist()) == ([4], [1])


def test_no_entities_on_either_side_have_no_values():
    found = score(TEXT, [], [])
    assert set(TASK.metrics(found.statistics).values()) == {None}
    assert found.statistics["entities"].tolist() == [[0, 0, 0]] * 3
    assert len(found.units) == 0


def test_invented_entities_in_a_text_without_any_count_as_wrong():
    values = TASK.metrics(score(TEXT, [], [(0, 3, "PER")]).statistics)
    assert (values["entity_f1"], values["entity_precision"], values["invented"], values["missed"]) == (0, 0, 1, None)


def test_a_type_the_model_lacks_is_missed_and_said():
    known = DataSetNames(types=("human", "PER", "LOC"))
    found = score(TEXT, [(0, 12, "human"), (17, 27, "PER")], [(0, 12, "PER")], known)
    assert found.labels.names == (*LABELS.names, "human")
    assert TASK.metrics(found.statistics)["entity_recall"] == 0
    assert found.notices == ("The model has no type for: human. It counts as missed.",)


def test_a_type_that_the_references_label_set_lacks_counts_as_0_where_the_model_says_it():
    known = DataSetNames(types=("PER", "LOC", "MISC"))
    found = score(TEXT, [(0, 12, "PER")], [(0, 12, "PER"), (17, 27, "ORG")], known)
    assert TASK.metrics(found.statistics)["entity_f1_macro"] == 0.5


def test_types_of_other_words_are_not_scored_until_the_user_says_what_they_are():
    found = score(TEXT, [(0, 12, "human"), (17, 27, "human")], [(0, 12, "PER")])
    assert (found.statistics, len(found.units)) == ({}, 0)
    assert found.notices[0].startswith("No type of the model has the name of the reference's type 'human', so nothing")
    edited = score(TEXT, [(0, 12, "human"), (17, 27, "human")], [(0, 12, "PER")], PER="human")
    assert (TASK.metrics(edited.statistics)["entity_recall"], edited.notices) == (0.5, ())


def test_a_text_without_entities_is_scored_as_the_others_of_its_data_set():
    assert score(TEXT, [], [(0, 12, "PER")], DataSetNames(types=("PER", "LOC"))).statistics
    assert not score(TEXT, [], [(0, 12, "PER")], DataSetNames(types=("human", "place"))).statistics


def test_statistics_of_other_label_sets_merge_by_name():
    known = DataSetNames(types=("DATE", "PER", "LOC"))
    found = score(TEXT, [(0, 12, "DATE"), (17, 27, "PER")], [(17, 27, "PER"), (31, 37, "LOC")], known)
    wanted = classes("DATE", "PER", "LOC", "ORG")
    moved = TASK.relabel(found.statistics, found.labels, wanted)
    assert moved["entities"].tolist() == [[0, 1, 0], [1, 1, 1], [0, 0, 1], [0, 0, 0]]
    assert (moved["confusion"][0, 4], moved["confusion"][1, 1], moved["confusion"][4, 2]) == (1, 1, 1)
    assert TASK.metrics(moved) == TASK.metrics(found.statistics)


def test_without_entities_known_nothing_is_scored():
    found = TASK.score(entities(LABELS), LABELS, truth(labels=("x",)), RunParams())
    assert (found.statistics, len(found.units)) == ({}, 0)
    assert found.notices == ("The reference has labels but no entities, so nothing is scored.",)


def test_lanes_agree_where_types_of_one_name_overlap():
    ours, theirs = entities(LABELS, (0, 12, "PER")), entities(classes("per"), (0, 6, "per"))
    counts = TASK.agreement_counts(ours, LABELS, theirs, classes("per"))
    assert TASK.agreement(counts).value == pytest.approx(0.5)
    assert TASK.agreement_counts(ours, LABELS, entities(classes("B")), classes("B")) is None


def test_usual_spellings_of_a_type_are_one_type_and_it_is_said():
    found = score(TEXT, [(0, 12, "PERSON"), (20, 27, "PERSON")], [(0, 12, "PER"), (20, 27, "PER")])
    assert TASK.metrics(found.statistics)["entity_f1"] == 1.0
    (notice,) = found.notices
    assert "PER for PERSON" in notice
    known = DataSetNames(types=("PERSON", "GPE", "LOC"))
    both = score(TEXT, [(0, 12, "PERSON"), (20, 27, "GPE")], [(0, 12, "PER")], known)
    assert [("PER for PERSON" in notice, "GPE" in notice) for notice in both.notices] == [(True, False), (False, True)]


def test_a_type_of_the_reference_that_is_spelled_in_several_ways_is_one_type():
    model, known = classes("PER", "LOC"), DataSetNames(types=("person", "PER", "PERSON", "LOC"))
    given = truth(TEXT, data_set=known, entities=true_entities((0, 12, "person"), (20, 27, "PER")))
    found = TASK.score(entities(model, (0, 12, "PER"), (20, 27, "PER")), model, given, RunParams())
    assert TASK.metrics(found.statistics)["entity_f1"] == 1.0
    assert found.notices[0] == "The reference spells a class in several ways, which count as one: PER is person."


def test_nested_entities_are_counted() -> None:
    spans = np.array([(0, 10), (2, 4), (4, 6), (10, 12), (5, 11)])
    brute = [
        sum(one[0] < other[1] and other[0] < one[1] for index, other in enumerate(spans) if index != place)
        for place, one in enumerate(spans)
    ]
    assert nested_spans(spans).tolist() == brute == [3, 1, 2, 1, 3]
    assert nested_spans(np.empty((0, 2), np.int64)).tolist() == []
