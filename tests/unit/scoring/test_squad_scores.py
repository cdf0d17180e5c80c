import pytest
from torchmetrics.functional.text import squad

from granview.scoring.squad_scores import answer_score, normalized_answer


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Eiffel  Tower!", "eiffel tower"),
        ("a an the", ""),
        ("theatre", "theatre"),
        ("U.S.", "us"),
        ("the-end", "theend"),
        ("An\tapple\na day", "apple day"),
        ("「東京」", "「東京」"),
    ],
)
def test_normalisation(text: str, expected: str):
    assert normalized_answer(text) == expected


@pytest.mark.parametrize(
    ("said", "accepted", "exact", "f1"),
    [
        ("the Denver Broncos", ["Denver Broncos"], 1, 1),
        ("Denver", ["Denver Broncos", "Broncos"], 0, 2 / 3),
        ("in the city of Paris", ["Paris", "city of Paris"], 0, 6 / 7),
        ("to be or to be", ["to be"], 0, 2 * 2 / 7),
        ("", [], 1, 1),
        ("Paris", [], 0, 0),
        ("", ["Paris"], 0, 0),
        ("The", [], 1, 1),
        ("", ["the", "Paris"], 0, 0),
    ],
)
def test_hand_worked(said: str, accepted: list[str], exact: float, f1: float):
    assert answer_score(said, accepted) == (exact, pytest.approx(f1))


@pytest.mark.parametrize(
    ("said", "accepted"),
    [
        ("a quick brown fox", ["the quick fox", "brown fox"]),
        ("1976", ["1976", "in 1976"]),
        ("x", ["y"]),
        ("New York, New York", ["New York"]),
    ],
)
def test_equals_torchmetrics(said: str, accepted: list[str]):
    theirs = squad(
        {"prediction_text": said, "id": "1"},
        {"answers": {"answer_start": [0] * len(accepted), "text": accepted}, "id": "1"},
    )
    found = answer_score(said, accepted)
    assert found.exact * 100 == pytest.approx(float(theirs["exact_match"]))
    assert found.f1 * 100 == pytest.approx(float(theirs["f1"]))
