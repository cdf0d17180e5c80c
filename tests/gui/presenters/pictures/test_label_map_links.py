"""Masks coloured by what is right: against the reference, in two colours, what is wrong hatched; and legends."""

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QThreadPool
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication

from granview.core.labels import LabelSet
from granview.core.predictions.label_map import LabelMap
from granview.gui.background.latest_result import BackgroundPool
from granview.gui.paint.frame import Frame
from granview.gui.paint.overlay_style import OverlayStyle
from granview.gui.presenters.picture_presenter import DifferenceSide
from granview.gui.presenters.pictures.label_map import LabelMapPresenter
from granview.gui.presenters.pictures.label_map_choices import BY_CONFIDENCE, BY_OUTCOME, COLOR_BY
from granview.gui.presenters.pictures.label_map_outcome import outcome_of
from tests.helpers.canvas import settle

LABELS = LabelSet(("road", "sky"), ((10, 20, 30), (40, 50, 60)), void=255)
OTHER = LabelSet(("Sky", "road"), ((40, 50, 60), (10, 20, 30)))
TRUTH = DifferenceSide("Reference", LabelMap(np.array([[0, 0, 1, 1, 255]] * 4, np.uint8)), LABELS, is_reference=True)
LANE = DifferenceSide("net", LabelMap(np.array([[1, 0, 0, 0, 0]] * 4, np.uint8)), OTHER)
ROLES = {"right": (0, 200, 0), "missed": (200, 0, 0)}


def style(color_by: str) -> OverlayStyle:
    return OverlayStyle(1.0, options={COLOR_BY.name: color_by}, roles=ROLES)


def test_right_is_counted_among_what_is_scored_by_the_classes_names() -> None:
    outcome = outcome_of(LANE, TRUTH)
    assert outcome is not None
    assert outcome.levels[0].tolist() == [[1, 2, 1, 1, 0]] * 4
    assert outcome.right == 0.75
    small = DifferenceSide("net", LabelMap(np.zeros((2, 2), np.uint8)), OTHER)
    assert outcome_of(small, TRUTH) is None


def test_cells_draw_and_name_right_and_wrong_and_hatch_what_is_wrong(qapp: QApplication) -> None:
    presenter, background = LabelMapPresenter(), BackgroundPool(QThreadPool.globalInstance())
    links = presenter.links(background, lambda: None)
    painter_of_lane = presenter.painter(LANE.prediction, LANE.labels, background, lambda: None)
    links.show({"reference": TRUTH, "net": LANE})
    links.join("net", painter_of_lane)
    for each in (links, painter_of_lane):
        each.set_style(style(BY_OUTCOME))
    settle(qapp)
    rows = links.legend("net")
    assert [(row.text, row.percent) for row in rows] == [("Right", "75.0 %"), ("Wrong, hatched", "25.0 %")]
    assert links.legend("reference") == ()

    image = QImage(100, 80, QImage.Format.Format_RGB32)
    image.fill(0xFFFFFFFF)
    with QPainter(image) as painter:
        painter_of_lane.paint(painter, Frame(QRectF(0, 0, 100, 80), 5, 4, QPointF(2.5, 2), 20))
    colors = [
        {image.pixelColor(x, y).getRgb()[:3] for x in range(left + 1, left + 19) for y in range(80)}
        for left in range(0, 100, 20)
    ]
    assert colors[4] == {(255, 255, 255)}
    assert len(colors[0]) == len(colors[2]) == 1
    assert len(colors[1]) > 1
    assert (200, 0, 0) in colors[1]


def test_legends_say_what_lightness_means_and_what_is_not_known(qapp: QApplication) -> None:
    sure = DifferenceSide("sure", LabelMap(LANE.prediction.labels, np.full((4, 5), 90, np.uint8)), OTHER)
    links = LabelMapPresenter().links(BackgroundPool(QThreadPool.globalInstance()), lambda: None)
    links.show({"net": LANE, "sure": sure})
    assert links.legend("net") == ()
    links.set_style(style(BY_CONFIDENCE))
    assert [row.text for row in links.legend("sure")] == ["100 % sure", "50 % sure", "0 % sure"]
    assert [row.text for row in links.legend("net")] == ["No confidence was kept: see Preferences"]
    links.set_style(style(BY_OUTCOME))
    assert [row.text for row in links.legend("net")] == ["No reference says what is right"]
    settle(qapp)
