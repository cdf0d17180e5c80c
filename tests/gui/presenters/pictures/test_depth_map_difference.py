import numpy as np
import pytest
from PySide6.QtWidgets import QApplication

from granview.core.labels import LabelSet
from granview.core.predictions.depth_map import DepthMap
from granview.gui.presenters.picture_presenter import DifferenceSide, difference_of

NO_CLASSES = LabelSet((), ())
METRES = np.random.default_rng(0).uniform(1, 20, (6, 8)).astype(np.float32)


def side(values: np.ndarray, kind: str = "metric", title: str = "a", *, is_reference: bool = False):
    return DifferenceSide(title, DepthMap(values.astype(np.float32), kind), NO_CLASSES, None, is_reference)


def half_wrong(factor: float = 2.0) -> np.ndarray:
    values = METRES.copy()
    values[:, :4] *= factor
    return values


def test_with_a_reference_it_shows_who_is_nearer(qapp: QApplication) -> None:
    truth = side(METRES, title="Reference", is_reference=True)
    rows = difference_of(side(METRES, title="a"), side(half_wrong(), title="b"), truth)().rows
    assert [row.role for row in rows] == ["only_left", "only_right", ""]
    assert [row.share for row in rows] == [0.5, 0.0, 0.5]
    assert rows[0].text.startswith("a nearer")


def test_what_is_no_metres_is_aligned_first(qapp: QApplication) -> None:
    truth = side(METRES, is_reference=True)
    rows = difference_of(truth, side(7 / METRES + 3, "inverse"), truth)().rows
    assert rows[0].role == "different"
    rows = difference_of(side(METRES), side(5 * METRES - 1, "relative"), None)().rows
    assert rows[0].text == "Different, full from 25 % of the distance"


@pytest.mark.parametrize("kind", ["relative", "inverse"])
def test_two_of_one_kind_are_aligned_to_each_other(qapp: QApplication, kind: str) -> None:
    rows = difference_of(side(METRES, kind), side(half_wrong() * 3 + 1, kind), None)().rows
    assert rows[0].text == "Different after alignment, full from 25 % of the range"
    assert rows[0].share > 0


def test_what_cannot_be_compared_is_said() -> None:
    assert "cannot be brought together" in difference_of(side(METRES, "relative"), side(METRES, "inverse"), None)
    assert "different sizes" in difference_of(side(METRES), side(METRES[:3]), None)


def test_what_is_not_known_is_not_coloured(qapp: QApplication) -> None:
    metres = METRES.copy()
    metres[:, 4:] = np.nan
    truth = side(metres, is_reference=True)
    assert difference_of(truth, side(METRES * 2), truth)().rows[0].share == 0.5
