import pytest

from granview.gui.model.view_option import NO_OPTIONS, ViewOption

COLOR = ViewOption("color", "Colour by", (("class", "class"), ("object", "object")))


def test_it_stands_at_its_first_value_until_another_is_chosen() -> None:
    assert COLOR.value_in(NO_OPTIONS) == "class"
    assert COLOR.value_in({"color": "object"}) == "object"


def test_what_is_no_value_of_it_is_its_default() -> None:
    assert COLOR.value_in({"color": "mood"}) == "class"


def test_one_of_nothing_cannot_be_chosen() -> None:
    with pytest.raises(ValueError, match="no values"):
        ViewOption("color", "Colour by", ())
