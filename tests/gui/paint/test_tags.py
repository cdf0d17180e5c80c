from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QFont
from PySide6.QtWidgets import QApplication

from granview.gui.paint.tags import Tag, place_alone, place_tags, tag_font

AREA = QRectF(0, 0, 400, 300)


def tag(x: float, y: float, side: float = 60, text: str = "cell 97 %") -> Tag:
    return Tag(text, QRectF(x, y, side, side), QColor(230, 159, 0))


def test_a_label_stands_above_its_thing(qapp: QApplication) -> None:
    (placed,) = place_tags([tag(100, 100)], tag_font(QFont()), AREA)
    assert (placed.rect.left(), placed.rect.bottom()) == (100, 100)


def test_labels_never_hide_each_other_and_lie_in_the_area(qapp: QApplication) -> None:
    crowded = [tag(20 + 9 * place, 20 + 5 * place) for place in range(30)]
    placed = place_tags(crowded, tag_font(QFont()), AREA)
    assert 3 < len(placed) < 30
    assert placed[0].tag is crowded[0]
    assert all(AREA.contains(each.rect) for each in placed)
    assert not any(a.rect.intersects(b.rect) for a in placed for b in placed if a is not b)


def test_one_that_must_be_seen_is_moved_into_the_area(qapp: QApplication) -> None:
    for at in (tag(-50, -50), tag(390, 290), tag(100, 1000)):
        assert AREA.contains(place_alone(at, tag_font(QFont()), AREA).rect)
