"""The navigator appears while a part of the picture is out of view, and moves all cells; the plain picture."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from granview.gui.lanes.mode_groups import alone, everyone, pair
from granview.gui.lanes.pictures.navigator import Navigator
from granview.gui.model.view_state import ViewState
from granview.gui.model.viewport import Viewport
from granview.gui.presenters.picture_content import PictureContent
from granview.gui.style.theme import LIGHT


@pytest.fixture
def shown(qapp: QApplication) -> Iterator[tuple[Viewport, Navigator]]:
    viewport, canvas = Viewport(), QWidget()
    canvas.resize(600, 400)
    viewport.set_image_size(800, 400)
    viewport.set_view_size(600, 400)
    canvas.show()
    yield viewport, Navigator(viewport, LIGHT, lambda *_: None, canvas)
    canvas.deleteLater()


def test_it_is_there_only_while_something_is_out_of_view(shown: tuple[Viewport, Navigator]) -> None:
    viewport, navigator = shown
    assert not navigator.isVisible()
    viewport.zoom_by(2)
    assert navigator.isVisible()
    assert navigator.width() / navigator.height() == pytest.approx(2, abs=0.05)
    navigator.set_wanted(False)
    assert not navigator.isVisible()
    navigator.set_wanted(True)
    viewport.fit()
    assert not navigator.isVisible()


def test_its_frame_is_what_is_shown_and_moves_it(shown: tuple[Viewport, Navigator]) -> None:
    viewport, navigator = shown
    viewport.zoom_by(4)
    scale = 800 / navigator.width()
    seen = viewport.visible
    assert seen.width() == pytest.approx(600 / viewport.scale)
    rect = navigator.frame_rect()
    assert rect.width() * scale == pytest.approx(seen.width())
    assert rect.center().x() * scale == pytest.approx(400, abs=scale)
    left = Qt.MouseButton.LeftButton
    start = rect.center().toPoint()
    QTest.mousePress(navigator, left, pos=start)
    before = viewport.centre.x()
    QTest.mouseMove(navigator, start + QPointF(20, 0).toPoint())
    assert viewport.centre.x() - before == pytest.approx(20 * scale, rel=0.01)
    QTest.mouseRelease(navigator, left, pos=start)
    QTest.mousePress(navigator, left, pos=QPointF(3, 3).toPoint())
    assert viewport.centre == QPointF(3 * scale, 3 * scale)
    assert QRectF(QPointF(), viewport.image_size).contains(viewport.centre)


def test_the_plain_picture_stands_first_and_is_compared_with_nothing() -> None:
    contents = [
        PictureContent("picture", "Picture", is_plain=True),
        PictureContent("reference", "Reference", is_reference=True),
        PictureContent("a", "a"),
        PictureContent("b", "b"),
    ]
    view = ViewState()
    keys = lambda groups: [tuple(content.key for content in group) for group in groups]  # noqa: E731
    assert keys(everyone(contents, view)) == [("picture",), ("reference",), ("a",), ("b",)]
    assert keys(pair(contents, view)) == [("a", "b")]
    assert keys(alone(contents, view)) == [("a",)]
    assert keys(everyone(contents[:1], view)) == keys(alone(contents[:1], view)) == [("picture",)]
