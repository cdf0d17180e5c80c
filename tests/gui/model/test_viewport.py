import pytest
from PySide6.QtCore import QPointF, QRectF

from granview.gui.model.viewport import MAX_ZOOM, Viewport


@pytest.fixture
def viewport() -> Viewport:
    """400 by 200 image px in a view of 200 by 200."""
    viewport = Viewport()
    viewport.set_image_size(400, 200)
    viewport.set_view_size(200, 200)
    return viewport


def count_changes(viewport: Viewport) -> list[None]:
    told: list[None] = []
    viewport.changed.connect(lambda: told.append(None))
    return told


def test_fits_at_first_and_as_sizes_change(viewport: Viewport) -> None:
    assert viewport.is_fit
    assert viewport.scale == 0.5
    viewport.set_view_size(800, 800)
    assert viewport.scale == 2.0
    viewport.set_image_size(100, 400)
    assert viewport.scale == 2.0
    assert viewport.centre == QPointF(50, 200)


def test_zoom_keeps_the_point_where_it_is_on_screen(viewport: Viewport) -> None:
    point = QPointF(300, 50)
    before = (point - viewport.centre) * viewport.scale
    viewport.zoom_at(point, 3.0)
    after = (point - viewport.centre) * viewport.scale
    assert not viewport.is_fit
    assert viewport.scale == 1.5
    assert (after.x(), after.y()) == pytest.approx((before.x(), before.y()))


def test_zoom_has_bounds(viewport: Viewport) -> None:
    viewport.zoom_by(1e9)
    assert viewport.scale == MAX_ZOOM
    viewport.zoom_by(1e-12)
    assert viewport.scale == pytest.approx(0.5 / 8)


def test_pan_moves_by_screen_pixels_and_never_off_the_picture(viewport: Viewport) -> None:
    viewport.zoom_at(viewport.centre, 4.0)
    viewport.pan_by(10, -20)
    assert viewport.centre == QPointF(195, 110)
    viewport.pan_by(1e6, 1e6)
    assert viewport.centre == QPointF(0, 0)


def test_fit_comes_back_from_anywhere(viewport: Viewport) -> None:
    viewport.zoom_at(QPointF(0, 0), 7.0)
    viewport.fit()
    assert (viewport.scale, viewport.centre, viewport.is_fit) == (0.5, QPointF(200, 100), True)


def test_actual_size_is_one_device_pixel_per_image_pixel(viewport: Viewport) -> None:
    viewport.set_view_size(200, 200, device_pixel_ratio=2.0)
    viewport.actual_size()
    assert viewport.scale == 0.5
    assert viewport.zoom == 1.0
    assert not viewport.is_fit


def test_next_sample_of_other_size_shows_the_same_part(viewport: Viewport) -> None:
    viewport.zoom_at(QPointF(300, 50), 4.0)
    part = viewport.centre.x() / 400, viewport.centre.y() / 200
    seen = viewport.scale * 400
    viewport.set_image_size(800, 400)
    assert (viewport.centre.x() / 800, viewport.centre.y() / 400) == pytest.approx(part)
    assert viewport.scale * 800 == pytest.approx(seen)


def test_region_is_shown_whole(viewport: Viewport) -> None:
    viewport.show_region(QRectF(100, 100, 20, 10))
    assert viewport.centre == QPointF(110, 105)
    assert viewport.scale * 20 <= 200


def test_tells_only_real_changes(viewport: Viewport) -> None:
    told = count_changes(viewport)
    viewport.fit()
    viewport.set_view_size(200, 200)
    viewport.set_image_size(400, 200)
    assert told == []
    viewport.zoom_by(2)
    assert len(told) == 1


def test_cursor_is_told_once(viewport: Viewport) -> None:
    told: list[QPointF | None] = []
    viewport.cursor_changed.connect(lambda: told.append(viewport.cursor))
    for point in (QPointF(1, 2), QPointF(1, 2), None, None):
        viewport.set_cursor(point)
    assert told == [QPointF(1, 2), None]
