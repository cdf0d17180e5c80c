from typing import Any

import pytest

from granview.core.errors import InputError
from granview.core.text import Case, Span
from granview.io.datasets.value_parsing import (
    as_answers,
    as_cases,
    as_entities,
    as_grain,
    as_identifier,
    as_labels,
    as_targets,
    as_text,
)

TEXT = "Änne lives in Bonn 😀 now"


@pytest.mark.parametrize(
    ("value", "names", "labels"),
    [
        ("positive", None, ("positive",)),
        (1, None, ("1",)),
        (1.0, None, ("1",)),
        (2.5, None, ("2.5",)),
        (True, None, ("true",)),
        (True, ("no", "yes"), ("yes",)),
        (1, ("neg", "pos"), ("pos",)),
        ("0", ("neg", "pos"), ("neg",)),
        ("pos", ("neg", "pos"), ("pos",)),
        (["a", "b"], None, ("a", "b")),
        ('["a", "b"]', None, ("a", "b")),
        ([0, 1], ("x", "y"), ("x", "y")),
        ([], None, ()),
        (-1, ("neg", "pos"), None),
        (-1, None, ("-1",)),
        ("-1.0", ("neg", "pos"), None),
        ("1.0", ("neg", "pos"), ("pos",)),
        (None, None, None),
        ("", None, None),
        ("\ud800", None, ("\ufffd",)),
    ],
)
def test_labels(value: Any, names: tuple[str, ...] | None, labels: tuple[str, ...] | None) -> None:
    assert as_labels(value, names) == labels


@pytest.mark.parametrize(
    ("value", "words"), [(2, "label 2, but there are 2 names"), ({"a": 1}, "no name and no number")]
)
def test_labels_that_are_none(value: Any, words: str) -> None:
    with pytest.raises(InputError, match=words):
        as_labels(value, ("neg", "pos"))


@pytest.mark.parametrize(
    "value",
    [
        [{"start": 14, "end": 18, "label": "LOC"}, {"start": 0, "end": 4, "label": "PER", "text": "Änne"}],
        [{"start": 0, "end": 4, "entity_group": "PER", "word": "Änne"}, {"start": 14, "end": 18, "type": "LOC"}],
        [[0, 4, "PER"], [14, 18, "LOC"]],
        '[[0, 4, "PER"], [14, 18, "LOC"]]',
    ],
)
def test_entities_are_read_in_the_order_of_their_starts(value: Any) -> None:
    assert as_entities(value, TEXT) == (Span(0, 4, "PER"), Span(14, 18, "LOC"))
    assert as_entities([], TEXT) == ()
    assert as_entities(None, TEXT) is None


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ([[0, 99, "PER"]], "from 0 to 99, but 24 characters"),
        ([[4, 4, "PER"]], "from 4 to 4"),
        ([[-1, 4, "PER"]], "from -1 to 4"),
        ([{"start": 15, "end": 19, "label": "LOC", "text": "Bonn"}], "has 'onn ' from 15 to 19, not the entity 'Bonn'"),
        ([{"start": 0, "label": "PER"}], "without start, end and label"),
        ([3], "without start, end and label"),
        ("Bonn", "no list"),
    ],
)
def test_entities_that_do_not_fit_the_text_are_refused(value: Any, words: str) -> None:
    with pytest.raises(InputError, match=words):
        as_entities(value, TEXT)


@pytest.mark.parametrize(
    ("value", "answers"),
    [
        ([{"text": "Bonn", "answer_start": 14}, {"text": "Bonn", "answer_start": 14}], ("Bonn",)),
        ({"text": ["Bonn", "Änne"], "answer_start": [14, 0]}, ("Bonn", "Änne")),
        ({"text": [], "answer_start": []}, ()),
        ({"text": "Bonn", "answer_start": 14}, ("Bonn",)),
        (["Bonn"], ("Bonn",)),
        ("Bonn", ("Bonn",)),
        ([], ()),
        ("", ()),
        (None, None),
    ],
)
def test_answers(value: Any, answers: tuple[str, ...] | None) -> None:
    assert as_answers(value, TEXT) == (answers, "")


def test_answers_that_do_not_stand_there_are_kept_and_said() -> None:
    assert as_answers([{"text": "Bonn", "answer_start": 3}], TEXT) == (
        ("Bonn",),
        "has an answer that does not stand at character 3: 'Bonn'",
    )
    assert as_answers(["Ulm"], TEXT) == (("Ulm",), "has an answer that does not stand in its context: 'Ulm'")
    with pytest.raises(InputError, match="no text"):
        as_answers([3], TEXT)
    with pytest.raises(InputError, match="no list"):
        as_answers(3, TEXT)


def test_targets_cases_grain_names() -> None:
    assert as_targets("a\ud800") == ("a\ufffd",)
    assert as_targets(["a", 4]) == ("a", "4")
    assert as_targets([]) is None
    assert as_cases([{"variables": {"a": [1]}, "value": None}]) == (Case({"a": [1]}, None),)
    assert as_cases(None) is None
    assert (as_grain("2.5"), as_grain(None), as_grain(3)) == (2.5, None, 3.0)
    assert (as_identifier(7), as_identifier("x"), as_identifier(None), as_identifier([1])) == ("7", "x", None, None)


@pytest.mark.parametrize(
    ("value", "words"), [(None, "has no text"), ("", "has no text"), ([1], "has a text that is no text")]
)
def test_texts_that_are_none(value: Any, words: str) -> None:
    with pytest.raises(InputError, match=words):
        as_text(value, "text")


def test_what_is_not_as_it_should_be_is_refused() -> None:
    cases = [{"variables": {"a": 1 << 70}, "value": 1}], [{"variables": {}, "value": "\ud800"}], [{"value": 1}]
    for case in cases:
        with pytest.raises(InputError, match="has cases"):
            as_cases(case)
    for grain in ("deep", "nan", [1]):
        with pytest.raises(InputError, match="has a grain that is no number"):
            as_grain(grain)
    with pytest.raises(InputError, match="has no target"):
        as_targets([None])
