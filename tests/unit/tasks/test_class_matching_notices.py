import pytest

from granview.core.class_matching import match_names
from granview.tasks.class_matching_notices import listed, matching_notices


def notices(model: tuple[str, ...], reference: tuple[str, ...], what: str = "class") -> tuple[str, ...]:
    return matching_notices(match_names(model, reference), model, reference, reference, what)


def test_several_classes_without_a_counterpart_are_named_in_order_with_an_example_of_a_pair():
    assert notices(("bad", "good"), ("10", "9")) == (
        "No class of the model has the name of the reference's classes '9' and '10', so nothing is scored. "
        "The model has bad and good. Say which belong together: Match classes… in the window, "
        "--class-map MODEL=REFERENCE on the command line (such as --class-map good=10), class_edits in Python.",
    )


def test_one_class_is_one_and_an_example_with_spaces_can_be_pasted_into_a_shell():
    (words,) = notices(("traffic light",), ("lamp",), "type")
    assert "the reference's type 'lamp', so nothing" in words
    assert "(such as --class-map 'traffic light=lamp')" in words


def test_classes_that_count_as_missed_stand_in_natural_order():
    assert notices(("sky",), ("t10", "t2", "sky")) == ("The model has no class for: t2 and t10. They count as missed.",)


@pytest.mark.parametrize(
    ("n", "words"),
    [(0, ""), (1, "0"), (2, "0 and 1"), (3, "0, 1 and 2"), (22, f"{', '.join(map(str, range(20)))} and 2 more")],
)
def test_names_are_listed_as_a_sentence_does_and_only_very_many_are_cut(n: int, words: str):
    assert listed([str(i) for i in range(n)]) == words
