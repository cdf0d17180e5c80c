import pytest

from granview.core.predictions.filled_masks import FilledMasks
from granview.core.run_params import RunParams
from granview.core.unit import merge_statistics
from granview.tasks.base import TASKS, Scores
from tests.helpers.text_tasks import NO_LABELS, filled, truth

TASK = TASKS.get("fill-mask")
TEXT = "[MASK] is the capital of [MASK] ."


def score(said: FilledMasks, *targets: str) -> Scores:
    return TASK.score(said, NO_LABELS, truth(TEXT, targets=targets), RunParams())


def test_ranks_over_all_masks():
    parts = [
        score(filled(["Paris", "Rome", "Bonn"], ["Italy", "France", "Spain"]), "paris", " France"),
        score(filled(["Paris", "Rome", "Bonn"]), "Berlin"),
    ]
    found = TASK.metrics(merge_statistics(part.statistics for part in parts))
    assert found == pytest.approx({"accuracy_at_1": 1 / 3, "accuracy_at_k": 2 / 3, "mrr": (1 + 1 / 2) / 3})


def test_units_are_the_masks():
    units = score(filled(["Paris", "Rome"], ["Italy", "France"]), "Paris", "Peru").units
    assert units.kinds == ("mask",)
    assert (units.grain.tolist(), units.score.tolist()) == ([6, 6], [1, 0])
    assert (units.extra["rank"].tolist(), units.extra["start"].tolist()) == ([1, 0], [0, 7])


def test_another_number_of_targets_is_said():
    found = score(filled(["Paris"]), "Paris", "France")
    assert (found.statistics, found.notices) == ({}, ("The text has 1 masks, the reference 2 targets; not scored.",))


def test_without_targets_nothing_is_scored():
    found = TASK.score(filled(["a"]), NO_LABELS, truth(labels=("x",)), RunParams())
    assert (found.statistics, len(found.units)) == ({}, 0)
    assert found.notices == ("The reference has labels but no targets, so nothing is scored.",)


def test_lanes_agree_on_the_first_word():
    ours, theirs = filled(["Paris", "Rome"], ["Italy", "France"]), filled([" paris"], ["France"])
    assert TASK.agreement(TASK.agreement_counts(ours, NO_LABELS, theirs, NO_LABELS)).value == 0.5
    assert TASK.agreement_counts(ours, NO_LABELS, filled(["Paris"]), NO_LABELS) is None
