"""Masks shaded by confidence: a class's own colour where the lane is sure, lighter where it is not."""

import numpy as np
import pytest

from granview.core.labels import LabelSet
from granview.gui.paint.overlay_style import OverlayStyle
from granview.gui.presenters.pictures.label_map_indices import color_table, compact
from granview.gui.presenters.pictures.label_map_shades import shaded_indices, shaded_table, steps_for

LABELS = LabelSet(("road", "sky", "sign"), ((10, 20, 30), (40, 50, 60), (200, 0, 0)), void=255)
MASK = np.array([[0, 0, 0, 1], [1, 2, 255, 0]], np.uint8)
SURE = np.array([[255, 128, 0, 255], [0, 255, 9, 200]], np.uint8)


def test_each_class_has_its_own_colour_where_it_is_sure_and_a_lighter_one_where_not() -> None:
    compaction, style = compact(MASK, (255,)), OverlayStyle(0.5)
    steps = steps_for(compaction)
    table = np.array(shaded_table(compaction, LABELS, style, steps))
    shown = table[shaded_indices(compaction, SURE, steps)]
    plain = np.array(color_table(compaction, LABELS, style))[compaction.indices]
    assert steps == 8
    assert np.array_equal(shown[SURE == 255], plain[SURE == 255])
    assert shown[1, 2] == 0
    assert np.array_equal(shown >> 24, plain >> 24)
    reds = [int(shown[place]) >> 16 & 255 for place in ((0, 0), (0, 1), (0, 2))]
    assert reds[0] < reds[1] < reds[2] == round(10 + 245 * 0.8)


def test_a_hidden_class_stays_hidden_and_the_rarest_wins_from_afar() -> None:
    compaction = compact(MASK, (255,))
    table = shaded_table(compaction, LABELS, OverlayStyle(hidden=frozenset({"road"})), 8)
    indices = shaded_indices(compaction, SURE, 8)
    assert table[indices[0, 0]] == table[indices[0, 2]] == 0
    assert indices[1, 1] > indices[0, 3] > indices[0, 2]


@pytest.mark.parametrize(("n", "steps"), [(31, 8), (32, 4), (63, 4), (127, 2), (128, 1)])
def test_all_classes_have_room(n: int, steps: int) -> None:
    labels = np.repeat(np.arange(n, dtype=np.uint8), 2).reshape(1, -1)
    compaction = compact(labels)
    assert steps_for(compaction) == steps
    confidence = np.tile(np.array([0, 255], np.uint8), n).reshape(1, -1)
    indices = shaded_indices(compaction, confidence, steps)
    assert len(np.unique(indices)) == n * min(steps, 2)
    assert indices.min() >= 1
