import pytest

from granview.tasks.text_classes import join_classes
from tests.helpers.text_tasks import classes


def test_names_match_without_regard_to_case_and_spaces():
    found = join_classes(classes("Very Bad", "good"), ["GOOD", "very_bad"], {})
    assert found.labels.names == ("Very Bad", "good")
    assert (found.reference, found.unknown) == ((1, 0), ())


def test_an_unknown_name_is_added():
    found = join_classes(classes("NEG", "POS"), ["positive", "NEG", "positive"], {})
    assert found.labels.names == ("NEG", "POS", "positive")
    assert (found.reference, found.unknown) == ((2, 0, 2), ("positive", "positive"))


def test_an_edit_gives_a_class_the_references_name():
    found = join_classes(classes("NEG", "POS"), ["positive"], {"pos": "positive"})
    assert found.labels.names == ("NEG", "positive")
    assert (found.class_map.targets, found.reference, found.unknown) == ((0, 1), (1,), ())


def test_edits_can_bring_classes_together():
    found = join_classes(classes("joy", "anger", "love"), ["positive"], {"joy": "positive", "love": "positive"})
    assert found.labels.names == ("positive", "anger")
    assert found.class_map.targets == (0, 1, 0)


def test_an_empty_edit_sets_a_class_apart():
    found = join_classes(classes("bank", "river"), ["bank"], {"bank": ""})
    assert found.labels.names == ("bank (model)", "river", "bank")
    assert found.reference == (2,)


@pytest.mark.parametrize(("name", "expected"), [("1", 1), ("LABEL_0", 0), ("label 1", 1)])
def test_numbers_are_indices_of_classes_without_names(name: str, expected: int):
    found = join_classes(classes("LABEL_0", "LABEL_1"), [name], {})
    assert (found.reference, found.unknown) == ((expected,), ())


def test_numbers_are_no_indices_of_classes_with_names():
    assert join_classes(classes("1 star", "2 stars"), ["1"], {}).unknown == ("1",)


def test_entity_types_match_in_their_usual_spellings_and_keep_the_models_names():
    model, names = classes("PERSON", "ORGANIZATION", "LOCATION"), ["PER", "ORG", "GPE", "PER"]
    found = join_classes(model, names, {}, entity_types=True)
    assert found.labels.names == ("PERSON", "ORGANIZATION", "LOCATION", "GPE")
    assert (found.reference, found.unknown) == ((0, 1, 3, 0), ("GPE",))
    assert found.respelled == (("PER", "PERSON"), ("ORG", "ORGANIZATION"))
    assert join_classes(model, names, {}).unknown == ("PER", "ORG", "GPE", "PER")


@pytest.mark.parametrize(
    ("model", "names", "unknown"),
    [
        (("PER", "PERSON"), ["PER"], ()),
        (("ORGANIZATION", "ORGANISATION"), ["ORG"], ("ORG",)),
        (("PERSON",), ["PER", "PERSON"], ("PER",)),
    ],
)
def test_spellings_stay_apart_where_one_side_has_several(
    model: tuple[str, ...], names: list[str], unknown: tuple[str, ...]
):
    found = join_classes(classes(*model), names, {}, entity_types=True)
    assert (found.respelled, found.unknown) == ((), unknown)


def test_an_edit_wins_over_a_usual_spelling():
    apart = join_classes(classes("PERSON"), ["PER"], {"PERSON": ""}, entity_types=True)
    assert (apart.respelled, apart.unknown) == ((), ("PER",))
    given = join_classes(classes("PERSON", "HUMAN"), ["PER"], {"HUMAN": "PER"}, entity_types=True)
    assert (given.respelled, given.reference) == ((), (1,))
