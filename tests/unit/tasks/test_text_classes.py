from granview.tasks.text_classes import join_classes
from tests.helpers.text_tasks import classes


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
