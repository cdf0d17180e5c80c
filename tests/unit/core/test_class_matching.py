import pytest

from granview.core.class_matching import ClassMatch, canonical_spelling, class_keys, match_classes, match_names
from granview.core.labels import LabelSet, normalized
from granview.core.palette import class_colors


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


def label_set(*names: str, void: int | None = None) -> LabelSet:
    return LabelSet(names, class_colors(names), void)


def match(model: str, reference: str, edits: dict[str, str] | None = None) -> ClassMatch:
    return match_classes(label_set(*model.split("|")), label_set(*reference.split("|")), edits)


def test_classes_match_by_name_whatever_the_spelling() -> None:
    found = match("Traffic Light|road|sky", "road|traffic_light")
    assert found.class_map.targets == (1, 0, None)
    assert found.class_map.matched == 2


def test_an_exact_name_goes_before_one_that_differs_by_case() -> None:
    assert match("us|US", "US|us").class_map.targets == (1, 0)


def test_an_edit_wins_over_the_name_and_may_say_none() -> None:
    found = match("car|truck|road", "vehicle|road", {"Car": "vehicle", "truck": "vehicle", "road": ""})
    assert found.class_map.targets == (0, 0, None)
    assert match("car", "car", {"car": "bus"}).class_map.targets == (None,)


@pytest.mark.parametrize(
    ("model", "reference", "targets"),
    [
        ("NEG|POS", "positive|negative", (1, 0)),
        ("negative|neutral|positive", "NEU|POS|NEG", (2, 0, 1)),
        ("PERSON|ORGANISATION", "ORG|PER", (1, 0)),
        ("PER|PERSON", "PER", (0, None)),
        ("ORGANIZATION|ORGANISATION", "ORG", (None, None)),
        ("PERSON", "PER|PERSON", (1,)),
    ],
)
def test_usual_spellings_match_unless_one_side_has_several(
    model: str, reference: str, targets: tuple[int | None, ...]
) -> None:
    assert match(model, reference).class_map.targets == targets


@pytest.mark.parametrize(
    ("model", "reference", "targets"),
    [
        ("NEG|POS", "1|0", (1, 0)),
        ("NEG|POS", "1", (None, 0)),
        ("neg|neu|pos", "0|2", (0, None, 1)),
        ("NEGATIVE|POSITIVE", "LABEL_0|LABEL_1", (0, 1)),
        ("LABEL_0|LABEL_1", "1|other", (None, 0)),
        ("0|1", "label 1", (None, 0)),
        ("LABEL_0|LABEL_1|LABEL_2", "0|2", (0, None, 1)),
        ("LABEL_0|LABEL_1|LABEL_2", "2.0|0.0|1.0", (1, 2, 0)),
        ("NEG|POS", "0.0|1.0", (0, 1)),
    ],
)
def test_a_number_is_the_models_class_of_that_index(
    model: str, reference: str, targets: tuple[int | None, ...]
) -> None:
    found = match(model, reference)
    assert found.class_map.targets == targets
    assert len(found.numbered) == sum(target is not None for target in targets)


@pytest.mark.parametrize(
    ("model", "reference"),
    [
        ("1 star|2 stars|3 stars", "0|1|2"),
        ("World|Sports|Business|Sci", "1|2|3|4"),
        ("NEG|POS", "0|1|2"),
        ("NEG|NEU|POS", "0|1"),
        ("NEG|NEU|POS", "1|2"),
        ("NEG|POS", "0|1|unknown"),
        ("NEG|POS", "-1|1"),
        ("NEG|POS", "true|false"),
        ("LABEL_0|LABEL_1", "True|False"),
        ("LABEL_0|LABEL_1|LABEL_2", "1|2|3"),
        ("LABEL_0|LABEL_1|LABEL_2", "1.0|2.0|3.0"),
        ("LABEL_0|LABEL_1|LABEL_2", "1|2"),
        ("LABEL_0|LABEL_1|LABEL_2", "0|1|2|3"),
        ("LABEL_0|LABEL_1", "1|2"),
        ("NEG|NEU|POS", "0.5|1.5|2.5"),
    ],
)
def test_numbers_that_may_mean_something_else_are_not_guessed(model: str, reference: str) -> None:
    found = match(model, reference)
    assert (found.class_map.matched, found.is_settled) == (0, False)


def test_true_and_false_are_classes_of_these_names() -> None:
    assert match("False|True", "true|false").class_map.targets == (1, 0)


def test_a_number_below_zero_is_another_than_that_above() -> None:
    assert match("a|b|c", "-1|0|1", {"a": "-1", "c": "1"}).class_map.targets == (0, None, 2)


def test_names_match_without_the_punctuation_of_a_sentence() -> None:
    assert match("negative|positive", '"Positive"|neg.').class_map.targets == (1, 0)


def test_an_edit_to_a_number_leaves_the_others_to_the_user() -> None:
    assert match("NEG|POS", "0|1", {"NEG": "1"}).class_map.targets == (1, None)


def test_numbers_of_one_sample_need_not_reach_from_the_first_class_to_the_last() -> None:
    assert match_names(("NEG", "NEU", "POS"), ("1",), is_whole=False).class_map.targets == (None, 0, None)


def test_numbers_of_another_lane_are_no_indices() -> None:
    assert match_names(("NEG", "POS"), ("0", "1"), by_number=False).class_map.matched == 0


@pytest.mark.parametrize(
    ("model", "reference", "settled"),
    [
        ("a|b|c", "a|b|x", True),
        ("a|b|c", "a|x", False),
        ("a|b", "a|b|x|y", True),
        ("a|b|c", "a|b|x|y", False),
        ("a|b", "x|y", False),
        ("a", "a|x|y|z", True),
    ],
)
def test_a_lane_is_scored_where_most_classes_match_or_it_can_say_no_other(
    model: str, reference: str, settled: bool
) -> None:
    assert match(model, reference).is_settled is settled


def test_setting_what_is_left_apart_settles_it() -> None:
    assert not match("road|tree|wall", "road|car|sky|pole").is_settled
    assert match("road|tree|wall", "road|car|sky|pole", {"tree": "", "wall": ""}).is_settled


def test_without_any_class_there_is_nothing_to_settle() -> None:
    assert match_names(("a",), ()).is_settled


def test_void_is_no_class_to_be_matched_or_missed() -> None:
    found = match_classes(label_set("void", "sky"), label_set("void", "sky", "car", void=0))
    assert found.class_map.targets == (None, 1)
    assert (found.lacking, found.is_settled) == ((2,), True)
