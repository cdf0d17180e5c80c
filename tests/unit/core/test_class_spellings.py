import pytest

from granview.core.class_spellings import canonical_spelling, class_keys
from granview.core.labels import normalized


@pytest.mark.parametrize(
    ("short", "others"),
    [
        ("PER", ("Person",)),
        ("LOC", ("location",)),
        ("ORG", ("organization", "Organisation")),
        ("MISC", ("miscellaneous",)),
        ("POS", ("positive",)),
        ("NEG", ("Negative",)),
        ("NEU", ("neutral",)),
    ],
)
def test_the_usual_spellings(short: str, others: tuple[str, ...]) -> None:
    assert {canonical_spelling(other) for other in others} == {canonical_spelling(short)}


def test_a_class_without_other_spellings_is_itself() -> None:
    assert canonical_spelling("Work of_Art") == "workofart"


@pytest.mark.parametrize(
    ("written", "plain"),
    [("negative.", "neg"), ("“very bad”", "verybad"), ("1.0", "1"), ("-1.0", "-1"), ("2.", "2"), ("1.5", "1.5")],
)
def test_decimals_of_whole_numbers_and_punctuation_around_words_are_no_part_of_a_name(written: str, plain: str) -> None:
    assert canonical_spelling(written) == plain


@pytest.mark.parametrize("tag", ["$.", "$,", "''", ".", "C++", "-"])
def test_tags_that_are_signs_stay_what_they_are(tag: str) -> None:
    assert canonical_spelling(tag) == normalized(tag)


def test_usual_spellings_are_one_class_unless_a_list_tells_them_apart() -> None:
    assert class_keys([["PER", "Work Of"], ["person", "workof"]]) == {"per": "per", "workof": "workof", "person": "per"}
    assert class_keys([["PER"], ["person", "PER"]]) == {"per": "per", "person": "person"}
