import numpy as np
import pytest
from PySide6.QtCore import QPointF

from granview.core.labels import LabelSet
from granview.core.predictions.depth_map import DepthMap
from granview.gui.presenters.picture_presenter import ViewChoice, choices_of, presenter_of

NO_CLASSES = LabelSet((), ())


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("metric", "3.46 m"),
        ("relative", "3.46 (relative distance)"),
        ("inverse", "3.46 (relative, larger is nearer)"),
    ],
)
def test_the_distance_under_the_cursor_is_read_in_its_unit(kind: str, text: str) -> None:
    values = np.full((4, 6), np.nan, np.float32)
    values[2, 5] = 3.4567
    depth = DepthMap(values, kind)
    presenter = presenter_of(depth)
    assert presenter.readout(depth, NO_CLASSES, QPointF(5.9, 2.1)).text == text
    assert presenter.readout(depth, NO_CLASSES, QPointF(1, 1)) is None
    assert presenter.readout(depth, NO_CLASSES, QPointF(6.1, 1)) is None
    assert presenter.readout(depth, NO_CLASSES, QPointF(-0.5, 1)) is None


def test_only_opacity_acts_on_it() -> None:
    depth = DepthMap(np.ones((2, 2), np.float32))
    assert choices_of([depth]) == {ViewChoice.OPACITY}
    assert presenter_of(depth).plural == "depth maps"
