import pytest

from granview.gui.model.view_state import Mode, ViewState


def test_tells_the_name_once_and_only_for_another_value() -> None:
    view, told = ViewState(), []
    view.changed.connect(told.append)
    view.mode = Mode.SWIPE
    view.mode = Mode.SWIPE
    view.hidden_classes = frozenset({"road"})
    view.pinned = None
    assert told == ["mode", "hidden_classes"]


@pytest.mark.parametrize("name", ["opacity", "divider"])
@pytest.mark.parametrize(("given", "kept"), [(-1.0, 0.0), (0.25, 0.25), (7.0, 1.0)])
def test_parts_stay_between_nothing_and_all(name: str, given: float, kept: float) -> None:
    view = ViewState()
    setattr(view, name, given)
    assert getattr(view, name) == kept


def test_states_are_apart() -> None:
    one, other = ViewState(), ViewState()
    one.opacity = 0.1
    assert other.opacity != 0.1


def test_a_class_that_is_hidden_does_not_stand_out() -> None:
    view = ViewState()
    view.highlighted_class = "Traffic_Light"
    assert view.emphasised_class == "Traffic_Light"
    view.hidden_classes = frozenset({"traffic light"})
    assert view.emphasised_class is None
    view.hidden_classes = frozenset({"road"})
    assert view.emphasised_class == "Traffic_Light"
