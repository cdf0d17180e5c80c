"""What classes are called in common must be what the tasks score by."""

import pytest

from granview.core.text import DataSetNames, TextReference
from granview.tasks.text_classes import join_classes, matched_names, reference_class_names
from tests.helpers.text_tasks import classes, true_entities


def test_names_match_without_regard_to_case_and_spaces():
    found = join_classes(classes("Very Bad", "good"), ["GOOD", "very_bad"], {})
    assert found.labels.names == ("Very Bad", "good")
    assert (found.reference, found.lacking) == ((1, 0), ())


def test_a_name_that_the_model_lacks_is_added_once():
    found = join_classes(classes("NEG", "POS"), ["mixed", "NEG", "Mixed"], {})
    assert found.labels.names == ("NEG", "POS", "mixed")
    assert (found.reference, found.lacking) == ((2, 0, 2), ("mixed",))


def test_an_edit_gives_a_class_the_references_name():
    found = join_classes(classes("NEG", "POS"), ["good"], {"pos": "good"})
    assert found.labels.names == ("NEG", "good")
    assert (found.class_map.targets, found.reference, found.lacking) == ((0, 1), (1,), ())


def test_edits_can_bring_classes_together():
    found = join_classes(classes("joy", "anger", "love"), ["positive"], {"joy": "positive", "love": "positive"})
    assert found.labels.names == ("positive", "anger")
    assert found.class_map.targets == (0, 1, 0)


def test_an_edit_and_a_name_can_bring_classes_together():
    found = join_classes(classes("happy", "positive", "sad"), ["Positive"], {"happy": "positive"})
    assert (found.class_map.targets, found.reference) == ((0, 0, 1), (0,))


def test_an_empty_edit_sets_a_class_apart():
    found = join_classes(classes("bank", "river"), ["bank"], {"bank": ""})
    assert found.labels.names == ("bank (model)", "river", "bank")
    assert found.reference == (2,)


def test_the_label_set_is_that_of_the_whole_data_set_whatever_a_text_says():
    model, known = classes("NEG", "POS"), ("positive", "negative", "mixed")
    found = [join_classes(model, [name], {}, known) for name in known]
    assert {one.labels for one in found} == {found[0].labels}
    assert found[0].labels.names == ("NEG", "POS", "mixed")
    assert [one.reference for one in found] == [(1,), (0,), (2,)]
    assert {one.class_map for one in found} == {found[0].class_map}


def test_numbers_are_the_models_own_and_keep_its_names():
    found = join_classes(classes("NEG", "POS"), ["1"], {}, ("0", "1"))
    assert (found.labels.names, found.reference) == (("NEG", "POS"), (1,))


def test_spellings_of_one_class_in_the_reference_are_that_class():
    known = ("POS", "positive", "neg", "negative.", "positive")
    found = join_classes(classes("NEG", "NEU", "POS"), known, {}, known)
    assert (found.known, found.lacking) == (("POS", "neg"), ())
    assert (found.reference, found.here) == ((2, 2, 0, 0, 2), ("POS", "POS", "neg", "neg", "POS"))
    assert found.respelled == (("positive", "POS"), ("negative.", "neg"))


def test_a_model_that_tells_spellings_apart_decides_by_exact_names():
    found = join_classes(classes("PER", "PERSON", "LOC"), ["person", "PER"], {}, ("person", "PER", "LOC"))
    assert (found.reference, found.respelled) == ((1, 0), ())


def test_edits_tell_spellings_apart_or_name_any_of_them():
    both = join_classes(classes("a", "b"), ["POS", "positive"], {"a": "positive", "b": "POS"})
    assert both.reference == (1, 0)
    one = join_classes(classes("a", "b"), ["POS", "positive"], {"b": "positive"})
    assert (one.labels.names, one.reference) == (("a", "POS"), (1, 1))


def test_a_class_that_the_model_lacks_is_lacking_once_however_it_is_spelled():
    found = join_classes(classes("NEG", "NEU"), ["pos"], {}, ("neg", "neu", "positive", "pos"))
    assert (found.lacking, found.here, found.reference) == (("positive",), ("positive",), (2,))


def test_whole_numbers_with_and_without_decimals_are_one_class():
    found = join_classes(classes("NEG", "POS"), ["1", "1.0", "0.0"], {}, ("0.0", "1.0", "1"))
    assert found.reference == (1, 1, 0)


CLASSES, TYPES = "text-classification", "token-classification"
KNOWN = TextReference(entities=true_entities((0, 3, "PER"), (4, 7, "LOC"), (8, 9, "PER")))


def test_edits_give_a_lanes_types_the_names_of_the_reference() -> None:
    names = matched_names(TYPES, classes("PERSON", "LOCATION", "ORG"), KNOWN, {"person": "per", "LOCATION": "LOC"})
    assert names.by_model == {"PERSON": "PER", "LOCATION": "LOC", "ORG": "ORG"}
    assert names.known == {"PER": "PER", "LOC": "LOC"}


def test_usual_spellings_are_the_same_in_every_task() -> None:
    names = matched_names(TYPES, classes("PERSON", "ORG"), KNOWN, {})
    assert names.shown("PERSON") == "PERSON → PER"
    known, data_set = TextReference(labels=("positive",)), DataSetNames(("positive", "negative"))
    matched = matched_names(CLASSES, classes("NEG", "POS"), known, {}, data_set)
    assert (matched.by_model, matched.known) == ({"NEG": "negative", "POS": "positive"}, {"positive": "positive"})


def test_a_class_that_is_set_apart_is_none_of_the_references() -> None:
    names = matched_names(TYPES, classes("PER"), KNOWN, {"PER": ""})
    assert names.model_key("PER") != names.key_of_reference("PER")


@pytest.mark.parametrize(("label", "known"), [("LABEL_1", "1"), ("LABEL_0", "0")])
def test_a_number_is_the_class_of_that_index(label: str, known: str) -> None:
    names = matched_names(CLASSES, classes("LABEL_0", "LABEL_1"), TextReference(labels=("1", "0")), {})
    assert names.model_key(label) == names.key_of_reference(known)


def test_a_lane_is_held_against_what_its_task_is_about() -> None:
    known = TextReference(labels=("1",), entities=true_entities((0, 3, "PER")))
    assert matched_names(TYPES, classes("LABEL_0", "LABEL_1"), known, {}).by_model["LABEL_1"] == "LABEL_1"
    assert matched_names("summarization", classes(), known, {}).known == {}
    assert reference_class_names(known) == ("1", "PER")
    assert reference_class_names(None) == ()
