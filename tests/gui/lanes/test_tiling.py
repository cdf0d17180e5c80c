import pytest
from PySide6.QtCore import QRect, QSizeF

from granview.gui.lanes.tiling import best_columns, tiles


@pytest.mark.parametrize(
    ("count", "area", "picture", "columns"),
    [
        (1, (800, 600), (4, 3), 1),
        (2, (1600, 600), (4, 3), 2),
        (2, (600, 1600), (4, 3), 1),
        (4, (1600, 1000), (4, 3), 2),
        (4, (2560, 1440), (4, 3), 2),
        (3, (1600, 500), (1, 1), 3),
        (3, (1600, 500), (12, 1), 1),
        (4, (2560, 600), (1, 1), 4),
    ],
)
def test_pictures_are_as_large_as_they_can_be(
    count: int, area: tuple[int, int], picture: tuple[int, int], columns: int
) -> None:
    assert best_columns(count, QSizeF(*area), QSizeF(*picture), 60) == columns


def test_a_room_too_small_still_has_columns() -> None:
    assert 1 <= best_columns(9, QSizeF(50, 20), QSizeF(4, 3), 60) <= 9


def test_tiles_are_equal_inside_and_apart() -> None:
    area = QRect(10, 20, 801, 603)
    found = list(tiles(5, 3, area, 8))
    assert len({(tile.width(), tile.height()) for tile in found}) == 1
    assert all(area.contains(tile) for tile in found)
    assert not any(a.intersects(b) for i, a in enumerate(found) for b in found[:i])
