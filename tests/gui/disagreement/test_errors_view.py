"""What is said of the errors of two lanes."""

import pytest
from PySide6.QtWidgets import QApplication

from granview.analysis.error_overlap import ErrorOverlap
from granview.gui.disagreement.errors_report import ErrorsReport
from granview.gui.disagreement.errors_view import ErrorsView, overlap_words
from granview.gui.style.theme import LIGHT
from tests.helpers.canvas import settle


def _words(both_right: int, only_first: int, only_second: int, both_wrong: int) -> str:
    overlap = ErrorOverlap(both_right, only_first, only_second, both_wrong, 30, None)
    return overlap_words(ErrorsReport("nano", "base", overlap, ()))


@pytest.mark.parametrize(
    ("counts", "words"),
    [
        ((75, 0, 1, 0), "There are no errors of base here. Too few"),
        ((75, 1, 0, 0), "There are no errors of nano here. Too few"),
        ((75, 0, 0, 0), "There are no errors of nano and base here."),
        ((60, 5, 5, 0), "They err on the same units hardly more often"),
        ((60, 1, 1, 20), "They err on nearly the same units (Cohen's κ 0.94)."),
    ],
)
def test_errors_are_alike_only_where_both_lanes_have_some(counts: tuple[int, int, int, int], words: str) -> None:
    assert _words(*counts).startswith(words)


def test_what_follows_from_the_counts_stands_right_below_them(qapp: QApplication) -> None:
    view = ErrorsView(LIGHT, lambda _: None)
    view.resize(960, 180)
    view.show()
    view.show_report(ErrorsReport("nano", "base", ErrorOverlap(60, 1, 1, 20, 30, None), ()), {})
    settle(qapp)
    last = view.overlap.model().index(1, 0)
    assert view.overlap.viewport().rect().contains(view.overlap.visualRect(last))
    assert view.words.geometry().top() - view.overlap.geometry().bottom() < 10
    assert view.words.mapTo(view, view.words.rect().bottomLeft()).y() <= view.height()
