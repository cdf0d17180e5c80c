import dataclasses

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from sklearn.metrics import f1_score, matthews_corrcoef, precision_score, recall_score

from granview.core.run_params import RunParams
from granview.core.text import NO_NAMES, DataSetNames
from granview.core.unit import merge_statistics
from granview.tasks.base import TASKS, Scores
from tests.helpers.text_tasks import class_scores, classes, truth

TASK = TASKS.get("text-classification")
LABELS = classes("negative", "neutral", "positive")


def score(scores: tuple[float, ...], *labels: str, multi_label: bool = False, **edits: str) -> Scores:
    prediction = class_scores(*scores, multi_label=multi_label)
    return TASK.score(prediction, LABELS, truth("It is good.", labels=labels), RunParams(class_edits=edits))


def metrics(*parts: Scores) -> dict[str, float | None]:
    return TASK.metrics(merge_statistics(part.statistics for part in parts))


def test_merged_texts_have_scikit_learns_metrics():
    generator = np.random.default_rng(0)
    scores = generator.dirichlet([1, 1, 1], 60)
    true = np.where(generator.random(60) < 0.5, scores.argmax(axis=1), generator.integers(0, 3, 60))
    said = scores.argmax(axis=1)
    found = metrics(*(score(tuple(row), LABELS.names[label]) for row, label in zip(scores, true, strict=True)))
    assert found["accuracy"] == found["f1_micro"] == found["recall_micro"] == pytest.approx((true == said).mean())
    assert found["f1_macro"] == pytest.approx(f1_score(true, said, average="macro"))
    assert found["precision_macro"] == pytest.approx(precision_score(true, said, average="macro"))
    assert found["recall_macro"] == pytest.approx(recall_score(true, said, average="macro"))
    assert found["mcc"] == pytest.approx(matthews_corrcoef(true, said))
    assert 0 < found["ece"] < 1


def test_a_class_that_was_named_without_a_probability_has_no_calibration():
    prediction = dataclasses.replace(class_scores(0.0, 0.0, 1.0), has_probabilities=False).packed().unpacked()
    found = metrics(TASK.score(prediction, LABELS, truth("It is good.", labels=["negative"]), RunParams()))
    assert (found["accuracy"], found["ece"]) == (0.0, None)


def test_several_classes_have_scikit_learns_metrics():
    generator = np.random.default_rng(1)
    scores, true = generator.random((40, 3)), generator.random((40, 3)) < 0.4
    parts = [
        score(tuple(row), *np.array(LABELS.names)[label], multi_label=True)
        for row, label in zip(scores, true, strict=True)
    ]
    said, found = scores.astype(np.float32) >= 0.5, metrics(*parts)
    assert found["accuracy"] == pytest.approx((said == true).all(axis=1).mean())
    for average in ("macro", "micro"):
        assert found[f"f1_{average}"] == pytest.approx(f1_score(true, said, average=average))
        assert found[f"precision_{average}"] == pytest.approx(precision_score(true, said, average=average))
        assert found[f"recall_{average}"] == pytest.approx(recall_score(true, said, average=average))
    assert found["mcc"] is None
    assert merge_statistics(part.statistics for part in parts)["calibration"][:, 0].sum() == 120


def test_class_metrics_are_those_of_each_class():
    parts = [score((0.1, 0.2, 0.7), "positive"), score((0.1, 0.2, 0.7), "negative")]
    negative, neutral, positive = TASK.class_metrics(merge_statistics(part.statistics for part in parts))
    assert negative == {"f1": 0.0, "precision": 0.0, "recall": 0.0, "texts": 1.0}
    assert neutral == {"f1": None, "precision": None, "recall": None, "texts": 0.0}
    assert positive == {"f1": pytest.approx(2 / 3), "precision": 0.5, "recall": 1.0, "texts": 1.0}


def in_set(scores: tuple[float, ...], label: str, known: tuple[str, ...], **edits: str) -> Scores:
    """Of a text whose data set says all these names."""
    given = truth("It is good.", labels=(label,), data_set=DataSetNames(known))
    return TASK.score(class_scores(*scores), LABELS, given, RunParams(class_edits=edits))


def test_a_label_the_model_lacks_among_those_it_has_is_missed_and_said():
    found = in_set((0.1, 0.2, 0.7), "mixed", ("mixed", "positive", "negative"))
    assert found.labels.names == (*LABELS.names, "mixed")
    assert metrics(found)["accuracy"] == 0
    assert found.notices == ("The model has no class for: mixed. It counts as missed.",)
    assert in_set((0.1, 0.2, 0.7), "positive", ("mixed", "positive", "negative")).notices == ()


@pytest.mark.parametrize("label", ["joy", "neutral"])
def test_a_lane_is_not_scored_against_a_label_set_of_other_words(label: str):
    found = in_set((0.1, 0.2, 0.7), label, ("joy", "anger", "neutral"))
    assert (found.statistics, len(found.units)) == ({}, 0)
    assert set(metrics(found).values()) == {None}
    assert found.notices[0].startswith(
        "Of 3, only 1 match: no class of the model has the name of the reference's classes 'anger' and 'joy', so "
        "nothing is scored. The model has negative, neutral and positive. "
    )
    assert "Match classes… in the window, --class-map MODEL=REFERENCE on the command line (such as " in found.notices[0]


def test_a_class_that_the_references_label_set_lacks_counts_as_0_where_the_model_says_it():
    known = ("mixed", "positive", "negative")
    found = metrics(*(in_set(scores, "positive", known) for scores in ((0.1, 0.2, 0.7), (0.1, 0.7, 0.2))))
    assert found["f1_macro"] == pytest.approx((2 / 3 + 0) / 2)
    assert (found["precision_macro"], found["recall_macro"]) == (0.5, 0.25)


def test_a_model_gains_nothing_by_lacking_a_class():
    known = ("mixed", "positive", "negative")
    parts = [in_set((0.1, 0.2, 0.7), label, known) for label in ("mixed", "positive")]
    together = merge_statistics(part.statistics for part in parts)
    assert TASK.metrics(together)["accuracy"] == 0.5
    assert TASK.confusion(together)[3, 2] == 1


@pytest.mark.parametrize("labels", [("0", "2"), ("NEG", "POS"), ("Negative", "POSITIVE")])
def test_numbers_and_usual_spellings_are_the_models_classes(labels: tuple[str, str]):
    parts = [in_set((0.1, 0.2, 0.7), label, labels) for label in labels]
    assert metrics(*parts)["accuracy"] == 0.5
    assert all(part.labels == LABELS for part in parts)


def test_every_spelling_of_a_class_in_the_reference_is_right_and_it_is_said():
    known = ("POS", "positive", "neg")
    parts = [in_set((0.1, 0.2, 0.7), label, known) for label in known[:2]] + [in_set((0.7, 0.2, 0.1), "neg", known)]
    assert metrics(*parts)["accuracy"] == 1.0
    assert {part.notices[0] for part in parts} == {
        "The reference spells a class in several ways, which count as one: positive is POS."
    }


def test_numbers_that_count_from_one_are_not_scored():
    model = classes("LABEL_0", "LABEL_1", "LABEL_2")
    given = truth(labels=("1",), data_set=DataSetNames(("1", "2", "3")))
    found = TASK.score(class_scores(0.1, 0.8, 0.1), model, given, RunParams())
    assert (found.statistics, len(found.notices)) == ({}, 1)
    assert "so nothing is scored" in found.notices[0]


def test_what_numbers_are_taken_for_is_said():
    (words,) = in_set((0.1, 0.2, 0.7), "2", ("0", "2")).notices
    assert words == (
        "The reference's numbers are the model's own (id2label): 0 is negative and 2 is positive; "
        "edit the class map if not."
    )


@given(st.lists(st.tuples(st.sampled_from(("a", "b", "c", "joy")), st.integers(0, 2)), min_size=1, max_size=8))
def test_what_a_text_counts_never_depends_on_the_texts_beside_it(texts: list[tuple[str, int]]):
    model, known = classes("A", "b", "x"), DataSetNames(("a", "b", "c", "joy"))
    for names in (known, NO_NAMES):
        parts = [
            TASK.score(class_scores(*np.eye(3)[said]), model, truth(labels=(label,), data_set=names), RunParams())
            for label, said in texts
        ]
        assert [bool(part.statistics) for part in parts] == [names is NO_NAMES and label in "ab" for label, _ in texts]
    settled = DataSetNames(("a", "b", "c"))
    scored = [
        TASK.score(class_scores(*np.eye(3)[said]), model, truth(labels=(label,), data_set=settled), RunParams())
        for label, said in texts
        if label != "joy"
    ]
    right = [label in "ab"[said : said + 1] for label, said in texts if label != "joy"]
    assert metrics(*scored)["accuracy"] == (pytest.approx(np.mean(right)) if right else None)
    for part, is_right in zip(scored, right, strict=True):
        assert metrics(part)["accuracy"] == is_right


def test_texts_that_earlier_sessions_counted_though_no_label_was_known_are_left_out():
    known = score((0.1, 0.2, 0.7), "positive")
    older = {**known.statistics, "strangers": np.array([0])}
    stranger = {**known.statistics, "strangers": np.array([1])}
    assert set(TASK.metrics(stranger).values()) == {None}
    assert (TASK.class_metrics(stranger), TASK.confusion(stranger), TASK.counted(stranger)) == ([], None, frozenset())
    moved = [TASK.relabel(part, LABELS, LABELS) for part in (older, stranger, known.statistics)]
    assert (moved[0].keys(), moved[1]) == (moved[2].keys(), {})
    assert TASK.metrics(merge_statistics(moved))["accuracy"] == 1


def test_an_edit_makes_it_right():
    assert score((0.1, 0.2, 0.7), "good").statistics == {}
    found = score((0.1, 0.2, 0.7), "good", positive="good")
    assert (metrics(found)["accuracy"], found.notices) == (1.0, ())


def _missing_one() -> Scores:
    given = truth(labels=("mixed", "negative"), data_set=DataSetNames(("mixed", "negative", "positive")))
    return TASK.score(class_scores(0.8, 0.1, 0.1), LABELS, given, RunParams())


def test_statistics_of_other_label_sets_merge_by_name():
    plain, lacking = score((0.1, 0.2, 0.7), "positive"), _missing_one()
    wanted = classes("mixed", "positive", "neutral", "negative")
    moved = [TASK.relabel(part.statistics, part.labels, wanted) for part in (plain, lacking)]
    together = merge_statistics(moved)
    assert together["confusion"][1, 1] == together["confusion"].sum() == 1
    assert together["classes"][:, 1].tolist() == [1, 1, 0, 1]
    assert TASK.metrics(together)["accuracy"] == 0.5
    with pytest.raises(ValueError, match="lacks"):
        TASK.relabel(lacking.statistics, lacking.labels, LABELS)


def test_of_many_classes_no_confusion_is_kept():
    names = tuple(f"c{index}" for index in range(41))
    many, few = classes(*names), classes(*names[:40])
    given = truth(labels=("c1",))
    parts = [
        (TASK.score(class_scores(*np.eye(len(labels))[said]), labels, given, RunParams()), labels)
        for labels, said in ((many, 1), (few, 2))
    ]
    assert ["confusion" in part.statistics for part, _ in parts] == [False, True]
    together = merge_statistics(TASK.relabel(part.statistics, labels, many) for part, labels in parts)
    assert "confusion" not in together
    assert TASK.metrics(together)["accuracy"] == 0.5


def test_units_are_the_text_by_length_and_by_nesting():
    given = truth("Not bad", pair="at all", labels=("positive",), grain=3.0)
    units = TASK.score(class_scores(0.1, 0.2, 0.7), LABELS, given, RunParams()).units
    assert [units.kinds[kind] for kind in units.kind] == ["text", "nesting"]
    assert (units.grain.tolist(), units.score.tolist()) == ([4, 3], [1, 1])
    assert units.extra["class_id"].tolist() == [2, 2]
    assert units.extra["taken_for"].tolist() == [2, 2]
    assert units.extra["confidence"].tolist() == pytest.approx([0.7, 0.7])


def test_without_labels_nothing_is_scored():
    silent = TASK.score(class_scores(0.1, 0.2, 0.7), LABELS, truth(), RunParams())
    assert (silent.statistics, len(silent.units), silent.notices) == ({}, 0, ())
    other = TASK.score(class_scores(0.1, 0.2, 0.7), LABELS, truth(targets=("x",)), RunParams())
    assert other.notices == ("The reference has targets but no labels, so nothing is scored.",)


def test_no_label_at_all_is_a_reference_for_several_classes():
    assert metrics(score((0.1, 0.2, 0.3), multi_label=True))["accuracy"] == 1.0
    assert score((0.1, 0.2, 0.3), multi_label=True).units.extra["class_id"].tolist() == [-1]


def test_lanes_agree_by_name():
    ours, theirs = class_scores(0.1, 0.9), class_scores(0.8, 0.2)
    counts = TASK.agreement_counts(ours, classes("a", "b"), theirs, classes("B", "c"))
    assert counts.tolist() == [[0, 0, 0], [0, 1, 0], [0, 0, 0]]
    assert TASK.agreement(counts).disagreement == 0.0


@pytest.mark.parametrize("multi_label", [True, False])
def test_lanes_that_cannot_be_compared(multi_label: bool):
    one, other = class_scores(0.1, 0.9), class_scores(0.1, 0.9, multi_label=multi_label)
    theirs = classes("a", "b") if multi_label else classes("x", "y")
    assert TASK.agreement_counts(one, classes("a", "b"), other, theirs) is None


def test_several_classes_agree_each_by_itself():
    ours, theirs = (class_scores(*row, multi_label=True) for row in ((0.9, 0.9), (0.9, 0.1)))
    counts = TASK.agreement_counts(ours, classes("a", "b"), theirs, classes("a", "b"))
    assert counts.tolist() == [[[0, 0], [0, 1]], [[0, 0], [1, 0]]]
    assert TASK.agreement(counts).disagreement == 0.5
