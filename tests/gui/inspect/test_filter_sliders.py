from PySide6.QtWidgets import QApplication, QLabel

from granview.gui.inspect.filter_sliders import FilterSliders
from granview.gui.model.number_filter import NumberFilter
from granview.gui.model.view_state import ViewState

SCORE = NumberFilter("score", "Least score", 0.0, 1.0, 0.25)
DEPTH = NumberFilter("depth", "Greatest depth", 1.0, 5.0, 5.0)


def texts(sliders: FilterSliders) -> list[str]:
    return [label.text() for label in sliders.findChildren(QLabel) if not label.isHidden()]


def test_each_filter_has_a_slider_that_stands_where_the_view_says(qapp: QApplication) -> None:
    view = ViewState()
    view.filters = {"depth": 3.0}
    sliders = FilterSliders(view)
    sliders.offer([SCORE, DEPTH])
    assert {name: slider.value() for name, slider in sliders.sliders.items()} == {"score": 25, "depth": 50}
    assert "Least score" in texts(sliders)
    assert view.filters == {"depth": 3.0}


def test_a_slider_sets_its_filter_and_leaves_the_others(qapp: QApplication) -> None:
    view, told = ViewState(), []
    sliders = FilterSliders(view)
    sliders.offer([SCORE, DEPTH])
    view.changed.connect(told.append)
    sliders.sliders["score"].setValue(80)
    sliders.sliders["depth"].setValue(0)
    assert (view.filters, told) == ({"score": 0.8, "depth": 1.0}, ["filters", "filters"])
    assert "0.8" in " ".join(texts(sliders))


def test_a_value_between_two_steps_is_kept_until_the_slider_is_moved(qapp: QApplication) -> None:
    view = ViewState()
    sliders = FilterSliders(view)
    sliders.offer([SCORE])
    view.filters = {"score": 0.333}
    assert (sliders.sliders["score"].value(), view.filters) == (33, {"score": 0.333})


def test_without_filters_it_takes_no_room(qapp: QApplication) -> None:
    sliders = FilterSliders(ViewState())
    sliders.offer([SCORE])
    assert not sliders.isHidden()
    sliders.offer([])
    assert sliders.isHidden()
    assert not sliders.sliders
