"""What the window makes of classes of a picture: rows, card, readout, links, difference."""

import numpy as np
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QImage, QPainter
from PySide6.QtWidgets import QApplication

from granview.core.labels import LabelSet
from granview.core.predictions.class_scores import ClassScores
from granview.gui.paint.frame import Frame
from granview.gui.paint.overlay_style import OverlayStyle
from granview.gui.presenters.picture_presenter import DifferenceSide, presenter_of
from granview.gui.presenters.pictures.class_scores_card import ClassCard, words_of
from granview.gui.presenters.pictures.class_scores_difference import class_scores_difference
from granview.gui.presenters.pictures.class_scores_links import ClassScoresLinks
from granview.gui.presenters.pictures.class_scores_painter import ClassScoresPainter
from granview.gui.presenters.pictures.class_scores_rows import card_rows, percent, surer_than

NAMES = ("ant", "bee", "cat", "dog", "eel", "fox", "gnu")
LABELS = LabelSet(NAMES, tuple((30 * index, 90, 200) for index in range(7)), None)
SAID = ClassScores(np.array([0.02, 0.5, 0.25, 0.1, 0.08, 0.03, 0.02], np.float32))


def side(prediction: ClassScores, title: str = "", is_reference: bool = False) -> DifferenceSide[ClassScores]:
    return DifferenceSide(title, prediction, LABELS, is_reference=is_reference)


def one_hot(*indices: int) -> ClassScores:
    return ClassScores(np.isin(np.arange(7), indices).astype(np.float32))


def test_the_surest_classes_are_listed_and_the_right_one_behind_them():
    rows = card_rows(SAID, LABELS, OverlayStyle(), {6})
    assert [row.name for row in rows] == ["bee", "cat", "dog", "eel", "fox", "gnu"]
    assert [row.is_right for row in rows] == [False] * 5 + [True]
    assert [row.is_chosen for row in rows] == [True] + [False] * 5
    assert [row.is_right for row in card_rows(SAID, LABELS, OverlayStyle())] == [None] * 5


def test_hidden_and_improbable_classes_are_left_out():
    style = OverlayStyle(hidden=frozenset({"Cat"}), filters={"probability": 0.09})
    assert [row.name for row in card_rows(SAID, LABELS, style)] == ["bee", "dog"]
    assert np.count_nonzero(surer_than(SAID, {"probability": 0.09}).scores) == 3


def test_no_probability_is_shown_as_none_but_none():
    assert [percent(value) for value in (0.0, 0.004, 0.456, 1.0)] == ["0 %", "< 1 %", "46 %", "100 %"]


def drawn(card: ClassCard, width: int, height: int) -> QImage:
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor(200, 200, 200))
    with QPainter(image) as painter:
        card.paint(painter, QRectF(0, 0, width, height), 0.9)
    return image


def test_a_card_leaves_half_of_the_picture_free_and_small_cells_alone():
    card = ClassCard(card_rows(SAID, LABELS, OverlayStyle(), {1}))
    large = drawn(card, 400, 300)
    assert large.pixelColor(200, 60) == QColor(200, 200, 200)
    assert large.pixelColor(20, 285) != QColor(200, 200, 200)
    metrics = QFontMetricsF(QPainter(large).font())
    assert card.area(QRectF(0, 0, 400, 300), metrics).height() <= 150
    assert card.area(QRectF(0, 0, 60, 20), metrics).isEmpty()
    assert drawn(card, 60, 20).pixelColor(20, 15) == QColor(200, 200, 200)


def test_in_a_narrow_cell_the_name_goes_before_the_probability(qapp: QApplication):
    row = card_rows(SAID, LABELS, OverlayStyle())[0]
    metrics = QFontMetricsF(QFont())
    name = metrics.horizontalAdvance(row.name)
    assert words_of(row, name + 100, metrics) == (row.name, percent(row.score))
    assert words_of(row, name + 4, metrics) == (row.name, "")
    cut, score = words_of(row, name - 4, metrics)
    assert (cut != row.name, score) == (True, "")
    card = ClassCard(card_rows(SAID, LABELS, OverlayStyle(), {1}))
    assert card.area(QRectF(0, 0, 120, 200), metrics).width() == 104


def test_the_card_is_as_large_at_every_zoom():
    painter_of = presenter_of(SAID).painter(SAID, LABELS, None, lambda: None)
    images = []
    for scale in (1.0, 9.0):
        image = QImage(300, 200, QImage.Format.Format_RGB32)
        image.fill(QColor(9, 9, 9))
        with QPainter(image) as painter:
            painter_of.paint(painter, Frame(QRectF(0, 0, 300, 200), 96, 96, QPointF(48, 48), scale))
        images.append(image)
    assert images[0] == images[1]


def test_the_surest_class_is_read_everywhere_unless_it_is_filtered_away():
    presenter = presenter_of(SAID)
    found = presenter.readout(SAID, LABELS, QPointF(3, 4))
    assert (found.name, found.confidence, found.color) == ("bee", 0.5, LABELS.colors[1])
    nothing = presenter.filtered(SAID, {"probability": 0.9})
    assert presenter.readout(nothing, LABELS, QPointF()) is None
    assert presenter.plural == "classes"


def test_cells_are_told_which_class_is_right():
    told: list[int] = []
    links = ClassScoresLinks(lambda: told.append(1))
    painter = ClassScoresPainter(SAID, LABELS)
    links.show({"a": side(SAID), "truth": side(one_hot(2), is_reference=True)})
    links.join("a", painter)
    assert told == [1]
    assert [row.name for row in painter.card.rows if row.is_right] == ["cat"]
    links.show({"a": side(SAID)})
    links.join("a", painter)
    assert all(row.is_right is None for row in painter.card.rows)


def test_a_difference_says_who_is_right():
    layer = class_scores_difference(
        side(SAID, "small"), side(one_hot(2), "large"), side(one_hot(2), is_reference=True)
    )()
    assert [(row.role, row.text) for row in layer.rows] == [
        ("only_left", "small: bee (wrong)"),
        ("only_right", "large: cat (right)"),
    ]
    assert [row.share for row in layer.rows] == [0.5, 1.0]
    without = class_scores_difference(side(SAID, "small"), side(SAID, "large"), None)()
    assert [row.text for row in without.rows] == ["small: bee", "large: bee"]
