"""What classes are called in common must be what the tasks score by."""

import pytest

from granview.core.text import DataSetNames, TextReference
from granview.tasks.matched_names import matched_names, reference_class_names
from tests.helpers.text_tasks import classes, true_entities

CLASSES, TYPES = "text-classification", "token-classification"
KNOWN = TextReference(entities=true_entities((0, 3, "PER"), (4, 7, "LOC"), (8, 9, "PER")))


def test_edits_give_a_lanes_types_the_names_of_the_reference() -> None:
    names = matched_names(TYPES, classes("PERSON", "LOCATION", "ORG"), KNOWN, {"person": "per", "LOCATION": "LOC"})
    assert names.said == {"PERSON": "PER", "LOCATION": "LOC", "ORG": "ORG"}
    assert names.known == {"PER": "PER", "LOC": "LOC"}


def test_usual_spellings_are_the_same_in_every_task() -> None:
    names = matched_names(TYPES, classes("PERSON", "ORG"), KNOWN, {})
    assert names.shown("PERSON") == "PERSON → PER"
    known, data_set = TextReference(labels=("positive",)), DataSetNames(("positive", "negative"))
    said = matched_names(CLASSES, classes("NEG", "POS"), known, {}, data_set)
    assert (said.said, said.known) == ({"NEG": "negative", "POS": "positive"}, {"positive": "positive"})


def test_a_class_that_is_set_apart_is_none_of_the_references() -> None:
    names = matched_names(TYPES, classes("PER"), KNOWN, {"PER": ""})
    assert names.model_key("PER") != names.key_of_reference("PER")


@pytest.mark.parametrize(("said", "known"), [("LABEL_1", "1"), ("LABEL_0", "0")])
def test_a_number_is_the_class_of_that_index(said: str, known: str) -> None:
    names = matched_names(CLASSES, classes("LABEL_0", "LABEL_1"), TextReference(labels=("1", "0")), {})
    assert names.model_key(said) == names.key_of_reference(known)


def test_a_lane_is_held_against_what_its_task_is_about() -> None:
    known = TextReference(labels=("1",), entities=true_entities((0, 3, "PER")))
    assert matched_names(TYPES, classes("LABEL_0", "LABEL_1"), known, {}).said["LABEL_1"] == "LABEL_1"
    assert matched_names("summarization", classes(), known, {}).known == {}
    assert reference_class_names(known) == ("1", "PER")
    assert reference_class_names(None) == ()
