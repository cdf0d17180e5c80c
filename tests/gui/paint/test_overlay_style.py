import numpy as np
import pytest

from granview.core.labels import LabelSet
from granview.gui.paint.compaction import Compaction, compact
from granview.gui.paint.overlay_style import OverlayStyle, class_name, color_table

LABELS = LabelSet(("road", "sky", "Traffic_Light"), ((10, 20, 30), (40, 50, 60), (70, 80, 90)))


@pytest.fixture
def three() -> Compaction:
    return compact(np.array([[0, 0, 0, 1, 1, 2]], np.uint8))


def test_colours_follow_the_classes_and_opacity_is_alpha(three: Compaction) -> None:
    table = color_table(three, LABELS, OverlayStyle(opacity=0.5))
    assert table[:4] == [0, 0x800A141E, 0x8028323C, 0x8046505A]
    assert len(table) == 256


def test_hidden_classes_are_transparent_however_they_are_spelled(three: Compaction) -> None:
    table = color_table(three, LABELS, OverlayStyle(hidden=frozenset({"traffic light"})))
    assert table[3] == 0
    assert table[1] >> 24 > 0


def test_the_highlighted_class_stands_out_and_others_step_back(three: Compaction) -> None:
    plain = color_table(three, LABELS, OverlayStyle(opacity=0.5))
    lit = color_table(three, LABELS, OverlayStyle(opacity=0.5, highlighted="sky"))
    assert lit[2] >> 24 > plain[2] >> 24
    assert lit[1] >> 24 < plain[1] >> 24


def test_outlines_are_stronger_than_areas() -> None:
    assert OverlayStyle(0.5, outline_only=True).strength == 0.75
    assert OverlayStyle(0.0, outline_only=True).strength == 0.0
    assert OverlayStyle(1.0, outline_only=True).strength == 1.0


def test_a_class_outside_the_label_set_has_its_number_and_the_spare_colour() -> None:
    table = color_table(compact(np.array([[9]], np.uint8)), LABELS, OverlayStyle(1.0, unnamed=(1, 2, 3)))
    assert table[1] == 0xFF010203
    assert class_name(LABELS, 9) == "9"
