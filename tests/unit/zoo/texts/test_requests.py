"""The grammar of requests: clear English, canonical Python, values on all kinds of input."""

import ast
from collections import Counter

import pytest

from granview.scoring.expressions import operations, parses
from granview.zoo.texts.requests import MAX_OPERATIONS, make_request, operations_of
from granview.zoo.texts.requests.cases import Case, is_correct, make_cases
from granview.zoo.texts.requests.operations import OPERATIONS
from granview.zoo.texts.requests.trees import canonical
from granview.zoo.texts.split import Split, belongs

SAMPLES = [make_request(seed) for seed in Split.TRAIN.value[:1500]]


def test_a_seed_gives_its_request_for_ever() -> None:
    sample = make_request(10_000_001)
    assert (sample.text, sample.target, sample.operations) == (
        "I need the sum of all elements of the list xs",
        "sum(xs)",
        1,
    )


def test_targets_are_in_the_language_and_canonical() -> None:
    for sample in SAMPLES:
        assert parses(sample.target)
        assert canonical(sample.target) == sample.target == ast.unparse(ast.parse(sample.target))


def test_operations_are_those_of_the_expression() -> None:
    assert all(operations(sample.target) == sample.operations for sample in SAMPLES)
    assert all(operations_of(seed) == make_request(seed).operations for seed in Split.TRAIN.value[:50])
    counts = Counter(sample.operations for sample in SAMPLES)
    assert set(counts) == set(range(1, MAX_OPERATIONS + 1))
    assert min(counts.values()) > 0.8 * len(SAMPLES) / MAX_OPERATIONS


@pytest.mark.slow
def test_one_request_never_asks_for_two_expressions() -> None:
    asked: dict[str, str] = {}
    for seed in Split.TRAIN.value[:15_000]:
        sample = make_request(seed)
        assert asked.setdefault(sample.text.lower(), sample.target) == sample.target, sample.text


def test_no_expression_is_in_two_splits() -> None:
    for split in Split:
        targets = {make_request(seed).target for seed in split.value[:300]}
        assert all(belongs(target, split) for target in targets)
    assert not any(belongs(sample.target, Split.TEST) for sample in SAMPLES)


def test_every_operation_has_its_own_words() -> None:
    for operation in OPERATIONS:
        assert operation.phrases
        for phrase in (*operation.phrases, *operation.tight, *operation.root):
            assert all(f"{{{place}}}" in phrase for place in range(len(operation.operands)))


@pytest.mark.parametrize("sample", SAMPLES[:60], ids=lambda sample: sample.target)
def test_cases_are_reproducible_and_the_target_is_right_on_them(sample: object) -> None:
    target = sample.target  # type: ignore[attr-defined]
    cases = make_cases(5, target, 3)
    assert cases == make_cases(5, target, 3)
    assert is_correct(target, cases)


def test_most_expressions_have_values() -> None:
    assert sum(len(make_cases(0, sample.target, 4)) == 4 for sample in SAMPLES[:300]) > 270


def test_a_value_must_be_right_in_all_cases_and_of_the_same_type() -> None:
    cases = (Case({"x": 1}, 1), Case({"x": 2}, 4))
    assert is_correct("x * x", cases)
    assert is_correct("x ** 2", cases)
    assert not is_correct("x", cases)
    assert not is_correct("x +", cases)
    assert not is_correct("x == 1", cases[:1])
